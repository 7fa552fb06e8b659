"""Lineage of pages: which is a copy, an edited copy, a rewrite, a later version of which other, and which cites which.

Text alone is read here, with the page's date, outlet, links and credit lines. What pages have in common through their speakers and
figures (same occasion, update of, independent) is judged in `pages.py`, once the figures are settled.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from firsthand.reconcile.access import Access, own_access
from firsthand.reconcile.days import days_between
from firsthand.reconcile.facts import Facts, facts_of
from firsthand.reconcile.outlets import Naming, OutletNames, key_of
from firsthand.reconcile.own import Own, own_of_text
from firsthand.reconcile.reuse import COPY_SHARE, Reuse, find_reuse, measure
from firsthand.reconcile.rewrites import (
    Retelling,
    Told,
    at_source,
    candidates,
    compare,
    nearness,
    set_apart,
    top_of,
    weigh,
)
from firsthand.records import Article, Judgement

COPY = 0.75
MOSTLY_LONG_RUNS = 0.3
CITED_WEIGHT = 1.0
FORMULA_DAYS = 60
ENOUGH_TOLD = 25  # facts
RETOLD_DAYS = 30  # who tells of an event weeks later looks back at it
CHECKED = ("shared wording", "shared numbers and their order", "credit lines and links", "cited outlets", "dates")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """What lineage needs of a page: its outlet's key, day, namings of outlets, signs of own reporting, facts, common nouns, and where words
    begin that set numbers against each other."""

    article: Article
    outlet: str
    day: str | None
    namings: tuple[Naming, ...]
    access: tuple[Access, ...]
    told: Told
    nouns: frozenset[str] = frozenset()
    odds: tuple[int, ...] = ()

    @property
    def rank(self) -> tuple[int, str, int, int, str]:
        """Gives a sort key: the likelier source first. Own reporting, the earlier day, the longer text; at last the id, for stable ties."""
        own = sum(a.kind == "own dateline" for a in self.access) + bool(self.access)
        return (-own, self.day or "9999", -len(self.told.facts.first), -len(self.article.text), self.article.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The judged edges between pages, and the families: for each page id the id of the root its wording or facts go back to."""

    judgements: tuple[Judgement, ...]
    root: Mapping[str, str]
    views: Mapping[str, PageView]
    outlets: OutletNames


def trace(
    articles: Sequence[Article], told: Mapping[str, Facts] | None = None, own: Mapping[str, Own] | None = None
) -> Lineage:
    """Gives the lineage of pages: at most one text parent a page, any number of cited pages. Order of input does not matter.

    `told` and `own` give what is known already of what pages tell (`raw_facts`) and give by themselves, by article id.
    """
    outlets = OutletNames(articles)
    views = view_pages(articles, outlets, told, own)
    versions, current = find_versions(views)
    found = find_reuse([views[i].article for i in current], least=COPY_SHARE)
    reuse = [r for r in found if r.is_text_reuse and not _is_formula(r, views)]
    copies = _copy_edges(reuse, views)
    rewrites = _rewrite_edges(views, current, copies)
    text = {j.subject: j for j in (*copies, *rewrites)}
    cites = _cite_edges(views, current, text)
    root = _roots(current, text, versions)
    return Lineage(judgements=(*versions, *text.values(), *cites), root=root, views=views, outlets=outlets)


def view_pages(
    articles: Sequence[Article], names: OutletNames, told: Mapping[str, Facts] | None = None, own: Mapping[str, Own] | None = None
) -> dict[str, PageView]:  # fmt: skip
    """Gives the prepared pages by article id, in the order of their ids."""
    views: dict[str, PageView] = {}
    for article in sorted(articles, key=lambda a: a.id):
        alone = (own or {}).get(article.id) or own_of_text(article)
        namings = names.namings(article, alone.places)
        facts = ((told or {}).get(article.id) or raw_facts(article)).without(words_of_outlets(namings))
        views[article.id] = PageView(
            article=article, outlet=key_of(article), day=(article.published or "")[:10] or None, namings=namings,
            access=own_access(article, namings, alone.signs), told=Told(facts=facts, quotations=alone.quotations), nouns=alone.nouns,
            odds=alone.odds,
        )  # fmt: skip
    return views


def raw_facts(article: Article) -> Facts:
    """Gives what a page tells, title and text."""
    return _facts(f"{article.title}\n\n{article.text}" if article.title else article.text)


@lru_cache(maxsize=512)  # a page is sketched, and then settled with its story
def _facts(text: str) -> Facts:
    return facts_of(text)


def words_of_outlets(namings: Sequence[Naming]) -> Iterator[str]:
    """Yields the words by which outlets are named: an outlet named on two pages is nothing that both tell."""
    return (word for naming in namings for word in re.findall(r"\w+", naming.words))


def find_versions(views: Mapping[str, PageView]) -> tuple[tuple[Judgement, ...], tuple[str, ...]]:
    """Gives "version of" judgements between pages at one address with different text, and the ids of each address's last version."""
    by_url: defaultdict[str, list[PageView]] = defaultdict(list)
    for view in views.values():
        by_url[view.article.url or view.article.id].append(view)
    found: list[Judgement] = []
    current: list[str] = []
    for same in by_url.values():
        same.sort(key=lambda v: (v.article.modified or v.article.published or "", v.article.id))
        current.append(same[-1].article.id)
        for earlier, later in itertools.pairwise(same):
            reason = f"one address ({later.article.url}), two texts"
            found.append(_edge(later, earlier, "version of", (reason,), checked=("address", "digest of the text")))
    return tuple(found), tuple(sorted(current))


def _is_formula(reuse: Reuse, views: Mapping[str, PageView]) -> bool:
    """Says whether shared wording is an outlet's formula or background: its own other page, or one of long ago with other numbers."""
    a, b = views[reuse.left], views[reuse.right]
    if reuse.share >= COPY:
        return False
    days = days_between(a.day, b.day)
    numbers = a.told.facts.of_kind("#"), b.told.facts.of_kind("#")
    kept = weigh(numbers[0] & numbers[1]) / max(1.0, min(weigh(n) for n in numbers))
    return (a.outlet == b.outlet and days != 0) or (days is not None and days > FORMULA_DAYS and kept < 0.6)


def _copy_edges(reuse: Sequence[Reuse], views: Mapping[str, PageView]) -> list[Judgement]:
    """Gives one edge a page: to the likeliest source among the pages whose wording it shares, or to the root of its group."""
    near: defaultdict[str, dict[str, Reuse]] = defaultdict(dict)
    for r in reuse:
        near[r.left][r.right] = near[r.right][r.left] = r
    edges: list[Judgement] = []
    for group in _groups(near):
        root = min(group, key=lambda i: _source_rank(i, group, views))
        for child in sorted(group - {root}):
            against = near[child].get(root) or measure(views[min(child, root)].article, views[max(child, root)].article)
            parent = root
            if against is None or not against.is_text_reuse:
                earlier = [
                    p for p in near[child] if _may_precede(views[p], views[child]) and views[p].rank < views[child].rank
                ]
                if not earlier:
                    continue
                parent = min(earlier, key=lambda p: (-near[child][p].share, views[p].rank))
                against = near[child][parent]
            edges.append(_copy(views[child], views[parent], against))
    return edges


def _source_rank(page: str, group: set[str], views: Mapping[str, PageView]) -> tuple[object, ...]:
    """The root is credited by others of its group, credits none of them, and is dated no later than they are."""
    view = views[page]
    outlets = {views[i].outlet for i in group if i != page}
    credits_out = any(n.is_credit and n.key in outlets for n in view.namings)
    credited = sum(any(n.key == view.outlet for n in views[i].namings) for i in group if i != page)
    late = sum(bool(view.day and (day := views[i].day) and day < view.day) for i in group)
    return (credits_out, -min(credited, 1), late > 0, *view.rank)


def _copy(child: PageView, parent: PageView, reuse: Reuse) -> Judgement:
    mine, theirs = (
        (reuse.left_share, reuse.right_share)
        if reuse.left == child.article.id
        else (reuse.right_share, reuse.left_share)
    )
    if reuse.long_share < MOSTLY_LONG_RUNS:
        kind = "rewrite"
    else:
        kind = "copy" if min(mine, max(theirs, 0.6)) >= COPY else "edited copy"
    reasons = [
        f"{mine:.0%} of its runs of five words stand in the other page, {theirs:.0%} the other way",
        f"{len(reuse.passages)} shared passage{'s' if len(reuse.passages) > 1 else ''}, the longest of {reuse.longest} words",
    ]
    return replace(_edge(child, parent, kind, (*reasons, *_credit_reasons(child, parent))), share=round(mine, 3))


def _rewrite_edges(
    views: Mapping[str, PageView], current: Sequence[str], copies: Sequence[Judgement]
) -> list[Judgement]:
    """Gives one edge a page that retells another: the best-scoring source that is not later, copies standing back behind their root."""
    derived = {j.subject for j in copies}
    told = {i: views[i].told for i in current if i not in derived}
    found: defaultdict[str, list[Retelling]] = defaultdict(list)
    for left, right in candidates(told):
        for parent, child in ((left, right), (right, left)):
            if _may_retell(views[parent], views[child]):
                found[child].append(compare(parent, child, told))
    nearest = {c: max(sure, key=nearness) for c, rs in found.items() if (sure := [r for r in rs if r.is_rewrite])}
    best = acyclic({c: at_source(r, found[c], nearest) for c, r in nearest.items()}, views)
    best |= {c: far for c in sorted(found.keys() - best.keys()) if (far := _far_retelling(views[c], found[c], best))}
    return [_rewrite(views[c], views[r.parent], r) for c, r in sorted(acyclic(best, views).items())]


def _far_retelling(child: PageView, found: Sequence[Retelling], best: Mapping[str, Retelling]) -> Retelling | None:
    """Gives the source which a page retells so freely that only the other pages of the story show it; of its kin the source of them all.
    What a body says of itself on its own page retells nobody, and a page of a sentence or two has no order of facts."""
    if child.article.issuer or len(child.told.facts.first) < ENOUGH_TOLD:
        return None
    r = set_apart(found, best, names_another=any(n.key != child.outlet for n in child.namings))
    if not r.is_far_rewrite:
        return None
    top = top_of(r.parent, best)
    return next((replace(x, lead=r.lead) for x in found if x.parent == top), r)


def _may_retell(parent: PageView, child: PageView) -> bool:
    """A page that reports for itself retells nobody; a source is not later; of two alike the likelier source is the source."""
    if child.access or parent.outlet == child.outlet or not _may_precede(parent, child):
        return False
    if (days_between(parent.day, child.day) or 0) > RETOLD_DAYS:
        return False
    credited = any(n.key == parent.outlet for n in child.namings)
    return credited or parent.rank < child.rank


def acyclic(best: dict[str, Retelling], views: Mapping[str, PageView]) -> dict[str, Retelling]:
    """Drops the edge of the likelier source where edges would run in a ring."""
    kept: dict[str, Retelling] = {}
    for child in sorted(best, key=lambda c: views[c].rank):
        above, at = {child}, best[child].parent
        while at in kept and at not in above:
            above.add(at)
            at = kept[at].parent
        if at not in above:
            kept[child] = best[child]
    return kept


def _rewrite(child: PageView, parent: PageView, found: Retelling) -> Judgement:
    numbers = ", ".join(n[1:] for n in found.shared_numbers[-6:])
    reasons = [
        f"{found.kept:.0%} of its numbers (by weight) are the other page's, {found.covered:.0%} the other way: {numbers}",
        f"{found.shared_names} shared names, {found.new_names:.0%} of its names are its own",
        f"shared facts come in the same order in {found.order:.0%} of pairs",
        "no sign of own reporting on this page",
    ]
    return _edge(child, parent, "rewrite", (*reasons, *_credit_reasons(child, parent)))


def _cite_edges(
    views: Mapping[str, PageView], current: Sequence[str], text: Mapping[str, Judgement]
) -> list[Judgement]:
    """Gives an edge for every outlet of the case that a page names and from whose page it shares facts; hyperlinks name a page outright."""
    by_outlet: defaultdict[str, list[PageView]] = defaultdict(list)
    by_url = {_bare(views[i].article.url): views[i] for i in current if views[i].article.url}
    for i in current:
        by_outlet[views[i].outlet].append(views[i])
    edges: list[Judgement] = []
    for child in (views[i] for i in current):
        cited = {n.key: n for n in reversed(child.namings) if n.key != child.outlet}
        linked = [v for link in child.article.links if (v := by_url.get(_bare(link.url))) and v.outlet != child.outlet]
        pages = {v.article.id: (v, "a hyperlink leads there") for v in linked}
        for key, naming in sorted(cited.items()):
            page = _cited_page(child, naming, by_outlet[key])
            if page is not None:
                words = naming.words
                pages.setdefault(page.article.id, (page, f"it names the outlet: “{words}”"))
        mine = text.get(child.article.id)
        for page, reason in pages.values():
            if mine is None or mine.object != page.article.id:
                edges.append(_edge(child, page, "cites", (reason, *_shared_reason(child, page)), credited=True))
    return edges


def _cited_page(child: PageView, naming: Naming, pages: Sequence[PageView]) -> PageView | None:
    """Gives the outlet's page the citing page most likely means: not later, sharing telling facts, where those of the paragraph that
    names the outlet count twice; None when no page fits."""
    near = Told(facts=facts_of(_paragraph(child.article.text, naming)), quotations=())
    ranked = [
        (weight + _shared_weight(near, p.told), p.day or "", p.article.id, p)
        for p in pages
        if _may_precede(p, child) and (weight := _shared_weight(child.told, p.told)) >= CITED_WEIGHT
    ]
    return max(ranked, key=lambda r: r[:3])[3] if ranked else None


def _paragraph(text: str, naming: Naming) -> str:
    """Gives the paragraph in which a page names an outlet; "" for a credit that stands outside the text."""
    if naming.span is None:
        return ""
    end = text.find("\n\n", naming.span.end)
    return text[text.rfind("\n\n", 0, naming.span.start) + 1 : end if end >= 0 else len(text)]


def _shared_weight(a: Told, b: Told) -> float:
    """Gives how much two pages have in common: a telling number counts one, a name a third, a stem a tenth, each once."""
    shared = {mark: a.facts.of_kind(mark) & b.facts.of_kind(mark) for mark in ("#", "@", "")}
    return weigh(shared["#"]) + len(shared["@"]) / 3 + len(shared[""]) / 10


def _shared_reason(child: PageView, page: PageView) -> tuple[str, ...]:
    names = child.told.facts.of_kind("@") & page.told.facts.of_kind("@")
    numbers = sorted(child.told.facts.of_kind("#") & page.told.facts.of_kind("#"), key=lambda n: float(n[1:]))
    return (f"{len(names)} shared names, shared numbers: {', '.join(n[1:] for n in numbers[-5:]) or 'none'}",)


def _credit_reasons(child: PageView, parent: PageView) -> tuple[str, ...]:
    for naming in sorted(child.namings, key=lambda n: not n.is_credit):
        if naming.key == parent.outlet and parent.outlet != child.outlet:
            kind = "credit line" if naming.is_credit else "it names the outlet"
            return (f"{kind}: “{naming.words}”",)
    if any(_bare(link.url) == _bare(parent.article.url) for link in child.article.links):
        return ("a hyperlink leads there",)
    return ()


def _edge(
    child: PageView,
    parent: PageView,
    relation: str,
    reasons: tuple[str, ...],
    *,
    credited: bool | None = None,
    checked: tuple[str, ...] = CHECKED,
) -> Judgement:
    if credited is None:
        credited = bool(_credit_reasons(child, parent))
    return Judgement(
        about="page", subject=child.article.id, object=parent.article.id, relation=relation, reasons=reasons,
        checked=checked, credited=credited,
    )  # fmt: skip


def _may_precede(parent: PageView, child: PageView) -> bool:
    """Says whether the first page can be the source of the second: it is not known to be later."""
    return parent.day is None or child.day is None or parent.day <= child.day


def _bare(url: str) -> str:
    return url.split("://")[-1].split("#")[0].split("?")[0].rstrip("/").removeprefix("www.")


def _groups(near: Mapping[str, Mapping[str, Reuse]]) -> list[set[str]]:
    """Gives the connected groups of pages, in the order of their smallest ids."""
    seen: set[str] = set()
    groups: list[set[str]] = []
    for start in sorted(near):
        if start in seen:
            continue
        group, stack = {start}, [start]
        while stack:
            for other in near[stack.pop()]:
                if other not in group:
                    group.add(other)
                    stack.append(other)
        seen |= group
        groups.append(group)
    return groups


def _roots(current: Sequence[str], text: Mapping[str, Judgement], versions: Sequence[Judgement]) -> dict[str, str]:
    """Gives for each page the page its wording or facts go back to; earlier versions go with their last."""
    root: dict[str, str] = {}
    for page in current:
        at, seen = page, {page}
        while at in text and text[at].object not in seen:
            at = text[at].object
            seen.add(at)
        root[page] = at
    for j in reversed(versions):
        root[j.object] = root.get(j.subject, j.subject)
    return root
