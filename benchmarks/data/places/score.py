"""Scores places: is the country right, is the first-level region right, what was read as a place that is none.

    python score.py GOLD PREDICTIONS [--errors N]

country   of the toponyms whose gold names a country, the share read with one that the gold allows; unread ones count as wrong
region    of those whose gold names a region, the share read with a spelling of it that the gold allows (and the right country)
found     exact spans: precision, recall, F1
wrong     of the toponyms read with a country, the share read with a wrong one
false     names of people, bodies and papers read as places, of all such names
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

TYPE_WORDS = re.compile(
    r"\b(province|pradesh|state|governorate|region|division|district|department|prefecture|county|voivodeship|oblast|of|the)\b|[^a-z ]"
)


def plain(name: str) -> str:
    """Gives a region's name without accents, signs and words of sort."""
    letters = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ə", "a").replace("'", "")).casefold()
    return " ".join(TYPE_WORDS.sub(" ", letters.replace("-", " ").encode("ascii", "ignore").decode()).split())


def rows(path: Path) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def as_read(place: dict[str, Any]) -> dict[str, Any]:
    """Gives a predicted place; a gold one, given as a prediction, has the first that it allows."""
    first = {one: (place.get(many) or [None])[0] for one, many in (("country", "countries"), ("region", "regions"))}
    return {**first, **place}


def right_country(gold: dict[str, Any], read: dict[str, Any] | None) -> bool:
    return read is not None and read.get("country") in gold["countries"]


def right_region(gold: dict[str, Any], read: dict[str, Any] | None) -> bool:
    allowed = {plain(name) for name in gold["regions"]}
    return read is not None and right_country(gold, read) and plain(read.get("region") or "") in allowed


def overlaps(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} ({part}/{whole})" if whole else "- (0/0)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    gold, read = rows(args.gold), rows(args.predictions)
    count: Counter[str] = Counter()
    errors: list[str] = []
    for key, article in gold.items():
        found = [as_read(place) for place in read.get(key, {"toponyms": []})["toponyms"]]
        exact = {(place["start"], place["end"]) for place in article["toponyms"]}
        count["read"] += len(found)
        count["exact"] += sum((place["start"], place["end"]) in exact for place in found)
        for place in article["toponyms"]:
            match = next((other for other in found if overlaps(place, other)), None)
            kind, name = place["kind"], f"{key}: {place['name']}"
            count["gold"] += 1
            if place["countries"]:
                count["country of"] += 1
                count[f"country of {kind}"] += 1
                ok = right_country(place, match)
                count["country"] += ok
                count[f"country {kind}"] += ok
                if match and match.get("country"):
                    count["with country"] += 1
                    count["wrong"] += not ok
                if not ok:
                    errors.append(f"country  {name} {place['countries']} read {match}")
            if place["regions"]:
                count["region of"] += 1
                count["region"] += right_region(place, match)
                if right_country(place, match) and not right_region(place, match):
                    errors.append(f"region   {name} {place['regions']} read {match}")
        for name in article["not_places"]:
            count["names"] += 1
            if any(overlaps(name, place) for place in found):
                count["false"] += 1
                errors.append(f"false    {key}: {name['name']}")
        for place in found:
            if not any(overlaps(place, other) for other in (*article["toponyms"], *article["not_places"])):
                count["spurious"] += 1
                errors.append(f"spurious {key}: {article['text'][place['start']:place['end']]}")
    precision = 100 * count["exact"] / max(count["read"], 1)
    recall = 100 * count["exact"] / max(count["gold"], 1)
    total = precision + recall
    print(f"country   {percent(count['country'], count['country of'])}")
    print(f"region    {percent(count['region'], count['region of'])}")
    print(f"found     P {precision:.1f}  R {recall:.1f}  F1 {2 * precision * recall / total if total else 0:.1f}")
    print(f"wrong     {percent(count['wrong'], count['with country'])}")
    print(f"false     {percent(count['false'], count['names'])}")
    print(f"spurious  {percent(count['spurious'], count['read'])}")
    for kind in ("place", "metonym", "demonym", "natural", "village", "street"):
        print(f"  country, {kind}  {percent(count[f'country {kind}'], count[f'country of {kind}'])}")
    print("\n".join(errors[: args.errors]))


if __name__ == "__main__":
    main()
