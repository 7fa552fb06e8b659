"""Who asserts on two sides, and who is a party to what the other says."""

from __future__ import annotations

import pytest

from firsthand.reconcile.parties import Turn, is_party, same_asserter
from firsthand.reconcile.replies import Passage


def turn(speaker: str | None, source: str = "", told: str = "the dam held", outlet: str = "Vale Post") -> Turn:
    text = f"{source or speaker} said {told}."
    start = text.index(told)
    passage = Passage(text=text, start=start, end=start + len(told))
    return Turn(
        passage=passage, outlet=outlet, day="2031-03-01", speaker=speaker, source=source or speaker or "", told=told
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (turn("Oda Lind"), turn("Lind"), True),
        (turn("Oda Lind"), turn("Per Lind"), False),
        (turn("Defence Ministry"), turn("ministry"), True),
        (turn("Electoral Commission"), turn("commission"), True),
        (turn("Tarn Rail"), turn("operator (unnamed)"), None),
        (turn("Civic Forum"), turn("Civic Party"), False),
        (turn("Oda Lind", "Tarn Rail's manager, Oda Lind"), turn("Tarn Rail"), True),
        (turn("Oda Lind", "Oda Lind, who served in Ossby"), turn("Friends of Ossby"), False),
        (turn("Per Holm", "a lawyer for Oda Lind, Per Holm"), turn("Oda Lind"), True),
        (turn("two officers (unnamed)"), turn("Oda Lind"), False),
        (turn("two officers (unnamed)"), turn("Vale Post", outlet="Hill Star"), True),
        (turn(None), turn(None, outlet="Hill Star"), False),
        (turn("post (unnamed author)", "a post by Oda Lind"), turn("Oda Lind"), True),
        (turn("parents (unnamed)"), turn("parents' committee"), None),
        (turn("nurse (unnamed)"), turn("nurses (unnamed)", outlet="Hill Star"), None),
        (turn("students (unnamed)", told="the dean, Otto Prill, sold papers"), turn("Prill"), False),
    ],
)
def test_same_asserter(one: Turn, other: Turn, expected: bool | None) -> None:
    """names decide; a role may be anybody's; what nobody named says is the outlet's word"""
    assert same_asserter(one, other) is expected
    assert same_asserter(other, one) is expected


@pytest.mark.parametrize(
    ("answer", "told", "expected"),
    [
        (turn("Ossby Mill"), "the Ossby mill dumped dye in the Tarn", True),
        (turn("mill (unnamed)", "The mill"), "the Ossby mill dumped dye in the Tarn", True),
        (turn("Oda Lind", "Ossby's mayor, Oda Lind"), "the Ossby mill dumped dye in the Tarn", True),
        (turn("Vale Forum"), "the Vale Party held talks with the Crofters", False),
        (turn("Per Holm"), "the Ossby mill dumped dye in the Tarn", False),
    ],
)
def test_is_party(answer: Turn, told: str, expected: bool) -> None:
    """who is named in a claim, or speaks for somebody who is, has a part in it"""
    assert is_party(answer, turn("Anglers", told=told)) is expected
