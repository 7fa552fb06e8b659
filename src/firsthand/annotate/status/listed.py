"""The rules of status, numbered as the reference lists them."""

from __future__ import annotations

from firsthand.annotate.status.rules import RULES
from firsthand.text.rule_numbers import numbered

_SAYS = {
    None: "planned, or forecast where nobody decides it",
    "asserted": "gives no status; keeps other rules off these words",
}

LISTED = numbered(
    "S", ((rule.name, f"{_SAYS.get(rule.status, rule.status)} · {rule.scope}", rule.source) for rule in RULES)
)
