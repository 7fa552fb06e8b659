"""The door and the gate: who gets in, with what, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from firsthand.web import TICKET, Door
from tests.web.visitor import HOME, Visitor


def test_a_ticket_opens_once(small: Path) -> None:
    """The address is exchanged for a cookie that scripts cannot read and other sites cannot send; a second use is refused."""
    visitor = Visitor(small)
    stranger = TestClient(visitor.app, base_url=HOME, follow_redirects=False)
    assert stranger.get("/").status_code == 403
    address = f"/search?q=killed&{TICKET}={visitor.app.state.door.ticket()}"
    answer = stranger.get(address)
    assert answer.status_code == 303 and answer.headers["location"] == "/search?q=killed"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and "firsthand_8417=" in cookie
    assert stranger.get("/").status_code == 200
    late = TestClient(visitor.app, base_url=HOME, follow_redirects=False)
    assert late.get(address).status_code == 403
    assert stranger.get(address).status_code == 303  # who is inside already merely goes on


@pytest.mark.parametrize("path", ["/", "/claims.csv", "/state.json", "/handoff.html", "/log"])
def test_nothing_is_read_without_a_session(visitor: Visitor, path: str) -> None:
    """Other users of the machine do not read the case."""
    visitor.client.cookies.clear()
    answer = visitor.get(path)
    assert answer.status_code == 403 and "killed" not in answer.text
    assert visitor.get(path, headers={"cookie": "firsthand_8417=guess"}).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "firsthand.local", "127.0.0.1@evil.example", "[::2]:8417", ""])  # fmt: skip
def test_other_host_names_are_refused(visitor: Visitor, host: str) -> None:
    """A name that was made to point at this machine does not reach the case."""
    assert visitor.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_requests_that_other_sites_start_are_refused(visitor: Visitor, site: str) -> None:
    """Neither another site nor another server of this machine can embed or link into the case."""
    assert visitor.get("/", headers={"sec-fetch-site": site}).status_code == 403
    assert visitor.get("/", headers={"sec-fetch-site": "same-origin"}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:9999", "http://localhost:8417", ""]
)
def test_forms_come_from_our_own_pages(visitor: Visitor, origin: str) -> None:
    """A form of another origin is refused, with the right token too."""
    fields = {"by": "Ada", "back": "/"}
    assert visitor.post("/sign", fields, origin=origin).status_code == 403
    assert visitor.post("/sign", fields).status_code == 303


@pytest.mark.parametrize(
    "path", ["/note", "/grade", "/search", "/sign", "/settle", "/draft", "/door", "/review/bulk", "/review/preview"]
)
def test_forms_carry_the_token_of_their_session(visitor: Visitor, path: str) -> None:
    """Without it, or with that of another session, nothing is done."""
    other = Visitor(Path(), visitor.app)
    for token in ("", "0" * 64, other.token):
        assert visitor.post(path, {"by": "Ada"}, token=token).status_code == 403


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_do_nothing(visitor: Visitor, method: str) -> None:
    """Pages are read and forms are posted; that is all."""
    answer = getattr(visitor.client, method)("/", headers={"origin": HOME})
    assert answer.status_code == 405


def test_long_and_broken_forms_are_refused(visitor: Visitor) -> None:
    """A form longer than a long article, or one that is no form, is refused and says so."""
    assert visitor.post("/draft", {"draft": "x" * 1_100_000}).status_code == 400
    answer = visitor.client.post("/note", content=b"\xff\xfe=%zz", headers={"origin": HOME})
    assert answer.status_code in (400, 403)


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1", "/x\r\nset-cookie: a=b"]
)
def test_nobody_is_led_away(visitor: Visitor, back: str) -> None:
    """After a form one is led to a page of the case, wherever the form says to go."""
    answer = visitor.post("/sign", {"by": "Ada", "back": back})
    assert answer.status_code == 303 and answer.headers["location"] == "/"


def test_a_door_forgets_nothing_and_tells_nothing() -> None:
    """Tokens of two sessions differ; an unknown ticket opens nothing."""
    door = Door()
    one, other = door.exchange(door.ticket()), door.exchange(door.ticket())
    assert one and other and door.form_token(one) != door.form_token(other)
    assert door.exchange("x") is None and not door.holds("") and not door.accepts(one, door.form_token(other))


def test_broken_policies_are_counted(visitor: Visitor) -> None:
    """Reports of browsers are counted, without a session and without being kept."""
    visitor.client.cookies.clear()
    assert visitor.client.post("/csp-report", content=b"{}").status_code == 204
    assert visitor.app.state.reports == 1
