"""A number as it stands, before it is known what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from firsthand.annotate.quantity.units import Unit
from firsthand.text.numbers import Numeral


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number expression: `start` to `end` with its sign and attached unit; `after` is where a noun would begin.

    `inner` is the noun that stands inside it ("one convoy in four"). `vague` marks counts without a numeral.
    """

    start: int
    end: int
    after: int
    low: Decimal
    high: Decimal
    rule: str
    unit: Unit | None = None
    unit_start: int | None = None
    kind: str = "number"
    inner: tuple[int, int] | None = None
    signed: bool = False
    numerals: tuple[Numeral, ...] = ()

    @property
    def is_vague(self) -> bool:
        return self.kind == "vague"
