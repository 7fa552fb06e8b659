"""Settling: readings in, judgements and views out. Pure; the order of the readings changes nothing.

First pages are joined into stories by their sketches (`joining.py`), then each story is judged by itself. So what is said of a page
hangs on its story alone, and a case to which a page was added needs only its story settled anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from firsthand.reconcile.aliases import with_aliases
from firsthand.reconcile.answers import link_answers
from firsthand.reconcile.bodies import bodies_of, publisher_families
from firsthand.reconcile.compare import Context
from firsthand.reconcile.facts import Facts
from firsthand.reconcile.figures import Known, at_home, figures_of
from firsthand.reconcile.holders import Holders
from firsthand.reconcile.joining import join_pages
from firsthand.reconcile.lineage import Lineage, trace
from firsthand.reconcile.origins import group_origins, judge_independence
from firsthand.reconcile.pages import judge_pages
from firsthand.reconcile.relations import judgements_of, relate
from firsthand.reconcile.releases import Draft, gather
from firsthand.reconcile.series import group_series, series_of, stories_of
from firsthand.reconcile.sketches import sketch_of
from firsthand.reconcile.slips import fold_slips
from firsthand.records import Judgement, Origin, Reading, Release, Settlement


def settle(readings: Sequence[Reading]) -> Settlement:
    """Gives the judgements about pages, figures and claims of a case, and the releases, origins, series and stories made of them."""
    by_article = {r.article.id: r for r in sorted(readings, key=lambda r: r.page) if r.article is not None}
    sketches = {a: sketch_of(r) for a, r in by_article.items()}
    told = {a: sketch.facts for a, sketch in sketches.items()}
    groups = join_pages(list(sketches.values())).groups()
    return merged([settle_story(name, [by_article[a] for a in articles], told) for name, articles in groups.items()])


def settle_story(name: str, readings: Sequence[Reading], told: Mapping[str, Facts] | None = None) -> Settlement:
    """Gives what settling says of the pages of one story, which is named after its first article by id. No other page has a say.

    `told` gives what is known already of what pages tell, by article id.
    """
    by_article = {r.article.id: r for r in sorted(readings, key=lambda r: r.page) if r.article is not None}
    lineage = trace([r.article for r in by_article.values() if r.article is not None], told)
    known = Known(lineage.outlets, Holders(v.article for v in lineage.views.values()))
    figures = {a: figures_of(r, known) for a, r in by_article.items()}
    pages = {name: tuple(sorted(by_article))}
    context = Context(
        views=lineage.views, roots=lineage.root, cites=_cites(lineage),
        speaks_for=bodies_of(by_article.values()), figures=figures,
    )  # fmt: skip
    of_story = at_home([f for a in pages[name] for f in figures[a]])
    named = with_aliases(gather(name, of_story, context), context, known.holders)
    drafts = fold_slips(gather(name, of_story, named), named)
    findings = relate(drafts, [r for a in pages[name] for r in by_article[a].quantity_relations], named)
    contexts = {name: named}
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


def merged(parts: Sequence[Settlement]) -> Settlement:
    """Gives the settlements of several stories as one, everything in the order of its ids."""
    return Settlement(
        judgements=_unique([j for part in parts for j in part.judgements]),
        releases=tuple(sorted((r for part in parts for r in part.releases), key=lambda r: r.id)),
        origins=tuple(sorted((o for part in parts for o in part.origins), key=lambda o: o.id)),
        series=tuple(sorted((s for part in parts for s in part.series), key=lambda s: s.id)),
        stories=tuple(sorted((s for part in parts for s in part.stories), key=lambda s: s.id)),
    )


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
