"""Getting one address from the network: politely, within limits, and never from inside the reader's own network."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

from firsthand.ingest.addresses import as_address
from firsthand.ingest.coding import decoded
from firsthand.ingest.options import MEGABYTE
from firsthand.ingest.refusals import Refusal, omit
from firsthand.ingest.robots import RobotsBook
from firsthand.records import Omission, Page

if TYPE_CHECKING:
    import httpcore2
    import httpx2

    from firsthand.ingest.guard import Resolve

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ROBOTS_BYTES = 512 * 1024
_PAGE_TYPES = frozenset({
    "", "text/html", "application/xhtml+xml", "text/plain", "application/rss+xml", "application/atom+xml", "application/rdf+xml",
    "application/xml", "text/xml", "application/feed+json", "application/json",
})  # fmt: skip
_STATUS_REASONS = {
    401: "access refused", 402: "access refused", 403: "access refused", 451: "access refused",
    404: "page gone", 410: "page gone", 429: "too many requests",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """How to fetch. `timeout` is for one wait, `deadline` for one whole request, `delay` between two requests to one site (all in seconds).

    `agent` is the name robots.txt knows us by, `contact` an address a site's owner can write to.
    """

    agent: str = "firsthand"
    contact: str = ""
    timeout: float = 20.0
    deadline: float = 60.0
    delay: float = 1.0
    most_redirects: int = 10
    page_bytes: int = 20 * MEGABYTE
    ratio: int = 200


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: dict[str, str]
    body: bytes


class Fetcher:
    """Fetches what a `Fetch` promises: it obeys robots.txt, waits between requests, and reaches only public addresses.

    `now` stamps `Page.retrieved_at`; without it pages are not stamped. `allow_loopback`, `look_up`, `sleep` and `clock` are seams for tests.
    The system's name look-up has no time limit of ours; everything after it has.
    """

    def __init__(
        self,
        options: FetchOptions | None = None,
        *,
        allow_loopback: bool = False,
        now: Callable[[], datetime] | None = None,
        look_up: Resolve | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        import httpcore2

        from firsthand.ingest.guard import Deadline, GuardedBackend, resolve

        self._options = options or FetchOptions()
        self._now, self._sleep, self._clock = now, sleep, clock
        self._deadline = Deadline(clock)
        backend = GuardedBackend(self._deadline, look_up or resolve, allow_loopback=allow_loopback)
        self._pool = httpcore2.ConnectionPool(network_backend=backend, max_connections=4, keepalive_expiry=15.0)
        self._robots = RobotsBook(self._options.agent, self._robots_text)
        self._last: dict[str, float] = {}

    def __call__(self, url: str, /) -> Page | Omission:
        """Gives the page at an address, under the address it ended at, or why there is none."""
        try:
            return self._page(url)
        except Refusal as refusal:
            return omit(url, refusal.reason, refusal.what)

    def close(self) -> None:
        """Closes all connections."""
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _page(self, url: str) -> Page:
        address, answer = self._followed(_parsed(url), check_robots=True, limit=self._options.page_bytes)
        if answer.status not in (200, 203):
            other = "server error" if answer.status >= 500 else "unexpected answer"
            reason = _STATUS_REASONS.get(answer.status, other)
            raise Refusal(reason, f"the site answered {answer.status}")
        if not answer.body.strip():
            raise Refusal("empty", "the site sent nothing")
        return Page(
            url=str(address).partition("#")[0],
            body=answer.body,
            content_type=answer.headers.get("content-type", "")[:200] or "text/html",
            retrieved_at=self._now().isoformat() if self._now else None,
            via="fetch",
        )

    def _robots_text(self, url: str) -> tuple[int, str]:
        _, answer = self._followed(_parsed(url), check_robots=False, limit=_ROBOTS_BYTES)
        return answer.status, answer.body.decode("utf-8-sig", "replace")

    def _followed(self, address: httpx2.URL, *, check_robots: bool, limit: int) -> tuple[httpx2.URL, _Answer]:
        """Gives the answer at the end of the redirects, each of which is checked like a first address."""
        for _ in range(self._options.most_redirects + 1):
            if check_robots:
                self._robots.check(_site(address), str(address))
            answer = self._answer(address, limit, any_type=not check_robots)
            target = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not target:
                return address, answer
            address = _parsed(_joined(address, target))
        raise Refusal("too many redirects", f"more than {self._options.most_redirects}")

    def _answer(self, address: httpx2.URL, limit: int, *, any_type: bool) -> _Answer:
        import httpcore2

        self._wait(_site(address))
        self._deadline.start(self._options.deadline)
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), self._options.timeout)
        target = httpcore2.URL(
            scheme=address.raw_scheme, host=address.raw_host, port=address.port, target=address.raw_path
        )
        try:
            with self._pool.stream(
                "GET", target, headers=self._headers(address), extensions={"timeout": timeouts}
            ) as response:
                return self._received(response, limit, any_type)
        except httpcore2.TimeoutException as error:
            raise Refusal("timed out", str(error)[:200]) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as error:
            raise Refusal("connection failed", str(error)[:200]) from error

    def _received(self, response: httpcore2.Response, limit: int, any_type: bool) -> _Answer:
        """Gives status, headers and the decoded body; the body only of an answer that may be a page."""
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1") for name, value in reversed(response.headers)
        }
        if response.status not in (200, 203):
            return _Answer(response.status, headers, b"")
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        if not any_type and kind not in _PAGE_TYPES:
            raise Refusal("not a page", kind[:80])
        if headers.get("content-length", "").isdecimal() and int(headers["content-length"]) > limit:
            raise Refusal("too large", f"{int(headers['content-length']):,} bytes")
        body = bytearray()
        for chunk in response.iter_stream():
            body += chunk
            if len(body) > limit:
                raise Refusal("too large", f"more than {limit:,} bytes")
        coding = headers.get("content-encoding", "")
        return _Answer(response.status, headers, decoded(bytes(body), coding, limit=limit, ratio=self._options.ratio))

    def _headers(self, address: httpx2.URL) -> list[tuple[bytes, bytes]]:
        contact = f" (+{self._options.contact})" if self._options.contact else ""
        return [
            (b"Host", address.netloc),
            (b"User-Agent", f"{self._options.agent}{contact}".encode("ascii", "replace")),
            (
                b"Accept",
                b"text/html,application/xhtml+xml,application/atom+xml,application/rss+xml;q=0.9,text/plain;q=0.8,*/*;q=0.1",
            ),
            (b"Accept-Encoding", b"gzip, deflate"),
        ]

    def _wait(self, site: str) -> None:
        """Waits until the site may be asked again."""
        last = self._last.get(site)
        pause = max(self._options.delay, self._robots.pause(site))
        left = last + pause - self._clock() if last is not None else 0.0
        if left > 0:
            self._sleep(left)
        self._last[site] = self._clock()


def _parsed(url: str) -> httpx2.URL:
    """Gives an address that may be asked for: http or https, with a host, without a password in it."""
    import httpx2

    if as_address(url) is None:
        raise Refusal("address refused", f"not an http or https address: {url[:200]!r}")
    try:
        address = httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError) as error:
        raise Refusal("address refused", str(error)[:200]) from error
    if address.userinfo:
        raise Refusal("address refused", "it carries a user name or password")
    return address


def _joined(address: httpx2.URL, target: str) -> str:
    import httpx2

    try:
        return str(address.join(target))
    except (httpx2.InvalidURL, ValueError) as error:
        raise Refusal("unexpected answer", f"a redirect to {target[:100]!r}") from error


def _site(address: httpx2.URL) -> str:
    return f"{address.scheme}://{address.netloc.decode('ascii')}"
