"""Claims: one statement under one cue, with its speaker and the chain of hands it came through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from firsthand.records.span import Spans
from firsthand.records.status import STATUSES, Status

ClaimKind = Literal["direct", "indirect", "mixed", "scare quote", "headline", "unattributed", "writer's own judgement"]
CLAIM_KINDS: tuple[str, ...] = get_args(ClaimKind)

HopKind = Literal["speaks", "tells", "states in", "relays", "cites", "credits", "rewrites"]
HOP_KINDS: tuple[str, ...] = get_args(HopKind)

SpeakerKind = Literal["person", "body", "state", "outlet", "document", "unnamed"]
SPEAKER_KINDS: tuple[str, ...] = get_args(SpeakerKind)

THIS_PAGE = "this page"
THE_WRITER = "the writer"  # gives the words of narration to the page; no hand of its own, so no chain names him
POINTED_AT = (
    "whom the network of givers points at"  # begins the rule of a statement whose speaker no words attribute it to
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who asserts. `name` is the resolved display name ("Sergei Shoigu", "two port officials (unnamed)"), `spans` the words it was read from.

    `number` and `role` and `body` type an unnamed source ("two", "officials", "port authority"). `entity` is the key that is equal
    across articles (a gazetteer id or a normal form of the name). Ambiguous keeps its `candidates` and has no entity.
    `why` tells the resolution steps, for `explain`.
    """

    name: str
    kind: SpeakerKind
    number: str | None = None
    role: str | None = None
    body: str | None = None
    entity: str | None = None
    candidates: tuple[str, ...] = ()
    spans: Spans = ()
    why: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in SPEAKER_KINDS:
            raise ValueError(f"unknown kind of speaker: {self.kind!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One pass from hand to hand: `giver` (who has the words) to `taker` (who takes them on). Names as displayed.

    `kind` says how: speaks (to nobody named), tells (an addressee who passes it on), states in (a statement, post, broadcast: `channel`),
    relays, cites, credits, rewrites. `basis` is "sentence" or "page"; anchored to words (`spans`) or to a page fact (`evidence`, as "name: where").
    """

    giver: str
    taker: str
    kind: HopKind
    basis: Literal["sentence", "page"] = "sentence"
    channel: str | None = None
    spans: Spans = ()
    evidence: str | None = None

    def __post_init__(self) -> None:
        if self.kind not in HOP_KINDS:
            raise ValueError(f"unknown kind of hop: {self.kind!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTime:
    """A timex of the claim and the part it plays: when it was `said`, or when it `happened`."""

    timex: str
    role: Literal["said", "happened"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement under one cue, or in the writer's voice, in one article. `content` is verbatim, as spans.

    `hops` run from the earliest known speaker to this page, and are never empty. `speaker` is None in the writer's voice.
    `quantities`, `times`, `places` are ids of the article's annotations that lie in the content (times: or beside the cue).
    `denies` is the id of the claim of the same article that this one denies or corrects. `attribution` is the id of the
    attribution it was made from. `status_rule` names what decided the status.
    """

    id: str
    article: str
    content: Spans
    kind: ClaimKind
    hops: tuple[Hop, ...]
    status: Status
    source: Spans = ()
    cue: Spans = ()
    speaker: Speaker | None = None
    denies: str | None = None
    quantities: tuple[str, ...] = ()
    times: tuple[ClaimTime, ...] = ()
    places: tuple[str, ...] = ()
    attribution: str | None = None
    within: str | None = None
    status_rule: str = ""
    rules: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError(f"claim {self.id} has no words")
        if not self.hops:
            raise ValueError(f"claim {self.id} has no chain")
        if self.kind not in CLAIM_KINDS or self.status not in STATUSES:
            raise ValueError(f"claim {self.id}: unknown kind {self.kind!r} or status {self.status!r}")

    @property
    def is_pointed_at(self) -> bool:
        """Says whether no words attribute the statement to its speaker: a network reads the page so."""
        return any(POINTED_AT in rule for rule in self.rules)

    @property
    def chain(self) -> tuple[str, ...]:
        """Gives the hands in order, the earliest known speaker first, this page last; narration has the page's alone."""
        takers = tuple(hop.taker for hop in self.hops)
        return takers if self.hops[0].giver == THE_WRITER else (self.hops[0].giver, *takers)
