"""Deciding in the browser: by plain forms, signed and reasoned, never over somebody else's head."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from firsthand.ledger import Ledger, verify
from firsthand.records import Release
from tests.web.visitor import Visitor


def claims_of(path: Path) -> list[str]:
    with Ledger(path, create=False) as ledger:
        return [row.id for row in ledger.claims()]


def test_accepting_leads_to_the_next(small: Path, visitor: Visitor) -> None:
    """A decision is stored with name and time, and the page of the next claim follows."""
    one, two = claims_of(small)
    answer = visitor.post(f"/review/claim/{one}", {"action": "accept", "by": "Ada", "saw": "0", "after": two})
    assert answer.status_code == 303 and answer.headers["location"] == f"/review/claim/{two}?was={one}"
    assert "Ada" in visitor.get(f"/claim/{one}").text
    assert 'value="Ada"' in visitor.get(f"/review/claim/{two}").text  # the name is remembered
    with Ledger(small, create=False) as ledger:
        [signed] = ledger.reviews(one)
        assert (signed.record.by, signed.record.action, signed.undone) == ("Ada", "accept", False)
        assert not list(verify(ledger))


def test_rejecting_changes_the_figures_and_undo_restores_them(small: Path, visitor: Visitor) -> None:
    """The figure leaves its series once the case was settled, and comes back with the decision."""
    one, _ = claims_of(small)
    page = f"/review/claim/{one}"
    assert (
        visitor.post(page, {"action": "reject", "by": "Ada", "saw": "0", "reason": "another fire"}).status_code == 303
    )
    visitor.settled()
    with Ledger(small, create=False) as ledger:
        assert not ledger.figures(claim=one) and ledger.unsettled() == 0
        seq = ledger.version(one)
    html = visitor.get(page).text
    assert "another fire" in html and f'name="undoes" value="{seq}"' in html
    assert visitor.post(page, {"action": "undo", "undoes": str(seq), "by": "Ada", "saw": str(seq)}).status_code == 303
    visitor.settled()
    with Ledger(small, create=False) as ledger:
        assert ledger.figures(claim=one) and not list(verify(ledger))


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"action": "reject", "by": "Ada"}, "the reason"), ({"action": "accept"}, "your name"), ({"action": "reject"}, "your name, the reason"),
        ({"action": "edit", "slot": "speaker", "by": "Ada"}, "the new value, the reason"), ({"action": "relate", "by": "Ada", "reason": "x"}, "the figure"),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(small: Path, visitor: Visitor, fields: dict[str, str], named: str) -> None:
    """The page comes back with what was typed, and says which fields it still needs."""
    one, _ = claims_of(small)
    answer = visitor.post(f"/review/claim/{one}", {"saw": "0", **fields})
    assert answer.status_code == 422 and f"Still needed: {named}" in answer.text and "aria-invalid" in answer.text
    with Ledger(small, create=False) as ledger:
        assert not ledger.reviews()


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"action": "edit", "slot": "status", "value": "certain", "reason": "x"}, "The status is one of"),
        ({"action": "edit", "slot": "content", "value": "words that are not there", "reason": "x"}, "do not stand in the article"),
        ({"action": "edit", "slot": "hat", "value": "x", "reason": "x"}, "has no slot"), ({"action": "shrug"}, "A decision is to"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said(small: Path, visitor: Visitor, fields: dict[str, str], says: str) -> None:
    """A wrong value stores nothing and is explained."""
    one, _ = claims_of(small)
    answer = visitor.post(f"/review/claim/{one}", {"saw": "0", "by": "Ada", **fields})
    assert answer.status_code == 400 and says in answer.text


def test_machine_and_person_stand_side_by_side(small: Path, visitor: Visitor) -> None:
    """After an edit both values are on the desk, and the person's is in the figures."""
    one, _ = claims_of(small)
    page = f"/review/claim/{one}"
    fields = {
        "action": "edit",
        "slot": "speaker",
        "value": "Odo Fenn",
        "reason": "the deputy spoke",
        "by": "Ada",
        "saw": "0",
    }
    assert visitor.post(page, fields).headers["location"] == page
    visitor.settled()
    html = visitor.get(page).text
    assert re.search(r'class="machine"[^>]*>Ilse Brandt<', html) and re.search(r'class="human"[^>]*>Odo Fenn<', html)
    with Ledger(small, create=False) as ledger:
        assert ledger.figures(claim=one)[0].asserter == "Odo Fenn"


def test_words_are_selected_in_the_text(small: Path, visitor: Visitor) -> None:
    """Words are placed where they were selected, or nearest to the claim when they were typed; the span is exact."""
    one, _ = claims_of(small)
    with Ledger(small, create=False) as ledger:
        text = ledger.article(ledger.claim(one).article).text
    start = text.index("people were killed")
    fields = {
        "action": "edit",
        "slot": "content",
        "value": "people were killed",
        "reason": "shorter",
        "by": "Ada",
        "saw": "0",
        "start": str(start),
    }
    assert visitor.post(f"/review/claim/{one}", fields).status_code == 303
    with Ledger(small, create=False) as ledger:
        [signed] = ledger.standing(one)
        [span] = signed.record.spans
        assert span.of(text) == "people were killed" and span.start == start


def test_two_reviewers_never_overwrite_each_other(small: Path, visitor: Visitor) -> None:
    """The second, who had not seen the first's decision, is refused and shown it; told of it, she may decide; both stay."""
    one, _ = claims_of(small)
    page = f"/review/claim/{one}"
    second = Visitor(small, visitor.app)
    visitor.post(page, {"action": "accept", "by": "Ada", "saw": "0"})
    assert visitor.get(f"/state.json?key={one}").json()["version"] > 0
    late = second.post(page, {"action": "reject", "by": "Ben", "saw": "0", "reason": "not so"})
    assert (
        late.status_code == 409
        and "Nothing was overwritten" in late.text
        and "Ada" in late.text
        and 'value="not so"' in late.text
    )
    with Ledger(small, create=False) as ledger:
        saw = ledger.version(one)
    assert second.post(page, {"action": "reject", "by": "Ben", "saw": str(saw), "reason": "not so"}).status_code == 303
    html = visitor.get("/review/decisions").text
    assert "Agreement between reviewers" in html and "accept / reject" in html
    with Ledger(small, create=False) as ledger:
        assert [s.record.by for s in ledger.reviews(one)] == ["Ada", "Ben"] and not list(verify(ledger))


def test_two_figures_are_related_and_the_views_follow(small: Path, visitor: Visitor) -> None:
    """One origin joins them; not the same thing parts them; a decision made meanwhile is not overwritten."""
    with Ledger(small, create=False) as ledger:
        one, other = (row.quantity for row in ledger.figures())
    page = f"/review/pair/{one}/{other}"
    fields = {
        "action": "relate",
        "subject": one,
        "object": other,
        "value": "same origin",
        "reason": "one briefing",
        "by": "Ada",
        "seen": "0",
    }
    assert visitor.post(page, fields).status_code == 303
    visitor.settled()
    with Ledger(small, create=False) as ledger:
        assert len({release.origin for release in ledger.views(Release)}) == 1
    assert visitor.post(page, {**fields, "value": "unrelated", "by": "Ben"}).status_code == 409
    seen = visitor.get("/state.json").json()["newest"]
    assert visitor.post(page, {**fields, "value": "unrelated", "by": "Ben", "seen": str(seen)}).status_code == 303
    assert "one briefing" in visitor.get(page).text
    assert visitor.post(page, {**fields, "object": one}).status_code == 400


def test_bulk_decisions_are_shown_first(small: Path, visitor: Visitor) -> None:
    """The preview stores nothing; the deed stores all, or none when one was decided meanwhile."""
    one, two = claims_of(small)
    chosen = {"claim": [one, two], "action": "reject", f"saw-{one}": "0", f"saw-{two}": "0"}
    preview = visitor.post("/review/preview", chosen)
    assert preview.status_code == 200 and "Reject 2 claims" in preview.text
    with Ledger(small, create=False) as ledger:
        assert not ledger.reviews()
    assert visitor.post("/review/bulk", {**chosen, "by": "Ada"}).status_code == 422
    assert visitor.post("/review/bulk", {**chosen, "by": "Ada", "reason": "a drill"}).status_code == 303
    assert visitor.post("/review/bulk", {**chosen, "by": "Ben", "reason": "a drill"}).status_code == 409
    assert visitor.post("/review/preview", {"action": "accept"}).status_code == 422
    with Ledger(small, create=False) as ledger:
        assert len(ledger.reviews()) == 2


def test_forgetting_is_reachable_from_the_reader(small: Path, visitor: Visitor) -> None:
    """It needs a name, a reason and a tick; then the words are gone and the log says who did it."""
    with Ledger(small, create=False) as ledger:
        article = ledger.articles()[0].id
    page = f"/article/{article}/forget"
    answer = visitor.post(page, {"by": "Ada"})
    assert answer.status_code == 422 and "the reason, the tick" in answer.text
    assert (
        visitor.post(page, {"by": "Ada", "reason": "asked to", "sure": "yes"}).headers["location"] == "/log?by=people"
    )
    visitor.settled()
    assert visitor.get(f"/article/{article}").status_code == 404 and "Ada" in visitor.get("/log?by=people").text
    with Ledger(small, create=False) as ledger:
        assert not list(verify(ledger))
