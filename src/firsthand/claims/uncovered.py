"""Figures that no statement holds: each gets the writer's statement of the stretch it stands in, so that no number is left without a claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.claims.content import clean
from firsthand.claims.details import NARROW
from firsthand.claims.draft import Draft
from firsthand.claims.placed import Placed
from firsthand.claims.stretches import after_dateline
from firsthand.claims.view import Line, View
from firsthand.records import Quantity, Span

_JOINED = re.compile(r", (?:and|but|while|whereas|though|although) ")


def add_uncovered(view: View, drafts: Sequence[Draft], quantities: Sequence[Quantity]) -> list[Draft]:
    """Gives a statement without a speaker for each stretch that holds a figure and no statement, in text order."""
    found: dict[Span, Draft] = {}
    placed = Placed(view, drafts)
    for quantity in quantities:
        line = view.line_at(quantity.span.start)
        if line is None:
            continue
        near = [drafts[at] for at in placed.near((quantity.span, line.span))]
        if _is_taken(near, quantity.span) or _goes_with_statement(view, line, near, quantity):
            continue
        content = clean(view, (_stretch(view, line, near, quantity.span),))
        if content:
            rule = "figure outside any statement"
            kind = "headline" if line.kind == "headline" else "unattributed"
            found[content[0]] = Draft(content=content, kind=kind, line=line.index, rules=(rule,))
    return list(found.values())


def _is_taken(drafts: Sequence[Draft], span: Span) -> bool:
    """Says whether a figure stands in a statement, or in the words that name a source ("two officials")."""
    held = [s for d in drafts for s in (*d.content, *d.source, *d.cue) if d.kind != "scare quote"]
    return any(s.overlaps(span) for s in held)


def _goes_with_statement(view: View, line: Line, drafts: Sequence[Draft], quantity: Quantity) -> bool:
    """Says whether a figure beside a statement of its sentence is meant as that speaker's ("the mayor raised the dead to 12, while 40 are hurt").

    A vague count is the writer's own, and so is a figure that a colon or semicolon parts from the statement, or one in the main
    clause before "…, which says".
    """
    here = [d for d in drafts if d.line == line.index and d.kind != "scare quote" and NARROW not in d.rules]
    if not here or quantity.comparator == "vague":
        return False
    near = min(here, key=lambda d: min(abs(s.start - quantity.span.start) for s in d.content))
    low, high = sorted((quantity.span, near.content[0]))
    between = view.text[low.end : high.start]
    joined = low is quantity.span and _JOINED.search(between)  # "240 were aboard, and the manifest shows 186"
    parted = joined or any(mark in between for mark in (";", ":"))
    return not parted and not ("phrase relative" in near.rules and quantity.span.start < near.start)


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
