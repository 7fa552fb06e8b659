"""What a number counts, when the noun stands beside it: the phrase after it, or the noun "of" joins to it.

The phrase is read from parts of speech: modifiers, then a head noun. `Counted` keeps the words that license it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.annotate.quantity.figure import Figure
from firsthand.annotate.quantity.lists import word_set
from firsthand.annotate.quantity.words import Words
from firsthand.records import Span, Token


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted thing in normal form, the words it was read from, whether the noun was missing beside the number, and the rule."""

    noun: str
    spans: tuple[Span, ...]
    elided: bool
    rule: str


CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december today yesterday tomorrow tonight"
)
# Adjectives and participles that are said of people as if they were nouns.
NOMINAL = word_set(
    "dead wounded injured missing hurt sick homeless displaced accused unemployed detained arrested captured kidnapped disappeared ill "
    "infected hospitalised hospitalized stranded trapped"
)
_TRUE_NOMINALS = frozenset(("dead", "accused", "unemployed"))
_NO_HEAD = word_set("ago later earlier before after more less time way pm am")
_VERBISH = word_set("dead killed wounded injured hurt missing")


def phrase_at(words: Words, offset: int, limit: int) -> tuple[Token, ...] | None:
    """Gives the tokens of the noun phrase that begins at an offset (modifiers and head), or None when no noun comes."""
    index = words.from_offset(offset)
    taken: list[Token] = []
    head = -1
    while index < len(words.tokens) and words.tokens[index].start < limit:
        token = words.tokens[index]
        nexts = words.tokens[index + 1 : index + 3]
        if (
            (token.text.lower() in CALENDAR and token.tag in ("NNP", "NN"))
            or token.text == "%"
            or _is_time_phrase(token, nexts)
        ):
            break
        if token.tag in ("NN", "NNS", "NNP", "NNPS"):
            if head >= 0 and taken[head].tag == "NNS" and token.tag in ("NNP", "NNPS"):
                break
            if (
                head >= 0
                and head == len(taken) - 1
                and taken[head].tag == "NNS"
                and token.tag == "NN"
                and token.text.lower() in CALENDAR | _VERBISH
            ):
                break
            taken.append(token)
            head = len(taken) - 1
            if token.text.lower() == "times":
                break
        elif not _modifies(words, token, nexts, taken, head):
            break
        else:
            taken.append(token)
        index += 1
    return tuple(taken[: head + 1]) if head >= 0 else None


def _modifies(words: Words, token: Token, nexts: tuple[Token, ...], taken: list[Token], head: int) -> bool:
    """Says whether a token that is no noun may still belong to the phrase: an adjective, a hyphen, "and" between two modifiers."""
    following = nexts[0] if nexts else None
    ended = head >= 0 and taken[head].tag in ("NNS", "NNPS") and head == len(taken) - 1
    if token.tag in ("HYPH", "AFX") or token.text in ("-", "–"):
        return bool(taken) and following is not None and following.start == token.end and token.start == taken[-1].end
    if taken and taken[-1].text in ("-", "–") and taken[-1].end == token.start:
        return True
    if ended:
        return False
    if token.tag in ("JJ", "JJR", "JJS"):
        return (following is not None and token.text.lower() not in NOMINAL) or _noun_follows(nexts)
    if token.tag in ("VBN", "VBG") or (token.tag == "VBD" and token.text.endswith("ed")):
        return (
            _noun_follows(nexts)
            and token.text.lower() not in ("killed", "died", "including", "said", "being", "according")
            and head < 0
        )
    if token.tag == "RB":
        return (
            following is not None
            and following.tag in ("JJ", "VBN")
            and _noun_follows(nexts[1:])
            and token.text.lower().endswith("ly")
        )
    if token.tag == "POS":
        return following is not None and following.tag in ("NN", "NNS", "JJ")
    if token.tag == "CD":
        return bool(taken) and following is not None and following.tag in ("NNP", "NNPS")
    if token.tag == "CC" and token.text.lower() in ("and", "or") and taken:
        return (
            (taken[-1].tag in ("JJ", "NNP") or taken[-1].tag == "NN")
            and following is not None
            and following.tag in ("JJ", "NN", "NNP", "NNS")
            and len(nexts) > 1
            and nexts[1].tag in ("NNS", "NN")
            and following.tag != "NNS"
        )
    if token.text == "," and taken and taken[-1].tag == "JJ":
        return following is not None and following.tag == "JJ" and _noun_follows(nexts[1:])
    return False


_TIME_NOUNS = word_set(
    "year month week quarter season night morning afternoon evening summer winter spring autumn fall decade century weekend"
)


def _is_time_phrase(token: Token, nexts: tuple[Token, ...]) -> bool:
    """Says whether "last year", "next month" begins here, which no number counts."""
    return (
        token.text.lower() in ("last", "next", "this", "each", "every")
        and bool(nexts)
        and nexts[0].text.lower() in _TIME_NOUNS
    )


def _noun_follows(tokens: tuple[Token, ...]) -> bool:
    return bool(tokens) and tokens[0].tag in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH")


def normal_form(tokens: tuple[Token, ...], text: str) -> str:
    """Gives the phrase as it reads, blanks evened out."""
    return re.sub(r"\s+", " ", text[tokens[0].start : tokens[-1].end]).strip()


def counted_beside(words: Words, figure: Figure) -> Counted | None:
    """Gives the noun that follows the number within its own phrase, or None (then it has to be recovered from elsewhere)."""
    limit = words.sentence(figure.start).end
    if figure.inner is not None:
        return Counted(words.text[slice(*figure.inner)], (Span(*figure.inner),), False, "noun inside")
    unit = figure.unit
    if unit is not None and unit.kind == "time" and figure.unit_start is not None:
        span = Span(figure.unit_start, figure.after)
        return Counted(span.of(words.text), (span,), False, "time unit")
    offset, joined = _past_joint(words, figure)
    if offset is None:
        return measure_itself(words, figure) if unit is not None and _AMOUNT.match(unit.name) else None
    if nominal := _nominal(words, offset, limit):
        return nominal
    phrase = phrase_at(words, offset, limit)
    if (
        phrase is None
        or phrase[-1].text.lower() in _NO_HEAD
        or phrase[-1].text.lower() == "others"
        or (phrase[-1].text.lower() in _STATE_NOUNS and figure.high > 1)
    ):
        return None
    if unit is not None and unit.kind == "money" and not joined:
        return None
    return Counted(
        normal_form(phrase, words.text),
        (Span(phrase[0].start, phrase[-1].end),),
        False,
        "noun after" if not joined else "noun after of",
    )


# Areas, volumes and weights are counted themselves; a length or a temperature is of something.
_AMOUNT = re.compile(r"(?:cubic|square)\s|(?:hectare|acre|barrel|litre|gallon|metric ton|ton|kilogram|carat|ounce)$")


def measure_itself(words: Words, figure: Figure) -> Counted | None:
    """Gives the unit's own words as what is counted ("2,000 hectares burned"), or None without them."""
    if (
        figure.unit is None
        or figure.unit.kind != "measure"
        or figure.unit_start is None
        or figure.unit_start < figure.end
    ):
        return None
    span = Span(figure.unit_start, figure.after)
    return Counted(span.of(words.text), (span,), False, "measure itself")


def _past_joint(words: Words, figure: Figure) -> tuple[int | None, bool]:
    """Gives where the noun phrase would begin, past "of the", and whether an "of" was passed; None where no noun can follow."""
    text = words.text
    partitive = figure.unit is not None or figure.kind in ("vague", "fraction", "ratio", "zero")
    joint = re.compile(
        r"-?\s*(?:of|in)\s+" if figure.unit is not None and figure.unit.kind == "money" else r"-?\s*of\s+", re.I
    ).match(text, figure.after)
    if joint is None:
        if figure.unit is not None and figure.unit.kind in ("percent", "measure", "money"):
            return None, False
        # "the 6,000 or so soldiers", "900 more joined", "12 others"
        more = re.compile(r"\s+(?:or so|or more|odd|plus|more|other|further|additional|extra)\s+", re.I).match(
            text, figure.after
        )
        quote = re.compile(r"[”\"’»]\s").match(text, figure.after)
        start = more.end() - 1 if more else quote.end() - 1 if quote else figure.after
        if figure.kind == "fraction" and (
            article := re.compile(
                r"\s+(?:the|its|his|her|their|our|my|a|an|all|those|these)\s+(?:(?:[\w-]+\s)?[\w-]+(?:['’]s|s['’])\s+)?(?:[\d,.]+\s)?",
                re.I,
            ).match(text, start)
        ):
            start = article.end()
        return start, False
    if not partitive:
        return None, True
    if (
        figure.unit is not None
        and figure.unit.kind == "money"
        and "in" in joint.group().split()
        and not _is_stuff(words, joint.end())
    ):
        return None, False
    determiner = re.compile(
        r"(?:(?:the|its|his|her|their|our|my|a|an|all|those|these|this|that|such|every|each)\s+)*", re.I
    ).match(text, joint.end())
    start = determiner.end() if determiner else joint.end()
    # "a quarter of the valley's 80 mills", "nine of the 11": the noun belongs to the second number.
    possessive = re.compile(r"(?:[\w’'-]+\s){0,2}?[\w-]+(?:['’]s|s['’])\s+").match(text, start)
    start = possessive.end() if possessive else start
    if re.match(r"(?:them|it|us|you|whom|which)\b", text[start : start + 6], re.I):
        return None, True
    return start, True


def _is_stuff(words: Words, offset: int) -> bool:
    """Says whether "in" after a sum of money leads to what it is paid in ("in cash", "in aid"), and not to a place or time."""
    token = words.next_token(offset)
    return (
        token is not None
        and token.tag in ("NN", "NNS")
        and token.text.lower() not in ("may", "march", "total", "all", "full")
        and not token.text[0].isupper()
    )


# "took 13 prisoner", "held 20 hostage": what was done to them, not what they were.
_STATE_NOUNS = frozenset(("prisoner", "hostage", "captive"))


def _nominal(words: Words, offset: int, limit: int) -> Counted | None:
    """Gives "dead", "accused": adjectives that stand for people where no noun follows."""
    index = words.from_offset(offset)
    if index >= len(words.tokens) or words.tokens[index].start >= limit:
        return None
    token = words.tokens[index]
    following = words.tokens[index + 1] if index + 1 < len(words.tokens) else None
    if token.text.lower() in _TRUE_NOMINALS and (
        following is None or following.tag not in ("NN", "NNS", "NNP", "NNPS")
    ):
        return Counted(token.text.lower(), (token.span,), False, "people by their state")
    return None
