"""The head that points from a number to the words that name who gives it: a small network on what the reading network makes of each word.

It sees the states of the words, where they stand on the page, and which of them are numbers. For each number it gives the chances of
every word, of the page itself, and of somebody unnamed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from firsthand.models.encoder import Encoding
from firsthand.models.sessions import session_of
from firsthand.models.store import verified_folder
from firsthand.models.words import IntArray

FloatArray = npt.NDArray[np.float32]
Range = tuple[int, int]

HEAD = 60  # words at the top of a page that are always seen: who issues it
BEFORE, STRETCH, AFTER = 220, 120, 60  # words seen with the numbers of one stretch
PARAGRAPHS, SENTENCES = 11, 5  # the last places told apart
APART = (6, 7, 12)  # the farthest steps apart: paragraphs, sentences, words
TOP = 2  # paragraphs that are the head of a page
PAGE, UNNAMED = 0, 1


@dataclass(frozen=True, slots=True, eq=False)
class Pointing:
    """Who gives one number: the chance of the page itself, of somebody unnamed, and of each word that was `seen` (ascending) to name him.

    Only the words seen are held: a long page has thousands of numbers, and tens of thousands of words.
    """

    page: float
    unnamed: float
    seen: IntArray
    chances: FloatArray


@dataclass(frozen=True, slots=True)
class GiverNetwork:
    """Points from numbers to their givers."""

    session: Any

    @classmethod
    def load(cls) -> GiverNetwork:
        """Gives the process's one network, its files checked; raises ModelDamaged."""
        return _loaded()

    def __call__(self, encoding: Encoding, numbers: Sequence[Range]) -> list[Pointing]:
        """Gives the pointing of each number; `numbers` are word ranges of the encoded text, in text order."""
        found = []
        for seen, here in stretches(len(encoding.words), numbers):
            inputs = inputs_of(encoding, seen, numbers, here)
            (chances,) = self.session.run(["chances"], inputs)
            for row in np.exp(chances):
                found.append(Pointing(float(row[PAGE]), float(row[UNNAMED]), seen, row[2:]))
        return found


@lru_cache(maxsize=1)
def _loaded() -> GiverNetwork:
    return GiverNetwork(session_of(verified_folder("givers")))


def stretches(words: int, numbers: Sequence[Range]) -> Iterator[tuple[IntArray, list[Range]]]:
    """Yields the words that are seen at once, and the numbers that are asked there: a short page is one stretch."""
    at = 0
    while at < len(numbers):
        start = numbers[at][0]
        limit = words if words <= HEAD + BEFORE + STRETCH + AFTER else start + STRETCH
        here = [n for n in numbers[at:] if n[0] < limit]
        low, high = (0, words) if limit == words else (max(start - BEFORE, 0), limit + AFTER)
        yield np.array([*range(min(HEAD, low)), *range(low, min(high, words))], dtype=np.int64), here
        at += len(here)


def inputs_of(encoding: Encoding, seen: IntArray, numbers: Sequence[Range], asked: Sequence[Range]) -> dict[str, Any]:
    """Gives what the network is given of the words seen: states, places, the asked numbers' first words, and how far apart all stand."""
    words = encoding.words
    paragraph, sentence = (_counted(len(words), starts) for starts in (words.paragraphs, words.sentences))
    begins = np.array([sentence[start] for start in words.paragraphs] or [0])
    is_number = np.zeros(len(words), dtype=np.int64)
    for start, end in numbers:
        is_number[start:end] = 1
    within = sentence - begins[np.maximum(paragraph - 1, 0)]
    places = np.stack(
        [np.minimum(paragraph, PARAGRAPHS), np.clip(within, 0, SENTENCES), words.features[:, 0], is_number], axis=1
    )
    where = {int(word): i for i, word in enumerate(seen)}
    firsts = np.array([start for start, _ in asked], dtype=np.int64)
    steps = (paragraph, sentence, np.arange(len(words)))
    apart = [
        _bucket(each[seen][None, :] - each[firsts][:, None], far, is_log=each is steps[2])
        for each, far in zip(steps, APART, strict=True)
    ]
    return {
        "states": encoding.states[seen], "places": places[seen], "at": np.array([where[int(w)] for w in firsts], dtype=np.int64),
        "apart": np.stack(apart), "at_head": (paragraph[seen] <= TOP).astype(np.int64),
    }  # fmt: skip


def _counted(words: int, starts: Sequence[int]) -> IntArray:
    """Gives for each word how many of these starts there are up to it."""
    marks = np.zeros(words, dtype=np.int64)
    marks[list(starts)] = 1
    return np.cumsum(marks)


def _bucket(steps: IntArray, far: int, *, is_log: bool) -> IntArray:
    if is_log:
        steps = (np.sign(steps) * np.round(np.log2(np.abs(steps) + 1) * 1.5)).astype(np.int64)
    return np.clip(steps, -far, far) + far
