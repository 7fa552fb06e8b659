"""What the slots weigh: every row has its weights, answers stay between 0 and 1, and a reason names the rows that decided."""

from __future__ import annotations

import pytest

from firsthand.reconcile.evidence import EVIDENCE, answers
from firsthand.reconcile.judge import by_table, judge_pair
from firsthand.reconcile.laid import Laid
from firsthand.reconcile.sides import Side
from firsthand.reconcile.weights import RELATIONS, START, WEIGHTS
from tests.reconcile.test_judge import side

ROAD = side("The storm cut the road to 900 farms in Varde, the county said.", "900", "county", counted="farms")
OTHERS = [
    side("In Varde 40 farms are still cut off, the county said.", "40", "county", "2031-05-06", counted="farms"),
    side("The storm killed 900 cows, the dairy union said.", "900", "dairy union", counted="cows"),
    side("The storm cut off 60 farms in Varde, the mayor said.", "60", "mayor", counted="farms"),
]


def test_every_row_has_weights_for_every_relation() -> None:
    """the table of weights and the rows of evidence are of one mind"""
    assert [name for name, _ in EVIDENCE] == list(WEIGHTS)
    assert {len(row) for row in WEIGHTS.values()} == {len(START)} == {len(RELATIONS)}


@pytest.mark.parametrize("other", OTHERS)
def test_answers_are_shares_and_do_not_depend_on_order(other: Side) -> None:
    """between 0 and 1, and the same from both ends"""
    found = answers(Laid(ROAD, other))
    assert found == answers(Laid(other, ROAD))
    assert all(0 <= answer <= 1 for _, answer in found)


@pytest.mark.parametrize("other", OTHERS)
def test_a_ruling_against_the_table_names_its_rows(other: Side) -> None:
    """the reason is the table's, or made of the names of rows"""
    first, second = sorted((ROAD, other), key=lambda s: (s.text, s.figure.quantity.span))
    laid = Laid(first, second)
    table, _ = by_table(laid)
    ruling = judge_pair(ROAD, other)
    names = {name for name, _ in EVIDENCE}
    assert ruling == judge_pair(other, ROAD)
    assert ruling == table or ruling.relation == "cannot tell" or set(ruling.reason.split("; ")) <= names


def test_a_number_that_is_turned_down_is_disputed_even_days_later() -> None:
    """whoever objects has another number; one who spoke before cannot have meant it"""
    claim = side("The league counted 60 foul wells in Varde.", "60", "league", counted="wells")
    late = side("Nonsense, said the mill: 4 wells in Varde are foul.", "4", "mill", "2031-05-09", counted="wells")
    early = side("Nonsense, said the mill: 4 wells in Varde are foul.", "4", "mill", "2031-04-09", counted="wells")
    assert judge_pair(claim, late).relation == "disputes"
    assert judge_pair(claim, early).relation != "disputes"
