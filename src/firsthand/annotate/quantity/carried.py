"""Numbers that are not written but follow from the ones before: "as many", "the rest", "double that number", a unit said once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from firsthand.annotate.quantity.figure import Figure
from firsthand.annotate.quantity.units import Unit
from firsthand.annotate.quantity.words import Words

_VERB = r"(?:are|were|is|was|have|had|has|remain|remains|remained|will|would|could|did|do|went|came|got|fled|died|escaped|survived|[a-z]+ed)\b"
_REST = re.compile(
    rf"(?:(?:\b(?:and|while|but|with)|[,;])\s|(?<=[.!?]\s))(?P<words>the (?:rest|remainder))(?=\s(?:of (?:them|the \w+)\s)?(?:still\s)?{_VERB})",
    re.IGNORECASE,
)
_AS_MANY = re.compile(
    r"(?<!\btwice\s)(?<!\btimes\s)(?<!\bhalf\s)\b(?P<words>as many)(?=\s(?:again|more|in|on|at|were|had|have|are|others|the|[a-z]+(?:ed|ing|rt))\b|[.,;])(?!\sas\b)",
    re.IGNORECASE,
)
_AMOUNT = r"(?:number|figure|amount|toll|sum)"
# "Twice the number given by the province" is a multiple of what stands elsewhere, not of the number before.
_MULTIPLE = re.compile(
    rf"\b(?P<words>(?P<times>double|twice|triple|treble|three times|four times|half) (?:(?:that|this) {_AMOUNT}|the {_AMOUNT}(?=\s*[.,;:]))|(?P<many>twice|three times|half) as many)(?!\sas\b)",
    re.IGNORECASE,
)
# Of these one must stand in a text for any of the three to be found.
_WORDS = (
    "as many",
    "the rest",
    "the remainder",
    "double th",
    "twice th",
    "triple th",
    "treble th",
    "times th",
    "half th",
)
_FACTORS = {"double": 2, "twice": 2, "triple": 3, "treble": 3, "three times": 3, "four times": 4}


def carried(words: Words, figures: Sequence[Figure]) -> Iterator[Figure]:
    """Gives figures without a number of their own whose value the passage settles; what it leaves open is not guessed."""
    if not any(word in words.lower for word in _WORDS):
        return
    for match in _AS_MANY.finditer(words.text):
        if source := _last_count(words, figures, match.start()):
            yield _figure(match, source.low, source.high, "as many")
    for match in _REST.finditer(words.text):
        if (value := _remainder(words, figures, match.start("words"))) is not None:
            yield _figure(match, value, value, "the rest")
    for match in _MULTIPLE.finditer(words.text):
        factor = _FACTORS.get((match["times"] or match["many"]).lower(), Decimal("0.5"))
        if source := _last_count(words, figures, match.start()):
            yield _figure(match, source.low * factor, source.high * factor, "a multiple of the one before")


def _figure(match: re.Match[str], low: Decimal, high: Decimal, rule: str) -> Figure:
    start, end = match.span("words")
    return Figure(start=start, end=end, after=end, low=low, high=high, rule=rule, kind="carried")


def _before(words: Words, figures: Sequence[Figure], offset: int) -> list[Figure]:
    """Gives plain counts of the same sentence and the one before, in text order."""
    here = words.sentence_index(offset)
    return [
        figure for figure in figures
        if figure.end <= offset and here - words.sentence_index(figure.start) <= 1 and figure.unit is None and figure.kind == "number" and figure.low > 0
    ]  # fmt: skip


def _last_count(words: Words, figures: Sequence[Figure], offset: int) -> Figure | None:
    near = _before(words, figures, offset)
    return near[-1] if near else None


def _remainder(words: Words, figures: Sequence[Figure], offset: int) -> Decimal | None:
    """Gives a total less the parts named after it; None where no part was named."""
    near = _before(words, figures, offset)
    whole = max(near, key=lambda figure: figure.high, default=None)
    if whole is None:
        return None
    parts = [
        figure.high
        for figure in near
        if figure.start > whole.start
        and re.match(
            r"\s(?:of (?:them|whom)\s)?(?:[a-z]+ly\s)?(?:" + _VERB + "|[,;])",
            words.text[figure.after : figure.after + 40],
        )
    ]
    left = whole.high - sum(parts, Decimal(0))
    return left if parts and left > 0 else None


_MORE_OR_LESS = re.compile(r"\s(?:less|more|lower|higher|fewer|up|down)\b")


def share_units(words: Words, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Gives the figures again; a bare "15 billion" after "40 billion crowns" in one sentence is in crowns as well."""
    result: list[Figure] = []
    for figure in figures:
        before = result[-1] if result else None
        unit = _unit_of(words, before, figure) if before is not None else None
        result.append(replace(figure, unit=unit) if unit is not None else figure)
    return tuple(result)


_AGAINST = re.compile(r"\b(?:against|from|to|versus|compared with|compared to|than)\s(?:the\s|about\s|some\s)?$")


def _compared(words: Words, before: Figure, figure: Figure) -> bool:
    """Says whether a bare number is set against the one before ("against 2,150 a year earlier") or goes on from it ("3,500 more in the second")."""
    token = words.next_token(figure.after)
    if _MORE_OR_LESS.match(words.text, figure.after):
        index = words.from_offset(figure.after) + 1
        token = words.tokens[index] if index < len(words.tokens) else None
        return token is None or token.pos not in ("NOUN", "PROPN", "ADJ")
    near = figure.start - before.end < 50 and before.high > 0 and Decimal("0.05") < figure.low / before.high < 20
    return (
        near
        and _AGAINST.search(words.text[max(0, figure.start - 30) : figure.start]) is not None
        and (token is None or token.pos not in ("NOUN", "PROPN", "ADJ") or token.text.lower() in ("last", "earlier"))
    )


def _unit_of(words: Words, before: Figure, figure: Figure) -> Unit | None:
    """Gives the unit of the figure before, where this one has neither unit nor noun but a scale word of its own."""
    if (
        figure.unit is not None
        or before.unit is None
        or before.unit.kind not in ("money", "measure")
        or figure.kind not in ("number", "range")
    ):
        return None
    if (
        figure.numerals
        and words.sentence_index(before.start) == words.sentence_index(figure.start)
        and _compared(words, before, figure)
    ):
        return before.unit
    scaled = (
        bool(figure.numerals)
        and figure.numerals[-1].scale >= 10**3
        and bool(before.numerals)
        and before.numerals[-1].scale >= 10**3
    )
    if not scaled or words.sentence_index(before.start) != words.sentence_index(figure.start):
        return None
    token = words.next_token(figure.after)
    bare = (
        token is None
        or token.pos not in ("NOUN", "PROPN", "ADJ", "VERB")
        or _MORE_OR_LESS.match(words.text, figure.after)
    )
    return before.unit if bare and (token is None or token.text.lower() != "of") else None
