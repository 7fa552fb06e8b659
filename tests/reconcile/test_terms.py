"""What rules about releases ask: where it happened, and whether two numbers are of one time."""

from __future__ import annotations

import pytest

from firsthand.reconcile import settle
from firsthand.reconcile.terms import scenes_in
from tests.reconcile.test_relations import FLOOD, WATER, make_page, relations


@pytest.mark.parametrize(
    ("text", "scenes"),
    [
        ("Nine died in Orsa.", ["orsa"]),
        ("Shells hit the market of Orsa, the Health Office in Tarn said.", ["orsa"]),
        ("Shells hit the old market of Orsa on Friday.", ["orsa"]),
        ("Officials in Tarn told reporters in Tarn that six died at Varde.", ["varde"]),
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


def test_two_places() -> None:
    """two towns of one war have two counts"""
    a = make_page("fellwire", "Governor Ilse Marn of Lower Isk said shells on the bus station in Varde killed seven people on Friday.",
                  (("Ilse Marn", "killed seven people", "seven", "people"),))  # fmt: skip
    b = make_page("isknet", "The Lower Isk Rescue Board says rockets killed 70 people in Orsa, as Governor Ilse Marn was told.",
                  (("Rescue Board", "rockets killed 70 people", "70", "people"),))  # fmt: skip
    assert "disputes" not in relations(settle([a, b]), (a, 7), (b, 70))
