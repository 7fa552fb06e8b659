"""Which statements of two pages answer each other: shared names are not enough, and the asserters must fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.reconcile.answers import Said, link, turn_of
from firsthand.reconcile.replies import read_reply
from firsthand.reconcile.wording import keys_of
from tests.builders import make_article, make_claim, span_of

WEAPONS = (
    "Captain Oda Lind said weapons were stowed in the Marrow Star.",
    "weapons were stowed in the Marrow Star",
    "Oda Lind",
)
MANIFEST = ("Captain Oda Lind said papers listed 340 crates.", "papers listed 340 crates", "Oda Lind")


def said(text: str, words: str, speaker: str | None, day: str = "2031-03-01", cue: str = "") -> Said:
    """Gives a claim prepared for matching; its marked words begin with the cue."""
    article = make_article(text, url=f"https://{day}.example/{len(text)}")
    claim = make_claim(article, words, speaker)
    span = span_of(text, f"{cue} {words}".strip())
    turn = turn_of(claim, span, text, outlet="Vale Post", day=day, body=speaker)
    return Said(claim=claim, facts=keys_of(words), turn=turn, reply=read_reply(turn.passage))


@pytest.mark.parametrize(
    ("text", "words", "speaker", "cue", "other", "relation"),
    [
        ("The Navy denied weapons were stowed in the Marrow Star.", "weapons were stowed in the Marrow Star", "Navy", "denied", WEAPONS, "denies"),
        ("The Navy denied repairs to the Marrow Star.", "repairs to the Marrow Star", "Navy", "denied", WEAPONS, None),
        ("Lind denied weapons were stowed in the Marrow Star.", "weapons were stowed in the Marrow Star", "Oda Lind", "denied", WEAPONS, None),
        ("The Navy confirmed that papers listed 340 crates.", "papers listed 340 crates", "Navy", "confirmed that", MANIFEST, "confirms"),
        ("The Navy confirmed that papers listed 250 crates.", "papers listed 250 crates", "Navy", "confirmed that", MANIFEST, None),
        ("Captain Lind retracted her claim that papers listed 340 crates.", "papers listed 340 crates", "Oda Lind", "retracted her claim that", MANIFEST, "retracts"),
        ("The Navy retracted a claim that papers listed 340 crates.", "papers listed 340 crates", "Navy", "retracted a claim that", MANIFEST, None),
    ],
)  # fmt: skip
def test_links(
    text: str, words: str, speaker: str, cue: str, other: tuple[str, str, str], relation: str | None
) -> None:
    """one ship, another matter; one's own word; other numbers: no answer"""
    found = link(said(text, words, speaker, "2031-03-02", cue), said(*other))
    assert (found.relation if found else None) == relation


def test_an_answer_is_not_given_before_what_it_answers() -> None:
    """a denial of the day before is left alone"""
    answer = said("The Navy denied weapons were stowed in the Marrow Star.", "weapons were stowed in the Marrow Star", "Navy", "2031-02-28", "denied")  # fmt: skip
    assert link(answer, said(*WEAPONS)) is None


def test_a_statement_without_the_words_of_an_answer_is_none() -> None:
    """the same words by another asserter confirm nothing by themselves"""
    other = said(*WEAPONS)
    same = said("Weapons were stowed in the Marrow Star, the Navy said.", "Weapons were stowed in the Marrow Star", "Navy", "2031-03-02")  # fmt: skip
    assert link(same, other) is None
    assert link(replace(same, reply=None), other) is None


def test_words_of_an_answer_without_an_asserter_are_their_subjects() -> None:
    """a page that tells who took what back names him as the subject"""
    text = "The mill has withdrawn its statement about the dye."
    turn = turn_of(None, span_of(text, "withdrawn its statement"), text, outlet="Vale Post", day="2031-03-02")
    assert turn.speaker == "The mill"
