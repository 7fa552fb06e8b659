"""Judgements about pairs, and the views made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from firsthand.records.ids import derive

PageRelation = Literal[
    "copy",
    "edited copy",
    "rewrite",
    "cites",
    "same occasion",
    "update of",
    "independent",
    "unknown",
    "not derived",
    "version of",
    "circular",
]
FigureRelation = Literal["repeats", "updates", "disputes", "part of", "different scope", "unrelated", "cannot tell"]
ClaimRelation = Literal[
    "repeats", "updates", "disputes", "denies", "does not confirm", "declines to comment", "responds", "confirms",
    "corrects", "retracts", "qualifies", "part of", "different scope", "unrelated", "cannot tell",
]  # fmt: skip
OriginRelation = Literal["same origin", "independent", "not established"]
RELATIONS: frozenset[str] = frozenset(
    get_args(PageRelation) + get_args(FigureRelation) + get_args(ClaimRelation) + get_args(OriginRelation)
)
COPIED: tuple[PageRelation, ...] = ("copy", "edited copy")  # a page has the other's wording
MADE_FROM: tuple[PageRelation, ...] = (*COPIED, "rewrite")  # ways in which a page is made from another
NO_GIVER = "giver not established"  # of a figure: its pages name nobody for it, or nobody who can be followed
SYMMETRIC = frozenset({"repeats", "disputes", "same occasion", "independent", "unknown", "circular", "different scope", "unrelated",
                       "cannot tell", "same origin", "not established"})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A relation between two records, with at least one reason that a reader will see.

    `about` is "page" (subject and object are article ids), "quantity", "claim" or "origin" (release ids). Directed relations keep their
    direction (subject is the later, the copy, the denial); symmetric ones are stored with subject < object.
    `checked` lists what was looked at and found nothing. `by` is "machine" or a reviewer's name. `share` is how much of a copy's wording
    stands in the page it is a copy of (0 to 1), where it was measured.
    """

    about: Literal["page", "claim", "quantity", "origin"]
    subject: str
    object: str
    relation: str
    reasons: tuple[str, ...]
    checked: tuple[str, ...] = ()
    credited: bool | None = None
    by: str = "machine"
    share: float | None = None

    def __post_init__(self) -> None:
        if not self.reasons:
            raise ValueError(f"a judgement needs a reason: {self.subject} {self.relation} {self.object}")
        if self.relation not in RELATIONS:
            raise ValueError(f"unknown relation: {self.relation!r}")
        if self.relation in SYMMETRIC and self.subject > self.object:
            first, second = self.object, self.subject
            object.__setattr__(self, "subject", first)
            object.__setattr__(self, "object", second)

    @property
    def id(self) -> str:
        return derive("j", self.about, self.subject, self.object, self.relation, self.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One asserter giving one figure on one occasion: a view over judgements. `figures` are (claim id, quantity id) pairs.

    `established` is False when no asserter could be named: then nothing is counted as an origin.
    `origin` groups releases of one asserter joined by *updates*; `series` the thing counted. Values are ISO strings or decimals as text;
    `words` are the numeral as the first page has it. `told_again` are the words by which every page that has it says that it was given
    before ("had earlier put"); "" where a page gives it as of its day.
    """

    id: str
    asserter: str | None
    entity: str | None
    established: bool
    origin: str
    series: str
    figures: tuple[tuple[str, str], ...]
    low: str
    high: str
    comparator: str | None
    counted: str | None
    place: str | None
    as_of: str | None
    first_published: str | None
    articles: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    words: str = ""
    told_again: str = ""

    @property
    def shown(self) -> str:
        """Gives the value for a reader: a vague count in its own words ("dozens"), a number with its comparator otherwise."""
        if self.comparator == "vague":
            return self.words or "a vague count"
        low, high = (f"{float(bound):,.10g}" if "." in bound else f"{int(bound):,}" for bound in (self.low, self.high))
        amount = low if low == high else f"{low} to {high}"
        return f"{self.comparator} {amount}" if self.comparator else amount

    @property
    def giver(self) -> str:
        """Gives who gave it, for a reader."""
        return self.asserter or NO_GIVER

    @property
    def is_named(self) -> bool:
        """Says whether its asserter has a name; a "hospital official" is somebody, and has none."""
        return (
            self.established
            and not (self.entity or "").startswith("unnamed:")
            and "(unnamed" not in (self.asserter or "")
        )

    @property
    def day(self) -> str:
        """Gives the day it holds for, or was first published; "" where no page tells, as of a number that is only told again."""
        return (self.as_of or ("" if self.told_again else self.first_published) or "")[:10]

    @property
    def when(self) -> str:
        """Gives its day for a reader; of a number that is only told again, the day by which it had been given."""
        return self.day or (f"by {self.first_published[:10]}" if self.first_published else "undated")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """An asserter on an occasion (releases joined by updates count once). `articles` are the pages that carry any of its releases."""

    id: str
    asserter: str | None
    established: bool
    releases: tuple[str, ...]
    articles: tuple[str, ...]
    reasons: tuple[str, ...] = ()


COUNTED_NOT_SAID = "what is counted is not said"  # the thing of a series whose pages give a number without a noun


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One thing counted (what, of which group, where) through its releases, in the order of their time."""

    id: str
    counted: str
    place: str | None
    releases: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Pages joined by judged lineage, same claims or one series without a long gap in time."""

    id: str
    label: str
    articles: tuple[str, ...]
    series: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What settling a set of readings gives: judgements (stored) and the views over them (recomputed, cached). `named` gives for figures,
    by (claim id, quantity id), who their page means by an office or a noun alone."""

    judgements: tuple[Judgement, ...]
    releases: tuple[Release, ...]
    origins: tuple[Origin, ...]
    series: tuple[Series, ...]
    stories: tuple[Story, ...]
    named: tuple[tuple[tuple[str, str], str], ...] = ()
