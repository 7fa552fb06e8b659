"""Feeds: full text becomes a page with its own date; a teaser is named with its link."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from firsthand.ingest import IngestOptions
from firsthand.ingest.feeds import iso
from firsthand.records import Omission, Page

from .samples import STORY, gathered, put

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Bay</title><link>https://bay.example/</link>%s</channel></rss>"""
FULL = """<item><title>Ferry &amp; crew stopped</title><link>https://bay.example/1</link><dc:creator>Ada Quill</dc:creator>
<media:content url="https://bay.example/p.jpg"><media:title>Not this</media:title></media:content>
<pubDate>Sun, 04 May 2031 01:30:00 +0300</pubDate><description>A teaser.</description>
<content:encoded><![CDATA[<p>The harbour master said the ferry had been stopped.</p>]]></content:encoded></item>"""
TEASER = """<item><title>Crew home</title><link>https://bay.example/2</link><guid>2031-05-01</guid>
<description>The crew came home on Friday, the owner said &#8230;</description></item>"""
ATOM = (
    """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://bay.example/news/"><title>The Bay</title>%s</feed>"""
)


def rows(pages: list[Page]) -> list[dict[str, str]]:
    return [json.loads(page.body) for page in pages]


def test_an_entry_with_its_text_is_a_page(tmp_path: Path) -> None:
    """The date keeps the zone it was written in: in UTC this one would fall on the day before."""
    pages, omissions = gathered(put(tmp_path, "feed.xml", RSS % FULL))
    assert not omissions
    assert (pages[0].url, pages[0].via, pages[0].content_type) == (
        "https://bay.example/1", "feed:feed.xml", "application/vnd.firsthand.page+json",
    )  # fmt: skip
    (row,) = rows(pages)
    assert row["published"] == "2031-05-04T01:30:00+03:00"
    assert (row["title"], row["byline"], row["via"]) == ("Ferry & crew stopped", "Ada Quill", "feed")
    assert "<p>The harbour master said" in row["html"] and "<h1>Ferry &amp; crew stopped</h1>" in row["html"]


def test_a_teaser_is_named_with_its_link(tmp_path: Path) -> None:
    pages, (omission,) = gathered(put(tmp_path, "feed.xml", RSS % TEASER))
    assert not pages and (omission.subject, omission.reason) == (
        "https://bay.example/2",
        "feed entry without full text",
    )
    assert "--follow-links" in omission.detail


def test_links_are_followed_when_asked(tmp_path: Path) -> None:
    """Only for entries without their text."""
    asked: list[str] = []

    def fetch(url: str, /) -> Page | Omission:
        asked.append(url)
        return Page(url=url, body=STORY, content_type="text/html", via="fetch")

    path = put(tmp_path, "feed.xml", RSS % (FULL + TEASER))
    pages, omissions = gathered(path, options=IngestOptions(fetch=fetch, follow_links=True))
    assert (
        [page.via for page in pages] == ["feed:feed.xml", "fetch"]
        and not omissions
        and asked == ["https://bay.example/2"]
    )
    assert len(gathered(path, options=IngestOptions(fetch=fetch))[1]) == 1


def test_a_date_is_never_made_up(tmp_path: Path) -> None:
    """An identifier that looks like a date is none, and *updated* is not *published*."""
    words = "The harbour master said the ferry had been stopped. " * 30
    undated = (
        f"<item><guid>2031-05-01</guid><link>https://bay.example/3</link><description>{words}</description></item>"
    )
    updated = (
        f'<entry><link href="4"/><updated>2031-05-01T00:00:00Z</updated><content type="text">{words}</content></entry>'
    )
    pages, _ = gathered(put(tmp_path, "a.xml", RSS % undated), put(tmp_path, "b.xml", ATOM % updated))
    assert [row["published"] for row in rows(pages)] == [None, None]


@pytest.mark.parametrize(
    ("content", "key", "expected"),
    [
        ('<content type="html">&lt;p&gt;The ferry stopped.&lt;/p&gt;</content>', "html", "<p>The ferry stopped.</p>"),
        ('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Fog &amp; ice.</p></div></content>', "html", "Fog &amp; ice.</p>"),
        ("<content>Fog &amp; ice: 1 &lt; 2.</content>", "text", "Fog & ice: 1 < 2."),
    ],
)  # fmt: skip
def test_atom_content_is_read_as_its_type_says(tmp_path: Path, content: str, key: str, expected: str) -> None:
    entry = f'<entry><title>A</title><link rel="self" href="/feed"/><link href="fog"/><published>2031-05-04</published>{content}</entry>'
    pages, omissions = gathered(put(tmp_path, "feed.atom", ATOM % entry))
    assert not omissions and pages[0].url == "https://bay.example/news/fog"
    assert expected in rows(pages)[0][key] and rows(pages)[0]["published"] == "2031-05-04"


def test_json_feeds_are_read(tmp_path: Path) -> None:
    items = [
        {"id": "https://bay.example/1", "content_text": "The ferry stopped.", "date_published": "2031-05-04T01:00:00+03:00", "authors": [{"name": "Ada Quill"}]},
        {"id": "2", "url": "https://bay.example/2", "content_html": "<p>Fog.</p>", "title": "Fog"},
        {"id": "3", "url": "https://bay.example/3", "summary": "Short."},
        "nonsense",
    ]  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Bay", "items": items}
    for name, indent in (("feed.json", None), ("feed", 2)):
        pages, omissions = gathered(put(tmp_path, name, json.dumps(feed, indent=indent)))
        assert [page.url for page in pages] == ["https://bay.example/1", "https://bay.example/2"]
        assert rows(pages)[0] | {"text": "The ferry stopped.", "byline": "Ada Quill"} == rows(pages)[0]
        assert [o.subject for o in omissions] == ["https://bay.example/3"]


@pytest.mark.parametrize(
    "broken",
    [
        FULL.replace("&amp; crew", "&nbsp; crew"),
        FULL.replace("</dc:creator>", ""),
        FULL.replace("dc:creator", "qq:creator"),
        FULL.replace("Ferry &amp; crew", "Ferry & crew < 9 \x0b"),
        FULL
        + "<item><title>Two</title><link>https://bay.example/2</link><description>A & B &eacute; said.</description></item>",
        FULL.replace("<description>A teaser.</description>", "<description>A <b>teaser<br></description>"),
    ],
)
def test_a_feed_that_is_not_well_formed_is_still_read(tmp_path: Path, broken: str) -> None:
    pages, _ = gathered(put(tmp_path, "feed.xml", RSS % broken))
    assert [page.url for page in pages] == ["https://bay.example/1"] and "harbour master" in rows(pages)[0]["html"]
    assert rows(pages)[0]["published"] == "2031-05-04T01:30:00+03:00"


def test_a_feed_cut_off_does_not_pass_half_a_text_for_a_whole(tmp_path: Path) -> None:
    """The entries before are pages; the one it breaks off in is named; so is what cannot be mended at all."""
    second = FULL.replace("example/1", "example/2")
    whole = RSS % (FULL + second)
    pages, omissions = gathered(put(tmp_path, "feed.xml", whole[: whole.rindex("harbour master")]))
    assert [page.url for page in pages] == ["https://bay.example/1"]
    assert [(o.subject, o.reason) for o in omissions] == [("https://bay.example/2", "feed entry without full text")]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "iso-8859-1"),
        ("iso-8859-1", "utf-8"),
        ("utf-8", "cp1252"),
        ("utf-16", "utf-16"),
        ("nonsense", "utf-8"),
    ],
)
def test_a_feed_that_misstates_its_charset_is_read_right(tmp_path: Path, declared: str, encoding: str) -> None:
    feed = (RSS % FULL.replace("harbour master", "café owner")).replace('encoding="utf-8"', f'encoding="{declared}"')
    pages, _ = gathered(put(tmp_path, "feed.xml", feed.encode(encoding)))
    assert "café owner" in rows(pages)[0]["html"]


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    """Neither a billion laughs nor a file of this machine."""
    secret = put(tmp_path, "secret.txt", "the harbour's key")
    kind = f'<!DOCTYPE rss [<!ENTITY a "{"ha" * 500}"><!ENTITY b "{"&a;" * 500}"><!ENTITY c "{"&b;" * 500}"><!ENTITY s SYSTEM "file://{secret}">]>'
    feed = (RSS % FULL.replace("had been stopped", "&s; &c;")).replace("<rss", kind + "<rss", 1)
    pages, _ = gathered(put(tmp_path, "feed.xml", feed))
    assert all(b"key" not in page.body and len(page.body) < 1 << 20 for page in pages)


@pytest.mark.parametrize(
    "text",
    [
        "The owner said […]",
        "The owner said [...]",
        "The ferry stopped. Read more",
        "The ferry stopped, the owner said...",
        "",
    ],
)
def test_cut_text_is_not_full_text(tmp_path: Path, text: str) -> None:
    """Also when the feed calls it its content."""
    entry = f'<entry><link href="1"/><content type="text">{text}</content></entry>'
    pages, omissions = gathered(put(tmp_path, "feed.xml", ATOM % entry))
    assert not pages and [o.reason for o in omissions] == ["feed entry without full text"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Sun, 04 May 2031 01:30:00 EST", "2031-05-04T01:30:00-05:00"),
        ("2031-05-04T01:30:00Z", "2031-05-04T01:30:00Z"),
        ("4 May", None),
        ("2031-99-99", None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_feed_dates(written: str | None, expected: str | None) -> None:
    assert iso(written) == expected


def test_an_address_that_is_a_feed_gives_its_entries() -> None:
    def fetch(url: str, /) -> Page | Omission:
        return Page(url=url, body=(RSS % FULL).encode(), content_type="text/xml", via="fetch")

    pages, _ = gathered("https://bay.example/rss", options=IngestOptions(fetch=fetch))
    assert [(page.url, page.via) for page in pages] == [("https://bay.example/1", "feed:https://bay.example/rss")]


def test_an_entry_knows_the_outlet_by_the_feeds_title() -> None:
    """The feed's own title, without its section, is the outlet of its entries."""
    from firsthand.ingest.entries import xml_entries

    atom = b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Tarn Post - World</title><entry><title>Flood</title></entry></feed>'
    rss = b"<rss><channel><title>Tarn Post</title><item><title>Flood</title></item></channel></rss>"
    assert [entry.outlet for feed in (atom, rss) for entry in xml_entries(feed)] == ["Tarn Post", "Tarn Post"]
