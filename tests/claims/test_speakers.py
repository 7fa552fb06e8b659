"""Who is meant: names through roles and pronouns, states behind capitals, and people without a name kept as such."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Read

ROWS = [
    ("Mayor Ada Brandt opened the lock. “It is late,” the mayor said.", "Ada Brandt", "person"),
    ("The mayor, Ada Brandt, said the lock was late.", "Ada Brandt", "person"),
    ("Ada Brandt, who runs the lock, said it was late.", "Ada Brandt", "person"),
    ("Two officials at the ministry said the lock was late.", "two officials (unnamed, at the ministry)", "unnamed"),
    ("A retired diver who did not give her name said the lock was late.", "retired diver (unnamed)", "unnamed"),
    ("The regulator said the lock was late.", "regulator", "body"),
    ("Lisbon said the lock was late.", "Portugal", "state"),
    ("The report says the lock was late.", "report (unnamed author)", "document"),
    ("Lisbon and Madrid disagree on the lock. Both have said it was late.", "Portugal; Spain", "state"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind"), ROWS)
def test_the_speaker_is_resolved_or_typed(read: Read, text: str, name: str, kind: str) -> None:
    """Each row: a sentence or two; the last statement's speaker."""
    _, claims, _, _ = read(text)
    speaker = [c.speaker for c in claims if c.speaker is not None][-1]
    assert (speaker.name, speaker.kind) == (name, kind) and speaker.why


@pytest.mark.parametrize(
    "text",
    [
        "The clock above the square told its own story.",
        "The law says little about locks.",
        "Nobody has said that the lock was late.",
        "Sailors have no say in the matter.",
        "The club signed a goalkeeper and adopted a new kit.",
    ],
)
def test_nobody_speaks_by_a_figure_of_speech_or_an_act(read: Read, text: str) -> None:
    """Clocks tell, laws say and clubs sign without stating anything."""
    _, claims, _, _ = read(text)
    assert all(claim.speaker is None for claim in claims)


def test_a_headlines_role_is_whoever_speaks_in_the_text(read: Read) -> None:
    """ "Mayor says …" is the mayor of the first paragraph."""
    _, claims, _, _ = read(
        "Mayor says lock is safe\n\nMayor Ada Brandt told a meeting on Monday that the lock had passed every test."
    )
    assert {c.speaker.name for c in claims if c.speaker} == {"Ada Brandt"}
    assert claims[0].kind == "headline"


def test_a_floating_quotation_belongs_to_whom_the_line_before_announces(read: Read) -> None:
    """Paragraph, then a quotation alone: the one just named speaks; the announcement is no claim of its own."""
    _, (claim,), _, _ = read(
        "Captain Ada Brandt had little praise for the lock.\n\n“It leaks. I would not sail through it.”"
    )
    assert claim.speaker is not None and claim.speaker.name == "Ada Brandt" and claim.kind == "direct"


def test_a_quotation_without_a_speaker_is_kept_and_reported(read: Read) -> None:
    """Nothing disappears: the words are a claim, the gap an omission."""
    _, claims, _, omissions = read("“It leaks. Nobody should sail through it.”")
    assert claims and claims[0].speaker is None
    assert [o.reason for o in omissions] == ["quotation without a speaker"]
