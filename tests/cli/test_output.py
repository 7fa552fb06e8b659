"""Tables for people: as columns where the terminal is wide enough to read them, else field below field."""

from __future__ import annotations

import pytest

from firsthand.cli.output import Column, print_rows

COLUMNS = (
    Column(field="id", heading="id"), Column(field="who", heading="speaker", ratio=2), Column(field="words", heading="words", ratio=6),
    Column(field="pages", heading="pages", justify="right"), Column(field="chain", heading="chain", ratio=3),
)  # fmt: skip
ROW = {"id": "c12", "who": "Ilse Brandt", "words": "twelve boats were lost in the night", "pages": 3, "chain": ("Ilse Brandt", "Radio Tarn")}  # fmt: skip


@pytest.mark.parametrize("width", [60, 80])
def test_a_narrow_terminal_gets_whole_words(width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    """no column of three letters a line: the long fields stand below, over the whole width"""
    monkeypatch.setenv("COLUMNS", str(width))
    print_rows([ROW, ROW | {"who": None}], None, COLUMNS)
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert lines[:4] == ["c12 · Ilse Brandt · pages: 3", "  twelve boats were lost in the night", "  Ilse Brandt → Radio Tarn", ""]  # fmt: skip
    assert lines[4] == "c12 · pages: 3"


def test_a_wide_terminal_gets_columns(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """one line a row, under a heading"""
    monkeypatch.setenv("COLUMNS", "160")
    print_rows([ROW], None, COLUMNS)
    head, line = capsys.readouterr().out.splitlines()
    assert head.split() == ["id", "speaker", "words", "pages", "chain"]
    assert "twelve boats were lost in the night" in line
