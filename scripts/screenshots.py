"""Takes the pictures of docs/images: the main pages of the demo case, light, dark and as wide as a phone.

python scripts/screenshots.py CASE     # a case made with `firsthand demo --keep CASE`
"""

from __future__ import annotations

import shutil
import socket
import sys
import tempfile
import threading
from pathlib import Path

from firsthand.ledger import Ledger, waiting
from firsthand.records import Release, Series, Story
from firsthand.web import TICKET, Door, make_app

IMAGES = Path(__file__).parents[1] / "docs/images"
VIEWS = {"light": ("light", 1180, 820), "dark": ("dark", 1180, 820), "phone": ("light", 390, 780)}


def addresses(path: Path) -> dict[str, str]:
    """Gives the address of each page that is pictured."""
    with Ledger(path, create=False) as ledger:
        series = ledger.views(Series)[0]
        pair = ledger.judgements(about="origin", relation="not established")[0]
        one, other = (ledger.view(Release, identity).figures[0][1] for identity in (pair.subject, pair.object))
        claim = ledger.view(Release, series.releases[5]).figures[0][0]
        changed = ledger.judgements(about="page", relation="version of")[0].subject
        return {
            "case": "/", "story": f"/story/{ledger.views(Story)[0].id}", "figure": f"/series/{series.id}", "claim": f"/claim/{claim}",
            "article": f"/article/{changed}", "source": "/source?name=Ilse%20Varnay", "search": "/search?q=killed", "review": "/review",
            "desk": f"/review/claim/{waiting(ledger)[2].row.id}", "pair": f"/review/pair/{one}/{other}",
        }  # fmt: skip


def main(case: str) -> None:
    """Serves a copy of the case and takes every picture."""
    import uvicorn
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        path = Path(folder) / "demo.db"
        shutil.copy(case, path)
        door = Door()
        app = make_app(lambda: Ledger(path, create=False), now=lambda: "2031-01-01T00:00:00Z", door=door)
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        home = f"http://127.0.0.1:{listener.getsockname()[1]}"
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        threading.Thread(target=lambda: server.run(sockets=[listener]), daemon=True).start()
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for view, (scheme, width, height) in VIEWS.items():
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            page = context.new_page()
            page.goto(f"{home}/?{TICKET}={door.ticket()}")
            for name, address in addresses(path).items():
                page.goto(home + address)
                if page.locator("figure[data-chart]").count():
                    page.locator(".drawn").first.wait_for()
                page.screenshot(path=IMAGES / f"{name}-{view}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
