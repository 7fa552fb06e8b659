"""What answers where: pages are looked at, deeds are done by forms and lead to a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from firsthand.web.pages import (
    article,
    asserted,
    case,
    claim,
    compare,
    desk,
    draft,
    figure,
    lineage,
    notes,
    pair,
    review,
    search,
    source,
    story,
)
from firsthand.web.visit import Visit

View = Callable[[Visit], dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAt:
    """A page: its address, its template, and the view that fills it. `posted` pages answer a form and store nothing."""

    path: str
    template: str
    view: View
    posted: bool = False
    again: tuple[str, View] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedAt:
    """A deed: its address, what it does (it gives where to go), and the page shown once more when it is refused. `settles`: figures may change."""

    path: str
    do: Callable[[Visit], str]
    template: str
    view: View
    settles: bool = False


PAGES: tuple[PageAt, ...] = (
    PageAt(path="/", template="home.html", view=case.home),
    PageAt(path="/story/{id}", template="story.html", view=story.story),
    PageAt(path="/story/{id}/asserted", template="asserted.html", view=asserted.asserted),
    PageAt(path="/series/{id}", template="series.html", view=figure.series),
    PageAt(path="/compare", template="compare.html", view=compare.compare),
    PageAt(path="/claim/{id}", template="claim.html", view=claim.claim),
    PageAt(path="/article/{id}", template="article.html", view=article.article),
    PageAt(path="/articles", template="articles.html", view=case.articles),
    PageAt(path="/source", template="source.html", view=source.source),
    PageAt(path="/search", template="search.html", view=search.search),
    PageAt(path="/omissions", template="omissions.html", view=case.omissions),
    PageAt(path="/log", template="log.html", view=case.log),
    PageAt(path="/review", template="review.html", view=review.queue),
    PageAt(path="/review/decisions", template="decisions.html", view=review.decisions),
    PageAt(path="/review/claim/{id}", template="desk.html", view=desk.desk),
    PageAt(path="/review/pair/{one}/{other}", template="pair.html", view=pair.pair),
    PageAt(path="/review/pages/{one}/{other}", template="pages.html", view=lineage.compare),
    PageAt(path="/review/pages", template="pages.html", view=lineage.compare),
    PageAt(path="/review/preview", template="preview.html", view=review.preview, posted=True, again=("review.html", review.queue)),
    PageAt(path="/draft", template="draft.html", view=draft.blank),
    PageAt(path="/draft", template="draft.html", view=draft.check, posted=True, again=("draft.html", draft.blank)),
    PageAt(path="/words", template="words.html", view=case.words),
    PageAt(path="/door", template="door.html", view=case.door),
    PageAt(path="/door", template="door.html", view=case.another, posted=True),
)  # fmt: skip

DEEDS: tuple[DeedAt, ...] = (
    DeedAt(path="/review/claim/{id}", do=desk.decide, template="desk.html", view=desk.desk, settles=True),
    DeedAt(path="/review/pair/{one}/{other}", do=pair.decide, template="pair.html", view=pair.pair, settles=True),
    DeedAt(path="/review/pages/{one}/{other}", do=lineage.decide, template="pages.html", view=lineage.compare, settles=True),
    DeedAt(path="/review/bulk", do=review.bulk, template="preview.html", view=review.preview, settles=True),
    DeedAt(path="/note", do=notes.post, template="note.html", view=notes.unfinished),
    DeedAt(path="/grade", do=source.grade, template="grade.html", view=notes.unfinished),
    DeedAt(path="/search", do=search.save, template="search.html", view=search.search),
    DeedAt(path="/sign", do=case.sign, template="door.html", view=case.door),
    DeedAt(path="/settle", do=lambda visit: notes.back(visit.form.get("back")), template="door.html", view=case.door, settles=True),
    DeedAt(path="/article/{id}/forget", do=article.forget, template="article.html", view=article.article, settles=True),
)  # fmt: skip
