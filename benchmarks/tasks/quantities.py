"""Quantities, own set: what the ledger keeps of a figure, without any other set's encoding between."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.adapt import article_of
from firsthand.annotate.quantity import find_quantities
from firsthand.parse import Parser
from firsthand.records import Quantity


def run(data: Path, out: Path) -> tuple[int, str]:
    """Writes one line a sentence: {"id", "quantities": [{"start", "end", "low", "high", "comparator", "unit", "counted", "per", "rule"}]}."""
    parser, words = Parser.load(), 0
    with out.open("w", encoding="utf-8") as sink:
        for row in map(json.loads, data.read_text(encoding="utf-8").splitlines()):
            document = parser(article_of(row["id"], row["text"], headline=False))
            found = [_row(quantity) for quantity in find_quantities(document)]
            sink.write(json.dumps({"id": row["id"], "quantities": found}) + "\n")
            words += len(row["text"].split())
    return words, "words"


def _row(quantity: Quantity) -> dict[str, Any]:
    return {
        "start": quantity.span.start,
        "end": quantity.span.end,
        "low": float(quantity.low),
        "high": float(quantity.high),
        "comparator": quantity.comparator,
        "unit": quantity.unit,
        "counted": quantity.counted,
        "per": quantity.per,
        "rule": quantity.rule,
    }
