"""Two figures side by side for a reader: every slot with both answers, the words each was read from, and whether they agree, differ or are missing.

The slots are compared by the functions that judging uses (`slots`, through `laid`); here their answers are put in words, and a slot of
which nothing was read in a passage is said to be missing, whatever the other says. `needs` tells what a dispute or an update would ask of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from firsthand.reconcile import passages, slots
from firsthand.reconcile.kinds import KNOWN
from firsthand.reconcile.laid import Laid
from firsthand.reconcile.passages import Answer, Stand
from firsthand.reconcile.sides import Side
from firsthand.reconcile.slots import Thing, Who
from firsthand.reconcile.values import can_both_hold, comparable

Says = Literal["agrees", "differs", "missing", "open"]
ONE_NUMBER, CLASH, FELL = "one number", "cannot both hold", "the later is the lower by a day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the case knows of the two beside their passages: whether one party gives both (None: it cannot say), and why."""

    parties: Who | None = None
    why: str = ""
    series: str = ""  # the name of the series that both are in; "" where they are in two, or in none
    apart: str = ""  # the names of the two that they are in, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One slot with both answers. `verdict` is what they are to each other in words, `says` the same for programs."""

    name: str
    a: Answer
    b: Answer
    says: Says
    verdict: str
    why: str = ""


def side_by_side(a: Stand, b: Stand, known: Known | None = None) -> tuple[Slot, ...]:
    """Gives every slot of two figures, in one order; turned round, the same answers change sides."""
    known = known or Known()
    laid = Laid(a.side, b.side, known.parties)
    return tuple(make(a, b, laid, known) for make in SLOTS)


def _who(a: Stand, b: Stand, laid: Laid, known: Known) -> Slot:
    answers = passages.asserter(a), passages.asserter(b)
    if denier := next(
        (name for name, stand in zip("AB", (a, b), strict=True) if passages.is_denial(stand.figure)), None
    ):
        return _slot("who", answers, "differs", "different", f"{denier} speaks of a number that somebody else gave, and denies it")  # fmt: skip
    if known.parties is not None:
        verdict = "the same, for the case" if known.parties == "same" else "different"
        return _slot("who", answers, "agrees" if known.parties == "same" else "differs", verdict, known.why)
    if lack := _lacking(answers):
        return _slot("who", answers, "missing", lack, "whoever is not named may be the other, or somebody else")
    if loose := [n for n, stand in zip("AB", (a, b), strict=True) if stand.release and not stand.release.established]:
        return _slot("who", answers, "open", "cannot be told", f"the case leaves open whose number {' and '.join(loose)} gives")  # fmt: skip
    if any("(unnamed" in answer.value for answer in answers):
        return _slot("who", answers, "open", "cannot be told", "somebody without a name may be the other, or not")
    if laid.who == "same":
        return _slot("who", answers, "agrees", "the same", "by the names and offices in the two passages")
    if laid.who == "different":
        return _slot("who", answers, "differs", "different", (laid.objects and f"one turns the other's number down: “{laid.objects}”") or "two names")  # fmt: skip
    return _slot("who", answers, "open", "cannot be told", "the words name nobody in particular")


def _thing(a: Stand, b: Stand, laid: Laid, known: Known) -> Slot:
    name, answers = "what is counted", (passages.counted(a), passages.counted(b))
    if laid.thing == "same" and known.apart:
        return _slot(name, answers, "open", "cannot be told", f"one thing as read; the case has them in two series, {known.apart}")  # fmt: skip
    if laid.thing == "same":
        return _slot(name, answers, "agrees", "one thing")
    held = f"; the case has both in one series, “{known.series}”" if known.series else ""
    if lack := _lacking(answers):
        return _slot(name, answers, "missing", lack, held.removeprefix("; "))
    says, verdict, why = _APART.get(laid.thing) or ("differs", *_other_things(a.side, b.side))
    if held:
        says, verdict = "open", "cannot be told"
    return _slot(name, answers, says, verdict, why + held)


_APART: dict[Thing, tuple[Says, str, str]] = {
    "unclear": ("open", "cannot be told", "the one may be of the other, or not"),
    "two groups": ("open", "cannot be told", "two nouns; those of the one may be among those of the other"),
    "nested": ("differs", "different", "the one class holds the other"),
}


def _other_things(a: Side, b: Side) -> tuple[str, str]:
    """Gives the verdict and why: two classes are two things, two nouns need not be."""
    kinds = a.figure.kind.name, b.figure.kind.name
    if comparable(a.quantity)[0] != comparable(b.quantity)[0]:
        return "different measures", ""
    if {*kinds} <= KNOWN:
        return "different", f"one counts {kinds[0]}, the other {kinds[1]}"
    return "different nouns", "nothing in the two passages makes them one thing"


def _place(a: Stand, b: Stand, laid: Laid, known: Known) -> Slot:
    answers = passages.place(a), passages.place(b)
    reason = next((why for topic, why in slots.partings(a.side, b.side) if topic == "place"), None)
    if reason and a.figure.place and b.figure.place:
        return _slot("place", answers, "differs", "different", reason)
    if reason:  # words of how wide a count is can also say where it happened
        return _slot("place", answers, "open", "cannot be told", f"as read, {reason}")
    if lack := _lacking(answers):
        why = "a count of which no place is read may be of the same one, or of a wider one"
        return _slot("place", answers, "missing", lack, why)
    if a.figure.place == b.figure.place is not None:
        return _slot("place", answers, "agrees", "the same")
    if a.figure.place and b.figure.place:
        return _slot("place", answers, "open", "cannot be told", "the one name stands in the other")
    return _slot("place", answers, "open", "cannot be told", "which place it is, not both of them name")


def _group(a: Stand, b: Stand, laid: Laid, known: Known) -> Slot:
    name, answers = "group and scope", (passages.group(a, b), passages.group(b, a))
    firm = (why for topic, why in slots.partings(a.side, b.side) if topic == "group")
    reason = next(firm, None) or (None if laid.alike else next(slots.worded_apart(a.side, b.side), None))
    parts = [n for n, stand in zip("AB", (a, b), strict=True) if passages.whole_of(stand)]
    if reason is None and len(parts) == 1 and not laid.alike:
        reason = f"{parts[0]} is given as a part of another number on its page"
    if reason:
        return _slot(name, answers, "differs", "different", reason)
    if lack := _lacking(answers):
        both = not answers[0].value and not answers[1].value
        return _slot(name, answers, "missing", lack, "neither narrows its count by words that are known here" if both else "nothing follows from it")  # fmt: skip
    same = answers[0].value == answers[1].value
    return _slot(name, answers, "agrees" if same else "open", "the same" if same else "cannot be told")


def _time(a: Stand, b: Stand, laid: Laid, known: Known) -> Slot:
    answers = passages.day(a), passages.day(b)
    if any(passages.is_to_come(stand.figure) for stand in (a, b)):
        return _slot("time", answers, "open", "cannot be told", "a day that was still to come")
    bare = [name for name, s in zip("AB", (a, b), strict=True) if not (s.figure.as_of or s.side.period)]
    alone = f"no day read in {' and '.join(bare)}: that of the page stands for it" if bare else ""  # fmt: skip
    pages = ", by the days of the pages" if bare else ""
    match laid.when:
        case "one time":
            return _slot("time", answers, "agrees", f"one time{pages}", alone)
        case "other times":
            return _slot(
                "time",
                answers,
                "differs",
                f"two times{pages}",
                "; ".join(filter(None, (alone, FELL if laid.fell_overnight else ""))),
            )
        case "other stretch":
            return _slot("time", answers, "differs", "two stretches", "the one counts over another stretch of time")
    lack = _lacking(answers)
    return _slot("time", answers, "missing" if lack else "open", lack or "cannot be told")


def _numbers(a: Stand, b: Stand, laid: Laid, known: Known) -> Slot:
    answers = passages.amount(a), passages.amount(b)
    x, y = a.side.quantity, b.side.quantity
    if laid.alike:
        return _slot("numbers", answers, "agrees", ONE_NUMBER, laid.alike)
    if comparable(x)[0] != comparable(y)[0] and 0 not in (x.high, y.high):
        return _slot("numbers", answers, "open", "not comparable", "two measures")
    if slots.clash(a.side, b.side):
        return _slot("numbers", answers, "differs", CLASH, "if they are of one thing at one time")
    return _slot("numbers", answers, "open", "can both hold", _why_both(a, b))


def _why_both(a: Stand, b: Stand) -> str:
    if vague := next((s for s in (a, b) if s.side.quantity.comparator == "vague"), None):
        return f"“{vague.figure.words}” is no number that another could contradict"
    if not can_both_hold(a.side.quantity, b.side.quantity):
        return "the smaller is of one who sees a part only"
    bound = next((s for s in (a, b) if s.side.quantity.comparator not in (None, "total")), None)
    return f"“{bound.side.quantity.comparator} {passages.plain(bound.figure.quantity)}” leaves room for the other" if bound else "the one lies in the other's range"  # fmt: skip


def _slot(name: str, answers: tuple[Answer, Answer], says: Says, verdict: str, why: str = "") -> Slot:
    return Slot(name=name, a=answers[0], b=answers[1], says=says, verdict=verdict, why=why)


def _lacking(answers: tuple[Answer, Answer]) -> str:
    """Gives on which side nothing was read; "" where something was on both."""
    gone = [name for name, answer in zip("AB", answers, strict=True) if not answer.value]
    return f"none read in {' or '.join(gone)}" if gone else ""


Make = Callable[[Stand, Stand, Laid, Known], Slot]
SLOTS: tuple[Make, ...] = (_who, _thing, _place, _group, _time, _numbers)
