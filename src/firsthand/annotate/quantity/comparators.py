"""Words that bound, soften or sum a number ("at least", "nearly", "a total of"), before it and after it.

A row is a class of the vocabulary and the phrases that belong to it. Where two stand before a number the nearer one counts
("in all some 7,400" is *about*).
"""

from __future__ import annotations

import re

from firsthand.records import Comparator

_BEFORE: tuple[tuple[Comparator, str], ...] = (
    ("at least", "at least | at the very least | at a minimum | a minimum of | minimum of | no fewer than | no less than | not fewer than | not less than | "
     "as few as | as little as | min."),
    ("up to", "up to | as many as | as much as | as high as | at most | at the most | no more than | not more than | no higher than | a maximum of | maximum of | "
     "a limit of | capped at | as long as | as far as | anything up to | max."),
    ("more than", "more than | over than | over | well over | upwards of | upward of | above | beyond | in excess of | exceeding | exceeded | exceeds | exceed | surpassing | surpassed | "
     "surpass | surpasses | topping | topped | tops | top | greater than | higher than | larger than | north of | beyond | better than | > | better part of"),
    ("less than", "less than | fewer than | under | below | lower than | just short of | short of | smaller than | not quite | shy of | sub- | south of | < | "
     "within"),
    ("nearly", "nearly | almost | close to | approaching | nearing | near | well nigh | next to | virtually | practically | all but"),
    ("about", "about | around | some | roughly | approximately | approx. | approx | circa | c. | ca. | ~ | an estimated | estimated | estimated at | "
     "perhaps | maybe | probably | barely | in the region of | in the order of | on the order of | something like | somewhere around | "
     "somewhere between | give or take | more or less | an average of | averaging | in the vicinity of | thought to number | a rough"),
    ("total", "a total of | total of | totalling | totaling | totalled | totaled | a combined total of | a combined | the combined | combined | in all | in total | altogether | all told | "
     "an overall | a cumulative"),
)  # fmt: skip
# "within six weeks" bounds a time; "average", "near" and "top" only soften where a number follows at once, and are left to their own rows below.
_NOT_BOUNDS = frozenset(
    {
        "within",
        "top",
        "tops",
        "an average of",
        "averaging",
        "all but",
        "next to",
        "short of",
        "higher than",
        "lower than",
    }
)

_AFTER: tuple[tuple[Comparator, str], ...] = (
    ("at least", "or more | or above | or higher | at least | at minimum | at a minimum | and counting | or over | and more | and above"),
    ("up to", "at most | or less | or fewer | or under | or below | at the most | at best | or lower | tops | maximum"),
    ("about", "or so | or thereabouts | give or take | more or less"),
    ("total", "in total | in all | altogether | all told | combined | overall"),
)  # fmt: skip


def _table(rows: tuple[tuple[Comparator, str], ...]) -> dict[str, Comparator]:
    return {phrase: kind for kind, phrases in rows for phrase in phrases.split(" | ") if phrase not in _NOT_BOUNDS}


BEFORE = _table(_BEFORE)
AFTER = _table(_AFTER)


def _alternatives(phrases: dict[str, Comparator]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))


_LEAD = re.compile(
    rf"(?:(?<![\w'’])|(?<=[~<>]))(?P<phrase>{_alternatives(BEFORE)})(?P<gap>[\s,]*(?:(?:an|the|a|its|their|another|other|those|these|now|just|only|further|extra|additional)\s+){{0,2}}[\s(]*)$",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"(?:\s+[\w'’-]+){{0,3}}?,?\s+(?P<phrase>{_alternatives(AFTER)})(?![\w-])", re.IGNORECASE)
_PLUS = re.compile(r"\+|[-\s]plus\b|-odd\b")
# "over" and "about" and "some" are also prepositions; a verb or noun before them that takes one is no bound.
_PREPOSITION = {
    "over": re.compile(r"\b(?:all|taken?|took|handed|turn\w*|won|row|dispute|concern\w*|fears?|spread|spread out|left|rolled|presid\w+)\s+$", re.I),
    "about": re.compile(r"\b(?:told|asked|talk\w*|spoke\w*|speak\w*|knew|know\w*|learn\w*|hear\w*|heard|details|information|questions?|reports?|concern\w*|worr\w+|complain\w*|warn\w*|story|stories|think\w*|thought|data)\s+$", re.I),
    "above": re.compile(r"\b(?:stor\w+|floors?|shown|see|the)\s+$", re.I),
    "below": re.compile(r"\b(?:stor\w+|floors?|shown|see|the)\s+$", re.I),
    "under": re.compile(r"\b(?:buried|trapped|live|living|come|came|put|placed|charged|held)\s+$", re.I),
    "near": re.compile(r"\b(?:\w+(?:ed|ing))\s+$", re.I),
}  # fmt: skip


# "None of them larger than 200": the bound lies on the other side.
_NEGATED = re.compile(
    r"\b(?:none|neither|nor|never|not(?! only| just| least| far)|nothing|nobody)(?:\s+of\s+(?:the\s+)?\w+)?(?:\s+(?:was|were|is|are|be|been|being|has|have|had|ever|yet|any|to|one))*\s+$|"
    r"n[’']t(?:\s+(?:be|been|have|ever|yet))*\s+$",
    re.IGNORECASE,
)
_TURNED: dict[Comparator, Comparator] = {"more than": "up to", "less than": "at least"}


def lead(text: str, start: int, floor: int, *, second: bool = False) -> tuple[Comparator, int, int] | None:
    """Gives (class, start, end) of the comparator that stands before a number, no further back than `floor`; `second`: another number stands
    before it in its sentence.

    >>> lead("in all some 7,400", 12, 0)
    ('about', 7, 11)
    """
    origin = max(floor, start - 48)
    match = _LEAD.search(text[origin:start])
    if match is None:
        return None
    phrase = re.sub(r"\s+", " ", match["phrase"].lower())
    refused = _PREPOSITION.get(phrase)
    if refused and refused.search(text[max(floor, origin + match.start() - 24) : origin + match.start()]):
        return None
    found, at = BEFORE[phrase], origin + match.start("phrase")
    if second and found in _TURNED and _GIVEN.match(match["gap"]):
        return None  # "9,000, far above the 4,000 announced": that number is as given, and the other is held against it
    if found in _TURNED and _NEGATED.search(text[max(0, at - 40) : at]):
        found = _TURNED[found]
    return found, at, origin + match.end("phrase")


_GIVEN = re.compile(r"\s+(?:the|those|these)\s", re.I)
_CLAUSE_ENDS = re.compile(r"\s*(?:[^\w\s]|$|\n)")


def tail(text: str, end: int, ceiling: int) -> tuple[Comparator, int, int] | None:
    """Gives (class, start, end) of the comparator that stands after a number and its noun ("900 or so", "48 hours at most")."""
    if plus := _PLUS.match(text, end):
        return ("about" if plus.group() == "-odd" else "at least"), plus.start(), plus.end()
    match = _TAIL.match(text, end, ceiling)
    if match is None or re.search(r"\d|\band\b", text[end : match.start("phrase")]):
        return None
    if match["phrase"].lower().startswith("at ") and not _CLAUSE_ENDS.match(text, match.end("phrase")):
        return None  # "killing seven people and injuring at least 90": the bound is the next number's
    return AFTER[re.sub(r"\s+", " ", match["phrase"].lower())], match.start("phrase"), match.end("phrase")
