"""The reader: the text as stored with what was read marked in it, its claims beside it, its versions, and the way to forget it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from firsthand.ledger.query import ArticleFacts
from firsthand.reconcile.versions import compare_versions
from firsthand.records import MADE_FROM, Article, Judgement, Reading, Span
from firsthand.web.pages.lineage import others_of
from firsthand.web.pages.notes import thread
from firsthand.web.segments import show
from firsthand.web.visit import Visit
from firsthand.web.wording import Passage, Piece, differing, passages

_ALIKE = (*MADE_FROM, "version of")
_SHARED = (*_ALIKE, "circular", "cites", "update of", "not derived")
_SHOWN = 10  # passages of a page in the margin; all of them stand on the page of the two


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another page this one hangs on or that hangs on it, with the passages they share (of copies and rewrites)."""

    judgement: Judgement
    outward: bool
    other: ArticleFacts
    passages: tuple[tuple[Passage, tuple[Piece, ...]], ...] = ()
    count: int = 0
    words: int = 0


def article(visit: Visit) -> dict[str, Any]:
    """One article."""
    ledger = visit.ledger
    reading = ledger.reading(visit.names["id"])
    page = reading.article
    assert page is not None
    judged = ledger.judgements(about="page", identity=page.id, relation=_SHARED)
    facts = {f.id: f for f in ledger.articles(only={identity for j in judged for identity in (j.subject, j.object)})}
    related = [_related(visit, page, j, facts) for j in judged if j.subject in facts and j.object in facts]
    return {
        "title": page.title or page.url or "Pasted text", "article": page, "rows": list(ledger.claims(article=page.id)),
        "blocks": show(reading, taken=_taken(related)), "decided": {row: ledger.standing(row) for row in _decided(visit, reading)},
        "related": sorted(related, key=lambda r: (r.judgement.relation not in MADE_FROM, not r.outward, r.other.id)), "others": others_of(visit, page.id),
        "taken": [r for r in related if r.outward and r.count and r.judgement.relation in MADE_FROM], "versions": _versions(visit, reading),
        "unresolved": [(t.span.of(page.text), t.unresolved) for t in reading.timexes if t.unresolved], "gaps": reading.omissions,
        "notes": thread(visit, "article", page.id, (page.id,)),
    }  # fmt: skip


def _related(visit: Visit, page: Article, judgement: Judgement, facts: Mapping[str, ArticleFacts]) -> Related:
    outward = judgement.subject == page.id
    other = facts[judgement.object if outward else judgement.subject]
    if judgement.relation not in _ALIKE:
        return Related(judgement=judgement, outward=outward, other=other)
    theirs = visit.ledger.article(other.id).text
    found = passages(page.text, theirs)
    marked = tuple((p, differing(theirs[slice(*p.theirs)], page.text[slice(*p.mine)])) for p in found[:_SHOWN])
    return Related(
        judgement=judgement, outward=outward, other=other, passages=marked, count=len(found), words=sum(p.words for p in found),
    )  # fmt: skip


def _taken(related: Sequence[Related]) -> list[tuple[str, Span]]:
    """Gives the stretches of a page that stand in the pages it was made from, with the names of these."""
    return [
        (each.other.outlet or each.other.url, Span(*passage.mine))
        for each in related
        if each.outward and each.judgement.relation in MADE_FROM
        for passage, _ in each.passages
    ]


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
