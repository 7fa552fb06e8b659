"""Saved HTML pages, and the address a saved page was saved from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from firsthand.ingest.addresses import as_markup_address
from firsthand.ingest.options import IngestOptions
from firsthand.ingest.sniff import as_text
from firsthand.ingest.streams import CHUNK, Source, read_all
from firsthand.records import Omission, Page

# Sites put whole style sheets before the tags that matter here.
_HEAD = 512 * 1024
# Marks of saving programs.
_MARKS: tuple[re.Pattern[str], ...] = (
    re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S{1,4096})", re.IGNORECASE),
    re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S{1,4096})", re.IGNORECASE),
)
# What a site says of itself: (tag, attribute, its value, the attribute that holds the address), the better first.
_TAGS: tuple[tuple[str, str, str, str], ...] = (
    ("link", "rel", "canonical", "href"),
    ("meta", "property", "og:url", "content"),
    ("meta", "name", "og:url", "content"),
)
_TAG = re.compile(r"<(link|meta)\b([^<>]{1,4096})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]{1,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SINGLEFILE_DATE = re.compile(
    r"Page saved with SingleFile\s+url:\s*\S+\s+saved date:\s*(\w{3} \w{3} \d{1,2} \d{4} [\d:]{8}) GMT([+-]\d{4})"
)


def read_saved(source: Source, options: IngestOptions) -> Iterator[Page | Omission]:
    """Gives the one page of a saved HTML file, its bytes untouched."""
    body = read_all(source.stream, options.page_bytes)
    head = as_text(body[:_HEAD]) or body[:_HEAD].decode("latin-1")
    url, saved_at = address_in(head), _saved_at(head)
    yield Page(url=url, body=body, content_type="text/html", retrieved_at=saved_at, via=source.via("file"))


def address_in(head: str) -> str:
    """Gives the address a saved page names as its own, or "" when it names none.

    What the saving program wrote outranks what the site says of itself.
    """
    marks = (match[1].removesuffix("-->") for pattern in _MARKS for match in pattern.finditer(head, 0, CHUNK))
    tags = [(match[1].lower(), _attributes(match[2])) for match in _TAG.finditer(head)]
    said = (
        attributes.get(holder, "")
        for tag, name, value, holder in _TAGS
        for found, attributes in tags
        if found == tag and attributes.get(name, "").lower() == value
    )
    return next((address for value in (*marks, *said) if (address := as_markup_address(value))), "")


def _attributes(inside: str) -> dict[str, str]:
    return {match[1].lower(): match[2] or match[3] or match[4] or "" for match in _ATTRIBUTE.finditer(inside)}


def _saved_at(head: str) -> str | None:
    match = _SINGLEFILE_DATE.search(head, 0, 8192)
    if not match:
        return None
    try:
        return datetime.strptime(f"{match[1]} {match[2]}", "%a %b %d %Y %H:%M:%S %z").isoformat()
    except ValueError:
        return None
