"""The line from text to claims, built once for all tests of this room."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from firsthand.annotate.attribution import AttributionTagger
from firsthand.annotate.giver import GiverFinder
from firsthand.annotate.quantity import find_quantities
from firsthand.annotate.status import find_status
from firsthand.annotate.timex import find_timexes
from firsthand.claims import assemble
from firsthand.parse import Parser
from firsthand.records import (
    Annotations,
    Article,
    Attribution,
    Block,
    Claim,
    Document,
    Omission,
    Span,
    derive,
    digest_of,
)

Read = Callable[..., tuple[Document, tuple[Claim, ...], tuple[Attribution, ...], tuple[Omission, ...]]]


def article_of(
    text: str, outlet: str | None = "Lakeside Courier", original: str | None = None, byline: str | None = None
) -> Article:
    """Gives an article with one block a paragraph, the first a headline if it has no final stop and is not the only one."""
    blocks, at = [], 0
    paragraphs = text.split("\n\n")
    for i, words in enumerate(paragraphs):
        headline = i == 0 and len(paragraphs) > 1 and words.rstrip("’”\"'")[-1] not in ".!?"
        blocks.append(Block(kind="headline" if headline else "body", span=Span(at, at + len(words))))
        at += len(words) + 2
    digest = digest_of(text.encode())
    return Article(
        id=derive("r", digest), page=derive("p", digest), url="", text=text, digest=digest, blocks=tuple(blocks), outlet=outlet,
        original_source=original, byline=byline, language="en",
    )  # fmt: skip


@pytest.fixture(scope="session")
def read() -> Read:
    parser, tagger, givers = Parser.load(), AttributionTagger.load(), GiverFinder.load()

    def reading(
        text: str, **options: str | None
    ) -> tuple[Document, tuple[Claim, ...], tuple[Attribution, ...], tuple[Omission, ...]]:
        document = parser(article_of(text, **options))
        quantities = find_quantities(document)
        notes = Annotations(
            attributions=tagger(document), status_cues=find_status(document), quantities=quantities, timexes=find_timexes(document),
            giver_marks=givers(document, quantities),
        )  # fmt: skip
        return document, *assemble(document, notes)

    return reading
