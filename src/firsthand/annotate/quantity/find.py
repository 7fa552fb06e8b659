"""Quantities of a document, in text order: figures with their comparator, what they count, and their slots."""

from __future__ import annotations

import re
from decimal import Decimal

from firsthand.annotate.quantity import comparators
from firsthand.annotate.quantity.antecedents import Known
from firsthand.annotate.quantity.carried import carried, share_units
from firsthand.annotate.quantity.elided import recover
from firsthand.annotate.quantity.figure import Figure
from firsthand.annotate.quantity.figures import find_figures
from firsthand.annotate.quantity.masks import masked_spans, refusal
from firsthand.annotate.quantity.nouns import Counted, counted_beside, measure_itself
from firsthand.annotate.quantity.slots import slots_of
from firsthand.annotate.quantity.spread import spread_bounds
from firsthand.annotate.quantity.words import Words
from firsthand.records import Comparator, Document, Quantity, Span, derive
from firsthand.text.numbers import find_numerals


def find_quantities(document: Document) -> tuple[Quantity, ...]:
    """Gives the quantities of a document in text order: each number that measures or counts, with its bound and its noun."""
    words = Words(document)
    known: list[Known] = []
    found: list[Quantity] = []
    floor = per_end = 0
    numbers = find_figures(words)
    figures = share_units(words, sorted([*numbers, *carried(words, numbers)], key=lambda figure: figure.start))
    for index, figure in enumerate(figures):
        ceiling = figures[index + 1].start if index + 1 < len(figures) else len(words.text)
        counted = counted_beside(words, figure) or recover(words, figure, known) or measure_itself(words, figure)
        if figure.end <= per_end:
            # "14.2 per 100,000 people": the denominator is no figure of its own.
            continue
        known.append(Known(figure, counted))
        found.append(_quantity(document, words, figure, counted, floor, ceiling))
        floor = figure.end
        per_end = next((span.end for name, span in found[-1].slot_spans if name == "per"), 0)
    return spread_bounds(words, tuple(found))


def _quantity(
    document: Document, words: Words, figure: Figure, counted: Counted | None, floor: int, ceiling: int
) -> Quantity:
    comparator, comparator_span = _comparator(words, figure, counted, floor, ceiling)
    slots = slots_of(document, words, figure, counted)
    by_name = {name: span.of(words.text) for name, span in slots}
    unit = figure.unit.name if figure.unit else None
    return Quantity(
        id=derive("q", document.article.id, figure.start, figure.end), span=Span(figure.start, figure.end), low=figure.low, high=figure.high,
        comparator=comparator, comparator_span=comparator_span, unit=unit, counted=counted.noun if counted else None,
        counted_spans=counted.spans if counted else (), elided=bool(counted and counted.elided), group=by_name.get("group"),
        place=by_name.get("place"), as_of=by_name.get("as_of"), per=by_name.get("per"), slot_spans=slots,
        rule=f"{figure.rule}; {counted.rule}" if counted else figure.rule,
    )  # fmt: skip


_TAKES_TIME = re.compile(
    r"\b(?:for|last\w*|takes?|took|taken|after|in|spent|spend\w*|been|of|is|was|wait\w*|needs?|needed|within)\s$",
    re.IGNORECASE,
)


def _spans_time(words: Words, figure: Figure, start: int, end: int) -> bool:
    """Says whether "over 10 years" tells how long a sum or a loss is spread, rather than "more than 10 years"."""
    timed = figure.unit is not None and figure.unit.kind == "time" and words.text[start:end].lower() == "over"
    return timed and _TAKES_TIME.search(words.text[max(0, start - 12) : start]) is None


# "In total, North Korea will contribute 6,000 personnel": the cue opens the sentence.
_TOTAL_OPENING = re.compile(r"(?P<cue>In total|In all|Altogether|All told),\s")


def _comparator(
    words: Words, figure: Figure, counted: Counted | None, floor: int, ceiling: int
) -> tuple[Comparator | None, Span | None]:
    """Gives the bound before the number, or after its noun; a vague count without one is *vague*."""
    sentence = words.sentence(figure.start)
    found = comparators.lead(words.text, figure.start, max(floor, sentence.start), second=floor > sentence.start)
    if found and not _spans_time(words, figure, found[1], found[2]):
        return found[0], Span(found[1], found[2])
    if floor <= sentence.start and (opening := _TOTAL_OPENING.match(words.text, sentence.start, figure.start)):
        return "total", Span(opening.start("cue"), opening.end("cue"))
    end = max(figure.after, counted.spans[-1].end if counted and not counted.elided and counted.spans else 0)
    if found := comparators.tail(words.text, figure.after, min(ceiling, sentence.end)) or comparators.tail(
        words.text, end, min(ceiling, sentence.end)
    ):
        return found[0], Span(found[1], found[2])
    if figure.is_vague:
        return "vague", Span(figure.start, figure.end)
    return None, None


def refused_numbers(document: Document) -> tuple[tuple[Span, str, Decimal], ...]:
    """Gives the numbers that are no quantities (dates, ages, names with digits …) with the reason, for `explain`."""
    words = Words(document)
    numerals = list(find_numerals(words.text))
    masked = masked_spans(words.text, numerals)
    rows = ((numeral, refusal(words, numeral, masked)) for numeral in numerals)
    return tuple((Span(n.start, n.end), reason, n.value) for n, reason in rows if reason is not None)
