"""The derived tables: which rows an entry gives. Writing uses these functions, and `verify` makes the rows again with the same ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.ledger.codec import encode
from firsthand.records import (
    Article,
    Attribution,
    Claim,
    FigureRow,
    Grade,
    Judgement,
    Note,
    Page,
    Place,
    Quantity,
    QuantityRelation,
    Reading,
    Review,
    SavedView,
    Settlement,
    Timex,
)
from firsthand.records.judgement import COUNTED_NOT_SAID

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """A page without its bytes, as the log keeps it."""

    id: str
    url: str
    digest: str
    content_type: str
    retrieved_at: str | None
    via: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAnnotations:
    """The annotations of one article, as the log keeps them."""

    attributions: tuple[Attribution, ...]
    quantities: tuple[Quantity, ...]
    quantity_relations: tuple[QuantityRelation, ...]
    timexes: tuple[Timex, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgetting:
    """Why a page's words were removed, by whom, and which log entries lost their payloads with them."""

    reason: str
    by: str
    entries: tuple[int, ...]


def page_facts(page: Page) -> PageFacts:
    """Gives what the log keeps of a page."""
    return PageFacts(
        id=page.id,
        url=page.url,
        digest=page.digest,
        content_type=page.content_type,
        retrieved_at=page.retrieved_at,
        via=page.via,
    )


def annotations_of(reading: Reading) -> StoredAnnotations:
    """Gives what the log keeps of a reading beside its claims."""
    return StoredAnnotations(
        attributions=reading.attributions, quantities=reading.quantities, quantity_relations=reading.quantity_relations,
        timexes=reading.timexes, places=reading.places,
    )  # fmt: skip


def page_row(facts: PageFacts, seq: int) -> Row:
    return (facts.id, facts.url, facts.digest, facts.content_type, facts.retrieved_at, facts.via, seq, None)


def article_row(article: Article, seq: int) -> Row:
    words = len(article.text.split())
    return (
        article.id, article.page, article.url, article.host, article.outlet, article.title, article.published, article.language,
        article.digest, words, seq,
    )  # fmt: skip


def claim_row(claim: Claim, seq: int) -> Row:
    speaker = claim.speaker
    return (
        claim.id, claim.article, claim.content[0].start, claim.content[-1].end, claim.kind, claim.status,
        speaker.name if speaker else None, speaker.entity if speaker else None, len(claim.quantities), seq,
    )  # fmt: skip


def words_row(claim: Claim, article: Article) -> Row:
    content = " … ".join(span.of(article.text) for span in claim.content)
    return (
        claim.id,
        article.id,
        content,
        claim.speaker.name if claim.speaker else "",
        article.outlet or "",
        article.title or "",
    )


def judgement_row(judgement: Judgement, seq: int, story: str | None = None) -> Row:
    return (
        judgement.id,
        judgement.about,
        judgement.subject,
        judgement.object,
        judgement.relation,
        judgement.by,
        seq,
        story,
    )


def person_row(kind: str, record: Review | Note | Grade | SavedView, seq: int) -> Row:
    """Gives the row under which a person's entry is found again: by the record it is about."""
    if isinstance(record, Review):
        subject = record.key
    else:
        subject = record.name if isinstance(record, SavedView) else record.subject
    return (seq, kind, subject, record.by)


def insert(db: sqlite3.Connection, table: str, row: Row) -> None:
    """Puts one row into a derived table; the table's name is always one of ours."""
    db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)


def view_rows(settlement: Settlement, story_of: Mapping[str, str]) -> Iterable[Row]:
    """Yields the rows of the view table: kind, id, place in its order, weight (how much hangs on it), payload, story."""
    home = {r.id: story_of.get(r.articles[0], "") for r in settlement.releases if r.articles}
    for release in settlement.releases:
        yield ("release", release.id, 0, len(release.figures), encode(release), home.get(release.id, ""))
    for origin in settlement.origins:
        yield ("origin", origin.id, 0, len(origin.articles), encode(origin), home.get(origin.releases[0], ""))
    weights = {release.id: len(release.figures) for release in settlement.releases}
    for series in settlement.series:
        # A series that does not say what it counts answers nobody's question: it stands last.
        known = series.counted != COUNTED_NOT_SAID
        weight = sum(weights.get(r, 0) for r in series.releases) if known else 0
        yield ("series", series.id, 0, weight, encode(series), home.get(series.releases[0], ""))
    for story in settlement.stories:
        yield ("story", story.id, 0, len(story.articles), encode(story), story.id)


def figure_table_row(row: FigureRow, story: str) -> Row:
    return (
        row.quantity,
        row.claim,
        row.article,
        row.series,
        row.release,
        row.page,
        row.start,
        row.end,
        encode(row),
        story,
    )


def put_views(db: sqlite3.Connection, settlement: Settlement, rows: Sequence[FigureRow]) -> None:
    """Adds views and figure rows. They are never stored as the truth: dropping them loses nothing."""
    story_of = {article: story.id for story in settlement.stories for article in story.articles}
    db.executemany("INSERT OR REPLACE INTO views VALUES (?, ?, ?, ?, ?, ?)", view_rows(settlement, story_of))
    db.executemany(
        "INSERT OR REPLACE INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (figure_table_row(row, story_of.get(row.article, "")) for row in rows),
    )


PERSONS: dict[str, type[Review] | type[Note] | type[Grade] | type[SavedView]] = {
    "review": Review,
    "note": Note,
    "grade": Grade,
    "saved": SavedView,
}


def said_of(db: sqlite3.Connection, identities: Collection[str]) -> tuple[int, ...]:
    """Gives the log entries in which people say something of any of these claims, figures or articles."""
    known = set(identities)
    own = [row[0] for row in db.execute("SELECT seq, subject FROM people ORDER BY seq") if known & set(row[1].split())]
    judged = db.execute("SELECT seq, subject, object FROM judgements WHERE by <> 'machine' ORDER BY seq")
    return tuple(sorted([*own, *(row[0] for row in judged if known & {row[1], row[2]})]))


def judged_of(db: sqlite3.Connection, page_id: str, identities: Collection[str]) -> tuple[int, ...]:
    """Gives the log entries of judgements that may quote a page in their reasons: those on it, on its claims, its figures or their releases,
    and all that hold no more, of which it is no longer known which pages they were made from."""
    sql = "SELECT DISTINCT f.release FROM figures f JOIN articles a ON f.article = a.id WHERE a.page = ? AND f.release IS NOT NULL"
    known = {*identities, *(row[0] for row in db.execute(sql, (page_id,)))}
    live = db.execute("SELECT seq, subject, object FROM judgements WHERE by = 'machine'").fetchall()
    past = db.execute("SELECT seq FROM entries WHERE kind = 'judgement' AND payload IS NOT NULL AND seq NOT IN (SELECT seq FROM judgements)")  # fmt: skip
    return tuple(sorted([*(row[0] for row in live if known & {row[1], row[2]}), *(row[0] for row in past)]))


def entries_of(db: sqlite3.Connection, page_id: str) -> tuple[int, ...]:
    """Gives the log entries whose payloads hold words of a page: its article, annotations, claims and omissions."""
    rows = db.execute(
        "SELECT e.seq FROM entries e JOIN articles a ON e.subject = a.id WHERE a.page = :page AND e.kind IN ('article', 'annotations')"
        " UNION SELECT c.seq FROM claims c JOIN articles a ON c.article = a.id WHERE a.page = :page"
        " UNION SELECT o.seq FROM omissions o JOIN articles a ON o.article = a.id WHERE a.page = :page ORDER BY 1",
        {"page": page_id},
    )
    return tuple(row[0] for row in rows)


def forget(db: sqlite3.Connection, page_id: str, seq: int, entries: Sequence[int]) -> None:
    """Removes every word of a page from the case; entries keep their hashes."""
    digest = db.execute("SELECT digest FROM pages WHERE id = ?", (page_id,)).fetchone()[0]
    db.execute("UPDATE pages SET forgotten = ? WHERE id = ?", (seq, page_id))
    db.executemany("UPDATE entries SET payload = NULL WHERE seq = ?", ((entry,) for entry in entries))
    for table in ("people", "judgements"):
        db.executemany(f"DELETE FROM {table} WHERE seq = ?", ((entry,) for entry in entries))
    for article, text_digest in db.execute(
        "SELECT id, text_digest FROM articles WHERE page = ?", (page_id,)
    ).fetchall():
        for table in ("claims", "words", "figures", "omissions"):
            db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
        db.execute("DELETE FROM articles WHERE id = ?", (article,))
        if not db.execute("SELECT 1 FROM articles WHERE text_digest = ?", (text_digest,)).fetchone():
            db.execute("DELETE FROM texts WHERE digest = ?", (text_digest,))
    if not db.execute("SELECT 1 FROM pages WHERE digest = ? AND forgotten IS NULL", (digest,)).fetchone():
        db.execute("DELETE FROM bodies WHERE digest = ?", (digest,))
