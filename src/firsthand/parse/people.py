"""Persons: full names gathered, surnames and first names led back to them, what they are called ("security chief") remembered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.parse.name import Name
from firsthand.parse.roles import Role, roles_after, roles_before
from firsthand.parse.view import View
from firsthand.text.given_names import FAMILY_FIRST, TITLES, gender_of
from firsthand.text.names import fold

_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$")
_HONORIFICS = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Gen|General|Col|Colonel|Lt|Maj|Major|Capt|Captain|Sgt|Adm|Admiral|Brig|"
    r"Sen|Senator|Rep|Gov|Governor|President|Vice President|Prime Minister|Premier|Chancellor|King|Queen|Prince|Princess|Pope|Sheikh|Minister|"
    r"Secretary|Ambassador|Judge|Justice|Mayor|Chairman|Chief|Marshal|Father|Imam|Ayatollah|Rev|Archbishop|Bishop|Cardinal)\.?\s+)+"
)
_AGES = frozenset(["elder", "older", "younger"])
_PARENTS = frozenset(["father", "mother", "grandfather", "grandmother"])
_TITLE_GENDER = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "madame": "f", "mme": "f", "sir": "m"}
_CHILDREN = frozenset(["son", "daughter", "grandson", "granddaughter"])


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the document: the fullest name, how often it is meant, what is known of role and gender."""

    name: str
    roles: tuple[Role, ...] = ()
    gender: str = ""

    @property
    def entity(self) -> str:
        return f"person:{fold(self.name)}"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A person's name in the text and the person or, where the surname fits several, the persons it may mean."""

    name: Name
    persons: tuple[Person, ...]
    why: str


def resolve_people(view: View, names: Sequence[Name]) -> list[Resolved]:
    """Gives each person's name with whom it means."""
    found = [(name, bare_name(name.text)) for name in names if name.kind == "person"]
    full = _full_names([bare for _, bare in found])
    whom = {bare: _meant(bare, full) for _, bare in found}
    persons = _described(view, found, whom)
    return [_resolved(view, name, tuple(persons[one] for one in whom[bare]), bare) for name, bare in found]


def _resolved(view: View, name: Name, persons: tuple[Person, ...], bare: str) -> Resolved:
    """Gives a name's person; of a parent and a child "the elder Holt" is the parent."""
    age = view.lower(name.first - 1, name.first)
    if len(persons) == 2 and age in _AGES:
        parents = [person for person in persons if any(role.head in _PARENTS for role in person.roles)]
        children = [person for person in persons if any(role.head in _CHILDREN for role in person.roles)]
        elder = parents or [person for person in persons if children and person not in children]
        if len(elder) == 1:
            meant = elder[0] if age in ("elder", "older") else next(person for person in persons if person != elder[0])
            return Resolved(name, (meant,), f"the {age} of two")
    told = _TITLE_GENDER.get(age.rstrip(".")) or _TITLE_GENDER.get(name.text.split()[0].lower().rstrip("."))
    if len(persons) > 1 and told and len(fits := [person for person in persons if person.gender == told]) == 1:
        return Resolved(name, (fits[0],), "by title, of those with this surname")
    why = "name" if len(persons) == 1 and bare == persons[0].name else "part of a full name"
    return Resolved(name, persons, why)


def bare_name(text: str) -> str:
    """Gives a name without titles and suffixes.

    >>> bare_name("Gen. Ada Melling Jr.")
    'Ada Melling'
    """
    bare = _SUFFIX.sub("", _HONORIFICS.sub("", text)).strip()
    return bare or text


def _full_names(bares: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Gives the full names of the document, each with the keys of its parts; a shorter form of a longer name is not a name of its own."""
    several = sorted(
        {bare for bare in bares if " " in bare}, key=lambda name: (-len(name.split()), -bares.count(name), name)
    )
    kept: dict[str, tuple[str, ...]] = {}
    for name in several:
        parts = tuple(fold(part) for part in name.split())
        longer = any(_is_short_for(parts, others) for others in kept.values())
        if not longer:
            kept[name] = parts
    return kept


def _is_short_for(parts: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Says whether a name is a longer one with middle parts left out ("Ada Melling" for "Ada R. Melling")."""
    return parts == longer or (
        len(parts) < len(longer) and parts[-1] == longer[-1] and parts[0] in (longer[0], longer[1])
    )


def _meant(bare: str, full: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Gives the full names a name may mean, or the name itself."""
    parts = tuple(fold(part) for part in bare.split())
    if len(parts) > 1:
        fits = [name for name, others in full.items() if _is_short_for(parts, others)]
        if not fits:
            # "van Holt" for "Pieter van Holt".
            fits = [
                name for name, others in full.items() if len(parts) < len(others) and others[-len(parts) :] == parts
            ]
        return tuple(fits) or (bare,)
    by_last = [name for name, others in full.items() if others[-1] == parts[0]]
    by_first = [name for name, others in full.items() if others[0] == parts[0]]
    family_first = [name for name in by_first if parts[0] in FAMILY_FIRST]
    return tuple(sorted({*by_last, *family_first}) or sorted(by_first)) or (bare,)


def _described(view: View, found: Sequence[tuple[Name, str]], whom: dict[str, tuple[str, ...]]) -> dict[str, Person]:
    """Gives the persons by full name, with the roles and titles that stand beside any of their names."""
    roles: dict[str, list[Role]] = defaultdict(list)
    titles: dict[str, list[str]] = defaultdict(list)
    for name, bare in found:
        if len(whom[bare]) != 1:
            continue
        one = whom[bare][0]
        beside = [*roles_before(view, name.first, name.last), *roles_after(view, name.last)]
        roles[one] += beside
        titles[one] += _titles(view, name)
        titles[one] += [role.head for role in beside if role.head in TITLES]
    everyone = {one for ones in whom.values() for one in ones}
    return {one: Person(one, tuple(dict.fromkeys(roles[one])), gender_of(one, tuple(titles[one]))) for one in everyone}


def _titles(view: View, name: Name) -> list[str]:
    before = view.lower(name.first - 1, name.first)
    return [before, name.text.split()[0].lower()]
