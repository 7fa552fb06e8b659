"""Readers of days and hours: written dates, weekdays, "yesterday", holidays, clock times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from firsthand.annotate.timex import calendar as cal
from firsthand.annotate.timex.calendar import Reading, counted_from, guess, like
from firsthand.annotate.timex.context import Context
from firsthand.annotate.timex.found import Found
from firsthand.annotate.timex.tense import Direction
from firsthand.annotate.timex.words import PARTS, month_of, ordinal_of, weekday_of

_ZULU = frozenset({"utc", "gmt", "z"})
# A day so near to publication needs no year, whatever the tense ("the deadline was set for 20 November").
_CLOSE = 31
_NAMED_HOURS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}


def iso_date(found: Found, context: Context) -> Reading | None:
    """2024-03-14"""
    return cal.day_of(int(found["year"]), int(found["month_number"]), int(found["day"]))


def numeric_date(found: Found, context: Context) -> Reading | None:
    """3/14/2024, 14.3.2024: what can be read both ways is a guess, month first after a slash, day first after a point."""
    first, second = int(found["first"]), int(found["second"])
    year = int(found["year"]) if len(found["year"]) == 4 else _century_of(int(found["year"]), context.published)
    month_first = (found["mark"] == "/" and first <= 12) or second > 12
    month, number = (first, second) if month_first else (second, first)
    if not 1 <= month <= 12:
        return None
    reading = cal.day_of(year, month, number)
    return guess(reading, cal.DAY_OR_MONTH_FIRST) if first <= 12 and second <= 12 and first != second else reading


def full_date(found: Found, context: Context) -> Reading | None:
    """12 January 2024, January 12, 2024"""
    return cal.day_of(int(found["year"]), month_of(found["month"]), int(found["day"]))


def day_and_month(found: Found, context: Context) -> Reading | None:
    """March 12, Sunday 14 April: the year comes from the weekday, nearness or the tense."""
    month, number = month_of(found["month"]), _day_number(found)
    if context.published is None:
        return cal.unresolved(cal.NO_YEAR, "day")
    year, guessed = _year_of(found, context, month, number)
    reading = cal.day_of(year, month, number, context.anchor)
    return guess(reading, cal.NO_DIRECTION) if guessed else reading


def day_range(found: Found, context: Context) -> Reading | None:
    """12-13 March, between 3 and 5 May, March 12-13, 2024"""
    month, first, last = month_of(found["month"]), int(found["day"]), int(found["last_day"])
    if found["year"]:
        year, anchor = int(found["year"]), cal.AS_WRITTEN
    elif context.published is None:
        return cal.unresolved(cal.NO_YEAR, "day")
    else:
        year, anchor = _year_of(found, context, month, first)[0], context.anchor
    try:
        reading = cal.days(date(year, month, first), date(year, month, last), anchor) if first < last else None
    except ValueError:
        return cal.unresolved(cal.NO_SUCH_DAY, "day")
    if reading and found["night"] and last == first + 1:
        return replace(reading, type="TIME", value=f"{reading.value}TNI", granularity="part of day")
    is_list = found["link"].strip() in ("and", "or") and not found["between"] and last != first + 1
    return guess(reading, cal.SINGLE_DAYS) if reading and is_list else reading


def overnight(found: Found, context: Context) -> Reading | None:
    """overnight, overnight into Friday, overnight to Friday: the night that ends on the day named, or on that of the publication"""
    if found["weekday"]:
        day = _weekday_near(weekday_of(found["weekday"]), "", context, found)
    elif context.published is None:
        return cal.unresolved(cal.NO_DATE, "part of day", "TIME")
    else:
        day = cal.day(context.published, context.anchor)
    if day.first is None:
        return replace(day, type="TIME", granularity="part of day")
    night = _part_of_day(cal.day(cal.shift(day.first, "day", -1), context.anchor), "NI")
    if found["link"] == "on":
        return guess(night, "the night before the day, or the one after it")
    ahead = not found["weekday"] and context.direction(found.start, found.end) != "past"
    return guess(night, cal.NO_DIRECTION) if ahead else like(night, day)


def day_of_month(found: Found, context: Context) -> Reading | None:
    """the 14th: of the month spoken of last, or else of the publication's"""
    number = ordinal_of(found["ordinal"]) or 0
    near = context.earlier("day", "month", within=2, before=found.start)
    base = near.first if near else context.published
    if base is None:
        return cal.unresolved(cal.NO_DATE, "day")
    return (
        cal.day_of(base.year, base.month, number, counted_from(near) if near else context.anchor)
        if 0 < number < 32
        else None
    )


def weekday(found: Found, context: Context) -> Reading | None:
    """Tuesday, last Friday, next Monday morning, late on Wednesday, the night of Thursday"""
    which = " ".join(found["which"].lower().split())
    number = weekday_of(found["weekday"])
    if which in ("the following", "the next", "the previous"):
        reading = _weekday_after(number, -1 if which == "the previous" else 1, context, found)
    else:
        reading = _weekday_near(number, which, context, found)
    return _part_of_day(reading, _part_named(found))


def day_beside(found: Found, context: Context) -> Reading | None:
    """the day after Tuesday, the day before last Friday"""
    reading = _weekday_near(weekday_of(found["weekday"]), found["which"].lower(), context, found)
    if reading.first is None:
        return reading
    return like(
        cal.day(cal.shift(reading.first, "day", 1 if found["beside"].lower() == "after" else -1), context.anchor),
        reading,
    )


def _weekday_after(number: int, sign: int, context: Context, found: Found) -> Reading:
    near = context.earlier("day", within=3, before=found.start)
    base = near.first if near else context.published
    if base is None:
        return cal.unresolved(cal.NO_DATE, "day")
    away = ((number - base.weekday()) * sign - 1) % 7 + 1
    return like(cal.day(base + timedelta(days=sign * away), counted_from(near) if near else context.anchor), near)


def _weekday_near(number: int, which: str, context: Context, found: Found) -> Reading:
    published = context.published
    if published is None:
        return cal.unresolved(cal.NO_DATE, "day")
    back, ahead = (published.weekday() - number) % 7, (number - published.weekday()) % 7
    if which.startswith(("last", "this past")):
        return cal.day(published - timedelta(days=back or 7), context.anchor)
    if which.startswith(("next", "coming", "this coming")):
        return cal.day(published + timedelta(days=ahead or 7), context.anchor)
    direction = context.direction(found.start, found.end)
    if direction == "future" or (which == "this" and direction is None):
        return cal.day(published + timedelta(days=ahead), context.anchor)
    if direction == "past" and ahead == 1 and context.next_day_may_have_begun:
        return guess(cal.day(published + timedelta(days=1), context.anchor), cal.OTHER_ZONE)
    reading = cal.day(published - timedelta(days=back), context.anchor)
    return guess(reading, cal.NO_DIRECTION) if direction is None and back else reading


def near_day(found: Found, context: Context) -> Reading | None:
    """today, yesterday morning, tomorrow, tonight, last night, this morning, the day before yesterday"""
    words = found.words
    if context.published is None:
        return cal.unresolved(cal.NO_DATE, "day")
    offset = -1 if "yesterday" in words or words.startswith("last night") else 1 if "tomorrow" in words else 0
    offset += -1 if words.startswith("the day before") else 1 if words.startswith("the day after") else 0
    part = found["part"].lower() or ("night" if "night" in words else "")
    return _part_of_day(
        cal.day(context.published + timedelta(days=offset), context.anchor), PARTS[part] if part else None
    )


def told_day(found: Found, context: Context) -> Reading | None:
    """the same day, that day, the next day, the following morning, the day before, a day earlier"""
    words = found.words
    near = context.earlier("day", within=4, before=found.start)
    if near is None or near.first is None:
        return cal.unresolved(cal.NO_ANCHOR, "day")
    sign = 1 if words.startswith(("the next", "the following")) or words.endswith("after") else 0
    sign = -1 if "previous" in words or words.endswith("before") else sign
    part = PARTS[found["part"].lower()] if found["part"] else None
    return like(_part_of_day(cal.day(cal.shift(near.first, "day", sign), counted_from(near)), part), near)


def day_at_hand(found: Found, context: Context) -> Reading | None:
    """to end the day, later in the day: the day spoken of last, or else the publication's"""
    near = context.earlier("day", within=2, before=found.start)
    if near is not None and near.first is not None:
        return like(cal.day(near.first, counted_from(near)), near)
    return cal.day(context.published, context.anchor) if context.published else cal.unresolved(cal.NO_DATE, "day")


def part_at_hand(found: Found, context: Context) -> Reading | None:
    """by mid-afternoon, in late morning yesterday: of the day named or spoken of last, or else the publication's"""
    reading = near_day(found, context) if found["near"] else day_at_hand(found, context)
    return _part_of_day(reading, PARTS[found["part"].lower()]) if reading else None


def holiday(found: Found, context: Context) -> Reading | None:
    """Christmas Day, New Year's Eve 2023, Thanksgiving, Easter Sunday"""
    name = " ".join(found["holiday"].lower().replace("’", "'").split())
    rule = next(rule for start, rule in _HOLIDAYS if name.startswith(start))
    if found["year"]:
        return cal.day(rule(int(found["year"])))
    if context.published is None:
        return cal.unresolved(cal.NO_YEAR, "day")
    which = found["which"].lower().strip()
    direction: Direction | None = {"last": "past", "next": "future"}.get(which) or context.direction(
        found.start, found.end
    )  # type: ignore[assignment]
    years = range(context.published.year - 1, context.published.year + 2)
    candidates = [rule(year) for year in years]
    if which:
        candidates = [d for d in candidates if (d < context.published) == (which == "last")] or candidates
    return cal.day(_choose(candidates, direction, context.published), context.anchor)


_HOLIDAYS: tuple[tuple[str, Callable[[int], date]], ...] = (
    ("christmas eve", lambda year: date(year, 12, 24)),
    ("christmas", lambda year: date(year, 12, 25)),
    ("boxing day", lambda year: date(year, 12, 26)),
    ("new year's eve", lambda year: date(year, 12, 31)),
    ("new year", lambda year: date(year, 1, 1)),
    ("valentine", lambda year: date(year, 2, 14)),
    ("halloween", lambda year: date(year, 10, 31)),
    ("may day", lambda year: date(year, 5, 1)),
    ("bastille", lambda year: date(year, 7, 14)),
    ("independence day", lambda year: date(year, 7, 4)),
    ("martin luther", lambda year: cal.nth_weekday(year, 1, 0, 3)),
    ("memorial day", lambda year: cal.nth_weekday(year, 5, 0, -1)),
    ("labor day", lambda year: cal.nth_weekday(year, 9, 0, 1)),
    ("columbus day", lambda year: cal.nth_weekday(year, 10, 0, 2)),
    ("thanksgiving", lambda year: cal.nth_weekday(year, 11, 3, 4)),
    ("good friday", lambda year: cal.easter(year) - timedelta(days=2)),
    ("easter monday", lambda year: cal.easter(year) + timedelta(days=1)),
    ("easter", cal.easter),
)


def clock(found: Found, context: Context) -> Reading | None:
    """4:30 a.m., 9 a.m. EST Friday, 10:15 UTC, noon on Monday: on the day named beside it, or else the day spoken of last"""
    hours = _hours(found)
    if hours is None:
        return None
    zone = "Z" if found["zone"].lower() in _ZULU else ""
    on = _day_beside(found, context)
    if on.first is None:
        return replace(on, type="TIME", granularity="hour")
    return replace(
        on,
        type="TIME",
        value=f"{on.first.isoformat()}T{hours}{zone}",
        granularity="minute" if ":00" not in hours else "hour",
    )


def _hours(found: Found) -> str | None:
    if found["named"]:
        return _NAMED_HOURS[found["named"].lower()]
    digits = found["military"]
    hour, minute = (int(digits[:2]), int(digits[2:])) if digits else (int(found["hour"]), int(found["minute"] or 0))
    half = (found["half"] or found["part"] or "").lower()[:1]
    if half in ("p", "a", "m", "e", "n") and hour <= 12:
        after_noon = half in ("p", "e", "n") or (half == "a" and found["part"].lower() == "afternoon")
        hour = hour % 12 + (12 if after_noon else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _day_beside(found: Found, context: Context) -> Reading:
    if found["weekday"]:
        return _weekday_near(weekday_of(found["weekday"]), "", context, found)
    if found["near"]:
        word = found["near"].lower()
        if context.published is None:
            return cal.unresolved(cal.NO_DATE, "day")
        return cal.day(
            context.published + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(word, 0)), context.anchor
        )
    if found["month"]:
        return day_and_month(found, context) or cal.unresolved(cal.NO_SUCH_DAY, "day")
    near = context.earlier("day", within=0, before=found.start) or context.earlier(
        "day", "hour", "minute", within=2, before=found.start
    )
    if near is not None and near.first is not None:
        return like(cal.day(near.first, counted_from(near)), near)
    if context.published is None:
        return cal.unresolved(cal.NO_DATE, "day")
    return guess(cal.day(context.published, context.anchor), "no day is named with the hour")


def _part_named(found: Found) -> str | None:
    if found["part"]:
        return PARTS[found["part"].lower()]
    hint = " ".join(found["when"].lower().split())
    if "night" in hint:
        return "NI"
    return "EV" if hint == "late" else "MO" if hint else None


def _part_of_day(reading: Reading, part: str | None) -> Reading:
    """Gives the part of that day; a night ends on the next one."""
    if part is None:
        return reading
    if reading.first is None:
        return replace(reading, type="TIME", granularity="part of day")
    last = reading.first + timedelta(days=1) if part == "NI" else reading.first
    return replace(
        reading, type="TIME", value=f"{reading.first.isoformat()}T{part}", last=last, granularity="part of day"
    )


def _year_of(found: Found, context: Context, month: int, number: int) -> tuple[int, bool]:
    """Gives the year of a day without one, and whether it is a guess: the weekday decides, then nearness, then the tense."""
    published = context.published
    assert published is not None
    candidates = [d for year in range(published.year - 1, published.year + 2) if (d := _safe(year, month, number))]
    if not candidates:
        return published.year, False
    named = found["weekday"]
    fitting = [d for d in candidates if named and d.weekday() == weekday_of(named)]
    if len(fitting) == 1:
        return fitting[0].year, False
    nearest = min(candidates, key=lambda d: abs((d - published).days))
    away = (nearest - published).days
    if abs(away) <= _CLOSE:
        return nearest.year, False
    direction = context.direction(found.start, found.end)
    if abs(away) <= 2 * _CLOSE:
        return nearest.year, direction == ("past" if away > 0 else "future")
    return _choose(candidates, direction, published).year, direction is None and nearest > published


def _choose(candidates: list[date], direction: Direction | None, published: date) -> date:
    """Gives the last candidate not after publication, the first not before it, or without a direction the nearest; one close by wins."""
    nearest = min(candidates, key=lambda d: abs((d - published).days))
    if abs((nearest - published).days) <= _CLOSE:
        return nearest
    if direction == "past":
        return max((d for d in candidates if d <= published), default=candidates[0])
    if direction == "future":
        return min((d for d in candidates if d >= published), default=candidates[-1])
    return nearest


def _safe(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _day_number(found: Found) -> int:
    return int(found["day"]) if found["day"].isdigit() else ordinal_of(found["day"]) or 0


def _century_of(year: int, published: date | None) -> int:
    limit = (published.year if published else 2050) % 100 + 10
    return year + (2000 if year <= limit else 1900)
