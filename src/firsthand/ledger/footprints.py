"""Footprints: the marks under which an article is found again, kept in postings; and the list of what waits to be settled.

Both are derived from the articles and may be made again. Marks are numbers, so that nothing of a forgotten page's words is in them.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence


def put_waiting(db: sqlite3.Connection, kind: str, keys: Iterable[str]) -> None:
    """Notes what waits to be settled."""
    db.executemany("INSERT OR IGNORE INTO unsettled (kind, key) VALUES (?, ?)", ((kind, key) for key in sorted(keys)))


def keep(
    db: sqlite3.Connection, article: str, place: tuple[int, int], kinds: int, called: tuple[str, str | None], marks: Sequence[int],
    sketch: bytes, own: bytes,
) -> None:  # fmt: skip
    """Puts an article's footprint in place of its earlier one; its circle and story stay."""
    before = db.execute("SELECT marks, circle, story FROM footprints WHERE article = ?", (article,)).fetchone()
    old, new = set(unpacked(before["marks"])) if before else set(), set(marks)
    day, number = place
    db.executemany(
        "DELETE FROM postings WHERE mark = ? AND day = ? AND number = ?", ((m, day, number) for m in sorted(old - new))
    )
    db.executemany("INSERT INTO postings VALUES (?, ?, ?)", ((m, day, number) for m in sorted(new - old)))
    db.execute(
        "INSERT OR REPLACE INTO footprints VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            article,
            day,
            kinds,
            *called,
            before["story"] if before else None,
            array("q", sorted(new)).tobytes(),
            sketch,
            own,
            before["circle"] if before else None,
        ),
    )


def lift(db: sqlite3.Connection, article: str) -> None:
    """Takes an article's footprint away: its circle is to be drawn again, its story settled, and the pages beside it under its marks to be compared."""
    row = db.execute("SELECT * FROM footprints WHERE article = ?", (article,)).fetchone()
    db.execute("DELETE FROM unsettled WHERE kind IN ('article', 'page') AND key = ?", (article,))
    if row is None:
        return
    marks = unpacked(row["marks"])
    db.executemany(
        "DELETE FROM postings WHERE mark = ? AND day = ? AND number = ?",
        ((m, row["day"], row["number"]) for m in marks),
    )
    db.execute("DELETE FROM footprints WHERE article = ?", (article,))
    db.execute(
        "INSERT OR REPLACE INTO unsettled VALUES ('gone', ?, ?, ?)", (str(row["number"]), row["day"], row["marks"])
    )
    for kind in ("story", "circle"):
        put_waiting(db, kind, [row[kind]] if row[kind] else [])


def unpacked(marks: bytes) -> tuple[int, ...]:
    """Gives marks as they were kept."""
    return tuple(array("q", marks))


def articles_of(db: sqlite3.Connection, key: str) -> Iterator[str]:
    """Yields the articles that a decision is on, by its key: a claim, two figures, or two articles."""
    if " " in key:
        sql = "SELECT article FROM figures WHERE quantity = ?1 UNION SELECT id FROM articles WHERE id = ?1"
        for side in key.split():
            yield from (row[0] for row in db.execute(sql, (side,)))
    else:
        yield from (row[0] for row in db.execute("SELECT article FROM claims WHERE id = ?", (key,)))
