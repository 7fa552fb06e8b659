"""Readers of lengths of time, of what recurs, and of vague references to past, present and future."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from firsthand.annotate.timex import calendar as cal
from firsthand.annotate.timex.calendar import Reading
from firsthand.annotate.timex.context import Context
from firsthand.annotate.timex.found import Found
from firsthand.annotate.timex.words import PARTS, Count, count_of, duration_of, month_of, weekday_of

_RATES = ("NN", "CD", "RB", "VBN", "$", "#")
_HABITS = {"daily": "P1D", "nightly": "P1D", "hourly": "PT1H", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annual": "P1Y",
           "annually": "P1Y", "biweekly": "P2W", "fortnightly": "P2W"}  # fmt: skip
_TO_DAYS = {"second": 86400, "minute": 1440, "hour": 24}


def length(found: Found, context: Context) -> Reading | None:
    """five years, nearly two months, two to three weeks, half an hour, ten-day; not "twice a week" nor "a 40-year-old\""""
    count = found["count"].lower()
    if found["unit"].lower() in ("second", "quarter", "weekend") and count in ("a", "one", "another"):
        return None
    if count in ("a", "an") and _is_rate(found, context):
        return None
    number = "X" if found["least"] else _with_half(count_of(count), found)
    value = duration_of(number, found["unit"].lower())
    return Reading("DURATION", value, granularity=found["unit"].lower(), unresolved=cal.A_LENGTH)


def _with_half(count: Count, found: Found) -> Count:
    return count + Decimal("0.5") if found["and_half"] and count != "X" else count


def _is_rate(found: Found, context: Context) -> bool:
    """Says whether "a year" is what something is reckoned by ("$5 a year", "twice a day")."""
    tokens, _ = context.tokens_at(found.start)
    before = [token for token in tokens if token.end <= found.start]
    return (
        bool(before)
        and before[-1].tag.startswith(_RATES)
        and before[-1].lemma not in ("about", "almost", "nearly", "just", "only", "over")
    )


def length_around(found: Found, context: Context) -> Reading | None:
    """the past six months, the next two years, the last 24 hours: a length that ends or begins at publication"""
    unit, which = found["unit"].lower(), found["which"].lower()
    count = count_of(found["count"]) if found["count"] else "X"
    value = duration_of(count, unit)
    if count == "X":
        return Reading("DURATION", value, granularity=unit, unresolved=cal.VAGUE)
    ahead = which.endswith(("next", "coming", "following"))
    if context.published is None:
        return Reading("DURATION", value, granularity=unit, unresolved=cal.NO_DATE)
    try:
        other = _moved(context.published, unit, int(count) if ahead else -int(count))
    except ValueError:
        return Reading("DURATION", value, granularity=unit, unresolved=cal.VAGUE)
    first, last = sorted((context.published, other))
    return Reading("DURATION", value, first, last, unit, context.anchor)


def _moved(at: date, unit: str, count: int) -> date:
    if unit not in _TO_DAYS:
        return cal.shift(at, unit, count)
    whole = -(-abs(count) // _TO_DAYS[unit])
    return cal.shift(at, "day", whole if count > 0 else -whole)


def first_stretch(found: Found, context: Context) -> Reading | None:
    """the first nine months, the first two weeks: of what, the words after it say"""
    return Reading(
        "DURATION",
        duration_of(count_of(found["count"]), found["unit"].lower()),
        granularity=found["unit"].lower(),
        unresolved=cal.A_LENGTH,
    )


def vague_length(found: Found, context: Context) -> Reading | None:
    """for years, in weeks, decades-long"""
    return Reading(
        "DURATION", duration_of("X", found["unit"].lower()), granularity=found["unit"].lower(), unresolved=cal.A_LENGTH
    )


def unit_length(found: Found, context: Context) -> Reading | None:
    """day-long, year-long, the past decade"""
    return Reading(
        "DURATION",
        duration_of(Decimal(1), found["unit"].lower()),
        granularity=found["unit"].lower(),
        unresolved=cal.A_LENGTH,
    )


def recent_units(found: Found, context: Context) -> Reading | None:
    """recent years, recent weeks"""
    unit = found["unit"].lower()
    if unit in ("year", "decade", "century", "centurie"):
        return Reading("DATE", "PAST_REF", unresolved=cal.VAGUE)
    return Reading("DURATION", duration_of("X", unit), granularity=unit, unresolved=cal.VAGUE)


def every(found: Found, context: Context) -> Reading | None:
    """every day, each Monday, every two weeks, Saturdays"""
    if found["weekday"]:
        value = f"XXXX-WXX-{weekday_of(found['weekday']) + 1}"
        part = found["part"].lower().rstrip("s")
        value += {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}.get(part, "")
    elif found["month"]:
        value = f"XXXX-{month_of(found['month']):02d}"
    elif not found["unit"]:
        value = f"XXXX-XX-XXT{PARTS[found['part'].lower()]}"
    else:
        count: Count = Decimal(2) if found["count"].lower() == "other" else count_of(found["count"] or "1")
        value = duration_of(count, found["unit"].lower())
    return Reading("SET", value, unresolved=cal.RECURS)


def habit(found: Found, context: Context) -> Reading | None:
    """daily, weekly, annual"""
    return Reading("SET", _HABITS[found["habit"].lower()], unresolved=cal.RECURS)


def times_a(found: Found, context: Context) -> Reading | None:
    """twice a week, three times a year"""
    return Reading("SET", duration_of(Decimal(1), found["unit"].lower()), unresolved=cal.RECURS)


def past_ref(found: Found, context: Context) -> Reading | None:
    """recently, the past, long ago"""
    return Reading("DATE", "PAST_REF", unresolved=cal.VAGUE)


def present_ref(found: Found, context: Context) -> Reading | None:
    """now, currently, these days"""
    return Reading("DATE", "PRESENT_REF", unresolved=cal.VAGUE)


def future_ref(found: Found, context: Context) -> Reading | None:
    """the future, coming months"""
    return Reading("DATE", "FUTURE_REF", unresolved=cal.VAGUE)


def soon(found: Found, context: Context) -> Reading | None:
    """soon, as soon as possible: where it looks ahead ("will soon"), not "soon became\""""
    return future_ref(found, context) if context.direction(found.start, found.end) == "future" else None
