"""A ledger of who said what in news articles: every claim with its exact words, its speaker and the chain of hands it came through.

    import firsthand

    reading = firsthand.read("Mayor Ilse Brandt said 12 people were hurt.")
    for claim in reading.claims:
        print(claim.speaker, claim.content[0].of(reading.article.text))

Nothing is loaded at import, and nothing is fetched from a network unless an address is added on purpose.
"""

from __future__ import annotations

import importlib
from functools import lru_cache
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from firsthand.errors import FirsthandError
    from firsthand.ledger import Ledger, verify
    from firsthand.pipeline import Reader
    from firsthand.records import Article, Claim, Omission, Page, Quantity, Reading, Span
    from firsthand.settings import Settings

_HOMES = {
    "Article": "records",
    "Claim": "records",
    "FirsthandError": "errors",
    "Ledger": "ledger",
    "Omission": "records",
    "Page": "records",
    "Quantity": "records",
    "Reader": "pipeline",
    "Reading": "records",
    "Settings": "settings",
    "Span": "records",
    "verify": "ledger",
}

__all__ = [
    "Article", "Claim", "FirsthandError", "Ledger", "Omission", "Page", "Quantity", "Reader", "Reading", "Settings", "Span",
    "read", "verify",
]  # fmt: skip


def read(source: str | bytes | Page, url: str = "") -> Reading:
    """Gives everything a text, an HTML page or a `Page` says, without a database.

    A str or bytes that begins with a tag is read as HTML, anything else as pasted text. The models are loaded at the first call.
    """
    from firsthand.records import Page

    if not isinstance(source, Page):
        body = source.encode("utf-8", "replace") if isinstance(source, str) else source
        kind = "text/html" if body.lstrip()[:1] == b"<" else "text/plain"
        charset = "; charset=utf-8" if isinstance(source, str) else ""
        source = Page(url=url, body=body, content_type=kind + charset, via="read")
    return _reader()(source)


@lru_cache(maxsize=1)
def _reader() -> Reader:
    from firsthand.pipeline import Reader

    return Reader.load()


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(importlib.import_module(f"firsthand.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'firsthand' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
