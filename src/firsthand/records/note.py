"""The note: what a person has to say on a story, a claim, a figure or an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

NoteTopic = Literal["story", "claim", "figure", "article"]
NOTE_TOPICS: tuple[str, ...] = get_args(NoteTopic)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note: `text` by a person, at an ISO 8601 time.

    `subject` is an id that settling anew does not change: the claim's or the article's own, for a figure that of its first quantity, for a
    story that of its first article. `answers` is the number of the log entry of the note that this one answers.
    """

    about: NoteTopic
    subject: str
    text: str
    by: str
    at: str
    answers: int | None = None

    def __post_init__(self) -> None:
        if self.about not in NOTE_TOPICS:
            raise ValueError(f"a note is about one of {', '.join(NOTE_TOPICS)}, not {self.about!r}")
        if not (self.text.strip() and self.by.strip()):
            raise ValueError("a note needs its author and its text")
