"""Feeds: RSS, Atom, JSON Feed. An entry with its full text is a page; one with a teaser is an omission that names its link.

The XML is walked here, because what matters to a ledger is lost by readers made for display: the date as it was
written with its zone, whether it was *published* or only *updated*, and whether words are the article or its teaser.
Feeds that are not well-formed are mended first; entries that mending cannot save are said.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from firsthand.ingest.addresses import as_markup_address
from firsthand.ingest.entries import Entry, visible, xml_entries
from firsthand.ingest.options import Fetch, IngestOptions
from firsthand.ingest.refusals import Refusal, omit
from firsthand.ingest.rows import ROW_TYPE, canonical, pages_of, parsed
from firsthand.ingest.streams import Source, read_all
from firsthand.records import Omission, Page

# What a teaser ends in. The bracketed dots are WordPress's and certain; bare ones count only in short texts.
_CUT = re.compile(
    r"\[\s*(?:…|\.{3})\s*\]|(?:continue reading|read (?:more|the full (?:story|article))|full story)\W*$", re.IGNORECASE
)
_DOTS = re.compile(r"(?:…|\.{3})\W*$")
_SHORT = 1500
# A description of this many characters is an article somebody put in the wrong element.
_LONG_SUMMARY = 1200


def read_feed(source: Source, options: IngestOptions) -> Iterator[Page | Omission]:
    """Gives a page for each entry with full text; others are fetched when links are followed, or named as omissions."""
    yield from _items(entries_of(read_all(source.stream, options.page_bytes)), source, options)


def read_json(source: Source, options: IngestOptions) -> Iterator[Page | Omission]:
    """Gives the pages of one JSON document: a JSON Feed, a row, or a list of rows."""
    value = parsed(read_all(source.stream, options.page_bytes))
    if is_json_feed(value):
        yield from _items(_json_entries(value), source, options)
    else:
        yield from pages_of(value, source)


def is_json_feed(value: Any) -> bool:
    """Says whether a JSON value is a JSON Feed."""
    return (
        isinstance(value, dict)
        and "jsonfeed.org/version" in str(value.get("version", ""))
        and isinstance(value.get("items"), list)
    )


def entries_of(body: bytes) -> list[Entry]:
    """Gives the entries of a feed of any of the three kinds, in its order."""
    if body.lstrip(b" \t\r\n\xef\xbb\xbf").startswith(b"{"):
        value = parsed(body)
        if not is_json_feed(value):
            raise Refusal("malformed feed", "a JSON object that is no JSON Feed")
        return _json_entries(value)
    return xml_entries(body)


def fetched(address: str, fetch: Fetch) -> Page | Omission:
    """Gives what a fetch gives, and an omission when it breaks its promise not to raise."""
    try:
        return fetch(address)
    except Refusal as refusal:
        return omit(address, refusal.reason, refusal.what)
    except Exception as error:  # a site's answer is a stranger's file too
        return omit(address, "could not be read", f"{type(error).__name__}: {error}"[:300])


def missing_text(entry: Entry) -> str | None:
    """Says why an entry does not hold its article, or None when it does."""
    said = visible(entry.content or entry.summary, entry.is_html)
    if entry.is_cut:
        return "the feed is broken there"
    if not said:
        return "no text"
    if _CUT.search(said[-300:]) or (len(said) < _SHORT and _DOTS.search(said)):
        return "the text is cut"
    return "a summary only" if not entry.content and len(said) < _LONG_SUMMARY else None


def _items(entries: list[Entry], source: Source, options: IngestOptions) -> Iterator[Page | Omission]:
    if not entries:
        raise Refusal("feed without entries")
    for number, entry in enumerate(entries, start=1):
        subject = entry.link or f"{source.name}:entry {number}"
        why = missing_text(entry)
        try:
            if why is None:
                yield _page(entry, source)
            elif entry.link and options.follow_links and options.fetch is not None:
                yield fetched(entry.link, options.fetch)
            else:
                yield omit(
                    subject,
                    "feed entry without full text",
                    f"{why} in {source.name}" + ("" if entry.link else ", and no link"),
                )
        except Refusal as refusal:
            yield omit(subject, refusal.reason, refusal.what)


def _page(entry: Entry, source: Source) -> Page:
    row: dict[str, Any] = {
        "url": entry.link,
        "title": entry.title or None,
        "published": iso(entry.published),
        "via": "feed",
    }
    row |= {name: said for name, said in (("byline", entry.byline), ("outlet", entry.outlet)) if said}
    text = entry.content or entry.summary
    row |= {"html": _wrapped(entry, text)} if entry.is_html else {"text": text}
    return Page(url=entry.link, body=canonical(row), content_type=ROW_TYPE, via=source.via("feed"))


def _wrapped(entry: Entry, text: str) -> str:
    """Gives the entry's HTML as a page, so that it is read like any other."""
    title = html.escape(entry.title)
    heading = f"<h1>{title}</h1>\n" if title else ""
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body><article>\n{heading}{text}\n</article></body></html>\n"
    )


def iso(written: str | None) -> str | None:
    """Gives a feed's date in ISO 8601, in the zone it was written in; None when it is no date.

    >>> iso("Mon, 03 Mar 2025 01:00:00 +0300")
    '2025-03-03T01:00:00+03:00'
    >>> iso("2025-03-03")
    '2025-03-03'
    """
    written = (written or "").strip()
    try:
        if re.match(r"\d{4}-\d\d-\d\d", written):
            datetime.fromisoformat(written)
            return written
        return parsedate_to_datetime(written).isoformat() if written else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _json_entries(value: dict[str, Any]) -> list[Entry]:
    title = value.get("title")
    outlet = title.strip() or None if isinstance(title, str) else None
    return [replace(_json_entry(item), outlet=outlet) for item in value["items"] if isinstance(item, dict)]


def _json_entry(item: dict[str, Any]) -> Entry:
    def said(name: str) -> str:
        return item[name].strip() if isinstance(item.get(name), str) else ""

    authors = [a for a in (item.get("authors") or [item.get("author")]) if isinstance(a, dict)]
    names = [author["name"] for author in authors if isinstance(author.get("name"), str)]
    return Entry(
        link=as_markup_address(said("url")) or as_markup_address(said("id")) or "",
        title=said("title"),
        published=said("date_published") or None,
        byline=", ".join(names) or None,
        content=said("content_html") or said("content_text"),
        summary=said("summary"),
        is_html=bool(said("content_html")),
    )
