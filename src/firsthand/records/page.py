"""The page: bytes as they came, and where they came from."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.records.ids import derive, digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One capture of one address. Identity is (url, digest): the same bytes at two addresses are two pages.

    `url` is "" for pasted text without an address. `retrieved_at` is ISO 8601 or None when unknown
    (a saved file does not say). `via` tells how it came: "file:NAME", "warc:NAME", "feed:NAME", "jsonl:NAME", "fetch", "stdin".
    `content_type` is the media type ("text/html; charset=utf-8", "text/plain", "application/vnd.firsthand.page+json" for a pages.jsonl row).
    """

    url: str
    body: bytes
    content_type: str
    retrieved_at: str | None = None
    via: str = ""
    digest: str = ""

    def __post_init__(self) -> None:
        actual = digest_of(self.body)
        if not self.digest:
            object.__setattr__(self, "digest", actual)
        elif self.digest != actual:
            raise ValueError(f"page {self.url!r}: body does not match its digest {self.digest}")

    @property
    def id(self) -> str:
        return derive("p", self.url, self.digest)
