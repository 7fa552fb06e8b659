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
_SIDES = r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|centre|center)(?:ern)?"
_SORTS = (
    r"(?:city|town|village|port|district|province|region|state|capital|suburb|suburbs|outskirts|streets?|mountains|hills|banks?|shores?|"
    r"governor|mayor|prosecutor|residents|people|parts|half|most|much|rest|island|coast|area|neighbou?rhood|fall|siege|battle|road)"
)
IN_FRAME = re.compile(
    rf"\b(?:in|at|near|outside|around|into|towards?|across|inside|{_SIDES} of|{_SORTS} (?:of|in|to)|and in|as far (?:away |afield )?as|(?:reach|enter|leave|leaving|flee|fleeing|abandon|reached|entered|left|fled|besieged|shelled|"
    r"bombed|flooded|seized|captured|recaptured|hit|struck|threaten(?:s|ed)|evacuated|overran))(?: the)? $",
    re.I,
)
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
