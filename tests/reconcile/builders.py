"""Small builders of readings for these tests: text in, records out, with claims and quantities marked by their words."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

from firsthand.records import (
    Article,
    Block,
    Claim,
    Hop,
    Quantity,
    QuantityRelation,
    Reading,
    Span,
    Speaker,
    derive,
    digest_of,
)
from firsthand.text.numbers import read_numeral


def make_article(
    text: str,
    *,
    url: str = "",
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    **fields: object,
) -> Article:
    """Gives an article of one body block."""
    digest = digest_of(text.encode())
    page = derive("p", url, digest)
    return Article(
        id=derive("r", page, digest), page=page, url=url, text=text, digest=digest, title=title, published=published,
        outlet=outlet or re.sub(r"^https?://(www\.)?|/.*", "", url) or None, blocks=(Block(kind="body", span=Span(0, len(text))),),
        **fields,  # type: ignore[arg-type]
    )  # fmt: skip


def span_of(text: str, words: str) -> Span:
    """Gives the first place where words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def make_quantity(article: Article, number: str, **fields: object) -> Quantity:
    """Gives the quantity of a number as written."""
    span = span_of(article.text, number)
    value = read_numeral(number)
    assert value is not None, number
    values = {"low": Decimal(value), "high": Decimal(value)} | fields
    return Quantity(id=derive("q", article.id, span.start, span.end), span=span, **values)  # type: ignore[arg-type]


def make_claim(
    article: Article, words: str, *, speaker: str | None = None, quantities: tuple[Quantity, ...] = (), status: str = "asserted",
    entity: str | None = None, via: tuple[str, ...] = (), **fields: object,
) -> Claim:  # fmt: skip
    """Gives a claim whose content is `words`, with a chain from the speaker over `via` to the page's outlet."""
    span = span_of(article.text, words)
    here = article.outlet or "this page"
    names = [*([speaker] if speaker else []), *via, here]
    hops = tuple(Hop(giver=a, taker=b, kind="relays") for a, b in itertools.pairwise(names)) or (
        Hop(giver=here, taker="this page", kind="states in", basis="page"),
    )
    who = Speaker(name=speaker, kind="person", entity=entity) if speaker else None
    return Claim(
        id=derive("c", article.id, span.start, span.end, speaker), article=article.id, content=(span,), kind="indirect",
        hops=hops, status=status, speaker=who, quantities=tuple(q.id for q in quantities), **fields,  # type: ignore[arg-type]
    )  # fmt: skip


def make_reading(
    article: Article,
    claims: tuple[Claim, ...] = (),
    quantities: tuple[Quantity, ...] = (),
    relations: tuple[QuantityRelation, ...] = (),
) -> Reading:
    """Gives a reading of an article."""
    return Reading(
        page=article.page, article=article, claims=claims, quantities=quantities, quantity_relations=relations
    )


def make_report(
    text: str, *, url: str, published: str | None = None, speaker: str | None = None, numbers: tuple[str, ...] = (), counted: str = "people",
    title: str | None = None, entity: str | None = None, via: tuple[str, ...] = (), **fields: object,
) -> Reading:  # fmt: skip
    """Gives the reading of a page whose first sentence is one claim by one speaker, holding these numbers."""
    article = make_article(text, url=url, published=published, title=title)
    quantities = tuple(make_quantity(article, n, counted=counted, **fields) for n in numbers)
    first = text.split("\n\n")[0]
    claim = make_claim(article, first, speaker=speaker, quantities=quantities, entity=entity, via=via)
    return make_reading(article, (claim,), quantities)
