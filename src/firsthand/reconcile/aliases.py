"""Aliases: different words for one asserter within one story ("the council", "the island's rulers", "the council's press office").

Learned from the story itself: names of which one stands in the other, and asserters to whom pages give the same uncommon numbers more
than once. It errs towards one origin: an official who keeps repeating a body's numbers goes with the body.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

from firsthand.reconcile.bare import is_of_one_page
from firsthand.reconcile.cast import Cast, are_rival, cast_of
from firsthand.reconcile.castings import RULES, Found
from firsthand.reconcile.compare import Context, is_one_asserter, name_words
from firsthand.reconcile.facts import fold, stem
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.groups import Groups
from firsthand.reconcile.holders import Holders, role_stems
from firsthand.reconcile.institutions import ARTICLES, INSTITUTIONS, are_set_apart, body_of, parts_of, without_level
from firsthand.reconcile.introduced import introductions, is_bare_office, is_elsewhere, is_no_more, roles_of
from firsthand.reconcile.kinds import KNOWN
from firsthand.reconcile.releases import BY_CHANCE, Draft
from firsthand.reconcile.values import comparable, telling

UNCOMMON = 0.8
ENOUGH = 1.59  # how telling the numbers that two names share must be, taken together: as two uncommon ones are
MAX_NAMES = 60
_SPOKES = frozenset(stem(w) for w in ("spokesman", "spokeswoman", "spokesperson"))
_LEADS = frozenset(
    stem(w) for w in ("director", "head", "leader", "chief", "chair", "chairman", "chairwoman", "president")
)
_OF_THE_STATE = frozenset(stem(w) for w in ("government", "army", "navy", "police", "administration", "party", "guard"))
_FIELDS = frozenset(
    stem(w)
    for w in (
        "fire",
        "police",
        "ambulance",
        "coast",
        "health",
        "customs",
        "prison",
        "forest",
        "army",
        "navy",
        "hospital",
    )
)
# People who are known by the body they work for: "health officials".
_STAFF = frozenset(stem(w) for w in ("officials", "authorities", "colleagues", "people"))
_COLLECTIVES = frozenset(["group", "groups", "association", "network", "collective", "organisation", "organization"])


def with_aliases(drafts: Sequence[Draft], context: Context, holders: Holders) -> Context:
    """Gives the context of one story, in which its asserters' aliases go under one key."""
    leads = _leads(drafts)
    groups = Groups(sorted(leads))
    together = _together(drafts)
    for (one, other), weight in sorted(together.items()):
        if weight >= ENOUGH:
            groups.join(one, other)
    for one, other in _of_one_count(drafts, together):
        groups.join(one, other)
    _join_namesakes(leads, groups, context)
    cast = cast_of(drafts, leads, context, lambda name: body_of(name) is not None)
    rules: tuple[Callable[[], Iterator[tuple[str, str]]], ...] = (
        lambda: _described(drafts, groups, context.lands),
        lambda: _staff(drafts, groups, context),
        lambda: _members(drafts, groups),
        lambda: _office_holders(leads, holders),
        lambda: _spokespeople(leads, holders, groups),
        lambda: _leaders(leads, holders, groups, cast),
        lambda: _people_of(drafts, leads, groups, context),
        lambda: _of_the_house(cast, context),
        *(partial(_cast_by, rule, cast, groups) for rule in RULES),
        lambda: _described(drafts, groups, context.lands),  # "the brigade", now that the names of brigades are joined
    )
    for rule in rules:
        for one, other in list(rule()):  # each sees what those before it joined
            groups.join(one, other)
    aliases = {entity: groups.top(entity) for entity in leads if groups.top(entity) != entity}
    above = _above(context.speaks_for, leads)
    known = {entity: aliases.get(body, body) for entity, body in above.items()}
    found = {entity: known.get(top, top) for entity, top in aliases.items()} | known
    return replace(context, speaks_for=found, partners=frozenset(together))


def _cast_by(rule: Callable[[Cast], Found], cast: Cast, groups: Groups) -> Iterator[tuple[str, str]]:
    for entity, named in rule(cast):
        yield from _only(entity, sorted(named - {entity}), groups)


def _above(speaks_for: Mapping[str, str], leads: Mapping[str, Figure]) -> dict[str, str]:
    """Gives who speaks for whom, without the agencies of one house of which several give numbers of their own: each counts for itself."""
    many = Counter(body for entity, body in speaks_for.items() if entity in leads and entity.startswith("body:"))
    return {
        e: b for e, b in speaks_for.items() if not (e.startswith("body:") and many[b] > 1 and b.startswith("body:"))
    }


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
        elif size[short] > 1 or stem(name_words(leads[short])[0]) not in INSTITUTIONS:
            longer[short].append(long)
    for short in sorted(longer, key=lambda e: (-size[e], e)):
        for one, other in _only(short, longer[short], groups):
            groups.join(one, other)


def _namesakes(leads: Mapping[str, Figure]) -> Iterator[tuple[str, str]]:
    """Gives pairs of asserters that have a word of their names in common, without comparing all with all."""
    postings: defaultdict[str, list[str]] = defaultdict(list)
    for entity in sorted(e for e in leads if ";" not in e):  # two asserters of one statement are neither of them
        for word in sorted(name_words(leads[entity])):
            postings[word].append(entity)
    yield from sorted({p for ids in postings.values() if len(ids) <= MAX_NAMES for p in combinations(ids, 2)})


def _described(drafts: Sequence[Draft], groups: Groups, lands: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Gives (shorter, longer) for names of bodies of which one holds all words of the other and the same head: "the city's health
    department" is "Lovik City Health Department" where no other asserter of the story can be meant.

    A bare "the army" or "the government" is the state's, whatever other army has a name.
    """
    by_head: defaultdict[str, defaultdict[frozenset[str], set[str]]] = defaultdict(lambda: defaultdict(set))
    for draft in drafts:
        for figure in draft.figures:
            if not figure.entity or figure.borrowed or is_of_one_page(figure.entity):
                continue
            if " and the " in (figure.asserter or ""):
                continue  # two bodies at once are neither of them
            if body := body_of(figure.asserter or "", lands):
                by_head[body.head][without_level(body.words, figure.asserter or "")].add(figure.entity)
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
                for word in many if stem(words[-1]) not in INSTITUTIONS else ():
                    bodies[word].add(figure.entity)
            elif len(words) == 1 or _COLLECTIVES & set(words):
                groups_of[figure.entity] |= many - _COLLECTIVES
    for entity in sorted(groups_of):
        named = sorted({body for word in groups_of[entity] for body in bodies[word]})
        if named:
            yield from _only(entity, named, groups)


def _staff(drafts: Sequence[Draft], groups: Groups, context: Context) -> Iterator[tuple[str, str]]:
    """Gives (description, body) for people known by the body they work for: "health officials in Orsa" are Orsa's health department,
    where the story has no other body of health, or none that its pages place in Orsa."""
    bodies: dict[str, set[str]] = {}
    staff: dict[str, tuple[frozenset[str], str, set[str]]] = {}
    for draft in drafts:
        for f in draft.figures:
            if not f.entity or f.borrowed:
                continue
            core, _, where = re.sub(r"\s*\(unnamed[^)]*\)?", "", f.asserter or "").partition(" in ")
            words = [w for part in parts_of(core) for w in part]
            if body := body_of(f.asserter or ""):
                bodies.setdefault(f.entity, set()).update(body.words)
            elif f.entity.startswith("body:"):
                bodies.setdefault(f.entity, set()).update(stem(w) for w in words)
            is_office = len(words) > 2 and words[-1] == "office" and ":" not in f.entity
            if is_office or (len(words) > 1 and stem(words[-1]) in _STAFF):
                own = frozenset(stem(w) for w in (words if is_office else words[:-1])) - ARTICLES
                place = re.findall(r"[A-ZÀ-Þ][\w-]+", where)[-1:] or _place_after(f, context)
                staff.setdefault(f.entity, (own, fold(place[0]) if place else "", set()))[2].add(f.article)
    for entity in sorted(staff):
        own, place_name, pages = staff[entity]
        fitting = [b for b, theirs in sorted(bodies.items()) if b != entity and own <= theirs]
        there = [
            b for b in fitting if place_name and (stem(place_name) in bodies[b] or _is_seated(b, place_name, context))
        ]
        texts = [context.views[p].article.text for p in sorted(pages) if p in context.views]
        beside = [b for b in fitting if any(_names(b, text) for text in texts)]
        for some in (fitting, there, beside):
            if len({groups.top(b) for b in some}) == 1:
                yield entity, min(some)
                break


def _place_after(figure: Figure, context: Context) -> list[str]:
    """Gives the place that the page names right behind an asserter ("health officials in breakaway Orsa")."""
    view, spans = context.views.get(figure.article), figure.speaker.spans if figure.speaker else ()
    if view is None or not spans:
        return []
    found = re.match(
        r"\s(?:in|of)\s(?:the\s)?(?:[a-z]+\s)?(?P<place>[A-ZÀ-Þ][\w-]+)",
        view.article.text[max(s.end for s in spans) :][:60],
    )
    return [found["place"]] if found else []


def _names(body: str, text: str) -> bool:
    return bool(re.search(rf"\b{re.escape(' '.join(body.split()[-2:]))}\b", text, re.I))


def _is_seated(body: str, place: str, context: Context) -> bool:
    """Says whether a page of the story says that a body is in a place ("the Health Directorate in Orsa")."""
    seat = re.compile(rf"\b{re.escape(' '.join(body.split()[-2:]))} in {re.escape(place)}\b", re.I)
    return any(seat.search(view.article.text) for view in context.views.values())


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


def _leaders(leads: Mapping[str, Figure], holders: Holders, groups: Groups, cast: Cast) -> Iterator[tuple[str, str]]:
    """Gives (person, body) where a page says that a person leads "the union" and exactly one union speaks in the story; not where it says
    that he did once, or of another place: Lovik's police chief leads no Orsa police."""
    bodies: defaultdict[str, list[str]] = defaultdict(list)
    for entity in sorted(leads):
        last = stem((entity.split() or [""])[-1])
        if last in INSTITUTIONS and not entity.startswith("unnamed:"):
            bodies[last].append(entity)
    for entity in sorted(leads):
        roles = holders.roles(entity)
        called = _called(entity, cast) if roles & _LEADS and roles & INSTITUTIONS else []
        if any(is_no_more(role) for role in called):
            continue
        for noun in sorted(roles & INSTITUTIONS) if roles & _LEADS else ():
            fitting = [e for e in bodies[noun] if e != entity and _fits(leads[e], noun, roles)]
            elsewhere = {e for e in fitting for role in called if is_elsewhere(role, leads[e].asserter or "")}
            yield from _only(entity, [e for e in fitting if e not in elsewhere], groups)


def _called(entity: str, cast: Cast) -> list[str]:
    """Gives what the pages of a story call a person."""
    name = cast.person(entity) if entity in cast.names else None
    return [role for text in cast.texts for role in roles_of(name, text)] if name else []


def _fits(body: Figure, noun: str, roles: frozenset[str]) -> bool:
    """Says whether what a person leads can be this body: the head of the fire service does not lead the police service."""
    mine = {stem(fold(w)) for w in re.findall(r"[^\W_]{3,}", body.asserter or "")} - {noun}
    theirs = (roles & _FIELDS) - {noun}
    return not mine or not theirs or any(m.startswith(t[:4]) for m in mine for t in theirs)


def _of_the_house(cast: Cast, context: Context) -> Iterator[tuple[str, str]]:
    """Gives (person, body) where a body's own page calls a person by an office and names no other body for it: "our director, Oda Lind"."""
    houses = {f.article: entity for entity, figures in cast.figures.items() for f in figures if f.is_own}
    for entity in sorted(e for e in cast.names if cast.is_person(e)):
        for page, house in sorted(houses.items()):
            text = context.views[page].article.text
            if any(is_bare_office(intro.role) for name in cast.names[entity] for intro in introductions(name, text)):
                yield entity, house


def _people_of(
    drafts: Sequence[Draft], leads: Mapping[str, Figure], groups: Groups, context: Context
) -> Iterator[tuple[str, str]]:
    """Gives (person, body) where the page that quotes a person says of which body: "Colonel Oda Lind of the Defence Ministry"."""
    bodies = {e: body for e, f in leads.items() if (body := body_of(f.asserter or ""))}
    seen: set[tuple[str, str]] = set()
    for draft in drafts:
        for f in draft.figures:
            if (
                not f.entity
                or f.entity in bodies
                or not f.speaker
                or f.speaker.kind != "person"
                or (f.entity, f.article) in seen
            ):
                continue
            seen.add((f.entity, f.article))
            view = context.views.get(f.article)
            last = f.speaker.name.split()[-1]
            found = (
                re.search(
                    rf"\b{re.escape(last)} of (?:the )?(?P<body>[A-ZÀ-Þ][\w’'-]*(?: (?:of |for )?[A-ZÀ-Þ][\w’'-]*)*)",
                    view.article.text,
                )
                if view and f"{last} of " in view.article.text
                else None
            )
            if found and (body := body_of(found["body"])):
                same = [
                    e
                    for e, b in sorted(bodies.items())
                    if b.head == body.head
                    and (b.words <= body.words or body.words <= b.words)
                    and not are_set_apart(b, body)
                ]
                yield from _only(f.entity, same, groups)


def _only(entity: str, named: Sequence[str], groups: Groups) -> Iterator[tuple[str, str]]:
    """Gives the pair of a person and the one body named; names that are joined already are one body."""
    if len({groups.top(e) for e in named}) == 1:
        yield entity, min(named)


def _together(drafts: Sequence[Draft]) -> dict[tuple[str, str], float]:
    """Gives how telling the releases are, taken together, of which each pair of asserters is given as the source.

    A body that the gazetteer knows needs two pages for each release that counts: one page may have misnamed its source throughout.
    """
    found: defaultdict[tuple[str, str], float] = defaultdict(float)
    pages: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for draft in drafts:
        weight = max(telling(draft.lead.low), telling(draft.lead.high))
        if weight < UNCOMMON:
            continue
        named = [f for f in draft.figures if f.entity and not f.borrowed and not f.is_pointed_at]
        for pair in combinations(sorted({str(f.entity) for f in named})[:20], 2):
            found[pair] += weight
            pages[pair] |= {
                f.article for f in named if f.entity in pair and ":" in str(f.entity) and " " not in str(f.entity)
            }
    return {pair: weight for pair, weight in found.items() if len(pages[pair]) != 1}


def _of_one_count(drafts: Sequence[Draft], together: Collection[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Gives pairs of asserters of one uncommon release to whom pages give the same numbers of the same things besides, and no page two
    different ones of one thing: one who counts, under two names."""
    given: defaultdict[str, dict[tuple[str, ...], float]] = defaultdict(dict)
    figures: defaultdict[str, list[Figure]] = defaultdict(list)
    for draft in drafts:
        for f in draft.figures:
            if not f.entity or f.borrowed or f.told_again:
                continue
            figures[f.entity].append(f)
            weight = max(telling(f.low), telling(f.high))
            kind = f.kind.name if f.kind.name in KNOWN else draft.lead.kind.name
            if weight >= BY_CHANCE and kind in KNOWN:
                given[f.entity][(kind, *map(str, comparable(f.quantity)))] = weight
    for one, other in sorted(together):
        shared = given[one].keys() & given[other].keys()
        rivals = (are_rival(a, b) for a in figures[one] for b in figures[other] if a.article == b.article)
        if sum(given[one][key] for key in shared) >= ENOUGH and not any(rivals):
            yield one, other
