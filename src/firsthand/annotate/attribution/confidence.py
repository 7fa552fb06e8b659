"""How sure the tagger is: the probability that an attribution is right, and what it saw in each word.

The probability comes from four facts about the label scores, weighed by a logistic curve that was fitted on articles kept apart from
training (`training/attribution/calibrate.py`); "right" means that a person's reading shares half of the content and a word of the source.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from firsthand.annotate.attribution.group import ROLES, Group, Piece
from firsthand.models.encoder import Encoding, FloatArray
from firsthand.records import Spans

_CONTENT = slice(9, 13)  # the four labels of a content word
FACTS = ("even", "content", "edges", "source", "cue", "no source", "no cue")


def facts_of(labels: FloatArray, group: Group) -> tuple[float, ...]:
    """Gives the facts a probability is made from, in the order of FACTS; each but the first and the last two the root of a mean log-probability."""
    edges = [labels[place, _CONTENT].max() for first, last in group.content for place in (first, last - 1)]
    return (
        1.0,
        _mean(labels, group.content, "content"),
        _doubt(float(np.mean(edges))),
        _mean(labels, group.source, "source"),
        _mean(labels, group.cue, "cue"),
        float(not group.source),
        float(not group.cue),
    )


def probability(facts: Sequence[float], weights: Sequence[float]) -> float:
    """Gives the calibrated probability, from 0 to 1.

    >>> probability((1.0, 0.0), (0.0, 3.0))
    0.5
    """
    return 1 / (1 + math.exp(-sum(fact * weight for fact, weight in zip(facts, weights, strict=True))))


def words_of_role(encoding: Encoding, spans: Spans, role: str) -> Iterator[tuple[str, float]]:
    """Yields each word of the spans with the probability that it has the role."""
    for index, (start, end) in enumerate(encoding.words.spans):
        if any(span.start < end and start < span.end for span in spans):
            yield encoding.words.of(index), math.exp(_inside(encoding.labels[index : index + 1], role)[0])


def _mean(labels: FloatArray, pieces: Sequence[Piece], role: str) -> float:
    if not pieces:
        return 0.0
    return _doubt(float(np.mean(np.concatenate([_inside(labels[first:last], role) for first, last in pieces]))))


def _doubt(mean: float) -> float:
    """Gives a mean log-probability as its negative root: most are so near to nothing that only the root tells them apart."""
    return -math.sqrt(max(0.0, -mean))


def _inside(rows: FloatArray, role: str) -> FloatArray:
    """Gives the log-probability that each word has the role, at whatever place of a piece."""
    begin = 1 + 4 * ROLES.index(role)
    inside: FloatArray = np.logaddexp.reduce(rows[:, begin : begin + 4], axis=1)
    return inside
