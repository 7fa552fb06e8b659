"""The source: a speaker or an outlet, what it said, whom it relays and who relays it, and the grades people gave it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any, cast

from firsthand.errors import UnknownId
from firsthand.records import ClaimRow, Grade
from firsthand.records.grade import GRADES, GradeScale
from firsthand.web.pages.case import COUNTED
from firsthand.web.pages.notes import back
from firsthand.web.visit import Visit

_SHOWN = 80


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


def _figures(visit: Visit, said: list[ClaimRow]) -> list[Any]:
    return [figure for row in said if row.figures for figure in visit.ledger.figures(claim=row.id)][:_SHOWN]


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
