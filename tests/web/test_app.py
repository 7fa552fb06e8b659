"""The web page: every page answers, nothing foreign is loaded, hostile text stays text."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from firsthand.ledger import Ledger
from firsthand.records import Release, Series, Story
from firsthand.web.gate import HEADERS
from firsthand.web.pages.take import TABLES
from firsthand.web.segments import show
from tests.builders import make_reading
from tests.web.visitor import AT, Visitor


def addresses(demo: Ledger) -> list[str]:
    """Every page of a case; of claims the first sixty."""
    pair = demo.judgements(about="origin", relation="not established")[0]
    sides = [demo.view(Release, identity).figures[0][1] for identity in (pair.subject, pair.object)]
    paths = [
        "/",
        "/articles",
        "/omissions",
        "/log",
        "/log?by=people",
        "/search",
        "/search?q=killed",
        "/search?speaker=Ilse+Varnay",
        "/review",
        "/door",
    ]
    paths += [
        "/review/decisions",
        "/draft",
        "/review/pair/{}/{}".format(*sides),
        "/handoff.html",
        "/state.json",
        "/source?name=Ilse%20Varnay",
        "/source?name=Polaris%20Wire",
    ]
    paths += [f"/{name}.csv" for name in TABLES] + ["/static/style.css", "/static/app.js", "/static/chart.js", "/words"]
    copy = demo.judgements(about="page", relation="copy")[0]
    paths += [f"/review/pages/{copy.subject}/{copy.object}", f"/review/pages?one={copy.object}&other={copy.subject}"]
    paths += [f"/story/{story.id}/asserted" for story in demo.views(Story)] + [
        f"/story/{demo.views(Story)[0].id}?hands=all"
    ]
    paths += [f"/story/{story.id}" for story in demo.views(Story)] + [f"/series/{s.id}" for s in demo.views(Series)]
    paths += [f"/article/{facts.id}" for facts in demo.articles()]
    for row in demo.claims(limit=60):
        paths += [f"/claim/{row.id}", f"/review/claim/{row.id}"]
    return paths


def test_every_page_answers(demo: Ledger, reader_of_demo: Visitor) -> None:
    """Each kind of page and file, with the safety headers on it."""
    for path in addresses(demo):
        answer = reader_of_demo.get(path)
        assert answer.status_code == 200, path
        assert all(answer.headers[name] == value for name, value in HEADERS.items())


def test_nothing_foreign_is_loaded(demo: Ledger, reader_of_demo: Visitor) -> None:
    """No page refers to a resource of another host, and none has a script or style of its own."""
    for path in ["/", f"/story/{demo.views(Story)[0].id}", f"/article/{demo.articles()[0].id}", "/review"]:
        html = reader_of_demo.get(path).text
        assert re.findall(r"<script[^>]*>", html) == ['<script src="/static/app.js" type="module">']
        assert not re.search(r"<(style|iframe|object|embed)|\s(style|on\w+)=", html)
        assert not re.findall(r"(?:src|action)=[\"'](?!/|#)", html)


def test_addresses_of_pages_lead_out_only_when_asked(demo: Ledger, reader_of_demo: Visitor) -> None:
    """An article's own address is shown so that nothing turns it into a link; the link is folded away and sends nothing along."""
    html = reader_of_demo.get(f"/article/{demo.articles()[0].id}").text
    [link] = re.findall(r'<a href="https?:[^>]*>', html)
    assert "noreferrer" in link and html.index("<details") < html.index(link) and "hxxps://" in html


def test_every_link_leads_somewhere(demo: Ledger, reader_of_demo: Visitor) -> None:
    """Following every link of the home, story and review pages gives a page."""
    html = "".join(reader_of_demo.get(p).text for p in ("/", f"/story/{demo.views(Story)[0].id}", "/review"))
    for link in sorted(set(re.findall(r'href="(/[^"#]*)', html))):
        assert reader_of_demo.get(link.replace("&amp;", "&")).status_code == 200, link


def test_text_from_pages_is_hostile(tmp_path: Path) -> None:
    """Markup in a page's text, speaker and address is shown, not run."""
    text = "<script>alert(1)</script> said 12 people were killed."
    page, reading = make_reading(text=text, url="javascript:alert(1)//https://x.example/<b>", speaker="<img src=x>")
    path = tmp_path / "c.db"
    with Ledger(path) as ledger:
        ledger.add(page, reading, "run", AT)
    browser = Visitor(path)
    assert reading.article is not None
    claim = reading.claims[0].id
    for url in (
        f"/article/{reading.article.id}",
        f"/claim/{claim}",
        f"/review/claim/{claim}",
        "/search?q=%3Cscript%3Ekilled",
        "/articles",
        "/source?name=%3Cimg%20src%3Dx%3E",
    ):
        html = browser.get(url).text
        assert "<script>" not in html and "<img" not in html and 'href="javascript' not in html


def test_an_unknown_id_is_said(visitor: Visitor) -> None:
    """A wrong id gives 404 and a way back."""
    for path in ("/claim/c0000000000000000", "/review/pair/q1/q2", "/source?name=Nobody", "/feed/9.atom"):
        answer = visitor.get(path)
        assert answer.status_code == 404 and "Back to the case" in answer.text


def test_segments_keep_every_character() -> None:
    """The reader shows the block's text verbatim, however annotations overlap; each segment knows its place."""
    _, reading = make_reading()
    assert reading.article is not None
    for blocks in (show(reading), show(reading, only=reading.claims[0].id)):
        segments = [segment for block in blocks for segment in block.segments]
        assert "".join(segment.text for segment in segments) == reading.article.text
        assert all(reading.article.text[s.start :].startswith(s.text) for s in segments)
        assert any("figure" in segment.marks and "content" in segment.marks for segment in segments)


@pytest.mark.parametrize(
    "limit", ["?q=killed&since=2031-05-05", "?q=killed&outlet=Nobody", "?q=%22%2A%28", "?kind=direct"]
)
def test_facets_narrow(visitor: Visitor, limit: str) -> None:
    """A facet that nothing matches finds nothing, and operators in a question are plain characters."""
    assert "0 claims" in visitor.get(f"/search{limit}").text
    assert "2 claims" in visitor.get("/search?q=killed&until=2031-05-04&figures=yes").text


def test_a_saved_view_is_an_atom_feed(small: Path, visitor: Visitor) -> None:
    """A kept search can be read without a cookie at an address of its own, and at no other."""
    answer = visitor.post("/search", {"q": "killed", "name": "Toll & co", "by": "Ada"})
    assert answer.status_code == 303
    link = re.search(r'href="(/feed/[^"]*)"', visitor.get("/search").text).group(1).replace("&amp;", "&")  # type: ignore[union-attr]
    visitor.client.cookies.clear()
    feed = ElementTree.fromstring(visitor.get(link).text)
    atom = "{http://www.w3.org/2005/Atom}"
    assert feed.findtext(f"{atom}title") == "Toll & co" and len(feed.findall(f"{atom}entry")) == 2
    assert visitor.get(link[:-1] + "x").status_code == 404


def test_csv_of_tables(visitor: Visitor) -> None:
    """Each table can be had as CSV, those of people too."""
    claim = re.search(r"/claim/(c\w+)", visitor.get("/search?q=killed").text).group(1)  # type: ignore[union-attr]
    visitor.post(f"/review/claim/{claim}", {"action": "accept", "by": "=Ada", "saw": "0"})
    text = visitor.get("/decisions.csv").text
    assert text.splitlines()[0].startswith("entry,undone,hash,subject,action") and "'=Ada" in text


def test_the_built_scripts_are_those_of_their_sources() -> None:
    """The committed scripts name the sources they were built from; `make frontend` builds them anew. Ours stays small; libraries bring their licences."""
    root = Path(__file__).parents[2]
    static = root / "src/firsthand/web/static"
    sources = b"".join(path.read_bytes() for path in sorted((root / "frontend/src").iterdir()))
    for name, most in (("app.js", 20_000), ("chart.js", 270_000)):
        built = (static / name).read_text("utf-8")
        assert built.startswith(f"// built from frontend/src, sha256 {hashlib.sha256(sources).hexdigest()}\n")
        assert "eval(" not in built and len(built) < most
    assert "innerHTML" not in (static / "app.js").read_text("utf-8")
    licences = (static / "chart.licences.txt").read_text("utf-8")
    assert "@observablehq/plot" in licences and licences.count("Permission to use, copy, modify") > 10
