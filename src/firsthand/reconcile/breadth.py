"""How much a count takes in by the words of its own sentence, and where it is of: two counts of one thing that differ there can both be right.

"Counting those sent by contractors", "insured or not", "on its own payroll": what a sentence says of its own number parts it from a number
of which nothing of the kind is said. "Including three children" says nothing, as those are in every count of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_AFTER = r"(?:^|[,;:(—–-] ?|\bby )"
BREADTHS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(words, re.I))
    for name, words in (
        ("takes in more", rf"{_AFTER}(?:also )?(?:counting|adding|adding in|add|taking in)(?: in)? (?!machines?|of\b|on\b|the (?:votes?|ballots?|dead|bodies)\b|up\b|that\b|to\b)[\w’' -]{{3,}}"),
        ("takes in more", r"\b(?:the )?(?:whole|entire|overall) (?:damage|loss|bill|cost|sum|workforce|fleet|network)\b"),
        ("takes in more", r"\b(?:over|across|during|throughout|in) (?:the )?(?:whole|entire)(?: of)?\b(?! (?:night|day|morning|afternoon|evening|week|weekend|time|game|match|trial|hearing)\b)"),
        ("takes in both", r"\b(?!(?:whether|sooner|rightly|believe|like|ready|later|more|less)\b)[a-z]+ed or not\b|\b(?:with|paid) or without \w+\b|\bof (?:every|any) (?:kind|age|cause|sort|type)\b|\b(?:over|of|across|from|for) all (?:ages|kinds|causes|sorts|types|sizes|ranks|sources|routes)\b"),
        ("takes in its own only", r"\bon (?:its|their) own (?:payroll|books|staff|rolls)\b|\b(?:directly|itself) employed\b|\bits own (?:staff|employees|workers|members)\b"),
        ("takes in one way only", r"\b(?:c[ao]me|coming|arriv\w+|cross\w+|enter\w*|le(?:ave|ft)|land(?:ed|ing)|travel\w+|fled|fle(?:e|eing)|import\w*|export\w*|ship(?:ped|ments?)|deliver\w*)\b[^.,;:]{0,30}? by (?:sea|air|land|road|rail)\b(?! and\b| or\b)"),
    )
)  # fmt: skip
_IN_A_PLACE = re.compile(
    r"\b([Ii]n|[Aa]t|[Nn]ear) ((?:Saint |St |Port |Upper |Lower |North |South |East |West |New |Old )?[A-ZÀ-Þ][a-zà-ÿ’'-]{2,})\b"
)
_NO_PLACE = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday
    sunday parliament congress spring summer autumn winter easter christmas ramadan""".split()
)


_INCLUDING = re.compile(r"\binclud(?:ing|ed|es)\b", re.I)
_HOW = {"in": "in", "at": "at", "near": "at"}


@lru_cache(maxsize=512)  # a number is laid beside many others
def breadths_in(sentence: str) -> frozenset[str]:
    """Gives what a sentence says of how much its number takes in.

    >>> sorted(breadths_in("Counting the coast as well, 61,000 came by sea, the ministry said."))
    ['takes in more', 'takes in one way only']
    """
    return frozenset(name for name, pattern in BREADTHS if pattern.search(sentence))


def parted_by_breadth(a: str, b: str) -> str | None:
    """Gives how two sentences part by what their numbers take in, or None: where one says so, and the other says nothing alike."""
    mine, theirs = breadths_in(a), breadths_in(b)
    if mine & theirs or not mine | theirs:
        return None
    if mine | theirs == {"takes in more"} and _INCLUDING.search(b if mine else a):
        return None  # "counting the coast" beside "including the coast"
    return " and ".join(f"one {name}" for name in sorted(mine | theirs))


def places_in(sentence: str) -> Iterator[tuple[str, str]]:
    """Yields (preposition, name) for every place that a sentence gives by "in", "at" or "near"."""
    for match in _IN_A_PLACE.finditer(sentence):
        if match[2].lower() not in _NO_PLACE:
            yield match[1], match[2]


def parted_by_place(a: str, b: str, texts: tuple[str, str]) -> str | None:
    """Gives how two sentences part by place, or None: "in X" beside "in Y", where neither text has the other's name."""
    mine, theirs = ({_HOW[where[0].lower()]: where[1] for where in places_in(words)} for words in (a, b))
    for how in sorted(mine.keys() & theirs.keys()):
        if mine[how] not in texts[1] and theirs[how] not in texts[0]:
            return f"one is {how} {mine[how]}, the other {how} {theirs[how]}"
    return None
