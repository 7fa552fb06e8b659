"""Hostile words in every place that pages, people and files can put them: none runs, none is even tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from firsthand.ledger import Ledger
from firsthand.pipeline import settle
from firsthand.records import Evidence, Note, Omission, Reading, derive
from tests.browser.conftest import Served, Watched
from tests.browser.payloads import PAYLOADS
from tests.builders import make_article, make_claim, make_page

AT = "2031-01-01T00:00:00Z"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, list[str]]]:
    """A case in which each payload is title, byline, outlet, text, speaker, address, evidence, file name and note of a page."""
    path = tmp_path_factory.mktemp("hostile") / "c.db"
    articles = []
    with Ledger(path) as ledger:
        for number, payload in enumerate(PAYLOADS):
            text = f"{payload} said {number} people were killed."
            url = payload if ":" in payload[:14] else f"https://x.example/{payload}{number}"
            page = replace(make_page(text, url), via=f"file:{payload}.html")
            plain = make_article(text, url)
            article = replace(
                plain, id=derive("r", page.id, plain.digest), title=payload, byline=payload, outlet=payload, original_source=payload, language=payload[:8],
                evidence=(Evidence(name=payload, value=payload, where=payload),),
            )  # fmt: skip
            claim = make_claim(article, f"{number} people were killed", payload)
            gap = Omission(stage="parse", subject=f"file:{payload}", reason=payload, detail=payload)
            ledger.add(page, Reading(page=page.id, article=article, claims=(claim,), omissions=(gap,)), "run", AT)
            ledger.note(Note(about="article", subject=article.id, text=payload, by=payload, at=AT))
            articles.append(article.id)
        settle(ledger, "run", AT)
    served = Served(path)
    yield served, articles
    served.stop()


def test_the_corpus_is_large_enough() -> None:
    """At least a hundred different payloads."""
    assert len(set(PAYLOADS)) >= 100


def _look(watched: Watched, path: str) -> None:
    watched.go(path)
    assert watched.page.evaluate("window.hits") == 0, path
    assert watched.page.evaluate("document.querySelectorAll('main img, main iframe, main script, main object, main embed, main video, main audio, main style, main link, main meta, main base').length") == 0, path  # fmt: skip


def test_nothing_runs(browser: Any, hostile: tuple[Served, list[str]]) -> None:
    """Reader, claim and desk of every payload, the lists they stand in, and searches for them."""
    served, articles = hostile
    watched = Watched(browser, served)
    watched.context.add_init_script("window.hits = 0; window.hit = () => { window.hits += 1 }")
    with Ledger(served.path, create=False) as ledger:
        claims = {row.article: row.id for row in ledger.claims()}
    for path in ("/", "/articles", "/omissions", "/log", "/review", "/search", "/review/decisions"):
        _look(watched, path)
    for place, article in enumerate(articles):
        _look(watched, f"/article/{article}")
        _look(watched, f"/{('claim', 'review/claim')[place % 2]}/{claims[article]}")
    for payload in PAYLOADS[::6]:
        _look(watched, f"/search?q={quote(payload)}&outlet={quote(payload)}")
        _look(watched, f"/source?name={quote(payload)}")
    watched.context.close()
    assert not watched.trouble and served.app.state.reports == 0


_NAMES = (
    "وكالة الأنباء المحلية",
    "סוכנות החוף",
    "浜辺通信社の記者",
    "Ж" * 120,
    "Þórdís Ægisdóttir-Þorvaldsdóttir",
    "a‮txt.exe",
    "👩‍🚒 Tarn",
)


def test_names_of_every_script_fit(browser: Any, tmp_path: Path) -> None:
    """Right-to-left, Chinese and Japanese, and very long names stay on a phone's page, and stand apart from our own words."""
    path = tmp_path / "c.db"
    with Ledger(path) as ledger:
        for number, name in enumerate(_NAMES):
            text = f"{name} said {number + 3} people were killed."
            plain = make_article(text, f"https://x.example/{number}", outlet=name)
            article = replace(plain, title=name, byline=name)
            claim = make_claim(article, f"{number + 3} people were killed", name)
            ledger.add(
                make_page(text, plain.url), Reading(page=article.page, article=article, claims=(claim,)), "run", AT
            )
        settle(ledger, "run", AT)
        paths = [f"/{kind}/{row.id}" for row in ledger.claims() for kind in ("claim", "review/claim")] + [
            f"/article/{f.id}" for f in ledger.articles()
        ]
    served = Served(path)
    watched = Watched(browser, served, viewport={"width": 320, "height": 700})
    for address in ["/", "/articles", "/search?q=killed", *paths, *(f"/source?name={quote(name)}" for name in _NAMES)]:
        watched.go(address)
        assert watched.page.evaluate("document.documentElement.scrollWidth") <= 320, address
    assert watched.page.locator("bdi").count()
    watched.context.close()
    served.stop()
    assert not watched.trouble
