"""The reader: the text as stored with what was read marked in it, its claims beside it, its versions, and the way to forget it."""

from __future__ import annotations

from typing import Any

from firsthand.reconcile.versions import compare_versions
from firsthand.records import Article, Judgement, Reading
from firsthand.web.pages.notes import thread
from firsthand.web.segments import show
from firsthand.web.visit import Visit

_TAKEN = ("copy", "edited copy", "rewrite", "version of")
_PASSAGE = 40  # characters: shorter paragraphs are shared by chance
_SHARED = ("copy", "edited copy", "rewrite", "version of", "circular", "cites", "update of")


def article(visit: Visit) -> dict[str, Any]:
    """One article."""
    ledger = visit.ledger
    reading = ledger.reading(visit.names["id"])
    page = reading.article
    assert page is not None
    judged = ledger.judgements(about="page", identity=page.id, relation=_SHARED)
    facts = {f.id: f for f in ledger.articles(only={identity for j in judged for identity in (j.subject, j.object)})}
    related = [
        {"judgement": j, "left": facts[j.subject], "right": facts[j.object], "passages": _passages(visit, page, j)}
        for j in judged
        if j.subject in facts and j.object in facts
    ]
    return {
        "title": page.title or page.url or "Pasted text", "article": page, "blocks": show(reading), "rows": list(ledger.claims(article=page.id)),
        "decided": {row: ledger.standing(row) for row in _decided(visit, reading)}, "related": related, "versions": _versions(visit, reading),
        "unresolved": [(t.span.of(page.text), t.unresolved) for t in reading.timexes if t.unresolved], "gaps": reading.omissions,
        "notes": thread(visit, "article", page.id, (page.id,)),
    }  # fmt: skip


def _passages(visit: Visit, page: Article, judgement: Judgement) -> list[str]:
    """Gives the paragraphs of this page that stand word for word in the page it was made from."""
    if judgement.subject != page.id or judgement.relation not in _TAKEN:
        return []
    other = " ".join(visit.ledger.article(judgement.object).text.split())
    paragraphs = [" ".join(block.span.of(page.text).split()) for block in page.blocks]
    return [words for words in paragraphs if len(words) >= _PASSAGE and words in other]


def _decided(visit: Visit, reading: Reading) -> set[str]:
    return {claim.id for claim in reading.claims if visit.ledger.version(claim.id)}


def _versions(visit: Visit, reading: Reading) -> list[dict[str, Any]]:
    """Gives the other versions of this page with what differs, statement by statement, the earlier one first."""
    assert reading.article is not None
    found = []
    for j in visit.ledger.judgements(about="page", identity=reading.article.id, relation="version of"):
        later, earlier = visit.ledger.reading(j.subject), visit.ledger.reading(j.object)
        found.append({"earlier": earlier.article, "later": later.article, "changes": compare_versions(earlier, later)})
    return found


def forget(visit: Visit) -> str:
    """Takes the page's words out of the case; its hash, the reason and the name stay."""
    visit.form.need(by="your name", reason="the reason", sure="the tick that says you mean it")
    page = visit.ledger.article(visit.names["id"]).page
    visit.ledger.forget(page, reason=visit.form.get("reason"), by=visit.form.get("by"), at=visit.now)
    return "/log?by=people"
