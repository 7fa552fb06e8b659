"""Readings of a large made-up case for measuring settling: thousands of events, each with its own words, as news of different matters has.

Every event takes some pages: a wire's report, its copies, rewrites, updates of later days, and a rival's count. Its names and some of its words
are its own, made of syllables; the rest are English words, of which each event has its share, as a page has about a dozen rare words. Each page
also names one of a few countries that very many pages name.
One event in four counts the killed, the others things of their own.
Nothing is random and no clock is read: the same number gives the same page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import count, islice
from pathlib import Path
from typing import Literal

from firsthand.reconcile import rarity
from firsthand.reconcile.replies import Passage, read_reply
from firsthand.records import Article, Block, Claim, Hop, Page, Quantity, Reading, Span, Speaker, derive, digest_of

Part = Literal["wire", "copy", "rewrite", "update", "rival"]
ROUND: tuple[Part, ...] = ("wire", "copy", "rewrite", "copy", "rival", "rewrite", "update", "copy")
SIZES = (8, 5, 12, 3, 16, 8, 24, 6)  # pages an event, in turn: ten on average
SYLLABLES = (
    "bar",
    "den",
    "fil",
    "gor",
    "hul",
    "jam",
    "kes",
    "lum",
    "mir",
    "nov",
    "pol",
    "rud",
    "sev",
    "tam",
    "vor",
    "zet",
)
ENDINGS = ("a", "en", "or", "ik", "um", "esk", "olt", "ard")
OUTLETS = 900
RARE = 12  # of an event's words, made up; the others are English
WORDS = 60
COUNTRIES = 12
FIRST_DAY = date(2031, 1, 1)
EVENTS_A_DAY = 9
SENTENCES = 8


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its number, its names, the words that tell of it, and the first counts."""

    number: int
    names: tuple[str, ...]
    words: tuple[str, ...]
    killed: int
    injured: int

    @property
    def day(self) -> date:
        return FIRST_DAY + timedelta(days=self.number // EVENTS_A_DAY)


def draw(limit: int, *key: object) -> int:
    """Gives the number below a limit that a key always falls on."""
    return int(derive("", *key)[:12], 16) % limit


def word(*key: object) -> str:
    """Gives an invented word of four or five syllables, so that two events hardly ever share one."""
    seed = int(derive("", *key), 16)
    parts = [SYLLABLES[seed >> (4 * n) & 15] for n in range(3 + (seed >> 20) % 2)]
    return "".join(parts) + ENDINGS[seed >> 24 & 7]


@lru_cache(maxsize=1)
def english() -> tuple[str, ...]:
    """Gives stems of English words that are neither everywhere nor rare, nor answer anything."""
    lines = Path(rarity.__file__).with_name("rarity.txt").read_text(encoding="ascii").splitlines()
    found = (stem for line in lines[1:3] for stem in line.split() if len(stem) >= 5)
    return tuple(
        stem for stem in found if read_reply(Passage(text=f"the {stem} of", start=0, end=len(stem) + 7)) is None
    )


def common(*key: object) -> str:
    """Gives a word of the stock."""
    return english()[draw(len(english()), *key)]


@lru_cache(maxsize=64)
def event(number: int) -> Event:
    """Gives an event by its number."""
    names = tuple(word("name", number, n).capitalize() for n in range(9))
    return Event(
        number=number, names=names, words=tuple(word("word", number, n) if n < RARE else common("word", number, n) for n in range(WORDS)), killed=21 + draw(870, "killed", number),
        injured=1000 + draw(8000, "injured", number),
    )  # fmt: skip


def pages(articles: int) -> Iterator[tuple[Page, Reading]]:
    """Yields so many pages, event by event."""
    return islice((write(e, n) for e in count() for n in range(SIZES[e % len(SIZES)])), articles)


def write(number: int, place: int) -> tuple[Page, Reading]:
    """Gives one page of an event with its reading: the wire's text, the same with another headline and cut, told anew, or with new counts."""
    about, part = event(number), ROUND[place % len(ROUND)]
    day = about.day + timedelta(days=place // 4)
    wire = f"{word('wire', number % 7).capitalize()} Wire"
    outlet = wire if part in ("wire", "update") else f"{word('outlet', draw(OUTLETS, number, place)).capitalize()} Post"
    step = place // len(ROUND) * 2 + (part == "update")
    version = "wire" if part == "copy" else f"{part} {step}" if part != "wire" else "wire"
    killed, injured = about.killed + 13 * step + (90 if part == "rival" else 0), about.injured + 111 * step
    speaker = f"{about.names[1]} {about.names[2 if part != 'rival' else 3]}"
    told = sentences(about, version, step if part != "copy" else 0)
    counted = (
        ("people were killed", "injured") if number % 4 == 0 else (f"{about.words[0]}s were lost", f"{about.words[1]}s")
    )
    lead = f"{killed} {counted[0]} and {injured} {counted[1]} at {about.names[0]}, {speaker} said."
    kept = told[: SENTENCES - place % 5] if part == "copy" else told
    head = (
        f"{about.names[0]} counts its dead"
        if part != "copy"
        else f"{about.words[place % 60].capitalize()} at {about.names[0]}"
    )
    return reading_of(
        (head, lead, *kept),
        outlet,
        f"https://{outlet.split()[0].lower()}.example/{number}/{place}",
        day,
        speaker,
        {killed: counted[0].split()[0], injured: counted[1]},
    )


@lru_cache(maxsize=256)
def sentences(about: Event, version: str, step: int) -> tuple[str, ...]:
    """Gives the sentences of one way of telling an event."""
    found = []
    for n in range(SENTENCES):
        mine = [about.words[draw(60, about.number, version, n, k)] for k in range(9)]
        shared = [common(about.number, version, n, k) for k in range(6)]
        who = f"{about.names[draw(9, about.number, n)]} {about.names[draw(9, about.number, n, 2)]}"
        where = word("country", draw(COUNTRIES, about.number)).capitalize() if about.number % 4 else about.names[0]
        found.append(
            f"The {mine[0]} {shared[0]} of {who} {mine[1]} the {shared[1]} {mine[2]} near {where}, {mine[3]} {shared[2]} and {mine[4]} "
            f"{shared[3]} {mine[5]} with {2 + draw(90_000, about.number, n) + step} {mine[6]} {shared[4]} that {mine[7]} {shared[5]} {mine[8]}."
        )  # fmt: skip
    return tuple(found)


def reading_of(
    lines: tuple[str, ...], outlet: str, url: str, day: date, speaker: str, counts: dict[int, str]
) -> tuple[Page, Reading]:
    """Gives the page and what is read of it: one claim a sentence, the first by the speaker, with the two counts."""
    text = "\n\n".join(lines)
    body = text.encode()
    page = Page(url=url, body=body, content_type="text/plain; charset=utf-8", via="synthetic")
    spans = []
    for line in lines:
        start = spans[-1].end + 2 if spans else 0
        spans.append(Span(start, start + len(line)))
    article = Article(
        id=derive("r", page.id, page.digest), page=page.id, url=url, text=text, digest=digest_of(body), outlet=outlet, host=url.split("/")[2],
        blocks=tuple(Block(kind="headline" if n == 0 else "body", span=span) for n, span in enumerate(spans)), title=lines[0],
        published=day.isoformat(), language="en", extractor="synthetic",
    )  # fmt: skip
    quantities = tuple(quantity(article, value, counted, spans[1]) for value, counted in counts.items())
    claims = tuple(
        claim(article, span, outlet, speaker if n == 1 else None, quantities if n == 1 else ())
        for n, span in enumerate(spans)
    )
    return page, Reading(page=page.id, article=article, quantities=quantities, claims=claims)


def quantity(article: Article, value: int, counted: str, within: Span) -> Quantity:
    start = article.text.index(str(value), within.start)
    end = start + len(str(value))
    return Quantity(
        id=derive("q", article.id, start, end),
        span=Span(start, end),
        low=Decimal(value),
        high=Decimal(value),
        counted=counted,
        rule="synthetic",
    )


def claim(article: Article, span: Span, outlet: str, speaker: str | None, quantities: tuple[Quantity, ...]) -> Claim:
    first = speaker or outlet
    return Claim(
        id=derive("c", article.id, span.start, span.end), article=article.id, content=(span,), kind="indirect" if speaker else "unattributed",
        hops=(Hop(giver=first, taker=outlet, kind="speaks"),), status="asserted", status_rule="plain", quantities=tuple(q.id for q in quantities),
        speaker=Speaker(name=speaker, kind="person", entity=speaker.lower()) if speaker else None,
    )  # fmt: skip
