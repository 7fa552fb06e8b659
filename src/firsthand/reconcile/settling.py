"""Settling: readings in, judgements and views out. Pure; the order of the readings changes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from firsthand.reconcile.aliases import with_aliases
from firsthand.reconcile.answers import link_answers
from firsthand.reconcile.bodies import bodies_of, publisher_families
from firsthand.reconcile.compare import Context
from firsthand.reconcile.figures import Figure, Known, at_home, figures_of
from firsthand.reconcile.holders import Holders
from firsthand.reconcile.lineage import Lineage, trace
from firsthand.reconcile.origins import group_origins, judge_independence
from firsthand.reconcile.pages import judge_pages
from firsthand.reconcile.relations import Finding, judgements_of, relate
from firsthand.reconcile.releases import Draft, gather
from firsthand.reconcile.series import group_series, series_of, stories_of
from firsthand.reconcile.stories import join_pages
from firsthand.records import Judgement, Origin, Reading, Release, Settlement


def settle(readings: Sequence[Reading]) -> Settlement:
    """Gives the judgements about pages, figures and claims of a case, and the releases, origins, series and stories made of them."""
    by_article = {r.article.id: r for r in sorted(readings, key=lambda r: r.page) if r.article is not None}
    lineage = trace([r.article for r in by_article.values() if r.article is not None])
    known = Known(lineage.outlets, Holders(v.article for v in lineage.views.values()))
    figures = {a: figures_of(r, known) for a, r in by_article.items()}
    pages = join_pages(lineage.views, figures, lineage.judgements).groups()
    context = Context(
        views=lineage.views, roots=lineage.root, cites=_cites(lineage),
        speaks_for=bodies_of(by_article.values()), figures=figures,
    )  # fmt: skip
    drafts, findings, contexts = _settle_stories(pages, figures, by_article, context, known)
    series = group_series(drafts, findings)
    origin = group_origins(drafts, findings, contexts)
    judgements = [
        *lineage.judgements,
        *judgements_of(findings),
        *judge_independence(series, origin, contexts, publisher_families(lineage.views)),
        *judge_pages(pages, by_article, drafts, findings, contexts),
        *link_answers(pages, by_article, context),
    ]
    return Settlement(
        judgements=_unique(judgements), releases=_releases(drafts, series, origin), origins=_origins(drafts, origin),
        series=series_of(series), stories=stories_of(pages, lineage.views, series),
    )  # fmt: skip


def _settle_stories(
    pages: Mapping[str, Sequence[str]],
    figures: Mapping[str, Sequence[Figure]],
    readings: Mapping[str, Reading],
    context: Context,
    known: Known,
) -> tuple[list[Draft], list[Finding], dict[str, Context]]:
    """Gives the releases of every story, their relations, and for each story the context with what it taught about its asserters' names."""
    drafts: list[Draft] = []
    findings: list[Finding] = []
    contexts: dict[str, Context] = {}
    for name, articles in pages.items():
        of_story = at_home([f for a in articles for f in figures[a]])
        named = with_aliases(gather(name, of_story, context), context, known.holders)
        mine = gather(name, of_story, named)
        within = [r for a in articles for r in readings[a].quantity_relations]
        contexts[name] = named
        drafts += mine
        findings += relate(mine, within, named)
    return drafts, findings, contexts


def _cites(lineage: Lineage) -> frozenset[tuple[str, str]]:
    """Gives (citing root, cited root) and (citing root, cited outlet) for every citation."""
    pairs = set()
    for j in lineage.judgements:
        if j.relation == "cites":
            child = lineage.root.get(j.subject, j.subject)
            pairs |= {
                (child, lineage.root.get(j.object, j.object)),
                (child, f"outlet {lineage.views[j.object].outlet}"),
            }
    return frozenset(pairs)


def _releases(
    drafts: Sequence[Draft], series: Mapping[str, Sequence[Draft]], origin: Mapping[str, str]
) -> tuple[Release, ...]:
    key = {d.id: name for name, members in series.items() for d in members}
    return tuple(_release(d, key[d.id], origin[d.id]) for d in sorted(drafts, key=lambda d: d.id))


def _release(draft: Draft, series: str, origin: str) -> Release:
    quantity = draft.lead.quantity
    published = sorted(f.published for f in draft.figures if f.published)
    return Release(
        id=draft.id, asserter=draft.lead.asserter if draft.established else None, entity=draft.entity,
        established=draft.established, origin=origin, series=series, figures=tuple(f.key for f in draft.figures),
        low=f"{quantity.low:f}", high=f"{quantity.high:f}", comparator=quantity.comparator, counted=quantity.counted or draft.lead.kind.name,
        place=quantity.place, as_of=draft.day, first_published=published[0] if published else None,
        articles=tuple(sorted({f.article for f in draft.figures})), reasons=draft.reasons, words=draft.lead.words,
    )  # fmt: skip


def _origins(drafts: Sequence[Draft], origin: Mapping[str, str]) -> tuple[Origin, ...]:
    groups: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[origin[draft.id]].append(draft)
    found = []
    for key in sorted(groups):
        members = sorted(groups[key], key=lambda d: (d.day or "9999", d.id))
        lead = next((d for d in members if d.established), members[0])
        found.append(
            Origin(
                id=key, asserter=lead.lead.asserter if lead.established else None, established=lead.established,
                releases=tuple(d.id for d in members), articles=tuple(sorted({f.article for d in members for f in d.figures})),
                reasons=tuple(sorted({why for d in members for why in d.reasons})),
            )
        )  # fmt: skip
    return tuple(found)


def _unique(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    return tuple(
        sorted({j.id: j for j in judgements}.values(), key=lambda j: (j.about, j.subject, j.object, j.relation))
    )
