"""Office-holders: "the provincial transport minister" and "minister Oda Lind" on one page are one asserter.

A role without a name is joined to a named person only where the same page gives exactly one person that fits the role.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from firsthand.reconcile.facts import fold, stem
from firsthand.records import Article

_HEADS = (
    r"ministers?|officers?|directors?|governors?|collectors?|commanders?|coordinators?|spokes(?:man|woman|person)|chiefs?|presidents?|mayors?|"
    r"superintendents?|inspectors?|teachers?|doctors?|captains?|secretar(?:y|ies)|envoys?|heads?|leaders?|engineers?|managers?|chair(?:man|woman|person)?|"
    r"ambassadors?|masters?|judges?|generals?|administrators?|commissioners?|physicians?|prosecutors?|executives?|owners?|members?|experts?|analysts?"
)
# Words have a longest length here, because a search that starts at every letter of one without end takes the square of its time.
_NAME = r"(?:[A-ZÀ-Þ][\w’'-]{1,40})(?:\s(?:[a-z]{2,3}\s)?[A-ZÀ-Þ][\w’'-]{1,40}){1,3}"
# "district governor Oda Lind", "Red Cross coordinator Oda Lind"
_ROLE_NAME = re.compile(rf"\b(?P<role>(?i:{_HEADS}))\s(?:\([^)]{{0,60}}\)\s)?(?P<name>{_NAME})")
# Up to four words before the head belong to the role; looked for only where a head was found, so that a long page costs no more than its length.
_LEADING = re.compile(r"(?:(?<![\w’'-])[\w’'-]{1,40}\s){0,4}\Z")  # not before a line's end: a headline above is no role
# "Oda Lind, a Red Cross coordinator", "Oda Lind, who runs the water works"
_NAME_ROLE = re.compile(
    rf"\b(?P<name>{_NAME}),\s(?:an?|the|his|her|its|who (?:is|runs|heads|leads|chairs|directs|was)(?: the)?)\s?(?P<role>[^,.;]{{3,60}})"
)
# "the harbour's head of stores, Oda Lind"
_BODY_ROLE_NAME = re.compile(
    rf"\b[Tt]he\s(?P<role>[\w-]{{3,40}}['’]s\s(?:[\w-]{{1,40}}\s){{0,5}}?[\w-]{{1,40}}),\s(?P<name>{_NAME})"
)
_LEADS = re.compile(r",\s(?:who )?(?:is in charge of|in charge of|runs|heads|leads|chairs|directs)\b", re.I)
_HEAD = re.compile(rf"\b(?:{_HEADS})\b|\b(?:in charge of|runs|heads|leads|chairs|directs)\b", re.I)
_BEFORE_ROLE = re.compile(
    r"\b(?:asked|said|told|says|by|the|an?|that|with|from|to|and|but|they|he|she|it|when|where|after|as|of)\b", re.I
)
_SAYING = re.compile(r"\b(?:said|says|told|tells|announced)\b", re.I)
# A bare title in common makes nobody the holder: the interior minister is not the prime minister.
_TITLES = frozenset(
    stem(w)
    for w in (
        "minister", "officer", "director", "governor", "commander", "coordinator", "chief", "president", "mayor", "secretary", "head", "leader",
        "manager", "judge", "general", "commissioner", "prosecutor", "spokesman", "spokeswoman", "spokesperson", "member", "chair",
    )
)  # fmt: skip
_WEAK = frozenset(
    stem(w)
    for w in [
        "the",
        "a",
        "an",
        "of",
        "in",
        "for",
        "and",
        "chief",
        "head",
        "senior",
        "same",
        "deputy",
        "provincial",
        "local",
        "state",
        "former",
        "acting",
    ]
)


def holders_of(text: str) -> dict[str, frozenset[str]]:
    """Gives for each named person of a text the stems of the role words beside the name.

    >>> sorted(holders_of("They asked harbour master Oda Lind.")["Oda Lind"])
    ['harbour', 'mast']
    >>> sorted(holders_of("So says the harbour's head of stores, Oda Lind.")["Oda Lind"])
    ['harbour', 'head', 'stor']
    """
    found: dict[str, set[str]] = {}
    for pattern in (_ROLE_NAME, _NAME_ROLE, _BODY_ROLE_NAME):
        for match in pattern.finditer(text):
            role = re.split(r"[,;:.]\s", _leading(text, match) + match["role"])[-1]
            if pattern is _ROLE_NAME:
                role = _BEFORE_ROLE.split(role)[-1]
            if not _HEAD.search(match.group()) or _SAYING.search(role):
                continue
            leads = _stems("director head leader chief chair") if _LEADS.search(match.group()) else set()
            found.setdefault(match["name"], set()).update(_stems(role) | leads)
    return {name: frozenset(words) for name, words in sorted(found.items())}


def _leading(text: str, match: re.Match[str]) -> str:
    """Gives the words that stand before a role's head ("Red Cross " before "coordinator Oda Lind"); none before the role behind a name."""
    if match.re is not _ROLE_NAME:
        return ""
    found = _LEADING.search(text[max(0, match.start() - 164) : match.start()])
    return found.group() if found else ""


class Holders:
    """Knows which offices the named persons of a case hold, from all its pages together."""

    def __init__(self, pages: Iterable[Mapping[str, frozenset[str]]]) -> None:
        """Takes what `holders_of` gives of each page."""
        self._roles: dict[str, set[str]] = {}
        self._by_key: dict[str, set[str]] = {}
        for page in pages:
            for name, roles in page.items():
                self._roles.setdefault(name, set()).update(roles)
                self._by_key.setdefault(key_of_name(name), set()).add(name)

    def on(self, article: Article) -> dict[str, frozenset[str]]:
        """Gives the office-holders whose full names stand on a page, with the role words that any page gives them."""
        near = [n for n in self._roles if n in article.text]
        words = {fold(w) for w in re.findall(r"[A-ZÀ-Þ][\w’'-]+", article.text)} if near else set()
        names = [n for n in near if fold(n.split()[-1]) in words]
        return {n: frozenset(self._roles[n]) for n in sorted(names)}

    def roles(self, entity: str) -> frozenset[str]:
        """Gives the stems of the role words that the case's pages give a person, by the folded full name."""
        return frozenset(w for name in self._by_key.get(entity, ()) for w in self._roles[name])


def holder_of(role: str, holders: Mapping[str, frozenset[str]]) -> str | None:
    """Gives the one person of the page that a role fits, or None: the role's own words must be among those beside the name.

    >>> holder_of("the harbour master", {"Oda Lind": frozenset({"harbour", "master"}), "Per Aas": frozenset({"teach"})})
    'Oda Lind'
    """
    words = _stems(role)
    if not words:
        return None
    strong = words - _WEAK
    fitting = [n for n, theirs in holders.items() if (strong and strong <= theirs) or (not strong and words <= theirs)]
    near = fitting or [
        n
        for n, theirs in holders.items()
        if len(strong & theirs) >= max(1, len(strong) - 1) and (strong & theirs) - _TITLES
    ]
    return near[0] if len(near) == 1 else None


def is_bare_role(name: str) -> bool:
    """Says whether an asserter is known by an office alone, and by no name.

    >>> is_bare_role("coordinator"), is_bare_role("Oda Lind"), is_bare_role("health ministry")
    (True, False, False)
    """
    return name == name.lower() and bool(re.search(rf"\b(?:{_HEADS})$", name))


# Offices and ranks that one person holds.
_OFFICE = re.compile(
    r"(?:minister|officer|director|governor|collector|commander|coordinator|chief|boss|president|mayor|superintendent|inspector|captain|secretary|envoy|"
    r"head|leader|manager|chair(?:man|woman|person)?|ambassador|master|judge|general|admiral|colonel|major|commodore|commissioner|prosecutor|prefect|"
    r"matron|coroner|bishop|spokes(?:man|woman|person))$"
)


def is_office(role: str) -> bool:
    """Says whether the words for somebody are of an office or a rank that one person holds, and not of a body or of several people.

    >>> is_office("harbour master"), is_office("company"), is_office("officers")
    (True, False, False)
    """
    return bool(_OFFICE.search(role.lower()))


def key_of_name(name: str) -> str:
    """Gives a name as a key across pages: its words folded.

    >>> key_of_name("Bö Ek's")
    'bo ek'
    """
    return " ".join(fold(w) for w in re.findall(r"\w[\w'’]*", name))


def role_stems(role: str) -> frozenset[str]:
    """Gives the stems of the words of a role that tell it from others: without "chief", "senior", "deputy"."""
    return frozenset(_stems(role) - _WEAK)


def _stems(words: str) -> set[str]:
    return {stem(fold(w)) for w in re.findall(r"[^\W\d_][\w’'-]*", words) if len(w) > 2} - {
        "the",
        "and",
        "who",
        "was",
        "for",
    }
