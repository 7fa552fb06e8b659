"""Words that turn a number down, and words that do not."""

from __future__ import annotations

import pytest

from firsthand.reconcile.objections import objection_in


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The mill does not accept that count.", "does not accept"),
        ("Pure invention, said the mill: nine wells were fouled.", "Pure invention"),
        ("The mayor called the tally a fairy tale.", "fairy tale"),
        ("He dismissed the league's count.", "dismissed the "),
        ("The mill dismissed 40 workers.", None),
        ("A judge rejected 12 applications.", None),
        ("The league took issue with the mill.", "took issue"),
        ("They were denied bail.", None),
        ("Not 40 but 90 wells were fouled.", "Not 40 but"),
        ("The real number of wells is higher.", "The real number"),
        ("The gold lay behind a false wall.", None),
        ("Nine wells were fouled.", None),
    ],
)
def test_objection(words: str, found: str | None) -> None:
    """the words, or none: who sacks workers or turns down an application objects to no number"""
    assert objection_in(words) == found
