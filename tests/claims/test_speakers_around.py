"""Speakers known from the article around: roles and their holders, bodies behind a noun or a pronoun, and words that are no speaker at all."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Read

ROWS = [
    # an office before the name is no part of it
    ("Prime Minister Anton Berg said the lock was shut.", "the lock was shut", "Anton Berg"),
    ("Superintendent Grace Hollin said the lock was shut.", "the lock was shut", "Grace Hollin"),
    ("The lock is shut, Governor of Lower Aln Maria Lund told a briefing.", "The lock is shut", "Maria Lund"),
    # an office by its reach, before or after its holder is named
    ("Governor Ada Lund came to Aln. The lock was shut, the provincial governor said.", "The lock was shut", "Ada Lund"),
    ("The lock was shut, the provincial governor said. Governor Ada Lund came to Aln.", "The lock was shut", "Ada Lund"),
    # a role whose holder is named next, without an office of her own
    ("The director of the hospital said the lock was shut.\n\n“I can count,” Ada Lund, who runs the hospital, said.", "the lock was shut", "Ada Lund"),
    ("A furious hospital boss said the lock was shut.\n\n“I can count,” Ada Lund told the Fen Gazette.", "the lock was shut", "Ada Lund"),
    # … and others who are somebody else
    ("A police officer said the lock was shut.\n\n“I saw it fall,” said Ada Lund, a baker.", "the lock was shut", "police officer (unnamed)"),
    ("The farm minister said the lock was shut.\n\nPrime Minister Anton Berg said he was sad.", "the lock was shut", "farm minister (unnamed)"),
    ("A fisherman said the lock was shut.\n\n“I heard it,” Ada Lund said.", "the lock was shut", "fisherman (unnamed)"),
    # bodies behind a noun or "it"
    ("The Financial Inspectorate came in May. The inspectorate said the lock was shut.", "the lock was shut", "Financial Inspectorate"),
    ("The regional hospital treated 12 men. It said the lock was shut.", "the lock was shut", "regional hospital (unnamed)"),
    ("Boats sank, two port officials said. They said the lock was shut.", "the lock was shut", "two port officials (unnamed)"),
    # a body of a state that nobody knows goes under its state all the same
    ("Norland’s State Grain Office told members that the lock was shut.", "the lock was shut", "Norland State Grain Office"),
    ("A Norlandish ship came in. Norland’s Grain Office told members that the lock was shut.", "the lock was shut", "Norlandish Grain Office"),
    # what a role and a name in one breath say: the age, a document's maker, one of several, a capital that is only the sentence's
    ("Ada Lund has fried fish in Aln for 22 years. “The lock was shut,” the 54-year-old said.", "The lock was shut", "Ada Lund"),
    ("A dossier compiled by the Aln-based group Blue Ledger and shared with the Fen Post says the lock is shut.", "the lock is shut", "Blue Ledger"),
    ("A letter from chief executive Ada Lund, seen by the Fen Post, says the lock is shut.", "the lock is shut", "Ada Lund"),
    ("One of the yards, Aln Marine, said the lock was shut.", "the lock was shut", "Aln Marine"),
    ("Airline Air Aln said the lock was shut.", "the lock was shut", "Air Aln"),
    ("Ranger Ada Lund came. She said the lock was shut.", "the lock was shut", "Ada Lund"),
    ("Lawmaker Ada Bae-ho said the lock was shut.", "the lock was shut", "Ada Bae-ho"),
    ("Prof. Ada Lund led the team. “The lock was shut,” the professor answered.", "The lock was shut", "Ada Lund"),
    # a bare name, or one with an age, is the one introduced before without a name
    ("A driver lived on sauce for three days, he said. “The lock was shut,” said Ada Lund, 58.", "lived on sauce", "Ada Lund"),
    ("A local councillor said the lock was shut. Ada Lund said she had counted eleven boats.", "the lock was shut", "Ada Lund"),
    # bodies and outlets by their nouns
    ("Norland’s Fen Star reported that the lock was shut.", "the lock was shut", "Fen Star"),
    ("The lock was shut, the Delo newspaper reported.", "The lock was shut", "Delo"),
    ("The fire service said boats sank. The service added that the lock was shut.", "the lock was shut", "fire service"),
    ("The prison service said the lock was shut, Radio Aln reported.", "the lock was shut", "prison service"),
    ("The harbour authority said boats sank. The authority itself said the lock was shut.", "the lock was shut", "harbour authority"),
    ("The lock was shut, Downing Street said.", "The lock was shut", "Downing Street"),
    # words keep their own case
    ("The lock was shut, Norlandish news sources said.", "The lock was shut", "Norlandish news sources (unnamed)"),
    ("The lock was shut, Norland’s deputy farm minister said.", "The lock was shut", "deputy farm minister (unnamed, Norland)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "speaker"), ROWS)
def test_speakers_of_the_article(read: Read, text: str, content: str, speaker: str) -> None:
    """What stands in the article names the speaker; what does not, leaves him unnamed."""
    _, claims, _, _ = read(text)
    (claim,) = [c for c in claims if content in " ".join(s.of(text) for s in c.content)]
    assert claim.speaker is not None and claim.speaker.name == speaker


NOBODY = [
    "The news comes from Norland, and it shows how close the two towns have become.",
    "To sum up, the town's offer of boats for the lock shows a friendship that is still growing.",
    "A total of 90 medics will take part, underlining the growing friendship of the two towns.",
    "This signals a new start for the lock.",
    "I wrote down what passed.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_a_writer_weighs_has_no_speaker(read: Read, text: str) -> None:
    """A thing that shows or underlines, and the writer's own "I", are no sources."""
    _, claims, _, _ = read(text)
    assert claims and all(c.speaker is None for c in claims)


STATUS = [
    ("The ministry described the report that 30 tonnes had been loaded as an invention.", "denied"),
    ("The port has yet to confirm the plan.", "not confirmed"),
    ("The Courier could not independently verify the report.", "not confirmed"),
    ("A first group is expected on Saturday, a port official said.", "forecast"),
    ("As they go on working together, trade will probably grow.", "forecast"),
    ("The two sides had agreed to carry on their work, Ada Lund said.", "asserted"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status_of_new_cues(read: Read, text: str, status: str) -> None:
    """A report called an invention is denied; what "has yet to" be confirmed is not; going on with something is no plan."""
    _, claims, _, _ = read(text)
    assert claims[0].status == status
