"""One amount in two dresses: a share as fraction, percent or "600 of 800"; a rate by month and by year; a sum in two currencies."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from firsthand.reconcile.values import comparable
from firsthand.records import Quantity

_PER_YEAR = (
    (re.compile(r"\b(?:a|per|each|every) (?:calendar )?month\b|\bmonthly\b", re.I), 12), (re.compile(r"\b(?:a|per|each|every) week\b|\bweekly\b", re.I), 52),
    (re.compile(r"\b(?:a|per|each|every) day\b|\bdaily\b", re.I), 365), (re.compile(r"\b(?:a|per|each|every) year\b|\bannual(?:ly)?\b|\byearly\b", re.I), 1),
)  # fmt: skip
# Currencies of which one buys between half and twice another, as far as anyone remembers.
_HARD = frozenset({"dollar", "euro", "pound", "franc"})
_RATE = (Decimal("0.5"), Decimal(2))
_ROUNDED = Decimal("0.02")


class Amount:
    """A quantity with the sentence it stands in and the wholes of which its page gives it as a part or a share."""

    def __init__(self, quantity: Quantity, sentence: str, wholes: Sequence[Quantity] = ()) -> None:
        self.quantity, self.sentence, self.wholes = quantity, sentence, wholes

    def shares(self) -> list[Decimal]:
        """Gives the amount as shares of one, as far as it is one."""
        q = self.quantity
        if q.unit == "percent":
            return [q.low / 100]
        if q.low != q.high or q.low <= 0:
            return []
        return [q.low] if q.low < 1 else [q.low / w.low for w in self.wholes if w.low == w.high > q.low]

    def per_year(self) -> Decimal | None:
        """Gives the amount a year where it is a rate by time."""
        words = f"{self.quantity.per or ''} {self.sentence}"
        times = next((n for pattern, n in _PER_YEAR if pattern.search(words)), None)
        return self.quantity.low * times if times else None


def _one_share(a: Amount, b: Amount) -> bool:
    if a.quantity.unit == b.quantity.unit == "percent" or a.quantity.low == b.quantity.low:
        return False
    # A share in percent is rounded to whole ones: 41 of 60 is 68 percent.
    return any(abs(x - y) <= Decimal("0.005") for x in a.shares() for y in b.shares())


def _one_rate(a: Amount, b: Amount) -> bool:
    one, other = a.per_year(), b.per_year()
    return (
        a.quantity.unit == b.quantity.unit and a.quantity.low != b.quantity.low
        and one is not None and other is not None and abs(one - other) <= _ROUNDED * max(one, other)
    )  # fmt: skip


def _one_sum(a: Amount, b: Amount) -> bool:
    units = {a.quantity.unit, b.quantity.unit}
    if len(units) < 2 or not units <= _HARD or not a.quantity.low or not b.quantity.low:
        return False
    return _RATE[0] <= a.quantity.low / b.quantity.low <= _RATE[1]


def _one_measure(a: Amount, b: Amount) -> bool:
    """One measure in two units of it: the converted number is rounded."""
    (unit_a, low_a, high_a), (unit_b, low_b, high_b) = comparable(a.quantity), comparable(b.quantity)
    if a.quantity.unit == b.quantity.unit or unit_a != unit_b:
        return False
    return all(abs(x - y) <= _ROUNDED * max(abs(x), abs(y)) for x, y in ((low_a, low_b), (high_a, high_b)))


def _within(a: Amount, b: Amount) -> bool:
    """One is a range, the other a number "about" its middle."""
    for one, other in ((a.quantity, b.quantity), (b.quantity, a.quantity)):
        if (
            one.comparator == "about"
            and one.low == one.high
            and other.low < one.low < other.high
            and one.unit == other.unit
        ):
            return other.comparator != "vague"
    return False


def _one_written_out(a: Amount, b: Amount) -> bool:
    """One sum with the sign of its currency, and with its name after a number in words ("a quarter of a million pounds")."""
    return a.quantity.low == b.quantity.low and a.quantity.high == b.quantity.high and _money(a) == _money(b) != ""


_NAMED = {
    "pounds": "pound sterling",
    "pound": "pound sterling",
    "dollars": "dollar",
    "euros": "euro",
    "crowns": "crown",
    "francs": "franc",
}


def _money(amount: Amount) -> str:
    unit, counted = amount.quantity.unit, (amount.quantity.counted or "").lower()
    return _NAMED.get(unit or counted, unit or "") if unit != "pound" or counted in ("", "pounds") else ""


EQUIVALENTS: tuple[tuple[str, Callable[[Amount, Amount], bool]], ...] = (
    ("one share in two forms", _one_share), ("one rate over two lengths of time", _one_rate),
    ("one sum in two currencies, as far as the size tells", _one_sum), ("one measure in two units", _one_measure), ("one sum, its currency as a sign and in words", _one_written_out),
    ("one lies in the other's range", _within),
)  # fmt: skip


def equivalence(a: Amount, b: Amount) -> str | None:
    """Gives how two amounts are one in other words, or None."""
    return next((name for name, holds in EQUIVALENTS if holds(a, b)), None)
