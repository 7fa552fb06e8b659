"""Two figures laid side by side, slot by slot: who asserts, what is counted, of whom and at which stage, where, when, how much.

Each slot is compared by a function of its own that knows nothing of the others; what the answers mean together is `judge`'s table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

from firsthand.reconcile.acts import other_stage
from firsthand.reconcile.compare import places_differ
from firsthand.reconcile.days import compare_stretches, days_between
from firsthand.reconcile.equivalents import equivalence
from firsthand.reconcile.facts import stem
from firsthand.reconcile.kinds import KNOWN, PARTS, UNKNOWN
from firsthand.reconcile.nouns import ANYBODY, GROUP_OF, NOBODY_IN_PARTICULAR, OF_A_COUNT
from firsthand.reconcile.sides import OFFICES, Side, stems_in
from firsthand.reconcile.values import agreement, can_both_hold, comparable, softened

Who = Literal["same", "different", "unknown"]
Thing = Literal["same", "nested", "two groups", "other", "unclear"]
When = Literal["one time", "other times", "other stretch", "unknown"]
# A body named for the people it stands up for is not the body they stand against.
_PARTIES = frozenset(
    stem(w)
    for w in "union league federation guild committee lawyers families workers opposition rival owner insurer activists".split()
)


def who(a: Side, b: Side) -> Who:
    """Says whether one asserter gives both numbers: by key, by the words of name and office, or because the side that names
    nobody has the other's asserter in its words."""
    if a.asserter and b.asserter:
        if a.figure.entity and a.figure.entity == b.figure.entity:
            return "same"
        if (a.asserter ^ b.asserter) & _PARTIES and not a.asserter & b.asserter & _PARTIES:
            return "different"
        names = (
            words
            for one, other in ((a, b), (b, a))
            for words in (one.telling, one.office - OFFICES)
            if words <= other.asserter
        )
        return "same" if any(names) else "different"
    named, other = (a, b) if a.asserter else (b, a)
    return "same" if named.telling and named.telling <= stems_in(other.passage) else "unknown"


ThingRule = Callable[[Side, Side], Thing | None]


def thing(a: Side, b: Side) -> Thing:
    """Says whether both count one thing, one class inside another, two groups in one state, different things, or what cannot be told."""
    return next((answer for rule in THINGS if (answer := rule(a, b))), "other")


def _units(a: Side, b: Side) -> Thing | None:
    """Numbers in two measures are of two things, unless the amounts are one in another dress; none is none in every measure."""
    x, y = a.figure.quantity, b.figure.quantity
    if comparable(x)[0] == comparable(y)[0] or 0 in (x.high, y.high):
        return None
    return "same" if equivalence(a.amount, b.amount) or _tied_as_same(a, b) else "other"


def _measured(a: Side, b: Side) -> Thing | None:
    """Two numbers in one measure are of one thing where the noun of the one stands with the other."""
    x, y = a.figure, b.figure
    if not x.quantity.unit and not y.quantity.unit:
        return None
    return "same" if _speaks_of(a, b) or _speaks_of(b, a) or x.kind.head == y.kind.head != "" else "unclear"


def _nested(a: Side, b: Side) -> Thing | None:
    one, other = a.figure.kind.name, b.figure.kind.name
    return "nested" if other in PARTS.get(one, ()) or one in PARTS.get(other, ()) else None


_NOT_NAMED = OF_A_COUNT | {UNKNOWN}


def _count_of(a: Side, b: Side) -> Thing | None:
    """ "A shortage of 40", "the attendance was 900": of what, the text says elsewhere."""
    pairs = ((a, b), (b, a))
    named = any(
        one.figure.kind.head and other.figure.kind.name in _NOT_NAMED and _speaks_of(other, one) for one, other in pairs
    )
    return "same" if named else None


def _not_said(a: Side, b: Side) -> Thing | None:
    kinds = a.figure.kind, b.figure.kind
    return "unclear" if any(k.name == UNKNOWN or k.is_guess for k in kinds) else None


def _one_class(a: Side, b: Side) -> Thing | None:
    """One class is one thing, unless two nouns name two groups ("journalists", "media workers"); "people" alone is no class."""
    x, y = a.figure.kind, b.figure.kind
    if x.name != y.name:
        return None
    if x.name in ANYBODY:
        return "same" if a.matter & b.matter else "unclear"
    return "same" if x.head == y.head or {x.head, y.head} & NOBODY_IN_PARTICULAR else "two groups"


def _two_classes(a: Side, b: Side) -> Thing | None:
    return "other" if {a.figure.kind.name, b.figure.kind.name} <= KNOWN else None


def _loose_nouns(a: Side, b: Side) -> Thing | None:
    """A class on one side only, or a noun for anybody: the other may be of them."""
    x, y = a.figure.kind, b.figure.kind
    kinds, heads = {x.name, y.name}, {x.head, y.head}
    loose = len(heads) == 1 or kinds & ANYBODY or (kinds & KNOWN and heads & NOBODY_IN_PARTICULAR)
    return "unclear" if loose else None


def _other_nouns(a: Side, b: Side) -> Thing | None:
    """Two nouns of no class: perhaps one thing where a text has the other's noun, or gives the same number of the same matter."""
    if KNOWN & {a.figure.kind.name, b.figure.kind.name}:
        return None
    one_number = agreement(a.figure.quantity, b.figure.quantity) == "equal numbers" and len(a.matter & b.matter) > 1
    return "unclear" if one_number or _speaks_of(a, b) or _speaks_of(b, a) else None


THINGS: tuple[ThingRule, ...] = (
    _units, _measured, _nested, _count_of, _not_said, _one_class, _two_classes, _loose_nouns, _other_nouns,
)  # fmt: skip


def _speaks_of(a: Side, b: Side) -> bool:
    return b.figure.kind.head in a.matter


_TO_COME = frozenset({"planned", "forecast"})


def other_scope(a: Side, b: Side) -> Iterator[str]:
    """Gives the reasons why the two are of other people, another place, another stage or basis of one matter."""
    x, y = a.figure, b.figure
    if stages := other_stage(a.stages, b.stages):
        yield f"one is of those {stages[0]}, the other of those {stages[1]}"
    if len(groups := {GROUP_OF.get(f.kind.head, "") for f in (x, y)} - {""}) == 2:
        yield f"one is of {min(groups)}, the other of {max(groups)}"
    if places_differ(x, y):
        yield f"one is for {x.place}, the other for {y.place}"
    if x.kind.level and y.kind.level and x.kind.level != y.kind.level:
        yield f"one is for {x.kind.level}, the other for {y.kind.level}"
    if alike(a, b):
        return
    to_come = [f.status in _TO_COME or "estimate" in f.kind.scopes for f in (x, y)]
    one_stretch = x.period is not None and x.period == y.period
    if to_come[0] != to_come[1] and not one_stretch and not {"corrected", "possible"} & {x.status, y.status}:
        told = f"one is {x.status}, the other {y.status}"
        yield told if x.status != y.status else "one is an estimate, the other a count"
    if scopes := (x.kind.scopes ^ y.kind.scopes) - {"estimate"}:
        yield f"only one is about {' and '.join(sorted(scopes))}"


def differs_in_scope_only(a: Side, b: Side) -> bool:
    """Says whether nothing but words of scope sets the two apart."""
    return len(list(other_scope(a, b))) == 1


def when(a: Side, b: Side) -> When:
    """Says whether both numbers are of one time, of one count at other times, or of stretches that are no two times of one count."""
    x, y = a.figure, b.figure
    apart = days_between(x.published, y.published)
    if x.as_of and y.as_of:
        return "one time" if x.as_of == y.as_of else "other times"
    if x.period and y.period:
        return _PERIODS[compare_stretches(x.period, y.period), bool(apart)]
    if (x.period or y.period) and (x.as_of or y.as_of):
        return "other stretch"
    if apart is None or ((x.period or y.period) and not apart):
        return "unknown"
    return "other times" if apart else "one time"


# By how two stretches lie and whether the pages are of two days: two quarters told on one day are no two times of one count.
_PERIODS: dict[tuple[str, bool], When] = {
    ("same", False): "one time", ("same", True): "one time", ("apart", True): "other times", ("apart", False): "other stretch",
    ("nested", False): "other stretch", ("nested", True): "other stretch",
}  # fmt: skip


def alike(a: Side, b: Side) -> str | None:
    """Gives how the two numbers are one: equal, rounded, an end of a range; or in another dress; or as a page says itself."""
    x, y = a.figure.quantity, b.figure.quantity
    if how := agreement(x, y) or equivalence(a.amount, b.amount):
        return how
    if softened(x, y) and who(a, b) == "same":
        return "one is the other's number under words that soften it"
    return "a page gives both as the same" if _tied_as_same(a, b) else None


def _tied_as_same(a: Side, b: Side) -> bool:
    return a.is_tied(b, "same") or b.is_tied(a, "same")


def clash(a: Side, b: Side) -> bool:
    """Says whether the two numbers cannot both be true of one thing; the smaller can where it is of somebody who sees a part only."""
    x, y = a.figure.quantity, b.figure.quantity
    small = a.figure if comparable(x)[1] < comparable(y)[1] else b.figure
    sees_a_part = bool(_ON_THE_SPOT.search(small.asserter or "")) and "(unnamed" in (small.asserter or "")
    return "vague" not in (x.comparator, y.comparator) and not sees_a_part and not can_both_hold(x, y)


# One person at one place counts what comes before his eyes.
_ON_THE_SPOT = re.compile(
    r"\b(?:(?:rescue|aid|hospital|morgue|ward|camp|clinic) (?:worker|leader|volunteer|director|doctor|nurse)|rescuer|doctor|nurse|medic|witness|"
    r"firefighter|volunteer|survivor|villager|gravedigger|undertaker)\b(?!s)", re.I
)  # fmt: skip
