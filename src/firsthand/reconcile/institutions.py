"""Institutions: the words of a body's name that tell it from others, and the noun for what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.reconcile.facts import fold, stem

INSTITUTIONS = frozenset(
    stem(w)
    for w in (
        "union", "hospital", "company", "firm", "association", "federation", "institute", "agency", "service", "authority", "centre", "center",
        "clinic", "society", "committee", "commission", "council", "party", "bureau", "board", "ministry", "department", "government", "police",
        "guard", "brigade", "army", "navy", "network", "administration", "municipality", "university", "foundation", "organisation",
        "organization", "directorate", "secretariat", "observatory", "alliance", "coalition", "office", "junta", "guild", "chamber", "cooperative", "operator", "group",
    )
)  # fmt: skip
# Through these a body speaks: its press office's word is its own.
_MOUTHPIECES = frozenset(
    """office press service spokesman spokeswoman spokesperson spokespeople statement data figures bulletin report website site media
    information team desk headquarters secretariat situation no""".split()
)
_LONG_NAMES = (("united", "nations"), ("un",)), (("european", "union"), ("eu",))
ARTICLES = frozenset(["the", "a", "an", "its", "their", "this", "that", "same", "own", "local"])


_LEVELS = frozenset(stem(w) for w in ("state", "federal", "national", "provincial", "regional", "county", "district"))


def without_level(words: frozenset[str], name: str) -> frozenset[str]:
    """Gives the words of a body's name without its level, where others are left: the state fire brigade is the fire brigade there."""
    return words - _LEVELS if len(words - _LEVELS) > 1 else words


@dataclass(frozen=True, slots=True)
class Body:
    """The words of a body's name that tell it from others, and its head ("department")."""

    words: frozenset[str]
    head: str


def body_of(name: str) -> Body | None:
    """Gives the words and the head of a body's name or description, its mouthpieces left out; None for what is no body.

    >>> body_of("the Ministry of Health's press office") == body_of("health ministry (unnamed)")
    True
    """
    parts = parts_of(name)
    for part in parts:
        while len(part) > 1 and part[-1] in _MOUTHPIECES and (part[-1] != "service" or part[-2] in _MOUTHPIECES):
            part.pop()  # a press service is a mouthpiece, a prison service is none
    parts = [p for p in parts if p and not set(p) <= _MOUTHPIECES - {"service"}]
    head = stem(parts[0][-1]) if parts else ""
    if head not in INSTITUTIONS:
        return None
    return Body(frozenset(land(stem(w)) for part in parts for w in part) - ARTICLES, head)


def land(word: str) -> str:
    """Gives the land of an adjective: the Varian ministry is that of Varia."""
    return word.removesuffix("n") if word.endswith(("ian", "ean")) and len(word) > 5 else word


def parts_of(name: str) -> list[list[str]]:
    plain = re.sub(r"\s*\(unnamed[^)]*\)?", "", name)
    found = []
    for part in re.split(r"\s(?:of|for)\s", plain):
        words = [w for w in (fold(w) for w in re.findall(r"[^\W_][\w'’]*", part)) if w]
        for long, short in _LONG_NAMES:
            if tuple(words[:2]) == long:
                words[:2] = short
        found.append(words)
    return found
