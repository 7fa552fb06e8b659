"""Deciding in a real browser: by keyboard, by two people at once, taken back, with notes, and with a draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from firsthand.ledger import Ledger, verify, waiting, waiting_pairs
from firsthand.records import Release, Review
from firsthand.records.review import REVIEW_LINEAGE, REVIEW_RELATIONS
from tests.browser.conftest import Served, Watched


@pytest.fixture()
def second(browser: Any, served: Served) -> Iterator[Watched]:
    """Another reviewer, in another browser."""
    made = Watched(browser, served)
    yield made
    made.context.close()
    assert not made.trouble


def fresh(served: Served, *, figures: bool = True) -> str:
    """A claim that waits, with a figure."""
    with Ledger(served.path, create=False) as ledger:
        done = ledger.decided()
        return next(
            each.row.id for each in waiting(ledger) if each.row.id not in done and bool(each.row.figures) == figures
        )


def latest(served: Served, claim: str) -> Review:
    with Ledger(served.path, create=False) as ledger:
        return ledger.reviews(claim)[-1].record


def sign(watched: Watched, name: str) -> None:
    """Types the name once; the browser remembers it after the first decision."""
    field = watched.page.locator("#by-decide")
    if not field.input_value():
        field.fill(name)
        watched.page.keyboard.press("Escape")


def test_accept_reject_and_take_back_by_keyboard(watched: Watched) -> None:
    """a accepts and moves on; k comes back; r asks for the reason and rejects; u takes it back."""
    page, served = watched.page, watched.served
    first = fresh(served)
    watched.go(f"/review/claim/{first}")
    page.keyboard.press("a")
    assert page.evaluate("document.activeElement.name") == "by"  # unsigned decisions are not sent
    sign(watched, "Ada")
    page.keyboard.press("a")
    page.wait_for_url("**?was=*")
    assert latest(served, first).action == "accept"
    page.keyboard.press("b")
    page.wait_for_url(f"**/{first}")
    page.keyboard.press("r")
    assert page.evaluate("document.activeElement.name") == "reason"
    page.keyboard.type("another event")
    page.keyboard.press("Enter")
    page.wait_for_url("**?was=*")
    assert latest(served, first).action == "reject" and latest(served, first).reason == "another event"
    page.keyboard.press("b")
    page.wait_for_url(f"**/{first}")
    page.keyboard.press("u")
    page.locator("text=(taken back)").first.wait_for()
    assert latest(served, first).action == "undo"


def test_next_and_previous(watched: Watched) -> None:
    """j and k walk the queue."""
    page = watched.page
    watched.go(f"/review/claim/{fresh(watched.served)}")
    here = page.url
    page.keyboard.press("j")
    page.wait_for_url(lambda url: url != here)
    page.keyboard.press("k")
    page.wait_for_url(here)


def test_words_are_selected_in_the_article(watched: Watched) -> None:
    """e opens the words; selecting in the article fills them, with their exact place; Enter in the reason stores them."""
    page, served = watched.page, watched.served
    claim = fresh(served)
    watched.go(f"/review/claim/{claim}")
    sign(watched, "Ada")
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.name") == "value"
    page.evaluate("""() => { const p = [...document.querySelectorAll('#article p')].find((each) => each.querySelector('.content, .voice'));
      const spans = [...p.querySelectorAll('[data-start]')], range = document.createRange();
      range.setStart(spans[0].firstChild, 0); range.setEnd(spans.at(-1).firstChild, spans.at(-1).textContent.length);
      getSelection().removeAllRanges(); getSelection().addRange(range) }""")
    # A wait inside the page would need eval, which the page's own policy forbids.
    pytest.importorskip("playwright.sync_api").expect(page.locator("[name=start]")).not_to_have_value("")
    words = page.locator("textarea[data-selects]").input_value()
    page.locator("#r-content").fill("the whole sentence")
    page.locator("details.slot").first.locator("input[name=by]").fill("Ada")
    page.locator("details.slot").first.locator("button").click()
    page.locator(".human").first.wait_for()
    review = latest(served, claim)
    with Ledger(served.path, create=False) as ledger:
        text = ledger.article(ledger.claim(claim).article).text
    assert review.value == words and review.spans[0].of(text) == words


def test_each_slot_can_be_edited(watched: Watched) -> None:
    """Speaker, status and what is counted are set by hand, and both values stand side by side."""
    page, served = watched.page, watched.served
    claim = fresh(served)
    watched.go(f"/review/claim/{claim}")
    sign(watched, "Ada")
    for slot, value in (("speaker", "Odo Fenn"), ("status", "planned"), ("counted", "residents")):
        details = page.locator(f"details.slot:has(input[name=slot][value={slot}])").first
        details.locator("summary").click()
        field = details.locator("[name=value]")
        if slot == "status":
            field.select_option(value)
        else:
            field.fill(value)
        details.locator("[name=reason]").fill("read again")
        details.locator("[name=by]").fill("Ada")
        details.locator("button").click()
        page.locator(".human", has_text=value).first.wait_for()
        assert latest(served, claim).slot == slot and latest(served, claim).machine is not None


def test_not_the_same_by_keyboard(watched: Watched) -> None:
    """x chooses “not the same thing” for the claim's figure and asks why; m unfolds the other relations."""
    page, served = watched.page, watched.served
    with Ledger(served.path, create=False) as ledger:
        claim = next(
            r.claim
            for r in ledger.figures()
            if r.series and len(ledger.figures(series=r.series)) > 4 and not ledger.version(r.claim)
        )
    watched.go(f"/review/claim/{claim}")
    page.keyboard.press("x")
    assert page.locator(".relate input[value=unrelated]").first.is_checked()
    page.keyboard.type("other people")
    page.locator(".relate details[open] input[name=by]").fill("Ada")
    page.locator(".relate details[open] button").click()
    page.wait_for_load_state()
    with Ledger(served.path, create=False) as ledger:
        assert ledger.related()[-1].record.value == "unrelated"
    page.keyboard.press("m")
    assert page.locator(".relate details").first.evaluate("(each) => each.open")
    served.app.state.settler.wait()


def pair_to_judge(served: Served) -> tuple[str, str]:
    """Two figures of one series and of two origins that nobody decided on."""
    with Ledger(served.path, create=False) as ledger:
        each = waiting_pairs(ledger)[0]
        return each.left.figures[0][1], each.right.figures[0][1]


def test_merging_splitting_and_taking_back_by_keyboard(watched: Watched) -> None:
    """On a pair a number chooses, a stores, u takes back: two origins become one, and two again; then two figures are parted."""
    page, served = watched.page, watched.served
    one, other = pair_to_judge(served)

    def origins() -> int:
        served.app.state.settler.wait()
        with Ledger(served.path, create=False) as ledger:
            return len({row.origin_group for quantity in (one, other) for row in ledger.figures(quantity=quantity)})

    def store(relation: str, reason: str) -> None:
        key = str(REVIEW_RELATIONS.index(relation) + 1)
        page.keyboard.press(key)
        assert page.locator(f"input[value='{relation}']").is_checked()
        page.keyboard.press("a")
        assert page.evaluate("document.activeElement.name") == "reason"  # a decision without a reason is not sent
        page.keyboard.type(reason)
        page.keyboard.press("Enter")
        page.locator("li", has_text=reason).first.wait_for()

    watched.go(f"/review/pair/{one}/{other}")
    page.locator("#by-pair").fill("Ada")
    page.keyboard.press("Escape")
    before = origins()
    store("same origin", "one briefing")
    assert before == 2 and origins() == 1
    page.keyboard.press("u")
    page.locator("li", has_text="(taken back)").first.wait_for()
    assert origins() == 2
    store("unrelated", "two fires")
    served.app.state.settler.wait()
    with Ledger(served.path, create=False) as ledger:
        assert ledger.figures(quantity=one)[0].series != ledger.figures(quantity=other)[0].series and not list(
            verify(ledger)
        )
    page.keyboard.press("u")
    page.locator("li", has_text="(taken back)").nth(1).wait_for()
    served.app.state.settler.wait()


def test_a_page_is_said_not_to_hang_on_another(watched: Watched) -> None:
    """By keyboard: the machine's copy is denied with a reason; the story follows; both values stand side by side; taken back, the machine's is there again."""
    page, served = watched.page, watched.served

    def edges() -> set[tuple[str, str]]:
        served.app.state.settler.wait()
        with Ledger(served.path, create=False) as ledger:
            found = ledger.judgements(about="page", identity=copy.subject)
            return {(j.relation, j.by) for j in found if {j.subject, j.object} == {copy.subject, copy.object} and j.relation in REVIEW_LINEAGE}  # fmt: skip

    with Ledger(served.path, create=False) as ledger:
        copy = ledger.judgements(about="page", relation="edited copy")[0]
    watched.go(f"/review/pages/{copy.subject}/{copy.object}")
    assert page.locator("input[value='edited copy']").is_checked()  # what the machine has
    page.locator("#by-pages").fill("Ada")
    page.keyboard.press("Escape")
    page.keyboard.press(str(REVIEW_LINEAGE.index("not derived") + 1))
    page.keyboard.press("a")
    page.keyboard.type("both printed the ministry's handout")
    page.keyboard.press("Enter")
    page.locator("td", has_text="ministry's handout").wait_for()
    assert "edited copy" in page.locator("#person ~ .scroll td:nth-child(2)").first.inner_text()
    assert edges() == {("not derived", "Ada")}
    page.keyboard.press("u")
    page.locator("td", has_text="took back").first.wait_for()
    assert edges() == {("edited copy", "machine")}
    with Ledger(served.path, create=False) as ledger:
        assert not list(verify(ledger))


def test_several_at_once_by_keyboard(watched: Watched) -> None:
    """Tab and Space choose, Enter on the button shows what it would do, and only the second Enter stores it."""
    page, served = watched.page, watched.served
    watched.go("/review")
    page.locator("nav.chips a").last.focus()
    page.keyboard.press("Tab")  # the table's own frame, which can be scrolled by keys
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.keyboard.press("Space")
    chosen = page.evaluate("document.activeElement.value")
    page.locator("button", has_text="Reject the chosen").focus()
    page.keyboard.press("Enter")
    page.locator("h1", has_text="Reject 1 claim").wait_for()
    with Ledger(served.path, create=False) as ledger:
        assert not ledger.version(chosen)
    page.locator("#reason").fill("a drill")
    page.locator("#by-bulk").fill("Ada")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review/decisions")
    assert latest(served, chosen).action == "reject"


def test_two_reviewers_at_once(watched: Watched, second: Watched) -> None:
    """The second learns of the first's decision without reloading, is refused when she decides on what she had not seen, and is shown both."""
    served, claim = watched.served, fresh(watched.served)
    for each in (watched, second):
        each.go(f"/review/claim/{claim}")
    sign(watched, "Ada")
    watched.page.keyboard.press("a")
    watched.page.wait_for_url("**?was=*")
    second.page.locator(".overtaken").wait_for(timeout=9000)
    second.page.locator("#by-decide").fill("Ben")
    second.page.locator("#reason").fill("not so")
    second.page.locator("#reason").press("Enter")
    second.page.locator("#problems").wait_for()
    assert (
        "Nothing was overwritten" in second.page.locator("#problems").inner_text()
        and "Ada" in second.page.locator(".standing").inner_text()
    )
    second.page.locator("#reason").press("Enter")
    second.page.wait_for_url("**?was=*")
    with Ledger(served.path, create=False) as ledger:
        assert [s.record.by for s in ledger.reviews(claim)] == ["Ada", "Ben"]
    watched.go("/review")
    assert "Ada and Ben" in watched.page.locator("#agreement ~ .scroll").inner_text()


def test_a_rejected_figure_leaves_the_chart(watched: Watched) -> None:
    """After a rejection the page says that decisions are not yet in the figures, and then shows them without it."""
    page, served = watched.page, watched.served
    with Ledger(served.path, create=False) as ledger:
        row = next(
            r
            for r in ledger.figures()
            if r.series
            and r.release
            and len(ledger.view(Release, r.release).figures) == 1
            and not ledger.version(r.claim)
        )
    watched.go(f"/review/claim/{row.claim}")
    sign(watched, "Ada")
    page.locator("#reason").fill("a misprint")
    page.locator("#reason").press("Enter")
    page.wait_for_load_state()
    served.app.state.settler.wait()
    with Ledger(served.path, create=False) as ledger:
        assert not ledger.figures(claim=row.claim) and not list(verify(ledger))


def test_notes_with_missing_fields(watched: Watched) -> None:
    """A note without a text or a name is not stored; the page says what it still needs and keeps what was typed."""
    page = watched.page
    watched.go(f"/claim/{fresh(watched.served)}")
    page.locator(".new-note summary").click()
    page.locator(".new-note textarea").fill("Who counted?")
    page.locator(".new-note input[name=by]").fill("")
    page.locator(".new-note button").click()
    assert "Still needed: your name." in page.locator("#problems").inner_text()
    assert page.evaluate("document.activeElement.id") == "by-note"  # where one goes on typing; the alert is read out
    assert page.locator("textarea[name=text]").input_value() == "Who counted?"
    page.locator("input[name=by]").fill("Ada")
    page.locator("main form.sheet button").click()
    page.locator(".note", has_text="Who counted?").wait_for()
    assert page.locator("#notes .count").inner_text() == "1"


def test_letters_typed_after_a_refusal_go_into_the_field_and_press_no_button(watched: Watched) -> None:
    """`r`, Enter without a reason: the reason is asked for, and its first letter does not accept the claim."""
    page = watched.page
    claim = fresh(watched.served)
    watched.go(f"/review/claim/{claim}")
    page.locator("#decide input[name=by]").fill("Ada")
    page.locator("h1").first.click()
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    page.locator("#problems").wait_for()
    assert page.evaluate("document.activeElement.id") == "reason"
    page.keyboard.type("a misreading")
    assert page.locator("#reason").input_value() == "a misreading"
    assert page.locator(".decisions li").count() == 0 and page.locator("#problems").is_visible()


def test_bulk_with_preview_without_scripts(browser: Any, served: Served) -> None:
    """Chosen claims are shown before anything is stored; the whole way is plain forms."""
    plain = Watched(browser, served, java_script_enabled=False)
    page = plain.page
    plain.go("/review")
    for box in page.locator(".queue input[type=checkbox]").all()[:2]:
        box.check()
    page.locator("button", has_text="Accept the chosen").click()
    assert "Accept 2 claims?" in page.locator("h1").inner_text()
    page.locator("input[name=by]").fill("Cyd")
    page.locator("main form.sheet button").click()
    assert page.locator(".decisions li", has_text="Cyd").count() == 2
    plain.context.close()


def test_a_draft_is_checked(watched: Watched) -> None:
    """The figure that no page gives is named."""
    page = watched.page
    watched.go("/draft")
    page.locator("#draft").fill(
        "At least 97 people were killed in the explosion at the port of Haldrin, Ilse Varnay said."
    )
    page.locator("main form.sheet button").click()
    page.locator(".draft-note").first.wait_for(timeout=60000)
    assert "97" in page.locator(".draft-notes").inner_text()
