"""Marks of givers: the words a figure points at, as spans of the text."""

from __future__ import annotations

import numpy as np

from firsthand.annotate.giver import GiverFinder
from firsthand.annotate.giver.finder import marks_of
from firsthand.annotate.quantity import find_quantities
from firsthand.models.givers import Pointing
from firsthand.models.words import words_of
from firsthand.parse import Parser
from tests.claims.conftest import article_of

TEXT = "Brask quay fire\n\nThe fire service of Brask has its own numbers. Nine sheds burnt down."


def test_words_of_one_phrase_are_one_mark() -> None:
    """neighbours make one mark with the sum of their chances; words of another sentence make another; the likeliest is first"""
    text = TEXT.replace("\n\n", " ")
    document = Parser.load()(article_of(text))
    (quantity,) = find_quantities(document)
    words = words_of(text)
    chances = np.zeros(len(words), dtype=np.float32)
    where = [words.of(i) for i in range(len(words))]
    for word, chance in (("fire", 0.1), ("service", 0.4), ("of", 0.1), ("sheds", 0.2)):
        chances[len(where) - 1 - where[::-1].index(word)] = chance
    first, second = marks_of(
        quantity, words, Pointing(page=0.2, unnamed=0.0, seen=np.arange(len(words)), chances=chances)
    )
    assert first.words.of(text) == "fire service of" and first.top.of(text) == "service"
    assert round(first.chance, 3) == 0.6 and second.words.of(text) == "sheds" and first.quantity == quantity.id


def test_every_figure_is_asked() -> None:
    """figures in text order, at most four marks each, chances between nothing and one"""
    document = Parser.load()(article_of(TEXT))
    quantities = find_quantities(document)
    marks = GiverFinder.load()(document, quantities)
    assert {m.quantity for m in marks} <= {q.id for q in quantities} and len(marks) <= 4 * len(quantities)
    assert all(0 < m.chance <= 1.001 and m.words.contains(m.top) for m in marks)
    assert GiverFinder.load()(document, ()) == ()
