"""The attribution network at work: windows of whole sentences go in, label and arc scores for every word come out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from firsthand.annotate.attribution.words import IntArray, Words
from firsthand.models import verified_folder

FloatArray = npt.NDArray[np.float32]

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
CENTRE, CONTEXT = 160, 20  # wordpieces a window owns, and those it may see on each side
_BEGIN, _END, _UNKNOWN = 101, 102, 100
_CACHE_LIMIT = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """A stretch of words seen at once. It owns `own_start:own_end`; `arcs[w - start]` scores, for word w, no cue and each word of it."""

    start: int
    own_start: int
    own_end: int
    end: int
    arcs: FloatArray


@dataclass(slots=True)
class Network:
    """The session and the tokenizer. One thread and one window a batch: the same text always gives the same scores."""

    session: Any
    tokenizer: Any
    pieces: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def load(cls) -> Network:
        """Gives a network whose files were checked; raises ModelDamaged."""
        import onnxruntime
        from tokenizers import Tokenizer

        folder = verified_folder("attribution")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(session, tokenizer)

    def __call__(self, words: Words) -> tuple[FloatArray, list[Window]]:
        """Gives the log-probabilities of the seven labels a word, and the windows with their log arc scores."""
        pieces = [self._pieces(words.of(index)) for index in range(len(words))]
        first = np.cumsum([0, *map(len, pieces)])
        flat = np.array([piece for word in pieces for piece in word], dtype=np.int64)
        labels = np.zeros((len(words), len(LABELS)), dtype=np.float32)
        windows = []
        for start, own_start, own_end, end in cut(first, words.sentences):
            scores, arcs = self._run(words, flat, first, start, end)
            labels[own_start:own_end] = scores[own_start - start : own_end - start]
            windows.append(Window(start, own_start, own_end, end, arcs))
        return labels, windows

    def _pieces(self, word: str) -> list[int]:
        known = self.pieces.get(word)
        if known is None:
            if len(self.pieces) > _CACHE_LIMIT:
                self.pieces.clear()
            known = self.tokenizer.encode(word, add_special_tokens=False).ids or [_UNKNOWN]
            self.pieces[word] = known
        return known

    def _run(
        self, words: Words, flat: IntArray, first: IntArray, start: int, end: int
    ) -> tuple[FloatArray, FloatArray]:
        low, high = first[start], first[end]
        ids = np.concatenate(([_BEGIN], flat[low:high], [_END]))[None]
        features = np.zeros((1, ids.shape[1], 3), dtype=np.int64)
        features[0, 1:-1] = np.repeat(words.features[start:end], np.diff(first[start : end + 1]), axis=0)
        inputs = {"ids": ids, "mask": np.ones_like(ids), "feats": features, "pos": (first[start:end] - low + 1)[None]}
        labels, arcs = self.session.run(["lab", "arc"], inputs)
        return _log_softmax(labels[0]), _log_softmax(arcs[0])


def cut(first: IntArray, sentences: list[int]) -> list[tuple[int, int, int, int]]:
    """Gives (start, own start, own end, end) of windows that own whole sentences and see a little of what is around them.

    `first[i]` counts the wordpieces before word i. A sentence too long for a window is cut where the window is full.
    """
    total, owned, begin = len(first) - 1, [], 0
    while begin < total:
        full = int(np.searchsorted(first, first[begin] + CENTRE, side="right")) - 1
        full = max(full, begin + 1)
        breaks = [start for start in sentences if begin < start <= full]
        end = total if full >= total else breaks[-1] if breaks else full
        owned.append((begin, end))
        begin = end
    return [(_back(first, a), a, b, _ahead(first, b)) for a, b in owned]


def _back(first: IntArray, word: int) -> int:
    return int(np.searchsorted(first, first[word] - CONTEXT, side="left"))


def _ahead(first: IntArray, word: int) -> int:
    return int(np.searchsorted(first, first[word] + CONTEXT, side="right")) - 1


def _log_softmax(scores: FloatArray) -> FloatArray:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    normalised: FloatArray = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return normalised
