"""Wordings side by side: the words two texts share, and those that only one of them has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from firsthand.reconcile.shingles import Run, profile_of, shared_runs

_WORD = re.compile(r"\s*\S+")
_LETTERS = re.compile(r"\W+")
_ALIKE = 0.4  # share of words in common below which two wordings are not compared: marks on every word tell nothing
_TAIL = 3  # equal words behind a changed one that still belong to a passage
LONGEST = 4000  # words of a text that are compared word by word


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words: of both texts ("same"), of the first alone ("gone"), or of the second alone ("new")."""

    kind: Literal["same", "gone", "new"]
    text: str


def differing(before: str, after: str) -> tuple[Piece, ...]:
    """Gives the second text with the words it does not share marked, and those of the first that it dropped in their places.

    >>> [(p.kind, p.text) for p in differing("seven people died", "seven people were killed")]
    [('same', 'seven people'), ('gone', ' died'), ('new', ' were killed')]
    """
    left, right = _WORD.findall(before), _WORD.findall(after)
    if max(len(left), len(right)) > LONGEST:
        return (Piece("new", after),)
    pieces = []
    for tag, a, b, c, d in _matcher(left, right).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(right[c:d])))
            continue
        pieces += [Piece("gone", "".join(left[a:b]))] if b > a else []
        pieces += [Piece("new", "".join(right[c:d]))] if d > c else []
    return tuple(pieces)


def closest(words: str, earlier: Sequence[str]) -> str | None:
    """Gives the one of the earlier wordings that shares most words with this one; None when none shares enough to be compared."""
    scored = [
        (_matcher(_WORD.findall(each), _WORD.findall(words)).ratio(), -place, each)
        for place, each in enumerate(earlier)
    ]
    best = max(scored, default=(0.0, 0, ""))
    return best[2] if best[0] >= _ALIKE else None


def _matcher(left: Sequence[str], right: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [_fold(w) for w in left], [_fold(w) for w in right], autojunk=False)


def _fold(word: str) -> str:
    return _LETTERS.sub("", word).casefold()  # "" for a dash or a stop: marks alone are no other words


def folded(words: str) -> str:
    """Gives words without case and punctuation: equal for wordings that are one.

    >>> folded("“Seven” people, he said") == folded("Seven people he said")
    True
    """
    return " ".join(_fold(word) for word in words.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of words that stands in two texts: code points in each, and how many words."""

    mine: tuple[int, int]
    theirs: tuple[int, int]
    words: int


def passages(mine: str, theirs: str, least: int = 8) -> tuple[Passage, ...]:
    """Gives the stretches of at least so many words that the first text shares with the second, in the first one's order.

    Stretches that follow one another in both texts with at most two other words between are one passage with a small change in it;
    so are a few equal words beyond such a change at its ends.
    """
    left, right = profile_of(mine), profile_of(theirs)
    ours, others = left.words.tolist(), right.words.tolist()

    def reach(run: Run) -> Passage:
        last, other = run.left + run.length - 1, run.right + run.length - 1
        return Passage(
            mine=(int(left.starts[run.left]), int(left.ends[last])), theirs=(int(right.starts[run.right]), int(right.ends[other])), words=run.length,
        )  # fmt: skip

    return tuple(
        reach(run)
        for run in _joined([_reaching(each, ours, others) for each in shared_runs(left, right)])
        if run.length >= least
    )


def _reaching(run: Run, ours: Sequence[int], others: Sequence[int]) -> Run:
    """Gives a run with the equal words behind one changed word at its end (three at least)."""
    i, j = run.left + run.length + 1, run.right + run.length + 1
    more = 0
    while i + more < len(ours) and j + more < len(others) and ours[i + more] == others[j + more]:
        more += 1
    return Run(run.left, run.right, run.length + 1 + more) if more >= _TAIL else run


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Gives the runs, none overlapping, with those joined that have the same one or two words' place between them in both texts."""
    kept: list[Run] = []
    for run in runs:
        last = kept[-1] if kept else None
        gap = run.left - (last.left + last.length) if last else 99
        if gap < 0 and last is not None:  # reached over already
            run = Run(run.left - gap, run.right - gap, run.length + gap)
            gap = 0
        if run.length <= 0:
            continue
        if last is not None and 0 <= gap <= 2 and run.right - (last.right + last.length) == gap:
            kept[-1] = Run(last.left, last.right, run.left + run.length - last.left)
        else:
            kept.append(run)
    return kept
