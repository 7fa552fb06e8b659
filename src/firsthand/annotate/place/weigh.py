"""How much speaks for a reading of a name: size and rank, what the article is about, what stands beside, what lies near.

Every row of `_SCORES` gives a number on the scale of log10(population); a reading's score is their sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import asin, cos, log10, radians, sin, sqrt

from firsthand.annotate.place.toponym import DIVISION, TOWN, Toponym
from firsthand.gazetteer import PlaceEntry
from firsthand.records import Document
from firsthand.text.names import fold

# How much a reading counts for, on the scale of log10(population): a country of the name is taken before any town.
_RANK = {"country": 9.5, "continent": 8.5, "ocean": 8.0, "sea": 8.0, "strait": 8.0, "canal": 8.0, "river": 7.5, "mountain": 7.5, "lake": 7.5,
         "island": 7.5, "region": 7.0, "capital": 7.5, "county": 4.6, "site": 7.0, "village": 6.0, "district": 6.5}  # fmt: skip
_KEPT_REGION = 7.5
_ANOTHER_NAME = -2.0
_SAME_COUNTRY, _SAME_REGION, _WRITTEN_BESIDE, _LISTED = 2.5, 1.5, 6.0, 2.0
_CLOSE_BY, _NOT_FAR = (120.0, 1.2), (300.0, 0.6)  # kilometres, and what they are worth
_EARTH = 6371.0
_SURE = 1.5  # a lead over every reading elsewhere that makes a name a landmark for others


@dataclass(frozen=True, slots=True)
class Context:
    """What the article is about: how often each country and region is meant by names that leave no doubt, and where these lie."""

    countries: Counter[str]
    regions: Counter[tuple[str, str]]
    landmarks: tuple[tuple[int, PlaceEntry], ...] = ()
    own: tuple[tuple[int, str], ...] = ()  # where a landmark itself added its country


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around one toponym: the readings written beside it, the countries of regions listed with it, the words."""

    start: int
    beside: Sequence[PlaceEntry]
    listed: frozenset[str]
    before: str
    after: str


def weight(place: PlaceEntry) -> float:
    """Gives how well known a place is, before any context."""
    size = log10(place.population + 1)
    if place.id.startswith("place:") and place.sort == "region":
        return _KEPT_REGION
    return max(_RANK.get(place.sort, 0.0), size if place.sort != "region" else 0.0)


def context_of(document: Document, toponyms: Sequence[Toponym]) -> Context:
    """Gives the countries and regions that the article's plain names speak of."""
    countries: Counter[str] = Counter()
    regions: Counter[tuple[str, str]] = Counter()
    contested = {toponym.span for toponym in toponyms if _is_contested(toponym)}
    for mention in document.mentions:
        if mention.entry and mention.entry.startswith("state:") and mention.span not in contested:
            countries[mention.entry.removeprefix("state:")] += 1
    for toponym in toponyms:
        certain = _certain(toponym)
        if len(certain) == 1:
            countries[certain.pop()] += 1
        for place in toponym.readings:
            if place.sort == "region" and len(toponym.readings) <= 2:
                regions[place.country, place.region or place.name] += 1
    del countries[""]
    return Context(countries, regions)


def _certain(toponym: Toponym) -> set[str]:
    """Gives the countries of the readings that are known without any context."""
    return {place.country for place in toponym.readings if weight(place) >= 4}


def with_landmarks(context: Context, found: Sequence[tuple[Toponym, Sequence[tuple[float, PlaceEntry]]]]) -> Context:
    """Gives the context with the towns and divisions about which the first weighing left no doubt, and their countries."""
    landmarks, own = [], []
    countries, regions = Counter(context.countries), Counter(context.regions)
    for toponym, ranking in found:
        if not ranking or toponym.stands_for_government:
            continue
        best = ranking[0][1]
        rivals = [score for score, place in ranking if not are_near(best, place)]
        if best.sort in ("country", "continent", "ocean", "sea") or (rivals and ranking[0][0] - max(rivals) < _SURE):
            continue
        landmarks.append((toponym.span.start, best))
        if best.country and len(_certain(toponym)) != 1:
            countries[best.country] += 1
            own.append((toponym.span.start, best.country))
        if best.sort == "region" and len(toponym.readings) > 2:
            regions[best.country, best.region or best.name] += 1
    return Context(countries, regions, tuple(landmarks), tuple(own))


def rank(toponym: Toponym, context: Context, around: Surroundings) -> list[tuple[float, PlaceEntry]]:
    """Gives the readings with their scores, the best first."""
    scores = [
        (sum(score(place, context, around) for score in _SCORES) + _by_another_name(place, toponym), place)
        for place in toponym.readings
    ]
    return sorted(scores, key=lambda pair: (-pair[0], pair[1].id))


def _by_another_name(place: PlaceEntry, toponym: Toponym) -> float:
    """A place that only also goes by a name is meant less than a bigger one that is called so."""
    name = fold(toponym.name)
    if fold(place.name) == name:
        return 0.0
    return (
        _ANOTHER_NAME
        if any(fold(other.name) == name and other.population > place.population for other in toponym.readings)
        else 0.0
    )


def _known(place: PlaceEntry, context: Context, around: Surroundings) -> float:
    return weight(place)


def _same_country(place: PlaceEntry, context: Context, around: Surroundings) -> float:
    total = sum(context.countries.values())
    codes = [code for code in (place.country, *place.countries) if code]
    times = max((context.countries[code] - ((around.start, code) in context.own) for code in codes), default=0)
    return _SAME_COUNTRY * times / total + 1.0 if times else 0.0


def _same_region(place: PlaceEntry, context: Context, around: Surroundings) -> float:
    named = place.region and context.regions[place.country, place.region] and place.sort in ("town", "county")
    return _SAME_REGION if named else 0.0


def _beside(place: PlaceEntry, context: Context, around: Surroundings) -> float:
    return max((_WRITTEN_BESIDE for other in around.beside if holds(other, place)), default=0.0)


def _listed(place: PlaceEntry, context: Context, around: Surroundings) -> float:
    return _LISTED if place.sort == "region" and place.country in around.listed else 0.0


def _typed(place: PlaceEntry, context: Context, around: Surroundings) -> float:
    if DIVISION.match(around.after):
        return 4.0 if place.sort in ("region", "county") else 0.0
    if TOWN.match(around.after) or TOWN.search(around.before):
        return 4.0 if place.sort in ("town", "capital") else 0.0
    return 0.0


def _near_landmarks(place: PlaceEntry, context: Context, around: Surroundings) -> float:
    """A town close to other towns of the article is meant before a bigger one far away."""
    if place.sort not in ("town", "county", "capital", "island"):
        return 0.0
    apart = [
        distance(place, other) for start, other in context.landmarks if start != around.start and other.id != place.id
    ]
    nearest = min(apart, default=_EARTH)
    return next((worth for limit, worth in (_CLOSE_BY, _NOT_FAR) if nearest <= limit), 0.0)


_SCORES: tuple[Callable[[PlaceEntry, Context, Surroundings], float], ...] = (
    _known, _same_country, _same_region, _beside, _listed, _typed, _near_landmarks,
)  # fmt: skip


def holds(outer: PlaceEntry, inner: PlaceEntry) -> bool:
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


def are_near(one: PlaceEntry, other: PlaceEntry) -> bool:
    """Says whether two readings are one area for a reader: a town and the division named after it."""
    (lat, lon), (lat2, lon2) = one.point, other.point
    return one.country == other.country and abs(lat - lat2) < 1.0 and abs(lon - lon2) < 1.5


def distance(one: PlaceEntry, other: PlaceEntry) -> float:
    """Gives the distance between two places in kilometres."""
    lat, lon, lat2, lon2 = (radians(degrees) for degrees in (*one.point, *other.point))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))


def _is_contested(toponym: Toponym) -> bool:
    """Says whether a name is that of a state and of another state's region: such a name says nothing of what an article is about."""
    states = {place.country for place in toponym.readings if place.sort == "country"}
    return bool(states) and any(place.sort == "region" and place.country not in states for place in toponym.readings)
