"""Why two figures are not called a dispute, an update or one figure: what each of these asks of the slots, and what of it is lacking."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from firsthand.reconcile.beside import CLASH, FELL, ONE_NUMBER, Slot
from firsthand.reconcile.judge import Ruling
from firsthand.reconcile.passages import Stand
from firsthand.reconcile.side_by_side import ruling_of

Test = Callable[[Slot], bool | None]  # None: it cannot be told


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """A name that two figures do not have, and what it would need: what is not so, and what is not said or cannot be told."""

    name: str
    unmet: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def told(self) -> tuple[str, str]:
        """Gives in words what is lacking, and what is left open; where nothing is, what settling asks besides."""
        left = f"left open: {'; '.join(self.open)}" if self.open else ""
        if self.unmet:
            return f"lacks {'; '.join(self.unmet)}", left
        return ("the two passages leave it open", left) if left else (_ALL_THERE, _BESIDES)


_ALL_THERE = "nothing in the two passages stands against it"
_BESIDES = "settling also asks whether the pages tell of one event, and what else the two gave on those days"


def _agrees(slot: Slot) -> bool | None:
    return {"agrees": True, "differs": False}.get(slot.says)


def _differs(slot: Slot) -> bool | None:
    return {"agrees": False, "differs": True}.get(slot.says)


def _not_apart(slot: Slot) -> bool | None:
    """Two counts of which neither names a place, or narrows whom it takes in, are taken to be of the same."""
    silent = not slot.a.value and not slot.b.value and slot.says != "differs"
    return True if silent else _agrees(slot)


def _one_time(slot: Slot) -> bool | None:
    """What can only grow did not fall overnight: then two days can be one time."""
    return None if FELL in slot.why else _agrees(slot)


def _clash(slot: Slot) -> bool | None:
    return slot.verdict == CLASH


def _one_number(slot: Slot) -> bool | None:
    return slot.verdict == ONE_NUMBER


def _two_numbers(slot: Slot) -> bool | None:
    return slot.verdict != ONE_NUMBER


_ONE_THING: tuple[tuple[str, str, Test], ...] = (
    ("one thing counted", "what is counted", _agrees), ("one place", "place", _not_apart), ("one group and scope", "group and scope", _not_apart),
)  # fmt: skip
# What each name asks: in words, of which slot, and the test.
NEEDS: Mapping[str, tuple[tuple[str, str, Test], ...]] = {
    "disputes": (("two who give them", "who", _differs), *_ONE_THING, ("one time", "time", _one_time), ("numbers that cannot both hold", "numbers", _clash)),
    "updates": (("one who gives both", "who", _agrees), *_ONE_THING, ("two times", "time", _differs), ("two numbers", "numbers", _two_numbers)),
    "same origin": (("one who gives both", "who", _agrees), ("one occasion, or updates that join them", "time", _one_time)),
    "repeats": (("one number", "numbers", _one_number), ("one who gives both", "who", _agrees), *_ONE_THING),
}  # fmt: skip
CALLED = {
    "same origin": "one origin",
    "disputes": "a dispute",
    "updates": "an update",
    "repeats": "one figure, said again",
}


def told_by_passages(a: Stand, b: Stand, slots: Sequence[Slot]) -> Ruling | None:
    """Gives what the two passages alone would say, where that is more than the slots say one by one and all of them bear it out: a name
    that lacks nothing, or a part of one thing. None for anything else."""
    ruling = ruling_of(a.side, b.side)
    if ruling.relation == "part of":
        says = {slot.name: slot.says for slot in slots}
        return ruling if says["who"] == says["what is counted"] == "agrees" else None
    if ruling.relation not in NEEDS:
        return None
    [lack] = lacking(slots, NEEDS.keys() - {ruling.relation})
    return None if lack.unmet or lack.open else ruling


def lacking(slots: Sequence[Slot], held: Collection[str] = ()) -> tuple[Lack, ...]:
    """Gives for each name that the case does not have for two figures what it would need; `held` are the relations that it has."""
    by_name = {slot.name: slot for slot in slots}
    found = []
    for relation, needs in NEEDS.items():
        if relation not in held:
            answers = [(words, by_name[name], test(by_name[name])) for words, name, test in needs]
            unmet = tuple(f"{words} (here: {slot.verdict})" for words, slot, met in answers if met is False)
            open_ = tuple(f"{words} (here: {slot.verdict})" for words, slot, met in answers if met is None)
            found.append(Lack(name=CALLED[relation], unmet=unmet, open=open_))
    return tuple(found)
