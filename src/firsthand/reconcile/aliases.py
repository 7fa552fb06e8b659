"""Aliases: different words for one asserter within one story ("the council", "the island's rulers", "the council's press office").

Learned from the story itself: names of which one stands in the other, and asserters to whom pages give the same uncommon numbers more
than once. It errs towards one origin: an official who keeps repeating a body's numbers goes with the body.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from firsthand.reconcile.compare import Context, is_one_asserter, name_words
from firsthand.reconcile.facts import fold, stem
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
        "clinic", "society", "committee", "commission", "council", "party", "bureau", "board", "ministry", "department", "government", "police",
        "guard", "brigade", "army", "navy", "network", "administration", "municipality", "university", "foundation", "organisation",
        "organization", "alliance", "coalition", "office", "junta", "guild", "chamber", "cooperative", "operator", "group",
    )
)  # fmt: skip
_OF_THE_STATE = frozenset(
    stem(w) for w in ("government", "army", "navy", "police", "administration", "party", "guard", "ministry")
)
# Through these a body speaks: its press office's word is its own.
_MOUTHPIECES = frozenset(
    """office press service spokesman spokeswoman spokesperson spokespeople statement data figures bulletin report website site media
    information team desk headquarters secretariat situation no""".split()
)
_COLLECTIVES = frozenset(["group", "groups", "association", "network", "collective", "organisation", "organization"])
_ARTICLES = frozenset(["the", "a", "an", "its", "their", "this", "that", "same", "own", "local"])


def with_aliases(drafts: Sequence[Draft], context: Context, holders: Holders) -> Context:
    """Gives the context of one story, in which its asserters' aliases go under one key."""
    leads = _leads(drafts)
    groups = Groups(sorted(leads))
    together = _together(drafts)
    for (one, other), times in sorted(together.items()):
        if times >= SHARED_RELEASES:
            groups.join(one, other)
    _join_namesakes(leads, groups, context)
    for one, other in (
        *_described(drafts, groups),
        *_members(drafts, groups),
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


def _join_namesakes(leads: Mapping[str, Figure], groups: Groups, context: Context) -> None:
    """Joins asserters of one name, and a shorter name with a longer that ends in it where the story has just one: "Lind" goes with
    "Oda Lind" unless there is a "Per Lind" too. A bare noun ("the army") is no short name."""
    size = {entity: len(name_words(figure)) for entity, figure in leads.items()}
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in _namesakes(leads):
        if not is_one_asserter(leads[one], leads[other], context):
            continue
        short, long = sorted((one, other), key=lambda e: (size[e], e))
        if size[short] == size[long]:
            groups.join(short, long)
        elif size[short] > 1 or stem(name_words(leads[short])[0]) not in _INSTITUTIONS:
            longer[short].append(long)
    for short in sorted(longer, key=lambda e: (-size[e], e)):
        for one, other in _only(short, longer[short], groups):
            groups.join(one, other)


def _namesakes(leads: Mapping[str, Figure]) -> Iterator[tuple[str, str]]:
    """Gives pairs of asserters that have a word of their names in common, without comparing all with all."""
    postings: defaultdict[str, list[str]] = defaultdict(list)
    for entity in sorted(leads):
        for word in sorted(name_words(leads[entity])):
            postings[word].append(entity)
    yield from sorted({p for ids in postings.values() if len(ids) <= MAX_NAMES for p in combinations(ids, 2)})


def _described(drafts: Sequence[Draft], groups: Groups) -> Iterator[tuple[str, str]]:
    """Gives (shorter, longer) for names of bodies of which one holds all words of the other and the same head: "the city's health
    department" is "Lovik City Health Department" where no other asserter of the story can be meant.

    A bare "the army" or "the government" is the state's, whatever other army has a name.
    """
    by_head: defaultdict[str, defaultdict[frozenset[str], set[str]]] = defaultdict(lambda: defaultdict(set))
    for draft in drafts:
        for figure in draft.figures:
            if figure.entity and not figure.borrowed and (body := body_of(figure.asserter or "")):
                by_head[body.head][body.words].add(figure.entity)
    for head, names in sorted(by_head.items()):
        yield from ((min(same), other) for same in names.values() for other in sorted(same))
        for words in sorted(names, key=lambda w: (-len(w), sorted(w))) if len(names) <= MAX_NAMES else ():
            fitting = sorted({e for others, long in names.items() if words < others for e in long})
            if fitting and (len(words) > 1 or head not in _OF_THE_STATE):
                yield from _only(min(names[words]), fitting, groups)


def _members(drafts: Sequence[Draft], groups: Groups) -> Iterator[tuple[str, str]]:
    """Gives (description, body) for a body named after its members: "the divers", "a group of divers" are Ossby Divers Aid.

    A union or an association is not: its short name is "the union", and "drivers" are not the drivers' union.
    """
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    groups_of: defaultdict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        for figure in draft.figures:
            words = [
                fold(w) for w in re.findall(r"[^\W_][\w'’]*", re.sub(r"\s*\(unnamed.*", "", figure.asserter or ""))
            ]
            many = {w for w in words if w.endswith("s") and len(w) > 4}
            if not figure.entity or figure.borrowed or not many:
                continue
            if not figure.entity.startswith("unnamed:"):
                for word in many if stem(words[-1]) not in _INSTITUTIONS else ():
                    bodies[word].add(figure.entity)
            elif len(words) == 1 or _COLLECTIVES & set(words):
                groups_of[figure.entity] |= many - _COLLECTIVES
    for entity in sorted(groups_of):
        named = sorted({body for word in groups_of[entity] for body in bodies[word]})
        if named:
            yield from _only(entity, named, groups)


@dataclass(frozen=True, slots=True)
class Body:
    """The words of a body's name that tell it from others, and its head ("department")."""

    words: frozenset[str]
    head: str


def body_of(name: str) -> Body | None:
    """Gives the words and the head of a body's name or description, its mouthpieces left out; None for what is no body.

    >>> body_of("the Ministry of Health's press office") == body_of("health ministry (unnamed)")
    True
    """
    plain = re.sub(r"\s*\(unnamed[^)]*\)?", "", name)
    parts = [
        [w for w in (fold(w) for w in re.findall(r"[^\W_][\w'’]*", part)) if w]
        for part in re.split(r"\s(?:of|for)\s", plain)
    ]
    for part in parts:
        while len(part) > 1 and part[-1] in _MOUTHPIECES:
            part.pop()
    parts = [p for p in parts if p and not set(p) <= _MOUTHPIECES]
    head = stem(parts[0][-1]) if parts else ""
    if head not in _INSTITUTIONS:
        return None
    return Body(frozenset(stem(w) for part in parts for w in part) - _ARTICLES, head)


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
