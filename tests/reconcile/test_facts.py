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
