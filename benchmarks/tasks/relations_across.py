"""relations_across: two passages with a figure marked in each -> how the figures stand to each other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.adapt import article_of
from firsthand.pipeline import Reader
from firsthand.reconcile.figures import Figure, figures_of
from firsthand.reconcile.judge import Side, judge_pair
from firsthand.records import Page

LABELS = {"part of": "part_of"}


def run(data: Path, out: Path) -> tuple[int, str]:
    """Gives the number of passages read; the asserters in the file are not looked at."""
    path = data / "across_dev.jsonl" if data.is_dir() else data
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    read = Reader.load()
    with out.open("w", encoding="utf-8") as file:
        for row in rows:
            sides = [_side(read, f"{row['id']}/{key}", row[key]) for key in ("a", "b")]
            label = "cannot tell" if None in sides else judge_pair(sides[0], sides[1]).relation  # type: ignore[arg-type]
            file.write(json.dumps({"id": row["id"], "label": LABELS.get(label, label)}) + "\n")
    return 2 * len(rows), "passages"


def _side(read: Reader, key: str, row: dict[str, Any]) -> Side | None:
    """Gives the marked figure as the product read it; None when it found no quantity there."""
    article = article_of(key, row["text"], published=row["date"], outlet=row["outlet"], headline=False)
    page = Page(url=key, body=row["text"].encode(), content_type="text/plain")
    reading = read.read_document(page, read.parser(article))
    marked = row["figure"]
    found: list[Figure] = [
        f
        for f in figures_of(reading)
        if f.quantity.span.start < marked["end"] and marked["start"] < f.quantity.span.end
    ]
    return Side(figure=found[0], text=article.text) if found else None
