"""WARC and WACZ: the HTML in them comes out in order, the rest is counted, and damage costs no more than it must."""

from __future__ import annotations

import base64
import gzip
import io
import tracemalloc
import zlib
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

from firsthand.ingest import IngestOptions, gather
from firsthand.ingest.coding import dechunked
from firsthand.records import Page

from .samples import STORY, gathered, members, put, record, wacz

SMALL = IngestOptions(page_bytes=1 << 20)
INFO = record("urn:x", b"software: none\r\n", kind="warcinfo")


def urls(pages: list[Page]) -> list[str]:
    return [page.url.removeprefix("https://bay.example/") for page in pages]


@pytest.mark.parametrize(
    "pack", [lambda *blocks: b"".join(blocks), members, lambda *blocks: gzip.compress(b"".join(blocks), mtime=0)]
)
def test_html_records_become_pages(tmp_path: Path, pack) -> None:  # type: ignore[no-untyped-def]
    """Plain, compressed a record at a time, or as one: the pages and their capture dates are the same."""
    data = pack(
        INFO,
        record("https://bay.example/1"),
        record("https://bay.example/1", kind="request"),
        record("https://bay.example/2"),
    )
    pages, omissions = gathered(put(tmp_path, "a.warc.gz", data))
    assert urls(pages) == ["1", "2"] and not omissions
    page = pages[0]
    assert (page.body, page.content_type, page.via) == (STORY, "text/html; charset=utf-8", "warc:a.warc.gz")
    assert page.retrieved_at == "2031-05-04T06:30:00Z"


def test_what_is_no_page_is_counted_by_kind(tmp_path: Path) -> None:
    """One omission a kind, not one a record."""
    blocks = [record(f"https://bay.example/{n}.png", b"x", headers=["Content-Type: image/png"]) for n in range(500)]
    blocks += [
        record("https://bay.example/gone", status="404 Not Found"),
        record("https://bay.example/1", kind="revisit"),
    ]
    blocks += [record("dns:bay.example", kind="resource"), record("https://bay.example/2", kind="resource")]
    pages, omissions = gathered(put(tmp_path, "a.warc", b"".join(blocks)))
    assert urls(pages) == ["2"]
    assert {o.reason for o in omissions} == {"unsupported kind"}
    assert [o.detail.partition(",")[0] for o in omissions] == [
        "1 × HTTP 404",
        "1 × dns record",
        "500 × image",
        "1 × revisit record",
    ]


def test_a_page_without_a_type_is_known_by_its_bytes(tmp_path: Path) -> None:
    blocks = [record("https://bay.example/1", headers=[]), record("https://bay.example/2", b"%PDF-1.7", headers=[])]
    pages, omissions = gathered(put(tmp_path, "a.warc", b"".join(blocks)))
    assert urls(pages) == ["1"] and "PDF document" in omissions[0].detail


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (["Content-Encoding: gzip"], gzip.compress(STORY, mtime=0)),
        (["Content-Encoding: br"], brotli.compress(STORY)),
        (["Content-Encoding: deflate"], zlib.compress(STORY)),
        (["Content-Encoding: deflate"], raw_deflate(STORY)),
        (["Content-Encoding: gzip, br"], brotli.compress(gzip.compress(STORY, mtime=0))),
        (["Content-Encoding: gzip"], STORY),
        (["Content-Encoding: br"], STORY),
        (["Transfer-Encoding: chunked"], b"%x;note=1\r\n%s\r\n0\r\n\r\n" % (len(STORY), STORY)),
        (["Transfer-Encoding: chunked"], STORY),
        (["Transfer-Encoding: chunked", "Content-Encoding: gzip"], b"%x\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(STORY, mtime=0)), gzip.compress(STORY, mtime=0))),
    ],
)  # fmt: skip
def test_codings_are_undone(tmp_path: Path, headers: list[str], body: bytes) -> None:
    """Also where the archive holds the plain page under the header of a coded one."""
    data = record("https://bay.example/1", body, headers=["Content-Type: text/html", *headers])
    pages, omissions = gathered(put(tmp_path, "a.warc", data))
    assert [page.body for page in pages] == [STORY] and not omissions


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        ("Content-Encoding: gzip", gzip.compress(b"<p>" + b"a" * (30 << 20), mtime=0), "too large"),
        ("Content-Encoding: br", brotli.compress(b"<p>" + b"a" * (30 << 20)), "decompression bomb"),
        ("Content-Encoding: deflate", zlib.compress(b"<p>" + b"a" * (30 << 20)), "too large"),
        ("Content-Encoding: zstd", b"\x28\xb5\x2f\xfd", "undecodable"),
        ("Content-Encoding: gzip", b"\x1f\x8b\x08nonsense", "undecodable"),
        ("Content-Encoding: br", b"\xff\xfe\xfd\xfc" * 9, "undecodable"),
        ("Content-Encoding: gzip", gzip.compress(STORY, mtime=0)[:-20], "undecodable"),
        ("Content-Encoding: br", brotli.compress(STORY)[:-20], "undecodable"),
        ("Content-Encoding: deflate", zlib.compress(STORY)[:-20], "undecodable"),
        ("X: y", b"  ", "empty"),
        ("X: y", b"<p>" + b"a" * (3 << 20), "too large"),
    ],
)  # fmt: skip
def test_a_bad_record_costs_only_itself(tmp_path: Path, headers: str, body: bytes, reason: str) -> None:
    data = record("https://bay.example/1", body, headers=["Content-Type: text/html", headers]) + record(
        "https://bay.example/2"
    )
    pages, omissions = gathered(put(tmp_path, "a.warc", data), options=SMALL)
    assert urls(pages) == ["2"] and [o.reason for o in omissions] == [reason]
    assert omissions[0].subject.endswith("a.warc#https://bay.example/1")


@pytest.mark.parametrize("length", [10_000, 10**12, 40, 0, -5])
def test_a_wrong_length_costs_only_its_record(tmp_path: Path, length: int) -> None:
    """Too long, far too long, too short, none at all: the records after it are still read, and the damage is said."""
    data = (
        record("https://bay.example/1", length=length)
        + record("https://bay.example/2")
        + record("https://bay.example/3")
    )
    pages, omissions = gathered(put(tmp_path, "a.warc", data))
    assert urls(pages)[-2:] == ["2", "3"] or length == 10**12
    assert "damaged archive" in [o.reason for o in omissions]


def test_rubbish_between_records_is_passed_over(tmp_path: Path) -> None:
    data = record("https://bay.example/1") + b"rubbish\n" * 50 + record("https://bay.example/2")
    pages, omissions = gathered(put(tmp_path, "a.warc", data))
    assert urls(pages) == ["1", "2"] and [o.reason for o in omissions] == ["damaged archive"]


def test_endless_headers_are_not_held(tmp_path: Path) -> None:
    """Neither a line without end nor lines without end, of the archive or of the answer inside."""
    line, many = b"X: " + b"x" * (8 << 20), b"X: y\r\n" * 300_000
    start = b"WARC/1.0\r\nWARC-Type: response\r\n"
    inside = record("https://bay.example/2", b"", headers=["Content-Type: text/html", many.decode(), "X: y"])
    path = put(
        tmp_path,
        "a.warc",
        b"".join((start, line, b"\r\n\r\n", start, many, b"\r\n", inside, record("https://bay.example/1"))),
    )
    tracemalloc.start()
    pages, omissions = gathered(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert urls(pages)[-1] == "1" and "damaged archive" in [o.reason for o in omissions] and peak < 16 << 20


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("<https://bay.example/1>", "https://bay.example/1"),
        ("https://bay.example/1 2", "https://bay.example/1%202"),
    ],
)
def test_addresses_as_some_crawlers_write_them_are_mended(tmp_path: Path, written: str, url: str) -> None:
    pages, omissions = gathered(put(tmp_path, "a.warc", record(written)))
    assert [page.url for page in pages] == [url] and not omissions


@pytest.mark.parametrize("status", ["200", "200 OK", "200 Très bien"])
def test_a_status_line_may_be_short_or_foreign(tmp_path: Path, status: str) -> None:
    data = record("https://bay.example/1", status=status).replace(b"HTTP/1.1 ", b"HTTP/2.0 ")
    pages, omissions = gathered(put(tmp_path, "a.warc", data))
    assert [page.body for page in pages] == [STORY] and not omissions


def test_an_archive_cut_off_keeps_what_came_before(tmp_path: Path) -> None:
    whole = members(*(record(f"https://bay.example/{n}") for n in range(9)))
    pages, omissions = gathered(put(tmp_path, "a.warc.gz", whole[:-40]))
    assert urls(pages) == [str(n) for n in range(8)] and [o.reason for o in omissions] == ["damaged archive"]


def test_a_record_the_crawler_cut_is_kept_and_said(tmp_path: Path) -> None:
    data = record("https://bay.example/1", extra="WARC-Truncated: length\r\n")
    pages, omissions = gathered(put(tmp_path, "a.warc", data))
    assert urls(pages) == ["1"] and [o.reason for o in omissions] == ["cut short"]


def test_a_bomb_among_records_stops_the_archive(tmp_path: Path) -> None:
    """The ratio is counted a member, so honest records before it do not hide it."""
    bomb = record("https://bay.example/b", b"\0" * (30 << 20), headers=["Content-Type: application/x"])
    data = members(*(record(f"https://bay.example/{n}") for n in range(5)), bomb, record("https://bay.example/9"))
    pages, omissions = gathered(put(tmp_path, "a.warc.gz", data), options=SMALL)
    assert urls(pages) == ["0", "1", "2", "3", "4"] and [o.reason for o in omissions] == ["decompression bomb"]


def test_records_without_blank_lines_between_them_are_read(tmp_path: Path) -> None:
    data = b"".join(record(f"https://bay.example/{n}").removesuffix(b"\r\n\r\n") for n in range(3000))
    pages, _ = gathered(put(tmp_path, "a.warc", data))
    assert len(pages) == 3000


def test_two_thousand_records_stream(tmp_path: Path) -> None:
    """The first page comes before the file is read, and memory does not grow with the archive."""
    noise = base64.b64encode(bytes(range(256)) * 90)
    blocks = (record(f"https://bay.example/{n}", STORY + b"%d" % n + noise) for n in range(2000))
    path = put(tmp_path, "a.warc.gz", members(*blocks))
    stream = path.open("rb")
    pages = gather(["-"], options=IngestOptions(stdin=stream))
    assert isinstance(next(pages), Page) and stream.tell() < path.stat().st_size / 4
    stream.close()
    tracemalloc.start()
    count = sum(isinstance(item, Page) for item in gather([str(path)], options=IngestOptions()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 2000 and peak < 4 << 20


def test_a_chunked_body_that_breaks_off_gives_what_there_is() -> None:
    assert dechunked(b"5\r\nhello\r\n9\r\nwor") == b"hellowor"


def test_a_wacz_gives_the_pages_of_its_archives(tmp_path: Path) -> None:
    data = wacz({"b.warc.gz": members(record("https://bay.example/2")), "a.warc": record("https://bay.example/1")})
    pages, omissions = gathered(put(tmp_path, "case.wacz", data))
    assert urls(pages) == ["1", "2"] and not omissions
    assert pages[1].via == "warc:case.wacz/archive/b.warc.gz"


def test_a_wacz_from_a_pipe_is_read() -> None:
    stream = io.BytesIO(wacz({"a.warc": record("https://bay.example/1")}))
    stream.seekable = lambda: False  # type: ignore[method-assign]
    assert urls(gathered("-", options=IngestOptions(stdin=stream))[0]) == ["1"]


def test_an_archive_that_is_not_what_was_sealed_is_left_out(tmp_path: Path) -> None:
    """Its neighbours are read."""
    archives = {"a.warc": record("https://bay.example/1"), "b.warc": record("https://bay.example/2")}
    path = put(tmp_path, "case.wacz", wacz(archives, hashes={"a.warc": "sha256:" + "0" * 64}))
    pages, omissions = gathered(path)
    assert urls(pages) == ["2"] and [(o.subject, o.reason) for o in omissions] == [
        (f"{path}/archive/a.warc", "hash mismatch")
    ]


def test_a_wacz_without_a_package_is_read(tmp_path: Path) -> None:
    pages, omissions = gathered(
        put(tmp_path, "c.wacz", wacz({"a.warc": record("https://bay.example/1")}, package=False))
    )
    assert urls(pages) == ["1"] and not omissions


def test_a_wacz_with_a_broken_archive_keeps_the_others(tmp_path: Path) -> None:
    data = bytearray(
        wacz({"a.warc": record("https://bay.example/1"), "b.warc": record("https://bay.example/2")}, package=False)
    )
    data[data.index(b"Ferry stopped")] ^= 0xFF
    pages, omissions = gathered(put(tmp_path, "c.wacz", bytes(data)))
    assert urls(pages)[-1:] == ["2"] and "damaged archive" in [o.reason for o in omissions]
