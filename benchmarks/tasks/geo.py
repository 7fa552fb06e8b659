"""Places: toponyms of GeoVirus and TR-News as spans with points.

GeoVirus counts no demonyms as toponyms, TR-News does; each article is read the way its corpus counts.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from benchmarks.adapt import article_of
from firsthand.annotate.place import PlaceFinder
from firsthand.parse import Parser
from firsthand.records import Place


def run(data: Path, out: Path) -> tuple[int, str]:
    """Writes one line an article: {"id", "toponyms": [{"start", "end", "lat", "lon"}]}; gives the words read."""
    parser = Parser.load()
    finders = {False: PlaceFinder.load(), True: PlaceFinder.load(demonyms=True)}
    words = 0
    opener = gzip.open if data.suffix == ".gz" else open
    with opener(data, "rt", encoding="utf-8") as rows, out.open("w", encoding="utf-8") as sink:
        for line in rows:
            row = json.loads(line)
            document = parser(article_of(row["id"], row["text"]))
            places = finders[row["corpus"] == "TR-News"](document)
            sink.write(json.dumps({"id": row["id"], "toponyms": [toponym(place) for place in places]}) + "\n")
            words += len(row["text"].split())
    return words, "words"


def toponym(place: Place) -> dict[str, Any]:
    """Gives a place in the benchmark's format; an unresolved one has no point."""
    found: dict[str, Any] = {"start": place.span.start, "end": place.span.end}
    if place.point:
        found |= {"lat": place.point[0], "lon": place.point[1]}
    return found
