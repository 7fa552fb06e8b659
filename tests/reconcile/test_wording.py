"""Different words for one thing have one key."""

from __future__ import annotations

import pytest

from firsthand.reconcile.wording import keys_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("withdrew its soldiers", "pulling the garrison out"),
        ("the cyclone struck", "a storm hit"),
        ("measured", "a measurement"),
        ("he knew of it", "they were aware"),
    ],
)
def test_words_for_one_thing(one: str, other: str) -> None:
    assert keys_of(one) & keys_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("across the river", "across the road"), ("the ferry sank", "the bridge fell")]
)
def test_other_things(one: str, other: str) -> None:
    """words of place and time link nothing"""
    assert not keys_of(one) & keys_of(other)
