"""Two claims side by side: does one answer the other, and how? The explained classification of a pair.

Asked in this order: is it one matter; does one side carry the words of an answer; whose words are they; what do they take up. A ledger
that invents a denial, or turns a relay into a second witness, does harm: where something cannot be told, the weaker relation is given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.reconcile.parties import Turn, is_party, names_asserter, same_asserter
from firsthand.reconcile.replies import Reply, is_negated, is_other_sense, is_relay, read_reply
from firsthand.reconcile.reply_cues import IN_REPLY
from firsthand.reconcile.taking_up import (
    MOSTLY,
    apart,
    credits,
    figures_in,
    names_others_only,
    negates,
    share_person,
    shares,
    speaks_of,
    takes_up,
    touches,
)
from firsthand.reconcile.wording import keys_of

__all__ = ["Exchange", "Turn", "classify"]

_FIRST_HAND = re.compile(
    r"\b(?:himself|herself|themselves|myself|ourselves|saw|seen|watched|witnessed|filmed|counted|in front of (?:him|her|them|me|us)|"
    r"samples|recorded|measured|found|asked me|told me|our (?:reporter|correspondent)|hosted|testified|showed|established|determined|detected|discovered|photographed|"
    r"(?:who|which) (?:was|were|ran|took part|served|worked|attended|lives|lived|owns|owned|filmed|treated|led|drove|stood|saw|handled))\b",
    re.I,
)
# One who tells what he did or what was done to him was there; who hopes or fears was not.
_OWN_DEED = re.compile(
    r"^\W*(?:said |says )?(?:that )?(?:he|she|I|we)\b(?! (?:think|thought|believe|hope|expect|want|wish|fear|doubt|talk|ha(?:d|s|ve) no))",
    re.I,
)
_AGAIN = re.compile(
    r"\b(?:again|renewed|reiterat\w+|repeat(?:s|ed)|once more|maintain(?:s|ed)|denial:|timeline|what we know)\b", re.I
)
# What ought to be, will never be, or is so in general: no word about what has happened.
_OPINION = re.compile(
    r"\b(?:should|ought|must|would|will|right to|in accordance|all applicable|expects?|unusual|usual|standards|rules|law|policy)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """How the pair stands: the relation, and which side answers ("a", "b", or None when neither does), with the reason."""

    relation: str
    answering: str | None
    reason: str


def classify(a: Turn, b: Turn) -> Exchange:
    """Gives the relation of two claims about, perhaps, one matter."""
    if reason := apart(a, b):
        return Exchange(relation="unrelated", answering=None, reason=reason)
    replies = {"a": read_reply(a.passage), "b": read_reply(b.passage)}
    if same_asserter(a, b) is False:  # nobody takes back another's word: "the ministry overstated the harvest"
        replies = {k: None if r is not None and r.is_own_word else r for k, r in replies.items()}
    side = _answering(a, b, replies)
    answer, other = (a, b) if side == "a" else (b, a)
    reply, theirs = replies[side], replies["b" if side == "a" else "a"]
    relation, reason = _with_cue(answer, other, reply, theirs) if reply else _without_cue(answer, other)
    undirected = relation in ("contradicts", "unrelated")
    return Exchange(relation=relation, answering=None if undirected else side, reason=reason)


def _answering(a: Turn, b: Turn, replies: dict[str, Reply | None]) -> str:
    """The side with a cue answers; of two, one that takes its own word back, else the later one; undated or equal: the second."""
    same_day_denial = (
        not any(replies.values())
        and _day(a) == _day(b)
        and is_negated(a.passage.words)
        and not is_negated(b.passage.words)
    )
    later = "a" if _day(a) > _day(b) or same_day_denial else "b"
    cued = [k for k in ("a", "b") if replies[k] is not None]
    if len(cued) == 1:
        reply, other = replies[cued[0]], (b if cued[0] == "a" else a)
        again = (
            reply is not None
            and reply.relation == "denies"
            and (is_negated(other.passage.words) or same_asserter(a, b) is True)
        )
        # A mere "confirmed" dated before the other claim cannot answer it; a denial can, but not another denial.
        needs_day = reply is None or reply.relation == "confirms" or (again and same_asserter(a, b) is not False)
        return later if needs_day else cued[0]
    own = [k for k in cued if (r := replies[k]) is not None and r.is_own_word]
    return own[0] if len(own) == 1 else later


def _with_cue(answer: Turn, other: Turn, reply: Reply, theirs: Reply | None) -> tuple[str, str]:
    same = same_asserter(answer, other)
    denied = theirs.relation == "denies" if theirs else is_negated(other.passage.words)
    cue = f"“{reply.cue}”"
    knew = "know" in keys_of(reply.cue) & keys_of(other.passage.words) and is_party(answer, other)
    if reply.relation == "denies" or (reply.relation == "does not confirm" and knew):
        return _denial(answer, other, same, denied, cue)
    if reply.relation == "confirms":
        return _confirmation(answer, other, same, denied, cue)
    if reply.is_own_word and answer.is_hearsay and not takes_up(answer, other):
        return "unrelated", f"{cue}, of another report"
    return reply.relation, cue


def _denial(answer: Turn, other: Turn, same: bool | None, denied: bool, cue: str) -> tuple[str, str]:
    if denied and same is not False:
        return "repeats", f"{cue}, a denial told again"
    if not takes_up(answer, other):
        if names_others_only(answer, other):
            return "unrelated", f"{cue}, but of another place or person"
        return _beside(answer, other, f"{cue}, but of something else")
    if _OF_ITSELF.search(answer.passage.words) and not is_party(answer, other) and not share_person(answer, other):
        return "unrelated", f"{cue}, of the asserter's own part, of whom the other says nothing"
    if same is not True and _day(answer) < _day(other) and not other.is_hearsay:
        return "contradicts", f"{cue}, said before the other spoke"
    return "denies", cue


def _confirmation(answer: Turn, other: Turn, same: bool | None, denied: bool, cue: str) -> tuple[str, str]:
    if denied:
        return ("corrects" if same is not False else "contradicts"), f"{cue} what had been denied"
    if same:
        return "repeats", f"{cue}, by the same asserter"
    if takes_up(answer, other) or (is_party(answer, other) and (touches(answer, other) or "yes" in cue.lower())):
        return "confirms", cue
    return "unrelated", f"{cue}, but of something else"


def _without_cue(answer: Turn, other: Turn) -> tuple[str, str]:
    if is_other_sense(answer.passage):
        return "unrelated", "another sense of the word"
    if is_relay(answer.passage):
        return "repeats", "another's words passed on"
    same = same_asserter(answer, other)
    theirs = read_reply(other.passage)
    denied = theirs.relation == "denies" if theirs else is_negated(other.passage.words)
    if is_negated(answer.passage.words) != denied:
        return _opposed(answer, other, same)
    if same and denied:
        return "repeats", "the same asserter denies again"
    if same:
        again = shares(answer, other) or (other.is_hearsay and speaks_of(answer, other))
        return _again(answer, other) if again else ("unrelated", "another statement")
    return _beside_or_same(answer, other, same)


def _again(answer: Turn, other: Turn) -> tuple[str, str]:
    """The same asserter says much the same: once more, or with another number."""
    mine, theirs = (figures_in(turn.passage.words) for turn in (answer, other))
    if mine and theirs and not mine & theirs:
        return "corrects", "the same asserter gives another number"
    return "repeats", "the same asserter again"


def _beside_or_same(answer: Turn, other: Turn, same: bool | None) -> tuple[str, str]:
    """Two statements of one polarity by two asserters, or by two that may be one."""
    frame = f"{answer.passage.frame} {answer.passage.words}"
    is_opinion = bool(_OPINION.search(answer.passage.words))
    told_own = bool(_OWN_DEED.search(answer.passage.words)) and not (
        answer.is_unnamed or is_negated(answer.passage.words)
    )
    is_first_hand = told_own or bool(_FIRST_HAND.search(frame))
    if credits(answer, other) and (shares(answer, other) or speaks_of(answer, other)):
        return "repeats", "the other's words passed on"
    if _AGAIN.search(frame) and shares(answer, other):
        return "repeats", "told again"
    if not is_opinion and same is False and is_party(answer, other) and takes_up(answer, other, MOSTLY):
        return "confirms", "a party to the matter says the same"
    if is_opinion or not shares(answer, other):
        if is_first_hand and not is_opinion and speaks_of(answer, other):
            return "confirms", "another asserter who was there or measured it"
        return _beside(answer, other, "little in common")
    if (same is None or answer.is_hearsay) and not is_first_hand:
        return "repeats", "perhaps the same asserter; none that shows knowledge of its own"
    if is_first_hand:
        return "confirms", "another asserter who was there or measured it"
    return "contradicts", "another account of the same matter"


def _opposed(answer: Turn, other: Turn, same: bool | None) -> tuple[str, str]:
    """One side negates, the other does not, and neither names the other's words."""
    if same:
        return (
            ("corrects", "the same asserter says the opposite")
            if touches(answer, other)
            else ("unrelated", "another statement")
        )
    if not is_negated(answer.passage.words):
        return (
            ("contradicts", "says what the other denies")
            if touches(answer, other)
            else _beside(answer, other, "little in common")
        )
    if _OPINION.search(answer.passage.words) or not takes_up(answer, other) or not negates(answer, other):
        return _beside(answer, other, "a denial of a stronger or a neighbouring thing")
    return (
        "denies" if _is_concerned(answer, other) and not _is_before(answer, other) else "contradicts"
    ), "plain negation"


def _is_before(answer: Turn, other: Turn) -> bool:
    return _day(answer) < _day(other) and not other.is_hearsay


def _beside(answer: Turn, other: Turn, reason: str) -> tuple[str, str]:
    """What takes up nothing of the other side: a response by a party to it or by one who was asked, else no relation."""
    return ("responds" if _is_concerned(answer, other) else "unrelated"), reason


def _is_concerned(answer: Turn, other: Turn) -> bool:
    """Says whether the answering side is a party to the other's matter, was asked about it, or speaks of its asserter."""
    asked = IN_REPLY.search(answer.passage.frame)
    return is_party(answer, other) or bool(asked) or names_asserter(answer, other)


def _day(turn: Turn) -> str:
    """Gives the day on which the words were spoken: that which a page names for them ("said on 14 May"), else the page's."""
    match = _TOLD_ON.search(turn.passage.words) or _TOLD_ON.search(turn.passage.frame)
    if match is None or len(turn.day) < 10:
        return turn.day
    return f"{turn.day[:4]}-{_MONTHS.index(match['month'][:3].lower()) + 1:02d}-{int(match['day']):02d}"


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TOLD_ON = re.compile(
    r"\b(?:said|denied|announced|stated) on (?P<day>\d\d?) (?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)"
)
_OF_ITSELF = re.compile(r"\b(?:denie[sd]|denying) (?:that (?:it|he|she|they) |(?:ever )?\w+ing\b)", re.I)
