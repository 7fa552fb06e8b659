"""Which reader takes which kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from firsthand.ingest.feeds import read_feed, read_json
from firsthand.ingest.mhtml import read_mhtml
from firsthand.ingest.options import IngestOptions
from firsthand.ingest.plain import read_addresses, read_text
from firsthand.ingest.refusals import Refusal, omit
from firsthand.ingest.rows import read_rows
from firsthand.ingest.saved import read_saved
from firsthand.ingest.sniff import sniff
from firsthand.ingest.streams import Source, inflated
from firsthand.ingest.warc import read_warc
from firsthand.ingest.zips import read_zip
from firsthand.records import Omission, Page

Reader = Callable[[Source, IngestOptions], Iterator[Page | Omission]]

READERS: dict[str, Reader] = {
    "html": read_saved,
    "mhtml": read_mhtml,
    "text": read_text,
    "rows": read_rows,
    "json": read_json,
    "feed": read_feed,
    "addresses": read_addresses,
    "warc": read_warc,
    "zip": read_zip,
}


def read(source: Source, options: IngestOptions) -> Iterator[Page | Omission]:
    """Gives whatever the source holds, by its kind; refuses kinds nobody reads."""
    kind = sniff(source.head, source.name)
    if kind.reader == "gzip":
        source = inflated(source, options)
        kind = sniff(source.head, source.name.removesuffix(".gz"))
        if kind.reader in ("gzip", "zip"):
            raise Refusal("unsupported kind", f"{kind.label} inside a gzip file")
    if kind.reader == "empty":
        raise Refusal("empty", kind.label)
    if kind.reader is None:
        raise Refusal("unsupported kind", kind.label)
    yield from READERS[kind.reader](source, options)


def read_safely(source: Source, options: IngestOptions) -> Iterator[Page | Omission]:
    """Gives what `read` gives, and an omission in place of anything it raises: one bad input never stops the others."""
    seen = False
    try:
        for item in read(source, options):
            seen = True
            yield item
    except Refusal as refusal:
        yield omit(source.name, refusal.reason, refusal.what)
    except OSError as error:
        yield omit(source.name, "unreadable", str(error)[:200])
    except Exception as error:  # the boundary: whatever a stranger's file does to us becomes a finding
        yield omit(source.name, "could not be read", f"{type(error).__name__}: {error}"[:300])
    else:
        if not seen:
            yield omit(source.name, "empty", "nothing in it")
