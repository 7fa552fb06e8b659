"""The desk: the article on the left, one claim on the right, the machine's values beside the person's, and the keys to decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from firsthand.errors import UsageError
from firsthand.ledger import Ledger, Signed, machine_answer, waiting
from firsthand.records import STATUSES, Claim, Release, Review, Series, Span
from firsthand.records.review import REVIEW_RELATIONS
from firsthand.web.pages.claim import hops_of
from firsthand.web.pages.notes import thread
from firsthand.web.segments import show
from firsthand.web.visit import Visit

NEEDS = {"accept": {}, "reject": {"reason": "the reason"}, "edit": {"value": "the new value", "reason": "the reason"}}
PARTING = ("unrelated", "different scope", "independent")
JOINING = ("repeats", "same origin", "updates", "disputes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One slot of a claim: what the machine read, and what a person put there."""

    name: str
    label: str
    machine: str
    human: Signed[Review] | None = None
    quantity: str = ""
    choices: tuple[str, ...] = ()

    @property
    def nothing(self) -> str:
        """Gives what stands where the machine read nothing."""
        return "nobody named" if self.name == "speaker" else "not said"

    @property
    def value(self) -> str:
        return str(self.human.record.value) if self.human else self.machine


def desk(visit: Visit) -> dict[str, Any]:
    """One claim to decide on, with the one before and the one after it in the queue."""
    ledger = visit.ledger
    row = ledger.claim_row(visit.names["id"])
    claim = ledger.claim(row.id)
    reading = ledger.reading(claim.article)
    assert reading.article is not None
    every = waiting(ledger, decided=True)
    queue = [each.row.id for each in every]
    place = queue.index(row.id) if row.id in queue else None
    standing = ledger.standing(row.id)
    return {
        "title": f"Review: {row.words[:60]}", "row": row, "claim": claim, "article": reading.article, "blocks": show(reading, only=row.id),
        "slots": slots(ledger, claim, row.words, standing), "standing": standing, "history": ledger.reviews(row.id), "version": ledger.version(row.id),
        "gaps": () if place is None else every[place].gaps, "before": queue[place - 1] if place else None, "after": _after(queue, place, set(ledger.decided())), "seen": ledger.newest_review(), "place": None if place is None else place + 1,
        "total": len(queue), "hops": hops_of(claim, reading.article.text), "figures": _figures(visit, claim),
        "relations": (("they are not one thing", PARTING), ("they belong together", JOINING)), "notes": thread(visit, "claim", row.id, (row.id,)),
    }  # fmt: skip


def _after(queue: list[str], place: int | None, done: set[str]) -> str | None:
    """Gives the next claim in the queue that nobody decided on."""
    return next((claim for claim in queue[0 if place is None else place + 1 :] if claim not in done), None)


def slots(ledger: Ledger, claim: Claim, words: str, standing: list[Signed[Review]]) -> list[Slot]:
    """Gives the slots a person can set, with both values."""
    by_slot = {(s.record.slot, s.record.object or ""): s for s in standing if s.record.action == "edit"}
    reading = ledger.reading(claim.article)
    found = [
        Slot(name="content", label="Words", machine=words, human=by_slot.get(("content", ""))),
        Slot(name="speaker", label="Speaker", machine=claim.speaker.name if claim.speaker else "", human=by_slot.get(("speaker", ""))),
        Slot(name="status", label="Status", machine=claim.status, human=by_slot.get(("status", "")), choices=STATUSES),
    ]  # fmt: skip
    for quantity in reading.quantities:
        if quantity.id in claim.quantities and reading.article is not None:
            shown = quantity.span.of(reading.article.text)
            found.append(Slot(name="counted", label=f"What “{shown}” counts", machine=quantity.counted or "", human=by_slot.get(("counted", quantity.id)), quantity=quantity.id))  # fmt: skip
    return found


def _figures(visit: Visit, claim: Claim) -> list[dict[str, Any]]:
    """Gives the claim's figures with the releases they could be joined with or parted from."""
    found = []
    for row in visit.ledger.figures(claim=claim.id):
        if row.series is None:
            continue
        series = visit.ledger.view(Series, row.series)
        others = []
        for identity in series.releases:
            release = visit.ledger.view(Release, identity)
            lead = next((quantity for _, quantity in release.figures if quantity != row.quantity), None)
            if lead:
                others.append({"release": release, "quantity": lead, "same": release.id == row.release})
        if others:
            found.append({"row": row, "series": series, "others": others})
    return found


def decide(visit: Visit) -> str:
    """Stores a decision, and gives the page of the next claim that waits (or the same one after an edit)."""
    form, claim = visit.form, visit.ledger.claim(visit.names["id"])
    action = form.get("action")
    if action == "undo":
        return undo(visit)
    if action == "relate":
        return relate(visit)
    if action not in NEEDS:
        raise UsageError("A decision is to accept, edit, reject, relate or undo.")
    form.need(by="your name", **NEEDS[action])
    review = _edit(visit, claim) if action == "edit" else Review(subject=claim.id, action="accept" if action == "accept" else "reject", by=form.get("by"), at=visit.now, reason=form.get("reason"))  # fmt: skip
    visit.ledger.review(review, saw=form.number("saw") or 0)
    if action == "edit" or not form.get("after"):
        return f"/review/claim/{claim.id}"
    return f"/review/claim/{form.get('after')}?was={claim.id}"


def _edit(visit: Visit, claim: Claim) -> Review:
    form = visit.form
    slot, value = form.get("slot"), form.get("value")
    spans: tuple[Span, ...] = ()
    if slot == "content":
        text = visit.ledger.article(claim.article).text
        spans = (_place(text, value, form.number("start"), claim.content[0].start),)
    own = next((s for s in slots(visit.ledger, claim, visit.ledger.claim_row(claim.id).words, []) if (s.name, s.quantity) == (slot, form.get("object"))), None)  # fmt: skip
    if own is None:
        raise UsageError(f"This claim has no slot {slot!r}.")
    if own.choices and value not in own.choices:
        raise UsageError(f"The status is one of {', '.join(own.choices)}.")
    return Review(
        subject=claim.id, action="edit", by=form.get("by"), at=visit.now, reason=form.get("reason"), slot=own.name,  # type: ignore[arg-type]
        object=own.quantity or None, value=value, spans=spans, machine=own.machine or own.nothing,
    )  # fmt: skip


def _place(text: str, words: str, start: int | None, near: int) -> Span:
    """Gives where the words stand in the article: at `start` when they do, else at the place nearest to the claim's own."""
    if start is not None and text[start : start + len(words)] == words:
        return Span(start, start + len(words))
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    if not found:
        raise UsageError("These words do not stand in the article: copy them from it, letter by letter.")
    best = min(found, key=lambda place: abs(place - near))
    return Span(best, best + len(words))


def relate(visit: Visit) -> str:
    """Stores what a person says of two figures."""
    form = visit.form
    form.need(
        by="your name", reason="the reason", subject="the figure", object="the other figure", value="the relation"
    )
    if form.get("value") not in REVIEW_RELATIONS or form.get("subject") == form.get("object"):
        raise UsageError("Choose another figure, and one of the relations offered.")
    for quantity in (form.get("subject"), form.get("object")):
        if not visit.ledger.figures(quantity=quantity):
            raise UsageError(f"There is no figure {quantity!r} in this case.")
    review = Review(
        subject=form.get("subject"), action="relate", object=form.get("object"), value=form.get("value"), by=form.get("by"), at=visit.now,
        reason=form.get("reason"), machine=machine_answer(visit.ledger, form.get("subject"), form.get("object")) or None,
    )  # fmt: skip
    visit.ledger.review(review, saw=seen_version(visit, review.key))
    return visit.address


def seen_version(visit: Visit, key: str) -> int:
    """Gives the version of a pair that the person saw: its latest, unless that was taken after the form was made."""
    latest, seen = visit.ledger.version(key), visit.form.number("seen") or 0
    return latest if latest <= seen else seen


def undo(visit: Visit) -> str:
    """Takes a decision back."""
    form = visit.form
    form.need(by="your name", undoes="the decision")
    visit.ledger.undo(form.number("undoes") or 0, by=form.get("by"), at=visit.now, saw=form.number("saw") or 0, reason=form.get("reason"))  # fmt: skip
    return visit.address
