"""Places, own set: every toponym with its country and first-level region, demonyms and seats of government among them."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.adapt import article_of
from firsthand.annotate.place import PlaceFinder
from firsthand.parse import Parser


def run(data: Path, out: Path) -> tuple[int, str]:
    """Writes one line an article: {"id", "toponyms": [{"start", "end", "name", "country", "region", "rule"}]}; gives the words read."""
    parser, finder = Parser.load(), PlaceFinder.load(demonyms=True)
    words = 0
    with out.open("w", encoding="utf-8") as sink:
        for row in map(json.loads, data.read_text(encoding="utf-8").splitlines()):
            places = finder(parser(article_of(row["id"], row["text"])))
            read = [
                {
                    "start": place.span.start,
                    "end": place.span.end,
                    "name": place.name,
                    "country": place.country,
                    "region": place.region,
                    "rule": place.rule,
                }
                for place in places
            ]
            sink.write(json.dumps({"id": row["id"], "toponyms": read}) + "\n")
            words += len(row["text"].split())
    return words, "words"
