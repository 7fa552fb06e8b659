"""Numerals and number words, to and from `Decimal`.

Pure functions on str: they know how English newspapers write a number ("4,700", "2.4 million", "twenty-eight thousand",
"half a million", "two and a half", "three quarters", "1½", "€5bn"), and nothing of what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

NumeralKind = Literal["digits", "words", "fraction"]


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_ONES = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
SMALL: dict[str, int] = {word: value for value, word in enumerate(_ONES)} | dict(
    zip(_TENS, range(20, 100, 10), strict=True)
)
SCALES: dict[str, int] = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
# Written straight after the digits. "m" may also be metres and "b", "t" other things: the caller decides by what stands around.
LETTER_SCALES: dict[str, int] = {
    "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "b": 10**9, "B": 10**9,
    "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
_ORDINALS = _listed(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINALS: dict[str, int] = {word: value for value, word in enumerate(_ORDINALS)} | {
    word[:-1] + "ieth": value for word, value in SMALL.items() if value >= 20
}
_PARTS: dict[str, int] = {
    "half": 2, "halves": 2, "quarter": 4, "quarters": 4,
    **{form: value for word, value in ORDINALS.items() if 3 <= value <= 20 for form in (word, word + "s")},
    "hundredth": 100, "hundredths": 100,
}  # fmt: skip
_GLYPHS = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
_GLYPH = "[" + "".join(_GLYPHS) + "]"

_DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_SMALL_WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:[-\u2010\u2011 ](?:{'|'.join(_ONES[1:10])}))?|{'|'.join(reversed(_ONES))})"
_SCALE_WORDS = "hundred|thousand|million|billion|trillion"
_PART_WORDS = "|".join(sorted(_PARTS, key=len, reverse=True))
# Everything a number can begin with; what follows is read by hand, because "and" joins parts of a number only after a hundred or more.
_START = re.compile(
    rf"(?<![\w.])(?P<glyph>{_GLYPH})"
    rf"|(?<![\d.,])(?P<digits>{_DIGITS})(?!\d|(?:st|nd|rd|th)\b)(?P<after>\s?{_GLYPH}|\s[1-9]/[2-9](?![\d/]))?(?P<letter>(?:bln|bn|mln|mn|mil|trn|tn|[kKmMbB])\b)?"
    rf"|(?<![\w'’])(?P<word>half[- ]an?[- ](?={_SCALE_WORDS}|dozen)|half[- ](?=dozen)|(?:an?|another)\s(?=(?:{_SCALE_WORDS}|dozen)\b)|"
    rf"{_SMALL_WORDS}(?![\w])|an?\s(?=(?:half|quarter|{'|'.join(w for w, v in ORDINALS.items() if 3 <= v <= 20)})\b)|half(?![\w]))",
    re.IGNORECASE,
)
_SMALL = re.compile(rf"[\s-]+(?:and\s+)?(?P<small>{_SMALL_WORDS})(?![\w])", re.IGNORECASE)
_SCALE = re.compile(rf"(?:\s+|-)?(?P<scale>{_SCALE_WORDS}|dozen)(?![\w])", re.IGNORECASE)
_AND_PART = re.compile(rf"\s+and\s+(?P<count>an?|{_SMALL_WORDS})[\s-](?P<part>{_PART_WORDS})(?![\w])", re.IGNORECASE)
_PART = re.compile(rf"(?:[-\u2010\u2011\s]+)(?P<part>{_PART_WORDS})(?![\w-])", re.IGNORECASE)
_BARE_PART = re.compile(rf"(?P<part>{_PART_WORDS})(?![\w])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number as written: where it stands and what it says. `base` is the value before its scale word ("2.4" of "2.4 million").

    `letter` is a scale letter written against the digits ("m" of "€20m"); it is *already* multiplied into `value`.
    A `fraction` is a part of one thing ("two thirds"); numbers with a broken part ("two and a half") are `words` or `digits`.
    """

    start: int
    end: int
    value: Decimal
    base: Decimal
    scale: int
    kind: NumeralKind
    letter: str = ""


def find_numerals(text: str) -> Iterator[Numeral]:
    """Gives the numbers of a text in order, each as far as it reaches, dates and names with digits included.

    >>> [(n.value, n.kind) for n in find_numerals("two thirds of 4.5 million")]
    [(Decimal('0.6666666666666666666666666667'), 'fraction'), (Decimal('4500000'), 'digits')]
    """
    position = 0
    while match := _START.search(text, position):
        found = _from_digits(text, match) if not match["word"] else _from_words(text, match)
        if found is None:
            position = match.end()
            continue
        yield found
        position = found.end


def read_numeral(words: str) -> Decimal | None:
    """Gives the value of a text that is one number and nothing else, or None.

    >>> read_numeral("twenty-eight thousand six hundred and forty-two")
    Decimal('28642')
    >>> read_numeral("several") is None
    True
    """
    words = words.strip()
    found = next(find_numerals(words), None)
    return found.value if found is not None and (found.start, found.end) == (0, len(words)) else None


def read_ordinal(words: str) -> int | None:
    """Gives the rank that an ordinal names ("21st", "third", "twenty-first"), or None.

    >>> read_ordinal("twenty-first"), read_ordinal("3rd"), read_ordinal("three")
    (21, 3, None)
    """
    words = words.strip().lower()
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", words):
        return int(match[1])
    tens, _, rest = words.replace(" ", "-").partition("-")
    if rest and SMALL.get(tens, 0) >= 20 and 1 <= ORDINALS.get(rest, 0) <= 9:
        return SMALL[tens] + ORDINALS[rest]
    return ORDINALS.get(words)


def spell(number: int) -> str:
    """Gives a whole number below a quadrillion in words, without "and".

    >>> spell(28642)
    'twenty-eight thousand six hundred forty-two'
    """
    if not 0 <= number < 10**15:
        raise ValueError(f"only whole numbers from 0 to 999,999,999,999,999 are spelt, not {number}")
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10 - 2] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    scale, word = next((value, word) for word, value in reversed(SCALES.items()) if value <= number and word != "dozen")
    return f"{spell(number // scale)} {word}" + (f" {spell(number % scale)}" if number % scale else "")


_MOST_DIGITS = 18  # longer runs of digits are serial numbers, not counts


def _from_digits(text: str, match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    if match["glyph"]:
        value = _ratio(*_GLYPHS[match["glyph"]])
        return Numeral(start, end, value, value, 1, "fraction")
    if start and (text[start - 1].isalpha() and text[start - 1] not in "$€£¥" and not _currency_code(text, start)):
        return None
    digits = re.sub(r"[,\u00a0\u2009\u202f]", "", match["digits"])
    if len(digits) > _MOST_DIGITS:
        return None
    base = Decimal(digits)
    if match["after"]:
        part = match["after"].strip()
        base += _ratio(*_GLYPHS[part]) if part in _GLYPHS else _ratio(*map(int, part.split("/")))
    letter = match["letter"] or ""
    if letter and letter not in LETTER_SCALES:
        letter, end = "", match.start("letter")
    scale = LETTER_SCALES.get(letter, 1)
    if not letter and (named := _SCALE.match(text, end)) and text[end : end + 1] != "-":
        scale, end = SCALES[named["scale"].lower()], named.end()
        if further := re.compile(r"\s(million|billion|trillion)\b", re.I).match(text, end):
            scale, end = scale * SCALES[further[1].lower()], further.end()
    elif not letter and (half := _AND_PART.match(text, end)):
        base += _part_of(half)
        end = half.end()
    return Numeral(start, end, _plain(base * scale), base, scale, "digits", letter)


def _currency_code(text: str, start: int) -> bool:
    """Says whether the letters against the digits are a currency code ("USD10m", "RM120") and no name ("G7", "B52")."""
    code = re.search(
        r"(?<![A-Za-z])(?:(?P<code>[A-Z]{3}|RM|Rs|PS|kr|R)|\$(?:US|A|C|NZ|HK|S))$", text[max(0, start - 4) : start]
    )
    return code is not None and (code["code"] is None or code["code"] in CURRENCY_CODES)


CURRENCY_CODES = frozenset(
    _listed(
        "USD EUR GBP JPY CNY RMB AUD CAD NZD CHF SEK NOK DKK PLN CZK HUF RON INR PKR BRL MXN ZAR TRY ILS RUB UAH KRW HKD SGD "
        "MYR THB IDR PHP VND EGP SAR AED NGN KES RM Rs PS kr R"
    )
)


def _from_words(text: str, match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    word = re.sub(r"[\s\u2010\u2011-]+", " ", match["word"].lower()).strip()
    if word in ("half a", "half an") or (word == "half" and re.match(r"(?:[- ])?dozen\b", text[end:], re.I)):
        base = Decimal("0.5")
    elif word in ("a", "an", "another"):
        base = Decimal(1)
        if part := _BARE_PART.match(text, end):
            return _fraction(start, part, 1)
    elif word == "half":
        return Numeral(start, end, Decimal("0.5"), Decimal("0.5"), 1, "fraction")
    else:
        base = Decimal(_small(word))
        if (part := _PART.match(text, end)) and _is_part(word, part["part"].lower()):
            return _fraction(start, part, _small(word))
    # "another" is no part of the number, it only lets "another hundred" be seen.
    start = match.start() + len("another ") if word == "another" else start
    value, scale, end, base = _walk(text, end, base)
    return Numeral(start, end, value, base, scale, "words")


def _small(words: str) -> int:
    tens, _, ones = words.partition(" ")
    return SMALL[tens] + (SMALL[ones] if ones else 0)


def _is_part(count: str, part: str) -> bool:
    """Says whether "two thirds" is meant, and not "two third-graders" or "one second"."""
    return part.endswith("s") or count == "one" or part == "half"


def _fraction(start: int, part: re.Match[str], count: int) -> Numeral:
    value = _ratio(count, _PARTS[part["part"].lower()])
    return Numeral(start, part.end(), value, value, 1, "fraction")


def _walk(text: str, end: int, base: Decimal) -> tuple[Decimal, int, int, Decimal]:
    """Reads on over scale words and smaller numbers: gives (value, last scale, end, the number before the scale)."""
    total, current, last, limit = Decimal(0), base, 1, Decimal(10**18)
    while True:
        if (
            (scale := _SCALE.match(text, end))
            and (factor := SCALES[scale["scale"].lower()])
            and not _is_adjective(text, scale)
        ):
            if factor == 100 and current < 100 and current == int(current):
                current *= 100
            elif factor < limit:
                total, current, limit = total + current * factor, Decimal(0), Decimal(factor)
            else:
                break
            end, last = scale.end(), factor
        elif (half := _AND_PART.match(text, end)) and current == int(current):
            current += _part_of(half)
            end = half.end()
            if last == 1:
                base = current
            elif current < 1:
                total, current = total + current * last, Decimal(0)
        elif last > 12 and current % 100 == 0 and (small := _SMALL.match(text, end)) and _belongs(text, small, limit):
            current += _small(re.sub(r"[\s\u2010\u2011-]+", " ", small["small"].lower()))
            end = small.end()
        else:
            break
    return _plain(total + current), last, end, base


def _is_adjective(text: str, scale: re.Match[str]) -> bool:
    """Says whether the scale word is tied to the next one ("five million-dollar homes")."""
    return text[scale.end() : scale.end() + 1] == "-" and text[scale.end() + 1 : scale.end() + 2].isalpha()


def _belongs(text: str, small: re.Match[str], limit: Decimal) -> bool:
    """Says whether a small number after a scale word continues it: "a hundred and five", not "two million and three million"."""
    following = _SCALE.match(text, small.end())
    return following is None or SCALES[following["scale"].lower()] < limit


def _part_of(match: re.Match[str]) -> Decimal:
    word = match["count"].lower()
    count = 1 if word in ("a", "an") else _small(re.sub(r"[\s\u2010\u2011-]+", " ", word))
    return _ratio(count, _PARTS[match["part"].lower()])


def _plain(value: Decimal) -> Decimal:
    """Gives a whole value without a decimal point: 2.4 million is 2400000, not 2400000.0."""
    return Decimal(int(value)) if value == value.to_integral_value() else value


def _ratio(above: int, below: int) -> Decimal:
    return Decimal(above) / Decimal(below)
