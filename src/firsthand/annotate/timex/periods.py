"""Readers of weeks, months, quarters, seasons, years and what is counted from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from firsthand.annotate.timex import calendar as cal
from firsthand.annotate.timex.calendar import Reading, counted_from, guess, like
from firsthand.annotate.timex.context import Context
from firsthand.annotate.timex.found import Found
from firsthand.annotate.timex.words import SEASONS, UNITS, count_of, duration_of, month_of, ordinal_of, weekday_of
from firsthand.text.numbers import read_numeral

_STEP_OF = {"previous": -1, "prior": -1, "preceding": -1, "following": 1, "next": 1, "before": -1, "after": 1}
# "Three months later" than a year is no one month.
_FINENESS = {
    "day": 0,
    "week": 1,
    "weekend": 1,
    "month": 2,
    "season": 3,
    "quarter": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
}


def month_and_year(found: Found, context: Context) -> Reading | None:
    """March 2024, mid-October of 2023"""
    return cal.month(int(found["year"]), month_of(found["month"]))


def month_alone(found: Found, context: Context) -> Reading | None:
    """April, early March, last October, May this year, the end of June"""
    token = context.token_at(found.place("month"))
    if token is not None and token.text in ("May", "March", "Mar") and token.tag in ("MD", "VB", "VBP"):
        return None
    number = month_of(found["month"])
    if found["of_which"]:
        return _month_of_year(number, found["of_which"].lower(), context)
    if context.published is None:
        return cal.unresolved(cal.NO_YEAR, "month")
    return _month_near(number, found["which"].lower(), found, context)


def _month_of_year(number: int, which: str, context: Context) -> Reading:
    if context.published is None:
        return cal.unresolved(cal.NO_DATE, "month")
    step = -1 if which.startswith(("last", "the previous")) else 1 if which.startswith("next") else 0
    return cal.month(context.published.year + step, number, context.anchor)


def _month_near(number: int, which: str, found: Found, context: Context) -> Reading:
    published = context.published
    assert published is not None
    past, future = published.year - (number > published.month), published.year + (number < published.month)
    if which.startswith(("last", "this past", "the previous")):
        return cal.month(past - (number == published.month), number, context.anchor)
    if which.startswith(("next", "this coming", "coming")):
        return cal.month(future + (number == published.month), number, context.anchor)
    direction = context.direction(found.start, found.end)
    if direction == "future" or number == published.month:
        return cal.month(future, number, context.anchor)
    reading = cal.month(past, number, context.anchor)
    return guess(reading, cal.NO_DIRECTION) if direction is None else reading


def week_of(found: Found, context: Context) -> Reading | None:
    """the week of March 3, the first week of May"""
    published, month = context.published, month_of(found["month"])
    year = int(found["year"]) if found["year"] else None
    if year is None:
        if published is None:
            return cal.unresolved(cal.NO_YEAR, "week")
        year = min(
            (published.year - 1, published.year, published.year + 1),
            key=lambda y: abs((date(y, month, 15) - published).days),
        )
    rank = found["rank"]
    if not rank:
        at = cal.day_of(year, month, int(found["day"])).first
        return cal.week(at, context.anchor) if at else cal.unresolved(cal.NO_SUCH_DAY, "week")
    number = -1 if rank.lower() == "last" else ordinal_of(rank) or 1
    return cal.week(cal.nth_weekday(year, month, 2, min(number, 4)), context.anchor)


def year_written(found: Found, context: Context) -> Reading | None:
    """1999, early 2003, the end of 1998"""
    return cal.year(int(found["year"]))


def year_bare(found: Found, context: Context) -> Reading | None:
    """1999, but not the number of a name ("Index 2000")"""
    tokens, _ = context.tokens_at(found.start)
    before = [token for token in tokens if token.end <= found.start]
    return (
        None
        if before and before[-1].tag in ("NNP", "NNPS") and before[-1].end == found.start - 1
        else cal.year(int(found["year"]))
    )


def year_spelt(found: Found, context: Context) -> Reading | None:
    """nineteen ninety-six"""
    century, rest = read_numeral(found["century"]), read_numeral(found["rest"])
    return cal.year(int(100 * century + rest)) if century is not None and rest is not None else None


def fiscal_year(found: Found, context: Context) -> Reading | None:
    """fiscal 2024, fiscal year 2023-24: whose fiscal year begins when is not said, so its days are the calendar's and a guess"""
    return guess(cal.year(int(found["year"])), "the days of a fiscal year are not stated")


def decade_written(found: Found, context: Context) -> Reading | None:
    """the 1990s, the late '80s, the nineties"""
    digits = found["decade"] or {"twenties": "20", "thirties": "30", "forties": "40", "fifties": "50", "sixties": "60", "seventies": "70",
                                 "eighties": "80", "nineties": "90"}[found["decade_word"].lower()]  # fmt: skip
    return cal.decade(int(digits) if len(digits) == 4 else 1900 + int(digits))


def century_written(found: Found, context: Context) -> Reading | None:
    """the 19th century"""
    number = ordinal_of(found["ordinal"])
    return cal.century(number) if number and number < 100 else None


def relative_period(found: Found, context: Context) -> Reading | None:
    """last week, earlier this month, next year, this weekend, the current quarter"""
    if context.published is None:
        return cal.unresolved(cal.NO_DATE, found["unit"].lower())
    which, unit = found["which"].lower(), found["unit"].lower()
    step = (
        -1
        if which.startswith(("last", "the last", "past", "the past", "this past"))
        else 1
        if which.startswith(("next", "the next", "the coming", "coming"))
        else 0
    )
    if unit == "weekend" and step == -1 and context.published.weekday() == 6 and "past" in which:
        step = 0
    return cal.around(cal.shift(_start_of(context.published, unit), unit, step), unit, context.anchor)


def told_period(found: Found, context: Context) -> Reading | None:
    """the following year, that month, the previous week, the same year: counted from the time spoken of"""
    unit = found["unit"].lower()
    near = context.earlier(within=4, before=found.start)
    if near is None or near.first is None:
        return cal.unresolved(cal.NO_ANCHOR, unit)
    step = next((step for word, step in _STEP_OF.items() if word in found["which"].lower()), 0)
    return like(cal.around(cal.shift(_start_of(near.first, unit), unit, step), unit, counted_from(near)), near)


def told_time(found: Found, context: Context) -> Reading | None:
    """by that time, until that time: the time spoken of last"""
    near = context.earlier(within=2, before=found.start)
    if near is None:
        return cal.unresolved(cal.NO_ANCHOR)
    return replace(near, anchor=counted_from(near))


def this_one(found: Found, context: Context) -> Reading | None:
    """the weekend, the year, the month: the one of the publication, or the weekend next to it; "the whole year" is the one just spoken of"""
    unit = found["unit"].lower() or ("weekend" if "weekend" in found.words else "year")
    if context.published is None:
        return cal.unresolved(cal.NO_DATE, unit)
    near = context.earlier("quarter", "half", "year", within=0, before=found.start) if found["whole"] else None
    if near is not None and near.first is not None:
        return like(cal.year(near.first.year, counted_from(near)), near)
    step = 0
    if unit == "weekend" and context.published.weekday() < 5 and context.direction(found.start, found.end) == "past":
        step = -1
    return cal.around(cal.shift(context.published, unit, step), unit, context.anchor)


def season_named(found: Found, context: Context) -> Reading | None:
    """last fall, this summer, the winter of 1994, spring 2003, in the spring"""
    code, which = SEASONS[found["season"].lower()], found["which"].lower()
    if found["year"]:
        return cal.season(int(found["year"]), code)
    published = context.published
    if published is None:
        return cal.unresolved(cal.NO_YEAR, "season")
    around = [cal.season(published.year + step, code, context.anchor) for step in (-2, -1, 0, 1, 2)]
    if which.startswith(("last", "this past", "past")):
        return [s for s in around if s.last and s.last < published][-1]
    if which.startswith(("next", "this coming", "coming")):
        return next(s for s in around if s.first and s.first > published)
    if which == "this":
        return around[2]
    direction = context.direction(found.start, found.end)
    if direction == "future":
        return next(s for s in around if s.last and s.last >= published)
    reading = [s for s in around if s.first and s.first <= published][-1]
    return guess(reading, cal.NO_DIRECTION) if direction is None else reading


def counted_back(found: Found, context: Context) -> Reading | None:
    """two weeks ago, a year earlier, three months later, five days before"""
    unit, how = found["unit"].lower(), found["how"].lower()
    count = count_of(found["count"] or "a")
    if unit in ("second", "minute", "hour"):
        return Reading("DURATION", duration_of(count, unit), granularity=unit, unresolved=cal.A_LENGTH)
    if count == "X" or UNITS[unit][1] > 100:
        return Reading(
            "DATE",
            "FUTURE_REF" if how in ("later", "after", "from now", "hence") else "PAST_REF",
            unresolved=cal.VAGUE,
        )
    from_now = how in ("ago", "from now", "hence")
    near = None if from_now else context.earlier(within=3, before=found.start)
    if near is None and context.published is None:
        return cal.unresolved(cal.NO_DATE if from_now else cal.NO_ANCHOR, unit)
    base = near.first if near and near.first else context.published
    assert base is not None
    sign = 1 if how in ("later", "after", "afterwards", "afterward", "from now", "hence") else -1
    anchor = counted_from(near) if near else context.anchor
    reading = _counted(base, unit, count * sign, anchor, _kept(unit, count, found, context) if sign < 0 else None)
    if near is not None and _FINENESS.get(near.granularity or "", 0) > _FINENESS.get(unit, 0):
        reading = guess(reading, f"counted from a whole {near.granularity}")
    if found["weekday"] and reading.first:
        return cal.day(_weekday_in_week(reading.first, found["weekday"]), anchor)
    return like(reading, near) if near or from_now else guess(reading, cal.NO_ANCHOR)


def _counted(base: date, unit: str, count: Decimal, anchor: str, kept: Reading | None) -> Reading:
    if kept is not None and kept.first is not None:
        return cal.around(cal.shift(kept.first, "year", int(count)), kept.granularity or "year", counted_from(kept))
    whole, half = int(count), count % 1
    try:
        at = cal.shift(base, unit, whole)
        at = cal.shift(at, "month", 6 if count > 0 else -6) if half and unit == "year" else at
    except ValueError:
        return Reading("DATE", "PAST_REF" if count < 0 else "FUTURE_REF", unresolved=cal.VAGUE)
    return cal.around(at, unit, anchor)


def _kept(unit: str, count: Decimal, found: Found, context: Context) -> Reading | None:
    """Gives the quarter or month a comparison with "a year earlier" keeps: its profit in the third quarter, and a year earlier."""
    if unit != "year" or count != 1:
        return None
    same = context.earlier("month", "quarter", "half", within=0, before=found.start)
    if same is not None and same.granularity == "month":
        return same
    if context.sums_up_months() and context.published is not None:
        return cal.year(context.published.year, context.anchor)
    return context.latest("quarter", "half")


def _weekday_in_week(at: date, name: str) -> date:
    return cal.shift(at, "day", weekday_of(name) - at.weekday())


def _start_of(at: date, unit: str) -> date:
    return at.replace(day=1) if unit in ("month", "quarter", "year", "decade", "century") else at
