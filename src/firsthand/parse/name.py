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
