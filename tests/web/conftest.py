"""A small case for the web tests: two pages that give one mayor's figure, and a browser that was let in."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.ledger import Ledger
from firsthand.pipeline import settle
from tests.builders import make_reading
from tests.web.visitor import AT, Visitor


@pytest.fixture()
def small(tmp_path: Path) -> Path:
    """The case's file."""
    path = tmp_path / "small.db"
    with Ledger(path) as ledger:
        for number, url in (("12", "https://one.example/a"), ("15", "https://two.example/b")):
            text = f"Mayor Ilse Brandt said {number} people were killed."
            page, reading = make_reading(text=text, url=url, number=number)
            ledger.add(page, reading, "run", AT)
        settle(ledger, "run", AT)
    return path


@pytest.fixture()
def visitor(small: Path) -> Visitor:
    return Visitor(small)


@pytest.fixture(scope="session")
def reader_of_demo(demo_path: Path) -> Visitor:
    """A browser at the demo case; tests with it read and do not write."""
    return Visitor(demo_path)
