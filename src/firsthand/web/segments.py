"""An article's text cut where annotations begin and end, so that nested and overlapping spans can be shown without breaking words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from firsthand.records import Reading, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text under the same annotations. `marks` are their kinds, `claims` the claims whose content it is, `anchor` the claim that begins here, `start` its place in the article,
    `taken` the pages it was copied from."""

    text: str
    start: int
    marks: tuple[str, ...]
    claims: tuple[str, ...]
    anchor: str | None = None
    taken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBlock:
    """A block of the article as segments."""

    kind: str
    segments: tuple[Segment, ...]


def show(
    reading: Reading, *, only: str | None = None, taken: Sequence[tuple[str, Span]] = ()
) -> tuple[ShownBlock, ...]:
    """Gives the article's blocks cut into segments; their texts joined are the block's text, verbatim.

    `only` marks one claim and its figures; `taken` are stretches with the page each was copied from.
    """
    article = reading.article
    assert article is not None
    if only is not None:
        claims = tuple(claim for claim in reading.claims if claim.id == only)
        own = {quantity for claim in claims for quantity in claim.quantities}
        reading = replace(
            reading, claims=claims, quantities=tuple(q for q in reading.quantities if q.id in own), timexes=()
        )
    layers = list(_layers(reading))
    spans = [(claim.id, span) for claim in reading.claims for span in claim.content]
    firsts: dict[int, str] = {}
    for claim in sorted(reading.claims, key=lambda c: (c.content[0].start, c.id)):
        firsts.setdefault(claim.content[0].start, claim.id)
    return tuple(
        ShownBlock(kind=block.kind, segments=tuple(_cut(article.text, block.span, layers, spans, firsts, taken)))
        for block in article.blocks
    )


def _layers(reading: Reading) -> Iterable[tuple[str, Span]]:
    for claim in reading.claims:
        yield from (("source", span) for span in claim.source)
        yield from (("cue", span) for span in claim.cue)
        if claim.speaker is not None:
            yield from (("content", span) for span in claim.content)
        else:
            yield from (("voice", span) for span in claim.content)
    yield from (("figure", quantity.span) for quantity in reading.quantities)
    yield from (("time", timex.span) for timex in reading.timexes)


def _cut(
    text: str, block: Span, layers: list[tuple[str, Span]], claims: list[tuple[str, Span]], firsts: dict[int, str],
    taken: Sequence[tuple[str, Span]],
) -> Iterable[Segment]:  # fmt: skip
    inside = [(kind, span) for kind, span in layers if span.overlaps(block)]
    own = [(claim, span) for claim, span in claims if span.overlaps(block)]
    copied = [(page, span) for page, span in taken if span.overlaps(block)]
    edges = {block.start, block.end}
    for _, span in [*inside, *own, *copied]:
        edges.update(edge for edge in (span.start, span.end) if block.start < edge < block.end)
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        marks = tuple(dict.fromkeys(kind for kind, span in inside if span.start <= start and end <= span.end))
        held = tuple(dict.fromkeys(claim for claim, span in own if span.start <= start and end <= span.end))
        pages = tuple(dict.fromkeys(page for page, span in copied if span.start <= start and end <= span.end))
        yield Segment(
            text=text[start:end], start=start, marks=marks, claims=held, anchor=firsts.get(start), taken=pages
        )
