"""Origins: who was heard at first hand, and what a page that names nobody may be counted with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.reconcile import settle
from firsthand.records import QuantityRelation, Reading
from tests.reconcile.builders import make_report
from tests.reconcile.test_settle import release_of

GOVERNOR = make_report(
    "ORSA, May 4 (FW) - A wall of the dam above Orsa gave way and 212 people died, Ilse Marn told Fell Wire.\n\nThe road to Orsa is cut.",
    url="https://fellwire.example/a", published="2031-05-04", speaker="Ilse Marn", entity="ilse marn", numbers=("212",), via=("FW",),
)  # fmt: skip
NURSE = make_report(
    "By her own list 212 people are dead in Orsa below the dam, the nurse Tove Rask told this newspaper.\n\nShe had written down each name.",
    url="https://valleypost.example/c", published="2031-05-04", speaker="Tove Rask", entity="tove rask", numbers=("212",),
)  # fmt: skip
DIGEST = make_report(
    "The week in brief: 212 people have been killed by a dam at Orsa.\n\nFuel will cost more from Friday.",
    url="https://digest.example/f", published="2031-05-07", numbers=("212",),
)  # fmt: skip


def test_the_tag_of_a_dateline_is_no_hand_between() -> None:
    """ "(FW)" on Fell Wire's own page is Fell Wire, so that its governor and the nurse are two"""
    settled = settle((GOVERNOR, NURSE))
    assert release_of(settled, GOVERNOR) != release_of(settled, NURSE)
    assert {j.relation for j in settled.judgements if j.about == "origin"} == {"independent"}


@pytest.mark.parametrize("others", [(GOVERNOR,), (NURSE,)], ids=["governor", "nurse"])
def test_a_number_of_nobody_goes_with_the_one_who_gives_it(others: tuple[Reading, ...]) -> None:
    """one asserter of the story gives it"""
    settled = settle((DIGEST, *others))
    assert release_of(settled, DIGEST) == release_of(settled, others[0])


def test_a_part_is_of_the_origin_of_its_whole() -> None:
    """one governor gives 212, and on another day that nine of them are children"""
    part = make_report(
        "ORSA, May 6 (FW) - Of the 212 people killed when the dam above Orsa gave way nine were children, Ilse Marn told Fell Wire.\n\nThe road to Orsa is cut.",
        url="https://fellwire.example/b", published="2031-05-06", speaker="Ilse Marn", entity="ilse marn", numbers=("212", "nine"), via=("FW",),
    )  # fmt: skip
    whole, some = part.quantities
    said = QuantityRelation(subject=some.id, object=whole.id, relation="part of")
    settled = settle((GOVERNOR, replace(part, quantity_relations=(said,))))
    parts = [(j.subject, j.object) for j in settled.judgements if j.about == "origin" and j.relation == "part of"]
    origin = {r.id: r.origin for r in settled.releases}
    assert parts and all(origin[a] == origin[b] for a, b in parts)


def test_a_number_of_nobody_stays_open_between_two() -> None:
    """two asserters were heard with it, and the digest may have either's"""
    settled = settle((DIGEST, GOVERNOR, NURSE))
    release = next(r for r in settled.releases if r.id == release_of(settled, DIGEST))
    assert not release.established and len(release.articles) == 1


def test_a_town_that_an_outlet_bears_in_its_name_is_a_name_in_common() -> None:
    """both pages name Orsa, and both the Orsa Wire"""
    text = (
        GOVERNOR.article.text.replace("(FW)", "(Orsa Wire)").replace("Fell Wire", "Orsa Wire")
        if GOVERNOR.article
        else ""
    )
    governor = make_report(text, url="https://orsawire.example/a", published="2031-05-04", speaker="Ilse Marn", entity="ilse marn", numbers=("212",))  # fmt: skip
    nurse = make_report(
        "By her own list 212 people are dead in Orsa below the dam, the nurse Tove Rask told this newspaper.\n\nThe Orsa Wire had asked her first.",
        url="https://valleypost.example/c", published="2031-05-04", speaker="Tove Rask", entity="tove rask", numbers=("212",),
    )  # fmt: skip
    reasons = [why for j in settle((governor, nurse)).judgements if j.about == "origin" for why in j.reasons]
    assert reasons and not [why for why in reasons if "share" in why]
