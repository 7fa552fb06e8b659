"""What a page says of its figures by itself, whatever other pages say. Asked for by the sketch of a page and again by its rows."""

from __future__ import annotations

from functools import lru_cache

from firsthand.reconcile.figures import Figure, figures_of
from firsthand.records import Reading


class _This:
    """A reading that is equal to itself alone: comparing readings by what they hold would cost more than it saves."""

    __slots__ = ("reading",)

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and other.reading is self.reading

    def __hash__(self) -> int:
        return id(self.reading)


def own_figures(reading: Reading) -> tuple[Figure, ...]:
    """Gives the figures of a reading as `figures_of` gives them where nothing is known of other pages."""
    return _own_figures(_This(reading))


@lru_cache(maxsize=1024)
def _own_figures(this: _This) -> tuple[Figure, ...]:
    return figures_of(this.reading)
