"""The grade: a person's opinion of a source or a claim, on the scales analysts use. Never computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

GradeScale = Literal["reliability", "credibility"]
GRADES: dict[str, tuple[str, ...]] = {"reliability": ("A", "B", "C", "D", "E", "F"), "credibility": ("1", "2", "3", "4", "5", "6")}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """Reliability (A–F) of a source, or credibility (1–6) of a claim: two scales, judged apart. `subject` is the source's name or the claim's id."""

    scale: GradeScale
    subject: str
    value: str
    reason: str
    by: str
    at: str

    def __post_init__(self) -> None:
        if self.value not in GRADES.get(self.scale, ()):
            raise ValueError(f"{self.scale} has no grade {self.value!r}")
        if not (self.subject and self.by.strip() and self.reason.strip()):
            raise ValueError("a grade needs its subject, its author and a reason")
