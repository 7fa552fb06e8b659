"""Things that stand in a text, looked up by where they stand: without it every look-up would walk the whole page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Ordered(Generic[T]):
    """Holds things in the order in which they begin; `where` gives the (start, end) of one. They may overlap.

    >>> words = Ordered([(0, 3), (2, 9), (4, 5), (8, 12)], lambda pair: pair)
    >>> words.over(5, 9)
    [(2, 9), (8, 12)]
    """

    def __init__(self, items: Iterable[T], where: Callable[[T], tuple[int, int]]) -> None:
        pairs = sorted(((where(item), item) for item in items), key=lambda pair: pair[0][0])
        self.items: Sequence[T] = [item for _, item in pairs]
        self._starts = [start for (start, _), _ in pairs]
        self._ends = [end for (_, end), _ in pairs]
        self._reach = list(accumulate(self._ends, max))

    def over(self, start: int, end: int) -> list[T]:
        """Gives the things that share a character with a stretch, in order."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [self.items[i] for i in range(first, last) if self._ends[i] > start]
