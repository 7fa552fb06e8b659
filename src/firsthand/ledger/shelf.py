"""The shelf: what settling reads of a case and never changes: readings, footprints, circles and stories as they were settled last."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Protocol

from firsthand.errors import UnknownId
from firsthand.ledger.footprints import unpacked
from firsthand.ledger.people import Signed
from firsthand.ledger.reviewed import as_reviewed
from firsthand.records import Reading, Review

Card = tuple[str, int, int]
_CARDS = "SELECT f.article, p.day, f.kinds FROM postings p JOIN footprints f ON f.number = p.number WHERE p.mark = ?"


class Case(Protocol):
    """What the desk asks of a ledger."""

    _db: sqlite3.Connection

    def reading(self, article_id: str) -> Reading: ...
    def decided(self, keys: Sequence[str] | None = None) -> dict[str, list[Signed[Review]]]: ...
    def related(self) -> list[Signed[Review]]: ...
    def newest_review(self) -> int: ...


class Shelf:
    """Looks things up in a case. Made by `Ledger.shelf`."""

    def __init__(self, ledger: Case) -> None:
        self._ledger, self._db = ledger, ledger._db

    def waiting(self, kind: str, limit: int) -> list[str]:
        """Gives what waits, at most so many."""
        rows = self._db.execute("SELECT key FROM unsettled WHERE kind = ? ORDER BY key LIMIT ?", (kind, limit))
        return [row[0] for row in rows]

    def waits(self, kind: str, key: str) -> bool:
        """Says whether this waits."""
        return (
            self._db.execute("SELECT 1 FROM unsettled WHERE kind = ? AND key = ?", (kind, key)).fetchone() is not None
        )

    def rules(self) -> str | None:
        """Gives the digest of the rules that the case was settled under."""
        row = self._db.execute("SELECT value FROM state WHERE key = 'rules'").fetchone()
        return row[0] if row else None

    def is_settled(self, rules: str) -> bool:
        """Says whether the case was settled under these rules, and nothing waits."""
        waits = self._db.execute("SELECT 1 FROM unsettled LIMIT 1").fetchone()
        return waits is None and self.rules() == rules

    def reading(self, article: str) -> Reading | None:
        """Gives an article's reading as people corrected it; None for one that is not here."""
        try:
            reading = self._ledger.reading(article)
        except UnknownId:
            return None
        decided = self._ledger.decided([claim.id for claim in reading.claims])
        return as_reviewed(reading, decided) if decided else reading

    def holding(self, mark: int, limit: int) -> list[Card]:
        """Gives the pages under a mark, at most so many: article, day, kinds."""
        return [tuple(row) for row in self._db.execute(f"{_CARDS} ORDER BY p.day, p.number LIMIT ?", (mark, limit))]

    def beside(self, mark: int, place: tuple[int, int], limit: int) -> tuple[list[Card], list[Card]]:
        """Gives the pages under a mark before and after a place, the nearest first, at most so many on each side."""
        sides = (("<", "DESC"), (">", "ASC"))
        before, after = (
            [
                tuple(row)
                for row in self._db.execute(
                    f"{_CARDS} AND (p.day, p.number) {sign} (?, ?) ORDER BY p.day {way}, p.number {way} LIMIT ?",
                    (mark, *place, limit),
                )
            ]
            for sign, way in sides
        )
        return before, after

    def sketch(self, article: str) -> bytes:
        """Gives an article's sketch as it was kept."""
        return bytes(self._db.execute("SELECT sketch FROM footprints WHERE article = ?", (article,)).fetchone()[0])

    def own(self, article: str) -> bytes:
        """Gives what an article's page gives by itself, as it was kept."""
        return bytes(self._db.execute("SELECT own FROM footprints WHERE article = ?", (article,)).fetchone()[0])

    def marks_of(self, article: str) -> tuple[int, ...] | None:
        """Gives the marks under which an article is found; None for one that has no footprint yet."""
        row = self._db.execute("SELECT marks FROM footprints WHERE article = ?", (article,)).fetchone()
        return None if row is None else unpacked(row[0])

    def story_of(self, article: str) -> str | None:
        """Gives the story that an article is in; None before it is settled."""
        row = self._db.execute("SELECT story FROM footprints WHERE article = ?", (article,)).fetchone()
        return row[0] if row else None

    def pages_of(self, story: str) -> list[str]:
        """Gives the articles of a story."""
        return [
            row[0]
            for row in self._db.execute("SELECT article FROM footprints WHERE story = ? ORDER BY article", (story,))
        ]

    def circle_of(self, article: str) -> str | None:
        """Gives the circle that an article is in; None before it is settled."""
        row = self._db.execute("SELECT circle FROM footprints WHERE article = ?", (article,)).fetchone()
        return row[0] if row else None

    def pages_in(self, circle: str) -> list[str]:
        """Gives the articles of a circle."""
        sql = "SELECT article FROM footprints WHERE circle = ? ORDER BY article"
        return [row[0] for row in self._db.execute(sql, (circle,))]
