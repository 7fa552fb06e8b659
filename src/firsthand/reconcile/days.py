"""Days and stretches of days: how far apart, one inside the other, or the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

_SHORT = 3  # days; a longer stretch is a period with a count of its own


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days a number speaks of, as ISO dates, inclusive; `is_open` where it began then and has not ended ("since January")."""

    earliest: str
    latest: str
    is_open: bool = False

    @property
    def is_long(self) -> bool:
        """Says whether it is longer than a few days: a week, a quarter, everything since January."""
        return self.is_open or (days_between(self.earliest, self.latest) or 0) > _SHORT


def days_between(a: str | None, b: str | None) -> int | None:
    """Gives the days between two ISO dates; None when one is unknown or unreadable.

    >>> days_between("2031-05-30", "2031-06-02T10:00:00Z"), days_between("2031-05-30", None)
    (3, None)
    """
    try:
        return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days) if a and b else None
    except ValueError:
        return None


def compare_stretches(a: Stretch, b: Stretch) -> Literal["same", "apart", "nested"]:
    """Says how two stretches lie: the same, apart, or one reaching into the other.

    >>> compare_stretches(Stretch("2031-05-01", "2031-05-31"), Stretch("2031-05-07", "2031-05-07"))
    'nested'
    """
    if (a.earliest, a.latest, a.is_open) == (b.earliest, b.latest, b.is_open):
        return "same"
    end_a, end_b = ("9999-12-31" if s.is_open else s.latest for s in (a, b))
    return "apart" if end_a < b.earliest or end_b < a.earliest else "nested"
