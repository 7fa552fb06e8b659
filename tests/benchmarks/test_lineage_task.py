"""The adapter of the lineage benchmark: its weaker rule of independence over what the product judged, and its count of origins."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.tasks.lineage import rows

from firsthand.reconcile import settle
from firsthand.records import Reading
from tests.reconcile.builders import make_article, make_claim, make_quantity, make_reading
from tests.reconcile.test_relations import make_page

WIRE = make_page(
    "fellwire",
    "At least 30 people were killed in Varde when the Lunde dam broke, governor Ilse Marn told Fell Wire. The road to Varde is cut.",
    (("Ilse Marn", "30 people were killed", "30", "people"),),
)
PAPER = make_page(
    "vardepost",
    "Nobody slept in Varde. The nurse Tove Rask has 52 people killed by the Lunde in her book; half of the beds stand in the yard.",
    (("Tove Rask", "52 people killed", "52", "people"),),
)
LETTER = make_page(
    "eastletter",
    "In Varde the Lunde took 52 people, all of them killed before dawn, and the priest Odd Bale rang the bell for each.",
    (("Odd Bale", "took 52 people, all of them killed", "52", "people"),),
)
BULLETIN = make_page("digest", "Varde, Lunde dam: 30 people killed. Roads: cut. Trains: none.", ((None, "30 people killed", "30", "people"),))  # fmt: skip
OFFICE = make_page(
    "statenews",
    "Minister Knut Bale spoke of 30 people killed in Varde by the Lunde dam, citing the governor.",
    (("Knut Bale", "30 people killed", "30", "people"),),
)


def label(one: Reading, other: Reading, *more: Reading) -> str | None:
    """Gives the label of the first two pages of a case, None where none is given."""
    readings = (one, other, *more)
    wanted = {r.article.url for r in (one, other) if r.article}
    found = [r for r in rows(readings, settle(readings)) if "label" in r and {r["a"], r["b"]} == wanted]
    return str(found[0]["label"]) if found else None


def origins(*readings: Reading) -> int:
    """Gives how many origins the numbers of a case have."""
    return len({r["origin"] for r in rows(readings, settle(readings)) if r.get("origin")})


def test_pages_with_speakers_of_their_own_and_nothing_in_common_are_independent() -> None:
    """no sign of own access is asked for, unlike in the product"""
    assert label(WIRE, PAPER) == "independent"


def test_a_page_that_names_nobody_stays_not_established() -> None:
    """neither the same origin nor another"""
    assert label(WIRE, BULLETIN, PAPER) is None
    assert label(PAPER, BULLETIN, WIRE) is None


def test_a_lent_number_ties() -> None:
    """a minister who cites the governor is no second source"""
    assert label(WIRE, OFFICE) == "same origin different text"


def test_one_uncommon_number_by_two_asserters_stays_not_established() -> None:
    """two names may stand for one source, where not both pages show that they heard theirs"""
    assert label(PAPER, LETTER) is None


def test_origins_are_asserters_and_pages_with_speakers() -> None:
    """the minister adds none, the bulletin adds none"""
    assert origins(WIRE, PAPER, OFFICE, BULLETIN) == 2


def test_pages_that_only_cite_each_other_stay_not_established() -> None:
    """a page with a speaker is not known to be independent of them"""
    said = (("East Letter", "44 people killed", "44", "people"),)
    ring = (
        make_page("eastletter", "The Lunde took more in Varde than is told: Digest of Brel confirms 44 people killed.", (("Digest of Brel", "44 people killed", "44", "people"),)),
        make_page("digestofbrel", "In Varde by the Lunde, as East Letter reports, one must reckon with 44 people killed.", said),
    )  # fmt: skip
    assert label(PAPER, ring[0], ring[1], WIRE) is None
    assert label(*ring, PAPER) == "same origin different text"


def test_a_survivor_whom_another_outlet_quotes_is_no_second_origin() -> None:
    """the review has the number from the paper, whose survivor has a name"""
    paper = make_page(
        "vardepost",
        "Nobody slept in Varde after the Lunde dam broke. The survivor Tove Rask told the Varde Post that 52 people were killed.",
        (("Tove Rask", "52 people were killed", "52", "people"),),
    )
    article = make_article(
        "The Varde Post quotes a survivor: 52 people were killed in Varde by the Lunde when the dam broke.",
        url="https://review.example/a", published="2031-04-03",
    )  # fmt: skip
    quantity = make_quantity(article, "52", counted="people")
    claim = make_claim(
        article, "52 people were killed", speaker="survivor (unnamed)", via=("Varde Post",), quantities=(quantity,)
    )
    assert claim.speaker is not None
    claim = replace(claim, speaker=replace(claim.speaker, kind="unnamed"))
    assert origins(paper, make_reading(article, (claim,), (quantity,))) == 1


def test_a_firm_whose_land_is_named_is_no_source() -> None:
    """a wire that says who holds the lease does not have its news from the firm's own page"""
    wire = make_page(
        "fellwire",
        "At least 30 people were killed in Varde when the Lunde dam broke, governor Ilse Marn told Fell Wire. Lunde Water holds the lease.",
        (("Ilse Marn", "30 people were killed", "30", "people"),),
    )
    firm = make_page(
        "lundewater",
        "In Varde on the Lunde the office of engineer Odd Bale has counted 47 people killed. The dam is ours no more.",
        (("Odd Bale", "47 people killed", "47", "people"),),
    )
    assert label(wire, firm) == "independent"
