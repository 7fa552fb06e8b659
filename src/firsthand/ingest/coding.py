"""Undoing HTTP's transfer and content codings, never past a limit."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

from firsthand.ingest.refusals import Refusal
from firsthand.ingest.streams import HARMLESS

_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,256}\r?\n")

Decoder = Callable[[bytes, int], bytes]


def decoded(body: bytes, codings: str, *, limit: int, ratio: int) -> bytes:
    """Gives the page from a body under `Content-Encoding: codings` (comma-separated, in the order applied).

    Crawlers often store the header and the plain bytes: a body that does not look coded is taken as it is.
    """
    for coding in reversed([part.strip().lower() for part in codings.split(",")]):
        if coding in ("", "identity", "none", "utf-8"):
            continue
        decode = DECODERS.get(coding)
        if decode is None:
            raise Refusal("undecodable", f"content encoding {coding[:40]!r}")
        body = _bounded(decode, body, limit, ratio)
    return body


def dechunked(body: bytes) -> bytes:
    """Gives a body without its chunk framing; a body that is not framed is given back as it is."""
    parts: list[bytes] = []
    at = 0
    while match := _CHUNK_SIZE.match(body, at):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(body[match.end() : match.end() + size])
        at = match.end() + size + 2
    return b"".join(parts) if parts and at >= len(body) else body


def _bounded(decode: Decoder, body: bytes, limit: int, ratio: int) -> bytes:
    plain = decode(body, limit + 1)
    if len(plain) > HARMLESS and len(plain) > ratio * max(1, len(body)):
        raise Refusal("decompression bomb", f"more than {ratio} bytes out of each byte in")
    if len(plain) > limit:
        raise Refusal("too large", f"it unpacks to more than {limit:,} bytes")
    return plain


def _gunzip(body: bytes, limit: int) -> bytes:
    return _inflate(body, limit, zlib.MAX_WBITS | 16) if body[:2] == b"\x1f\x8b" else body


def _undeflate(body: bytes, limit: int) -> bytes:
    # "deflate" means zlib by the standard and bare deflate by habit.
    if body.lstrip()[:1] == b"<":
        return body
    try:
        return _inflate(body, limit, zlib.MAX_WBITS)
    except Refusal:
        return _inflate(body, limit, -zlib.MAX_WBITS)


def _inflate(body: bytes, limit: int, bits: int) -> bytes:
    unpacker = zlib.decompressobj(bits)
    try:
        plain = unpacker.decompress(body, limit)
    except zlib.error as error:
        raise Refusal("undecodable", f"broken compression ({error})") from error
    if not unpacker.eof and len(plain) < limit:
        raise Refusal("undecodable", "the compression ends in the middle")
    return plain


def _unbrotli(body: bytes, limit: int) -> bytes:
    import brotli  # type: ignore[import-untyped]

    if body.lstrip()[:1] == b"<":
        return body
    decompressor, plain = brotli.Decompressor(), bytearray()
    try:
        plain += decompressor.process(body, output_buffer_limit=1 << 16)
        while len(plain) < limit and (part := decompressor.process(b"", output_buffer_limit=1 << 16)):
            plain += part
    except brotli.error as error:
        raise Refusal("undecodable", f"broken compression ({error})") from error
    if not decompressor.is_finished() and len(plain) < limit:
        raise Refusal("undecodable", "the compression ends in the middle")
    return bytes(plain[:limit])


DECODERS: dict[str, Decoder] = {"gzip": _gunzip, "x-gzip": _gunzip, "deflate": _undeflate, "br": _unbrotli}
