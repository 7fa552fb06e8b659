"""`firsthand doctor`: is everything in place?"""

from __future__ import annotations

import importlib.metadata
import platform
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from firsthand import __version__
from firsthand.cli.context import CONTEXT, Context
from firsthand.cli.output import Column, format_options, print_rows
from firsthand.errors import FirsthandError

COLUMNS = (
    Column(field="check", heading="check"),
    Column(field="state", heading="state"),
    Column(field="detail", heading="detail", ratio=1),
)


@click.command(name="doctor")
@format_options
@CONTEXT
def command(context: Context, shape: str | None) -> int:
    """Check Python, SQLite, the models' hashes, the place file and the case. Exit 1 when something is missing."""
    rows = [{"check": name, **_run(check, context)} for name, check in CHECKS]
    print_rows(rows, shape, COLUMNS)
    return 1 if any(row["state"] == "missing" for row in rows) else 0


def _run(check: Callable[[Context], str], context: Context) -> dict[str, str]:
    try:
        return {"state": "fine", "detail": check(context)}
    except (FirsthandError, ImportError, OSError, importlib.metadata.PackageNotFoundError) as error:
        return {"state": "missing", "detail": str(error)}


def _python(context: Context) -> str:
    return f"firsthand {__version__}, Python {platform.python_version()}, {platform.machine()}"


def _sqlite(context: Context) -> str:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5 (a)")
    return f"SQLite {sqlite3.sqlite_version} with full-text search"


def _models(context: Context) -> str:
    from firsthand.pipeline import Reader

    return "; ".join(_digests(Reader.load(context.settings).run("").model_digests))


def _digests(digests: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for name, digest in digests:
        yield f"{name} {digest[:12]}"


def _gazetteer(context: Context) -> str:
    from firsthand.gazetteer import Gazetteer

    Gazetteer.load()
    return "authority file and places load"


def _case(context: Context) -> str:
    if not Path(context.settings.case).exists():
        return f"no case at {context.settings.case} yet: `firsthand add PAGES` makes it"
    with context.open() as ledger:
        counts = ledger.counts()
    return f"{context.settings.case}: {counts.pages} pages, {counts.claims} claims, {counts.omissions} omissions"


CHECKS: tuple[tuple[str, Callable[[Context], str]], ...] = (
    ("python", _python),
    ("sqlite", _sqlite),
    ("models", _models),
    ("gazetteer", _gazetteer),
    ("case", _case),
)
