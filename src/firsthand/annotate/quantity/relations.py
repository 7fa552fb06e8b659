"""How the quantities of one document belong together: parts, totals, changes, rival figures.

Each rule of `rules.RULES` reads the words around one quantity and names its partners. What a stronger rule says about a pair
replaces the weaker: a sum or a remainder is not listed as a part besides.
"""

from __future__ import annotations

from firsthand.annotate.quantity.passage import Found, Passage
from firsthand.annotate.quantity.rules import RULES
from firsthand.annotate.quantity.words import Words
from firsthand.records import Document, Quantity, QuantityRelation, Span
from firsthand.records.quantity import QuantityRelationKind

_SYMMETRIC = frozenset(("same", "disputes"))
# (stronger, weaker): where both hold for one pair, in either direction, the weaker is dropped.
_OUTRANKS: tuple[tuple[QuantityRelationKind, QuantityRelationKind], ...] = (
    ("sum of", "part of"), ("remainder", "part of"), ("of total", "part of"), ("rate of", "part of"), ("rate of", "of total"),
    ("increment", "part of"), ("revision", "change"), ("revision", "disputes"), ("revision", "part of"), ("change", "part of"), ("change", "disputes"),
    ("same", "part of"), ("disputes", "part of"), ("sum of", "same"), ("delta", "change"), ("delta", "part of"), ("sum of", "disputes"),
    ("part of", "disputes"), ("of total", "disputes"), ("delta", "disputes"),
)  # fmt: skip


def relate_quantities(document: Document, quantities: tuple[Quantity, ...]) -> tuple[QuantityRelation, ...]:
    """Gives the relations between quantities of one document, each with the words that say so and the rule that read them."""
    passage = Passage(Words(document), quantities)
    found: dict[tuple[int, int, QuantityRelationKind], tuple[Found, str]] = {}
    for name, relation, rule in RULES:
        for index in range(len(passage)):
            for row in rule(passage, index):
                key = (
                    (min(row.subject, row.object), max(row.subject, row.object), relation)
                    if relation in _SYMMETRIC
                    else (row.subject, row.object, relation)
                )
                if row.subject != row.object:
                    found.setdefault(key, (row, name))
    kept = [key for key in found if not _outranked(key, found)]
    return tuple(_record(passage, key, *found[key]) for key in sorted(kept))


def _outranked(
    key: tuple[int, int, QuantityRelationKind], found: dict[tuple[int, int, QuantityRelationKind], tuple[Found, str]]
) -> bool:
    one, other, relation = key
    return any(
        weaker == relation and ((one, other, stronger) in found or (other, one, stronger) in found)
        for stronger, weaker in _OUTRANKS
    )


def _record(passage: Passage, key: tuple[int, int, QuantityRelationKind], found: Found, rule: str) -> QuantityRelation:
    subject, other, relation = key
    spans = (Span(found.start, found.end),) if found.end > found.start else ()
    one, two = passage.quantities[subject], passage.quantities[other]
    return QuantityRelation(subject=one.id, object=two.id, relation=relation, spans=spans, rule=rule)
