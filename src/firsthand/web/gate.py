"""The gate before every page: names of this machine only, no requests that another site started, nothing without a session.

Rules of the file: a request passes all of `CHECKS` in order or is answered here; every answer carries `HEADERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from firsthand.web.door import TICKET, Door

if TYPE_CHECKING:
    from starlette.datastructures import Headers

REPORTS = "/csp-report"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        f"frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri {REPORTS}"
    ),
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": browsers would then send `Origin: null` with our own forms, and the check of origins could not tell them apart.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
_OPEN = ("/static/", REPORTS)  # the stylesheet of the closed door; the counter of broken policies
_KEYED = "/feed/"  # feed readers hold no cookie: these addresses carry a key of their own

Scope = Any
Refusal = tuple[int, str]


def host_of(headers: Headers) -> str:
    """Gives the name (without the port) under which the request came."""
    host = headers.get("host", "")
    return host[: host.rfind("]") + 1] if host.startswith("[") else host.rpartition(":")[0] or host


def cookie_name(headers: Headers) -> str:
    """Gives the name of the session's cookie: browsers share cookies between the ports of a machine, so each port has its own."""
    port = headers.get("host", "").rpartition(":")[2]
    return f"firsthand_{port if port.isdigit() else 80}"


def cookies_of(headers: Headers) -> dict[str, str]:
    """Gives the cookies of a request; none when they cannot be read."""
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def session_of(headers: Headers, door: Door) -> str | None:
    """Gives the session a request belongs to; None for none of ours."""
    session = cookies_of(headers).get(cookie_name(headers), "")
    return session if session and door.holds(session) else None


def _known_host(scope: Scope, headers: Headers, door: Door) -> Refusal | None:
    if host_of(headers) in HOSTS:
        return None
    return 400, "This case answers on 127.0.0.1 and localhost only."


def _own_site(scope: Scope, headers: Headers, door: Door) -> Refusal | None:
    if headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
        return None
    return 403, "Another site sent this request; it was refused."


def _own_form(scope: Scope, headers: Headers, door: Door) -> Refusal | None:
    if scope["method"] in ("GET", "HEAD") or scope["path"] == REPORTS:
        return None
    if headers.get("origin") == f"http://{headers.get('host', '')}":
        return None
    return 403, "This form does not come from a page of this case; it was refused."


def _open_door(scope: Scope, headers: Headers, door: Door) -> Refusal | None:
    if scope["path"].startswith((*_OPEN, _KEYED)) or session_of(headers, door):
        return None
    return (
        403,
        "The door is shut: open the address that `firsthand serve` printed. Each address opens once; a signed-in page gives another under “Another browser”.",
    )


CHECKS: tuple[Callable[[Scope, Headers, Door], Refusal | None], ...] = (_known_host, _own_site, _own_form, _open_door)


class Gate:
    """Checks every request, exchanges tickets, and puts the safety headers on every answer."""

    def __init__(self, app: Any, door: Door) -> None:
        self._app, self._door = app, door

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = self._answer(scope)
        kept = "no-cache" if scope["path"].startswith("/static/") else "no-store"
        await (answer or self._app)(scope, receive, _with_headers(send, HEADERS | {"Cache-Control": kept}))

    def _answer(self, scope: Scope) -> Any:
        """Gives the gate's own answer; None lets the request through."""
        from starlette.datastructures import Headers

        headers = Headers(scope=scope)
        asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        exchanging = scope["method"] == "GET" and TICKET in asked
        for check in CHECKS:
            if exchanging and check is _open_door:
                return self._exchange(scope, headers, asked)
            refusal = check(scope, headers, self._door)
            if refusal is not None:
                return _closed(*refusal)
        return None

    def _exchange(self, scope: Scope, headers: Headers, asked: dict[str, str]) -> Any:
        from starlette.responses import RedirectResponse

        session = self._door.exchange(asked.pop(TICKET))
        if session is None and session_of(headers, self._door) is None:
            return _closed(403, "This address was opened before, or belongs to a server that stopped: open the one that `firsthand serve` printed last.")  # fmt: skip
        answer = RedirectResponse(scope["path"] + (f"?{urlencode(asked)}" if asked else ""), 303)
        if session is not None:
            answer.set_cookie(cookie_name(headers), session, httponly=True, samesite="strict", path="/")
        return answer


def _with_headers(send: Any, headers: Mapping[str, str]) -> Any:
    async def sending(message: Any) -> None:
        if message["type"] == "http.response.start":
            own = {name.lower() for name in headers}
            kept = [(k, v) for k, v in message["headers"] if k.decode("latin-1").lower() not in own]
            added = [(k.lower().encode(), v.encode()) for k, v in headers.items()]
            message["headers"] = [*kept, *added]
        await send(message)

    return sending


def _closed(status: int, why: str) -> Any:
    from html import escape

    from starlette.responses import HTMLResponse

    return HTMLResponse(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        '<title>Closed · firsthand</title><link rel="stylesheet" href="/static/style.css"></head>'
        f'<body class="closed"><main><h1>Closed</h1><p class="standfirst">{escape(why)}</p></main></body></html>',
        status,
    )
