"""What waits for a person: claims whose reading has gaps, and pairs of figures whose origins are not established."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from firsthand.ledger.ledger import Ledger
from firsthand.records import Claim, ClaimRow, Judgement, Release

_OPEN = "what is counted is open"
_DISPUTED = "another statement is set against it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A claim to look at, and why."""

    row: ClaimRow
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPair:
    """Two releases between which nothing could be established."""

    left: Release
    right: Release
    judgement: Judgement


def _quoted_by_nobody(claim: Claim) -> bool:
    return claim.kind in ("direct", "mixed") and claim.speaker is None


def _ambiguous(claim: Claim) -> bool:
    return claim.speaker is not None and bool(claim.speaker.candidates)


def _loose(claim: Claim) -> bool:
    return claim.status in ("possible", "not confirmed") and bool(claim.quantities)


GAPS: tuple[tuple[str, Callable[[Claim], bool]], ...] = (
    ("quoted words without a speaker", _quoted_by_nobody),
    ("several speakers fit", _ambiguous),
    ("a figure that is put loosely", _loose),
)
GAP_NAMES = (*(name for name, _ in GAPS), _OPEN, _DISPUTED)


def waiting(ledger: Ledger, *, decided: bool = False) -> list[Waiting]:
    """Gives the claims with gaps that nobody decided on (or, if asked, all): those with figures first, then in the order of the case."""
    open_figures = ledger.open_figures()
    disputed = _disputed(ledger)
    done = set() if decided else set(ledger.decided())
    found = []
    for claim, row in ledger.claims_to_look_at(open_figures | disputed):
        gaps = [name for name, applies in GAPS if applies(claim)]
        gaps += [_OPEN] * (claim.id in open_figures) + [_DISPUTED] * (claim.id in disputed)
        if gaps and claim.id not in done:
            found.append(Waiting(row=row, gaps=tuple(gaps)))
    return sorted(found, key=lambda each: -int(bool(each.row.figures)))


def waiting_pairs(ledger: Ledger) -> list[WaitingPair]:
    """Gives the pairs of releases that are *not established*, that stand in one series, and that nobody decided on."""
    releases = {release.id: release for release in ledger.views(Release)}
    said = _related(ledger)
    found = []
    for judgement in ledger.judgements(about="origin", relation="not established"):
        left, right = releases.get(judgement.subject), releases.get(judgement.object)
        if left and right and left.origin != right.origin and not _decided(left, right, said):
            found.append(WaitingPair(left=left, right=right, judgement=judgement))
    return found


def _disputed(ledger: Ledger) -> set[str]:
    """Gives the claims that others dispute, deny or correct, and the first claim of each release that is disputed."""
    found = {j.object for j in ledger.judgements(about="claim", relation=("disputes", "denies", "corrects"))}
    releases: Mapping[str, Release] = {release.id: release for release in ledger.views(Release)}
    for judgement in ledger.judgements(about="origin", relation="disputes"):
        found |= {releases[r].figures[0][0] for r in (judgement.subject, judgement.object) if r in releases}
    return found


def _related(ledger: Ledger) -> Mapping[str, set[str]]:
    said: defaultdict[str, set[str]] = defaultdict(set)
    for signed in ledger.related():
        one, other = signed.record.key.split()
        said[one].add(other)
        said[other].add(one)
    return said


def _decided(left: Release, right: Release, said: Mapping[str, set[str]]) -> bool:
    rights = {quantity for _, quantity in right.figures}
    return any(said.get(quantity, set()) & rights for _, quantity in left.figures)
