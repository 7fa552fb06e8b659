"""Two figures side by side: what each page says, what the machine answered and checked, and what people say."""

from __future__ import annotations

from typing import Any

from firsthand.errors import UnknownId
from firsthand.ledger import waiting_pairs
from firsthand.records import FigureRow, Release, pair_key
from firsthand.records.review import REVIEW_RELATIONS
from firsthand.web.pages.case import COUNTED
from firsthand.web.pages.claim import lead_in, lead_out
from firsthand.web.pages.desk import relate, undo
from firsthand.web.visit import Visit

_AROUND = 220


def pair(visit: Visit) -> dict[str, Any]:
    """One pair."""
    one, other = visit.names["one"], visit.names["other"]
    sides = [_side(visit, quantity) for quantity in (one, other)]
    key = pair_key(one, other)
    return {
        "title": "Two figures", "sides": sides, "version": visit.ledger.version(key), "seen": visit.ledger.newest_review(), "history": visit.ledger.reviews(key),
        "standing": visit.ledger.standing(key), "judgements": _judged(visit, sides), "relations": REVIEW_RELATIONS, "one": one, "other": other,
        **_after(visit, key),
    }  # fmt: skip


def _after(visit: Visit, key: str) -> dict[str, Any]:
    """Gives the next pair that waits, and how many do; in a large case none is looked for."""
    if visit.ledger.counts().claims > COUNTED:
        return {"after": None, "waits": 0}
    waits = [(each.left.figures[0][1], each.right.figures[0][1]) for each in waiting_pairs(visit.ledger)]
    keys = [pair_key(*each) for each in waits]
    place = keys.index(key) + 1 if key in keys else 0
    return {"after": waits[place] if place < len(waits) else None, "waits": len(waits)}


def _side(visit: Visit, quantity: str) -> dict[str, Any]:
    rows: list[FigureRow] = visit.ledger.figures(quantity=quantity)
    if not rows:
        raise UnknownId(f"No figure {quantity!r} in this case.")
    row = rows[0]
    text = visit.ledger.article(row.article).text
    return {
        "row": row, "claim": visit.ledger.claim_row(row.claim), "release": visit.ledger.view(Release, row.release) if row.release else None,
        "before": lead_in(text, row.start, _AROUND), "words": text[row.start : row.end], "after": lead_out(text, row.end, _AROUND),
    }  # fmt: skip


def _judged(visit: Visit, sides: list[dict[str, Any]]) -> list[Any]:
    releases = {side["release"].id for side in sides if side["release"]}
    found = {j.id: j for r in releases for j in visit.ledger.judgements(about="origin", identity=r)}
    return [j for j in found.values() if {j.subject, j.object} == releases]


def decide(visit: Visit) -> str:
    """Stores what a person says of the pair, or takes it back."""
    return undo(visit) if visit.form.get("action") == "undo" else relate(visit)
