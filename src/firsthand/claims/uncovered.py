"""Figures that no statement holds: each gets the writer's statement of the stretch it stands in, so that no number is left without a claim."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.claims.content import clean
from firsthand.claims.draft import Draft
from firsthand.claims.stretches import after_dateline
from firsthand.claims.view import Line, View
from firsthand.records import Quantity, Span


def add_uncovered(view: View, drafts: Sequence[Draft], quantities: Sequence[Quantity]) -> list[Draft]:
    """Gives a statement without a speaker for each stretch that holds a figure and no statement, in text order."""
    found: dict[Span, Draft] = {}
    for quantity in quantities:
        line = view.line_at(quantity.span.start)
        if line is None or _is_taken(drafts, quantity.span):
            continue
        content = clean(view, (_stretch(view, line, drafts, quantity.span),))
        if content:
            rule = "figure outside any statement"
            kind = "headline" if line.kind == "headline" else "unattributed"
            found[content[0]] = Draft(content=content, kind=kind, line=line.index, rules=(rule,))
    return list(found.values())


def _is_taken(drafts: Sequence[Draft], span: Span) -> bool:
    """Says whether a figure stands in a statement, or in the words that name a source ("two officials")."""
    held = [s for d in drafts for s in (*d.content, *d.source, *d.cue) if d.kind != "scare quote"]
    return any(s.overlaps(span) for s in held)


def _stretch(view: View, line: Line, drafts: Sequence[Draft], span: Span) -> Span:
    """Gives the part of a sentence round a figure that no statement, source or cue takes."""
    low = line.tokens[after_dateline(line)].start if line.tokens else line.span.start
    high = line.span.end
    for draft in drafts:
        for taken in (*draft.content, *draft.source, *draft.cue):
            if taken.end <= span.start:
                low = max(low, taken.end)
            elif taken.start >= span.end:
                high = min(high, taken.start)
    return Span(min(low, span.start), max(high, span.end))
