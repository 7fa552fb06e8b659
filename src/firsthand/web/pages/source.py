"""The source: a speaker or an outlet, what it said, whom it relays and who relays it, and the grades people gave it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast

from firsthand.errors import UnknownId
from firsthand.records import ClaimRow, FigureRow, Grade, Release, Series
from firsthand.records.grade import GRADES, GradeScale
from firsthand.web.pages.case import COUNTED
from firsthand.web.pages.notes import back
from firsthand.web.visit import Visit

_SHOWN, _ROWS = 80, 400


def source(visit: Visit) -> dict[str, Any]:
    """One source by its name."""
    name = visit.asked("name")
    ledger = visit.ledger
    said = list(ledger.claims_by(name))
    published = ledger.articles(only=ledger.published_by(name))
    handed = _handed(visit, name, said, [facts.id for facts in published]) if name else []
    if not (said or published or handed):
        raise UnknownId(f"Nobody called “{name}” speaks or publishes in this case.")
    relays, relayed = _hands(name, handed)
    return {
        "title": name, "name": name, "said": said[:_SHOWN], "said_total": len(said), "published": published[:_SHOWN],
        "published_total": len(published), "relays": relays, "relayed": relayed, "figures": _figures(visit, said),
        "grades": ledger.grades(name), "letters": GRADES["reliability"],
    }  # fmt: skip


def _handed(visit: Visit, name: str, said: list[ClaimRow], published: list[str]) -> list[ClaimRow]:
    """Gives the claims that went through a source's hands; in a large case those it said or published itself."""
    if visit.ledger.counts().claims <= COUNTED:
        return [row for row in visit.ledger.claims() if name in row.chain]
    own = {row.id: row for article in published[:_SHOWN] for row in visit.ledger.claims(article=article)}
    return list(({row.id: row for row in said} | own).values())


def _hands(name: str, rows: list[ClaimRow]) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Gives whose words this source passes on, and who passes on its own, each with how many claims."""
    givers: Counter[str] = Counter()
    takers: Counter[str] = Counter()
    for row in rows:
        for giver, taker in pairwise(row.chain):
            if taker == name:
                givers[giver] += 1
            if giver == name:
                takers[taker] += 1
    return givers.most_common(20), takers.most_common(20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A value a source gave, with the figure it belongs to and the statements that carry it."""

    series: Series
    release: Release
    rows: tuple[FigureRow, ...]

    @property
    def pages(self) -> int:
        return len({row.article for row in self.rows})


def _figures(visit: Visit, said: list[ClaimRow]) -> list[Given]:
    """Gives what a source gave, figure by figure and in the order of time, each value once with its pages."""
    rows = [figure for row in said if row.figures for figure in visit.ledger.figures(claim=row.id)][:_ROWS]
    held: defaultdict[tuple[str, str], list[FigureRow]] = defaultdict(list)
    for row in rows:
        if row.series and row.release:
            held[row.series, row.release].append(row)
    known = {
        series.id: (place, series)
        for place, series in enumerate(visit.ledger.views(Series, only={key[0] for key in held}))
    }
    found = [
        Given(series=known[series][1], release=visit.ledger.view(Release, release), rows=tuple(own))
        for (series, release), own in held.items()
        if series in known
    ]
    return sorted(
        found,
        key=lambda g: (
            known[g.series.id][0],
            g.series.releases.index(g.release.id) if g.release.id in g.series.releases else 999,
            g.release.id,
        ),
    )[:_SHOWN]


def grade(visit: Visit) -> str:
    """Stores a grade that a person gives, and gives the page it was given on."""
    form = visit.form
    form.need(by="your name", value="the grade", reason="the reason", subject="what is graded")
    scale = form.get("scale")
    visit.ledger.grade(
        Grade(
            scale=cast(GradeScale, scale), subject=form.get("subject"), value=form.get("value"), reason=form.get("reason"), by=form.get("by"),
            at=visit.now,
        )
    )  # fmt: skip
    return f"{back(form.get('back'))}#grades"
