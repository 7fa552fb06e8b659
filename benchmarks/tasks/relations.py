"""The relations benchmark: figures of a passage and how they belong together; pairs across passages go to `relations_across`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.adapt import article_of
from firsthand.annotate.quantity import find_quantities, refused_numbers, relate_quantities
from firsthand.records import Document, Quantity

MODIFIERS = {
    "about": "approx", "nearly": "approx", "at least": "at least", "up to": "at most", "more than": "more than", "less than": "less than",
    "total": "total",
}  # fmt: skip


def run(data: Path, out: Path) -> tuple[int, str]:
    """Reads passages (or pairs), writes figures with relations (or labels); gives the amount read."""
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines() if line.strip()]
    if rows and "figures" not in rows[0]:
        from benchmarks.tasks import relations_across

        return relations_across.run(data, out)
    from firsthand.parse import Parser

    parser = Parser.load()
    with out.open("w", encoding="utf-8") as target:
        for row in rows:
            document = parser(article_of(row["id"], row["text"], headline=False))
            target.write(json.dumps({"id": row["id"], **project(document)}, ensure_ascii=False) + "\n")
    return sum(len(row["text"].split()) for row in rows), "words"


def project(document: Document) -> dict[str, Any]:
    """Gives a passage's figures and relations as the benchmark writes them."""
    quantities = find_quantities(document)
    relations = relate_quantities(document, quantities)
    return {
        "figures": [*map(_figure, quantities), *_named_pairs(document)],
        "relations": [{"a": row.subject, "b": row.object, "type": row.relation.replace(" ", "_")} for row in relations],
    }


def _named_pairs(document: Document) -> list[dict[str, Any]]:
    """ "the two sides": parties already named, which the benchmark counts and the ledger does not."""
    return [
        {"id": f"pair{span.start}", "start": span.start, "end": span.end, "low": float(value), "high": float(value), "modifier": None,
         "counted": document.text[span.end :].split()[0].strip(".,;")}
        for span, reason, value in refused_numbers(document)
        if reason == "both named"
    ]  # fmt: skip


def _figure(quantity: Quantity) -> dict[str, Any]:
    counted = quantity.counted
    return {
        "id": quantity.id, "start": quantity.span.start, "end": quantity.span.end, "low": float(quantity.low), "high": float(quantity.high),
        "modifier": _modifier(quantity), "counted": counted,
    }  # fmt: skip


def _modifier(quantity: Quantity) -> str | None:
    """The benchmark marks a total only where its words stand before the number."""
    span = quantity.comparator_span
    if quantity.comparator == "total" and span is not None and span.start > quantity.span.start:
        return None
    return MODIFIERS.get(quantity.comparator or "")
