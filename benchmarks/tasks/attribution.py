"""Task `attribution`: source, cue and content in news, the outermost attribution only."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.adapt import article_of
from firsthand.annotate.attribution import AttributionTagger
from firsthand.records import Document, Spans


def run(data: Path, out: Path) -> tuple[int, str]:
    """Tags every article of a file; gives the number of whitespace-separated words."""
    tagger, amount = AttributionTagger.load(), 0
    with data.open(encoding="utf-8") as rows, out.open("w", encoding="utf-8") as sink:
        for row in map(json.loads, filter(str.strip, rows)):
            article = article_of(row["id"], row["text"], title=row.get("title"))
            document = Document(article=article, sentences=(), tokens=(), first_tokens=())
            found = [
                {"source": _pairs(a.source), "cue": _pairs(a.cue), "content": _pairs(a.content)}
                for a in tagger(document)
            ]
            sink.write(json.dumps({"id": row["id"], "attributions": found}) + "\n")
            amount += len(row["text"].split())
    return amount, "words"


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
