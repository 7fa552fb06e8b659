"""Introductions: the words by which pages say who somebody is, and which body speaks through him.

"Its director, Oda Lind", "Oda Lind, secretary of the dockers' union", "Captain Oda Lind, who leads the search for the brigade": what such
words say of a person holds for the whole story. A minister, a governor or a mayor speaks for an office of his own, and for no body.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from firsthand.reconcile.facts import fold, stem
from firsthand.reconcile.institutions import INSTITUTIONS, body_of, phrases_with

_OFFICE = (
    r"(?:director(?:-general)?|head|chief|chair(?:man|woman|person)?|secretary(?:-general)?|spokes(?:man|woman|person)|coordinator|commander|officer|"
    r"leader|president|manager|administrator|superintendent|inspector|captain|colonel|commodore|admiral|commissioner|prosecutor|boss|engineer|treasurer|representative)"
)
_OF_HIS_OWN = re.compile(r"\b(?:minister|governor|mayor|prefect|senator|deputy|mp|lawmaker)\b", re.I)
# "a former secretary of the union", "head of a rival of the union": who once spoke for a body, or stands against it.
_NO_MORE = re.compile(
    r"\b(?:former(?:ly)?|ex|retired|ousted|sacked|once|until|rivals?|opposition|opponents?|critics?)\b", re.I
)
_TITLE = r"(?:(?:Dr|Mr|Mrs|Ms|Sister|Father|Sir|[A-Z][a-z]+ [Cc]olonel|(?:Rear |Vice )?Admiral|Colonel|Captain|Major|General|Commodore|Commander|Lieutenant|Sergeant|Chief|Inspector)\.? )*"
_BEFORE = 140  # characters before a name in which a page says who its bearer is
# "Its director, Oda Lind", "the brigade's commander, Oda Lind", "the mayor, Oda Lind"
_ROLE_FIRST = re.compile(
    rf"\b(?P<whose>[Tt]he|[Ii]ts|[Tt]heir|(?:[Tt]he )?[\w’' -]{{2,40}}['’]s) (?P<role>(?:[a-z-]+ ){{0,4}}?[a-z-]+), {_TITLE}$"
)
# "the Front, whose candidate Oda Lind"; "its leader Oda Lind"
_WHOSE_FIRST = re.compile(
    rf"(?P<whose>[A-ZÀ-Þ][\w’'-]+(?: (?:of |for )?[A-ZÀ-Þ][\w’'-]+)*), whose (?P<role>(?:[a-z-]+ ){{0,3}}?(?:{_OFFICE}|candidate|founder)) {_TITLE}$"
)
# "its boss Oda Lind", without a comma; "the navy's Rear Admiral Lind"
_ITS_BEFORE = re.compile(rf"\b(?P<whose>[Ii]ts|[Tt]heir) (?P<role>(?:[a-z-]+ ){{0,3}}?{_OFFICE}) {_TITLE}$")
_BODYS_OFFICER = re.compile(
    r"\b(?:[Tt]he )?(?P<body>[\w’-]+(?: [\w’-]+){0,3})['’]s (?P<rank>(?:Rear |Vice )?Admiral|Colonel|Captain|Major|General|Commodore|Commander|Lieutenant|Chief|Inspector) $"
)
_HEADS_A_NOUN = re.compile(rf"{_OFFICE} of the [a-z]+$")
_BEHIND_A_ROLE = re.compile(rf", {_TITLE}$")
_ITS_TITLE = re.compile(rf"\b(?P<title>{_TITLE})$")
# "The port office ..., spokeswoman Oda Lind said"
_BARE_SPOKESMAN = re.compile(r"(?:^|[,.;:”\"] |\n)(?:[Aa] |[Tt]he |[Ii]ts )?(?P<role>[Ss]pokes(?:man|woman|person)) ")
# "Oda Lind, secretary of the dockers' union", "Oda Lind, who runs the Orsa hospital", "Oda Lind of the fire brigade"
_NAME_FIRST = re.compile(
    r", (?P<role>(?:an? |the |its |who (?:\w+ ){0,3}?)?[^,.;:“”\"()]{3,70})(?=[,.;]| (?:said|told|says))|"
    r" of (?:the )?(?P<of>[\w’'-]+(?: (?:of |for )?[\w’'-]+){0,4})"
)
_HELD = rf"(?i:{_OFFICE}|minister|governor|mayor|prefect|senator|consul|ambassador)$"
_IS_OFFICE = re.compile(_HELD)
_LONGEST_OFFICE = 20  # characters, more than any office in the pattern has
# "Justice Minister"; and with so many plain words before it, "health office spokesman"
_TITLES = {most: re.compile(rf"(?<![\w-])(?:[A-Z][a-z-]+ )*(?:[a-z-]+ ){{0,{most}}}{_HELD}") for most in (0, 5)}
# "the prison service, which she heads"
_WHICH = re.compile(
    r"\b[Tt]he (?P<body>[a-z]+(?: [a-z]+){0,3}), which (?:he|she) (?:heads|leads|runs|directs|chairs)\b"
)
_LEADS = re.compile(rf"\b(?:{_OFFICE}|heads?|leads?|runs?|directs?|chairs?|keeps|speaks for)\b", re.I)


# "Colonel Oda Lind, for the army, confirmed"
_FOR = re.compile(r"for (?:the |its )?[\w’' -]+$")


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a page says of a person: the words of the role, whose it is where a pronoun says so ("its"), and where they stand."""

    name: str
    role: str
    is_its: bool
    start: int


@lru_cache(maxsize=4096)  # several rules ask, and a page is in its story whatever else is added to it
def introductions(name: str, text: str) -> tuple[Introduction, ...]:
    """Gives what a text says of a person of this name, full or by the last name.

    >>> [i.role for i in introductions("Oda Lind", "The toll is nine. Oda Lind, secretary of the dockers' union, said so.")]
    ["secretary of the dockers' union"]
    """
    last = name.split()[-1] if name.strip() else ""
    return tuple(_introductions(name, last, text)) if last and last in text else ()


def _introductions(name: str, last: str, text: str) -> Iterator[Introduction]:
    for start, end in _places(name, last, text):
        before = text[max(0, start - _BEFORE) : start]
        match = _ROLE_FIRST.search(before) if _BEHIND_A_ROLE.search(before) else None
        if match and (
            stem(match["role"].split()[-1]) not in INSTITUTIONS or _HEADS_A_NOUN.match(match["role"])
        ):  # "in the hospital, Oda Lind" is no role of hers
            whose = match["whose"]
            owner = "" if whose.lower() in ("the", "its", "their") else f" of {whose}"
            at = start - len(before) + match.start()
            yield Introduction(name, match["role"] + owner, whose.lower() in ("its", "their"), at)
        if match := _WHOSE_FIRST.search(before) if ", whose " in before else None:
            yield Introduction(name, f"{match['role']} of {match['whose']}", False, start)
        if match := _ITS_BEFORE.search(before):
            yield Introduction(name, match["role"], True, start - len(before) + match.start())
        if match := _BODYS_OFFICER.search(before):
            yield Introduction(name, f"officer of {match['body']}", False, start)
        match = _NAME_FIRST.match(text, end)
        role = (match["role"] or "") if match else ""
        if match and match["of"]:
            yield Introduction(name, f"officer of {match['of']}", False, start)
        elif role and (_LEADS.search(role) or _FOR.match(role)):
            title = _ITS_TITLE.search(before)
            yield Introduction(name, f"{title['title'] if title else ''}{role}", role.startswith("its "), start)
    for held in titles(name, text, 5):
        yield Introduction(name, held, False, 0)
    for match in _BARE_SPOKESMAN.finditer(text) if "pokes" in text else ():
        if text.startswith((name, last), match.end()):
            yield Introduction(name, match["role"], True, match.start("role"))
    for match in _WHICH.finditer(text) if ", which " in text else ():
        before = text[max(0, match.start() - 160) : match.start()]
        if last in before:
            yield Introduction(name, f"head of {match['body']}", False, match.start())


def titles(name: str, text: str, most: int = 0) -> Iterator[str]:
    """Yields the titles that stand before a name in a text ("Justice Minister"), with `most` so many words before them ("health office
    spokesman").

    >>> list(titles("Oda Lind", "The answer came from Colonel Oda Lind."))
    ['Colonel']
    """
    for start, _ in _places(name, name, text):
        before = text[max(0, start - _BEFORE) : start].rstrip(" ")
        if _IS_OFFICE.search(before[-_LONGEST_OFFICE:]) and (held := _TITLES[most].search(before)):
            yield held.group()


# "Oda Lind, the regional health minister"
_OFFICE_BEHIND = re.compile(
    r", (?:an?|the) (?P<role>(?:[\w-]+ ){0,4}?(?:minister|governor|mayor|prefect|senator)(?: of [A-ZÀ-Þ][\w-]+)?)(?=[,.;:])"
)


def offices_of(name: str, text: str) -> Iterator[str]:
    """Yields the offices of their own that stand behind a name in a text.

    >>> list(offices_of("Oda Lind", "Nine died, said Oda Lind, the regional health minister."))
    ['regional health minister']
    """
    for _, end in _places(name, name, text):
        if held := _OFFICE_BEHIND.match(text, end):
            yield held["role"]


def _places(name: str, last: str, text: str) -> Iterator[tuple[int, int]]:
    """Yields (start, end) of a name in a text, full or by its last word; not of somebody else's with that last word."""
    at = text.find(last) if last else -1
    while at >= 0:
        end = at + len(last)
        start = end - len(name) if text.startswith(name, end - len(name)) and end >= len(name) else at
        is_other = start == at and bool(_forename(name, text[max(0, at - _BEFORE) : at]))
        if not text[end : end + 1].isalnum() and not is_other:
            yield start, end
        at = text.find(last, end)


# No forename before a last name: a title, or the first word of a sentence.
_NO_FORENAME = re.compile(
    rf"(?:{_OFFICE}|minister|governor|mayor|prefect|senator|consul|ambassador|professor|brigadier|judge|major|general|lieutenant|sergeant|doctor|dr|mrs?|ms|sister|father|sir|"
    r"and|but|yet|then|when|as|if|while|though|because|since|after|before|now|today|yesterday|for|to|what|that|this|in|at|on|so)$",
    re.I,
)


def _forename(name: str, before: str) -> str:
    """Gives the other forename that stands before the last name of a person ("Per", before Lind, of Oda Lind); "" for none."""
    found = re.search(r"\b(?:(?P<own>[A-ZÀ-Þ][\w-]+) )?(?P<word>[A-ZÀ-Þ][\w-]*[a-zß-ÿ]) $", before)
    if found is None or {found["own"], found["word"]} & set(name.split()) or _NO_FORENAME.match(found["word"]):
        return ""
    return found["word"]


def roles_of(name: str, text: str) -> Iterator[str]:
    """Yields the roles that a text gives a person, by a title or in other words, not those that are another's ("its minister")."""
    yield from titles(name, text)
    yield from (i.role for i in introductions(name, text) if not i.is_its)


def is_no_more(role: str) -> bool:
    """Says whether somebody has a role no more, or is against those who have it: "former head of the port office"."""
    return bool(_NO_MORE.search(role))


def is_bare_office(role: str) -> bool:
    """Says whether a role is an office of which it is not said whose: on a body's own page it is the body's.

    >>> is_bare_office("Chief Operations Officer"), is_bare_office("secretary of the dockers' union"), is_bare_office("Mayor")
    (True, False, False)
    """
    theirs = re.search(r"\b(?:of|for|at|in)\b|['’]", role) or _OF_HIS_OWN.search(role) or _NO_MORE.search(role)
    return not theirs and bool(re.fullmatch(rf"(?i:(?:[a-z-]+ ){{0,3}}{_OFFICE})", role.strip()))


def is_elsewhere(role: str, body: str) -> bool:
    """Says whether the names in a role and in a body's name set them apart: each has one that the other lacks.

    >>> is_elsewhere("Lovik police chief", "Orsa police"), is_elsewhere("Police Chief", "Orsa police")
    (True, False)
    """
    ours, theirs = (words_of(" ".join(re.findall(r"\b[A-ZÀ-Þ][\w-]+", words))) - _NO_NAMES for words in (role, body))
    return bool(ours - words_of(body) and theirs - words_of(role))


def sentences_with(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Yields (start, end) of the sentences of a text in which a word stands."""
    stops = [m.span() for m in _STOP.finditer(text)]
    ends, starts = [end for _, end in stops], [start for start, _ in stops]
    for match in re.finditer(rf"\b{re.escape(word)}\b", text) if word else ():
        before, behind = bisect_right(ends, match.start()), bisect_left(starts, match.end())
        yield (ends[before - 1] if before else 0), (starts[behind] if behind < len(starts) else len(text))


_STOP = re.compile(r"[.!?][\"”’)]*\s+|\n\n")


def shared_words(intro: Introduction, name: str, lands: Mapping[str, str]) -> int:
    """Gives by how many words of its name an introduction speaks of a body, where it leaves out others: "human rights office
    spokeswoman" speaks of the UN human rights office by three, "who speaks for the army" of the Norlund army by one; 0 of another."""
    body = body_of(name, lands)
    if body is None or _OF_HIS_OWN.search(intro.role) or _NO_MORE.search(intro.role):
        return 0
    # "head of the port office", "for the port office"; but the "office of ports" too
    behind = re.split(r"\b(?:of|for) ", intro.role, maxsplit=1)[-1]
    called = next((p for words in (behind, intro.role) for p in phrases_with(body.noun, words, lands)), None)
    capitalised = words_of(" ".join(re.findall(r"\b[A-ZÀ-Þ][\w-]+", intro.role))) - _RANKS
    if called is None or capitalised - {stem(w) for w in (*lands, *lands.values())} - body.words:
        return 0
    return len(called.words & body.words)


def speaks_for(
    intro: Introduction, bodies: Collection[tuple[str, str]], text: str, lands: Mapping[str, str] | None = None
) -> set[str]:
    """Gives the keys of the bodies for which an introduction says that its person speaks; `bodies` are (key, name as pages have it)."""
    if intro.is_its and re.search(r"\bminister\b", intro.role):
        return _subjects(intro, bodies, text, lands or {})
    if _OF_HIS_OWN.search(intro.role) or _NO_MORE.search(intro.role):
        return set()
    if intro.is_its:
        return _subjects(intro, bodies, text, lands or {})
    if _OF_A_NOUN.search(intro.role) and (before := _named_last(intro, bodies, text)):
        return before
    words = words_of(intro.role)
    named = words_of(" ".join(re.findall(r"\b[A-ZÀ-Þ][\w-]+", intro.role.removeprefix("Lieutenant "))))
    found = [
        (len(own), key)
        for key, name in bodies
        if (own := _telling(name)) and own <= words and (len(own) > 1 or named <= own | _RANKS)
    ]
    most = max((n for n, _ in found), default=0)
    return {key for n, key in found if n == most}


# "director of the service", "who runs the society", "the body's secretary general": of the body that the page has just named.
_OF_A_NOUN = re.compile(
    r"\b(?:of|for|runs|heads|leads|directs|chairs) (?:the )?(?:same )?(?P<noun>body|service|society|organi[sz]ation|charity|agency|association|club|utility|group|firm|company|union|brigade)$"
)


def _named_last(intro: Introduction, bodies: Collection[tuple[str, str]], text: str) -> set[str]:
    """Gives the keys of the one body that the sentence of an introduction names before it, or else the sentence before that one in the same
    paragraph; none where another body is named there, of which the story has no numbers, or the noun is not of the body found."""
    paragraph = text[max(0, intro.start - 400) : intro.start]
    if not _OF_A_NOUN.search(intro.role):
        paragraph = paragraph.rpartition("\n\n")[2]  # "its" does not reach so far
    told = [s for s in re.split(r"(?<=[.!?])[\"”’)]?\s+", paragraph) if s]
    noun = (m["noun"] if (m := _OF_A_NOUN.search(intro.role)) else "body").lower()
    for sentence in told[::-1][:2]:
        named = {(key, name) for key, name in bodies if re.search(rf"\b{re.escape(name)}\b", sentence)}
        longest = {(key, name) for key, name in named if not any(name in n and name != n for _, n in named)}
        others = {m.group() for m in _PROPER_BODY.finditer(sentence) if body_of(m.group())}
        if longest or others:
            known = all(any(n in other or other in n for _, n in longest) for other in others)
            fit = all(_may_be_called(n, noun) for _, n in longest)
            keys = {key for key, _ in longest}
            return keys if known and fit and len(keys) == 1 else set()
    return set()


_PROPER_BODY = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: (?:of |for )?[A-ZÀ-Þ][\w’'-]+)+")
_ANY_NOUN_FOR_A_BODY = frozenset(("body", "service", "organisation", "organization", "agency", "group"))


def _may_be_called(name: str, noun: str) -> bool:
    """Says whether a page may go on to call a body by a noun: by one of its name, by one for any body, or where its name has none."""
    return noun in _ANY_NOUN_FOR_A_BODY or stem(noun) in words_of(name) or body_of(name) is None


def _subjects(
    intro: Introduction, bodies: Collection[tuple[str, str]], text: str, lands: Mapping[str, str]
) -> set[str]:
    """Gives the keys of the body whose "its" is: that with which the sentence before begins, by its longest name, or by another form of it."""
    told = re.split(r"[.!?][\"”’)]?\s+", text[max(0, intro.start - 400) : intro.start].rstrip())
    # The sentence of the words themselves begins with it, or else the one before.
    for opening in (words for words in told[::-1][:2] if words):
        if found := _named_first(opening, bodies, lands):
            return found
        if _opens_with_a_body(opening, lands):
            return set()  # one that gives no numbers
    return _named_last(intro, bodies, text) if not _BARE_SPOKESMAN_ROLE.fullmatch(intro.role) else set()


_BARE_SPOKESMAN_ROLE = re.compile(r"[Ss]pokes(?:man|woman|person)")


def _opens_with_a_body(opening: str, lands: Mapping[str, str]) -> bool:
    words = opening.split()[:4]
    return bool(words) and any(body_of(" ".join(words[:end]), lands) for end in range(1, len(words) + 1))


def _named_first(opening: str, bodies: Collection[tuple[str, str]], lands: Mapping[str, str]) -> set[str]:
    """Gives the keys of the one body that a sentence begins with, by its name, by another form of it, or by a shorter one."""
    subjects = ((len(name), key) for key, name in bodies if re.match(rf"(?:The |the )?{re.escape(name)}\b", opening))
    words = opening.split()[:6]
    for form in (f for end in range(len(words), 0, -1) if (f := body_of(" ".join(words[:end]), lands))):
        known = [(key, body) for key, name in bodies if (body := body_of(name, lands)) and body.head == form.head]
        if same := {key for key, body in known if body == form}:
            return same
        longer = {body for _, body in known if form.words < body.words}
        if len(longer) == 1 and len(form.words) > 1:
            return {key for key, body in known if body in longer}
    subject = max(subjects, default=None)
    return {subject[1]} if subject else set()


@lru_cache(maxsize=4096)
def words_of(name: str) -> frozenset[str]:
    """Gives the stems of the words of a name or role, small words left out.

    >>> sorted(words_of("head of the fire brigade"))
    ['brigad', 'fire', 'head']
    """
    plain = re.sub(r"['’]s?\b", "", re.sub(r"\b([Cc]oast)(guard)", r"\1 \2", name))
    return frozenset(stem(fold(w)) for w in re.findall(r"[^\W\d_][\w-]*", plain) if fold(w) not in _SMALL)


@lru_cache(maxsize=4096)
def _telling(name: str) -> frozenset[str]:
    """Gives the words that tell a body from others: an agency may be called the regulator."""
    words = words_of(_OWNER.sub("", name))
    words = words if len(words) > 1 else words_of(name)
    return words - _ANY_BODY if len(words - _ANY_BODY) > 1 else words


_OWNER = re.compile(r"^[A-ZÀ-Þ][\w-]+['’]s? ")
_ANY_BODY = frozenset(map(stem, ("agency", "regulator", "authority", "watchdog", "directorate", "department")))
_RANKS = frozenset(
    map(
        stem,
        "lieutenant colonel captain major general commodore commander sergeant inspector chief doctor dr sister father".split(),
    )
)
_NO_NAMES = _RANKS | frozenset(
    map(stem, "police fire port health union director head leader chair president secretary".split())
)
_SMALL = frozenset("the a an of for and its their his her in at on who which same s own".split())


def fitting(role: str, people: Iterable[tuple[str, str]]) -> set[str]:
    """Gives the persons to whom a role without a name fits; `people` are (key, a role that a page gives).

    >>> fitting("colonel", [("lind", "Colonel"), ("aas", "Retired Colonel")])
    {'lind'}
    """
    words = words_of(role) - _ANY_OFFICER or words_of(role)
    held = [(key, theirs) for key, theirs in people if _NO_MORE.search(role) or not _NO_MORE.search(theirs)]
    return {key for key, theirs in held if words and words <= words_of(theirs)}


_ANY_OFFICER = frozenset(map(stem, ("officer", "official")))
