"""What people decided stands beside the machine's value, in the browser and in `explain`: who, when, why."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from firsthand.cli.group import run
from firsthand.ledger import Ledger, decided_on
from tests.web.visitor import AT, Visitor


@pytest.fixture()
def edited(small: Path, visitor: Visitor) -> str:
    """A claim whose speaker somebody set, whose figure somebody related to another, and whose acceptance was taken back."""
    with Ledger(small, create=False) as ledger:
        (claim, one), (_, other) = ((row.claim, row.quantity) for row in ledger.figures())
    page = f"/review/claim/{claim}"
    visitor.post(page, {"action": "edit", "slot": "speaker", "value": "Odo Fenn", "reason": "the deputy spoke", "by": "Ada", "saw": "0"})  # fmt: skip
    visitor.settled()
    with Ledger(small, create=False) as ledger:
        saw = ledger.version(claim)
    visitor.post(page, {"action": "accept", "by": "Ben", "saw": str(saw)})
    with Ledger(small, create=False) as ledger:
        saw = ledger.version(claim)
    visitor.post(page, {"action": "undo", "undoes": str(saw), "by": "Ben", "saw": str(saw)})
    visitor.post(f"/review/pair/{one}/{other}", {"action": "relate", "subject": one, "object": other, "value": "updates", "reason": "a day later", "by": "Cyd", "seen": "0"})  # fmt: skip
    visitor.settled()
    return claim


def test_explain_says_who_when_why_and_both_values(
    small: Path, edited: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every decision on the claim and on its figures is a row; one taken back says so."""
    assert run(["--case", str(small), "explain", edited, "--json"]) == 0
    rows = [row for row in json.loads(capsys.readouterr().out) if row["what"].startswith("decided: ")]
    speaker, accepted, undone, pair = rows
    assert speaker["value"] == "Odo Fenn (the machine has: Ilse Brandt)" and speaker["because"].startswith(f"Ada, {AT}: the deputy spoke [entry ")  # fmt: skip
    assert "(taken back)" in accepted["because"] and undone["value"].startswith("took back entry")
    assert pair["value"].startswith("updates (the machine has: ") and "15 people" in pair["what"]


def test_the_claim_page_shows_the_same(small: Path, visitor: Visitor, edited: str) -> None:
    """Machine and person in one line, in the order of the log."""
    html = visitor.get(f"/claim/{edited}").text
    section = re.search(r'id="people".*?</section>', html, re.S).group()  # type: ignore[union-attr]
    with Ledger(small, create=False) as ledger:
        row = ledger.figures(claim=edited)[0]
        told = decided_on(ledger, edited, (row.quantity,))
    assert len(told) == 4 == section.count("<tr") - 1
    assert all(each in section for each in ("Ilse Brandt", "Odo Fenn", "the deputy spoke", "Ada", "Cyd", "took back entry"))  # fmt: skip
    assert [each.standing for each in told] == [True, False, False, True]


def test_an_undecided_record_has_none(small: Path) -> None:
    """No decisions, no rows."""
    with Ledger(small, create=False) as ledger:
        assert decided_on(ledger, ledger.figures()[0].claim) == []
