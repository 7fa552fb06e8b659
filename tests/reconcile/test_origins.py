"""Origins: who was heard at first hand, and what a page that names nobody may be counted with."""

from __future__ import annotations

import pytest

from firsthand.reconcile import settle
from firsthand.records import Reading
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


def test_a_number_of_nobody_stays_open_between_two() -> None:
    """two asserters were heard with it, and the digest may have either's"""
    settled = settle((DIGEST, GOVERNOR, NURSE))
    release = next(r for r in settled.releases if r.id == release_of(settled, DIGEST))
    assert not release.established and len(release.articles) == 1
