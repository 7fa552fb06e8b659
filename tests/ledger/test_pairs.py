"""What a case holds of two figures: judgements, steps between them, people's decisions, or plainly nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.errors import UnknownId, UsageError
from firsthand.ledger import Ledger, held_between, statement_of
from firsthand.pipeline import compare_figures, settle
from firsthand.records import Release, Review
from tests.builders import make_reading

AT = "2031-01-01T00:00:00Z"
DAYS = (("12", "2031-05-04"), ("15", "2031-05-05"), ("19", "2031-05-06"))


@pytest.fixture()
def three(tmp_path: Path) -> Iterator[Ledger]:
    """One mayor's numbers on three days, the first of them on two pages."""
    with Ledger(tmp_path / "three.db") as ledger:
        for number, day in (*DAYS, DAYS[0]):
            url = f"https://paper.example/{ledger.counts().pages}"
            text = f"Mayor Ilse Brandt said {number} people were killed."
            ledger.add(*make_reading(text=text, url=url, number=number, published=day), "run", AT)
        settle(ledger, "run", AT)
        yield ledger


def releases(ledger: Ledger) -> list[Release]:
    return sorted(ledger.views(Release), key=lambda each: each.day)


def test_steps_between(three: Ledger) -> None:
    """neighbours are judged; the first and the last are joined by the steps between them, whichever is named first"""
    first, second, last = releases(three)
    near, far = held_between(three, first.id, second.id), held_between(three, last.id, first.id)
    assert "updates" in {each.judgement.relation for each in near.between} and not near.steps
    assert [each.told for each in near.between if each.judgement.relation == "updates"] == ["B updates A"]
    assert [step.id for step in far.steps] == [first.id, second.id, last.id]
    assert far.relations == {"updates"} and any("joined by updates" in told for told, _ in far.answers)


def test_one_figure_on_two_pages(three: Ledger) -> None:
    """two statements of one release: one figure, and no two parties"""
    one, other = (quantity for _, quantity in releases(three)[0].figures)
    held = held_between(three, one, other)
    assert held.is_one and held.relations == {"repeats"} and held.parties[0] is True
    assert held.names == {"repeats", "same origin"} and held.answers[0][1]


def test_a_persons_decision(three: Ledger) -> None:
    """who decided, when and why, on whichever statements of the two figures; also once it is taken back"""
    first, second, _ = releases(three)
    one, other = first.figures[1][1], second.figures[0][1]
    review = Review(
        action="relate", subject=one, object=other, value="different scope", reason="other hours", by="Ada", at=AT
    )
    seq = three.review(review, saw=0)
    held = held_between(three, first.id, second.id)
    assert [(d.person, d.signed.record.by, d.standing) for d in held.decisions] == [("different scope", "Ada", True)]
    assert "different scope" in held.relations and {e.judgement.by for e in held.between} == {"machine", "Ada"}
    three.undo(seq, by="Ada", at=AT, saw=three.version(review.key))
    assert not any(d.standing and d.signed.seq == seq for d in held_between(three, first.id, second.id).decisions)


def test_nothing_is_held(tmp_path: Path) -> None:
    """two figures of which the case says nothing are said to be not established, and in two series"""
    with Ledger(tmp_path / "two.db") as ledger:
        for number, noun, day in (("12", "killed", "2031-05-04"), ("70", "arrested", "2033-02-01")):
            text = f"Mayor Ilse Brandt said {number} people were {noun}."
            ledger.add(
                *make_reading(text=text, url=f"https://{noun}.example/", number=number, published=day, deed=noun),
                "run",
                AT,
            )
        settle(ledger, "run", AT)
        held = held_between(ledger, *(each.id for each in ledger.views(Release)))
        assert not held.relations and not held.between and not held.steps
        told = [sentence for sentence, _ in held.answers]
        assert told[0].startswith("Not established") and "two series" in told[1]
        found = compare_figures(ledger, held.a.id, held.b.id)
        assert len(found.slots) == 6 and {lack.name for lack in found.lacks} >= {"a dispute", "an update"}


def test_ids(three: Ledger) -> None:
    """claims, figures and releases name a statement, by their beginnings too; one thing twice, and what is no figure, is refused"""
    release = releases(three)[0]
    claim, quantity = release.figures[0]
    assert {statement_of(three, each[:12]).id for each in (release.id, claim, quantity)} == {quantity}
    with pytest.raises(UsageError, match="one and the same"):
        held_between(three, release.id, claim)
    with pytest.raises(UsageError, match="is the id of a series"):
        held_between(three, release.id, release.series)
    with pytest.raises(UnknownId):
        held_between(three, release.id, "zz")


def test_a_corrected_claim(three: Ledger) -> None:
    """what a person put in the place of a reading is named as his, in the decisions and in the slot"""
    first, second, _ = releases(three)
    claim = first.figures[0][0]
    review = Review(action="edit", subject=claim, slot="speaker", value="Oda Lind", machine="Ilse Brandt", reason="her list", by="Ada", at=AT)  # fmt: skip
    three.review(review, saw=0)
    found = compare_figures(three, claim, second.id)
    assert [(name, d.person, d.machine) for name, d in found.held.corrections] == [("A", "Oda Lind", "Ilse Brandt")]
    who = found.slots[0]
    assert who.a.value == "Oda Lind" and "decided by Ada" in who.a.note
