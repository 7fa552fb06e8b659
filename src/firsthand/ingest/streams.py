"""Byte streams that cannot hurt us: capped reads, guarded decompression, a head that can be looked at first."""

from __future__ import annotations

import io
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, cast

from firsthand.ingest.options import MEGABYTE, IngestOptions
from firsthand.ingest.refusals import Refusal

CHUNK = 1 << 16
STDIN = "-"
# Small inputs may shrink by any ratio (a page of blank table cells does); only growth past this is held against them.
HARMLESS = MEGABYTE


@dataclass(frozen=True, slots=True)
class Source:
    """One input, opened: `name` as users know it, `label` for `Page.via`, its first bytes, the stream from the start, and the bare stream."""

    name: str
    label: str
    head: bytes
    stream: BinaryIO
    origin: BinaryIO

    def via(self, how: str) -> str:
        """Gives how its pages came, for `Page.via`."""
        return "stdin" if self.label == STDIN else f"{how}:{self.label}"


def opened(name: str, label: str, stream: BinaryIO) -> Source:
    """Gives a source whose first 64 KB can be looked at without being lost, also when the stream breaks inside them."""
    head = b""
    try:
        while len(head) < CHUNK and (more := some(stream, CHUNK - len(head))):
            head += more
    except Refusal:
        if not head:
            raise
    return Source(name, label, head, prepend(head, stream), stream)


def some(stream: BinaryIO, size: int) -> bytes:
    """Gives what one read yields: asking for more at once would lose the good bytes before a broken one."""
    read = getattr(stream, "read1", None) or stream.read
    return read(size) or b""


def prepend(head: bytes, rest: BinaryIO) -> BinaryIO:
    """Gives a stream that reads `head` and then the rest."""
    return cast(BinaryIO, io.BufferedReader(_Prepended(head, rest), CHUNK))


def read_all(stream: BinaryIO, limit: int) -> bytes:
    """Gives all bytes; refuses as soon as there are more than `limit`, without reading on."""
    body = stream.read(limit + 1) or b""
    if len(body) > limit:
        raise Refusal("too large", f"more than {limit:,} bytes")
    return body


def lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Gives numbered lines without their ends; None for a line longer than `limit`, which is skipped and never held."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            while (part := stream.readline(CHUNK)) and not part.endswith(b"\n"):
                pass
            yield number, None
        else:
            yield number, line.rstrip(b"\r\n")


def inflated(source: Source, options: IngestOptions) -> Source:
    """Gives what is inside a gzip source, decompressed while it is read and refused once it turns out a bomb."""
    raw = _Inflating(source.stream, limit=options.archive_bytes, ratio=options.ratio, floor=options.page_bytes)
    return opened(source.name, source.label, cast(BinaryIO, io.BufferedReader(raw, CHUNK)))


def metered(stream: BinaryIO, *, compressed: int, options: IngestOptions) -> BinaryIO:
    """Gives a stream that refuses once it yields more than its compressed size allows."""
    floor = max(HARMLESS, min(options.page_bytes, options.archive_bytes))
    allowed = min(options.archive_bytes, max(floor, compressed * options.ratio))
    return cast(BinaryIO, io.BufferedReader(_Metered(stream, allowed), CHUNK))


@contextmanager
def seekable(source: Source, limit: int) -> Iterator[BinaryIO]:
    """Gives the source as a stream that can be sought in (a zip's index stands at its end): itself, or a copy on disk."""
    if source.origin.seekable():
        source.origin.seek(0)
        yield source.origin
        return
    with tempfile.SpooledTemporaryFile(max_size=32 * MEGABYTE) as copy:
        while chunk := source.stream.read(CHUNK):
            copy.write(chunk)
            if copy.tell() > limit:
                raise Refusal("too large", f"more than {limit:,} bytes")
        copy.seek(0)
        yield cast(BinaryIO, copy)


class _Prepended(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        part: bytes | memoryview = self._head[: len(buffer)]
        self._head = self._head[len(part) :]
        if not part:
            part = some(self._rest, len(buffer))
        buffer[: len(part)] = part
        return len(part)


class _Metered(io.RawIOBase):
    def __init__(self, inner: BinaryIO, allowed: int) -> None:
        self._inner = inner
        self._left = allowed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        part = some(self._inner, len(buffer))
        self._left -= len(part)
        if self._left < 0:
            raise Refusal("decompression bomb", "it unpacks to far more than its size")
        buffer[: len(part)] = part
        return len(part)


class _Inflating(io.RawIOBase):
    """Gzip, member after member (a WARC has one a record). Ratio is counted a member, so a bomb cannot hide behind honest pages."""

    def __init__(self, inner: BinaryIO, *, limit: int, ratio: int, floor: int) -> None:
        self._inner = inner
        self._limit, self._ratio, self._floor = limit, ratio, max(floor, HARMLESS)
        self._data = b""
        self._total = 0
        self._start_member()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        while self._feed():
            if part := self._inflate(len(buffer)):
                buffer[: len(part)] = part
                return len(part)
        return 0

    def _start_member(self) -> None:
        self._zip = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._in = self._out = 0

    def _feed(self) -> bool:
        """Says whether there is more to inflate, and has it at hand."""
        if self._zip.eof:
            self._data = self._zip.unused_data
            self._start_member()
        while not self._data and (chunk := some(self._inner, CHUNK)):
            self._data = chunk
            self._skip_padding()
        self._skip_padding()
        # Inside a member there may be output left in the decompressor after the last byte went in.
        return bool(self._data) or self._in > 0

    def _skip_padding(self) -> None:
        """Some writers pad members with zeros; padding is neither data nor damage."""
        if not self._in:
            self._data = self._data.lstrip(b"\0")

    def _inflate(self, size: int) -> bytes:
        at_end = not self._data
        try:
            part = self._zip.decompress(self._data, size)
        except zlib.error as error:
            raise Refusal("damaged archive", f"the compressed data is broken ({error})") from error
        if at_end and not part and not self._zip.eof:
            raise Refusal("damaged archive", "the compressed data ends in the middle")
        self._in += len(self._data) - len(self._zip.unconsumed_tail) - len(self._zip.unused_data)
        self._data = self._zip.unconsumed_tail
        self._count(len(part))
        return part

    def _count(self, made: int) -> None:
        self._out += made
        self._total += made
        if self._out > self._floor and self._out > self._ratio * self._in:
            raise Refusal("decompression bomb", f"more than {self._ratio} bytes out of each byte in")
        if self._total > self._limit:
            raise Refusal("too large", f"it unpacks to more than {self._limit:,} bytes")
