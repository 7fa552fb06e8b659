"""Where a speaker goes on speaking, and what later sentences say of how the words came: each row an invented item and the hands of one statement."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Read

PAGE = "Lakeside Courier"

ROWS = [
    # the venue holds while the same speaker goes on
    ("The pier is safe, harbour chief Ada Lund told the Fen Gazette. “We checked it twice,” she said.", "We checked it twice", ["Ada Lund", "Fen Gazette"]),
    ("The pier is safe, Ada Lund was quoted as saying by the Fen Gazette. She said that it would stay open.", "it would stay open", ["Ada Lund", "Fen Gazette"]),
    ("Boats sank, a survivor of the storm told the Fen Gazette. Nobody came to help, she said.", "Nobody came to help", ["survivor of the storm (unnamed)", "Fen Gazette"]),
    ("Two residents told the Fen Gazette that the lock was shut. One said the keeper had left.", "the keeper had left", ["resident (unnamed)", "Fen Gazette"]),
    ("The lock is shut, Ada Lund told the Fen Gazette. The town is old. In the same interview she called the mayor “a snail”.", "the mayor “a snail”", ["Ada Lund", "Fen Gazette"]),
    # … and ends where a new one is named, or another speaks
    ("The pier is safe, Ada Lund told the Fen Gazette. It will stay open, she told a council meeting.", "It will stay open", ["Ada Lund"]),
    ("The pier is safe, Ada Lund told the Fen Gazette. The pier is old, Bo Hansen said.", "The pier is old", ["Bo Hansen"]),
    ("The pier is safe, Ada Lund told the Fen Gazette. She said on Telegram that the lock was shut.", "the lock was shut", ["Ada Lund"]),
    ("In a message leaked to the Fen Gazette, Ada Lund wrote: “Burn it.” She said on Monday that the lock was shut.", "the lock was shut", ["Ada Lund"]),
    # "the paper", "it": whose hands the words came through last
    ("The lock is shut, the daily Fen Gazette reported, citing a clerk. Repairs will take a month, the paper added.", "Repairs will take a month", ["Fen Gazette"]),
    ("The lock has leaked since May, the Fen Rescue Trust said. It said that nobody had come.", "nobody had come", ["Fen Rescue Trust"]),
    # who had told the speaker
    ("The lock was open at dawn, Jonas Vell said. He had it from a guard at the pier, he said.", "The lock was open at dawn", ["guard (unnamed, at the pier)", "Jonas Vell"]),
    ("The lock was open at dawn, Jonas Vell said. He had it from the start, he said.", "The lock was open at dawn", ["Jonas Vell"]),
    # who carried the words, or obtained the paper
    ("The lock was open, Jonas Vell told the Fen Gazette. His words were carried by Reuters.", "The lock was open", ["Jonas Vell", "Fen Gazette", "Reuters"]),
    ("The lock was open, Jonas Vell told the Fen Gazette. His boat was repaired by Reuters staff.", "The lock was open", ["Jonas Vell", "Fen Gazette"]),
    ("The lock was open, according to a memo to staff, as first reported by the Fen Gazette.", "The lock was open", ["memo (unnamed author)", "Fen Gazette"]),
    ("The lock was open, the Fen Gazette reported, attributing the information to a clerk.", "The lock was open", ["clerk (unnamed)", "Fen Gazette"]),
    ("The lock was open, Jonas Vell told the Fen Gazette, citing his wife.", "The lock was open", ["wife of Jonas Vell (unnamed)", "Jonas Vell", "Fen Gazette"]),
    ("The Fen Gazette cited the keeper, Jonas Vell, who said the lock was open.", "the lock was open", ["Jonas Vell", "Fen Gazette"]),
    ("The lock was open, residents reached by the Fen Gazette said.", "The lock was open", ["residents (unnamed, reached by the Fen Gazette)", "Fen Gazette"]),
    ("The lock was open, according to a finding by the transport safety committee.", "The lock was open", ["transport safety committee"]),
    # told a place or a parliament: no hand
    ("The lock was open, Jonas Vell told the Bundestag.", "The lock was open", ["Jonas Vell"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "hands"), ROWS)
def test_the_hands_of_a_statement(read: Read, text: str, content: str, hands: list[str]) -> None:
    """Speaker first, this page last; a hand that the article does not name is not put in."""
    _, claims, _, _ = read(text, outlet=PAGE)
    (claim,) = [c for c in claims if " ".join(s.of(text) for s in c.content) == content and c.speaker is not None]
    assert list(claim.chain) == [*hands, PAGE]


NESTED = [
    ("“He told me he would stay,” Ada Lund said of her neighbour Bo Hansen.", "he would stay", ["Bo Hansen", "Ada Lund"]),
    ("“They told us the wells were dry,” Ada Lund said.", "the wells were dry", ["they (unnamed)", "Ada Lund"]),
    ("His daughter Edda Vell said he had asked for no flowers. Jonas Vell was 80.", "no flowers", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "hands"), NESTED)
def test_what_a_speaker_says_that_another_said(read: Read, text: str, content: str, hands: list[str] | None) -> None:
    """The inner statement has its own speaker and comes through the outer one, never through "he"."""
    _, claims, _, _ = read(text, outlet=PAGE)
    (claim,) = [c for c in claims if " ".join(s.of(text) for s in c.content) == content]
    assert "he" not in claim.chain and "Edda Vell" in (*claim.chain, "Edda Vell")
    assert hands is None or list(claim.chain) == [*hands, PAGE]


NOT_INSIDE = ["“I told them the wells were dry,” Ada Lund said.", "“She told it well,” Ada Lund said of the book."]


@pytest.mark.parametrize("text", NOT_INSIDE)
def test_a_quoted_speakers_own_telling_is_one_statement(read: Read, text: str) -> None:
    """ "I told them" is the speaker herself, and a story told is no statement."""
    _, claims, _, _ = read(text)
    assert len(claims) == 1
