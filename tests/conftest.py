"""What tests share: the models are loaded once, and the demo case is read once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.ledger import Ledger


@pytest.fixture(scope="session")
def reader():  # type: ignore[no-untyped-def]
    """The loaded models."""
    from firsthand.pipeline import Reader

    return Reader.load()


@pytest.fixture(scope="session")
def demo_path(tmp_path_factory: pytest.TempPathFactory, reader) -> Path:  # type: ignore[no-untyped-def]
    """The demo case, read and settled."""
    from firsthand.demo import inputs
    from firsthand.ingest import IngestOptions, gather
    from firsthand.pipeline import add, settle

    path = tmp_path_factory.mktemp("demo") / "demo.db"
    at = "2031-01-01T00:00:00Z"
    with Ledger(path) as ledger:
        run = reader.run(at)
        for _ in add(ledger, reader, gather(inputs(), options=IngestOptions()), run, at):
            pass
        settle(ledger, run.id, at)
    return path


@pytest.fixture()
def demo(demo_path: Path) -> Iterator[Ledger]:
    """The demo case, open. Tests read it and do not write."""
    with Ledger(demo_path, create=False) as ledger:
        yield ledger
