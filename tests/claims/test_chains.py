"""Through whose hands words came: each row a sentence of invented news, the speaker's words, and the chain to the page."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Read

PAGE = "Lakeside Courier"

ROWS = [
    # told an outlet; a person or audience that is merely addressed is no hand
    ("The gate was open, lock keeper Jonas Vell told the Fen Gazette.", "The gate was open", ["Jonas Vell", "Fen Gazette"]),
    ("Jonas Vell told reporters the gate was open.", "the gate was open", ["Jonas Vell"]),
    ("The gate was open, Jonas Vell told the court.", "The gate was open", ["Jonas Vell"]),
    # this outlet itself is no second hand
    ("The gate was open, Jonas Vell told the Courier.", "The gate was open", ["Jonas Vell"]),
    # reported by another, in every order
    ("The Fen Gazette reported that Jonas Vell had said the gate was open.", "the gate was open", ["Jonas Vell", "Fen Gazette"]),
    ("The gate was open, Jonas Vell told the Fen Gazette, Reuters reported.", "The gate was open", ["Jonas Vell", "Fen Gazette", "Reuters"]),
    ("The gate was open, Jonas Vell said on Telegram, according to Reuters.", "The gate was open", ["Jonas Vell", "Reuters"]),
    ("Reuters reported, citing two people at the lock, that the gate had been open.", "the gate had been open", ["two people (unnamed, at the lock)", "Reuters"]),
    ("According to Reuters, which quoted a lock keeper, the gate had been open.", "the gate had been open", ["lock keeper (unnamed)", "Reuters"]),
    ("The gate was open, the lock keeper was quoted as saying by the Fen Gazette.", "The gate was open", ["lock keeper (unnamed)", "Fen Gazette"]),
    # channels and documents with those who obtained or carried them
    ("In an interview with the Fen Gazette, Jonas Vell conceded that the gate had been open.", "the gate had been open", ["Jonas Vell", "Fen Gazette"]),
    ("The gate was open, according to leaked logs obtained by the Fen Gazette and shared with Reuters.", "The gate was open", ["leaked logs (unnamed author)", "Fen Gazette", "Reuters"]),
    ("The gate was open, the ministry said in a notice carried by Reuters.", "The gate was open", ["ministry", "Reuters"]),
    ("“The gate was open,” Jonas Vell said, as gathered by the Fen Gazette.", "The gate was open", ["Jonas Vell", "Fen Gazette"]),
    # whom the outer party cites stands between; who handed the paper over, read it out or speaks for the speaker is a hand
    ("Mayor Ada Lund told a meeting that the gate was open, the Fen Gazette reported, quoting two people who were there.", "the gate was open", ["Ada Lund", "two people (unnamed)", "Fen Gazette"]),
    ("The gate was open, a memo leaked to the Fen Gazette by a nurse shows.", "The gate was open", ["memo (unnamed author)", "nurse (unnamed)", "Fen Gazette"]),
    ("In a statement read out by her solicitor, Bo Lund, Ada Berg said the gate was open.", "the gate was open", ["Ada Berg", "Bo Lund"]),
    ("Aln Marine said through its lawyer Ada Lund that the gate was open.", "the gate was open", ["Aln Marine", "Ada Lund"]),
    ("Ada Lund told the Aln court yesterday that the gate was open.", "the gate was open", ["Ada Lund"]),
    ("Ada Lund, writing in the Fen Times, said the gate was open.", "the gate was open", ["Ada Lund", "Fen Times"]),
    ("The gate was open, according to a draft that the Fen Gazette has published.", "The gate was open", ["draft (unnamed author)", "Fen Gazette"]),
    ("The Fen Gazette aired a recording in which Ada Lund says the gate was open.", "the gate was open", ["Ada Lund", "Fen Gazette"]),
    ("The Fen Gazette quoted a guard, Ada Lund, as saying the gate was open.", "the gate was open", ["Ada Lund", "Fen Gazette"]),
    ("Ada Lund told the Delo newspaper last week that the gate was open.", "the gate was open", ["Ada Lund", "Delo"]),
    # a person who passes on what another told him
    ("Divers told Dr Edda Holm that the gate was open, the surgeon said to the Fen Gazette.", "the gate was open", ["divers (unnamed)", "Edda Holm", "Fen Gazette"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "hands"), ROWS)
def test_the_whole_chain(read: Read, text: str, content: str, hands: list[str]) -> None:
    """Speaker first, then every hand the sentence names, this page last."""
    _, claims, _, _ = read(text, outlet=PAGE)
    (claim,) = [c for c in claims if c.speaker is not None]
    assert list(claim.chain) == [*hands, PAGE]
    assert " ".join(s.of(text) for s in claim.content) == content


def test_narration_comes_from_the_page_alone(read: Read) -> None:
    """Nobody is invented for what the writer tells."""
    _, (claim,), _, _ = read("The lock was built in 1904.")
    assert claim.speaker is None and claim.chain == (PAGE,) and claim.kind == "unattributed"


def test_an_agency_in_the_dateline_extends_every_chain(read: Read) -> None:
    """ "TOWN (AGENCY) —" stands before what is said and what is told."""
    _, claims, _, _ = read("FENWICK (AFP) — Nine boats sank, the ministry said on Monday. The lock was shut.")
    assert [list(c.chain) for c in claims] == [["ministry", "AFP", PAGE], ["AFP", PAGE]]


def test_an_original_source_extends_every_chain_but_the_writers_own_judgement(read: Read) -> None:
    """A rewritten page says where it took its words from; its own opinions are its own."""
    text = "The gate was open, Jonas Vell said. This episode underlines the danger of old locks."
    _, claims, _, _ = read(text, outlet=None, original="www.fengazette.example")
    assert [list(c.chain) for c in claims] == [["Jonas Vell", "www.fengazette.example", "this page"], ["this page"]]
    assert claims[0].hops[0].basis == "page" and claims[1].kind == "writer's own judgement"


def test_a_following_sentence_of_the_same_speaker_keeps_the_venue(read: Read) -> None:
    """ "He said" after an interview is the same interview."""
    _, claims, _, _ = read("The gate was open, Jonas Vell told the Fen Gazette. “Nobody asked me,” he said.")
    assert [list(c.chain) for c in claims] == [["Jonas Vell", "Fen Gazette", PAGE]] * 2


FIGURES = [
    ("The Fen Gazette gives the ministry's 14 dead.", ["ministry", "Fen Gazette"]),
    ("Reuters has the harbour master on 14 dead.", ["harbour master (unnamed)", "Reuters"]),
    ("The ministry's figures were 14 dead and 30 injured.", ["ministry"]),
    ("The army counted at least 14 dead.", ["army"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "hands"), FIGURES)
def test_a_figure_given_without_a_verb_of_saying_has_its_asserter(read: Read, text: str, hands: list[str]) -> None:
    """Digests pass numbers on in half sentences; whose numbers they are is still said."""
    _, (claim,), _, _ = read(text)
    assert list(claim.chain) == [*hands, PAGE] and claim.quantities
