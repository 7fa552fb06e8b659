"""Mentions looked up in a finished document: which mention do these words hold?"""

from __future__ import annotations

from bisect import bisect_right

from firsthand.records.document import Document, Mention
from firsthand.records.span import Span

# When several mentions overlap a span equally, the sort that can speak comes first.
_RANK = {"person": 0, "body": 1, "outlet": 2, "state": 3, "role": 4, "pronoun": 5, "group": 6, "place": 7, "other": 8}


def mentions_in(document: Document, span: Span) -> tuple[Mention, ...]:
    """Gives the mentions that share at least one character with a span, in text order."""
    end = bisect_right(document.mentions, span.end - 1, key=lambda mention: mention.span.start)
    return tuple(mention for mention in document.mentions[:end] if mention.span.overlaps(span))


def mention_at(document: Document, span: Span) -> Mention | None:
    """Gives the mention that best stands for a span, or None.

    The same words come first; then a name or role at the end of the words ("security chief Jana Holt" is Jana Holt),
    by sort; a place or a demonym only when nothing else is there.
    """
    found = mentions_in(document, span)
    return min(found, key=lambda mention: _distance(mention, span)) if found else None


def _distance(mention: Mention, span: Span) -> tuple[int, int, int, int]:
    exact = abs(mention.span.start - span.start) + abs(mention.span.end - span.end)
    unresolved = mention.entity is None and mention.kind in ("role", "pronoun")
    return (0 if exact <= 1 else 1, _RANK.get(mention.kind, 9) + (4 if unresolved else 0), exact, mention.span.start)
