"""Re-checks everything a case promises: hashes, spans, the log's chain, and that the derived tables say what the log says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

import msgspec

from firsthand.errors import UnknownId
from firsthand.ledger import index
from firsthand.ledger.chain import GENESIS, hash_entry
from firsthand.ledger.codec import decode, decode_article, unpack
from firsthand.ledger.ledger import Ledger
from firsthand.records import Article, Claim, Judgement, Omission, Span, digest_of

_DAMAGE = (msgspec.MsgspecError, ValueError, TypeError, KeyError, UnicodeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that no longer holds: what was checked, on which record, and what was found."""

    check: str
    subject: str
    detail: str


def verify(ledger: Ledger) -> Iterator[Problem]:
    """Yields every problem found; none means that each stored byte is what was stored and each span stands on its words."""
    for check in CHECKS:
        yield from check(ledger)


def check_chain(ledger: Ledger) -> Iterator[Problem]:
    """The log: every entry's payload matches its digest, and every hash covers the entry before it."""
    previous, expected = GENESIS, None
    rows = ledger._db.execute("SELECT * FROM entries ORDER BY seq")
    for row in rows:
        subject = f"entry {row['seq']}"
        if expected is not None and row["seq"] != expected:
            yield Problem(check="log", subject=subject, detail=f"entry {expected} is missing before it")
        expected = row["seq"] + 1
        if row["payload"] is not None and digest_of(bytes(row["payload"])) != row["payload_digest"]:
            yield Problem(
                check="log", subject=subject, detail=f"the payload of {row['kind']} {row['subject']} was changed"
            )
        wanted = hash_entry(
            row["previous_hash"],
            row["subject"],
            row["kind"],
            row["payload_digest"],
            row["run"],
            row["recorded_at"],
            row["supersedes"],
        )
        if row["previous_hash"] != previous or row["hash"] != wanted:
            yield Problem(
                check="log",
                subject=subject,
                detail="the hash chain is broken here: this entry or the one before it was changed",
            )
        previous = row["hash"]
    head = ledger._db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'entries'").fetchone()
    if head and expected is not None and head[0] != expected - 1:
        yield Problem(
            check="log", subject="log", detail=f"the log ends at {expected - 1}, but {head[0]} entries were written"
        )


def check_forgotten(ledger: Ledger) -> Iterator[Problem]:
    """Payloads are absent only where somebody forgot a page on purpose."""
    allowed: set[int] = set()
    for (payload,) in ledger._db.execute("SELECT payload FROM entries WHERE kind = 'forgotten'"):
        try:
            allowed.update(decode(payload, index.Forgetting).entries)
        except _DAMAGE:
            continue  # reported by the check of the log
    for row in ledger._db.execute("SELECT seq, kind, subject FROM entries WHERE payload IS NULL"):
        if row["seq"] not in allowed:
            yield Problem(
                check="log",
                subject=f"entry {row['seq']}",
                detail=f"the payload of {row['kind']} {row['subject']} is gone, and nobody forgot it",
            )


def check_bodies(ledger: Ledger) -> Iterator[Problem]:
    """Pages: the stored bytes have the digest under which they were received."""
    for row in ledger._db.execute("SELECT digest, body FROM bodies"):
        try:
            intact = digest_of(unpack(row["body"])) == row["digest"]
        except Exception:
            intact = False
        if not intact:
            yield Problem(check="page", subject=row["digest"], detail="the stored bytes no longer match their hash")
    missing = "SELECT p.id FROM pages p LEFT JOIN bodies b ON b.digest = p.digest WHERE b.digest IS NULL AND p.forgotten IS NULL"
    for (page,) in ledger._db.execute(missing):
        yield Problem(check="page", subject=page, detail="its bytes are missing, and nobody forgot it")


def check_texts(ledger: Ledger) -> Iterator[Problem]:
    """Texts: each has the digest that its article was stored with."""
    for row in ledger._db.execute("SELECT digest, CAST(text AS BLOB) AS text FROM texts"):
        if digest_of(row["text"]) != row["digest"]:
            yield Problem(check="text", subject=row["digest"], detail="the stored text no longer matches its hash")
    missing = "SELECT a.id FROM articles a LEFT JOIN texts t ON t.digest = a.text_digest WHERE t.digest IS NULL"
    for (article,) in ledger._db.execute(missing):
        yield Problem(check="text", subject=article, detail="its text is missing")


def check_spans(ledger: Ledger) -> Iterator[Problem]:
    """Spans: every anchored thing points inside its article's text."""
    for (article_id,) in ledger._db.execute("SELECT id FROM articles ORDER BY id").fetchall():
        try:
            reading = ledger.reading(article_id)
        except Exception as error:
            yield Problem(check="span", subject=article_id, detail=f"cannot be read back: {error}")
            continue
        assert reading.article is not None
        length = len(reading.article.text)
        for owner, span in _anchors(reading):
            if span.end > length:
                yield Problem(
                    check="span",
                    subject=owner,
                    detail=f"{span.start}:{span.end} lies outside a text of {length} characters",
                )


def _anchors(record: Any, owner: str = "") -> Iterator[tuple[str, Span]]:
    """Yields every span in a record with the id of what it anchors."""
    if isinstance(record, Span):
        yield owner, record
    elif isinstance(record, tuple):
        for item in record:
            yield from _anchors(item, owner)
    elif hasattr(record, "__dataclass_fields__"):
        owner = getattr(record, "id", owner) or owner
        for name in record.__dataclass_fields__:
            yield from _anchors(getattr(record, name), owner)


def check_index(ledger: Ledger) -> Iterator[Problem]:
    """Derived tables: each row is what its entry gives, made again by the function that wrote it."""
    db = ledger._db
    joined = "SELECT t.*, e.payload AS entry_payload FROM {} t JOIN entries e ON e.seq = t.seq"
    for table, width, remake in _REMADE:
        for row in db.execute(joined.format(table)).fetchall():
            yield from _compare(table, tuple(row)[:width], remake, row["entry_payload"], row["seq"])
    for row in db.execute(
        "SELECT p.*, e.kind AS entry_kind, e.payload AS entry_payload FROM people p JOIN entries e ON e.seq = p.seq"
    ).fetchall():
        yield from _compare(
            "people", tuple(row)[:4], partial(_person_row, row["entry_kind"]), row["entry_payload"], row["seq"]
        )
    kinds = ", ".join(f"'{kind}'" for kind in index.PERSONS)
    lost = f"SELECT seq, kind FROM entries WHERE kind IN ({kinds}) AND payload IS NOT NULL AND seq NOT IN (SELECT seq FROM people)"
    for row in db.execute(lost).fetchall():
        yield Problem(check="people", subject=f"entry {row['seq']}", detail=f"the {row['kind']} can no longer be found")
    sql = "SELECT a.*, t.text AS body, e.payload AS entry_payload FROM articles a JOIN entries e ON e.seq = a.seq JOIN texts t ON t.digest = a.text_digest"
    for row in db.execute(sql).fetchall():
        yield from _compare(
            "articles", tuple(row)[:-2], partial(_article_row, row["body"]), row["entry_payload"], row["seq"]
        )


def _article_row(text: str, payload: bytes, seq: int) -> index.Row:
    return index.article_row(decode_article(payload, text), seq)


def _person_row(kind: str, payload: bytes, seq: int) -> index.Row:
    return index.person_row(kind, decode(payload, index.PERSONS[kind]), seq)


def _claim_row(payload: bytes, seq: int) -> index.Row:
    return index.claim_row(decode(payload, Claim), seq)


def _judgement_row(payload: bytes, seq: int) -> index.Row:
    return index.judgement_row(decode(payload, Judgement), seq)[:7]


def _page_row(payload: bytes, seq: int) -> index.Row:
    return index.page_row(decode(payload, index.PageFacts), seq)[:7]


def _omission_row(payload: bytes, seq: int) -> index.Row:
    omission = decode(payload, Omission)
    return (seq, omission.stage, omission.subject, omission.reason, omission.detail)


_REMADE: tuple[tuple[str, int, Callable[[bytes, int], index.Row]], ...] = (
    ("claims", 10, _claim_row),
    ("judgements", 7, _judgement_row),
    ("pages", 7, _page_row),
    ("omissions", 5, _omission_row),
)


def check_words(ledger: Ledger) -> Iterator[Problem]:
    """The search index holds each claim's exact words. Read once, in the order of writing: the words of an article stand together."""
    rows = ledger._db.execute("SELECT claim, article, content, speaker, outlet, title FROM words ORDER BY rowid")
    seen: set[str] = set()
    for article_id, group in groupby(rows, key=lambda row: str(row["article"])):
        seen.add(article_id)
        yield from _words(ledger, article_id, {row["claim"]: tuple(row) for row in group})
    for (article_id,) in ledger._db.execute("SELECT DISTINCT article FROM claims ORDER BY article").fetchall():
        if article_id not in seen:
            yield from _words(ledger, article_id, {})


def _words(ledger: Ledger, article_id: str, stored: dict[str, index.Row]) -> Iterator[Problem]:
    try:
        article: Article = ledger.article(article_id)
        claims = [ledger.claim(row.id) for row in ledger.claims(article=article_id)]
    except UnknownId:
        yield Problem(
            check="words", subject=article_id, detail="the search index holds words of an article that is not here"
        )
        return
    except _DAMAGE:
        return  # reported by the checks of entries and texts
    for claim in claims:
        if stored.get(claim.id) != index.words_row(claim, article):
            yield Problem(
                check="words", subject=claim.id, detail="the search index no longer holds the claim's exact words"
            )


def _compare(
    table: str, stored: index.Row, remake: Callable[[bytes, int], index.Row], payload: bytes, seq: int
) -> Iterator[Problem]:
    try:
        wanted = remake(payload, seq)
    except _DAMAGE as error:
        yield Problem(check=table, subject=str(stored[0]), detail=f"its entry cannot be read: {error}")
        return
    if stored != wanted:
        yield Problem(check=table, subject=str(stored[0]), detail="the row differs from the entry it was made from")


CHECKS = (check_chain, check_forgotten, check_bodies, check_texts, check_spans, check_index, check_words)
