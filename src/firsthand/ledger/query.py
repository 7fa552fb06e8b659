"""The reading side of a case: what the screen, the exporters and the command line ask for. Nothing here writes."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from firsthand.errors import UnknownId, UsageError
from firsthand.ledger.codec import decode, decode_article
from firsthand.records import Claim, ClaimRow, Entry, FigureRow, Judgement, Omission, Origin, Release, Series, Story
from firsthand.text.hosts import bare_host, is_host

View = TypeVar("View", Release, Origin, Series, Story)
_VIEWS: dict[type, str] = {Release: "release", Origin: "origin", Series: "series", Story: "story"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """What a list of articles shows of each."""

    id: str
    page: str
    url: str
    outlet: str | None
    title: str | None
    published: str | None
    language: str | None
    words: int
    claims: int


_READING_ORDER = "page, article, start, finish, claim"  # of figures
_ONE_OF = "(SELECT value FROM json_each(?))"
_CLAIMS = (
    "SELECT c.article, e.payload, ae.payload AS article_payload, t.text FROM claims c JOIN articles a ON a.id = c.article"
    " JOIN entries e ON e.seq = c.seq JOIN entries ae ON ae.seq = a.seq JOIN texts t ON t.digest = a.text_digest"
)


class Queries:
    """Questions to a case. Mixed into Ledger, which holds the connection."""

    _db: sqlite3.Connection
    path: Path

    # -- claims -------------------------------------------------------------------------------------------------

    def claims(
        self, *, speaker: str | None = None, status: str | None = None, kind: str | None = None, article: str | None = None,
        with_figures: bool = False, limit: int | None = None,
    ) -> Iterator[ClaimRow]:  # fmt: skip
        """Yields claims in the order of publication, article and text. `speaker` matches part of the name, without case."""
        conditions: list[tuple[str, object]] = []
        if speaker:
            conditions.append(("c.speaker LIKE ?", f"%{speaker}%"))
        if status:
            conditions.append(("c.status = ?", status))
        if kind:
            conditions.append(("c.kind = ?", kind))
        if article:
            conditions.append(("c.article = ?", article))
        if with_figures:
            conditions.append(("c.figures > ?", 0))
        where = " AND ".join(c for c, _ in conditions) or "1"
        sql = f"{_CLAIMS} WHERE {where} ORDER BY a.published IS NULL, a.published, a.id, c.position, c.id LIMIT ?"
        latest = ""
        for row in self._db.execute(sql, (*(v for _, v in conditions), -1 if limit is None else limit)):
            if row["article"] != latest:  # claims come article by article: each is decoded once
                latest, held = row["article"], decode_article(row["article_payload"], row["text"])
            yield ClaimRow.of(decode(row["payload"], Claim), held)

    def claims_to_look_at(self, also: Collection[str]) -> Iterator[tuple[Claim, ClaimRow]]:
        """Yields the claims whose reading may have gaps, and these, with their rows, in the order of publication, article and text."""
        latest = ""
        where = (
            "(c.kind IN ('direct', 'mixed') AND c.speaker IS NULL) OR (c.speaker IS NOT NULL AND c.entity IS NULL)"
            f" OR (c.status IN ('possible', 'not confirmed') AND c.figures > 0) OR c.id IN {_ONE_OF}"
        )
        order = "a.published IS NULL, a.published, a.id, c.position, c.id"
        for row in self._db.execute(f"{_CLAIMS} WHERE {where} ORDER BY {order}", (_listed(also),)):
            if row["article"] != latest:
                latest, held = row["article"], decode_article(row["article_payload"], row["text"])
            claim = decode(row["payload"], Claim)
            yield claim, ClaimRow.of(claim, held)

    def claims_by(self, speaker: str) -> Iterator[ClaimRow]:
        """Yields the claims of a speaker with exactly this name, in the order of publication, article and text."""
        sql = f"{_CLAIMS} WHERE c.speaker = ? ORDER BY a.published IS NULL, a.published, a.id, c.position, c.id"
        return (_claim_row(row) for row in self._db.execute(sql, (speaker,)))

    def speakers(self, articles: Collection[str]) -> list[tuple[str, int, str]]:
        """Gives who speaks in these articles: name, how many claims, and the first of them; those heard most first."""
        found: dict[str, tuple[int, str]] = {}
        rows = self._db.execute(
            f"SELECT c.speaker, c.id FROM claims c JOIN articles a ON a.id = c.article WHERE c.speaker IS NOT NULL AND c.article IN {_ONE_OF}"
            " ORDER BY a.published IS NULL, a.published, a.id, c.position, c.id",
            (_listed(articles),),
        )
        for name, claim in rows:
            count, first = found.get(name, (0, claim))
            found[name] = (count + 1, first)
        return sorted(((n, c, f) for n, (c, f) in found.items()), key=lambda row: (-row[1], row[0]))

    def claim_row(self, claim_id: str) -> ClaimRow:
        """Gives one claim with its words; raises UnknownId."""
        row = self._db.execute(f"{_CLAIMS} WHERE c.id = ?", (claim_id,)).fetchone()
        if row is None:
            raise UnknownId(f"no claim {claim_id!r} in this case")
        return _claim_row(row)

    def search(self, question: str, *, limit: int = 50, every_word: bool = True) -> list[tuple[ClaimRow, str]]:
        """Gives the claims whose words, speaker, outlet or title hold all words of the question (or any), best first, each with a marked snippet."""
        match = _match(question, every_word)
        best = self._db.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank, rowid LIMIT ?", (match, limit)
        )
        # Snippets are cut of the best alone, and without a rank: a common word stands in a tenth of all claims.
        sql = (
            "SELECT claim, snippet(words, 2, '[', ']', '…', 24) AS snippet FROM words WHERE words MATCH ? AND rowid = ?"
        )
        rows = [self._db.execute(sql, (match, found["rowid"])).fetchone() for found in best.fetchall()]
        return [(self.claim_row(row["claim"]), row["snippet"]) for row in rows]

    # -- articles and pages -------------------------------------------------------------------------------------

    def articles(
        self, *, limit: int | None = None, only: Collection[str] | None = None, newest_first: bool = False
    ) -> list[ArticleFacts]:
        """Gives the articles of the case (or these only) in the order of publication, undated last; the newest first if asked."""
        where = "1" if only is None else f"a.id IN {_ONE_OF}"
        given: list[str] = [] if only is None else [_listed(only)]
        rows = self._db.execute(
            "SELECT a.id, a.page, a.url, a.outlet, a.title, a.published, a.language, a.words,"
            " (SELECT count(*) FROM claims c WHERE c.article = a.id) AS claims"
            f" FROM articles a WHERE {where}"
            f" ORDER BY a.published IS NULL, a.published {'DESC' if newest_first else 'ASC'}, a.id LIMIT ?",
            (*given, -1 if limit is None else limit),
        )
        return [ArticleFacts(**dict(row)) for row in rows]

    def published_by(self, outlet: str) -> list[str]:
        """Gives the ids of the articles of an outlet."""
        return [row[0] for row in self._db.execute("SELECT id FROM articles WHERE outlet = ? ORDER BY id", (outlet,))]

    def pages_at(self, url: str) -> list[str]:
        """Gives the ids of the pages captured at an address, in the order of capture, then of adding."""
        rows = self._db.execute(
            "SELECT id FROM pages WHERE url = ? ORDER BY retrieved_at IS NULL, retrieved_at, seq", (url,)
        )
        return [row[0] for row in rows]

    def articles_of(self, page_id: str) -> list[str]:
        """Gives the ids of a page's articles."""
        return [row[0] for row in self._db.execute("SELECT id FROM articles WHERE page = ? ORDER BY seq", (page_id,))]

    def omissions(self) -> list[Omission]:
        """Gives everything that was left out, with reasons, in the order it was noted."""
        rows = self._db.execute("SELECT stage, subject, reason, detail FROM omissions ORDER BY seq")
        return [Omission(**dict(row)) for row in rows]

    def omission_counts(self) -> list[tuple[str, int]]:
        """Gives the reasons for which things were left out, the commonest first."""
        rows = self._db.execute("SELECT reason, count(*) FROM omissions GROUP BY reason ORDER BY count(*) DESC, reason")
        return [(row[0], row[1]) for row in rows]

    def omissions_of(self, article_id: str) -> tuple[Omission, ...]:
        """Gives what was left out of one article."""
        rows = self._db.execute(
            "SELECT stage, subject, reason, detail FROM omissions WHERE article = ? ORDER BY seq", (article_id,)
        )
        return tuple(Omission(**dict(row)) for row in rows)

    # -- figures and views --------------------------------------------------------------------------------------

    def figures(
        self, *, series: str | None = None, article: str | None = None, claim: str | None = None, quantity: str | None = None,
        limit: int | None = None,
    ) -> list[FigureRow]:  # fmt: skip
        """Gives figure rows, in the order of series and time; of one series, article, claim or quantity if asked."""
        for column, value in (("series", series), ("article", article), ("claim", claim), ("quantity", quantity)):
            if value is not None:
                sql = f"SELECT payload FROM figures WHERE {column} = ? ORDER BY {_READING_ORDER}"
                return self._named(self._db.execute(sql, (value,)))
        sql = f"SELECT payload FROM figures ORDER BY {_READING_ORDER} LIMIT ?"
        return self._named(self._db.execute(sql, (-1 if limit is None else limit,)))

    def _named(self, rows: Iterable[sqlite3.Row]) -> list[FigureRow]:
        """Gives figure rows with the hosts in their chains by the names that pages of these hosts give their outlets."""
        names: dict[str, str] = {}
        return [self._with_names(decode(row[0], FigureRow), names) for row in rows]

    def _with_names(self, row: FigureRow, names: dict[str, str]) -> FigureRow:
        if not any(is_host(link) for link in row.chain):
            return row
        for link in row.chain:
            if is_host(link) and link not in names:
                sql = "SELECT called FROM footprints WHERE host = ? AND called IS NOT NULL GROUP BY called ORDER BY count(*) DESC, called"
                found = self._db.execute(sql, (bare_host(link),)).fetchone()
                names[link] = found[0] if found else link
        return replace(row, chain=tuple(names.get(link, link) for link in row.chain))

    def open_figures(self) -> set[str]:
        """Gives the claims with a figure of which it is open what it counts."""
        rows = self._db.execute("SELECT DISTINCT claim FROM figures WHERE json_extract(payload, '$.counted') IS NULL")
        return {row[0] for row in rows}

    def views(self, kind: type[View], *, limit: int | None = None, only: Collection[str] | None = None) -> list[View]:
        """Gives views of a kind (or these only), those on which most hangs first."""
        where = "" if only is None else f" AND id IN {_ONE_OF}"
        given: list[str] = [] if only is None else [_listed(only)]
        rows = self._db.execute(
            f"SELECT payload FROM views WHERE kind = ?{where} ORDER BY weight DESC, sort, id LIMIT ?",
            (_VIEWS[kind], *given, -1 if limit is None else limit),
        )
        return [decode(row[0], kind) for row in rows]

    def view(self, kind: type[View], identity: str) -> View:
        """Gives one view; raises UnknownId."""
        row = self._db.execute(
            "SELECT payload FROM views WHERE kind = ? AND id = ?", (_VIEWS[kind], identity)
        ).fetchone()
        if row is None:
            raise UnknownId(f"no {_VIEWS[kind]} {identity!r} in this case")
        return decode(row[0], kind)

    def judgements(
        self, *, about: str | None = None, identity: str | None = None, relation: str | Collection[str] | None = None,
        subjects: Collection[str] | None = None,
    ) -> list[Judgement]:  # fmt: skip
        """Gives judgements, of one kind, about one record, of one relation (or several) and with one of these subjects if asked."""
        conditions: list[str] = []
        values: list[object] = []
        if about:
            conditions.append("j.about = ?")
            values.append(about)
        if relation:
            wanted = [relation] if isinstance(relation, str) else sorted(relation)
            conditions.append(f"j.relation IN ({', '.join('?' * len(wanted))})")
            values += wanted
        if subjects is not None:
            conditions.append(f"j.subject IN {_ONE_OF}")
            values.append(_listed(subjects))
        if identity:
            conditions.append("(j.subject = ? OR j.object = ?)")
            values += [identity, identity]
        where = " AND ".join(conditions) or "1"
        rows = self._db.execute(
            f"SELECT e.payload FROM judgements j JOIN entries e ON e.seq = j.seq WHERE {where} ORDER BY j.id", values
        )
        return [decode(row[0], Judgement) for row in rows]

    # -- the log and ids ----------------------------------------------------------------------------------------

    def log(self, *, limit: int | None = None) -> list[Entry]:
        """Gives the log's entries, the newest first."""
        rows = self._db.execute(
            "SELECT seq, subject, kind, payload_digest, run, recorded_at, supersedes, previous_hash, hash, payload IS NULL AS forgotten"
            " FROM entries ORDER BY seq DESC LIMIT ?",
            (-1 if limit is None else limit,),
        )
        return [Entry(**{**dict(row), "forgotten": bool(row["forgotten"])}) for row in rows]

    def find_id(self, beginning: str) -> tuple[str, str]:
        """Gives (kind, id) of the one record whose id begins so. Raises UnknownId for none, UsageError for several."""
        found: list[tuple[str, str]] = []
        for kind, table in (
            ("claim", "claims"),
            ("article", "articles"),
            ("page", "pages"),
            ("judgement", "judgements"),
        ):
            rows = self._db.execute(
                f"SELECT id FROM {table} WHERE id >= ? AND id < ? LIMIT 3", (beginning, beginning + "\x7f")
            )
            found += [(kind, row[0]) for row in rows]
        rows = self._db.execute(
            "SELECT kind, id FROM views WHERE id >= ? AND id < ? LIMIT 3", (beginning, beginning + "\x7f")
        )
        found += [(row[0], row[1]) for row in rows]
        rows = self._db.execute(
            "SELECT quantity FROM figures WHERE quantity >= ? AND quantity < ? LIMIT 3", (beginning, beginning + "\x7f")
        )
        found += [("quantity", row[0]) for row in rows]
        found = list(dict.fromkeys(found))
        if not found:
            raise UnknownId(
                f"nothing in {self.path} has an id that begins with {beginning!r}: `firsthand claims` and `firsthand figures` print ids"
            )
        if len(found) > 1:
            raise UsageError(
                f"{beginning!r} is the beginning of several ids ({', '.join(i for _, i in found)}): give more of it"
            )
        return found[0]


def _listed(identities: Collection[str]) -> str:
    """Gives ids as one value of a query, however many they are."""
    return json.dumps(sorted(identities))


def _claim_row(row: sqlite3.Row) -> ClaimRow:
    return ClaimRow.of(decode(row["payload"], Claim), decode_article(row["article_payload"], row["text"]))


def _match(question: str, every_word: bool) -> str:
    """Gives an FTS5 query in which every word is plain: no character of a question is an operator."""
    words = re.findall(r"\w+", question)
    if not words:
        raise UsageError("search needs at least one word or number")
    return (" AND " if every_word else " OR ").join(f'"{word}"' for word in words)
