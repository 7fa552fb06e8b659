"""The reporting phrase: who says, with which verb, to whom, and which words are reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from firsthand.claims.stretches import Range

Form = Literal["before", "after", "participle", "second verb", "relative", "according to", "as by", "noun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One reporting phrase. `form` says where it stands to its content: before or after it, as a participle, a second verb,
    a relative clause, or as "according to X" / "as reported by X". `start:end` is the phrase without its content. `through` is the
    party that passes the words on within the phrase itself ("the agency quoted X as saying")."""

    form: Form
    subject: Range | None
    cue: Range
    verb: int
    addressee: Range | None = None
    start: int
    end: int
    content: tuple[Range, ...] = ()
    refused: bool = False
    through: Range | None = None
