"""Where words stand: half-open ranges of code points into `Article.text`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, in code points, end exclusive, never empty.

    >>> Span(0, 5).of("Hello world")
    'Hello'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span must be non-empty and non-negative, not {self.start}:{self.end}")

    def of(self, text: str) -> str:
        """Gives the exact words."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Says whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Says whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]


def hull(spans: Spans) -> Span:
    """Gives the smallest span that holds them all; raises ValueError for none."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
