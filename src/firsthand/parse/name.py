"""A name in the making, and the signs by which a name is taken for a place."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.gazetteer import Entry, PlaceEntry
from firsthand.parse.view import View
from firsthand.text.names import fold

LOCATIVE = frozenset(
    [
        "in",
        "at",
        "near",
        "from",
        "to",
        "around",
        "outside",
        "inside",
        "across",
        "through",
        "toward",
        "towards",
        "over",
        "into",
        "via",
        "throughout",
        "beyond",
        "within",
        "between",
        "off",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "downtown",
    ]
)
DIVISION_WORDS = frozenset(
    [
        "region",
        "oblast",
        "province",
        "city",
        "town",
        "village",
        "district",
        "prefecture",
        "governorate",
        "county",
        "state",
        "peninsula",
        "suburb",
        "port",
        "island",
        "territory",
        "airport",
        "border",
        "krai",
        "municipality",
    ]
)
TIMES = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "christmas",
        "easter",
        "ramadan",
        "god",
        "internet",
        "covid",
        "state",
        "city",
    ]
)
_PROMINENT = 40_000
TOLD = "told by the page"  # how the reason of a name begins whose state no gazetteer knows
# What a people's name adds to the bare stem of its country's: Norland, Norlandish; Tavia, Tavian; Orsk, Orski.
_ENDINGS = frozenset(["n", "an", "ian", "ean", "ese", "i", "ish", "ic", "ite", "iot", "er"])
_CUT = ("ish", "ese", "ite", "iot", "ian", "ean", "an", "ic", "a", "e", "i", "o", "u", "y")
_SHORTEST = 4  # letters of a stem; of fewer, too much begins alike


def is_people(name: str) -> bool:
    """Says whether a folded name may be a people's by its end."""
    return name.endswith(tuple(_ENDINGS - {"er"}))


def root_of(name: str) -> str:
    """Gives what the folded names of a state and of its people share, so that pages which use either meet.

    >>> root_of("tavrian"), root_of("tavria"), root_of("dorlania"), root_of("dorlan"), root_of("norlandish")
    ('tavr', 'tavr', 'dorl', 'dorl', 'norland')
    """
    cut = next((name.removesuffix(e) for e in _CUT if name.endswith(e) and len(name) - len(e) >= _SHORTEST), name)
    return root_of(cut) if cut != name else name


def is_people_of(people: str, state: str) -> bool:
    """Says whether a folded name is that of the people of a state of the other folded name.

    >>> is_people_of("tavian", "tavia"), is_people_of("orski", "orsk"), is_people_of("dorlans", "dorlania"), is_people_of("martin", "mart")
    (True, True, True, False)
    """
    stem = state.rstrip("aeiouy")
    if len(stem) < _SHORTEST or people == state or not people.startswith(stem):
        return False
    ending = people[len(stem) :]
    ending = ending if ending in _ENDINGS else ending.removesuffix("s")
    return ending in _ENDINGS if ending else state != stem and stem.endswith("n")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens first to last - 1. `kind` as in Mention, or "people" for a demonym; `entry` when the gazetteer knows it."""

    first: int
    last: int
    kind: str
    text: str
    entry: Entry | None = None
    rivals: tuple[Entry, ...] = ()
    why: str = ""

    @property
    def key(self) -> str:
        return fold(self.text)


def is_prominent(places: tuple[PlaceEntry, ...]) -> bool:
    """Says whether a name is that of a state, a region, a capital or a city that needs no explaining."""
    return any(place.sort not in ("town", "county") or place.population >= _PROMINENT for place in places)


def follows_place(view: View, first: int) -> bool:
    """Says whether the words at `first` go on a list of places ("in Aln, Berrow and Tolna")."""
    at = first - 1
    while first - at < 9 and view.lower(at, first) in (",", "and"):
        at -= 1
        start = at
        while view.same_sentence(start, first) and view.tokens[start].text[0].isupper() and at - start < 3:
            start -= 1
        if start == at or not view.gazetteer.places(view.words(start + 1, at + 1)):
            return False
        if view.lower(start, first) in LOCATIVE:
            return True
        at = start
    return False


def stands_as_place(view: View, first: int, last: int) -> bool:
    """Says whether a locative preposition goes before, or a word like "province" behind."""
    return view.lower(first - 1, first) in LOCATIVE or view.lower(last, first) in DIVISION_WORDS
