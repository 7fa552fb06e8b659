"""The story: the figure on which most hangs as its picture, the origins behind each figure, when, where, through whom, and what stays open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from firsthand.ledger.query import ArticleFacts
from firsthand.records import MADE_FROM, ClaimRow, Judgement, Story
from firsthand.web.atlas import atlas
from firsthand.web.pages.asserted import leading
from firsthand.web.pages.blocks import Block, block_of, by_weight, denials_in
from firsthand.web.pages.changes import changed_pages
from firsthand.web.pages.compare import choices
from firsthand.web.pages.hands import hands_of
from firsthand.web.pages.notes import thread
from firsthand.web.pages.wordings import wordings
from firsthand.web.visit import Visit

_BLOCKS, _VOICES, _PAGES, _LINEAGE, _GAPS = 6, 10, 60, 40, 6
_LARGE, _FEW = (
    200,
    3,
)  # articles: a larger story shows so many figures in full and links to the others, to come as quickly
_WORD_FOR_WORD = (
    100  # articles: in a larger story what is asserted, and the differing words, stand on pages of their own
)


def story(visit: Visit) -> dict[str, Any]:
    """One story, most important first."""
    ledger = visit.ledger
    each = ledger.view(Story, visit.names["id"])
    ordered = by_weight(ledger, each.series)
    full = _FEW if len(each.articles) > _LARGE else _BLOCKS
    mine = set(each.articles)
    small = len(mine) <= _WORD_FOR_WORD
    shown = ledger.articles(only=mine)
    facts = {f.id: f for f in shown}
    denials, published = denials_in(ledger), {f.id: f.published for f in shown}
    blocks = [block_of(ledger, series, denials, published) for series in ordered[:full]]
    judged = ledger.judgements(about="page", relation=_TOLD, subjects=mine)
    return {
        "title": each.label, "story": each, "lead": blocks[0] if blocks else None, "choices": choices(blocks), "blocks": blocks, "others": ordered[full:],
        "articles": shown[:_PAGES], "articles_total": len(shown), "notices": _pages(judged, facts, ("circular",)),
        "changed": changed_pages(ledger, [j for j in judged if j.relation == "version of"]), "wordings": {b.series.id: wordings(ledger, b) for b in blocks if small},
        "asserted": leading(visit, each) if small else None,
        "lineage": _pages(judged, facts, MADE_FROM)[:_LINEAGE], "days": timeline(blocks, shown),
        "hands_": hands_of(visit, blocks[0]) if blocks else None, "atlas": atlas(ledger, each.articles), "gaps": gaps(visit, blocks),
        "voices": _voices(visit, mine), "sources": _originals(visit, each), "notes": thread(visit, "story", each.articles[0], each.articles),
    }  # fmt: skip


_TOLD = ("circular", "version of", *MADE_FROM)


def _pages(judged: Sequence[Judgement], facts: Mapping[str, ArticleFacts], relations: Sequence[str]) -> list[dict[str, Any]]:  # fmt: skip
    return [
        {"judgement": j, "left": facts[j.subject], "right": facts[j.object]}
        for relation in relations
        for j in judged
        if j.relation == relation and j.subject in facts and j.object in facts
    ]


def timeline(blocks: Sequence[Block], articles: Sequence[ArticleFacts]) -> list[dict[str, Any]]:
    """Gives the days of a story: what was given out on each, and how many pages appeared."""
    given: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for block in blocks:
        for release in block.releases:
            if release.day:
                given[release.day].append({"block": block, "release": release})
    appeared: defaultdict[str, int] = defaultdict(int)
    for facts in articles:
        if facts.published:
            appeared[facts.published[:10]] += 1
    days = sorted({*given, *appeared})
    return [{"day": day, "given": given.get(day, []), "pages": appeared.get(day, 0)} for day in days]


def gaps(visit: Visit, blocks: Sequence[Block]) -> dict[str, Any]:
    """Gives what is not established in a story, and what was looked at to establish it."""
    nobody = [(block, release) for block in blocks for release in block.releases if not release.established]
    pairs: list[dict[str, Any]] = []
    checked: dict[str, int] = {}
    for block in blocks:
        by_id = {release.id: release for release in block.releases}
        seen = {
            j.id: j
            for r in block.releases
            for j in visit.ledger.judgements(about="origin", identity=r.id, relation="not established")
        }
        for judgement in seen.values():
            left, right = by_id.get(judgement.subject), by_id.get(judgement.object)
            if left and right and left.origin != right.origin:
                pairs.append({"block": block, "left": left, "right": right, "judgement": judgement})
                for item in judgement.checked:
                    checked[item] = checked.get(item, 0) + 1
    return {"nobody": nobody[:_GAPS], "nobody_total": len(nobody), "pairs": pairs[:_GAPS], "pairs_total": len(pairs), "checked": sorted(checked)}  # fmt: skip


def _voices(visit: Visit, articles: set[str]) -> list[dict[str, Any]]:
    """Gives those who are heard most in these articles, each with one of their statements."""
    heard = visit.ledger.speakers(articles)[:_VOICES]
    return [{"name": name, "claims": count, "row": _words_of(visit, name, first, articles)} for name, count, first in heard]  # fmt: skip


def _words_of(visit: Visit, name: str, first: str, articles: set[str]) -> ClaimRow:
    """Gives a statement of somebody: the first, unless that is a headline, whose words are the page's."""
    row = visit.ledger.claim_row(first)
    if row.kind != "headline":
        return row
    return next((r for r in visit.ledger.claims_by(name) if r.kind != "headline" and r.article in articles), row)


def _originals(visit: Visit, each: Story) -> list[dict[str, Any]]:
    """Gives what the pages themselves name as their source, with the pages that do."""
    named: defaultdict[str, list[str]] = defaultdict(list)
    for article in each.articles[:_PAGES]:
        page = visit.ledger.article(article)
        if page.original_source:
            named[page.original_source].append(article)
    return [{"name": name, "articles": named[name]} for name in sorted(named)]
