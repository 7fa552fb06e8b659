"""Words and overlapping runs of words: how much of one text stands in another.

A copy keeps its runs of words through new headlines, datelines and cuts; a rewrite does not. Containment is asymmetric
on purpose: an abridged copy lies wholly inside its source while the source holds much that the copy dropped.

Texts are worked on as arrays of code points, never word by word. Every number is the same on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.uint64]
    Places = npt.NDArray[np.int64]
    Codes = npt.NDArray[np.uint32]
    Flags = npt.NDArray[np.bool_]

SIZE = 5
_APOSTROPHE, _CURLED = 0x27, 0x2019
_COMMON = 0x2100  # code points of European scripts and of punctuation; others are looked at one by one
_BASE = 0x9E3779B97F4A7C15  # odd, so that it can be divided by
_STEP = 0xD6E8FEB86659FD93
_SPREAD = 0xBF58476D1CE4E5B9


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """A text made ready for comparison: where its words start and end (code points), a number a word, a number a run of five words in
    text order, and each different one of these (`values`, sorted) with the run where it first stands (`first`); `which` leads back. `again`
    says for each run whether it stands in the text more than once; None where none does."""

    starts: Places
    ends: Places
    words: Numbers
    order: Numbers
    values: Numbers
    first: Places
    which: Places
    again: Flags | None


class Run(NamedTuple):
    """A stretch of words that two texts share: word indexes in each, and how many words."""

    left: int
    right: int
    length: int


def profile_of(text: str) -> Profile:
    """Gives the words and shingles of a text, counted once for all comparisons.

    >>> profile = profile_of("Two ferries, one crew")
    >>> profile.starts.tolist(), profile.ends.tolist()
    ([0, 4, 13, 17], [3, 11, 16, 21])
    """
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    starts, ends, folded = _words(codes)
    words = _numbers(folded, starts, ends)
    order = _shingles(words)
    by_value = order.argsort()
    ranked = order.take(by_value)
    differs = np.ones(len(ranked), dtype=bool)
    differs[1:] = ranked[1:] != ranked[:-1]
    which = np.empty(len(order), dtype=np.int64)
    which[by_value] = differs.cumsum() - 1
    heads = differs.nonzero()[0]
    if len(heads) == len(order):
        return Profile(starts, ends, words, order, ranked, by_value, which, None)
    again = np.diff(heads, append=len(order)) > 1
    return Profile(starts, ends, words, order, ranked[heads], np.minimum.reduceat(by_value, heads), which, again[which])


def shared(left: Profile, right: Profile) -> tuple[int, Places]:
    """Gives how many different shingles two texts share, and for each of the left one's values its first place in the right one (-1: none)."""
    import numpy as np

    if not len(right.values):
        return 0, np.full(len(left.values), -1, dtype=np.int64)
    at = np.minimum(np.searchsorted(right.values, left.values), len(right.values) - 1)
    found = right.values[at] == left.values
    return int(np.count_nonzero(found)), np.where(found, right.first[at], -1)


def shared_runs(left: Profile, right: Profile, least: int = SIZE) -> list[Run]:
    """Gives the longest shared stretches of at least so many words, in the order of the left text, none overlapping there.

    >>> shared_runs(profile_of("x a b c d e y"), profile_of("a b c d e z"))
    [Run(left=1, right=0, length=5)]
    """
    return runs_of(shared(left, right)[1], left, right, least)


def runs_of(places: Places, left: Profile, right: Profile, least: int = SIZE) -> list[Run]:
    """Gives the runs of what `shared` found."""
    import numpy as np

    place = _followed(places.take(left.which), left, right)
    kept = (place >= 0).nonzero()[0]
    if not len(kept):
        return []
    there = place.take(kept)
    heads = np.ones(len(kept), dtype=bool)
    heads[1:] = (kept[1:] - kept[:-1] != 1) | (there[1:] - there[:-1] != 1)
    starts = heads.nonzero()[0]
    lengths = np.empty(len(starts), dtype=np.int64)
    lengths[:-1] = starts[1:] - starts[:-1]
    lengths[-1] = len(kept) - starts[-1]
    lengths += SIZE - 1
    enough = lengths >= least
    starts, lengths = starts[enough], lengths[enough]
    runs: list[Run] = []
    end = 0
    for i, j, n in zip(kept.take(starts).tolist(), there.take(starts).tolist(), lengths.tolist(), strict=True):
        skip = max(0, end - i)  # words of the run before: one shingle reaches into the next run
        if n - skip >= least:
            runs.append(Run(i + skip, j + skip, n - skip))
            end = i + n
    return runs


def _followed(place: Places, left: Profile, right: Profile) -> Places:
    """Gives the places with those of repeated shingles put where the run before them goes on."""
    if right.again is None:
        return place
    repeated = (place >= 0) & right.again.take(place)
    place = place.copy()
    for i in repeated.nonzero()[0].tolist():
        if not i:
            continue
        follows = int(place[i - 1]) + 1
        if 0 < follows < len(right.order) and right.order[follows] == left.order[i]:
            place[i] = follows
    return place


def _words(codes: Codes) -> tuple[Places, Places, Codes]:
    """Gives where words start and end, and the letters in lower case; an apostrophe between letters is part of its word."""
    import numpy as np

    kind, lower = _letters()
    plain = np.minimum(codes, _COMMON - 1)
    inside, folded = kind.take(plain), lower.take(plain)
    others = codes >= _COMMON
    if others.any():
        found, which = np.unique(codes[others], return_inverse=True)
        letters = [chr(code) for code in found.tolist()]
        inside[others] = np.array([c.isalnum() for c in letters])[which.reshape(-1)]
        folded[others] = np.array([_folded(c) for c in letters], dtype=np.uint32)[which.reshape(-1)]
    if len(codes) > 2:
        between = (folded[1:-1] == _APOSTROPHE) & inside[:-2] & inside[2:]
        inside[1:-1] |= between
    padded = np.zeros(len(inside) + 2, dtype=bool)
    padded[1:-1] = inside
    edges = (padded[1:] != padded[:-1]).nonzero()[0]
    return edges[::2], edges[1::2], folded


def _folded(letter: str) -> int:
    small = letter.lower()
    return _APOSTROPHE if ord(letter) == _CURLED else ord(small) if len(small) == 1 else ord(letter)


@lru_cache(maxsize=1)
def _letters() -> tuple[Flags, Codes]:
    """Gives for the common code points whether they stand in words, and their lower case."""
    import numpy as np

    letters = [chr(code) for code in range(_COMMON)]
    return np.array([c.isalnum() or c == "_" for c in letters]), np.array([_folded(c) for c in letters], np.uint32)


def _numbers(codes: Codes, starts: Places, ends: Places) -> Numbers:
    """Gives a number for each word: its letters as digits to one base, all words at once by differences of a running sum."""
    import numpy as np

    powers, inverses = _powers(max(16, (len(codes) + 1).bit_length()))
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(codes * powers[: len(codes)], out=sums[1:])
    return _spread((sums.take(ends) - sums.take(starts)) * inverses.take(starts))


def _shingles(words: Numbers) -> Numbers:
    """Gives a number for every run of five words, in text order."""
    import numpy as np

    runs = max(0, len(words) - SIZE + 1)
    total = np.zeros(runs, dtype=np.uint64)
    for k in range(SIZE):
        total = total * np.uint64(_STEP) + words[k : k + runs]
    return _spread(total)


def _spread(numbers: Numbers) -> Numbers:
    """Gives numbers whose low bits hang on all bits of these."""
    import numpy as np

    mixed = (numbers ^ (numbers >> np.uint64(31))) * np.uint64(_SPREAD)
    return mixed ^ (mixed >> np.uint64(29))


@lru_cache(maxsize=8)
def _powers(bits: int) -> tuple[Numbers, Numbers]:
    """Gives the first 2**bits powers of the base, and of its inverse, modulo 2**64."""
    return _powers_of(_BASE, bits), _powers_of(pow(_BASE, -1, 1 << 64), bits)


def _powers_of(base: int, bits: int) -> Numbers:
    import numpy as np

    found = np.ones(1, dtype=np.uint64)
    for k in range(bits):
        found = np.concatenate((found, found * np.uint64(pow(base, 1 << k, 1 << 64))))
    return found
