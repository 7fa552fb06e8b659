"""WARC archives: each HTML response is a page; everything else is counted by kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from firsthand.ingest.addresses import as_address
from firsthand.ingest.coding import dechunked, decoded
from firsthand.ingest.options import MEGABYTE, IngestOptions
from firsthand.ingest.refusals import Refusal, omit
from firsthand.ingest.sniff import sniff
from firsthand.ingest.streams import Source
from firsthand.ingest.warc_records import Answer, Damage, Record, answer_of, records
from firsthand.records import Omission, Page

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_UNTYPED = frozenset({"", "application/octet-stream", "application/http", "unknown/unknown"})
# These describe other records and hold nothing of their own to read.
_BOOKKEEPING = frozenset({"warcinfo", "request", "metadata"})
_FAMILIES: tuple[tuple[str, str], ...] = (
    (r"image/", "image"), (r"video/", "video"), (r"audio/", "sound"), (r"font/|.*(?:font|woff)", "font"), (r"text/css", "stylesheet"),
    (r".*(?:java|ecma)script", "script"), (r"application/pdf", "PDF document"), (r".*json", "JSON data"), (r".*xml", "XML document"),
)  # fmt: skip
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?)?)?")


@dataclass(slots=True)
class _Tally:
    """How many records of a kind were passed over, and the first of them as an example."""

    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, address: str) -> None:
        self.counts[kind] += 1
        self.first.setdefault(kind, address)


def read_warc(source: Source, options: IngestOptions) -> Iterator[Page | Omission]:
    """Gives the HTML pages of an archive as they come, then one omission for each kind of record that is none."""
    tally, damage, given = _Tally(), Damage(), 0
    try:
        for record in records(source.stream, options.page_bytes + MEGABYTE, damage):
            for item in _read(record, source, options, tally):
                given += 1
                yield item
    except Refusal as refusal:
        given += 1
        yield omit(source.name, refusal.reason, refusal.what)
    yield from _left_out(source.name, tally, damage)
    if not (given or tally.counts or damage.lengths or damage.gaps):
        yield omit(source.name, "archive without pages")


def _left_out(name: str, tally: _Tally, damage: Damage) -> Iterator[Omission]:
    for kind in sorted(tally.counts):
        yield omit(
            name, "unsupported kind", f"{tally.counts[kind]:,} × {kind}, first {tally.first[kind] or 'without address'}"
        )
    for count, what in (
        (damage.lengths, "records of wrong length"),
        (damage.gaps, "stretches between records that are none"),
    ):
        if count:
            yield omit(name, "damaged archive", f"{count:,} {what}")


def _read(record: Record, source: Source, options: IngestOptions, tally: _Tally) -> Iterator[Page | Omission]:
    kind = record.headers.get("warc-type", "").lower()
    address = record.headers.get("warc-target-uri", "").strip("<> ")
    if kind in _BOOKKEEPING:
        return
    answer = _answer(record)
    refused = _not_a_page(kind, address, answer)
    if refused:
        tally.add(refused, address[:200])
        return
    subject = f"{source.name}#{address}"
    if record.is_capped:
        yield omit(subject, "too large", f"a record of {record.length:,} bytes")
        return
    try:
        yield _page(record, answer, address, source, options)
    except Refusal as refusal:
        yield omit(subject, refusal.reason, refusal.what)
        return
    if record.is_cut or record.headers.get("warc-truncated"):
        yield omit(subject, "cut short", "the record is shorter than it says")


def _answer(record: Record) -> Answer:
    """Gives the stored response; a resource record is the thing itself, typed by the record's own header."""
    if record.headers.get("warc-type", "").lower() == "resource":
        return Answer(200, {"content-type": record.headers.get("content-type", "")}, record.block)
    return answer_of(record.block)


def _not_a_page(kind: str, address: str, answer: Answer) -> str | None:
    """Names the kind of a record that is no page, or gives None for one that is."""
    if kind not in ("response", "resource"):
        return f"{kind or 'untyped'} record"[:60]
    if as_address(address) is None:
        return f"{address.partition(':')[0][:20] or 'unnamed'} record"
    if answer.status not in (0, 200, 203):
        return f"HTTP {answer.status}"
    return _other_type(answer)


def _other_type(answer: Answer) -> str | None:
    said = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if said in HTML_TYPES:
        return None
    if said in _UNTYPED and not answer.headers.get("content-encoding"):
        kind = sniff(answer.body[:65536])
        return None if kind.reader == "html" else kind.label
    return next((family for pattern, family in _FAMILIES if re.match(pattern, said)), said[:60] or "untyped record")


def _page(record: Record, answer: Answer, address: str, source: Source, options: IngestOptions) -> Page:
    body = answer.body
    if "chunked" in answer.headers.get("transfer-encoding", "").lower():
        body = dechunked(body)
    body = decoded(body, answer.headers.get("content-encoding", ""), limit=options.page_bytes, ratio=options.ratio)
    if not body.strip():
        raise Refusal("empty", "a response without a body")
    if len(body) > options.page_bytes:
        raise Refusal("too large", f"more than {options.page_bytes:,} bytes")
    date = record.headers.get("warc-date", "")
    return Page(
        url=as_address(address) or "",
        body=body,
        content_type=answer.headers.get("content-type", "")[:200] or "text/html",
        retrieved_at=date if _DATE.fullmatch(date) else None,
        via=source.via("warc"),
    )
