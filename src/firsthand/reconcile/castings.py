"""Callings by name: who a story's pages mean by an office, an acronym or a noun for what somebody is ("the company", "the general staff").

Each rule yields an asserter's key with the keys of those who can be meant by it; they are one where that is exactly one of the story.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.reconcile.context import Context
from firsthand.reconcile.facts import fold, stem
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.introduced import fitting, introductions, speaks_for, titles, words_of
from firsthand.reconcile.releases import Draft


@dataclass(frozen=True, slots=True)
class Cast:
    """Who gives numbers in a story: the names that pages have for each key, which keys are bodies, and the pages' texts."""

    names: Mapping[str, Sequence[str]]
    leads: Mapping[str, Figure]
    bodies: Sequence[tuple[str, str]]
    institutions: frozenset[str]
    texts: Sequence[str]

    def is_person(self, entity: str) -> bool:
        figure = self.leads[entity]
        named = re.match(r"[A-ZÀ-Þ]", figure.asserter or "")
        return figure.speaker is not None and figure.speaker.kind == "person" and bool(named)


def cast_of(
    drafts: Sequence[Draft], leads: Mapping[str, Figure], context: Context, is_body: Callable[[str], bool]
) -> Cast:
    """Gives who gives numbers in a story; `is_body` says whether a name is of an institution."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    own = set()
    for draft in drafts:
        for figure in draft.figures:
            if figure.entity and not figure.borrowed:
                found[figure.entity].add(re.sub(r"\s*\(unnamed.*", "", figure.asserter or ""))
                own |= {figure.entity} if figure.is_own else set()
    names = {entity: sorted(ns, key=lambda n: (-len(n), n)) for entity, ns in sorted(found.items())}
    institutions = frozenset(e for e, ns in names.items() if e.startswith("body:") or any(map(is_body, ns)))
    bodies = [(e, n) for e, ns in names.items() if e in own | institutions for n in ns]
    bodies += [(e, short) for e, n in bodies if (short := CORPORATE.sub("", n)) != n]
    texts = [view.article.text for _, view in sorted(context.views.items())]
    return Cast(names, leads, bodies, institutions, texts)


CORPORATE = re.compile(r"\s(?:Corporation|Company|Co|Ltd|Limited|Inc|Incorporated|plc|PLC|AG|SA|GmbH|Holdings?)\.?$")


Found = Iterator[tuple[str, set[str]]]


def acronyms(cast: Cast) -> Found:
    """Yields (acronym, full names with its initials): KRO, kro-monitor.example and Kessel River Observatory."""
    initials = {
        e: "".join(w[0] for w in re.findall(r"\b[A-ZÀ-Þ][\w’'-]+", ns[0]))
        for e, ns in cast.names.items()
        if len(ns[0].split()) > 2
    }
    for entity, (name, *_) in cast.names.items():
        host = re.split(r"[-.]", name)[0].upper() if "." in name and " " not in name else ""
        short = name if name.isupper() else host
        if 3 <= len(short) <= 6:
            yield entity, {e for e, letters in initials.items() if letters == short}
            yield entity, {e for e, ns in cast.names.items() if short in ns}


_ARMY = re.compile(r"\b(?:army|military|armed forces|general staff)$", re.I)
_NO_STATES_ARMY = re.compile(
    r"\b(?:rebels?|insurgents?|liberation|resistance|salvation|private|people['’]?s) army$", re.I
)
_OF_WAR = re.compile(r"\b(?:(?:defen[cs]e|war) (?:ministry|department)|ministry of (?:defen[cs]e|war))$", re.I)
_MOUTH = re.compile(r"(?:['’]s)?\s+(?:\w+\s+)?spokes\w+$")
_MILITARY = frozenset(
    stem(w)
    for w in (
        "army",
        "military",
        "armed",
        "forces",
        "general",
        "staff",
        "ministry",
        "department",
        "defence",
        "defense",
        "war",
    )
)


def armies(cast: Cast) -> Found:
    """Yields (the military, the army) where no two armies of states, or ministries of war, give numbers: their names have one land at
    most between them."""
    found: dict[str, frozenset[str]] = {}
    lands: set[frozenset[str]] = set()
    for entity, names in cast.names.items():
        plain = [_MOUTH.sub("", n) for n in names]
        is_army = any(_ARMY.search(n) and not _NO_STATES_ARMY.search(n) for n in plain)
        if is_army or any(_OF_WAR.search(n) for n in plain):
            words = {stem(fold(w)) for n in plain for w in re.findall(r"[A-ZÀ-Þ][\w-]+", n)}
            land = frozenset(w.removesuffix("n") for w in words) - _MILITARY
            lands |= {land} if land else set()
            found |= {entity: land} if is_army else {}
    if len(lands) <= 1:
        yield from ((entity, {min(found)}) for entity in sorted(found))


_FIRMS = frozenset("company operator firm owner airline railway shipowner carrier".split())
_IS_FIRM = (
    r"\b(?:owned|operated|run|managed) by (?:the )?{name}\b|\b(?:company|operator|firm|owner|airline|shipowner) {name}\b|"
    r"\b{name}(?: (?:Corporation|Company|Ltd|Limited|Inc|plc|Group|Lines))\b|\b{name}['’]s? (?:shares|creditors|engineers|chief executive|executives)\b|"
    r"\b{name}, (?:which|that) (?:owns|operates|runs)\b"
)
# So pages may speak of a person too: "in the company, Oda Lind said …", "Oda Lind, a company clerk", "Oda Lind said its creditors …".
_IS_FIRM_LOOSELY = (
    r"|\b(?:company|operator|firm|owner|airline|shipowner), {name}\b|\b{name}, (?:the|an?) (?:[\w-]+ ){{0,3}}(?:company|operator|firm|owner|airline)\b|"
    r"\b{name} [^.]{{0,60}}\bits (?:employees|shares|creditors)\b"
)


# What any firm may be called; what else it is called ("the railway", "the ferry operator") the pages say of it.
_ANY_FIRM = frozenset(stem(w) for w in ("company", "operator", "firm", "owner"))


def firms(cast: Cast) -> Found:
    """Yields ("the company", who the pages speak of as a firm), and ("the ferry operator", whom they so speak of beside a ferry)."""
    called = [e for e in cast.names if e.startswith("unnamed: ") and e.split()[-1] in _FIRMS and len(e.split()) <= 3]
    told: defaultdict[str, set[str]] = defaultdict(set)
    for entity, names in cast.names.items() if called else ():
        if entity not in cast.institutions and not entity.startswith("unnamed:") and names[0][:1].isupper():
            told_so = _IS_FIRM if cast.is_person(entity) else _IS_FIRM + _IS_FIRM_LOOSELY
            pattern = re.compile(told_so.format(name=rf"(?:{'|'.join(map(re.escape, names))})"))
            for text in cast.texts:
                for match in pattern.finditer(text):
                    start, end = text.rfind(". ", 0, match.start()) + 1, text.find(". ", match.end())
                    told[entity] |= words_of(text[start : end if end >= 0 else len(text)])
    for firm in called:
        trade = words_of(firm.removeprefix("unnamed: ")) - _ANY_FIRM
        yield firm, {entity for entity, words in told.items() if trade <= words}


def by_firm_name(cast: Cast) -> Found:
    """Yields (firm, the same with its legal form): Fell Dairy, Fell Dairy Ltd; and (a paper of somebody's, who it is)."""
    short = {e: {CORPORATE.sub("", n) for n in ns} for e, ns in cast.names.items()}
    for entity, (name, *_) in cast.names.items():
        yield entity, {e for e, ns in short.items() if name in ns}
        if paper := _PAPER.match(name):
            yield entity, {e for e, ns in cast.names.items() if paper["who"] in ns}


_PAPER = re.compile(
    r"(?:the )?(?P<who>[A-ZÀ-Þ].+?)['’]s? (?:[\w-]+ ){0,2}(?:notice|bulletin|note|statement|report|list|map|communiqu[ée]|register)$"
)


def by_noun(cast: Cast) -> Found:
    """Yields ("the union", who the pages call a union), and ("the rebels", the one front that fights)."""
    for entity, (name, *_) in cast.names.items():
        noun = name.split()[-1].lower() if name else ""
        if entity.startswith("unnamed: ") and noun in _NOUNS and len(entity.split()) == 2:
            called = re.compile(rf"\b{noun}\b")
            roles = {e for e, f in cast.leads.items() if f.speaker is not None and called.search(f.speaker.role or "")}
            yield entity, {e for e in roles if not e.startswith("unnamed: ")}
            # "in the hospital, Oda Lind said …" makes no hospital of her
            names = [
                (e, rf"\b{noun}{'' if cast.is_person(e) else ',?'} {re.escape(n)}\b")
                for e, ns in cast.names.items() for n in ns if n[:1].isupper()
            ]  # fmt: skip
            yield entity, {e for e, called_so in names if any(re.search(called_so, t) for t in cast.texts)}
        if _REBELS.search(name):
            yield entity, {e for e, ns in cast.names.items() if any(_FRONT.search(n) for n in ns)}


_NOUNS = frozenset("union charity group monitor watchdog party hospital agency observatory".split())
_REBELS = re.compile(
    r"^(?:the )?(?:rebels?|insurgents|guerrillas|militants|(?:rebel|terrorist|armed|militant) group)$", re.I
)
_FRONT = re.compile(r"\b(?:Liberation|Rebel|Insurgent)\b|\b(?:Front|Resistance)(?: (?:of|for)\b|$)")


# "Captain Oda Lind of the fire brigade"
_OF_BODY = re.compile(r"(?P<who>.*[A-ZÀ-Þ]\w+) of (?:the )?(?P<body>.+)$")


def _who(name: str) -> str:
    of = _OF_BODY.match(name)
    return of["who"].split()[-1] if of else name


def introduced(cast: Cast) -> Found:
    """Yields (person, bodies) where pages introduce a person as one who speaks for a body of the story."""
    for entity, (name, *_) in cast.names.items():
        of = _OF_BODY.match(name)
        if of and entity not in {e for e, _ in cast.bodies}:
            whose = words_of(of["body"])
            yield entity, {e for e, n in cast.bodies if words_of(n) == whose}
        elif (whose_one := re.match(r"(?P<who>[A-ZÀ-Þ].+)['’]s (?P<noun>[a-z]+)$", name)) and " " in whose_one["who"]:
            noun = words_of(whose_one["noun"])
            same = {
                e for e, n in cast.bodies if noun <= words_of(n) and words_of(n.split()[-1]) == noun and e != entity
            }
            yield entity, same
            for person in (e for e, ns in cast.names.items() if whose_one["who"] in ns):
                yield person, same
        elif cast.is_person(entity):
            found: set[str] = set()
            for text in cast.texts:
                for intro in introductions(name, text):
                    found |= speaks_for(intro, cast.bodies, text)
            yield entity, found


_OFFICE_OF = re.compile(r"^(?:the )?(?P<role>governor|mayor|president|minister|prefect)['’]?s?\s+office$", re.I)
_HALL = re.compile(r"\b(?:town|city) hall$", re.I)
_BARE_OFFICES = frozenset(
    stem(w) for w in "chief director head spokesman spokeswoman boss leader officer commander".split()
)


_PLACES = frozenset(stem(w) for w in "town city village valley district province region country".split())


def offices(cast: Cast) -> Found:
    """Yields (office, who holds it, or whose it is) for who is known by an office alone: "the colonel", "the mayor's office", "the
    hospital's chief"."""
    people = [
        (entity, role)
        for entity, (full, *_) in cast.names.items() if cast.is_person(entity) or _OF_BODY.match(full)
        for name in (_who(full),)
        for text in cast.texts
        for role in (*titles(name, text), *(i.role for i in introductions(name, text)))
    ]  # fmt: skip
    halls = [name for name, *_ in cast.names.values() if _HALL.search(name)]
    towns = {words_of(" ".join(re.findall(r"\b[A-ZÀ-Þ][\w-]+", _HALL.sub("", name)))) for name in halls}
    for entity, (name, *_) in cast.names.items():
        office = _OFFICE_OF.search(name)
        seat = bool(office or _HALL.search(name))
        role = office["role"] if office else "mayor" if seat else name
        is_open = name in halls and len(towns - {frozenset()}) > 1  # whose mayor is meant
        if is_open or not (seat or entity.startswith("unnamed:")):
            continue
        if holders := fitting(role, people) or ({f"unnamed: {role}"} & set(cast.names) if seat else set()):
            yield entity, holders
        elif (words := words_of(role) - _BARE_OFFICES - _PLACES) and words != words_of(role):
            yield entity, {e for e, n in cast.bodies if words <= words_of(n) and not e.startswith("unnamed:")}


RULES: tuple[Callable[[Cast], Found], ...] = (acronyms, armies, by_firm_name, firms, by_noun, introduced, offices)
