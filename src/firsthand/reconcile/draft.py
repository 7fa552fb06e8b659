"""A draft held against the ledger: where its figures and firmness differ from what the sources say.

The draft is settled together with the case, so the question "which figure is this?" is answered by the same rules as for a page;
nothing of the draft is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from firsthand.records import Claim, Quantity, Reading, Release, Settlement

_FIRM = {
    "confirmed": 3,
    "asserted": 2,
    "planned": 2,
    "corrected": 2,
    "denied": 2,
    "reported": 1,
    "possible": 1,
    "forecast": 1,
    "not confirmed": 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftNote:
    """One thing to look at in a draft: the draft's words, what the ledger has, and the releases that say so."""

    words: str
    kind: str
    detail: str
    releases: tuple[str, ...] = ()


def compare_draft(draft: Reading, readings: tuple[Reading, ...], settlement: Settlement) -> tuple[DraftNote, ...]:
    """Gives a note for every figure of the draft: in the ledger, differing, firmer than its sources, or not in the ledger.

    `settlement` is that of `readings` and the draft together.
    """
    assert draft.article is not None
    statuses = {claim.id: claim.status for reading in readings for claim in reading.claims}
    quantities = {quantity.id: quantity for quantity in draft.quantities}
    own = {claim.id for claim in draft.claims}
    notes = []
    for claim in draft.claims:
        for identity in claim.quantities:
            release = next((r for r in settlement.releases if (claim.id, identity) in r.figures), None)
            notes.append(_note(claim, quantities[identity], draft.article.text, release, settlement, own, statuses))
    return tuple(notes)


def _note(
    claim: Claim,
    quantity: Quantity,
    text: str,
    release: Release | None,
    settlement: Settlement,
    own: set[str],
    statuses: Mapping[str, str],
) -> DraftNote:
    words = " … ".join(span.of(text) for span in claim.content)
    series = [
        r
        for r in settlement.releases
        if release and r.series == release.series and any(c not in own for c, _ in r.figures)
    ]
    equal = [r for r in series if _same(r, quantity)]
    if equal:
        return _firmness(words, claim, equal, own, statuses)
    if series:
        given = "; ".join(f"{r.shown} ({r.asserter or 'nobody named'})" for r in series)
        return DraftNote(
            words=words,
            kind="differs",
            detail=f"the ledger has no {quantity.span.of(text)} for this; it has {given}",
            releases=tuple(r.id for r in series),
        )
    return DraftNote(
        words=words,
        kind="not in the ledger",
        detail=f"no page of the case gives {quantity.span.of(text)} of {quantity.counted or 'this'}",
    )


def _firmness(words: str, claim: Claim, equal: list[Release], own: set[str], statuses: Mapping[str, str]) -> DraftNote:
    said = [statuses[c] for r in equal for c, _ in r.figures if c not in own and c in statuses]
    origins = len({r.origin for r in equal if r.established})
    behind = f"{origins} named origin{'s' if origins != 1 else ''}: {', '.join(sorted({r.asserter for r in equal if r.asserter})) or 'nobody named'}"
    identities = tuple(r.id for r in equal)
    if said and _FIRM[claim.status] > max(_FIRM[status] for status in said):
        return DraftNote(
            words=words,
            kind="firmer than its sources",
            detail=f"your draft says {claim.status}; every source says {', '.join(sorted(set(said)))}; {behind}",
            releases=identities,
        )
    return DraftNote(words=words, kind="in the ledger", detail=behind, releases=identities)


def _same(release: Release, quantity: Quantity) -> bool:
    return Decimal(release.low) == quantity.low and Decimal(release.high) == quantity.high
