"""What a page that goes back to another has of its own."""

from __future__ import annotations

from firsthand.reconcile import settle
from tests.reconcile.test_relations import make_page

WIRE = (
    "Ilse Marn said 431 people were killed after the Lunde dam broke above Varde on Monday night, when most of the valley slept and the sirens failed. "
    "The water took the bridge at Holt, the lower mill and a row of cottages behind the church before it reached the lake."
)
MORE = " Oda Lind said 1,270 houses were damaged in the lower streets."


def test_a_number_that_the_source_lacks_is_news_of_the_copy() -> None:
    """the copy's giver of the dead is the wire's; the houses are its own, and their giver is established"""
    dead = ("Ilse Marn", "431 people were killed", "431", "people")
    houses = ("Oda Lind", "1,270 houses were damaged", "1,270", "houses")
    wire = make_page("wire", WIRE, (dead,), day="2031-04-02")
    copy = make_page("courier", WIRE + MORE, (dead, houses), day="2031-04-03")
    settlement = settle((wire, copy))
    assert {j.relation for j in settlement.judgements if j.about == "page"} & {"copy", "edited copy"}
    release = next(r for r in settlement.releases if r.low == "1270")
    assert (release.asserter, release.established) == ("Oda Lind", True)
    assert len([r for r in settlement.releases if r.low == "431"]) == 1
