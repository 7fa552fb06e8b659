"""What exactly is reported: spans cleaned of "that", outer quotation marks and edge punctuation, never changed otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from firsthand.claims.lexicon import words
from firsthand.claims.view import View
from firsthand.records import Span, Spans
from firsthand.text.quotes import Quoted

_LEFT = re.compile(r"[\s,;:.…—–\-“”\"]+")
_EDGES = ',;:.—–-“”"'
_THAT = re.compile(r"that\s+(?=\S)", re.I)
_TAIL = re.compile(r"[”\"]\s*,?\s*(?:as|and|but)\s*\Z")
_WORD = re.compile(r"\w+(?:['’.&-]\w+)*")
DIRECT_SHARE = 0.9
_SMALL = words(
    """the a an of and for in on at to by with that it is was be been had has have not no its his her their there this as from he she they
    are were but who which would could will may might over after before into out up than then them him we our you your said says"""
)


def clean(view: View, spans: Iterable[Span]) -> Spans:
    """Gives spans without "that", outer marks and stops; pieces that hold no word are dropped, touching ones joined."""
    cleaned = [found for span in spans if (found := _cleaned(view, span)) is not None]
    joined: list[Span] = []
    for span in sorted(cleaned):
        if joined and span.start <= joined[-1].end + 1 and not view.text[joined[-1].end : span.start].strip():
            span = Span(joined.pop().start, span.end)
        if not joined or not joined[-1].contains(span):
            joined.append(span)
    return tuple(joined)


def _cleaned(view: View, span: Span) -> Span | None:
    start, end = span.start, span.end
    if (tail := _TAIL.search(view.text, start, end)) is not None:
        end = tail.start() + 1
    start, end = _without_edges(view, start, end)
    if (
        (that := _THAT.match(view.text, start, end)) is not None
        and view.text[start] == "t"
        and not view.is_quoted(start)
        and not _points(view, start)
    ):
        start = that.end()
        start, end = _without_edges(view, start, end)
    return Span(start, end) if start < end else None


def _points(view: View, at: int) -> bool:
    """Says whether "that" stands for something said before: "denied that | in evidence"."""
    line = view.line_at(at)
    first = line.token_at(at) if line else 0
    return line is not None and line.tag(first) == "DT" and line.tag(first + 1) == "IN"


def _without_edges(view: View, start: int, end: int) -> tuple[int, int]:
    """Moves the edges inwards over marks; a quotation mark whose partner lies inside stays."""
    left = _LEFT.match(view.text, start, end)
    stop = left.end() if left else start
    begin, finish = stop, end
    while finish > stop and (view.text[finish - 1].isspace() or view.text[finish - 1] in _EDGES):
        finish -= 1
    for quote in view.quotes_over(start, end + 1):
        if start <= quote.start < begin == quote.inner_start and quote.inner_end < finish:
            begin = quote.start  # "A" and more: the mark belongs to the words
        if (
            finish <= quote.inner_end < quote.end <= end + 1
            and quote.start > begin
            and view.text[finish : quote.end].strip('”".,;: ') == ""
        ):
            finish = quote.end
    return begin, finish


def kind_of(view: View, content: Spans, *, headline: bool) -> str:
    """Gives headline, direct, mixed or indirect; a quotation of one or two words inside does not make a statement mixed."""
    if headline:
        return "headline"
    words = [span.start + m.start() for span in content for m in _WORD.finditer(span.of(view.text))]
    around = [quote for at in words if (quote := view.quote_at(at)) is not None]
    inside, labels = len(around), sum(quote.start in view.labels for quote in around)
    if not words or inside == labels:
        return "indirect"
    return "direct" if inside >= DIRECT_SHARE * len(words) else "mixed"


def word_set(view: View, spans: Iterable[Span]) -> frozenset[int]:
    """Gives the places where the words of these spans begin: what two contents share is counted on them."""
    return frozenset(span.start + m.start() for span in spans for m in _WORD.finditer(span.of(view.text)))


def overlap(view: View, one: Sequence[Span], other: Sequence[Span]) -> float:
    """Gives the share of the smaller one's words that the other has too, 0 for wordless spans."""
    if not any(left.overlaps(right) for left in one for right in other):
        return 0.0
    left, right = word_set(view, one), word_set(view, other)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def quoted_words(view: View, quote: Quoted) -> int:
    """Gives the number of words of a quotation."""
    return len(_WORD.findall(view.text[quote.inner_start : quote.inner_end]))


def quote_span(quote: Quoted) -> Span:
    """Gives the words of a quotation without its marks."""
    return Span(quote.inner_start, quote.inner_end)


def content_words(view: View, content: Iterable[Span]) -> frozenset[str]:
    """Gives the words of a content that carry meaning, lower case and cut to a stem: what two statements share is counted on them."""
    tokens = (t for span in content for line in view.lines_over(span) for t in line.tokens_in((span,)))
    found = {
        w
        for t in tokens
        for w in re.findall(r"\w+", t.lemma.lower() if t.tag.startswith(("NN", "VB")) else t.text.lower())
    }
    return frozenset(stem(w) for w in found if w not in _SMALL and (len(w) > 2 or w.isdigit()))


def stem(word: str) -> str:
    """Gives a word without a plural's or a verb's ending."""
    return next(
        (word[: -len(end)] for end in ("ing", "ed", "es", "s") if word.endswith(end) and len(word) - len(end) > 3), word
    ).removesuffix("e")


def is_title(named: Iterable[str]) -> bool:
    """Says whether words in quotation marks are a title: every long one with a capital ("The Long Way Home")."""
    long = [word for word in named if len(word) > 3]
    return len(long) > 1 and all(word[:1].isupper() for word in long)
