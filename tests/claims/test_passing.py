"""What was done with words after they were said: hands in clauses around a statement, papers and their authors, and what is no hand."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Read

PAGE = "Lakeside Courier"

HANDS = [
    (
        "The tunnel lights had been off since noon, the night porter, Bo Lindgren, said. He phoned it through to Radio Vesta, and the Vesta Post printed it.",
        "The tunnel lights",
        ["Bo Lindgren", "Radio Vesta", "Vesta Post"],
    ),
    (
        "“Nobody checked the valves,” the foreman wrote in a note to his union. The union handed the note to Aln TV, which showed it on Friday.",
        "Nobody checked",
        ["foreman (unnamed)", "union (unnamed)", "Aln TV"],
    ),
    (
        "Four wells are dry, three elders complained in a petition. They gave it to the district judge, Sana Mirza, who read it out on Radio Tarn.",
        "Four wells",
        ["three elders (unnamed)", "Sana Mirza", "Radio Tarn"],
    ),
    (
        "Three rangers have resigned, according to an internal email that a clerk forwarded to the Bay Herald.",
        "Three rangers",
        ["internal email (unnamed author)", "clerk (unnamed)", "Bay Herald"],
    ),
    (
        "“It smelled of almonds,” the ferryman said in a call that the coastguard recorded and the Aln Sentinel obtained.",
        "It smelled",
        ["ferryman (unnamed)", "coastguard", "Aln Sentinel"],
    ),
    (
        "The cargo was milk powder, the captain, Jon Aas, said in a statement. The Tarn mission had collected it, and the Tarn Daily ran it.",
        "The cargo",
        ["Jon Aas", "Tarn mission", "Tarn Daily"],
    ),
    (
        "Her son was beaten on the train, Fatma Yildiz told this newspaper. Her niece Elif translated.",
        "Her son",
        ["Fatma Yildiz", "Elif"],
    ),
    (
        "The ledgers were burnt in May, a retired clerk told his daughter. She told it to the Aln Commission.",
        "The ledgers were",
        ["retired clerk (unnamed)", "daughter (unnamed)", "Aln Commission"],
    ),
    (
        "The clinic has no oxygen left, Aln Aid was told on Monday by a nurse in Dori. The charity passed her warning to the Bay Herald.",
        "The clinic has",
        ["nurse (unnamed, in Dori)", "Aln Aid", "Bay Herald"],
    ),
    (
        "The reservoir is safe, said the water board in a bulletin read out on Radio Alba by its secretary, Tom Reyes.",
        "The reservoir",
        ["water board (unnamed)", "Tom Reyes", "Radio Alba"],
    ),
    (
        "The gate had been open all night, a cleaner told the museum's director, Elsa Brandt, who repeated it to the Bay Herald.",
        "The gate had",
        ["cleaner (unnamed)", "Elsa Brandt", "Bay Herald"],
    ),
]


@pytest.mark.parametrize(("text", "content", "hands"), HANDS)
def test_hands_in_the_clauses_around(read: Read, text: str, content: str, hands: list[str]) -> None:
    """Speaker first, then everybody who had the words, in the order they took."""
    assert chain_on(read, text, content) == [*hands, PAGE]


NO_HANDS = [
    (
        "The orchard was sold, the widow said. She gave the keys to the landlord of the Bay Herald.",
        "The orchard",
        ["widow (unnamed)"],
    ),
    (
        "Two men were seen running, a jogger said. Police released the footage on Monday.",
        "Two men",
        ["jogger (unnamed)"],
    ),
    ("The river rose a metre, Ines Coll said. She reads the news on Radio Alba.", "The river", ["Ines Coll"]),
    ("The dam is cracked, the engineer Otto Fry warned. The Aln Board received the letter.", "The dam", ["Otto Fry"]),
    ("Vance Mills will close, Ada Lund said. The Bay Herald published a poem on Monday.", "Vance Mills", ["Ada Lund"]),
    ("The sheriff knew, Ada Lund said. Bo Berg said the sheriff never received it.", "The sheriff knew", ["Ada Lund"]),
    (
        "The hull is sound, a pilot said. The harbour log, which the union released, has no entry.",
        "The hull",
        ["pilot (unnamed)"],
    ),
    ("The roof is sound, Ada Lund told the director of Aln Steel.", "The roof", ["Ada Lund"]),
    (
        "“The gate is shut,” the guard said. The judge read out the sentence on Radio Vesta.",
        "The gate is",
        ["guard"],
    ),
    (
        "“The gate is shut,” the guard said. The thief sold the tape to a dentist.",
        "The gate is",
        ["guard"],
    ),
]


@pytest.mark.parametrize(("text", "content", "hands"), NO_HANDS)
def test_what_is_done_with_other_things_is_no_hand(read: Read, text: str, content: str, hands: list[str]) -> None:
    """Keys, other papers, the news, a mere addressee: nobody passed these words on."""
    assert chain_on(read, text, content) == [*hands, PAGE]


INSIDE = [
    ("The Bay Herald reported that the Aln Board had told members the quay was unsafe.", "the quay", ["Aln Board", "Bay Herald"]),
    ("It came after the Bay Herald posted that a guard had told the mill the gate was open.", "the gate", ["guard (unnamed)", "Bay Herald"]),
    (
        "Sergeant Anna Roth said a taxi driver, Emil Haas, had told her that the car was empty.",
        "the car was empty",
        ["Emil Haas", "Anna Roth"],
    ),
    (
        "A dentist in Aln testified that the suspect had told him he was in Spain.",
        "he was in Spain",
        ["suspect (unnamed)", "dentist (unnamed, in Aln)"],
    ),
    (
        "Anna Roth told MPs that the chief engineer had promised her no bridge would close.",
        "no bridge",
        ["chief engineer (unnamed)", "Anna Roth"],
    ),
    (
        "State television showed the mayor, Lidia Orsz, telling farmers in Aln that the dyke “was never in danger”.",
        "the dyke",
        ["Lidia Orsz", "State television"],
    ),
    (
        "Lidia Orsz blamed the pumps, according to a note that the regulator published.",
        "the pumps",
        ["Lidia Orsz", "regulator"],
    ),
    (
        "The bridge will close, the Bay Herald reported, quoting Radio Alba, to which a customs officer had spoken.",
        "The bridge",
        ["customs officer (unnamed)", "Radio Alba", "Bay Herald"],
    ),
    (
        "The mine was flooded on purpose. That, at least, is what the union says a foreman told it.",
        "The mine",
        ["foreman (unnamed)", "union (unnamed)"],
    ),
    (
        "The furnace cracked, in the version of a stoker whom the Bay Herald met at the gate.",
        "The furnace",
        ["stoker (unnamed)", "Bay Herald"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "hands"), INSIDE)
def test_who_stands_inside_whose_report(read: Read, text: str, content: str, hands: list[str]) -> None:
    """The innermost speaks, the others pass it on."""
    assert chain_on(read, text, content) == [*hands, PAGE]


AROUND = [
    (
        "Two of the lifeboats leaked. The pumps had not been tested. These details come from the ship's cook, Maria Pires, who gave them to the Bay Herald.",
        "The pumps",
        ["Maria Pires", "Bay Herald"],
    ),
    (
        "Two of the lifeboats leaked. So says the port authority, whose report was summarised by the Bay Herald.",
        "Two of",
        ["port authority", "Bay Herald"],
    ),
    (
        "Four wells are dry, three elders complained in a petition printed by the Bay Herald.\n\n“We drink from the ditch,” it says.",
        "We drink",
        ["three elders (unnamed)", "Bay Herald"],
    ),
    (
        "Norland has asked for three boats, in a letter seen by the Bay Herald. The boats are “mostly paint”, the envoy, Salih Karr, writes in it.",
        "The boats are",
        ["Salih Karr", "Bay Herald"],
    ),
    (
        "Ada Lund is well, she wrote in a letter seen by the Bay Herald. Her eyes hurt, the letter goes on.",
        "Her eyes",
        ["Ada Lund", "Bay Herald"],
    ),
    (
        "A bookkeeper from Aln is alive and “learning to bake”, he wrote in a letter seen by the Bay Herald.",
        "A bookkeeper",
        ["bookkeeper (unnamed, from Aln)", "Bay Herald"],
    ),
    (
        "The dam will hold, Ada Lund said on Radio Alba.\n\nBo Berg, in an email to the Bay Herald, denied that it would.",
        "it would",
        ["Bo Berg", "Bay Herald"],
    ),
]


@pytest.mark.parametrize(("text", "content", "hands"), AROUND)
def test_papers_and_sentences_that_point_back(read: Read, text: str, content: str, hands: list[str]) -> None:
    """A paper's words are its author's, and what a later sentence gives to somebody is his."""
    assert chain_on(read, text, content) == [*hands, PAGE]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("The harbour is closed, three keepers of the lower Aln said. Ada Aln, a clerk, said it was open.", "The harbour", "three keepers of the lower Aln (unnamed)"),
        ("“It hums,” an Orlo pensioner said. Radio Orlo was silent.", "It hums", "Orlo pensioner (unnamed)"),
        ("The deal is dead, the chairman of Aln Gears said.", "The deal", "chairman of Aln Gears (unnamed)"),
        ("But the Bay Herald said that the deal was alive.", "the deal was", "Bay Herald"),
        ("The widow, asked about the deal, said it was dead.", "it was dead", "widow (unnamed)"),
        ("The club, in a comment to the Bay Herald, said the deal was dead.", "the deal was", "club (unnamed)"),
        ("The bank asked for time, Ada Lund said. A week later she said that it was solvent.", "it was solvent", "Ada Lund"),
    ],
)  # fmt: skip
def test_names_that_only_tell_where(read: Read, text: str, content: str, speaker: str) -> None:
    """A place or a body behind a role is no speaker."""
    _, claims, _, _ = read(text, outlet=PAGE)
    assert [c.speaker.name for c in claims if c.speaker and content in c.content[0].of(text)] == [speaker]


def test_the_clause_is_told(read: Read) -> None:
    """Each hand is anchored to the words that say what was done."""
    text = "Four wells are dry, three elders complained in a petition. They gave it to the district judge, Sana Mirza."
    _, claims, _, _ = read(text, outlet=PAGE)
    (claim,) = [c for c in claims if c.speaker is not None]
    assert [s.of(text) for s in claim.hops[0].spans] == [
        "the district judge, Sana Mirza",
        "They gave it to the district judge, Sana Mirza",
    ]


def test_a_sentence_that_only_passes_on_states_nothing(read: Read) -> None:
    """ "They gave it to the judge" lengthens a chain; with a figure of its own it stays the writer's."""
    text = "Four wells are dry, three elders complained in a petition. They gave it to the district judge, Sana Mirza."
    assert [c.kind for c in read(text, outlet=PAGE)[1]] == ["indirect"]
    text = "Four wells are dry, three elders complained in a petition. They gave it to the judge, Sana Mirza, with 40 names."
    assert [c.kind for c in read(text, outlet=PAGE)[1]] == ["indirect", "unattributed"]


def test_this_page_is_no_hand(read: Read) -> None:
    """What this outlet printed itself is told of it, not passed on by another."""
    text = "The strait is closed, Ada Lund said in a letter. This newspaper printed the letter on Monday."
    assert chain_on(read, text, "The strait") == ["Ada Lund", PAGE]


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [("Pier shut for a week — mayor", "Danylo Horn"), ("Pier shut for a week — video", None)],
)
def test_the_dash_before_a_headlines_speaker(read: Read, headline: str, speaker: str | None) -> None:
    """The last words behind a dash speak, if they can."""
    text = f"{headline}\n\nThree planks are missing, the mayor, Danylo Horn, said on Monday."
    found = next(c for c in read(text, outlet=PAGE)[1] if c.kind == "headline")
    assert (found.speaker.name if found.speaker else None) == speaker


def chain_on(read: Read, text: str, content: str) -> list[str]:
    """Gives the chain of the one claim with these words."""
    _, claims, _, _ = read(text, outlet=PAGE)
    found = [c for c in claims if c.speaker is not None and any(content in s.of(text) for s in c.content)]
    return list(found[0].chain) if found else []
