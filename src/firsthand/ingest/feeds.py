"""Feeds: RSS, Atom, JSON Feed. An entry with its full text is a page; one with a teaser is an omission that names its link.

Well-formed XML is walked here, because what matters to a ledger is lost by readers made for display: the date as it was
written with its zone, whether it was *published* or only *updated*, and whether words are the article or its teaser.
Feeds that are not well-formed go to feedparser, which reads nearly anything.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from firsthand.ingest.addresses import as_markup_address
from firsthand.ingest.options import Fetch, IngestOptions
from firsthand.ingest.refusals import Refusal, omit
from firsthand.ingest.rows import ROW_TYPE, canonical, pages_of, parsed
from firsthand.ingest.streams import Source, read_all
from firsthand.records import Omission, Page

if TYPE_CHECKING:
    from lxml.etree import _Element

_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_PLAIN = (
    "",
    *_ATOM,
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://channel.netscape.com/rdf/simple/0.9/",
)
_DC = ("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/")
_CONTENT = ("http://purl.org/rss/1.0/modules/content/",)

# field -> (local name, namespaces it counts in). Others of the same name (media:content, itunes:summary) are not the article.
FIELDS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "title": (("title", _PLAIN),),
    "published": (("pubdate", _PLAIN), ("published", _PLAIN), ("issued", (*_PLAIN, *_DC)), ("date", _DC)),
    "content": (("encoded", _CONTENT), ("full-text", ("http://news.yandex.ru",)), ("content", _PLAIN)),
    "summary": (("description", _PLAIN), ("summary", _PLAIN)),
    "byline": (("creator", _DC), ("author", _PLAIN)),
}  # fmt: skip

# What a teaser ends in. The bracketed dots are WordPress's and certain; bare ones count only in short texts.
_CUT = re.compile(
    r"\[\s*(?:…|\.{3})\s*\]|(?:continue reading|read (?:more|the full (?:story|article))|full story)\W*$", re.IGNORECASE
)
_DOTS = re.compile(r"(?:…|\.{3})\W*$")
_SHORT = 1500
# A description of this many characters is an article somebody put in the wrong element.
_LONG_SUMMARY = 1200
_TAG = re.compile(r"<(?:!--.*?--|/?[A-Za-z][^>]*)>", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One feed entry as written. `content` is what the feed calls the content, `summary` its description; `is_html` says how to read them."""

    link: str = ""
    title: str = ""
    published: str | None = None
    byline: str | None = None
    content: str = ""
    summary: str = ""
    is_html: bool = True


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
    root = _well_formed(body)
    return _loose_entries(body) if root is None else [_xml_entry(item) for item in _elements(root, "item", "entry")]


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
    if not said:
        return "no text"
    if _CUT.search(said[-300:]) or (len(said) < _SHORT and _DOTS.search(said)):
        return "the text is cut"
    return "a summary only" if not entry.content and len(said) < _LONG_SUMMARY else None


def visible(text: str, is_html: bool) -> str:
    """Gives the words of an entry without tags, only to measure them."""
    return " ".join(html.unescape(_TAG.sub(" ", text)).split()) if is_html else " ".join(text.split())


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
    if entry.byline:
        row["byline"] = entry.byline
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


def _well_formed(body: bytes) -> _Element | None:
    """Gives the root when the XML can be trusted as it stands; document types (and with them entities) cannot."""
    from lxml import etree

    if b"<!DOCTYPE" in body[:65536] or b"<!ENTITY" in body:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        return etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _elements(root: _Element, *names: str) -> list[_Element]:
    return [element for element in root.iter() if isinstance(element.tag, str) and _split(element)[1] in names]


def _split(element: _Element) -> tuple[str, str]:
    namespace, _, local = str(element.tag).rpartition("}")
    return namespace.lstrip("{"), local.lower()


def _xml_entry(item: _Element) -> Entry:
    found = {field: _first(item, rows) for field, rows in FIELDS.items()}
    content, is_html = _content(found["content"])
    return Entry(
        link=_link(item),
        title=visible(_words(found["title"]), True),
        published=_words(found["published"]) or None,
        byline=visible(_words(found["byline"]), True) or None,
        content=content,
        summary=_content(found["summary"])[0],
        is_html=is_html if content else _content(found["summary"])[1],
    )


def _first(item: _Element, rows: tuple[tuple[str, tuple[str, ...]], ...]) -> _Element | None:
    children = [(child, *_split(child)) for child in item if isinstance(child.tag, str)]
    for name, namespaces in rows:
        for child, namespace, local in children:
            if local == name and namespace in namespaces:
                return child
    return None


def _words(element: _Element | None) -> str:
    return " ".join(str(part) for part in element.itertext()).strip() if element is not None else ""


def _content(element: _Element | None) -> tuple[str, bool]:
    """Gives the content as written and whether it is HTML. Atom says so in `type`; RSS content always is."""
    from lxml import etree

    if element is None:
        return "", True
    kind = (element.get("type") or ("text" if _split(element)[0] in _ATOM else "html")).lower()
    if kind in ("xhtml", "application/xhtml+xml"):
        return "".join(etree.tostring(child, encoding="unicode", method="html") for child in element), True
    if kind in ("text", "text/plain"):
        return (element.text or "").strip(), False
    is_html = kind in ("html", "text/html", "application/html", "escaped")
    return ((element.text or "").strip() if is_html else "", True)


def _link(item: _Element) -> str:
    for link in (child for child in item if isinstance(child.tag, str) and _split(child)[1] == "link"):
        is_article = (link.get("rel") or "alternate") == "alternate"
        if is_article and (address := as_markup_address(link.get("href") or link.text or "", link.base or "")):
            return address
    for guid in (child for child in item if isinstance(child.tag, str) and _split(child)[1] in ("guid", "id")):
        if guid.get("isPermaLink") != "false" and (address := as_markup_address(guid.text or "")):
            return address
    return ""


def _json_entries(value: dict[str, Any]) -> list[Entry]:
    return [_json_entry(item) for item in value["items"] if isinstance(item, dict)]


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


def _loose_entries(body: bytes) -> list[Entry]:
    """Gives the entries of a feed that is not well-formed."""
    import feedparser

    # A stream, not bytes: given bytes it would try them as a file name first.
    feed = feedparser.parse(BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries and not feed.version:
        raise Refusal("malformed feed", str(feed.get("bozo_exception", ""))[:200])
    return [_loose_entry(entry) for entry in feed.entries]


def _loose_entry(entry: Any) -> Entry:
    content: Any = next((part for part in entry.get("content", ()) if part.get("value")), {})
    # Its dictionary answers "published" with "updated" when asked politely; looking at the keys does not.
    published = dict.get(entry, "published") if "published" in entry.keys() else None  # noqa: SIM118
    return Entry(
        link=as_markup_address(entry.get("link") or "") or "",
        title=visible(entry.get("title") or "", True),
        published=published,
        byline=entry.get("author") or None,
        content=str(content.get("value") or "").strip(),
        summary=str(entry.get("summary") or "").strip() if not content else "",
        is_html=str(content.get("type") or "text/html") != "text/plain",
    )
