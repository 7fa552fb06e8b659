"""The case as a whole: its front page, its articles, what was left out, and its log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from firsthand.brief import AGAINST
from firsthand.ledger import waiting, waiting_pairs
from firsthand.records import Judgement, Story
from firsthand.web.door import TICKET
from firsthand.web.pages.blocks import Block, against_in, block_of, by_weight, denials_in
from firsthand.web.pages.changes import changed_pages
from firsthand.web.pages.notes import back
from firsthand.web.visit import Visit
from firsthand.web.words import KIND, STATUS, TERMS

_STORIES, _DISPUTES, _NEW, _LOG, _ARTICLES = 30, 8, 8, 200, 1000
_LOOKED = 400  # judgements of claims that are folded for the front page
COUNTED = 20_000  # claims: in a larger case what waits is counted on its own page, not on the front


def home(visit: Visit) -> dict[str, Any]:
    """The case: its stories, what is new, what is disputed, what waits, what was left out."""
    ledger = visit.ledger
    counted = ledger.counts().claims <= COUNTED
    denials = denials_in(ledger)
    return {
        "title": "The case",
        "stories": [_card(visit, each, denials) for each in ledger.views(Story, limit=_STORIES)],
        "changed": changed_pages(ledger, ledger.judgements(about="page", relation="version of")),
        "newest_articles": [facts for facts in ledger.articles(limit=_NEW, newest_first=True) if facts.published],
        "disputes": against_in(ledger, ledger.judgements(about="claim", relation=AGAINST)[:_LOOKED])[:_DISPUTES],
        "reasons": ledger.omission_counts(),
        "waits": len(waiting(ledger)) if counted else None,
        "pairs": len(waiting_pairs(ledger)) if counted else None,
    }


def _card(visit: Visit, story: Story, denials: Sequence[Judgement]) -> dict[str, Any]:
    """A story in a line: its pages, and the figure on which most hangs with the origins behind it."""
    leading = by_weight(visit.ledger, story.series)[:1]
    lead: Block | None = block_of(visit.ledger, leading[0], denials) if leading else None
    return {"story": story, "articles": len(story.articles), "series": len(story.series), "lead": lead}


def words(visit: Visit) -> dict[str, Any]:
    """What our words mean."""
    return {"title": "Words used here", "terms": TERMS, "statuses": STATUS.values(), "kinds": KIND.values()}


def articles(visit: Visit) -> dict[str, Any]:
    """All articles of the case."""
    return {"title": "Articles", "articles": visit.ledger.articles(limit=_ARTICLES)}


def omissions(visit: Visit) -> dict[str, Any]:
    """Everything that was left out, with its reason."""
    return {"title": "Left out, and why", "omissions": visit.ledger.omissions()}


def log(visit: Visit) -> dict[str, Any]:
    """The newest entries of the log; those of people apart if asked."""
    whose = visit.asked("by")
    entries = visit.ledger.log(limit=None if whose == "people" else _LOG)
    if whose == "people":
        entries = [entry for entry in entries if entry.run.startswith("person:")][:_LOG]
    return {"title": "Log", "entries": entries, "whose": whose}


def door(visit: Visit) -> dict[str, Any]:
    """How a second browser is let in."""
    return {"title": "Another browser", "address": None}


def another(visit: Visit) -> dict[str, Any]:
    """An address that opens once, for another browser on this machine."""
    return {"title": "Another browser", "address": f"http://{visit.host}/?{TICKET}={visit.ticket()}"}


def sign(visit: Visit) -> str:
    """Remembers the name this browser signs with."""
    visit.form.need(by="your name")
    return back(visit.form.get("back"))
