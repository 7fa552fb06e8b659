"""The rules of time, numbered as the reference lists them."""

from __future__ import annotations

from firsthand.annotate.timex.rules import RULES
from firsthand.text.rule_numbers import numbered

LISTED = numbered(
    "T", ((rule.name, (rule.reader.__doc__ or "").splitlines()[0], " ".join(sorted(rule.needs))) for rule in RULES)
)
