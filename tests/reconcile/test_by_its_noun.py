"""One number by an office or a noun on one page and by a name that has the noun on another: one release."""

from __future__ import annotations

import pytest

from firsthand.reconcile import settle
from tests.reconcile.test_relations import FLOOD, WATER, make_page, release_of


@pytest.mark.parametrize(
    ("one", "other", "number", "joined"),
    [
        ("Varde State Police", "police chief", "47", True),
        ("Varde Rescue League", "police chief", "47", False),
    ],
)
def test_a_noun_in_common(one: str, other: str, number: str, joined: bool) -> None:
    first = make_page(
        "fellwire",
        f"The {one} said {number} people were killed {FLOOD} in Varde.",
        ((one, f"{number} people were killed", number, "people"),),
    )
    words = f"{number} people were killed"
    second = make_page(
        "valleynews", f"In the morning {words}, the {other} said {WATER} in Varde.", ((other, words, number, "people"),)
    )
    settlement = settle([first, second])
    assert (release_of(settlement, first, int(number)) == release_of(settlement, second, int(number))) is joined


def test_whom_a_page_leaves_open_may_be_anybody() -> None:
    first = make_page(
        "fellwire",
        f"The Varde State Police said 47 people were killed {FLOOD} in Varde.",
        (("Varde State Police", "47 people were killed", "47", "people"),),
    )
    second = make_page(
        "valleynews",
        f"A police chief said 47 people were killed {WATER} in Varde.",
        (("A police chief", "47 people were killed", "47", "people"),),
    )
    settlement = settle([first, second])
    assert release_of(settlement, first, 47) != release_of(settlement, second, 47)
