"""Views as people joined and parted them: what they said of pairs of figures outranks how the machine grouped those.

*same origin* joins two origins, *repeats* joins two releases; *unrelated* takes a figure out of its release and its series,
*different scope* out of its series. The other relations are shown beside the machine's and move nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from firsthand.ledger.relineage import ArticleOf, relineage
from firsthand.records import Origin, Release, Review, Series, Settlement, Story, derive


def regroup(settlement: Settlement, decisions: Sequence[Review], article_of: ArticleOf = str) -> Settlement:
    """Gives the settlement with its releases, origins, series and stories as the decisions want them, applied in their order.

    `article_of` gives a claim's article: decisions about pages need it.
    """
    machine = settlement.releases
    settlement = relineage(settlement, decisions, article_of)
    releases = list(settlement.releases)
    for review in decisions:
        move = _MOVES.get(review.value or "")
        if move is not None:
            releases = move(releases, review)
    if releases == list(machine):
        return settlement
    series = _series(settlement.series, releases)
    kept = {release.id for release in releases}
    return replace(
        settlement,
        judgements=tuple(j for j in settlement.judgements if j.about != "origin" or {j.subject, j.object} <= kept),
        releases=tuple(sorted(releases, key=lambda r: r.id)),
        origins=_origins(settlement.origins, machine, releases),
        series=series,
        stories=tuple(_story(story, settlement.series, releases, series) for story in settlement.stories),
    )


def _holder(releases: Sequence[Release], quantity: str) -> Release | None:
    return next((release for release in releases if any(q == quantity for _, q in release.figures)), None)


def _join_origins(releases: list[Release], review: Review) -> list[Release]:
    one, other = _holder(releases, review.subject), _holder(releases, review.object or "")
    if one is None or other is None:
        return releases
    keep, drop = sorted((one.origin, other.origin))
    why = f"decided by {review.by}: {review.reason}"
    return [
        replace(r, origin=keep, reasons=(*r.reasons, why)) if r.origin in (keep, drop) and keep != drop else r for r in releases
    ]  # fmt: skip


def _join_releases(releases: list[Release], review: Review) -> list[Release]:
    one, other = _holder(releases, review.subject), _holder(releases, review.object or "")
    if one is None or other is None or one is other:
        return releases
    first, second = sorted((one, other), key=lambda r: (not r.established, r.first_published or "9999", r.id))
    joined = replace(
        first, figures=(*first.figures, *second.figures), articles=tuple(sorted({*first.articles, *second.articles})),
        reasons=(*first.reasons, f"decided by {review.by}: {review.reason}"), told_again=first.told_again and second.told_again,
    )  # fmt: skip
    return [joined if r is first else r for r in releases if r is not second]


def _part(releases: list[Release], review: Review) -> list[Release]:
    """Takes the subject's figure away from the object's series (and its release, where they share one)."""
    one, other = _holder(releases, review.subject), _holder(releases, review.object or "")
    if one is None or other is None or one.series != other.series:
        return releases
    own = tuple(pair for pair in one.figures if pair[1] == review.subject) if one is other else one.figures
    apart = replace(
        one, id=derive("o", "apart", review.subject) if one is other else one.id, figures=own,
        series=derive("s", "apart", review.subject), origin=derive("g", "apart", review.subject) if one is other else one.origin,
        reasons=(*one.reasons, f"decided by {review.by}: {review.reason}"),
    )  # fmt: skip
    rest = tuple(pair for pair in one.figures if pair not in own)
    return [*(r for r in releases if r is not one), apart, *([replace(one, figures=rest)] if rest else [])]


_MOVES: dict[str, Callable[[list[Release], Review], list[Release]]] = {
    "same origin": _join_origins,
    "repeats": _join_releases,
    "unrelated": _part,
    "different scope": _part,
}


def _series(series: Sequence[Series], releases: Sequence[Release]) -> tuple[Series, ...]:
    """Gives each series with the releases it has now; one that a decision made stands after those of the machine."""
    ids = {release.id: release.series for release in releases}
    kept = []
    for each in series:
        parted = sorted(r for r, where in ids.items() if where == each.id and r not in each.releases)
        own = (*(r for r in each.releases if ids.get(r) == each.id), *parted)
        if own:
            kept.append(replace(each, releases=own))
    known = {each.id for each in series}
    for release in sorted(releases, key=lambda r: r.id):
        if release.series not in known:
            kept.append(Series(id=release.series, counted=release.counted or "", place=release.place, releases=(release.id,), label=f"{release.counted or 'a figure'}, set apart"))  # fmt: skip
    return tuple(kept)


def _origins(origins: Sequence[Origin], machine: Sequence[Release], releases: Sequence[Release]) -> tuple[Origin, ...]:
    """Gives each origin as its releases make it now; one whose releases nobody touched stays as the machine made it."""
    before = {origin.id: origin for origin in origins}
    untouched = set(machine) & set(releases)
    members: defaultdict[str, list[Release]] = defaultdict(list)
    for release in releases:
        members[release.origin].append(release)
    found = []
    for identity, own in sorted(members.items()):
        earlier = before.get(identity)
        if earlier is not None and untouched.issuperset(own) and set(earlier.releases) == {r.id for r in own}:
            found.append(earlier)
            continue
        own.sort(key=lambda r: (r.as_of or "9999", r.id))
        lead = next((release for release in own if release.established), own[0])
        found.append(
            Origin(
                id=identity, asserter=lead.asserter, established=lead.established, releases=tuple(r.id for r in own),
                articles=tuple(sorted({article for r in own for article in r.articles})),
                reasons=tuple(sorted({why for r in own for why in r.reasons} | set(earlier.reasons if earlier else ()))),
            )
        )  # fmt: skip
    return tuple(found)


def _story(story: Story, before: Sequence[Series], releases: Sequence[Release], after: Sequence[Series]) -> Story:
    """Gives the story with the series its own became: those it had, and those set apart from them."""
    mine = {pair for r in releases if set(r.articles) <= set(story.articles) for pair in (r.series,)}
    old = {each.id for each in before}
    now = {each.id for each in after}
    fresh = sorted(identity for identity in mine if identity in now - old)
    return replace(story, series=(*(s for s in story.series if s in now), *fresh))
