"""The log's hash chain: each entry's hash covers the one before it, so that a changed, removed or reordered entry shows."""

from __future__ import annotations

import hashlib
import sqlite3

from firsthand.records import digest_of

GENESIS = "0" * 64


def hash_entry(
    previous: str, subject: str, kind: str, payload_digest: str, run: str, recorded_at: str, supersedes: int | None
) -> str:
    """Gives an entry's hash over everything in it and the hash before it."""
    parts = (previous, subject, kind, payload_digest, run, recorded_at, "" if supersedes is None else str(supersedes))
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


class Appender:
    """Appends entries inside one transaction; reads the head of the chain once, so it must be made after BEGIN IMMEDIATE."""

    def __init__(self, db: sqlite3.Connection, run: str, recorded_at: str) -> None:
        self._db, self._run, self._at = db, run, recorded_at
        row = db.execute("SELECT hash FROM entries ORDER BY seq DESC LIMIT 1").fetchone()
        self._head = row[0] if row else GENESIS

    def append(self, subject: str, kind: str, payload: bytes, supersedes: int | None = None) -> int:
        """Gives the sequence number of the appended entry."""
        payload_digest = digest_of(payload)
        entry_hash = hash_entry(self._head, subject, kind, payload_digest, self._run, self._at, supersedes)
        cursor = self._db.execute(
            "INSERT INTO entries (subject, kind, payload, payload_digest, run, recorded_at, supersedes, previous_hash, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (subject, kind, payload, payload_digest, self._run, self._at, supersedes, self._head, entry_hash),
        )
        self._head = entry_hash
        return int(cursor.lastrowid or 0)
