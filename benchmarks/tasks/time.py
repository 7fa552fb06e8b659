"""time: temporal expressions found and normalised against the publication date (import as `benchmarks.tasks.time`)."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.adapt import article_of
from firsthand.annotate.timex import find_timexes
from firsthand.parse import Parser
from firsthand.records import Timex


def run(data: Path, out: Path) -> tuple[int, str]:
    """Writes one row a document with its expressions; gives the words read."""
    parser = Parser.load()
    words = 0
    with data.open(encoding="utf-8") as rows, out.open("w", encoding="utf-8") as predictions:
        for line in rows:
            if not line.strip():
                continue
            row = json.loads(line)
            document = parser(article_of(row["id"], row["text"], published=row.get("dct")))
            found = [_row(timex) for timex in find_timexes(document) if timex.value]
            predictions.write(json.dumps({"id": row["id"], "timexes": found}) + "\n")
            words += len(row["text"].split())
    return words, "words"


def _row(timex: Timex) -> dict[str, object]:
    return {
        "start": timex.span.start,
        "end": timex.span.end,
        "type": timex.type,
        "value": timex.value,
        "rule": timex.rule,
    }
