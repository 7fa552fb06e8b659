"""What a look-up gives back: entries for those who speak, place entries for where things are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A state, body or outlet. `id` is "state:KP", "body:icrc", "outlet:efe"; equal across articles and cases.

    `kind` is state, body or outlet; `sort` says more (territory, agency, newspaper, intelligence, armed group …).
    `seats` are names that stand for it when it speaks (a capital, a palace). `speaks_for` is an id or "".
    `family` names the publisher's family (owner); outlets of one family are not independent of one another by ownership.
    `point` is (latitude, longitude) in degrees, for states.
    """

    id: str
    name: str
    kind: str
    sort: str = ""
    country: str = ""
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    speaks_for: str = ""
    hosts: tuple[str, ...] = ()
    family: str = ""
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """A place with its point. `sort` is country, capital, town, region (first-level division), county (second-level), sea, river …

    `id` is "geonames:N" for towns, "geonames:CC.REGION" or "geonames:CC.REGION.COUNTY" for divisions, "state:CC" or "place:NAME" for the
    hand-kept ones. `region` is the name of the first-level division. `population` is of the town, or of the towns of a division.
    A river or range that several states share has no `country`; `countries` are all it touches.
    """

    id: str
    name: str
    sort: str
    point: tuple[float, float]
    country: str = ""
    region: str = ""
    population: int = 0
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """A standing tie between an agency and an outlet that runs its copy: `tie` is member or client."""

    agency: str
    tie: str
    outlet: str
