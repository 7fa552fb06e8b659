"""What pages have in common through their speakers and figures: same occasion, update of, independent, circular, unknown.

Judged between the roots of page families, so that a forest of reprints counts as one page. A page of a story that is tied to no
other and shows no source of its own is *unknown*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from firsthand.reconcile.access import INQUIRY
from firsthand.reconcile.asserters import entity_of
from firsthand.reconcile.background import is_background
from firsthand.reconcile.bodies import publisher_families
from firsthand.reconcile.compare import Context
from firsthand.reconcile.days import days_between
from firsthand.reconcile.facts import fold, stem
from firsthand.reconcile.lineage import PageView
from firsthand.reconcile.matters import shares_a_name
from firsthand.reconcile.rarity import rarity
from firsthand.reconcile.relations import Finding
from firsthand.reconcile.releases import Draft
from firsthand.reconcile.stories import is_told_later, overlap_of
from firsthand.reconcile.values import agreement, telling
from firsthand.records import Claim, Judgement, Reading

FOLLOW_UP_DAYS = 10
SEVERAL_NUMBERS = 0.6
NEAR = 160  # characters round a number
ROUND = 400  # round words that somebody says
MAX_PAGES = 60
CHECKED = ("shared wording", "retelling", "citations", "shared releases", "shared speakers", "signs of own access")


def judge_pages(
    stories: Mapping[str, Sequence[str]], readings: Mapping[str, Reading], drafts: Sequence[Draft],
    findings: Sequence[Finding], contexts: Mapping[str, Context],
) -> Iterator[Judgement]:  # fmt: skip
    """Yields the judgements between the family roots of each story, sorted by story and ids."""
    by_story: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_story[draft.story].append(draft)
    for name in sorted(stories):
        context = contexts[name]
        roots = sorted({context.root(a) for a in stories[name]} & context.views.keys())
        common = _Common(
            context=context, shared=_shared(by_story[name], context), updates=_updates(by_story[name], findings, context),
            speakers={a: _speakers(readings[a], context) for a in stories[name]},
            occasions={a: occasions_of(a, context, readings[a].claims) for a in roots},
            persons={a: frozenset(_named_persons(readings[a])) for a in roots}, called={a: _called(readings[a]) for a in roots},
            publishers=publisher_families({a: context.views[a] for a in roots}),
        )  # fmt: skip
        for a, b in combinations(roots, 2):
            if (found := _judge(a, b, common)) is not None:
                yield found
        yield from _own_follow_ups(stories[name], context, readings)
        yield from _circular(roots, context)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Common:
    """What pages of one story may have in common: for pairs of roots the releases both carry and the reason why one updates the
    other, for each page the bodies that speak on it and the occasions it tells of, for an outlet its publisher where one is
    known; for each page the keys of the persons who speak on it by name, and the words of all speakers' names."""

    context: Context
    shared: Mapping[tuple[str, str], Sequence[Draft]]
    updates: Mapping[tuple[str, str], str]
    speakers: Mapping[str, frozenset[str]]
    occasions: Mapping[str, Mapping[str, str]]
    persons: Mapping[str, frozenset[str]]
    called: Mapping[str, frozenset[str]]
    publishers: Mapping[str, str]


def _judge(a: str, b: str, common: _Common) -> Judgement | None:
    context, shared, speakers = common.context, common.shared, common.speakers
    views = context.views
    first, second = sorted((a, b), key=lambda i: views[i].rank[1:])
    if reason := common.updates.get((a, b)):
        return _found(second, first, "update of", (reason,))
    if _is_follow_up(views[first], views[second], common.called[a] | common.called[b]):
        return _found(second, first, "update of", ("the same outlet, a later day, the same story",))
    if not context.is_linked(a, b) and (met := _one_sitting(second, first, common)):
        return met
    if drafts := shared.get((a, b)):
        return None if context.is_linked(a, b) else _same_occasion(second, first, drafts, common)
    tied = context.is_linked(a, b) or speakers[a] & speakers[b] or _meet(a, b, shared, context)
    if tied or _same_number(a, b, context) or _names_speaker(a, b, common) or _names_speaker(b, a, common):
        return None
    return _independent(views[a], views[b], common) if speakers[a] and speakers[b] else None


def _same_occasion(second: str, first: str, drafts: Sequence[Draft], common: _Common) -> Judgement | None:
    """Two outlets within a day that heard one asserter at one sitting: each tells where he spoke to several, or both have several of
    his numbers. A number that a page has from somebody else, or through another outlet, was not heard there."""
    context, views = common.context, common.context.views
    if views[first].outlet == views[second].outlet or (days_between(views[first].day, views[second].day) or 0) > 1:
        return None
    said = [d for d in drafts if _says(d, first, context) and _says(d, second, context)]
    for draft in said:
        words = [common.occasions[page].get(context.body(draft.entity or "")) for page in (first, second)]
        if words[0] and words[1]:
            shown = " and ".join(f"“{w}”" for w in words)
            reason = f"both give {draft.lead.asserter}'s number, told to several: {shown}"
            return _found(second, first, "same occasion", (reason,))
    for body in dict.fromkeys(context.body(d.entity or "") for d in said):
        mine = {d.lead.low: d for d in said if context.body(d.entity or "") == body}
        if len(mine) > 1 and sum(telling(low) for low in mine) >= SEVERAL_NUMBERS:
            numbers = ", ".join(d.lead.words for d in mine.values())
            reason = f"both give several numbers of {next(iter(mine.values())).lead.asserter}: {numbers}"
            return _found(second, first, "same occasion", (reason,))
    return None


def _one_sitting(second: str, first: str, common: _Common) -> Judgement | None:
    """Two outlets within a day on whose pages one speaks, each telling that he spoke to several."""
    views = common.context.views
    days = days_between(views[first].day, views[second].day)
    if views[first].outlet == views[second].outlet or days is None or days > 1:
        return None
    for one, words in sorted(common.occasions[first].items()):
        for other, more in sorted(common.occasions[second].items()):
            if one == other or one.endswith(f" {other}") or other.endswith(f" {one}"):
                reason = f"one speaks on both, to several: “{words}” and “{more}”"
                return _found(second, first, "same occasion", (reason,))
    return None


def _says(draft: Draft, page: str, context: Context) -> bool:
    """Says whether a page itself gives a release as its asserter's, in words, neither borrowed nor through another outlet."""
    body = context.body(draft.entity or "")
    told = (f for f in draft.figures if f.article == page and f.entity and not f.borrowed and not f.is_pointed_at)
    return any(context.body(f.entity or "") == body and context.is_direct(f) for f in told)


# Words that tell where somebody spoke to several outlets at once.
_PRESS = r"(?:reporters|journalists|the press|the media|correspondents)"
_OCCASION = re.compile(
    r"\b(?:told|tell(?:s|ing)?|informed|at|to|before|addressing|speaking (?:to|at)|during)\s+(?:[\w’'-]+\s+){0,3}?(?:briefing|news conference|press conference|press cent(?:re|er))\b|"
    rf"\b(?:told|telling|to|addressing|speaking to|asked by|asked|urged|assured|reminded|met|meeting with)\s+(?:the\s+|assembled\s+|local\s+|waiting\s+)?{_PRESS}\b|"
    rf"\b{_PRESS}\s+(?:wanted|asked|were told|had asked|pressed|heard)\b|"
    r"\b(?:other|gathered|assembled)\s+(?:media|outlets|newsrooms|reporters|journalists)\b|"
    r"\b(?:in front of|before)\s+(?:the\s+)?(?:cameras|microphones)\b",
    re.I,
)


def occasions_of(page: str, context: Context, claims: Sequence[Claim] = ()) -> dict[str, str]:
    """Gives for each body that speaks on a page the words by which it tells of an occasion at which the body spoke to several: in the
    sentence of one of its numbers or claims or close to it."""
    found: dict[str, str] = {}
    text = context.views[page].article.text
    said = [
        (f.entity, f.sentence[0] - NEAR, f.sentence[1] + NEAR)
        for f in context.figures.get(page, ())
        if f.entity and not f.is_pointed_at
    ]
    for claim in (c for c in claims if not c.is_pointed_at):
        spans = (*claim.content, *claim.source, *claim.cue)
        if spans and (entity := entity_of(claim.speaker)):
            said.append((entity, min(s.start for s in spans) - ROUND, max(s.end for s in spans) + ROUND))
    for match in _OCCASION.finditer(text) if said else ():
        for entity, start, end in said:
            if start <= match.start() and match.end() <= end:
                found.setdefault(context.body(entity), match.group())
    return found


def _independent(a: PageView, b: PageView, common: _Common) -> Judgement | None:
    """Positive evidence on both sides, two publishers, and at least a name in common, so that both tell of one matter."""
    houses = {common.publishers.get(view.outlet, view.outlet) for view in (a, b)}
    mine, theirs = evidence_on(a), evidence_on(b)
    if len(houses) < 2 or not (mine and theirs):
        return None
    if not shares_a_name(a.told.facts, b.told.facts, [a.nouns, b.nouns]):
        return None
    return _found(a.article.id, b.article.id, "independent", (mine, theirs, "no speaker or release in common"))


def _meet(a: str, b: str, shared: Mapping[tuple[str, str], Sequence[Draft]], context: Context) -> bool:
    """Says whether what one page cites is, or shares a release with, the other page or what that cites."""
    mine = {a} | {parent for child, parent in context.cites if child == a}
    theirs = {b} | {parent for child, parent in context.cites if child == b}
    return any(x == y or (min(x, y), max(x, y)) in shared for x in mine for y in theirs if (x, y) != (a, b))


def _same_number(a: str, b: str, context: Context) -> bool:
    """Says whether both pages give a number that is not common, nor known to everybody, and not each heard it from an asserter of its own."""
    mine, theirs = (
        [f for f in context.figures.get(page, ()) if not is_background(f, context.views[page].article.text)]
        for page in (a, b)
    )
    return any(
        agreement(x.quantity, y.quantity)
        and telling(x.low) >= 0.4
        and not (context.is_heard(x) and context.is_heard(y))
        for x in mine
        for y in theirs
    )


def _names_speaker(page: str, other: str, common: _Common) -> bool:
    """Says whether a page names a person who speaks on another, with two of his names: it may have its news from him too."""
    told = common.context.views[page].told.facts.first
    return any(sum("@" + stem(name) in told for name in person.split()) > 1 for person in common.persons[other])


def _found(subject: str, other: str, relation: str, reasons: tuple[str, ...]) -> Judgement:
    return Judgement(about="page", subject=subject, object=other, relation=relation, reasons=reasons, checked=CHECKED)


def _shared(drafts: Sequence[Draft], context: Context) -> dict[tuple[str, str], tuple[Draft, ...]]:
    """Gives for pairs of family roots the releases that both carry, the largest number first; a borrowed number is not carried for
    its own sake."""
    found: defaultdict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        roots = sorted({context.root(f.article) for f in draft.figures})
        for pair in combinations(roots[:MAX_PAGES], 2):
            if draft.established:
                found[pair].append(draft)
    return {pair: tuple(sorted(ds, key=lambda d: (-d.lead.low, d.id))) for pair, ds in found.items()}


def _updates(drafts: Sequence[Draft], findings: Sequence[Finding], context: Context) -> dict[tuple[str, str], str]:
    """Gives for pairs of roots the reason why one updates the other: one asserter's later release, heard by one outlet."""
    by_id = {d.id: d for d in drafts}
    found: dict[tuple[str, str], str] = {}
    for f in findings:
        if f.relation != "updates" or f.subject not in by_id:
            continue
        later, earlier = by_id[f.subject], by_id[f.object]
        for page in sorted({context.root(x.article) for x in later.figures}):
            for other in sorted({context.root(x.article) for x in earlier.figures}):
                same = (
                    context.views[page].outlet == context.views[other].outlet
                    if page in context.views and other in context.views
                    else False
                )
                if page != other and same:
                    found[(min(page, other), max(page, other))] = f.reason
    return found


def _is_follow_up(first: PageView, second: PageView, speakers: frozenset[str]) -> bool:
    """One outlet, a later day soon after, and enough in common that both surely tell of one event: more than that one agency speaks of both.

    `speakers` are the words of the names of all who speak on either.
    """
    if not first.outlet or first.outlet != second.outlet or not (first.day and second.day and first.day < second.day):
        return False
    shared = overlap_of(first, second, (), ())
    if shared.names < 2 or shared.topic < 2 or ((shared.days or 0) > FOLLOW_UP_DAYS and not is_told_later(shared)):
        return False
    pair = (first.told.facts, second.told.facts)
    names = {
        n[1:] for one, other in (pair, pair[::-1]) for n in one.of_kind("@") if n in other.first or n[1:] in other.first
    }
    return shared.numbers >= 1 or any(rarity(name) >= 1 for name in names - speakers)


def _own_follow_ups(articles: Sequence[str], context: Context, readings: Mapping[str, Reading]) -> Iterator[Judgement]:
    """Yields an outlet's own later page after a page that it had made from another's."""
    by_outlet: defaultdict[str, list[str]] = defaultdict(list)
    for page in sorted(a for a in articles if a in context.views):
        by_outlet[context.views[page].outlet].append(page)
    for pages in by_outlet.values():
        for first, second in permutations(pages, 2) if len(pages) <= MAX_PAGES else ():
            is_own = context.root(second) == second and context.root(first) not in (first, second)
            called = _called(readings[first]) | _called(readings[second])
            if is_own and _is_follow_up(context.views[first], context.views[second], called):
                yield _found(second, first, "update of", ("the same outlet, a later day, the same story",))


def _speakers(reading: Reading, context: Context) -> frozenset[str]:
    """Gives the bodies that speak on a page; one that a network alone points at does not."""
    entities = (entity_of(c.speaker) for c in reading.claims if not c.is_pointed_at)
    return frozenset(context.body(e) for e in entities if e)


def _named_persons(reading: Reading) -> Iterator[str]:
    """Yields the keys of the persons who speak by name on a page."""
    for claim in reading.claims:
        if claim.is_pointed_at:
            continue
        if claim.speaker and claim.speaker.kind == "person" and (entity := entity_of(claim.speaker)):
            yield entity


def _called(reading: Reading) -> frozenset[str]:
    """Gives the words of the names of all who speak on a page, as stems."""
    names = " ".join(c.speaker.name for c in reading.claims if c.speaker)
    return frozenset(stem(fold(w)) for w in re.findall(r"[^\W\d_]+", names))


def evidence_on(view: PageView) -> str | None:
    """Gives a page's sign of own access in words, or None."""
    name = view.article.outlet or view.article.url
    for access in (a for a in view.access if a.kind != INQUIRY):
        return f"{name}: {access.kind} (“{access.span.of(view.article.text)}”)"
    return None


def _circular(roots: Sequence[str], context: Context) -> Iterator[Judgement]:
    """Two outlets whose pages cite each other, when neither page shows that it heard somebody who gives a number."""
    by_outlets: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for child, parent in sorted(context.cites):
        if child in roots and parent in roots:  # a citation of a page, not of an outlet
            by_outlets[(context.views[child].outlet, context.views[parent].outlet)].append((child, parent))
    for (one, other), edges in sorted(by_outlets.items()):
        back = by_outlets.get((other, one), ())
        if one >= other or not back:
            continue
        pages = sorted({p for e in (*edges, *back) for p in e})
        if any(f.entity and context.is_heard(f) for p in pages for f in context.figures.get(p, ())):
            continue
        (child, parent), (later, _) = edges[0], back[0]
        yield Judgement(
            about="page", subject=child, object=parent if parent != child else later, relation="circular", credited=True, checked=CHECKED,
            reasons=("each of two outlets cites the other", "neither page heard anybody who gives a number"),
        )  # fmt: skip
