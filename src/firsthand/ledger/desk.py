"""The desk: what settling reads and replaces in a case, inside one transaction.

What waits is kept in `unsettled`: "article", to be read again because it is new or was decided on; "page", to be compared with others;
"circle", to be drawn again; "story", from which a page went; "gone", a page that was forgotten, of which only its place and its marks (numbers)
are left until then.
Footprints and postings are derived from the articles: `restart` throws them away and has everything done anew.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from firsthand.ledger import index
from firsthand.ledger.chain import Appender
from firsthand.ledger.codec import encode
from firsthand.ledger.footprints import keep, put_waiting, unpacked
from firsthand.ledger.regroup import regroup
from firsthand.ledger.shelf import Case, Shelf
from firsthand.records import FigureRow, Judgement, Settlement

_ONE_OF = "(SELECT value FROM json_each(?))"


class Desk(Shelf):
    """Reads and replaces what settling makes. Made by `Ledger.desk`, which holds the write lock meanwhile."""

    def __init__(self, ledger: Case, appender: Appender) -> None:
        super().__init__(ledger)
        self._appender = appender

    # -- what waits ---------------------------------------------------------------------------------------------

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

    def keep(
        self, article: str, place: tuple[int, int], kinds: int, called: tuple[str, str | None], marks: Sequence[int], sketch: bytes, own: bytes
    ) -> None:  # fmt: skip
        """Keeps an article's footprint in place of its earlier one; `called` is its host and the name that it gives its outlet."""
        keep(self._db, article, place, kinds, called, marks, sketch, own)

    def draw(self, circles: Mapping[str, Sequence[str]]) -> None:
        """Notes the circle of each of these articles."""
        self._db.executemany(
            "UPDATE footprints SET circle = ?1 WHERE article = ?2 AND circle IS NOT ?1",
            ((circle, article) for circle, articles in circles.items() for article in articles),
        )

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
            self._put_judgement(
                identity, wanted[identity], home.get(subject) or home.get(self._article_of(subject), "")
            )
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

    def _put_judgement(self, identity: str, judgement: Judgement, story: str) -> None:
        payload = encode(judgement)
        sql = "SELECT j.seq, j.story, e.payload FROM judgements j JOIN entries e ON e.seq = j.seq WHERE j.id = ?"
        row = self._db.execute(sql, (identity,)).fetchone()
        if row is not None and row["payload"] == payload:
            if row["story"] != story:
                self._db.execute("UPDATE judgements SET story = ? WHERE id = ?", (story, identity))
            return
        if row is not None:
            self._db.execute("DELETE FROM judgements WHERE id = ?", (identity,))
        seq = self._appender.append(identity, "judgement", payload, row["seq"] if row else None)
        index.insert(self._db, "judgements", index.judgement_row(judgement, seq, story))


def _homes(settlement: Settlement) -> dict[str, str]:
    """Gives the story of every article and release that a judgement may be about."""
    home = {article: story.id for story in settlement.stories for article in story.articles}
    return home | {release.id: home[release.articles[0]] for release in settlement.releases if release.articles}
