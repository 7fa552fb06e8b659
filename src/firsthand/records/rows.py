"""Rows as readers see them: flat views of claims and figures, with the same field names in Python, JSON, CSV and on screen."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.records.article import Article
from firsthand.records.claim import Claim
from firsthand.records.judgement import NO_GIVER
from firsthand.records.span import Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim with its exact words. `start` and `end` are code points into the article's text; pieces of `words` are joined by " … "."""

    id: str
    article: str
    page: str
    outlet: str | None
    title: str | None
    published: str | None
    start: int
    end: int
    words: str
    source: str | None
    cue: str | None
    speaker: str | None
    speaker_kind: str | None
    kind: str
    status: str
    chain: tuple[str, ...]
    figures: int

    @property
    def whose(self) -> str:
        """Gives whose words these are, for a reader. A headline is its outlet's own, whosever statement it goes back to."""
        page = self.outlet or "the page"
        if self.speaker and self.kind == "headline":
            return f"{page}’s headline, after {self.speaker}"
        return self.speaker or f"{page}, in its own voice"

    @classmethod
    def of(cls, claim: Claim, article: Article) -> ClaimRow:
        """Gives the row of a claim of an article."""

        def words(spans: Spans) -> str:
            return " … ".join(span.of(article.text) for span in spans)

        speaker = claim.speaker
        return cls(
            id=claim.id, article=article.id, page=article.url, outlet=article.outlet, title=article.title, published=article.published,
            start=claim.content[0].start, end=claim.content[-1].end, words=words(claim.content), source=words(claim.source) or None,
            cue=words(claim.cue) or None, speaker=speaker.name if speaker else None, speaker_kind=speaker.kind if speaker else None,
            kind=claim.kind, status=claim.status, chain=claim.chain, figures=len(claim.quantities),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One figure as a reader sees it: a view over (claim, quantity). Field names are those of `figures --jsonl`.

    `low` and `high` are numbers as text or None where the bound is open; `start`, `end` code points into the article's text;
    `origin` is the release id ("" is never used: None when not established), `origin_group` the origin that joins its updates.
    """

    page: str
    article: str
    claim: str
    quantity: str
    start: int
    end: int
    words: str
    low: str | None
    high: str | None
    modifier: str | None
    unit: str | None
    counted: str | None
    kind: str | None
    group: str | None
    place: str | None
    as_of: str | None
    published: str | None
    outlet: str | None
    status: str
    asserter: str | None
    chain: tuple[str, ...]
    release: str | None
    origin: str | None
    origin_group: str | None
    series: str | None

    @property
    def giver(self) -> str:
        """Gives who gave it, for a reader."""
        return self.asserter or NO_GIVER
