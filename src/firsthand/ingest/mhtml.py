"""MHTML: a web page saved as a mail message. The page is one part of it; pictures and styles are the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime

from firsthand.ingest.addresses import as_address
from firsthand.ingest.options import IngestOptions
from firsthand.ingest.refusals import Refusal
from firsthand.ingest.saved import address_in
from firsthand.ingest.sniff import as_text
from firsthand.ingest.streams import CHUNK, Source
from firsthand.records import Omission, Page

_HTML_TYPES = ("text/html", "application/xhtml+xml")
_DEEPEST = 5
# The page stands before its pictures; a message of more parts than this is no saved page.
_MOST_PARTS = 2000
_HEADER_END = re.compile(rb"\r?\n\r?\n")


def read_mhtml(source: Source, options: IngestOptions) -> Iterator[Page | Omission]:
    """Gives the page of an MHTML file: its main HTML part, decoded from mail form, in the part's own charset."""
    # The page comes before its pictures, so a large file need not be read whole.
    raw = source.stream.read(2 * options.page_bytes)
    top = _headers(raw)
    part = _main_part(raw, top)
    if part is None:
        raise Refusal("malformed message", "no whole text/html part in it")
    body = part.get_payload(decode=True)
    if not isinstance(body, bytes) or not body.strip():
        raise Refusal("malformed message", "its text/html part is empty")
    if len(body) > options.page_bytes:
        raise Refusal("too large", f"more than {options.page_bytes:,} bytes")
    yield Page(
        url=_address(top, part, body),
        body=body,
        content_type=_content_type(part),
        retrieved_at=_date(top),
        via=source.via("file"),
    )


def _headers(raw: bytes) -> Message:
    end = _HEADER_END.search(raw)
    return BytesHeaderParser().parsebytes(raw[: end.end() if end else len(raw)])


def _main_part(raw: bytes, top: Message) -> Message | None:
    """Gives the part the message names as its start, else the one at the snapshot's address, else the first HTML."""
    found = list(_html_parts(raw, 0))
    start, address = top.get_param("start"), top.get("Snapshot-Content-Location")
    for header, wanted in (("Content-ID", start), ("Content-Location", address)):
        for part in found:
            if wanted and str(part.get(header, "")).strip() == str(wanted).strip():
                return part
    return found[0] if found else None


def _html_parts(raw: bytes, depth: int) -> Iterator[Message]:
    head = _headers(raw)
    boundary = head.get_boundary()
    if head.get_content_type() in _HTML_TYPES:
        end = _HEADER_END.search(raw)
        head.set_payload(raw[end.end() if end else len(raw) :].decode("latin-1"))
        yield head
    elif boundary and depth < _DEEPEST:
        mark = re.compile(
            rb"(?:^|\r?\n)--" + re.escape(boundary.encode("utf-8", "replace")) + rb"(?:--)?[ \t]*(?:\r?\n|$)"
        )
        # What follows the last mark is an epilogue, or a part cut by our limit.
        for piece in mark.split(raw, maxsplit=_MOST_PARTS)[1:-1]:
            yield from _html_parts(piece, depth + 1)


def _address(top: Message, part: Message, body: bytes) -> str:
    for said in (top.get("Snapshot-Content-Location"), part.get("Content-Location"), top.get("Content-Location")):
        if said and (address := as_address(str(said))):
            return address
    return address_in(as_text(body[:CHUNK]) or "")


def _content_type(part: Message) -> str:
    charset = part.get_content_charset()
    return f"text/html; charset={charset}" if charset and re.fullmatch(r"[\w.:-]{1,40}", charset) else "text/html"


def _date(top: Message) -> str | None:
    try:
        return parsedate_to_datetime(str(top["Date"])).isoformat() if top["Date"] else None
    except (ValueError, TypeError, IndexError, OverflowError, MessageError):
        return None
