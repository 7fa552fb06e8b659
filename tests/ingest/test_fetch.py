"""Fetching, against a server on this machine: polite, within limits, and to checked addresses only."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler

import pytest

from firsthand.ingest import Fetcher, FetchOptions, IngestOptions
from firsthand.records import Omission, Page

from .samples import STORY, gathered
from .server import Site, serving

QUICK = FetchOptions(delay=0.0, timeout=2.0, deadline=4.0, page_bytes=1 << 20)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def fetch() -> Iterator[Fetcher]:
    with Fetcher(QUICK, allow_loopback=True) as fetcher:
        yield fetcher


def reason(got: Page | Omission) -> str:
    assert isinstance(got, Omission), got
    return got.reason


def test_a_page_comes_as_it_was_sent(site: Site) -> None:
    site.page("/ferry")
    with Fetcher(QUICK, allow_loopback=True, now=lambda: datetime(2031, 5, 4, 6, 30, tzinfo=UTC)) as fetch:
        page = fetch(site.url("/ferry#top"))
    assert isinstance(page, Page)
    assert (page.url, page.body, page.via) == (site.url("/ferry"), STORY, "fetch")
    assert (page.content_type, page.retrieved_at) == ("text/html; charset=utf-8", "2031-05-04T06:30:00+00:00")
    assert site.agents == {"firsthand"}


def test_gather_fetches_what_it_is_given(site: Site, fetch: Fetcher) -> None:
    site.page("/ferry")
    pages, omissions = gathered(site.url("/ferry"), site.url("/gone"), options=IngestOptions(fetch=fetch))
    assert [page.via for page in pages] == ["fetch"] and [o.reason for o in omissions] == ["page gone"]


def test_redirects_are_followed_to_the_page(site: Site, fetch: Fetcher) -> None:
    """The page is kept under the address it ended at."""
    site.redirect("/short", "/long?a=1", 301)
    site.page("/long?a=1")
    page = fetch(site.url("/short"))
    assert isinstance(page, Page) and page.url == site.url("/long?a=1")


def test_a_redirect_loop_ends(site: Site, fetch: Fetcher) -> None:
    site.redirect("/a", "/b")
    site.redirect("/b", "/a")
    assert reason(fetch(site.url("/a"))) == "too many redirects"
    assert sum(path != "/robots.txt" for _, path in site.asked) == 11


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::ffff:192.168.0.1]/", "file:///etc/passwd",
        "ftp://bay.example/a", "http://user:word@bay.example/", "http://[::1]:22/", "//0.0.0.0/", "http://127.0.0.1:22/",
    ],
)  # fmt: skip
def test_a_redirect_inward_is_refused(site: Site, fetch: Fetcher, target: str) -> None:
    """Each hop is checked like a first address."""
    site.redirect("/out", target)
    assert reason(fetch(site.url("/out"))) == "address refused"


@pytest.mark.parametrize("target", ["http://", "http://[broken/", "javascript:alert(1)"])
def test_a_redirect_to_nowhere_is_said(site: Site, fetch: Fetcher, target: str) -> None:
    site.redirect("/out", target)
    assert reason(fetch(site.url("/out"))) in (
        "address refused",
        "unexpected answer",
        "connection failed",
        "too many redirects",
    )


def test_loopback_is_refused_by_default(site: Site) -> None:
    site.page("/ferry")
    with Fetcher(QUICK) as fetch:
        assert reason(fetch(site.url("/ferry"))) == "address refused"
        assert reason(fetch(site.url("/ferry", "localhost"))) == "address refused"
    assert not site.asked


def test_a_name_that_leads_to_loopback_is_refused(site: Site) -> None:
    with Fetcher(QUICK, look_up=lambda host, port: ["127.0.0.1"]) as fetch:
        assert reason(fetch(site.url("/ferry", "bay.example"))) == "address refused"
    assert not site.asked


def test_the_connection_goes_to_the_checked_address(site: Site) -> None:
    """The name is looked up once a connection; the site still sees its own name."""
    asked: list[str] = []

    def look_up(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    site.page("/ferry")
    with Fetcher(QUICK, allow_loopback=True, look_up=look_up) as fetch:
        assert isinstance(fetch(site.url("/ferry", "bay.example")), Page)
    assert {host for host, _ in site.asked} == {f"bay.example:{site.port}"} and set(asked) == {"bay.example"}


def refuse_and_close(handler: BaseHTTPRequestHandler) -> None:
    handler.send_error(404)
    handler.close_connection = True


def test_rebinding_gains_nothing(site: Site) -> None:
    """A name that is public at first and private at the next look-up is refused there, before any byte is sent."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"], ["10.0.0.1"]])
    site.routes["/robots.txt"] = refuse_and_close
    site.page("/ferry")
    with Fetcher(QUICK, allow_loopback=True, look_up=lambda host, port: next(answers)) as fetch:
        assert reason(fetch(site.url("/ferry", "bay.example"))) == "address refused"
    assert [path for _, path in site.asked] == ["/robots.txt"]


def test_robots_are_asked_once_and_obeyed(site: Site, fetch: Fetcher) -> None:
    site.page(
        "/robots.txt",
        b"User-agent: other\nDisallow: /\n\nUser-agent: firsthand\nDisallow: /private\n",
        kind="text/plain",
    )
    site.page("/ferry")
    site.page("/private/a")
    site.redirect("/hop", "/private/a")
    assert isinstance(fetch(site.url("/ferry")), Page)
    assert reason(fetch(site.url("/private/a"))) == "robots refuses"
    assert reason(fetch(site.url("/hop"))) == "robots refuses"
    assert [path for _, path in site.asked] == ["/robots.txt", "/ferry", "/hop"]


@pytest.mark.parametrize(
    ("status", "expected"),
    [(500, "robots unreachable"), (503, "robots unreachable"), (429, "robots unreachable"), (403, None), (404, None)],
)
def test_robots_that_cannot_be_had(site: Site, fetch: Fetcher, status: int, expected: str | None) -> None:
    """A site without rules may be read; one that cannot say is left alone."""
    site.page("/robots.txt", b"", status=status)
    site.page("/ferry")
    got = fetch(site.url("/ferry"))
    assert (got.reason if isinstance(got, Omission) else None) == expected


def test_requests_to_one_site_are_spaced(site: Site) -> None:
    """By our delay, or by the longer one the site asks for."""
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    site.page("/robots.txt", b"User-agent: *\nCrawl-delay: 3\n", kind="text/plain")
    site.page("/ferry")
    with Fetcher(FetchOptions(delay=1.0), allow_loopback=True, sleep=sleep, clock=lambda: now[0]) as fetch:
        for _ in range(2):
            assert isinstance(fetch(site.url("/ferry")), Page)
    assert slept == [3.0, 3.0]


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(1000):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(1000):
        handler.wfile.write(b"X-%d: y\r\n" % number)
        handler.wfile.flush()
        time.sleep(0.05)


def silence(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(1.5)


def break_off(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<p>cut")
    handler.close_connection = True


def nonsense(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\0\1\2 not http at all\r\n\r\n")
    handler.close_connection = True


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (drip, "timed out"),
        (drip_headers, "timed out"),
        (silence, "timed out"),
        (break_off, "connection failed"),
        (nonsense, "connection failed"),
    ],
)
def test_a_bad_server_is_left(site: Site, answer: object, expected: str) -> None:
    """Neither silence nor a drip of bytes holds us longer than the deadline."""
    site.routes["/ferry"] = answer  # type: ignore[assignment]
    started = time.monotonic()
    with Fetcher(FetchOptions(delay=0, timeout=0.4, deadline=0.6), allow_loopback=True) as fetch:
        assert reason(fetch(site.url("/ferry"))) == expected
    assert time.monotonic() - started < 3


def unannounced(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(64):
        handler.wfile.write(b"x" * (1 << 16))
    handler.close_connection = True


def test_a_page_too_large_is_not_read_on(site: Site, fetch: Fetcher) -> None:
    """Announced or not."""
    site.page("/announced", b"x", headers={"Content-Length": str(1 << 30)})
    site.routes["/unannounced"] = unannounced
    assert [reason(fetch(site.url(path))) for path in ("/announced", "/unannounced")] == ["too large"] * 2


def test_a_bomb_is_not_unpacked(site: Site, fetch: Fetcher) -> None:
    site.page("/bomb", gzip.compress(b"\0" * (64 << 20), mtime=0), headers={"Content-Encoding": "gzip"})
    assert reason(fetch(site.url("/bomb"))) in ("too large", "decompression bomb")


def test_compression_is_undone(site: Site, fetch: Fetcher) -> None:
    site.page("/ferry", gzip.compress(STORY, mtime=0), headers={"Content-Encoding": "gzip"})
    page = fetch(site.url("/ferry"))
    assert isinstance(page, Page) and page.body == STORY


@pytest.mark.parametrize(
    ("status", "kind", "body", "expected"),
    [
        (200, "application/pdf", b"%PDF", "not a page"),
        (200, "image/png", b"x", "not a page"),
        (200, "text/html", b"", "empty"),
        (404, "text/html", STORY, "page gone"),
        (410, "text/html", STORY, "page gone"),
        (403, "text/html", STORY, "access refused"),
        (451, "text/html", STORY, "access refused"),
        (429, "text/html", STORY, "too many requests"),
        (500, "text/html", STORY, "server error"),
        (302, "text/html", STORY, "unexpected answer"),
        (206, "text/html", STORY, "unexpected answer"),
    ],
)
def test_what_is_no_page_is_said(
    site: Site, fetch: Fetcher, status: int, kind: str, body: bytes, expected: str
) -> None:
    site.page("/x", body, status=status, kind=kind)
    assert reason(fetch(site.url("/x"))) == expected


@pytest.mark.parametrize(
    "url",
    [
        "",
        "bay.example",
        "file:///etc/passwd",
        "http://user:word@bay.example/",
        "http://bay example/",
        "http://[::1",
        "http://bay.example:99999/",
    ],
)
def test_what_is_no_web_address_is_refused(fetch: Fetcher, url: str) -> None:
    assert reason(fetch(url)) == "address refused"


def test_a_closed_port_is_said(fetch: Fetcher) -> None:
    with serving() as site:
        url = site.url("/")
    assert reason(fetch(url)) == "connection failed"


def test_an_unknown_name_is_said() -> None:
    def look_up(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    with Fetcher(QUICK, look_up=look_up) as fetch:
        assert reason(fetch("https://bay.example/")) == "connection failed"
