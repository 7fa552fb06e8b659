"""How a claim answers: denial, non-confirmation, refusal, confirmation, correction, retraction, qualification, or a mere response.

Read from the claim's own words and the words that frame them in its sentence; what the rest of the page says does not count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from firsthand.reconcile.reply_cues import AFFIRMING, ANY_CUE, CONDITIONAL, CUES, NEGATION, OTHER_SENSE, RELAYED
from firsthand.text.sentences import sentence_ends

OWN_WORD = frozenset({"corrects", "retracts", "qualifies"})
NEGATED = 4  # words after a negation that say what is negated


@lru_cache(maxsize=4)  # every claim of a page asks for the sentences of one text
def _ends(text: str) -> tuple[int, ...]:
    return tuple(sentence_ends(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A marked claim in its text: code points, end exclusive."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    @property
    def sentence(self) -> tuple[int, int]:
        """Gives the bounds of the sentences that hold the marked words."""
        ends = _ends(self.text)
        start = max((e for e in ends if e <= self.start), default=0)
        end = min((e for e in ends if e >= self.end), default=len(self.text))
        return start, end

    @property
    def frame(self) -> str:
        """Gives the words of its sentence round the marked ones, with " … " in their place."""
        start, end = self.sentence
        return f"{self.text[start : self.start]} … {self.text[self.end : end]}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """How a claim answers another: the relation, the words that show it."""

    relation: str
    cue: str

    @property
    def is_own_word(self) -> bool:
        """Says whether only the one who made the answered claim can answer so."""
        return self.relation in OWN_WORD


@lru_cache(maxsize=1024)  # a claim is compared with many others
def read_reply(passage: Passage, to_another: bool = False) -> Reply | None:
    """Gives how a marked claim answers, or None when it only states something; `to_another`: nobody takes back another's word.

    >>> text = "The mill denied that it had dumped the dye."
    >>> read_reply(Passage(text=text, start=9, end=42)).relation
    'denies'
    """
    near = _near(passage)
    cues = [row for row in CUES if not (to_another and row[0] in OWN_WORD)] if may_carry_a_cue(near) else []
    if not any(pattern.search(near) for _, pattern in cues):  # most claims answer nothing
        return Reply(relation="responds", cue="if") if _is_condition(passage) else None
    if OTHER_SENSE.search(near) or RELAYED.search(near):
        return None
    if match := AFFIRMING.search(near):
        return Reply(relation="confirms", cue=match.group())
    relation, cue = next(
        (relation, match.group().strip())
        for stretch in (passage.words, near)
        for relation, pattern in cues
        if (match := pattern.search(stretch))
    )
    return Reply(relation="responds" if _is_condition(passage) else relation, cue=cue)


def may_carry_a_cue(words: str) -> bool:
    """Says whether words carry any cue of an answer, whatever its kind."""
    small = words.lower()
    return any(pattern.search(small) for pattern in ANY_CUE)


def is_relay(passage: Passage) -> bool:
    """Says whether the words only pass on what somebody said, or stand by what was said."""
    return bool(RELAYED.search(_near(passage)))


def is_negated(words: str) -> bool:
    """Says whether words deny by plain negation: an odd number of negations in their first clause.

    >>> is_negated("nobody had been dismissed"), is_negated("contracts had ended")
    (True, False)
    """
    return len(NEGATION.findall(_AND_NO.sub(" ", first_clause(words)))) % 2 == 1


_AND_NO = re.compile(
    r"(?<=\w),? (?:and|or|nor) (?:no|not|never|nobody|nothing|none)\b", re.I
)  # goes on with a negation


def first_clause(words: str) -> str:
    """Gives the words up to the first stop or reason: what a negation negates."""
    return re.split(
        r"[;:.?!]|,? (?:because|but|although|saying|adding|calling)\b|, (?:as|and (?:he|she|it|they|we|I|that|who)) ",
        words.strip(' "“”'),
    )[0]


def negated_words(words: str) -> str:
    """Gives the few words that the first negation stands before: "rockfall" of "there was no rockfall"."""
    clause = first_clause(words)
    match = NEGATION.search(clause)
    return " ".join(clause[match.end() :].split()[:NEGATED]) if match else ""


def is_other_sense(passage: Passage) -> bool:
    """Says whether a word that looks like an answer has another sense: bail denied, an envoy confirmed in office, sales that declined."""
    return bool(OTHER_SENSE.search(_near(passage)))


def _near(passage: Passage) -> str:
    """Gives the marked words with the clause of their sentence that governs them: what stands before them, and a short tail."""
    start, end = passage.sentence
    before = re.split(r"[;]|[\"”]\s", passage.text[start : passage.start])[-1]
    after = re.split(r"[;.]", passage.text[passage.end : end])[0]
    tail = (
        after
        if re.match(r"^[,\"”]*\s*(?:\w+\s+){0,6}(?:confirm|admit|conced|acknowledg|said when|den(?:y|ie))", after)
        else ""
    )
    return f"{before}{passage.words}{tail}"


def _is_condition(passage: Passage) -> bool:
    return bool(CONDITIONAL.search(passage.text[passage.sentence[0] : passage.end]))
