"""The case: pages, articles and claims appended; judgements superseded; everything found again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from firsthand.errors import UnknownId
from firsthand.ledger import index
from firsthand.ledger.chain import Appender
from firsthand.ledger.codec import decode, decode_article, encode, encode_article, pack, unpack
from firsthand.ledger.connection import connect, translated, writing
from firsthand.ledger.desk import Desk
from firsthand.ledger.footprints import articles_of, lift, put_waiting
from firsthand.ledger.people import People
from firsthand.ledger.reviewed import as_reviewed
from firsthand.ledger.shelf import Shelf
from firsthand.records import Article, Claim, FigureRow, Omission, Page, Place, Reading, Run, Settlement


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a case holds."""

    pages: int
    articles: int
    claims: int
    figures: int
    outlets: int
    omissions: int
    entries: int


class Ledger(People):
    """One case. Open it as a context manager; all writing is in transactions that store everything or nothing.

    >>> import tempfile, pathlib
    >>> with Ledger(pathlib.Path(tempfile.mkdtemp()) / "case.db") as ledger:
    ...     ledger.counts().claims
    0
    """

    def __init__(self, path: str | Path, *, create: bool = True, wait: float = 30.0) -> None:
        self.path = Path(path)
        self._db: sqlite3.Connection = connect(self.path, create=create, wait=wait)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file. What was reported as stored is stored already."""
        self._db.close()

    # -- writing ------------------------------------------------------------------------------------------------

    def begin(self, run: Run) -> None:
        """Puts a run into the log, so that entries can name it; the same run twice is one."""
        with writing(self._db, self.path):
            if not self._db.execute("SELECT 1 FROM entries WHERE subject = ? AND kind = 'run'", (run.id,)).fetchone():
                Appender(self._db, run.id, run.started_at).append(run.id, "run", encode(run))

    def add(self, page: Page, reading: Reading, run: str, at: str) -> bool:
        """Stores a page and what it yielded, in one transaction; False when the page is there already."""
        return bool(self.add_many(((page, reading),), run, at))

    def add_many(self, readings: Iterable[tuple[Page, Reading]], run: str, at: str) -> int:
        """Stores several pages in one transaction; gives how many were new."""
        added = 0
        with writing(self._db, self.path):
            appender = Appender(self._db, run, at)
            for page, reading in readings:
                if self.has_page(page.id):
                    continue
                self._add(appender, page, reading)
                added += 1
        return added

    def _add(self, appender: Appender, page: Page, reading: Reading) -> None:
        facts = index.page_facts(page)
        self._db.execute("INSERT OR IGNORE INTO bodies VALUES (?, ?)", (page.digest, pack(page.body)))
        index.insert(self._db, "pages", index.page_row(facts, appender.append(page.id, "page", encode(facts))))
        article = reading.article
        if article is not None:
            self._db.execute("INSERT OR IGNORE INTO texts VALUES (?, ?)", (article.digest, article.text))
            index.insert(
                self._db,
                "articles",
                index.article_row(article, appender.append(article.id, "article", encode_article(article))),
            )
            put_waiting(self._db, "article", (article.id,))
            appender.append(article.id, "annotations", encode(index.annotations_of(reading)))
            for claim in reading.claims:
                index.insert(
                    self._db, "claims", index.claim_row(claim, appender.append(claim.id, "claim", encode(claim)))
                )
                index.insert(self._db, "words", index.words_row(claim, article))
        for omission in reading.omissions:
            self._add_omission(appender, omission, article.id if article else None)

    def _add_omission(self, appender: Appender, omission: Omission, article: str | None = None) -> None:
        row = (omission.stage, omission.subject, omission.reason, omission.detail)
        if self._db.execute(
            "SELECT 1 FROM omissions WHERE stage = ? AND subject = ? AND reason = ? AND detail = ?", row
        ).fetchone():
            return
        seq = appender.append(omission.subject, "omission", encode(omission))
        index.insert(self._db, "omissions", (seq, *row, article))

    def add_omissions(self, omissions: Iterable[Omission], run: str, at: str) -> None:
        """Stores what could not be read; the same omission twice is one."""
        with writing(self._db, self.path):
            appender = Appender(self._db, run, at)
            for omission in omissions:
                self._add_omission(appender, omission)

    @contextmanager
    def desk(self, run: str, at: str) -> Iterator[Desk]:
        """Gives what settling reads and replaces, in one transaction that stores everything or nothing."""
        with writing(self._db, self.path):
            yield Desk(self, Appender(self._db, run, at))

    def shelf(self) -> Shelf:
        """Gives what settling reads, for looking only."""
        return Shelf(self)

    def store_settlement(self, settlement: Settlement, rows: Sequence[FigureRow], run: str, at: str) -> None:
        """Stores a settlement of the whole case: judgements that are new, and the views; withdraws judgements that no longer hold."""
        with self.desk(run, at) as desk:
            desk.restart("")
            desk.replace((), settlement, rows)
            desk.finish()

    def forget(self, page_id: str, *, reason: str, by: str, at: str) -> None:
        """Removes a page's bytes, text and statements; leaves its hashes, the reason and who did it.

        Raises UnknownId when there is no such page. Judgements on it, and what judgements of the past quoted, go at once; views that rested
        on it, with the next settling.
        """
        with writing(self._db, self.path):
            if not self._db.execute("SELECT 1 FROM pages WHERE id = ? AND forgotten IS NULL", (page_id,)).fetchone():
                raise UnknownId(f"no page {page_id!r} with text in this case: `firsthand search` lists what there is")
            words = index.entries_of(self._db, page_id)
            identities = self._identities(page_id)
            judged = index.judged_of(self._db, page_id, identities)
            gone = tuple(sorted({*words, *judged, *index.said_of(self._db, identities)}))
            beside = self._decided_with(identities) - set(self.articles_of(page_id))
            note = index.Forgetting(reason=reason, by=by, entries=gone)
            seq = Appender(self._db, f"person:{by}", at).append(page_id, "forgotten", encode(note))
            for article in self.articles_of(page_id):
                lift(self._db, article)
            put_waiting(self._db, "article", beside)
            index.forget(self._db, page_id, seq, gone)
        with translated(self.path):
            # Drops forgotten words from the search index's segments.
            self._db.execute("INSERT INTO words (words) VALUES ('optimize')")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _identities(self, page_id: str) -> set[str]:
        """Gives the ids of a page's articles, claims and figures: what people may have said something of."""
        readings = [self.reading(article) for article in self.articles_of(page_id)]
        found = {reading.article.id for reading in readings if reading.article}
        return found | {each.id for r in readings for part in (r.claims, r.quantities) for each in part}

    def _decided_with(self, identities: set[str]) -> set[str]:
        """Gives the articles with a figure of which a decision says how it stands to one of these."""
        keys = (signed.record.key for signed in self.related() if identities & set(signed.record.key.split()))
        return {article for key in keys for article in articles_of(self._db, key)}

    # -- reading back -------------------------------------------------------------------------------------------

    def has_page(self, page_id: str) -> bool:
        """Says whether this page (address and bytes) is in the case, forgotten or not."""
        return self._db.execute("SELECT 1 FROM pages WHERE id = ?", (page_id,)).fetchone() is not None

    def page(self, page_id: str) -> Page:
        """Gives a page with its bytes; raises UnknownId when it is not here or was forgotten."""
        row = self._db.execute(
            "SELECT p.*, b.body FROM pages p JOIN bodies b ON b.digest = p.digest WHERE p.id = ? AND p.forgotten IS NULL",
            (page_id,),
        ).fetchone()
        if row is None:
            raise UnknownId(f"no page {page_id!r} with text in this case")
        return Page(
            url=row["url"], body=unpack(row["body"]), content_type=row["content_type"], retrieved_at=row["retrieved_at"],
            via=row["via"], digest=row["digest"],
        )  # fmt: skip

    def article(self, article_id: str) -> Article:
        """Gives an article with its text; raises UnknownId."""
        row = self._db.execute(
            "SELECT e.payload, t.text FROM articles a JOIN entries e ON e.seq = a.seq JOIN texts t ON t.digest = a.text_digest WHERE a.id = ?",
            (article_id,),
        ).fetchone()
        if row is None:
            raise UnknownId(f"no article {article_id!r} in this case")
        return decode_article(row["payload"], row["text"])

    def claim(self, claim_id: str) -> Claim:
        """Gives a claim; raises UnknownId."""
        row = self._db.execute(
            "SELECT e.payload FROM claims c JOIN entries e ON e.seq = c.seq WHERE c.id = ?", (claim_id,)
        ).fetchone()
        if row is None:
            raise UnknownId(f"no claim {claim_id!r} in this case")
        return decode(row[0], Claim)

    def reading(self, article_id: str) -> Reading:
        """Gives everything an article yielded; raises UnknownId."""
        article = self.article(article_id)
        row = self._db.execute(
            "SELECT payload FROM entries WHERE subject = ? AND kind = 'annotations' ORDER BY seq DESC", (article_id,)
        ).fetchone()
        notes = decode(row[0], index.StoredAnnotations)
        payloads = self._db.execute(
            "SELECT e.payload FROM claims c JOIN entries e ON e.seq = c.seq WHERE c.article = ? ORDER BY c.position, c.id",
            (article_id,),
        )
        return Reading(
            page=article.page, article=article, attributions=notes.attributions, quantities=notes.quantities,
            quantity_relations=notes.quantity_relations, timexes=notes.timexes, places=notes.places,
            claims=tuple(decode(p[0], Claim) for p in payloads), omissions=self.omissions_of(article_id),
        )  # fmt: skip

    def places(self, article_id: str) -> tuple[Place, ...]:
        """Gives the places an article names; none for one whose words are gone."""
        row = self._db.execute(
            "SELECT payload FROM entries WHERE subject = ? AND kind = 'annotations' AND payload IS NOT NULL ORDER BY seq DESC",
            (article_id,),
        ).fetchone()
        return decode(row[0], index.StoredAnnotations).places if row else ()

    def readings(self, *, reviewed: bool = False) -> Iterator[Reading]:
        """Yields every article's reading, in the order of their ids: the order of adding leaves no trace.

        `reviewed` gives them as people corrected them: rejected claims left out, edited slots in place of the machine's.
        """
        decided = self.decided() if reviewed else {}
        ids = [row[0] for row in self._db.execute("SELECT id FROM articles ORDER BY id")]
        for article_id in ids:
            reading = self.reading(article_id)
            yield as_reviewed(reading, decided) if decided else reading

    def counts(self) -> Counts:
        """Gives how much the case holds."""

        def one(sql: str) -> int:
            return int(self._db.execute(sql).fetchone()[0])

        with translated(self.path):
            return Counts(
                pages=one("SELECT count(*) FROM pages"), articles=one("SELECT count(*) FROM articles"),
                claims=one("SELECT count(*) FROM claims"), figures=one("SELECT count(*) FROM figures"),
                outlets=one("SELECT count(DISTINCT coalesce(outlet, host)) FROM articles"),
                omissions=one("SELECT count(*) FROM omissions"), entries=one("SELECT count(*) FROM entries"),
            )  # fmt: skip
