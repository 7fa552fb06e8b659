"""The tables of a case, and how an older case becomes a newer one.

`entries` is the log: append-only and hash-chained. Bodies and texts live beside it under their digests, so that `forget` can remove
words and leave the chain whole. All other tables are indexes derived from entries: they may be dropped and made again, and `verify`
compares them with what they were derived from.
"""

from __future__ import annotations

APPLICATION_ID = 0x46484C44  # "FHLD": tells a case from any other SQLite file
VERSION = 4

_V1 = """
CREATE TABLE entries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, subject TEXT NOT NULL, kind TEXT NOT NULL, payload BLOB, payload_digest TEXT NOT NULL,
  run TEXT NOT NULL, recorded_at TEXT NOT NULL, supersedes INTEGER, previous_hash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
);
CREATE INDEX entries_subject ON entries (subject, kind);
CREATE TRIGGER entries_are_never_edited BEFORE UPDATE OF seq, subject, kind, payload_digest, run, recorded_at, supersedes, previous_hash, hash
  ON entries BEGIN SELECT RAISE(ABORT, 'entries are appended, never edited'); END;
CREATE TRIGGER entries_are_never_removed BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are appended, never removed'); END;
CREATE TABLE bodies (digest TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE texts (digest TEXT PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE pages (
  id TEXT PRIMARY KEY, url TEXT NOT NULL, digest TEXT NOT NULL, content_type TEXT NOT NULL, retrieved_at TEXT, via TEXT NOT NULL, seq INTEGER NOT NULL,
  forgotten INTEGER
);
CREATE INDEX pages_url ON pages (url);
CREATE TABLE articles (
  id TEXT PRIMARY KEY, page TEXT NOT NULL REFERENCES pages (id), url TEXT NOT NULL, host TEXT, outlet TEXT, title TEXT, published TEXT,
  language TEXT, text_digest TEXT NOT NULL, words INTEGER NOT NULL, seq INTEGER NOT NULL
);
CREATE INDEX articles_page ON articles (page);
CREATE INDEX articles_published ON articles (published);
CREATE TABLE claims (
  id TEXT PRIMARY KEY, article TEXT NOT NULL, position INTEGER NOT NULL, finish INTEGER NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL,
  speaker TEXT, entity TEXT, figures INTEGER NOT NULL, seq INTEGER NOT NULL
);
CREATE INDEX claims_article ON claims (article, position);
CREATE INDEX claims_speaker ON claims (speaker);
CREATE TABLE omissions (
  seq INTEGER PRIMARY KEY, stage TEXT NOT NULL, subject TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL, article TEXT
);
CREATE UNIQUE INDEX omissions_once ON omissions (stage, subject, reason, detail);
CREATE TABLE judgements (
  id TEXT PRIMARY KEY, about TEXT NOT NULL, subject TEXT NOT NULL, object TEXT NOT NULL, relation TEXT NOT NULL, by TEXT NOT NULL, seq INTEGER NOT NULL
);
CREATE INDEX judgements_subject ON judgements (subject);
CREATE INDEX judgements_object ON judgements (object);
CREATE TABLE views (kind TEXT NOT NULL, id TEXT NOT NULL, sort INTEGER NOT NULL, weight INTEGER NOT NULL, payload BLOB NOT NULL, PRIMARY KEY (kind, id));
CREATE INDEX views_order ON views (kind, weight DESC, sort);
CREATE TABLE figures (
  quantity TEXT NOT NULL, claim TEXT NOT NULL, article TEXT NOT NULL, series TEXT, release TEXT, sort INTEGER NOT NULL, payload BLOB NOT NULL,
  PRIMARY KEY (claim, quantity)
);
CREATE INDEX figures_series ON figures (series, sort);
CREATE INDEX figures_sort ON figures (sort);
CREATE INDEX figures_article ON figures (article);
CREATE INDEX figures_quantity ON figures (quantity);
CREATE VIRTUAL TABLE words USING fts5 (
  claim UNINDEXED, article UNINDEXED, content, speaker, outlet, title, tokenize = "unicode61 remove_diacritics 2"
);
CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""

_V2 = """
CREATE TABLE people (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, by TEXT NOT NULL);
CREATE INDEX people_subject ON people (kind, subject);
"""

# Settling what changed: pages are found by the marks of their footprints, and every row that settling makes says for which story.
# The caches it fills are made anew here (they may always be dropped); figure rows are kept, so that an old case shows them until it is settled.
_V3 = """
CREATE TABLE footprints (
  number INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE, day INTEGER NOT NULL, kinds INTEGER NOT NULL, host TEXT NOT NULL, called TEXT,
  story TEXT, marks BLOB NOT NULL, payload BLOB NOT NULL
);
CREATE INDEX footprints_host ON footprints (host, called);
CREATE INDEX footprints_story ON footprints (story);
CREATE TABLE postings (mark INTEGER NOT NULL, day INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (mark, day, number)) WITHOUT ROWID;
CREATE TABLE unsettled (kind TEXT NOT NULL, key TEXT NOT NULL, day INTEGER, marks BLOB, PRIMARY KEY (kind, key)) WITHOUT ROWID;
INSERT INTO unsettled (kind, key) SELECT 'article', id FROM articles;
ALTER TABLE judgements ADD COLUMN story TEXT;
CREATE INDEX judgements_story ON judgements (story);
ALTER TABLE views ADD COLUMN story TEXT;
CREATE INDEX views_story ON views (story);
DROP INDEX views_order;
CREATE INDEX views_order ON views (kind, weight DESC, sort, id);
UPDATE views SET sort = 0;
ALTER TABLE figures RENAME TO figures_before;
CREATE TABLE figures (
  quantity TEXT NOT NULL, claim TEXT NOT NULL, article TEXT NOT NULL, series TEXT, release TEXT, page TEXT NOT NULL, start INTEGER NOT NULL,
  finish INTEGER NOT NULL, payload BLOB NOT NULL, story TEXT, PRIMARY KEY (claim, quantity)
);
INSERT INTO figures SELECT quantity, claim, article, series, release, json_extract(payload, '$.page'), json_extract(payload, '$.start'),
  json_extract(payload, '$.end'), payload, NULL FROM figures_before;
DROP TABLE figures_before;
CREATE INDEX figures_series ON figures (series, page, article, start, finish, claim);
CREATE INDEX figures_order ON figures (page, article, start, finish, claim);
CREATE INDEX figures_article ON figures (article);
CREATE INDEX figures_quantity ON figures (quantity);
CREATE INDEX figures_story ON figures (story);
"""

# A footprint holds besides what its page gives by itself, and the circle whose stories are drawn together. Footprints are derived: without the
# digest of the rules the next settling makes all of them anew, and until then an old case is shown as it is.
_V4 = """
ALTER TABLE footprints RENAME COLUMN payload TO sketch;
ALTER TABLE footprints ADD COLUMN own BLOB NOT NULL DEFAULT x'';
ALTER TABLE footprints ADD COLUMN circle TEXT;
CREATE INDEX footprints_circle ON footprints (circle);
DELETE FROM state WHERE key = 'rules';
"""

MIGRATIONS: tuple[str, ...] = (_V1, _V2, _V3, _V4)
