"""How much a count takes in by its own sentence, and where it is of."""

from __future__ import annotations

import pytest

from firsthand.reconcile.breadth import parted_by_breadth, parted_by_place

PLAIN = "The Ossby mill had 800 people at work when the fire broke out, it said."


@pytest.mark.parametrize(
    ("words", "is_parted"),
    [
        ("Counting those lent by other firms, 1,300 people were at work, the union said.", True),
        ("Add the carters and the number is 950, the union said.", True),
        ("The whole bill for the fire comes to 4 million crowns.", True),
        ("Losses, insured or not, are close to 9 million crowns.", True),
        ("Across all ages 35 people caught the fever.", True),
        ("The mill had 800 people on its own payroll.", True),
        ("Some 400 people came by sea.", True),
        ("The bodies of 12 people were brought down by road.", False),
        ("It counted 12 people dead after searching throughout the whole night.", False),
        ("The fire killed 12 people, including three children.", False),
        ("After counting the ballots the clerk put turnout at 40 percent.", False),
    ],
)
def test_what_a_count_takes_in(words: str, is_parted: bool) -> None:
    """words that widen or narrow a count on one side only part the two; those who are in every count do not"""
    assert (parted_by_breadth(PLAIN, words) is not None) is is_parted
    assert parted_by_breadth(words, words) is None


def test_what_both_take_in_parts_nothing() -> None:
    """in other words"""
    assert parted_by_breadth("Profit was 4 million, including Tarn.", "Profit was 3 million, counting Tarn.") is None


@pytest.mark.parametrize(
    ("one", "other", "is_parted"),
    [
        ("A slide at Ossby buried 40 houses.", "A slide near Varde buried 8 houses.", True),
        ("In Ossby 80 lessons were called off.", "The strike called off 35 lessons in Varde.", True),
        ("In Ossby 80 lessons were called off.", "The strike called off 35 lessons in Ossby.", False),
        ("In May 80 lessons were called off.", "The strike called off 35 lessons in Varde.", False),
        ("In Ossby 80 lessons were called off.", "The strike called off 35 lessons.", False),
    ],
)
def test_two_places(one: str, other: str, is_parted: bool) -> None:
    """ "in X" beside "in Y"; months and days are no places"""
    assert (parted_by_place(one, other, (one, other)) is not None) is is_parted


def test_a_place_that_the_other_text_names_is_no_other_place() -> None:
    """a street may lie in the town"""
    texts = ("In Ossby 80 houses burnt.", "In Varde, a quarter of Ossby, 35 houses burnt.")
    assert parted_by_place(*texts, texts) is None
