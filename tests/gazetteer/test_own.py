from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.errors import UsageError
from firsthand.gazetteer import Gazetteer
from firsthand.gazetteer.own import read_own

ENTRY = """
[[entry]]
name = "Tolna Harbour Authority"
kind = "body"
aliases = ["THA"]
speaks_for = "state:NO"
"""


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "authority.toml"
    path.write_text(ENTRY, encoding="utf-8")
    yield path
    Gazetteer.use(None)


def test_entries_of_a_case_are_known_beside_the_shipped_ones(file: Path) -> None:
    Gazetteer.use(file)
    gazetteer = Gazetteer.load()
    assert gazetteer.canonical("THA") == "Tolna Harbour Authority"
    assert gazetteer.speaks_for("body:tolna-harbour-authority") == ("state:NO",)
    assert gazetteer.canonical("Norway") == "Norway"
    assert Gazetteer.load() is gazetteer


def test_without_a_file_only_the_shipped_entries_are_known(file: Path) -> None:
    Gazetteer.use(file)
    Gazetteer.load()
    Gazetteer.use(None)
    assert Gazetteer.load().entries("THA") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[entry]]\nname = "A"\n', "entry 1: needs a name, and a kind"),
        ('[[entry]]\nname = "A"\nkind = "thing"\n', "one of state, body, outlet"),
        ('[[entry]]\nname = " "\nkind = "body"\n', "needs a name"),
        ('[[entry]]\nname = "A"\nkind = "body"\nalias = ["B"]\n', "unknown field 'alias'"),
        ('[[entry]]\nname = "A"\nkind = "body"\naliases = "B"\n', "aliases must be a list of texts, not 'B'"),
        ('[[entry]]\nname = "A"\nkind = "body"\n[[entry]]\nname = "A"\nkind = "body"\n', "entry 2: the id 'body:a' is taken"),
        ("name = 1\n", "begins with a line [[entry]]; found name"),
        ("[[entry", "cannot be read"),
    ],
)  # fmt: skip
def test_a_file_with_a_fault_is_refused_with_the_place_and_the_way_out(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "authority.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"authority\.toml") as caught:
        read_own(path)
    assert said in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read_own(tmp_path / "none.toml")
