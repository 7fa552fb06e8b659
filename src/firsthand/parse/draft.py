"""A mention in the making: token numbers beside what the record will hold."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.gazetteer import Entry
from firsthand.parse.view import View
from firsthand.records import Mention


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention at tokens first to last - 1; the other fields as in Mention, `gender` and `sort` for the rules that follow."""

    first: int
    last: int
    kind: str
    name: str
    entity: str | None = None
    candidates: tuple[str, ...] = ()
    entry: Entry | None = None
    why: str = ""
    gender: str = ""

    def finish(self, view: View) -> Mention:
        """Gives the record."""
        return Mention(
            span=view.span(self.first, self.last), text=view.words(self.first, self.last), kind=self.kind, name=self.name,
            entity=self.entity, candidates=self.candidates, entry=self.entry.id if self.entry else None, why=self.why,
        )  # fmt: skip


def add_free(drafts: list[Draft], more: list[Draft]) -> list[Draft]:
    """Gives the drafts and those of `more` that overlap none of them, ascending."""
    taken = {index for draft in drafts for index in range(draft.first, draft.last)}
    free = []
    for draft in more:
        if not taken.intersection(range(draft.first, draft.last)):
            taken.update(range(draft.first, draft.last))
            free.append(draft)
    return sorted([*drafts, *free], key=lambda draft: (draft.first, draft.last))
