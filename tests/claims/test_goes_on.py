"""Who goes on speaking, counts without a verb, and a day before the subject."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Read


@pytest.mark.parametrize(
    ("text", "number", "speaker"),
    [
        (
            "Mira Tolk spoke to the press in Ossby. Forty of the sheds were dry, she went on, and the rest wet.",
            "Forty",
            "Mira Tolk",
        ),
        ("Mira Tolk, the keeper, met us. Of the boats 31 were lost, Tolk continued.", "31", "Mira Tolk"),
        (
            "What is known. Above 350, says the harbour office, though many still print the old count.",
            "350",
            "harbour office",
        ),
        ("Two shops burnt. Nine hurt, the fire service said.", "Nine", "fire service"),
        (
            "The Vale Front spoke of 182 boats. A day earlier it had claimed 54, according to Coast Press.",
            "54",
            "Vale Front",
        ),
        ("Two days later the harbour office said 61 boats were lost.", "61", "harbour office"),
    ],
)
def test_who_gives_it(read: Read, text: str, number: str, speaker: str) -> None:
    document, claims, *_ = read(text)
    at = document.text.index(number)
    found = next(c for c in claims if any(s.start <= at < s.end for s in c.content))
    assert found.speaker is not None and found.speaker.name == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The harbour office met on 3 March.",
        "The show went on, and 40 people stayed.",
        "She went on. Some 40 people stayed.",
    ],
)
def test_who_gives_nothing(read: Read, text: str) -> None:
    _, claims, *_ = read(text)
    assert all(c.speaker is None for c in claims)
