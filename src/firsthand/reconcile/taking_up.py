"""What one claim takes up of another: the same matter, the same people and places, the very thing that is denied or granted.

Compared by the keys of `wording.py`, so that other words for one thing meet; the names of the asserter himself count for nothing.
"""

from __future__ import annotations

import re

from firsthand.reconcile.facts import fold
from firsthand.reconcile.parties import Turn
from firsthand.reconcile.replies import first_clause, negated_words
from firsthand.reconcile.reply_cues import REFERS
from firsthand.reconcile.wording import keys_of

TAKEN_UP = 0.3  # of a denial's own words, the asserter's names apart, that the other side must have
MOSTLY = 0.5  # of a statement's own words, for a party to grant what the other says
_CUE_WORDS = keys_of(
    "denied denies denial rejected reject dismissed disputed called described refuted claim claims report reports reported account "
    "accusation accusations allegation allegations rumours rumour story charge charges suggestion suggestions confirmed confirms "
    "admitted acknowledged conceded announced declared stated added insisted untrue false baseless behalf having having being anybody anyone somebody whole line"
)


def takes_up(answer: Turn, other: Turn, share: float = TAKEN_UP) -> bool:
    """Says whether an answer speaks of what the other side says: it refers to it as a claim, or shares enough of its own words."""
    names = {k for k in keys_of(answer.who) if k[0] == "@"}
    mine = keys_of(first_clause(answer.passage.words)) - _CUE_WORDS - names
    if not mine or (len(mine) <= 3 and REFERS.search(f"{answer.passage.frame} {answer.passage.words}")):
        return True
    plain = {k for k in mine if k[0] != "@"}
    common = mine & _all_keys(other)
    return len(common) >= share * len(mine) and (bool(common & plain) or not plain)


def share_person(a: Turn, b: Turn) -> bool:
    """Says whether the marked words name somebody whom the other side names in full."""
    named = {name for _, name in _full_names(b.statement)}
    return bool(named & {fold(w) for w in re.findall(r"[A-ZÀ-Þ][\w-]{2,}", a.passage.words)})


def speaks_of(answer: Turn, other: Turn) -> bool:
    """Says whether a witness's passage has anything but a common word with what the other says."""
    mine, theirs = keys_of(answer.passage.text), _all_keys(other)
    return bool(mine & theirs)


def names_others_only(answer: Turn, other: Turn) -> bool:
    """Says whether an answer names somebody or some place, but none that the other side's passage names."""
    names = {k for k in keys_of(answer.passage.words) if k[0] == "@"}
    return bool(names) and not names & keys_of(other.passage.text)


def negates(answer: Turn, other: Turn) -> bool:
    """Says whether what a plain negation negates is what the other side says; a reference to it ("of the claim") will do."""
    mine = keys_of(negated_words(answer.passage.words))
    return bool({k for k in mine if k[0] != "@"} & _all_keys(other)) or bool(REFERS.search(answer.passage.frame))


def touches(a: Turn, b: Turn) -> bool:
    """Says whether the marked words share anything but names with what the other side says."""
    mine = keys_of(a.passage.words) - _CUE_WORDS - keys_of(a.who)
    return any(k[0] != "@" for k in mine & _all_keys(b))


def figures_in(words: str) -> frozenset[str]:
    """Gives the keys of the numbers that words hold."""
    return frozenset(k for k in keys_of(words) if k[0] == "#")


def credits(answer: Turn, other: Turn) -> bool:
    """Says whether the answering sentence credits its words to the other side's asserter or outlet ("as the Courier has reported")."""
    names = {k for k in keys_of(f"{other.speaker or ''} {other.outlet}") if k[0] == "@"}
    return any(names & keys_of(match.group()) for match in _CREDIT.finditer(answer.passage.frame))


_CREDIT = re.compile(
    r"\bas (?:the |an? )?(?:[A-ZÀ-Þ][\w’'-]*(?: |,))+(?:\w+ ){0,3}?\w+(?:ed|ght|ote|id|it)\b"
    r"|\baccording to [^,.;]{3,60}|\b(?:version|account|telling|words|terms|report|story|claim)s?\b[^,.;]{0,30}?\b(?:by|of|from|in) [^,.;]{3,60}"
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
            if others and first not in known[1] and not others & known[0]:
                return f"different bearers of the name {last.title()}"
    return None


def _places(words: str) -> set[tuple[str, str]]:
    found = re.findall(r"\b([A-ZÀ-Þ][a-zà-ÿ]{2,}) (" + "|".join(_PLACE_KINDS) + r")\b", words)
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
