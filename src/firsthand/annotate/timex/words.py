"""The words of time, and the pieces of which the patterns are made."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from firsthand.text.numbers import ORDINALS, SMALL, read_numeral, read_ordinal

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1)
    for name in names.split()
}  # fmt: skip
WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri", "saturday sat", "sunday sun"))
    for name in names.split()
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "nighttime": "NI", "noon": "MI", "midday": "MI", "dawn": "MO",
    "daybreak": "MO", "dusk": "EV", "overnight": "NI", "tonight": "NI", "lunchtime": "MI", "early hours": "MO", "small hours": "MO",
}  # fmt: skip
# ISO 8601 duration designators and how many of them one unit is.
UNITS: dict[str, tuple[str, int]] = {
    "second": ("TS", 1), "minute": ("TM", 1), "hour": ("TH", 1), "day": ("D", 1), "week": ("W", 1), "fortnight": ("W", 2), "weekend": ("WE", 1),
    "month": ("M", 1), "quarter": ("Q", 1), "year": ("Y", 1), "decade": ("Y", 10), "century": ("Y", 100), "centurie": ("Y", 100),
    "millennium": ("Y", 1000), "millennia": ("Y", 1000),
}  # fmt: skip
ONES = "|".join(sorted((w for w, v in SMALL.items() if 0 < v < 20), key=len, reverse=True))
TENS = "|".join(w for w, v in SMALL.items() if v >= 20)
_ORDINAL_WORDS = "|".join(sorted((w for w in ORDINALS if w not in ("zeroth", "hundredth")), key=len, reverse=True))

# Only spelt with a capital are they months and days: "may", "march" and "sun" are words.
MONTH = (
    r"(?P<month>(?-i:January|February|March|April|May|June|July|August|September|October|November|December|JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST"
    r"|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?= \d)))(?!\w))"
)
WEEKDAY = r"(?<!black )(?<!bloody )(?<!ash )(?<!palm )(?<!super )(?<!cyber )(?<!shrove )(?P<weekday>(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)(?:day|DAY)(?!\w))"
WEEKDAY_ANY = r"(?P<weekday>(?-i:Mon|Tues?|Weds?|Wednes|Thur?s?|Fri|Sat|Satur|Sun)(?:day\b|\.|(?=,)))"
YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)(?![\d,]\d|\d|%|-?years?\b)"
DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
DAY = rf"(?P<day>{DAY_NUMBER})(?:st|nd|rd|th)?(?![\d%:/]|[.,]\d)"
ORDINAL = rf"(?P<ordinal>\d{{1,3}}(?:st|nd|rd|th)|(?:{TENS})[- ](?:{_ORDINAL_WORDS})|{_ORDINAL_WORDS})"
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
PART = r"(?P<part>morning|afternoon|evening|nighttime|night|lunchtime|dawn|dusk)"
UNIT = r"(?P<unit>second|minute|hour|day|week|fortnight|weekend|month|quarter|year|decade|century|centurie|millennium|millennia)"
CALENDAR_UNIT = r"(?P<unit>weekend|week|month|quarter|year|decade|century)"
SPELT = rf"(?:(?:{TENS})(?:[- ](?:{ONES}))?|{ONES})"
EXACT = (
    rf"(?:\d+|{SPELT}) and a half|\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?: (?:thousand|million|billion)| \d/\d|[½¼¾])?"
    rf"|(?:(?:{SPELT}|a) (?:hundred|thousand|million|billion)(?: and {SPELT})?)|{SPELT}"
)
VAGUE_COUNT = r"several|many|some|a few|few|a couple of|a couple|couple of|couple|a number of|dozens of|scores of|hundreds of|thousands of|tens of thousands of"
COUNT = rf"(?P<count>{EXACT}|half an?|an additional|an?|{VAGUE_COUNT})"
ABOUT = (
    r"(?:(?:about|around|approximately|roughly|some|nearly|almost|over|more than|less than|fewer than|at least|at most|up to|no more than|no less than"
    r"|no fewer than|just over|just under|well over|under|an estimated) )?"
)
EARLY_LATE = r"(?:(?:early|late|mid|earlier|later)[- ](?:in |on )?)?"
EDGE = r"(?:the )?(?:very )?(?:end|beginning|start|middle|close|turn|latter part|early part|first part|latter half|rest|remainder) of (?:the )?"

# TIMEX3 letters for vague runs of decades, centuries and millennia.
_VAGUE_LETTERS = {10: "E", 100: "C", 1000: "L"}

Count = Decimal | Literal["X"]


def count_of(words: str) -> Count:
    """Gives the number that a count says, or "X" for a vague one ("several")."""
    text = " ".join(words.lower().split()).replace("½", " 1/2").replace("¼", " 1/4").replace("¾", " 3/4")
    if text in ("a", "an", "an additional"):
        return Decimal(1)
    if text in ("half a", "half an"):
        return Decimal("0.5")
    if text in ("a couple", "a couple of", "couple", "couple of"):
        return Decimal(2)
    whole, _, part = text.partition(" ")
    if "/" in part:
        above, _, below = part.partition("/")
        return Decimal(whole.replace(",", "")) + Decimal(above) / Decimal(below) if below != "0" else "X"
    value = read_numeral(text)
    return "X" if value is None else value


def duration_of(count: Count, unit: str) -> str:
    """Gives the ISO 8601 duration: ("3", "month") is P3M, ("2.5", "year") P2Y6M, ("X", "hour") PTXH."""
    code, factor = UNITS[unit]
    time, letters = ("T", code[1:]) if code.startswith("T") else ("", code)
    if count == "X":
        return f"P{time}X{_VAGUE_LETTERS.get(factor, letters)}"
    number = count * factor
    finer = {"TH": ("M", 60), "TM": ("S", 60), "Y": ("M", 12)}.get(code)
    whole, rest = int(number), number - int(number)
    if rest and finer and (rest * finer[1]) % 1 == 0:
        head = f"{whole}{letters}" if whole else ""
        return f"P{time}{head}{int(rest * finer[1])}{finer[0]}"
    return f"P{time}{_plain(number)}{letters}"


def _plain(number: Decimal) -> str:
    return str(int(number)) if number == int(number) else format(number.normalize(), "f")


def ordinal_of(words: str) -> int | None:
    """Gives the rank of an ordinal."""
    return read_ordinal(words)


def month_of(name: str) -> int:
    """Gives the number of a month by its name or abbreviation."""
    return MONTHS[name.lower().rstrip(".")]


def weekday_of(name: str) -> int:
    """Gives the number of a weekday (Monday is 0) by its name or abbreviation."""
    return WEEKDAYS[name.lower().rstrip(".")]
