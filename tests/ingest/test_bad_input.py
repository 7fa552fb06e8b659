"""Whatever comes in, each input ends as a page or as an omission that names it, its kind and the way out."""

from __future__ import annotations

import gzip
import io
import os
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.errors import UsageError
from firsthand.ingest import IngestOptions, gather
from firsthand.ingest.refusals import WAYS_OUT
from firsthand.records import Omission, Page

from .samples import STORY, gathered, put, zip_of

SMALL = IngestOptions(page_bytes=1 << 20)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", "PDF document"),
        ("renamed.html", b"%PDF-1.7\n", "PDF document"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "PNG image"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG image"),
        ("a.db", b"SQLite format 3\0\x10", "SQLite database"),
        ("a.docx", zip_of("[Content_Types].xml", "word/document.xml"), "Word document"),
        ("a.xlsx", zip_of("xl/workbook.xml"), "Excel workbook"),
        ("a.epub", zip_of("mimetype", "META-INF/container.xml"), "EPUB book"),
        ("a.zip", zip_of("a.html"), "zip archive"),
        ("a.wacz", zip_of("datapackage.json"), "WACZ without archives"),
        ("a.tar", b"\0" * 100 + b"x" * 157 + b"ustar\0" + b"x" * 200, "tar archive"),
        ("a.tar.gz", gzip.compress(b"n" * 257 + b"ustar\0" + b"x" * 200, mtime=0), "tar archive"),
        ("a.gz", gzip.compress(gzip.compress(STORY, mtime=0), mtime=0), "gzip file inside a gzip file"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "old Office document"),
        ("a.rtf", b"{\\rtf1 Ferry}", "RTF document"),
        ("a.eml", b"Message-ID: <1@bay.example>\r\nMIME-Version: 1.0\r\n\r\nHello", "e-mail message"),
        ("a.csv", b"a,b\n1,2\n", "CSV table"),
        ("a.xml", b"<?xml version='1.0'?><urlset><url/></urlset>", "sitemap"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG image"),
        ("b.xml", b"<?xml version='1.0'?><ledger/>", "XML document <ledger>"),
        ("noise", bytes(range(256)) * 9, "binary data"),
        ("noise.html", bytes(range(256)) * 9, "binary data"),
        ("noise.txt", b"The ferry\0\0\0\0 stopped" * 9, "binary data"),
        ("a.arc", b"filedesc://x.arc 0.0.0.0", "ARC archive"),
    ],
)
def test_an_unsupported_kind_is_named(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    path = put(tmp_path, name, data)
    pages, (omission,) = gathered(path)
    assert not pages and (omission.stage, omission.subject, omission.reason) == (
        "ingest",
        str(path),
        "unsupported kind",
    )
    assert omission.detail == f"{kind}; {WAYS_OUT['unsupported kind']}"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.html", b"", "empty"),
        ("blank.txt", b" \n\t\r\n", "empty"),
        ("bom.txt", b"\xef\xbb\xbf", "empty"),
        ("empty.gz", gzip.compress(b"", mtime=0), "empty"),
        ("big.html", b"<html>" + b"x" * (2 << 20), "too large"),
        ("big.txt", b"x" * (2 << 20), "too large"),
        ("big.xml", b"<rss><channel>" + b"x" * (2 << 20), "too large"),
        ("line.jsonl", b'{"text": "' + b"x" * (2 << 20), "too large"),
        ("bomb.html.gz", gzip.compress(b"<html>" + b" " * (8 << 20), mtime=0), "decompression bomb"),
        ("bomb.jsonl.gz", gzip.compress(b'{"text": "' + b"a" * (8 << 20), mtime=0), "decompression bomb"),
        ("cut.gz", gzip.compress(bytes(range(256)) * 16, mtime=0)[:10], "damaged archive"),
        ("broken.gz", b"\x1f\x8b\x08\0" + b"\xff" * 50, "damaged archive"),
        ("broken.wacz", b"PK\x03\x04" + b"\0" * 50, "damaged archive"),
        ("feed.xml", b"<rss version='2.0'><channel><title>x</title></channel></rss>", "feed without entries"),
        ("a.warc", b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "archive without pages"),
    ],
)  # fmt: skip
def test_bad_bytes_become_an_omission(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = put(tmp_path, name, data)
    pages, omissions = gathered(path, options=SMALL)
    assert not pages and [o.reason for o in omissions] == [reason]
    assert omissions[0].subject.startswith(str(path)) and omissions[0].detail.endswith(WAYS_OUT[reason])


def test_a_huge_line_is_passed_over_not_held(tmp_path: Path) -> None:
    """The row after it is still read; memory stays at the limit."""
    path = tmp_path / "p.jsonl"
    with path.open("wb") as out:
        out.write(b'{"text": "')
        for _ in range(64):
            out.write(b"x" * (1 << 20))
        out.write(b'"}\n{"text": "The ferry stopped."}\n')
    pages, omissions = gathered(path, options=SMALL)
    assert len(pages) == 1 and [(o.subject, o.reason) for o in omissions] == [(f"{path}:1", "too large")]


def test_missing_things_are_named(tmp_path: Path) -> None:
    (tmp_path / "hollow").mkdir()
    names = [
        tmp_path / "gone.html",
        tmp_path / "*.nothing",
        tmp_path / "hollow",
        "",
        "a\0b",
        "x" * 5000,
        "ftp://bay.example/a",
        "http://",
    ]
    _, omissions = gathered(*names)
    assert [o.reason for o in omissions] == [
        "not found", "nothing matches", "empty folder", "not found", "not found", "not found", "address refused", "address refused",
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="needs sockets in the file system")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A device or a socket; a pipe inside a folder would otherwise be read for ever."""
    with socket.socket(socket.AF_UNIX) as server:
        monkeypatch.chdir(tmp_path)
        server.bind("s")
        os.mkfifo(tmp_path / "pipe")
        put(tmp_path, "a.html", STORY)
        pages, omissions = gathered("/dev/zero", tmp_path)
    assert len(pages) == 1 and [o.reason for o in omissions] == ["not a regular file"] * 3


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    path = put(tmp_path, "a.html", STORY)
    path.chmod(0)
    assert [o.reason for o in gathered(path)[1]] == ["unreadable"]


def test_a_file_that_fails_while_read_is_named() -> None:
    """A disk or a pipe may break in the middle."""

    class Breaking(io.BytesIO):
        def read1(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    assert [o.reason for o in gathered("-", options=IngestOptions(stdin=Breaking(b"x")))[1]] == ["unreadable"]


def test_a_name_that_is_no_unicode_can_be_stored(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.pdf"
    try:
        with open(name, "wb") as out:
            out.write(b"%PDF-1.7")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    (omission,) = gathered(os.fsdecode(name))[1]
    assert omission.subject.endswith("caf\\xe9.pdf")
    omission.subject.encode()


def test_folders_are_read_in_order_without_hidden_things(tmp_path: Path) -> None:
    """Sorted by path; the folder of pictures a browser saves beside a page belongs to that page."""
    for name in (
        "b.html",
        "a.html",
        "sub/c.html",
        ".hidden/d.html",
        ".e.html",
        "a_files/frame.html",
        "lone_files/f.html",
    ):
        put(tmp_path / "case", name, STORY + name.encode())
    pages, omissions = gathered(tmp_path / "case")
    assert [page.via for page in pages] == [
        "file:case/a.html", "file:case/b.html", "file:case/lone_files/f.html", "file:case/sub/c.html",
    ]  # fmt: skip
    assert not omissions


def test_a_pattern_is_expanded_in_order(tmp_path: Path) -> None:
    for name in ("b.html", "a.html", "c.pdf", "deep/d.html"):
        put(tmp_path, name, STORY if name.endswith("html") else "%PDF-")
    pages, _ = gathered(tmp_path / "**" / "*.html")
    assert [page.via for page in pages] == ["file:a.html", "file:b.html", "file:d.html"]


def test_a_file_named_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    assert len(gathered(put(tmp_path, "a[1].html", STORY))[0]) == 1


def test_one_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    names = [
        put(tmp_path, "a.pdf", "%PDF-"),
        put(tmp_path, "b.html", STORY),
        tmp_path / "gone",
        put(tmp_path, "c.html", STORY),
    ]
    items = list(gather([str(name) for name in names], options=IngestOptions()))
    assert [type(item) for item in items] == [Omission, Page, Omission, Page]


def test_limits_must_make_sense() -> None:
    with pytest.raises(UsageError, match="page_bytes"):
        IngestOptions(page_bytes=0)


STARTS = (
    b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"PK\x03\x04", b"<rss>", b"<feed>", b"<html>", b'{"text": ', b"[{", b"%PDF", b"\xff\xfe", b"http://",
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n", b"<?xml version='1.0'?>", b"<!DOCTYPE",
    b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://bay.example/\r\nContent-Length: 30\r\n\r\n",
)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.sampled_from(STARTS),
    rest=st.binary(max_size=400),
    name=st.sampled_from(["-", "a.jsonl", "a.html", "a.xml"]),
)
def test_any_bytes_at_all_are_accounted_for(tmp_path: Path, start: bytes, rest: bytes, name: str) -> None:
    """Nothing raises, and something always comes out; the same bytes give the same items."""
    data = start + rest
    if name != "-":
        name = str(put(tmp_path, name, data))
    first, second = (list(gather([name], options=IngestOptions(stdin=io.BytesIO(data)))) for _ in range(2))
    assert first and first == second
    for item in first:
        if isinstance(item, Omission):
            assert item.stage == "ingest" and item.reason in WAYS_OUT and item.detail.endswith(WAYS_OUT[item.reason])
