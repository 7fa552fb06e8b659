"""Stretches of days."""

from __future__ import annotations

import pytest

from firsthand.reconcile.days import Stretch, compare_stretches

MAY, JUNE = Stretch("2031-05-01", "2031-05-31"), Stretch("2031-06-01", "2031-06-30")


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (MAY, MAY, "same"),
        (MAY, JUNE, "apart"),
        (MAY, Stretch("2031-05-07", "2031-05-07"), "nested"),
        (Stretch("2031-01-01", "2031-01-31", is_open=True), JUNE, "nested"),
    ],
)
def test_compare_stretches(one: Stretch, other: Stretch, answer: str) -> None:
    """one stretch, two apart, or one inside the other; what began has no end"""
    assert compare_stretches(one, other) == answer
    assert compare_stretches(other, one) == answer


def test_long_stretches() -> None:
    """a weekend is a time, a month and "since January" are stretches with a count of their own"""
    assert not Stretch("2031-05-03", "2031-05-04").is_long
    assert MAY.is_long and Stretch("2031-05-03", "2031-05-03", is_open=True).is_long
