"""Article extraction: pages as HTML, predictions as {id: {text, title, author, date}}.

The gold texts are body text: subheadings count, the headline, standfirst, captions, credit lines and notes mostly do not. So the
projection is `Article.text` without those blocks, and a date is the day of `published`, else of `modified` (the gold has one field for both); empty where a page states neither.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from firsthand.article import extract
from firsthand.records import Article, Page

_BODY = ("body",)


def run(data: Path, out: Path) -> tuple[int, str]:
    """Writes predictions for every page of the set and gives how many there were."""
    gold = json.loads((data / "ground-truth.json").read_text(encoding="utf8"))
    predictions = {key: predict(data, key, gold[key].get("url") or "") for key in sorted(gold)}
    out.write_text(json.dumps(predictions, ensure_ascii=False, indent=1), encoding="utf8")
    return len(predictions), "pages"


def predict(data: Path, key: str, url: str) -> dict[str, Any]:
    """Gives one page's prediction; a page without an article is empty."""
    with gzip.open(data / "html" / f"{key}.html.gz") as file:
        page = Page(url=url, body=file.read(), content_type="text/html; charset=utf-8", via=f"file:{key}.html.gz")
    article, _ = extract(page)
    return projected(article) if article else {"text": "", "title": None, "author": None, "date": None}


def projected(article: Article) -> dict[str, Any]:
    """Gives the benchmark's fields of an article."""
    text = "\n\n".join(block.span.of(article.text) for block in article.blocks if block.kind in _BODY)
    return {
        "text": text,
        "title": article.title,
        "author": article.byline,
        "date": (article.published or article.modified or "")[:10] or None,
    }
