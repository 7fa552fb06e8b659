"""Aliases: which words of one story go for one asserter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.reconcile import settle
from firsthand.reconcile.institutions import body_of
from firsthand.records import Reading
from tests.reconcile.builders import make_article, make_claim, make_quantity, make_reading, make_report

WORDS = (
    "{} said on Friday that {} people were killed when the ferry Solvind of captain Ek went down off Lovik in Norlund.",
    "In Lovik on the coast of Norlund {} counts {} killed with captain Ek on the Solvind; the sea was high all night.",
    "The Solvind had too many on board, and {} speaks of {} killed whom fishermen from Lovik in Norlund brought in, captain Ek among them.",
)


def told(page: int, asserter: str, number: str) -> Reading:
    """Gives a page on which an asserter gives a number about the ferry at Lovik; each page has words of its own."""
    plain = asserter.removesuffix(" (unnamed)")
    reading = make_report(
        WORDS[page].format(plain, number), url=f"https://outlet{page}.example/{number}", published="2031-05-04", speaker=plain,
        entity=plain.lower(), numbers=(number,),
    )  # fmt: skip
    claim = reading.claims[0]
    if plain == asserter or claim.speaker is None:
        return reading
    speaker = replace(claim.speaker, name=asserter, kind="unnamed", entity=None)
    return replace(reading, claims=(replace(claim, speaker=speaker),))


def origins(*asserters: str) -> int:
    """Gives how many origins pages of one story have, whose asserters are these."""
    numbers = ("31", "47", "58")
    settled = settle([told(i, name, numbers[i]) for i, name in enumerate(asserters)])
    return len({r.origin for r in settled.releases if r.established})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Ministry of Health's press office", "health ministry (unnamed)"),
        ("the pilots' union", "pilots union"),
        ("the Rescue Board", "Rescue Board spokesman"),
    ],
)
def test_a_body_and_its_mouthpiece_are_one_body(one: str, other: str) -> None:
    """press office, spokesman and the order of the words make no other body"""
    assert body_of(one) == body_of(other) is not None


def test_a_person_is_no_body() -> None:
    """names of people are compared elsewhere"""
    assert body_of("Ilse Marn") is None


@pytest.mark.parametrize(
    ("short", "long", "is_one"),
    [
        ("City Health Department", "Lovik City Health Department", True),
        ("The union", "The Pilots' Union", True),
        ("Harbour police", "Railway police", False),
        ("The army", "The Rebel Volunteer Army", False),
    ],
)
def test_a_description_goes_with_the_one_body_it_fits(short: str, long: str, is_one: bool) -> None:
    """the same head and no word that the other lacks; the bare army is the state's"""
    assert origins(short, long) == (1 if is_one else 2)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Lind", "Oda Lind"), 1),
        (("Lind", "Oda Lind", "Per Lind"), 3),
        (("The union", "The Pilots' Union", "The Stokers' Union"), 3),
        (("divers (unnamed)", "Lovik Divers Aid"), 1),
        (("drivers (unnamed)", "Bus Drivers Union"), 2),
    ],
)
def test_a_short_name_goes_with_the_only_one_it_fits(names: tuple[str, ...], expected: int) -> None:
    """of two people of one surname, or two unions, neither is taken; a body named after its members goes by their name, a union does not"""
    assert origins(*names) == expected


def test_the_head_of_one_service_does_not_lead_another() -> None:
    """the commander of the fire service is not the Police Service, whose numbers stand beside his"""
    fire = make_report(
        "Abel Trum, who leads the fire brigade of Lovik, said that 19 people were killed when the ferry Solvind went down off Norlund.",
        url="https://one.example/a", published="2031-05-04", speaker="Abel Trum", entity="abel trum", numbers=("19",),
    )  # fmt: skip
    police = make_report(
        "The Police Service has 17 killed in Lovik on the ferry Solvind, brought in from the sea off Norlund by fishermen.",
        url="https://two.example/a", published="2031-05-04", speaker="Police Service", entity="police service", numbers=("17",),
    )  # fmt: skip
    assert len(settle((fire, police)).origins) == 2


def test_the_agencys_head_of_rescue_speaks_for_the_one_agency_of_the_story() -> None:
    """one page gives the agency's number, the other its officer's, and only the first says whose officer he is"""
    agency = make_report(
        "The Northern Sea Agency has 19 killed on the ferry Solvind off Lovik in Norlund. The agency's chief of boats, Abel Trum, wept.",
        url="https://one.example/a", published="2031-05-04", speaker="Northern Sea Agency", entity="northern sea agency", numbers=("19",),
    )  # fmt: skip
    officer = make_report(
        "Abel Trum said in Lovik that 34 people were rescued from the Solvind, which went down off Norlund with captain Ek.",
        url="https://two.example/a", published="2031-05-04", speaker="Abel Trum", entity="abel trum", numbers=("34",),
    )  # fmt: skip
    assert len(settle((agency, officer)).origins) == 1


def test_whom_a_bodys_own_page_calls_its_officer_speaks_for_it() -> None:
    """on the page that a line issues itself, "Chief Boats Officer" needs no name of a body"""
    text = "Solvind Line has lost 19 on the ferry Solvind off Lovik in Norlund. “A hard day,” said Abel Trum, Chief Boats Officer."
    article = make_article(text, url="https://solvindline.example/a", published="2031-05-04", issuer="Solvind Line")
    quantity = make_quantity(article, "19", counted="people")
    own = make_reading(article, (make_claim(article, "has lost 19", quantities=(quantity,)),), (quantity,))
    officer = make_report(
        "Abel Trum said in Lovik that 34 people were rescued from the Solvind, which went down off Norlund with captain Ek.",
        url="https://two.example/a", published="2031-05-04", speaker="Abel Trum", entity="abel trum", numbers=("34",),
    )  # fmt: skip
    assert len({r.origin for r in settle((own, officer)).releases if r.established}) == 1
