"""Cases as earlier versions wrote them, made of a case of today."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from firsthand.ledger.schema import APPLICATION_ID, MIGRATIONS

TABLES = (
    "entries",
    "bodies",
    "texts",
    "pages",
    "articles",
    "claims",
    "omissions",
    "judgements",
    "views",
    "words",
    "state",
)


def write_as(version: int, case: Path, old: Path) -> None:
    """Writes what a case holds under an earlier schema."""
    db = sqlite3.connect(old)
    for script in MIGRATIONS[:version]:
        db.executescript(script)
    db.execute("ATTACH ? AS now", (str(case),))
    for table in (*TABLES, *(("people",) if version > 1 else ())):
        columns = ", ".join(row[1] for row in db.execute(f"PRAGMA main.table_info({table})"))
        db.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}")
    if version < 3:
        order = "row_number() OVER (ORDER BY page, article, start, finish, claim)"
        db.execute(
            f"INSERT INTO main.figures SELECT quantity, claim, article, series, release, {order}, payload FROM now.figures"
        )
        db.execute("DELETE FROM main.state WHERE key <> 'settled'")
    else:  # settled in parts, under the rules of then
        db.execute("INSERT INTO main.figures SELECT * FROM now.figures")
        db.execute(
            "INSERT INTO main.footprints SELECT number, article, day, kinds, host, called, story, marks, x'00' FROM now.footprints"
        )
        db.execute("INSERT INTO main.postings SELECT * FROM now.postings")
    db.executescript(f"PRAGMA user_version = {version}; PRAGMA application_id = {APPLICATION_ID}")
    db.commit()
    db.close()
