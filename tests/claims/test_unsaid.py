"""What has the form of a statement and states nothing, and sentences that only say whose the words before are."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Read

NO_STATEMENT = [
    ("The storm came at dawn. It claimed two barges and a crane.", "claimed"),
    ("The balance sheet tells a sadder tale than the booklet.", "tells"),
    ("A video released by the navy shows a barge.", "shows"),
    ("The crowd told the keeper what it thought of his gate.", "told"),
    ("The lock is shut, the port said, giving no reason.", "giving"),
    ("Keeper Ada Lund, who asked for the bill, was sent a picture of a goat.", "asked"),
    ("Say what you like about the lock, it is a lock.", "Say"),
    ("Bo Hansen radioed the tower.", "radioed"),
    ("The lock is shut, it seems. The details come from a painting.", "come"),
    ("The lock is shut, it seems. So says the song.", "says"),
]


@pytest.mark.parametrize(("text", "cue"), NO_STATEMENT)
def test_no_statement(read: Read, text: str, cue: str) -> None:
    """an act, a thing, a question passed on, empty words, the manner of saying"""
    _, claims, _, _ = read(text)
    assert not any(cue in s.of(text) for c in claims if c.speaker is not None for s in c.cue)


STATEMENT = [
    ("The navy claimed that the storm had taken two barges.", "the storm had taken two barges"),
    ("The poll shows a close race in Orlo.", "a close race in Orlo"),
    ("Ada Lund described the gate as rotten.", "the gate as rotten"),
]


@pytest.mark.parametrize(("text", "content"), STATEMENT)
def test_statement(read: Read, text: str, content: str) -> None:
    """the same verbs with something said"""
    _, claims, _, _ = read(text)
    assert any(content in " ".join(s.of(text) for s in c.content) for c in claims if c.speaker is not None)


POINTING = [
    (
        "The lock will close. That, at any rate, is what Ada Lund told the Fen Gazette.",
        "Ada Lund",
        "The lock will close",
    ),
    (
        "The gate is older than the port. That, in short, is the view of keeper Bo Hansen.",
        "Bo Hansen",
        "The gate is older than the port",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "content"), POINTING)
def test_the_sentence_before(read: Read, text: str, speaker: str, content: str) -> None:
    """a sentence that only says whose the words before are gives them to that speaker"""
    _, claims, _, _ = read(text)
    (claim,) = claims
    assert claim.speaker is not None and speaker in claim.speaker.name
    assert " ".join(s.of(text) for s in claim.content) == content
