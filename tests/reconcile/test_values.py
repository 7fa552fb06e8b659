"""Whether two numbers can be one, and how telling a shared number is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from firsthand.reconcile.values import agreement, can_both_hold, softened, telling
from firsthand.records import Quantity, Span


def quantity(low: object, high: object = None, comparator: str | None = None, unit: str | None = None) -> Quantity:
    ends = Decimal(str(low)), Decimal(str(low if high is None else high))
    return Quantity(id="q", span=Span(0, 1), low=ends[0], high=ends[1], comparator=comparator, unit=unit)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (quantity(47), quantity(47, comparator="at least"), "equal numbers"),
        (quantity(2412600), quantity(2400000), "one is a rounding of the other"),
        (quantity(1480), quantity(1500, comparator="nearly"), "one is a rounding of the other"),
        (quantity(14200, unit="hectare"), quantity(142, unit="square kilometre"), "equal numbers"),
        (quantity(4000, 6000), quantity(6000, comparator="up to"), "one is an end of the other's range"),
        (quantity(402000), quantity(399800), None),
        (quantity(47), quantity(51), None),
        (quantity(12, 120, "vague"), quantity(47), None),
    ],
)
def test_agreement(a: Quantity, b: Quantity, expected: str | None) -> None:
    """roundings and ends of ranges agree, neighbours do not"""
    assert agreement(a, b) == expected
    assert agreement(b, a) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (quantity(47, comparator="at least"), quantity(51), True),
        (quantity(51, comparator="at least"), quantity(47), False),
        (quantity(47), quantity(51), False),
        (quantity(3000, comparator="less than"), quantity(10000, 12000), False),
        (quantity(100, comparator="about"), quantity(105), True),
    ],
)
def test_bounds_are_opened_before_two_numbers_are_called_incompatible(a: Quantity, b: Quantity, expected: bool) -> None:
    """at least 47 and 51 can both hold; 47 and 51 cannot"""
    assert can_both_hold(a, b) is expected


def test_an_uncommon_number_tells_more() -> None:
    """5,731 is hardly shared by chance, 8 often is"""
    assert telling(Decimal(5731)) > telling(Decimal(41)) > telling(Decimal(8))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (quantity(19), quantity(20, comparator="nearly"), True),
        (quantity(211), quantity(200, comparator="more than"), True),
        (quantity(211), quantity(200), False),
        (quantity(21), quantity(20, comparator="nearly"), False),
        (quantity(260), quantity(200, comparator="more than"), False),
    ],
)
def test_a_softened_rounding_says_so(a: Quantity, b: Quantity, expected: bool) -> None:
    """“almost 20” may stand for 19; a bare 200 for 211 may not"""
    assert softened(a, b) is expected
    assert softened(b, a) is expected
