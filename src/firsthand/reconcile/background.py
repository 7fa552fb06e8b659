"""Background: how many live in a place, how large somebody is who speaks. Two reporters who never met both know it, so a number like that
shows no common source.
"""

from __future__ import annotations

import re

from firsthand.reconcile.facts import stem
from firsthand.reconcile.figures import Figure

_PLACE = r"(?:town|village|city|hamlet|island|islet|place|community|municipality|commune|district|settlement|parish|suburb|capital|country|province|county|resort|port|nation)"
_SOME = r"(?:(?:about|around|some|roughly|nearly|almost|barely|fewer than|less than|more than|just|only|over|under|an estimated)\s+)?"
_OF_A_PLACE = re.compile(rf"\b(?:population\s+(?:of|is|was)|home\s+to|{_PLACE}\s+of|{_PLACE}\s+with)\s+{_SOME}$", re.I)
_HAVING = re.compile(rf"\b(?:with|has|have|counts|numbers)(?:\s+its)?\s+{_SOME}$", re.I)
# "the union, which represents 4,000 drivers, said": what it is, not what it says.
_DESCRIBING = re.compile(
    r"[^\W_],\s+(?:which|who)\s+(?!(?:says|puts|estimates|claims|counts|reports|was|is|has|does)\b)[a-z]+s\s+[^,.;:\n]{0,25}$"
)
_LIVING = frozenset(map(stem, ["inhabitants", "residents", "townspeople", "souls"]))


def is_background(figure: Figure, text: str) -> bool:
    """Says whether a number on a page only describes: somebody, in a clause beside his name; or how many live in a place, where nobody is
    made to say so."""
    before = text[max(0, figure.quantity.span.start - 60) : figure.quantity.span.start]
    if figure.entity is not None or figure.borrowed:
        return bool(_DESCRIBING.search(before))
    return bool(_OF_A_PLACE.search(before)) or (figure.kind.head in _LIVING and bool(_HAVING.search(before)))
