"""The review queue: what waits for a person, several decisions at once with a look at them first, and how far reviewers agree."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from firsthand.errors import UsageError
from firsthand.ledger import GAP_NAMES, Ledger, Signed, waiting, waiting_pairs
from firsthand.records import Review
from firsthand.web.visit import Visit

_SHOWN = 60
BULK = {"accept": "Accept", "reject": "Reject"}


def queue(visit: Visit) -> dict[str, Any]:
    """What waits, narrowed to one reason if asked; decided ones apart."""
    gap = visit.asked("gap")
    found = waiting(visit.ledger)
    counts = {name: sum(1 for each in found if name in each.gaps) for name in GAP_NAMES}
    shown = [each for each in found if not gap or gap in each.gaps]
    pairs = waiting_pairs(visit.ledger)
    return {
        "title": "Review", "waiting": shown[:_SHOWN], "total": len(found), "shown_total": len(shown), "gap": gap, "reasons": counts, "pairs": pairs[:20],
        "pairs_total": len(pairs), "decided": len(visit.ledger.decided()), "agreement": agreement(visit.ledger),
        "versions": {each.row.id: visit.ledger.version(each.row.id) for each in shown[:_SHOWN]},
    }  # fmt: skip


def decisions(visit: Visit) -> dict[str, Any]:
    """Every decision, the newest first, and where reviewers differ."""
    signed = list(reversed(visit.ledger.reviews()))
    return {"title": "Decisions", "signed": signed[:200], "total": len(signed), "agreement": agreement(visit.ledger), "words": _words(visit, signed[:200]), "pages": {s.record.subject for s in signed if s.record.action == "derive"}}  # fmt: skip


def _words(visit: Visit, signed: list[Signed[Review]]) -> dict[str, str]:
    keys = {s.record.subject for s in signed if " " not in s.record.key}
    return {key: visit.ledger.claim_row(key).words for key in sorted(keys)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How two reviewers' latest decisions on the same things compare."""

    one: str
    other: str
    both: int
    same: int
    differing: tuple[tuple[Signed[Review], Signed[Review]], ...]


def agreement(ledger: Ledger) -> list[Agreement]:
    """Gives for each two reviewers how many things both decided, and how many alike."""
    latest: defaultdict[str, dict[tuple[str, str, str], Signed[Review]]] = defaultdict(dict)
    for signed in ledger.reviews():
        if not signed.undone and signed.record.action != "undo":
            latest[signed.record.by][signed.record.place] = signed
    found = []
    for one, other in combinations(sorted(latest), 2):
        shared = [(latest[one][p], latest[other][p]) for p in latest[one] if p in latest[other]]
        apart = tuple((a, b) for a, b in shared if (a.record.action, a.record.value) != (b.record.action, b.record.value))  # fmt: skip
        if shared:
            found.append(Agreement(one=one, other=other, both=len(shared), same=len(shared) - len(apart), differing=apart))  # fmt: skip
    return found


def preview(visit: Visit) -> dict[str, Any]:
    """What a bulk decision would do, before it does it."""
    form = visit.form
    form.need(claim="at least one claim", action="what to do")
    action = form.get("action")
    if action not in BULK:
        raise UsageError("Several claims can be accepted or rejected at once; edits are made one by one.")
    rows = [visit.ledger.claim_row(identity) for identity in dict.fromkeys(form.all("claim"))]
    return {
        "title": f"{BULK[action]} {len(rows)} claims?", "action": action, "verb": BULK[action], "rows": rows,
        "versions": {row.id: form.number(f"saw-{row.id}") or 0 for row in rows},
        "standing": {row.id: visit.ledger.standing(row.id) for row in rows},
    }  # fmt: skip


def bulk(visit: Visit) -> str:
    """Stores the decisions of a preview, all or none."""
    form = visit.form
    labels = {"by": "your name"} | ({"reason": "the reason"} if form.get("action") == "reject" else {})
    form.need(**labels, claim="at least one claim")
    if form.get("action") not in BULK:
        raise UsageError("Several claims can be accepted or rejected at once.")
    decided = [
        (
            Review(
                subject=identity, action="accept" if form.get("action") == "accept" else "reject", by=form.get("by"), at=visit.now,
                reason=form.get("reason"),
            ),
            form.number(f"saw-{identity}") or 0,
        )
        for identity in dict.fromkeys(form.all("claim"))
    ]  # fmt: skip
    visit.ledger.review_many(decided)
    return "/review/decisions"
