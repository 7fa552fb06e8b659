"""What people decided of a record, beside what the machine has: who, when, why, and both values. The browser and `explain` show the same."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from firsthand.ledger.ledger import Ledger
from firsthand.ledger.people import Signed
from firsthand.records import Review

SLOTS = {"content": "words", "speaker": "speaker", "status": "status", "counted": "what is counted"}
_DONE = {"accept": "accepted as it stands", "reject": "rejected"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision as people read it. `what` it is about, the machine's value and the person's; `standing` says that it holds now."""

    signed: Signed[Review]
    what: str
    machine: str
    person: str
    standing: bool

    @property
    def said(self) -> str:
        """Gives who, when and why."""
        record = self.signed.record
        state = "" if self.standing else " (taken back)" if self.signed.undone else " (overtaken)" if record.action != "undo" else ""  # fmt: skip
        return f"{record.by}, {record.at}{f': {record.reason}' if record.reason else ''}{state}"


def decided_on(ledger: Ledger, identity: str, parts: Collection[str] = ()) -> list[Decided]:
    """Gives the decisions on a record (a claim, a figure, an article), and on pairs of which it or one of its parts is a side, in their order."""
    own = {identity, *parts}
    found = [
        s
        for s in ledger.reviews()
        if s.record.key == identity or (" " in s.record.key and own & set(s.record.key.split()))
    ]
    keys = dict.fromkeys(signed.record.key for signed in found)
    standing = {s.seq for key in keys for s in ledger.standing(key)}
    return [_decided(ledger, signed, own, standing) for signed in found]


def decided_on_pair(ledger: Ledger, key: str) -> list[Decided]:
    """Gives the decisions on a pair, in their order."""
    standing = {s.seq for s in ledger.standing(key)}
    return [_decided(ledger, signed, {signed.record.subject}, standing) for signed in ledger.reviews(key)]


def _decided(ledger: Ledger, signed: Signed[Review], own: Collection[str], standing: Collection[int]) -> Decided:
    record = signed.record
    what, machine, person = "the claim", "as read", _DONE.get(record.action, "")
    if record.action == "edit":
        what, machine, person = (
            SLOTS.get(record.slot or "", record.slot or ""),
            record.machine or "",
            record.value or "",
        )
    elif record.action == "undo":
        what, person = "an earlier decision", f"took back entry {record.undoes}"
        machine = ""
    elif record.object is not None:
        forth = record.subject in own
        other = record.object if forth else record.subject
        what, machine, person = f"beside {_name(ledger, other)}", record.machine or "no answer", record.value or ""
        if record.action == "derive":
            what = f"{'made from' if forth else 'source of'} {_name(ledger, other)}?"
    return Decided(signed=signed, what=what, machine=machine, person=person, standing=signed.seq in standing)


def _name(ledger: Ledger, identity: str) -> str:
    """Gives a figure or a page in words."""
    rows = ledger.figures(quantity=identity)
    if rows:
        return f"{rows[0].words} {rows[0].counted or ''}, {rows[0].giver} ({rows[0].outlet or 'pasted'})"
    facts = next(iter(ledger.articles(only=[identity])), None)
    return (facts.title or facts.outlet or facts.url or "a page") if facts else "a figure that is no longer counted"


def machine_answer(ledger: Ledger, one: str, other: str) -> str:
    """Gives what the machine has for two figures as they are grouped now; "" for nothing."""
    holders = [
        next((row.release for row in ledger.figures(quantity=each) if row.release), None) for each in (one, other)
    ]
    left, right = holders
    if left is None or right is None:
        return ""
    if left == right:
        return "one figure, said again"
    judged = [j for j in ledger.judgements(about="origin", identity=left) if {j.subject, j.object} == {left, right}]
    return ", ".join(sorted({judgement.relation for judgement in judged if judgement.by == "machine"}))
