"""What people say of how pages hang on one another outranks the machine, and figures that name nobody follow it."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.errors import Overtaken
from firsthand.ledger import Ledger, verify
from firsthand.ledger.regroup import regroup
from firsthand.ledger.relineage import relineage
from firsthand.pipeline import settle
from firsthand.records import MADE_FROM, Judgement, Release, Review, Series, Settlement
from tests.builders import make_reading

AT = "2031-01-01T00:00:00Z"


def edge(child: str, relation: str, parent: str) -> Judgement:
    return Judgement(about="page", subject=child, object=parent, relation=relation, reasons=("read so",))


def release(identity: str, *pages: str, who: str | None = None, value: str = "7") -> Release:
    """A figure on these pages; a claim's id ends in its page."""
    return Release(
        id=identity, asserter=who, entity=who, established=who is not None, origin=f"g-{identity}", series="s", figures=tuple((f"c-{page}", f"q-{page}") for page in pages),
        low=value, high=value, comparator=None, counted="drowned", place=None, as_of=None, first_published="2031-03-01", articles=tuple(sorted(pages)),
    )  # fmt: skip


def settled(*judgements: Judgement, releases: tuple[Release, ...] = ()) -> Settlement:
    series = (
        (Series(id="s", counted="drowned", place=None, releases=tuple(r.id for r in releases)),) if releases else ()
    )
    return Settlement(judgements=judgements, releases=releases, origins=(), series=series, stories=())


def said(child: str, value: str, parent: str) -> Review:
    return Review(subject=child, action="derive", object=parent, value=value, by="Ada", at=AT, reason="the wire's typing error is in it")  # fmt: skip


def page_of(claim: str) -> str:
    return claim.removeprefix("c-")


MACHINE = (
    edge("a", "rewrite", "b"),
    edge("a", "cites", "c"),
    edge("d", "copy", "b"),
    edge("a", "independent", "e"),
    edge("b", "copy", "f"),
)


@pytest.mark.parametrize(
    ("review", "gone"),
    [
        (said("a", "edited copy", "b"), {("a", "rewrite", "b")}),
        (said("a", "copy", "e"), {("a", "rewrite", "b"), ("a", "independent", "e")}),
        (said("a", "not derived", "b"), {("a", "rewrite", "b")}),
        (said("b", "not derived", "a"), set()),
        (said("e", "rewrite", "a"), {("a", "independent", "e")}),
    ],
    ids=["another way", "another parent", "not made from it", "the other way round", "the machine had none"],
)  # fmt: skip
def test_the_machines_edges_give_way(review: Review, gone: set[tuple[str, str, str]]) -> None:
    """A page keeps one parent, a person's; who cites whom stays, and other pages' edges too."""
    after = relineage(settled(*MACHINE), [review], page_of).judgements
    assert {(j.subject, j.relation, j.object) for j in MACHINE} - {
        (j.subject, j.relation, j.object) for j in after
    } == gone


def test_a_number_without_a_giver_follows_its_source() -> None:
    """It becomes one with the same number of the page it was copied from; another number, and one that names somebody, stay."""
    before = settled(
        releases=(
            release("o1", "b"),
            release("o2", "a"),
            release("o3", "a", value="9"),
            release("o4", "a", who="Odo Fenn"),
        )
    )
    after = regroup(before, [said("a", "copy", "b")], page_of)
    assert {r.id: r.articles for r in after.releases} == {"o1": ("a", "b"), "o3": ("a",), "o4": ("a",)}
    assert after.series[0].releases == ("o1", "o3", "o4") and "decided by Ada" in after.releases[0].reasons[0]


def test_a_number_of_a_page_that_was_not_copied_is_its_own() -> None:
    """It leaves the release it shared, stays in the series, and has an origin of its own."""
    before = settled(releases=(release("o1", "b", "a", "d"), release("o2", "b", "a", who="Odo Fenn", value="9")))
    after = regroup(before, [said("a", "not derived", "b")], page_of)
    own = next(r for r in after.releases if r.articles == ("a",))
    assert own.figures == (("c-a", "q-a"),) and own.origin != "g-o1" and own.id in after.series[0].releases
    assert {r.id: r.articles for r in after.releases if r is not own} == {"o1": ("b", "d"), "o2": ("a", "b")}
    assert len(after.origins) == 3


def test_without_such_decisions_nothing_moves() -> None:
    """Decisions about figures are passed over."""
    before = settled(*MACHINE, releases=(release("o1", "b", "a"),))
    other = Review(subject="q1", action="relate", object="q2", value="independent", by="Ada", at=AT, reason="two rooms")
    assert relineage(before, [other], page_of) is before and regroup(before, [other], page_of) is before


@pytest.mark.parametrize(
    "fields", [{"value": "stolen"}, {"object": "a"}, {"object": None}, {"reason": " "}, {"by": ""}]
)
def test_what_cannot_be_decided(fields: dict[str, object]) -> None:
    """An unknown answer, a page and itself, no second page, no reason, no name."""
    good = {"subject": "a", "action": "derive", "object": "b", "value": "copy", "by": "Ada", "at": AT, "reason": "so"}
    assert Review(**good).key == "a b"  # type: ignore[arg-type]
    with pytest.raises(ValueError):
        Review(**{**good, **fields})  # type: ignore[arg-type]


def test_a_decision_holds_through_settling_and_can_be_taken_back(tmp_path: Path) -> None:
    """In a case: the machine's edge goes, the person's stands with name and reason, undo brings the machine's back, and the chain holds."""
    words = " ".join(f"The ferry left the quay of Ossby for the {number}th time that week." for number in range(3, 12))
    with Ledger(tmp_path / "c.db") as ledger:
        for url in ("https://one.example/a", "https://two.example/b"):
            text = f"Mayor Ilse Brandt said 12 people were killed. {words} Report of {url[8:11]}."
            ledger.add(*make_reading(text=text, url=url, number="12"), "run", AT)
        settle(ledger, "run", AT)
        [made] = [j for j in ledger.judgements(about="page") if j.relation in MADE_FROM]

        def edges() -> set[tuple[str, str]]:
            settle(ledger, "run", AT)
            return {
                (j.relation, j.by) for j in ledger.judgements(about="page") if j.relation in (*MADE_FROM, "not derived")
            }

        seq = ledger.review(said(made.subject, "not derived", made.object), saw=0)
        assert ledger.unsettled() == 1 and edges() == {("not derived", "Ada")} and ledger.unsettled() == 0
        settle(ledger, "run", AT, whole=True)
        assert edges() == {("not derived", "Ada")}
        with pytest.raises(Overtaken):
            ledger.review(said(made.object, "copy", made.subject), saw=0)  # the pair is one record, from both sides
        ledger.undo(seq, by="Ada", at=AT, saw=seq)
        assert edges() == {(made.relation, "machine")} and not list(verify(ledger))
        ledger.review(said(made.object, "copy", made.subject), saw=ledger.version(said(made.object, "copy", made.subject).key))  # fmt: skip
        assert edges() == {("copy", "Ada")}
        page = ledger.article(made.subject).page
        ledger.forget(page, reason="asked to", by="Ada", at=AT)
        assert edges() == set() and not ledger.reviews() and not list(verify(ledger))
