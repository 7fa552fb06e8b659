"""How one page hangs on another, as people say it: signed, reasoned, never over somebody else's head; the pages follow."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from firsthand.ledger import Ledger, verify
from firsthand.pipeline import settle
from firsthand.records import Judgement
from tests.builders import make_reading
from tests.web.visitor import AT, Visitor

WORDS = " ".join(f"The ferry left the quay of Ossby for the {number}th time that week." for number in range(3, 12))


@pytest.fixture()
def copied(tmp_path: Path) -> tuple[Path, Judgement]:
    """Two pages of which the machine says that one copies the other."""
    path = tmp_path / "copied.db"
    with Ledger(path) as ledger:
        for url in ("https://one.example/a", "https://two.example/b"):
            text = f"Mayor Ilse Brandt said 12 people were killed. {WORDS} Report of {url[8:11]}."
            ledger.add(*make_reading(text=text, url=url, number="12"), "run", AT)
        settle(ledger, "run", AT)
        [made] = ledger.judgements(about="page", relation=("copy", "edited copy"))
    return path, made


def test_both_pages_side_by_side(copied: tuple[Path, Judgement]) -> None:
    """The machine's answer is chosen beforehand, shared passages and differing words are marked; a form can name the pair too."""
    path, made = copied
    visitor = Visitor(path)
    html = visitor.get(f"/review/pages/{made.subject}/{made.object}").text
    assert re.search(rf'value="{made.relation}"[^>]* checked', html) and 'class="shared"' in html and "<del>" in html
    assert visitor.get(f"/review/pages?one={made.subject}&other={made.object}").text.count("Passage by passage") == 1
    assert visitor.get("/review/pages?one=r1&other=r2").status_code == 404
    reader = visitor.get(f"/article/{made.subject}").text
    assert " taken" in reader and f"/review/pages/{made.subject}/{made.object}" in reader


@pytest.mark.parametrize(
    ("fields", "status", "says"),
    [
        ({"by": "Ada"}, 422, "Still needed: what the one page is to the other, the reason."),
        ({"value": "copy", "reason": "x"}, 422, "Still needed: your name."),
        ({"value": "stolen", "reason": "x", "by": "Ada"}, 400, "one of the answers offered"),
        ({"action": "undo", "undoes": "1", "by": "Ada"}, 404, "no decision that stands"),
    ],
)
def test_what_cannot_be_stored_is_said(copied: tuple[Path, Judgement], fields: dict[str, str], status: int, says: str) -> None:  # fmt: skip
    """Nothing is stored, and the page says what is missing or wrong."""
    path, made = copied
    answer = Visitor(path).post(f"/review/pages/{made.subject}/{made.object}", {"seen": "0", **fields})
    assert answer.status_code == status and says in answer.text
    with Ledger(path, create=False) as ledger:
        assert not ledger.reviews()


def test_a_decision_stands_beside_the_machines_and_is_not_overwritten(copied: tuple[Path, Judgement]) -> None:
    """Who, why and both values on the page, in the reader, in the list of decisions and in the log; somebody who had not seen it is refused."""
    path, made = copied
    visitor = Visitor(path)
    page = f"/review/pages/{made.subject}/{made.object}"
    fields = {"value": "not derived", "reason": "one handout", "by": "Ada", "seen": "0"}
    assert visitor.post(page, fields).headers["location"] == page
    visitor.settled()
    html = visitor.get(page).text
    assert "one handout" in html and made.relation in html and "Take back “not derived”" in html
    reader = visitor.get(f"/article/{made.subject}").text
    assert "was not made from" in reader and " taken" not in reader
    assert "two pages" in visitor.get("/review/decisions").text and "Ada" in visitor.get("/log?by=people").text
    late = Visitor(path, visitor.app).post(page, {**fields, "value": "copy", "by": "Ben"})
    assert late.status_code == 409 and "Nothing was overwritten" in late.text
    other_way = f"/review/pages/{made.object}/{made.subject}"
    assert (
        Visitor(path, visitor.app).post(other_way, {**fields, "by": "Ben"}).status_code == 409
    )  # one record from both sides
    with Ledger(path, create=False) as ledger:
        assert [s.record.machine for s in ledger.reviews()] == [made.relation] and not list(verify(ledger))
        assert [(j.relation, j.by) for j in ledger.judgements(about="page", relation=("copy", "edited copy", "rewrite", "not derived"))] == [("not derived", "Ada")]  # fmt: skip


def test_reviewers_of_pages_agree_or_not(copied: tuple[Path, Judgement]) -> None:
    """The table of agreement counts decisions about pages too, and leads to them."""
    path, made = copied
    visitor = Visitor(path)
    page = f"/review/pages/{made.subject}/{made.object}"
    visitor.post(page, {"value": "copy", "reason": "word for word", "by": "Ada", "seen": "0"})
    seen = visitor.get("/state.json").json()["newest"]
    visitor.post(page, {"value": "rewrite", "reason": "told anew", "by": "Ben", "seen": str(seen)})
    html = visitor.get("/review/decisions").text
    assert "copy / rewrite" in html and f'href="{page}"' in html and "0 %" in html


def test_a_source_gives_each_value_once(reader_of_demo: Visitor) -> None:
    """On its page a value stands once with its pages, however many pages carry it, figure by figure in the order of time."""
    html = reader_of_demo.get("/source?name=Ilse%20Varnay").text
    table = re.search(r'aria-label="Figures of this source, table">.*?</table>', html, re.S).group()  # type: ignore[union-attr]
    values = re.findall(r'class="value"><a [^>]*>([^<]*)<', table)
    assert (
        values.index("7") < values.index("12") < values.index("19")
        and values.count("12") == 1
        and 'href="/series/' in table
    )
