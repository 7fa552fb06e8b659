"""Facts: what a page tells, whatever its words."""

from __future__ import annotations

import pytest

from firsthand.reconcile.facts import facts_of


@pytest.mark.parametrize(
    ("translated", "plain"),
    [
        ("some 1.140 workers", "some 1,140 workers"),
        ("the 6,4 per cent", "the 6.4 per cent"),
        ("there go 31 millions", "there go 31 million"),
        ("a loan of 2.100.000 crowns", "a loan of 2,100,000 crowns"),
    ],
)
def test_numbers_of_a_page_translated_word_by_word(translated: str, plain: str) -> None:
    """Each row: a number as other languages write it, and the same in English."""
    assert facts_of(translated).of_kind("#") == facts_of(plain).of_kind("#")


@pytest.mark.parametrize(
    ("text", "number"), [("6.8 tonnes", "#6.8"), ("14,000 people", "#14000"), ("1.5 million", "#1.5e+06")]
)
def test_english_numbers_stay_as_they_are(text: str, number: str) -> None:
    """Each row: a number, and the fact that it gives."""
    assert facts_of(text).of_kind("#") == {number}


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("at twenty to eight", "at 7.40 a.m."),
        ("at a quarter past four", "towards 4 h 15"),
        ("by half past nine", "at 21:30"),
        ("It was five to six.", "at 17:55"),
        ("past her thirty-fourth birthday", "aged 34"),
        ("a decade later", "10 years later"),
        ("a threesome in masks", "three in masks"),
    ],
)
def test_times_and_ages_are_one_fact_however_they_are_told(words: str, figures: str) -> None:
    """Each row: words, and the same in figures."""
    assert facts_of(words).of_kind("#") == facts_of(figures).of_kind("#") != frozenset()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("ten to twelve men", {"#10", "#12"}), ("between 6 and 9 months", {"#6", "#9"}), ("412 to 389", {"#412", "#389"})],
)
def test_a_range_is_no_time_of_day(text: str, numbers: set[str]) -> None:
    """Each row: words that could be read as a clock's, and the numbers in them."""
    assert facts_of(text).of_kind("#") == numbers
