"""Which statements of two pages answer each other: shared names alone are not enough."""

from __future__ import annotations

import pytest

from firsthand.reconcile.answers import Said, _link
from firsthand.reconcile.replies import Reply
from tests.builders import make_article, make_claim

TEXT = "The navy denied weapons aboard the Marrow Star."
PAIRS = [
    ({"@marrow", "@star", "aboard"}, False),  # one ship, another matter
    ({"@marrow", "@star", "aboard", "weapon"}, True),  # the ship, and what was aboard
    ({"@marrow", "#340", "aboard"}, True),  # a number as well
]


@pytest.mark.parametrize(("shared", "answers"), PAIRS)
def test_names_alone_answer_nothing(shared: set[str], answers: bool) -> None:
    """Each row: what a denial and another body's statement share, and whether the one answers the other."""
    claim = make_claim(make_article(TEXT), "weapons aboard the Marrow Star")
    denial, other = (
        Said(claim=claim, facts=frozenset(shared), body=body, day="2031-03-01", reply=reply)
        for body, reply in (("navy", Reply(relation="denies", cue="denied")), ("owner", None))
    )
    assert (_link(denial, other) is not None) is answers
