"""Statements found in forms that are easily missed, and sentences that look like one and state nothing."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Read

PAGE = "Lakeside Courier"


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Ada Lund, who lost a boat, will not sing in May, she told the podcast Two Minutes.", "Ada Lund, who lost a boat, will not sing in May", "Ada Lund"),
        ("Her successor will be chosen within a week, promised the race director, Paul Onder.", "Her successor will be chosen within a week", "Paul Onder"),
        ("The quay cannot be saved, conceded the harbour master, Ada Lund.", "The quay cannot be saved", "Ada Lund"),
        ("The mayor said as many as 40 boats were lost.", "as many as 40 boats were lost", "mayor (unnamed)"),
        ("Soldiers lost at the weir: at least 25, says the Orsan army. Four, says the Tarnese army.", "Four", "Tarnese army"),
    ],
)  # fmt: skip
def test_found(read: Read, text: str, content: str, speaker: str) -> None:
    """over a relative clause in the words themselves, before an inverted verb, and a number alone before "says the army" """
    _, claims, _, _ = read(text)
    (claim,) = [c for c in claims if [s.of(text) for s in c.content] == [content]]
    assert claim.speaker is not None and claim.speaker.name == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The director was at home. Police are holding the night watchman, and the gate itself has been taken away.",
        "The scoreboard said 301 for nine when the light went, and the match was drawn.",
        "According to plan, the hearing opened at nine.",
        "Police arrested 12, more than the 8 held in May.",
    ],
)
def test_states_nothing(read: Read, text: str) -> None:
    """an object with a clause of its own behind it, a thing that shows, a plan that is kept to"""
    _, claims, _, _ = read(text)
    assert all(c.speaker is None for c in claims)


def test_a_paper_that_a_relative_takes_up_is_no_speaker(read: Read) -> None:
    """ "according to which" names nobody anew"""
    _, claims, _, _ = read("The paper printed a memo according to which 400 posts will go.")
    assert all(c.speaker is None or "which" not in c.speaker.name for c in claims)
