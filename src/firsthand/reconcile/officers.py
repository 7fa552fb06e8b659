"""Officers: the bodies that count through a person by the office he holds ("the health minister", "the consul", "fire chief Lind").

A minister's count is his ministry's where the pages call him minister of that very field, the story has one such ministry that he can
head, and no page has the two give rival numbers of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from firsthand.reconcile.facts import fold, stem
from firsthand.reconcile.institutions import ARTICLES, Body

_NOT_HIS = re.compile(
    r"\b(?:deputy|vice|junior|former(?:ly)?|ex|once|shadow|prime|first|opposition|rival|state minister|minister of state|secretary of state)\b",
    re.I,
)
_MINISTERS = frozenset(("minister", "secretary"))
_MINISTRIES = frozenset(stem(w) for w in ("ministry", "department", "secretariat"))
_ENVOYS = frozenset(("consul", "ambassador"))
_EMBASSIES = frozenset(stem(w) for w in ("embassy", "consulate"))
_CHIEFS = frozenset(("chief", "commander", "director", "commissioner"))
# What somebody is chief of without its body's full name: "the fire chief" heads the fire brigade.
_FIELDS = frozenset(
    stem(w) for w in ("fire", "police", "ambulance", "rescue", "customs", "prison", "prisons", "coastguard")
)
_JOINTS = frozenset(("of", "for"))


_OF_MEMBERS = frozenset(
    stem(w) for w in ("union", "association", "federation", "society", "guild", "league", "committee")
)


def is_of_members(body: Body | None) -> bool:
    """Says whether a body is one of its members, and not of the field that its name has: the fire officers' union puts out no fires."""
    return body is not None and body.head in _OF_MEMBERS


def is_officer_of(role: str, body: Body, lands: Mapping[str, str] | None = None) -> bool:
    """Says whether a role is an office at the head of a body, or by which it speaks abroad.

    >>> from firsthand.reconcile.institutions import body_of
    >>> ministry = body_of("Ministry of Health")
    >>> [is_officer_of(r, ministry) for r in ("Health Minister", "minister for health", "deputy health minister", "labour minister")]
    [True, True, False, False]
    """
    if _NOT_HIS.search(role):
        return False
    words = [fold(w) for w in re.findall(r"[^\W\d_][\w'’-]*", role)]
    stems = [(lands or {}).get(w) or stem(w) for w in words]
    known = set((lands or {}).values())
    its_land, land = body.words & known, set(stems) & known
    if its_land and land and not its_land & land:
        return False
    if _elsewhere(role, body, lands or {}):
        return False
    field = body.words - known - {body.head}
    for at, word in enumerate(words):
        if word in _MINISTERS and body.head in _MINISTRIES:
            if field and _is_field(field, stems, words, at, known):
                return True
        elif (word in _ENVOYS and body.head in _EMBASSIES and words[at + 1 : at + 2] != ["to"]) or (
            word in _CHIEFS and not is_of_members(body) and _FIELDS & set(stems[max(0, at - 1) : at]) & body.words
        ):
            return True
    return False


# Capitalised words before an office that are neither a place nor a land: titles, days, and what a sentence begins with.
_NO_PLACE = frozenset(
    """general colonel captain major commander commodore lieutenant brigadier inspector superintendent doctor dr mr mrs ms sir the a an its
    his her their but and then in on at for when after before as while later earlier yesterday today meanwhile however also even only that
    this it he she they monday tuesday wednesday thursday friday saturday sunday""".split()
)


def _elsewhere(role: str, body: Body, lands: Mapping[str, str]) -> bool:
    """Says whether the words before an office put it in a place that the body's name does not have: "Lovik police chief" of the police of
    the land."""
    before = re.split(r"\b(?i:minister|secretary|consul|ambassador|chief|commander|director|commissioner)\b", role)[0]
    named = {fold(w) for w in re.findall(r"\b[A-ZÀ-Þ][\w-]+", before)} - _NO_PLACE
    stems = {lands.get(w) or stem(w) for w in named} - set(lands.values()) - body.words
    return not stems <= _field_words(role)


def _field_words(role: str) -> set[str]:
    """Gives the stems of the words of a role that can be a field's, as those right before the office can."""
    words = re.findall(r"[\w-]+(?= (?i:minister|secretary|chief|commander|director|commissioner)\b)", role)
    return {stem(fold(w)) for w in words}


def _is_field(field: frozenset[str], stems: Sequence[str], words: Sequence[str], at: int, known: set[str]) -> bool:
    """Says whether the words of a ministry's field stand right before "minister", or right behind "minister of"."""
    size = len(field)
    before = [s for s, w in zip(stems[:at], words[:at], strict=True) if w not in ARTICLES][-size:]
    if frozenset(before) == field:
        return True
    if words[at + 1 : at + 2] and words[at + 1] in _JOINTS:
        behind = [s for s, w in zip(stems[at + 2 :], words[at + 2 :], strict=True) if w not in ARTICLES | {"and"}]
        return frozenset(behind[:size]) == field
    return False


def heads_of(roles: Sequence[str], bodies: Sequence[tuple[str, Body]], lands: Mapping[str, str]) -> Iterator[str]:
    """Yields the keys of the bodies of which one of these roles is an office."""
    for key, body in bodies:
        if any(is_officer_of(role, body, lands) for role in roles):
            yield key
