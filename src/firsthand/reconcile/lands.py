"""Lands: the adjective of a land is that land ("the Norlundic navy" is the navy of Norlund), as the pages of one story have both words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from firsthand.gazetteer import Gazetteer
from firsthand.reconcile.facts import fold

LEAST = 4  # letters of a land that its adjective shows
# What an adjective has more than its land, and what a land has more than its adjective ("Finn-ish", "Dorv-ia").
_OF_ADJECTIVES = ("ic", "ish", "ese", "ian", "ean", "an", "n", "i", "er")
_OF_LANDS = ("", "a", "e", "y", "o", "ia", "land")
_SHORT = ("ia", "land")  # "Slovak" of Slovakia, "Finn" of Finland
_CAPITALISED = re.compile(r"(?<![\w'’])[A-ZÀ-Þ][^\W\d_]{3,}")


def lands_in(texts: Iterable[str]) -> dict[str, str]:
    """Gives for each word by which texts call a land, folded, one word for that land: a state's id, or the land's own name.

    >>> lands_in(["The Aldrian navy left Aldria for Sarvel, where Sarveli boats met it."])
    {'aldrian': 'aldria', 'sarveli': 'sarvel'}
    """
    words = {w for text in texts for w in _names_in(text)}
    found: dict[str, str] = {}
    for word in sorted(words):
        land = _state(word) or _land(word, words)
        if land:
            found[word] = land
    return {word: found.get(land, land) for word, land in found.items()}


@lru_cache(maxsize=4096)  # a page is in its story whatever else is added to it
def _names_in(text: str) -> frozenset[str]:
    return frozenset(fold(w) for w in _CAPITALISED.findall(text))


@lru_cache(maxsize=65536)
def _state(word: str) -> str | None:
    gazetteer = Gazetteer.load()
    ids = {e.id for e in (*gazetteer.entries(word), *gazetteer.demonym(word)) if e.kind == "state"}
    return ids.pop() if len(ids) == 1 else None


def _land(word: str, words: set[str]) -> str | None:
    """Gives the land that a word is the adjective of, where the land's own name stands in the texts too."""
    for end in _OF_ADJECTIVES:
        root = word.removesuffix(end)
        if root != word and len(root) >= LEAST:
            for land in (root + more for more in _OF_LANDS):
                if land in words and land != word:
                    return land
    return next((word + more for more in _SHORT if len(word) >= LEAST and word + more in words), None)
