"""The figure series: every release with its pages, the answer for every pair, and what to copy from it."""

from __future__ import annotations

from typing import Any

from firsthand.records import Series
from firsthand.web.pages.blocks import block_of, denials_in, pairs_of
from firsthand.web.pages.compare import choices
from firsthand.web.pages.hands import hands_of
from firsthand.web.pages.notes import thread
from firsthand.web.pages.sourcing import figure_with_footnotes
from firsthand.web.pages.wordings import wordings
from firsthand.web.visit import Visit


def series(visit: Visit) -> dict[str, Any]:
    """One series."""
    each = visit.ledger.view(Series, visit.names["id"])
    block = block_of(visit.ledger, each, denials_in(visit.ledger))
    quantities = [quantity for release in block.releases for _, quantity in release.figures]
    return {
        "title": block.label, "block": block, "choices": choices((block,)), "pairs": pairs_of(visit.ledger, block.releases), "hands_": hands_of(visit, block), "wordings": wordings(visit.ledger, block),
        "copy": figure_with_footnotes(visit.ledger, block), "notes": thread(visit, "figure", quantities[0], quantities),
        "scopes": _scopes(visit, quantities),
    }  # fmt: skip


def _scopes(visit: Visit, quantities: list[str]) -> list[dict[str, Any]]:
    """Gives the decisions people took about these figures."""
    mine = set(quantities)
    return [{"signed": s} for s in visit.ledger.related() if mine & set(s.record.key.split())]
