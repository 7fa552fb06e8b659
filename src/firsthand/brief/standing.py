"""What a release is to the others of its series, in a word: the same word in the terminal, on the page and in the chart."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.records import SYMMETRIC, Judgement

STANDINGS = {"disputes": "disputed", "denies": "denial", "corrects": "correction", "updates": "update"}
_ORDER = tuple(STANDINGS.values())


def standings(judgements: Iterable[Judgement]) -> dict[str, tuple[str, ...]]:
    """Gives the words for each release that has any; a directed relation marks its subject, a symmetric one both."""
    found: dict[str, set[str]] = {}
    for judgement in judgements:
        word = STANDINGS.get(judgement.relation) if judgement.about == "origin" else None
        if word:
            sides = (judgement.subject, judgement.object) if judgement.relation in SYMMETRIC else (judgement.subject,)
            for side in sides:
                found.setdefault(side, set()).add(word)
    return {release: tuple(sorted(words, key=_ORDER.index)) for release, words in found.items()}
