"""What the tagger learns from: texts as words with a label for each head, read from files in the attribution format.

An article is `{"id", "text", "attributions": [{"source", "cue", "content"}], "ignore"}`, spans as [start, end] in code points. Texts
without attributions are for tags and names only, whose labels are another tagger's opinion (`silver.py`), kept beside the texts.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from firsthand.models.words import Words, words_of

IntArray = npt.NDArray[np.int64]

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BIES"))
UNKNOWN = -100  # a word that does not count in a loss
NO_CUE = 0  # the arc of a word whose cue is not in the window
CURLY = str.maketrans({"“": '"', "”": '"'})


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """Words with labels: `labels` of LABELS, `cues` the index of the cue's first word (-1 none), `tags`, `names` of the silver sets.

    All four have one entry a word; UNKNOWN where nothing is known.
    """

    id: str
    words: Words
    labels: IntArray
    cues: IntArray
    tags: IntArray
    names: IntArray


def read_texts(path: Path, silver: Path, tags: list[str], names: list[str]) -> list[Text]:
    """Gives the texts of a file with the silver labels of the same ids; an article without `attributions` has no labels."""
    opinions = {row["id"]: row for row in _rows(silver)}
    return [text_of(row, opinions.get(row["id"]), tags, names) for row in _rows(path)]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def text_of(row: dict[str, Any], opinion: dict[str, Any] | None, tags: list[str], names: list[str]) -> Text:
    """Gives one article as words with labels."""
    words = words_of(row["text"])
    starts = np.array([start for start, _ in words.spans])
    labels, cues = np.full(len(words), UNKNOWN), np.full(len(words), UNKNOWN)
    if "attributions" in row:
        labels, cues = _attributed(row, words, starts)
    return Text(
        row["id"],
        words,
        labels,
        cues,
        _opinion(opinion, "tags", tags, starts),
        _opinion(opinion, "names", names, starts),
    )


def _attributed(row: dict[str, Any], words: Words, starts: IntArray) -> tuple[IntArray, IntArray]:
    labels, cues = np.zeros(len(words), dtype=np.int64), np.full(len(words), UNKNOWN)
    for attribution in row["attributions"]:
        cue = [word for span in attribution["cue"] for word in _inside(words, starts, span)]
        for role in ROLES:
            for span in attribution[role]:
                run = [word for word in _inside(words, starts, span) if labels[word] == 0]
                for place, word in enumerate(run):
                    kind = "S" if len(run) == 1 else "B" if place == 0 else "E" if place == len(run) - 1 else "I"
                    labels[word] = LABELS.index(f"{kind}-{role}")
                    cues[word] = min(cue, default=-1)
    for span in row.get("ignore", ()):
        labels[_inside(words, starts, span)] = UNKNOWN
    return labels, cues


def _inside(words: Words, starts: IntArray, span: list[int]) -> list[int]:
    low, high = np.searchsorted(starts, span[0], side="left"), np.searchsorted(starts, span[1], side="left")
    while low > 0 and words.spans[low - 1][1] > span[0]:
        low -= 1
    return list(range(low, high))


def _opinion(opinion: dict[str, Any] | None, key: str, known: list[str], starts: IntArray) -> IntArray:
    """Gives the silver label of each word: that of the silver token which holds its first character."""
    found = np.full(len(starts), UNKNOWN)
    if opinion is None or not opinion["starts"]:
        return found
    at = np.searchsorted(opinion["starts"], starts, side="right") - 1
    begins = np.r_[True, at[1:] != at[:-1]]
    for word, token in enumerate(at):
        if token < 0 or starts[word] >= opinion["ends"][token]:
            continue
        label = opinion[key][token]
        if key == "names" and label.startswith("B-") and not begins[word]:
            label = "I-" + label[2:]
        found[word] = known.index(label)
    return found


def with_straight_marks(text: Text) -> Text:
    """Gives the text with straight quotation marks for curly ones: half of the papers set them so."""
    return replace(text, words=replace(text.words, text=text.words.text.translate(CURLY)))


class Renamer:
    """Gives texts in which other people act: each frequent name of the corpus, for a whole text, by a name drawn from a list.

    The corpus knows one year's politicians; what they are called must not be what tells a speaker.
    """

    def __init__(self, surnames: list[str], frequent: set[str]) -> None:
        self._surnames = surnames
        self._frequent = frequent

    def __call__(self, text: Text, rng: random.Random) -> dict[str, str]:
        """Gives the replacement of each frequent name that the text holds, lower-cased."""
        held = sorted({text.words.of(i).lower() for i in range(len(text.words))} & self._frequent)
        return {name: rng.choice(self._surnames) for name in held}
