"""The number expressions of a text, in order: numerals with sign and unit, joined where they belong together, and counts in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.annotate.quantity.figure import Figure
from firsthand.annotate.quantity.joins import join
from firsthand.annotate.quantity.lists import word_set
from firsthand.annotate.quantity.masks import masked_spans, refusal
from firsthand.annotate.quantity.units import Unit, sign_before, unit_after
from firsthand.annotate.quantity.word_figures import word_figures
from firsthand.annotate.quantity.words import Words
from firsthand.text.numbers import Numeral, find_numerals
from firsthand.text.ordered import Ordered


def find_figures(words: Words) -> tuple[Figure, ...]:
    """Gives the number expressions that may be quantities, in text order, without overlaps."""
    figures = list(word_figures(words))
    taken = Ordered(figures, lambda figure: (figure.start, figure.end))
    numerals = [n for n in find_numerals(words.text) if not taken.over(n.start, n.end)]
    kept = list(_kept(words, numerals, masked_spans(words.text, numerals)))
    figures += join(words, [sized for n in kept if (sized := _size(words, n)) is not None])
    return tuple(sorted((f for f in figures if _counts(words, f)), key=lambda figure: figure.start))


def _kept(words: Words, numerals: list[Numeral], masked: list[tuple[int, int, str]]) -> Iterator[Numeral]:
    """Gives the numerals that no mask refuses; what is tied by a hyphen or slash to a refused one goes with it ("ISO 3888-2")."""
    refused_to, reason = -1, None
    for numeral in numerals:
        glue = words.text[refused_to : numeral.start] if 0 <= refused_to <= numeral.start < refused_to + 6 else ""
        tied = glue in ("-", "/", "–") or (
            reason == "designation" and glue in (" and ", " to ", ", ", " or ") and _stands_bare(words, numeral.end)
        )
        reason = (reason or "designation") if tied else refusal(words, numeral, masked)
        if reason is not None:
            refused_to = numeral.end
        else:
            yield numeral


def _stands_bare(words: Words, end: int) -> bool:
    """Says whether no noun follows a number at once."""
    token = words.next_token(end)
    return token is None or (token.pos not in ("NOUN", "PROPN", "ADJ") and token.text not in ("%", "-"))


def _size(words: Words, numeral: Numeral) -> Figure | None:
    """Gives one numeral with its currency sign, minus sign and unit."""
    text, start, end, value = words.text, numeral.start, numeral.end, numeral.value
    sign = sign_before(text, start) if numeral.kind == "digits" else None
    unit = Unit(sign[1], "money") if sign else None
    start = sign[0] if sign else start
    if (
        (found_sign := sign) is None
        and (early := unit_after(text, end)) is not None
        and early[2].kind in ("percent", "measure")
    ):
        found_sign = (start, early[2].name)
    if found_sign and (
        minus := re.search(
            r"(?:(?<=[\s(])|^)(?:[-−]|minus[\s-])$|(?<=[$€£])[-−]$",
            text[max(0, numeral.start - 7) : start if not sign else numeral.start],
        )
    ):
        value, start = -value, min(start, numeral.start - len(minus.group()))
    after, unit_start = end, None
    found = unit_after(text, end)
    if numeral.letter == "m" and not sign and not _counts_many(words, end):
        value, found, end = numeral.base, (end - 1, end, Unit("metre", "measure")), end - 1
    if (
        found
        and not sign
        and not (numeral.kind == "fraction" and found[2].kind != "percent" and text[end : end + 1] == "-")
    ):
        unit_start, after, unit = found
        if unit.kind == "percent" or unit_start == numeral.end or unit_start == end:
            end = after
    elif found and sign and found[2].kind == "money":
        after = found[1]
    if (
        numeral.kind == "fraction" and (an := _ARTICLE.match(text, end)) and (found := unit_after(text, an.end() - 1))
    ) and found[2].kind in ("time", "measure"):
        unit_start, after, unit = found
    if unit is None and _MAGNITUDE.search(text[max(0, start - 14) : start]):
        unit = Unit("magnitude", "measure")
    kind = "fraction" if numeral.kind == "fraction" and unit is None else "number"
    return Figure(
        start=start, end=end, after=after, low=value, high=value, rule=f"{numeral.kind} number", unit=unit, unit_start=unit_start,
        kind=kind, signed=sign is not None, numerals=(numeral,),
    )  # fmt: skip


_ARTICLE = re.compile(r"\s(?:an?|the)\s")
_MAGNITUDE = re.compile(r"\bmagnitude[\s-](?:of\s)?$", re.IGNORECASE)


def _counts_many(words: Words, end: int) -> bool:
    """Says whether "2.7m" is followed by a noun that millions are counted of, and is no length."""
    token = words.next_token(end)
    if token is None:
        return False
    if token.tag in ("NNS", "NNPS"):
        return True
    index = words.from_offset(end) + 1
    return (
        token.tag in ("JJ", "NN", "NNP")
        and token.text.lower() not in _LENGTHS
        and words.tokens[index : index + 1] != ()
        and words.tokens[index].tag == "NNS"
    )


_LENGTHS = word_set("deep long high tall wide away below above apart thick sprint hurdles race final relay")

# A number tied to a word by a hyphen is part of its name or kind ("six-speed", "two-month") unless it measures or tells a strength.
_TIED = re.compile(r"[-‑](?=[A-Za-z])(?!strong\b|plus\b|odd\b|per-?cent\b|percent\b)")


def _counts(words: Words, figure: Figure) -> bool:
    """Says whether a number expression stands free; ties by hyphen count only for measures and money."""
    text = words.text
    if _TIED.match(text, figure.end) and (figure.unit is None or figure.unit.kind == "time") and not figure.signed:
        return False
    if (
        figure.unit is not None
        and figure.unit.kind == "time"
        and figure.unit_start is not None
        and text[figure.unit_start - 1] == "-"
    ):
        return False
    return not (
        re.search(r"[A-Za-z]-$", text[max(0, figure.start - 2) : figure.start])
        and not re.search(
            r"\b(?:sub|mid|minus|to|pre|non|over|than)-$", text[max(0, figure.start - 6) : figure.start], re.I
        )
    )
