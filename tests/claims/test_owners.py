"""Whose a source is, and what goes on with it: each row an invented item, words of one statement, and its speaker with the body it is of."""

from __future__ import annotations

import pytest

from firsthand.claims.owners import owned_by
from firsthand.records import Span
from tests.claims.conftest import Read

HERE = "Lakeside Courier"

SPEAKERS = [
    # a relative pronoun goes back to the name right before it
    ("Tavria's navy, whose spokesman said nine sailors had drowned, has closed the port of Fenwick.", "nine sailors", "spokesman of Tavria's navy (unnamed)", "Tavria's navy"),
    # "its spokesman": the body that spoke, or with which the sentence before begins
    ("The harbour authority closed the quay. Its spokeswoman said 14 boats had been damaged.", "14 boats", "spokeswoman of harbour authority (unnamed)", "harbour authority"),
    ("Tavria said on Monday that it had lost no ship. Its navy spokesman told reporters that two men were hurt.", "two men", "spokesman of Tavria's navy (unnamed)", "Tavria's navy"),
    ("Fenwick Marine had 45 boats out, the company said. Its first notice had said 32 were lost.", "32 were lost", "Fenwick Marine", None),
    ("The hospital in Fenwick took in 44 people. Its director said six were in danger.", "six were in danger", "director of hospital (unnamed)", "hospital"),
    # somebody of a body
    ("The fire began at dawn. An official of the interior ministry who asked not to be named said 12 people were dead.", "12 people", "official of the interior ministry (unnamed)", "interior ministry"),
    ("Colonel Per Hadlik of the civil guard said 14 boats were lost.", "14 boats", "Per Hadlik", None),
    ("The city hospital took in 12 people. A nurse there said three had died.", "three had died", "nurse of the city hospital (unnamed)", "city hospital"),
    ("The governor of Fenwick said 30 houses had burnt.", "30 houses", "governor of Fenwick (unnamed)", None),
    ("Rosa Lind spoke first. The governor will build 600 houses on the plain, her office said.", "600 houses", "office of the governor", None),
    # families are people's, and "here" is where the page is written
    ("The council said its doors were open. Their relatives said nine were missing.", "nine were missing", "relatives (unnamed)", None),
    ("The ministry denied it. An official here said 14 were ill.", "14 were ill", "official (unnamed)", None),
    # "it" and "they"
    ("The masons' council has other numbers: nine hurt, it said in a letter.", "nine hurt", "masons' council", None),
    ("The firm admitted 45 missing on Tuesday. Today it admits 52.", "52", "firm (unnamed)", None),
    ("The Joint Chiefs, heard in the same room, had put the dead at 150, Ada Lund said. They had also given 260 as the number of tents.", "260", "Joint Chiefs", None),
    # what stands in the source beside who speaks
    ("The masons' council stood by its count of 14 and called the list a forgery.", "the list a forgery", "masons' council", None),
    # another one of those who spoke
    ("Two dock workers told the Fen Gazette that the crane had fallen. One of them, a foreman, said 11 men were hurt.", "11 men", "foreman (unnamed)", None),
    # a city that the page calls a seat
    ("Sarvel, the seat of the breakaway region of Lower Tavria, said its men had laid nothing but planks.", "nothing but planks", "Lower Tavria", None),
]  # fmt: skip

CHAINS = [
    ("A clerk who was not authorised to speak to the press said that 40 files had been lost.", "40 files", ["clerk (unnamed)"]),
    ("A dock worker quoted by the Fen Gazette said 24 men were below deck.", "24 men", ["dock worker (unnamed)", "Fen Gazette"]),
    ("Two dock workers told the Fen Gazette that the crane had fallen. A third, reached by telephone, said 11 men were hurt.", "11 men", ["dock worker (unnamed)"]),
    ("SARVEL (Reuters) - Nine boats sank, Ada Lund said.\n\nFrom our own correspondent: three of the men came from Fenwick, Bo Hansen said.", "three of the men", ["Bo Hansen"]),
    ("SARVEL (AP) - Nine boats sank, Ada Lund said.", "Nine boats", ["Ada Lund", "Associated Press"]),
    ("By Tavriapress\n\nSARVEL - Nine boats sank, Ada Lund said on Monday.", "Nine boats", ["Ada Lund", "Tavriapress"]),
    ("The mayor, Ada Lund, is tired, her adviser, Bo Hansen, quoted her as saying.", "is tired", ["Ada Lund", "Bo Hansen"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "name", "body"), SPEAKERS)
def test_whose_a_source_is(read: Read, text: str, content: str, name: str, body: str | None) -> None:
    """The speaker carries the body; nobody is given one whom the words leave without."""
    _, claims, _, _ = read(text)
    found = [c.speaker for c in claims if content in " ".join(s.of(text) for s in c.content) and c.speaker is not None]
    assert [(s.name, s.body) for s in found][-1:] == [(name, body)]


@pytest.mark.parametrize(("text", "content", "hands"), CHAINS)
def test_hands_beside_a_source(read: Read, text: str, content: str, hands: list[str]) -> None:
    """What somebody may not do is no hand, and what the page's own people reported no agency had in hand."""
    _, claims, _, _ = read(text)
    found = [c for c in claims if content in " ".join(s.of(text) for s in c.content) and c.speaker is not None]
    assert [list(c.chain) for c in found][-1:] == [[*hands, HERE]]


def test_an_organ_in_a_role_is_the_owner() -> None:
    """ "Its police chief" speaks for the police."""
    found = owned_by("Tavria", "police chief", Span(0, 3), "")
    assert (found.name, found.role, found.body) == ("chief of Tavria's police (unnamed)", "chief", "Tavria's police")
