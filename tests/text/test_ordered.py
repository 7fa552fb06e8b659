"""What stands in a text is found by where it stands, as walking all of it would find it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.ordered import Ordered

PAIRS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda pair: (pair[0], sum(pair))), max_size=30)


@given(PAIRS, st.integers(0, 80), st.integers(1, 20))
def test_all_that_overlap_are_found_in_order(pairs: list[tuple[int, int]], start: int, length: int) -> None:
    """Nested and overlapping ones too, those that begin first before the others."""
    found = Ordered(pairs, lambda pair: pair).over(start, start + length)
    walked = [pair for pair in pairs if pair[0] < start + length and start < pair[1]]
    assert found == sorted(walked, key=lambda pair: pair[0])


def test_nothing_is_found_among_nothing() -> None:
    """An empty page has no places."""
    assert Ordered([], lambda pair: pair).over(0, 5) == []
