"""Opening a case: one connection set up the same way every time, with errors that name the file and the way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from firsthand.errors import BrokenSurroundings, CaseBusy, NotACase
from firsthand.ledger.schema import APPLICATION_ID, MIGRATIONS, VERSION


def connect(path: Path, *, create: bool, wait: float) -> sqlite3.Connection:
    """Gives an open case, made or migrated as needed.

    Raises NotACase for a file that is something else, BrokenSurroundings when it cannot be opened.
    """
    if not create and not path.exists():
        raise NotACase(f"there is no case at {path}: `firsthand --case {path} add PAGES` makes one")
    if path.exists() and path.is_dir():
        raise NotACase(f"{path} is a folder: name the case file, for instance {path / 'case.db'}")
    if path.exists() and path.stat().st_size and path.open("rb").read(15) != b"SQLite format 3":
        raise NotACase(f"{path} is not a firsthand case (not an SQLite file): choose another file with --case")
    try:
        db = sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=False)
        db.row_factory = sqlite3.Row
        with translated(path):
            _prepare(db, path)
    except sqlite3.OperationalError as error:
        raise BrokenSurroundings(f"cannot open {path}: {error}; check the folder exists and can be written") from error
    return db


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    application = db.execute("PRAGMA application_id").fetchone()[0]
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and application != APPLICATION_ID:
        raise NotACase(f"{path} is an SQLite file, but not a firsthand case: choose another file with --case")
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise NotACase(
            f"{path} was written by a newer firsthand (schema {version}, this one knows {VERSION}): upgrade firsthand"
        )
    if version < VERSION:
        db.execute("PRAGMA journal_mode = WAL")
        with writing(db, path):
            version = db.execute("PRAGMA user_version").fetchone()[0]  # another process may have been quicker
            for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
                for statement in _statements(script):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {number}")
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA secure_delete = ON")  # what is forgotten is overwritten, not merely unlinked
    db.execute("PRAGMA cache_size = -64000")


def _statements(script: str) -> Iterator[str]:
    """Yields the statements of a script one by one, so that they share the caller's transaction."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into ours, with the file and the way out."""
    try:
        yield
    except sqlite3.OperationalError as error:
        words = str(error)
        if "locked" in words or "busy" in words:
            raise CaseBusy(f"another process is writing to {path}: wait for it, or work on a copy") from error
        if "full" in words:
            raise BrokenSurroundings(
                f"the disk of {path} is full: what was reported as stored is kept; free room and run again"
            ) from error
        raise BrokenSurroundings(f"{path}: {words}") from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError):
            raise
        raise NotACase(
            f"{path} is damaged or not a firsthand case ({error}): restore a copy, or choose another with --case"
        ) from error


@contextmanager
def writing(db: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """Holds the write lock for one transaction: all of it is stored, or nothing."""
    with translated(path):
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")
