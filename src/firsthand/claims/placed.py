"""Statements looked up by where they stand, so that no rule walks all of them for each quotation, figure or sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from firsthand.claims.draft import Draft
from firsthand.claims.view import View
from firsthand.records import Span


class Placed:
    """Holds statements in the order in which they were put, and knows to which sentences each belongs: those in which it has words, a source,
    a cue or a hand, and the one it is said in."""

    def __init__(self, view: View, drafts: Iterable[Draft] = ()) -> None:
        self._view = view
        self._by_line: dict[int, set[int]] = defaultdict(set)
        self.drafts: list[Draft] = []
        for draft in drafts:
            self.put(draft)

    def put(self, draft: Draft) -> None:
        """Puts a statement behind the others."""
        self.drafts.append(draft)
        self.change(len(self.drafts) - 1, draft)

    def change(self, at: int, draft: Draft) -> None:
        """Puts a statement in the place of another."""
        self.drafts[at] = draft
        parties = (link.party for link in draft.links)
        for index in (draft.line, *self._lines((*draft.content, *draft.cue, *draft.source, *parties))):
            self._by_line[index].add(at)

    def near(self, spans: Iterable[Span]) -> list[int]:
        """Gives the places of the statements that belong to a sentence of these stretches, ascending; none that overlaps one is missing."""
        return sorted({at for index in self._lines(spans) for at in self._by_line.get(index, ())})

    def _lines(self, spans: Iterable[Span]) -> set[int]:
        return {line.index for span in spans for line in self._view.lines_over(span)}
