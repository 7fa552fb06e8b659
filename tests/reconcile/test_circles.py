"""Circles of tied pages, and the stories that they fall into."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.reconcile import joining
from firsthand.reconcile.circles import ALONE, BORNE_OUT, stories_among, stories_in
from firsthand.reconcile.sketches import Sketch, sketch_of
from firsthand.reconcile.stories import FIRM, UNDATED
from firsthand.records import Reading
from tests.reconcile.builders import make_article


def sketches(days: Sequence[str | None]) -> list[Sketch]:
    """Gives pages that all meet under their marks, with or without days."""
    made = []
    for number, day in enumerate(days):
        text = f"The mill at Ossby Weir stopped for repairs, said page {number + 2}."
        article = make_article(text, url=f"https://paper{number}.example/{number}", published=day)
        made.append(sketch_of(Reading(page=article.page, article=article)))
    return made


def tied_by(ties: dict[tuple[int, int], float], pages: Sequence[Sketch], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ties pages, by their places in the sequence, as firmly as is given."""
    at = {sketch.article: number for number, sketch in enumerate(pages)}

    def tie_of(a: Sketch, b: Sketch) -> float:
        one, other = sorted((at[a.article], at[b.article]))
        return ties.get((one, other), 0.0)

    monkeypatch.setattr(joining, "tie_of", tie_of)


def drawn(pages: Sequence[Sketch]) -> set[frozenset[int]]:
    """Gives the stories as places in the sequence."""
    at = {sketch.article: number for number, sketch in enumerate(pages)}
    return {frozenset(at[a] for a in articles) for articles in stories_among(pages).values()}


GROUP = {(a, b): 0.5 for group in ((0, 1, 2, 3), (4, 5, 6, 7)) for a in group for b in group if a < b}
ROWS = [
    ({(0, 1): 1.0}, [{0, 1}], "a firm tie holds by itself"),
    ({(0, 1): ALONE + 0.01}, [{0, 1}], "two pages alone that are much alike"),
    ({(0, 1): ALONE - 0.01}, [{0}, {1}], "two pages alone that are hardly alike"),
    ({(0, 1): 0.5, (1, 2): 0.3}, [{0, 1, 2}], "a page that is like one of two"),
    (GROUP | {(3, 4): 0.4}, [{0, 1, 2, 3}, {4, 5, 6, 7}], "one page between two groups joins them not"),
    (GROUP | {(3, 4): 1.0}, [{0, 1, 2, 3, 4, 5, 6, 7}], "a firm tie does"),
    (GROUP | {(a, b): 0.3 for a in (2, 3) for b in (4, 5)}, [{0, 1, 2, 3, 4, 5, 6, 7}], "several loose ones bear each other out"),
]  # fmt: skip


@pytest.mark.parametrize(("ties", "expected", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_what_a_circle_falls_into(
    ties: dict[tuple[int, int], float], expected: list[set[int]], why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each row: ties of pages without days, and the stories that they make."""
    pages = sketches([None] * (max(b for _, b in ties) + 1))
    tied_by(ties, pages, monkeypatch)
    assert drawn(pages) == {frozenset(group) for group in expected}


def test_pages_with_days_are_one_story(monkeypatch: pytest.MonkeyPatch) -> None:
    """ties between days are firm: their circle is one story, and needs no second look"""
    pages = sketches([f"2031-05-0{n}" for n in range(1, 5)])
    tied_by({(0, 1): 1.0, (1, 2): 1.0, (2, 3): 1.0}, pages, monkeypatch)
    assert drawn(pages) == {frozenset(range(4))}


def test_what_bears_out_is_less_than_a_tie_alone() -> None:
    """a page among others needs less than two pages alone"""
    assert 0 < BORNE_OUT < UNDATED < ALONE < FIRM


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 9999), size=st.integers(2, 14), density=st.floats(0.05, 0.6))
def test_the_order_changes_nothing(seed: int, size: int, density: float) -> None:
    """any ties, firm and loose, with and without days, in any order: the same stories, each page in one"""
    lot = random.Random(seed)
    pages = sketches([None if lot.random() < 0.7 else "2031-05-04" for _ in range(size)])
    ties = {}
    for a in range(size):
        for b in range(a + 1, size):
            if lot.random() < density:
                dated = pages[a].day and pages[b].day
                ties[a, b] = 1.0 if dated or lot.random() < 0.2 else round(0.2 + lot.random() * 0.6, 2)
    with pytest.MonkeyPatch.context() as patch:
        tied_by(ties, pages, patch)
        found = stories_among(pages)
        mixed = pages[:]
        lot.shuffle(mixed)
        assert stories_among(mixed) == found
        assert sorted(a for articles in found.values() for a in articles) == sorted(p.article for p in pages)
        for name, articles in found.items():
            assert name == articles[0] and list(articles) == sorted(articles)
            by_article = {page.article: page for page in pages}
            assert set().union(*map(set, stories_in([by_article[a] for a in articles]).values())) == set(articles)


def test_two_pages_are_compared_as_partners_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """what is asked of a pair alone is what looking for all partners of the one gives, under crowded marks too"""
    monkeypatch.setattr(joining, "ALL_TO_ALL", 3)
    monkeypatch.setattr(joining, "NEAREST", 1)
    towns = ("Ossby", "Tarn", "Norrvik", "Lovik", "Hallmark", "Kessel")
    pages = [
        sketch_of(
            Reading(
                page=str(n),
                article=make_article(
                    f"On the quay of {towns[n % 6]} a lantern fell; {towns[n % 4]} saw {40 + n % 3} barges and a walrus.",
                    url=f"https://{n}.example/a",
                    published=f"2031-05-{1 + n % 9:02}" if n % 5 else None,
                ),
            )
        )
        for n in range(14)
    ]
    shelf = joining.Sketches(pages)
    answers = {
        (a.article, b.article): (joining.are_compared(a, b, shelf), b.article in joining.partners(a, shelf))
        for a in pages
        for b in pages
        if a is not b
    }
    assert all(alone == among for alone, among in answers.values())
    assert {among for _, among in answers.values()} == {True, False}
