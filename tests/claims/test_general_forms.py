"""Forms of plain news English, each with who speaks and through whose hands: the same device in other words must read the same."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Read

HERE = "Lakeside Courier"
ROWS = [
    # a quotation of several sentences before its cue is one statement, from its opening mark on
    ("“Two boats sank. The lock was shut,” the owner, Ada Lund, told Radio Aln.", "Two boats sank", ("Ada Lund", "Radio Aln")),
    # the name behind the noun that says what it is, and behind describing words in apposition
    ("The power firm Aldra said the lock was shut.", "the lock was shut", ("Aldra",)),
    ("The drivers' club ADC said the lock was shut.", "the lock was shut", ("ADC",)),
    ("The chairman of the board, retired dentist Bo Lund, said the lock was shut.", "the lock was shut", ("Bo Lund",)),
    ("One of them, deputy harbour master Bo Lund, said the lock was shut.", "the lock was shut", ("Bo Lund",)),
    # whom the page names by the given name alone gets no surname from us; two with one surname
    ("Omar Siddiq runs a ferry. His brother Tariq said the lock was shut.", "the lock was shut", ("Tariq",)),
    ("Alice Moyo and Peter Moyo own the mill. Mr Moyo said the lock was shut.", "the lock was shut", ("Peter Moyo",)),
    ("Carmaker Holberg knew for years. Holberg said the lock was shut.", "the lock was shut", ("Holberg",)),
    # one of several, and who goes on
    ("Bay Wire reported, citing people briefed on the repairs, that boats sank. The lock was shut, one of the people said.", "The lock was shut", ("person (unnamed, briefed on the repairs)", "Bay Wire")),
    ("Ada Lund said a driver had told her that boats sank. “The lock was shut,” she said.", "The lock was shut", ("Ada Lund",)),
    ("Dr Lund said boats sank. The boy's father wept. “The lock was shut,” he said.", "The lock was shut", ("boy's father (unnamed)",)),
    # papers named again, and words quoted out of them
    ("Boats sank, according to a draft report obtained by the Fen Post. The draft says the lock was shut.", "the lock was shut", ("draft report (unnamed author)", "Fen Post")),
    ("Boats sank, according to emails leaked to the Fen Post. “The lock was shut,” one manager wrote.", "The lock was shut", ("manager (unnamed)", "Fen Post")),
    ("Boats sank, according to a survey published in June by teachers at Aln College.", "Boats sank", ("teachers (unnamed, at Aln College)",)),
    ("An unsigned letter came in May. It said the lock was shut.", "the lock was shut", ("unsigned letter (unnamed author)",)),
    # the passive, whose view it is, word from somebody, and any verb beside a quotation
    ("Councillors were told by officers on Thursday that the lock was shut.", "the lock was shut", ("officers (unnamed)",)),
    ("There was no flood, in the opinion of the harbour master, Bo Lund.", "There was no flood", ("Bo Lund",)),
    ("By his own account, Bo Lund had shut the lock.", "had shut the lock", ("Bo Lund",)),
    ("Word from the palace is that the lock is shut.", "the lock is shut", ("palace",)),
    ("“Do not come,” the harbour master radioed the yacht.", "Do not come", ("harbour master (unnamed)",)),
    ("The army ordered villagers to leave by dusk.", "villagers to leave", ("army",)),
    ("The guild accused the port of fraud. The port disputes this.", "this", ("port (unnamed)",)),
    # a phrase put into what is said
    ("The mayor, Eva Holm, accused Bo Lund of delay. Lund had assured her, she said, that the lock was shut.", "the lock was shut", ("Bo Lund", "Eva Holm")),
    # hands: who is cited inside, who was told in the sentence before, who was interviewed
    ("Bay Wire, citing three guards, said the lock was shut.", "the lock was shut", ("three guards (unnamed)", "Bay Wire")),
    ("The Ankora Post has learned from two aides that the lock was shut.", "the lock was shut", ("two aides (unnamed)", "Ankora Post")),
    ("The minister, Ahmed Zaki, spoke to Radio Aln. “The lock was shut,” he said.", "The lock was shut", ("Ahmed Zaki", "Radio Aln")),
    ("Interviewed by Canal Aln, the goalkeeper Iván Ruiz said the lock was shut.", "the lock was shut", ("Iván Ruiz", "Canal Aln")),
    # the answer to the writer's own question
    ("Ada Lund is shutting her shop. Why now? “Because my knees hurt.”", "Because my knees hurt", ("Ada Lund",)),
    ("Ada Lund is shutting her shop. When did she decide? “In May, on the boat.”", "In May, on the boat", ("Ada Lund",)),
    # an age beside the noun, and whom a pronoun cannot mean
    ("The skipper, 52, who swam ashore, said the lock was shut.", "the lock was shut", ("skipper (unnamed, 52)",)),
    ("“Two boats sank,” he said, Gus Neville recalled. A diver, Ada Lund, wept. “The lock was shut,” she said.", "The lock was shut", ("Ada Lund",)),
    ("A diver said nothing was there.", "nothing was there", ("diver (unnamed)",)),
    # reports from somebody who can be asked are his
    ("Reports from the fire service said the lock was shut.", "the lock was shut", ("fire service",)),
    # an account that goes on in time
    ("Bo Lund said the lock was shut. By then the boats were gone.", "the boats were gone", ("Bo Lund",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "chain"), ROWS)
def test_forms(read: Read, text: str, content: str, chain: tuple[str, ...]) -> None:
    """Each form gives its speaker and its hands."""
    _, claims, _, _ = read(text)
    found = [c for c in claims if content in " ".join(s.of(text) for s in c.content) and c.speaker is not None]
    assert [c.chain for c in found][-1:] == [(*chain, HERE)]


NOBODY = [
    "The jury found him guilty of arson.",
    "Police found the bag in a skip.",
    "The pub offers free soup.",
    "Aldra Lind, who read the shipping news for 30 years, has retired.",
    "The minister gave reporters four minutes to ask.",
    "In “Blue Harbour,” Ada Lund plays a nurse.",
    "“The Long Tide,” the museum's new show, opened in May.",
    "In the eyes of the law, the guild did no harm.",
    "The lamp appeals to children.",
    "The wind screamed that night.",
    "The owner wants to sell the shop.",
    "The army, which had 164 lorries, turned back.",
    "The ministry had 30 dead trees removed.",
    "Early reports from the valley spoke of five hurt.",
    "Early reports at dawn had spoken of five hurt.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_acts_are_no_statements(read: Read, text: str) -> None:
    """A verb of saying that reports no words makes no speaker."""
    _, claims, _, _ = read(text)
    assert [c.speaker for c in claims if c.kind in ("direct", "indirect", "mixed")] == []


COUNTS = [
    ("The company’s 186 is fiction.", "company (unnamed)"),
    ("The port authority figures show 31 ships waiting.", "port authority"),
    ("Figures from the port authority show 31 ships waiting.", "port authority"),
    ("The ministry's latest tally has 212 people homeless.", "ministry"),
    ("The rebels' toll of 70 could not be checked.", "rebels (unnamed)"),
    ("We saw the number of 17 hurt released on Friday by the fire service.", "fire service"),
    ("The health ministry had four injured at noon.", "health ministry"),
    ("The ministry has so far verified 26 deaths.", "ministry"),
    ("On the ministry's figures, 212 people are homeless.", "ministry"),
    ("The toll climbed to 26, the port authority said. Four of the dead are pupils.", "port authority"),
]


@pytest.mark.parametrize(("text", "speaker"), COUNTS)
def test_whose_count_it_is(read: Read, text: str, speaker: str) -> None:
    """A count is that of whoever the words say keeps it."""
    _, claims, _, _ = read(text)
    assert [c.speaker.name for c in claims if c.speaker is not None][-1:] == [speaker]


def test_an_answer_is_not_given_to_whom_it_is_about(read: Read) -> None:
    """Nobody is known to say of Bo Lund that everybody knew him."""
    _, claims, _, _ = read("Bo Lund died in May. Who knew him? “Everybody on the quay.”")
    assert [c.speaker for c in claims] == [None, None]


ENDS = [
    ("The union's count of 400 strikers is disputed.", "400 strikers"),
    ("The number of 17 hurt released on Friday by the fire service was wrong.", "17 hurt"),
]


@pytest.mark.parametrize(("text", "content"), ENDS)
def test_a_count_ends_where_the_sentence_goes_on(read: Read, text: str, content: str) -> None:
    """What is told of a count afterwards is no part of it."""
    _, claims, _, _ = read(text)
    assert [c.content[0].of(text) for c in claims if c.speaker is not None] == [content]


UNWILLING = [
    ("The keeper did not want to talk about the flood.", "not confirmed"),
    ("The keeper did not believe the flood was over.", "asserted"),
]


@pytest.mark.parametrize(("text", "status"), UNWILLING)
def test_who_does_not_want_to_talk_confirms_nothing(read: Read, text: str, status: str) -> None:
    """Not wanting to speak is a silence, not expecting something is none."""
    _, claims, _, _ = read(text)
    assert [c.status for c in claims] == [status]
