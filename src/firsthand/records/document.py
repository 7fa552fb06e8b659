"""The document: an article's text cut into sentences and tokens, with its names found."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.records.article import Article
from firsthand.records.span import Span, Spans


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark. `pos` is the universal part of speech, `tag` the Penn tag, `lemma` lower-cased."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name or stand for somebody or something.

    `kind` is person, body (organisation of any sort), state (country or its government), place, outlet (publisher or agency),
    role ("the minister"), pronoun, group ("two officials", "both nations") or other.
    `entity` is the canonical key within the document: mentions of one thing share it; None where it could not be resolved.
    `name` is the canonical display name of that entity; `candidates` are kept when ambiguous (then `entity` is None).
    `entry` is the gazetteer id where the name was looked up. `why` says which rule resolved it.
    """

    span: Span
    text: str
    kind: str
    name: str
    entity: str | None = None
    candidates: tuple[str, ...] = ()
    entry: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Sentences and tokens ascend; each token lies inside one sentence; a sentence never crosses a block.

    `first_tokens[i]` is the index of the first token of `sentences[i]`. `coreference` maps an entity key to its mentions' spans.
    """

    article: Article
    sentences: Spans
    tokens: tuple[Token, ...]
    first_tokens: tuple[int, ...]
    mentions: tuple[Mention, ...] = ()
    coreference: tuple[tuple[str, Spans], ...] = ()

    @property
    def text(self) -> str:
        return self.article.text
