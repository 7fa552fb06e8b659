"""Points from each figure to the words that may name its giver, with the chance that they do."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.models.encoder import Encoder
from firsthand.models.givers import GiverNetwork, Pointing
from firsthand.models.words import Words
from firsthand.records import Document, GiverMark, Quantity, Span

LEAST = 0.01  # of a word's chance that is looked at
GAP = 3  # words between two of one phrase
MOST = 4  # phrases a figure


@dataclass(frozen=True, slots=True)
class GiverFinder:
    """Finds giver marks in a document; built once by `load()`, then called like a function."""

    encoder: Encoder
    network: GiverNetwork

    @classmethod
    def load(cls) -> GiverFinder:
        """Gives a finder whose weights were checked; raises ModelDamaged."""
        return cls(Encoder.load(), GiverNetwork.load())

    def __call__(self, document: Document, quantities: Sequence[Quantity]) -> tuple[GiverMark, ...]:
        """Gives the marks of every figure, figures in text order, the likeliest mark of each first."""
        if not quantities:
            return ()
        encoding = self.encoder(document.text)
        words = encoding.words
        asked = [(q, at) for q in quantities if (at := _words_in(words, q.span))[0] < at[1]]
        asked.sort(key=lambda each: each[1])
        pointings = self.network(encoding, [at for _, at in asked])
        return tuple(
            mark
            for (quantity, _), pointing in zip(asked, pointings, strict=True)
            for mark in marks_of(quantity, words, pointing)
        )


def marks_of(quantity: Quantity, words: Words, pointing: Pointing) -> list[GiverMark]:
    """Gives the phrases that a figure points at, the likeliest first: words of one sentence with at most GAP others between them."""
    found = []
    for run in _runs(words, pointing):
        top = max(run, key=lambda each: (each[1], -each[0]))[0]
        start, end = words.spans[run[0][0]][0], words.spans[run[-1][0]][1]
        chance = sum(chance for _, chance in run)
        found.append(
            GiverMark(quantity=quantity.id, words=Span(start, end), top=Span(*words.spans[top]), chance=chance)
        )
    return sorted(found, key=lambda mark: (-mark.chance, mark.words))[:MOST]


def _runs(words: Words, pointing: Pointing) -> Iterator[list[tuple[int, float]]]:
    """Yields the likely words of one phrase, each with its chance."""
    likely = pointing.chances >= LEAST
    run: list[tuple[int, float]] = []
    for word, chance in zip(pointing.seen[likely].tolist(), pointing.chances[likely].tolist(), strict=True):
        if run and (word - run[-1][0] > GAP + 1 or _sentence(words, word) != _sentence(words, run[-1][0])):
            yield run
            run = []
        run.append((word, chance))
    if run:
        yield run


def _sentence(words: Words, word: int) -> int:
    return bisect_right(words.sentences, word)


def _words_in(words: Words, span: Span) -> tuple[int, int]:
    return bisect_right(words.spans, span.start, key=lambda s: s[1]), bisect_left(words.spans, span.end, key=lambda s: s[0])  # fmt: skip
