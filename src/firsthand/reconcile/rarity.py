"""Rare content: how much two pages have in common, where what every text has counts little and what few have counts much.

How common a word is comes from a fixed table (`rarity.txt`, built by training/rarity/build.py), not from the case, so that no third
page has a say in how two pages compare.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path

LEVELS = (0.0, 0.25, 0.5, 0.75)  # rarity of the stems of each line of the table; what is in none has 1
STEM, NAME = (0.2, 1.3), (0.5, 1.2)  # what a fact counts at least, and what its rarity adds
SMALL, YEAR, ROUND, NUMBER = 0.4, 0.5, 0.7, 1.2
UNTOLD = 6  # what every page is taken to tell besides, so that a page of one line is like few others


@cache
def _table() -> dict[str, float]:
    lines = Path(__file__).with_name("rarity.txt").read_text(encoding="ascii").splitlines()
    return {stem: level for level, line in zip(LEVELS, lines, strict=True) for stem in line.split()}


def rarity(stem: str) -> float:
    """Gives how rare a stem is in English, 0 to 1.

    >>> rarity("peopl") < rarity("chimne") <= rarity("qwyjibo")
    True
    """
    return _table().get(stem, 1.0)


def weights(facts: Iterable[str]) -> dict[str, float]:
    """Gives how telling each thing that a page tells is: its stems and names by their rarity, its numbers by their size."""
    found: dict[str, float] = {}
    for fact in facts:
        if fact[0] == "#":
            found[fact] = _of_number(float(fact[1:]))
            continue
        key = fact.removeprefix("@")
        least, more = NAME if fact[0] == "@" else STEM
        found[key] = max(found.get(key, 0.0), least + more * rarity(key))
    return found


def _of_number(value: float) -> float:
    if value <= 12:
        return SMALL
    if 1900 <= value <= 2100:
        return YEAR
    return ROUND if value in (20, 30, 40, 50, 100, 1000) else NUMBER


def length(told: dict[str, float]) -> float:
    """Gives the length of a page's weights as a vector, what every page is taken to tell besides included."""
    return math.sqrt(UNTOLD + sum(w * w for w in told.values()))
