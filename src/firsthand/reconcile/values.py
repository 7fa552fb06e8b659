"""Whether two numbers can be one: equal, a rounding, an end of a range, a bound that holds; and how telling a shared number is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from firsthand.records import Quantity

_UNITS: dict[str, tuple[str, Decimal]] = {
    "acre": ("hectare", Decimal("0.404686")), "square kilometre": ("hectare", Decimal(100)), "square mile": ("hectare", Decimal("258.999")),
    "mile": ("kilometre", Decimal("1.609344")), "metre": ("kilometre", Decimal("0.001")), "nautical mile": ("kilometre", Decimal("1.852")),
    "foot": ("kilometre", Decimal("0.0003048")), "tonne": ("kilogram", Decimal(1000)), "metric ton": ("kilogram", Decimal(1000)), "ton": ("kilogram", Decimal(1000)),
    "pound": ("kilogram", Decimal("0.45359237")), "gram": ("kilogram", Decimal("0.001")),
}  # fmt: skip


def comparable(quantity: Quantity) -> tuple[str | None, Decimal, Decimal]:
    """Gives (unit, low, high) with measures turned into one unit of their sort."""
    unit, factor = _UNITS.get(quantity.unit or "", (quantity.unit, Decimal(1)))
    return unit, quantity.low * factor, quantity.high * factor


def telling(value: Decimal) -> float:
    """Gives how unlikely a number is to be shared by chance (0 to 1): by its significant digits and its size.

    >>> telling(Decimal(5731)), telling(Decimal(41)), telling(Decimal(8)), telling(Decimal(10000))
    (1.0, 0.4, 0.15, 0.3)
    """
    if abs(value) <= 12:
        return 0.15
    digits = _significant(value)
    if digits >= 3:
        return 1.0 if digits >= 4 else 0.8
    if digits == 2:
        return 0.4 if abs(value) < 1000 else 0.6
    return 0.3


Agreement = Callable[[Quantity, Quantity], bool]


def _equal(a: Quantity, b: Quantity) -> bool:
    (unit_a, *ends_a), (unit_b, *ends_b) = comparable(a), comparable(b)
    return unit_a == unit_b and all(_close(x, y, Decimal("0.001")) for x, y in zip(ends_a, ends_b, strict=True))


def _rounding(a: Quantity, b: Quantity) -> bool:
    """One is a rounding of the other, on the side that its bound allows and by two percent at most.

    A round number without a softening word ("220", "at least 220") is as exact as its neighbour ("221"), unless it gives up two digits.
    """
    (unit_a, low_a, high_a), (unit_b, low_b, high_b) = comparable(a), comparable(b)
    if unit_a != unit_b or low_a != high_a or low_b != high_b or not _close(low_a, low_b, Decimal("0.02")):
        return False
    (coarse, bound), (fine, _) = sorted(
        ((low_a, a.comparator), (low_b, b.comparator)), key=lambda v: (_significant(v[0]), v[0])
    )
    dropped = _significant(fine) - _significant(coarse)
    if dropped < 1 or (bound in (None, "at least", "total") and dropped < 2):
        return False
    return (bound not in _FROM_BELOW or coarse <= fine) and (bound not in _FROM_ABOVE or coarse >= fine)


def _end_of_range(a: Quantity, b: Quantity) -> bool:
    """One gives only an end of the other's range, under a bound that fits it."""
    for one, other in ((a, b), (b, a)):
        if one.low != one.high or other.low == other.high or one.unit != other.unit:
            continue
        if (one.comparator == "up to" and one.high == other.high) or (
            one.comparator in ("at least", "more than") and one.low == other.low
        ):
            return True
    return False


_FROM_BELOW = frozenset({"more than", "at least"})
_FROM_ABOVE = frozenset({"nearly", "less than", "up to"})
AGREEMENTS: tuple[tuple[str, Agreement], ...] = (
    ("equal numbers", _equal),
    ("one is a rounding of the other", _rounding),
    ("one is an end of the other's range", _end_of_range),
)


def agreement(a: Quantity, b: Quantity) -> str | None:
    """Gives how two numbers agree in words, or None."""
    if "vague" in (a.comparator, b.comparator):
        return "equal numbers" if a.comparator == b.comparator and _equal(a, b) else None
    return next((name for name, agrees in AGREEMENTS if agrees(a, b)), None)


def softened(a: Quantity, b: Quantity) -> bool:
    """Says whether one is a rounding of the other under words that say so, by a tenth at most ("almost 20" for 19, "more than 200" for 211)."""
    (unit_a, low_a, high_a), (unit_b, low_b, high_b) = comparable(a), comparable(b)
    if unit_a != unit_b or low_a != high_a or low_b != high_b or "vague" in (a.comparator, b.comparator):
        return False
    for (coarse, bound), fine in (((low_a, a.comparator), low_b), ((low_b, b.comparator), low_a)):
        if _significant(coarse) < _significant(fine) and _close(coarse, fine, Decimal("0.1")) and bound is not None:
            return (bound not in _FROM_BELOW or coarse < fine) and (bound not in _FROM_ABOVE or coarse > fine)
    return False


def is_near_rounding(a: Quantity, b: Quantity) -> bool:
    """Says whether one exact number is within a hundredth of another and has fewer digits of its own ("730" for 732)."""
    (unit_a, low_a, high_a), (unit_b, low_b, high_b) = comparable(a), comparable(b)
    exact = low_a == high_a and low_b == high_b and unit_a == unit_b
    return exact and _significant(low_a) != _significant(low_b) and _close(low_a, low_b, Decimal("0.01"))


def can_both_hold(a: Quantity, b: Quantity) -> bool:
    """Says whether both numbers can be true of one thing at once: their ranges meet once bounds are opened and "about" is widened."""
    (unit_a, *_), (unit_b, *_) = comparable(a), comparable(b)
    if unit_a != unit_b and 0 not in (a.high, b.high):  # none of something is none in every measure
        return True
    (low_a, high_a), (low_b, high_b) = _range(a), _range(b)
    return low_a <= high_b and low_b <= high_a


def _range(quantity: Quantity) -> tuple[Decimal, Decimal]:
    _, low, high = comparable(quantity)
    slack = Decimal("0.1") if quantity.comparator == "about" else Decimal(0)
    low, high = low - abs(low) * slack, high + abs(high) * slack
    if quantity.comparator in ("at least", "more than"):
        return low, Decimal("Infinity")
    if quantity.comparator in ("up to", "less than", "nearly"):
        return (Decimal(0) if quantity.comparator != "nearly" else low * Decimal("0.9")), high
    return low, high


def _close(a: Decimal, b: Decimal, share: Decimal) -> bool:
    return abs(a - b) <= share * max(abs(a), abs(b))


@lru_cache(maxsize=4096)  # the numbers of a story are compared with one another
def _significant(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits) if value else 1
