"""Numerals joined by what stands between them: ranges, alternatives, ratios, and the two levels of a change kept apart.

`JOINS` is the table; a unit or a scale word that is written once is lent to the other number.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from firsthand.annotate.quantity.figure import Figure
from firsthand.annotate.quantity.words import Words

_DASH = re.compile(r"\s?[-–—‑]\s?|\s(?:up\s)?to[\s-]-?|\sto-")

_UNIT_TO = re.compile(r"(?:\s\w+)?\s(?:up\s)?to\s")

_AND = re.compile(r"(?:\s\w+){0,2}\sand\s")

_OR = re.compile(r"-?\sor\s")

_IN = re.compile(r"\s(?:in|out\sof)\s(?:every\s)?")

_NOUN_IN = re.compile(r"\s(?P<noun>[a-z]+)\s(?:in|out\sof)\s(?:every\s)?")

_FROM = re.compile(r"\bfrom\s(?:(?:about|around|some|roughly|nearly|almost|just|under|over|the)\s)*$", re.IGNORECASE)

_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)

# A level that moved has two values, not one vague one.
CHANGE_VERB = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|climb\w*|grow\w*|grew|jump\w*|surg\w+|increas\w+|soar\w*|swell\w*|swollen|expand\w*|widen\w*|fell|fall(?:s|en|ing)?|drop\w*|"
    r"declin\w+|decreas\w+|shr[aiu]nk\w*|slip\w*|slid\w*|plung\w+|tumbl\w+|plummet\w*|eas(?:e|es|ed|ing)|slow\w*|narrow\w*|cut(?:s|ting)?|lower\w*|rais\w+|reduc\w+|"
    r"revis\w+|correct\w*|chang\w+|mov\w+|went|gone|up|down|doubl\w+|trebl\w+|tripl\w+|quadrupl\w+|dwindl\w+|edg\w+|inch\w*|advanc\w+|accelerat\w+|adjust\w*|"
    r"upgrad\w+|downgrad\w+|extend\w*|push\w*|boost\w*|brought|bring\w*|taken?|took)\b",
    re.IGNORECASE,
)


def join(words: Words, figures: list[Figure]) -> list[Figure]:
    """Joins neighbouring numerals into ranges and ratios by what stands between them."""
    joined: list[Figure] = []
    index = 0
    while index < len(figures):
        first = figures[index]
        second = figures[index + 1] if index + 1 < len(figures) else None
        near = second is not None and second.start - first.end < 40
        pair = _pair(words, first, second) if near and second is not None else None
        if pair is None and near and second is not None:
            joined_first, figures[index + 1] = _share_unit(words, first, second)
            joined.append(joined_first)
        else:
            joined.append(pair or first)
        index += 2 if pair else 1
    return joined


_LEVEL_GLUE = re.compile(r"(?:\s[\w’'.-]+){0,5}?\s(?:to|from)\s(?:about\s|around\s|some\s|nearly\s|almost\s|just\s)?")


def _share_unit(words: Words, first: Figure, second: Figure) -> tuple[Figure, Figure]:
    """Gives both levels of a change with the unit and scale that is written once ("from 48 to 53 per cent", "from 208 pounds to 193")."""
    between = _without_unit(words, first, words.text[first.end : second.start])
    lead = words.text[max(0, first.start - 40) : first.start]
    if (
        not _LEVEL_GLUE.fullmatch(between)
        or not _FROM.search(lead)
        or not between.rstrip().endswith(("to", "about", "around", "some", "nearly", "almost", "just"))
    ):
        return first, second
    if (
        first.unit is None
        and second.unit is not None
        and second.unit.kind != "time"
        and between.strip().startswith("to")
    ):
        low, _ = _share_scale(first, second)
        return replace(first, low=low, high=low, unit=second.unit), second
    if first.unit is not None and second.unit is None and first.unit.kind in ("measure", "money"):
        return first, replace(second, unit=first.unit)
    if second.numerals and first.numerals and first.unit == second.unit:
        low, _ = _share_scale(first, second)
        return replace(first, low=low, high=low), second
    return first, second


def _pair(words: Words, first: Figure, second: Figure) -> Figure | None:
    between = words.text[first.end : second.start]
    for name, applies in JOINS:
        if (found := applies(words, first, second, between)) is not None:
            return replace(found, rule=name)
    return None


def _as_range(first: Figure, second: Figure, start: int) -> Figure:
    low, high = _share_scale(first, second)
    return replace(
        second, start=start, low=min(low, high), high=max(low, high), unit=second.unit or first.unit, unit_start=second.unit_start,
        kind="range", signed=first.signed or second.signed, numerals=first.numerals + second.numerals,
    )  # fmt: skip


def _share_scale(first: Figure, second: Figure) -> tuple[Decimal, Decimal]:
    """Gives both ends; "2 to 3 million" lends its scale to the 2, "$200 to $4 million" does not."""
    one, two = first.numerals[-1], second.numerals[-1]
    if one.scale == 1 and two.scale > 1 and one.kind == two.kind and one.value < two.base and one.base < 1000:
        return first.low * two.scale, second.high
    return first.low, second.high


def _compatible(first: Figure, second: Figure) -> bool:
    one, two = first.unit, second.unit
    if one is not None and two is None:
        return one.kind != "percent" and (first.signed or first.after > first.end)
    return one is None or one == two


def _between(words: Words, first: Figure, second: Figure, between: str) -> Figure | None:
    lead = _BETWEEN.search(words.text[max(0, first.start - 9) : first.start])
    if lead is None or not _AND.fullmatch(_without_unit(words, first, between)) or not _compatible(first, second):
        return None
    return _as_range(first, second, first.start - len(lead.group()))


def _without_unit(words: Words, figure: Figure, between: str) -> str:
    return between[max(0, figure.after - figure.end) :]


def _dash_or_to(words: Words, first: Figure, second: Figure, between: str) -> Figure | None:
    glue = _without_unit(words, first, between)
    if not (_DASH.fullmatch(glue) or (first.after > first.end and _UNIT_TO.fullmatch(glue))) or not _compatible(
        first, second
    ):
        return None
    if "to" not in glue and (
        (first.high >= second.low and not second.numerals[0].scale > 1) or _looks_like_score(words, first, second, glue)
    ):
        return None
    if "to" in glue and (
        (_FROM.search(words.text[max(0, first.start - 40) : first.start]) and _moves(words, first.start))
        or _moved_by(words, first, second)
    ):
        return None
    if "to" in glue and first.kind == "fraction" and second.kind != "fraction":
        return None
    if _DECIDED.search(words.text[max(0, first.start - 20) : first.start]) and "to" in glue and first.low > second.low:
        return None
    return _as_range(first, second, first.start)


_DECIDED = re.compile(r"\b(?:vot\w+|won|win|lost|beat|carried|passed|approved|adopted|rejected|defeated|ruled)\b", re.I)
_JUST_MOVED = re.compile(
    r"(?P<verb>[A-Za-z]+)\s(?P<by>by\s)?(?:(?:about|around|some|nearly|almost|just|only|as much as)\s)*$"
)


def _moved_by(words: Words, first: Figure, second: Figure) -> bool:
    """Says whether "rose by €20m to €180m", "gained 12 to 340" tell a step and a level rather than a range of steps."""
    lead = _JUST_MOVED.search(words.text[max(0, first.start - 40) : first.start])
    if lead is None or not CHANGE_VERB.fullmatch(lead["verb"]):
        return False
    return (first.unit is not None and second.unit is not None) or second.low > 3 * first.high > 0


def _looks_like_score(words: Words, first: Figure, second: Figure, glue: str) -> bool:
    """Says whether "3-5" is rather a score or a code: two small bare numbers with nothing to count."""
    if glue.strip() in ("–", "—") and glue != glue.strip():
        return True
    token = words.next_token(second.after)
    bare = first.unit is None and second.unit is None and second.high < 20
    return bare and (
        token is None or token.tag not in ("NNS", "JJ", "NN", "IN") or token.text.lower() in ("in", "on", "at")
    )


def _moves(words: Words, offset: int) -> bool:
    sentence = words.sentence(offset)
    clause = re.split(r"[;:]|,\s(?:and|but|while)\b", words.text[sentence.start : offset])[-1]
    return CHANGE_VERB.search(clause) is not None


def _alternative(words: Words, first: Figure, second: Figure, between: str) -> Figure | None:
    if (
        not _OR.fullmatch(between)
        or not (low := _share_scale(first, second)[0]) < second.low <= low * 2
        or (second.low > 20 and second.numerals[0].scale == 1)
    ):
        return None
    return _as_range(first, second, first.start) if _compatible(first, second) and first.unit is None else None


_DENOMINATORS = frozenset(
    map(Decimal, (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 200, 250, 500, 1000, 10000, 100000, 1000000))
)


def _ratio(words: Words, first: Figure, second: Figure, between: str) -> Figure | None:
    noun = _NOUN_IN.fullmatch(between) if first.low == 1 else None
    if not (_IN.fullmatch(between) or noun) or first.unit or (second.unit and second.unit.kind == "time"):
        return None
    if not (first.kind == second.kind == "number") or second.low not in _DENOMINATORS or not 0 < first.low < second.low:
        return None
    if "out" in between and "every" not in between and second.low not in (2, 3, 4, 5, 10, 100, 1000):
        return None
    if noun and (
        words.next_token(second.after) is not None
        and words.tokens[words.from_offset(second.after)].tag in ("NNS", "NN", "JJ")
    ):
        return None
    value = first.low / second.low
    inner = (first.end + noun.start("noun"), first.end + noun.end("noun")) if noun else None
    return replace(
        second,
        start=first.start,
        low=value,
        high=value,
        kind="ratio",
        inner=inner,
        numerals=first.numerals + second.numerals,
    )


JOINS = (
    ("between and", _between),
    ("range", _dash_or_to),
    ("either or", _alternative),
    ("one in so many", _ratio),
)
