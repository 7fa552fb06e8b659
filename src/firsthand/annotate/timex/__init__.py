"""Time expressions: found by a table of patterns, read against the page's publication date and each other.

A day that the page does not fix is not guessed into the ledger: "Tuesday" on an undated page has no value and says why. Where a
reading had to choose (no verb tells back from ahead) the value is kept for scoring, marked `guessed`, and gives no days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.annotate.timex.bounds import with_bounds
from firsthand.annotate.timex.calendar import OUTSIDE, Reading, unresolved
from firsthand.annotate.timex.context import Context
from firsthand.annotate.timex.found import Found
from firsthand.annotate.timex.rules import RULES, Rule
from firsthand.records import Article, Document, Span, Timex, derive

__all__ = ["find_timexes", "places_of_times"]

_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")


def find_timexes(document: Document) -> tuple[Timex, ...]:
    """Gives the time expressions of a document in text order. They do not overlap."""
    context = Context.of(document)
    timexes: list[Timex] = []
    for found, rule in _kept(document):
        reading = _read(rule, found, context)
        if reading is not None:
            context.done.append((found.start, found.end, reading))
            timexes.append(_timex(document, found, rule, reading))
    return with_bounds(document, timexes)


def places_of_times(article: Article) -> tuple[int, ...]:
    """Gives the offsets at which expressions may stand, by the patterns alone: where none is in a sentence, its tags need not be known."""
    return tuple(found.start for block in article.blocks for _, found, _ in _matches(article.text, block.span))


def _read(rule: Rule, found: Found, context: Context) -> Reading | None:
    try:
        return rule.reader(found, context)
    except (ValueError, OverflowError):
        # "900 million years earlier": the only errors calendar arithmetic knows are results that no calendar holds.
        return unresolved(OUTSIDE)


def _kept(document: Document) -> Iterator[tuple[Found, Rule]]:
    """Gives the matches to be read, in text order: of those that overlap the longest, then the upper row."""
    for block in document.article.blocks:
        end = 0
        for found, rule in _longest(list(_matches(document.text, block.span))):
            if found.start >= end:
                yield found, rule
                end = found.end


def _matches(text: str, span: Span) -> Iterator[tuple[int, Found, Rule]]:
    lower = span.of(text).lower()
    words = _words(lower)
    for order, rule in enumerate(RULES):
        if words.isdisjoint(rule.needs) or (rule.sign and not rule.sign.search(lower)):
            continue
        for match in rule.pattern.expression.finditer(text, span.start, span.end):
            if match.end() > match.start():
                yield order, Found(match, rule.pattern, rule.name), rule


def _words(lower: str) -> set[str]:
    found = set(_WORD.findall(lower))
    if _DIGIT.search(lower):
        found.add("#")
    return found


def _longest(matches: list[tuple[int, Found, Rule]]) -> list[tuple[Found, Rule]]:
    kept: list[tuple[Found, Rule]] = []
    for _, found, rule in sorted(matches, key=lambda m: (m[1].start - m[1].end, m[0], m[1].start)):
        if all(found.end <= other.start or other.end <= found.start for other, _ in kept):
            kept.append((found, rule))
    return sorted(kept, key=lambda pair: pair[0].start)


def _timex(document: Document, found: Found, rule: Rule, reading: Reading) -> Timex:
    fixed = reading.first is not None and reading.last is not None and not reading.guessed
    return Timex(
        id=derive("t", document.article.id, found.start, found.end),
        span=Span(found.start, found.end),
        type=reading.type,
        value=reading.value,
        earliest=reading.first.isoformat() if fixed and reading.first else None,
        latest=reading.last.isoformat() if fixed and reading.last else None,
        granularity=reading.granularity,
        anchor=reading.anchor,
        unresolved=reading.unresolved,
        guessed=reading.guessed,
        rule=rule.name,
        zone=found["zone"] or None,
    )
