"""What a number counts, read from its slot and from the nearest words."""

from __future__ import annotations

import pytest

from firsthand.reconcile.kinds import kind_of
from tests.reconcile.builders import make_article, make_quantity


@pytest.mark.parametrize(
    ("text", "number", "counted", "kind"),
    [
        ("The landslide killed 31 people and injured 74.", "31", "people", "killed"),
        ("The landslide killed 31 people and injured 74.", "74", "people", "injured"),
        ("Eight workers were killed and 43 others injured.", "43", "workers", "injured"),
        ("Eight workers were killed and 43 others injured.", "Eight", "workers", "killed"),
        ("The sinking has left 45 people dead or missing.", "45", "people", "killed or missing"),
        ("About 70 people were still missing.", "70", "people", "missing"),
        ("The toll has reached 47.", "47", None, "killed"),
        ("The army put its casualties at 900.", "900", None, "casualties"),
        ("She bought 12 chairs for the hall.", "12", "chairs", "chair"),
    ],
)
def test_kind_of_count(text: str, number: str, counted: str | None, kind: str) -> None:
    """killed, injured, missing and their mixtures are kept apart"""
    article = make_article(text)
    quantities = [
        make_quantity(article, n, counted=counted)
        for n in ("31", "74", "Eight", "43", "45", "70", "47", "900", "12")
        if n in text
    ]
    mine = next(q for q in quantities if q.span.of(text) == number)
    others = tuple(q for q in quantities if q is not mine)
    assert kind_of(text, mine, others, (0, len(text))).name == kind
