"""Who gives a figure: by verbs and nouns of counting, from the sentences around, from the headline's article; and that no number is lost."""

from __future__ import annotations

import pytest

from firsthand.annotate.quantity import find_quantities
from firsthand.records import Claim
from tests.claims.conftest import Read

PAGE = "Lakeside Courier"


def claims_on(text: str, words: str, claims: tuple[Claim, ...]) -> list[Claim]:
    """Gives the claims whose content holds the last place where these words stand."""
    at = text.rindex(words)
    return [c for c in claims if any(s.start <= at < s.end for s in c.content)]


GIVEN = [
    # a count that is somebody's
    ("Mayor Ada Lund's toll stood at 19 dead.", "19", "Ada Lund", []),
    ("The flood swept the quay, killing 12 people by the mayor's count and leaving dozens homeless.", "12", "mayor (unnamed)", []),
    ("That is more than the count of the Lerby Health Office, which had 164 on Tuesday.", "164", "Lerby Health Office", []),
    ("That is two more than the 10 whom Mayor Ada Lund announced at noon.", "10", "Ada Lund", []),
    ("Hospitals took in 84 patients, figures from Lerby's municipal health department show.", "84", "Lerby's municipal health department", []),
    # verbs that put a number
    ("Mayor Ada Lund had earlier put the confirmed dead at 18.", "18", "Ada Lund", []),
    ("But mayor Ada Lund is sticking to 12 dead.", "12", "Ada Lund", []),
    ("The Rescue Service reduced its list of the missing to 22.", "22", "Rescue Service", []),
    ("Police in Lerby have named all 12 people killed.", "12", "Police", []),
    # a fragment without a verb
    ("Mayor 23, union 41, the fire chief 28.", "41", "union (unnamed)", []),
    # two under one sentence
    ("By their own figures, 45 are dead or missing: 23 dead, says the mayor, and 22 missing, says the Rescue Service.", "22", "Rescue Service", []),
    # hospitals admit patients, and say nothing by it
    ("Hospitals admitted 84 people, according to the Lerby Health Department.", "84", "Lerby Health Department", []),
    ("The Lerby Health Department said the town's hospitals had admitted 84 injured.", "84", "Lerby Health Department", []),
    # quoted by somebody else
    ("Some 120 rescuers were sent, the state agency Infonor quoted the Rescue Service as saying.", "120", "Rescue Service", ["Infonor"]),
    ("Jon Berg, quoted in the Fen Gazette, says the ship held 30 tonnes of salt.", "30", "Jon Berg", ["Fen Gazette"]),
    ('Minister Anton Berg told deputies that "the mayor informs me of 19 dead".', "19", "mayor (unnamed)", ["Anton Berg"]),
    ("Jon Berg informed state agency Infonor that 30 medics would go, according to a Fen Gazette report from May.", "30", "Jon Berg", ["Infonor", "Fen Gazette"]),
    ("Aln would send 300 medics, Infonor, a state agency, reported on Tuesday.", "300", "Infonor", []),
    # a name after the office, behind a citing verb or "according to"
    ("The flood killed 40 people, according to the country's deputy farm minister, Ada Lund.", "40", "Ada Lund", []),
    ("Norland will send 30 medics, Infonor reported, citing the country's security chief, Pavel Krun.", "30", "Pavel Krun", ["Infonor"]),
    # the body of a spokesman, and the page's own agency, are no further hands
    ("70 rescuers were sent, Jon Berg, a spokesman for the Rescue Service, told the agency.", "70", "Jon Berg", []),
    # from the sentence after
    ("Forty people were killed, the deputy farm minister said.\n\nAda Lund gave the number to reporters on the quay.", "Forty", "Ada Lund", []),
    ("Mayor Jon Berg said 38 people were missing. He was reading from the Rescue Service's list.", "38", "Rescue Service", ["Jon Berg"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "speaker", "hands"), GIVEN)
def test_who_gives_a_figure(read: Read, text: str, number: str, speaker: str, hands: list[str]) -> None:
    """The one who counts, then the hands the figure went through."""
    _, claims, _, _ = read(text)
    (claim,) = claims_on(text, number, claims)
    assert claim.speaker is not None and claim.speaker.name == speaker
    assert list(claim.chain) == [speaker, *hands, PAGE]


RESTATED = [
    ("Toll in Lerby flood rises to 12\n\nTwelve people have died, Mayor Ada Lund said.", "12", "Ada Lund"),
    ("Lerby flood: 12 dead\n\nMayor Ada Lund said 12 people had died.", "12", "Ada Lund"),
    ("GREY BOATS OF DOOM: 12 dead in Lerby\n\nMayor Ada Lund said 12 people had died.", "12", "Ada Lund"),
    ("Lerby counts 50 dead\n\nFifty people have died, Mayor Ada Lund said.", "50", "Ada Lund"),
    ("Union puts dead at 41 as mayor says 23\n\nThe Lerby Dockers' Union said 41 people had died. Mayor Ada Lund said 23 were dead.", "23", "Ada Lund"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "speaker"), RESTATED)
def test_a_restated_figure_is_its_one_asserters(read: Read, text: str, number: str, speaker: str) -> None:
    """The statement keeps its words; its speaker points at the words that name him elsewhere."""
    _, claims, _, _ = read(text)
    at = text.index(number)
    (claim,) = [c for c in claims if any(c_.start <= at < c_.end for c_ in c.content)]
    assert claim.speaker is not None and claim.speaker.name == speaker
    assert claim.source or "figure restated" in claim.rules


NOT_RESTATED = [
    # two give the number
    "Toll in Lerby flood rises to 12\n\nTwelve people have died, Mayor Ada Lund said. The Lerby Union also said 12 had died.",
    # another kind of thing
    "The storm took 12 roofs in Lerby. Mayor Ada Lund said 12 people had died.",
    # a denied number is nobody's
    "Toll in Lerby flood rises to 41\n\nMayor Ada Lund denied that 41 people had died.",
]


@pytest.mark.parametrize("text", NOT_RESTATED)
def test_a_figure_with_no_sole_asserter_stays_the_writers(read: Read, text: str) -> None:
    """Nobody is guessed where two give the number, where it counts something else, or where it is denied."""
    _, claims, _, _ = read(text)
    assert claims[0].speaker is None


def test_the_reporter_on_the_scene_counts_himself(read: Read) -> None:
    """ "I counted" under one byline is the reporter's own count; under a desk's it stays the page's."""
    text = "Between noon and seven I stood on the bank. I counted 15 boats."
    (claim,) = claims_on(text, "15", read(text, byline="Ada Lund")[1])
    assert claim.chain == ("Ada Lund", PAGE)
    (claim,) = claims_on(text, "15", read(text, byline="Courier staff")[1])
    assert claim.speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "Mayor 23, union 41, the fire chief 28.",
        "The toll so far. Lerby 23 dead, Aln 41 dead.",
        "By noon, with 14 boats lost, Mayor Ada Lund said the lock was shut; 9 more were adrift.",
        "Lerby: a town of 9,000 with one bus.",
    ],
)
def test_every_figure_stands_in_a_claim(read: Read, text: str) -> None:
    """No quantity is left without a statement, also in a fragment or beside what somebody said."""
    document, claims, _, _ = read(text)
    figures = find_quantities(document)
    assert figures and all(any(q.id in c.quantities for c in claims) for q in figures)


@pytest.mark.parametrize(
    ("text", "number", "speaker"),
    [
        ("Mayor Ada Lund raised the dead to 31, while injured are 45.", "45", "Ada Lund"),
        ("Mayor Ada Lund has placed the number of dead at 31, while scores of boats are lost.", "scores", None),
    ],
)
def test_a_figure_beside_a_statement(read: Read, text: str, number: str, speaker: str | None) -> None:
    """A number that runs on after a speaker's is his; a vague count is the writer's own."""
    document, claims, _, _ = read(text)
    figure = next(q for q in find_quantities(document) if number in q.span.of(text))
    (claim,) = [c for c in claims if figure.id in c.quantities]
    assert (claim.speaker.name if claim.speaker else None) == speaker


def test_a_page_shared_with_an_agency_credits_it(read: Read) -> None:
    """A byline of two outlets names the one whose words these are as well."""
    text = "Nine boats sank, Mayor Ada Lund said."
    assert read(text, byline="Lakeside Courier / Fen Wire")[1][0].chain == ("Ada Lund", "Fen Wire", PAGE)


def test_a_correction_note_is_the_pages_own(read: Read) -> None:
    """A dated notice is one corrected statement of the page."""
    text = "Boats sank in Lerby.\n\nCorrection, 3 May: An earlier version gave the number of boats as 264. It is 164."
    claim = read(text)[1][-1]
    assert claim.status == "corrected" and claim.speaker is None and claim.chain == (PAGE,)
