"""The attribution: who (source) said (cue) what (content), as spans."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.records.span import Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One statement under one cue. Roles are tuples of spans in text order; content is never empty.

    `within` is the id of the attribution whose content holds this one (None for the outermost, which is all a tagger emits).
    `kind` is direct, indirect, mixed or headline, by quotation marks and place. `score` is the calibrated probability
    that content and source are right, None where a rule found it.
    `rules` name what found it and what linked it ("tagger", "nearest cue", "source inherited"), for `explain`.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    kind: str
    within: str | None = None
    score: float | None = None
    rules: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError(f"attribution {self.id} has no content")
