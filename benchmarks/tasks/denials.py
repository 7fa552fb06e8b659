"""denials: two passages with a claim marked in each -> how they answer each other, which way, and who answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.adapt import article_of
from firsthand.pipeline import Reader
from firsthand.reconcile.answers import turn_of
from firsthand.reconcile.exchange import Exchange
from firsthand.reconcile.parties import Turn
from firsthand.reconcile.side_by_side import exchange_of
from firsthand.records import Page, Reading, Span

LABELS = {"does not confirm": "not_confirmed", "declines to comment": "no_comment"}
DIRECTIONS = {"a": "a>b", "b": "b>a", None: "none"}


def run(data: Path, out: Path) -> tuple[int, str]:
    """Gives the number of passages read; only outlet, date, text and the marked words are looked at."""
    path = data / "dev.jsonl" if data.is_dir() else data
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    read = Reader.load()
    with out.open("w", encoding="utf-8") as file:
        for row in rows:
            readings = {key: _reading(read, f"{row['id']}/{key}", row[key]) for key in ("a", "b")}
            prediction, *_ = judge(row, readings)
            file.write(json.dumps(prediction, ensure_ascii=False) + "\n")
    return 2 * len(rows), "passages"


def judge(row: dict[str, Any], readings: dict[str, Reading]) -> tuple[dict[str, object], dict[str, Turn], Exchange]:
    """Gives the prediction for one pair, with the turns and the judgement it was made from."""
    turns = {key: turn_in(readings[key], row[key]) for key in ("a", "b")}
    found = exchange_of(turns["a"], turns["b"])
    prediction: dict[str, object] = {
        "id": row["id"],
        "relation": LABELS.get(found.relation, found.relation),
        "direction": DIRECTIONS[found.answering],
        "scope": "whole" if found.answering else None,
    }
    if found.answering and (speaker := turns[found.answering].speaker):
        prediction["answerer"] = speaker
    return prediction, turns, found


def _reading(read: Reader, key: str, row: dict[str, Any]) -> Reading:
    article = article_of(key, row["text"], published=row["date"], outlet=row["outlet"], headline=False)
    page = Page(url=key, body=row["text"].encode(), content_type="text/plain")
    return read.read_document(page, read.parser(article))


def turn_in(reading: Reading, row: dict[str, Any]) -> Turn:
    """Gives one side, its speaker as the product read it: that of the claim that shares most of the marked words."""
    marked = row.get("claim") or row
    start, end = marked["start"], marked["end"]

    def shared(spans: Any) -> int:
        return sum(max(0, min(s.end, end) - max(s.start, start)) for s in spans)

    claims = [c for c in reading.claims if c.speaker is not None and shared((*c.content, *c.cue))]
    best = max(claims, key=lambda c: (shared((*c.content, *c.cue)), -len(c.content), c.id), default=None)
    return turn_of(best, Span(start, end), row["text"], outlet=row["outlet"], day=row["date"] or "")
