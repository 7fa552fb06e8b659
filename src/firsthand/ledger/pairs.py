"""What a case holds of two figures: their statements, the judgements between them, and what people decided. The browser and `explain` show the same."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.errors import UsageError
from firsthand.ledger.decided import Decided, decided_on, decided_on_pair
from firsthand.ledger.ledger import Ledger
from firsthand.records import SYMMETRIC, ClaimRow, FigureRow, Judgement, Release, Series

_FIGURES = frozenset({"repeats", "updates", "disputes", "part of", "different scope", "corrects", "unrelated"})
_VERBS = {
    "part of": "is part of", "different scope": "is of another scope than", "same origin": "has the same origin as", "independent": "is independent of",
    "not established": "is not shown to be independent of", "unrelated": "is not the same thing as", "repeats": "says the same as", "disputes": "stands against",
    "copy": "is a copy of", "edited copy": "is an edited copy of", "rewrite": "is a rewrite of", "version of": "is another version of", "update of": "is an update of",
    "circular": "cites and is cited by", "same occasion": "tells of the same occasion as", "not derived": "was not made from", "unknown": "has an open relation to",
    "cannot tell": "has an open relation to", "responds": "responds to", "retracts": "takes back", "declines to comment": "declines to comment on",
}  # fmt: skip
_NOTHING = "Not established: the case holds no judgement between these two."
_NOT_OF_NUMBERS = "How the two numbers stand to each other is not established: the case holds no judgement of that."
_MOST_STEPS = 30  # updates in a row that are followed


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One of the two: its claim, its figure (None for a claim without one), and the release the case counts it to."""

    claim: ClaimRow
    figure: FigureRow | None = None
    release: Release | None = None
    series: str = ""

    @property
    def shown(self) -> str:
        """Gives its figure as the page words it, with its bound, measure and what is counted; of a claim without one that there is none."""
        row = self.figure
        if row is None:
            return "no figure"
        bound = row.modifier if row.modifier not in (None, "vague", "total") else ""
        counted = row.counted or ""
        named = bool(counted) and counted.split()[-1][:3].lower() in (
            row.unit or ""
        )  # "tonnes" are counted in metric tons
        measure = f"({row.unit})" if row.unit and not named else ""
        return " ".join(part for part in (bound, row.words, counted, measure) if part)

    @property
    def id(self) -> str:
        """Gives the id by which it is found again: its figure's, or its claim's."""
        return self.figure.quantity if self.figure else self.claim.id

    @property
    def releases(self) -> frozenset[str]:
        return frozenset({self.release.id}) if self.release else frozenset()

    @property
    def quantities(self) -> frozenset[str]:
        held = {quantity for _, quantity in self.release.figures} if self.release else set()
        return frozenset(held | ({self.figure.quantity} if self.figure else set()))

    @property
    def claims(self) -> frozenset[str]:
        return frozenset({self.claim.id} | ({claim for claim, _ in self.release.figures} if self.release else set()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """A judgement between the two, and whether A is its subject."""

    judgement: Judgement
    forth: bool
    exact: bool = True  # of these two themselves, not of other statements that the case counts to their figures

    @property
    def told(self) -> str:
        """Gives what is judged, and of which two things.

        >>> Between(judgement=Judgement(about="origin", subject="o1", object="o2", relation="updates", reasons=("later",)), forth=False).told
        'B updates A'
        """
        one, other = ("A", "B") if self.forth or self.judgement.relation in SYMMETRIC else ("B", "A")
        what = "" if self.exact else "another page's statement of "
        what = "the page of " if self.judgement.about == "page" else what
        return f"{what}{one} {_VERBS.get(self.judgement.relation, self.judgement.relation)} {what}{other}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the case holds of two statements. `decisions` are those of people about the pair, `corrections` those about the claim of the one
    ("A") or the other, which the slots follow. `steps` are the releases by which the one is updated to the other, where no judgement joins
    them at once: the earliest first."""

    a: Statement
    b: Statement
    between: tuple[Between, ...]
    pages: tuple[Between, ...]
    decisions: tuple[Decided, ...]
    corrections: tuple[tuple[str, Decided], ...] = ()
    steps: tuple[Release, ...] = ()

    @property
    def is_one(self) -> bool:
        """Says whether the case takes both for one figure on one occasion."""
        return bool(self.a.releases) and self.a.releases == self.b.releases

    @property
    def judged(self) -> tuple[Between, ...]:
        """Gives the judgements to be shown: those between the two and their pages, but for what a person's decision says already."""
        said = {decided.signed.record.by for decided in self.decisions if decided.standing}
        own = (e for e in self.between if e.judgement.about != "quantity" or e.judgement.by not in said)
        return (*own, *self.pages)

    @property
    def series(self) -> str:
        """Gives the name of the series that both are in; "" where they are in two, or in none."""
        one, other = self.a.release, self.b.release
        return self.a.series if one and other and one.series == other.series else ""

    @property
    def apart(self) -> str:
        """Gives the names of the two series that they are in, in words; "" where they are in one, or in none."""
        if self.series or not (self.a.series and self.b.series):
            return ""
        alike = self.a.series == self.b.series
        return f"both called “{self.a.series}”" if alike else f"“{self.a.series}” and “{self.b.series}”"

    @property
    def relations(self) -> frozenset[str]:
        """Gives how the two figures stand to each other for the case; nothing where that is not established."""
        judged = {each.judgement.relation for each in self.between if each.judgement.about != "claim"} & _FIGURES
        return frozenset(judged | ({"repeats"} if self.is_one else set()) | ({"updates"} if self.steps else set()))

    @property
    def names(self) -> frozenset[str]:
        """Gives every name that the case has for the two: how the figures stand, one origin, and a dispute where the one is set against the
        other in words alone."""
        one, other = self.a.release, self.b.release
        judged = {each.judgement.relation for each in self.between if each.exact}
        joined = one and other and one.established and other.established and one.origin == other.origin
        origin = {"same origin"} if joined or "same origin" in judged or self.is_one else set()
        return self.relations | origin | ({"disputes"} if "denies" in judged else set())

    @property
    def answers(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Gives what no judgement between the two says, each as a sentence with its reasons: that both carry one figure, are joined by
        updates, stand in two series, or that nothing is established."""
        return tuple(self._answers())

    def _answers(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        one = self.a.release
        if self.is_one and one:
            yield (
                f"For the case both carry one figure: {one.shown}, {one.giver} ({one.when}).",
                one.reasons,
            )
        if self.steps:
            yield f"They are joined by updates: {' → '.join(f'{r.shown} ({r.when})' for r in self.steps)}.", ()
        if not self.relations:
            yield (_NOT_OF_NUMBERS if self.between else _NOTHING), ()
        if self.apart:
            yield f"The case has them in two series, {self.apart}.", ()
        lone = [name for name, side in (("A", self.a), ("B", self.b)) if side.figure is None]
        if lone:
            does = "gives" if len(lone) == 1 else "give"
            yield f"{' and '.join(lone)} {does} no figure that is settled: there are no slots to lay side by side.", ()

    @property
    def parties(self) -> tuple[bool | None, str]:
        """Says whether one party gives both for the case (None: it cannot say), and why."""
        if self.is_one:
            return True, "both carry one figure for the case"
        same = next((e.judgement for e in self.between if e.judgement.relation == "same origin"), None)
        if same:
            return True, f"the case has them for one origin: {'; '.join(same.reasons)}"
        one, other = self.a.release, self.b.release
        if one is None or other is None or not (one.established and other.established):
            return None, ""
        if one.origin == other.origin:
            return True, "the case counts both to one origin"
        if not (one.is_named and other.is_named):
            return None, ""
        if one.entity == other.entity:
            return True, "one name for the case"
        return False, "two names, and the case holds nothing that makes them one"


def held_between(ledger: Ledger, one: str, other: str) -> Held:
    """Gives what the case holds of the two that have these ids (or beginnings): claims, figures or releases.

    Raises UnknownId, and UsageError for what is no figure, for a claim with several, and for one thing named twice.
    """
    a, b = (statement_of(ledger, identity) for identity in (one, other))
    if (a.claim.id, a.figure and a.figure.quantity) == (b.claim.id, b.figure and b.figure.quantity):
        raise UsageError(f"{one} and {other} are one and the same statement: choose two")
    between = _judged(ledger, a, b)
    return Held(
        a=a, b=b, between=between, pages=_judged_pages(ledger, a, b), decisions=_decisions(ledger, a, b), corrections=_corrections(ledger, a, b),
        steps=() if any(e.judgement.relation == "updates" for e in between) else _steps(ledger, a.release, b.release),
    )  # fmt: skip


def statement_of(ledger: Ledger, identity: str) -> Statement:
    """Gives the statement with this id; of a release the one that is nearest to who gave it."""
    kind, full = ledger.find_id(identity)
    if kind == "claim":
        return _of_claim(ledger, full)
    if kind == "release":
        claim, quantity = ledger.view(Release, full).figures[0]
        return _of_figure(ledger, next(row for row in ledger.figures(quantity=quantity) if row.claim == claim))
    if kind == "quantity":
        return _of_figure(ledger, ledger.figures(quantity=full)[0])
    raise UsageError(f"{identity} is the id of {_an(kind)}; two figures are compared by the ids of claims, figures or releases")  # fmt: skip


def _an(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _of_claim(ledger: Ledger, claim: str) -> Statement:
    rows = ledger.figures(claim=claim)
    if len(rows) > 1:
        choice = "; ".join(f"{row.quantity[:8]} “{row.words}” {row.counted or ''}".strip() for row in rows)
        raise UsageError(f"claim {claim[:8]} gives {len(rows)} figures: say which one by its own id ({choice})")
    return _of_figure(ledger, rows[0]) if rows else Statement(claim=ledger.claim_row(claim))


def _of_figure(ledger: Ledger, row: FigureRow) -> Statement:
    release = ledger.view(Release, row.release) if row.release else None
    series = ledger.view(Series, release.series) if release else None
    name = (series.label or series.counted) if series else ""
    return Statement(claim=ledger.claim_row(row.claim), figure=row, release=release, series=name)


def _judged(ledger: Ledger, a: Statement, b: Statement) -> tuple[Between, ...]:
    """Gives the judgements between the two releases, between statements of the one and of the other, and by people between their figures."""
    found: dict[str, Between] = {}
    exact = {a.claim.id, b.claim.id}
    own = frozenset({a.claim.id}), frozenset({b.claim.id})
    for mine, theirs in (own, (a.releases, b.releases), (a.claims, b.claims), (a.quantities, b.quantities)):
        for identity in sorted(mine - theirs):  # what a claim with two figures says is said of both
            for judgement in ledger.judgements(identity=identity):
                other = judgement.object if judgement.subject == identity else judgement.subject
                if judgement.about != "page" and other in theirs - mine:
                    found.setdefault(
                        judgement.id,
                        Between(
                            judgement=judgement,
                            forth=judgement.subject == identity,
                            exact=judgement.about != "claim" or exact == {judgement.subject, judgement.object},
                        ),
                    )
    return tuple(sorted(found.values(), key=lambda e: (e.judgement.about, e.judgement.relation, e.judgement.id)))


def _judged_pages(ledger: Ledger, a: Statement, b: Statement) -> tuple[Between, ...]:
    one, other = a.claim.article, b.claim.article
    judged = ledger.judgements(about="page", identity=one) if one != other else []
    return tuple(Between(judgement=j, forth=j.subject == one) for j in judged if other in (j.subject, j.object))


def _decisions(ledger: Ledger, a: Statement, b: Statement) -> tuple[Decided, ...]:
    keys = dict.fromkeys(
        signed.record.key
        for signed in ledger.reviews()
        if " " in signed.record.key and _lie_between(set(signed.record.key.split()), a.quantities, b.quantities)
    )
    return tuple(decided for key in keys for decided in decided_on_pair(ledger, key))


def _corrections(ledger: Ledger, a: Statement, b: Statement) -> tuple[tuple[str, Decided], ...]:
    named = (("A", a.claim.id), ("B", b.claim.id))
    return tuple(
        (name, each) for name, claim in named for each in decided_on(ledger, claim) if each.signed.record.key == claim
    )


def _lie_between(pair: set[str], mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(pair & mine and pair & theirs) and pair <= mine | theirs


def _steps(ledger: Ledger, a: Release | None, b: Release | None) -> tuple[Release, ...]:
    """Gives the releases from the earlier to the later by updates; () where no updates lead from the one to the other."""
    if a is None or b is None or a.origin != b.origin or a.id == b.id:
        return ()
    for first, last in ((a.id, b.id), (b.id, a.id)):
        if path := _path(ledger, first, last):
            return tuple(ledger.view(Release, identity) for identity in path)
    return ()


def _path(ledger: Ledger, first: str, last: str) -> tuple[str, ...]:
    """Gives the shortest way on which each updates the one before it."""
    ways: deque[tuple[str, ...]] = deque([(first,)])
    seen = {first}
    while ways:
        way = ways.popleft()
        if way[-1] == last:
            return way
        for judgement in ledger.judgements(about="origin", identity=way[-1], relation="updates"):
            if judgement.object == way[-1] and judgement.subject not in seen and len(way) < _MOST_STEPS:
                seen.add(judgement.subject)
                ways.append((*way, judgement.subject))
    return ()
