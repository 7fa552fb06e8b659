"""Which figures, times and places belong to which claim: each figure to exactly one, the innermost that holds its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from firsthand.claims.draft import Draft
from firsthand.claims.view import View
from firsthand.records import ClaimTime, Place, Quantity, Span, Timex, hull
from firsthand.text.ordered import Ordered

BESIDE = "figure beside another's"  # a statement of one number, which takes no other
NARROW = "gives this figure"  # likewise, by its words alone


def figures_of(view: View, drafts: Sequence[Draft], quantities: Sequence[Quantity]) -> list[tuple[str, ...]]:
    """Gives the ids of the figures of each draft, in text order."""
    found: list[list[str]] = [[] for _ in drafts]
    for quantity, owner in zip(quantities, owners_of(view, drafts, quantities), strict=True):
        if owner is not None:
            found[owner].append(quantity.id)
    return [tuple(ids) for ids in found]


def owners_of(view: View, drafts: Sequence[Draft], quantities: Sequence[Quantity]) -> list[int | None]:
    """Gives for each figure the index of the draft that it belongs to: the shortest content around it, else the nearest statement of its
    sentence."""
    pieces = [(span, i) for i, d in enumerate(drafts) if d.kind != "scare quote" for span in d.content]
    contents = Ordered(pieces, lambda piece: (piece[0].start, piece[0].end))
    by_line: dict[int, list[int]] = defaultdict(list)
    for i, draft in enumerate(drafts):
        if not any(r == NARROW or r.startswith(BESIDE) for r in draft.rules):
            by_line[draft.line].append(i)

    def owner(span: Span) -> int | None:
        holding = {i for _, i in contents.over(span.start, span.end)}
        if holding:
            attributed = {i for i in holding if drafts[i].attributed}
            return min(attributed or holding, key=lambda i: (sum(s.end - s.start for s in drafts[i].content), i))
        line = view.line_at(span.start)
        near = by_line.get(line.index, ()) if line else ()
        return min(near, key=lambda i: (min(abs(s.start - span.start) for s in drafts[i].content), i), default=None)

    return [owner(q.span) for q in quantities]


def times_of(view: View, draft: Draft, timexes: Ordered[Timex]) -> tuple[ClaimTime, ...]:
    """Gives the times of a draft: those in its content happened, those beside its cue say when it was said."""
    found = []
    line = view.lines[draft.line]
    reach = hull((*draft.content, line.span))
    for timex in timexes.over(reach.start, reach.end):
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


def places_of(draft: Draft, places: Ordered[Place]) -> tuple[str, ...]:
    """Gives the ids of the places in a draft's content."""
    reach = hull(draft.content)
    return tuple(p.id for p in places.over(reach.start, reach.end) if any(s.overlaps(p.span) for s in draft.content))
