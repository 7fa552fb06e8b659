"""Two names with one number of one thing: perhaps one party, unless a page gives both or they once gave different numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import pytest

from firsthand.reconcile.doubles import may_be_a_double, rivals_among
from firsthand.reconcile.kinds import Kind


@dataclass(frozen=True)
class Bodies:
    """The part of a context that is asked here."""

    def body(self, name: str) -> str:
        return name


def release(name: str, who: str, low: int, pages: str, kind: str = "killed", day: str = "2026-03-04") -> Any:
    lead = SimpleNamespace(
        entity=who,
        asserter=who,
        speaker=None,
        chain=(who,),
        is_own=False,
        is_pointed_at=False,
        quantity=SimpleNamespace(unit=None),
        kind=Kind(name=kind, head=kind, scopes=frozenset(), why=""),
        low=Decimal(low),
        place=None,
        day=day,
        places=(),
    )
    figures = [SimpleNamespace(article=page, kind=lead.kind) for page in pages]
    return SimpleNamespace(id=name, lead=lead, figures=figures, established=True, day=day, told_again=False)


@pytest.fixture(autouse=True)
def one_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.reconcile.doubles.places_differ", lambda a, b: False)


@pytest.mark.parametrize(
    ("mine", "theirs", "open_"),
    [
        (release("a", "brigade", 34, "p"), release("b", "fire service", 34, "qr"), True),
        (release("a", "brigade", 34, "pst"), release("b", "fire service", 34, "qr"), False),  # heard more often
        (release("a", "brigade", 34, "p"), release("b", "fire service", 34, "pq"), False),  # one page gives both
        (release("a", "brigade", 34, "p", kind="injured"), release("b", "fire service", 34, "qr"), False),
        (release("a", "brigade", 3, "p"), release("b", "fire service", 3, "qr"), False),  # shared by chance
        (
            release("a", "brigade", 34, "p"),
            release("b", "brigade", 34, "qr"),
            False,
        ),  # its own, for another place or day
        (release("a", "brigade", 34, "p", kind="injured"), release("b", "brigade", 34, "qr"), False),
        (release("a", "brigade", 3417, "p", kind="injured"), release("b", "brigade", 3417, "qr"), True),  # two nouns
    ],
)
def test_the_less_heard_name_is_left_open(mine: Any, theirs: Any, open_: bool) -> None:
    context = cast(Any, Bodies())
    assert may_be_a_double(mine, theirs, rivals_among([mine, theirs], context), context) is open_


def test_who_once_gave_different_numbers_are_two() -> None:
    context = cast(Any, Bodies())
    mine, theirs = release("a", "brigade", 34, "p"), release("b", "fire service", 34, "qr")
    before = [
        release("c", "brigade", 20, "s", day="2026-03-03"),
        release("d", "fire service", 22, "t", day="2026-03-03"),
    ]
    assert not may_be_a_double(mine, theirs, rivals_among([mine, theirs, *before], context), context)
