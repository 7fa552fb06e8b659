"""WARC records, read one at a time from any stream, with their wrong lengths survived.

warcio reads a record's headers and hands out its block; what it does not do is ours: reading goes on at the next record
after a length that was wrong, no header section and no block is held beyond a limit, and what was met is said.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from firsthand.ingest.refusals import Refusal
from firsthand.ingest.streams import CHUNK

# What warcio mends it would otherwise say on the screen, in its words and in the middle of ours.
logging.getLogger("warcio").addHandler(logging.NullHandler())

_LONGEST_LINE = 16384
_MOST_HEADERS = 400
_MOST_WRONG_LENGTHS = 500
_NEXT_RECORD = re.compile(rb"\r?\n\r?\n(?=WARC/\d\.\d+\r?\n)")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its headers (names lower-cased) and its block.

    `length` is what was announced. `is_capped`: it is longer than the cap and the block holds only its beginning.
    `is_cut`: the announced length was wrong, or the archive ends inside the record.
    """

    headers: dict[str, str]
    block: bytes
    length: int
    is_capped: bool
    is_cut: bool


@dataclass(slots=True)
class Damage:
    """What was wrong with an archive, counted while it is read."""

    gaps: int = 0
    lengths: int = 0

    def note_length(self) -> None:
        """Counts a wrong length; an archive of nothing else is left, because each costs a search for the next record."""
        self.lengths += 1
        if self.lengths > _MOST_WRONG_LENGTHS:
            raise Refusal("damaged archive", "it holds too many records of wrong length to read on")


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP response as stored: status (0 when it has none), headers (names lower-cased), body still coded."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


class _Rereadable:
    """A stream to which bytes can be given back, and which gives no more lines in a row than it was told."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._front = b""
        self._lines_left = _MOST_HEADERS

    def allow_lines(self) -> None:
        self._lines_left = _MOST_HEADERS

    def give_back(self, data: bytes) -> None:
        self._front = data + self._front

    def read(self, size: int) -> bytes:
        part, self._front = self._front[:size], self._front[size:]
        return part + self._stream.read(size - len(part)) if len(part) < size else part

    def readline(self, size: int = _LONGEST_LINE) -> bytes:
        """Gives the next line, in pieces when it is long; nothing when too many were asked for."""
        self._lines_left -= 1
        if self._lines_left < 0:
            return b""
        limit = min(size, _LONGEST_LINE)
        end = self._front.find(b"\n", 0, limit) + 1
        if end:
            line, self._front = self._front[:end], self._front[end:]
            return line
        front = self.read(min(len(self._front), limit))
        return front + self._stream.readline(limit - len(front))


def records(archive: BinaryIO, cap: int, damage: Damage) -> Iterator[Record]:
    """Gives the records of an archive in order. Holds one block of at most `cap` bytes; longer ones are passed over."""
    from warcio.recordloader import ArcWarcRecordLoader  # type: ignore[import-untyped]

    loader, stream = ArcWarcRecordLoader(), _Rereadable(archive)
    is_lost = False
    while line := _line(stream):
        if line.startswith(b"WARC/"):
            is_lost = False
            yield from _record(loader, line, stream, cap, damage)
        elif line.strip():
            damage.gaps += not is_lost
            is_lost = True


def _line(stream: _Rereadable) -> bytes:
    stream.allow_lines()
    return stream.readline()


def _record(loader: Any, line: bytes, stream: _Rereadable, cap: int, damage: Damage) -> Iterator[Record]:
    from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]

    try:
        found = loader.parse_record_stream(stream, line, known_format="warc", no_record_parse=True)
    except ArchiveLoadFailed:  # of a version that nobody writes, or a line of a page that begins like a record
        damage.note_length()
        return
    headers = _by_name(found.rec_headers.headers)
    length = _length(headers)
    if length is None:
        damage.note_length()
        return
    block = found.raw_stream.read(min(length, cap))
    is_capped = length > cap
    is_short = len(block) < min(length, cap) or (is_capped and not _skip(stream, length - cap))
    is_right = not is_short and _ends_here(stream)
    if not is_right:
        damage.note_length()
        block = block if is_capped else _without_next(block, stream)
    yield Record(headers, block, length, is_capped=is_capped, is_cut=not is_right)


def answer_of(block: bytes) -> Answer:
    """Gives the HTTP response in a block; a block without a status line is all body."""
    from warcio.statusandheaders import StatusAndHeadersParser  # type: ignore[import-untyped]

    if not block.startswith(b"HTTP/"):
        return Answer(0, body=block)
    inside = io.BytesIO(block)
    head = StatusAndHeadersParser([], verify=False).parse(_Rereadable(inside))
    status = re.match(r"\s*(\d{3})\b", head.statusline, re.ASCII)
    return Answer(int(status[1]) if status else 0, _by_name(head.headers), inside.read())


def _by_name(headers: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Gives header fields by lower-cased name; a name's first value wins, save codings, which add up."""
    fields: dict[str, str] = {}
    for written, value in headers:
        name = written.strip().lower()
        if name not in fields:
            fields[name] = value.strip()
        elif name.endswith("-encoding"):
            fields[name] += f",{value.strip()}"
    return fields


def _length(headers: dict[str, str]) -> int | None:
    said = headers.get("content-length", "")
    return int(said) if re.fullmatch(r"\d{1,15}", said, re.ASCII) else None


def _skip(stream: _Rereadable, size: int) -> bool:
    """Passes over `size` bytes; says whether there were that many."""
    while size > 0 and (part := stream.read(min(size, CHUNK))):
        size -= len(part)
    return size == 0


def _ends_here(stream: _Rereadable) -> bool:
    """Says whether a record may end here: before a blank line, another record or the end. Otherwise its length was wrong."""
    after = _line(stream)
    if after.strip():
        stream.give_back(after)
    return not after.strip() or after.startswith(b"WARC/")


def _without_next(block: bytes, stream: _Rereadable) -> bytes:
    """Gives the block up to a record it swallowed because its length was too large; that record goes back to the stream."""
    inside = _NEXT_RECORD.search(block)
    if inside is None:
        return block
    stream.give_back(block[inside.end() :])
    return block[: inside.start()]
