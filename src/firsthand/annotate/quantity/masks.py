"""Numbers that are no quantities: dates, times, ages, names with digits, addresses, scores.

Two tables. `mask_patterns.PATTERNS` are shapes that can be seen in the text alone; `CONTEXTS` are small functions asked about one number
with the words around it. Each gives a reason that `explain` prints; the first that answers wins.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from firsthand.annotate.quantity.lists import word_set
from firsthand.annotate.quantity.mask_patterns import PATTERNS
from firsthand.annotate.quantity.people import counts_people
from firsthand.annotate.quantity.proper import is_in_a_name, is_telephone_number, is_turn_of_phrase
from firsthand.annotate.quantity.units import sign_before, unit_after
from firsthand.annotate.quantity.words import Words
from firsthand.records import Span
from firsthand.text.numbers import Numeral

# Things that bear a number in small letters, too; a plural noun behind the number makes it a count again ("in this phase 120 prisoners").
_NUMBERED = re.compile(
    r"(?<![A-Za-z])(?P<word>articles?|sections?|chapters?|paragraphs?|clauses?|annex|pages?|routes?|flight|gates?|platforms?|level|phase|stage|grade|reactors?|unit|type|version|season|"
    r"episodes?|lane|wards?|class|category|number|no|nos|nr|step|tier|rooms?|serial|licen[cs]e|registration|code|volume|track|pier|berth|checkpoint|carriage|protocol|resolution|question|"
    r"highway|shaft|hall|sector|zone|district|on day|by day|in week|by week|line|lines|channel|box|block|cell|building|warehouse|bus|tram|kilometre|mile|flat|apartment|suite|floor|seat|row|bay|hut|booth|stall|plot|exit|junction|psalm|verse|exhibit|defendant|"
    r"suspect|appendix|decree|directive|runway|act|part|book|round|volume|plan|stadium|hangar|terminal|tunnel|tower)\.?\s$",
    re.IGNORECASE,
)


def masked_spans(text: str, numerals: Iterable[Numeral]) -> list[tuple[int, int, str]]:
    """Gives the stretches around these numbers of a text whose digits and number words are no quantities, with the reason, in order."""
    return sorted(
        (m.start(), m.end(), reason)
        for start, end in _surroundings(text, numerals)
        for reason, pattern in PATTERNS
        for m in pattern.finditer(text, start, end)
    )


# Characters to either side of a number. No pattern looks farther, an address on the web excepted, which is one word.
_AROUND = 100


def _surroundings(text: str, numerals: Iterable[Numeral]) -> list[tuple[int, int]]:
    """Gives the stretches around numbers, from the start of a word to that of another, those that touch made one."""
    found: list[tuple[int, int]] = []
    for numeral in numerals:
        start, end = max(0, numeral.start - _AROUND), min(len(text), numeral.end + _AROUND)
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and text[end - 1].isspace():
            end += 1
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


# Masks overlap and nest little: the last few that begin before a number are those that can hold it.
_MASKS_BACK = 12

Context = Callable[[Words, Numeral], bool]

_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|by|of|until|till|from|during|before|after|for|to|through|between|and|or|early|late|mid|the|around|spring|summer|autumn|fall|winter|"
    r"year|FY|fiscal|season|back in|ended|ending|vs\.?|its|their|his|her)[\s-]|['’]s?\s|[,(–/-]\s?|^)$",
    re.IGNORECASE,
)
_PLAIN_COUNTS = word_set(
    "people men women children soldiers troops fighters civilians workers refugees migrants casualties deaths victims homes houses buildings "
    "families officers protesters demonstrators jobs votes cases tonnes tons pages students members households employees customers units"
)


def is_year(words: Words, numeral: Numeral) -> bool:
    """ "2022" after a preposition, a month or a comma, or before no plural noun that it could count."""
    text = words.text
    raw = text[numeral.start : numeral.end]
    if not (len(raw) == 4 and raw.isdigit() and 1000 <= int(raw) <= 2100):
        return False
    if sign_before(text, numeral.start) or unit_after(text, numeral.end) or text[numeral.end : numeral.end + 1] == "%":
        return False
    token = words.next_token(numeral.end)
    led = _YEAR_LEAD.search(text[max(0, numeral.start - 12) : numeral.start]) is not None
    if token is not None and token.text.lower() in _PLAIN_COUNTS:
        return (
            led
            and int(raw) > 1900
            and text[max(0, numeral.start - 4) : numeral.start].endswith(("the ", "its ", "’s ", "'s "))
        )
    if 1900 <= int(raw) <= 2100:
        return led or token is None or token.tag not in ("NNS", "NNPS")
    return (
        led
        and (token is None or token.pos not in ("NOUN", "ADJ"))
        and re.search(
            r"\b(?:in|since|by|until|from|between|of|and|circa)\s$",
            text[max(0, numeral.start - 9) : numeral.start],
            re.I,
        )
        is not None
        and not re.search(
            r"\b(?:from|by|of)\s\d[\d,]*\s(?:to|and)\s$", text[max(0, numeral.start - 20) : numeral.start]
        )
    )


_NAME_LEAD = re.compile(r"(?P<word>(?<![A-Za-z'’.&])[a-z]?[A-Z][A-Za-z&'’/.]*)(?:\s|-)$")
_SENTENCE_WORDS = word_set(
    "In On At By For Of From To With Some About Around Nearly Almost Over Under Only Just The A An And But Or At Least Up Another Further "
    "As Than Killing Among Including Between Some Roughly Approximately Since After Before When Where While If Then Now Also Both All More Fewer "
    "Below Above Combined Totalling Exactly Perhaps Maybe Until Within Police Another These Those Its His Her Their Our My Plus Minus Half Last Next "
    "US UK EU UN"
)


def is_designation(words: Words, numeral: Numeral) -> bool:
    """A number tied to a capitalised name before it ("Boeing 737", "Hall 5") or to one after it ("787 Dreamliner")."""
    text = words.text
    if numeral.scale != 1 or "," in text[numeral.start : numeral.end] or sign_before(text, numeral.start):
        return False
    after = text[numeral.end : numeral.end + 1]
    if (after in "%" and after) or unit_after(text, numeral.end):
        return False
    lead = _NAME_LEAD.search(text[max(0, numeral.start - 24) : numeral.start])
    following = words.next_token(numeral.end)
    if (
        lead is None
        or lead["word"] in _SENTENCE_WORDS
        or (
            numeral.kind != "digits"
            and lead["word"]
            not in (
                "Formula",
                "Phase",
                "Day",
                "Channel",
                "Group",
                "Level",
                "Category",
                "BBC",
                "Radio",
                "Air",
                "Article",
                "Section",
            )
        )
    ):
        return False
    index = words.before_offset(numeral.start)
    before = words.tokens[index] if index >= 0 else None
    if before is None or before.tag not in ("NNP", "NNPS", "NN", "CD", "JJ"):
        return False
    at_start = words.sentence(numeral.start).start == before.start
    if at_start and before.tag not in ("NNP", "NN"):
        return False
    if following is None or following.start > numeral.end + 1:
        return True
    if _AFTER_RIVAL.search(text[words.sentence(numeral.start).start : numeral.start]) and following.tag in (
        ",",
        ".",
        ":",
    ):
        return False
    # "In Mory 12 people died", "brought Ada Lund 15 more letters": a plain plural after the number is counted; "Boeing 737 jets" are not.
    if text_is(
        following.text, "more", "other", "new", "further", "people", "men", "women", "children"
    ) or counts_people(following.text.lower()):
        return False
    while index > 0 and not at_start and words.tokens[index - 1].tag.startswith("NNP"):
        index -= 1
    led = words.tokens[index - 1] if index > 0 and not at_start else None
    return not (
        (following.tag in ("NNS", "VBD", "VBP") or _OF_THEM.match(text, numeral.end))
        and led is not None
        and led.pos == "ADP"
        and led.start == words.sentence(numeral.start).start
    )


# "The minister has 240, the Health Secretariat 287.": the name of who counts, and his count.
_AFTER_RIVAL = re.compile(r"\d[^.]*[,;]\s(?:and\s)?the\s(?:[A-Z][\w’'&-]*\s){2,}$")
_OF_THEM = re.compile(r"\sof\s(?:them|whom|these|those|the)\b")


def is_model_name(words: Words, numeral: Numeral) -> bool:
    """A number that begins a name: "the 787 Dreamliner", "737 Max jets"."""
    if numeral.kind != "digits" or numeral.scale != 1 or "," in words.text[numeral.start : numeral.end]:
        return False
    token = words.next_token(numeral.end)
    index = words.before_offset(numeral.start)
    before = words.tokens[index] if index >= 0 else None
    return (
        token is not None
        and token.tag == "NNP"
        and len(words.text[numeral.start : numeral.end]) == 3
        and before is not None
        and (before.tag in ("DT", "JJ", "PRP$", "POS", "CD") and numeral.value >= 100)
        and not re.match(r"\s(?:[A-Z]\w+\s){1,3}[a-z]+s\b", words.text[numeral.end : numeral.end + 50])
    )


def is_age_in_apposition(words: Words, numeral: Numeral) -> bool:
    """ "Ilka Brandt, 34, said": a bare number between commas after a name."""
    text = words.text
    if not (numeral.kind == "digits" and numeral.scale == 1 and 0 < numeral.value < 120):
        return False
    if text[numeral.start - 2 : numeral.start] not in (", ", " (") or not re.match(
        r"[,)]|[.;](?:\s|$)|\s(?:and|from|of)\s", text[numeral.end : numeral.end + 6]
    ):
        return False
    if _OF_THEM.match(text, numeral.end):
        return False  # "at Arun, 34 of them women"
    index = words.before_offset(numeral.start - 2 if text[numeral.start - 2] == "," else numeral.start - 1)
    named = index >= 0 and words.tokens[index].tag in ("NNP", "NNPS") and words.tokens[index].text[:1].isupper()
    noun = words.tokens[index].tag == "NN" if index >= 0 else False
    # "the master, 52, who swam ashore": of a thing it would say what there are 52 of
    told = _WHO_IS.match(text, numeral.end) is not None
    return named or (noun and (told or counts_people(words.tokens[index].text.lower())))


_WHO_IS = re.compile(r",\s(?:who|whose)\b")
_SOMEBODY_OF = re.compile(
    r"\b[Aa]n?\s(?:[\w-]+\s)?(?P<who>[a-z]+)\sof\s(?:just\s|only\s|about\s)?$|\b(?:the|[Tt]he)\s(?:oldest|youngest|eldest)\s(?:[\w-]+\s)?[a-z]+\sof\s$|,\s(?:the\s)?(?:oldest|youngest|eldest)\s(?:was\s)?an?\s[a-z]+\sof\s$"
)


def is_age_of_somebody(words: Words, numeral: Numeral) -> bool:
    """ "a girl of 6", "the youngest a baker of 31": one person of so many years."""
    lead = _SOMEBODY_OF.search(words.text[max(0, numeral.start - 60) : numeral.start])
    if (
        lead is None
        or numeral.scale != 1
        or not 0 < numeral.value < 110
        or words.text[numeral.end : numeral.end + 1] == "%"
    ):
        return False
    token = words.next_token(numeral.end)
    counts = token is not None and token.tag in ("NNS", "JJ", "NN") and token.start == numeral.end + 1
    who = lead["who"]
    return not counts and (who is None or counts_people(f"{who}s") or who in _ONE_PERSON)


_ONE_PERSON = word_set(
    "boy girl man woman child baby infant youth lad widow widower mother father grandmother grandfather pensioner toddler teenager"
)

_AVERAGE_AGE = re.compile(
    r"\b(?:average|median|mean|youngest|oldest|eldest|victims?) ages?\b[^.;]{0,48}\b(?:was|is|were|of|at)\s$|\b(?:youngest|oldest|eldest)\b[^.;,]{0,24}\b(?:was|is|were)\s(?:just\s|only\s)?$|\b(?:turned|turns|turning)\s$"
)


def is_age_told(words: Words, numeral: Numeral) -> bool:
    """ "The average age of the victims was 23", "the youngest was six"."""
    lead = _AVERAGE_AGE.search(words.text[max(0, numeral.start - 72) : numeral.start])
    return lead is not None and numeral.value < 120


def is_ordinal_word(words: Words, numeral: Numeral) -> bool:
    """ "a third suspect", "a quarter final": the part word ranks the noun behind it."""
    if numeral.kind != "fraction" or not re.match(r"(?:an?|one)\s", words.text[numeral.start : numeral.end], re.I):
        return False
    token = words.next_token(numeral.end)
    if token is None or text_is(token.text, "half", "less", "more", "higher", "lower", "larger", "smaller"):
        return False
    return token.pos in ("NOUN", "PROPN", "ADJ") and not words.text[numeral.start : numeral.end].lower().endswith(
        "half"
    )


def text_is(text: str, *words: str) -> bool:
    """Says whether a word is one of those, whatever its case."""
    return text.lower() in words


_ONE_JOINED = re.compile(
    r"(?:\s[a-z]+)?\s(?:in|out of|to|or|per|and a half|of every)\s(?:every\s)?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred|cent)|\s(?:more|other)\b|%"
)


def is_bare_one(words: Words, numeral: Numeral) -> bool:
    """ "one" that stands for a thing spoken of ("a sighting of one that", "get their hands on one") and counts nothing."""
    if text_is(words.text[numeral.start : numeral.end], "one") is False:
        return False
    token = words.next_token(numeral.end)
    if token is None:
        return True
    if token.pos in ("NOUN", "ADJ", "PROPN", "NUM") or token.tag in ("VBN", "VBG") or token.text in ("%", "-"):
        return False
    if _ONE_JOINED.match(words.text, numeral.end):
        return False
    if token.tag in ("VBD", "VBZ", "MD", "VBP", "VB") or text_is(token.text, "in", "at", "of"):
        lead = words.text[max(0, numeral.start - 8) : numeral.start].lower()
        return (
            not re.search(r"(?:,\s|\band\s|;\s)$", lead)
            or re.search(
                r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen)\b",
                words.sentence(numeral.start).of(words.text)[: numeral.start],
            )
            is None
        )
    return True


_PARTIES = re.compile(
    r"\s(?:\w+\s)?(?:countries|nations|sides|states|neighbours|neighbors|allies|governments|presidents|leaders|capitals|powers|parties|camps|militaries|armies|rivals|foes|ministers|foreign ministers|koreas)\b",
    re.IGNORECASE,
)


def is_named_pair(words: Words, numeral: Numeral) -> bool:
    """ "the two nations": points back at parties already named, and counts nothing."""
    if numeral.value not in (2, 3) or not _PARTIES.match(words.text, numeral.end):
        return False
    return (
        re.search(
            r"\b(?:the|these|those|our|their|its)\s$", words.text[max(0, numeral.start - 6) : numeral.start], re.I
        )
        is not None
    )


# "The dead of the fire number 17", "the patients now number 71": a verb.
_NUMBERS = re.compile(
    r"\b(?:dead|wounded|injured|missing|hurt)\b[^.,;]{0,40}\bnumber\s$|\b(?:now|still|they|who|which|[a-z]{3,}[^s\W]s)\s+number\s$"
)


def is_numbered(words: Words, numeral: Numeral) -> bool:
    """ "page 4", "reactor 2", "Section 5": the number of a thing that bears one."""
    text = words.text
    lead = _NUMBERED.search(text[max(0, numeral.start - 16) : numeral.start])
    if (
        lead is None
        or numeral.scale != 1
        or numeral.kind == "fraction"
        or "," in text[numeral.start : numeral.end]
        or sign_before(text, numeral.start)
    ):
        return False
    if numeral.kind == "words" and text[numeral.start].isupper() and lead.group().rstrip().endswith("."):
        return False  # "at the gate. Five drones"
    if lead["word"] == "number" and _NUMBERS.search(text[max(0, numeral.start - 60) : numeral.start]):
        return False
    if lead["word"].lower() in ("kilometre", "mile") and (numeral.value > 999 or numeral.kind != "digits"):
        return False
    following = words.next_token(numeral.end)
    if unit_after(text, numeral.end) is not None and not lead["word"][0].isupper():
        return False
    counts = following is not None and (
        following.tag == "NNS"
        or following.text.lower() == "people"
        or (following.tag == "JJ" and following.start == numeral.end + 1)
    )
    return not counts or lead["word"][0].isupper()


CONTEXTS: tuple[tuple[str, Context], ...] = (
    ("year", is_year),
    ("age", is_age_in_apposition),
    ("age", is_age_told),
    ("age", is_age_of_somebody),
    ("designation", is_numbered),
    ("designation", is_designation),
    ("designation", is_model_name),
    ("ordinal", is_ordinal_word),
    ("one", is_bare_one),
    ("both named", is_named_pair),
    ("part of a name", is_in_a_name),
    ("telephone number", is_telephone_number),
    ("turn of phrase", is_turn_of_phrase),
)


def refusal(words: Words, numeral: Numeral, masked: list[tuple[int, int, str]]) -> str | None:
    """Gives the reason why a number is no quantity, or None when it may be one."""
    for start, end, reason in masked[: bisect_left(masked, (numeral.end,))][-_MASKS_BACK:]:
        if numeral.start < end and start < numeral.end:
            return reason
    return next((name for name, holds in CONTEXTS if holds(words, numeral)), None)


def refusals(words: Words, numerals: list[Numeral], masked: list[tuple[int, int, str]]) -> Iterator[tuple[Span, str]]:
    """Gives the refused numbers with their reasons, for `explain`."""
    for numeral in numerals:
        if reason := refusal(words, numeral, masked):
            yield Span(numeral.start, numeral.end), reason
