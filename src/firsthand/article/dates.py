"""Dates as pages write them, as ISO 8601; what cannot be read for sure (03/04/2031) is None."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero janeiro gennaio januari",
            "february feb februar février fevrier febrero fevereiro febbraio februari",
            "march mar märz maerz mars marzo março maart",
            "april apr avril abril aprile",
            "may mai mayo maio maggio mei",
            "june jun juni juin junio junho giugno",
            "july jul juli juillet julio julho luglio",
            "august aug août aout agosto augustus",
            "september sep sept septembre septiembre setembro settembre",
            "october oct oktober okt octobre octubre outubro ottobre",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre decembre diciembre dezembro dicembre",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_TIME = r"(?:[T\s]\s*(?P<time>\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
_ISO = re.compile(rf"(?<!\d)(?P<y>[12]\d{{3}})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?!\d){_TIME}", re.I)
_COMPACT = re.compile(r"(?<!\d)(?P<y>20\d\d|19\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?:T\d{4,6}Z?)?(?!\d)")
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[\s-]*(?:of |de |d')?[\s-]*(?P<month>{_MONTH})\b\.?,?[\s-]*(?:de |del )?(?P<y>[12]\d{{3}})(?!\d)",
    re.I,
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTH})\b\.?\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<y>[12]\d{{3}})(?!\d)", re.I
)
_YEAR_FIRST = re.compile(rf"(?<!\d)(?P<y>[12]\d{{3}})[\s-]+(?P<month>{_MONTH})\b\.?[\s-]*(?P<d>\d{{1,2}})(?!\d)", re.I)
_NUMERIC = re.compile(r"(?<![\d/.-])(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<y>[12]\d{3})(?!\d)")
_CLOCK = re.compile(
    r"(?:\s*[,|·•–—-]\s*|\s+)(?:at |um |à )?\s*(?P<h>\d{1,2})[:.h](?P<min>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"\s*(?P<zone>(?:UTC|GMT)\s*(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}|[A-Z]{2,4})?(?!\w)",
)
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "EST": -5, "EDT": -4, "CDT": -5,
    "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AEST": 10, "AEDT": 11, "JST": 9, "KST": 9,
}  # fmt: skip
_URL = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2}|[a-z]{3,9})[/-](?P<d>\d{1,2})(?=[/\-_.]|$)", re.I)
_URL_COMPACT = re.compile(r"(?<![\d])(?P<y>20\d\d)[-_]?(?P<m>0[1-9]|1[0-2])[-_]?(?P<d>0[1-9]|[12]\d|3[01])(?![\d])")


def read_date(words: str) -> str | None:
    """Gives the first date in the words as ISO 8601, with its time and zone where they stand with it.

    >>> read_date("Published 3 May 2031")
    '2031-05-03'
    """
    if not words or len(words) > 400:
        return None
    if match := _ISO.search(words):
        return _with_time(match)
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST):
        if match := pattern.search(words):
            return _with_clock(_day(match["y"], _MONTHS[match["month"].lower()], match["d"]), words[match.end() :])
    if match := _NUMERIC.search(words):
        return _numeric(match)
    return _day(match["y"], match["m"], match["d"]) if (match := _COMPACT.search(words)) else None


def read_stamp(words: str) -> str | None:
    """Gives a machine's date (a meta tag, JSON-LD, a feed) as ISO 8601."""
    words = words.strip()
    if re.match(r"[A-Za-z]{3},? \d{1,2} [A-Za-z]{3} \d{4}", words):
        try:
            return parsedate_to_datetime(words).isoformat()
        except (ValueError, TypeError):
            return read_date(words)
    return read_date(words)


def url_date(url: str) -> str | None:
    """Gives the day that an address carries in its path: /2031/05/03/ or -20310503."""
    path = re.sub(r"^\w+://[^/]*", "", url).partition("?")[0]
    if match := _URL.search(path):
        month = match["m"] if match["m"].isdigit() else _MONTHS.get(match["m"].lower())
        if month and (day := _day(match["y"], month, match["d"])):
            return day
    return _day(match["y"], match["m"], match["d"]) if (match := _URL_COMPACT.search(path)) else None


def span_of_date(words: str) -> tuple[int, int] | None:
    """Gives where the first written date stands in a line."""
    found = [
        m.span() for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _NUMERIC) if (m := pattern.search(words))
    ]
    return min(found) if found else None


def _day(year: str, month: str | int, day: str) -> str | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if 1900 <= found.year <= 2100 else None


def _with_time(match: re.Match[str]) -> str | None:
    day = _day(match["y"], match["m"], match["d"])
    if day is None or not match["time"]:
        return day
    return f"{day}T{match['time']}{match['zone'] or ''}"


def _with_clock(day: str | None, rest: str) -> str | None:
    """Gives the day with the time of day that follows it ("12 May 2031, 23:50", "May 13, 2031 9:40 p.m. GMT+2")."""
    match = _CLOCK.match(rest) if day else None
    if match is None:
        return day
    hour, minute = int(match["h"]), int(match["min"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    if hour > 23 or minute > 59:
        return day
    return f"{day}T{hour:02}:{minute:02}:00{_offset(match['zone'] or '')}"


def _offset(zone: str) -> str:
    """Gives a zone as +hh:mm, "" for one that is not stated or means several ("IST")."""
    name, hours = re.match(r"([A-Z]*)\s*([+-]?[\d:]*)", zone).groups()  # type: ignore[union-attr]
    if not hours:
        return f"{_ZONES[name]:+03}:00" if name in _ZONES else ""
    sign, digits = hours[0], hours[1:].replace(":", "")
    return f"{sign}{digits[:-2] if len(digits) > 2 else digits:0>2}:{digits[-2:] if len(digits) > 2 else '00'}"


def _numeric(match: re.Match[str]) -> str | None:
    """Reads 25/12/2031 and 12/25/2031; 03/04/2031 is one of two days, unless dots say that the day comes first."""
    a, b = int(match["a"]), int(match["b"])
    if a > 12 or a == b or match["s"] == ".":
        return _day(match["y"], b, match["a"])
    return _day(match["y"], a, match["b"]) if b > 12 else None
