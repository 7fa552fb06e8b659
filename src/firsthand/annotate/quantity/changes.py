"""Rules for one thing at two times: levels that moved, figures that were corrected, and by how much."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from firsthand.annotate.quantity.parts import of_so_many
from firsthand.annotate.quantity.passage import Found, Passage
from firsthand.annotate.quantity.relating import HEDGE, LEVEL_WORDS, MOVE, beside, related, sentence_before

_REVISED = re.compile(
    r"\b(?:revis\w+|correct(?:ed|ing|ion)\b|lower(?:ed|s|ing) (?:its|the|their)|has been lowered|was lowered|been cut|restat\w+|amended|recount\w*|"
    r"earlier (?:count|version|report|figure|estimate|tally|toll|statement)|counting error|double counting|first (?:put|reported|declared|given|announced|said)|"
    r"initial(?:ly)? (?:put|reported|count|figure|estimate|report|said|toll|gave)|wrongly|mistaken\w*|by mistake|counted twice|listed twice)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s" + HEDGE + "$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|at)\s" + HEDGE + "$", re.IGNORECASE)


def levels(passage: Passage, index: int) -> tuple[int, int] | None:
    """Gives (earlier level, later level) when this quantity and the one before are the two ends of one change."""
    if not beside(passage, index):
        return None
    first, between = index - 1, passage.between(index - 1, index)
    if not passage.alike(first, index) or len(between) >= 60:
        return None
    clause = sentence_before(passage, first)
    if _FROM.search(passage.lead(first)) and _TO.search(between) and MOVE.search(clause):
        return first, index
    if _FROM.search(between) and (MOVE.search(clause) or MOVE.search(between)):
        return index, first
    return None


def _is_revision(passage: Passage, one: int, other: int) -> bool:
    """Says whether the sentences of two quantities speak of a correction."""
    first, second = sorted((one, other))
    sentences = passage.words.sentences
    return (
        _REVISED.search(
            passage.text[sentences[passage.sentence[first]].start : sentences[passage.sentence[second]].end]
        )
        is not None
    )


def moved(passage: Passage, index: int) -> Iterator[Found]:
    """ "fell from 318 to 251", "63%, down from 71%": an earlier level, a later one."""
    if (ends := levels(passage, index)) and not _is_revision(passage, *ends):
        yield related(passage, *ends)


# A cue answers True (the later-named figure corrects), False (it is the corrected one), or None.
Cue = Callable[[Passage, int, int], bool | None]

_CUT_TO = re.compile(
    r"\b(?:revis\w+|correct\w*|lowered|cut|amended|raised|restated)\b[\w\s’']{0,30}\b(?:to|at)\s" + HEDGE + "$"
)
_REVISING_OF = re.compile(
    r"\b(?:revising|correcting|replacing|withdrawing|amending)\b[\w\s’']{0,30}\b(?:of|from)\s" + HEDGE + "$"
    r"|\b(?:earlier|previous|initial|first|original) (?:count|figure|estimate|toll|tally|report|statement)\s(?:of|was|had been)\s"
    + HEDGE
    + "$"
)
_AT_FIRST = re.compile(r"\b(?:earlier version|first said|initially (?:said|put|reported)|at first|first reported)\b")
_HAD_SAID = re.compile(r"\bhad (?:said|put|given|reported|listed)|\b(?:first|initially|earlier|originally)\b")
_NOW_SAYS = re.compile(r"\bnow\s(?:says?|puts?|gives?|reports?|lists?)\s(?:[\w’'-]+\s){0,4}?" + HEDGE + "$")
_RIGHT_NUMBER = re.compile(r"\b(?:right|correct|true|real) (?:number|figure|toll|total) (?:is|was)\s" + HEDGE + "$")
_FIRST_DECLARED = re.compile(
    r"^(?:\s[\w’'-]+){0,2}?\s?(?:first|originally|initially|previously) (?:declared|reported|given|announced|stated|said)"
)


def _near(passage: Passage, index: int) -> str:
    """Gives the words around a quantity, from the start of its sentence to a little past it."""
    return sentence_before(passage, index) + passage.text[passage.quantities[index].span.start :][:24]


def _cut_to(passage: Passage, other: int, index: int) -> bool | None:
    """ "corrected the figure to six"."""
    between = passage.between(other, index)
    of_a_count = (
        LEVEL_WORDS.search(between) or _is_revision(passage, other, index) or re.search(r"\bit to\b|\bto\s$", between)
    )
    return True if of_a_count and _CUT_TO.search(passage.lead(index, 120)) else None


def _revising_its(passage: Passage, other: int, index: int) -> bool | None:
    """ "correcting its first count of 15"."""
    return False if _REVISING_OF.search(passage.lead(index, 120)) else None


def _first_then(passage: Passage, other: int, index: int) -> bool | None:
    """ "initially reported six but later said four"."""
    turned = re.search(r"\b(?:later|then|now|since)\b", passage.between(other, index))
    return True if turned and _AT_FIRST.search(_near(passage, other)) else None


def _against_first(passage: Passage, other: int, index: int) -> bool | None:
    """ "5,208 against the 5,190 declared at first"."""
    against = re.search(
        r"\b(?:against|instead of|not|rather than|up from|down from)\s(?:the\s)?$", passage.between(other, index)
    )
    return False if against and _FIRST_DECLARED.match(passage.rear(index)) else None


def _now_says(passage: Passage, other: int, index: int) -> bool | None:
    """ "had said 12 … It now says 15", "was wrong; the right number is 16"."""
    lead = passage.lead(index)
    return (
        True
        if (_NOW_SAYS.search(lead) and _HAD_SAID.search(_near(passage, other))) or _RIGHT_NUMBER.search(lead)
        else None
    )


def _not_as_said(passage: Passage, other: int, index: int) -> bool | None:
    """ "had 14 bells, not 16 as the verger said"."""
    said = re.search(r"\b(?:had|first|earlier|initially|previously|as)\b", passage.rear(index))
    return False if said and re.search(r",\snot\s(?:the\s)?$", passage.between(other, index)) else None


def _and_again(passage: Passage, other: int, index: int) -> bool | None:
    """ "lowered it to 640, and the next day to 595": the verb is said once."""
    again = re.match(r"^(?:,|\sand)?[\w\s,]{0,24}\bto\s$", passage.between(other, index))
    return (
        True
        if again and beside(passage, index) and re.search(r"\b(?:cut|lowered|revised|corrected)\b", passage.lead(other))
        else None
    )


CORRECTIONS: tuple[Cue, ...] = (
    _cut_to,
    _revising_its,
    _first_then,
    _against_first,
    _now_says,
    _not_as_said,
    _and_again,
)


def corrected(passage: Passage, index: int) -> Iterator[Found]:
    """ "revised up to 38 from 33", "spoke of nine lost sheep at first, then put it at seven"."""
    if ends := levels(passage, index):
        if _is_revision(passage, *ends):
            yield related(passage, *ends)
        return
    other = next(
        (o for o in passage.earlier(index, 1) if passage.same_thing(index, o) and not passage.is_time(o)), None
    )
    if other is None:
        return
    later_corrects = next((answer for cue in CORRECTIONS if (answer := cue(passage, other, index)) is not None), None)
    if later_corrects is not None:
        yield related(passage, other, index) if later_corrects else related(passage, index, other)


_EARLIER = re.compile(
    r"\b(?:(?:a|one) (?:week|day|month|year) (?:earlier|ago|before)|earlier|previously|last (?:week|month|year)|the (?:week|month|year|day) before|had been|"
    r"in (?:19|20)\d\d it (?:was|had been)|compared with|against)\b[\w\s’',]{0,24}$",
    re.IGNORECASE,
)
_IT_WAS = re.compile(
    r"\b(?:it|they|this|that|the figure|the number|the rate)\s(?:was|were|had been|stood)", re.IGNORECASE
)
_ONCE = re.compile(r"\b(?:peak|once|used to|had|originally|at first|before|earlier|in (?:19|20)\d\d)\b", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:it|they|which|and|there|,|;)\s(?:are |is )?now\s(?:[a-z]+\s){0,2}?" + HEDGE + "$", re.IGNORECASE
)
_MOVED_TO = re.compile(
    r"\b(?:grew|grown|rose|risen|climbed|swelled|swollen|increased|fell|fallen|dropped|dwindled|shrank|shrunk|declined|soared|jumped|doubled|trebled|tripled)\s"
    r"(?:[a-z]+\s){0,2}?to\s" + HEDGE + "$",
    re.IGNORECASE,
)
_THEN = re.compile(r"(?:,|\band)\s(?:later|then|now)\s" + HEDGE + "$")
_AFTER_BEING = re.compile(
    r"\bafter passing\s" + HEDGE + r"$|\b(?:having|after) (?:stood|been) at\s" + HEDGE + "$|\b(?:up|down) from\\s$"
)
_AGAINST = re.compile(r"\b(?:against|compared (?:with|to)|versus|up on|down on)\s(?:the\s)?" + HEDGE + "$")
_AT_AN_EARLIER_TIME = re.compile(
    r"^(?:\s[\w’'-]+){0,3}?\s(?:(?:a|one|the) \w+ (?:earlier|ago|before)|(?:in|during|over) (?:the )?(?:same \w+ )?(?:of )?(?:last|previous|19|20)\w*|last \w+|previously)\b"
)


def earlier_level(passage: Passage, index: int) -> Iterator[Found]:
    """ "The silo is 44% full. In May it was 39%", "held 90,000; it now holds 12,000": a level and the one before it."""
    for other in passage.earlier(index, 2):
        if not passage.same_thing(index, other) or passage.is_time(other) or _is_revision(passage, other, index):
            continue
        answer = _later_is_newer(passage, other, index)
        if answer is not None:
            yield (
                related(passage, other, index)
                if answer
                else related(passage, index, _headline_level(passage, other, index))
            )
            return


def _later_is_newer(passage: Passage, other: int, index: int) -> bool | None:
    """Says whether the later-named of two levels is the newer one; None when the words do not tell."""
    lead, between = passage.lead(index), passage.between(other, index)
    if passage.sentence[other] != passage.sentence[index] and _EARLIER.search(lead) and _IT_WAS.search(lead):
        return False
    if (_NOW.search(lead) and _ONCE.search(_near(passage, other))) or (
        _MOVED_TO.search(lead) and passage.value(other) != passage.value(index)
    ):
        return True
    if passage.sentence[other] != passage.sentence[index]:
        return None
    if _THEN.search(between) and len(between) < 40:
        return True
    if _AFTER_BEING.search(between) or (_AGAINST.search(between) and _AT_AN_EARLIER_TIME.match(passage.rear(index))):
        return False
    return None


def _headline_level(passage: Passage, other: int, index: int) -> int:
    """Gives the total when its parts stand between ("together 52%: 30% and 22%. In 2031 it was 67%")."""
    totals = (
        o for o in passage.earlier(index, 2) if passage.quantities[o].comparator == "total" and passage.alike(o, index)
    )
    return next(totals, other)


_BY = re.compile(
    r"\b(?:by|gained|lost|added|shed|up|down|a (?:fall|rise|drop|gain|increase|decrease|jump|decline|cut|loss|growth) of|an? (?:increase|improvement) of)\s"
    r"(?:as much as\s|upwards of\s)?" + HEDGE + "$",
    re.IGNORECASE,
)
_JUST_MOVED = re.compile(r"\b(?P<verb>[A-Za-z]+)\s" + HEDGE + "$")
_STEP_VERB = re.compile(r"\b(?:gained|lost|shed|up|down|added)\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"^(?:\s[\w’'-]+){0,2}?\s(?:less|more|fewer|lower|higher|down|up|increase|rise|fall|drop|decrease)\b"
)
_LEVEL_NEXT = re.compile(r"^(?:\s[\w’'-]+){0,4}?\s(?:to|at)\s" + HEDGE + "$")
_BALLOT = re.compile(
    r"\b(?:pass\w*|won|win|defeat\w*|beat\w*|approv\w*|vot\w+|reject\w*|lost|carried|elected|adopted)\b"
)


def difference(passage: Passage, index: int) -> Iterator[Found]:
    """ "rose by €20m to €180m", "shrank by 75 per cent, from 800 to 200", "a fall of 21%": how far the later level had moved."""
    lead, ahead = passage.lead(index), list(passage.later(index))
    step, behind = _step(lead, bool(ahead)), _BEHIND.match(passage.rear(index))
    if passage.is_time(index) or not (step or behind) or (step and _BALLOT.search(lead)):
        return
    if ahead and _LEVEL_NEXT.match(passage.between(index, ahead[0])):
        yield related(passage, index, ahead[0])
        return
    if (
        len(ahead) > 1
        and (ends := levels(passage, ahead[1]))
        and re.search(r",\s(?:from\s)?$", passage.between(index, ahead[0]))
    ):
        yield related(passage, index, ends[1])
        return
    if (level := _level_before(passage, index, step, behind is not None)) is not None:
        yield related(passage, index, level)


def _step(lead: str, followed: bool) -> str:
    """Gives the words that make a number a step ("by", "a fall of", a verb of motion right before it), or an empty string."""
    if by := _BY.search(lead):
        return by.group()
    just = _JUST_MOVED.search(lead)
    return just.group() if just and followed and MOVE.fullmatch(just["verb"]) else ""


def _level_before(passage: Passage, index: int, step: str, behind: bool) -> int | None:
    """Gives the level that a step or a difference named after it belongs to."""
    than = behind and "than" in passage.rear(index)
    for other in passage.earlier(index, 1):
        if step and passage.sentence[other] == passage.sentence[index] and (ends := levels(passage, other)):
            return ends[1]
        comparable = passage.alike(index, other) or passage.is_share(index)
        if (than or _STEP_VERB.search(step)) and comparable and passage.head(index) == passage.head(other):
            ends = next((found for o in passage.earlier(index, 1) if (found := levels(passage, o))), None)
            portion = next(of_so_many(passage, other), None)
            return ends[1] if ends else portion.subject if portion else other
    return None
