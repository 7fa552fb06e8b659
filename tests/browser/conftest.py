"""A real browser at a case: Debian's Chromium, driven by Playwright. Where either is missing these tests skip and say so."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firsthand.ledger import Ledger
from firsthand.web import TICKET, Door, make_app

CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"


class Served:
    """A case that is served on a free port of this machine."""

    def __init__(self, path: Path) -> None:
        import uvicorn

        self.path, self.door = path, Door()
        self.app = make_app(lambda: Ledger(path, create=False), now=lambda: "2031-01-01T00:00:00Z", door=self.door)
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        self.home = f"http://127.0.0.1:{listener.getsockname()[1]}"
        self.server = uvicorn.Server(uvicorn.Config(self.app, log_level="error"))
        self._thread = threading.Thread(target=lambda: self.server.run(sockets=[listener]), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self.server.should_exit = True
        self._thread.join(10)


class Watched:
    """A page of a browser that was let in. `trouble` holds everything that should not have happened on it."""

    def __init__(self, browser: Any, served: Served, **options: Any) -> None:
        self.served = served
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.trouble: list[str] = []
        self.context.add_init_script(
            "document.addEventListener('securitypolicyviolation', (e) => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))"
        )
        self.page = self.context.new_page()
        self.page.on(
            "console", lambda message: self._note("console", message.text) if message.type == "error" else None
        )
        self.page.on("pageerror", lambda error: self._note("error", str(error)))
        self.page.on("dialog", self._dialog)
        self.page.on("request", lambda request: None if request.url.startswith(served.home) else self._note("request", request.url))  # fmt: skip
        self.go(f"/?{TICKET}={served.door.ticket()}")

    def _note(self, kind: str, what: str) -> None:
        if "status of 4" not in what:  # refusals that a test provokes
            self.trouble.append(f"{kind}: {what} on {self.page.url}")

    def _dialog(self, dialog: Any) -> None:
        self._note("dialog", dialog.message)
        dialog.dismiss()

    def go(self, path: str) -> Any:
        return self.page.goto(self.served.home + path)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium without a window."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed (dependency group test)"
    )
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def served(demo_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A copy of the demo case, served."""
    path = tmp_path_factory.mktemp("served") / "demo.db"
    with Ledger(demo_path, create=False) as ledger:
        ledger._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(demo_path, path)
    made = Served(path)
    yield made
    made.stop()


@pytest.fixture()
def watched(browser: Any, served: Served) -> Iterator[Watched]:
    """One reviewer's page; whatever went wrong on it fails the test."""
    made = Watched(browser, served)
    yield made
    made.context.close()
    assert not made.trouble
    assert served.app.state.reports == 0
