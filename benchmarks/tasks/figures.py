"""figures: the pages of one story -> its ledger of figures, as `firsthand figures --jsonl` prints it, and the relations between releases."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.adapt import row_readings
from firsthand.reconcile import figure_rows, settle
from firsthand.records import FigureRow


def run(data: Path, out: Path) -> tuple[int, str]:
    """Gives the number of pages read; writes figure rows, and relations.jsonl beside them."""
    readings = row_readings(data / "pages.jsonl")
    settlement = settle(readings)
    with out.open("w", encoding="utf-8") as file:
        for row in figure_rows(readings, settlement):
            file.write(json.dumps(prediction(row), ensure_ascii=False) + "\n")
    with (out.parent / "relations.jsonl").open("w", encoding="utf-8") as file:
        for j in settlement.judgements:
            if j.about == "origin" and j.relation in ("updates", "disputes", "different scope", "part of"):
                file.write(json.dumps({"a": j.subject, "b": j.object, "relation": j.relation}) + "\n")
    return len(readings), "pages"


def prediction(row: FigureRow) -> dict[str, object]:
    """Gives a figure row in the benchmark's fields; numbers as numbers, open bounds as null."""
    return {
        "page": row.page, "start": row.start, "end": row.end, "low": number(row.low), "high": number(row.high), "modifier": row.modifier,
        "counted": row.counted, "kind": row.kind, "status": row.status, "asserter": row.asserter, "chain": list(row.chain),
        "as_of": row.as_of, "origin": row.origin,
    }  # fmt: skip


def number(value: str | None) -> float | None:
    """Gives a bound as a number, None when it is open."""
    return None if value is None else float(value)
