"""Who asserts on each side of a pair, and whether the one who answers is a party to what the other says.

Names decide, with the names by which a page introduces an asserter ("the mill's manager, Oda Lind" speaks for the mill too). Where one
side is only a role ("the operator") nothing is established; a count of unnamed people ("two officers") is nobody who is named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.reconcile.facts import fold, stem
from firsthand.reconcile.replies import Passage

BEFORE, AFTER = 70, 50  # characters round a name in which a page says who its bearer is
_ROLES = frozenset(  # whole words: the stem of "commissioner" is "commission"
    """the spokesman spokeswoman spokesperson spokespeople minister office official officials for and former says said
    deputy president director chief lawyer lawyers solicitor agent manager head leader leaders chairman chairwoman chair governor mayor
    commander general colonel captain secretary commissioner prosecutor judge doctor professor councillor member members unnamed author
    owner father mother brother sister husband wife son daughter coach trainer engineer press report reports document documents records
    letters paper source sources people his her its their who with from named senior mr mrs ms dr on in at a an our my it he she they
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
_KINDS = frozenset(
    stem(w)
    for w in """ministry department service company firm group authority agency council board union party association committee commission
    government state national federal foreign defence health interior army police museum school league club court bank office news
    staff guard front radio press times post""".split()
)
_UNNAMED = re.compile(r"\s*\(unnamed[^)]*\)")
_CLAUSE = re.compile(r",? (?:who|which|whose|that|where)\b.*")
_SEVERAL = re.compile(
    r"^(?:two|three|four|five|several|some|many|\d+|a person|person|people|sources?|witness(?:es)?|officials?|officers|diplomats|parents|"
    r"residents|insiders?|.*\b(?:documents?|records|letters|e-?mails|accounts|files?|papers?|minutes|report|photographs|images))\b",
    re.I,
)
_RUN = re.compile(r"(?:[A-ZÀ-Þ][\w-]+(?:\s(?:of\s|and\s|&\s)?)?)+")
_SUBJECT = re.compile(
    r"^\W*(?P<who>(?:The|A|An|Its|His|Her|Their) (?:(?!(?:has|have|had|is|was) )[\w’'-]+ )??(?!(?:has|have|had|is|was)\b)[\w’'-]+"
    r"|(?:[A-ZÀ-Þ][\w’'.-]+(?: of| and| &)? ?)+(?:(?:police|army|council|officials|government|authorities|court|hospital|airport|university|club|union)\b)?)"
)
_OFFICE = re.compile(
    r"\b(?:lawyers?|agent|spokes\w+|representative|publicist|attorney|solicitor|barrister|counsel|aides?|husband|wife|managers?|directors?|chief|"
    r"head|minister|chair\w*|president|commander|secretary|commissioner|governor|mayor|leader|officer|official)\b",
    re.I,
)
_ARM = re.compile(r"\b(?:ministry|staff|office|guard|army|press service)\b", re.I)
_BEHALF = re.compile(
    r"\b(?:lawyers?|agent|spokes\w+|managers?|attorney|father|mother|brother|sister|husband|wife|son|daughter|coach)\b",
    re.I,
)
_WORDS = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One side of a pair: the marked claim, its page's outlet and day, and who asserts (None when unknown or the outlet itself).

    `source` holds the words by which the page introduces the asserter, `told` the whole statement the marked words belong to,
    `body` the key of the body he speaks for, equal on both sides where it is one.
    """

    passage: Passage
    outlet: str
    day: str
    speaker: str | None = None
    source: str = ""
    told: str = ""
    body: str | None = None

    @property
    def is_unnamed(self) -> bool:
        """Says whether the asserter is somebody the page does not name, or nobody but the outlet."""
        return not self.speaker or "(unnamed" in self.speaker

    @property
    def is_hearsay(self) -> bool:
        """Says whether the page itself stands for the claim: its own words, a document, or people it does not name."""
        if not self.speaker or fold(self.speaker) == fold(self.outlet):
            return True
        return self.is_unnamed and bool(_SEVERAL.search(self.speaker))

    @property
    def statement(self) -> str:
        """Gives the marked words with those of the statement they stand in."""
        if self.passage.words in self.told:
            return self.told
        start, _ = self.passage.sentence
        return f"{self.told} {self.passage.words}" if self.told else self.passage.text[start : self.passage.end].strip()

    @property
    def who(self) -> str:
        """Gives the words that say who asserts: the name, the words before the cue, and how the page introduces the name."""
        name = _UNNAMED.sub("", self.speaker or "")
        return f"{name} {_CLAUSE.sub('', self.source)} {_introduction(name, self.passage.text)}"


def subject_of(passage: Passage) -> str | None:
    """Gives who does what the marked words say ("The mill" of "The mill has withdrawn its statement"); None where no such words stand there."""
    match = _SUBJECT.search(passage.text[passage.sentence[0] : passage.start])
    return match["who"].strip() if match else None


def is_note(passage: Passage, speaker: str) -> bool:
    """Says whether an outlet speaks of its own report: under "Correction", or as "we" and "our" outside any quotation."""
    start, end = passage.sentence
    plain = re.sub(r"[\"“][^\"“”]*[\"”]?", " ", passage.text[start:end])
    named = [w for w in re.findall(r"[^\W\d_]+", speaker) if w[0].isupper() and w.lower() not in _NOBODYS]
    begins = passage.text[start:end].lstrip(' "“').startswith(speaker)
    # Who is only named in what is told there does not tell it.
    is_somebody = bool(named) and (len(named) > 1 or not begins) and named[-1] in passage.frame
    return bool(_NOTE.match(speaker) or (not is_somebody and _OUR.search(plain) and _AMISS.search(plain)))


_NOBODYS = frozenset({"a", "an", "the", "we", "our", "in", "on", "at", "this", "that"})
_NOTE = re.compile(r"(?:an? )?(?:correction|clarification|editor|erratum|earlier version)\b", re.I)
_OUR = re.compile(r"\b(?:we|us|our)\b", re.I)
_AMISS = re.compile(
    r"\b(?:mis\w+|wrong(?:ly)?|errors?|mistakes?|mistaken(?:ly)?|standards|astray|correct(?:ed|ion)?|regret|apologi[sz]e\w*|removed|withdrawn|retract\w*)\b",
    re.I,
)


def same_asserter(a: Turn, b: Turn) -> bool | None:
    """Says whether one asserter, or one body, speaks on both sides; None where that cannot be told."""
    if a.body is not None and a.body == b.body:
        return True
    if _writes(a, b) or _writes(b, a) or _is_called(a, b) or _is_called(b, a):
        return True
    if a.is_hearsay or b.is_hearsay:
        if a.is_hearsay and b.is_hearsay:
            return fold(a.outlet) == fold(b.outlet)
        named, page = (b, a) if a.is_hearsay else (a, b)
        if page.speaker and _lower(page.speaker) & _lower(named.speaker or ""):
            return None  # "parents", "a parents' committee"
        return bool(_keys(named.speaker or "") & _keys(page.outlet))
    mine, theirs = _keys(a.speaker or ""), _keys(b.speaker or "")
    if _one_name(a.speaker or "", b.speaker or ""):
        return True
    if _speaks_for(a, b) or _speaks_for(b, a):
        return True  # the body on one side, its officer on the other; or a person and his lawyer
    if a.is_unnamed and b.is_unnamed and fold(a.outlet) != fold(b.outlet):
        return None  # "a nurse", "nurses"
    words = [_all_words(t.speaker or "") for t in (a, b)]
    if all(words) and (words[0] <= words[1] or words[1] <= words[0]):
        return True  # "the ministry", "the Defence Ministry"
    if any(_spoken_of(one, group) for one, group in ((a, b), (b, a))):
        return False
    if _lower(a.who) & _lower(b.who):
        return None  # "one of the residents, Karl Ott", "residents"
    if mine and theirs:
        return False
    # A body is not a person whom the page gives no part in it; a role ("the operator") may be anybody's.
    officers = [_OFFICE.search(t.who) is not None for t in (b, a)]
    return False if any(w and w <= _KINDS and not o for w, o in zip(words, officers, strict=True)) else None


def _holds_office(answer: Turn, other: Turn) -> bool:
    """Says whether the one who answers is, or stands beside, somebody of whom the other side speaks by his office ("the president",
    "the president's doctor")."""
    named = _THE_OFFICE.match(answer.source)
    return named is not None and re.search(rf"\bthe {named[1]}\b", other.statement, re.I) is not None


_THE_OFFICE = re.compile(
    r"[Tt]he ((?:prime )?(?:president|minister|mayor|governor|king|queen|dean|bishop|senator|chancellor|coach|captain|director|judge|general|singer|actor|pilot|driver))"
    r"(?:$|[’']s (?:[a-z]+ )?(?:doctor|physician|lawyer|solicitor|wife|husband|widow|spokes\w+|aide|office|secretary|agent|manager|family|son|daughter|brother|sister)\b)"
)


def _works_there(answer: Turn, other: Turn) -> bool:
    """Says whether the one who answers is of the house that the other side speaks from ("a nurse at Saint Brenna"), or whose maker or
    spokesman the page calls him after it has named it ("Ossby Mills reacted. The paper maker said")."""
    houses = [m[1] for m in re.finditer(r"\bat (?:the )?((?:[A-ZÀ-Þ][\w’'-]+ ?)+)", other.source)]
    if any(_alike(one, run) for house in houses for one in _runs(answer.who) for run in _runs(house)):
        return True
    if not _OF_THE_NAMED.match(answer.source):
        return False
    before = answer.passage.text[: answer.passage.start]
    return any(_alike(one, run) for one in _runs(before) for run in _runs(other.statement))


_OF_THE_NAMED = re.compile(
    r"(?:its|their) (?:spokes\w+|directors?|managers?|chief|head|chair\w*|president|lawyers?|boss|owner)\b"
    r"|the (?:[\w-]+ )?(?:maker|company|firm|manufacturer|carrier|airline|operator|chain|retailer|club|bank|publisher|producer|group|utility|insurer|brewer)\b",
    re.I,
)


def _spoken_of(person: Turn, group: Turn) -> bool:
    """Says whether several people whom a page does not name speak of the other side's asserter by name: he is none of them."""
    role = _UNNAMED.sub("", group.speaker or "")
    several = group.is_unnamed and (_SEVERAL.search(role) or role.split(" ")[-1].endswith("s"))
    name = [n for n in _UNNAMED.sub("", person.speaker or "").split() if n[0].isupper()]
    if several and name and _OFFICE_OF.search(person.source) and is_party(person, group):
        return True  # "the Ossa's skipper, Per Moe" is none of those who accuse the Ossa
    return bool(several and name) and any(_stems(name[-1]) <= run != frozenset() for run in _runs(group.statement))


_OFFICE_OF = re.compile(r"[A-ZÀ-Þ][\w-]+[’']s [a-z-]+|\b(?:its|their) [a-z]+")


def _writes(author: Turn, paper: Turn) -> bool:
    """Says whether the page gives the one side's asserter as the author of the other's paper ("in a post Oda Lind wrote")."""
    names = _keys(author.speaker or "")
    return bool(names) and "(unnamed author)" in (paper.speaker or "") and names <= _keys(paper.source)


def _is_called(role: Turn, named: Turn) -> bool:
    """Says whether one side speaks of the other's asserter by name, and gives its words to him by a pronoun or by what he is."""
    speaker, names = _UNNAMED.sub("", role.speaker or ""), _keys(named.speaker or "")
    if not role.is_unnamed or named.is_hearsay:
        return False
    if _PRONOUN.match(speaker) and not names:
        office = _all_words(named.speaker or "")
        return len(office) > 1 and office <= _stems(role.passage.text[: role.passage.start])
    if not names or not names <= _keys(role.passage.text):
        return False
    if _PRONOUN.match(speaker):
        return not {n for run in _runs(role.passage.text[: role.passage.start]) for n in run} - names - _KINDS
    if _SEVERAL.search(speaker) or not role.source.lower().startswith(("the ", "that ", "this ")):
        return False
    at = named.passage.text.find((named.speaker or "").split()[-1])
    return at >= 0 and bool(_lower(speaker) & _lower(named.passage.text[max(0, at - BEFORE) : at + BEFORE]))


_PRONOUN = re.compile(r"(?:he|she|they|it)$", re.I)


def is_party(answer: Turn, other: Turn) -> bool:
    """Says whether the one who answers, or the one he speaks for, is named in what the other side says, as is "the mill" in "the Ossby mill"."""
    if any(_alike(one, run) for one in _runs(answer.who) for run in _runs(other.statement)):
        return True
    if _works_there(answer, other) or _holds_office(answer, other):
        return True
    theirs = _all_words(other.speaker or "")
    if _BEHALF.search(answer.who) and any(
        _alike(one, run) for one in _runs(answer.passage.words) for run in _runs(other.statement)
    ):
        return True  # "her father, Per Lind: Oda was nowhere near"
    told = {stem(fold(w)) for w in _WORDS.findall(other.statement)}
    introduced = f"{_UNNAMED.sub('', answer.speaker or '')} {_CLAUSE.sub('', answer.source)}"
    return bool((_lower(introduced) & told) - theirs)


def names_asserter(answer: Turn, other: Turn) -> bool:
    """Says whether the answering passage names the other side's asserter or outlet."""
    mine = _keys(answer.passage.text) - _keys(answer.who) - _keys(answer.outlet)
    paper = _keys(other.source) if "(unnamed author)" in (other.speaker or "") else set()
    return bool(mine & (_keys(other.speaker or "") | paper | _keys(other.outlet)))


def _lower(words: str) -> set[str]:
    """Gives the stems of the plain words that say what somebody is, those left out that say little ("former", "spokesman")."""
    return {stem(w) for w in _WORDS.findall(words) if w.islower() and w not in _ROLES} - _GENERAL


_GENERAL = frozenset(
    stem(w) for w in "state national federal foreign health interior people staff front times post press news".split()
)


def _introduction(name: str, text: str) -> str:
    """Gives the words round the first full mention of a name: "Ossby's deputy mayor, Oda Lind", "Oda Lind, head of the mill"."""
    at = text.find(name) if name and name[0].isupper() else -1
    if at < 0:
        return ""
    before = re.split(r"[.;:\"”]\s", text[max(0, at - BEFORE) : at])[-1]
    apposition = re.match(r", (?!who\b|which\b)[^,.;]{3,60}[,.]", text[at + len(name) :])
    return f"{before}{name}{apposition.group()[:AFTER] if apposition else ''}"


def _speaks_for(speaker: Turn, principal: Turn) -> bool:
    """Says whether a page introduces the one side's asserter as an officer, lawyer or kin of the other's."""
    names = _runs(_UNNAMED.sub("", principal.speaker or ""))
    is_officer = _OFFICE.search(speaker.who) or _ARM.search(speaker.who)
    return bool(is_officer) and any(_alike(one, run) for one in names for run in _runs(speaker.who))


def _one_name(a: str, b: str) -> bool:
    mine, theirs = _runs(_UNNAMED.sub("", a)), _runs(_UNNAMED.sub("", b))
    return any(_alike(one, other) for one in mine for other in theirs)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Says whether two runs of names can be one: one holds the other, and they share more than the name of a kind of body."""
    shared = {w for w in one if any(_one_word(w, o) for o in other)}
    return bool(shared - _KINDS) and (len(shared) == len(one) or len(shared) == len(other))


def _one_word(one: str, other: str) -> bool:
    """Says whether two stems are one name, or a name and its adjective ("tarvel", "tarveli")."""
    return one == other or (min(len(one), len(other)) >= 5 and (one.startswith(other) or other.startswith(one)))


def _runs(words: str) -> list[frozenset[str]]:
    """Gives the runs of capitalised words, roles left out: [{"civic", "party"}] of "the Civic Party leader"."""
    found = []
    for run in _RUN.findall(re.sub(r"[’']s\b", ",", words)):
        for part in re.split(r"\band\b", run):
            found.append(frozenset(_stems(part)))
    return [run for run in found if run]


def _keys(name: str) -> set[str]:
    return {w for run in _runs(_UNNAMED.sub("", name)) for w in run} - _KINDS


def _all_words(name: str) -> set[str]:
    return _stems(_UNNAMED.sub("", name))


def _stems(words: str) -> set[str]:
    return {stem(w) for w in map(fold, _WORDS.findall(words)) if w not in _ROLES}
