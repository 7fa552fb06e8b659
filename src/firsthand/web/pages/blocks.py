"""A figure series as pages show it: its chart, its origins folded, their releases, and the pages that carry them."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from firsthand.brief import (
    STANDINGS,
    Against,
    Extras,
    Mark,
    Newest,
    Stance,
    Tally,
    draw,
    first_of,
    first_stamp,
    fold_against,
    marks_of,
    newest,
    stances,
    superseded,
    wholes,
)
from firsthand.ledger import Ledger
from firsthand.records import MADE_FROM, NO_GIVER, Chart, FigureRow, Judgement, Release, Series

_DENYING = ("denies", "disputes")
_DENIALS = 6  # shown of a figure


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldedOrigin:
    """An asserter with all releases that go back to it and the statements that carry them."""

    id: str
    asserter: str | None
    established: bool
    releases: tuple[Release, ...]
    statements: tuple[FigureRow, ...]
    pages: int

    @property
    def giver(self) -> str:
        """Gives who gave it, for a reader."""
        return self.asserter or NO_GIVER

    @property
    def spellings(self) -> tuple[str, ...]:
        """Gives the different ways in which the pages word it, the commonest first."""
        words = Counter(f"{row.words} {row.counted or ''}".strip() for row in self.statements)
        return tuple(sorted(words, key=lambda w: (-words[w], w)))


@dataclass(frozen=True, kw_only=True)
class Block:
    """A series with its chart (drawn when it is asked for) and its folded origins; `stances` says of a release what it is to which others, `wholes` of which it is a part.

    `stamps` holds when each release was first published, as the page states it; `denials` statements that pages set against a figure and that give none themselves.
    """

    series: Series
    extras: Extras
    releases: tuple[Release, ...]
    rows: tuple[FigureRow, ...]
    origins: tuple[FoldedOrigin, ...]
    stances: dict[str, tuple[Stance, ...]]
    wholes: dict[str, Release]
    stamps: dict[str, str | None]
    newest: Newest
    denials: tuple[Against, ...]
    pages: int

    @property
    def label(self) -> str:
        return self.series.label or self.series.counted

    @cached_property
    def tally(self) -> Tally:
        return Tally.of(self.releases)

    @property
    def first(self) -> Release:
        return first_of(self.releases, self.wholes)

    @cached_property
    def chart(self) -> Chart:
        return draw(self.series, self.releases, self.extras)

    @property
    def marks(self) -> tuple[Mark, ...]:
        return marks_of(self.releases, self.extras)

    @property
    def data(self) -> str:
        """Gives the marks of the chart for the script that draws it anew, as JSON."""
        return json.dumps(
            [asdict(mark) | {"href": f"/claim/{mark.claim}"} for mark in self.marks],
            separators=(",", ":"),
            ensure_ascii=False,
        )

    @property
    def disputes(self) -> list[tuple[Release, Release]]:
        """Gives every two releases that stand against each other, those of the newest first."""
        pairs = {
            frozenset((release.id, other.id)): (release, other)
            for release in self.releases
            for stance in self.stances.get(release.id, ())
            if stance.word == "disputed"
            for other in stance.others
        }
        lead = self.newest.release.id
        return sorted(pairs.values(), key=lambda pair: lead not in {each.id for each in pair})

    @property
    def by_each(self) -> list[Release]:
        """Gives the newest value of each who is named, the lowest first; parts of others are nobody's value."""
        published = {row.article: row.published for row in self.rows}
        own: defaultdict[str, list[Release]] = defaultdict(list)
        for release in self.releases:
            if release.established and release.asserter and release.id not in self.wholes and not release.told_again:
                own[release.asserter].append(release)
        found = [newest(given, published).release for given in own.values()]
        return sorted(found, key=lambda release: (float(release.low), release.id))

    def carried(self, release: Release) -> list[FigureRow]:
        """Gives the statements of a release, that nearest to who gave it first."""
        place = {key: number for number, key in enumerate(release.figures)}
        own = [row for row in self.rows if row.release == release.id]
        return sorted(own, key=lambda row: (place.get((row.claim, row.quantity), len(place)), row.claim, row.quantity))


def by_weight(ledger: Ledger, identities: Collection[str]) -> list[Series]:
    """Gives these series, those on which most hangs first."""
    return ledger.views(Series, only=identities)


def denials_in(ledger: Ledger) -> list[Judgement]:
    """Gives the judgements by which one claim denies or disputes another; read once for all blocks of a page."""
    return ledger.judgements(about="claim", relation=_DENYING)


def block_of(
    ledger: Ledger, series: Series, denials: Sequence[Judgement] = (), published: Mapping[str, str | None] | None = None
) -> Block:
    """Gives a series with everything its pages show. `published` says when articles were published, where the page knows it already."""
    releases = {identity: ledger.view(Release, identity) for identity in series.releases}
    rows = tuple(ledger.figures(series=series.id))
    relations = (*STANDINGS, "part of")
    judged = [j for identity in releases for j in ledger.judgements(about="origin", identity=identity, relation=relations)]  # fmt: skip
    told, parts = stances(judged, releases), wholes(judged, releases)
    if published is None:
        published = {facts.id: facts.published for facts in ledger.articles(only={row.article for row in rows})}
    stamps = {identity: first_stamp(release, published) for identity, release in releases.items()}
    apart = {*parts, *superseded(judged)}
    latest = newest([each for each in releases.values() if each.id not in apart] or list(releases.values()), published)
    extras = Extras(
        relations={identity: [s.text for s in own] for identity, own in told.items()}, stamps=stamps, wholes=parts, newest=latest.release.id,
    )  # fmt: skip
    return Block(
        series=series, releases=tuple(releases.values()), rows=rows, stances=told, wholes=parts, stamps=stamps, newest=latest,
        extras=extras,
        origins=_origins(tuple(releases.values()), rows), denials=_denials(ledger, releases, denials),
        pages=len({row.article for row in rows}),
    )  # fmt: skip


def _denials(ledger: Ledger, releases: Mapping[str, Release], denials: Sequence[Judgement]) -> tuple[Against, ...]:
    """Gives the statements set against these releases by those who give no figure of their own there, once for each who makes one."""
    held = {claim for release in releases.values() for claim, _ in release.figures}
    return against_in(ledger, [j for j in denials if j.object in held and j.subject not in held])[:_DENIALS]


def against_in(ledger: Ledger, judgements: Sequence[Judgement]) -> tuple[Against, ...]:
    """Gives the statements that these judgements about claims set against others, once for each who makes them."""
    rows = {i: ledger.claim_row(i) for i in sorted({i for j in judgements for i in (j.subject, j.object)})}
    articles = {rows[j.subject].article for j in judgements}
    made = ledger.judgements(about="page", relation=MADE_FROM, subjects=articles) if articles else []
    return fold_against(judgements, rows, {j.subject for j in made})


def _origins(releases: Sequence[Release], rows: Sequence[FigureRow]) -> tuple[FoldedOrigin, ...]:
    """Gives the origins in the order of their first release; each row is looked at once, however many origins there are."""
    carried: defaultdict[str, list[FigureRow]] = defaultdict(list)
    origin_of = {release.id: release.origin for release in releases}
    for row in rows:
        if row.release in origin_of:
            carried[origin_of[row.release]].append(row)
    return tuple(_folded([r for r in releases if r.origin == identity], carried[identity]) for identity in dict.fromkeys(origin_of.values()))  # fmt: skip


def _folded(own: Sequence[Release], statements: Sequence[FigureRow]) -> FoldedOrigin:
    lead = next((release for release in own if release.established), own[0])
    return FoldedOrigin(
        id=lead.origin, asserter=lead.asserter, established=lead.established, releases=tuple(own), statements=tuple(statements),
        pages=len({row.article for row in statements}),
    )  # fmt: skip


def pairs_of(ledger: Ledger, releases: Sequence[Release]) -> list[dict[str, Any]]:
    """Gives every judged pair of these releases: the machine's answer, and beside it the person's where there is one."""
    by_id = {release.id: release for release in releases}
    said = ledger.related()
    holder = {quantity: release.id for release in releases for _, quantity in release.figures}
    answers = {}
    for signed in said:
        one, other = (holder.get(quantity) for quantity in signed.record.key.split())
        if one and other and one != other:
            answers[frozenset((one, other))] = signed
    judged = {j.id: j for identity in by_id for j in ledger.judgements(about="origin", identity=identity)}
    found = [
        {
            "judgement": j, "left": by_id[j.subject], "right": by_id[j.object],
            "person": answers.get(frozenset((j.subject, j.object))),
        }
        for j in judged.values()
        if j.subject in by_id and j.object in by_id
    ]  # fmt: skip
    return sorted(found, key=lambda pair: (pair["judgement"].relation, pair["judgement"].id))
