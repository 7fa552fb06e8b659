"""Who gives a number where no saying was read."""

from __future__ import annotations

import pytest

from firsthand.reconcile.voices import voice_in, without_sheet


@pytest.mark.parametrize(
    ("text", "said_by_it", "found"),
    [
        ("Nine wells are foul, in the view of the port office.", False, "port office"),
        ("Foul wells in Varde: nine. So says the water board.", False, "water board"),
        ("The water board's figures show nine foul wells.", False, "water board"),
        ("Going by the town hall, nine wells are foul.", False, "town hall"),
        ("Fell Dairy boasts of nine clean wells.", False, "Fell Dairy"),
        ("The village priest of San Orso has read out nine names.", False, "village priest of San Orso"),
        ("Fell Dairy lost nine cows, it said.", True, "Fell Dairy"),
        ("Overnight the coastguard found nine boats, it said.", True, "coastguard"),
        ("Nine wells are foul.", False, None),
    ],
)
def test_voice(text: str, said_by_it: bool, found: str | None) -> None:
    """the words round the number name somebody, a pronoun stands for the subject, or nobody is named"""
    end = text.index(". ") + 1 if ". " in text else len(text)
    assert voice_in(text, (0, end), said_by_it) == found


@pytest.mark.parametrize(
    ("name", "plain"), [("port office's annual tables", "port office"), ("Fell Dairy", "Fell Dairy"), ("Tables of Orsa", "Tables of Orsa")]
)  # fmt: skip
def test_the_books_are_their_keeper(name: str, plain: str) -> None:
    """whoever kept the books gives what stands in them"""
    assert without_sheet(name) == plain
