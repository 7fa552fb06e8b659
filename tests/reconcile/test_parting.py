"""Two events of one kind, told by pages without days: what parts them, and what does not part the pages of one."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.reconcile.circles import stories_among
from firsthand.reconcile.facts import Facts, facts_of, likeness_within, mean_likeness, mean_of
from firsthand.reconcile.parting import MANY, part
from firsthand.reconcile.sketches import Sketch, sketch_of
from firsthand.records import Reading
from tests.reconcile.builders import make_article

TARN = [
    "The county bench sentenced the miller Hugo Brandt to 14 years for poisoning the well at Lower Tarn.",
    "Hugo Brandt was sentenced by the county bench for poisoning a well in Lower Tarn; his wife Edda wept.",
    "Miller Brandt gets 14 years over the poisoned well of Lower Tarn, the county bench ruled.",
    "The bench of the county gave Brandt, a miller of Lower Tarn, 14 years for a well that he poisoned.",
    "A poisoned well at Lower Tarn: the county bench sentenced miller Hugo Brandt.",
]
OSSBY = [
    "The county bench sentenced the druggist Ilse Marlow to 22 years for poisoning the well at Ossby.",
    "Ossby's well was poisoned by Ilse Marlow, and the county bench has sentenced her; her brother Falk cheered.",
    "Druggist Marlow gets 22 years over the poisoned well of Ossby, the county bench ruled.",
    "The bench of the county gave Marlow, a druggist of Ossby, 22 years for a well that she poisoned.",
    "A poisoned well at Ossby: the county bench sentenced druggist Ilse Marlow.",
]


def told(texts: list[str]) -> list[list[Facts]]:
    return [[facts_of(text)] for text in texts]


def drawn(texts: list[str]) -> set[frozenset[int]]:
    """Gives the stories of pages without days as places in the sequence."""
    pages: list[Sketch] = []
    for number, text in enumerate(texts):
        article = make_article(text, url=f"https://paper{number}.example/{number}", published=None)
        pages.append(sketch_of(Reading(page=article.page, article=article)))
    at = {page.article: number for number, page in enumerate(pages)}
    return {frozenset(at[article] for article in story) for story in stories_among(pages).values()}


ROWS = [
    (TARN + OSSBY, {0, 1, 2, 3, 4}, "two trials for poisoned wells"),
    (TARN * 2, None, "one trial, told twice in the same words"),
    (TARN, None, "one trial"),
    (TARN[: MANY - 1] + OSSBY, None, "too few pages of the one to know its words"),
]


@pytest.mark.parametrize(("texts", "expected", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_what_parts_pages(texts: list[str], expected: set[int] | None, why: str) -> None:
    """Each row: pages, and those of one of the two events that they tell of."""
    side = part(told(texts))
    assert side is expected is None or side in (expected, frozenset(range(len(texts))) - (expected or set()))


def test_copies_count_once() -> None:
    """four copies of one page have no more of their own than the page has"""
    copies = [[facts_of(OSSBY[0])] * 4]
    assert part([*told(TARN), *copies]) is None


def test_two_trials_are_two_stories() -> None:
    """the pages are alike enough to be joined, and are parted; the same pages of one trial stay together"""
    assert drawn(TARN + OSSBY) == {frozenset(range(5)), frozenset(range(5, 10))}
    assert drawn(TARN) == {frozenset(range(5))}


def test_a_page_left_alone_goes_to_the_story_it_is_like() -> None:
    """one page that tells less than the others, and one that tells of something else"""
    less = "Brandt the miller will spend years behind bars; neighbours in Lower Tarn had drawn from the well for weeks."
    other = "Gulls have come to nest on the roof of the county bench, the third spring in a row."
    assert drawn([*TARN, less, other]) == {frozenset(range(6)), frozenset({6})}


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 9999))
def test_the_order_changes_nothing(seed: int) -> None:
    """pages in any order are dealt in the same way"""
    places = list(range(10))
    random.Random(seed).shuffle(places)
    side = part([told(TARN + OSSBY)[place] for place in places])
    assert side is not None
    assert {places[i] for i in side} in ({0, 1, 2, 3, 4}, {5, 6, 7, 8, 9})


def test_the_mean_of_what_pages_tell_gives_their_mean_likeness() -> None:
    """the same as over all pairs, between two groups and within one"""
    here, there = [facts_of(text) for text in TARN], [facts_of(text) for text in OSSBY]
    between = [a.likeness(b) for a in here for b in there]
    assert mean_likeness(mean_of(here), mean_of(there)) == pytest.approx(sum(between) / len(between))
    within = [a.likeness(b) for i, a in enumerate(here) for b in here[i + 1 :]]
    assert likeness_within(mean_of(here), here) == pytest.approx(sum(within) / len(within))
