"""Which paragraphs of a page are its article.

trafilatura reads the page and says which words it takes for the article; those words are found again among our own paragraphs, so
that every kept paragraph stands in the page as it is, with its element, its links and its neighbours. Where trafilatura refuses
(a very short page, an odd build), a plain count of prose decides, so that a refusal never becomes silence.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise
from typing import Any, NamedTuple

from firsthand.article.paragraphs import Paragraph, find_paragraphs

_NOT_WORD = re.compile(r"[\W_]+")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’'»)\]]*$")
_LONG = 24  # compact characters: enough to be found by themselves
_ENOUGH = 0.6  # share of trafilatura's words that must be found among visible paragraphs
_FEW = 200  # characters below which its answer is checked against a plain count of prose
_COMMENT = re.compile(r"\bcomments?\b|comment-?(?:list|body|content|text|thread|section)|disqus|\brespond\b")
_NO_BLANKS = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
)  # scripts written without them
_FURNITURE_TAGS = ("nav", "footer", "aside", "form", "button", "label", "dialog", "figure", "img")
_MAX_PLACES = 8
_SEARCHED = (
    100_000_000  # characters looked through for one page: a page of 20,000 paragraphs is not searched 20,000 times
)


class Choice(NamedTuple):
    """The page's paragraphs, the ascending indices of the article's among them, and the extractor that chose them."""

    paragraphs: list[Paragraph]
    kept: list[int]
    by: str


def choose(root: Any) -> Choice:
    """Gives the paragraphs that make up the article; none when the page holds no prose."""
    words = _trafilatura(root)
    paragraphs = find_paragraphs(root)
    kept = align([p.text for p in paragraphs], words) if words else []
    if _length(paragraphs, kept) < _ENOUGH * len(words):
        everything = find_paragraphs(root, hidden=True)
        more = align([p.text for p in everything], words)
        if _length(everything, more) > _length(paragraphs, kept):
            paragraphs, kept = everything, more
    if _length(paragraphs, kept) >= _FEW:
        return Choice(paragraphs, kept, "trafilatura")
    counted = prose(paragraphs)
    if _length(paragraphs, counted) > _length(paragraphs, kept):
        return Choice(paragraphs, counted, "prose count")
    return Choice(paragraphs, kept, "trafilatura")


def _length(paragraphs: list[Paragraph], indices: list[int]) -> int:
    return sum(len(paragraphs[i].text) for i in indices)


def _trafilatura(root: Any) -> str:
    from trafilatura import bare_extraction

    logger = logging.getLogger("trafilatura")
    logger.setLevel(logging.CRITICAL)  # its refusals are answered here, not logged
    try:
        found = bare_extraction(root, favor_recall=True, include_comments=False, with_metadata=False)
    except (RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        return ""
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else ""


def align(texts: list[str], words: str) -> list[int]:
    """Gives the indices of the texts that `words` is made of, in order: the heaviest chain of places that ascend in both.

    >>> align(["Menu", "Two ships met.", "Read more", "They parted."], "Two ships met. They parted.")
    [1, 3]
    """
    target = _Target(words)
    keys = [_compact(text) for text in texts]
    places = [(i, place, len(key)) for i, key in enumerate(keys) if len(key) >= _LONG for place in target.places(key)]
    return _with_short(_heaviest(places), keys, target.text)


class _Target:
    """The words to be found again, compact, with an index of its lines: most paragraphs are a line of it, and the rest are searched."""

    def __init__(self, words: str) -> None:
        lines = [_compact(line) for line in words.splitlines()]
        self.text = "".join(lines)
        self._lines: dict[str, list[int]] = defaultdict(list)
        self._budget = _SEARCHED
        position = 0
        for line in lines:
            if len(line) >= _LONG and len(self._lines[line]) < _MAX_PLACES:
                self._lines[line].append(position)
            position += len(line)

    def places(self, key: str) -> list[int]:
        """Gives where a text stands, at most a few places."""
        if key in self._lines:
            return self._lines[key]
        places: list[int] = []
        start = self._find(key, 0)
        while start >= 0 and len(places) < _MAX_PLACES:
            places.append(start)
            start = self._find(key, start + 1)
        return places

    def _find(self, key: str, start: int) -> int:
        if self._budget <= 0:
            return -1
        place = self.text.find(key, start)
        self._budget -= (place if place >= 0 else len(self.text)) - start
        return place


def _heaviest(places: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Gives the (index, place) chain with the most characters, ascending in index and without overlap in place."""
    ends: list[int] = []  # of the best chains so far, ascending, with ascending weights beside them
    weights: list[int] = []
    tails: list[int] = []
    back: dict[int, int] = {}
    by_index: dict[int, list[int]] = defaultdict(list)
    for n, (index, _, _) in enumerate(places):
        by_index[index].append(n)
    for numbers in by_index.values():
        news = []
        for n in numbers:
            _, place, length = places[n]
            at = bisect_right(ends, place)
            if at:
                back[n] = tails[at - 1]
            news.append((place + length, (weights[at - 1] if at else 0) + length, n))
        for end, weight, n in news:
            at = bisect_right(ends, end)
            if at and weights[at - 1] >= weight:
                continue
            if at and ends[at - 1] == end:
                at -= 1
                del ends[at], weights[at], tails[at]
            ends.insert(at, end)
            weights.insert(at, weight)
            tails.insert(at, n)
            while at + 1 < len(ends) and weights[at + 1] <= weight:
                del ends[at + 1], weights[at + 1], tails[at + 1]
    chain: list[tuple[int, int]] = []
    n = tails[-1] if tails else -1
    while n >= 0:
        chain.append(places[n][:2])
        n = back.get(n, -1)
    return chain[::-1]


def _with_short(chain: list[tuple[int, int]], keys: list[str], target: str) -> list[int]:
    """Adds, between the long paragraphs, the short ones that stand in the words at just that place, and long ones found in part."""
    kept: list[int] = []
    bounds = [(-1, 0), *((index, place) for index, place in chain), (len(keys), len(target))]
    position = 0
    for (left, start), (right, end) in pairwise(bounds):
        if left >= 0:
            kept.append(left)
            position = start + len(keys[left])
        gap = target[position:end]
        if gap:
            kept.extend(_fill(keys, left + 1, right, gap))
    return kept


def _fill(keys: list[str], first: int, last: int, gap: str) -> list[int]:
    found: list[int] = []
    at = 0
    for index in range(first, last):
        key = keys[index]
        if not key:
            continue
        is_short = len(key) < _LONG
        # A short one must stand where the gap begins: "Share" is found in any long gap.
        place = gap.find(key, at, at + len(key) + 2) if is_short else gap.find(key, at)
        if place >= 0:
            found.append(index)
            at = place + len(key)
        elif len(key) >= 2 * _LONG and (part := _part(key, gap, at)):
            found.append(index)
            at = part
    return found


def _part(key: str, gap: str, at: int) -> int:
    """Gives where a paragraph ends that stands in the gap only in part (its reader dropped a link or a button), or 0."""
    head, tail = key[:_LONG], key[-_LONG:]
    start = gap.find(head, at)
    end = gap.find(tail, at)
    if start >= 0:
        stop = gap.find(tail, start)
        return stop + _LONG if 0 <= stop <= start + len(key) else min(start + len(key), len(gap))
    return end + _LONG if end >= 0 else 0


def _compact(text: str) -> str:
    return _NOT_WORD.sub("", text)


def prose(paragraphs: list[Paragraph]) -> list[int]:
    """Gives the paragraphs of the part of the page with the most prose, by counting sentences' characters outside furniture."""
    good = [i for i, p in enumerate(paragraphs) if is_prose(p)]
    runs: list[list[int]] = []
    for i in good:
        if runs and i - runs[-1][-1] <= 8:  # headings, pictures and boxes stand between paragraphs of one article
            runs[-1].append(i)
        else:
            runs.append([i])
    if not runs:
        return []
    return max(runs, key=lambda run: sum(len(paragraphs[i].text) for i in run))


def is_prose(paragraph: Paragraph) -> bool:
    """Says whether a paragraph reads as sentences and stands in no menu, form or comment."""
    return (
        reads_as_prose(paragraph)
        and not paragraph.inside(*_FURNITURE_TAGS)
        and _COMMENT.search(" ".join(paragraph.marks)) is None
    )


def reads_as_prose(paragraph: Paragraph) -> bool:
    """Says whether a paragraph reads as sentences: long enough or closed by a stop, with few links."""
    text = paragraph.text
    return (
        len(text) >= 30
        and (text.count(" ") >= 4 or len(_NO_BLANKS.findall(text)) >= 12)
        and (len(text) >= 140 or _SENTENCE_END.search(text) is not None)
        and paragraph.link_share < 0.5
    )
