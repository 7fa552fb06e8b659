"""Settling of the synthetic case: releases, origins, series, stories and judgements, made in code from what its pages carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from typing import Literal

from benchmarks.words import COUNTED, HAZARDS, PLACES
from firsthand.records import (
    Article,
    FigureRow,
    Judgement,
    Origin,
    Page,
    Reading,
    Release,
    Series,
    Settlement,
    Story,
    derive,
)

Part = Literal["wire", "copy", "rewrite", "cites", "rival", "colour"]
FIRST_DAY = date(2031, 1, 1)
COMES_FROM = {
    "wire": "update of", "copy": "copy", "rewrite": "rewrite", "cites": "cites", "rival": "same occasion", "colour": "unknown",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """One body's count of one thing on one day of an event: what a release is made of."""

    event: int
    body: str
    counted: str
    day: int
    value: int

    @property
    def release(self) -> str:
        return derive("o", "synthetic", self.event, self.body, self.counted, self.day)

    @property
    def origin(self) -> str:
        return derive("g", "synthetic", self.event, self.body, self.counted)

    @property
    def series(self) -> str:
        return derive("s", "synthetic", self.event, self.counted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A page with its reading, its figure rows, and the tolls that it carries as (toll, claim id, quantity id)."""

    page: Page
    reading: Reading
    rows: tuple[FigureRow, ...]
    carried: tuple[tuple[Toll, str, str], ...]
    event: int
    part: Part
    day: int

    @property
    def article(self) -> Article:
        assert self.reading.article is not None
        return self.reading.article


@dataclass(slots=True)
class Case:
    """What has been written so far, as settling needs it."""

    rows: list[FigureRow] = field(default_factory=list)
    figures: dict[Toll, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    articles: dict[Toll, list[str]] = field(default_factory=lambda: defaultdict(list))
    stories: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    wires: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    judgements: list[Judgement] = field(default_factory=list)


def published(event: int, day: int) -> str:
    """Gives the day on which an event's page appears."""
    return (FIRST_DAY + timedelta(days=event % 1000 + day)).isoformat()


def take_in(case: Case, written: Written) -> None:
    """Adds a page to what is settled: its rows, releases, story, and where it comes from."""
    case.rows += written.rows
    case.stories[written.event].append(written.article.id)
    for toll, claim, quantity in written.carried:
        case.figures[toll].append((claim, quantity))
        case.articles[toll].append(written.article.id)
    wires = case.wires[written.event]
    if wires:
        case.judgements.append(
            Judgement(
                about="page",
                subject=written.article.id,
                object=wires[-1],
                relation=COMES_FROM[written.part],
                reasons=("as made up",),
            )
        )
    if written.part == "wire":
        wires.append(written.article.id)


def settlement(case: Case) -> Settlement:
    """Gives the views over everything noted."""
    by_series, by_origin = defaultdict(list), defaultdict(list)
    for toll in sorted(case.figures, key=lambda t: (t.event, t.counted, t.day, t.body)):
        by_series[toll.series].append(toll)
        by_origin[toll.origin].append(toll)
    judgements = [*case.judgements, *(j for tolls in by_series.values() for j in relate(tolls))]
    return Settlement(
        judgements=tuple(judgements), releases=tuple(make_release(case, t) for tolls in by_series.values() for t in tolls),
        origins=tuple(make_origin(case, identity, tolls) for identity, tolls in by_origin.items()),
        series=tuple(make_series(identity, tolls) for identity, tolls in by_series.items()),
        stories=tuple(make_story(event, articles, by_series) for event, articles in case.stories.items()),
    )  # fmt: skip


def relate(tolls: Sequence[Toll]) -> Iterator[Judgement]:
    """Yields what the releases of a series are to one another: every pair's independence, updates of one body, disputes of one day."""
    latest: dict[str, Toll] = {}
    for later in tolls:
        if (earlier := latest.get(later.body)) is not None:
            yield judge(later, earlier, "updates", "the same body, a later day")
        latest[later.body] = later
    for one, other in combinations(tolls, 2):
        if one.body == other.body:
            yield judge(one, other, "same origin", "one asserter")
            continue
        yield judge(one, other, "independent" if one.event % 3 == 0 else "not established", "two bodies")
        if one.day == other.day:
            yield judge(other, one, "disputes", "two counts of one day")


def judge(subject: Toll, other: Toll, relation: str, reason: str) -> Judgement:
    """Gives the judgement that relates two releases."""
    return Judgement(
        about="origin",
        subject=subject.release,
        object=other.release,
        relation=relation,
        reasons=(reason,),
        checked=("asserters", "days"),
    )


def make_release(case: Case, toll: Toll) -> Release:
    day = published(toll.event, toll.day)
    return Release(
        id=toll.release, asserter=toll.body, entity=toll.body.lower(), established=True, origin=toll.origin, series=toll.series,
        figures=tuple(case.figures[toll]), low=str(toll.value), high=str(toll.value), comparator=None, counted=toll.counted,
        place=PLACES[toll.event % len(PLACES)], as_of=day, first_published=day, articles=tuple(sorted(case.articles[toll])), reasons=("as made up",),
    )  # fmt: skip


def make_origin(case: Case, identity: str, tolls: Sequence[Toll]) -> Origin:
    articles = {article for toll in tolls for article in case.articles[toll]}
    return Origin(
        id=identity,
        asserter=tolls[0].body,
        established=True,
        releases=tuple(t.release for t in tolls),
        articles=tuple(sorted(articles)),
    )


def make_series(identity: str, tolls: Sequence[Toll]) -> Series:
    place = PLACES[tolls[0].event % len(PLACES)]
    return Series(
        id=identity,
        counted=tolls[0].counted,
        place=place,
        releases=tuple(t.release for t in tolls),
        label=f"{tolls[0].counted}, {place}",
    )


def make_story(event: int, articles: Sequence[str], series: dict[str, list[Toll]]) -> Story:
    mine = [derive("s", "synthetic", event, counted) for counted in COUNTED]
    label = f"{PLACES[event % len(PLACES)]} {HAZARDS[event % len(HAZARDS)]}"
    return Story(
        id=derive("y", "synthetic", event),
        label=label,
        articles=tuple(articles),
        series=tuple(s for s in mine if s in series),
    )
