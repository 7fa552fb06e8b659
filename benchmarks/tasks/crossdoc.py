"""crossdoc: ECB+ documents -> stories, and event mentions joined by lemma within a story (a guard: nothing is tuned on it)."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from benchmarks.adapt import article_of
from firsthand.reconcile.facts import fold, stem
from firsthand.reconcile.lineage import view_pages
from firsthand.reconcile.outlets import OutletNames
from firsthand.reconcile.stories import join_pages


def run(data: Path, out: Path) -> tuple[int, str]:
    """Gives the number of documents; writes a row a document and a row a mention."""
    path = data / "dev.jsonl.gz" if data.is_dir() else data
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    articles = {row["doc"]: article_of(row["doc"], _text(row), headline=False) for row in rows}
    views = view_pages(list(articles.values()), OutletNames(list(articles.values())))
    stories = join_pages(views, {}, ())
    with out.open("w", encoding="utf-8") as file:
        for row in rows:
            story = stories.top(articles[row["doc"]].id)
            file.write(json.dumps({"doc": row["doc"], "cluster": story}) + "\n")
            for mention in row["mentions"]:
                head = stem(fold(mention["text"].split()[-1]))
                cluster = f"{story} {mention['kind']} {head}"
                file.write(json.dumps({"mention": mention["id"], "cluster": cluster}) + "\n")
    return len(rows), "documents"


def _text(row: dict[str, Any]) -> str:
    return "\n".join(" ".join(sentence["tokens"]) for sentence in row["sentences"])
