"""A document as this room reads it: lines (sentences) with their tokens, which of them are quoted, and who is mentioned where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from firsthand.records import Document, Mention, Span, Token
from firsthand.text.quotes import Quoted, quotations

_DETERMINERS = frozenset(["the", "a", "an", "this", "that", "these", "those", "so-called"])
NOMINAL = (
    "NN",
    "JJ",
    "CD",
    "DT",
    "POS",
    "PRP",
    "HYPH",
    "WP",
    "EX",
    "PDT",
    "AFX",
    "$",
    "VBN",
    "RBS",
    "RBR",
    "ADD",
    "FW",
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence. `quoted[i]` says whether token i stands inside double quotation marks; `kind` is that of its block.
    `words` are the tokens in lower case with plain apostrophes."""

    index: int
    span: Span
    kind: str
    block: int
    tokens: tuple[Token, ...]
    quoted: tuple[bool, ...]
    words: tuple[str, ...]

    def word(self, i: int) -> str:
        """Gives a token in lower case with plain apostrophes, "" outside the line."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def lemma(self, i: int) -> str:
        return self.tokens[i].lemma if 0 <= i < len(self.tokens) else ""

    def tag(self, i: int) -> str:
        return self.tokens[i].tag if 0 <= i < len(self.tokens) else ""

    def span_of(self, first: int, end: int) -> Span:
        """Gives the characters of tokens `first` to `end` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def token_at(self, offset: int) -> int:
        """Gives the index of the token that covers or follows this offset."""
        return bisect_right(self.tokens, offset, key=lambda t: t.end)

    def places_in(self, spans: Iterable[Span]) -> list[int]:
        """Gives the indices of the tokens that lie wholly in one of these stretches, ascending."""
        found: set[int] = set()
        for span in spans:
            if span.start < self.span.end and self.span.start < span.end:
                first = bisect_left(self.tokens, span.start, key=lambda t: t.start)
                found.update(range(first, self.token_at(span.end)))
        return sorted(found)

    def tokens_in(self, spans: Iterable[Span]) -> list[Token]:
        """Gives the tokens that lie wholly in one of these stretches, in text order."""
        return [self.tokens[i] for i in self.places_in(spans)]


@dataclass(frozen=True, slots=True)
class View:
    """A document with its lines, quotations and mentions at hand. `labels` are the starts of quotations that only label ("volunteers")."""

    document: Document
    lines: tuple[Line, ...]
    quotes: tuple[Quoted, ...]
    mention_starts: tuple[int, ...]
    labels: frozenset[int] = frozenset()

    @classmethod
    def of(cls, document: Document) -> View:
        """Gives the view of a document."""
        quotes = quotations(document.text)
        lines = tuple(_lines(document, quotes))
        found = cls(document, lines, quotes, tuple(m.span.start for m in document.mentions))
        return replace(found, labels=frozenset(q.start for q in quotes if found.is_label(q)))

    @property
    def text(self) -> str:
        return self.document.text

    def line_at(self, offset: int) -> Line | None:
        """Gives the line that holds this character."""
        i = bisect_right(self.lines, offset, key=lambda line: line.span.start) - 1
        return self.lines[i] if i >= 0 and offset < self.lines[i].span.end else None

    def mentions_in(self, span: Span) -> list[Mention]:
        """Gives the mentions that overlap a stretch, in text order."""
        first = bisect_left(self.mention_starts, span.start - 120)
        last = bisect_left(self.mention_starts, span.end)
        return [m for m in self.document.mentions[first:last] if m.span.overlaps(span)]

    def mentions_before(self, offset: int) -> list[Mention]:
        """Gives the mentions that end before an offset, the nearest first."""
        last = bisect_left(self.mention_starts, offset)
        return [m for m in reversed(self.document.mentions[:last]) if m.span.end <= offset]

    def is_label(self, quote: Quoted) -> bool:
        """Says whether a quotation is one to three words with small letters that label something: the "volunteers", his “package”."""
        words = self.text[quote.inner_start : quote.inner_end]
        line = self.line_at(quote.inner_start)
        if (
            line is None
            or line.kind == "headline"
            or len(words.split()) > 3
            or not words[0].islower()
            or words[-1] in ".,!?"
        ):
            return False
        i = line.token_at(quote.start)
        before, ends = line.word(i - 1), line.token_at(quote.end - 1) + 1
        called = before == "called" and line.word(i - 3) == "so"
        determined = (
            called
            or before in _DETERMINERS
            or line.tag(i - 1) in ("PRP$", "POS")
            or (line.tag(i - 1) == "JJ" and line.word(i - 2) in _DETERMINERS)
        )
        return (
            determined
            and (called or not line.tag(i - 1).startswith("VB"))
            and (line.tag(ends) not in (".", "") or line.tag(i + 1).startswith("NN"))
        )

    def lines_over(self, span: Span) -> tuple[Line, ...]:
        """Gives the lines that share a character with a stretch."""
        first = bisect_right(self.lines, span.start, key=lambda line: line.span.end)
        last = bisect_left(self.lines, span.end, key=lambda line: line.span.start)
        return self.lines[first:last]

    def quotes_over(self, start: int, end: int) -> tuple[Quoted, ...]:
        """Gives the quotations that share a character with a stretch, their marks taken in."""
        return _quotes_over(self.quotes, start, end)

    def quote_at(self, offset: int) -> Quoted | None:
        """Gives the quotation inside whose marks the character at this offset stands."""
        return next((q for q in self.quotes_over(offset, offset + 1) if q.covers(offset)), None)

    def is_quoted(self, offset: int) -> bool:
        """Says whether the character at this offset stands inside double quotation marks."""
        return self.quote_at(offset) is not None


def _quotes_over(quotes: tuple[Quoted, ...], start: int, end: int) -> tuple[Quoted, ...]:
    first = bisect_right(quotes, start, key=lambda q: q.end)
    return quotes[first : bisect_left(quotes, end, first, key=lambda q: q.start)]


def _lines(document: Document, quotes: tuple[Quoted, ...]) -> Iterator[Line]:
    firsts = (*document.first_tokens, len(document.tokens))
    blocks = document.article.blocks
    for index, span in enumerate(document.sentences):
        block = max(bisect_right(blocks, span.start, key=lambda b: b.span.start) - 1, 0)
        tokens = document.tokens[firsts[index] : firsts[index + 1]]
        here = _quotes_over(quotes, span.start, span.end)
        quoted = tuple(any(q.start <= t.start < q.end for q in here) for t in tokens)
        words = tuple(t.text.lower().replace("’", "'") for t in tokens)
        yield Line(index, span, blocks[block].kind if blocks else "body", block, tokens, quoted, words)
