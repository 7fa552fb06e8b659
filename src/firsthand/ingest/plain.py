"""Plain text, lists of addresses, and addresses themselves."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from firsthand.ingest.addresses import as_address
from firsthand.ingest.feeds import fetched, read_feed
from firsthand.ingest.options import IngestOptions
from firsthand.ingest.refusals import Refusal, omit
from firsthand.ingest.sniff import sniff
from firsthand.ingest.streams import CHUNK, Source, lines, opened, read_all
from firsthand.records import Omission, Page

_LONGEST_LINE = 8192


def read_text(source: Source, options: IngestOptions) -> Iterator[Page | Omission]:
    """Gives pasted or saved plain text as a page without an address."""
    body = read_all(source.stream, options.page_bytes)
    yield Page(url="", body=body, content_type="text/plain", via=source.via("file"))


def read_addresses(source: Source, options: IngestOptions) -> Iterator[Page | Omission]:
    """Gives what each address of a list leads to, in the list's order."""
    for number, line in lines(source.stream, _LONGEST_LINE):
        text = (line or b"").decode("utf-8", "replace").strip(" \t\ufeff")
        if line is not None and (not text or text.startswith("#")):
            continue
        if address := as_address(text):
            yield from visit(address, options)
        else:
            yield omit(f"{source.name}:{number}", "not an address", repr(text[:80]) if text else "a very long line")


def visit(address: str, options: IngestOptions) -> Iterator[Page | Omission]:
    """Gives the page at an address; a feed gives its entries; an omission when the network was not asked for."""
    if options.fetch is None:
        yield omit(address, "not fetched")
        return
    got = fetched(address, options.fetch)
    if isinstance(got, Omission) or sniff(got.body[:CHUNK]).reader not in ("feed", "json"):
        yield got
        return
    try:
        yield from read_feed(opened(address, address, BytesIO(got.body)), options)
    except Refusal as refusal:
        yield omit(address, refusal.reason, refusal.what)
