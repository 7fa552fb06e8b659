"""A browser for tests: let in through the door, sending forms as a page of the case sends them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from starlette.testclient import TestClient

from firsthand.ledger import Ledger
from firsthand.web import TICKET, Door, make_app

AT = "2031-01-01T00:00:00Z"
HOME = "http://127.0.0.1:8417"
_TOKEN = re.compile(r'name="form_token" value="([0-9a-f]{64})"')


class Visitor:
    """One browser at one case. `door` may be shared with another."""

    def __init__(self, path: Path, app: Any = None) -> None:
        self.app = app or make_app(lambda: Ledger(path, create=False), now=lambda: AT, door=Door())
        self.client = TestClient(self.app, base_url=HOME, follow_redirects=False)
        assert self.client.get(f"/?{TICKET}={self.app.state.door.ticket()}").status_code == 303
        self.token = _TOKEN.search(self.get("/door").text).group(1)  # type: ignore[union-attr]

    def get(self, path: str, **more: Any) -> Any:
        return self.client.get(path, **more)

    def post(self, path: str, fields: dict[str, Any], *, token: str | None = None, origin: str = HOME) -> Any:
        """Sends a form; a list gives a field several values."""
        body = urlencode({"form_token": self.token if token is None else token, **fields}, doseq=True)
        headers = {"origin": origin, "content-type": "application/x-www-form-urlencoded"}
        return self.client.post(path, content=body, headers=headers)

    def settled(self) -> None:
        """Waits until decisions are in the figures."""
        self.app.state.settler.wait()
