"""One side of a comparison: its clause, its shares, the firm it means, the whole it is a part of."""

from __future__ import annotations

import pytest

from firsthand.reconcile import slots
from firsthand.reconcile.days import months_to
from firsthand.reconcile.nouns import sort_of
from firsthand.reconcile.sides import clause_of
from tests.reconcile.test_judge import side


@pytest.mark.parametrize(
    ("sentence", "number", "clause"),
    [
        ("Four were hauled up, which leaves nine below.", "nine", ", which leaves nine below."),
        ("Four were hauled up, which leaves nine below.", "Four", "Four were hauled up"),
        ("Nine are below.", "Nine", "Nine are below."),
    ],
)
def test_clause(sentence: str, number: str, clause: str) -> None:
    """what is said of another number is not said of this one"""
    start, end = clause_of(sentence, sentence.index(number))
    assert sentence[start:end] == clause


def test_the_firm_that_a_page_has_named() -> None:
    """the company on a page that names Fell Dairy is Fell Dairy; the union there is not"""
    named = side("Fell Dairy lost 60 cows.", "60", "Fell Dairy", counted="cows")
    role = side("At Fell Dairy 40 cows died, the company said.", "40", "company", counted="cows")
    union = side("At Fell Dairy 40 cows died, the union said.", "40", "union", counted="cows")
    assert (slots.who(named, role), slots.who(named, union)) == ("same", "different")


@pytest.mark.parametrize(
    ("counted", "sort"),
    [("villages", "things"), ("villagers", "people"), ("young footballers", "people"), ("tractors", "things"), ("arrests", ""), (None, "")],
)  # fmt: skip
def test_sorts(counted: str | None, sort: str) -> None:
    """people, things, and what befalls people"""
    assert sort_of(counted) == sort


@pytest.mark.parametrize(
    ("words", "stretch"),
    [
        ("in the three months to March", ("2031-01-01", "2031-03-31")),
        ("in the six months ended September", ("2030-04-01", "2030-09-30")),
        ("in twelve months to the end of April", ("2030-05-01", "2031-04-30")),
        ("in March", None),
    ],
)
def test_months_to(words: str, stretch: tuple[str, str] | None) -> None:
    """the last such stretch before the page's day"""
    found = months_to(words, "2031-05-04")
    assert (found and (found.earliest, found.latest)) == stretch


def test_what_an_asserter_is_called_shows_no_stage() -> None:
    """ticket inspectors count visitors, not tickets"""
    came = side("The fair drew 700 visitors, its director said.", "700", "director", counted="visitors")
    counted = side(
        "Ticket inspectors counted 280 visitors at the fair.", "280", "Ticket inspectors", counted="visitors"
    )
    assert ("event", "sold") not in counted.stages and ("event", "came") in came.stages
