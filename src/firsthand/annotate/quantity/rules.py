"""The rules that relate quantities, as one table: (name, relation, rule).

A rule is asked about one quantity and gives the pairs it sees. The cues are words a reader would point at ("including",
"of whom", "up from"); sums and remainders are taken only where the arithmetic holds as well.
"""

from __future__ import annotations

from firsthand.annotate.quantity.changes import corrected, difference, earlier_level, moved
from firsthand.annotate.quantity.parts import (
    alone,
    among_the,
    bare_portion,
    brings_toll_to,
    fate_of_some,
    named_part,
    of_named_total,
    of_so_many,
)
from firsthand.annotate.quantity.relating import Rule
from firsthand.annotate.quantity.rivals import rival_counts
from firsthand.annotate.quantity.shares import (
    all_of_them,
    average,
    portion_restated,
    restated,
    share_of,
    share_of_before,
    share_of_whole,
    share_then_count,
    share_then_total,
)
from firsthand.annotate.quantity.totals import adds_up, on_top, what_is_left
from firsthand.records.quantity import QuantityRelationKind

RULES: tuple[tuple[str, QuantityRelationKind, Rule], ...] = (
    ("named part", "part of", named_part),
    ("among the", "part of", among_the),
    ("brings the toll to", "part of", brings_toll_to),
    ("alone", "part of", alone),
    ("bare portion", "part of", bare_portion),
    ("fate of some", "part of", fate_of_some),
    ("portion restated as a share", "part of", portion_restated),
    ("of so many", "of total", of_so_many),
    ("of a named total", "of total", of_named_total),
    ("share of", "rate of", share_of),
    ("share of the one before", "rate of", share_of_before),
    ("share of the whole", "rate of", share_of_whole),
    ("share, then its numbers", "rate of", share_then_total),
    ("average", "rate of", average),
    ("share, then its numbers", "same", share_then_count),
    ("restated", "same", restated),
    ("all of them", "same", all_of_them),
    ("adds up", "sum of", adds_up),
    ("what is left", "remainder", what_is_left),
    ("on top", "increment", on_top),
    ("moved", "change", moved),
    ("earlier level", "change", earlier_level),
    ("corrected", "revision", corrected),
    ("difference", "delta", difference),
    ("rival counts", "disputes", rival_counts),
)  # fmt: skip
