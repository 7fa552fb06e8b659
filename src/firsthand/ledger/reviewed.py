"""A reading as people corrected it. The machine's own stays in the log unchanged; this is what settling works with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from firsthand.ledger.people import Signed
from firsthand.records import THE_WRITER, Claim, Hop, Quantity, Reading, Review, Speaker, SpeakerKind, Status

Decided = Mapping[str, Sequence[Signed[Review]]]


def as_reviewed(reading: Reading, decided: Decided) -> Reading:
    """Gives the reading without its rejected claims, and with each edited slot as the latest decision has it."""
    rejected = {claim.id for claim in reading.claims if _rejected(decided.get(claim.id, ()))}
    quantities = tuple(_corrected(quantity, reading.claims, decided) for quantity in reading.quantities)
    claims = tuple(
        _edited(claim, rejected, quantities, decided.get(claim.id, ()))
        for claim in reading.claims
        if claim.id not in rejected
    )
    return replace(reading, claims=claims, quantities=quantities)


def _rejected(decisions: Sequence[Signed[Review]]) -> bool:
    return any(signed.record.action == "reject" for signed in decisions)


def _edited(
    claim: Claim, rejected: set[str], quantities: Sequence[Quantity], decisions: Sequence[Signed[Review]]
) -> Claim:
    for signed in decisions:
        review = signed.record
        if review.slot == "speaker":
            claim = _spoken(claim, str(review.value), review.by)
        elif review.slot == "status":
            claim = replace(claim, status=cast(Status, review.value), status_rule=f"decided by {review.by}")
        elif review.slot == "content":
            inside = {q.id for q in quantities if any(span.contains(q.span) for span in review.spans)}
            claim = replace(claim, content=review.spans, quantities=tuple(q for q in claim.quantities if q in inside))
    return replace(claim, denies=None) if claim.denies in rejected else claim


def _spoken(claim: Claim, name: str, by: str) -> Claim:
    """Gives the claim in the mouth of the named speaker; the hands after the first stay as they were."""
    earlier = claim.speaker
    kind: SpeakerKind = earlier.kind if earlier is not None and earlier.kind != "unnamed" else "person"
    spans = earlier.spans if earlier is not None else ()
    speaker = Speaker(name=name, kind=kind, entity=name.casefold(), spans=spans, why=(f"decided by {by}",))
    first = claim.hops[0]
    if earlier is not None and first.giver == earlier.name:
        hops = (replace(first, giver=name), *claim.hops[1:])
    else:
        taker = first.taker if first.giver == THE_WRITER else first.giver
        told = Hop(giver=name, taker=taker, kind="speaks", evidence=f"review: {by}")
        hops = (told, *(claim.hops[1:] if first.giver == THE_WRITER else claim.hops))
    narrated = claim.kind in ("unattributed", "writer's own judgement")
    return replace(claim, speaker=speaker, hops=hops, kind="indirect" if narrated else claim.kind)


def _corrected(quantity: Quantity, claims: Sequence[Claim], decided: Decided) -> Quantity:
    """Gives the figure with what people put for its claims' status and for what it counts."""
    found = [s for claim in claims if quantity.id in claim.quantities for s in decided.get(claim.id, ())]
    for review in (signed.record for signed in sorted(found, key=lambda s: s.seq)):
        if review.slot == "counted" and review.object == quantity.id:
            quantity = replace(quantity, counted=review.value)
        elif review.slot == "status":
            quantity = replace(quantity, status=review.value)
    return quantity
