"""The pieces of one attribution while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

ROLES = ("source", "cue", "content")
Piece = tuple[int, int]


@dataclass(slots=True)
class Group:
    """Word ranges of each role, and the names of the rules that brought them together."""

    source: list[Piece] = field(default_factory=list)
    cue: list[Piece] = field(default_factory=list)
    content: list[Piece] = field(default_factory=list)
    rules: list[str] = field(default_factory=lambda: ["tagger"])

    @property
    def start(self) -> int:
        return min(piece[0] for piece in (*self.cue, *self.content, *self.source))

    def add(self, role: str, piece: Piece, rule: str) -> None:
        """Adds a piece, and the rule that brought it."""
        getattr(self, role).append(piece)
        if rule not in self.rules:
            self.rules.append(rule)
