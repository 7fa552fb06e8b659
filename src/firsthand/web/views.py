"""What each page shows: records asked from the ledger, arranged for a template. No judgement is made here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from firsthand.brief import STANDINGS, draw, standings
from firsthand.export.as_csv import as_csv
from firsthand.ledger import Ledger
from firsthand.pipeline import summarise
from firsthand.records import Claim, Judgement, Release, Series, Story
from firsthand.web.segments import show

if TYPE_CHECKING:
    from starlette.requests import Request

ANSWERS = ("independent", "same origin", "not established")


def frame(ledger: Ledger, request: Request) -> dict[str, Any]:
    """Gives what every page needs."""
    return {
        "counts": ledger.counts(),
        "case": ledger.path.name,
        "path": request.url.path,
        "query": request.query_params.get("q", ""),
    }


def home(ledger: Ledger, request: Request) -> dict[str, Any]:
    """The case: its stories, what is disputed, what was left out."""
    stories = [_story_card(ledger, each) for each in ledger.views(Story, limit=30)]
    return {"title": "The case", "stories": stories, "omissions": ledger.omissions()[:8]}


def _story_card(ledger: Ledger, each: Story) -> dict[str, Any]:
    """A story in a line: its pages, and the figure on which most hangs with the origins behind it."""
    blocks = sorted(
        (series_block(ledger, ledger.view(Series, identity)) for identity in each.series),
        key=lambda b: (-b["weight"], b["series"].id),
    )
    return {
        "story": each,
        "articles": len(each.articles),
        "series": len(each.series),
        "lead": blocks[0] if blocks else None,
    }


def story(ledger: Ledger, request: Request) -> dict[str, Any]:
    """One story: its lead figure as a chart, figures with folded origins, pages, gaps."""
    each = ledger.view(Story, request.path_params["id"])
    blocks = [series_block(ledger, ledger.view(Series, identity)) for identity in each.series]
    blocks.sort(key=lambda block: (-block["weight"], block["series"].id))
    articles = {facts.id: facts for facts in ledger.articles()}
    shown = sorted(
        (articles[a] for a in each.articles if a in articles),
        key=lambda f: (f.published is None, f.published or "", f.id),
    )
    brief = summarise(ledger, series_limit=4)
    pages = [
        _page_judgement(ledger, j)
        for relation in ("circular", "version of")
        for j in ledger.judgements(about="page", relation=relation)
    ]
    lineage = [
        _page_judgement(ledger, j)
        for j in ledger.judgements(about="page")
        if j.relation in ("copy", "edited copy", "rewrite") and j.subject in each.articles
    ]
    return {
        "title": each.label, "story": each, "lead": blocks[0] if blocks else None, "blocks": blocks, "articles": shown, "summary": brief.summary,
        "footnotes": {note.number: note for note in brief.footnotes}, "pages": [p for p in pages if p["left"].id in each.articles], "lineage": lineage,
    }  # fmt: skip


def _page_judgement(ledger: Ledger, judgement: Judgement) -> dict[str, Any]:
    return {
        "judgement": judgement,
        "left": ledger.article(judgement.subject),
        "right": ledger.article(judgement.object),
    }


def series(ledger: Ledger, request: Request) -> dict[str, Any]:
    """One series: every release with its pages, and the answer for every pair."""
    each = ledger.view(Series, request.path_params["id"])
    block = series_block(ledger, each)
    by_id = {release.id: release for release in _releases(ledger, each)}
    pairs = {j.id: j for identity in by_id for j in ledger.judgements(about="origin", identity=identity)}
    shown: list[dict[str, Any]] = [
        {"judgement": j, "left": by_id[j.subject], "right": by_id[j.object]}
        for j in pairs.values()
        if j.subject in by_id and j.object in by_id
    ]
    shown.sort(key=lambda pair: (pair["judgement"].relation, pair["judgement"].id))
    return {"title": each.label or each.counted, "block": block, "pairs": shown}


def series_block(ledger: Ledger, each: Series) -> dict[str, Any]:
    """Gives a series with its chart, its origins and their releases, folded."""
    releases = _releases(ledger, each)
    rows = ledger.figures(series=each.id)
    relations = _relations(ledger, releases)
    origins = []
    for origin in dict.fromkeys(release.origin for release in releases):
        own = [release for release in releases if release.origin == origin]
        statements = [row for row in rows if row.release in {release.id for release in own}]
        origins.append(
            {
                "id": origin,
                "asserter": own[0].asserter,
                "established": own[0].established,
                "releases": own,
                "statements": statements,
                "pages": len({row.article for row in statements}),
            }
        )
    return {
        "series": each, "chart": draw(each, releases, relations), "origins": origins, "relations": relations, "weight": len(rows),
        "named": sum(1 for o in origins if o["established"]), "open": sum(1 for o in origins if not o["established"]),
        "pages": len({row.article for row in rows}), "independent": any(j.relation == "independent" for r in releases for j in ledger.judgements(about="origin", identity=r.id)),
    }  # fmt: skip


def _releases(ledger: Ledger, each: Series) -> list[Release]:
    return [ledger.view(Release, identity) for identity in each.releases]


def _relations(ledger: Ledger, releases: list[Release]) -> dict[str, tuple[str, ...]]:
    return standings(
        j for r in releases for j in ledger.judgements(about="origin", identity=r.id, relation=tuple(STANDINGS))
    )


def claim(ledger: Ledger, request: Request) -> dict[str, Any]:
    """One claim: its words, its chain as a path of hops, the reasons, and what was judged of it."""
    row = ledger.claim_row(request.path_params["id"])
    each = ledger.claim(row.id)
    page = ledger.article(each.article)
    judgements = ledger.judgements(identity=row.id)
    figures = ledger.figures(claim=row.id)
    origins = [ledger.view(Release, figure.release) for figure in figures if figure.release]
    others = [
        ledger.claim_row(identity)
        for j in judgements
        for identity in (j.subject, j.object)
        if identity != row.id and j.about == "claim"
    ]
    return {
        "title": row.words[:80], "row": row, "claim": each, "article": page, "hops": _hops(each, page.text), "judgements": judgements,
        "others": {other.id: other for other in others}, "figures": figures, "releases": origins, "before": page.text[max(0, row.start - 160) : row.start],
        "after": page.text[row.end : row.end + 160],
    }  # fmt: skip


def _hops(each: Claim, text: str) -> list[dict[str, Any]]:
    return [{"hop": hop, "words": [span.of(text) for span in hop.spans]} for hop in each.hops]


def article(ledger: Ledger, request: Request) -> dict[str, Any]:
    """The reader: the text as stored, with what was read marked in it, beside its claims."""
    reading = ledger.reading(request.path_params["id"])
    assert reading.article is not None
    rows = list(ledger.claims(article=reading.article.id))
    related = [
        _page_judgement(ledger, j)
        for j in ledger.judgements(about="page", identity=reading.article.id)
        if j.relation not in ("unknown", "independent")
    ]
    return {
        "title": reading.article.title or reading.article.url or "Pasted text", "article": reading.article, "blocks": show(reading), "rows": rows,
        "related": related, "unresolved": [(t.span.of(reading.article.text), t.unresolved) for t in reading.timexes if t.unresolved], "gaps": reading.omissions,
    }  # fmt: skip


def articles(ledger: Ledger, request: Request) -> dict[str, Any]:
    """All articles of the case."""
    return {"title": "Articles", "articles": ledger.articles(limit=1000)}


def search(ledger: Ledger, request: Request) -> dict[str, Any]:
    """Claims by their words."""
    question = request.query_params.get("q", "").strip()
    found = [row for row, _ in ledger.search(question, limit=100)] if question else []
    return {"title": f"Search: {question}" if question else "Search", "question": question, "rows": found}


def omissions(ledger: Ledger, request: Request) -> dict[str, Any]:
    """Everything that was left out, with its reason."""
    return {"title": "Left out, and why", "omissions": ledger.omissions()}


def log(ledger: Ledger, request: Request) -> dict[str, Any]:
    """The newest entries of the log."""
    return {"title": "Log", "entries": ledger.log(limit=200)}


def claims_csv(ledger: Ledger) -> str:
    """All claims as CSV."""
    return as_csv([asdict(row) for row in ledger.claims()])


def figures_csv(ledger: Ledger) -> str:
    """All figures as CSV."""
    return as_csv([asdict(row) for row in ledger.figures()])


DOWNLOADS: dict[str, Callable[[Ledger], str]] = {"claims": claims_csv, "figures": figures_csv}


def defanged(url: str) -> str:
    """Gives an address that no program turns into a link by itself."""
    return url.replace("https://", "hxxps://").replace("http://", "hxxp://").replace(".", "[.]", 1) if url else ""


FILTERS: dict[str, Callable[..., Any]] = {
    "defanged": defanged,
    "day": lambda stamp: stamp[:10] if stamp else "undated",
}
