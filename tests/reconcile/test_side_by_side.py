"""Two passages read side by side: the network and the votes of the rules, in either order."""

from __future__ import annotations

import pytest

from firsthand.models.pairs import ANSWERS, RELATIONS, Chances, Pair, PairNetwork
from firsthand.reconcile import side_by_side
from firsthand.reconcile.exchange import Turn, classify
from firsthand.reconcile.replies import Passage
from firsthand.reconcile.side_by_side import LEFT_OPEN, VOTE, exchange_of, ruling_of
from tests.reconcile.test_judge import FIRE, side


def turn(text: str, words: str, speaker: str | None, day: str, outlet: str = "Hill Echo") -> Turn:
    start = text.index(words)
    return Turn(
        passage=Passage(text=text, start=start, end=start + len(words)),
        outlet=outlet,
        day=day,
        speaker=speaker,
        source=speaker or "",
    )


REPORT = turn(
    "The tannery let acid run into the Ule on Sunday, anglers said.",
    "let acid run into the Ule on Sunday",
    "anglers",
    "2031-03-02",
)
DENIAL = turn(
    "The tannery denied that any acid had run into the Ule.",
    "denied that any acid had run into the Ule",
    "The tannery",
    "2031-03-03",
    "Ule Post",
)
OTHER = turn("The ferry to Brask will cost four crowns from May, the port said.", "will cost four crowns from May", "the port", "2031-03-03", "Ule Post")  # fmt: skip
FALLEN = side("The fire in the Ossby mill killed 12 people, the owner said.", "12", "owner")


def test_a_plain_denial_and_a_stranger() -> None:
    """rules and network agree on what both know, in either order"""
    one, other = exchange_of(REPORT, DENIAL), exchange_of(DENIAL, REPORT)
    assert (one.relation, one.answering, other.answering) == ("denies", "b", "a") and other.relation == "denies"
    assert exchange_of(REPORT, OTHER).relation == exchange_of(OTHER, REPORT).relation == "unrelated"
    assert exchange_of(REPORT, OTHER).answering is None


def test_figures_in_either_order() -> None:
    assert ruling_of(FIRE, FALLEN).relation == ruling_of(FALLEN, FIRE).relation == "disputes"


class Said:
    """A network that always says the same."""

    def __init__(self, first_answers: float = 1.0, **chances: float) -> None:
        named = {name.replace("_", " "): chance for name, chance in chances.items()}
        self.chances = Chances(
            answers={name: named.get(name, 0.0) for name in ANSWERS},
            relations={name: named.get(name, 0.0) for name in RELATIONS}, first_answers=first_answers,
        )  # fmt: skip

    def __call__(self, pair: Pair) -> Chances:
        return self.chances


@pytest.fixture()
def says(monkeypatch: pytest.MonkeyPatch) -> object:
    def saying(**chances: float) -> None:
        side_by_side._read_claims.cache_clear()
        monkeypatch.setattr(PairNetwork, "load", classmethod(lambda cls: Said(**chances)))

    yield saying
    side_by_side._read_claims.cache_clear()


def test_the_rules_have_a_vote(says) -> None:  # type: ignore[no-untyped-def]
    """their answer wins where the network is nearly as much for it; the reason is theirs then, and else names both"""
    ruled = classify(REPORT, OTHER)
    says(unrelated=0.45, contradicts=0.45 + VOTE / 2)
    assert exchange_of(REPORT, OTHER) == ruled
    says(unrelated=0.35, contradicts=0.45 + VOTE)
    found = exchange_of(REPORT, OTHER)
    assert found.relation == "contradicts" and found.answering is None
    assert "chance 0.65" in found.reason and ruled.reason in found.reason and "unrelated" in found.reason


def test_a_denial_needs_a_chance_of_its_own(says) -> None:  # type: ignore[no-untyped-def]
    """below it the next best is given; who answers is the network's to say"""
    says(denies=0.85, responds=0.3, first_answers=0.2)
    found = exchange_of(REPORT, OTHER)
    assert (found.relation, found.answering) == ("responds", "b")
    says(denies=0.95, first_answers=0.9)
    assert (exchange_of(REPORT, OTHER).relation, exchange_of(REPORT, OTHER).answering) == ("denies", "a")


def test_a_ruling_that_is_open_can_be_outvoted(says) -> None:  # type: ignore[no-untyped-def]
    """what only says that nothing shows can be outvoted, what says more stands; a dispute needs a chance of its own"""
    later = side("The fire in the Ossby mill killed 40 people, the owner said.", "40", "owner", "2031-05-05")
    says(updates=LEFT_OPEN + 0.05)
    assert ruling_of(FIRE, later).relation == "updates" and "cannot tell" in ruling_of(FIRE, later).reason
    says(updates=1.0)
    assert ruling_of(FIRE, FALLEN).relation == "disputes"
    says(disputes=0.55)
    assert ruling_of(FIRE, later).relation == "cannot tell"
