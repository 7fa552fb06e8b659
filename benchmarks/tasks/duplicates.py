"""duplicates: documents -> clusters of one text, and the passages that two documents share."""

from __future__ import annotations

import json
from pathlib import Path

from firsthand.reconcile.reuse import find_reuse
from firsthand.records import Article, derive, digest_of


def run(data: Path, out: Path) -> tuple[int, str]:
    """Gives the number of documents read; writes a cluster row a document and a reuse row a pair that shares wording."""
    path = data / "docs.jsonl" if data.is_dir() else data
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    articles = [document(row["id"], row["text"]) for row in rows]
    names = {a.id: a.url for a in articles}
    texts = {a.id: a.text for a in articles}
    root = {a.id: a.id for a in articles}

    def top(key: str) -> str:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    with out.open("w", encoding="utf-8") as file:
        for reuse in find_reuse(articles):
            if reuse.is_text_reuse:
                root[max(top(reuse.left), top(reuse.right))] = min(top(reuse.left), top(reuse.right))
            words = " … ".join(span.of(texts[reuse.left]) for span in reuse.passages)
            file.write(json.dumps({"reuse": [names[reuse.left], names[reuse.right]], "text": words}) + "\n")
        for article in articles:
            file.write(json.dumps({"id": article.url, "cluster": top(article.id)}) + "\n")
    return len(rows), "documents"


def document(key: str, text: str) -> Article:
    """Gives a document as an article without blocks: shared wording is looked for in the bare text."""
    digest = digest_of(text.encode("utf-8", "surrogatepass"))
    page = derive("p", key, digest)
    return Article(id=derive("r", page, digest), page=page, url=key, text=text, digest=digest, blocks=())
