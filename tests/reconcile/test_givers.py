"""Who gives a number where no words are reported."""

from __future__ import annotations

import pytest

from firsthand.reconcile.givers import giver_in, subject_of


@pytest.mark.parametrize(
    ("before", "after", "giver"),
    [
        ("The harbour office put the dead at ", ".", "harbour office"),
        ("A valuer came, and the bank set the loss at ", " crowns.", "bank"),
        ("According to the flood board ", " barns are gone.", "flood board"),
        ("There are ", " people in the hall, by the mayor's reckoning.", "mayor (unnamed)"),
        ("The page repeats the count from the flood board: ", " dead.", "flood board"),
        ("The page has ", " hurt, also from the flood board.", "flood board"),
        ("The flood board sent ", " boats.", None),
        ("Nine died by the mayor's count, and the board misses ", ".", None),
        ("Rain fell on ", " barns.", None),
    ],
)
def test_giver_in(before: str, after: str, giver: str | None) -> None:
    """verbs of giving numbers, "according to", "by X's count"; what a body did is not what it says"""
    found = giver_in(before, after)
    assert (found.name if found else None) == giver


def test_subject_of() -> None:
    """the one whom "it" means begins the sentence"""
    assert (found := subject_of("The brick mill lost 12 carts, it said.")) and found.name == "brick mill"
    assert subject_of("Rain fell, it said.") is None


@pytest.mark.parametrize(
    ("before", "after", "giver"),
    [
        ("The Mill Secretary's ", " counts carts; the rest is guesswork.", "Mill Secretary (unnamed)"),
        ("The lake ministry's ", " boats are old.", None),
        ("They read the count of ", " drowned published at noon by the lake office in Orsa.", "lake office in Orsa"),
        ("The Lake Ministry had ", " dead by evening.", "Lake Ministry"),
        ("The Lake Ministry had ", " boats by evening.", None),
        ("Lake Guard figures at that hour are ", " dead.", "Lake Guard"),
        ("ORSA, May 2 (Fellwire) - Mill officials in upper Orsa on Friday cut the loss to ", ".", "Mill officials in upper Orsa"),
        ("How many were aboard is now put at ", ".", None),
    ],
)  # fmt: skip
def test_whose_number(before: str, after: str, giver: str | None) -> None:
    """a number that somebody owns, issues or has; what is counted is nobody"""
    found = giver_in(before, after)
    assert (found.name if found else None) == giver
