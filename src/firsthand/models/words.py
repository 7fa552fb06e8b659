"""Words as the network sees them: runs of letters and digits, single marks, and three facts about each.

The network is uncased and sees no line breaks, so the case of a word, the gap before it and the state of the quotation marks are
given beside it. An unbalanced mark cannot spoil a page: the state starts anew with every line, and a straight mark opens or closes
by the blanks around it wherever they tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int64]

WORD = re.compile(r"\w+|[^\w\s]")
OPENING, CLOSING, STRAIGHT = "“", "”", '"'
OTHER, LOWER, TITLE, UPPER, MIXED, DIGITS = range(6)
JOINED, SPACED, NEW_LINE = range(3)
OUTSIDE, INSIDE, OPENS, CLOSES = range(4)
# What a stop belongs to, as it does to a single letter, and a name follows: no sentence ends there.
_SHORTENED = frozenset("mr mrs ms dr prof st jr sr sen rep gov gen lt col sgt capt maj rev hon".split())


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """`spans` (start, end) a word in code points; `features` (case, gap, quotation state) a word; `sentences` the first word of each."""

    text: str
    spans: list[tuple[int, int]]
    features: IntArray
    sentences: list[int]

    def __len__(self) -> int:
        return len(self.spans)

    @property
    def paragraphs(self) -> list[int]:
        """Gives the first word of each paragraph."""
        return list(map(int, np.flatnonzero(self.features[:, 1] == NEW_LINE)))

    def of(self, index: int) -> str:
        start, end = self.spans[index]
        return self.text[start:end]


def words_of(text: str) -> Words:
    """Gives the words of a text with their features and sentence starts."""
    spans = [match.span() for match in WORD.finditer(text)]
    gaps = [_gap(text[spans[i - 1][1] if i else 0 : start], i == 0) for i, (start, _) in enumerate(spans)]
    cases = [_case(text[start:end]) for start, end in spans]
    features = np.array([cases, gaps, _quotation(text, spans, gaps)], dtype=np.int64).T.reshape(len(spans), 3)
    return Words(text=text, spans=spans, features=features, sentences=_sentences(text, spans, gaps))


def _gap(between: str, first: bool) -> int:
    return NEW_LINE if first or "\n" in between else SPACED if between else JOINED


def _case(word: str) -> int:
    if word.isdigit():
        return DIGITS
    if not word.isalpha():
        return OTHER
    return LOWER if word.islower() else TITLE if word.istitle() else UPPER if word.isupper() else MIXED


def _quotation(text: str, spans: list[tuple[int, int]], gaps: list[int]) -> list[int]:
    states, inside = [], False
    for (start, end), gap in zip(spans, gaps, strict=True):
        inside = inside and gap != NEW_LINE
        mark = text[start:end]
        if mark in (OPENING, CLOSING, STRAIGHT):
            inside = _opens(text, start, inside)
            states.append(OPENS if inside else CLOSES)
        else:
            states.append(INSIDE if inside else OUTSIDE)
    return states


def _opens(text: str, at: int, inside: bool) -> bool:
    """Says whether the mark at this place opens a quotation; blanks on one side only decide for a straight one."""
    if text[at] != STRAIGHT:
        return text[at] == OPENING
    blank_before = at == 0 or text[at - 1].isspace() or text[at - 1] in "([—–"
    blank_after = at + 1 >= len(text) or text[at + 1].isspace()
    return blank_before if blank_before != blank_after else not inside


def _sentences(text: str, spans: list[tuple[int, int]], gaps: list[int]) -> list[int]:
    """Gives rough sentence starts: where windows may be cut, and how far a source is looked for."""
    starts, previous, earlier = [], "", ""
    for index, (start, end) in enumerate(spans):
        word, gap = text[start:end], gaps[index]
        ends_here = previous in (".", "!", "?") or (previous in (CLOSING, STRAIGHT) and earlier in (".", "!", "?"))
        ends_here = ends_here and not (previous == "." and _shortened(earlier))
        begins = word[0].isupper() or word in (OPENING, STRAIGHT)
        if gap == NEW_LINE or (gap == SPACED and ends_here and begins):
            starts.append(index)
        previous, earlier = word, previous
    return starts


def _shortened(word: str) -> bool:
    return word.lower() in _SHORTENED or (len(word) == 1 and word.isalpha())
