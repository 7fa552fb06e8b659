"""The network that reads two passages: what it is given, and that the order of the two does not matter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.models.pairs import AFTER, BEFORE, MARKED, WHO, Marked, Pair, PairNetwork

ONE = Marked(
    text="Anglers say acid ran into the Ule.",
    start=12,
    end=33,
    who="anglers",
    is_hearsay=True,
    outlet="Hill Echo",
    day="2031-03-02",
)
OTHER = Marked(
    text="The tannery denied it.",
    start=12,
    end=21,
    who="The tannery",
    is_hearsay=False,
    outlet="Ule Post",
    day="2031-03-03",
)
PAIR = Pair(ONE, OTHER, False, (False, True), (0.0,) * 51)


def test_either_order_is_one_pair() -> None:
    """the chances of all outcomes add up, and turning the pair turns who answers alone"""
    network = PairNetwork.load()
    said, turned = network(PAIR), network(PAIR.turned)
    assert (
        sum(said.answers.values())
        == pytest.approx(1, abs=1e-3)
        == pytest.approx(sum(said.relations.values()), abs=1e-3)
    )
    assert said.answers == pytest.approx(turned.answers, abs=1e-5)
    assert said.first_answers == pytest.approx(1 - turned.first_answers, abs=1e-5)


def test_what_is_marked() -> None:
    """marks stand on the words between the two signs, on both sides, and types tell the sides apart"""
    given = PairNetwork.load().inputs(PAIR)
    ids, types, marked = (given[name][0].tolist() for name in ("ids", "types", "marked"))
    assert ids.count(2) == ids.count(3) == 2 and len(ids) == len(types) == len(marked)
    for side in (0, 1):
        here = [i for i in range(len(ids)) if types[i] == side]
        start, end = (next(i for i in here if ids[i] == sign) for sign in (2, 3))
        assert [marked[i] for i in here] == [1.0 if start < i < end else 0.0 for i in here]


def test_long_passages_are_cut() -> None:
    """only so many wordpieces of each part are read, nearest to the mark"""
    long = replace(ONE, text="acid " * 400, start=1000, end=1500, who="angler " * 40)
    assert PairNetwork.load().inputs(Pair(long, long, None, (True, True), PAIR.facts))["ids"].shape[1] == 4 + 3 + 2 * (2 + WHO + BEFORE + 2 + MARKED + AFTER)  # fmt: skip
