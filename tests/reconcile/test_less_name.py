"""Agreeing numbers by somebody of less name: an office or a noun alone, a part of a name, one body less sure of what it counts."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import pytest

from firsthand.reconcile.doubles import has_less_name, is_told_loosely, may_be_of_fuller_name
from firsthand.reconcile.kinds import Kind
from firsthand.reconcile.releases import Draft
from firsthand.records import Quantity, Span


class Bodies:
    """The part of a context that is asked here."""

    def body(self, name: str) -> str:
        return name


def release(
    who: str, low: int, pages: str, kind: str = "killed", *, guess: bool = False, bound: str | None = None, day: str = "2026-03-04", named: str = ""
) -> Draft:  # fmt: skip
    quantity = Quantity(
        id=who + pages, span=Span(0, 2), low=Decimal(low), high=Decimal(low), comparator=cast(Any, bound)
    )
    lead = SimpleNamespace(
        entity=f"unnamed: {who}" if "(unnamed" in who else who.lower(), asserter=who, quantity=quantity, low=quantity.low, high=quantity.high,
        place=None, kind=Kind(name=kind, head=kind, scopes=frozenset(), why="", is_guess=guess),
    )  # fmt: skip
    figures = [
        SimpleNamespace(article=page, borrowed=None, **{**lead.__dict__, "asserter": named or who}) for page in pages
    ]
    return cast(
        Any, SimpleNamespace(id=who + pages, lead=lead, figures=figures, established=True, day=day, told_again="")
    )


@pytest.mark.parametrize(
    ("mine", "theirs", "less"),
    [
        ("colonel (unnamed)", "Ada Lund", True),
        ("harbour master", "Ada Lund", True),
        ("camp management (unnamed)", "camp's manager (unnamed)", True),
        ("police", "Orsa State Police", True),
        ("Lund", "Ada Lund", True),
        ("Ada Lund", "colonel (unnamed)", False),
        ("Orsa State Police", "Fell Rescue League", False),
        ("police", "Fell Rescue League", False),
        ("state media (unnamed)", "Ada Lund", False),
    ],
)
def test_whose_name_is_less(mine: str, theirs: str, less: bool) -> None:
    assert has_less_name(release(mine, 34, "p").lead, release(theirs, 34, "q").lead) is less


@pytest.mark.parametrize(
    ("mine", "theirs", "open_"),
    [
        (release("colonel (unnamed)", 34, "p"), release("Ada Lund", 34, "q"), True),
        (release("colonel (unnamed)", 350, "p", bound="nearly"), release("Ada Lund", 347, "q"), True),
        (release("colonel (unnamed)", 34, "p", "things"), release("Ada Lund", 34, "q"), True),
        (release("colonel (unnamed)", 34, "p", "injured"), release("Ada Lund", 34, "q"), False),  # two known classes
        (release("colonel (unnamed)", 34, "p"), release("Ada Lund", 34, "pq"), False),  # one page gives both
        (release("colonel (unnamed)", 34, "p"), release("Ada Lund", 41, "q"), False),
        (
            release("colonel (unnamed)", 34, "p", named="Oda Berg"),
            release("Ada Lund", 34, "q"),
            False,
        ),  # a page names him
    ],
)
def test_somebody_of_less_name_is_left_open(mine: Draft, theirs: Draft, open_: bool) -> None:
    context = cast(Any, Bodies())
    assert may_be_of_fuller_name(mine, theirs, frozenset(), context) is open_


@pytest.mark.parametrize(
    ("mine", "theirs", "open_"),
    [
        (release("Ada Lund", 34, "p", "things"), release("Ada Lund", 34, "q"), True),
        (release("Ada Lund", 34, "p", "injured"), release("Ada Lund", 34, "q"), False),
        (release("Ada Lund", 34, "p", "injured", guess=True), release("Ada Lund", 34, "q"), True),
        (
            release("Ada Lund", 500, "p", bound="more than", day="2026-03-09"),
            release("Ada Lund", 512, "q"),
            True,
        ),  # stale, and rounded
        (
            release("Ada Lund", 500, "p", bound="more than"),
            release("Ada Lund", 512, "q"),
            False,
        ),  # of one day: one number, see slips
        (release("Ada Lund", 34, "p", "things"), release("Oda Berg", 34, "q"), False),
    ],
)
def test_one_body_less_sure_of_what_it_counts(mine: Draft, theirs: Draft, open_: bool) -> None:
    assert is_told_loosely(mine, theirs, cast(Any, Bodies())) is open_
