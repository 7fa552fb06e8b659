"""What rules about releases ask: where it happened, and whether two numbers are of one time."""

from __future__ import annotations

import pytest

from firsthand.reconcile import settle
from firsthand.reconcile.objections import AT_ODDS
from firsthand.reconcile.terms import scenes_in, whole_words
from tests.reconcile.test_relations import FLOOD, WATER, make_page, relations


@pytest.mark.parametrize(
    ("text", "scenes"),
    [
        ("Nine died in Orsa.", ["orsa"]),
        ("Shells hit the market of Orsa, the Health Office in Tarn said.", ["orsa"]),
        ("Shells hit the old market of Orsa on Friday.", ["orsa"]),
        ("Officials in Tarn told reporters in Tarn that six died at Varde.", ["varde"]),
        ("In Tarn, Colonel Oda Lind said six died at Varde.", ["varde"]),
        ("In Upper Tarn the Health Office told us that six died at Varde.", ["varde"]),
        ("In Varde, shelled on Friday, six died.", ["varde"]),
    ],
)
def test_scenes_in(text: str, scenes: list[str]) -> None:
    """where it happened; not where somebody sits or speaks, and no day"""
    assert scenes_in(text) == scenes


def test_of_one_moment() -> None:
    """how many were aboard does not change from day to day"""
    a = make_page("fellwire", f"The Weirmen's Union says 260 people were aboard the Lunde ferry {FLOOD} in Varde.",
                  (("Weirmen's Union", "260 people were aboard", "260", "people"),), day="2031-04-02")  # fmt: skip
    b = make_page("isknet", f"Carter Lines counts 186 people aboard the Lunde ferry {WATER} near Varde.",
                  (("Carter Lines", "186 people aboard", "186", "people"),), day="2031-04-06")  # fmt: skip
    assert relations(settle([a, b]), (a, 260), (b, 186)) == {"disputes"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The union has two more than the 24 of the board.", "two more than the 24"),
        ("The union has nine more than the 1,240.", "nine more than the 1,240"),
        ("The board dismissed the union's figure of nine.", "dismissed the union's figure"),
        ("The board disputes 9.", "disputes"),
    ],
)
def test_words_that_set_numbers_against_each_other_are_quoted_whole(text: str, words: str) -> None:
    """no number is cut, and no article stands without its noun"""
    found = AT_ODDS.search(text)
    assert found is not None and whole_words(text, found) == words


def test_two_places() -> None:
    """two towns of one war have two counts"""
    a = make_page("fellwire", "Governor Ilse Marn of Lower Isk said shells on the bus station in Varde killed seven people on Friday.",
                  (("Ilse Marn", "killed seven people", "seven", "people"),))  # fmt: skip
    b = make_page("isknet", "The Lower Isk Rescue Board says rockets killed 70 people in Orsa, as Governor Ilse Marn was told.",
                  (("Rescue Board", "rockets killed 70 people", "70", "people"),))  # fmt: skip
    assert "disputes" not in relations(settle([a, b]), (a, 7), (b, 70))


def test_a_place_that_the_other_page_never_names() -> None:
    """seven in Varde are no rival of seventy on a page that knows of no Varde, unless the story is at home there"""
    a = make_page("fellwire", "Governor Ilse Marn of Lower Isk said shells of the Eastern Guard killed seven people in Varde on Friday.",
                  (("Ilse Marn", "killed seven people", "seven", "people"),))  # fmt: skip
    b = make_page("isknet", "The Lower Isk Rescue Board says the Eastern Guard killed 70 people, as Governor Ilse Marn was told on Friday.",
                  (("Rescue Board", "killed 70 people", "70", "people"),))  # fmt: skip
    assert "disputes" not in relations(settle([a, b]), (a, 7), (b, 70))
