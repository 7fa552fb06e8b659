"""What every task needs: a benchmark's bare text as an `Article`, read with the same records as a page."""

from __future__ import annotations

import json
import re
from pathlib import Path

from firsthand.records import Article, Block, Page, Reading, Span, derive, digest_of


def article_of(
    key: str,
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    headline: bool = True,
) -> Article:
    """Gives an article whose text is exactly `text`; its paragraphs are blocks, the first one a headline if it has no final stop."""
    blocks: list[Block] = []
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\s](?:(?!\n\s*\n).)*[^\s]|[^\s]", text, re.S)]
    for index, span in enumerate(spans):
        words = span.of(text).rstrip()
        is_headline = (
            headline
            and index == 0
            and len(spans) > 1
            and len(words) < 200
            and words.rstrip("\"”’'")[-1:] not in (*".!?…", "")
        )
        blocks.append(Block(kind="headline" if is_headline else "body", span=span))
    page = derive("p", key, digest_of(text.encode("utf-8", "surrogatepass")))
    return Article(
        id=derive("r", page, digest_of(text.encode("utf-8", "surrogatepass"))), page=page, url=key, text=text,
        digest=digest_of(text.encode("utf-8", "surrogatepass")), blocks=tuple(blocks), outlet=outlet, title=title,
        published=published, language="en", extractor="benchmark",
    )  # fmt: skip


def row_readings(path: Path) -> list[Reading]:
    """Gives the readings of a pages.jsonl file, through the whole line from page to claims."""
    from firsthand.pipeline import Reader

    read = Reader.load()
    readings = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            url = json.loads(line)["url"]
            page = Page(
                url=url,
                body=line.encode(),
                content_type="application/vnd.firsthand.page+json",
                via=f"jsonl:{path.name}",
            )
            readings.append(read(page))
    return readings
