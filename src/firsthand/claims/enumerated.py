"""Rules that tell who gives a number in an enumeration of counts: the verb before is meant again, or each number is followed by its own giver.

"The owner gives 186, the coastguard 226", "the army speaks of five, the rebels of ten", "31 according to the ministry, 29 according to the monitor
and 27 verified by the mission": asked of one number in one sentence, as the rules of `counted_by` are.
"""

from __future__ import annotations

from firsthand.claims.counted_by import told_by_verb
from firsthand.claims.lexicon import INSTITUTION, words
from firsthand.claims.stretches import Range, head_of, noun_phrase_end
from firsthand.claims.view import FINITE, Line, View
from firsthand.claims.whose import HURT, Beside, is_possessive, named_by, phrase_before

_LEADS = words("of at to on with")  # what may stand between a giver and his number
_COUNTED = words("count verify confirm record document establish list give report register tally estimate")
_REACH = 60  # tokens back to the verb that is meant again
_TALLY = words("count tally reckoning estimate figure list register account telling")


def gapped(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "The owner gives 186, the coastguard 226", "speaks of 90 killed and the general staff of 270": the verb before is meant again."""
    lead = line.word(first - 1) in _LEADS
    part = _whole_phrase(line, first - lead)
    if part is None or line.word(part[0] - 1) not in (",", ";", "and", "but", "while") or line.quoted[first]:
        return None
    reach = range(max(part[0] - _REACH, 2), part[0])
    earlier = [k for k in reach if line.tag(k) == "CD" and told_by_verb(view, line, k)]
    if lead:
        bridge = line.word(first - 1)
        earlier = [k for k in earlier if bridge in (line.word(n) for n in range(max(k - 4, 0), k))]
    if not earlier or line.tag(end) in FINITE or (line.tag(end).startswith("NN") and not lead):
        return None
    return named_by(view, line, part, (first, end), "the verb before is meant again")


def _whole_phrase(line: Line, end: int) -> Range | None:
    """Gives the noun phrase that ends here, with what it is of: "the geographers of Aln University"."""
    part = phrase_before(line, end)
    while part is not None and (line.word(part[0] - 1) in ("of", "in", "at", "for") or line.tag(part[0] - 1) == "POS"):
        outer = phrase_before(line, part[0] - 1)
        if outer is None:
            break
        part = (outer[0], part[1])
    return part


def according_to(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "31 according to the ministry, 27 verified by the mission", "1,500 by the count of the office": the giver right behind the number."""
    k = end
    while k < end + 3 and line.tag(k).startswith(("NN", "JJ")) and not line.tag(k).startswith("NNP"):
        k += 1
    alone = k == end or {line.word(end), line.lemma(end)} & HURT
    start = _giver_start(view, line, k, first, alone=bool(alone))
    stop = noun_phrase_end(line, start) if start else 0
    if not start and (owner := _account(line, k)) is not None:
        start, stop = k + 1, owner
    if not start or stop == start or line.quoted[first] != line.quoted[start]:
        return None
    found = named_by(view, line, (start, stop), (k, start), "the giver right behind the number")
    return found and Beside(found.source, found.cue, found.rule, found.of, alone=True)


def _giver_start(view: View, line: Line, k: int, first: int, *, alone: bool) -> int:
    """Gives where the giver's name begins behind "according to", "by the count of", "verified by"; 0 for none."""
    if line.word(k) == "according" and line.word(k + 1) == "to":
        return k + 2
    if line.word(k) == "(" and alone and _is_body_in_brackets(view, line, k + 1):
        return k + 1  # "31 (health ministry)"
    if line.word(k) == "by" and line.word(k + 1) in ("the", "that") and alone:
        if line.word(k + 1) == "that" and line.word(k + 2) == "of" and _has_count(line, first):
            return k + 3
        if line.lemma(k + 2) in _TALLY and line.word(k + 3) == "of":
            return k + 4
    if line.lemma(k) in _COUNTED and line.tag(k) in ("VBN", "VBD") and line.word(k + 1) == "by" and alone:
        return k + 2
    return 0


def _is_body_in_brackets(view: View, line: Line, start: int) -> bool:
    """Says whether brackets hold one body and no more: not "(two officers)", "(Mira Dolan)", "(the brigade, two clubs)", a team's "(Norland)"."""
    stop = noun_phrase_end(line, start)
    if line.word(stop) != ")" or stop == start or any(line.tag(k) == "CD" for k in range(start, stop)):
        return False
    if not any({line.lemma(k), line.word(k)} & (_TALLY | HURT | {"toll"}) for k in range(start)):
        return False  # goals, orders, seats
    named = any(m.kind in ("body", "outlet") for m in view.mentions_in(line.span_of(start, stop)))
    return named or line.lemma(head_of(line, (start, stop))) in INSTITUTION


def _account(line: Line, k: int) -> int | None:
    """Gives the owner's mark in "14 by the governor's account", and in "and 40 by the doctors'", which takes the account up."""
    if line.word(k) not in ("by", "in", "on"):
        return None
    owner = next((n for n in range(k + 2, min(k + 8, len(line.tokens))) if is_possessive(line, n)), None)
    if (
        owner is None
        or line.tag(owner) == "PRP$"
        or any(line.tag(n) in FINITE | {"CD", "IN"} for n in range(k + 1, owner))
    ):
        return None
    return (
        owner
        if line.lemma(owner + 1) in _TALLY or (line.tag(owner + 1) in ("", ".", ",", ":") and _has_count(line, k))
        else None
    )


def _has_count(line: Line, first: int) -> bool:
    """Says whether a count was named before, so that "by that of the bank" can take it up."""
    return any(line.lemma(k) in _TALLY for k in range(first))


def by_account(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "61 people lost their lives by the account of the health office": whose account a clause with one number is by."""
    reach = range(end, min(end + 9, len(line.tokens) - 3))
    by = next(
        (k for k in reach if line.word(k) == "by" and line.word(k + 1) == "the" and line.lemma(k + 2) in _TALLY), None
    )
    if (
        by is None
        or line.word(by + 3) != "of"
        or any(line.tag(k) == "CD" or line.word(k) in (",", ";", ":") for k in range(end, by))
    ):
        return None
    stop = noun_phrase_end(line, by + 4)
    found = named_by(view, line, (by + 4, stop), (by, by + 4), "by whose account it is") if stop > by + 4 else None
    return found and Beside(found.source, found.cue, found.rule, found.of, alone=True)
