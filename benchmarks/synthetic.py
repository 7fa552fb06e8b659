"""A large made-up case, written straight into a ledger: for measuring and testing how the reading side grows, without reading pages.

    .venv/bin/python benchmarks/synthetic.py --articles 10000 --out big.db

Events of uneven size (the first takes a fiftieth of all articles) run through the same round of pages: a wire report with the day's toll,
its copies, rewrites and citations, a rival's count, and one page of colour. Nothing is random and no clock is read: the same number of
articles gives the same rows. Everything is invented.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import count, islice, pairwise
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.synthetic_settling import Case, Part, Toll, Written, published, settlement, take_in  # noqa: E402
from benchmarks.words import BODIES, COLOUR, COUNTED, HAZARDS, NAMES, OUTLETS, PLACES, RIVALS, ROLES, WIRES  # noqa: E402
from firsthand.ledger import Counts, Ledger  # noqa: E402
from firsthand.records import (  # noqa: E402
    Article,
    Attribution,
    Block,
    Claim,
    FigureRow,
    Hop,
    Page,
    Quantity,
    Reading,
    Run,
    Span,
    Speaker,
    derive,
    digest_of,
)

ROUND: tuple[Part, ...] = ("wire", "copy", "rewrite", "copy", "cites", "rival", "copy", "rewrite", "colour", "rewrite")
SIZES = (4, 6, 3, 8, 5, 12, 4, 20, 7, 31)  # articles an event, in turn: ten on average, a few run long
LARGEST = 50  # the first event holds one article in so many
CHUNK = 500  # articles a transaction
AT = "2035-01-01T00:00:00Z"
RUN = Run(id="run-synthetic", version="0", model_digests=(), settings=(("source", "synthetic"),), started_at=AT)
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence in pieces, (role, words), and the tolls whose numbers stand in its content; `speaker` is None in the writer's voice."""

    pieces: tuple[tuple[str, str], ...]
    speaker: str | None = None
    tolls: tuple[Toll, ...] = ()


def pick(options: Sequence[T], *key: object) -> T:
    """Gives the option that a key always falls on."""
    return options[int(derive("", *key), 16) % len(options)]


# -- pages --------------------------------------------------------------------------------------------------------


def pages(articles: int) -> Iterator[Written]:
    """Yields so many pages, event by event."""
    return islice((page for event in count() for page in pages_of(event, articles)), articles)


def pages_of(event: int, articles: int) -> Iterator[Written]:
    """Yields the pages of one event in the order of their days."""
    size = max(10, articles // LARGEST) if event == 0 else SIZES[event % len(SIZES)]
    for number in range(size):
        yield write(event, number // len(ROUND), ROUND[number % len(ROUND)], number)


def write(event: int, day: int, part: Part, number: int) -> Written:
    """Gives one page: its lines laid out as paragraphs, and everything that is read out of them."""
    lines = lines_of(event, day, part, number)
    wire = WIRES[event % len(WIRES)]
    outlet = wire if part == "wire" else pick(OUTLETS, "outlet", event, number)
    text, places = lay_out(lines)
    article, page = make_article(
        text,
        places,
        outlet,
        f"https://{outlet.lower().replace(' ', '-')}.example/{event}/{number}",
        published(event, day),
    )
    hops = (outlet,) if part in ("wire", "rival", "colour") else (wire, outlet)
    claims, attributions, quantities, carried = read_lines(article, lines, places, hops)
    rows = tuple(figure_row(article, claims[c], quantities[q], toll) for toll, c, q in carried)
    reading = Reading(
        page=page.id,
        article=article,
        attributions=attributions,
        quantities=tuple(quantities.values()),
        claims=tuple(claims.values()),
    )
    return Written(page=page, reading=reading, rows=rows, carried=carried, event=event, part=part, day=day)


def toll(event: int, day: int, counted: str, body: str) -> Toll:
    """Gives a body's count: it grows by the day, and a rival's is higher."""
    base = int(derive("", "toll", event, counted)[:4], 16) % 900 + 12
    value = base + day * (7 + event % 5) + (base // 3 + 5 if body in RIVALS else 0)
    return Toll(event=event, body=body, counted=counted, day=day, value=value)


def lines_of(event: int, day: int, part: Part, number: int) -> tuple[Line, ...]:
    """Gives a page's sentences: a headline, what the body says, and the page's own narration."""
    place, hazard = PLACES[event % len(PLACES)], HAZARDS[event % len(HAZARDS)]
    body = RIVALS[event % len(RIVALS)] if part == "rival" else BODIES[event % len(BODIES)]
    filler = tuple(
        Line(
            pieces=(
                (
                    "content",
                    pick(COLOUR, "colour", event, number, n).format(
                        place=place, hazard=hazard, name=pick(NAMES, event, n)
                    ),
                ),
                ("", "."),
            )
        )
        for n in range(14)
    )
    head = Line(pieces=(("content", f"{place} {hazard}: what is known on day {day + 1}"),))
    if part == "colour":
        return (head, *filler)
    counts = tuple(toll(event, day, counted, body) for counted in COUNTED)
    return (
        head,
        stated(part, body, place, hazard, counts),
        *filler[:7],
        quoted(event, day, body, place, hazard),
        *filler[7:],
    )


def stated(part: Part, body: str, place: str, hazard: str, counts: tuple[Toll, ...]) -> Line:
    """Gives the sentence with the tolls; a rewrite turns it round."""
    numbers = " and ".join(f"{t.value:,} {t.counted}" for t in counts)
    if part in ("rewrite", "cites"):
        pieces = (
            ("cue", "According to"),
            ("", " the "),
            ("source", body),
            ("", ", "),
            ("content", f"the {hazard} in {place} left {numbers}"),
            ("", "."),
        )
    else:
        pieces = (
            ("content", f"The {hazard} at {place} left {numbers}"),
            ("", ", the "),
            ("source", body),
            ("", " "),
            ("cue", "said"),
            ("", "."),
        )
    return Line(pieces=pieces, speaker=body, tolls=counts)


def quoted(event: int, day: int, body: str, place: str, hazard: str) -> Line:
    """Gives a quotation of somebody who speaks for the body."""
    name, words = (
        pick(NAMES, "speaker", event),
        pick(COLOUR, "quote", event, day).format(place=place, hazard=hazard, name=pick(NAMES, event)),
    )
    source = f"{name}, {pick(ROLES, event)} of the {body}"
    return Line(
        pieces=(("", "“"), ("content", words), ("", ",” "), ("source", source), ("", ", "), ("cue", "said"), ("", ".")),
        speaker=name,
    )


def lay_out(lines: Sequence[Line]) -> tuple[str, list[dict[str, Span]]]:
    """Gives the text, one paragraph a line, and for each line the spans of its roles; `line` is the whole."""
    text, places = "", []
    for line in lines:
        text += "\n\n" if text else ""
        start, spans = len(text), {}
        for role, words in line.pieces:
            if role:
                spans[role] = Span(len(text), len(text) + len(words))
            text += words
        places.append(spans | {"line": Span(start, len(text))})
    return text, places


def make_article(text: str, places: Sequence[dict[str, Span]], outlet: str, url: str, day: str) -> tuple[Article, Page]:
    """Gives the article and the page that it stands on."""
    body = text.encode()
    page = Page(url=url, body=body, content_type="text/plain; charset=utf-8", retrieved_at=AT, via="synthetic")
    blocks = tuple(Block(kind="headline" if n == 0 else "body", span=spans["line"]) for n, spans in enumerate(places))
    article = Article(
        id=derive("r", page.id, digest_of(body)), page=page.id, url=url, text=text, digest=digest_of(body), blocks=blocks, outlet=outlet,
        host=url.split("/")[2], title=blocks[0].span.of(text), published=day, language="en", extractor="synthetic",
    )  # fmt: skip
    return article, page


def read_lines(
    article: Article, lines: Sequence[Line], places: Sequence[dict[str, Span]], hands: Sequence[str]
) -> tuple[dict[str, Claim], tuple[Attribution, ...], dict[str, Quantity], tuple[tuple[Toll, str, str], ...]]:
    """Gives claims and quantities by id, attributions, and which toll stands in which claim."""
    claims: dict[str, Claim] = {}
    quantities: dict[str, Quantity] = {}
    attributions, carried = [], []
    for line, spans in zip(lines, places, strict=True):
        mine = [make_quantity(article, spans["content"], toll) for toll in line.tolls]
        note = attribute(article, spans) if line.speaker else None
        claim = make_claim(article, line, spans, note, tuple(q.id for q in mine), hands)
        claims[claim.id] = claim
        quantities |= {q.id: q for q in mine}
        attributions += [note] if note else []
        carried += [(toll, claim.id, q.id) for toll, q in zip(line.tolls, mine, strict=True)]
    return claims, tuple(attributions), quantities, tuple(carried)


def make_quantity(article: Article, content: Span, toll: Toll) -> Quantity:
    """Gives the toll as it stands in the sentence."""
    words = f"{toll.value:,}"
    start = article.text.index(f" {words} {toll.counted}", content.start) + 1
    value, noun = Decimal(toll.value), Span(start + len(words) + 1, start + len(words) + 1 + len(toll.counted))
    return Quantity(
        id=derive("q", article.id, start, start + len(words)), span=Span(start, start + len(words)), low=value, high=value,
        counted=toll.counted, counted_spans=(noun,), rule="synthetic",
    )  # fmt: skip


def attribute(article: Article, spans: dict[str, Span]) -> Attribution:
    """Gives source, cue and content of a said sentence."""
    source, cue, content = spans["source"], spans["cue"], spans["content"]
    quoted = article.text[content.start - 1 : content.start] == "“"
    return Attribution(
        id=derive("a", article.id, source, cue, content), source=(source,), cue=(cue,), content=(content,),
        kind="direct" if quoted else "indirect", rules=("synthetic",),
    )  # fmt: skip


def make_claim(
    article: Article,
    line: Line,
    spans: dict[str, Span],
    note: Attribution | None,
    quantities: tuple[str, ...],
    hands: Sequence[str],
) -> Claim:
    """Gives the claim of one sentence; its chain runs from the speaker, or the first outlet, through all hands."""
    content, first = spans["content"], line.speaker or hands[0]
    chain = (first, *hands) if line.speaker or len(hands) == 1 else tuple(hands)
    hops = tuple(
        Hop(giver=a, taker=b, kind="speaks" if n == 0 else "relays", spans=(spans["line"],))
        for n, (a, b) in enumerate(pairwise(chain))
    )
    entity = line.speaker.lower().replace(" ", "-") if line.speaker else None
    return Claim(
        id=derive("c", article.id, content.start, content.end), article=article.id, content=(content,),
        kind=("direct" if note.kind == "direct" else "indirect") if note else "headline" if content.start == 0 else "unattributed",
        hops=hops, status="asserted", source=note.source if note else (), cue=note.cue if note else (),
        speaker=Speaker(name=line.speaker, kind="body" if line.tolls else "person", entity=entity, spans=note.source) if line.speaker and note else None,
        quantities=quantities, attribution=note.id if note else None, status_rule="plain", rules=("synthetic",),
    )  # fmt: skip


def figure_row(article: Article, claim: Claim, quantity: Quantity, toll: Toll) -> FigureRow:
    """Gives the row that a reader sees."""
    span = quantity.span
    return FigureRow(
        page=article.url, article=article.id, claim=claim.id, quantity=quantity.id, start=span.start, end=span.end,
        words=span.of(article.text), low=str(toll.value), high=str(toll.value), modifier=None, unit=None, counted=toll.counted, kind=toll.counted,
        group=None, place=PLACES[toll.event % len(PLACES)], as_of=published(toll.event, toll.day), published=article.published, outlet=article.outlet,
        status=claim.status, asserter=toll.body, chain=claim.chain, release=toll.release, origin=toll.release, origin_group=toll.origin, series=toll.series,
    )  # fmt: skip


def build(path: Path, articles: int) -> Counts:
    """Writes the case into a new file, settled; gives what it holds."""
    case, source = Case(), pages(articles)
    with Ledger(path) as ledger:
        ledger.begin(RUN)
        while chunk := list(islice(source, CHUNK)):
            ledger.add_many(((written.page, written.reading) for written in chunk), RUN.id, AT)
            for written in chunk:
                take_in(case, written)
        ledger.store_settlement(settlement(case), case.rows, RUN.id, AT)
        return ledger.counts()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--out", type=Path, required=True, help="the case file to write; must not exist")
    args = parser.parse_args()
    if args.out.exists():
        parser.error(f"{args.out} exists: choose another name")
    print(build(args.out, args.articles))
    return 0


if __name__ == "__main__":
    sys.exit(main())
