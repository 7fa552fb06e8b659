"""Word lists written as one string."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Gives the words of a blank-separated list.

    >>> sorted(word_set("dead wounded"))
    ['dead', 'wounded']
    """
    return frozenset(words.split())
