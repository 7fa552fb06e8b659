"""Settling: readings in, judgements and views out. Pure; the order of the readings changes nothing.

First pages are joined into stories by their sketches (`joining.py`, `circles.py`), then each story is judged by itself. So what is said of a page
hangs on its story alone, and a case to which a page was added needs only its story settled anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from firsthand.reconcile.aliases import with_aliases
from firsthand.reconcile.answers import link_answers
from firsthand.reconcile.bare import named_in_full
from firsthand.reconcile.bodies import bodies_of, publisher_families
from firsthand.reconcile.circles import stories_among
from firsthand.reconcile.compare import Context
from firsthand.reconcile.doubles import with_doubles_open
from firsthand.reconcile.figures import Figure, Known, figures_in, houses_of
from firsthand.reconcile.holders import Holders
from firsthand.reconcile.home import at_home
from firsthand.reconcile.lands import lands_in
from firsthand.reconcile.lineage import Lineage, trace
from firsthand.reconcile.origins import group_origins, judge_independence
from firsthand.reconcile.own import Own, own_of
from firsthand.reconcile.pages import judge_pages
from firsthand.reconcile.relations import judgements_of, relate
from firsthand.reconcile.releases import Draft, gather, nearest_first
from firsthand.reconcile.series import group_series, series_of, stories_of, under_wholes
from firsthand.reconcile.shown import names_shown
from firsthand.reconcile.sketches import Sketch, sketch_of
from firsthand.reconcile.slips import fold_slips
from firsthand.reconcile.spoken_for import with_bodies_that_speak
from firsthand.records import Judgement, Origin, Reading, Release, Settlement


def settle(readings: Sequence[Reading]) -> Settlement:
    """Gives the judgements about pages, figures and claims of a case, and the releases, origins, series and stories made of them."""
    by_article = {r.article.id: r for r in sorted(readings, key=lambda r: r.page) if r.article is not None}
    own = {a: own_of(r) for a, r in by_article.items()}
    sketches = {a: sketch_of(r, own[a]) for a, r in by_article.items()}
    stories = stories_among(list(sketches.values()))
    return merged(
        [settle_story(name, [by_article[a] for a in articles], sketches, own) for name, articles in stories.items()]
    )


def settle_story(
    name: str, readings: Sequence[Reading], sketches: Mapping[str, Sketch], own: Mapping[str, Own]
) -> Settlement:
    """Gives what settling says of the pages of one story, which is named after its first article by id. No other page has a say.

    `sketches` and `own` give the sketches of its pages, and what each gives by itself, by article id.
    """
    by_article = {r.article.id: r for r in sorted(readings, key=lambda r: r.page) if r.article is not None}
    told = {a: sketches[a].facts for a in by_article}
    lineage = trace([r.article for r in by_article.values() if r.article is not None], told, own)
    articles = [r.article for r in by_article.values() if r.article is not None]
    houses = houses_of(articles, {a: sketches[a].figures for a in by_article})
    known = Known(lineage.outlets, Holders(own[a].holders for a in lineage.views), houses)
    figures = {a: figures_in(r, sketches[a].figures, known) for a, r in by_article.items()}
    figures = with_bodies_that_speak(figures, articles)
    pages = {name: tuple(sorted(by_article))}
    texts = {a: view.article.text for a, view in lineage.views.items()}
    lands = lands_in(texts.values())
    figures = named_in_full(figures, texts, lands)
    context = Context(
        views=lineage.views, roots=lineage.root, cites=_cites(lineage),
        speaks_for=bodies_of(by_article.values()), figures=figures, lands=lands,
        families=_families(lineage),
    )  # fmt: skip
    of_story = at_home([f for a in pages[name] for f in figures[a]], list(texts.values()))
    alone = list(with_doubles_open(gather(name, of_story, context), context, is_cast=False))
    named = with_aliases(alone, context, known.holders)
    drafts = fold_slips(list(with_doubles_open(gather(name, of_story, named), named)), named)
    findings = relate(drafts, [r for a in pages[name] for r in by_article[a].quantity_relations], named)
    contexts = {name: named}
    series = group_series(drafts, findings)
    origin = group_origins(drafts, findings, contexts)
    judgements = [
        *lineage.judgements,
        *judgements_of(findings),
        *judge_independence(series, origin, contexts, publisher_families(lineage.views)),
        *judge_pages(pages, by_article, drafts, findings, contexts),
        *link_answers(pages, by_article, context, own),
    ]
    series = under_wholes(series, findings)  # parts are compared with parts, and stand beneath their whole
    return Settlement(
        judgements=_unique(judgements), releases=_releases(drafts, series, origin, named), origins=_origins(drafts, origin),
        series=series_of(series), stories=stories_of(pages, lineage.views, series),
        named=names_shown(figures, {a: sketches[a].figures for a in by_article}, named),
    )  # fmt: skip


def merged(parts: Sequence[Settlement]) -> Settlement:
    """Gives the settlements of several stories as one, everything in the order of its ids, as each has it already."""
    if len(parts) == 1:
        return parts[0]
    return Settlement(
        judgements=_unique([j for part in parts for j in part.judgements]),
        releases=tuple(sorted((r for part in parts for r in part.releases), key=lambda r: r.id)),
        origins=tuple(sorted((o for part in parts for o in part.origins), key=lambda o: o.id)),
        series=tuple(sorted((s for part in parts for s in part.series), key=lambda s: s.id)),
        stories=tuple(sorted((s for part in parts for s in part.stories), key=lambda s: s.id)),
        named=tuple(sorted(n for part in parts for n in part.named)),
    )


def _families(lineage: Lineage) -> dict[str, list[str]]:
    """Gives for each root the pages that go back to it, itself included."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for article in sorted(lineage.views):
        found[lineage.root.get(article, article)].append(article)
    return dict(found)


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
    drafts: Sequence[Draft], series: Mapping[str, Sequence[Draft]], origin: Mapping[str, str], context: Context
) -> tuple[Release, ...]:
    key = {d.id: name for name, members in series.items() for d in members}
    return tuple(_release(d, key[d.id], origin[d.id], nearest_first(d, context)) for d in sorted(drafts, key=lambda d: d.id))  # fmt: skip


def _release(draft: Draft, series: str, origin: str, figures: Sequence[Figure]) -> Release:
    quantity = draft.lead.quantity
    published = sorted(f.published for f in draft.figures if f.published)
    return Release(
        id=draft.id, asserter=draft.lead.asserter if draft.established else None, entity=draft.entity,
        established=draft.established, origin=origin, series=series, figures=tuple(f.key for f in figures),
        low=f"{quantity.low:f}", high=f"{quantity.high:f}", comparator=quantity.comparator, counted=quantity.counted or draft.lead.kind.name,
        place=quantity.place, as_of=draft.day, first_published=published[0] if published else None,
        articles=tuple(sorted({f.article for f in draft.figures})), reasons=draft.reasons, words=draft.lead.words, told_again=draft.told_again,
    )  # fmt: skip


def _origins(drafts: Sequence[Draft], origin: Mapping[str, str]) -> tuple[Origin, ...]:
    groups: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[origin[draft.id]].append(draft)
    found = []
    for key in sorted(groups):
        members = sorted(groups[key], key=lambda d: (*d.place_in_time, d.id))
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
