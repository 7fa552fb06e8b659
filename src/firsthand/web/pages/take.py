"""Taking away: every table as CSV, and the hand-off file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from firsthand.export.as_csv import as_csv
from firsthand.export.as_html import as_html
from firsthand.ledger import waiting
from firsthand.pipeline import summarise
from firsthand.records import Series, Story
from firsthand.web.pages.search import find, terms_of
from firsthand.web.visit import Visit


def _claims(visit: Visit) -> list[dict[str, Any]]:
    return [asdict(row) for row in visit.ledger.claims()]


def _found(visit: Visit) -> list[dict[str, Any]]:
    return [asdict(row) for row in find(visit.ledger, terms_of(visit.query))]


def _figures(visit: Visit) -> list[dict[str, Any]]:
    return [asdict(row) for row in visit.ledger.figures(series=visit.asked("series") or None)]


def _articles(visit: Visit) -> list[dict[str, Any]]:
    return [asdict(facts) for facts in visit.ledger.articles()]


def _omissions(visit: Visit) -> list[dict[str, Any]]:
    return [asdict(omission) for omission in visit.ledger.omissions()]


def _judgements(visit: Visit) -> list[dict[str, Any]]:
    return [asdict(judgement) for judgement in visit.ledger.judgements()]


def _reviews(visit: Visit) -> list[dict[str, Any]]:
    rows = []
    for s in visit.ledger.reviews():
        row = asdict(s.record) | {"spans": [f"{span.start}:{span.end}" for span in s.record.spans]}
        rows.append({"entry": s.seq, "undone": s.undone, "hash": s.hash, **row})
    return rows


def _notes(visit: Visit) -> list[dict[str, Any]]:
    return [{"entry": s.seq, **asdict(s.record)} for s in visit.ledger.notes()]


def _waiting(visit: Visit) -> list[dict[str, Any]]:
    return [{"gaps": each.gaps, **asdict(each.row)} for each in waiting(visit.ledger)]


def _log(visit: Visit) -> list[dict[str, Any]]:
    return [asdict(entry) for entry in visit.ledger.log()]


TABLES: dict[str, Callable[[Visit], list[dict[str, Any]]]] = {
    "claims": _claims, "search": _found, "figures": _figures, "articles": _articles, "omissions": _omissions, "judgements": _judgements,
    "decisions": _reviews, "notes": _notes, "waiting": _waiting, "log": _log,
}  # fmt: skip


def table(name: str) -> Callable[[Visit], str]:
    """Gives the function that writes one table as CSV."""
    return lambda visit: as_csv(TABLES[name](visit))


def handoff(visit: Visit) -> str:
    """Gives the case, or one of its stories, as one HTML file that opens offline and can be checked."""
    ledger = visit.ledger
    identity = visit.asked("story")
    if not identity:
        return as_html(summarise(ledger))
    story = ledger.view(Story, identity)
    mine = set(story.series)
    chosen = [series for series in ledger.views(Series) if series.id in mine]
    return as_html(summarise(ledger, story.label, series=chosen))
