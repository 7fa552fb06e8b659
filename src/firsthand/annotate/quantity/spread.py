"""Bounds that hold for a whole list: "at least 70 ponies were sold, 25 lent and 12 kept"."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.annotate.quantity.words import Words
from firsthand.records import Quantity

_SPREADING = frozenset(("about", "at least", "more than", "up to", "less than", "nearly"))
# What stands between two members of a bare list: the noun and verb of the first, a comma or "and", nothing with a subject of its own.
_LIST_GLUE = re.compile(
    r"(?P<first>(?:\s[\w’'-]+){0,7}?)(?:,\s|,?\sand\s|\sor\s)(?P<verb>(?:[a-z]+(?:ed|ing|t)\s)?)(?:another\s|a\sfurther\s)?"
)
_STOPS = re.compile(
    r"\b(?:including|of\swhom|of\swhich|among|while|but|whereas|with|who|which|that|where|as|so|after|the\srest|the\sother|including|said|of\sthem|this\syear|leaving|"
    r"bringing|taking|from|for|than|between|or\s\d|in\s[a-z]+\s(?:hours|days|weeks|months|years))\b",
    re.IGNORECASE,
)


def spread_bounds(words: Words, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Gives the quantities again, members of a bare list under the bound of its first member."""
    result: list[Quantity] = []
    for quantity in quantities:
        before = result[-1] if result else None
        result.append(
            _under(before, quantity) if before is not None and _in_list(words, before, quantity) else quantity
        )
    return tuple(result)


def _under(before: Quantity, quantity: Quantity) -> Quantity:
    return replace(
        quantity,
        comparator=before.comparator,
        comparator_span=before.comparator_span,
        rule=f"{quantity.rule}; bound spread over the list",
    )


def _in_list(words: Words, before: Quantity, quantity: Quantity) -> bool:
    if before.comparator not in _SPREADING or quantity.comparator is not None or before.comparator_span is None:
        return False
    if before.comparator_span.start > before.span.start or (before.unit is None) != (quantity.unit is None):
        return False
    if words.sentence_index(before.span.start) != words.sentence_index(quantity.span.start):
        return False
    between = words.text[before.span.end : quantity.span.start]
    glue = _LIST_GLUE.fullmatch(between)
    if glue is None or _STOPS.search(between) or _PORTION.match(words.text, quantity.span.end):
        return False
    if "and" not in between and quantity.elided and _ASIDE.match(words.text, quantity.span.end):
        return False
    if re.match(r"\s(?:more|fewer|less)\b", words.text[quantity.span.end : quantity.span.end + 6]):
        return False
    return not (
        _finite_within(words, before.span.end, quantity.span.start)
        and (not quantity.elided or _finite_soon(words, quantity))
    )


_PORTION = re.compile(r"\s(?:of (?:them|whom|which|those|these|it)\b)")
_ASIDE = re.compile(r"\s(?:before|after|in|at|from|on|during|since|near)\b")
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def _finite_within(words: Words, start: int, end: int) -> bool:
    """Says whether a finite verb stands in a stretch of the text."""
    return any(words.tokens[index].tag in _FINITE for index in words.token_range(start, end))


def _finite_soon(words: Words, quantity: Quantity) -> bool:
    """Says whether the quantity has a finite auxiliary of its own before its phrase ends ("26 were hurt")."""
    for index in words.token_range(
        quantity.span.end, min(words.sentence(quantity.span.start).end, quantity.span.end + 60)
    ):
        token = words.tokens[index]
        if token.text in (",", ";", ".", "and"):
            return False
        if token.tag in _FINITE and token.lemma in ("be", "have", "do", "will", "can", "may", "could", "must", "would"):
            return True
    return False
