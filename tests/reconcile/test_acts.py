"""Stages of one course of things."""

from __future__ import annotations

import pytest

from firsthand.reconcile.acts import STAGES, other_stage, stages_of


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Two ships set out.", "Nine ships arrived.", True),
        ("The board asked for 40 crowns.", "The board was granted 30 crowns.", True),
        ("Nine were arrested.", "Nine were detained and two of them charged.", False),
        ("Nine were arrested.", "Nine ships arrived.", False),
        ("The crofters asked for 88 crowns.", "A court ordered the mill to pay the crofters 12 crowns.", True),
        ("Those told to leave numbered 60.", "Only 17 had actually left.", True),
        ("At home 900 votes were cast.", "Consulates took 40 votes.", True),
        ("Nine were charged.", "The march against water charges drew 80.", False),
        ("North of the river 40 barns burnt.", "South of the river 12 barns burnt.", True),
        ("Nothing is said.", "Nine ships arrived.", False),
    ],
)
def test_other_stage(one: str, other: str, apart: bool) -> None:
    """only two stages of one course set two numbers apart, and a stage that both show keeps them together"""
    assert (other_stage(stages_of(one), stages_of(other)) is not None) is apart


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine of those arrested were still in custody, and two had already been charged and sent for trial.",
        "THE BOARD ASKED FOR 40 CROWNS AND WAS GRANTED 30.",
        "So far 12 barns were damaged or destroyed north of the river; 3 will be given up.",
        "Nothing of the kind.",
    ],
)
def test_no_stage_is_missed(sentence: str) -> None:
    """a sentence shows the stages whose own patterns are found in it, wherever they begin"""
    assert stages_of(sentence) == {(row, name) for row, name, pattern in STAGES if pattern.search(sentence)}
