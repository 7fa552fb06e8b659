"""Routes and safety: loopback names only, reading only, and a policy under which no page of the case can load or run anything."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from firsthand.errors import UnknownId, UsageError
from firsthand.web import views

if TYPE_CHECKING:
    from jinja2 import Environment
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

    from firsthand.ledger import Ledger

HERE = Path(__file__).parent
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
HOSTS = ("127.0.0.1", "localhost", "[::1]")
View = Callable[["Ledger", "Request"], dict[str, Any]]

PAGES: tuple[tuple[str, str, View], ...] = (
    ("/", "home.html", views.home),
    ("/story/{id}", "story.html", views.story),
    ("/series/{id}", "series.html", views.series),
    ("/claim/{id}", "claim.html", views.claim),
    ("/article/{id}", "article.html", views.article),
    ("/articles", "articles.html", views.articles),
    ("/search", "search.html", views.search),
    ("/omissions", "omissions.html", views.omissions),
    ("/log", "log.html", views.log),
)


def make_app(open_case: Callable[[], Ledger]) -> Starlette:
    """Gives the application. `open_case` opens the case; each request opens and closes it, so a running `add` is seen at once."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from starlette.routing import Mount, Route
    from starlette.staticfiles import StaticFiles

    templates = _templates()
    routes = [
        Route(path, _endpoint(open_case, templates, template, view), methods=["GET"]) for path, template, view in PAGES
    ]
    routes += [
        Route(f"/{name}.csv", _download(open_case, rows), methods=["GET"]) for name, rows in views.DOWNLOADS.items()
    ]
    return Starlette(
        routes=[*routes, Mount("/static", StaticFiles(directory=HERE / "static"))],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS)), Middleware(_Headers)],
    )


class _Headers:
    """Puts the safety headers on every answer, errors and files included."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def sending(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message["headers"],
                    *((k.lower().encode(), v.encode()) for k, v in HEADERS.items()),
                ]
            await send(message)

        await self._app(scope, receive, sending if scope["type"] == "http" else send)


def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(views.FILTERS)
    return environment


def _endpoint(
    open_case: Callable[[], Ledger], templates: Environment, template: str, view: View
) -> Callable[[Request], Awaitable[Response]]:
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import HTMLResponse

    def render(request: Request) -> tuple[str, int]:
        with open_case() as ledger:
            frame = views.frame(ledger, request)
            try:
                return templates.get_template(template).render(**frame, **view(ledger, request)), 200
            except (UnknownId, UsageError) as error:
                status = 404 if isinstance(error, UnknownId) else 400
                return templates.get_template("problem.html").render(**frame, message=str(error)), status

    async def endpoint(request: Request) -> Response:
        html, status = await run_in_threadpool(render, request)
        return HTMLResponse(html, status)

    return endpoint


def _download(
    open_case: Callable[[], Ledger], rows: Callable[[Ledger], str]
) -> Callable[[Request], Awaitable[Response]]:
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import Response

    def render() -> str:
        with open_case() as ledger:
            return rows(ledger)

    async def endpoint(request: Request) -> Response:
        return Response(
            await run_in_threadpool(render), media_type="text/csv", headers={"Content-Disposition": "attachment"}
        )

    return endpoint
