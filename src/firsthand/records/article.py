"""The article: one rendition of one page, its text fixed for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from firsthand.records.span import Span

BlockKind = Literal["headline", "standfirst", "body", "caption", "credit", "note"]
BLOCK_KINDS: tuple[str, ...] = get_args(BlockKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A typed stretch of the text: a paragraph, the headline, a caption, a credit line. Blocks ascend and do not overlap.

    `note` is for lines that belong to the page and are no statement of it (an editor's correction note, "Original Source: …").
    """

    kind: BlockKind
    span: Span

    def __post_init__(self) -> None:
        if self.kind not in BLOCK_KINDS:
            raise ValueError(f"unknown kind of block: {self.kind!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A fact about a page and the place it was read from; contradicting facts stand side by side.

    `name` is the field it bears on (title, published, modified, outlet, byline, language, original_source, credit, comment_count),
    `where` the place ("json-ld datePublished", "meta article:published_time", "time element", "url", "dateline", "tail line", "row"),
    `span` its words in the article text, where they stand there.
    """

    name: str
    value: str
    where: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A hyperlink in the article's main text: where it leads and the words it stands on (None when they are not in the text)."""

    url: str
    words: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One rendition of one page. Offsets everywhere are code points into `text`.

    `text` holds the typed blocks in order, parted by blank lines, verbatim. `id` is derived from the page id and the text's hash.
    An unknown value is None, never a guess. `published` and `modified` are ISO 8601 dates or datetimes *as the page states them*.
    `outlet` is the name the page gives itself, or else its host without "www."; None for pasted text without either.
    `original_source` is what an "Original source:" line or its like names, verbatim. `issuer` is the body whose own bulletin, release or
    notice the page is, as the page names it; None for every other page.
    """

    id: str
    page: str
    url: str
    text: str
    digest: str
    blocks: tuple[Block, ...]
    outlet: str | None = None
    host: str | None = None
    title: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    links: tuple[Link, ...] = ()
    credits: tuple[Evidence, ...] = ()
    original_source: str | None = None
    issuer: str | None = None
    comment_count: int | None = None
    evidence: tuple[Evidence, ...] = ()
    extractor: str = ""

    def __post_init__(self) -> None:
        end = 0
        for block in self.blocks:
            if block.span.start < end or block.span.end > len(self.text):
                raise ValueError(f"article {self.id}: blocks must ascend inside the text, not {block.span}")
            end = block.span.end
