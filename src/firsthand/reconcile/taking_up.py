"""What one claim takes up of another: the same matter, the same people and places, the very thing that is denied or granted.

Compared by the keys of `wording.py`, so that other words for one thing meet; the names of the asserter himself count for nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict

from firsthand.reconcile.facts import fold
from firsthand.reconcile.parties import Turn
from firsthand.reconcile.replies import first_clause, negated_words
from firsthand.reconcile.reply_cues import REFERS
from firsthand.reconcile.wording import keys_of
from firsthand.text.numbers import find_numerals

TAKEN_UP = 0.3  # of a denial's own words, the asserter's names apart, that the other side must have
LETTERS = 6  # by which a name and a word are told to be one
MUCH = 0.4  # of what somebody says of a matter again, for it to be the same
MOSTLY = 0.5  # of a statement's own words, for a party to grant what the other says
_OFFICES = keys_of(
    "president minister mayor governor senator general director chairman king queen prince bishop captain coach"
)
_CUE_WORDS = keys_of(
    "denied denies denial rejected reject dismissed disputed called described refuted claim claims report reports reported account "
    "accusation accusations allegation allegations rumours rumour story charge charges suggestion suggestions confirmed confirms "
    "admitted acknowledged conceded announced declared stated added insisted untrue false baseless behalf having having being anybody anyone somebody whole line"
)


def takes_up(answer: Turn, other: Turn, share: float = TAKEN_UP) -> bool:
    """Says whether an answer speaks of what the other side says: it refers to it as a claim, or shares enough of its own words."""
    mine = _own_keys(answer)
    if not mine or refers_to(answer.passage.words, other):
        return True
    if len(mine) <= 3 and REFERS.search(f"{answer.passage.frame} {answer.passage.words}"):
        return True
    return holds(answer, other, share)


def holds(answer: Turn, other: Turn, share: float) -> bool:
    """Says whether a share of an answer's own words is what the other side says, in the words themselves, not by a reference to it."""
    mine = _own_keys(answer)
    plain = {k for k in mine if k[0] != "@"}
    common = mine & _all_keys(other)
    return bool(mine) and len(common) >= share * len(mine) and (bool(common & plain) or not plain)


def _own_keys(answer: Turn) -> frozenset[str]:
    names = {k for k in keys_of(answer.who) if k[0] == "@"}
    return keys_of(_DATE.sub(" ", first_clause(answer.passage.words))) - _CUE_WORDS - names


def refers_to(words: str, other: Turn) -> bool:
    """Says whether words speak of what the other side's asserter said as his ("the nurse's figures", "the rebels' tale")."""
    theirs = keys_of((other.speaker or "").partition(" (unnamed")[0]) | keys_of(other.outlet)
    return any(theirs & keys_of(match[1]) for match in _POSSESSED.finditer(words))


_DATE = re.compile(r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: \d{4})?\b")
_POSSESSED = re.compile(
    r"((?:[\w-]+ )?[\w-]+)(?:['’]s|s['’]) (?:[\w-]+ )?(?:claims?|reports?|story|stories|accounts?|version|figures?|numbers?|counts?|estimates?|words?|statements?|accusations?|charges?|allegations?|tales?|remarks?)\b"
)


def share_person(a: Turn, b: Turn) -> bool:
    """Says whether the marked words name somebody whom the other side names in full."""
    named = {name for _, name in _full_names(b.statement)}
    return bool(named & {fold(w) for w in re.findall(r"[A-ZÀ-Þ][\w-]{2,}", a.passage.words)})


def share_name(a: Turn, b: Turn) -> bool:
    """Says whether the marked words name a person, body or place that the other side's sentence names, neither outlet nor asserter."""
    own = keys_of(f"{a.outlet} {b.outlet} {a.speaker or ''} {b.speaker or ''}")
    start, end = b.passage.sentence
    return any(k[0] == "@" for k in (keys_of(a.passage.words) & keys_of(b.passage.text[start:end])) - own)


def speaks_of(answer: Turn, other: Turn) -> bool:
    """Says whether a witness's passage has anything but a common word with what the other says."""
    mine, theirs = keys_of(answer.passage.text), _all_keys(other)
    return bool(mine & theirs)


def only_one_in_common(answer: Turn, other: Turn) -> bool:
    """Says whether the answering passage shares no more than one word, name or number with the other side's, and refers to nothing."""
    mine = keys_of(answer.passage.text) - _CUE_WORDS - {k for k in keys_of(answer.who) if k[0] == "@"}
    # A name that begins a sentence may have been read as a word.
    mine, theirs = (frozenset(k.lstrip("@")[:LETTERS] for k in keys) for keys in (mine, keys_of(other.passage.text)))
    return len(mine) > 1 and len(mine & theirs) <= 1 and not REFERS.search(answer.passage.words)


def names_others_only(answer: Turn, other: Turn) -> bool:
    """Says whether an answer names somebody or some place, but none that the other side's passage names."""
    names = {k for k in keys_of(answer.passage.words) if k[0] == "@"}
    return bool(names) and not names & keys_of(other.passage.text)


def speaks_of_things(answer: Turn, other: Turn) -> bool:
    """Says whether a witness's passage has a word in common with what the other says that is no name."""
    return any(k[0] not in "@#" for k in keys_of(answer.passage.text) & _all_keys(other))


def names_matter(answer: Turn, other: Turn) -> bool:
    """Says whether an answer names anything but its asserter that the other side says: a name, or a word of its matter."""
    mine = keys_of(answer.passage.text) - _CUE_WORDS - keys_of(answer.who) - keys_of(answer.outlet)
    return bool(mine & _all_keys(other))


def negates(answer: Turn, other: Turn) -> bool:
    """Says whether what a plain negation negates is what the other side says; a reference to it ("of the claim") will do."""
    mine = keys_of(negated_words(answer.passage.words))
    return bool({k for k in mine if k[0] != "@"} & _all_keys(other)) or bool(REFERS.search(answer.passage.frame))


def negates_noun(answer: Turn, other: Turn) -> bool:
    """Says whether an answer says that there was no such thing as the other side says there was ("had suffered no stroke")."""
    named = {k for m in _NO_SUCH.finditer(answer.passage.words) for k in keys_of(m[1])}
    return bool(named & keys_of(other.passage.words))


_NO_SUCH = re.compile(
    r"\b(?:suffered|had|has|have|was|were|been|is|are|saw|seen|found|took|taken|received|made|gave|given) (?:no|not (?:a|one|any|a single)) (?:[a-z]+ )?([a-z]+)\b"
)


def touches(a: Turn, b: Turn) -> bool:
    """Says whether the marked words share anything but names with what the other side says."""
    mine = keys_of(a.passage.words) - _CUE_WORDS - _OFFICES - keys_of(a.who)
    return any(k[0] != "@" for k in mine & _all_keys(b))


def other_numbers(a: Turn, b: Turn) -> bool:
    """Says whether both marked words count the same things ("212 passengers", "311 passengers"), and none of them alike."""
    mine, theirs = _counts(a.passage.words), _counts(b.passage.words)
    return any(not mine[noun] & theirs[noun] for noun in mine.keys() & theirs.keys())


def _counts(words: str) -> dict[str, set[float]]:
    found: defaultdict[str, set[float]] = defaultdict(set)
    for number in find_numerals(words):
        if _AGED.search(words[: number.start]):
            continue
        for noun in keys_of(" ".join(re.findall(r"[^\W\d_]+", words[number.end :])[:1])):
            found[noun].add(float(number.value))
    return found


_AGED = re.compile(
    r"\b(?:as young as|as old as|aged|under|over|age of|at|by)\s+$", re.I
)  # ages and hours count nothing


def figures_in(words: str) -> frozenset[str]:
    """Gives the keys of the numbers that words hold."""
    return frozenset(k for k in keys_of(words) if k[0] == "#")


def credits(answer: Turn, other: Turn) -> bool:
    """Says whether the answering sentence credits its words to the other side's asserter or outlet ("as the Courier has reported")."""
    outlet = other.outlet if fold(other.outlet) != fold(answer.outlet) else ""
    names = {k for k in keys_of(f"{other.speaker or ''} {outlet}") if k[0] == "@"}
    office = keys_of((other.speaker or "").partition(" (unnamed")[0])
    found = [keys_of(match.group()) for match in _CREDIT.finditer(f"{answer.passage.frame} {answer.passage.words}")]
    return any(names & keys or (len(office) > 1 and office <= keys) for keys in found)


_CREDIT = re.compile(
    r"\bas (?:the |an? )?(?:[A-ZÀ-Þ][\w’'-]*(?: |,))+(?:\w+ ){0,3}?\w+(?:ed|ght|ote|id|it)\b"
    r"|\bas (?:given|told|relayed|reported|published|printed|put) (?:to|by|in|about by) [^,.;]{3,40}|\baccording to [^,.;]{3,60}|[^,.;]{3,40}[’'\"]s (?:version|account|telling)\b|\b(?:version|account|telling|words|terms|report|story|claim)s?\b[^,.;]{0,30}?\b(?:by|of|from|in) [^,.;]{3,60}"
)


def _all_keys(turn: Turn) -> frozenset[str]:
    return keys_of(f"{turn.statement}. {turn.passage.frame}")


def shares(a: Turn, b: Turn) -> bool:
    """Says whether the two statements have enough in common to be about one thing."""
    mine, theirs = keys_of(a.statement), keys_of(b.statement)
    return len(mine & theirs) >= max(2, 0.25 * min(len(mine), len(theirs)))


def apart(a: Turn, b: Turn) -> str | None:
    """Gives why two claims are about different people, or about different places of one kind, or None."""
    for mine, theirs, words in (
        (_full_names(a.passage.text), _full_names(b.passage.text), (a.passage.text, b.passage.text)),
        (_places(a.statement), _places(b.statement), (a.statement, b.statement)),
    ):
        known = [{fold(w) for w in re.findall(r"[^\W\d_]{3,}", text)} for text in words]
        for first, last in sorted(mine):
            others = {f for f, name in theirs if name == last}
            if others and first not in known[1] and not others & known[0] and not _KIN.search(f"{words[0]} {words[1]}"):
                return f"different bearers of the name {last.title()}"
    return _parts_of_one_name(a.passage.text, b.passage.text) or _two_of_a_kind(a, b)


def _two_of_a_kind(a: Turn, b: Turn) -> str | None:
    """Gives why two claims are about two things of one kind ("the trawler Ossa", "the trawler Tarn"), neither of them named by the other."""
    mine, theirs = ({m[1].lower(): m[2] for m in _NAMED_THING.finditer(t.statement)} for t in (a, b))
    for kind in sorted(mine.keys() & theirs.keys()):
        if mine[kind] not in b.passage.text and theirs[kind] not in a.passage.text:
            return f"one is of the {kind} {mine[kind]}, the other of the {kind} {theirs[kind]}"
    return None


_NAMED_THING = re.compile(
    r"\b([Tt]rawler|[Ff]erry|[Tt]anker|[Ff]reighter|[Ss]hip|[Bb]oat|[Yy]acht|[Cc]utter|[Vv]illage|[Tt]own|[Cc]lub|[Hh]otel|[Bb]and|[Ff]ilm|[Nn]ovel|[Dd]rug|[Vv]accine|[Bb]rand) ([A-ZÀ-Þ][\w’'-]+)"
)


_KIN = re.compile(
    r"[’']s (?:\w+ )?(?:wife|husband|widow|widower|father|mother|brother|sister|son|daughter|cousin|uncle|aunt|nephew|niece|parents)\b|\b(?:his|her) (?:\w+ )?(?:wife|husband|father|mother|brother|sister|son|daughter)\b"
)


def _parts_of_one_name(one: str, other: str) -> str | None:
    """Gives why two texts are about two neighbours: each has a name with a word of its own that tells it from the other's ("East", "Port")."""
    mine, theirs = ({(m[2], m[1]) for m in _QUARTER.finditer(text)} for text in (one, other))
    for name, quarter in sorted(mine):
        others = {q for n, q in theirs if n == name}
        if others and quarter not in others and not {q for n, q in mine if n == name} & others:
            return f"{quarter} {name} and {min(others)} {name}"
    return None


_QUARTER = re.compile(
    r"\b(North|South|East|West|Northern|Southern|Eastern|Western|Upper|Lower|Inner|Outer|New|Old|Little|Great|Port|Mount|Lake|Cape|Fort) ([A-ZÀ-Þ][a-zà-ÿ]{2,})\b"
)


def _places(words: str) -> set[tuple[str, str]]:
    found = re.findall(r"\b([A-ZÀ-Þ][a-zà-ÿ]{2,}) ((?i:" + "|".join(_PLACE_KINDS) + r"))\b", words)
    return {(fold(first), kind.lower()) for first, kind in found if fold(first) not in _NOT_FIRST_NAMES}


_PLACE_KINDS = "Park Road Street Hill River Bridge Dam Valley Island Lake Bay Cape Tunnel Prison School Hospital Airport Square".split()


def _full_names(text: str) -> set[tuple[str, str]]:
    found = set()
    # Looked for at every word, so that a title before a name ("Trainer Oda Lind") hides nothing.
    for match in re.finditer(r"\b(?=([A-ZÀ-Þ][a-zà-ÿ]{2,})\s([A-ZÀ-Þ][a-zà-ÿ]{2,})\b)", text):
        found.add((fold(match[1]), fold(match[2])))
    return {(f, name) for f, name in found if f not in _NOT_FIRST_NAMES and name not in _NOT_LAST_NAMES}


_NOT_FIRST_NAMES = frozenset(
    """the former judge mr mrs ms dr councillor minister general colonel president spokesman commander farmer referee driver truck train
    presenter sprinter prosecutor deputy opposition health transport foreign defence army coast civic union port blue national singer
    striker governor mayor professor captain secretary critic actor""".split()
)
_NOT_LAST_NAMES = frozenset(
    """ministry office party union council service agency press news times post road street park hill river board group bank motors rail
    staff guard front state radio health authority commission""".split()
)
