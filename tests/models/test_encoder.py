"""The network's eyes: words with their features, windows, and one reading of a text for all rooms."""

from __future__ import annotations

import numpy as np
import pytest

from firsthand.models.encoder import WINDOW, Encoder, cut
from firsthand.models.words import CLOSES, INSIDE, OPENS, OUTSIDE, words_of


def test_quotation_states_start_anew_with_every_line() -> None:
    """A mark that nobody closed ends with its line; a straight mark opens or closes by its blanks."""
    words = words_of('"one\n two "three" four')
    states = {words.of(i): int(words.features[i, 2]) for i in range(len(words))}
    assert (states["one"], states["two"], states["three"], states["four"]) == (INSIDE, OUTSIDE, INSIDE, OUTSIDE)
    assert [int(s) for s in words.features[:, 2] if s in (OPENS, CLOSES)] == [OPENS, OPENS, CLOSES]


@pytest.mark.parametrize("sentence", [3, 11, 40, 1000])
def test_windows_hold_every_word_once(sentence: int) -> None:
    """Windows follow one another without gap, end with a sentence where one ends in reach, and are never too long."""
    first = np.arange(0, 2001, 2)
    starts = list(range(0, 1000, sentence))
    windows = cut(first, starts, [0])
    assert [w for start, end in windows for w in range(start, end)] == list(range(1000))
    assert all(first[end] - first[start] <= WINDOW for start, end in windows)
    assert sentence > WINDOW / 2 or all(start in starts for start, _ in windows)


def test_windows_are_rather_cut_between_paragraphs() -> None:
    """Of two sentence starts the one that begins a paragraph is taken, unless it lies far from the length aimed at."""
    first = np.arange(0, 401)
    assert cut(first, [0, 175, 200, 300], [0, 175])[0] == (0, 175)
    assert cut(first, [0, 100, 200, 300], [0, 100])[0] == (0, 200)


def test_no_sentence_ends_after_a_title_or_an_initial() -> None:
    """A stop that shortens a word is no end; the stop of the sentence is."""
    words = words_of("“We waited,” Mr. Quist said. Ms. Teller, of J. Norn and Sons, left.")
    assert [words.of(start) for start in words.sentences] == ["“", "Ms"]


def test_a_text_is_read_once_for_all_rooms() -> None:
    """The same text gives the same object until another text was read, and the same scores then."""
    encoder = Encoder.load()
    text = "The dyke held, said Mona Teller. Nobody had asked the engineer Ivar Quist."
    one = encoder(text)
    assert encoder(text) is one
    encoder("Another text.")
    again = encoder(text)
    assert again is not one and np.array_equal(again.labels, one.labels) and again.tags == one.tags


def test_every_word_has_its_scores() -> None:
    """Labels are log-probabilities; tags and names are words of the heads' lists; an empty text has none."""
    encoder = Encoder.load()
    encoding = encoder("Ivar Quist of Oslo said no. " * 60)
    count = len(encoding.words)
    assert encoding.labels.shape == (count, 13) and len(encoding.tags) == len(encoding.names) == count
    assert np.allclose(np.exp(encoding.labels).sum(axis=1), 1, atol=1e-3)
    assert encoder("").tags == ()
