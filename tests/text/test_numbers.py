"""Numbers are read as newspapers write them, and written back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.numbers import find_numerals, read_numeral, read_ordinal, spell


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("4,700", "4700"),
        ("2.4 million", "2400000"),
        (".5", "0.5"),
        ("1½", "1.5"),
        ("2 1/2", "2.5"),
        ("5bn", "5000000000"),
        ("twenty-eight thousand six hundred and forty-two", "28642"),
        ("a hundred and five", "105"),
        ("half a million", "500000"),
        ("a million and a half", "1500000"),
        ("one and a half million", "1500000"),
        ("two and a half", "2.5"),
        ("half a dozen", "6"),
        ("Three Dozen", "36"),
        ("three quarters", "0.75"),
        ("one-fifth", "0.2"),
        ("a tenth", "0.1"),
    ],
)
def test_a_number_is_read(words: str, value: str) -> None:
    assert read_numeral(words) == Decimal(value)


@pytest.mark.parametrize("words", ["several", "second", "B12", "21st", "two or three", "twelve men", ""])
def test_what_is_more_or_less_than_one_number_is_none(words: str) -> None:
    assert read_numeral(words) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two million and three million men", ["two million", "three million"]),
        ("the 3rd of 14 B52s", ["14"]),
        ("five million-dollar homes", ["five"]),
        ("someone phoned at tennis", []),
        ("two hundred or three", ["two hundred", "three"]),
        ("USD10m, €20m and $US160 million", ["10m", "20m", "160 million"]),
        ("7 a.m., 3.5.2031", ["7", "3.5"]),
    ],
)
def test_numbers_in_running_text(text: str, found: list[str]) -> None:
    assert [text[n.start : n.end] for n in find_numerals(text)] == found


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_spelling_and_reading_are_inverse(number: int) -> None:
    assert read_numeral(spell(number)) == number


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_commas_are_read(number: int) -> None:
    assert read_numeral(f"{number:,}") == number


@given(st.text(max_size=80))
def test_any_text_gives_ascending_spans(text: str) -> None:
    end = 0
    for numeral in find_numerals(text):
        assert end <= numeral.start < numeral.end <= len(text)
        end = numeral.end


@pytest.mark.parametrize(
    ("words", "rank"),
    [("third", 3), ("21st", 21), ("twenty-first", 21), ("Twelfth", 12), ("ninetieth", 90), ("three", None)],
)
def test_ordinals(words: str, rank: int | None) -> None:
    assert read_ordinal(words) == rank


def test_numbers_too_large_to_spell_are_refused() -> None:
    with pytest.raises(ValueError, match="only whole numbers"):
        spell(10**15)
