"""Whether two releases count one thing: their units, places, callings and scopes, and whether the one can be among the other."""

from __future__ import annotations

from firsthand.reconcile.compare import places_differ, same_class
from firsthand.reconcile.facts import stem
from firsthand.reconcile.kinds import FATES, KNOWN, PARTS, STATES, UNKNOWN
from firsthand.reconcile.nouns import ANYBODY, NOBODY_IN_PARTICULAR
from firsthand.reconcile.releases import Draft
from firsthand.reconcile.scopes import CALLINGS
from firsthand.reconcile.values import can_both_hold as can_hold
from firsthand.reconcile.values import comparable

# Scopes that mark some of those counted: who has been identified, who was a child.
SOME = frozenset({"identified", "children", "women", "foreigners", "rescuers", "soldiers", "civilians"})
_SMALLER = frozenset({"one place", "its own people", *SOME})
_SUBSETS = frozenset(
    {"some of them", "that day", "children", "women", "foreigners", "identified", "on top", "capacity", "one place"}
)
_OF_ALL = NOBODY_IN_PARTICULAR - {stem("bodies")}  # who finds bodies counts those that he found
OF_ONE_SIZE = 3  # times; numbers of which one does not say what it counts are rivals where they are not further apart
# Nouns of what befell those counted: of whom, they leave open.
_BEFALLEN = frozenset(
    map(
        stem,
        "dead deaths killed bodies fatalities victims lives casualties corpses toll injured wounded missing".split(),
    )
)


def same_unit(a: Draft, b: Draft) -> bool:
    """Says whether two releases are counted in one sort of units."""
    return comparable(a.lead.quantity)[0] == comparable(b.lead.quantity)[0]


def place_differs(a: Draft, b: Draft) -> bool:
    """Says whether the places differ; a part of the story's area against an unnamed place counts as different when a page sets them apart."""
    return places_differ(a.lead, b.lead) or bool(a.lead.place) != bool(b.lead.place)


def can_be_part(a: Draft, b: Draft) -> bool:
    """Says whether those of one class can be among those of another: the missing are not among the dead, patients who died are."""
    part, whole = a.lead.kind.name, b.lead.kind.name
    if are_of_two_callings(a, b):
        return False
    if part == whole or not {part, whole} <= KNOWN or same_class(a.lead, b.lead):
        return True
    return part in PARTS.get(whole, ()) or (whole in STATES and (part in FATES or part in STATES))


def may_be_one_thing(a: Draft, b: Draft) -> bool:
    """Says whether two numbers that a page sets against each other are of one class, or one of them of none that the page says anew."""
    one, other = a.lead.kind, b.lead.kind
    small, large = sorted((a.lead.low, b.lead.low))
    if (one.scopes | other.scopes) & {"some of them", "on top"}:
        return False
    if _are_two_sorts(a, b):
        return False
    same_noun = bool(one.head) and one.head == other.head and not {one.name, other.name} <= KNOWN
    loose = UNKNOWN in (one.name, other.name) or same_noun
    return one.name == other.name or (loose and large <= OF_ONE_SIZE * small)


def _are_two_sorts(a: Draft, b: Draft) -> bool:
    """Says whether one counts those of a calling, and the other people of another noun: passengers are no gunmen."""
    for one, other in ((a.lead.kind, b.lead.kind), (b.lead.kind, a.lead.kind)):
        if one.scopes & CALLINGS and not other.scopes & CALLINGS and other.head not in ANYBODY | _BEFALLEN | {""}:
            return one.head != other.head
    return False


def are_others(a: Draft, b: Draft) -> bool:
    """Says whether two releases are of people of two callings, or of all and some."""
    return are_of_two_callings(a, b) or bool((a.lead.kind.scopes ^ b.lead.kind.scopes) & _SUBSETS)


def are_of_two_callings(a: Draft, b: Draft) -> bool:
    one, other = (d.lead.kind.scopes & CALLINGS for d in (a, b))
    return bool(one and other and not one & other)


def all_and_some(a: Draft, b: Draft) -> bool:
    """Says whether a page of the one says in its own words that it counts people of any calling, and the other those of one."""
    for one, other in ((a, b), (b, a)):
        named = (f.kind for f in one.figures if not f.like)
        if other.lead.kind.scopes & CALLINGS and any(k.head in ANYBODY and not k.scopes & CALLINGS for k in named):
            return True
    return False


def may_be_some_of(a: Draft, b: Draft) -> bool:
    """Says whether the smaller number is of people of one sort, or of bodies found, and so small that they may be among those of the
    larger: two drivers, and sixty people hurt."""
    small, large = sorted((a, b), key=lambda d: d.lead.low)
    few = small.lead.high * OF_ONE_SIZE < large.lead.low
    return few and small.lead.kind.head not in _OF_ALL and small.lead.kind.head != large.lead.kind.head


def can_both_hold(a: Draft, b: Draft) -> bool:
    """Says whether two numbers can both be true: as numbers, or because the smaller is of one place, or of some of the people, only."""
    if can_hold(a.lead.quantity, b.lead.quantity):
        return True
    small, large = sorted((a, b), key=lambda d: d.lead.low)
    return bool(small.lead.kind.scopes & _SMALLER - large.lead.kind.scopes)
