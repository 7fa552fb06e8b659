"""Two figures side by side: each slot with both answers and their words; what is missing is said to be missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.reconcile.beside import Known, Slot, side_by_side
from firsthand.reconcile.figures import figures_of
from firsthand.reconcile.needs import lacking, told_by_passages
from firsthand.reconcile.passages import Stand
from firsthand.records import QuantityRelation, Release
from tests.reconcile.builders import make_report


def stand(
    text: str, number: str, speaker: str | None, day: str | None = "2031-05-04", *, release: Release | None = None,
    counted: str | None = "people", **fields: object,
) -> Stand:  # fmt: skip
    url = f"https://post.example/{number}"
    reading = make_report(text, url=url, published=day, speaker=speaker, numbers=(number,), counted=counted, **fields)  # type: ignore[arg-type]
    return Stand.of(reading, figures_of(reading)[0], release)


def release(*, asserter: str | None, established: bool = True, **fields: object) -> Release:
    values = {"reasons": (), "as_of": "2031-05-04", "first_published": "2031-05-04"} | fields
    return Release(
        id="o1", asserter=asserter, entity=asserter, established=established, origin="g1", series="s1", figures=(("c1", "q1"),),
        low="31", high="31", comparator=None, counted="people", place=None, articles=("r1",), **values,  # type: ignore[arg-type]
    )  # fmt: skip


FIRE = stand("The fire in the Ossby mill killed 31 people, the fire brigade said.", "31", "fire brigade")


def slot(name: str, other: Stand, one: Stand = FIRE, known: Known | None = None) -> Slot:
    return next(each for each in side_by_side(one, other, known) if each.name == name)


@pytest.mark.parametrize(
    ("name", "other", "says", "verdict"),
    [
        ("who", stand("The fire in the Ossby mill killed 31 people, the fire brigade said.", "31", "fire brigade", "2031-05-05"), "agrees", "the same"),
        ("who", stand("The fire in the Ossby mill killed 12 people, the owner said.", "12", "owner"), "differs", "different"),
        ("who", stand("The fire in the Ossby mill has cost 40 lives.", "40", None), "missing", "none read in B"),
        ("who", stand("The fire in the Ossby mill killed 12 people.", "12", "two clerks (unnamed)"), "open", "cannot be told"),
        ("what is counted", stand("The fire at the Ossby mill killed 12 people.", "12", "owner"), "agrees", "one thing"),
        ("what is counted", stand("The fire at the Ossby mill injured 12 people.", "12", "owner"), "differs", "different"),
        ("what is counted", stand("The fire left 45 people dead or missing.", "45", "owner"), "differs", "different"),
        ("what is counted", stand("The owner put the number at 12.", "12", "owner", counted=None), "missing", "none read in B"),
        ("place", stand("The fire killed 12 people.", "12", "owner"), "missing", "none read in A or B"),
        ("place", stand("The fire in Varde killed 12 people.", "12", "owner", place="Varde"), "missing", "none read in A"),
        ("group and scope", stand("The fire killed 12 children.", "12", "owner", counted="children"), "differs", "different"),
        ("group and scope", stand("The fire killed 12 people.", "12", "owner"), "missing", "none read in A or B"),
        ("time", stand("The fire killed 12 people.", "12", "owner"), "agrees", "one time, by the days of the pages"),
        ("time", stand("The fire killed 12 people.", "12", "owner", "2031-05-09"), "differs", "two times, by the days of the pages"),
        ("time", stand("The fire killed 12 people.", "12", "owner", None), "missing", "none read in A or B"),
        ("numbers", stand("The fire killed 31 people.", "31", "owner"), "agrees", "one number"),
        ("numbers", stand("The fire killed 12 people.", "12", "owner"), "differs", "cannot both hold"),
        ("numbers", stand("At least 20 people died.", "20", "owner", comparator="at least"), "open", "can both hold"),
        ("numbers", stand("Some 12 died.", "12", "owner", comparator="vague"), "open", "can both hold"),
        ("numbers", stand("The fire burnt 12 hectares.", "12", "owner", counted="hectares", unit="hectare"), "open", "not comparable"),
    ],
)  # fmt: skip
def test_slots(name: str, other: Stand, says: str, verdict: str) -> None:
    """agreeing, differing, open and missing answers of every slot, from both sides"""
    found = slot(name, other)
    assert (found.says, found.verdict) == (says, verdict)
    turned = slot(name, FIRE, other)
    assert turned.says == says and (turned.a, turned.b) == (found.b, found.a)


def test_two_places() -> None:
    """two names of places are different; of one name inside the other nothing follows; a width may only say where it happened"""
    varde = stand("The fire in Varde killed 12 people.", "12", "owner", place="Varde")
    orsa = stand("The fire in Orsa killed 31 people.", "31", "brigade", place="Orsa")
    lower = stand("The fire in Lower Orsa killed 31 people.", "31", "brigade", place="Lower Orsa")
    assert [slot("place", other, varde).says for other in (orsa, varde)] == ["differs", "agrees"]
    assert slot("place", lower, orsa).says == "open"
    city = stand("A blast in the town of Orsa killed 31 people.", "31", "brigade")
    wide = stand("Clinics across the province took in 90 people.", "90", "office")
    found = slot("place", wide, city)
    assert found.says == "open" and found.a.words == ("in the town of Orsa",)


def test_answers_quote_the_page() -> None:
    """each word of an answer stands in the passage, and each answer with a value says what it was read from"""
    other = stand(
        "The owner said at least 12 children in Varde were killed.", "12", "owner", place="Varde", counted="children"
    )
    for each in side_by_side(FIRE, other):
        for answer, side in ((each.a, FIRE), (each.b, other)):
            assert all(words in side.side.text for words in answer.words)
            assert answer.words or not answer.value or answer.note, each.name


def test_the_case_knows_more() -> None:
    """who gives both is the case's answer where it has one; whose number a release is may be open"""
    other = stand("The mill counts 12 dead, Oda Lind said.", "12", "Oda Lind")
    same = slot("who", other, known=Known(parties="same", why="one origin"))
    assert (same.says, same.why) == ("agrees", "one origin")
    loose = stand("The mill counts 12 dead, Oda Lind said.", "12", "Oda Lind", release=release(asserter=None, established=False))  # fmt: skip
    found = slot("who", loose)
    assert found.says == "open" and "leaves open" in found.b.note
    elsewhere = stand("The fire killed 12 people, the owner said.", "12", "owner", release=release(asserter="Oda Lind", as_of="2031-05-02"))  # fmt: skip
    assert "the case gives the number to Oda Lind" in slot("who", elsewhere).b.note
    assert "from 2031-05-02 on" in slot("time", elsewhere).b.note
    injured = stand("The fire injured 12 people.", "12", "owner")
    assert slot("what is counted", injured, known=Known(series="hurt")).says == "open"


def test_what_a_dispute_would_need() -> None:
    """a name lacks what is not so, and leaves open what is not said; one that lacks nothing is what the passages alone say"""
    owner = stand("The fire in the Ossby mill killed 12 people, the owner said.", "12", "owner")
    lacks = {lack.name: lack for lack in lacking(side_by_side(FIRE, owner))}
    assert not lacks["a dispute"].unmet and not lacks["a dispute"].open
    assert [each.partition(" (")[0] for each in lacks["an update"].unmet] == ["one who gives both", "two times"]
    ruling = told_by_passages(FIRE, owner, side_by_side(FIRE, owner))
    assert ruling is not None and ruling.relation == "disputes"
    nobody = stand("The fire in the Ossby mill killed 12 people.", "12", None)
    lacks = {lack.name: lack for lack in lacking(side_by_side(FIRE, nobody))}
    assert lacks["a dispute"].open == ("two who give them (here: none read in B)",)
    assert told_by_passages(FIRE, nobody, side_by_side(FIRE, nobody)) is None
    assert {lack.name for lack in lacking(side_by_side(FIRE, owner), {"disputes"})}.isdisjoint({"a dispute"})


def test_the_lower_number_a_day_later() -> None:
    """what can only grow did not fall overnight: one time stays open, and is not ruled out"""
    later = stand("The fire in the Ossby mill killed 12 people, the owner said.", "12", "owner", "2031-05-05")
    [dispute] = [lack for lack in lacking(side_by_side(FIRE, later)) if lack.name == "a dispute"]
    assert not dispute.unmet and len(dispute.open) == 1
    higher = stand("The fire in the Ossby mill killed 40 people, the owner said.", "40", "owner", "2031-05-05")
    [dispute] = [lack for lack in lacking(side_by_side(FIRE, higher)) if lack.name == "a dispute"]
    assert dispute.unmet


def test_the_sentence_is_that_of_the_number() -> None:
    """a headline without a full stop is no part of the sentence below it"""
    headed = stand("Fire at mill\n\nThe fire killed 12 people. It is out.", "12", None)
    assert headed.sentence == "The fire killed 12 people."


def test_a_part_of_another_number() -> None:
    """a number that its page gives as a part of another is of another scope than a number given whole; two series stay two"""
    text = "Of the 40 who were killed, the brigade said, 6 were on the roof."
    reading = make_report(text, url="https://post.example/roof", published="2031-05-04", speaker="brigade", numbers=("40", "6"))  # fmt: skip
    whole, part = reading.quantities
    tied = replace(reading, quantity_relations=(QuantityRelation(subject=part.id, object=whole.id, relation="part of"),))  # fmt: skip
    six = Stand.of(tied, next(f for f in figures_of(tied) if f.quantity.id == part.id))
    found = slot("group and scope", six)
    assert found.says == "differs" and "part of 40" in found.b.value and "40" in found.b.words
    other = stand("The fire at the Ossby mill killed 12 people.", "12", "owner")
    assert slot("what is counted", other, known=Known(apart="“killed” and “killed, Varde”")).says == "open"
