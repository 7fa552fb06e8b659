"""Two claims side by side: does one answer the other, and how? The explained classification of a pair.

Asked in this order: is it one matter; does one side carry the words of an answer; whose words are they; what do they take up. A ledger
that invents a denial, or turns a relay into a second witness, does harm: where something cannot be told, the weaker relation is given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.reconcile.accounts import beside, day_of, without_cue
from firsthand.reconcile.facts import fold
from firsthand.reconcile.parties import Turn, is_party, same_asserter
from firsthand.reconcile.replies import Reply, is_negated, read_reply
from firsthand.reconcile.taking_up import (
    apart,
    credits,
    figures_in,
    names_others_only,
    only_one_in_common,
    share_name,
    share_person,
    shares,
    speaks_of,
    takes_up,
    touches,
)
from firsthand.reconcile.wording import keys_of

__all__ = ["Exchange", "Turn", "classify"]


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
    own_report = bool(a.outlet) and fold(a.outlet) == fold(b.outlet) and (a.speaker is None or b.speaker is None)
    # Nobody takes back another's word ("the ministry overstated the harvest"), but an outlet does what it reported.
    if same_asserter(a, b) is False and not own_report:
        turns = {"a": a, "b": b}
        replies = {
            k: read_reply(turns[k].passage, to_another=True) if r and r.is_own_word else r for k, r in replies.items()
        }
    if credited := next(
        (k for k, one, other in (("a", a, b), ("b", b, a)) if _passes_on(one, other, replies[k])), None
    ):
        return Exchange(relation="repeats", answering=credited, reason="the other's words passed on")
    side = _answering(a, b, replies)
    answer, other = (a, b) if side == "a" else (b, a)
    reply, theirs = replies[side], replies["b" if side == "a" else "a"]
    relation, reason = _with_cue(answer, other, reply, theirs) if reply else without_cue(answer, other)
    undirected = relation in ("contradicts", "unrelated")
    return Exchange(relation=relation, answering=None if undirected else side, reason=reason)


def _passes_on(one: Turn, other: Turn, reply: Reply | None) -> bool:
    """Says whether one side credits its words to the other's asserter or outlet, and both say that it is so, or that it is not."""
    if reply is not None or not credits(one, other) or not (shares(one, other) or speaks_of(one, other)):
        return False
    theirs = read_reply(other.passage)
    if theirs is not None and theirs.relation != "denies":
        return False
    return is_negated(one.passage.words) == (theirs is not None or is_negated(other.passage.words))


def _answering(a: Turn, b: Turn, replies: dict[str, Reply | None]) -> str:
    """The side with a cue answers; of two, one that takes its own word back, else the later one; undated or equal: the second."""
    same_day_denial = (
        not any(replies.values())
        and day_of(a) == day_of(b)
        and is_negated(a.passage.words)
        and not is_negated(b.passage.words)
    )
    later = "a" if day_of(a) > day_of(b) or same_day_denial else "b"
    if not any(replies.values()):
        for key, one, other in (("a", a, b), ("b", b, a)):
            # A party may deny what is being said before a page prints it.
            if (
                is_negated(one.passage.words)
                and not is_negated(other.passage.words)
                and other.is_hearsay
                and is_party(one, other)
            ):
                return key
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
    if reply.relation == "responds" and denied and same is not False and "no longer" in reply.cue.lower():
        return "retracts", f"{cue}, of one's own denial"
    knew = "know" in keys_of(reply.cue) & keys_of(other.passage.words) and is_party(answer, other)
    if reply.relation == "denies" or (reply.relation == "does not confirm" and knew):
        return _denial(answer, other, same, denied, cue)
    if reply.relation == "confirms":
        return _confirmation(answer, other, same, denied, cue)
    if reply.is_own_word and answer.is_hearsay and not takes_up(answer, other) and not share_name(answer, other):
        return "unrelated", f"{cue}, of another report"
    return reply.relation, cue


def _denial(answer: Turn, other: Turn, same: bool | None, denied: bool, cue: str) -> tuple[str, str]:
    if denied and same is not False and not _DENIED_THAT_NOT.search(answer.passage.words):
        return "repeats", f"{cue}, a denial told again"
    if not takes_up(answer, other):
        if names_others_only(answer, other):
            return "unrelated", f"{cue}, but of another place or person"
        return beside(answer, other, f"{cue}, but of something else")
    if _MEANT.search(answer.passage.words) and not _MEANT.search(other.passage.text):
        return beside(answer, other, f"{cue}, but of intent, of which the other says nothing")
    is_of_itself = _OF_ITSELF.search(answer.passage.words) and not figures_in(answer.passage.words) & figures_in(
        other.passage.words
    )
    if is_of_itself and not is_party(answer, other) and not share_person(answer, other):
        return "unrelated", f"{cue}, of the asserter's own part, of whom the other says nothing"
    if same is not True and day_of(answer) < day_of(other) and not other.is_hearsay:
        return "contradicts", f"{cue}, said before the other spoke"
    return "denies", cue


def _confirmation(answer: Turn, other: Turn, same: bool | None, denied: bool, cue: str) -> tuple[str, str]:
    if denied and not is_negated(answer.passage.words.replace(cue.strip("“”"), "")):
        return ("corrects" if same is not False else "contradicts"), f"{cue} what had been denied"
    if same:
        return "repeats", f"{cue}, by the same asserter"
    mine, theirs = (figures_in(turn.passage.words) for turn in (answer, other))
    if mine and theirs and not mine & theirs and "confirm" in cue.lower():
        return "unrelated", f"{cue}, but with other numbers"
    if "confirm" in cue.lower() and only_one_in_common(answer, other):
        return "unrelated", f"{cue}, but of something else"
    if takes_up(answer, other) or (is_party(answer, other) and (touches(answer, other) or "yes" in cue.lower())):
        return "confirms", cue
    return "unrelated", f"{cue}, but of something else"


# "It was untrue that nobody was asked": of a denial of what another denies.
_DENIED_THAT_NOT = re.compile(
    r"\b(?:untrue|false|denie[sd]|denying|wrong) that\b[^,.;]{0,40}?\b(?:no|not|never|nobody|none|nothing|no one)\b",
    re.I,
)
_MEANT = re.compile(
    r"\b(?:deliberate(?:ly)?|intent(?:ion\w*)?|on purpose|knowingly|wilful(?:ly)?|targets?|targeted|targeting|aim(?:s|ed|ing) at|systematic(?:ally)?|sets? out to)\b",
    re.I,
)
_OF_ITSELF = re.compile(r"\b(?:denie[sd]|denying) (?:that (?:it|he|she|they) |(?:ever )?\w+ing\b)", re.I)
