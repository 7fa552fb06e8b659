"""One amount in two dresses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.reconcile.equivalents import Amount, equivalence
from tests.reconcile.test_values import quantity


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Amount(quantity("0.75"), ""), Amount(quantity(75, unit="percent"), ""), "one share in two forms"),
        (Amount(quantity(41), "", (quantity(60),)), Amount(quantity(68, unit="percent"), ""), "one share in two forms"),
        (Amount(quantity("0.1", unit="percent"), ""), Amount(quantity("0.3", unit="percent"), ""), None),
        (Amount(quantity(30, unit="euro"), "30 euros a month"), Amount(quantity(360, unit="euro"), "360 euros a year"), "one rate over two lengths of time"),
        (Amount(quantity(50, unit="euro"), ""), Amount(quantity(54, unit="dollar"), ""), "one sum in two currencies, as far as the size tells"),
        (Amount(quantity(50, unit="euro"), ""), Amount(quantity(540, unit="dollar"), ""), None),
        (Amount(quantity(100, unit="hectare"), ""), Amount(quantity(250, unit="acre"), ""), "one measure in two units"),
        (Amount(quantity(100, 140), ""), Amount(quantity(120, comparator="about"), ""), "one lies in the other's range"),
        (Amount(quantity(250000, unit="pound sterling"), ""), Amount(replace(quantity(250000), counted="pounds"), ""), "one sum, its currency as a sign and in words"),
        (Amount(quantity(100), ""), Amount(quantity(120), ""), None),
    ],
)  # fmt: skip
def test_equivalence(a: Amount, b: Amount, expected: str | None) -> None:
    """shares, rates, sums and measures; two percentages are two"""
    assert equivalence(a, b) == expected
    assert equivalence(b, a) == expected
