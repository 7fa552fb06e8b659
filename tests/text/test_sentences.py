"""Where sentences end."""

from __future__ import annotations

import pytest

from firsthand.text.sentences import sentence_ends, split_sentences

ROWS = [
    ("He left. She stayed.", ["He left.", "She stayed."]),
    ("Gen. A. Malow spoke. He left.", ["Gen. A. Malow spoke.", "He left."]),
    ("The U.S. Navy came. The U.S. The end.", ["The U.S. Navy came.", "The U.S.", "The end."]),
    ("It cost $2.5 million. Nobody paid.", ["It cost $2.5 million.", "Nobody paid."]),
    ("“It failed.” Nobody laughed.", ["“It failed.”", "Nobody laughed."]),
    ("“Will it hold?” Jana Holt asked.", ["“Will it hold?” Jana Holt asked."]),
    ("“We told them,” he said. “They slept.”", ["“We told them,” he said.", "“They slept.”"]),
    ("It is No. 4 in the list. No. Never.", ["It is No. 4 in the list.", "No.", "Never."]),
    ("Acme Inc. said no. Acme Inc. The firm left.", ["Acme Inc. said no.", "Acme Inc.", "The firm left."]),
    ("On Jan. 4 it snowed… Then it thawed!", ["On Jan. 4 it snowed…", "Then it thawed!"]),
    ("one line\n\nanother line", ["one line", "another line"]),
    ("a line that goes\non here", ["a line that goes\non here"]),
    ("no stop", ["no stop"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_sentence_ends_where_a_reader_would_stop(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == expected


def test_blank_text_has_no_sentences() -> None:
    assert sentence_ends("  \n ") == []
    assert split_sentences(" \n\n ") == []


def test_every_word_is_in_a_sentence() -> None:
    text = "Alpha beta. Gamma! “Delta?” Epsilon zeta… Eta"
    covered = "".join(text[start:end] for start, end in split_sentences(text))
    assert "".join(covered.split()) == "".join(text.split())
