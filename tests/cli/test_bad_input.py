"""Whatever `add` is given, it says what it met, keeps what is stored, accounts for every input and goes on with the next."""

from __future__ import annotations

import gzip
import json
import multiprocessing
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from firsthand.article import extract
from firsthand.cli.group import run
from firsthand.ledger import Ledger, verify
from firsthand.records import Omission, Page
from tests.ingest.samples import members, put, record, zip_of
from tests.ingest.server import Site, serving

SAID = "{} boats were lost in the storm off Tarn, mayor Ilse Brandt said on Monday. The wind had risen since the night, and crews were still at work."
PAGE = "<html><head><title>Storm off Tarn</title></head><body><h1>Storm off Tarn</h1><p>{}</p></body></html>"
LINE = re.compile(
    r"^(\d+) inputs?: (\d+) read \(\d+ claims?\)(?:, (\d+) known already)?, (\d+) without an article(?:, (\d+) notes? on .*)?$"
)


def page(number: int, said: str = SAID) -> str:
    return PAGE.format(said.format(number))


@dataclass(frozen=True)
class Said:
    """What one command line said and did: its exit code, output, and the numbers of its closing line."""

    code: int
    out: str
    err: str
    inputs: int = 0
    read: int = 0
    known: int = 0
    without: int = 0
    notes: int = 0

    @classmethod
    def of(cls, code: int, out: str, err: str) -> Said:
        match = LINE.match(out.partition("\n")[0])
        return cls(code, out, err, *(int(number or 0) for number in match.groups())) if match else cls(code, out, err)

    @property
    def reasons(self) -> dict[str, int]:
        rows = re.findall(r"^  (\d+) × (.+)$", self.out, re.MULTILINE)
        return {reason: int(count) for count, reason in rows}

    def adds_up(self) -> bool:
        """Says whether the closing line is there, its parts make up its total, and each input left out has a reason."""
        parts = self.read + self.known + self.without + self.notes
        return bool(self.inputs) and parts == self.inputs and sum(self.reasons.values()) == self.without + self.notes


def add(capsys: pytest.CaptureFixture[str], case: Path, *arguments: object) -> Said:
    capsys.readouterr()
    code = run(["--case", str(case), "add", *map(str, arguments)])
    return Said.of(code, *capsys.readouterr())


@dataclass
class Case:
    """What a case holds: the texts of its articles and the omissions, each found by a name that came in."""

    texts: dict[str, str] = field(default_factory=dict)
    omissions: list[Omission] = field(default_factory=list)
    problems: list[Any] = field(default_factory=list)

    @classmethod
    def at(cls, path: Path) -> Case:
        with Ledger(path, create=False) as ledger:
            texts = {ledger.page(r.page).via: r.article.text for r in ledger.readings() if r.article}
            return cls(texts, ledger.omissions(), list(verify(ledger)))

    def text(self, name: str) -> str | None:
        return next((text for via, text in self.texts.items() if via.endswith(f"/{name}")), None)

    def reasons(self, name: str) -> list[str]:
        return [o.reason for o in self.omissions if re.search(rf"/{re.escape(name)}(?![\w.])", o.subject)]


# -- one heap of everything -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Row:
    """A file, and what must come of it: words that its text holds, or the reasons that are given. `beside` are reasons given beside the
    text of a page that was read, `inputs` is how many inputs the file counts for."""

    name: str
    data: Any  # bytes or text, or a function that gives them: big ones are made when they are needed
    words: str | None = None
    reasons: tuple[str, ...] = ()
    inputs: int = 1
    beside: tuple[str, ...] = ()

    def bytes(self) -> bytes:
        data = self.data() if callable(self.data) else self.data
        return data.encode() if isinstance(data, str) else bytes(data)


def gone(name: str, data: Any, *reasons: str) -> Row:
    return Row(name, data, None, reasons, len(reasons))


def kept(name: str, data: Any, words: str, *reasons: str, inputs: int = 1) -> Row:
    return Row(name, data, words, reasons, inputs)


def nested(depth: int) -> str:
    return f"<html><body>{'<div>' * depth}<p>{SAID.format(depth)}</p>{'</div>' * depth}</body></html>"


def coded(number: int, body: bytes, coding: str) -> bytes:
    headers = ["Content-Type: text/html", f"Content-Encoding: {coding}"]
    return record(f"https://bay.example/{number}", body, headers=headers)


def warc(number: int, **kwargs: Any) -> bytes:
    return record(f"https://bay.example/{number}", page(number).encode(), **kwargs)


ZEROS = 45 << 20
ACCENTS = "Café owner Zoë Brändt said on Monday that 31 boats were lost. “The wind had risen since the night,” she said, and crews were still at work."

HEAP = (
    kept("a-good.html", page(11), "11 boats"),
    gone("empty.html", b"", "empty"),
    gone("blank.txt", b" \r\n\t\n", "empty"),
    gone("noise", bytes(range(256)) * 40, "unsupported kind"),
    gone("noise.html", bytes(range(256)) * 40, "unsupported kind"),
    gone("scan.pdf", b"%PDF-1.7\n1 0 obj", "unsupported kind"),
    gone("scan.html", b"%PDF-1.7\n1 0 obj", "unsupported kind"),
    gone("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unsupported kind"),
    gone("photo.html", b"\xff\xd8\xff\xe0\0\x10JFIF", "unsupported kind"),
    gone("letter.docx", zip_of("word/document.xml"), "unsupported kind"),
    kept("deep.html", nested(3_000), "3000 boats"),
    Row("deeper.html", nested(100_000), "100000 boats", beside=("page cut",)),
    kept("open.html", "<html><body>" + "<div><script>" * 20_000 + f"<p>{SAID.format(12)}</p>", "12 boats"),
    gone("big.txt", lambda: b"x" * (60 << 20), "too large"),
    gone("big.html", lambda: b"<html><body><p>" + b"x" * (60 << 20), "too large"),
    kept("big.jsonl", lambda: b'{"text":"' + b"x" * (60 << 20) + b'"}\n' + json.dumps({"text": SAID.format(14)}).encode(), "14 boats", "too large", inputs=2),
    gone("word.txt", "a" * 60_000, "unsupported language"),
    gone("long.txt", "\n\n".join(SAID.format(number) for number in range(2_200)), "text too long"),
    kept("endless.txt", "the wind had risen and the mayor said that " * 100 + SAID.format(15), "15 boats"),
    gone("bomb.html.gz", lambda: gzip.compress(b"<html>" + b" " * ZEROS), "decompression bomb"),
    gone("bomb.warc.gz", lambda: members(record("https://bay.example/b", b"\0" * ZEROS)), "decompression bomb"),
    gone("coding.warc", lambda: coded(1, gzip.compress(b"<p>" + b"a" * ZEROS), "gzip"), "decompression bomb"),
    gone("coding-cut.warc", coded(2, gzip.compress(page(16).encode())[:-9], "gzip"), "undecodable"),
    gone("broken.gz", b"\x1f\x8b\x08\0" + b"\xff" * 50, "damaged archive"),
    gone("broken.wacz", b"PK\x03\x04" + b"\0" * 50, "damaged archive"),
    gone("rubbish.warc", b"WARC/1.0\r\n\r\nnothing of the kind", "damaged archive", "damaged archive"),
    kept("cut.warc.gz", members(warc(17), warc(18))[:-40], "17 boats", "damaged archive", inputs=2),
    kept("lying.warc", warc(19, length=400) + warc(20), "20 boats", "cut short", "damaged archive", inputs=4),
    kept("cp1252.html", PAGE.format(ACCENTS).replace("<head>", '<head><meta charset="utf-8">').encode("cp1252"), "Zoë Brändt said on Monday"),
    kept("utf16.html", PAGE.format(ACCENTS).encode("utf-16-le"), "“The wind had"),
    kept("utf16be.html", PAGE.format(ACCENTS).encode("utf-16-be"), "“The wind had"),
    kept("mojibake.html", PAGE.format(ACCENTS).encode().decode("cp1252", "replace"), "ZoÃ«"),
    kept("lost.html", PAGE.format(ACCENTS).replace("<head>", '<head><meta charset="utf-8">').encode("utf-8").replace(b"\xc3", b"\xff"), "on Monday that 31"),
    kept("unknown.html", PAGE.format(ACCENTS).replace("<head>", '<head><meta charset="x-none">'), "Zoë Brändt"),
    kept("zeros.html", page(21).replace("boats", "bo\0ats"), "21 boats"),
    kept("zeros.txt", "Storm off Tarn\n\n" + SAID.format(22).replace("crews", "cr\0ews"), "22 boats"),
    kept("surrogates.html", page(23).replace("storm", "st&#xD800;orm&#0;").encode() + b"<p>\xed\xa0\x80</p>", "23 boats"),
    kept("rows.jsonl", "\n".join((
        json.dumps({"text": SAID.format(24), "title": "Storm off Tarn"}), "{", "null", "[]", '{"text": 5}', '{"text": ""}', '{"text": "\\ud800"}',
        '{"text": "fine", "url": 7}', '{"text": ' + "[" * 100_000, "",
    )), "24 boats", *["malformed row"] * 3, *["row without text"] * 2, *["malformed row"] * 3, inputs=9),
    gone("feed.xml", "<rss><channel><title>x</title></channel></rss>", "feed without entries"),
    gone("table.csv", "a,b\n1,2\n", "unsupported kind"),
    kept("z-good.html", page(25), "25 boats"),
)  # fmt: skip


@pytest.fixture(scope="module")
def heap(tmp_path_factory: pytest.TempPathFactory, capfd_module: Any) -> tuple[Said, Case]:
    """All of them at once: whatever one does, the others are read."""
    folder = tmp_path_factory.mktemp("heap")
    for row in HEAP:
        put(folder / "in", row.name, row.bytes())
    code = run(["--case", str(folder / "c.db"), "add", str(folder / "in")])
    said = Said.of(code, *capfd_module())
    shutil.rmtree(folder / "in")
    return said, Case.at(folder / "c.db")


@pytest.fixture(scope="module")
def capfd_module() -> Iterator[Any]:
    """Gives what was printed since the last call, for a fixture that lives as long as the module."""
    from _pytest.capture import MultiCapture, SysCapture

    capture = MultiCapture(in_=None, out=SysCapture(1), err=SysCapture(2))
    capture.start_capturing()
    yield capture.readouterr
    capture.stop_capturing()


@pytest.mark.parametrize("row", HEAP, ids=lambda row: row.name)
def test_each_input_ends_as_text_or_with_a_reason(heap: tuple[Said, Case], row: Row) -> None:
    _, case = heap
    assert case.reasons(row.name) == [*row.reasons, *row.beside]
    if row.words is not None:
        texts = [text for via, text in case.texts.items() if via.endswith(f"/{row.name}")]
        assert any(row.words in text for text in texts)


def test_a_heap_of_bad_inputs_adds_up(heap: tuple[Said, Case]) -> None:
    said, case = heap
    assert said.code == 1 and said.adds_up() and not case.problems
    assert said.inputs == sum(row.inputs for row in HEAP)
    assert said.reasons == dict(Counter(reason for row in HEAP for reason in row.reasons))
    assert "Traceback" not in said.err


def test_reasons_come_with_the_way_out(heap: tuple[Said, Case]) -> None:
    _, case = heap
    assert case.omissions and all(omission.detail for omission in case.omissions)


# -- limits that are set ----------------------------------------------------------------------------------------


def test_the_size_limit_is_a_setting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIRSTHAND_PAGE_BYTES", "2000")
    small, large = put(tmp_path, "a.html", page(1)), put(tmp_path, "b.html", page(2) + " " * 2000)
    said = add(capsys, tmp_path / "c.db", small, large)
    assert (said.code, said.read, said.reasons) == (1, 1, {"too large": 1}) and said.adds_up()
    assert "b.html: too large (more than 2,000 bytes; raise the size limit" in said.err


def slow(folder: Path) -> Path:
    """A page whose extraction takes long: many thousand paragraphs."""
    return put(folder, "b-slow.html", "<body>" + "".join(f"<p>{SAID.format(number)}</p>" for number in range(18_000)))


def test_a_page_that_takes_too_long_is_given_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page after it is still read. The limit is a quarter of what the page takes on this machine."""
    names = (put(tmp_path, "a.html", page(1)), slow(tmp_path), put(tmp_path, "c.html", page(3)))
    started = time.perf_counter()
    extract(Page(url="", body=names[1].read_bytes(), content_type="text/html"))
    monkeypatch.setenv("FIRSTHAND_PAGE_SECONDS", f"{(time.perf_counter() - started) / 4:.3f}")
    said = add(capsys, tmp_path / "c.db", *names)
    assert (said.code, said.read, said.reasons) == (1, 2, {"extraction timed out": 1}) and said.adds_up()
    assert "b-slow.html" in said.err and "raise page_seconds to wait longer" in said.err


def test_a_page_that_kills_the_extractor_costs_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the kernel kills it when memory runs out."""
    monkeypatch.setenv("FIRSTHAND_PAGE_SECONDS", "120")
    case = tmp_path / "c.db"
    names = (*(put(tmp_path, f"a{n}.html", page(n)) for n in (1, 2)), slow(tmp_path), put(tmp_path, "c.html", page(3)))
    killer = threading.Thread(target=_kill_once_stored, args=(case, set(multiprocessing.active_children())))
    killer.start()
    said = add(capsys, case, *names)
    killer.join()
    assert (said.code, said.read, said.reasons) == (1, 3, {"extraction crashed": 1}) and said.adds_up()
    assert not Case.at(case).problems


def _kill_once_stored(case: Path, others: set[Any]) -> None:
    """Kills the extracting process when the second page is in the case: then it is at work on the third."""
    for _ in range(1200):
        time.sleep(0.05)
        if _pages(case) >= 2:
            for child in set(multiprocessing.active_children()) - others:
                child.kill()
            return


def _pages(case: Path) -> int:
    if not case.exists() or not case.stat().st_size:
        return 0
    try:
        with Ledger(case, create=False, wait=5) as ledger:
            return ledger.counts().pages
    except Exception:
        return 0


# -- cases that cannot be written -------------------------------------------------------------------------------


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE recipes (name)")
    db.close()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_text("Dear diary"), "not an SQLite file"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096), "damaged or not a firsthand case"),
        (other_database, "not a firsthand case"),
        (lambda path: path.mkdir(), "is a folder"),
    ],
    ids=["text", "damaged", "other database", "folder"],
)
def test_a_file_that_is_no_case_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Any, words: str
) -> None:
    """Wrong use: exit 2, one sentence, and not a byte of it is changed."""
    case = tmp_path / "c.db"
    make(case)
    before = case.read_bytes() if case.is_file() else None
    said = add(capsys, case, put(tmp_path, "a.html", page(1)))
    assert said.code == 2 and words in said.err and str(case) in said.err and "Traceback" not in said.err
    assert before is None or case.read_bytes() == before


def test_wrong_use_is_told_from_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "c.db"
    assert add(capsys, case).code == 2
    assert add(capsys, case, "--no-such-option", "x").code == 2
    said = add(capsys, tmp_path / "no such folder" / "c.db", put(tmp_path, "a.html", page(1)))
    assert said.code == 1 and "check the folder exists" in said.err


FULL = """
mount -t tmpfs -o size={size}k tmpfs {disk} || exit 77
{python} -m firsthand --case {disk}/c.db add {pages}; echo "code $?"
{python} -m firsthand --case {disk}/c.db verify; echo "code $?"
mount -o remount,size=64m {disk}
{python} -m firsthand --case {disk}/c.db add {pages}; echo "code $?"
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs a small file system of its own")
def test_a_full_disk_keeps_what_was_stored(tmp_path: Path) -> None:
    """The case stays whole, and once there is room the same command finishes."""
    for number in range(8):
        put(tmp_path / "in", f"{number}.html", page(number) + os.urandom(30_000).hex())
    (tmp_path / "disk").mkdir()
    script = FULL.format(size=600, disk=tmp_path / "disk", python=sys.executable, pages=tmp_path / "in")
    done = subprocess.run(["unshare", "-rm", "sh", "-c", script], capture_output=True, text=True, check=False)
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("file systems cannot be mounted here")
    codes = re.findall(r"^code (\d)$", done.stdout, re.MULTILINE)
    assert codes == ["1", "0", "0"], done.stdout + done.stderr
    assert "is full: what was reported as stored is kept; free room and run again" in done.stderr
    assert "Traceback" not in done.stderr
    last = [Said.of(0, line, "") for line in done.stdout.splitlines() if LINE.match(line)][-1]
    assert last.inputs == 8 and last.known >= 1 and last.read + last.known == 8


def test_two_runs_at_once_store_every_page_once(tmp_path: Path) -> None:
    for number in range(8):
        put(tmp_path / "in", f"{number:02}.html", page(number))
    case = tmp_path / "c.db"
    command = [sys.executable, "-m", "firsthand", "--case", str(case), "add", str(tmp_path / "in")]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [Said.of(child.wait(), out, err) for child in runs for out, err in [child.communicate()]]
    assert [one.code for one in said] == [0, 0], [one.err for one in said]
    assert sum(one.read for one in said) == 8 and sum(one.known for one in said) == 8
    with Ledger(case) as ledger:
        assert ledger.counts().pages == 8 and not list(verify(ledger))


def test_adding_bad_inputs_loses_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And saying twice what could not be read says it once."""
    case = tmp_path / "c.db"
    good, bad = put(tmp_path, "a.html", page(1)), put(tmp_path, "b.pdf", b"%PDF-1.7")
    assert add(capsys, case, good).code == 0
    before = Case.at(case)
    first, second = (add(capsys, case, bad, good, tmp_path / "gone.html") for _ in range(2))
    assert first.adds_up() and (first.code, first.known, first.without) == (1, 1, 2)
    assert (second.inputs, second.known, second.without) == (3, 1, 2)
    after = Case.at(case)
    assert after.texts == before.texts and not after.problems
    assert [omission.reason for omission in after.omissions] == ["unsupported kind", "not found"]


# -- addresses --------------------------------------------------------------------------------------------------


@pytest.fixture()
def site() -> Iterator[Site]:
    with serving() as site:
        site.page("/robots.txt", b"User-agent: *\nDisallow: /private\n", kind="text/plain")
        yield site


def test_addresses_are_answered_for(tmp_path: Path, capsys: pytest.CaptureFixture[str], site: Site) -> None:
    """A loop, a bomb, a refusal, a gap: each has its reason, and the page among them is read."""
    site.page("/good", page(1).encode())
    site.redirect("/loop", site.url("/pool", "localhost"))
    site.redirect("/pool", site.url("/loop"))
    site.page("/private/a", page(2).encode())
    site.page("/bomb", gzip.compress(b"<p>" + b"a" * ZEROS), headers={"Content-Encoding": "gzip"})
    paths = ("/good", "/loop", "/private/a", "/bomb", "/gone")
    said = add(capsys, tmp_path / "c.db", "--allow-loopback", *map(site.url, paths), "http://localhost:22/")
    assert said.code == 1 and said.adds_up() and (said.inputs, said.read) == (6, 1)
    assert said.reasons == {
        "too many redirects": 1, "robots refuses": 1, "decompression bomb": 1, "page gone": 1, "address refused": 1,
    }  # fmt: skip
    assert "/private/a" not in [path for _, path in site.asked]


def test_an_address_on_this_machine_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], site: Site) -> None:
    """By name as well as by number; nothing is asked of it."""
    site.page("/good", page(1).encode())
    said = add(capsys, tmp_path / "c.db", site.url("/good"), site.url("/good", "localhost"))
    assert said.code == 1 and said.reasons == {"address refused": 2} and said.adds_up()
    assert not site.asked and "loopback" in said.err
