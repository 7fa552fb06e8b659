"""Two figures laid side by side, slot by slot: who asserts, what is counted, of whom and at which stage, where, when, how much.

Each slot is compared by a function of its own that knows nothing of the others; what the answers mean together is `judge`'s table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Literal

from firsthand.reconcile.acts import ANY_COURSE, other_stage
from firsthand.reconcile.breadth import parted_by_breadth
from firsthand.reconcile.compare import places_differ
from firsthand.reconcile.days import MONTH, compare_stretches, days_between
from firsthand.reconcile.equivalents import equivalence
from firsthand.reconcile.facts import stem
from firsthand.reconcile.figures import EARLIER
from firsthand.reconcile.kinds import KNOWN, PARTS, UNKNOWN
from firsthand.reconcile.nouns import ANYBODY, GROUP_OF, NOBODY_IN_PARTICULAR, OF_A_COUNT
from firsthand.reconcile.scopes import CALLINGS, WIDE
from firsthand.reconcile.sides import OFFICES, Side, stems_in
from firsthand.reconcile.values import agreement, can_both_hold, comparable, softened
from firsthand.records import Quantity

# Nouns by which a page calls a firm that it has named.
_FIRMS = frozenset(
    stem(w)
    for w in """company firm chain insurer operator airline carrier bank lender maker planemaker carmaker manufacturer brewer grocer retailer group startup
    owner club plant utility developer publisher shipowner line promoter railway business supplier producer builder landlord hotel shipyard mill""".split()
)
Who = Literal["same", "different", "unknown"]
Thing = Literal["same", "nested", "two groups", "other", "unclear"]
When = Literal["one time", "other times", "other stretch", "unknown"]
Topic = Literal["place", "group"]
# A body named for the people it stands up for is not the body they stand against.
_PARTIES = frozenset(
    stem(w)
    for w in "union league federation guild committee lawyers families workers opposition rival owner insurer activists".split()
)


def who(a: Side, b: Side) -> Who:
    """Says whether one asserter gives both numbers: by key, by the words of name and office, or because the side that names
    nobody has the other's asserter in its words. Who turns a number down is not the one who gave it."""
    if a.asserter and b.asserter:
        if a.figure.entity and a.figure.entity == b.figure.entity:
            return "same"
        if _are_outsiders(a) != _are_outsiders(b):
            return "different"
        if _is_named_firm(a, b) or _is_named_firm(b, a):
            return "same"
        if (a.asserter ^ b.asserter) & _PARTIES and not a.asserter & b.asserter & _PARTIES:
            return "different"
        return "same" if _one_name(a, b) else "different"
    named, other = (a, b) if a.asserter else (b, a)
    if not named.telling or not named.telling <= stems_in(other.passage):
        return "unknown"
    return "different" if other.objection else "same"


def _are_outsiders(side: Side) -> bool:
    """Says whether those who give a number are people to whom something befell, or who stand outside: nobody's officers."""
    return bool(_OUTSIDERS.search(f"{side.voice} {side.lead}" if "(unnamed" in side.voice else side.voice))


_OUTSIDERS = re.compile(
    r"\b(?:relatives|families|famil(?:y|ies)|residents|villagers|neighbou?rs|survivors|witnesses|eyewitnesses|protesters|demonstrators|activists|campaigners|organi[sz]ers|strikers|"
    r"parents|mourners|refugees|opponents|critics)\b", re.I
)  # fmt: skip


def _one_name(a: Side, b: Side) -> bool:
    pairs = ((a, b), (b, a))
    return any(
        words and words <= other.asserter for one, other in pairs for words in (one.telling, one.office - OFFICES)
    )


def _is_named_firm(role: Side, named: Side) -> bool:
    """Says whether one side says "the insurer" where it names the other's asserter, a firm, and objects to nobody."""
    return (
        bool(role.asserter) and role.asserter <= _FIRMS and not role.objection
        and bool(named.telling & named.names_of_asserter) and named.telling <= stems_in(role.passage)
    )  # fmt: skip


ThingRule = Callable[[Side, Side], Thing | None]


def thing(a: Side, b: Side) -> Thing:
    """Says whether both count one thing, one class inside another, two groups in one state, different things, or what cannot be told."""
    return next((answer for rule in THINGS if (answer := rule(a, b))), "other")


def _units(a: Side, b: Side) -> Thing | None:
    """Numbers in two measures are of two things, unless the amounts are one in another dress; none is none in every measure."""
    x, y = a.quantity, b.quantity
    if comparable(x)[0] == comparable(y)[0] or 0 in (x.high, y.high):
        return None
    return "same" if equivalence(a.amount, b.amount) or _tied_as_same(a, b) else "other"


def _measured(a: Side, b: Side) -> Thing | None:
    """Two numbers in one measure are of one thing where the noun of the one stands with the other."""
    x, y = a.figure, b.figure
    if not a.quantity.unit and not b.quantity.unit:
        return None
    if _speaks_of(a, b) or _speaks_of(b, a) or x.kind.head == y.kind.head != "":
        return "same"
    explicit = all(f.kind.head and not f.quantity.elided for f in (x, y))
    return "other" if explicit and a.quantity.unit == "percent" else "unclear"


def _other_sorts(a: Side, b: Side) -> Thing | None:
    """People are not things: nine drowned and nine villages are no two counts of one."""
    return "other" if {a.sort, b.sort} == {"people", "things"} else None


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
    if x.head in GROUP_OF and GROUP_OF[x.head] == GROUP_OF.get(y.head):
        return "same"
    one_calling = x.scopes & y.scopes & CALLINGS  # "townspeople", "civilians"
    return "same" if x.head == y.head or one_calling or {x.head, y.head} & NOBODY_IN_PARTICULAR else "two groups"


def _two_classes(a: Side, b: Side) -> Thing | None:
    return "other" if {a.figure.kind.name, b.figure.kind.name} <= KNOWN else None


def _loose_nouns(a: Side, b: Side) -> Thing | None:
    """A class on one side only, or a noun for anybody: the other may be of them."""
    x, y = a.figure.kind, b.figure.kind
    kinds, heads = {x.name, y.name}, {x.head, y.head}
    one_stage = "things" not in (a.sort, b.sort) and {s for s in a.stages & b.stages if s[0] not in ANY_COURSE}
    loose = len(heads) == 1 or one_stage or kinds & ANYBODY or (kinds & KNOWN and heads & NOBODY_IN_PARTICULAR)
    return "unclear" if loose else None


def _other_nouns(a: Side, b: Side) -> Thing | None:
    """Two nouns of no class: perhaps one thing where a text has the other's noun, or gives the same number of the same matter."""
    if KNOWN & {a.figure.kind.name, b.figure.kind.name}:
        return None
    return "unclear" if _speaks_of(a, b) or _speaks_of(b, a) else None


THINGS: tuple[ThingRule, ...] = (
    _units, _measured, _other_sorts, _nested, _count_of, _not_said, _one_class, _two_classes, _loose_nouns, _other_nouns,
)  # fmt: skip


def _speaks_of(a: Side, b: Side) -> bool:
    return b.figure.kind.head in a.matter


_SHARE_STEP = Decimal("2.5")  # points of a percent between a share in words and the same share counted
_BEFALLEN = frozenset({"killed", "injured", "missing"})
_FIRM = frozenset({"after inflation"})
_SINCE_YEAR = re.compile(r"\b[Ss]ince (?:19|20)\d\d\b")
_OF_A_PERIOD = frozenset({EARLIER, "that day"})  # scopes that say no more than two stretches of time do
_TO_COME = frozenset({"planned", "forecast"})


def other_scope(a: Side, b: Side) -> Iterator[str]:
    """Gives the reasons why the two are of other people, another place, another stage or basis of one matter."""
    yield from set_apart(a, b)
    if not alike(a, b):
        yield from worded_apart(a, b)


def set_apart(a: Side, b: Side) -> Iterator[str]:
    """Gives the firm ones of these reasons: both texts say of what they are, and it is not one."""
    return (reason for _, reason in partings(a, b))


def partings(a: Side, b: Side) -> Iterator[tuple[Topic, str]]:
    """Gives the firm reasons with what each is about: the place, or the group, stage and basis."""
    x, y = a.figure, b.figure
    # Where one body counts its killed, hurt or missing twice, the class says all: "fallen", "posted" in a sentence are of something else.
    befell = x.kind.name == y.kind.name in _BEFALLEN and x.entity == y.entity is not None
    if not befell and (stages := other_stage(a.stages, b.stages)):
        yield "group", f"one is of those {stages[0]}, the other of those {stages[1]}"
    if len(groups := {GROUP_OF.get(f.kind.head, "") for f in (x, y)} - {""}) == 2:
        yield "group", f"one is of {min(groups)}, the other of {max(groups)}"
    if places_differ(x, y):
        yield "place", f"one is for {x.place}, the other for {y.place}"
    if x.kind.level and y.kind.level and x.kind.level != y.kind.level:
        yield "place", f"one is for {x.kind.level}, the other for {y.kind.level}"
    if breadth := parted_by_breadth(a.sentence, b.sentence):
        yield "group", breadth
    if firm := (x.kind.scopes ^ y.kind.scopes) & _FIRM:
        yield "group", f"only one is about {' and '.join(sorted(firm))}"
    for wide, narrow in ((a, b), (b, a)):
        place = narrow.figure.place
        if (
            wide.figure.kind.level in WIDE
            and place
            and not wide.figure.place
            and not stems_in(place) & stems_in(wide.passage)
        ):
            yield "place", f"one is for {wide.figure.kind.level}, the other for {place}"


def worded_apart(a: Side, b: Side) -> Iterator[str]:
    """Gives the weaker ones: words of scope or of the future that stand on one side only."""
    x, y = a.figure, b.figure
    to_come = [f.status in _TO_COME or "estimate" in f.kind.scopes for f in (x, y)]
    one_stretch = a.period is not None and a.period == b.period
    both_ahead = all(("done", "to be done") in side.stages for side in (a, b))
    settled = (
        one_stretch or both_ahead or {"corrected", "possible"} & {x.status, y.status} or (_is_price(a) and _is_price(b))
    )
    if to_come[0] != to_come[1] and not settled:
        told = f"one is {x.status}, the other {y.status}"
        yield told if x.status != y.status else "one is an estimate, the other a count"
    in_periods = (
        (a.period and b.period) or _of_those_years(a, b) or any(_SINCE_YEAR.search(side.sentence) for side in (a, b))
    )
    if scopes := (x.kind.scopes ^ y.kind.scopes) - {"estimate"} - (_OF_A_PERIOD if in_periods else set()):
        yield f"only one is about {' and '.join(sorted(scopes))}"


def _of_those_years(a: Side, b: Side) -> bool:
    """Says whether one gives years and the other points at them ("over those years"), on pages of one day."""
    apart = days_between(a.figure.published, b.figure.published)
    return apart == 0 and any(one.period and _THOSE_YEARS.search(other.sentence) for one, other in ((a, b), (b, a)))


_THOSE_YEARS = re.compile(
    r"\b(?:over|in|during|for|within) (?:those|these|that|this|the same) (?:years|months|weeks|days|period|time|spell)\b",
    re.I,
)


def _is_price(side: Side) -> bool:
    """Says whether a sum is what something costs: a price is one, whether it "is" or "will be"."""
    return bool(_PRICE.search(side.sentence)) and not _SPENT.search(side.sentence)


_PRICE = re.compile(r"\b(?:costs?|comes? to|price|dear(?:er)?|cheap(?:er)?|bill|will pay|worth)\b", re.I)
_SPENT = re.compile(r"\b(?:spent|paid|so far|has cost|set aside)\b", re.I)


def differs_in_scope_only(a: Side, b: Side) -> bool:
    """Says whether nothing but words of scope sets the two apart."""
    return len(list(other_scope(a, b))) == 1


def when(a: Side, b: Side) -> When:
    """Says whether both numbers are of one time, of one count at other times, or of stretches that are no two times of one count."""
    x, y = a.figure, b.figure
    periods = a.period, b.period
    apart = days_between(x.published, y.published)
    if a.moment and b.moment:
        return "one time" if a.moment == b.moment else "other times"
    if periods[0] and periods[1]:
        return _PERIODS[compare_stretches(periods[0], periods[1]), bool(apart)]
    if (periods[0] or periods[1]) and (a.moment or b.moment):
        return "other stretch"
    if (a.moment or b.moment) and apart:
        return "one time" if (a.moment or x.published) == (b.moment or y.published) else "other times"
    if _of_those_years(a, b):
        return "one time"
    if not apart and (periods[0] or periods[1]) and _months_in(a) & _months_in(b):
        return "one time"
    if apart is None or ((periods[0] or periods[1]) and not apart):
        return "unknown"
    return "other times" if apart else "one time"


def _months_in(side: Side) -> frozenset[str]:
    return frozenset(w.lower() for w in MONTH.findall(side.sentence))


# By how two stretches lie and whether the pages are of two days: two quarters told on one day are no two times of one count.
_PERIODS: dict[tuple[str, bool], When] = {
    ("same", False): "one time", ("same", True): "one time", ("apart", True): "other times", ("apart", False): "other stretch",
    ("nested", False): "other stretch", ("nested", True): "other stretch",
}  # fmt: skip


def alike(a: Side, b: Side) -> str | None:
    """Gives how the two numbers are one: equal, rounded, an end of a range; or in another dress; or as a page says itself."""
    x, y = a.quantity, b.quantity
    if how := agreement(x, y) or equivalence(a.amount, b.amount):
        return how
    if (softened(x, y) or _is_rounded_share(a, b)) and who(a, b) == "same":
        return "one is the other's number under words that soften it"
    if _in_range(x, y) and who(a, b) == "same":
        return "one lies in the other's range"
    return "a page gives both as the same" if _tied_as_same(a, b) else None


def _is_rounded_share(a: Side, b: Side) -> bool:
    """Says whether one gives in words ("a third") what the other gives in percent, to within the nearest such share."""
    worded = [s.figure.quantity.unit is None for s in (a, b)]
    if a.quantity.unit != "percent" or b.quantity.unit != "percent" or worded[0] == worded[1]:
        return False
    return abs(a.quantity.low - b.quantity.low) <= _SHARE_STEP


def _in_range(x: Quantity, y: Quantity) -> bool:
    """Says whether one is a range that holds the other, which is none."""
    one, other = (x, y) if x.low < x.high else (y, x)
    (unit, low, high), (theirs, value, top) = comparable(one), comparable(other)
    return unit == theirs and value == top and low < value < high and "vague" not in (x.comparator, y.comparator)


def _tied_as_same(a: Side, b: Side) -> bool:
    return a.is_tied(b, "same") or b.is_tied(a, "same")


def clash(a: Side, b: Side) -> bool:
    """Says whether the two numbers cannot both be true of one thing; the smaller can where it is of somebody who sees a part only."""
    x, y = a.quantity, b.quantity
    small = a.figure if comparable(x)[1] < comparable(y)[1] else b.figure
    sees_a_part = bool(_ON_THE_SPOT.search(small.asserter or "")) and "(unnamed" in (small.asserter or "")
    return "vague" not in (x.comparator, y.comparator) and not sees_a_part and not can_both_hold(x, y)


# One person at one place counts what comes before his eyes.
_ON_THE_SPOT = re.compile(
    r"\b(?:(?:rescue|aid|hospital|morgue|ward|camp|clinic) (?:worker|leader|volunteer|director|doctor|nurse)|rescuer|doctor|nurse|medic|witness|"
    r"firefighter|volunteer|survivor|villager|gravedigger|undertaker)\b(?!s)", re.I
)  # fmt: skip
