"""From typed pieces of text to an Article: text joined, spans counted, evidence anchored. Only this module counts offsets."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from firsthand.article.issuer import issuer_of
from firsthand.article.sheet import absolute, host_of
from firsthand.records import Article, Block, BlockKind, Evidence, Link, Page, Span, derive, digest_of

GAP = "\n\n"


@dataclass(slots=True)
class Fact:
    """Evidence whose words stand at these offsets of a piece. `value` defaults to the words."""

    name: str
    where: str
    start: int
    end: int
    value: str | None = None


@dataclass(slots=True)
class Piece:
    """A block before it has a place: its kind and words, links (url, start, end) and facts inside."""

    kind: BlockKind
    text: str
    links: list[tuple[str, int, int]] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)


@dataclass(slots=True)
class Facts:
    """What is known of the page beside its text; evidence holds every candidate, the fields hold what was chosen."""

    url: str = ""
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    comment_count: int | None = None
    evidence: list[Evidence] = field(default_factory=list)


def join(page: Page, pieces: list[Piece], facts: Facts, extractor: str) -> Article:
    """Gives the article whose text is the pieces, parted by blank lines."""
    placed, position = [], 0
    for piece in pieces:
        placed.append((piece, position))
        position += len(piece.text) + len(GAP)
    return place(page, GAP.join(piece.text for piece in pieces), placed, facts, extractor)


def place(page: Page, text: str, placed: list[tuple[Piece, int]], facts: Facts, extractor: str) -> Article:
    """Gives the article with this very text, its pieces standing at the given offsets."""
    digest = digest_of(text.encode("utf-8", "surrogatepass"))
    found = [_anchored(fact, piece, at) for piece, at in placed for fact in piece.facts]
    credits = tuple(e for e in found if e.name == "credit")
    sources = [e.value for e in (*found, *facts.evidence) if e.name == "original_source"]
    article = Article(
        id=derive("r", page.id, digest), page=page.id, url=facts.url or page.url, text=text, digest=digest,
        blocks=tuple(Block(kind=piece.kind, span=Span(at, at + len(piece.text))) for piece, at in placed),
        outlet=facts.outlet, host=host_of(facts.url or page.url), title=facts.title,
        standfirst=next((piece.text for piece, _ in placed if piece.kind == "standfirst"), None), byline=facts.byline,
        published=facts.published, modified=facts.modified, language=facts.language,
        links=tuple(_links(placed, facts.url or page.url)), credits=credits,
        original_source=sources[0] if sources else None, comment_count=facts.comment_count,
        evidence=(*(_located(e, placed) for e in dict.fromkeys(facts.evidence)), *found), extractor=extractor,
    )  # fmt: skip
    issuer = issuer_of(article)
    return replace(article, issuer=issuer.value, evidence=(*article.evidence, issuer)) if issuer else article


def _anchored(fact: Fact, piece: Piece, at: int) -> Evidence:
    value = fact.value if fact.value is not None else piece.text[fact.start : fact.end]
    span = Span(at + fact.start, at + fact.end) if fact.end > fact.start else None
    return Evidence(name=fact.name, value=value, where=fact.where, span=span)


def _located(evidence: Evidence, placed: list[tuple[Piece, int]]) -> Evidence:
    """Gives title evidence the span of the headline it stands in."""
    if evidence.name != "title" or evidence.span is not None:
        return evidence
    for piece, at in placed:
        if piece.kind == "headline" and piece.text == evidence.value:
            return replace(evidence, span=Span(at, at + len(piece.text)))
    return evidence


def _links(placed: list[tuple[Piece, int]], base: str) -> list[Link]:
    links = []
    for piece, at in placed:
        for url, start, end in piece.links:
            target = absolute(base, url)
            if target and 0 <= start < end <= len(piece.text):
                links.append(Link(url=target, words=piece.text[start:end], span=Span(at + start, at + end)))
    return links
