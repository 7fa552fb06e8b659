"""Document → places: toponyms with coordinates, one reading a name for the whole article, or its alternatives.

The parser says which words are places and states; here each name is looked up and the readings are weighed against one another:
what the writer added ("Springfield, Illinois"), the states and regions named in the article, size, and rank. When nothing
tells two readings apart, none is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.annotate.place.inherit import located
from firsthand.annotate.place.marked import marked_toponyms
from firsthand.annotate.place.toponym import DIVISION, LIST_LINK, TOWN, Toponym, between
from firsthand.annotate.place.unmarked import unmarked_toponyms
from firsthand.annotate.place.weigh import Context, Surroundings, are_near, context_of, rank, with_landmarks
from firsthand.gazetteer import Gazetteer, PlaceEntry
from firsthand.records import Document, Place, derive
from firsthand.text.names import fold

# Below this lead the best reading is not much better than the next one.
_MARGIN = 0.25
_LINK = re.compile(r"\s*,\s*|\s*\(\s*|,? in (?:the )?(?:[a-z]+ ){0,2}", re.I)

Readings = tuple[PlaceEntry, ...]
Ranking = list[tuple[float, PlaceEntry]]


class PlaceFinder:
    """Gives the places of a document. `demonyms` also takes "Norwegian" for Norway, which a ledger does not."""

    def __init__(self, gazetteer: Gazetteer, *, demonyms: bool = False) -> None:
        self._gazetteer = gazetteer
        self._demonyms = demonyms

    @classmethod
    def load(cls, *, demonyms: bool = False) -> PlaceFinder:
        """Gives a finder over the shipped gazetteer."""
        return cls(Gazetteer.load(), demonyms=demonyms)

    def __call__(self, document: Document) -> tuple[Place, ...]:
        """Gives the places in text order; names of which several readings remain keep their alternatives and have no point."""
        toponyms = list(marked_toponyms(document, self._gazetteer, demonyms=self._demonyms))
        plain = context_of(document, toponyms)
        about = with_landmarks(plain, _ranked(document, toponyms, plain))
        toponyms += unmarked_toponyms(document, toponyms, about, self._gazetteer)
        toponyms.sort(key=lambda toponym: toponym.span)
        context = with_landmarks(plain, _ranked(document, toponyms, plain))
        around = [_surroundings(document, toponyms, index) for index in range(len(toponyms))]
        rankings = [rank(toponym, context, near) for toponym, near in zip(toponyms, around, strict=True)]
        chosen = _choices(document, toponyms, around, rankings)
        places = [self._place(document, *pair, context) for pair in zip(toponyms, chosen, strict=True)]
        return tuple(located(document, places, toponyms))

    def _place(self, document: Document, toponym: Toponym, readings: Readings, context: Context) -> Place:
        key = derive("l", document.article.id, toponym.span.start, toponym.span.end)
        if not readings:
            return Place(id=key, span=toponym.span, name=toponym.name, rule=f"{toponym.rule}: not in the gazetteer")
        if len(readings) > 1:
            countries, regions = {place.country for place in readings}, {place.region for place in readings}
            return Place(id=key, span=toponym.span, name=toponym.name, country=_only(countries), region=_only(regions) if _only(countries) else None,
                         alternatives=tuple(_label(place) for place in readings), rule=f"{toponym.rule}: {len(readings)} readings come close")  # fmt: skip
        one = readings[0]
        others = tuple(_label(place) for place in toponym.readings if place.id != one.id)[:5]
        return Place(id=key, span=toponym.span, name=one.name, gazetteer_id=one.id, point=one.point, country=_country(one, context),
                     region=self._region(one) or None, alternatives=others, rule=toponym.rule)  # fmt: skip

    def _region(self, place: PlaceEntry) -> str:
        """Gives the first-level division; a region kept by hand has it where a division bears one of its names."""
        if place.region or place.sort not in ("region", "island"):
            return place.region
        names = (place.name, *place.name.split(" Island")[:1])
        divisions = (
            other.region
            for name in names
            for other in self._gazetteer.places(name)
            if other.sort == "region" and other.country == place.country and other.region
        )
        return next(divisions, "")


def _ranked(document: Document, toponyms: Sequence[Toponym], context: Context) -> list[tuple[Toponym, Ranking]]:
    around = (_surroundings(document, toponyms, index) for index in range(len(toponyms)))
    return [(toponym, rank(toponym, context, near)) for toponym, near in zip(toponyms, around, strict=True)]


def _only(values: set[str]) -> str | None:
    """Gives the one value of a set that has no other, None for the empty string."""
    return next(iter(values)) or None if len(values) == 1 else None


def _surroundings(document: Document, toponyms: Sequence[Toponym], at: int) -> Surroundings:
    toponym = toponyms[at]
    return Surroundings(
        start=toponym.span.start,
        beside=_beside(document, toponyms, at),
        listed=_listed_with(document, toponyms, at),
        before=document.text[max(0, toponym.span.start - 12) : toponym.span.start],
        after=document.text[toponym.span.end : toponym.span.end + 20],
    )


def _beside(document: Document, toponyms: Sequence[Toponym], at: int) -> Readings:
    """Gives the readings of the place written right after a comma or bracket ("…, Illinois")."""
    after = toponyms[at + 1] if at + 1 < len(toponyms) else None
    if after is None or after.span.start - toponyms[at].span.end > 30:
        return ()
    return after.readings if _LINK.fullmatch(between(document.text, toponyms[at], after)) else ()


def _listed_with(document: Document, toponyms: Sequence[Toponym], at: int) -> frozenset[str]:
    """Gives the countries of whose regions a neighbour in a list is one ("Norfolk, Tolna and Suthrey"): lists hold one sort of thing."""
    near = [toponyms[index] for index in (at - 1, at + 1) if 0 <= index < len(toponyms)]
    joined = [other for other in near if LIST_LINK.fullmatch(between(document.text, toponyms[at], other))]
    return frozenset(place.country for other in joined for place in other.readings[:2] if place.sort == "region")


def _choices(
    document: Document, toponyms: Sequence[Toponym], around: Sequence[Surroundings], rankings: Sequence[Ranking]
) -> list[Readings]:
    """Gives the readings kept for each toponym: one, or several that nothing tells apart. One name has one reading an article,
    the one that was written out ("Springfield, Illinois") before the one that is only likely."""
    kept = [_close(ranking) for ranking in rankings]
    told: dict[str, Readings] = {}
    for toponym, near, readings in zip(toponyms, around, kept, strict=True):
        if near.beside and len(readings) == 1:
            told.setdefault(fold(toponym.name), readings)
    return [
        readings if _is_typed(near.after) else told.get(fold(toponym.name), readings)
        for toponym, near, readings in zip(toponyms, around, kept, strict=True)
    ]


def _close(ranking: Ranking) -> Readings:
    """Gives the best reading, or the readings that come too close to it and lie elsewhere."""
    if not ranking:
        return ()
    close = [place for score, place in ranking if ranking[0][0] - score < _MARGIN]
    return (close[0],) if all(are_near(close[0], place) for place in close) else tuple(close)


def _is_typed(after: str) -> bool:
    """Says whether the words after a toponym name its sort ("Kent County")."""
    return bool(DIVISION.match(after) or TOWN.match(after))


def _country(place: PlaceEntry, context: Context) -> str | None:
    """Gives the country of a place; of what several share, the one of which the article speaks most, if there is one."""
    if place.country or not place.countries:
        return place.country or None
    counts = sorted(((context.countries[code], code) for code in place.countries), reverse=True)
    return counts[0][1] if counts[0][0] > counts[1][0] else None


def _label(place: PlaceEntry) -> str:
    """Gives a place as an alternative is listed: "Springfield, Illinois, US (geonames:4250542)"."""
    parts = dict.fromkeys(part for part in (place.name, place.region, place.country) if part)
    return f"{', '.join(parts)} ({place.id})"
