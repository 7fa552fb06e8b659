"""Figures without a numeral: "dozens", "several hundred", "a single", "no one"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from firsthand.annotate.quantity.figure import Figure
from firsthand.annotate.quantity.lists import word_set
from firsthand.annotate.quantity.people import counts_people
from firsthand.annotate.quantity.words import Words
from firsthand.text.numbers import SCALES

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

# Each with words of which one must stand in a text for the pattern to be tried at all.
_WORD_FIGURES: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    ("vague count", tuple(_VAGUE_COUNTS), re.compile(r"(?<![\w-])(?P<tens>tens|hundreds|thousands|dozens)\sof\s(?P<of>hundreds|thousands|millions|billions|trillions)\b|(?<![\w-])(?P<many>dozens|hundreds|thousands|millions|billions|trillions)(?![\w-])|(?<![\w-])(?P<scores>scores)(?=\s(?:of|were|more|have|are)\b)", re.I)),
    ("few of a scale", tuple(_SCALE.split("|")), re.compile(rf"(?<![\w-])(?P<few>several|a few|few|some|many|a couple of|a couple|couple of|couple|every|per)\s(?P<scale>{_SCALE})(?:\s(?P<scale2>thousand|million|billion))?(?![\w-])", re.I)),
    ("a score of", ("a score",), re.compile(r"(?<![\w-])(?P<score>a score)(?=\sof\s(?:[a-z]+\s)?[a-z]+s\b)", re.I)),
    ("several", ("several", "handful", "couple"), re.compile(r"(?<![\w-])(?P<several>several|a handful|a couple)(?=\s(?:of\s)?(?!of\b|times\b|years\b|months\b|days\b|weeks\b|hours\b|minutes\b|the\b|other\s(?:countries|places)\b|factors\b|reasons\b|ways\b|things\b)[a-z]+)", re.I)),
    ("a single", ("single",), re.compile(r"(?<![\w-])(?P<single>an?\ssingle)(?=\s[a-z]+)", re.I)),
    ("zero in words", ("no",), re.compile(rf"(?<![\w-])(?P<none>no\sone|nobody)(?=\s{_TOLL_VERB}\b)|(?<![\w-])(?P<no>no|not\sa\ssingle|not\sone)(?=\s{_ZERO_NOUNS})|(?<![\w-])(?P<none_of>none)(?=\sof\s(?:the|them|those|its|his|their)\b)", re.I)),
)  # fmt: skip

FORMS = tuple(name for name, _, _ in _WORD_FIGURES)

# "this is a single drive motor" tells a kind; "by a single vote" counts.
_PREDICATE = re.compile(r"\b(?:is|as|be|in|of|was|make|into)\s$", re.IGNORECASE)


def word_figures(words: Words) -> Iterator[Figure]:
    """Gives the figures written without a numeral, in text order, without overlaps."""
    end = 0
    found = sorted(
        (
            (m.start(), order, m, name)
            for order, (name, needed, pattern) in enumerate(_WORD_FIGURES)
            if any(word in words.lower for word in needed)
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
    if "score" in groups:
        return Decimal(20), Decimal(20), "vague"
    if "single" in groups:
        return Decimal(1), Decimal(1), "number"
    return Decimal(0), Decimal(0), "zero"


_THINGS = word_set(
    "soldiers tanks vehicles drones missiles rockets launchers guns rifles shells houses homes buildings flats schools hospitals churches mosques bridges roads "
    "villages towns cities shops cars buses trucks lorries trains ships boats vessels planes aircraft helicopters jets explosions blasts strikes attacks raids "
    "injuries arrests shots fires camps warehouses depots factories plants airports airfields bases weapons bombs bodies graves cases"
)


def _counts_several(words: Words, match: re.Match[str]) -> bool:
    """Says whether "several" counts people or things lost, sent or found, or stands in a list with numbers, and is no mere turn of phrase."""
    noun = _plural_at(words, match.end())
    if noun is None:
        return False
    sentence = words.sentence(match.start()).of(words.text)
    return (
        counts_people(noun)
        or noun in _THINGS
        or (re.search(r"\d", sentence) is not None and match["several"].lower() != "a couple")
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
