"""Units of measure and money: how newspapers write them, and one canonical name for each.

A row is `canonical: surfaces`. Money, time and percent are told apart because they are read differently: money may stand
before the number, a time unit is itself what is counted ("48 hours"), a percentage is of something.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from firsthand.annotate.quantity.lists import word_set

UnitKind = Literal["percent", "money", "time", "measure"]

# Symbols and codes that stand before a number, longest first.
SIGNS: dict[str, str] = {
    "US$": "dollar", "U.S. $": "dollar", "US $": "dollar", "$US": "dollar", "USD": "dollar", "$": "dollar",
    "HK$": "hong kong dollar", "HK $": "hong kong dollar", "HKD": "hong kong dollar",
    "A$": "australian dollar", "$A": "australian dollar", "AU$": "australian dollar", "AUD": "australian dollar",
    "C$": "canadian dollar", "CA$": "canadian dollar", "CAD": "canadian dollar", "S$": "singaporean dollar",
    "S $": "singaporean dollar", "SGD": "singaporean dollar", "NZ$": "new zealand dollar", "NZD": "new zealand dollar",
    "NT$": "taiwan dollar", "R$": "brazilian real", "BRL": "brazilian real", "€": "euro", "EUR": "euro",
    "£": "pound sterling", "GBP": "pound sterling", "¥": "japanese yen", "JPY": "japanese yen", "CNY": "chinese yuan",
    "RMB": "chinese yuan", "CHF": "swiss franc", "₹": "indian rupee", "INR": "indian rupee", "Rs": "rupee",
    "Rs.": "rupee", "PKR": "pakistani rupee", "₽": "russian rouble", "RUB": "russian rouble", "₩": "south korean won",
    "KRW": "south korean won", "₺": "turkish lira", "TRY": "turkish lira", "₪": "shekel", "ILS": "shekel", "₴": "hryvnia",
    "UAH": "hryvnia", "RM": "malaysian ringgit", "MYR": "malaysian ringgit", "THB": "baht", "ZAR": "rand", "SEK": "swedish krona",
    "NOK": "norwegian krone", "DKK": "danish krone", "PLN": "zloty", "CZK": "czech crown", "HUF": "forint", "RON": "leu",
    "MXN": "mexican peso", "IDR": "rupiah", "PHP": "philippine peso", "VND": "dong", "EGP": "egyptian pound",
    "SAR": "riyal", "AED": "dirham", "NGN": "naira", "₦": "naira", "KES": "kenyan shilling",
    # Sites that squeeze their text into ASCII write the pound as PS and the yen as Y=.
    "PS": "pound sterling", "Y=": "japanese yen",
}  # fmt: skip

_PERCENT = {
    "percent": "% | percent | per cent | pct | pc",
    "percentage point": "percentage point(s) | percent point(s) | pp",
}
_MONEY = {
    "dollar": "dollar(s) | US dollar(s) | U.S. dollar(s) | American dollar(s) | USD | buck(s)", "cent": "cent(s)", "euro": "euro(s) | EUR",
    "pound sterling": "pounds sterling | pound sterling | GBP | British pound(s) | quid", "penny": "pence | penny | pennies | p",
    "japanese yen": "yen | Japanese yen | JPY", "chinese yuan": "yuan | Chinese yuan | renminbi | CNY",
    "russian rouble": "Russian rouble(s) | Russian ruble(s) | RUB", "rouble": "rouble(s) | ruble(s)", "indian rupee": "Indian rupee(s)",
    "pakistani rupee": "Pakistani rupee(s)", "rupee": "rupee(s)",  # whose, the words do not say
    "shekel": "shekel(s) | NIS", "australian dollar": "Australian dollar(s)", "canadian dollar": "Canadian dollar(s)",
    "hong kong dollar": "Hong Kong dollar(s)", "swiss franc": "Swiss franc(s) | CHF", "franc": "franc(s) | CFA franc(s)",
    "crown": "crown(s) | koruna(s)", "swedish krona": "Swedish krona | Swedish kronor | Swedish crown(s) | kronor | krona",
    "norwegian krone": "Norwegian krone(r) | Norwegian crown(s) | kroner | krone", "zloty": "zloty | zlotys | zlotych", "forint": "forint(s)",
    "croatian kuna": "kuna(s) | kn", "leu": "lei | leu", "lev": "lev | leva", "hryvnia": "hryvnia(s) | hryvnias", "turkish lira": "Turkish lira(s)",
    "lira": "lira(s) | lire", "won": "won", "south korean won": "South Korean won | Korean won", "peso": "peso(s)",
    "real": "reais | reals", "rand": "rand", "malaysian ringgit": "ringgit", "baht": "baht", "dinar": "dinar(s)", "dirham": "dirham(s)",
    "riyal": "riyal(s)", "rial": "rial(s)", "shilling": "shilling(s)", "naira": "naira", "cedi": "cedi(s)", "taka": "taka",
    "afghani": "afghani(s)", "birr": "birr", "som": "som", "tenge": "tenge", "manat": "manat", "lari": "lari", "dram": "dram(s)", "bitcoin": "bitcoin(s)",
}  # fmt: skip
_TIME = {
    "second": "second(s) | sec | secs", "minute": "minute(s) | min | mins", "hour": "hour(s) | hr | hrs", "day": "day(s)", "night": "night(s)",
    "week": "week(s)", "fortnight": "fortnight(s)", "month": "month(s)", "quarter": "quarters", "season": "seasons", "year": "year(s) | yr | yrs",
    "decade": "decade(s)", "century": "century | centuries", "millisecond": "millisecond(s) | ms", "weekend": "weekends", "winter": "winters", "summer": "summers",
}  # fmt: skip
_MEASURE = {
    "kilometre": "kilometre(s) | kilometer(s) | km | kms | kilometre-long", "metre": "metre(s) | meter(s) | m", "centimetre": "centimetre(s) | centimeter(s) | cm",
    "millimetre": "millimetre(s) | millimeter(s) | mm", "micrometre": "micrometre(s) | micrometer(s) | micron(s) | μm | µm", "nanometre": "nanometre(s) | nanometer(s) | nm",
    "mile": "mile(s)", "nautical mile": "nautical mile(s)", "yard": "yard(s) | yd | yds", "foot": "foot | feet | ft | ' | ′", "inch": 'inch | inches | in. | ″ | "',
    "light year": "light year(s) | light-year(s)", "square kilometre": "square kilometre(s) | square kilometer(s) | sq km | sq. km | km2 | km²",
    "square metre": "square metre(s) | square meter(s) | sq m | sq. m | sqm | m2 | m²", "square mile": "square mile(s) | sq mi | sq miles",
    "square foot": "square foot | square feet | sq ft | sq. ft | sqft", "hectare": "hectare(s) | ha", "acre": "acre(s)",
    "cubic metre": "cubic metre(s) | cubic meter(s) | m3 | m³", "cubic foot": "cubic foot | cubic feet | cu ft", "cubic kilometre": "cubic kilometre(s) | cubic kilometer(s)",
    "litre": "litre(s) | liter(s) | L | l", "millilitre": "millilitre(s) | milliliter(s) | ml | mL", "gallon": "gallon(s)", "pint": "pint(s)", "barrel": "barrel(s) | bbl",
    "kilogram": "kilogram(s) | kilogramme(s) | kilo(s) | kg | kgs", "gram": "gram(s) | gramme(s) | g", "milligram": "milligram(s) | mg", "pound": "pound(s) | lb | lbs",
    "ounce": "ounce(s) | oz", "metric ton": "tonne(s) | metric ton(s) | metric tonne(s) | mt | t", "ton": "ton(s)", "kiloton": "kiloton(s)", "carat": "carat(s)", "stone": "stone",
    "kilometre per hour": "km/h | kph | kmh | kmph | kilometre(s) per hour | kilometer(s) per hour | kilometre(s) an hour | kilometer(s) an hour",
    "mile per hour": "mph | miles per hour | mile per hour | miles an hour", "metre per second": "m/s | metre(s) per second | meter(s) per second",
    "mile per gallon": "mpg | miles per gallon", "knot": "knot(s) | kt | kts", "celsius": "degree(s) Celsius | degree(s) C | °C | ºC | C | deg C | degC | Celsius | celsius",
    "fahrenheit": "degree(s) Fahrenheit | degree(s) F | °F | ºF | deg F | degF | Fahrenheit | fahrenheit", "degree": "degree(s) | ° | º | deg",
    "watt": "watt(s) | W", "kilowatt": "kilowatt(s) | kW | KW", "megawatt": "megawatt(s) | MW", "gigawatt": "gigawatt(s) | GW", "terawatt": "terawatt(s) | TW",
    "kilowatt hour": "kilowatt hour(s) | kilowatt-hour(s) | kWh", "megawatt hour": "megawatt hour(s) | megawatt-hour(s) | MWh", "gigawatt hour": "gigawatt hour(s) | gigawatt-hour(s) | GWh",
    "terawatt hour": "terawatt hour(s) | terawatt-hour(s) | TWh", "volt": "volt(s) | V", "ampere": "ampere(s) | amp(s) | A", "farad": "farad(s) | F", "joule": "joule(s) | J", "calorie": "calorie(s)",
    "newton metre": "newton metre(s) | newton meter(s) | Nm", "foot pound-force": "lb-ft | lb.-ft. | ft-lb | foot-pound(s)", "pound-foot": "pound-feet | pound-foot", "horsepower": "horsepower | hp | HP | PS",
    "brake horsepower": "bhp | brake horsepower", "revolution per minute": "rpm | revolutions per minute", "hertz": "hertz | Hz", "kilohertz": "kilohertz | kHz",
    "megahertz": "megahertz | MHz", "gigahertz": "gigahertz | GHz | Ghz", "byte": "byte(s)", "kilobyte": "kilobyte(s) | KB | kB", "megabyte": "megabyte(s) | MB",
    "gigabyte": "gigabyte(s) | GB", "terabyte": "terabyte(s) | TB", "bit": "bits", "megabit per second": "Mbps", "gigabit per second": "Gbps", "megapixel": "megapixel(s) | MP",
    "pixel": "pixel(s)", "decibel": "decibel(s) | dB", "pascal": "pascal(s) | Pa", "kilopascal": "kPa", "megapascal": "MPa", "gigapascal": "gigapascal(s) | GPa", "bar": "bar | bars",
    "pound per square inch": "psi", "kilopound per square inch": "ksi", "basis point": "basis point(s) | bps", "point": "points | pts", "million british thermal unit": "mmBTU | MMBtu",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit and its kind."""

    name: str
    kind: UnitKind


def _surfaces() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    kinds: tuple[tuple[UnitKind, dict[str, str]], ...] = (
        ("measure", _MEASURE), ("time", _TIME), ("money", _MONEY), ("percent", _PERCENT),
    )  # fmt: skip
    for kind, rows in kinds:
        for name, surfaces in rows.items():
            for surface in surfaces.split(" | "):
                for form in (surface.replace("(s)", "s").replace("(r)", "r"), re.sub(r"\([sr]\)", "", surface)):
                    table[form] = Unit(name, kind)
    return table


SURFACES = _surfaces()
_LOWER = {surface.lower(): unit for surface, unit in SURFACES.items() if len(surface) > 3}
# Short forms are ambiguous in running words ("5 m", "3 in."): they count against digits, or after a space where nothing else fits.
_ONLY_ATTACHED = word_set("' ′ \" ″ p g l L C F V A W J K bits in. kt MP PS ms m")
_SPACED_SHORT = word_set("C F V A W L l m g kt PS")
_LONG = "|".join(re.escape(s).replace(r"\ ", r"[\s-]") for s in sorted(SURFACES, key=len, reverse=True) if len(s) > 3)
_SHORT = "|".join(re.escape(s).replace(r"\ ", r"\s") for s in sorted(SURFACES, key=len, reverse=True) if len(s) <= 3)
_AFTER = re.compile(rf"(?P<gap>[\s\u00a0\u202f]*|-)(?:(?P<long>(?i:{_LONG}))|(?P<short>{_SHORT}))(?![A-Za-z0-9$])")
_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])|(?<=\bthe))(?P<sign>"
    + "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
    + r")\s?-?$"
)


_CAPITAL_FIRST = frozenset(w.split()[0] for w in SURFACES if w[0].isupper())


def sign_before(text: str, offset: int) -> tuple[int, str] | None:
    """Gives where a currency sign that stands against a number begins, and the currency; None without one."""
    window = text[max(0, offset - 7) : offset]
    match = _BEFORE.search(window)
    # "US $58", "the $US 160m": the letters belong to the sign.
    if match is None or (match["sign"].isalpha() and window[: match.start()][-1:].isalnum()):
        return None
    return offset - len(window) + match.start(), SIGNS[match["sign"]]


def unit_after(text: str, offset: int) -> tuple[int, int, Unit] | None:
    """Gives (start, end, unit) of a unit that follows a number, or None.

    >>> unit_after("180 kilometres of road", 3)
    (4, 14, Unit(name='kilometre', kind='measure'))
    """
    match = _AFTER.match(text, offset)
    if match is None:
        return None
    group = "long" if match["long"] else "short"
    surface = re.sub(r"[\s-]+", " ", match[group]) if match[group] not in SURFACES else match[group]
    if group == "short" and match["gap"] and surface in _ONLY_ATTACHED and not _may_stand_apart(text, match, surface):
        return None
    if (
        group == "long"
        and surface[0].isupper()
        and surface not in SURFACES
        and not surface.isupper()
        and surface.split()[0] not in _CAPITAL_FIRST
    ):
        return None
    unit = SURFACES.get(surface) or _LOWER.get(surface.lower()) or _LOWER.get(match[group].lower())
    if unit is None or (surface in ("'", '"') and text[match.end() :][:1].strip(".,;) ") != ""):
        return None
    return match.start(group), match.end(), unit


def _may_stand_apart(text: str, match: re.Match[str], surface: str) -> bool:
    return (
        surface in _SPACED_SHORT
        and match["gap"] == " "
        and re.match(r"\s(?:and|of|in|or|deep|long|high|tall|wide)\b|[.,;)]|\s?$", text[match.end() :]) is not None
    )
