"""Pages of one story: same occasion and independence, judged from speakers, numbers and signs of own access."""

from __future__ import annotations

import pytest

from firsthand.reconcile import settle
from firsthand.records import Reading
from tests.reconcile.builders import make_report
from tests.reconcile.test_relations import Said, make_page

DIRECTOR: tuple[Said, ...] = (
    ("Sigrid Dahl", "62 barrels", "62", "barrels"),
    ("Sigrid Dahl", "9,400 crowns", "9,400", "crowns"),
)
WIRE = make_page(
    "fellwire",
    "Customs seized 62 barrels of spirit on the Nordkyn at Varde, customs director Sigrid Dahl said. They were worth 9,400 crowns, she said.",
    DIRECTOR,
)
PAPER = make_page(
    "vardepost",
    "She had one of them rolled in: 62 barrels, said Sigrid Dahl with a smile, all from the Nordkyn at Varde. They would fetch 9,400 crowns.",
    DIRECTOR,
)


def between(one: Reading, other: Reading) -> set[str]:
    """Gives the relations judged between two pages."""
    ids = {r.article.id for r in (one, other) if r.article}
    return {j.relation for j in settle((one, other)).judgements if {j.subject, j.object} == ids}


def test_two_pages_with_several_numbers_of_one_asserter_share_the_occasion() -> None:
    """each has them in its own words, on one day"""
    assert between(WIRE, PAPER) == {"same occasion"}


@pytest.mark.parametrize(
    "text",
    [
        "An aide to minister Rolf Aas spoke of 62 barrels from the Nordkyn at Varde, citing Sigrid Dahl. Their worth, 9,400 crowns, was Dahl's figure too.",
        "Dahl gave 62 barrels, the ones off the Nordkyn at Varde, as Fell Wire reported. She put them at 9,400 crowns.",
    ],
    ids=["lent numbers", "through another outlet"],
)
def test_who_was_not_there_shares_no_occasion(text: str) -> None:
    """a page that has the numbers from somebody else was not at the sitting"""
    assert "same occasion" not in between(WIRE, make_page("eastgazette", text, DIRECTOR))


def test_an_outlets_own_page_follows_up_the_one_it_had_copied() -> None:
    """the earlier page is a copy of the wire's, the later one its own"""
    text = "Customs seized 62 barrels of spirit on the Nordkyn at Varde on Friday, customs director Sigrid Dahl said. They were worth 9,400 crowns and stood under coal, she said, and the mate had the key to the hold."
    wire, copy = (
        make_page("fellwire", text, DIRECTOR, title="Spirit found"),
        make_page("radiovarde", f"{text} (Fell Wire)", DIRECTOR),
    )
    later = make_page(
        "radiovarde",
        "The mate of the Nordkyn is free again, a judge in Varde ruled; he knew of no barrels, and neither Sigrid Dahl nor Customs came to the court.",
        (),
        day="2031-04-05",
    )
    settled = settle((wire, copy, later))
    ids = [r.article.id for r in (later, copy) if r.article]
    assert (*ids, "update of") in {(j.subject, j.object, j.relation) for j in settled.judgements}


@pytest.mark.parametrize(
    ("place", "expected"), [("on Lake Nioka", {"independent"}), ("on Lake Sunda", set())], ids=["one lake", "two lakes"]
)
def test_a_common_noun_is_no_matter_in_common(place: str, expected: set[str]) -> None:
    """two pages that share only the word "Lake" may tell of two lakes"""
    one = make_page(
        "fellwire",
        "A ferry broke up in wind on Lake Nioka, and 47 people were killed, Ilse Marn told Fell Wire. No lake is as deep.",
        (("Ilse Marn", "47 people were killed", "47", "people"),),
    )
    other = make_page(
        "radiovarde",
        f"A ferry turned over in wind {place}, and 19 people were killed, the pilot Odd Rask told this station. The lake was calm.",
        (("Odd Rask", "19 people were killed", "19", "people"),),
    )
    assert between(one, other) == expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [("valleypost.example", {"independent"}), ("www.thesun.co.uk", set())],
    ids=["two publishers", "one publisher"],
)
def test_papers_of_one_publisher_are_not_independent(host: str, expected: set[str]) -> None:
    """each heard its own man, and both belong to one house"""
    one = make_report(
        "The Lunde dam above Orsa in Norlund broke and 212 people were killed, Ilse Marn told this newspaper in Orsa.",
        url="https://www.thetimes.co.uk/a", published="2031-05-04", speaker="Ilse Marn", entity="ilse marn", numbers=("212",),
    )  # fmt: skip
    other = make_report(
        "Tove Rask told this paper that she had seen 47 people killed in Orsa, Norlund, below the Lunde dam before it was light.",
        url=f"https://{host}/b", published="2031-05-04", speaker="Tove Rask", entity="tove rask", numbers=("47",),
    )  # fmt: skip
    assert between(one, other) == expected


def test_two_pages_that_heard_one_person_speak_to_several_share_the_occasion() -> None:
    """other numbers of one sitting, each page telling that reporters were there"""
    one = make_page(
        "fellwire",
        "Director Sigrid Dahl told a news conference at Varde that 62 barrels had been found on the Nordkyn.",
        (("Sigrid Dahl", "62 barrels", "62", "barrels"),),
    )
    other = make_page(
        "vardepost",
        "Why had the Nordkyn not been searched before, reporters asked at Varde. Sigrid Dahl said that she has 14 officers for the whole fjord.",
        (("Sigrid Dahl", "14 officers", "14", "officers"),),
    )
    assert between(one, other) == {"same occasion"}


def test_who_names_the_others_speaker_is_not_independent_of_it() -> None:
    """a page that shows own access, but tells of the very person who speaks on the other"""
    one = make_page(
        "fellwire",
        "Director Sigrid Dahl told Fell Wire that 62 barrels had been found on the Nordkyn at Varde.",
        (("Sigrid Dahl", "62 barrels", "62", "barrels"),),
    )
    other = make_page(
        "vardepost",
        "It took Sigrid Dahl an hour to read the list of the Nordkyn at Varde. The mate, Ove Lie, told the Varde Post that 9 of the crew were held.",
        (("Ove Lie", "9 of the crew", "9", "crew"),),
    )
    assert "independent" not in between(one, other)
