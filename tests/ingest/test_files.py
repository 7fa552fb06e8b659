"""Saved pages, messages, text, rows: what each kind of file becomes."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from firsthand.ingest import IngestOptions
from firsthand.ingest.saved import address_in

from .samples import MHTML, STORY, gathered, put


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<!-- saved from url=(0033)https://harbour.example/ferry?a=1 -->", "https://harbour.example/ferry?a=1"),
        ("<!-- saved from url=(0014)about:internet -->", ""),
        (
            "<!--\n Page saved with SingleFile \n url: https://harbour.example/ferry \n saved date: Sun May 04 2031 -->",
            "https://harbour.example/ferry",
        ),
        ('<link rel="canonical" href="https://harbour.example/a?x=1&amp;y=2">', "https://harbour.example/a?x=1&y=2"),
        ("<link href='https://harbour.example/a' rel='canonical'/>", "https://harbour.example/a"),
        ("<link rel=canonical href=https://harbour.example/a>", "https://harbour.example/a"),
        ('<link rel="canonical" href="/a">', ""),
        ('<meta property="og:url" content="https://harbour.example/a#top">', "https://harbour.example/a"),
        ('<meta content="https://harbour.example/a" property="og:url">', "https://harbour.example/a"),
        (
            '<link rel="canonical" href="https://other.example/">'
            "<!-- saved from url=(0025)https://harbour.example/a -->",
            "https://harbour.example/a",
        ),
        ('<link rel="canonical" href=""><meta property="og:url" content="https://harbour.example/a">', "https://harbour.example/a"),
        ('<link rel="stylesheet" href="https://harbour.example/s.css">', ""),
        ('<link rel="canonical" href="javascript:alert(1)">', ""),
    ],
)  # fmt: skip
def test_a_saved_page_names_its_address(head: str, address: str) -> None:
    """The saving program's mark wins over the site's own; what is no whole web address is none."""
    assert address_in(head) == address


def test_saved_html_keeps_its_bytes(tmp_path: Path) -> None:
    """The body is what is on disk, also in an encoding nobody declared."""
    body = b"<!-- saved from url=(0021)https://bay.example/x -->\r\n<html><p>Caf\xe9</p></html>"
    pages, omissions = gathered(put(tmp_path, "a.html", body))
    assert (pages[0].body, pages[0].url, pages[0].via, omissions) == (body, "https://bay.example/x", "file:a.html", [])
    assert pages[0].retrieved_at is None


def test_a_local_page_without_an_address_has_none(tmp_path: Path) -> None:
    pages, _ = gathered(put(tmp_path, "a.html", STORY))
    assert (pages[0].url, pages[0].via, pages[0].content_type) == ("", "file:a.html", "text/html")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("noname", STORY),
        ("page.txt", STORY),
        ("a.xhtml", b"<?xml version='1.0'?>\n<!-- x --><html xmlns='http://www.w3.org/1999/xhtml'><p>A</p></html>"),
        ("utf16", "<html><p>Ferry</p></html>".encode("utf-16")),
        ("bare16.html", "<html><p>Ferry stopped</p></html>".encode("utf-16-le")),
        ("warning.html", b"Notice: undefined index\n<!DOCTYPE html><html><p>A</p></html>"),
        ("fragment", b"<p>The ferry was stopped.</p>"),
        ("a.html.gz", gzip.compress(STORY, mtime=0)),
    ],
)
def test_html_is_known_by_its_bytes(tmp_path: Path, name: str, data: bytes) -> None:
    pages, omissions = gathered(put(tmp_path, name, data))
    assert [page.content_type for page in pages] == ["text/html"] and not omissions


def test_singlefile_says_when_it_saved(tmp_path: Path) -> None:
    mark = (
        "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://bay.example/x \n"
        " saved date: Sun May 04 2031 08:30:00 GMT+0200 (Central European Summer Time)\n--><p>A</p></html>"
    )
    pages, _ = gathered(put(tmp_path, "a.html", mark))
    assert (pages[0].url, pages[0].retrieved_at) == ("https://bay.example/x", "2031-05-04T08:30:00+02:00")


def test_mhtml_gives_its_main_part(tmp_path: Path) -> None:
    """Not the frame before it: the part at the snapshot's own address, decoded from mail form, in its charset."""
    pages, omissions = gathered(put(tmp_path, "a.mhtml", MHTML))
    assert [page.body for page in pages] == [b"<p>The caf\xe9 owner said the ferry had stopped.</p>"] and not omissions
    assert pages[0].content_type == "text/html; charset=windows-1252"
    assert (pages[0].url, pages[0].retrieved_at) == ("https://harbour.example/ferry", "2031-05-04T06:30:00+02:00")


def test_mhtml_may_hold_bare_pictures(tmp_path: Path) -> None:
    """Some browsers write pictures as they are, and the message looks binary."""
    data = MHTML.replace(b"base64\r\n\r\niVBORw0KGgo=", b"binary\r\n\r\n" + bytes(range(256)) * 9)
    assert len(gathered(put(tmp_path, "a.mhtml", data))[0]) == 1


@pytest.mark.parametrize(
    "data",
    [
        MHTML[: MHTML.index(b"<p>Buy")],
        MHTML.replace(b"text/html", b"text/calendar"),
        MHTML.replace(b'boundary="----part-1"', b'charset="x"'),
    ],
)
def test_a_broken_mhtml_is_named(tmp_path: Path, data: bytes) -> None:
    pages, omissions = gathered(put(tmp_path, "a.mhtml", data))
    assert not pages and [omission.reason for omission in omissions] == ["malformed message"]


def test_text_is_a_page_without_address(tmp_path: Path) -> None:
    pages, _ = gathered(put(tmp_path, "note.txt", "Ferry stopped\n\nThe harbour master said so.\n"))
    assert (pages[0].url, pages[0].content_type, pages[0].via) == ("", "text/plain", "file:note.txt")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"The harbour master said so.", "text/plain"),
        (STORY, "text/html"),
        (b'{"text": "The ferry stopped.", "url": "https://bay.example/x"}\n', "application/vnd.firsthand.page+json"),
    ],
)
def test_stdin_is_sniffed(data: bytes, kind: str) -> None:
    pages, omissions = gathered("-", options=IngestOptions(stdin=io.BytesIO(data)))
    assert [(page.content_type, page.via) for page in pages] == [(kind, "stdin")] and not omissions


ROW = {
    "url": "https://bay.example/x",
    "published": "2031-05-04",
    "title": None,
    "outlet": "bay.example",
    "text": "Café said.",
}


def test_a_row_is_its_canonical_json(tmp_path: Path) -> None:
    """The same row in another order of keys is the same page; the same row twice has one id."""
    lines = [
        json.dumps(ROW),
        json.dumps(dict(reversed(list(ROW.items()))), indent=None),
        json.dumps(ROW, ensure_ascii=False),
    ]
    pages, omissions = gathered(put(tmp_path, "pages.jsonl", "\ufeff" + "\r\n".join(lines)))
    assert len(pages) == 3 and len({page.id for page in pages}) == 1 and not omissions
    assert json.loads(pages[0].body) == ROW and list(json.loads(pages[0].body)) == sorted(ROW)
    assert (pages[0].url, pages[0].via) == ("https://bay.example/x", "jsonl:pages.jsonl")


def test_a_row_of_html_is_a_web_page(tmp_path: Path) -> None:
    pages, _ = gathered(put(tmp_path, "p.jsonl", json.dumps({"url": "https://bay.example/x", "html": "<p>Café</p>"})))
    assert (pages[0].body, pages[0].content_type) == ("<p>Café</p>".encode(), "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "The ferry', "malformed row"),
        ("not json", "malformed row"),
        ("[1, 2]", "malformed row"),
        ('{"url": "https://bay.example/x"}', "row without text"),
        ('{"text": "   "}', "row without text"),
        ('{"text": 5}', "row without text"),
        ('{"text": "a", "url": 7}', "malformed row"),
        ('{"text": "half \\ud83d a pair"}', "malformed row"),
        ('{"text": "a", "n": NaN}', "malformed row"),
        ('{"text": "a", "n": ' + "[" * 5000 + "]" * 5000 + "}", "malformed row"),
        ('{"text": "a", "n": ' + "9" * 9000 + "}", "malformed row"),
    ],
)
def test_a_bad_row_is_named_by_its_line(tmp_path: Path, line: str, reason: str) -> None:
    """And the rows around it are kept."""
    good = json.dumps(ROW)
    path = put(tmp_path, "p.jsonl", f"{good}\n\n{line}\n{good}\n")
    pages, omissions = gathered(path)
    assert len(pages) == 2 and [(o.subject, o.reason) for o in omissions] == [(f"{path}:3", reason)]


def test_a_file_of_bad_rows_is_counted_not_listed(tmp_path: Path) -> None:
    _, omissions = gathered(put(tmp_path, "p.jsonl", "nonsense\n" * 1000))
    assert len(omissions) == 201 and omissions[-1].reason == "too many bad lines" and "800" in omissions[-1].detail


def test_a_json_list_of_rows_is_read(tmp_path: Path) -> None:
    pages, omissions = gathered(put(tmp_path, "p.json", json.dumps([ROW, 3, ROW], indent=1)))
    assert len(pages) == 2 and [o.reason for o in omissions] == ["malformed row"]


def test_a_pretty_printed_row_is_one_row(tmp_path: Path) -> None:
    pages, omissions = gathered(put(tmp_path, "p.json", json.dumps(ROW, indent=2)))
    assert len(pages) == 1 and not omissions


def test_other_json_is_named(tmp_path: Path) -> None:
    _, omissions = gathered(put(tmp_path, "p.json", '{"name": "package", "version": "1"}'))
    assert [o.reason for o in omissions] in (["unsupported kind"], ["row without text"])


def test_a_list_of_addresses_is_not_fetched_unasked(tmp_path: Path) -> None:
    """Without a fetcher the network is not touched, and each address is accounted for."""
    path = put(tmp_path, "list.txt", "# to read\nhttps://bay.example/1\n\n  http://bay.example/2  \n")
    _, omissions = gathered(path, "https://bay.example/3")
    assert [(o.subject, o.reason) for o in omissions] == [
        (f"https://bay.example/{n}" if n != 2 else "http://bay.example/2", "not fetched") for n in (1, 2, 3)
    ]


def test_text_with_an_address_in_it_stays_text(tmp_path: Path) -> None:
    pages, _ = gathered(put(tmp_path, "a.txt", "https://bay.example/1\nThe ferry was stopped.\n"))
    assert len(pages) == 1


def test_addresses_are_fetched_by_the_given_fetcher(tmp_path: Path) -> None:
    """A seam: the caller's fetcher gets each address; what it breaks becomes an omission."""
    from firsthand.records import Omission, Page

    def fetch(url: str, /) -> Page | Omission:
        if url.endswith("2"):
            raise RuntimeError("cable cut")
        return Page(url=url, body=STORY, content_type="text/html", via="fetch")

    path = put(tmp_path, "list.urls", "https://bay.example/1\nhttps://bay.example/2\nftp://bay.example/3\n")
    pages, omissions = gathered(path, options=IngestOptions(fetch=fetch))
    assert [page.url for page in pages] == ["https://bay.example/1"]
    assert [o.reason for o in omissions] == ["could not be read", "not an address"]
