"""What makes two pages one story where neither dates nor figures help."""

from __future__ import annotations

import pytest

from firsthand.reconcile.circles import stories_among
from firsthand.reconcile.facts import facts_of
from firsthand.reconcile.joining import tie, tie_of
from firsthand.reconcile.sketches import sketch_of
from firsthand.records import Reading
from tests.reconcile.builders import make_article

FIRE = "A fire gutted the Hallmark bakery in Ossby on Saturday, and two firemen were treated for smoke."
PAIRS = [
    (FIRE, "Two firemen breathed smoke as the Hallmark bakery in Ossby was gutted by fire.", True),
    (FIRE, "A fire in Lower Tarn gutted the harbour office; nobody was inside.", False),
    (FIRE, "The Hallmark bakery in Ossby has won the county prize for rye bread a third time.", False),
    (FIRE, "Fire.", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_undated_pages(one: str, other: str, expected: bool) -> None:
    """Each row: two short pages without dates, and whether they tell one story."""
    articles = [make_article(text, url=f"https://{n}.example/a", published=None) for n, text in enumerate((one, other))]
    a, b = (sketch_of(Reading(page=article.page, article=article)) for article in articles)
    assert tie(a, b) == tie(b, a) == tie_of(a, b)
    assert (set(stories_among([a, b])) == {min(a.article, b.article)}) is expected


def test_likeness_is_symmetric_and_bounded() -> None:
    """a page is most like itself, though a short one is not wholly like it"""
    a, b = facts_of(PAIRS[0][0]), facts_of(PAIRS[0][1])
    assert a.likeness(b) == b.likeness(a)
    assert a.likeness(b) < a.likeness(a) < 1
    assert a.likeness(facts_of("")) == 0
