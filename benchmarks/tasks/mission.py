"""Task `mission`: the founding page, from pasted text to claims, figures and times."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from firsthand.pipeline import Reader
from firsthand.records import Article, Claim, Page, Quantity, Reading


def run(data: Path, out: Path) -> tuple[int, str]:
    """Reads one page (a text file, or a folder with article.txt); gives the number of its whitespace-separated words."""
    path = data / "article.txt" if data.is_dir() else data
    body = path.read_bytes()
    reading = Reader.load()(Page(url="", body=body, content_type="text/plain", via=f"file:{path.name}"))
    out.write_text(json.dumps(_prediction(reading), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(body.decode("utf-8").split()), "words"


def _prediction(reading: Reading) -> dict[str, Any]:
    article = reading.article
    if article is None:
        return {"statements": [], "figure_relations": [], "unresolved_times": [], "text": "", "relay_chain": []}
    figures = {quantity.id: quantity for quantity in reading.quantities}
    longest = max((claim.chain for claim in reading.claims if claim.speaker is not None), key=len, default=())
    return {
        "title": article.title,
        "original_source": article.original_source,
        "comment_count": article.comment_count,
        "published": article.published,
        "text": article.text,
        "relay_chain": list(reversed(longest)),
        "statements": [_statement(article, claim, figures) for claim in reading.claims],
        "figure_relations": [
            {"a": r.subject, "b": r.object, "relation": r.relation.replace(" ", "_")}
            for r in reading.quantity_relations
        ],
        "unresolved_times": [
            {"text": t.span.of(article.text), "reason": t.unresolved} for t in reading.timexes if t.unresolved
        ],
    }


def _statement(article: Article, claim: Claim, figures: dict[str, Quantity]) -> dict[str, Any]:
    return {
        "content": [span.of(article.text) for span in claim.content],
        "source": " ".join(span.of(article.text) for span in claim.source) or None,
        "speaker": claim.speaker.name.split("; ") if claim.speaker else [],
        "chain": list(claim.chain),
        "status": claim.status,
        "figures": [_figure(article, figures[key]) for key in claim.quantities],
    }


def _figure(article: Article, quantity: Quantity) -> dict[str, Any]:
    words = quantity.comparator_span.of(article.text) if quantity.comparator_span else quantity.comparator
    return {
        "id": quantity.id,
        "low": float(quantity.low),
        "high": float(quantity.high),
        "modifier": words,
        "counted": quantity.counted,
    }
