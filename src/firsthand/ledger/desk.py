"""The desk: what settling reads and replaces in a case, inside one transaction.

What waits is kept in `unsettled`: "article", to be read again because it is new or was decided on; "page", to be compared with others;
"story", to be drawn again; "gone", a page that was forgotten, of which only its place and its marks (numbers) are left until then.
Footprints and postings are derived from the articles: `restart` throws them away and has everything done anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from firsthand.errors import UnknownId
from firsthand.ledger import index
from firsthand.ledger.chain import Appender
from firsthand.ledger.codec import encode
from firsthand.ledger.footprints import keep, put_waiting, unpacked
from firsthand.ledger.people import Signed
from firsthand.ledger.regroup import regroup
from firsthand.ledger.reviewed import as_reviewed
from firsthand.records import FigureRow, Judgement, Reading, Review, Settlement

Card = tuple[str, int, int]
_ONE_OF = "(SELECT value FROM json_each(?))"
_CARDS = "SELECT f.article, p.day, f.kinds FROM postings p JOIN footprints f ON f.number = p.number WHERE p.mark = ?"


class Case(Protocol):
    """What the desk asks of a ledger."""

    _db: sqlite3.Connection

    def reading(self, article_id: str) -> Reading: ...
    def decided(self, keys: Sequence[str] | None = None) -> dict[str, list[Signed[Review]]]: ...
    def related(self) -> list[Signed[Review]]: ...
    def newest_review(self) -> int: ...


class Desk:
    """Reads and replaces what settling makes. Made by `Ledger.desk`, which holds the write lock meanwhile."""

    def __init__(self, ledger: Case, appender: Appender) -> None:
        self._ledger, self._db, self._appender = ledger, ledger._db, appender

    # -- what waits ---------------------------------------------------------------------------------------------

    def waiting(self, kind: str, limit: int) -> list[str]:
        """Gives what waits, at most so many."""
        rows = self._db.execute("SELECT key FROM unsettled WHERE kind = ? ORDER BY key LIMIT ?", (kind, limit))
        return [row[0] for row in rows]

    def waits(self, kind: str, key: str) -> bool:
        """Says whether this waits."""
        return (
            self._db.execute("SELECT 1 FROM unsettled WHERE kind = ? AND key = ?", (kind, key)).fetchone() is not None
        )

    def wait(self, kind: str, keys: Iterable[str]) -> None:
        """Has these wait."""
        put_waiting(self._db, kind, keys)

    def done(self, kind: str, keys: Iterable[str]) -> None:
        """Has these wait no more."""
        self._db.executemany("DELETE FROM unsettled WHERE kind = ? AND key = ?", ((kind, key) for key in sorted(keys)))

    def gone(self) -> list[tuple[str, tuple[int, int], tuple[int, ...]]]:
        """Gives the pages that were forgotten since: key, place, marks."""
        rows = self._db.execute("SELECT key, day, marks FROM unsettled WHERE kind = 'gone' ORDER BY key").fetchall()
        return [(row["key"], (row["day"], int(row["key"])), unpacked(row["marks"])) for row in rows]

    def rules(self) -> str | None:
        """Gives the digest of the rules that the case was settled under."""
        row = self._db.execute("SELECT value FROM state WHERE key = 'rules'").fetchone()
        return row[0] if row else None

    def restart(self, rules: str) -> None:
        """Has the whole case settled anew: all that was derived for it goes; judgements and views stay until they are replaced."""
        for sql in (
            "DELETE FROM footprints", "DELETE FROM postings", "DELETE FROM unsettled", "INSERT INTO unsettled (kind, key) SELECT 'article', id FROM articles",
            "UPDATE judgements SET story = NULL", "UPDATE views SET story = NULL", "UPDATE figures SET story = NULL",
            "INSERT OR REPLACE INTO state VALUES ('sweep', '1')",
        ):  # fmt: skip
            self._db.execute(sql)
        self._db.execute("INSERT OR REPLACE INTO state VALUES ('rules', ?)", (rules,))

    def finish(self) -> None:
        """Notes that nothing waits; takes away what an earlier settling left and this one did not make again."""
        if self._db.execute("DELETE FROM state WHERE key = 'sweep' RETURNING 1").fetchone():
            for table in ("views", "figures"):
                self._db.execute(f"DELETE FROM {table} WHERE story IS NULL")
            rows = self._db.execute("SELECT id, seq FROM judgements WHERE by = 'machine' AND story IS NULL")
            self._withdraw({row["id"]: row["seq"] for row in rows.fetchall()})
        newest = self._ledger.newest_review()
        self._db.execute("INSERT OR REPLACE INTO state VALUES ('settled', ?)", (str(newest),))

    # -- pages --------------------------------------------------------------------------------------------------

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

    def payload(self, article: str) -> bytes:
        """Gives an article's sketch as it was kept."""
        return bytes(self._db.execute("SELECT payload FROM footprints WHERE article = ?", (article,)).fetchone()[0])

    def marks_of(self, article: str) -> tuple[int, ...] | None:
        """Gives the marks under which an article is found; None for one that has no footprint yet."""
        row = self._db.execute("SELECT marks FROM footprints WHERE article = ?", (article,)).fetchone()
        return None if row is None else unpacked(row[0])

    def keep(
        self, article: str, place: tuple[int, int], kinds: int, called: tuple[str, str | None], marks: Sequence[int], payload: bytes
    ) -> None:  # fmt: skip
        """Keeps an article's footprint in place of its earlier one; `called` is its host and the name that it gives its outlet."""
        keep(self._db, article, place, kinds, called, marks, payload)

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

    # -- decisions and results ----------------------------------------------------------------------------------

    def related(self) -> list[tuple[str, str]]:
        """Gives the pairs of figures, and of articles, that people decided on."""
        return [(s.record.subject, s.record.object or "") for s in self._ledger.related()]

    def article_of_figure(self, quantity: str) -> str | None:
        """Gives the article that a figure stood in when it was last settled; an article's own id for itself (decisions are on both)."""
        sql = "SELECT article FROM figures WHERE quantity = ?1 UNION SELECT id FROM articles WHERE id = ?1"
        row = self._db.execute(sql, (quantity,)).fetchone()
        return row[0] if row else None

    def regrouped(self, settlement: Settlement) -> Settlement:
        """Gives the settlement as people joined and parted its groups."""
        return regroup(settlement, [signed.record for signed in self._ledger.related()], self._article_of)

    def replace(self, stories: Collection[str], settlement: Settlement, rows: Sequence[FigureRow]) -> None:
        """Puts a settlement in the place of these stories. Judgements that no longer hold are withdrawn, new ones stored, equal ones stay.

        What belongs to no story is stored under ""; only what `restart` left is under none at all.
        """
        touched = json.dumps(sorted({*stories, *(story.id for story in settlement.stories)}))
        before = {
            row["id"]: row["seq"]
            for row in self._db.execute(f"SELECT id, seq FROM judgements WHERE by = 'machine' AND story IN {_ONE_OF}", (touched,))
        }  # fmt: skip
        for table in ("views", "figures"):
            self._db.execute(f"DELETE FROM {table} WHERE story IN {_ONE_OF}", (touched,))
        wanted = {judgement.id: judgement for judgement in settlement.judgements}
        self._withdraw({identity: seq for identity, seq in before.items() if identity not in wanted})
        home = _homes(settlement)
        for identity in sorted(wanted):
            subject = wanted[identity].subject
            self._put_judgement(wanted[identity], home.get(subject) or home.get(self._article_of(subject), ""))
        index.put_views(self._db, settlement, rows)
        self._db.executemany(
            "UPDATE footprints SET story = ? WHERE article = ?",
            ((story.id, article) for story in settlement.stories for article in story.articles),
        )

    def _article_of(self, claim: str) -> str:
        row = self._db.execute("SELECT article FROM claims WHERE id = ?", (claim,)).fetchone()
        return str(row[0]) if row else ""

    def _withdraw(self, stored: dict[str, int]) -> None:
        for identity in sorted(stored):
            self._appender.append(identity, "withdrawn", b"{}", stored[identity])
            self._db.execute("DELETE FROM judgements WHERE id = ?", (identity,))

    def _put_judgement(self, judgement: Judgement, story: str) -> None:
        payload = encode(judgement)
        sql = "SELECT j.seq, j.story, e.payload FROM judgements j JOIN entries e ON e.seq = j.seq WHERE j.id = ?"
        row = self._db.execute(sql, (judgement.id,)).fetchone()
        if row is not None and row["payload"] == payload:
            if row["story"] != story:
                self._db.execute("UPDATE judgements SET story = ? WHERE id = ?", (story, judgement.id))
            return
        if row is not None:
            self._db.execute("DELETE FROM judgements WHERE id = ?", (judgement.id,))
        seq = self._appender.append(judgement.id, "judgement", payload, row["seq"] if row else None)
        index.insert(self._db, "judgements", index.judgement_row(judgement, seq, story))


def _homes(settlement: Settlement) -> dict[str, str]:
    """Gives the story of every article and release that a judgement may be about."""
    home = {article: story.id for story in settlement.stories for article in story.articles}
    return home | {release.id: home[release.articles[0]] for release in settlement.releases if release.articles}
