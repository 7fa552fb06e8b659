"""The claim: its words, its chain as a path of hops, how it was read, what was judged of it, and what people decided."""

from __future__ import annotations

from typing import Any

from firsthand.ledger import decided_on
from firsthand.records import Claim, Release
from firsthand.web.pages.notes import thread
from firsthand.web.pages.sourcing import claim_with_footnote
from firsthand.web.visit import Visit

_AROUND = 160  # characters of the article before and after the words


def claim(visit: Visit) -> dict[str, Any]:
    """One claim."""
    ledger = visit.ledger
    row = ledger.claim_row(visit.names["id"])
    each = ledger.claim(row.id)
    page = ledger.article(each.article)
    judgements = ledger.judgements(identity=row.id)
    figures = ledger.figures(claim=row.id)
    others = {
        identity: ledger.claim_row(identity)
        for j in judgements
        for identity in (j.subject, j.object)
        if identity != row.id and j.about == "claim"
    }
    return {
        "title": row.words[:80], "row": row, "claim": each, "article": page, "hops": hops_of(each, page.text), "judgements": judgements,
        "others": others, "figures": figures, "releases": [ledger.view(Release, f.release) for f in figures if f.release],
        "before": lead_in(page.text, row.start, _AROUND), "after": lead_out(page.text, row.end, _AROUND),
        "decided": decided_on(ledger, row.id, each.quantities),
        "grades": ledger.grades(row.id), "notes": thread(visit, "claim", row.id, (row.id,)), "copy": claim_with_footnote(row, page),
        "gone": bool(each.quantities) and not figures,
    }  # fmt: skip


def lead_in(text: str, start: int, most: int) -> str:
    """Gives the words before a place, from the beginning of a word."""
    before = text[max(0, start - most) : start]
    return before if start <= most else before.partition(" ")[2]


def lead_out(text: str, end: int, most: int) -> str:
    """Gives the words after a place, to the end of a word."""
    after = text[end : end + most]
    return after if end + most >= len(text) else after.rpartition(" ")[0]


def hops_of(each: Claim, text: str) -> list[dict[str, Any]]:
    """Gives the hops of a claim with the words each stands on."""
    return [{"hop": hop, "words": [span.of(text) for span in hop.spans]} for hop in each.hops]
