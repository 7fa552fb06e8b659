"""Callings by name: who a story's pages mean by an office, an acronym or a noun for what somebody is ("the company", "the general staff").

Each rule yields an asserter's key with the keys of those who can be meant by it; they are one where that is exactly one of the story.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from firsthand.reconcile.cast import CORPORATE, Cast
from firsthand.reconcile.facts import fold, stem
from firsthand.reconcile.institutions import are_set_apart, body_of, is_named_in, phrases_with
from firsthand.reconcile.introduced import (
    fitting,
    introductions,
    offices_of,
    roles_of,
    sentences_with,
    shared_words,
    speaks_for,
    titles,
    words_of,
)
from firsthand.reconcile.officers import heads_of, is_of_members

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


_ARMY = re.compile(r"\b(?:army|military|armed forces|general staff)(?: of (?:the )?[A-ZÀ-Þ][\w-]+)*$", re.I)
_NO_STATES_ARMY = re.compile(
    r"\b(?:rebels?|insurgents?|liberation|resistance|salvation|private|people['’]?s) army$", re.I
)
_OF_WAR = re.compile(
    r"\b(?:(?:defen[cs]e|war) (?:ministry|department)|ministry of (?:defen[cs]e|war))(?: of (?:the )?[A-ZÀ-Þ][\w-]+)*$",
    re.I,
)
_MOUTH = re.compile(r"(?:['’]s)?\s+(?:\w+\s+)?spokes\w+$")
_MILITARY = frozenset("army military armed forces general staff ministry department defence defense war".split())


def armies(cast: Cast) -> Found:
    """Yields (the military, the army) of one land, and (the ministry of war, the army) unless a page has the two give rival numbers; where
    all their names have one land at most between them, of any."""
    found: dict[str, frozenset[str]] = {}
    ministries: dict[str, frozenset[str]] = {}
    for entity, names in cast.names.items():
        plain = [_MOUTH.sub("", n) for n in names]
        is_army = any(_ARMY.search(n) and not _NO_STATES_ARMY.search(n) for n in plain)
        if is_army or any(_OF_WAR.search(n) for n in plain):
            words = {fold(w) for n in plain for w in re.findall(r"[A-ZÀ-Þ][\w’'-]+", n)}
            (found if is_army else ministries)[entity] = frozenset(cast.lands.get(w, w) for w in words) - _MILITARY
    lands = {land for land in (*found.values(), *ministries.values()) if land}
    for entity, land in sorted(found.items()):
        same = {other for other, its in found.items() if len(lands) <= 1 or its == land}
        yield entity, {min(same)} if land or len(lands) <= 1 else set()
    for entity, land in sorted(ministries.items()):
        same = {other for other, its in found.items() if len(lands) <= 1 or (land and its == land)}
        yield entity, {min(same)} if same and not any(cast.are_rivals(entity, other) for other in same) else set()


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
    r"^(?:the )?(?:rebels?|insurgents|guerrillas|militants|separatists|secessionists|(?:rebel|terrorist|armed|militant) group)$",
    re.I,
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
        elif (whose_one := _WHOSE.match(name)) and " " in (who := whose_one["who"] or whose_one["of"]):
            noun = whose_one["noun"] or whose_one["its"]
            nouns = {(e, body.noun if (body := body_of(n)) else fold(n.split()[-1])) for e, n in cast.bodies}
            same = {e for e, its in nouns if its == noun and e != entity}
            same = same & _spoken_for(who, cast) or (same if whose_one["who"] else set())
            yield entity, same
            for his in (e for e, ns in cast.names.items() if who in ns):
                yield his, same
        elif person := cast.person(entity):
            yield entity, _spoken_for(person, cast)


# "Oda Lind's committee", "committee of Oda Lind"
_WHOSE = re.compile(
    r"(?P<who>[A-ZÀ-Þ].+)['’]s (?P<noun>[a-z]+)$|(?P<its>[a-z]+) of (?P<of>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)+)$"
)


def _spoken_for(name: str, cast: Cast) -> set[str]:
    """Gives the keys of the bodies for which pages say that a person of this name speaks."""
    found: set[str] = set()
    loose: dict[str, int] = {}
    for text in cast.texts:
        for intro in introductions(name, text):
            meant = [(b, n) for b, n in cast.bodies if not _is_set_apart(n, intro.role, cast)]
            found |= speaks_for(intro, meant, text, cast.lands)
            for body, its_name in meant:
                loose[body] = max(loose.get(body, 0), shared_words(intro, its_name, cast.lands))
    most = {e for e, n in loose.items() if n > 1 and n == max(loose.values())}
    by_noun_alone = {e for e, n in loose.items() if n and any(_told_of_together(name, e, t, cast) for t in cast.texts)}
    return _fullest(found or most or by_noun_alone, cast)


def _is_set_apart(name: str, role: str, cast: Cast) -> bool:
    """Says whether the words of a role speak of a body that left the one of this name."""
    body = body_of(name, cast.lands)
    behind = re.split(r"\b(?:of|for) ", role, maxsplit=1)[-1]
    called = next(phrases_with(body.noun, behind, cast.lands), None) if body else None
    return body is not None and called is not None and are_set_apart(body, called)


def _fullest(found: set[str], cast: Cast) -> set[str]:
    """Gives the bodies without those that go by a shorter name of another: "the ministry" beside "the port ministry"."""
    return {e for e in found if not any(_is_short_for(e, other, cast) for other in found)}


def _told_of_together(name: str, body: str, text: str, cast: Cast) -> bool:
    """Says whether a sentence of a text names both a person and a body: then "the army" for which he speaks elsewhere is that army."""
    last = name.split()[-1]
    return last in text and any(
        re.search(rf"\b{re.escape(n)}\b", text[start:end], re.I)
        for start, end in sentences_with(last, text)
        for n in cast.names[body]
    )


def officers(cast: Cast) -> Found:
    """Yields (person or office, bodies) where that office is at the head of the body: a minister and his ministry. Of two such ministries
    his is the one that a page names beside him."""
    bodies = [(e, body) for e, n in cast.bodies if (body := body_of(n, cast.lands))]
    for entity, (name, *_) in cast.names.items():
        if entity in cast.institutions:
            continue
        person = cast.person(entity)
        roles = [name] if not person or person != name else []
        roles += [r for text in cast.texts if person for r in roles_of(person, text)]
        found = {e for e in heads_of(roles, bodies, cast.lands) if not cast.are_rivals(entity, e)}
        near = [t for t in cast.texts if person and person.split()[-1] in t]
        named = {e for e in found if any(is_named_in(n, text, cast.lands) for text in near for n in cast.names[e])}
        yield entity, found
        yield entity, _fullest(named, cast)


def _is_short_for(one: str, other: str, cast: Cast) -> bool:
    """Says whether the one body goes by a shorter name of the other."""
    short, long = (body_of(cast.names[e][0], cast.lands) for e in (one, other))
    return short is not None and long is not None and short.head == long.head and short.words < long.words


_OFFICE_OF = re.compile(
    r"^(?:the )?(?P<role>governor|mayor|president|minister|prefect|(?:[a-z]+ )?prosecutor)['’]?s?\s+office$", re.I
)
_OFFICE_OF_WHOM = re.compile(r"^office of (?P<who>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)+)$")
_HALL = re.compile(r"\b(?:town|city) hall$", re.I)
_BARE_OFFICES = frozenset(
    stem(w) for w in "chief director head spokesman spokeswoman boss leader officer commander".split()
)


_OF_PLACE = re.compile(r"^(?P<office>governor|mayor|prefect|president) of (?P<place>[A-ZÀ-Þ].*)$", re.I)


def _of_the_place(role: str, people: Sequence[tuple[str, str]], cast: Cast) -> set[str]:
    """Gives who a "governor of Orsa" can be where no page says of whom: the governors that no page calls those of another place, and of whom
    a page speaks that has the place."""
    found = _OF_PLACE.match(role)
    if found is None:
        return set()
    place, held = words_of(found["place"]), fitting(found["office"], people)
    elsewhere = {
        key for key, r in people
        if words_of(found["office"]) <= words_of(r) and (named := re.findall(r"(?<=of )[A-ZÀ-Þ][\w-]+", r)) and not words_of(" ".join(named)) & place
    }  # fmt: skip
    where = found["place"].split()[-1]
    return {
        e for e in held - elsewhere
        if any(where in text and _who(cast.names[e][0]).split()[-1] in text for text in cast.texts)
    }  # fmt: skip


_PLACES = frozenset(stem(w) for w in "town city village valley district province region country".split())


def offices(cast: Cast) -> Found:
    """Yields (office, who holds it, or whose it is) for who is known by an office alone: "the colonel", "the mayor's office", "the
    hospital's chief"."""
    people = [
        (entity, role)
        for entity, (full, *_) in cast.names.items() if cast.is_person(entity) or _OF_BODY.match(full)
        for name in (_who(full),)
        for text in cast.texts
        for role in (*titles(name, text), *(i.role for i in introductions(name, text)), *offices_of(name, text))
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
        if (
            holders := fitting(role, people)
            or _of_the_place(role, people, cast)
            or ({f"unnamed: {role}"} & set(cast.names) if seat else set())
        ):
            yield entity, holders
        elif (words := words_of(role) - _BARE_OFFICES - _PLACES - {stem(w) for w in cast.lands}) and words != words_of(
            role
        ):
            heads = bool(words_of(role) & _BARE_OFFICES)  # who heads the prisons heads no union of prison officers
            yield entity, {
                e for e, n in cast.bodies
                if words <= words_of(n) and not e.startswith("unnamed:") and not (heads and is_of_members(body_of(n)))
            }  # fmt: skip


_SEATS = re.compile(r"^(?:governor|mayor|president|prefect|prosecutor)$", re.I)


def seats(cast: Cast) -> Found:
    """Yields (office of a person, the governor's office) and (the governor, his office) where one person of the story is called governor, or
    none is."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for entity, (name, *_) in cast.names.items():
        if office := _OFFICE_OF.search(name):
            named[office["role"].lower().split()[-1]].add(entity)
    for entity, (name, *_) in cast.names.items():
        whose = _OFFICE_OF_WHOM.match(name)
        who = whose["who"] if whose else name if cast.is_person(entity) else ""
        roles = (
            {r.lower() for text in cast.texts for r in (*titles(who, text), *offices_of(who, text))} if who else set()
        )
        roles |= {i.role.lower() for text in cast.texts for i in introductions(who, text)} if whose else set()
        roles |= {entity.removeprefix("unnamed: ")} if entity.startswith("unnamed: ") else set()
        held = {word for role in roles for word in role.split()[-1:] if _SEATS.match(word)}
        for role in sorted(held):
            yield entity, named[role]


_PROSECUTORS = re.compile(r"^(?:the )?(?:[a-z]+ )?(?P<noun>prosecutors?)$", re.I)


def prosecutors(cast: Cast) -> Found:
    """Yields ("prosecutors", the prosecutor) and (the one person called so, the prosecutor): who speaks for a prosecution, where the story has
    one."""
    called = {e for e, names in cast.names.items() if _PROSECUTORS.match(names[0])}
    people = {
        e for e, names in cast.names.items() if cast.is_person(e)
        and any(r.lower().split()[-1:] == ["prosecutor"] for text in cast.texts for r in titles(names[0], text))
    }  # fmt: skip
    levels = {w for e in called for w in words_of(cast.names[e][0])} - {stem("prosecutor"), stem("prosecutors")}
    if len(people) > 1 or len(levels) > 1 or not called:
        return
    lead = min(people or called)
    yield from ((entity, {lead}) for entity in sorted(called - {lead}))


RULES: tuple[Callable[[Cast], Found], ...] = (
    acronyms,
    armies,
    by_firm_name,
    firms,
    by_noun,
    introduced,
    officers,
    offices,
    seats,
    prosecutors,
)
