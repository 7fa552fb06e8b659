"""Task `chains`: nested sources, unnamed sources, resolution and firmness, in the gold's own shape."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.adapt import article_of
from firsthand.annotate.attribution import AttributionTagger
from firsthand.annotate.status import find_status
from firsthand.claims import assemble
from firsthand.parse import Parser
from firsthand.records import Annotations, Claim, Document, Span


def run(data: Path, out: Path) -> tuple[int, str]:
    """Reads every item of a file; gives the number of whitespace-separated words."""
    parser, tagger, amount = Parser.load(), AttributionTagger.load(), 0
    with data.open(encoding="utf-8") as rows, out.open("w", encoding="utf-8") as sink:
        for row in map(json.loads, filter(str.strip, rows)):
            document = parser(article_of(row["id"], row["text"], published=row["published"], outlet=row["outlet"]))
            notes = Annotations(attributions=tagger(document), status_cues=find_status(document))
            claims, _, _ = assemble(document, notes)
            sink.write(
                json.dumps({"id": row["id"], "statements": [_row(document, c) for c in claims]}, ensure_ascii=False)
                + "\n"
            )
            amount += len(row["text"].split())
    return amount, "words"


def _row(document: Document, claim: Claim) -> dict[str, Any]:
    text = document.text
    source, cue = (spans[0] if spans else None for spans in (claim.source, claim.cue))
    return {
        "id": claim.id,
        "content": [span.of(text) for span in claim.content],
        "source": source.of(text) if source else None,
        "cue": cue.of(text) if cue else None,
        "kind": claim.kind,
        "speaker": claim.speaker.name if claim.speaker else None,
        "chain": list(claim.chain),
        "status": claim.status,
        "denies": claim.denies,
        "spans": {"content": [_pair(s) for s in claim.content], "source": _pair(source), "cue": _pair(cue)},
    }


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None
