"""One person by name and by office in turns: "…, the harbour master said. Oda Lind told reporters …", "Oda Lind came in late. The harbour master
put the loss at nine."

Writers vary what they call somebody, from one sentence to the next. So a role without a name is the one person whom the sentence after it names
as the speaker, or whom the sentence before it names alone. Nobody whom pages call something else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from firsthand.reconcile.facts import fold, stem
from firsthand.reconcile.institutions import body_of
from firsthand.records import Speaker
from firsthand.text.sentences import sentence_ends

_ASIDE = re.compile(r"\s*\(unnamed[^)]*\)$")
_DEFINITE = re.compile(r"(?:\b[Tt]he|['’]s?)\s+$")
_SAYS = re.compile(
    r",?\s+(?:also |then |later )?(?:said|says|told|tells|announced|added|explained|replied|answered|admitted|confirmed)\b"
)
# What somebody does himself: "Oda Lind climbed on to the quay", not "Oda Lind was questioned".
_ACTS = re.compile(
    r"\s+(?:had|has|came|took|went|stood|sat|rose|spoke|brought|began|gave|made|read|(?!need|indeed)[a-z]{3,}ed)\b"
)
# What stands before a name whose bearer is called something there: "its director, Dr Oda Lind".
_TITLED = re.compile(
    r"(?:,|\b(?:Dr|Professor|Prof|Captain|Sister|Father|Judge|[Mm]inister|[Oo]fficer)\.?)\s+(?:[A-ZÀ-Þ][\w’-]*\s+)*$"
)
_ANY_OFFICE = frozenset(map(stem, ("official", "officer")))
_SMALL = frozenset(map(stem, "the of for and its chief senior deputy local state who".split()))


def person_of(speaker: Speaker, text: str, people: Mapping[str, frozenset[str]]) -> str | None:
    """Gives the name of the person whom a page names beside a role, in the sentence after it or before it; None where it names nobody alone.

    `people` are the full names of persons on the page, with the stems of the words of their roles.

    >>> master = Speaker(name="harbour master (unnamed)", kind="unnamed", role="master")
    >>> person_of(master, "Nine boats sank, the harbour master said. Oda Lind told reporters so.", {"Oda Lind": frozenset()})
    'Oda Lind'
    >>> person_of(master, "Nine boats sank, the harbour master said. Mayor Oda Lind wept.", {"Oda Lind": frozenset({"mayor"})}) is None
    True
    """
    role = _ASIDE.sub("", speaker.name)
    at = text.find(role)
    if speaker.kind != "unnamed" or at < 0 or role != role.lstrip("0123456789") or not people or _is_body(role):
        return None
    ends = [0, *sentence_ends(text)]
    here = max((i for i, end in enumerate(ends) if end <= at), default=0)
    spans = list(pairwise(ends))
    fit = {name for name, roles in people.items() if _fits(role, roles)}
    if here + 1 < len(spans) and (after := _opened_by(spans[here + 1], text, fit)):
        return after
    is_definite = bool(_DEFINITE.search(text, max(0, at - 8), at)) or bool(re.match(r"[A-Z][\w-]+['’]s ", role))
    before = _alone_in(spans[here - 1], text, people) if here and is_definite else None
    return before if before in fit and _named_in(spans[here], text, people) <= {before} else None


def _is_body(role: str) -> bool:
    """Says whether the words are those for a body: "the company" is nobody whom the sentence before names."""
    return body_of((role.split() or [""])[-1]) is not None


def _fits(role: str, known: frozenset[str]) -> bool:
    """Says whether a role can be that of a person: one with other roles is somebody else; "an official" may be any of them."""
    words = _stems(role)
    return not known or bool(words & known - _SMALL) or bool(words & _ANY_OFFICE)


def _stems(words: str) -> set[str]:
    return {stem(fold(w)) for w in re.findall(r"[^\W\d_][\w-]*", words)}


def _opened_by(sentence: tuple[int, int], text: str, people: set[str]) -> str | None:
    """Gives the one person who is first named in a sentence, as its subject or as the one who says it."""
    found = set()
    for name in people:
        at = text.find(name)
        if not sentence[0] <= at < sentence[1]:
            continue
        opens = not text[sentence[0] : at].strip()
        if opens or _SAYS.match(text, at + len(name)):
            found.add(name)
    return found.pop() if len(found) == 1 else None


def _alone_in(sentence: tuple[int, int], text: str, people: Mapping[str, frozenset[str]]) -> str | None:
    """Gives the one person named in a sentence; one of whom no page says what he is must act or speak there."""
    named = _named_in(sentence, text, people)
    if len(named) != 1:
        return None
    name = named.pop()
    last = name.split()[-1]
    behind = text.find(last, *sentence) + len(last)
    acts = _SAYS.match(text, behind) or _ACTS.match(text, behind)
    is_plain = acts and not _TITLED.search(text, sentence[0], behind - len(last))
    return name if people[name] or is_plain else None


def _named_in(sentence: tuple[int, int], text: str, people: Mapping[str, frozenset[str]]) -> set[str]:
    words = set(re.findall(r"[^\W\d_][\w’-]*\w", re.sub(r"['’]s\b", "", text[sentence[0] : sentence[1]])))
    return {name for name in people if name.split()[-1] in words}
