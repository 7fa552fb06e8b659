"""Every kind of page in a real browser: no violation of the policy, none that axe finds, nothing sticks out, and whole without scripts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from firsthand.ledger import Ledger, waiting
from firsthand.records import Release, Series, Story
from tests.browser.conftest import AXE, Served, Watched


def kinds(path: Path) -> dict[str, str]:
    """One address of each kind of page."""
    with Ledger(path, create=False) as ledger:
        series = ledger.views(Series)[0]
        claim = ledger.view(Release, series.releases[0]).figures[0][0]
        pair = ledger.judgements(about="origin", relation="not established")[0]
        one, other = (ledger.view(Release, identity).figures[0][1] for identity in (pair.subject, pair.object))
        changed = ledger.judgements(about="page", relation="version of")[0].subject
        return {
            "home": "/", "story": f"/story/{ledger.views(Story)[0].id}", "figure": f"/series/{series.id}", "claim": f"/claim/{claim}",
            "article": f"/article/{changed}", "source": "/source?name=Ilse%20Varnay", "outlet": "/source?name=Polaris%20Wire", "search": "/search?q=killed",
            "review": "/review", "desk": f"/review/claim/{waiting(ledger)[0].row.id}", "pair": f"/review/pair/{one}/{other}", "decisions": "/review/decisions",
            "draft": "/draft", "articles": "/articles", "left out": "/omissions", "log": "/log", "door": "/door", "nothing": "/claim/none",
        }  # fmt: skip


NAMES = ("home", "story", "figure", "claim", "article", "source", "outlet", "search", "review", "desk", "pair", "decisions", "draft", "articles", "left out", "log", "door", "nothing")  # fmt: skip
_UNFOLD = "document.querySelectorAll('details').forEach((each) => (each.open = true))"
_AXE = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
  .map((v) => v.id + ': ' + v.help + ' — ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ') + ' ' + (n.any[0]?.message || '')).join(' | '))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Any, served: Served, scheme: str) -> None:
    """Everything unfolded, in both colour schemes, axe-core reports no violation on any page."""
    if not AXE.is_file():
        pytest.skip("axe-core is not here: make frontend brings it")
    watched = Watched(browser, served, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    found = {}
    for name, path in kinds(served.path).items():
        watched.go(path)
        watched.page.evaluate(_UNFOLD)
        watched.page.evaluate(AXE.read_text("utf-8"))
        if violations := watched.page.evaluate(_AXE):
            found[name] = violations
    watched.context.close()
    assert not found, "\n".join(f"{name}: {each}" for name, all_ in found.items() for each in all_)


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_nothing_sticks_out(browser: Any, served: Served, width: int) -> None:
    """At phone width, at 200 % zoom of a usual screen, and on it, no page scrolls sideways; wide tables scroll in their own frame."""
    watched = Watched(browser, served, viewport={"width": width, "height": 800})
    wide = []
    for name, path in kinds(served.path).items():
        watched.go(path)
        watched.page.evaluate(_UNFOLD)
        if watched.page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(name)
    watched.context.close()
    assert not wide and not watched.trouble and served.app.state.reports == 0


def test_reading_needs_no_scripts(browser: Any, served: Served) -> None:
    """Without scripts every page shows its heading, and origins unfold."""
    watched = Watched(browser, served, java_script_enabled=False)
    for path in kinds(served.path).values():
        watched.go(path)
        assert watched.page.locator("h1").count() == 1
    watched.go(kinds(served.path)["story"])
    origin = watched.page.locator("details.origin").first
    origin.locator("summary").click()
    assert origin.locator("li").first.is_visible()
    watched.context.close()


def test_a_newcomer_finds_the_answers(watched: Watched) -> None:
    """From the front page, by its links alone: the newest figure, who gave it, through whose hands, how many origins, who disputes it, which page changed."""
    page = watched.page
    watched.go("/")
    assert (
        "newest named" in page.locator(".card.first .numbers").inner_text()
        and "Ilse Varnay" in page.locator(".card.first .numbers").inner_text()
    )
    assert "named origins" in page.locator(".card.first .fold").inner_text()
    assert page.locator("h2", has_text="Disputed").is_visible()
    page.locator(".card.first h3 a").click()
    page.locator("article.story").wait_for()
    assert page.locator(".tag", has_text="page changed").first.is_visible() and page.locator("text=disputed").count()
    page.locator(".standfirst sup a").first.click()
    page.locator("ol.path").wait_for()
    assert page.locator("ol.path .hop").count() >= 1
    page.go_back()
    page.locator(".notices a", has_text="TV Isk").first.click()
    page.locator("#versions").wait_for()
    assert page.locator("#versions ins").count() >= 1


def test_the_keyboard_reaches_everything(watched: Watched) -> None:
    """The first stop skips to the content; every stop on the story page shows its focus and has a name."""
    page = watched.page
    watched.go(kinds(watched.served.path)["story"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    for _ in range(40):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "(() => { const e = document.activeElement, s = getComputedStyle(e); return [s.outlineStyle, (e.innerText || e.labels?.[0]?.innerText || e.ariaLabel || '').trim()] })()"
        )
        assert seen[0] != "none" and seen[1]


def test_the_hand_off_file_opens_from_disk(watched: Watched, browser: Any, tmp_path: Path) -> None:
    """Saved and opened from disk, with the network cut, it shows figures and footnotes, and loads nothing."""
    watched.go("/")
    with watched.page.expect_download() as coming:
        watched.page.locator("text=hand-off file").click()
    file = tmp_path / coming.value.suggested_filename
    coming.value.save_as(file)
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert page.locator("svg.chart").count() and page.locator("ol.notes li").count() > 10
    page.locator("sup a").first.click()
    context.close()
    assert asked == [file.as_uri()]


def test_print_leaves_the_controls_out(watched: Watched) -> None:
    """On paper there are words and pictures, no buttons."""
    watched.go(kinds(watched.served.path)["story"])
    watched.page.emulate_media(media="print")
    assert watched.page.locator("button:visible").count() == 0 and watched.page.locator("svg.chart").is_visible()
