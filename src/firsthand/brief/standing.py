"""What a release is to the others of its series: the same words in the terminal, on the page and in the chart, and to whom they refer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from firsthand.records import SYMMETRIC, Judgement, Release

STANDINGS = {"disputes": "disputed", "denies": "denial", "corrects": "correction", "updates": "update"}
_TO_WHOM = {"disputed": "disputed: against {}", "denial": "denial of {}", "correction": "correction of {}"}
_ORDER = tuple(STANDINGS.values())
TOLD_AGAIN = "an earlier figure, told again"


@dataclass(frozen=True, slots=True)
class Stance:
    """One word about a release, and the releases it refers to, or the words of the page that say so."""

    word: str
    others: tuple[Release, ...] = ()
    words: str = ""

    @property
    def text(self) -> str:
        """Gives the word with everybody it refers to, figure and giver; an update is of the line it stands in, and names nobody.

        >>> Stance("disputed", ()).text
        'disputed'
        """
        if self.words:
            return f"{self.word}: “{self.words}”"
        named = "; ".join(f"{other.shown}, {other.giver}" for other in self.others)
        return _TO_WHOM.get(self.word, self.word).format(named) if named else self.word


def stances(judgements: Iterable[Judgement], releases: Mapping[str, Release]) -> dict[str, tuple[Stance, ...]]:
    """Gives for each release what it is to which others; a directed relation marks its subject, a symmetric one both. What pages only
    tell again as an earlier figure says so."""
    found: dict[str, dict[str, set[str]]] = {}
    for judgement in judgements:
        word = STANDINGS.get(judgement.relation) if judgement.about == "origin" else None
        if word:
            found.setdefault(judgement.subject, {}).setdefault(word, set()).add(judgement.object)
            if judgement.relation in SYMMETRIC:
                found.setdefault(judgement.object, {}).setdefault(word, set()).add(judgement.subject)
    place = {identity: number for number, identity in enumerate(releases)}
    again = {r.id: (Stance(TOLD_AGAIN, words=r.told_again),) for r in releases.values() if r.told_again}
    return again | {
        release: again.get(release, ())
        + tuple(
            Stance(word, tuple(releases[o] for o in sorted(words[word] & place.keys(), key=place.__getitem__)))
            for word in _ORDER
            if word in words
        )
        for release, words in found.items()
    }


def standings(judgements: Iterable[Judgement], releases: Mapping[str, Release]) -> dict[str, tuple[str, ...]]:
    """Gives the stances of each release in words."""
    return {release: tuple(stance.text for stance in own) for release, own in stances(judgements, releases).items()}


def wholes(judgements: Iterable[Judgement], releases: Mapping[str, Release]) -> dict[str, Release]:
    """Gives for each release that a page calls a part of another of these the one it is a part of."""
    found = [j for j in judgements if j.about == "origin" and j.relation == "part of" and {j.subject, j.object} <= releases.keys()]  # fmt: skip
    return {j.subject: releases[j.object] for j in sorted(found, key=lambda j: j.id)}


def superseded(judgements: Iterable[Judgement]) -> set[str]:
    """Gives the releases that another corrects: what was put right is nobody's newest figure."""
    return {
        judgement.object for judgement in judgements if judgement.about == "origin" and judgement.relation == "corrects"
    }
