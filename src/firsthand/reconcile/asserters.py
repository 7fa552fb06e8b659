"""Asserters: the key across pages of whoever gives a number, or nobody where the page names nobody."""

from __future__ import annotations

import re
from collections.abc import Mapping

from firsthand.gazetteer import Gazetteer
from firsthand.reconcile.facts import fold
from firsthand.reconcile.holders import holder_of, key_of_name
from firsthand.reconcile.institutions import body_of
from firsthand.reconcile.outlets import OutletNames, squash
from firsthand.records import Speaker

# Words that are no name.
_GENERIC = frozenset(
    """the a an some many several two three four five local state government provincial district city senior top
    regional federal national other unnamed official officials authority authorities source sources report reports
    media people witness witnesses expert experts analyst analysts resident residents observers figures data it he
    she they who which that one this these those i we me us page article story text piece lower down above below further
    author authors each both all most any none more less fewer than at of asked six seven eight nine ten""".split()
)
MAX_NAME = 8  # words; more are half a sentence
_STATE_MEDIA = re.compile(
    r"\b(?:(?P<of>(?!State|The|Fresh|New)[A-ZÀ-Þ][\w-]+) )?[Ss]tate(?:[- ](?:run|owned|controlled))?[- ](?:media|tv|TV|television|radio|broadcaster|newspapers?)\b"
)
_OF_A_BRANCH = re.compile(r"(?:\s[a-z-]+){2,3}\s(?:officials|authorities|colleagues)\b")
_OFFICIALS = re.compile(r"^(?:\w+ )?(?:officials|authorities)\b", re.I)


# An office that is its holder's own, and people through whom a body speaks.
_OF_HIS_OWN = re.compile(
    r"(?:[a-z]+ ){0,2}(?:governor|mayor|prefect|minister|president|senator|king|premier) of\b", re.I
)
_SPEAKS_FOR_IT = re.compile(
    r"\b(?:officials?|authorities|officers?|spokes\w+|sources?|executives?|managers?|representatives?|police|press|media|leaders?|commanders?|"
    r"chiefs?|heads?|directors?|engineers?|staff|colleagues|aides?|lawyers?)\b"
)
_SPOKESMAN_FOR = re.compile(r"^spokes\w+ \(unnamed, (?:for|of) (?:the )?(?P<body>[^)]+)\)$")


def entity_of(speaker: Speaker | None) -> str | None:
    """Gives the key of an asserter across pages; None for nobody, for an ambiguous name, for an outlet that only passes on, and for
    words that name nobody ("officials", "local media").

    An unnamed speaker of a named body goes under the body; one known by a role alone is "unnamed: ROLE", which is one asserter
    only within a page and what goes back to it.
    """
    if speaker is None or speaker.candidates or speaker.kind == "outlet":
        return None
    if speaker.entity and ":" in speaker.entity:
        return speaker.entity
    body = body_behind(speaker)
    name = re.sub(r"\s*\(unnamed\)$", "", body if speaker.kind == "unnamed" and body else speaker.name)
    name = plain_name(re.sub(r"\s*\(unnamed,[^)]*\)$", "", name))
    if speaker.kind == "unnamed" and body and len(found := Gazetteer.load().entries(body)) == 1:
        return found[0].id
    if state := _STATE_MEDIA.search(name):
        return f"{fold(state['of'] or '')} state media".strip()
    words = key_of_name(name).split()
    # Words that are no name: nothing but generic ones, a number among them, or half a sentence.
    if all(w in _GENERIC for w in words) or len(words) > MAX_NAME or any(w.isdigit() for w in words):
        return None
    if speaker.entity:
        return speaker.entity if plain_name(speaker.name) == speaker.name else key_of_name(name)
    if speaker.kind == "body":
        return key_of_body(name)
    return f"unnamed: {' '.join(words)}" if speaker.kind == "unnamed" and not body else " ".join(words)


def body_behind(speaker: Speaker) -> str | None:
    """Gives the body that speaks through somebody, by the words for him; None where he is only from there, or governs it.

    >>> body_behind(Speaker(name="spokeswoman (unnamed, for the port office)", kind="unnamed"))
    'port office'
    >>> body_behind(Speaker(name="governor of Orsa (unnamed)", kind="unnamed", body="Orsa"))
    """
    body = speaker.body
    if body is None:
        spokes = _SPOKESMAN_FOR.search(speaker.name) if speaker.kind == "unnamed" else None
        return spokes["body"] if spokes else None
    if speaker.kind == "unnamed" and (
        whole := re.search(rf"\bof (?:the )?(?P<body>{re.escape(body)} [^()]+?)(?: \(unnamed|$)", speaker.name)
    ):
        body = whole["body"]  # "head of Norlundic port intelligence": not of Norlund
    of_a_land = re.search(r" \(unnamed, (?P<land>[A-ZÀ-Þ][\w’'-]+)\)$", speaker.name)
    if of_a_land and body.startswith(f"{of_a_land['land']} "):
        return None  # "Norlund's prisons chief" is nobody of the Norlund Rights Observatory
    is_from = f"(unnamed, from {body})" in speaker.name  # "a reader (unnamed, from Orsa)" is a reader
    is_branch = _OF_A_BRANCH.match(speaker.name.removeprefix(body))  # "UN food aid officials" are not the whole of it
    is_place = speaker.kind == "unnamed" and _is_his_place(speaker.name, body)
    return None if is_from or is_branch or is_place else body


def _is_his_place(name: str, body: str) -> bool:
    """Says whether what an unnamed speaker is of is no body that speaks through him: a governor's province, the land of some doctors."""
    if (
        body_of(body)
        or Gazetteer.load().entries(body)
        or not re.fullmatch(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?", body)
    ):
        return False
    return bool(_OF_HIS_OWN.match(name) or (name.startswith(f"{body} ") and not _SPEAKS_FOR_IT.search(name)))


def asserter_of(
    speaker: Speaker | None, own: str, holders: Mapping[str, frozenset[str]], outlets: OutletNames | None
) -> str | None:
    """Gives the asserter's key on this page. A page that only names itself, or another outlet of the case, names nobody;
    a role goes under the name of its holder where the page gives one."""
    entity = entity_of(speaker)
    if speaker is None or (own and squash(speaker.name) == own):
        return None
    if entity is None:
        # "Officials said" on a page that quotes one office-holder and no other: his word, so that he is not counted twice.
        return key_of_name(next(iter(holders))) if len(holders) == 1 and _OFFICIALS.match(speaker.name) else None
    if outlets is not None and outlets.look_up(speaker.name):
        return None
    if speaker.kind == "unnamed" and (name := holder_of(re.sub(r"\s*\([^)]*\)", "", speaker.name), holders)):
        return key_of_name(name)
    return entity


def key_of_body(name: str) -> str:
    """Gives the key across pages of a body of this name: the gazetteer's, where it knows just one, else its words."""
    found = Gazetteer.load().entries(name)
    return found[0].id if len(found) == 1 and found[0].kind == "body" else key_of_name(name)


def plain_name(name: str) -> str:
    """Gives a name without the clause that a page hangs on it: "Fell Dairy, whose roof came down" is Fell Dairy."""
    return re.split(r",\s+(?:whose|which|who|where|that)\b", name)[0]
