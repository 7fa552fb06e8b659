"""Digits that a page turned round: one number, where it takes it from the other page."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import pytest

from firsthand.reconcile.kinds import Kind
from firsthand.reconcile.slips import _slip
from firsthand.records import Quantity, Span


class Links:
    """The part of a context that is asked here: which pages cite which."""

    def __init__(self, *pairs: str) -> None:
        self.pairs = {frozenset(p) for p in pairs}

    def is_linked(self, a: str, b: str) -> bool:
        return frozenset((a, b)) in self.pairs


def release(low: int, page: str, kind: str = "detained") -> Any:
    quantity = Quantity(id=page, span=Span(0, 2), low=Decimal(low), high=Decimal(low))
    lead = SimpleNamespace(
        quantity=quantity, low=quantity.low, kind=Kind(name=kind, head=kind, scopes=frozenset(), why="")
    )
    return SimpleNamespace(id=page, lead=lead, figures=[SimpleNamespace(article=page)], day="2031-04-02")


@pytest.mark.parametrize(
    ("a", "b", "links", "is_slip"),
    [
        (release(58, "p"), release(85, "q"), ("pq",), True),
        (release(58, "p", "things"), release(85, "q"), ("pq",), True),
        (release(286, "p"), release(268, "q"), ("pq",), True),
        (release(58, "p"), release(85, "q"), (), False),  # neither page goes back to the other
        (release(58, "p", "killed"), release(85, "q"), ("pq",), False),  # of two known classes
        (release(58, "p"), release(86, "q"), ("pq",), False),
        (release(58, "p"), release(85, "p"), ("pp",), False),  # one page gives both
    ],
)
def test_a_page_that_takes_a_number_from_another_turned_it_round(
    a: Any, b: Any, links: tuple[str, ...], is_slip: bool
) -> None:
    assert bool(_slip(a, b, {}, cast(Any, Links(*links)))) is is_slip
