"""What a reading may look at: the publication date, the expressions before it, and the tense around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from firsthand.annotate.timex.calendar import Reading, date_of, is_counted
from firsthand.annotate.timex.tense import Direction, direction_at
from firsthand.records import Document, Token

# Half a year, nine months, a year: what a report on a part of the year adds up.
_MONTHS_OF_A_REPORT = frozenset({"P6M", "P9M", "P12M"})
_LATE_UNIVERSAL = re.compile(r"\d{4}-\d\d-\d\dT(?:1[5-9]|2\d):[\d:.]+(?:Z|[+-]00:?00)")


@dataclass(slots=True)
class Context:
    """The surroundings of the expression that is being read. `done` holds the earlier ones, in text order."""

    document: Document
    published: date | None
    done: list[tuple[int, int, Reading]] = field(default_factory=list)
    _starts: tuple[int, ...] = ()
    _firsts: tuple[int, ...] = ()

    @classmethod
    def of(cls, document: Document) -> Context:
        """Gives the context at the head of a document."""
        return cls(
            document=document,
            published=date_of(document.article.published),
            _starts=tuple(token.start for token in document.tokens),
            _firsts=tuple(document.first_tokens),
        )

    @property
    def anchor(self) -> str:
        """Names the publication date as an anchor."""
        return f"published {self.published}"

    @property
    def next_day_may_have_begun(self) -> bool:
        """Says whether the page is stamped so late in universal time that it is the next day further east: whose Friday is meant then?"""
        return bool(_LATE_UNIVERSAL.fullmatch(self.document.article.published or ""))

    def sentence_at(self, start: int) -> int:
        """Gives the index of the sentence in which an offset lies."""
        return bisect_right(self.document.sentences, start, key=lambda span: span.start) - 1

    def tokens_at(self, start: int) -> tuple[Sequence[Token], int]:
        """Gives the tokens of the sentence at an offset, and the article's index of the first of them."""
        index = self.sentence_at(start)
        if index < 0 or not self._firsts:
            return (), 0
        first = self._firsts[index]
        last = self._firsts[index + 1] if index + 1 < len(self._firsts) else len(self.document.tokens)
        return self.document.tokens[first:last], first

    def token_at(self, start: int) -> Token | None:
        """Gives the token that begins at or holds an offset."""
        index = bisect_right(self._starts, start) - 1
        return self.document.tokens[index] if index >= 0 else None

    def direction(self, start: int, end: int) -> Direction | None:
        """Gives the way an expression points by the tense around it, or None without a sign."""
        tokens, first = self.tokens_at(start)
        low = bisect_right(self._starts, start) - 1 - first
        high = bisect_right(self._starts, end - 1) - first
        return direction_at(tokens, max(low, 0), max(high, 0)) if tokens else None

    def earlier(self, *granularities: str, within: int | None = None, before: int | None = None) -> Reading | None:
        """Gives the nearest earlier expression that fixes the calendar, of these granularities (any when none is named).

        `within` limits how many sentences back it may stand of the offset `before`; 0 is the same sentence.
        """
        for start, _, reading in reversed(self.done):
            if (
                within is not None
                and before is not None
                and self.sentence_at(before) - self.sentence_at(start) > within
            ):
                return None
            if reading.is_point and (not granularities or reading.granularity in granularities):
                return reading
        return None

    def latest(self, *granularities: str) -> Reading | None:
        """Gives the latest point of these granularities that was over at publication: the period a report is about.

        What was itself counted from an earlier expression ("a year earlier") is not what the report is about.
        """
        points = [r for _, _, r in self.done if r.granularity in granularities and r.is_point and not is_counted(r)]
        over = [r for r in points if self.published is None or (r.last and r.last < self.published)]
        return max(over or points, key=lambda r: r.value, default=None)

    def sums_up_months(self) -> bool:
        """Says whether the period spoken of last is "the first nine months" or the like, and no quarter: a year back is then the year."""
        for _, _, reading in reversed(self.done):
            if reading.granularity in ("quarter", "half") and reading.is_point and not is_counted(reading):
                return False
            if reading.type == "DURATION" and reading.value in _MONTHS_OF_A_REPORT:
                return True
        return False
