"""Readers of quarters and halves: named ones, the one spoken of, and the one of the year before."""

from __future__ import annotations

from datetime import date

from firsthand.annotate.timex import calendar as cal
from firsthand.annotate.timex.calendar import Reading, counted_from, guess, like
from firsthand.annotate.timex.context import Context
from firsthand.annotate.timex.found import Found
from firsthand.annotate.timex.words import month_of, ordinal_of


def years_period(found: Found, context: Context) -> Reading | None:
    """the 1988 period, the 1988 quarter: the quarter spoken of, in that year"""
    near = context.latest("quarter")
    if near is None or near.first is None or context.sums_up_months():
        return cal.year(int(found["year"]))
    return like(cal.quarter(int(found["year"]), (near.first.month + 2) // 3, counted_from(near)), near)


def period_last_year(found: Found, context: Context) -> Reading | None:
    """the same period last year, last year's quarter, the quarter a year earlier"""
    near = context.latest("quarter") or context.latest("month")
    if near is None or near.first is None or context.sums_up_months():
        return _year_back(context)
    return like(cal.around(cal.shift(near.first, "year", -1), near.granularity or "year", counted_from(near)), near)


def quarter_named(found: Found, context: Context) -> Reading | None:
    """the third quarter of 2024, Q3, this year's first quarter, the second half of last year"""
    is_half = bool(found["halfword"])
    rank = (found["ordinal"] or found["digit"] or "").lower()
    number = {"final": 4, "last": 2}.get(rank) or (int(rank) if rank.isdigit() else ordinal_of(rank) or 0)
    if not 1 <= number <= (2 if is_half else 4):
        return None
    make = cal.half if is_half else cal.quarter
    is_fiscal = "fiscal" in found.words
    if found["year"]:
        reading = make(int(found["year"]), number)
    elif context.published is None:
        reading = cal.unresolved(cal.NO_YEAR, "half" if is_half else "quarter")
    else:
        reading = make(_year_of_quarter(number, 2 if is_half else 4, found, context), number, context.anchor)
    return guess(reading, "the days of a fiscal year are not stated") if is_fiscal else reading


def _year_of_quarter(number: int, parts: int, found: Found, context: Context) -> int:
    published = context.published
    assert published is not None
    which = (found["of_which"] or found["whose"] or "").lower()
    if which:
        return published.year + (
            -1 if which.startswith(("last", "the previous", "the year-")) else 1 if which.startswith("next") else 0
        )
    if _is_year_ago(found):
        return _latest_year(number, parts, published) - 1
    current = (published.month - 1) * parts // 12 + 1
    if number == current:
        return published.year
    if (
        number < current
        and 2 * (number + parts - current) <= parts
        and context.direction(found.start, found.end) == "future"
    ):
        return published.year + 1
    if number == current + 1 and context.direction(found.start, found.end) == "future":
        return published.year
    return _latest_year(number, parts, published)


def _is_year_ago(found: Found) -> bool:
    """Says whether a quarter is the one of the year before ("the year-earlier third quarter")."""
    words = found.words
    return "year-ago" in words or "year-earlier" in words


def _latest_year(number: int, parts: int, published: date) -> int:
    return published.year - (number > (published.month - 1) * parts // 12 + 1)


def quarter_told(found: Found, context: Context) -> Reading | None:
    """the quarter, the latest period, the year-ago quarter: the one spoken of, or the last that had ended"""
    words = found.words
    if found["month"]:
        return _quarter_ending(found, context)
    near = context.latest("quarter")
    if "period" in words and "year-" in words and context.sums_up_months():
        return _year_back(context)
    if near is None and "quarter" not in words:
        return _year_back(context) if "year" in words else None
    if near is None and context.published is None:
        return cal.unresolved(cal.NO_ANCHOR, "quarter")
    base = near.first if near and near.first else cal.shift(context.published, "quarter", -1)  # type: ignore[arg-type]
    back = -1 if "year-ago" in words or "year-earlier" in words else 0
    step = (
        1
        if words.startswith("the next") or "following" in words
        else -1
        if "previous" in words or "preceding" in words
        else 0
    )
    reading = cal.around(
        cal.shift(cal.shift(base, "year", back), "quarter", step),
        "quarter",
        counted_from(near) if near else context.anchor,
    )
    return like(reading, near) if near else guess(reading, "the quarter is not named")


def _quarter_ending(found: Found, context: Context) -> Reading:
    """the quarter ended Sept. 30: the calendar quarter of that month; where it ends with another month, its days are a guess"""
    number = month_of(found["month"])
    if context.published is None:
        return cal.unresolved(cal.NO_YEAR, "quarter")
    year = context.published.year - (number > context.published.month)
    reading = cal.quarter(year, (number + 2) // 3, context.anchor)
    return guess(reading, "the quarter does not end with the calendar's") if number % 3 else reading


def _year_back(context: Context) -> Reading | None:
    if context.published is None:
        return cal.unresolved(cal.NO_DATE, "year")
    return cal.year(context.published.year - 1, context.anchor)
