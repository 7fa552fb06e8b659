"""What the relation rules share: how a pair is reported, the whole a part may belong to, words without their hedges."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from firsthand.annotate.quantity.passage import Found, Passage

Rule = Callable[[Passage, int], Iterator[Found]]

# What may stand between a cue and the number it introduces.
HEDGE = (
    r"(?:(?:about|around|some|roughly|approximately|at least|more than|over|nearly|almost|up to|as many as|an estimated|only|just|fewer than|"
    r"less than|under|no fewer than|perhaps|maybe|the|a|an)\s)*"
)
ENDING_HEDGE = re.compile(HEDGE + "$", re.IGNORECASE)


_LONGEST_LICENCE = 60


def related(passage: Passage, subject: int, other: int) -> Found:
    """Gives the pair, licensed by the words before the later quantity: all that stands between them, or the end of it when that is long."""
    first, second = sorted((subject, other))
    end = passage.quantities[second].span.start
    start = min(passage.quantities[first].span.end, end)
    sentence = passage.words.sentences[passage.sentence[second]].start
    if end - start > _LONGEST_LICENCE:
        start = max(start, sentence, end - _LONGEST_LICENCE)
        blank = (
            passage.text.find(" ", start, end) if start not in (sentence, passage.quantities[first].span.end) else start
        )
        start = blank if blank >= 0 else start
    words = passage.text[start:end]
    return Found(
        subject, other, start + len(words) - len(words.lstrip(" ,;:")), end - (len(words) - len(words.rstrip(" $€£(")))
    )


def beside(passage: Passage, index: int) -> bool:
    """Says whether the quantity before this one stands in the same sentence."""
    return index > 0 and passage.sentence[index] == passage.sentence[index - 1]


def whole_of(passage: Passage, index: int, sentences: int = 1) -> int | None:
    """Gives the nearest earlier quantity that this one can be a portion of: measured alike and at least as large; same noun preferred."""
    fallback = None
    for other in passage.earlier(index, sentences):
        if not passage.alike(index, other) or passage.value(other) < passage.value(index):
            continue
        if passage.same_thing(index, other):
            return other
        fallback = other if fallback is None else fallback
    return fallback


def between_unbound(passage: Passage, first: int, second: int) -> str:
    """Gives the words between two quantities without the second one's comparator."""
    start, end = passage.quantities[first].span.end, passage.quantities[second].span.start
    bound = passage.quantities[second].comparator_span
    if bound is not None and start <= bound.start < end:
        end = bound.start
    return passage.text[start:end]


def sentence_before(passage: Passage, index: int) -> str:
    """Gives the words of the sentence before a quantity."""
    return passage.text[passage.words.sentences[passage.sentence[index]].start : passage.quantities[index].span.start]


LEVEL_WORDS = re.compile(r"\b(?:toll|total|number|tally|count|figure|those|dead|overall|killed|sum)\b", re.IGNORECASE)
HARM = re.compile(r"\b(?:kill|wound|injur|hurt|die[ds]?\b|dead\b|death|arrest|captur)", re.IGNORECASE)
MOVE = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|climb\w*|gr[eo]w\w*|jump\w*|surg\w+|increas\w+|soar\w*|swell\w*|swollen|swelled|expand\w*|fell|fall(?:s|en|ing)?|"
    r"drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|slip\w*|slid\w*|plung\w+|tumbl\w+|plummet\w*|eas(?:e|es|ed|ing)|slow\w*|narrow\w*|widen\w*|cut(?:s|ting)?|"
    r"lower\w*|rais\w+|reduc\w+|went|gone|up|down|dwindl\w+|edg\w+|doubl\w+|trebl\w+|tripl\w+|revis\w+|correct\w*|chang\w+|trimm?\w*|slash\w*|lift\w*|"
    r"boost\w*|bring\w*|brought|mov\w+|swung|gain\w*|advanc\w+)\b",
    re.IGNORECASE,
)
