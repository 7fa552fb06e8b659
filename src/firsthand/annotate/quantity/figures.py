"""The number expressions of a text: single numbers with their sign and unit, ranges, ratios, vague counts, zero in words.

A `Figure` is a number as it stands, before it is known what it counts. Two tables make them: numerals are joined by what
stands between them (`JOINS`), and `WORD_FIGURES` are expressions without a numeral ("dozens", "several hundred", "no one").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from firsthand.annotate.quantity.masks import masked_spans, refusal
from firsthand.annotate.quantity.people import is_person_noun
from firsthand.annotate.quantity.units import Unit, sign_before, unit_after
from firsthand.annotate.quantity.words import Words
from firsthand.text.numbers import SCALES, Numeral, find_numerals


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number expression: `start` to `end` with its sign and attached unit; `after` is where a noun would begin.

    `inner` is the noun that stands inside it ("one convoy in four"). `vague` marks counts without a numeral.
    """

    start: int
    end: int
    after: int
    low: Decimal
    high: Decimal
    rule: str
    unit: Unit | None = None
    unit_start: int | None = None
    kind: str = "number"
    inner: tuple[int, int] | None = None
    signed: bool = False
    numerals: tuple[Numeral, ...] = ()

    @property
    def is_vague(self) -> bool:
        return self.kind == "vague"


def find_figures(words: Words) -> tuple[Figure, ...]:
    """Gives the number expressions that may be quantities, in text order, without overlaps."""
    masked = masked_spans(words.text)
    figures = list(_word_figures(words, masked))
    taken = [(figure.start, figure.end) for figure in figures]
    numerals = [n for n in find_numerals(words.text) if not any(s < n.end and n.start < e for s, e in taken)]
    kept = list(_kept(words, numerals, masked))
    figures += _join(words, [sized for n in kept if (sized := _size(words, n)) is not None])
    return tuple(sorted((f for f in figures if _counts(words, f)), key=lambda figure: figure.start))


def _kept(words: Words, numerals: list[Numeral], masked: list[tuple[int, int, str]]) -> Iterator[Numeral]:
    """Gives the numerals that no mask refuses; what is tied by a hyphen or slash to a refused one goes with it ("ISO 3888-2")."""
    refused_to, reason = -1, None
    for numeral in numerals:
        glue = words.text[refused_to : numeral.start] if 0 <= refused_to <= numeral.start < refused_to + 6 else ""
        tied = (
            glue in ("-", "/", "–")
            or reason == "designation"
            and glue in (" and ", " to ", ", ", " or ")
            and _stands_bare(words, numeral.end)
        )
        reason = (reason or "designation") if tied else refusal(words, numeral, masked)
        if reason is not None:
            refused_to = numeral.end
        else:
            yield numeral


def _stands_bare(words: Words, end: int) -> bool:
    """Says whether no noun follows a number at once."""
    token = words.next_token(end)
    return token is None or token.pos not in ("NOUN", "PROPN", "ADJ") and token.text not in ("%", "-")


def _size(words: Words, numeral: Numeral) -> Figure | None:
    """Gives one numeral with its currency sign, minus sign and unit."""
    text, start, end, value = words.text, numeral.start, numeral.end, numeral.value
    sign = sign_before(text, start) if numeral.kind == "digits" else None
    unit = Unit(sign[1], "money") if sign else None
    start = sign[0] if sign else start
    if (
        (found_sign := sign) is None
        and (early := unit_after(text, end)) is not None
        and early[2].kind in ("percent", "measure")
    ):
        found_sign = (start, early[2].name)
    if found_sign and (
        minus := re.search(
            r"(?:(?<=[\s(])|^)(?:[-−]|minus[\s-])$|(?<=[$€£])[-−]$",
            text[max(0, numeral.start - 7) : start if not sign else numeral.start],
        )
    ):
        value, start = -value, min(start, numeral.start - len(minus.group()))
    after, unit_start = end, None
    found = unit_after(text, end)
    if numeral.letter == "m" and not sign and not _counts_many(words, end):
        value, found, end = numeral.base, (end - 1, end, Unit("metre", "measure")), end - 1
    if (
        found
        and not sign
        and not (numeral.kind == "fraction" and found[2].kind != "percent" and text[end : end + 1] == "-")
    ):
        unit_start, after, unit = found
        if unit.kind == "percent" or unit_start == numeral.end or unit_start == end:
            end = after
    elif found and sign and found[2].kind == "money":
        after = found[1]
    if (
        numeral.kind == "fraction"
        and (an := re.compile(r"\s(?:an?|the)\s").match(text, end))
        and (found := unit_after(text, an.end() - 1))
    ):
        if found[2].kind in ("time", "measure"):
            unit_start, after, unit = found
    if unit is None and _MAGNITUDE.search(text[max(0, start - 14) : start]):
        unit = Unit("magnitude", "measure")
    kind = "fraction" if numeral.kind == "fraction" and unit is None else "number"
    return Figure(
        start=start, end=end, after=after, low=value, high=value, rule=f"{numeral.kind} number", unit=unit, unit_start=unit_start,
        kind=kind, signed=sign is not None, numerals=(numeral,),
    )  # fmt: skip


_MAGNITUDE = re.compile(r"\bmagnitude[\s-](?:of\s)?$", re.IGNORECASE)


def _counts_many(words: Words, end: int) -> bool:
    """Says whether "2.7m" is followed by a noun that millions are counted of, and is no length."""
    token = words.next_token(end)
    if token is None:
        return False
    if token.tag in ("NNS", "NNPS"):
        return True
    index = words.from_offset(end) + 1
    return (
        token.tag in ("JJ", "NN", "NNP")
        and token.text.lower() not in _LENGTHS
        and words.tokens[index : index + 1] != ()
        and words.tokens[index].tag == "NNS"
    )


_LENGTHS = frozenset("deep long high tall wide away below above apart thick sprint hurdles race final relay".split())

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


def _join(words: Words, figures: list[Figure]) -> list[Figure]:
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
    """Gives both levels of a change with the unit and scale that is written once ("from 61 to 98 per cent", "from 208 pounds to 193")."""
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
        first.high >= second.low and not second.numerals[0].scale > 1 or _looks_like_score(words, first, second, glue)
    ):
        return None
    if "to" in glue and (
        _FROM.search(words.text[max(0, first.start - 40) : first.start])
        and _moves(words, first.start)
        or _moved_by(words, first, second)
    ):
        return None
    if "to" in glue and first.kind == "fraction" and second.kind != "fraction":
        return None
    if (
        re.search(r"\b(?:vot\w+|won|win|lost|beat)\b", words.text[max(0, first.start - 20) : first.start], re.I)
        and "to" in glue
        and first.low > second.low
    ):
        return None
    return _as_range(first, second, first.start)


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
        or not first.low < second.low <= first.low * 2
        or second.low > 20
        and second.numerals[0].scale == 1
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

_VAGUE_COUNTS: dict[str, tuple[int, int]] = {
    "dozens": (12, 120), "scores": (20, 200), "hundreds": (100, 1000), "thousands": (1000, 10**4), "millions": (10**6, 10**7), "billions": (10**9, 10**10),
    "trillions": (10**12, 10**13),
}  # fmt: skip
_FEW: dict[str, tuple[int, int]] = {
    "several": (3, 9), "a few": (3, 9), "few": (3, 9), "some": (1, 9), "many": (2, 9), "a couple of": (2, 3), "a couple": (2, 3), "couple of": (2, 3), "couple": (2, 3),
    "a handful of": (3, 9), "every": (1, 1), "per": (1, 1),
}  # fmt: skip
_ZERO_NOUNS = (
    r"(?:\w+\s){0,2}?(?:casualt(?:y|ies)|deaths?|fatalit(?:y|ies)|injur(?:y|ies)|wounded|victims?|survivors?|losses|hostages?|prisoners?|captives?|arrests?|"
    r"cases?|infections?|attacks?|incidents?|strikes?|explosions?|outages?|missiles?|drones?|troops|soldiers?|fighters?|civilians?|people|"
    r"passengers?|patients?|children|child|students?|pupils?|workers?|staff|doctors?|surgeons?|nurses?|hospitals?|schools?|houses?|homes?|buildings?|bridges?|"
    r"bodies|body|ships?|vessels?|planes?|aircraft|flights?|trains?|tanks?|vehicles?|weapons?|votes?|seats?|abstentions?|jobs?|complaints?|ballots?|members|"
    r"refugees|migrants|families|villages?|towns?|cit(?:y|ies)|crossings?|beds?|doses?|rounds?|shells?|warheads?|inmates?|detainees?|witnesses|suspects?|shots)\b"
)
_TOLL_VERB = r"(?:(?:was|were|is|are|has|have|had|been|reported|being|yet|also)\s){0,3}(?:killed|hurt|injured|wounded|harmed|died|arrested|detained|charged|missing|survived|freed|affected|evacuated|infected|hit|convicted)"
_SCALE = "hundred|thousand|million|billion|trillion|dozen"
_WORD_FIGURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("vague count", re.compile(rf"(?<![\w-])(?P<tens>tens|hundreds|thousands|dozens)\sof\s(?P<of>hundreds|thousands|millions|billions|trillions)\b|(?<![\w-])(?P<many>dozens|hundreds|thousands|millions|billions|trillions)(?![\w-])|(?<![\w-])(?P<scores>scores)(?=\s(?:of|were|more|have|are)\b)", re.I)),
    ("few of a scale", re.compile(rf"(?<![\w-])(?P<few>several|a few|few|some|many|a couple of|a couple|couple of|couple|every|per)\s(?P<scale>{_SCALE})(?:\s(?P<scale2>thousand|million|billion))?(?![\w-])", re.I)),
    ("several", re.compile(r"(?<![\w-])(?P<several>several|a handful|a couple)(?=\s(?:of\s)?(?!of\b|times\b|years\b|months\b|days\b|weeks\b|hours\b|minutes\b|the\b|other\s(?:countries|places)\b|factors\b|reasons\b|ways\b|things\b)[a-z]+)", re.I)),
    ("a single", re.compile(r"(?<![\w-])(?P<single>an?\ssingle)(?=\s[a-z]+)", re.I)),
    ("zero in words", re.compile(rf"(?<![\w-])(?P<none>no\sone|nobody)(?=\s{_TOLL_VERB}\b)|(?<![\w-])(?P<no>no|not\sa\ssingle|not\sone)(?=\s{_ZERO_NOUNS})|(?<![\w-])(?P<none_of>none)(?=\sof\s(?:the|them|those|its|his|their)\b)", re.I)),
)  # fmt: skip


# "this is a single drive motor" tells a kind; "by a single vote" counts.
_PREDICATE = re.compile(r"\b(?:is|as|be|in|of|was|make|into)\s$", re.IGNORECASE)


def _word_figures(words: Words, masked: list[tuple[int, int, str]]) -> Iterator[Figure]:
    end = 0
    found = sorted(
        (
            (m.start(), order, m, name)
            for order, (name, pattern) in enumerate(_WORD_FIGURES)
            for m in pattern.finditer(words.text)
        ),
        key=lambda row: row[:2],
    )
    for start, _, match, name in found:
        if start < end or (name == "several" and not _counts_several(words, match)):
            continue
        if name == "a single" and _PREDICATE.search(words.text[max(0, start - 6) : start]):
            continue
        low, high, kind = _word_value(match)
        end = match.end()
        begin = (
            match.start("scale")
            if match.groupdict().get("few", "") and match["few"].lower() in ("every", "per")
            else start
        )
        yield Figure(start=begin, end=end, after=end, low=low, high=high, rule=name, kind=kind)


def _word_value(match: re.Match[str]) -> tuple[Decimal, Decimal, str]:
    groups = {name: value.lower() for name, value in match.groupdict().items() if value}
    if "of" in groups:
        factor = {"tens": 10, "dozens": 12}.get(groups["tens"]) or _VAGUE_COUNTS[groups["tens"]][0]
        base = _VAGUE_COUNTS[groups["of"]][0]
        return Decimal(factor * base), Decimal(factor * base * 10), "vague"
    if "many" in groups or "scores" in groups:
        low, high = _VAGUE_COUNTS[groups.get("many") or groups["scores"]]
        return Decimal(low), Decimal(high), "vague"
    if "few" in groups:
        scale = SCALES[groups["scale"]] * SCALES.get(groups.get("scale2", ""), 1)
        low, high = _FEW[groups["few"]]
        return Decimal(low * scale), Decimal(high * scale), "number" if low == high else "vague"
    if "several" in groups:
        low, high = {"a couple": (2, 3)}.get(groups["several"], (3, 9))
        return Decimal(low), Decimal(high), "vague"
    if "single" in groups:
        return Decimal(1), Decimal(1), "number"
    return Decimal(0), Decimal(0), "zero"


_THINGS = frozenset(
    "soldiers tanks vehicles drones missiles rockets launchers guns rifles shells houses homes buildings flats schools hospitals churches mosques bridges roads "
    "villages towns cities shops cars buses trucks lorries trains ships boats vessels planes aircraft helicopters jets explosions blasts strikes attacks raids "
    "injuries arrests shots fires camps warehouses depots factories plants airports airfields bases weapons bombs bodies graves cases".split()
)


def _counts_several(words: Words, match: re.Match[str]) -> bool:
    """Says whether "several" counts people or things lost, sent or found, or stands in a list with numbers, and is no mere turn of phrase."""
    noun = _plural_at(words, match.end())
    if noun is None:
        return False
    sentence = words.sentence(match.start()).of(words.text)
    return (
        is_person_noun(noun)
        or noun in _THINGS
        or re.search(r"\d", sentence) is not None
        and match["several"].lower() != "a couple"
    )


def _plural_at(words: Words, offset: int) -> str | None:
    """Gives the plural noun within the next few words of one noun phrase, or None."""
    index = words.from_offset(offset)
    for token in words.tokens[index : index + 4]:
        if token.tag in ("NNS", "NNPS"):
            return token.text.lower()
        if token.pos not in ("ADJ", "NOUN", "PROPN", "ADP", "VERB") or (
            token.pos == "ADP" and token.text.lower() != "of"
        ):
            return None
    return None


# A number tied to a word by a hyphen is part of its name or kind ("six-speed", "two-month") unless it measures or tells a strength.
_TIED = re.compile(r"[-‑](?=[A-Za-z])(?!strong\b|plus\b|odd\b|per-?cent\b|percent\b)")


def _counts(words: Words, figure: Figure) -> bool:
    """Says whether a number expression stands free; ties by hyphen count only for measures and money."""
    text = words.text
    if _TIED.match(text, figure.end) and (figure.unit is None or figure.unit.kind == "time") and not figure.signed:
        return False
    if (
        figure.unit is not None
        and figure.unit.kind == "time"
        and figure.unit_start is not None
        and text[figure.unit_start - 1] == "-"
    ):
        return False
    if re.search(r"[A-Za-z]-$", text[max(0, figure.start - 2) : figure.start]) and not re.search(
        r"\b(?:sub|mid|minus|to|pre|non|over|than)-$", text[max(0, figure.start - 6) : figure.start], re.I
    ):
        return False
    return True
