"""The web page: every page answers, nothing foreign is loaded, hostile text stays text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from firsthand.ledger import Ledger
from firsthand.records import Series, Story
from firsthand.web import make_app
from firsthand.web.app import HEADERS
from firsthand.web.segments import show
from tests.builders import make_reading


def client(path: Path) -> TestClient:
    return TestClient(make_app(lambda: Ledger(path, create=False)), base_url="http://127.0.0.1")


def test_every_page_answers(demo: Ledger, demo_path: Path) -> None:
    """Home, story, series, claim, article, search, omissions, log and the CSV files."""
    browser = client(demo_path)
    paths = [
        "/",
        "/articles",
        "/omissions",
        "/log",
        "/search?q=killed",
        "/search",
        "/claims.csv",
        "/figures.csv",
        "/static/style.css",
    ]
    paths += [f"/story/{story.id}" for story in demo.views(Story)]
    paths += [f"/series/{series.id}" for series in demo.views(Series)]
    paths += [f"/article/{facts.id}" for facts in demo.articles()]
    paths += [f"/claim/{row.id}" for row in demo.claims(limit=60)]
    for path in paths:
        answer = browser.get(path)
        assert answer.status_code == 200, path
        assert all(answer.headers[name] == value for name, value in HEADERS.items())


def test_nothing_foreign_is_loaded(demo: Ledger, demo_path: Path) -> None:
    """No page refers to a resource of another host, and none has a script."""
    browser = client(demo_path)
    for path in ["/", f"/story/{demo.views(Story)[0].id}", f"/article/{demo.articles()[0].id}"]:
        html = browser.get(path).text
        assert not re.search(r"<(script|iframe|object|embed)", html)
        assert not re.findall(r"(?:src|href|action)=[\"'](?!/|#)", html)


def test_every_link_leads_somewhere(demo: Ledger, demo_path: Path) -> None:
    """Following every link of the home and story pages gives a page."""
    browser = client(demo_path)
    html = browser.get("/").text + browser.get(f"/story/{demo.views(Story)[0].id}").text
    for link in sorted(set(re.findall(r'href="(/[^"#]*)', html))):
        assert browser.get(link).status_code == 200, link


def test_text_from_pages_is_hostile(tmp_path: Path) -> None:
    """Markup in a page's text, speaker and address is shown, not run."""
    text = "<script>alert(1)</script> said 12 people were killed."
    page, reading = make_reading(text=text, url="javascript:alert(1)//https://x.example/<b>", speaker="<img src=x>")
    path = tmp_path / "c.db"
    with Ledger(path) as ledger:
        ledger.add(page, reading, "run", "2031-01-01T00:00:00Z")
    browser = client(path)
    assert reading.article is not None
    for url in (
        f"/article/{reading.article.id}",
        f"/claim/{reading.claims[0].id}",
        "/search?q=%3Cscript%3Ekilled",
        "/articles",
    ):
        html = browser.get(url).text
        assert "<script" not in html and "<img" not in html and 'href="javascript' not in html


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "firsthand.local"])
def test_other_host_names_are_refused(demo_path: Path, host: str) -> None:
    """A name that was made to point at this machine does not reach the case."""
    assert client(demo_path).get("/", headers={"host": host}).status_code == 400


def test_nothing_can_be_written(demo_path: Path) -> None:
    """The page reads; every other method is refused."""
    browser = client(demo_path)
    for method in ("post", "put", "delete", "patch"):
        assert getattr(browser, method)("/").status_code == 405


def test_an_unknown_id_is_said(demo_path: Path) -> None:
    """A wrong id gives 404 and a way back."""
    answer = client(demo_path).get("/claim/c0000000000000000")
    assert answer.status_code == 404 and "Back to the case" in answer.text


def test_segments_keep_every_character() -> None:
    """The reader shows the block's text verbatim, however annotations overlap."""
    _, reading = make_reading()
    assert reading.article is not None
    blocks = show(reading)
    assert "".join(segment.text for block in blocks for segment in block.segments) == reading.article.text
    assert any(
        "figure" in segment.marks and "content" in segment.marks for block in blocks for segment in block.segments
    )
