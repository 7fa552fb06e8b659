"""Slot by slot: who asserts, what is counted, when."""

from __future__ import annotations

import pytest

from firsthand.reconcile import slots
from tests.reconcile.test_judge import side


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("health office", "the city's health office", "same"),
        ("Mayor Ilse Marn", "mayor", "same"),
        ("interior minister", "interior ministry", "same"),
        ("health ministry", "ministry of labour", "different"),
        ("police", "police union", "different"),
        ("union", "Millers' Union", "same"),
        ("mill", "fire brigade", "different"),
        ("official", "official", "unknown"),
        (None, "police", "unknown"),
    ],
)
def test_who(one: str | None, other: str | None, answer: str) -> None:
    """titles, owners and offices do not tell two apart; a body and those who stand up against it are two; "an official" is nobody"""
    a, b = side("They counted 31 dead in Varde.", "31", one), side("They counted 40 dead in Varde.", "40", other)
    assert slots.who(a, b) == answer
    assert slots.who(b, a) == answer


def test_an_asserter_in_the_words_of_a_page_that_names_nobody() -> None:
    """“the harbour board raised its count” is the harbour board's number"""
    a = side("The harbour board said 31 boats were lost.", "31", "harbour board", counted="boats")
    b = side("Then the harbour board saw 36 boats go.", "36", None, counted="boats")
    assert slots.who(a, b) == "same"


def test_an_office_that_the_page_gives_a_person() -> None:
    """“Ros Tam, who heads the flood office” speaks for the flood office; so does “the head of the flood office, Ros Tam”"""
    office = side("The flood office counts 31 dead.", "31", "flood office")
    for words in (
        "Flood office director Ros Tam counts 40 dead.",
        "The head of the flood office, Ros Tam, counts 40 dead.",
    ):
        assert slots.who(office, side(words, "40", "Ros Tam")) == "same"


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (("31 people were killed in Varde.", "31", "people"), ("40 bodies lay in Varde.", "40", "bodies"), "same"),
        (("31 people were killed.", "31", "people"), ("40 people were killed or are missing.", "40", "people"), "nested"),
        (("31 people were killed.", "31", "people"), ("40 people were arrested.", "40", "people"), "other"),
        (("31 lorries stood in Varde.", "31", "lorries"), ("40 trucks stood in Varde.", "40", "trucks"), "same"),
        (("31 people stood in line.", "31", "people"), ("40 people bought hats.", "40", "people"), "unclear"),
        (("Of the people aboard 31 others were hurt.", "31", None), ("40 people were killed.", "40", "people"), "other"),
        (("The town lacks nurses: a shortage of 31.", "31", "shortage"), ("There are 40 nurses too few.", "40", "nurses"), "same"),
        (("31 chairs were sold.", "31", "chairs"), ("40 geese were sold.", "40", "geese"), "other"),
    ],
)  # fmt: skip
def test_thing(one: tuple[str, str, str | None], other: tuple[str, str, str | None], answer: str) -> None:
    """classes, what holds a class, synonyms; "people" alone is no class"""
    a, b = (side(text, number, "mayor", counted=counted) for text, number, counted in (one, other))
    assert slots.thing(a, b) == answer
    assert slots.thing(b, a) == answer


@pytest.mark.parametrize(
    ("days", "answer"),
    [
        (("2031-05-04", "2031-05-04"), "one time"),
        (("2031-05-04", "2031-05-06"), "other times"),
        (("2031-05-04", None), "unknown"),
    ],
)
def test_when(days: tuple[str | None, str | None], answer: str) -> None:
    """pages without words of time count by their days"""
    a, b = side("31 dead in Varde.", "31", "mayor", days[0]), side("40 dead in Varde.", "40", "mayor", days[1])
    assert slots.when(a, b) == answer


def test_somebody_on_the_spot_sees_a_part() -> None:
    """a rescue worker's smaller number clashes with nobody's; his larger one does"""
    toll = side("31 people were killed in Varde.", "31", "mayor")
    for number, answer in (("12", False), ("40", True)):
        seen = side(f"{number} people were killed in Varde.", number, "rescue worker (unnamed)")
        assert slots.clash(toll, seen) is answer
