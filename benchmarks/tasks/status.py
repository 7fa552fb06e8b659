"""Status, own set: how firmly marked statements are put, read through attributions, status cues and claims."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.adapt import article_of
from firsthand.annotate.attribution import AttributionTagger
from firsthand.annotate.status import find_status
from firsthand.claims import assemble
from firsthand.parse import Parser
from firsthand.records import Annotations, Claim


def run(data: Path, out: Path) -> tuple[int, str]:
    """Writes one line a text: {"id", "claims": [{"content": [[start, end]], "status", "rule"}]}; gives the words read."""
    parser, tagger, words = Parser.load(), AttributionTagger.load(), 0
    with out.open("w", encoding="utf-8") as sink:
        for row in map(json.loads, data.read_text(encoding="utf-8").splitlines()):
            document = parser(article_of(row["id"], row["text"], outlet="The Paper", published="2031-05-04"))
            notes = Annotations(attributions=tagger(document), status_cues=find_status(document))
            claims, _, _ = assemble(document, notes)
            sink.write(json.dumps({"id": row["id"], "claims": [_row(claim) for claim in claims]}) + "\n")
            words += len(row["text"].split())
    return words, "words"


def _row(claim: Claim) -> dict[str, Any]:
    content = [[span.start, span.end] for span in claim.content]
    return {"content": content, "status": claim.status, "rule": claim.status_rule}
