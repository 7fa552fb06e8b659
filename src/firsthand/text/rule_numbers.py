"""Rules as a reader looks them up: each layer lists its rules with a number, a name and a line that says what it reads.

A value's rule is made of names joined by "; " or ": ", a count before a name left out ("name: 2 readings come close"); `numbers_in`
gives the numbers of the names in it, in their order. Numbers follow the order of a layer's tables and hold for one version.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_PART = re.compile(r"(?:; |: )(?:\d+ )?")


@dataclass(frozen=True, slots=True)
class ListedRule:
    """One rule: its number ("T12"), the name that values carry, what it does, and what it reads (words or a pattern, may be empty)."""

    number: str
    name: str
    says: str
    reads: str = ""


def numbered(letter: str, rows: Iterable[tuple[str, str, str]]) -> tuple[ListedRule, ...]:
    """Gives rows of (name, what it does, what it reads) with their numbers; a name that comes again keeps its first number.

    >>> [rule.number for rule in numbered("T", [("year", "a year", ""), ("year", "a year", ""), ("month", "a month", "")])]
    ['T1', 'T2']
    """
    by_name: dict[str, ListedRule] = {}
    for name, says, reads in rows:
        known = by_name.get(name)
        if known is None:
            by_name[name] = ListedRule(f"{letter}{len(by_name) + 1}", name, says, reads)
        elif reads and reads not in known.reads:
            by_name[name] = ListedRule(known.number, name, known.says, f"{known.reads}\n{reads}")
    return tuple(by_name.values())


def numbers_in(rule: str, listed: Sequence[ListedRule]) -> tuple[str, ...]:
    """Gives the numbers of the rules that a value's rule names.

    >>> numbers_in("digits number; noun after", numbered("Q", [("digits number", "", ""), ("noun after", "", "")]))
    ('Q1', 'Q2')
    """
    by_name = {row.name: row.number for row in listed}
    whole = by_name.get(rule)
    if whole:
        return (whole,)
    return tuple(by_name[part] for part in _PART.split(rule) if part in by_name)
