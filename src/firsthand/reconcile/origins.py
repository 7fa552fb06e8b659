"""Origins and independence: which releases go back to one asserter, and which pairs are shown to be really two.

Three answers. *Independent* needs positive evidence on both sides and nothing that ties them; without it the answer is
*not established*, whatever was looked for and not found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from firsthand.reconcile.access import DATELINE, NO_HEARING
from firsthand.reconcile.compare import Context
from firsthand.reconcile.facts import Facts
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.groups import Groups
from firsthand.reconcile.holders import is_bare_role
from firsthand.reconcile.kinds import UNKNOWN
from firsthand.reconcile.lineage import PageView
from firsthand.reconcile.matters import shares_a_name, told_in
from firsthand.reconcile.outlets import squash
from firsthand.reconcile.relations import Finding
from firsthand.reconcile.releases import Draft
from firsthand.records import Judgement, derive

CHECKED = (
    "asserters and the bodies they speak for", "shared wording", "retelling", "citations and credit lines", "publishers' families",
    "words that lend the number from another",
)  # fmt: skip


def group_origins(
    drafts: Sequence[Draft], findings: Sequence[Finding], contexts: Mapping[str, Context]
) -> dict[str, str]:
    """Gives the origin id of each release id: releases of one body joined by updates, as a whole and its part, or given on one day share it."""
    groups = Groups(d.id for d in drafts)
    body = {d.id: (d.story, contexts[d.story].body(d.entity or "")) for d in drafts if d.established}
    for f in findings:
        one, other = body.get(f.subject), body.get(f.object)
        if one and other and (f.relation == "updates" or (f.relation == "part of" and one == other)):
            groups.join(f.subject, f.object)
    given: defaultdict[tuple[str, str], list[Draft]] = defaultdict(list)
    for d in sorted((d for d in drafts if d.established), key=lambda d: (*d.place_in_time, d.id)):
        given[body[d.id]].append(d)
    for own in given.values():
        first_of_day: dict[str, str] = {}
        for d in own:
            if d.told_again and not d.day:  # a number told again is of an occasion on which its asserter gave others
                groups.join(next((o.id for o in own if o.id != d.id), d.id), d.id)
            elif d.day:
                groups.join(first_of_day.setdefault(d.day, d.id), d.id)
    return {d.id: derive("g", groups.top(d.id)) for d in drafts}


def judge_independence(
    series: Mapping[str, Sequence[Draft]],
    origin: Mapping[str, str],
    contexts: Mapping[str, Context],
    families: Mapping[str, str],
) -> Iterator[Judgement]:
    """Yields one judgement a pair of releases of different values or asserters in one series, sorted."""
    for name in sorted(series):
        # Numbers of which nobody says what they count have nothing in common that could be independent.
        members = [d for d in series[name] if d.established and d.lead.kind.name != UNKNOWN]
        if len(members) < 2:
            continue
        known = {d.id: Grounds.of(d, contexts[d.story]) for d in members}
        for a, b in combinations(sorted(members, key=lambda d: d.id), 2):
            yield _judge(a, b, known, origin, contexts[a.story], families)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What speaks for a release's being got at first hand (None: nothing), and by what words a page says that nobody could check it."""

    evidence: str | None
    unverified: str | None

    @classmethod
    def of(cls, draft: Draft, context: Context) -> Grounds:
        return cls(evidence=evidence_of(draft, context), unverified=unverified(draft, context))


def _judge(
    a: Draft, b: Draft, known: Mapping[str, Grounds], origin: Mapping[str, str], context: Context, families: Mapping[str, str]
) -> Judgement:  # fmt: skip
    ties = _ties(a, b, origin, context, families)
    ties += [
        ("open", f"a page says of {d.lead.asserter}'s number: “{words}”")
        for d in (a, b)
        if (words := known[d.id].unverified)
    ]
    mine, theirs = known[a.id].evidence, known[b.id].evidence
    if ties and ties[0][0] == "same origin":
        relation, reasons = "same origin", tuple(why for _, why in ties)
    elif not ties and mine and theirs:
        relation, reasons = "independent", (mine, theirs)
    else:
        lacking = [
            f"no sign that {d.lead.asserter} was heard at first hand" for d, e in ((a, mine), (b, theirs)) if not e
        ]
        relation, reasons = "not established", (*(why for _, why in ties), *lacking)
    return Judgement(about="origin", subject=a.id, object=b.id, relation=relation, reasons=reasons, checked=CHECKED)


def _ties(
    a: Draft, b: Draft, origin: Mapping[str, str], context: Context, families: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Gives what ties two releases: ("same origin", why) first, then what keeps independence open."""
    same: list[tuple[str, str]] = []
    if context.body(a.entity or "") == context.body(b.entity or ""):
        same.append(("same origin", f"one asserter: {a.lead.asserter}"))
    elif origin[a.id] == origin[b.id]:
        same.append(("same origin", "joined by updates"))
    pages_a, pages_b = _first_pages(a, context), _first_pages(b, context)
    open_: list[tuple[str, str]] = []
    if any(context.is_linked(p, q) and p != q for p in pages_a for q in pages_b):
        open_.append(("open", "a page that carries the one goes back to a page that carries the other"))
    if not _of_one_matter(a, b, context):
        open_.append(
            ("open", "no page of the one shares a name with a page of the other: they may tell of two matters")
        )
    if _may_be_one(a, b):
        open_.append(("open", "a speaker without a name, on a page that quotes the other: they may be one"))
    if _newsrooms(a, context) & _newsrooms(b, context):
        open_.append(("open", "two counts of one newsroom"))
    shared = {families.get(context.views[p].outlet, p) for p in pages_a if context.views[p].outlet in families}
    if shared & {families[context.views[q].outlet] for q in pages_b if context.views[q].outlet in families} and not set(
        pages_a
    ) & set(pages_b):
        open_.append(("open", "publishers of one family"))
    return same + open_


_UNVERIFIED = re.compile(
    r"\b(?:would|did|does|could) not (?:say|explain|tell|disclose|reveal) how\b|"
    r"\b(?:could|can|cannot|was|were|has|have)(?: not| n[’']t)?(?: yet)? (?:be )?(?:not )?(?:be )?(?:independently )?(?:verif(?:y|ied)|confirm(?:ed)?) (?:that|the|this|its|their|his|her) (?:[\w’']+ )?(?:figure|number|count|toll|claim)s?\b|"
    r"\b(?:figure|number|count|toll|claim)s? could not be (?:independently )?(?:verified|confirmed|checked)\b",
    re.I,
)


@lru_cache(maxsize=256)  # several releases stand on one page
def _unverified_in(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_UNVERIFIED.finditer(text))


def unverified(draft: Draft, context: Context) -> str | None:
    """Gives the words by which a page says that nobody could check a number or learn how it was reached: in the two sentences after
    it, or wherever they name its asserter. None where no page says so."""
    for figure in draft.figures:
        view = context.views.get(figure.article)
        if view is None or figure.entity is None or context.body(figure.entity) != context.body(draft.entity or ""):
            continue
        text = view.article.text
        noun = re.findall(r"\w+", figure.asserter or "")[-1:]
        for match in _unverified_in(text):
            start, end = text.rfind(".", 0, match.start()) + 1, text.find(".", match.end())
            # A sentence that says whose figure it means ("the union's figure") is about nobody else's.
            whose = re.search(r"[\w-]+(?=['’]s\b)", match.group())
            near = figure.sentence[0] <= start <= figure.sentence[1] + 3 and not whose
            if near or (noun and re.search(rf"\b{re.escape(noun[0])}\b", text[start : end if end > 0 else None], re.I)):
                return match.group()
    return None


def _newsrooms(draft: Draft, context: Context) -> set[str]:
    """Gives the outlets whose own count a release is."""
    pages = [
        (f, context.views[f.article])
        for f in draft.figures
        if f.article in context.views and f.asserter and f.entity == draft.entity
    ]
    return {
        v.outlet
        for f, v in pages
        if v.outlet and (squash(str(f.asserter)) == v.outlet or f.asserter == v.article.byline)
    }


def _of_one_matter(a: Draft, b: Draft, context: Context) -> bool:
    """Says whether a page that carries the one number is, or shares a name with, a page that carries the other."""
    mine, theirs = (sorted({f.article for f in d.figures} & context.views.keys()) for d in (a, b))
    if not {*mine}.isdisjoint(theirs):
        return True
    told = {p: _without_outlets(context.views[p]) for p in {*mine, *theirs}}
    return any(shares_a_name(told[p][0], told[q][0], [told[p][1], told[q][1]]) for p in mine for q in theirs)


def _without_outlets(view: PageView) -> tuple[Facts, frozenset[str]]:
    """Gives what a page tells and its common nouns, without the names of outlets: a wire named on two pages is nothing that both tell; a
    town whose name an outlet bears is."""
    if not view.namings:
        return view.told.facts, view.nouns
    text = f"{view.article.title}\n\n{view.article.text}" if view.article.title else view.article.text
    for words in sorted({n.words for n in view.namings}, key=lambda w: (-len(w), w)):
        text = text.replace(words, " ")
    return told_in(text)


def _may_be_one(a: Draft, b: Draft) -> bool:
    """Says whether one of two asserters is unnamed and both stand on one page: a role and a name that nobody tells apart."""
    unnamed = any(
        (d.entity or "").startswith("unnamed:")
        or "(unnamed" in (d.lead.asserter or "")
        or is_bare_role(d.lead.asserter or "")
        for d in (a, b)
    )
    return unnamed and bool({f.article for f in a.figures} & {f.article for f in b.figures})


def _first_pages(draft: Draft, context: Context) -> tuple[str, ...]:
    """Gives the pages that heard the asserter, or else all pages of the release that go back to no other."""
    pages = draft.heard or tuple(
        sorted({f.article for f in draft.figures if context.root(f.article) == f.article and not f.borrowed})
    )
    return tuple(p for p in pages if p in context.views)


def evidence_of(draft: Draft, context: Context) -> str | None:
    """Gives the positive evidence that a release was got at first hand, in words, or None."""
    for page in draft.heard:
        heard = context.views[page]
        kind = next((a.kind for a in heard.access if a.kind not in NO_HEARING), "own reporting")
        return f"{draft.lead.asserter}: {kind} ({heard.article.outlet or heard.article.url})"
    for figure in sorted(draft.figures, key=lambda f: (f.published or "", f.article)):
        if figure.article in context.views and (found := _at_first_hand(draft, figure, context)):
            return f"{draft.lead.asserter}: {found}"
    return None


def _at_first_hand(draft: Draft, figure: Figure, context: Context) -> str | None:
    """Gives how one statement shows that nobody stands between asserter and page, or None."""
    view = context.views[figure.article]
    if figure.borrowed or context.root(figure.article) != figure.article or figure.entity != draft.entity:
        return None
    if figure.is_own or (figure.asserter and view.outlet and squash(figure.asserter) == view.outlet):
        return f"its own document ({view.article.url})"
    if figure.asserter and figure.asserter == view.article.byline:
        return f"counted by the writer ({view.article.outlet or view.article.url})"
    if any(a.kind == DATELINE for a in view.access) and context.is_direct(figure):
        return f"reported under {view.article.outlet or view.article.url}'s own dateline, nobody between"
    return None
