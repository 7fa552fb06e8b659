"""A draft held against the ledger: where its figures, their bounds, their asserters and their firmness differ from what the pages say.

The draft is settled together with the story that it would belong to, so the question "which figure is this?" is answered by the same rules
as for a page. What the ledger has is said by the releases of the case alone, without the draft; nothing of the draft is stored.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from firsthand.reconcile.circles import stories_in
from firsthand.reconcile.joining import Regrouping
from firsthand.reconcile.own import own_of
from firsthand.reconcile.resettling import Looks, Sheets
from firsthand.reconcile.settling import settle_story
from firsthand.reconcile.sketches import sketch_of
from firsthand.records import Claim, Quantity, Reading, Release, Settlement
from firsthand.text.names import fold

_FIRM = {
    "confirmed": 3,
    "asserted": 2,
    "planned": 2,
    "corrected": 2,
    "denied": 2,
    "reported": 1,
    "possible": 1,
    "forecast": 1,
    "not confirmed": 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftNote:
    """One thing to look at in a draft: the draft's words, what the ledger has, and the releases that say so."""

    words: str
    kind: str
    detail: str
    releases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """What the ledger has: its releases, and for each claim its status, for each quantity what was read."""

    releases: Sequence[Release]
    statuses: Mapping[str, str]
    quantities: Mapping[str, Quantity]


def settle_draft(draft: Reading, shelf: Looks) -> tuple[list[Reading], Settlement]:
    """Gives the pages of the story that a draft would belong to, and what settling that story with the draft says. The case must be settled."""
    assert draft.article is not None
    name, own, sheets = draft.article.id, own_of(draft), Sheets(shelf)
    sheets.renew(sketch_of(draft, own), own)
    found = Regrouping(sheets, fresh=lambda article: article == name, shaken=lambda _: False)
    found.take_in(name)
    sketches = {article: sheets.sketch(article) for article in found.inside}
    circle = [sketches[article] for article in found.groups.members(name)]
    articles = next(articles for articles in stories_in(circle).values() if name in articles)
    readings = [reading for a in articles if a != name and (reading := shelf.reading(a)) is not None]
    known = {article: sheets.own(article) for article in articles}
    return readings, settle_story(articles[0], [*readings, draft], sketches, known)


def compare_draft(
    draft: Reading, readings: Sequence[Reading], releases: Sequence[Release], settlement: Settlement
) -> tuple[DraftNote, ...]:
    """Gives a note for every figure of the draft: in the ledger, differing, firmer than its sources, or not in the ledger.

    `readings` are the pages of the draft's story, or more; `releases` are those of the case; `settlement` is that of the readings and the
    draft together.
    """
    assert draft.article is not None
    case = _Case(
        releases=releases, statuses={c.id: c.status for r in readings for c in r.claims}, quantities={q.id: q for r in readings for q in r.quantities}
    )  # fmt: skip
    own = {quantity.id: quantity for quantity in draft.quantities}
    return tuple(
        _note(claim, own[identity], draft.article.text, _beside(claim.id, identity, case, settlement), case)
        for claim in draft.claims
        for identity in claim.quantities
    )


def _beside(claim: str, quantity: str, case: _Case, settlement: Settlement) -> list[Release]:
    """Gives the releases of the case that count the same thing as a figure of the draft, in the order of their days."""
    mine = next((r for r in settlement.releases if (claim, quantity) in r.figures), None)
    keys = {key for r in settlement.releases if mine and r.series == mine.series for key in r.figures}
    found = [r for r in case.releases if keys.intersection(r.figures)]
    return sorted(found, key=lambda r: (r.first_published or "9999", Decimal(r.low), r.id))


def _note(claim: Claim, quantity: Quantity, text: str, series: list[Release], case: _Case) -> DraftNote:
    words = " … ".join(span.of(text) for span in claim.content)
    number = f"{quantity.comparator} {quantity.span.of(text)}" if quantity.comparator else quantity.span.of(text)
    equal = [r for r in series if _same(r, quantity)]
    bound = [r for r in equal if quantity.comparator in {case.quantities[q].comparator for _, q in r.figures}]
    named = [r for r in bound if _may_be_one(claim, r)]
    if not series:
        detail = f"no page of the case gives {quantity.span.of(text)} of {quantity.counted or 'this'}{_elsewhere(quantity, series, case)}"
        return DraftNote(words=words, kind="not in the ledger", detail=detail)
    if not equal:
        detail = f"the ledger has no {quantity.span.of(text)} for this; it has {_listed(series)}{_elsewhere(quantity, series, case)}"
        return _differs(words, detail, series)
    if not bound:
        return _differs(words, f"your draft says {number}; the ledger has {_listed(equal)}", equal)
    if not named:
        return _differs(
            words,
            f"your draft gives it to {claim.speaker and claim.speaker.name}; the ledger has {_listed(bound)}",
            bound,
        )
    return _firmness(words, claim, named, series, case)


def _differs(words: str, detail: str, releases: Sequence[Release]) -> DraftNote:
    return DraftNote(words=words, kind="differs", detail=detail, releases=tuple(r.id for r in releases))


def _firmness(words: str, claim: Claim, equal: list[Release], series: list[Release], case: _Case) -> DraftNote:
    said = {case.statuses[c] for r in equal for c, _ in r.figures if c in case.statuses}
    origins = len({r.origin for r in equal if r.established})
    behind = f"{origins} named origin{'s' if origins != 1 else ''}: {', '.join(sorted({r.asserter for r in equal if r.asserter})) or 'giver not established'}"
    identities = tuple(r.id for r in equal)
    if said and _FIRM[claim.status] > max(_FIRM[status] for status in said):
        detail = f"your draft says {claim.status}; every source says {', '.join(sorted(said))}; {behind}"
        return DraftNote(words=words, kind="firmer than its sources", detail=detail, releases=identities)
    newest = max(r.first_published or "" for r in equal)
    later = [r for r in series if r not in equal and (r.first_published or "") > newest]
    return DraftNote(
        words=words,
        kind="in the ledger",
        detail=f"{behind}{f'; later in the case: {_listed(later)}' if later else ''}",
        releases=identities,
    )


def _elsewhere(quantity: Quantity, series: Sequence[Release], case: _Case) -> str:
    """Gives where else the case has the number: perhaps it is the same thing, which could not be told."""
    other = [r for r in case.releases if r not in series and _same(r, quantity)]
    shown = "; ".join(f"{r.shown} {r.counted or ''} ({r.giver})" for r in other[:3])
    return f". The number stands in the case as: {shown}" if other else ""


def _listed(releases: Sequence[Release]) -> str:
    return "; ".join(f"{r.shown} ({r.giver})" for r in releases)


def _may_be_one(claim: Claim, release: Release) -> bool:
    """Says whether the draft's asserter can be the release's: one of them has no name, or the names share a word."""
    if claim.speaker is None or claim.speaker.kind == "unnamed" or release.asserter is None:
        return True
    mine, theirs = ({fold(w) for w in re.findall(r"\w{3,}", name)} for name in (claim.speaker.name, release.asserter))
    return bool(mine & theirs)


def _same(release: Release, quantity: Quantity) -> bool:
    return Decimal(release.low) == quantity.low and Decimal(release.high) == quantity.high
