"""What the caller decides about taking inputs in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO, Protocol

from firsthand.errors import UsageError
from firsthand.records import Omission, Page

MEGABYTE = 1 << 20


class Fetch(Protocol):
    """Gets one address from the network: the page, or why not. Never raises for what a site does."""

    def __call__(self, url: str, /) -> Page | Omission: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestOptions:
    """Limits, and whether the network may be used (`fetch` is None: it may not).

    `page_bytes` caps one page, one row, one feed. `archive_bytes` caps what one compressed file may unpack to.
    `ratio` is how many bytes one compressed byte may become before the input counts as a bomb.
    `follow_links` fetches what a feed entry links to when the feed itself holds no full text.
    `stdin` is what "-" reads; None is the process's own standard input.
    """

    fetch: Fetch | None = None
    follow_links: bool = False
    stdin: BinaryIO | None = None
    page_bytes: int = 20 * MEGABYTE
    archive_bytes: int = 16 * 1024 * MEGABYTE
    ratio: int = 200

    def __post_init__(self) -> None:
        for name in ("page_bytes", "archive_bytes", "ratio"):
            if getattr(self, name) <= 0:
                raise UsageError(f"{name} must be above 0, not {getattr(self, name)}")
