"""What goes without saying in a story: its place, and that a count runs from its first day."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from firsthand.reconcile.days import Stretch
from firsthand.reconcile.figures import Figure, figures_of
from firsthand.reconcile.home import at_home
from tests.reconcile.builders import make_article, make_claim, make_quantity, make_reading


def figure(place: str | None = None, period: Stretch | None = None) -> Figure:
    text = "The board says 19 people drowned."
    article = make_article(text, url="https://fellwire.example/a", published="2031-04-02")
    quantity = make_quantity(article, "19", counted="people", place=place)
    (found,) = figures_of(make_reading(article, (make_claim(article, text, quantities=(quantity,)),), (quantity,)))
    return replace(found, period=period)


def test_the_place_that_most_pages_name_goes_without_saying() -> None:
    """where few numbers are given for a place, the pages decide; one page alone does not"""
    pages = ["Varde lies under water.", "In Varde the bells rang.", "Varde waits.", "The mill stood."]
    assert [f.place for f in at_home([figure("Varde"), figure()], pages)] == [None, None]
    assert at_home([figure("Varde")], pages[2:])[0].place == "varde"


def test_a_count_since_the_first_day_is_of_the_whole() -> None:
    """a count since the year began is not"""
    found = at_home(
        [
            figure(period=Stretch("2031-04-01", "2031-04-01", True)),
            figure(period=Stretch("2031-01-01", "2031-01-01", True)),
        ]
    )
    assert [f.period is None for f in found] == [True, False]
    assert found[0].low == Decimal(19)


def test_a_count_from_the_first_day_to_the_pages_own_is_of_the_whole() -> None:
    """one that ended before is not"""
    found = at_home(
        [figure(period=Stretch("2031-04-01", "2031-04-02")), figure(period=Stretch("2031-04-01", "2031-03-20"))]
    )
    assert [f.period is None for f in found] == [True, False]
