"""Aliases: different words for one asserter within one story ("the council", "the island's rulers", "the council's press office").

Learned from the story itself: names of which one stands in the other, and asserters to whom pages give the same uncommon numbers more
than once. It errs towards one origin: an official who keeps repeating a body's numbers goes with the body.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from firsthand.reconcile.compare import Context, is_one_asserter, name_words
from firsthand.reconcile.facts import stem
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.groups import Groups
from firsthand.reconcile.holders import Holders, role_stems
from firsthand.reconcile.releases import Draft
from firsthand.reconcile.values import telling

SHARED_RELEASES = 2
UNCOMMON = 0.8
MAX_NAMES = 60
_SPOKES = frozenset(stem(w) for w in ("spokesman", "spokeswoman", "spokesperson"))
_LEADS = frozenset(
    stem(w) for w in ("director", "head", "leader", "chief", "chair", "chairman", "chairwoman", "president")
)
_INSTITUTIONS = frozenset(
    stem(w)
    for w in (
        "union", "hospital", "company", "firm", "association", "federation", "institute", "agency", "service", "authority", "centre", "center",
        "clinic", "society", "committee", "commission", "council", "party", "bureau", "board",
    )
)  # fmt: skip


def with_aliases(drafts: Sequence[Draft], context: Context, holders: Holders) -> Context:
    """Gives the context of one story, in which its asserters' aliases go under one key."""
    leads = _leads(drafts)
    groups = Groups(sorted(leads))
    together = _together(drafts)
    for (one, other), times in sorted(together.items()):
        if times >= SHARED_RELEASES:
            groups.join(one, other)
    for one, other in _namesakes(leads):
        if is_one_asserter(leads[one], leads[other], context):
            groups.join(one, other)
    for one, other in (
        *_office_holders(leads, holders),
        *_spokespeople(leads, holders, groups),
        *_leaders(leads, holders, groups),
    ):
        groups.join(one, other)
    aliases = {entity: groups.top(entity) for entity in leads if groups.top(entity) != entity}
    known = {entity: aliases.get(body, body) for entity, body in context.speaks_for.items()}
    return replace(context, speaks_for={**aliases, **known}, partners=frozenset(together))


def _leads(drafts: Sequence[Draft]) -> dict[str, Figure]:
    """Gives for each asserter's key the first figure that has it."""
    found: dict[str, Figure] = {}
    for draft in drafts:
        for figure in draft.figures:
            if figure.entity and not figure.borrowed:
                found.setdefault(figure.entity, figure)
    return found


def _namesakes(leads: Mapping[str, Figure]) -> Iterator[tuple[str, str]]:
    """Gives pairs of asserters that have a word of their names in common, without comparing all with all."""
    postings: defaultdict[str, list[str]] = defaultdict(list)
    for entity in sorted(leads):
        for word in sorted(name_words(leads[entity])):
            postings[word].append(entity)
    yield from sorted({p for ids in postings.values() if len(ids) <= MAX_NAMES for p in combinations(ids, 2)})


def _office_holders(leads: Mapping[str, Figure], holders: Holders) -> Iterator[tuple[str, str]]:
    """Gives (unnamed role, named person) where exactly one asserter of the story holds the office."""
    roles = {entity: holders.roles(entity) for entity in leads}
    for role in sorted(e for e in leads if e.startswith("unnamed: ")):
        words = role_stems(role.removeprefix("unnamed: "))
        fitting = sorted(e for e, held in roles.items() if words and words <= held)
        if len(fitting) == 1:
            yield role, fitting[0]


def _spokespeople(leads: Mapping[str, Figure], holders: Holders, groups: Groups) -> Iterator[tuple[str, str]]:
    """Gives (spokesman, body) where a page calls a person the spokesman of exactly one body that also speaks in the story."""
    bodies = {e: frozenset(stem(w) for w in name_words(f)) for e, f in leads.items()}
    for entity in sorted(leads):
        roles = holders.roles(entity)
        if roles & _SPOKES:
            named = [e for e, words in bodies.items() if e != entity and words and words <= roles]
            yield from _only(entity, named, groups)


def _leaders(leads: Mapping[str, Figure], holders: Holders, groups: Groups) -> Iterator[tuple[str, str]]:
    """Gives (person, body) where a page says that a person leads "the union" and exactly one union speaks in the story."""
    bodies: defaultdict[str, list[str]] = defaultdict(list)
    for entity in sorted(leads):
        last = stem((entity.split() or [""])[-1])
        if last in _INSTITUTIONS and not entity.startswith("unnamed:"):
            bodies[last].append(entity)
    for entity in sorted(leads):
        roles = holders.roles(entity)
        for noun in sorted(roles & _INSTITUTIONS) if roles & _LEADS else ():
            yield from _only(entity, [e for e in bodies[noun] if e != entity], groups)


def _only(entity: str, named: Sequence[str], groups: Groups) -> Iterator[tuple[str, str]]:
    """Gives the pair of a person and the one body named; names that are joined already are one body."""
    if len({groups.top(e) for e in named}) == 1:
        yield entity, min(named)


def _together(drafts: Sequence[Draft]) -> Counter[tuple[str, str]]:
    """Gives how many uncommon releases each pair of asserters is given as the source of.

    A body that the gazetteer knows needs two pages for each release that counts: one page may have misnamed its source throughout.
    """
    found: Counter[tuple[str, str]] = Counter()
    pages: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for draft in drafts:
        if max(telling(draft.lead.low), telling(draft.lead.high)) < UNCOMMON:
            continue
        named = [f for f in draft.figures if f.entity and not f.borrowed]
        for pair in combinations(sorted({str(f.entity) for f in named})[:20], 2):
            found[pair] += 1
            pages[pair] |= {
                f.article for f in named if f.entity in pair and ":" in str(f.entity) and " " not in str(f.entity)
            }
    return Counter({pair: n for pair, n in found.items() if len(pages[pair]) != 1})
