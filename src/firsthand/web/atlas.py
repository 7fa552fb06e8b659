"""The map: places of a story on bundled outlines, with how precisely each is known; places without a point are listed, not guessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from firsthand.ledger import Ledger
from firsthand.records import Place

_MOST, _NAMES = 200, 40  # articles looked at; names listed
_LEAST = 24.0  # degrees across: the outlines are too coarse for a closer look


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place with how often it is named and what is known of it."""

    place: Place
    count: int

    @property
    def precision(self) -> str:
        if self.place.point is None:
            return (
                "ambiguous: could be " + ", ".join(self.place.alternatives[:3])
                if self.place.alternatives
                else "not in the gazetteer"
            )
        if self.place.region or self.place.country:
            return f"a point in {', '.join(p for p in (self.place.region, self.place.country) if p)}"
        return "a point"


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """A drawn map ("" when no place has a point) and the places it stands on."""

    svg: str
    spots: tuple[Spot, ...]


def atlas(ledger: Ledger, articles: Collection[str]) -> Atlas:
    """Gives the map of the places named in these articles."""
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for article in sorted(articles)[:_MOST]:
        for place in ledger.places(article):
            counts[place.name] += 1
            known = places.get(place.name)
            if known is None or (known.point is None and place.point is not None):
                places[place.name] = place
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    spots = tuple(Spot(place=places[name], count=counts[name]) for name in ordered[:_NAMES])
    pointed = _supported(spots)
    return Atlas(svg=_draw(pointed) if pointed and _outline() else "", spots=spots)


def _supported(spots: tuple[Spot, ...]) -> list[Spot]:
    """Gives the places with a point that another place of the story bears out by lying in the same country: a lone name is too easily mistaken."""
    countries = Counter(spot.place.country for spot in spots if spot.place.country)
    return [s for s in spots if s.place.point and s.place.country and countries[s.place.country] > 1]


@cache
def _outline() -> str:
    """Gives the land as one path, x = longitude, y = −latitude; "" where the asset is not there."""
    path = Path(__file__).parent / "static" / "land.txt"
    return path.read_text("ascii").strip() if path.is_file() else ""


def _draw(spots: list[Spot]) -> str:
    points = [(s.place.point[1], -s.place.point[0]) for s in spots if s.place.point]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    width = max(_LEAST, (right - left) * 1.3, (bottom - top) * 2 * 1.3)
    height = width / 2
    x, y = (left + right - width) / 2, (top + bottom - height) / 2
    scale = width / 720
    marks = "".join(_mark(spot, scale) for spot in reversed(spots))
    return (
        f'<svg class="atlas" viewBox="{x:.2f} {y:.2f} {width:.2f} {height:.2f}" role="img" aria-label="Places named in the story; the list below says the same">'
        f'<path class="land" d="{_outline()}" stroke-width="{scale:.3f}"/>{marks}</svg>'
    )


def _mark(spot: Spot, scale: float) -> str:
    assert spot.place.point is not None
    x, y = spot.place.point[1], -spot.place.point[0]
    radius = (4 + min(spot.count, 12) / 2) * scale
    return (
        f'<g class="spot"><title>{escape(spot.place.name)}: named {spot.count} times, {escape(spot.precision)}</title>'
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.3f}" stroke-width="{scale:.3f}"/>'
        f'<text x="{x + radius * 1.5:.2f}" y="{y + 4 * scale:.2f}" font-size="{12 * scale:.3f}">{escape(spot.place.name)}</text></g>'
    )
