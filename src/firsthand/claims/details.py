"""Which figures, times and places belong to which claim: each figure to exactly one, the innermost that holds its words."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.claims.draft import Draft
from firsthand.claims.view import View
from firsthand.records import ClaimTime, Place, Quantity, Span, Timex


def figures_of(view: View, drafts: Sequence[Draft], quantities: Sequence[Quantity]) -> list[tuple[str, ...]]:
    """Gives the ids of the figures of each draft, in text order."""
    found: list[list[str]] = [[] for _ in drafts]
    for quantity in quantities:
        owner = owner_of(view, drafts, quantity.span)
        if owner is not None:
            found[owner].append(quantity.id)
    return [tuple(ids) for ids in found]


def owner_of(view: View, drafts: Sequence[Draft], span: Span) -> int | None:
    """Gives the index of the draft that a figure belongs to: the shortest content around it, else the nearest statement of its sentence."""
    holding = [
        (sum(s.end - s.start for s in d.content), i)
        for i, d in enumerate(drafts)
        if any(s.overlaps(span) for s in d.content)
    ]
    holding = [(length, i) for length, i in holding if drafts[i].kind != "scare quote"]
    if holding:
        attributed = [item for item in holding if drafts[item[1]].attributed]
        return min(attributed or holding)[1]
    line = view.line_at(span.start)
    near = [
        (min(abs(s.start - span.start) for s in d.content), i)
        for i, d in enumerate(drafts)
        if line and d.line == line.index
    ]
    return min(near)[1] if near else None


def times_of(view: View, draft: Draft, timexes: Sequence[Timex]) -> tuple[ClaimTime, ...]:
    """Gives the times of a draft: those in its content happened, those beside its cue say when it was said."""
    found = []
    line = view.lines[draft.line]
    for timex in timexes:
        if any(s.overlaps(timex.span) for s in draft.content):
            found.append(ClaimTime(timex=timex.id, role="happened"))
        elif line.span.contains(timex.span):
            said = draft.attributed and bool(draft.cue) and _beside_cue(view, draft, timex.span)
            found.append(ClaimTime(timex=timex.id, role="said" if said else "happened"))
    return tuple(found)


def _beside_cue(view: View, draft: Draft, span: Span) -> bool:
    """Says whether a time outside the content belongs to the act of saying: no clause of the writer's own stands between."""
    gap = min(abs(span.start - c.end) if span.start >= c.end else abs(c.start - span.end) for c in draft.cue)
    lead = span.end <= draft.start and view.text[span.end : draft.start].count(",") > 1
    return gap < 160 and not lead


def places_of(draft: Draft, places: Sequence[Place]) -> tuple[str, ...]:
    """Gives the ids of the places in a draft's content."""
    return tuple(p.id for p in places if any(s.overlaps(p.span) for s in draft.content))
