"""Points and stretches of the calendar: their TIMEX3 value, first and last day, and how fine they are."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

AS_WRITTEN = "as written"
NO_DATE = "the page carries no publication date"
NO_YEAR = "no year is given, and the page carries no publication date"
NO_ANCHOR = "counted from a time that the text does not fix"
NO_DIRECTION = "nothing near it says whether it is past or to come"
A_LENGTH = "a length of time, without a beginning or an end"
RECURS = "it recurs"
VAGUE = "no point of the calendar is meant"
_EARLIER = " (earlier expression)"
OUTSIDE = "it lies outside the calendar"
NO_SUCH_DAY = "the calendar has no such day"
SINGLE_DAYS = "single days of a list, not a run of days"
OTHER_ZONE = "the page's stamp is near midnight of a stated zone, and the day of the place may be the next one"
DAY_OR_MONTH_FIRST = "day and month could be either way round"

# Months of each season by the northern meteorological year; winter is counted to the year it begins in.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# A publication year outside these is a slip of the page, and would run off the calendar when counted from.
_EARLIEST, _LATEST = 1500, 2500
_STEPS = {"quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "season": 12}


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression says: a TIMEX3 type and value and, where it is fixed, its first and last day (inclusive)."""

    type: str
    value: str
    first: date | None = None
    last: date | None = None
    granularity: str | None = None
    anchor: str | None = None
    unresolved: str | None = None
    guessed: bool = False

    @property
    def is_point(self) -> bool:
        """Says whether it fixes a stretch of the calendar from which others can be counted."""
        return self.first is not None and self.type in ("DATE", "TIME")


def unresolved(reason: str, granularity: str | None = None, type_: str = "DATE") -> Reading:
    """Gives a reading without a value, and the reason why."""
    return Reading(type_, "", granularity=granularity, unresolved=reason)


def guess(reading: Reading, reason: str) -> Reading:
    """Gives the same reading marked as a guess: its value may be scored, its days are not to be relied on."""
    return replace(reading, unresolved=reason, guessed=True) if reading.value and not reading.guessed else reading


def counted_from(near: Reading) -> str:
    """Names an earlier expression as an anchor."""
    return f"{near.value}{_EARLIER}"


def is_counted(reading: Reading) -> bool:
    """Says whether a reading was counted from an earlier expression."""
    return bool(reading.anchor and reading.anchor.endswith(_EARLIER))


def like(reading: Reading, near: Reading | None) -> Reading:
    """Gives a reading counted from an earlier one: a guess when that one was."""
    return guess(reading, near.unresolved) if near is not None and near.guessed and near.unresolved else reading


def day(at: date, anchor: str = AS_WRITTEN) -> Reading:
    """Gives one day."""
    return Reading("DATE", at.isoformat(), at, at, "day", anchor)


def day_of(year_: int, month_: int, number: int, anchor: str = AS_WRITTEN) -> Reading:
    """Gives the day of that number, or an unresolved reading when the month has no such day."""
    try:
        return day(date(year_, month_, number), anchor)
    except ValueError:
        return unresolved(NO_SUCH_DAY, "day")


def days(first: date, last: date, anchor: str = AS_WRITTEN) -> Reading:
    """Gives a run of days; TIMEX3 has no value for one, so its first day stands for it."""
    return Reading("DATE", first.isoformat(), first, last, "day", anchor)


def week(at: date, anchor: str = AS_WRITTEN) -> Reading:
    """Gives the ISO week (Monday to Sunday) that holds a day."""
    year_, number, _ = at.isocalendar()
    monday = at - timedelta(days=at.weekday())
    return Reading("DATE", f"{year_:04d}-W{number:02d}", monday, monday + timedelta(days=6), "week", anchor)


def weekend(at: date, anchor: str = AS_WRITTEN) -> Reading:
    """Gives the Saturday and Sunday of the week that holds a day."""
    whole = week(at, anchor)
    assert whole.last is not None
    return replace(whole, value=f"{whole.value}-WE", first=whole.last - timedelta(days=1), granularity="weekend")


def month(year_: int, number: int, anchor: str = AS_WRITTEN) -> Reading:
    """Gives a calendar month."""
    return _months(year_, number, 1, f"{year_:04d}-{number:02d}", "month", anchor)


def quarter(year_: int, number: int, anchor: str = AS_WRITTEN) -> Reading:
    """Gives a calendar quarter (1 to 4)."""
    return _months(year_, 3 * number - 2, 3, f"{year_:04d}-Q{number}", "quarter", anchor)


def half(year_: int, number: int, anchor: str = AS_WRITTEN) -> Reading:
    """Gives a calendar half-year (1 or 2)."""
    return _months(year_, 6 * number - 5, 6, f"{year_:04d}-H{number}", "half", anchor)


def season(year_: int, code: str, anchor: str = AS_WRITTEN) -> Reading:
    """Gives a season (SP, SU, FA, WI) of the northern year."""
    return _months(year_, _SEASONS[code], 3, f"{year_:04d}-{code}", "season", anchor)


def year(number: int, anchor: str = AS_WRITTEN) -> Reading:
    """Gives a calendar year."""
    return Reading("DATE", f"{number:04d}", date(number, 1, 1), date(number, 12, 31), "year", anchor)


def decade(first_year: int, anchor: str = AS_WRITTEN) -> Reading:
    """Gives the ten years from a year that ends in 0."""
    return Reading(
        "DATE", f"{first_year // 10:03d}", date(first_year, 1, 1), date(first_year + 9, 12, 31), "decade", anchor
    )


def century(number: int, anchor: str = AS_WRITTEN) -> Reading:
    """Gives a century by its ordinal (20 is 1901 to 2000)."""
    first = max(1, 100 * (number - 1) + 1)
    return Reading("DATE", f"{number - 1:02d}", date(first, 1, 1), date(first + 99, 12, 31), "century", anchor)


def _months(year_: int, first: int, count: int, value: str, granularity: str, anchor: str) -> Reading:
    start = date(year_, first, 1)
    return Reading("DATE", value, start, shift(start, "month", count) - timedelta(days=1), granularity, anchor)


def around(at: date, unit: str, anchor: str = AS_WRITTEN) -> Reading:
    """Gives the unit of the calendar (day, week, weekend, month, quarter, half, year, decade, century) that holds a day."""
    if unit in ("week", "fortnight"):
        return week(at, anchor)
    if unit == "weekend":
        return weekend(at, anchor)
    if unit == "month":
        return month(at.year, at.month, anchor)
    if unit == "quarter":
        return quarter(at.year, (at.month + 2) // 3, anchor)
    if unit == "half":
        return half(at.year, (at.month + 5) // 6, anchor)
    if unit == "year":
        return year(at.year, anchor)
    if unit == "decade":
        return decade(at.year - at.year % 10, anchor)
    if unit == "century":
        return century((at.year + 99) // 100, anchor)
    return day(at, anchor)


def shift(at: date, unit: str, count: int) -> date:
    """Gives the day so many units on (negative: back); a day that the month lacks becomes its last. Raises ValueError past year 9999."""
    fixed = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
    if unit in fixed:
        try:
            return at + timedelta(days=fixed[unit] * count)
        except OverflowError as error:
            raise ValueError(f"{count} {unit}s from {at} is outside the calendar") from error
    months = at.year * 12 + at.month - 1 + count * _STEPS.get(unit, 1)
    year_, month_ = divmod(months, 12)
    if not 1 <= year_ <= 9999:
        raise ValueError(f"{count} {unit}s from {at} is outside the calendar")
    return date(year_, month_ + 1, min(at.day, monthrange(year_, month_ + 1)[1]))


def nth_weekday(year_: int, month_: int, weekday: int, rank: int) -> date:
    """Gives the first, second … (rank) weekday (Monday is 0) of a month; rank -1 is the last."""
    if rank < 0:
        final = date(year_, month_, monthrange(year_, month_)[1])
        return final - timedelta(days=(final.weekday() - weekday) % 7)
    first = date(year_, month_, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (rank - 1))


def easter(year_: int) -> date:
    """Gives Western Easter Sunday (Gauss's reckoning, Gregorian calendar)."""
    a, b, c = year_ % 19, year_ // 100, year_ % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year_, f // 31, f % 31 + 1)


def date_of(stamp: str | None) -> date | None:
    """Gives the day of an ISO date or datetime as the page states it, or None when there is none to read."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", stamp or "")
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if _EARLIEST <= int(match[1]) <= _LATEST else None
    except ValueError:
        return None
