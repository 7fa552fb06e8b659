"""Rare content: what few texts have says more about two pages than what all have."""

from __future__ import annotations

import pytest

from firsthand.reconcile.facts import facts_of, stem
from firsthand.reconcile.joining import tie
from firsthand.reconcile.rarity import rarity
from firsthand.reconcile.sketches import sketch_of
from firsthand.records import Reading
from tests.reconcile.builders import make_article

KILN = "The brickyard kiln at Ossby collapsed before dawn, and foreman Per Lund had the chimney taken down by noon."
YARD = "Forty chairs stand empty at Ossby. Masons swept soot and broken bricks from the kiln; the chimney is gone."
FAIR = "The autumn fair at Ossby opened before dawn, and by noon all chairs of the café were taken."
QUARRY = "At Ossby the quarry has let forty masons go; the chairman was in town by noon and took the train back."


@pytest.mark.parametrize(("common", "rare"), [("city", "kiln"), ("people", "chimney"), ("chimney", "qwyjibo")])
def test_rarity(common: str, rare: str) -> None:
    """Each row: a common word, and a rarer one."""
    assert rarity(stem(common)) < rarity(stem(rare))


@pytest.mark.parametrize("other", [FAIR, QUARRY])
def test_rare_words_count_more_than_common_ones(other: str) -> None:
    """another matter of the town shares its name and common words, a second report of the event its rare words"""
    page = facts_of(KILN)
    assert page.common_ground(facts_of(YARD)) > page.common_ground(facts_of(other))


def test_common_ground_is_symmetric_and_bounded() -> None:
    """a page has most in common with itself"""
    one, other = facts_of(KILN), facts_of(YARD)
    assert one.common_ground(other) == other.common_ground(one)
    assert one.common_ground(other) < one.common_ground(one) < 1
    assert one.common_ground(facts_of("")) == 0


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("Seven weeks on, the kiln at Ossby lies as it fell: 3,470 bricks, says Per Lund, and the Tarn canal still dammed.", True),
        ("The kiln at Ossby has fallen: 5,120 bricks went down, says Per Lund, and the Tarn canal is dammed.", False),
    ],
    ids=["its numbers again", "other numbers"],
)  # fmt: skip
def test_weeks_later_a_page_tells_an_event_again_with_its_numbers(later: str, expected: bool) -> None:
    """another event of the kind at one place has numbers of its own"""
    first = "The kiln at Ossby fell on Monday and 3,470 bricks dammed the Tarn canal, said Per Lund."
    pages = [
        make_article(first, url="https://one.example/a", published="2031-03-03"),
        make_article(later, url="https://two.example/b", published="2031-04-22"),
    ]
    a, b = (sketch_of(Reading(page=page.page, article=page)) for page in pages)
    assert bool(tie(a, b)) is expected
