"""The one network that reads a text: for every word the scores of attribution labels, of its cue, of its tag and of a name.

The parser takes tags and names from it, the attribution layer labels and arcs; a text is read once for both.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

import numpy as np
import numpy.typing as npt

from firsthand.models.sessions import session_of, tokenizer_of
from firsthand.models.store import verified_folder
from firsthand.models.words import IntArray, Words, words_of

FloatArray = npt.NDArray[np.float32]

WINDOW = 254  # wordpieces that are read at a time, [CLS] and [SEP] not counted
PARAGRAPH = 40  # wordpieces
_BEGIN, _END, _UNKNOWN = 101, 102, 100
_CACHE_LIMIT = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """The words `start:end`, seen at once. `arcs[w - start]` has, for word w, the log-probability of no cue here and of each word."""

    start: int
    end: int
    arcs: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Encoding:
    """What the network says of a text: `labels` log-probabilities (words, 13), `tags` and `names` the best of each word; `states` (words, 768)
    what its fourth and its last layer make of each, for heads that were trained later."""

    words: Words
    labels: FloatArray
    windows: tuple[Window, ...]
    tags: tuple[str, ...]
    names: tuple[str, ...]
    states: FloatArray


@dataclass(slots=True)
class Encoder:
    """Reads texts. One thread and one window a batch: the same text always gives the same scores.

    `tags` and `names` are the heads' labels; `confidence` weighs the facts that a probability is made from; `pieces` is a cache.
    """

    session: Any
    tokenizer: Any
    tags: list[str]
    names: list[str]
    confidence: dict[str, float]
    pieces: dict[str, list[int]] = field(default_factory=dict)
    last: Encoding | None = None

    @classmethod
    def load(cls) -> Encoder:
        """Gives the process's one encoder, its files checked; raises ModelDamaged."""
        return _loaded()

    def __call__(self, text: str) -> Encoding:
        """Gives the encoding of a text; the last one is kept, since the rooms ask for the same text one after another."""
        if self.last is None or self.last.words.text != text:
            self.last = self._encoded(words_of(text))
        return self.last

    def _encoded(self, words: Words) -> Encoding:
        pieces = [self._pieces(words.of(index)) for index in range(len(words))]
        first = np.cumsum([0, *map(len, pieces)])
        flat = np.array([piece for word in pieces for piece in word], dtype=np.int64)
        found = [
            self._window(words, flat, first, start, end) for start, end in cut(first, words.sentences, words.paragraphs)
        ]
        labels, states = _joined([window[0] for window in found]), _joined([window[4] for window in found])
        windows = tuple(window[1] for window in found)
        tags = tuple(self.tags[best] for window in found for best in window[2])
        names = tuple(self.names[best] for window in found for best in window[3])
        return Encoding(words, labels, windows, tags, names, states)

    def _pieces(self, word: str) -> list[int]:
        known = self.pieces.get(word)
        if known is None:
            if len(self.pieces) > _CACHE_LIMIT:
                self.pieces.clear()
            known = self.tokenizer.encode(word, add_special_tokens=False).ids or [_UNKNOWN]
            known = self.pieces[word] = known[:WINDOW]
        return known

    def _window(
        self, words: Words, flat: IntArray, first: IntArray, start: int, end: int
    ) -> tuple[FloatArray, Window, list[int], list[int], FloatArray]:
        low, high = first[start], first[end]
        ids = np.concatenate(([_BEGIN], flat[low:high], [_END]))[None]
        features = np.zeros((1, ids.shape[1], 3), dtype=np.int64)
        features[0, 1:-1] = np.repeat(words.features[start:end], np.diff(first[start : end + 1]), axis=0)
        inputs = {"ids": ids, "features": features, "first": (first[start:end] - low + 1)[None]}
        labels, arcs, tags, names, states = self.session.run(["label", "arc", "tag", "name", "states"], inputs)
        return labels, Window(start, end, arcs), tags.argmax(axis=1).tolist(), names.argmax(axis=1).tolist(), states


def _joined(parts: list[FloatArray]) -> FloatArray:
    return np.concatenate(parts) if parts else np.zeros((0, 1), dtype=np.float32)


@lru_cache(maxsize=1)
def _loaded() -> Encoder:
    folder = verified_folder("attribution")
    heads = json.loads((folder / "heads.json").read_text(encoding="utf-8"))
    return Encoder(session_of(folder), tokenizer_of(folder), heads["tags"], heads["names"], heads.get("confidence", {}))


def cut(first: IntArray, sentences: list[int], paragraphs: list[int]) -> list[tuple[int, int]]:
    """Gives the word ranges of windows that hold whole sentences; `first[i]` counts the wordpieces before word i.

    A text is cut into as many windows as it needs, of about the same length, rather between paragraphs than within one: a speaker is
    seldom named in another paragraph. A sentence too long for one window is cut where it is full.

    >>> cut(np.arange(301), [0, 40, 100, 160, 220, 280], [0])
    [(0, 160), (160, 300)]
    >>> cut(np.arange(301), [0, 40, 100, 160, 220, 280], [0, 100])
    [(0, 100), (100, 300)]
    """
    total, begin, found = len(first) - 1, 0, []
    whole = frozenset(paragraphs)
    while begin < total:
        left = int(first[total] - first[begin])
        aim = -(-left // -(-left // WINDOW))
        full = max(int(np.searchsorted(first, first[begin] + WINDOW, side="right")) - 1, begin + 1)
        breaks = [start for start in sentences if begin < start <= full]
        end = total if full >= total else min(breaks, key=partial(_miss, first, begin, aim, whole), default=full)
        found.append((begin, end))
        begin = end
    return found


def _miss(first: IntArray, begin: int, aim: int, paragraphs: frozenset[int], at: int) -> int:
    """Gives how far a cut is from the length aimed at; between paragraphs it may be PARAGRAPH wordpieces farther."""
    return abs(int(first[at] - first[begin]) - aim) - (PARAGRAPH if at in paragraphs else 0)
