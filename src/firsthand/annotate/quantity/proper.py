"""Number words and numerals that belong to a name or a turn of phrase: "World War Two", "the Seven Sisters", "dialled 112", "zero hour"."""

from __future__ import annotations

import re

from firsthand.annotate.quantity.words import Words
from firsthand.text.numbers import Numeral

_CALLED = re.compile(
    r"\b(?:call(?:s|ed|ing)?|dial(?:s|led|ling|ed|ing)?|ring(?:s|ing)?|rang|phon(?:e|es|ed|ing)|text(?:s|ed|ing)?)\s(?:the\s)?$",
    re.I,
)
_TURNS = re.compile(r"zero(?:\s|-)(?:tolerance|hour|sum|option|day|gravity|emissions?|waste|carbon)\b", re.I)
_NATIONALS = re.compile(
    r"\s(?:(?:South|North|East|West)\s)?[A-Z][a-z]+(?:ans|is|ese)\s[a-z]"
)  # "Five South Koreans were"
_TITLE_SHARE = 0.6
_LONGEST_LINE = 80


def is_in_a_name(words: Words, numeral: Numeral) -> bool:
    """A number word with a capital that no sentence began, or before a name at its head ("Five Points"); not in a line all in capitals."""
    text = words.text
    if numeral.kind != "words" or numeral.scale != 1 or not text[numeral.start].isupper():
        return False
    sentence = words.sentence(numeral.start)
    inside = text[sentence.start : numeral.start].rstrip("\"“'‘( ")
    following = words.next_token(numeral.end)
    if not inside or inside.endswith(
        (":", ".", "—", "–", "-", "”")
    ):  # what follows a dateline's dash begins a sentence
        after = words.tokens[words.from_offset(numeral.end) + 1 :][:1]
        return (
            following is not None
            and following.text[:1].isupper()
            and following.pos == "PROPN"
            and not (after and after[0].tag in ("NNS", "NN") and after[0].text.islower())
            and not _NATIONALS.match(text, numeral.end)
            and not _is_titled(words, sentence.start, sentence.end)
        )
    return not _is_titled(words, sentence.start, sentence.end)


def _is_titled(words: Words, start: int, end: int) -> bool:
    """Says whether a line is written as headlines are: no verb in small letters, and most of its longer words with a capital."""
    tokens = [token for token in words.tokens[words.from_offset(start) :] if token.end <= end][:_LONGEST_LINE]
    if any(token.tag.startswith("VB") and token.text.islower() and len(token.text) > 2 for token in tokens):
        return False
    long = [token for token in tokens if len(token.text) > 3 and token.text.isalpha()]
    return bool(long) and sum(token.text[0].isupper() for token in long) / len(long) > _TITLE_SHARE


def is_telephone_number(words: Words, numeral: Numeral) -> bool:
    """A short number that somebody called ("she called 911"); "called 900 men" counts."""
    raw = words.text[numeral.start : numeral.end]
    following = words.next_token(numeral.end)
    return (
        raw.isdigit()
        and len(raw) == 3
        and _CALLED.search(words.text[max(0, numeral.start - 14) : numeral.start]) is not None
        and (following is None or following.tag not in ("NNS", "NN", "JJ", "NNP", "NNPS"))
    )


def is_turn_of_phrase(words: Words, numeral: Numeral) -> bool:
    """A number in a fixed phrase that counts nothing ("zero tolerance")."""
    return _TURNS.match(words.text, numeral.start) is not None
