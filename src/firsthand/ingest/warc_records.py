"""WARC records, read one at a time from any stream, with their wrong lengths survived.

A reader of our own: archives come from anybody, and those at hand stop at the first wrong Content-Length (or abort the
process); here reading goes on at the next record, and what was met is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from firsthand.ingest.refusals import Refusal
from firsthand.ingest.streams import CHUNK

_LONGEST_LINE = 16384
_MOST_HEADERS = 400
_MOST_WRONG_LENGTHS = 500
_NEXT_RECORD = re.compile(rb"\r?\n\r?\n(?=WARC/\d\.\d+\r?\n)")
_HEADER_END = re.compile(rb"\r?\n\r?\n")


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
    """A stream to which bytes can be given back."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._front = b""

    def give_back(self, data: bytes) -> None:
        self._front = data + self._front

    def read(self, size: int) -> bytes:
        part, self._front = self._front[:size], self._front[size:]
        return part + self._stream.read(size - len(part)) if len(part) < size else part

    def readline(self) -> bytes:
        end = self._front.find(b"\n") + 1
        if 0 < end <= _LONGEST_LINE:
            line, self._front = self._front[:end], self._front[end:]
            return line
        front = self.read(min(len(self._front), _LONGEST_LINE))
        return front + self._stream.readline(_LONGEST_LINE - len(front))


def records(archive: BinaryIO, cap: int, damage: Damage) -> Iterator[Record]:
    """Gives the records of an archive in order. Holds one block of at most `cap` bytes; longer ones are passed over."""
    stream = _Rereadable(archive)
    is_lost = False
    while line := stream.readline():
        if line.startswith(b"WARC/"):
            is_lost = False
            yield from _record(stream, cap, damage)
        elif line.strip():
            damage.gaps += not is_lost
            is_lost = True


def _record(stream: _Rereadable, cap: int, damage: Damage) -> Iterator[Record]:
    headers = _headers(stream)
    length = _length(headers)
    if length is None:
        damage.note_length()
        return
    block = stream.read(min(length, cap))
    is_capped = length > cap
    is_short = len(block) < min(length, cap) or (is_capped and not _skip(stream, length - cap))
    is_right = not is_short and _ends_here(stream)
    if not is_right:
        damage.note_length()
        block = block if is_capped else _without_next(block, stream)
    yield Record(headers, block, length, is_capped=is_capped, is_cut=not is_right)


def answer_of(block: bytes) -> Answer:
    """Gives the HTTP response in a block; a block without a status line is all body."""
    if not block.startswith(b"HTTP/"):
        return Answer(0, body=block)
    end = _HEADER_END.search(block)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block, b"")
    first, *rest = re.split(rb"\r?\n", head)
    status = re.match(rb"HTTP/[\d.]+\s+(\d{3})\b", first)
    return Answer(int(status[1]) if status else 0, _fields(rest), body)


def _headers(stream: _Rereadable) -> dict[str, str]:
    rows: list[bytes] = []
    while (line := stream.readline()).strip() and len(rows) < _MOST_HEADERS:
        rows.append(line)
    return _fields(rows)


def _fields(rows: list[bytes]) -> dict[str, str]:
    """Gives header fields by lower-cased name; folded lines are joined; a name's first value wins, save codings, which add up."""
    fields: dict[str, str] = {}
    last = ""
    for row in rows:
        text = row.decode("utf-8", "replace").rstrip("\r\n")
        name, colon, value = text.partition(":")
        if text[:1] in (" ", "\t") and last:
            fields[last] += " " + text.strip()
        elif colon and (last := name.strip().lower()):
            same = fields.get(last)
            both = f"{same},{value.strip()}" if same and last.endswith("-encoding") else None
            fields[last] = both or (value.strip() if same is None else same)
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
    after = stream.readline()
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
