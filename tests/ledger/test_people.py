"""What people say: appended, chained, undone by another entry, and standing over the machine's reading through every settling."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.errors import Overtaken, UnknownId
from firsthand.ledger import Ledger, verify
from firsthand.ledger.schema import MIGRATIONS, VERSION
from firsthand.pipeline import settle
from firsthand.records import Grade, Note, Release, Review, SavedView, Series, Span
from tests.builders import make_reading
from tests.ledger.old_cases import write_as

AT = "2031-01-01T00:00:00Z"


@pytest.fixture()
def case(tmp_path: Path) -> Iterator[Ledger]:
    """Two pages that give one mayor's figure, settled."""
    with Ledger(tmp_path / "c.db") as ledger:
        for number, url in (("12", "https://one.example/a"), ("15", "https://two.example/b")):
            page, reading = make_reading(
                text=f"Mayor Ilse Brandt said {number} people were killed.", url=url, number=number
            )
            ledger.add(page, reading, "run", AT)
        settle(ledger, "run", AT)
        yield ledger


def first(case: Ledger) -> str:
    return next(iter(case.claims())).id


def review(claim: str, action: str, **more: object) -> Review:
    return Review(**{"subject": claim, "action": action, "by": "Ada", "at": AT, "reason": "read it again", **more})  # type: ignore[arg-type]


def problems(case: Ledger) -> list[object]:
    return list(verify(case))


def test_a_rejected_claim_leaves_the_figures_and_undo_brings_it_back(case: Ledger) -> None:
    """The claim itself stays in the log; only what is made of it changes."""
    claim = first(case)
    seq = case.review(review(claim, "reject"), saw=0)
    assert case.unsettled() == 1
    settle(case, "run", AT)
    assert case.unsettled() == 0
    assert case.figures(claim=claim) == [] and case.claim(claim).id == claim
    case.undo(seq, by="Ada", at=AT, saw=seq)
    settle(case, "run", AT)
    assert len(case.figures(claim=claim)) == 1 and case.standing(claim) == [] and not problems(case)


def test_an_edited_speaker_survives_settling(case: Ledger) -> None:
    """The person's value stands in the figures; the machine's stays in the claim."""
    claim = first(case)
    case.review(review(claim, "edit", slot="speaker", value="Odo Fenn", machine="Ilse Brandt"), saw=0)
    for _ in range(2):
        settle(case, "run", AT)
        [row] = case.figures(claim=claim)
        assert row.asserter == "Odo Fenn"
    assert case.claim(claim).speaker.name == "Ilse Brandt"  # type: ignore[union-attr]
    assert not problems(case)


@pytest.mark.parametrize(
    ("slot", "value", "field"), [("status", "possible", "status"), ("counted", "residents", "counted")]
)
def test_other_slots(case: Ledger, slot: str, value: str, field: str) -> None:
    """Status and what is counted are taken over into the figure's row."""
    row = case.figures()[0]
    more = {"object": row.quantity} if slot == "counted" else {}
    case.review(review(row.claim, "edit", slot=slot, value=value, **more), saw=0)
    settle(case, "run", AT)
    assert getattr(case.figures(claim=row.claim)[0], field) == value


def test_edited_words_leave_figures_outside_them(case: Ledger) -> None:
    """A figure that is not in the corrected words is no figure of the claim."""
    row = case.figures()[0]
    text = case.article(row.article).text
    start = text.index("people were killed")
    span = Span(start, start + len("people were killed"))
    case.review(review(row.claim, "edit", slot="content", value=span.of(text), spans=(span,)), saw=0)
    settle(case, "run", AT)
    assert case.figures(claim=row.claim) == []


def test_nobody_is_overwritten_in_silence(case: Ledger) -> None:
    """A decision on what was decided in the meantime is refused, and stores nothing."""
    claim = first(case)
    seq = case.review(review(claim, "accept"), saw=0)
    with pytest.raises(Overtaken):
        case.review(review(claim, "reject", by="Ben"), saw=0)
    assert case.version(claim) == seq and len(case.reviews(claim)) == 1
    case.review(review(claim, "reject", by="Ben"), saw=seq)
    assert [s.record.by for s in case.standing(claim)] == ["Ben"]


def test_bulk_is_all_or_nothing(case: Ledger) -> None:
    """One overtaken record stops the whole lot."""
    one, two = (row.id for row in case.claims())
    case.review(review(two, "accept"), saw=0)
    with pytest.raises(Overtaken):
        case.review_many([(review(one, "accept"), 0), (review(two, "accept"), 0)])
    assert case.reviews(one) == []


def test_same_origin_joins_and_unrelated_parts(case: Ledger) -> None:
    """What people say of two figures outranks the machine's groups, and undo restores them."""
    one, two = (row.quantity for row in case.figures())
    before = case.views(Release)
    seq = case.review(review(one, "relate", object=two, value="same origin"), saw=0)
    settle(case, "run", AT)
    assert len({release.origin for release in case.views(Release)}) == 1
    [judgement] = [j for j in case.judgements(about="quantity") if j.by == "Ada"]
    assert judgement.relation == "same origin" and not problems(case)
    seq = case.review(review(two, "relate", object=one, value="unrelated"), saw=seq)
    settle(case, "run", AT)
    assert len(case.views(Series)) == 2
    assert [j.relation for j in case.judgements(about="quantity") if j.by == "Ada"] == ["unrelated"]
    seq = case.undo(seq, by="Ada", at=AT, saw=seq)
    case.undo(next(s.seq for s in case.related()), by="Ada", at=AT, saw=seq)
    settle(case, "run", AT)
    assert case.views(Release) == before and not problems(case)


def test_notes_grades_and_saved_views(case: Ledger) -> None:
    """Each is found again; an answer needs its note."""
    claim = first(case)
    seq = case.note(Note(about="claim", subject=claim, text="Who is this?", by="Ada", at=AT))
    case.note(Note(about="claim", subject=claim, text="The mayor.", by="Ben", at=AT, answers=seq))
    with pytest.raises(UnknownId):
        case.note(Note(about="claim", subject=claim, text="?", by="Ben", at=AT, answers=999))
    case.grade(Grade(scale="reliability", subject="The Paper", value="B", reason="usually careful", by="Ada", at=AT))
    case.save_view(SavedView(name="killed", terms=(("q", "killed"),), by="Ada", at=AT))
    case.save_view(SavedView(name="killed", terms=(("q", "dead"),), by="Ben", at=AT))
    assert [s.record.answers for s in case.notes((claim,))] == [None, seq]
    assert [s.record.value for s in case.grades("The Paper")] == ["B"]
    assert [s.record.terms for s in case.saved_views()] == [(("q", "dead"),)]
    assert not problems(case)


def test_forgetting_a_page_takes_what_was_said_of_it(case: Ledger) -> None:
    """Decisions and notes on a forgotten page lose their words as its claims do; the chain holds."""
    row = case.figures()[0]
    case.review(review(row.claim, "edit", slot="speaker", value="Odo Fenn"), saw=0)
    case.review(review(row.quantity, "relate", object=case.figures()[1].quantity, value="same origin"), saw=0)
    case.note(Note(about="article", subject=row.article, text="quoting it", by="Ada", at=AT))
    case.forget(case.article(row.article).page, reason="asked to", by="Ada", at=AT)
    settle(case, "run", AT)
    assert case.reviews() == [] and case.notes() == [] and not problems(case)


def test_forgetting_a_page_takes_what_judgements_quote_of_it(case: Ledger) -> None:
    """Reasons hold words of pages: those on the page go, and those that hold no more; what still holds is judged anew."""
    row = case.figures()[0]
    before = case.judgements()
    assert any(row.release in (j.subject, j.object) for j in before)
    case.forget(case.article(row.article).page, reason="asked to", by="Ada", at=AT)
    kept = "SELECT payload FROM entries WHERE kind = 'judgement' AND payload IS NOT NULL"
    assert not [p for (p,) in case._db.execute(kept) if row.article in p.decode() or (row.release or "") in p.decode()]
    assert not problems(case)
    settle(case, "run", AT)
    assert not problems(case)


def test_verify_finds_a_decision_that_was_hidden(case: Ledger) -> None:
    """A decision that can no longer be found is reported, as is one put under another record."""
    claim = first(case)
    case.review(review(claim, "accept"), saw=0)
    case._db.execute("UPDATE people SET subject = 'c0'")
    assert [problem.check for problem in verify(case)] == ["people"]  # type: ignore[attr-defined]
    case._db.execute("DELETE FROM people")
    assert [problem.check for problem in verify(case)] == ["people"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "wrong",
    [
        {"action": "shrug"}, {"action": "reject", "reason": " "}, {"action": "accept", "by": " "}, {"action": "edit"}, {"action": "accept", "slot": "status"},
        {"action": "edit", "slot": "status", "value": "true"}, {"action": "edit", "slot": "content", "value": "words"}, {"action": "edit", "slot": "counted", "value": "x"},
        {"action": "relate", "object": "q1", "value": "cousins"}, {"action": "relate", "value": "repeats"}, {"action": "undo"},
    ],
)  # fmt: skip
def test_a_decision_that_exists_is_right(wrong: dict[str, str]) -> None:
    """No unsigned, unreasoned or half-filled decision can be made."""
    with pytest.raises(ValueError):
        Review(**{"subject": "c1", "by": "Ada", "at": AT, "reason": "why", **wrong})  # type: ignore[arg-type]


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_case_of_an_earlier_schema_is_brought_up_to_date(case: Ledger, version: int, tmp_path: Path) -> None:
    """A case made before people could decide, or before settling was done in parts, opens, keeps what it holds, and takes decisions."""
    write_as(version, case.path, tmp_path / "old.db")
    assert len(MIGRATIONS) == VERSION
    with Ledger(tmp_path / "old.db", create=False) as later:
        assert [row.id for row in later.claims()] == [row.id for row in case.claims()]
        for kind in (Release, Series):
            assert later.views(kind) == case.views(kind)
        assert later.figures() == case.figures() and later.judgements() == case.judgements()
        entries = later.counts().entries
        settle(later, "run", AT)
        assert later.views(Release) == case.views(Release) and later.figures() == case.figures()
        assert later.counts().entries == entries, "what held before holds still, and the log does not grow"
        later.review(review(first(case), "accept"), saw=0)
        assert not problems(later)
