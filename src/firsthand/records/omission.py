"""What was left out, and why: nothing disappears in silence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """Something that could not be read, resolved or attributed.

    `stage` names the room (ingest, article, annotate …), `subject` the thing (a file, a url, "article-id:start:end"),
    `reason` is a short fixed phrase that can be counted and filtered ("no article found", "unsupported language"),
    `detail` says the rest in words, and names the way out where there is one.
    """

    stage: str
    subject: str
    reason: str
    detail: str = ""

    def __post_init__(self) -> None:
        if not (self.stage and self.subject and self.reason):
            raise ValueError("an omission names its stage, its subject and its reason")
