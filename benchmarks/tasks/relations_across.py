"""relations_across: two passages with a figure marked in each -> how the figures stand to each other."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.adapt import article_of
from firsthand.pipeline import Reader
from firsthand.reconcile.figures import Figure, figures_of
from firsthand.reconcile.side_by_side import ruling_of
from firsthand.reconcile.sides import Side, side_of
from firsthand.records import Page, Reading

LABELS = {"part of": "part_of"}


def run(data: Path, out: Path) -> tuple[int, str]:
    """Gives the number of passages read; the asserters in the file are not looked at."""
    path = data / "across_dev.jsonl" if data.is_dir() else data
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    read = Reader.load()
    with out.open("w", encoding="utf-8") as file:
        for row in rows:
            label, _ = ruling(row, {f"{row['id']}/{side}": reading_of(read, row, side) for side in "ab"}.__getitem__)
            file.write(json.dumps({"id": row["id"], "label": LABELS.get(label, label)}) + "\n")
    return 2 * len(rows), "passages"


def reading_of(read: Reader, row: dict[str, Any], side: str) -> Reading:
    """Gives the reading of one side of a pair, "a" or "b"."""
    key, passage = f"{row['id']}/{side}", row[side]
    article = article_of(key, passage["text"], published=passage["date"], outlet=passage["outlet"], headline=False)
    page = Page(url=key, body=passage["text"].encode(), content_type="text/plain")
    return read.read_document(page, read.parser(article))


def ruling(row: dict[str, Any], readings: Callable[[str], Reading]) -> tuple[str, str]:
    """Gives (relation, reason) for a pair; `readings` gives the reading of "ID/a" and of "ID/b"."""
    sides = [side_in(readings(f"{row['id']}/{side}"), row[side]) for side in "ab"]
    if sides[0] is None or sides[1] is None:
        return "cannot tell", "no number was read there"
    found = ruling_of(sides[0], sides[1])
    return found.relation, found.reason


def side_in(reading: Reading, passage: dict[str, Any]) -> Side | None:
    """Gives the marked figure as the product read it; None when it found no quantity there."""
    marked = passage["figure"]
    found: list[Figure] = [
        f
        for f in figures_of(reading)
        if f.quantity.span.start < marked["end"] and marked["start"] < f.quantity.span.end
    ]
    return side_of(reading, found[0]) if found else None
