"""Records to bytes and back, at the edge of the ledger. msgspec runs the records' own checks when it decodes."""

from __future__ import annotations

import zlib
from typing import Any, TypeVar

import msgspec

from firsthand.records import Article

Record = TypeVar("Record")
_encoder = msgspec.json.Encoder(order="deterministic")


def encode(record: object) -> bytes:
    """Gives a record as canonical JSON: the same record, the same bytes."""
    return _encoder.encode(record)


def decode(payload: bytes, kind: type[Record]) -> Record:
    """Gives the record back; raises msgspec.ValidationError when it is not one."""
    return msgspec.json.decode(payload, type=kind)


def encode_article(article: Article) -> bytes:
    """Gives an article without its text: the text lives under its digest, so that it can be forgotten."""
    fields: dict[str, Any] = msgspec.to_builtins(article)
    del fields["text"]
    return _encoder.encode(fields)


def decode_article(payload: bytes, text: str) -> Article:
    """Gives the article with its text put back."""
    fields = msgspec.json.decode(payload)
    fields["text"] = text
    return msgspec.convert(fields, Article)


def pack(body: bytes) -> bytes:
    """Gives bytes compressed for storage."""
    return zlib.compress(body, 6)


def unpack(stored: bytes) -> bytes:
    """Gives the bytes as they came."""
    return zlib.decompress(stored)
