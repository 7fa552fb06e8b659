"""What the tagger is trained on: spans become labels a word, and silver opinions fall on the words they were said of."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "training" / "attribution"))
corpus = pytest.importorskip("corpus")

TEXT = "“It held,” said Mona Teller. “Twice.” Rain fell."
ROW = {
    "id": "x",
    "text": TEXT,
    "attributions": [{"source": [[16, 27]], "cue": [[11, 15]], "content": [[0, 10], [29, 37]]}],
}


def _labels(row: dict[str, object]) -> list[str]:
    text = corpus.text_of(row, None, [], [])
    return [f"{text.words.of(i)}:{corpus.LABELS[label]}" for i, label in enumerate(text.labels) if label > 0]


def test_each_piece_begins_and_ends() -> None:
    """A piece of one word is single; the pieces of a split quotation are labelled one by one."""
    assert _labels(ROW) == [
        "“:B-content", "It:I-content", "held:I-content", ",:I-content", "”:E-content", "said:S-cue", "Mona:B-source", "Teller:E-source",
        "“:B-content", "Twice:I-content", ".:I-content", "”:E-content",
    ]  # fmt: skip


def test_every_word_points_at_its_cue() -> None:
    """The arc of a word is the first word of its cue; words outside have none to learn."""
    text = corpus.text_of(ROW, None, [], [])
    said = next(i for i in range(len(text.words)) if text.words.of(i) == "said")
    assert {int(cue) for cue, label in zip(text.cues, text.labels, strict=True) if label} == {said}
    assert {int(cue) for cue, label in zip(text.cues, text.labels, strict=True) if not label} == {corpus.UNKNOWN}


def test_a_text_without_attributions_teaches_no_labels() -> None:
    """Pages are read for tags and names only."""
    text = corpus.text_of({"id": "y", "text": TEXT}, None, [], [])
    assert set(text.labels.tolist()) == {corpus.UNKNOWN}


def test_a_silver_token_speaks_for_all_its_words() -> None:
    """ "U.S." is one token of the silver tagger and four words here; a name begins once."""
    opinion = {"starts": [0, 5], "ends": [4, 10], "tags": ["NNP", "NN"], "names": ["B-GPE", "O"]}
    text = corpus.text_of({"id": "z", "text": "U.S. envoy"}, opinion, ["NN", "NNP"], ["O", "B-GPE", "I-GPE"])
    assert text.tags.tolist() == [1, 1, 1, 1, 0] and text.names.tolist() == [1, 2, 2, 2, 0]


def test_renaming_is_the_same_throughout_a_text() -> None:
    """A frequent name becomes one other name in the whole text; other words stay."""
    text = corpus.text_of(ROW, None, [], [])
    renamed = corpus.Renamer(["Okafor"], {"teller", "absent"})(text, random.Random(1))
    assert renamed == {"teller": "Okafor"}
