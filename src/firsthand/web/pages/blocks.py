"""A figure series as pages show it: its chart, its origins folded, their releases, and the pages that carry them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from firsthand.brief import STANDINGS, draw, standings
from firsthand.ledger import Ledger
from firsthand.records import Chart, FigureRow, Release, Series


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
    def spellings(self) -> tuple[str, ...]:
        """Gives the different ways in which the pages word it, the commonest first."""
        words = Counter(f"{row.words} {row.counted or ''}".strip() for row in self.statements)
        return tuple(sorted(words, key=lambda w: (-words[w], w)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A series with its chart and its folded origins; `relations` says of a release what it is to the others."""

    series: Series
    chart: Chart
    releases: tuple[Release, ...]
    rows: tuple[FigureRow, ...]
    origins: tuple[FoldedOrigin, ...]
    relations: dict[str, tuple[str, ...]]
    pages: int

    @property
    def label(self) -> str:
        return self.series.label or self.series.counted

    @property
    def named(self) -> int:
        return sum(1 for origin in self.origins if origin.established)

    @property
    def open(self) -> int:
        return len(self.origins) - self.named

    @property
    def first(self) -> Release:
        return self.releases[0]

    @property
    def latest(self) -> Release:
        """Gives the newest release somebody named gave; of all, where nobody is named."""
        named = [r for r in self.releases if r.established and (r.as_of or r.first_published)]
        return max(named or self.releases, key=lambda r: (r.as_of or r.first_published or "", r.first_published or ""))


def by_weight(ledger: Ledger, identities: Collection[str]) -> list[Series]:
    """Gives these series, those on which most hangs first."""
    return ledger.views(Series, only=identities)


def block_of(ledger: Ledger, series: Series) -> Block:
    """Gives a series with everything its pages show."""
    releases = tuple(ledger.view(Release, identity) for identity in series.releases)
    rows = tuple(ledger.figures(series=series.id))
    relations = standings(
        j for r in releases for j in ledger.judgements(about="origin", identity=r.id, relation=tuple(STANDINGS))
    )
    return Block(
        series=series, chart=draw(series, releases, relations), releases=releases, rows=rows, relations=relations,
        origins=_origins(releases, rows),
        pages=len({row.article for row in rows}),
    )  # fmt: skip


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
