"""crossdoc: ECB+ documents -> stories, and mentions joined by their head within a story (the likeness of two
pages of one story was chosen on its development part)."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from benchmarks.adapt import article_of
from firsthand.reconcile.facts import fold
from firsthand.reconcile.joining import join_pages
from firsthand.reconcile.sketches import sketch_of
from firsthand.reconcile.wording import key_of
from firsthand.records import Reading


def run(data: Path, out: Path) -> tuple[int, str]:
    """Gives the number of documents; writes a row a document and a row a mention."""
    path = data / "dev.jsonl.gz" if data.is_dir() else data
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    articles = {row["doc"]: article_of(row["doc"], _text(row), headline=False) for row in rows}
    stories = join_pages([sketch_of(Reading(page=a.page, article=a)) for a in articles.values()])
    with out.open("w", encoding="utf-8") as file:
        for row in rows:
            story = stories.top(articles[row["doc"]].id)
            file.write(json.dumps({"doc": row["doc"], "cluster": story}) + "\n")
            for mention in row["mentions"]:
                cluster = f"{story} {mention['kind']} {_head(mention['text'])}"
                file.write(json.dumps({"mention": mention["id"], "cluster": cluster}) + "\n")
    return len(rows), "documents"


def _head(words: str) -> str:
    """Gives the key of a mention's head: its last word, or its first where it ends in a particle ("checked into")."""
    found = [w for w in map(fold, words.split()) if w not in _PARTICLES and w[:1].isalnum()] or [fold(words)]
    return key_of(found[0] if fold(words.split()[-1]) in _PARTICLES else found[-1])


_PARTICLES = frozenset("the a an of in on at to into up down out off over by for with from away back".split())


def _text(row: dict[str, Any]) -> str:
    return "\n".join(" ".join(sentence["tokens"]) for sentence in row["sentences"])
