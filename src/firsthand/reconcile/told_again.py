"""Earlier numbers told again: "had earlier put the toll at 14" is no count of the page's day, but one that was given before it.

Only the clause of the number has a say: what stands between the words and the number holds no other number, and no turn to the present.
"""

from __future__ import annotations

import re

_GIVING = (
    r"(?:said|saying|put|putting|gave|giving|given|reported|announced|stated|counted|estimated|spoke|spoken|told|claimed|listed|"
    r"confirmed|recorded|set|thought|believed|spoken of)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_NTH = (
    r"first|second|third|\w*(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|teen|tie)th|day|eve|morning|evening|night"
)
_BEFORE = r"(?:(?<!hours )(?<!minutes )earlier|previously|initially|originally)"
_NOUN = r"(?:counts?|tolls?|figures?|numbers?|estimates?|reports?|tall(?:y|ies)|totals?|statements?)"
_OF_TODAY = r"(?!\s+(?:on|today|this|that day|in the)\b)"  # "said earlier on Sunday" is of the page's day
# Words that say of what follows that it was given before; each ends where the number may begin.
_AHEAD: tuple[re.Pattern[str], ...] = tuple(
    re.compile(p, re.I)
    for p in (
        rf"\b(?:{_BEFORE}|had first|at first)\s+(?:\w+ly\s+)?{_GIVING}\b",
        rf"\bhad\s+{_GIVING}\s+(?:{_BEFORE}|before|at first){_OF_TODAY}",
        rf"\b(?:earlier|previous|original|initial)\s+(?:\w+\s+)?{_NOUN}\b",
        rf"\b(?:yesterday|last night|last week|{_DAY})['’]s\s+(?:\w+\s+)?{_NOUN}\b",
        # "on 17 March we said that the bureau had counted 14": a page's own earlier words
        rf"\bon\s+(?:{_DAY}|\d+\s+[A-Z]\w+),?\s+(?:we|this\s+\w+)\s+(?:\w+ly\s+)?(?:said|wrote|reported|published|gave|put)\b(?:\s+that\b[^.,;:]{{0,40}}?\bhad\s+{_GIVING}\b)?",
        # "on Friday it had spoken of 14": a day, and a giving that was over before the page's
        rf"\b(?:on\s+(?:{_DAY}(?:\s+\w+)?|the\s+(?:{_NTH})|\d+\s+[A-Z]\w+)|last\s+(?:night|week|month|year|{_DAY})|(?:a|two|three)\s+days?\s+(?:before|earlier))\b"
        rf"(?:,?\s+(?!(?:that|who|which|there|sa(?:id|ys?)|told)\b)[\w’'-]+){{0,8}}?,?\s+had\s+(?:\w+ly\s+)?(?:{_GIVING}|contained|held|stood|been\s+(?:at|{_GIVING}))\b",
        r"\b(?:up|down|rose|risen|rising|fell|fallen|grew|grown|raised|lowered|revised|corrected)\s+from\b",
    )
)
_BEHIND = re.compile(
    rf"^[^.;:!?]{{0,90}}?,\s+(?:[\w’'-]+\s+){{0,5}}?(?:had\s+)?(?:{_BEFORE}\s+{_GIVING}\b|{_GIVING}\s+{_BEFORE}\b{_OF_TODAY})"
    r"(?=[.,;:!?”\"]|\s+(?:on|in)\b)"  # not "…, after she initially said 14", which is of the next number
)
# "14, as the fire service first announced"
_GIVEN_THEN = re.compile(
    rf"^\s+(?:[a-z]+,?\s+)?as\s+(?:[\w’'-]+\s+){{1,5}}?(?:had\s+)?(?:first|{_BEFORE})\s+{_GIVING}\b|^[^.;:,]{{0,40}}?\bhad\s+{_GIVING}\s+on\s+{_DAY}",
    re.I,
)
# "the 31 given on 13 May", "than the 14 announced last week": with an article, for "12 deaths announced on Monday" are Monday's news.
_THE = re.compile(
    r"\b(?:the|its|their|than|from|against|not|(?:figures?|counts?|numbers?|tolls?|totals?|estimates?) of)\s+$", re.I
)
_GIVEN_ON = re.compile(r"^\s+(?:[a-z]+\s+)?(?:given|published|announced|issued|reported)\s+(?:on|last|earlier)\b", re.I)
# "2,100 in our update of 3 May": the number of an earlier paper.
_IN_A_PAPER = re.compile(
    r"^\s+(?:[a-z]+\s+){0,2}?in\s+(?:its|our|their|his|her|the)\s+(?:\w+\s+)?(?:updates?|bulletins?|notes?|notices?|reports?|lists?|maps?|statements?)\s+(?:of|from)\b",
    re.I,
)
# "140, against 131 the day before": what the new number is held against.
_AGAINST = re.compile(r"\b(?:against|compared (?:with|to)|from|than)(?:\s+the)?\s+$", re.I)
_DAYS_BEFORE = re.compile(
    r"^\s+(?:[a-z]+\s+){0,2}?(?:on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:the|a|one|two|three)\s+(?:day|night|week|month)s?\s+(?:before|earlier|ago)|yesterday|last\s+(?:night|week|month|\w+day))\b",
    re.I,
)
_TURN = re.compile(
    r"[;:!?]|\b(?:but|now|since then|later|while|whereas|before (?:raising|putting|lowering|correcting)|has (?:since )?(?:risen|fallen|grown))\b",
    re.I,
)
_REACH = 90  # characters between the words and the number


def told_again(before: str, after: str) -> str:
    """Gives the words by which a sentence says that a number was given before; "" where it does not.

    `before` and `after` are the words of its sentence round the number, cut where another number stands.

    >>> told_again("Mayor Berg had earlier put the toll at ", ".")
    'had earlier put'
    >>> told_again("Mayor Berg, who had earlier left the town, said ", " people had died."), told_again("Berg said earlier on Sunday that ", "")
    ('', '')
    """
    ahead = max((m for p in _AHEAD for m in p.finditer(before)), key=lambda m: (m.end(), -m.start()), default=None)
    if ahead and len(before) - ahead.end() <= _REACH and not _TURN.search(before, ahead.end()):
        start = re.search(r"\bhad\s+$", before[: ahead.start()])
        return before[start.start() if start else ahead.start() : ahead.end()]
    if (
        paper := _IN_A_PAPER.match(after)
        or _GIVEN_THEN.match(after)
        or (_THE.search(before) and _GIVEN_ON.match(after))
    ):
        return paper.group().strip()
    if (held := _AGAINST.search(before)) and _DAYS_BEFORE.match(after):
        return held.group().strip()
    behind = _BEHIND.match(after)
    return behind.group().rpartition(", ")[2].strip() if behind and not _TURN.search(behind.group()) else ""
