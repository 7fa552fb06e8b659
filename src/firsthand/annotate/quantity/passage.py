"""Quantities side by side: what stands between them, whether they can be parts of one another, where their sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from firsthand.annotate.quantity.people import counts_people
from firsthand.annotate.quantity.units import SURFACES
from firsthand.annotate.quantity.words import Words
from firsthand.records import Quantity

_TIME_UNITS = frozenset(unit.name for unit in SURFACES.values() if unit.kind == "time")
MONEY_UNITS = frozenset(unit.name for unit in SURFACES.values() if unit.kind == "money")
REACH = 40  # figures to either side among which partners are looked for: a table pasted as one sentence holds hundreds


@dataclass(frozen=True, slots=True)
class Found:
    """A relation found between two quantities of a passage, by index, with the words that say so."""

    subject: int
    object: int
    start: int
    end: int


class Passage:
    """The quantities of one document in text order, with the text around each."""

    def __init__(self, words: Words, quantities: tuple[Quantity, ...]) -> None:
        self.words = words
        self.text = words.text
        self.quantities = quantities
        self.sentence = [words.sentence_index(q.span.start) for q in quantities]
        self._heads = [_head(q.counted or "") for q in quantities]

    def __len__(self) -> int:
        return len(self.quantities)

    def value(self, index: int) -> Decimal:
        """Gives the upper end of a quantity as read."""
        return self.quantities[index].high

    def lead(self, index: int, reach: int = 80) -> str:
        """Gives the words before a quantity, back to the one before it or the start of its sentence."""
        start = self.words.sentences[self.sentence[index]].start
        if index and self.sentence[index - 1] == self.sentence[index]:
            start = self.quantities[index - 1].span.end
        end = self.quantities[index].span.start
        return self.text[max(start, end - reach) : end]

    def rear(self, index: int, reach: int = 80) -> str:
        """Gives the words after a quantity, on to the next one or the end of its sentence."""
        end = self.words.sentences[self.sentence[index]].end
        if index + 1 < len(self) and self.sentence[index + 1] == self.sentence[index]:
            end = self.quantities[index + 1].span.start
        start = self.quantities[index].span.end
        return self.text[start : min(end, start + reach)]

    def between(self, first: int, second: int) -> str:
        """Gives all words between two quantities."""
        return self.text[self.quantities[first].span.end : self.quantities[second].span.start]

    def is_time(self, index: int) -> bool:
        """Says whether a quantity is a length of time."""
        q = self.quantities[index]
        return q.unit in _TIME_UNITS or (q.unit is None and self.head(index) in _TIME_UNITS)

    def is_share(self, index: int) -> bool:
        """Says whether a quantity is a fraction, a ratio or a percentage."""
        q = self.quantities[index]
        return q.unit in ("percent", "percentage point") or (
            q.unit is None and (q.rule.startswith(("fraction", "one in")) or 0 < q.high < 1)
        )

    def is_money(self, index: int) -> bool:
        """Says whether a quantity is a sum of money."""
        return self.quantities[index].unit in MONEY_UNITS

    def head(self, index: int) -> str:
        """Gives the head noun of what is counted, as a singular, or an empty string."""
        return self._heads[index]

    def alike(self, one: int, other: int) -> bool:
        """Says whether two quantities are measured in the same way, so that they can be added or compared."""
        a, b = self.quantities[one], self.quantities[other]
        if self.is_time(one) or self.is_time(other):
            return (a.unit or self.head(one)) == (b.unit or self.head(other))
        if self.is_share(one) != self.is_share(other):
            return False
        return a.unit == b.unit

    def same_thing(self, one: int, other: int) -> bool:
        """Says whether two quantities count one kind of thing: the same head noun, both people, or one left unsaid."""
        if not self.alike(one, other):
            return False
        a, b = self.head(one), self.head(other)
        return not a or not b or a == b or (counts_people(a) and counts_people(b))

    def earlier(self, index: int, sentences: int = 1) -> Iterator[int]:
        """Gives the quantities before this one (at most REACH), nearest first, in its sentence and so many sentences before."""
        for other in range(index - 1, max(index - 1 - REACH, -1), -1):
            if self.sentence[index] - self.sentence[other] > sentences:
                return
            yield other

    def later(self, index: int, sentences: int = 0) -> Iterator[int]:
        """Gives the quantities after this one (at most REACH), in its sentence and so many sentences after."""
        for other in range(index + 1, min(index + 1 + REACH, len(self))):
            if self.sentence[other] - self.sentence[index] > sentences:
                return
            yield other


_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "bodies": "body",
    "lives": "life",
    "feet": "foot",
}


def _head(counted: str) -> str:
    words = re.findall(r"[A-Za-z][A-Za-z'’-]*", counted)
    return singular(words[-1].lower()) if words else ""


def singular(noun: str) -> str:
    """Gives a plain singular of an English noun, enough to compare two heads."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if re.search(r"(?:ss|x|ch|sh)es$", noun):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") and len(noun) > 3 else noun
