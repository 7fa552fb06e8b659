"""Two figures on one page: chosen on a story or a figure, with what the case holds of them and every slot side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.ledger import Ledger
from firsthand.records import Release, Review, Story
from tests.web.visitor import AT, Visitor


@pytest.fixture()
def two(small: Path) -> tuple[Release, Release]:
    with Ledger(small, create=False) as ledger:
        one, other = ledger.views(Release)
        return one, other


def test_a_reader_chooses_two(small: Path, visitor: Visitor, two: tuple[Release, Release]) -> None:
    """The pages of a story and of a figure offer a form without scripts: two labelled lists, chosen apart, that lead to the comparison."""
    with Ledger(small, create=False) as ledger:
        story = ledger.views(Story)[0].id
    for page in (f"/story/{story}", f"/series/{two[0].series}"):
        html = visitor.get(page).text
        form = html[html.index('<form class="sheet" action="/compare">') :]
        form = form[: form.index("</form>")]
        for name in ("a", "b"):
            assert f'<label for="compare-{name}">' in form and f'<select id="compare-{name}" name="{name}">' in form
        assert all(form.count(f'value="{release.id}"') == 2 for release in two) and form.count(" selected") == 1


def test_every_slot_is_there(visitor: Visitor, two: tuple[Release, Release]) -> None:
    """Words, what the case holds, slots with what is missing said to be missing, and how to get the same on the command line."""
    html = visitor.get(f"/compare?a={two[0].id}&b={two[1].id}").text
    assert html.count('<th scope="row">') == 6
    for said in (
        "12 people were killed",
        "15 people were killed",
        "What the case holds",
        "none read in A or B",
        "Why they are not called",
        "firsthand explain q",
    ):
        assert said in html
    turned = visitor.get(f"/compare?a={two[1].id}&b={two[0].id}").text
    assert turned.count('<th scope="row">') == 6


def test_a_persons_decision_is_signed(small: Path, visitor: Visitor, two: tuple[Release, Release]) -> None:
    """Who decided what of the two, when and why."""
    page = f"/compare?a={two[0].id}&b={two[1].id}"
    assert "What people decided" in visitor.get(page).text
    one, other = (release.figures[0][1] for release in two)
    with Ledger(small, create=False) as ledger:
        ledger.review(Review(action="relate", subject=one, object=other, value="disputes", reason="<b>two lists", by="Ada", at=AT), saw=0)  # fmt: skip
        claim = two[0].figures[0][0]
        ledger.review(Review(action="edit", subject=claim, slot="status", value="possible", machine="asserted", reason="only maybe", by="Ben", at=AT), saw=0)  # fmt: skip
    html = visitor.get(page).text
    assert "A, status" in html and "only maybe" in html and "the machine had: asserted" in html
    assert "&lt;b&gt;two lists" in html and "Ada" in html and ", stands" in html and "2031-01-01 00:00 UTC" in html


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ("", 400, "choose both"),
        ("?a=o1", 400, "choose both"),
        ("?a={0}&b={0}", 400, "one and the same"),
        ("?a={0}&b={1}", 400, "id of a series"),
        ("?a={0}&b=zzz", 404, "has an id that begins"),
    ],
)
def test_what_cannot_be_compared(visitor: Visitor, two: tuple[Release, Release], query: str, status: int, says: str) -> None:  # fmt: skip
    """Nothing chosen, one thing twice, something else, something unknown: a sentence, no error."""
    answer = visitor.get(f"/compare{query.format(two[0].id, two[0].series)}")
    assert answer.status_code == status and says in answer.text


def test_pairs_lead_to_it(reader_of_demo: Visitor, demo: Ledger) -> None:
    """The table of pairs and the page of a pair link to the slots."""
    judged = demo.judgements(about="origin", relation="disputes")[0]
    release = demo.view(Release, judged.subject)
    assert f"/compare?a={judged.subject}&amp;b={judged.object}" in reader_of_demo.get(f"/series/{release.series}").text
    one, other = (demo.view(Release, each).figures[0][1] for each in (judged.subject, judged.object))
    assert f"/compare?a={one}&amp;b={other}" in reader_of_demo.get(f"/review/pair/{one}/{other}").text
