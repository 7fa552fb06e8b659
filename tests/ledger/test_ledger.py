"""The ledger keeps what it was given, finds any changed byte, and loses nothing that it reported as stored."""

from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

import pytest

from firsthand.errors import BrokenSurroundings, CaseBusy, NotACase, UnknownId, UsageError
from firsthand.ledger import Ledger, verify
from firsthand.records import Judgement, Omission, Run, Settlement
from tests.builders import make_reading

RUN = Run(id="run1", version="0", model_digests=(), settings=(), started_at="2031-05-05T10:00:00Z")
AT = "2031-05-05T10:00:01Z"
NOTHING = Settlement(judgements=(), releases=(), origins=(), series=(), stories=())


def filled(path: Path, count: int = 3) -> Ledger:
    ledger = Ledger(path)
    ledger.begin(RUN)
    for number in range(count):
        page, reading = make_reading(url=f"https://paper.example/{number}")
        assert ledger.add(page, reading, RUN.id, AT)
    return ledger


def test_a_reading_comes_back_as_it_was(tmp_path: Path) -> None:
    """What is read back equals what was stored, record by record."""
    with filled(tmp_path / "c.db", 0) as ledger:
        page, reading = make_reading()
        ledger.add(page, reading, RUN.id, AT)
        assert ledger.page(page.id) == page
        assert reading.article is not None
        assert ledger.reading(reading.article.id) == reading
        assert list(ledger.readings()) == [reading]


def test_adding_twice_adds_nothing(tmp_path: Path) -> None:
    """The same bytes at the same address are one page, and the log does not grow."""
    with filled(tmp_path / "c.db") as ledger:
        before = ledger.counts()
        page, reading = make_reading(url="https://paper.example/1")
        assert not ledger.add(page, reading, RUN.id, AT)
        ledger.add_omissions((Omission(stage="ingest", subject="x.pdf", reason="unsupported kind"),) * 2, RUN.id, AT)
        assert ledger.counts().claims == before.claims and ledger.counts().omissions == 1


def test_verify_is_silent_on_an_untouched_case(tmp_path: Path) -> None:
    """Nothing was changed, so nothing is reported; also after a page was forgotten."""
    with filled(tmp_path / "c.db") as ledger:
        assert list(verify(ledger)) == []
        ledger.forget(ledger.pages_at("https://paper.example/1")[0], reason="asked for by its author", by="Ada", at=AT)
        assert list(verify(ledger)) == []


TAMPERINGS = {
    "a byte of a page": "UPDATE bodies SET body = X'789c030000000001'",
    "a letter of a text": "UPDATE texts SET text = replace(text, 'killed', 'kissed')",
    "a span in a claim's entry": "UPDATE entries SET payload = CAST(replace(CAST(payload AS TEXT), '\"start\":23', '\"start\":22') AS BLOB) WHERE kind = 'claim'",
    "an entry's payload gone": "UPDATE entries SET payload = NULL WHERE kind = 'claim'",
    "the speaker in the list of claims": "UPDATE claims SET speaker = 'Somebody Else'",
    "the words of the search index": "UPDATE words SET content = '13 people were killed'",
    "the outlet in the list of articles": "UPDATE articles SET outlet = 'Another Paper'",
    "the address of a page": "UPDATE pages SET url = 'https://other.example/' || id",
    "the run of an entry": "DROP TRIGGER entries_are_never_edited; UPDATE entries SET run = 'other' WHERE seq = 2",
    "a removed entry": "DROP TRIGGER entries_are_never_removed; DELETE FROM entries WHERE seq = 4",
    "the last entry cut off": "DROP TRIGGER entries_are_never_removed; DELETE FROM entries WHERE seq = (SELECT max(seq) FROM entries)",
}


@pytest.mark.parametrize("sql", TAMPERINGS.values(), ids=TAMPERINGS.keys())
def test_verify_finds_every_change(tmp_path: Path, sql: str) -> None:
    """Whatever is changed behind the ledger's back is found."""
    filled(tmp_path / "c.db").close()
    db = sqlite3.connect(tmp_path / "c.db")
    db.executescript(sql)
    db.commit()
    db.close()
    with Ledger(tmp_path / "c.db") as ledger:
        assert list(verify(ledger))


def test_entries_cannot_be_edited_or_removed(tmp_path: Path) -> None:
    """The file itself refuses to rewrite its log."""
    with filled(tmp_path / "c.db") as ledger:
        for sql in ("UPDATE entries SET run = 'x'", "DELETE FROM entries"):
            with pytest.raises(sqlite3.IntegrityError):
                ledger._db.execute(sql)


def test_forget_leaves_the_hash_and_the_reason(tmp_path: Path) -> None:
    """A forgotten page has no word left in the file, and cannot slip in again unnoticed."""
    with filled(tmp_path / "c.db", 1) as ledger:
        page_id = ledger.pages_at("https://paper.example/0")[0]
        ledger.forget(page_id, reason="court order", by="Ada", at=AT)
        assert ledger.counts().claims == 0 and ledger.has_page(page_id)
        with pytest.raises(UnknownId):
            ledger.page(page_id)
        assert any(entry.kind == "forgotten" and entry.run == "person:Ada" for entry in ledger.log())
        assert b"Brandt" not in (tmp_path / "c.db").read_bytes()


def test_judgements_are_superseded_never_edited(tmp_path: Path) -> None:
    """A judgement with new reasons supersedes the old one; one that no longer holds is withdrawn; the log keeps both."""
    with filled(tmp_path / "c.db") as ledger:
        first = Judgement(about="page", subject="r2", object="r1", relation="copy", reasons=("92 % of its words",))
        second = Judgement(about="page", subject="r2", object="r1", relation="copy", reasons=("93 % of its words",))
        for judgements in ((first,), (first,), (second,), ()):
            ledger.store_settlement(
                Settlement(judgements=judgements, releases=(), origins=(), series=(), stories=()), (), RUN.id, AT
            )
        kinds = [entry.kind for entry in reversed(ledger.log())]
        assert kinds.count("judgement") == 2 and kinds.count("withdrawn") == 1
        assert ledger.judgements() == [] and list(verify(ledger)) == []


def test_search_takes_words_plainly(tmp_path: Path) -> None:
    """No character of a question is an operator; all words must be there."""
    with filled(tmp_path / "c.db") as ledger:
        assert len(ledger.search('killed" OR (people*')) == 0
        assert len(ledger.search("killed people")) == 3
        with pytest.raises(UsageError):
            ledger.search("?!")


def test_a_beginning_of_an_id_is_enough(tmp_path: Path) -> None:
    """Ids may be cut short as long as they stay unique."""
    with filled(tmp_path / "c.db", 1) as ledger:
        claim = next(iter(ledger.claims()))
        assert ledger.find_id(claim.id[:6]) == ("claim", claim.id)
        with pytest.raises(UnknownId, match="nothing in"):
            ledger.find_id("zzz")


def test_what_is_not_a_case_is_left_alone(tmp_path: Path) -> None:
    """A text file, another SQLite file and a missing file are refused by name, and not touched."""
    text = tmp_path / "notes.txt"
    text.write_text("not a case, but somebody's notes")
    other = tmp_path / "other.db"
    sqlite3.connect(other).execute("CREATE TABLE t (a)").connection.close()
    for path in (text, other):
        before = path.read_bytes()
        with pytest.raises(NotACase, match=path.name):
            Ledger(path)
        assert path.read_bytes() == before
    with pytest.raises(NotACase, match="there is no case"):
        Ledger(tmp_path / "none.db", create=False)


def test_a_busy_case_says_so(tmp_path: Path) -> None:
    """When another process holds the write lock for longer than we wait, that is said, and nothing is lost."""
    filled(tmp_path / "c.db", 1).close()
    holder = sqlite3.connect(tmp_path / "c.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Ledger(tmp_path / "c.db", wait=0.05) as ledger, pytest.raises(CaseBusy, match="another process"):
        ledger.add(*make_reading(url="https://paper.example/9"), RUN.id, AT)
    holder.close()


def test_a_full_disk_loses_nothing_stored(tmp_path: Path) -> None:
    """When the file cannot grow, the page that did not fit is not stored at all, and the rest is whole."""
    with filled(tmp_path / "c.db", 2) as ledger:
        pages = ledger._db.execute("PRAGMA page_count").fetchone()[0]
        ledger._db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(BrokenSurroundings, match="disk"):
            for number in range(200):
                ledger.add(
                    *make_reading(
                        text=f"{'x' * 5000} said 12 people were killed. {number}", url=f"https://p.example/{number}"
                    ),
                    RUN.id,
                    AT,
                )
    with Ledger(tmp_path / "c.db") as ledger:
        assert ledger.counts().pages >= 2 and list(verify(ledger)) == []


def _add_range(path: Path, first: int) -> None:
    with Ledger(path) as ledger:
        ledger.begin(RUN)
        for number in range(first, first + 15):
            ledger.add(*make_reading(url=f"https://paper.example/{number}"), RUN.id, AT)


def test_two_processes_may_add_to_one_case(tmp_path: Path) -> None:
    """Writers take turns: every page is stored once and the chain holds."""
    context = multiprocessing.get_context("spawn")
    path = tmp_path / "c.db"
    workers = [context.Process(target=_add_range, args=(path, first)) for first in (0, 10)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
        assert worker.exitcode == 0
    with Ledger(path) as ledger:
        assert ledger.counts().pages == 25 and list(verify(ledger)) == []
