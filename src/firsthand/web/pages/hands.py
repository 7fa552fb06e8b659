"""Through whose hands one figure came: one value at a time, the newest first, the others a choice away."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.records import Release
from firsthand.web.graph import Picture, source_graph
from firsthand.web.pages.blocks import Block
from firsthand.web.visit import Visit

ALL = "all"
_MOST = 24  # values to choose from


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """The drawing of a figure's hands. `chosen` is the value it is about, None for all together; `choices` the values one may choose."""

    picture: Picture | None
    chosen: Release | None
    choices: tuple[Release, ...]
    left: int


def hands_of(visit: Visit, block: Block) -> Hands:
    """Gives the hands of the value that was asked for, of the newest when none was."""
    asked = visit.asked("hands")
    by_id = {release.id: release for release in block.releases}
    chosen = None if asked == ALL else by_id.get(asked, block.newest.release)
    rows = [row for row in block.rows if chosen is None or row.release == chosen.id]
    choices = tuple(sorted(block.releases, key=lambda r: (r.id != block.newest.release.id, -len(r.articles))))[:_MOST]
    if chosen and chosen not in choices:
        choices = (*choices, chosen)
    ordered = tuple(release for release in block.releases if release in choices)
    return Hands(picture=source_graph(rows), chosen=chosen, choices=ordered, left=len(block.releases) - len(ordered))
