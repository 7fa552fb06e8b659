"""Drafts: statements while they are being put together, before speakers are resolved and chains are built."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.claims.lexicon import RELAYABLE
from firsthand.records import HopKind, Span, Spans, Speaker, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A hand that words went through: the span that names it, how it got them, and all the words that say so.

    `name` is set only where the words name it otherwise than by themselves ("the station" for an outlet named before).
    """

    party: Span
    kind: HopKind
    words: Spans
    rule: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A statement found in the text. `source` is empty for the writer's own voice; `floating` marks a quotation whose speaker stands elsewhere.

    `links` run from the speaker outwards. `status` and `status_rule` are set only where the form of the statement settles them.
    """

    content: Spans
    kind: str
    line: int
    source: Spans = ()
    cue: Spans = ()
    links: tuple[Link, ...] = ()
    refused: bool = False
    floating: bool = False
    carried: bool = False
    lemma: str = ""
    status: Status | None = None
    status_rule: str = ""
    attribution: str | None = None
    inner: bool = False
    rules: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        return min(span.start for span in (*self.content, *self.cue, *self.source))

    @property
    def passes_on(self) -> bool:
        """Says whether its verb can pass on what another one said."""
        return self.lemma in RELAYABLE and not self.refused

    @property
    def attributed(self) -> bool:
        return bool(self.source) or self.floating or self.carried


# A draft with its speaker and the links from the speaker outwards.
Made = tuple[Draft, Speaker | None, tuple[Link, ...]]
