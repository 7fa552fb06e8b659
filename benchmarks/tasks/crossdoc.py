"""crossdoc: ECB+ documents -> stories, and mentions joined by their head within a story: its dictionary form as the parser gives it, or the
group of words for one thing (how like two pages of one story are, how far others bear it out, and what parts two events were chosen on its development part)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.adapt import article_of
from firsthand.parse import Parser
from firsthand.reconcile.circles import stories_among
from firsthand.reconcile.facts import fold
from firsthand.reconcile.sketches import sketch_of
from firsthand.reconcile.wording import key_of
from firsthand.records import Document, Reading, Token


def run(data: Path, out: Path) -> tuple[int, str]:
    """Gives the number of documents; writes a row a document and a row a mention."""
    path = data / "dev.jsonl.gz" if data.is_dir() else data
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    articles = {row["doc"]: article_of(row["doc"], _text(row), headline=False) for row in rows}
    found = stories_among([sketch_of(Reading(page=a.page, article=a)) for a in articles.values()])
    home = {article: story for story, members in found.items() for article in members}
    parse = Parser.load()
    with out.open("w", encoding="utf-8") as file:
        for row in rows:
            article = articles[row["doc"]]
            file.write(json.dumps({"doc": row["doc"], "cluster": home[article.id]}) + "\n")
            for mention, tokens in _mentions(row, parse(article)):
                cluster = f"{home[article.id]} {mention['kind']} {_head(tokens) or fold(mention['text'])}"
                file.write(json.dumps({"mention": mention["id"], "cluster": cluster}) + "\n")
    return len(rows), "documents"


def _mentions(row: dict[str, Any], document: Document) -> Iterator[tuple[dict[str, Any], list[Token]]]:
    """Yields each mention of a row with the tokens that the parser has for it."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    at = 0
    for sentence in row["sentences"]:
        for number, token in zip(sentence["token_ids"], sentence["tokens"], strict=True):
            spans[sentence["sent"], number] = at, at + len(token)
            at += len(token) + 1
    for mention in row["mentions"]:
        places = [spans[key] for number in mention["tokens"] if (key := (mention["sent"], number)) in spans]
        yield mention, [t for t in document.tokens if any(t.start < end and start < t.end for start, end in places)]


def _head(tokens: Sequence[Token]) -> str:
    """Gives the key of a mention's head: its last word, or its first where it ends in a particle ("checked into"); "" for no word."""
    words = [t for t in tokens if fold(t.text) not in _PARTICLES and t.text[:1].isalnum()]
    if not words:
        return ""
    head = words[0] if fold(tokens[-1].text) in _PARTICLES else words[-1]
    return key_of(fold(head.lemma))


_PARTICLES = frozenset("the a an of in on at to into up down out off over by for with from away back".split())


def _text(row: dict[str, Any]) -> str:
    return "\n".join(" ".join(sentence["tokens"]) for sentence in row["sentences"])
