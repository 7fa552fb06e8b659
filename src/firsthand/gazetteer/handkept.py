"""Places that are kept by hand (seas, regions, sites) and the states, as places."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from firsthand.gazetteer.authority import Authority
from firsthand.gazetteer.entries import PlaceEntry
from firsthand.text.names import fold

_FILE = Path(__file__).parent / "data" / "handkept.tsv"


def hand_kept_places(authority: Authority) -> dict[str, tuple[PlaceEntry, ...]]:
    """Gives the places by folded name: states of the authority file, then the rows of the table."""
    table: dict[str, list[PlaceEntry]] = defaultdict(list)
    for entry in authority.by_id.values():
        if entry.kind == "state" and entry.point:
            place = PlaceEntry(id=entry.id, name=entry.name, sort="country", point=entry.point, country=entry.country)
            _add(table, place, (entry.name, *entry.aliases))
    for line in _FILE.read_text("utf-8").splitlines():
        key, sort, name, latitude, longitude, country, aliases = line.split("\t")
        point = (float(latitude), float(longitude))
        shared = tuple(country.split(";")) if ";" in country else ()
        place = PlaceEntry(
            id=f"place:{key}", name=name, sort=sort, point=point, country="" if shared else country, countries=shared
        )
        _add(table, place, (name, *filter(None, aliases.split(";"))))
    return {key: tuple(places) for key, places in table.items()}


def _add(table: dict[str, list[PlaceEntry]], place: PlaceEntry, names: tuple[str, ...]) -> None:
    for name in names:
        if place not in table[fold(name)]:
            table[fold(name)].append(place)
