"""The application: each request opens the case, makes its page, and closes the case, so that a running `add` is seen at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from firsthand.errors import Overtaken, UnknownId, UsageError
from firsthand.ledger import Ledger
from firsthand.settings import Settings
from firsthand.web.door import Door
from firsthand.web.form import LONGEST, Form, Incomplete
from firsthand.web.gate import REPORTS, Gate, cookie_name, cookies_of, session_of
from firsthand.web.pages import search, take
from firsthand.web.render import HERE, render
from firsthand.web.routes import DEEDS, PAGES, DeedAt, PageAt
from firsthand.web.settler import Settler
from firsthand.web.visit import Visit

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

Endpoint = Callable[["Request"], Awaitable["Response"]]
Work = Callable[[Visit], "Response"]
_YEAR = 365 * 24 * 3600


def make_app(
    open_case: Callable[[], Ledger], *, now: Callable[[], str], settings: Settings | None = None, door: Door | None = None
) -> Starlette:  # fmt: skip
    """Gives the application. `open_case` opens the case, `now` tells the time in UTC, `door` mints the address that lets a browser in.

    `state.settler` makes the figures anew after decisions; `state.reports` counts pages that broke the policy.
    """
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.routing import Mount, Route
    from starlette.staticfiles import StaticFiles

    door, settings = door or Door(), settings or Settings()
    site = _Site(open_case, now, settings, door)
    routes: list[BaseRoute] = [Route(p.path, site.page(p), methods=["POST" if p.posted else "GET"]) for p in PAGES]
    routes += [Route(deed.path, site.deed(deed), methods=["POST"]) for deed in DEEDS]
    routes += [Route(f"/{name}.csv", site.download(take.table(name), f"{name}.csv", "text/csv"), methods=["GET"]) for name in take.TABLES]  # fmt: skip
    routes += [
        Route("/handoff.html", site.download(take.handoff, "handoff.html", "text/html"), methods=["GET"]),
        Route("/feed/{id:int}.atom", site.feed(), methods=["GET"]),
        Route("/state.json", site.state(), methods=["GET"]),
        Route(REPORTS, _reports, methods=["POST"]),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(Gate, door=door)])
    app.state.door, app.state.settler, app.state.reports = door, site.settler, 0
    return app


class _Site:
    """Makes endpoints: what every request has in common stands here once."""

    def __init__(self, open_case: Callable[[], Ledger], now: Callable[[], str], settings: Settings, door: Door) -> None:
        self._open, self._now, self._settings, self._door = open_case, now, settings, door
        self.settler = Settler(open_case, settings, now)

    def page(self, page: PageAt) -> Endpoint:
        """Gives the endpoint of a page."""

        def work(visit: Visit) -> Response:
            try:
                return _html(render(page.template, visit, page.view(visit)))
            except Incomplete as error:
                template, view = page.again or (page.template, page.view)
                return _refused(error, visit, template, view)

        return self._endpoint(work)

    def deed(self, deed: DeedAt) -> Endpoint:
        """Gives the endpoint of a deed: done, it leads on; refused, its page is shown again with what was typed."""

        def work(visit: Visit) -> Response:
            from starlette.responses import RedirectResponse

            try:
                leads = deed.do(visit)
            except UnknownId:
                raise
            except (UsageError, ValueError) as error:
                return _refused(error, visit, deed.template, deed.view)
            if deed.settles:
                self.settler.ask(0 if deed.path == "/settle" else visit.ledger.counts().articles)
            return RedirectResponse(leads, 303)

        return self._endpoint(work)

    def download(self, make: Callable[[Visit], str], name: str, kind: str) -> Endpoint:
        """Gives the endpoint of a file."""

        def work(visit: Visit) -> Response:
            from starlette.responses import Response

            return Response(make(visit), media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})  # fmt: skip

        return self._endpoint(work)

    def feed(self) -> Endpoint:
        """Gives the endpoint of the feeds."""

        def work(visit: Visit) -> Response:
            from starlette.responses import Response

            body = render("feed.xml", visit, search.feed(visit) | {"host": visit.host})
            return Response(body, media_type="application/atom+xml")

        return self._endpoint(work)

    def state(self) -> Endpoint:
        """Gives the endpoint that open pages ask whether something changed."""

        def work(visit: Visit) -> Response:
            from starlette.responses import JSONResponse

            key = visit.asked("key")
            return JSONResponse({"version": visit.ledger.version(key) if key else 0, "newest": visit.ledger.newest_review(), "unsettled": visit.ledger.unsettled()})  # fmt: skip

        return self._endpoint(work)

    def _endpoint(self, work: Work) -> Endpoint:
        from starlette.concurrency import run_in_threadpool

        async def endpoint(request: Request) -> Response:
            body = await _body(request) if request.method == "POST" else b""
            return await run_in_threadpool(self._answer, request, body, work)

        return endpoint

    def _answer(self, request: Request, body: bytes, work: Work) -> Response:
        with self._open() as ledger:
            visit = self._visit(request, ledger)
            try:
                form = Form.of(body)
                if request.method == "POST" and not self._own(request, form):
                    return _problem("This form is not of this session: open the page again, then send it.", 403, visit)
                visit = self._visit(request, ledger, form)
                answer = work(visit)
            except UnknownId as error:
                return _problem(str(error), 404, visit)
            except UsageError as error:
                return _problem(str(error), 400, visit)
        if form.get("by") and answer.status_code == 303:
            answer.set_cookie(f"{cookie_name(request.headers)}_name", quote(form.get("by")[:80]), max_age=_YEAR, httponly=True, samesite="strict")  # fmt: skip
        return answer

    def _own(self, request: Request, form: Form) -> bool:
        session = session_of(request.headers, self._door)
        return session is not None and self._door.accepts(session, form.get("form_token"))

    def _visit(self, request: Request, ledger: Ledger, form: Form | None = None) -> Visit:
        session = session_of(request.headers, self._door)
        name = unquote(cookies_of(request.headers).get(f"{cookie_name(request.headers)}_name", ""))
        names: Mapping[str, str] = {key: str(value) for key, value in request.path_params.items()}
        return Visit(
            ledger=ledger, address=request.url.path, names=names, query=request.query_params, form=form or Form(),
            reviewer=name or self._settings.reviewer, form_token=self._door.form_token(session) if session else "", now=self._now(),
            settings=self._settings, host=request.headers.get("host", ""), ticket=self._door.ticket, busy=self.settler.busy,
        )  # fmt: skip


async def _body(request: Request) -> bytes:
    """Gives a request's body, at most as long as a form may be and one byte more."""
    parts, size = [], 0
    async for part in request.stream():
        parts.append(part)
        size += len(part)
        if size > LONGEST:
            break
    return b"".join(parts)


async def _reports(request: Request) -> Response:
    """Counts a page that broke the policy; what the report says is not kept."""
    from starlette.responses import Response

    await _body(request)
    request.app.state.reports += 1
    return Response(status_code=204)


def _html(text: str, status: int = 200) -> Response:
    from starlette.responses import HTMLResponse

    return HTMLResponse(text, status)


def _refused(error: Exception, visit: Visit, template: str, view: Callable[[Visit], dict[str, Any]]) -> Response:
    """Shows the page again, with what was wrong and what was typed."""
    status = 409 if isinstance(error, Overtaken) else 422 if isinstance(error, Incomplete) else 400
    said = "Somebody decided on this while you looked at it. Nothing was overwritten: both decisions are shown below; decide again if you still want to." if status == 409 else str(error)  # fmt: skip
    missing = error.fields if isinstance(error, Incomplete) else ()
    return _html(render(template, visit, view(visit) | {"problems": (said,), "missing": missing, "typed": visit.form}), status)  # fmt: skip


def _problem(message: str, status: int, visit: Visit) -> Response:
    return _html(render("problem.html", visit, {"message": message, "title": "Not here" if status == 404 else "Refused"}), status)  # fmt: skip
