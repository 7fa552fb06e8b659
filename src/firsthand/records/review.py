"""The review: a person's decision about one reading of the machine, kept beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from firsthand.records.judgement import MADE_FROM
from firsthand.records.span import Spans
from firsthand.records.status import STATUSES

ReviewAction = Literal["accept", "reject", "edit", "relate", "derive", "undo"]
REVIEW_ACTIONS: tuple[str, ...] = get_args(ReviewAction)
PAIRED = ("relate", "derive")  # actions about two records of a kind

ReviewSlot = Literal["speaker", "status", "counted", "content"]
REVIEW_SLOTS: tuple[str, ...] = get_args(ReviewSlot)

# What a person may say of two figures, and what it does to the views: the first two join, the last two part.
REVIEW_RELATIONS = ("same origin", "repeats", "independent", "not established", "updates", "disputes", "different scope", "unrelated")  # fmt: skip

# What a person may say of how one page hangs on another: the subject was made from the object in one of the first three ways, or was not.
REVIEW_LINEAGE = (*MADE_FROM, "not derived")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One decision: who, when, why, on what, and what the machine had when it was taken.

    `subject` is a claim's id; for `relate` a figure's (quantity) id, with the other in `object` and the relation in `value`;
    for `derive` an article's id, with the one it was (or was not) made from in `object` and how in `value`.
    `edit` sets one `slot`: `value` is what the person puts there (for `content` the words, with their `spans`; for `counted` the
    figure is named in `object`), `machine` what stood there. `reject`, `edit`, `relate` and `derive` need a reason. `undo` names in `undoes` the
    number of the log entry that it takes back.
    """

    subject: str
    action: ReviewAction
    by: str
    at: str
    reason: str = ""
    slot: ReviewSlot | None = None
    object: str | None = None
    value: str | None = None
    spans: Spans = ()
    machine: str | None = None
    undoes: int | None = None

    def __post_init__(self) -> None:
        for holds, trouble in (
            (self.action in REVIEW_ACTIONS, f"unknown action: {self.action!r}"),
            (bool(self.by.strip()), "a decision is signed"),
            (self.action in ("accept", "undo") or bool(self.reason.strip()), f"{self.action} needs a reason"),
            ((self.action == "edit") == (self.slot is not None), "an edit, and nothing else, names its slot"),
            (self.action not in ("edit", "relate", "derive") or bool(self.value), f"{self.action} needs a value"),
            (self.slot != "content" or bool(self.spans), "edited words need their spans"),
            (self.slot != "counted" or bool(self.object), "what is counted needs its figure"),
            (self.slot != "status" or self.value in STATUSES, f"unknown status: {self.value!r}"),
            (self.action != "relate" or self.value in REVIEW_RELATIONS, f"unknown relation: {self.value!r}"),
            (self.action != "derive" or self.value in REVIEW_LINEAGE, f"unknown way of deriving: {self.value!r}"),
            (" " not in self.subject + (self.object or ""), "an id holds no space"),
            (
                self.action not in PAIRED or self.object not in (None, self.subject),
                "a relation joins two different records",
            ),
            ((self.action == "undo") == (self.undoes is not None), "an undo names what it takes back"),
        ):
            if not holds:
                raise ValueError(trouble)

    @property
    def key(self) -> str:
        """Gives the record under decision: the claim's id, or both ids for a relation between two figures or pages."""
        if self.action in PAIRED or (self.action == "undo" and self.object):
            return pair_key(self.subject, self.object or "")
        return self.subject

    @property
    def place(self) -> tuple[str, str, str]:
        """Gives what the decision decides: a later one on the same place stands in its stead."""
        if self.action in PAIRED:
            first, second = sorted((self.subject, self.object or ""))
            return ("relation", first, second)
        if self.action == "edit":
            return (self.subject, str(self.slot), self.object or "")
        return (self.subject, "verdict", "")


def pair_key(one: str, other: str) -> str:
    """Gives the key of a pair of figures, the same from both sides.

    >>> pair_key("q2", "q1")
    'q1 q2'
    """
    return " ".join(sorted((one, other)))
