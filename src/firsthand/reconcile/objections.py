"""Objections: the words by which a text turns down somebody else's number, whatever it gives instead.

Whoever objects is not the one whose number it is, and what he gives is set against it even days later.
"""

from __future__ import annotations

import re

_SAYING_NO = (
    r"reject(?:s|ed|ing)? (?:it|that|this|the|those|these|as|any|an?|his|her|its|their|[\w’'-]+['’]s?)\b", r"rejected\b(?= (?:on|by|at)\b|[.,;:])",
    r"dismiss(?:es|ed|ing)? (?:it|that|this|the (?!\w+ers?\b)|those|these|as|any|his|her|their|[\w’'-]+['’]s?|talk|claims?|reports?|suggestions?)",
    r"den(?:y|ies|ied|ying)\b(?! (?:bail|entry|access|visas?|them|him|her|asylum))", r"disput(?:es|ed|ing)\b", r"dispute (?:it|that|this|the|those|any)\b", r"refut(?:e[sd]?|ing)\b", r"rebut(?:s|ted)?\b",
    r"contradict(?:s|ed|ing)?\b", r"contest(?:s|ed) (?:it|that|this|the)\b", r"challeng(?:e[sd]|ing) (?:it|that|this|the|those|his|her|its|their)\b",
    r"question(?:s|ed|ing) (?:it|that|this|the|those|his|her|its|their|whether)\b", r"disagree[sd]?\b", r"begs? to differ\b", r"t(?:ake|akes|ook|aking) (?:issue|exception)\b",
    r"(?:cast|casts|throw|throws|threw) doubt\b", r"scoff(?:s|ed|ing)?\b", r"sneer(?:s|ed)?\b", r"mock(?:s|ed) (?:it|that|this|the)\b", r"ridicul(?:e[sd]?|ing)\b", r"derid(?:e[sd]?|ing)\b",
    r"laugh(?:s|ed|ing)? (?:off|at|out loud|away)\b", r"(?:pour|pours|poured) (?:scorn|cold water)\b", r"(?:brush|shrug|wav|play)\w* (?:\w+ )?(?:aside|off|away|down)\b", r"(?:have|having|has|had) none of (?:it|that|this)\b",
    r"(?:do|does|did|could|can|would|will)(?: not|n[’']t) (?:accept|believe|buy|recogni[sz]e|share|trust|agree|credit|square|tally|add up|stand up|swallow)\b",
    r"refus(?:e[sd]?|ing) to (?:accept|believe|recogni[sz]e)\b", r"counter(?:s|ed)(?: that)?\b(?=[.,;:]|$| (?:that|with|on)\b)", r"(?:hit|hits|shot|fired) back\b", r"retort(?:s|ed)?\b",
)  # fmt: skip
_CALLED = (
    r"nonsense", r"rubbish", r"fantas(?:y|ies|tic)", r"fiction", r"fair[iy][ -]?tales?", r"fabricat(?:ed|ions?)", r"(?:a|pure|plain|all|those|these|such|her|his|their|its|outright|more) lies?", r"(?:is|was|are|were|as|be|simply|plainly) (?:false|untrue|wrong|fake)",
    r"(?:got|get|gets|has|had) (?:it|that|this|the \w+|its \w+|the \w+ \w+) (?:all |badly |completely )?wrong", r"mistaken", r"inaccurate", r"incorrect", r"misleading", r"exaggerat\w+", r"inflated", r"overblown", r"overstat\w+", r"understat\w+",
    r"absurd", r"ridiculous", r"laughable", r"ludicrous", r"preposterous", r"(?:a|as a|bad|sick) joke", r"a farce", r"premature", r"wishful thinking", r"propaganda", r"made[- ]up", r"invented", r"(?:pure|sheer) invention", r"arithmetic", r"far-?fetched", r"wide of the mark",
    r"(?:far|well|way) off", r"scaremongering", r"alarmist", r"unfounded", r"baseless", r"guesswork", r"nothing of the (?:sort|kind)", r"not true", r"out of thin air", r"cook(?:ed|ing) the books",
)  # fmt: skip
_INSTEAD = (
    r"nowhere near", r"(?:far|well|much) (?:above|below|beyond|short of) (?:what|the|its|his|her|their|that)\b", r"far from (?:it|being|the|an?)\b", r"(?:another|a (?:very )?different) (?:story|picture|tale|version|account|epidemic|number|figure)",
    r"contrary to", r"at odds with", r"in contrast to", r"not (?:the )?[\d,.]+ but", r"(?:instead of|rather than|and not|not) (?:the )?(?:[\d,.]+|[\w’'-]+ (?:claimed|reported|stated))\b",
    r"(?:twice|double|triple|half|(?:\w+ )?times|(?:far |many |much |well )?(?:more|fewer|less|higher|lower|larger|smaller)) (?:than )?(?:the (?:official|stated|reported|government)\b|the (?:number|figure|toll|count|sum|total) |what (?:the|it|they|its)\b)",
    r"(?:the )?(?:real|true|actual) (?:number|figure|toll|count|sum|total|cost|loss|extent|scale)",
    r"(?:hid(?:es|ing)|hush(?:es|ed|ing) up|conceal(?:s|ed|ing)|cover(?:s|ed|ing) up|kept quiet|keeps? quiet|withh\w+|swe\w+ under) (?:\w+ )?(?:about |the )?(?:\w+ )?(?:number|figure|toll|count|truth|dead|deaths|cases|scale|extent)",
    r"(?:leaves?|left|leaving) out\b", r"not telling", r"(?:accus(?:e[sd]?|ing)|blam(?:e[sd]?|ing)) [\w’' -]{2,40} of (?:lying|hiding|leaving|counting|making|playing|invent\w+|exaggerat\w+|inflat\w+|conceal\w+|understat\w+|overstat\w+|cover\w+|mislead\w+|cheat\w+)",
)  # fmt: skip
OBJECTIONS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?:{'|'.join(words)})", re.I))
    for name, words in (("says no to it", _SAYING_NO), ("calls it", tuple(rf"{w}\b" for w in _CALLED)), ("gives instead", _INSTEAD))
)  # fmt: skip
# Beside two numbers these words set the one against the other; beside one alone they say too little.
_SIDE_BY_SIDE = (
    r"(?:cannot|can[’']t|can not|could not|couldn[’']t) be (?:squared|reconciled)\b", r"at odds\b", r"fits? neither\b", r"corrected (?:him|her|them)\b", r"stood by\b",
    r"(?:\w+ (?:more|fewer) than|twice|double|triple|half|three times) the (?:(?:number|figure|toll|count)\b|\d)", r"more than (?:the )?(?:official|government)\b",
    r"(?:dismiss|reject)(?:s|es|ed)? (?:the|that|this|as|any|its|his|her)\b",
)  # fmt: skip
AT_ODDS = re.compile(rf"\b(?:{'|'.join(_SIDE_BY_SIDE)})|{'|'.join(p.pattern for _, p in OBJECTIONS)}", re.I)


def objection_in(words: str) -> str | None:
    """Gives the first words of a text that turn down somebody's number; None where it has none.

    >>> objection_in("The mill would not accept that count."), objection_in("The mill counted nine.") is None
    ('would not accept', True)
    """
    found = [match for _, pattern in OBJECTIONS if (match := pattern.search(words))]
    return min(found, key=lambda match: match.start()).group() if found else None
