"""Document → places: toponyms with coordinates, one reading a name for the whole article, or its alternatives.

The parser says which words are places and states; here each name is looked up and the readings are weighed against one another:
what the writer added ("Springfield, Illinois"), the states and regions named in the article, size, and rank. When nothing
tells two readings apart, none is chosen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log10

from firsthand.gazetteer import Gazetteer, PlaceEntry
from firsthand.records import Document, Mention, Place, Span, derive
from firsthand.text.names import fold

# How much a reading counts for, on the scale of log10(population): a country of the name is taken before any town.
_RANK = {"country": 9.5, "continent": 8.5, "ocean": 8.0, "sea": 8.0, "strait": 8.0, "canal": 8.0, "river": 7.5, "mountain": 7.5, "lake": 7.5,
         "island": 7.5, "region": 6.2, "capital": 7.5, "county": 4.6, "site": 7.0, "village": 6.0, "district": 6.5}  # fmt: skip
_KEPT_REGION = 7.5
_SAME_COUNTRY, _SAME_REGION, _WRITTEN_BESIDE, _LISTED = 2.5, 1.5, 6.0, 2.0
# Below this lead the best reading is not much better than the next one.
_MARGIN = 0.25
_DIVISION = re.compile(
    r"\s+(?:region|oblast|province|prefecture|governorate|state|district|county|krai|voivodeship|department)\b", re.I
)
_TOWN = re.compile(r"\s+(?:city|town|village)\b|^(?:the )?(?:city|town|village|port) of ", re.I)
_POSSESSOR = re.compile(r"(?P<name>.+?)(?:['’]s|(?<=s)['’])\s")
_LIST_LINK = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_LINK = re.compile(r"\s*,\s*|\s*\(\s*|,? in (?:the )?(?:[a-z]+ )?", re.I)


@dataclass(frozen=True, slots=True)
class _Toponym:
    """A name of a place in the text; `fixed` is its reading when the name itself leaves no choice."""

    span: Span
    name: str
    readings: tuple[PlaceEntry, ...]
    rule: str


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
        toponyms = list(self._toponyms(document))
        context = _context(document, toponyms)
        chosen = _choices(document, toponyms, context)
        return tuple(_place(document, toponym, chosen[toponym.name, toponym.span.start]) for toponym in toponyms)

    def _toponyms(self, document: Document) -> Iterator[_Toponym]:
        end = 0
        for mention in document.mentions:
            if mention.span.start < end:
                continue
            toponym = self._toponym(document, mention)
            if toponym:
                end = toponym.span.end
                yield toponym

    def _toponym(self, document: Document, mention: Mention) -> _Toponym | None:
        """Gives the toponym of a mention of a place or state; a demonym only when asked for."""
        demonym = mention.why == "demonym"
        if mention.kind not in ("place", "state") and not demonym and mention.why != "state body":
            return None
        if demonym and mention.kind == "group":
            return None
        if demonym:
            state = self._gazetteer.entry(mention.entry or "")
            readings = self._state_places(state.name) if state else ()
            return _Toponym(mention.span, mention.text, readings, "demonym") if self._demonyms and readings else None
        if mention.why.startswith("metonym"):
            return _Toponym(mention.span, mention.text, self._gazetteer.places_like(mention.text), "seat of government")
        if mention.why == "state body":
            return self._owner(mention)
        return _Toponym(mention.span, mention.text, self._gazetteer.places_like(mention.text), "name")

    def _owner(self, mention: Mention) -> _Toponym | None:
        """Gives the state whose possessive begins a body ("Norland's coast guard")."""
        owner = _POSSESSOR.match(mention.text)
        places = self._state_places(owner["name"]) if owner else ()
        if owner is None or not places:
            return None
        return _Toponym(
            Span(mention.span.start, mention.span.start + owner.end("name")), owner["name"], places, "possessor"
        )

    def _state_places(self, name: str) -> tuple[PlaceEntry, ...]:
        return tuple(place for place in self._gazetteer.places(name) if place.sort == "country")


@dataclass(frozen=True, slots=True)
class _Context:
    """What the article is about: how often each country and region is meant by names that leave no doubt."""

    countries: Counter[str]
    regions: Counter[tuple[str, str]]


def _context(document: Document, toponyms: Sequence[_Toponym]) -> _Context:
    countries: Counter[str] = Counter()
    regions: Counter[tuple[str, str]] = Counter()
    contested = {toponym.span for toponym in toponyms if _is_contested(toponym)}
    for mention in document.mentions:
        if mention.entry and mention.entry.startswith("state:") and mention.span not in contested:
            countries[mention.entry.removeprefix("state:")] += 1
    for toponym in toponyms:
        certain = {place.country for place in toponym.readings if _weight(place) >= 4}
        if len(certain) == 1:
            countries[certain.pop()] += 1
        for place in toponym.readings:
            if place.sort == "region" and len(toponym.readings) <= 2:
                regions[place.country, place.region] += 1
    return _Context(countries, regions)


def _is_contested(toponym: _Toponym) -> bool:
    """Says whether a name is that of a state and of another state's region: such a name says nothing of what an article is about."""
    states = {place.country for place in toponym.readings if place.sort == "country"}
    return bool(states) and any(place.sort == "region" and place.country not in states for place in toponym.readings)


def _weight(place: PlaceEntry) -> float:
    """Gives how well known a place is, before any context."""
    size = log10(place.population + 1)
    if place.id.startswith("place:") and place.sort == "region":
        return _KEPT_REGION
    return max(_RANK.get(place.sort, 0.0), size if place.sort != "region" else 0.0)


def _choices(
    document: Document, toponyms: Sequence[_Toponym], context: _Context
) -> dict[tuple[str, int], tuple[PlaceEntry, ...]]:
    """Gives the readings kept for each toponym: one, or several that nothing tells apart. One name has one reading an article,
    the one that was written out ("Springfield, Illinois") before the one that is only likely."""
    scored = {}
    told: dict[str, tuple[PlaceEntry, ...]] = {}
    for toponym in toponyms:
        beside = _beside(document, toponym, toponyms)
        ranking = _ranked(document, toponym, context, beside, _listed_with(document, toponym, toponyms))
        scored[toponym.name, toponym.span.start] = ranking
        if beside and len(ranking) == 1:
            told.setdefault(fold(toponym.name), ranking)
    return {
        key: told.get(fold(key[0]), ranking) if not _typed(document, key) else ranking
        for key, ranking in scored.items()
    }


def _typed(document: Document, key: tuple[str, int]) -> bool:
    """Says whether the words after a toponym name its sort ("Kent County")."""
    after = document.text[key[1] + len(key[0]) : key[1] + len(key[0]) + 20]
    return bool(_DIVISION.match(after) or _TOWN.match(after))


def _beside(document: Document, toponym: _Toponym, toponyms: Sequence[_Toponym]) -> tuple[PlaceEntry, ...]:
    """Gives the readings of the place written right after a comma or bracket ("…, Illinois")."""
    after = next((other for other in toponyms if other.span.start > toponym.span.start), None)
    if after is None or after.span.start - toponym.span.end > 20 or after.span.start < toponym.span.end:
        return ()
    link = document.text[toponym.span.end : after.span.start]
    return after.readings if _LINK.fullmatch(link) else ()


def _listed_with(document: Document, toponym: _Toponym, toponyms: Sequence[_Toponym]) -> frozenset[str]:
    """Gives the countries of whose regions a neighbour in a list is one ("Norfolk, Tolna and Suthrey"): lists hold one sort of thing."""
    at = toponyms.index(toponym)
    near = [
        other
        for other in (toponyms[at - 1] if at else None, toponyms[at + 1] if at + 1 < len(toponyms) else None)
        if other
    ]
    joined = [other for other in near if _LIST_LINK.fullmatch(_between(document, toponym, other))]
    return frozenset(place.country for other in joined for place in other.readings[:2] if place.sort == "region")


def _between(document: Document, one: _Toponym, other: _Toponym) -> str:
    first, second = sorted((one.span, other.span))
    return document.text[first.end : second.start]


def _ranked(
    document: Document, toponym: _Toponym, context: _Context, beside: Sequence[PlaceEntry], regions_of: frozenset[str]
) -> tuple[PlaceEntry, ...]:
    """Gives the best reading, or the readings that come too close to it and lie elsewhere."""
    after = document.text[toponym.span.end : toponym.span.end + 20]
    before = document.text[max(0, toponym.span.start - 12) : toponym.span.start]
    if not toponym.readings:
        return ()
    listed = {place.id: _LISTED for place in toponym.readings if place.sort == "region" and place.country in regions_of}
    scores = [
        (_score(place, context, beside, after, before) + listed.get(place.id, 0.0), place) for place in toponym.readings
    ]
    scores.sort(key=lambda pair: (-pair[0], pair[1].id))
    best = scores[0][0]
    close = [place for score, place in scores if best - score < _MARGIN]
    first = close[0]
    return (first,) if all(_near(first, place) for place in close) else tuple(close)


def _score(place: PlaceEntry, context: _Context, beside: Sequence[PlaceEntry], after: str, before: str) -> float:
    score = _weight(place)
    total = sum(context.countries.values())
    if place.country and total:
        score += _SAME_COUNTRY * context.countries[place.country] / total
        score += 1.0 if context.countries[place.country] else 0.0
    if context.regions[place.country, place.region] and place.region and place.sort in ("town", "county"):
        score += _SAME_REGION
    score += max((_WRITTEN_BESIDE for other in beside if _holds(other, place)), default=0.0)
    if _DIVISION.match(after):
        score += 4.0 if place.sort in ("region", "county") else 0.0
    if _TOWN.match(after) or _TOWN.search(before):
        score += 4.0 if place.sort in ("town", "capital") else 0.0
    return score


def _holds(outer: PlaceEntry, inner: PlaceEntry) -> bool:
    """Says whether one place lies in the other, as far as the gazetteer knows."""
    if outer.id == inner.id or outer.country != inner.country:
        return False
    if outer.sort == "country":
        return inner.sort != "country"
    if outer.sort == "region":
        same = fold(outer.region or outer.name) == fold(inner.region)
        return inner.sort in ("town", "capital", "county") and (
            same or (outer.id.startswith("place:") and not outer.region)
        )
    return outer.sort == "county" and inner.region == outer.region and inner.sort == "town"


def _near(one: PlaceEntry, other: PlaceEntry) -> bool:
    """Says whether two readings are one area for a reader: a town and the division named after it."""
    (lat, lon), (lat2, lon2) = one.point, other.point
    return one.country == other.country and abs(lat - lat2) < 1.0 and abs(lon - lon2) < 1.5


def _place(document: Document, toponym: _Toponym, readings: tuple[PlaceEntry, ...]) -> Place:
    key = derive("l", document.article.id, toponym.span.start, toponym.span.end)
    if not readings:
        return Place(id=key, span=toponym.span, name=toponym.name, rule=f"{toponym.rule}: not in the gazetteer")
    if len(readings) > 1:
        return Place(id=key, span=toponym.span, name=toponym.name, alternatives=tuple(_label(place) for place in readings),
                     rule=f"{toponym.rule}: {len(readings)} readings come close")  # fmt: skip
    one = readings[0]
    others = tuple(_label(place) for place in toponym.readings if place.id != one.id)[:5]
    return Place(id=key, span=toponym.span, name=one.name, gazetteer_id=one.id, point=one.point, country=one.country or None,
                 region=one.region or None, alternatives=others, rule=toponym.rule)  # fmt: skip


def _label(place: PlaceEntry) -> str:
    """Gives a place as an alternative is listed: "Springfield, Illinois, US (geonames:4250542)"."""
    parts = dict.fromkeys(part for part in (place.name, place.region, place.country) if part)
    return f"{', '.join(parts)} ({place.id})"
