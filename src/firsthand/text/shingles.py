"""Words and overlapping runs of words: how much of one text stands in another.

A copy keeps its runs of words through new headlines, datelines and cuts; a rewrite does not. Containment is asymmetric
on purpose: an abridged copy lies wholly inside its source while the source holds much that the copy dropped.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence, Set
from dataclasses import dataclass

_WORD = re.compile(r"\w+(?:['’]\w+)*")
SIZE = 5


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, lower-cased, with where each one starts and ends (code points)."""

    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words that two texts share: word indexes in each, and how many words."""

    left: int
    right: int
    length: int


def words_of(text: str) -> Words:
    """Gives the words of a text with their places.

    >>> words_of("Two ferries, one crew").forms
    ('two', 'ferries', 'one', 'crew')
    """
    found = [(m.group().lower().replace("’", "'"), m.start(), m.end()) for m in _WORD.finditer(text)]
    return Words(tuple(f for f, _, _ in found), tuple(s for _, s, _ in found), tuple(e for _, _, e in found))


def shingles(forms: Sequence[str], size: int = SIZE) -> list[int]:
    """Gives one number for every run of `size` words, in text order; the same on every machine.

    >>> shingles("a b c d e f".split())[0] == shingles("a b c d e x".split())[0]
    True
    """
    return [zlib.crc32(" ".join(forms[i : i + size]).encode("utf-8", "replace")) for i in range(len(forms) - size + 1)]


def containment(inner: Set[int], outer: Set[int]) -> float:
    """Gives the share (0 to 1) of the first set that lies in the second; 0 for an empty first set.

    >>> containment({1, 2}, {1, 2, 3, 4})
    1.0
    """
    return len(inner & outer) / len(inner) if inner else 0.0


@dataclass(frozen=True, slots=True)
class Profile:
    """A text made ready for comparison: its words, its shingles in order, and where each shingle stands."""

    words: Words
    order: tuple[int, ...]
    places: dict[int, tuple[int, ...]]


def profile_of(text: str, size: int = SIZE) -> Profile:
    """Gives the words and shingles of a text, counted once for all comparisons."""
    words = words_of(text)
    order = tuple(shingles(words.forms, size))
    places: dict[int, list[int]] = {}
    for index, value in enumerate(order):
        places.setdefault(value, []).append(index)
    return Profile(words, order, {value: tuple(indexes[:8]) for value, indexes in places.items()})


def shared_runs(left: Profile, right: Profile) -> list[Run]:
    """Gives the longest shared stretches, in the order of the left text, none overlapping there.

    >>> shared_runs(profile_of("x a b c d e y"), profile_of("a b c d e z"))
    [Run(left=1, right=0, length=5)]
    """
    runs: list[Run] = []
    end = 0
    for i, value in enumerate(left.order):
        if i < end or value not in right.places:
            continue
        ends = [Run(i, j, _length(left.words.forms, right.words.forms, i, j)) for j in right.places[value]]
        best = max(ends, key=_rank)
        if best.length:
            runs.append(best)
            end = i + best.length
    return runs


def _length(left: Sequence[str], right: Sequence[str], i: int, j: int) -> int:
    n = 0
    while i + n < len(left) and j + n < len(right) and left[i + n] == right[j + n]:
        n += 1
    return n


def _rank(run: Run) -> tuple[int, int]:
    return run.length, -run.right
