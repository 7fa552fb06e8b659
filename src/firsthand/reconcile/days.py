"""Days and stretches of days: how far apart, one inside the other, or the same."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
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


def moment_key(stamp: str | None) -> tuple[str, str]:
    """Gives a sort key of a time as a page states it: its day, then its hour (in UTC, where it has a zone), those without an hour last.

    >>> sorted(["2031-05-04", "2031-05-04T09:00:00+02:00", "2031-05-04T08:00:00Z"], key=moment_key)
    ['2031-05-04T09:00:00+02:00', '2031-05-04T08:00:00Z', '2031-05-04']
    """
    day, hour = (stamp or "9999")[:10], (stamp or "")[10:]
    try:
        read = datetime.fromisoformat(day + hour)
    except ValueError:
        return day, "~"
    return day, (read.astimezone(UTC) if read.tzinfo else read).replace(tzinfo=None).isoformat() if hour else "~"


def compare_stretches(a: Stretch, b: Stretch) -> Literal["same", "apart", "nested"]:
    """Says how two stretches lie: the same, apart, or one reaching into the other.

    >>> compare_stretches(Stretch("2031-05-01", "2031-05-31"), Stretch("2031-05-07", "2031-05-07"))
    'nested'
    """
    if (a.earliest, a.latest, a.is_open) == (b.earliest, b.latest, b.is_open):
        return "same"
    end_a, end_b = ("9999-12-31" if s.is_open else s.latest for s in (a, b))
    return "apart" if end_a < b.earliest or end_b < a.earliest else "nested"


_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTH = re.compile(rf"\b(?:{'|'.join(calendar.month_name[1:])})\b")
_COUNTS = {"three": 3, "six": 6, "nine": 9, "twelve": 12}
_MONTHS_TO = re.compile(
    rf"\b({'|'.join(_COUNTS)}) months (?:to|ended|ending|through) (?:the end of |end-|late )?({'|'.join(_MONTHS)})\b",
    re.I,
)


def months_to(words: str, published: str | None) -> Stretch | None:
    """Gives the stretch of "the three months to March" in a text of a day: the last such one before it; None where there is none.

    >>> months_to("It earned nine crowns in the six months to June.", "2031-08-02")
    Stretch(earliest='2031-01-01', latest='2031-06-30', is_open=False)
    """
    found = _MONTHS_TO.search(words)
    if not found or not published:
        return None
    month, count = _MONTHS[found[2].lower()], _COUNTS[found[1].lower()]
    year = int(published[:4]) - (month > int(published[5:7]))
    first = year * 12 + month - count  # months since year 0, January being 0
    last_day = calendar.monthrange(year, month)[1]
    return Stretch(f"{first // 12:04d}-{first % 12 + 1:02d}-01", f"{year:04d}-{month:02d}-{last_day:02d}")
