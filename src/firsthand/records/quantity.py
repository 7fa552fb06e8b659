"""Quantities: a number as read, with what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from firsthand.records.span import Span, Spans

Comparator = Literal["about", "at least", "more than", "up to", "less than", "nearly", "vague", "total"]
COMPARATORS: tuple[str, ...] = get_args(Comparator)

QuantityRelationKind = Literal[
    "part of",
    "sum of",
    "increment",
    "revision",
    "of total",
    "rate of",
    "remainder",
    "change",
    "delta",
    "same",
    "disputes",
]
QUANTITY_RELATIONS: tuple[str, ...] = get_args(QuantityRelationKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A value or range as read, and what is counted.

    `low` and `high` are the numerals as read ("at least 20" is 20, 20, at least; "dozens" is 12, 120, vague; "2 to 3 million" is both ends).
    `comparator` is a class of the vocabulary or None; `comparator_span` its words. `unit` is a canonical measure ("percent", "dollar",
    "kilometre") or None when things are counted. `counted` is the normal form of what is counted ("military construction workers"),
    `counted_spans` the words that license it, also when the noun is elided (then they stand in an earlier clause or are the verb).
    `group`, `place`, `as_of`, `per` are verbatim words (their spans in `slot_spans` under the same name) or None.
    `status` only where the number's own words differ from the claim's. `rule` names the rule that read it.
    """

    id: str
    span: Span
    low: Decimal
    high: Decimal
    comparator: Comparator | None = None
    comparator_span: Span | None = None
    unit: str | None = None
    counted: str | None = None
    counted_spans: Spans = ()
    elided: bool = False
    group: str | None = None
    place: str | None = None
    as_of: str | None = None
    per: str | None = None
    slot_spans: tuple[tuple[str, Span], ...] = ()
    status: str | None = None
    rule: str = ""

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"quantity {self.id}: low {self.low} is above high {self.high}")
        if self.comparator is not None and self.comparator not in COMPARATORS:
            raise ValueError(f"quantity {self.id}: unknown comparator {self.comparator!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityRelation:
    """How two quantities of one article belong together; `subject` and `object` are quantity ids, `spans` the words that say so."""

    subject: str
    object: str
    relation: QuantityRelationKind
    spans: Spans = ()
    rule: str = ""

    def __post_init__(self) -> None:
        if self.relation not in QUANTITY_RELATIONS:
            raise ValueError(f"unknown relation between quantities: {self.relation!r}")
