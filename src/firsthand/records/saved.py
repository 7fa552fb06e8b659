"""The saved view: a search that somebody wants to see again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A search by name: `terms` are (field, value) pairs as the search page takes them, in order."""

    name: str
    terms: tuple[tuple[str, str], ...]
    by: str
    at: str

    def __post_init__(self) -> None:
        if not (self.name.strip() and self.by.strip() and self.terms):
            raise ValueError("a saved view needs a name, an author and something to look for")
