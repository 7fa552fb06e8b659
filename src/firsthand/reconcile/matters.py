"""One matter: whether two pages can tell of one event at all, by the names they share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from firsthand.reconcile.facts import Facts, facts_of, fold, stem


def shares_a_name(mine: Facts, theirs: Facts, nouns: Iterable[frozenset[str]]) -> bool:
    """Says whether two pages share a name that neither also uses as a common noun: two lakes have "Lake" in common. `nouns` are the
    common nouns of both."""
    shared = {f[1:] for f in mine.of_kind("@") if f in theirs.first or f[1:] in theirs.first}
    shared |= {f[1:] for f in theirs.of_kind("@") if f[1:] in mine.first}
    return bool(shared.difference(*nouns))


@lru_cache(maxsize=512)  # several releases stand on one page
def told_in(text: str) -> tuple[Facts, frozenset[str]]:
    """Gives what a text tells, and its common nouns.

    >>> (orsa, no), (rain, _) = told_in("Police in Orsa said so."), told_in("Rain fell on Orsa.")
    >>> shares_a_name(orsa, rain, [no])
    True
    """
    return facts_of(text), common_nouns(text)


def common_nouns(text: str) -> frozenset[str]:
    """Gives the stems of the words that a text has in lower case.

    >>> sorted(common_nouns("No lake is deeper than Lake Nioka."))
    ['deeper', 'is', 'lake', 'than']
    """
    return frozenset(stem(fold(w)) for w in re.findall(r"\b[a-zà-þ][\w’'-]+", text))
