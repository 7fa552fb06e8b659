"""Small builders: an article, a claim or a whole reading from a line of text, for tests of the later rooms."""

from __future__ import annotations

from decimal import Decimal

from firsthand.records import (
    Article,
    Block,
    Claim,
    Hop,
    Page,
    Quantity,
    Reading,
    Span,
    Speaker,
    derive,
    digest_of,
)


def make_page(text: str, url: str = "https://paper.example/a") -> Page:
    return Page(url=url, body=text.encode(), content_type="text/plain; charset=utf-8", via="test")


def make_article(
    text: str, url: str = "https://paper.example/a", outlet: str = "The Paper", published: str | None = "2031-05-04"
) -> Article:
    page = make_page(text, url)
    digest = digest_of(text.encode())
    return Article(
        id=derive("r", page.id, digest), page=page.id, url=url, text=text, digest=digest, host="paper.example",
        blocks=(Block(kind="body", span=Span(0, len(text))),), outlet=outlet, published=published, language="en",
    )  # fmt: skip


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def make_claim(
    article: Article,
    content: str,
    speaker: str | None = None,
    quantities: tuple[str, ...] = (),
    status: str = "asserted",
) -> Claim:
    span = span_of(article.text, content)
    who = Speaker(name=speaker, kind="person", entity=speaker.lower()) if speaker else None
    outlet = article.outlet or "this page"
    return Claim(
        id=derive("c", article.id, span.start, span.end), article=article.id, content=(span,), kind="indirect" if who else "unattributed",
        hops=(Hop(giver=speaker or outlet, taker=outlet, kind="speaks"),), status=status, speaker=who, quantities=quantities,  # type: ignore[arg-type]
    )  # fmt: skip


def make_reading(
    text: str = "Mayor Ilse Brandt said 12 people were killed.",
    url: str = "https://paper.example/a",
    number: str = "12",
    speaker: str | None = "Ilse Brandt",
    published: str | None = "2031-05-04",
    deed: str = "killed",
) -> tuple[Page, Reading]:
    page, article = make_page(text, url), make_article(text, url, published=published)
    span = span_of(text, number)
    value = Decimal(number)
    quantity = Quantity(
        id=derive("q", article.id, span.start, span.end), span=span, low=value, high=value, counted="people"
    )
    claim = make_claim(article, f"{number} people were {deed}", speaker, (quantity.id,))
    return page, Reading(page=page.id, article=article, quantities=(quantity,), claims=(claim,))
