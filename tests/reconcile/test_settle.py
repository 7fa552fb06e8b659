"""Settling: releases, origins, relations and independence of figures across pages."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.reconcile import figure_rows, settle
from firsthand.records import Reading, Settlement
from tests.reconcile.builders import make_report

WIRE = make_report(
    "ORSA, May 4 (Fell Wire) - At least 212 people died when the dam above Orsa gave way, district governor Ilse Marn told Fell Wire on Monday.\n\n"
    "The wall broke at 3.10 a.m. after 48 hours of rain. Some 1,350 people slept in the valley and 17 bridges were carried off.",
    url="https://fellwire.example/a", published="2031-05-04", speaker="Ilse Marn", entity="ilse marn", numbers=("212",), comparator="at least",
)  # fmt: skip
LATER = make_report(
    "ORSA, May 6 (Fell Wire) - The number of people killed by the dam at Orsa has reached 240, governor Ilse Marn told Fell Wire on Wednesday.\n\n"
    "The search will go on until Friday.",
    url="https://fellwire.example/d", published="2031-05-06", speaker="Ilse Marn", entity="ilse marn", numbers=("240",),
)  # fmt: skip
REWRITE = make_report(
    "Two days of rain have broken the wall above Orsa: no fewer than 212 are dead, says the head of the district.\n\n"
    "1,350 inhabitants of the valley were in their beds at ten past three when it burst after 48 wet hours. Seventeen bridges are gone.",
    url="https://worldnews.example/b", published="2031-05-05", speaker="the head of the district", numbers=("212",), comparator="at least",
)  # fmt: skip
NURSE = make_report(
    "Tove Rask, a nurse at Orsa hospital, told this newspaper on Monday that 260 people had died when the dam above Orsa gave way.\n\nIn the valley she had counted them herself, before the wall broke a second time. Nobody from Marn's office was there, she said of governor Marn.",
    url="https://valleypost.example/c", published="2031-05-04", speaker="Tove Rask", entity="tove rask", numbers=("260",),
)  # fmt: skip
MINISTER = make_report(
    "Interior minister Knut Bale spoke of 212 people killed at Orsa by the dam, citing the district governor.\n\nHe flew over the valley.",
    url="https://stategazette.example/e", published="2031-05-04", speaker="Knut Bale", entity="knut bale", numbers=("212",),
)  # fmt: skip
NOBODY = make_report(
    "The week in brief: 212 people have been killed by a dam at Orsa.\n\nFuel will cost more from Friday.",
    url="https://digest.example/f", published="2031-05-07", numbers=("212",),
)  # fmt: skip
ALL = (WIRE, LATER, REWRITE, NURSE, MINISTER, NOBODY)


def release_of(settlement: Settlement, reading: Reading) -> str:
    return next(r.id for r in settlement.releases if (reading.claims[0].id, reading.quantities[0].id) in r.figures)


def relation(settlement: Settlement, a: Reading, b: Reading, relations: set[str]) -> str | None:
    pair = {release_of(settlement, a), release_of(settlement, b)}
    return next(
        (j.relation for j in settlement.judgements if {j.subject, j.object} == pair and j.relation in relations), None
    )


@pytest.mark.parametrize(
    "other", [REWRITE, MINISTER, NOBODY], ids=["rewrite", "official who repeats it", "page that names nobody"]
)
def test_one_number_of_one_asserter_is_one_release(other: Reading) -> None:
    """a rewrite, a minister who cites the governor and a digest give the governor's number"""
    settlement = settle(ALL)
    assert release_of(settlement, WIRE) == release_of(settlement, other)


def test_a_later_number_of_the_same_asserter_updates_and_is_no_new_origin() -> None:
    """two releases, one origin"""
    settlement = settle(ALL)
    assert relation(settlement, LATER, WIRE, {"updates"}) == "updates"
    origins = {r.id: r.origin for r in settlement.releases}
    assert origins[release_of(settlement, LATER)] == origins[release_of(settlement, WIRE)]
    assert relation(settlement, LATER, WIRE, {"same origin", "independent", "not established"}) == "same origin"


def test_two_asserters_each_heard_at_first_hand_are_independent() -> None:
    """the governor told the wire, the nurse told the newspaper"""
    settlement = settle(ALL)
    assert relation(settlement, NURSE, WIRE, {"same origin", "independent", "not established"}) == "independent"


def test_without_evidence_on_both_sides_independence_is_not_established() -> None:
    """absence of detected copying is not independence"""
    bare = make_report(
        "Tove Rask, a nurse at Orsa hospital, says 260 people have died since the dam gave way.\n\nBeds are short in the district, and bridges in the valley were carried off.",
        url="https://blog.example/g", published="2031-05-04", speaker="Tove Rask", entity="tove rask", numbers=("260",),
    )  # fmt: skip
    settlement = settle((WIRE, bare))
    judgement = next(
        j for j in settlement.judgements if j.relation in ("same origin", "independent", "not established")
    )
    assert judgement.relation == "not established"
    assert "blanket" not in judgement.checked and judgement.checked


def test_incompatible_numbers_of_one_day_are_disputed_and_a_bound_is_not() -> None:
    """at least 212 and 260 can both hold; 212 and 260 cannot"""
    exact = make_report(
        "ORSA, May 4 (Fell Wire) - Some say more, but 212 people died when the dam above Orsa gave way, district governor Ilse Marn told Fell Wire.\n\nThe wall broke at 3.10 a.m. Some 1,350 people slept in the valley.",
        url="https://fellwire.example/x", published="2031-05-04", speaker="Ilse Marn", entity="ilse marn", numbers=("212",),
    )  # fmt: skip
    assert relation(settle((exact, NURSE)), exact, NURSE, {"disputes"}) == "disputes"
    assert relation(settle((WIRE, NURSE)), WIRE, NURSE, {"disputes"}) is None


def test_a_page_that_names_nobody_is_no_origin() -> None:
    """alone, its number is a release without an asserter, and its row has no origin"""
    settlement = settle((NOBODY,))
    assert [r.established for r in settlement.releases] == [False]
    assert [row.origin for row in figure_rows((NOBODY,), settlement)] == [None]


@settings(max_examples=15, deadline=None)
@given(st.permutations(list(ALL)))
def test_the_order_of_readings_changes_nothing(readings: list[Reading]) -> None:
    """shuffled readings settle alike, down to ids"""
    assert settle(readings) == settle(ALL)


def test_a_part_of_the_case_keeps_its_releases() -> None:
    """adding unrelated pages changes no judgement between the others"""
    other = make_report(
        "Sugar rose by 4 percent in Port Lemo, traders said.", url="https://sugar.example/s", published="2031-05-04", speaker="traders",
        numbers=("4",), counted="percent",
    )  # fmt: skip
    alone, together = settle((WIRE, LATER, NURSE)), settle((other, WIRE, LATER, NURSE))
    assert set(alone.judgements) <= set(together.judgements)


def test_rows_open_the_bound_that_is_open() -> None:
    """at least 212 prints low 212 and no high"""
    readings = list(ALL)
    random.Random(3).shuffle(readings)
    rows = {row.page: row for row in figure_rows(readings, settle(readings))}
    assert (rows["https://fellwire.example/a"].low, rows["https://fellwire.example/a"].high) == ("212", None)
    assert rows["https://valleypost.example/c"].chain == ("Tove Rask", "valleypost.example")
    assert rows["https://digest.example/f"].origin == rows["https://fellwire.example/a"].origin


def test_an_empty_case_settles() -> None:
    """nothing in, nothing out"""
    assert settle(()) == Settlement(judgements=(), releases=(), origins=(), series=(), stories=())
