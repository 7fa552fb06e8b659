"""What is found before it is read: a name of a place with all its readings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.gazetteer import PlaceEntry
from firsthand.records import Span

DIVISION = re.compile(
    r"\s+(?:region|oblast|province|prefecture|governorate|state|district|county|krai|voivodeship|department)\b", re.I
)
TOWN = re.compile(r"\s+(?:city|town|village)\b|^(?:the )?(?:city|town|village|port) of ", re.I)
LIST_LINK = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+|\s+and\s+(?:in|at|near|of)\s+")
NATURAL = frozenset(["river", "lake", "mountain", "sea", "ocean", "strait", "canal"])


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place in the text with its readings, the most populous first; `rule` says how it was found."""

    span: Span
    name: str
    readings: tuple[PlaceEntry, ...]
    rule: str

    @property
    def stands_for_government(self) -> bool:
        """Says whether the name is a seat of government that speaks or acts, and says nothing of where things happened."""
        return self.rule == "seat of government"


def between(text: str, one: Toponym, other: Toponym) -> str:
    """Gives the words between two toponyms, whichever comes first."""
    first, second = sorted((one.span, other.span))
    return text[first.end : second.start]
