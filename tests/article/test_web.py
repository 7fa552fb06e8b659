"""A web page becomes an article: its story and nothing else, with the page's own facts beside it."""

from __future__ import annotations

import pytest

from tests.article import pages
from tests.article.pages import FIRST, SECOND, STORY, THIRD, blocks, read

STYLES = {
    "wire": pages.WIRE,
    "blog engine": pages.BLOG_ENGINE,
    "old tables": pages.OLD_TABLES,
    "rewriter": pages.REWRITER,
    "copy": pages.COPY,
    "undated": pages.UNDATED,
}
FURNITURE = (
    "cookies", "Accept", "Related stories", "Storm sinks trawler", "All rights reserved", "Share this", "Twitter", "Leave a Reply",
    "Your email address", "very cold indeed", "Guestbook", "Tea Time", "Webmaster", "Comments (3)", "newsletter", "Read more",
)  # fmt: skip


@pytest.mark.parametrize("style", STYLES)
def test_the_story_is_kept_whole_and_verbatim(style: str) -> None:
    text = read(STYLES[style], "https://site.example/a").text
    assert [part in text for part in STORY] == [True, True, True]


@pytest.mark.parametrize("style", STYLES)
def test_furniture_is_no_part_of_the_story(style: str) -> None:
    text = read(STYLES[style], "https://site.example/a").text
    assert [words for words in FURNITURE if words in text] == []


@pytest.mark.parametrize("style", STYLES)
def test_blocks_cover_the_text_and_stand_in_order(style: str) -> None:
    article = read(STYLES[style])
    assert "\n\n".join(blocks(article)) == article.text
    assert [b.kind for b in article.blocks].index("headline") == 0


@pytest.mark.parametrize(
    ("style", "url", "title", "outlet", "byline", "published"),
    [
        ("wire", "", "Ferry aground off Tessel Point", "Ordley Wire", "Mira Sandoval and Otto Brandt", "2031-05-04T06:10:00+02:00"),
        ("blog engine", "", "Ferry passengers wait for the tide", "Tessel Courier", "Petra Holm", "2031-05-05T08:05:00+02:00"),
        ("old tables", "http://caperadio.example/n.php", "Ferry: what the coastguard told us", "Cape Radio", None, None),
        ("rewriter", "https://orbitdaily.example/x", "Ferry Incident: What We Know So Far", "Orbit Daily", None, None),
        ("copy", "https://valegazette.example/x", "Ferry aground with 84 aboard", "Vale Gazette", "Ordley Wire", "2031-05-04"),
        ("undated", "https://tides.example/x", "Tide tables explained", "tides.example", None, None),
    ],
)  # fmt: skip
def test_the_page_says_what_it_is(
    style: str, url: str, title: str, outlet: str, byline: str | None, published: str | None
) -> None:
    article = read(STYLES[style], url)
    assert (article.title, article.outlet, article.byline, article.published) == (title, outlet, byline, published)


def test_each_fact_has_its_evidence() -> None:
    article = read(pages.WIRE)
    stated = {(e.name, e.where): e.value for e in article.evidence}
    assert stated["published", "json-ld datePublished"] == article.published
    assert stated["modified", "json-ld dateModified"] == article.modified == "2031-05-04T09:00:00+02:00"
    assert stated["title", "title element"] == "Ferry aground off Tessel Point | Ordley Wire"
    assert stated["outlet", "meta og:site_name"] == "Ordley Wire"


def test_evidence_and_links_point_at_their_words() -> None:
    for markup in STYLES.values():
        article = read(markup)
        for item in (*article.evidence, *article.credits):
            assert item.span is None or item.span.of(article.text) == item.value
        for link in article.links:
            assert link.span is not None and link.span.of(article.text) == link.words


def test_a_marked_summary_is_the_standfirst_and_pictures_are_captions() -> None:
    article = read(pages.BLOG_ENGINE)
    assert article.standfirst == "They sang, they slept, and in the end they walked ashore"
    assert blocks(article, "caption") == [
        "A white ferry leaning on a sandbank at dusk",
        "The Marigold on the bank. Photo: Jon Ames",
    ]


def test_credits_and_corrections_are_no_statements_of_the_story() -> None:
    article = read(pages.BLOG_ENGINE)
    assert blocks(article, "credit") == ["With reporting from Ordley Wire."]
    assert [e.value for e in article.credits] == ["Ordley Wire"]
    assert blocks(article, "note") == [
        "Correction, 6 May: An earlier version of this article gave the number aboard as 94."
    ]
    assert blocks(article, "body") == list(STORY)


def test_an_agency_is_credited_in_a_dateline_in_brackets_and_in_words() -> None:
    assert ("Ordley Wire", "dateline") in {(e.value, e.where) for e in read(pages.WIRE).credits}
    copy = read(pages.COPY)
    assert [e.value for e in copy.credits] == ["ORDLEY WIRE", "Tessel Courier"]


def test_the_original_source_is_named_and_linked() -> None:
    article = read(pages.REWRITER)
    assert article.original_source == "www.ordleywire.example"
    assert [(link.url, link.words) for link in article.links] == [
        ("https://www.ordleywire.example", "www.ordleywire.example")
    ]
    assert blocks(article, "note") == ["Original Source: www.ordleywire.example"]


@pytest.mark.parametrize(("style", "count"), [("rewriter", 0), ("blog engine", 3), ("wire", None)])
def test_comments_are_counted_and_left_out(style: str, count: int | None) -> None:
    assert read(STYLES[style]).comment_count == count


def test_a_copyright_year_is_no_date() -> None:
    article = read(pages.UNDATED)
    assert (article.published, article.modified) == (None, None)


def test_another_language_is_said_not_dropped() -> None:
    article = read(pages.FOREIGN)
    assert article.language == "fr"
    assert {e.where for e in article.evidence if e.name == "language"} == {"html lang", "words"}


def test_links_are_absolute_and_stand_on_their_words() -> None:
    markup = f"<h1>Ferry aground</h1><p>{FIRST} The <a href='/log \n'>ship's\n log</a> says so, and <a href='mailto:x@y.example'>more</a>.</p><p>{SECOND}</p>"
    (link,) = read(markup).links
    assert (link.url, link.words) == ("https://ordleywire.example/log", "ship's log")


@pytest.mark.parametrize("repeats", [3_000, 100_000])
def test_deep_nesting_does_not_hide_the_story(repeats: int) -> None:
    inside = f"<h1>Ferry aground</h1><p>{FIRST}</p><p>{SECOND}</p>"
    article = read(f"<html><body>{'<div>' * repeats}{inside}{'</div>' * repeats}</body></html>")
    assert blocks(article, "body") == [FIRST, SECOND]


def test_a_very_short_page_still_gives_its_paragraph() -> None:
    article = read("<html><body><h1>Ferry late</h1><p>The ferry was an hour late, its captain said.</p></body></html>")
    assert blocks(article) == ["Ferry late", "The ferry was an hour late, its captain said."]


def test_twenty_thousand_paragraphs_are_all_read() -> None:
    many = "".join(
        f"<p>The harbour log of day {n} says that two ferries left the quay late.</p>" for n in range(20_000)
    )
    article = read(f"<html><body><article><h1>Harbour log</h1>{many}</article></body></html>")
    assert len(blocks(article, "body")) == 20_000


def test_a_body_hidden_until_a_script_runs_is_read() -> None:
    article = read(
        f'<body style="visibility:hidden"><h1>Ferry aground</h1>{pages.paragraphs(*STORY, *STORY[:1])}</body>'
    )
    assert THIRD in article.text


def test_the_same_page_gives_the_same_article() -> None:
    assert read(pages.BLOG_ENGINE) == read(pages.BLOG_ENGINE)
