"""Figures: whose they are, where they hold, and over which stretch of time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.reconcile.days import Stretch
from firsthand.reconcile.figures import figures_of
from firsthand.records import ClaimTime, Span, Timex
from tests.reconcile.builders import make_report


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("State television", "state media"),
        ("state-run radio", "state media"),
        ("Orsan state media", "orsan state media"),
        ("state treasurer", "state treasurer"),
    ],
)
def test_state_media_are_one_asserter(name: str, entity: str) -> None:
    """whatever the page calls them; those of a named state are that state's"""
    reading = make_report(f"{name} said 31 people died.", url="https://post.example/1", speaker=name, numbers=("31",))
    assert figures_of(reading)[0].entity == entity


def test_a_body_in_the_pages_own_words_gives_the_number() -> None:
    """nobody is quoted, and the flood board raises its count: its number, through its hands"""
    reading = make_report("The flood board put the dead at 31.", url="https://post.example/1", numbers=("31",))
    figure = figures_of(reading)[0]
    assert (figure.asserter, figure.entity, figure.chain[0]) == ("flood board", "flood board", "flood board")


def test_a_count_limited_to_a_place() -> None:
    """“a count for Orsa region only”"""
    text = "The mayor has 31 dead, a count for Orsa region only."
    reading = make_report(text, url="https://post.example/1", speaker="mayor", numbers=("31",))
    assert figures_of(reading)[0].place == "orsa region"


def test_the_name_of_an_asserter_says_nothing_of_what_is_counted() -> None:
    """what the refugee agency counts need not be refugees"""
    reading = make_report(
        "The refugee agency counted 31 tents.",
        url="https://post.example/1",
        speaker="refugee agency",
        numbers=("31",),
        counted="tents",
    )
    claim = replace(reading.claims[0], source=(Span(0, 18),))
    assert figures_of(replace(reading, claims=(claim,)))[0].kind.name == "tent"


@pytest.mark.parametrize(
    ("text", "timex", "period"),
    [
        ("In May 31 people died.", Timex(id="t", span=Span(3, 6), type="DATE", value="2031-05", earliest="2031-05-01", latest="2031-05-31"), Stretch("2031-05-01", "2031-05-31")),
        ("On Monday 31 people died.", Timex(id="t", span=Span(3, 9), type="DATE", value="2031-05-05", earliest="2031-05-05", latest="2031-05-05"), None),
        ("By May 31 people had died.", Timex(id="t", span=Span(3, 6), type="DATE", value="2031-05", earliest="2031-05-01", latest="2031-05-31", bound="by"), None),
        ("Since the war began 31 people died.", None, Stretch("", "", is_open=True)),
    ],
)  # fmt: skip
def test_period(text: str, timex: Timex | None, period: Stretch | None) -> None:
    """a month, or all since a start, is a stretch; a day and a "by" are points in time"""
    reading = make_report(text, url="https://post.example/1", numbers=("31",))
    times = (ClaimTime(timex="t", role="happened"),) if timex else ()
    reading = replace(reading, timexes=(timex,) if timex else (), claims=(replace(reading.claims[0], times=times),))
    assert figures_of(reading)[0].period == period


@pytest.mark.parametrize(
    ("text", "number", "status"),
    [
        ("The mill has raised its offer to the bereaved to 90,000 crowns.", "90,000", "planned"),
        ("The board lowered its estimate of what the duke intends to send to 8,000 carts.", "8,000", "planned"),
        ("The board lowered its estimate of the carts sent to 8,000.", "8,000", "asserted"),
    ],
)
def test_what_is_offered_or_meant_is_a_plan(text: str, number: str, status: str) -> None:
    """whatever was done to the number"""
    reading = make_report(text, url="https://post.example/1", numbers=(number,), counted="carts")
    assert figures_of(reading)[0].status == status
