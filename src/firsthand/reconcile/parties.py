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
    r"|(?:[A-ZÀ-Þ][\w’'.-]+(?: of| and| &)? ?)+)"
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
        return not self.speaker or (self.is_unnamed and bool(_SEVERAL.search(self.speaker)))

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


def same_asserter(a: Turn, b: Turn) -> bool | None:
    """Says whether one asserter, or one body, speaks on both sides; None where that cannot be told."""
    if a.body is not None and a.body == b.body:
        return True
    if a.is_hearsay or b.is_hearsay:
        if a.is_hearsay and b.is_hearsay:
            return fold(a.outlet) == fold(b.outlet)
        named, page = (b, a) if a.is_hearsay else (a, b)
        return bool(_keys(named.speaker or "") & _keys(page.outlet))
    mine, theirs = _keys(a.speaker or ""), _keys(b.speaker or "")
    if _one_name(a.speaker or "", b.speaker or ""):
        return True
    if _speaks_for(a, b) or _speaks_for(b, a):
        return True  # the body on one side, its officer on the other; or a person and his lawyer
    words = [_all_words(t.speaker or "") for t in (a, b)]
    if all(words) and (words[0] <= words[1] or words[1] <= words[0]):
        return True  # "the ministry", "the Defence Ministry"
    if _lower(a.who) & _lower(b.who):
        return None  # "one of the residents, Karl Ott", "residents"
    if mine and theirs:
        return False
    # A body is not a person whom the page gives no part in it; a role ("the operator") may be anybody's.
    officers = [_OFFICE.search(t.who) is not None for t in (b, a)]
    return False if any(w and w <= _KINDS and not o for w, o in zip(words, officers, strict=True)) else None


def is_party(answer: Turn, other: Turn) -> bool:
    """Says whether the one who answers, or the one he speaks for, is named in what the other side says, as is "the mill" in "the Ossby mill"."""
    if any(_alike(one, run) for one in _runs(answer.who) for run in _runs(other.statement)):
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
    return bool(mine & (_keys(other.speaker or "") | _keys(other.outlet)))


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
