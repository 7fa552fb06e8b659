"""Institutions: the words of a body's name that tell it from others, and the noun for what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from firsthand.reconcile.facts import fold, stem

INSTITUTIONS = frozenset(
    stem(w)
    for w in (
        "union", "hospital", "company", "firm", "association", "federation", "institute", "agency", "service", "authority", "centre", "center",
        "clinic", "society", "committee", "commission", "council", "party", "bureau", "board", "ministry", "department", "government", "police",
        "guard", "brigade", "army", "navy", "network", "administration", "municipality", "university", "foundation", "organisation",
        "organization", "directorate", "secretariat", "observatory", "alliance", "coalition", "office", "junta", "guild", "chamber", "cooperative", "operator", "group", "intelligence", "embassy", "consulate", "mission",
    )
)  # fmt: skip
# Through these a body speaks: its press office's word is its own.
_MOUTHPIECES = frozenset(
    """office press service spokesman spokeswoman spokesperson spokespeople statement data figures bulletin report website site media
    information team desk headquarters secretariat situation no""".split()
)
_VOICES = frozenset("press media publicity".split())
# "Orsa the Dockers' Union": where somebody sits is no part of his name.
_BEFORE_ARTICLE = re.compile(r"^(?:[\w’'-]+ )*?(?!(?:of|for|and|in) )[\w’'-]+ the (?=[A-ZÀ-Þ])")
# What a body is run by, and goes by: its "General Directorate", its "High Command".
_ARMS = frozenset("general main high central directorate department service command headquarters leadership".split())
_IN_SLANG = {"cops": "police", "fleet": "navy"}  # what pages call a body that others name
_LONG_NAMES = (("united", "nations"), ("un",)), (("european", "union"), ("eu",))
ARTICLES = frozenset(["the", "a", "an", "its", "their", "this", "that", "same", "own", "local"])


_LEVELS = frozenset(stem(w) for w in ("state", "federal", "national", "provincial", "regional", "county", "district"))


def without_level(words: frozenset[str], name: str) -> frozenset[str]:
    """Gives the words of a body's name without its level, where others are left: the state fire brigade is the fire brigade there."""
    return words - _LEVELS if len(words - _LEVELS) > 1 else words


@dataclass(frozen=True, slots=True)
class Body:
    """The words of a body's name that tell it from others, and its head ("department"), with the noun it is the stem of."""

    words: frozenset[str]
    head: str
    noun: str = field(default="", compare=False)


def body_of(name: str, lands: Mapping[str, str] | None = None) -> Body | None:
    """Gives the words and the head of a body's name or description, its mouthpieces left out; None for what is no body. `lands` gives the
    land for each adjective of one, as `lands_in` has them.

    >>> body_of("the Ministry of Health's press office") == body_of("health ministry (unnamed)")
    True
    >>> lands = {"sarveli": "sarvel"}
    >>> body_of("Sarveli health ministry", lands) == body_of("Ministry of Health of Sarvel", lands) == body_of("Sarvel's health ministry")
    True
    """
    shape = _shape(name)
    if shape is None:
        return None
    words, head, noun = shape
    return Body(frozenset((lands or {}).get(word) or stemmed for word, stemmed in words) - ARTICLES, head, noun)


@lru_cache(maxsize=8192)  # every comparison of two asserters asks
def _shape(name: str) -> tuple[tuple[tuple[str, str], ...], str, str] | None:
    """Gives the words of a body's name, each with its stem, its head and the noun that this is the stem of; None for what is no body."""
    parts = parts_of(name)
    for part in parts:
        whole = list(part)
        if len(part) > 2 and part[-1] in _ARMS and part[-2] in _VOICES:
            part[-2:] = []  # the army's press directorate is the army
        while len(part) > 1 and part[-1] in _MOUTHPIECES and not _is_body_itself(part):
            part.pop()  # a press service is a mouthpiece, a prison service is none
        if len(parts) == 1 and [*part, "office"] == whole and stem(part[-1]) not in INSTITUTIONS:
            part.append("office")  # the union's office is the union, the weather office is one itself
    parts = [p for p in parts if p and not set(p) <= _MOUTHPIECES - {"service"}] or parts[:1]
    if len(parts) > 1 and set(parts[0]) <= _ARMS and stem(parts[1][-1]) in INSTITUTIONS:
        parts = parts[1:]  # the General Directorate of Police is the police
    head = stem(parts[0][-1]) if parts and parts[0] else ""
    if head not in INSTITUTIONS or parts[0][-1].startswith("officer"):
        return None
    return tuple((w, land(stem(w))) for part in parts for w in part), head, parts[0][-1]


def _is_body_itself(part: Sequence[str]) -> bool:
    """Says whether a name ends in the noun of a body of its own: "prison service", "Health Secretariat", and not "party secretariat"."""
    if part[-1] == "service":
        return part[-2] not in _MOUTHPIECES
    return part[-1] == "secretariat" and part[-2] != "un" and stem(part[-2]) not in INSTITUTIONS


# What a body that left another calls itself: the Free Pilots' Union is not the Pilots' Union.
_SET_APART = frozenset(
    stem(w) for w in ("free", "new", "true", "real", "independent", "alternative", "provisional", "breakaway")
)


def are_set_apart(one: Body, other: Body) -> bool:
    """Says whether one of two names of bodies has a word that sets it apart from a body of the rest of that name."""
    return bool((one.words ^ other.words) & _SET_APART)


def land(word: str) -> str:
    """Gives the land of an adjective: the Varian ministry is that of Varia."""
    return word.removesuffix("n") if word.endswith(("ian", "ean")) and len(word) > 5 else word


def parts_of(name: str) -> list[list[str]]:
    plain = _BEFORE_ARTICLE.sub("", re.sub(r"\s*\(unnamed[^)]*\)?", "", name))
    found = []
    for part in re.split(r"\s(?:of|for)\s", plain, flags=re.I):
        words = [w for w in (fold(w) for w in re.findall(r"[^\W_][\w'’]*", part)) if w]
        words = [_IN_SLANG.get(w, w) for w in words]
        for long, short in _LONG_NAMES:
            if tuple(words[:2]) == long:
                words[:2] = short
        found.append(words)
    return found


# Words have a longest length, so that no line takes the square of its time.
_NOUN_PHRASE = r"(?<![\w’'-])(?:[\w’'-]{{1,40}} ){{0,4}}(?i:{head})(?: (?i:of|for) (?:(?i:the) )?[\w’'-]+(?: (?i:of|in) [\w’'-]+)?)?"


def is_named_in(name: str, text: str, lands: Mapping[str, str]) -> bool:
    """Says whether a text names a body of this name, in whatever form: "Uldova's health ministry" is "the Ministry of Health of Uldova".

    >>> is_named_in("Orsa port police", "MINISTRY OF PORTS OF ORSA", {}), is_named_in("Orsa port ministry", "MINISTRY OF PORT OF ORSA", {})
    (False, True)
    """
    body = body_of(name, lands)
    if body is None:
        return bool(name) and name.lower() in text.lower()
    return any(body.words <= found.words for found in phrases_with(body.noun, text, lands))


def phrases_with(noun: str, text: str, lands: Mapping[str, str]) -> Iterator[Body]:
    """Yields the bodies that a text names by this noun; before it there may be words that are none of theirs.

    >>> [sorted(b.words) for b in phrases_with("union", "The smiths’ union won. So did the union of clerks.", {})]
    [['smith', 'union'], ['clerk', 'did', 'so', 'union']]
    """
    for match in re.finditer(_NOUN_PHRASE.format(head=re.escape(noun)), text):
        if found := body_of(match.group(), lands):
            yield found
