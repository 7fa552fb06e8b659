"""One page in, one article out: by the kind of page it is."""

from __future__ import annotations

import json
import re
from typing import Any

from firsthand.article.dates import read_stamp
from firsthand.article.decode import decode, not_text
from firsthand.article.pieces import Facts
from firsthand.article.plain import read_bare, read_pasted
from firsthand.article.sheet import host_of
from firsthand.article.web import read_web
from firsthand.records import Article, Evidence, Omission, Page

Extraction = tuple[Article | None, tuple[Omission, ...]]

ROW_TYPE = "application/vnd.firsthand.page+json"
MAX_BYTES = 20_000_000
MAX_TEXT = 2_000_000  # characters of plain text
_LOOKS_LIKE_HTML = re.compile(r"<(?:!doctype html|html|head|body|p|div|article|h1|title|meta)\b", re.I)
_ROW_FIELDS = ("title", "outlet", "byline", "published", "modified", "language", "original_source")


def extract(page: Page) -> Extraction:
    """Gives the page's article, and what was left out and why. None is always joined by an omission."""
    media = page.content_type.partition(";")[0].strip().lower()
    if len(page.body) > MAX_BYTES:
        return None, (_omission(page, "page too large", f"{len(page.body):,} bytes; at most {MAX_BYTES:,} are read"),)
    if not page.body.strip():
        return None, (_omission(page, "empty page", "there are no bytes to read"),)
    if kind := not_text(page.body):
        return None, (_omission(page, "unsupported content", f"the page is {kind}, not text"),)
    if media == ROW_TYPE:
        return _row(page)
    decoded = decode(page.body, page.content_type)
    left_out = (
        ()
        if decoded.whole
        else (
            _omission(
                page, "undecodable bytes", f"some bytes are no {decoded.codec} ({decoded.where}); they stand as U+FFFD"
            ),
        )
    )
    facts = Facts(url=page.url, evidence=[Evidence(name="encoding", value=decoded.codec, where=decoded.where)])
    if (
        "html" in media
        or "xml" in media
        or (media in ("", "application/octet-stream") and _LOOKS_LIKE_HTML.search(decoded.text[:4000]))
    ):
        article, omissions = read_web(page, decoded.text, facts)
    elif media.startswith("text/") or media in ("", "application/octet-stream"):
        article, omissions = _pasted(page, decoded.text, facts)
    else:
        return None, (_omission(page, "unsupported content", f"no reader for {media}"),)
    return article, left_out + omissions


def from_text(
    text: str,
    *,
    url: str = "",
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
    page: Page | None = None,
) -> Article:
    """Gives an article whose text is exactly `text`, so that offsets are into what the caller holds.

    >>> from_text("Ferry sinks\\n\\nTwo people drowned, police said.").blocks[0].kind
    'headline'
    """
    source = page or Page(url=url, body=text.encode("utf-8", "surrogatepass"), content_type="text/plain")
    facts = Facts(
        url=url or source.url, title=title, published=published, outlet=outlet or host_of(url), language=language
    )
    return read_bare(source, text, facts)


def _pasted(page: Page, text: str, facts: Facts) -> Extraction:
    omissions: tuple[Omission, ...] = ()
    if len(text) > MAX_TEXT:
        text, omissions = (
            text[:MAX_TEXT],
            (_omission(page, "page cut", "the text was longer than is read; its end is left out"),),
        )
    facts.outlet = host_of(page.url)
    article = read_pasted(page, text, facts)
    if article is None:
        return None, (*omissions, _omission(page, "no article found", "no line of the text reads as prose"))
    return article, omissions


def _row(page: Page) -> Extraction:
    try:
        row = json.loads(page.body.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return None, (_omission(page, "broken row", str(error)[:200]),)
    if not isinstance(row, dict):
        return None, (_omission(page, "broken row", "a row is a JSON object"),)
    facts = _row_facts(page, row)
    text, markup = row.get("text"), row.get("html")
    if isinstance(text, str) and text.strip():
        if len(text) > MAX_TEXT:
            return None, (
                _omission(page, "page too large", f"{len(text):,} characters; at most {MAX_TEXT:,} are read"),
            )
        return read_bare(page, text, facts), ()
    if isinstance(markup, str) and markup.strip():
        return read_web(page, markup, facts)
    return None, (_omission(page, "broken row", 'a row needs "text" or "html"'),)


def _row_facts(page: Page, row: dict[str, Any]) -> Facts:
    given = {
        name: " ".join(row[name].split())
        for name in _ROW_FIELDS
        if isinstance(row.get(name), str) and row[name].strip()
    }
    for name in ("published", "modified"):
        if name in given:
            given[name] = read_stamp(given[name]) or ""
    url = row["url"] if isinstance(row.get("url"), str) and row["url"] else page.url
    count = row.get("comment_count")
    evidence = [Evidence(name=name, value=value, where="row") for name, value in given.items() if value]
    return Facts(
        url=url, title=given.get("title"), byline=given.get("byline"), outlet=given.get("outlet") or (None if "html" in row else host_of(url)),
        published=given.get("published") or None, modified=given.get("modified") or None, language=given.get("language"),
        comment_count=count if isinstance(count, int) else None, evidence=evidence,
    )  # fmt: skip


def _omission(page: Page, reason: str, detail: str) -> Omission:
    return Omission(stage="article", subject=page.url or page.via or page.id, reason=reason, detail=detail)
