"""`add` accounts for every input, twice adds nothing, and a killed run is finished by the next."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from firsthand.cli.group import run
from firsthand.ledger import Ledger, verify

PAGE = "<html><head><title>Flood in Tarn</title></head><body><h1>Flood in Tarn</h1><p>{} people were rescued from the flood in Tarn, mayor Ilse Brandt said on Monday. The river had risen since the night, and crews were still at work.</p></body></html>"


def pages(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:02}.html").write_text(PAGE.format(number + 12))
    return folder


def test_the_closing_line_adds_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Articles, known pages and omissions add up to the inputs; exit 1 says that at least one gave none."""
    folder = pages(tmp_path / "in", 3)
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    (folder / "empty.html").write_bytes(b"")
    case = str(tmp_path / "c.db")
    assert run(["--case", case, "add", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("5 inputs: 3 read (") and "2 without an article" in out
    assert "scan.pdf" in err
    assert run(["--case", case, "add", str(folder)]) == 1
    out, _ = capsys.readouterr()
    assert "3 known already" in out
    with Ledger(case) as ledger:
        assert ledger.counts().articles == 3 and ledger.counts().omissions == 2 and not list(verify(ledger))


def test_the_order_of_adding_changes_no_judgement(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Forwards or backwards, at once or one by one: the same claims, the same judgements, the same views."""
    folder = pages(tmp_path / "in", 3)
    files = sorted(str(path) for path in folder.iterdir())
    run(["--case", str(tmp_path / "a.db"), "add", *files])
    for name in reversed(files):
        run(["--case", str(tmp_path / "b.db"), "add", name])
    capsys.readouterr()
    with Ledger(tmp_path / "a.db") as left, Ledger(tmp_path / "b.db") as right:
        assert list(left.readings()) == list(right.readings())
        assert left.judgements() == right.judgements() and left.figures() == right.figures()


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
def test_a_killed_run_loses_nothing_it_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Killed in the middle, the case is whole; running again finishes the rest."""
    folder = pages(tmp_path / "in", 25)
    case = tmp_path / "c.db"
    child = subprocess.Popen(
        [sys.executable, "-m", "firsthand", "--case", str(case), "add", str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(600):
        time.sleep(0.05)
        if case.exists() and case.stat().st_size and _pages(case) >= 3:
            break
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    with Ledger(case) as ledger:
        stored = ledger.counts().articles
        assert stored >= 3 and not list(verify(ledger))
    assert run(["--case", str(case), "add", str(folder)]) == 0
    with Ledger(case) as ledger:
        assert ledger.counts().articles == 25 and not list(verify(ledger))


def _pages(case: Path) -> int:
    try:
        with Ledger(case, wait=5) as ledger:
            return ledger.counts().pages
    except Exception:
        return 0
