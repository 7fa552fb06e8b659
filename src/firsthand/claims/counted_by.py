"""The rule that tells who gives a number by the clause it is the object of: "where the brigade has 64", "puts the houses in the town at 90".

It is asked of one number in one sentence and gives its giver, or leaves it. A number that somebody has, sells or writes ("the army has 40
lorries") is none that he gives: the verb counts, or the number stands alone where the talk is of the dead, hurt or missing.
"""

from __future__ import annotations

from dataclasses import replace

from firsthand.claims.behind import quoting
from firsthand.claims.givers import is_media
from firsthand.claims.lexicon import words
from firsthand.claims.stretches import DAYS, Range, head_of, is_noun_phrase, noun_phrase_end
from firsthand.claims.view import FINITE, Line, View
from firsthand.claims.whose import (
    COUNTED,
    HURT,
    PEOPLE,
    Beside,
    can_count,
    is_paper,
    is_person,
    named_by,
    sentence_giver,
    subject_of,
)

_SHORT = words("dead wounded injured missing killed hurt percent")  # what a number may be called by one adjective
_TOLL = HURT | words("life toll kill die drown evacuate evacuated bury rescue displace")
_TIMES_OF_DAY = words("morning evening afternoon night noon midday midnight")
_TIMES = words("minute hour day week month year")
_MEASURES = _TIMES | words(
    "metre meter kilometre kilometer mile foot inch centimetre millimetre hectare acre litre gallon barrel tonne ton kilo kilogram pound gram degree knot megawatt "
    "watt volt decibel point dollar euro franc crown cent rouble ruble yuan peso rupee dinar"
)
_COUNTING = words(
    "count list record tally report claim admit acknowledge concede register estimate verify confirm document publish announce declare state repeat maintain defend"
)
_ADMITTING = words("hospital clinic ward infirmary school university college museum prison jail club department unit")
_HOLDING = words(
    "have give name say tell quote find"
)  # these count only before a number that stands alone, or of the hurt
_SHOWING = words("show have give list name hold contain include")  # what a list or map does
_RECKONING = words(
    "put estimate measure reckon assess value calculate rate judge gauge"
)  # of anything: "puts the houses at 90"
_ALONG = {
    "at": _RECKONING | words("stop stand remain stay stick place set leave keep hold arrive be"),
    "to": words("admit confess own keep hold stick cut raise lower reduce revise"),
    "by": words("stand"),
    "of": words("speak talk boast write know"),
    "with": words("stay stick"),
    "beyond": words("go"),
}
_MOVING = words("cut raise lower reduce revise leave keep")
_CONTRAST = words("where while whereas although though against but than ;")
_BETWEEN = ("RB", "DT", "PRP$", "JJ", "CC", "IN", "TO", "NN", "RP", "VBN", "POS")
_DONE = HURT | words("kill wound injure evacuate displace unchanged")  # participles that only describe what is counted
_BREAKS = words("if because after when and from")


def clause(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "where the brigade has 64", "the mayor said 21", "He gave 118 as missing", "the army left its losses unchanged at 17": the subject of
    the verb of counting nearest before the number."""
    told = _clause_of(view, line, first, end)
    if told is None:
        return _has_it_from(view, line, first)
    subject, verb = told
    if any(line.word(k) in ("not", "never", "n't") for k in range(max(subject[1], _group_start(line, verb)), verb)):
        return None  # "never put the dead at 12"
    cue, rule = (verb, verb + 1), "the subject of a verb of counting"
    if line.tag(subject[1] - 1) == "PRP":
        return _by_pronoun(view, line, subject, cue, rule)
    if line.lemma(verb) == "make" and is_noun_phrase(line, subject):
        return Beside(subject, cue, "makes it so many")
    found = named_by(view, line, subject, cue, rule)
    passes_on = is_media(view, line, subject) or (
        not is_person(view, line, subject) and line.tag(subject[1] - 1).startswith("NNP")
    )
    deeper = _from_behind(view, line, end) if found is not None and passes_on else None
    if deeper is not None:
        return Beside(deeper, (deeper[0] - 1, deeper[0]), "from whom an outlet has it", hand=subject)
    own = any(
        line.tag(k) == "PRP$" for k in range(verb + 1, first)
    )  # "has cut its own list to 183": its count, told by another
    own = own and line.word(subject[0] - 1) not in _CONTRAST
    hand = quoting(view, line, subject[1])
    if hand is None and line.word(subject[1]) == "," and line.lemma(subject[1] + 1) in ("quote", "cite"):
        return None  # quoted by nobody who is named
    return replace(found, through=own or _is_told_clause(line, subject), hand=hand) if found is not None else None


def _is_told_clause(line: Line, subject: Range) -> bool:
    """Says whether a clause is what somebody says in this sentence: "Lund said (that) the chiefs had put it at 90"."""
    k = subject[0] - 1 - (line.word(subject[0] - 1) == "that")
    return (
        k > 0 and line.lemma(k) in ("say", "add", "tell", "claim", "report", "recall", "note") and line.tag(k) in FINITE
    )


def _has_it_from(view: View, line: Line, first: int) -> Beside | None:
    """ "The Herald has it from the embassy that 31 were there"."""
    reach = range(first - 1, max(first - 14, 2), -1)
    at = next(
        (k for k in reach if line.word(k) == "from" and line.word(k - 1) == "it" and line.lemma(k - 2) == "have"), None
    )
    if at is None:
        return None
    stop, subject = noun_phrase_end(line, at + 1), subject_of(line, at - 2)
    if line.word(stop) != "that" or subject is None or not can_count(view, line, (at + 1, stop)):
        return None
    return Beside((at + 1, stop), (at - 2, at + 1), "from whom somebody has it", hand=subject)


def told_by_verb(view: View, line: Line, number: int) -> bool:
    """Says whether a number is the object of a verb of counting."""
    return _clause_of(view, line, number, number + 1) is not None


def _clause_of(view: View, line: Line, first: int, end: int) -> tuple[Range, int] | None:
    """Gives the subject and the verb of the clause that a number is given in."""
    verb = _verb_before(line, first)
    if verb is None or line.quoted[verb] != line.quoted[first]:
        return None
    subject = subject_of(line, _first_verb(line, _group_start(line, verb)))
    return (subject, verb) if subject is not None and _counts(view, line, subject, verb, first, end) else None


def _by_pronoun(view: View, line: Line, subject: Range, cue: Range, rule: str) -> Beside | None:
    """ "He gave 118 as missing"; "it" and "they" are whom their own sentence is about, where it has named him."""
    word = line.word(subject[0])
    if word not in ("he", "she", "it", "they") or line.quoted[subject[0]]:
        return None
    opens = {"it": "its", "they": "their"}.get(word)
    of = sentence_giver(view, line, subject[0], opens) if opens and subject[0] > 2 else None
    return Beside(subject, cue, rule, of)


def _group_start(line: Line, verb: int) -> int:
    group = verb
    while group > 0 and (
        line.tag(group - 1).startswith("RB")
        or (line.lemma(group - 1) == "have" and line.tag(verb) in ("VBN", "VBD"))
        or line.word(group - 1) in ("itself", "themselves", "himself", "herself")
    ):
        group -= 1
    return group


def _first_verb(line: Line, group: int) -> int:
    """Gives the first of two verbs of one subject: "gives 49, …, and lists 138"."""
    if line.word(group - 1) not in ("and", "but") or group < 2:
        return group
    verb = next((k for k in range(group - 2, -1, -1) if line.tag(k) in FINITE or line.tag(k) == "MD"), None)
    return group if verb is None else _group_start(line, verb)


def _verb_before(line: Line, first: int) -> int | None:
    """Gives the verb of the clause a number is the object of: between them only what counts and the words that lead to it."""
    for k in range(first - 1, max(first - 9, -1), -1):
        participle = line.tag(k) == "VBN" and not {line.lemma(k), line.word(k)} & _DONE
        if line.tag(k) in FINITE or participle:
            return k
        pointing = line.word(k) in ("it", "them") and line.lemma(k - 1) in ("make", "put", "place", "set")
        plain = line.tag(k).startswith(_BETWEEN) and line.word(k) not in _BREAKS
        noun = line.tag(k).startswith("NN") and not {line.lemma(k), line.word(k)} & COUNTED and not _is_day(line, k)
        if not pointing and (not plain or noun):
            break
    return _reckoning_before(line, first)


def _reckoning_before(line: Line, first: int) -> int | None:
    """Gives the verb of "puts the houses in the town at 90": whatever it is that somebody puts at a number."""
    if line.word(first - 1) != "at":
        return None
    for k in range(first - 2, max(first - 14, -1), -1):
        if line.tag(k) in FINITE | {"VBN"} and line.lemma(k) in _RECKONING:
            return None if _is_spot(line, first) else k
        if line.tag(k) in FINITE or line.word(k) in (",", ";", ":", "that"):
            return None
    return None


def _is_spot(line: Line, first: int) -> bool:
    """Says whether "at 12 places" says where: things follow the number that are neither counted people nor a measure's."""
    k = first
    while line.tag(k) in ("CD", "IN", "RB", "JJS", "RBR", "JJ"):
        k += 1
    return line.tag(k) == "NNS" and line.lemma(k) not in COUNTED | PEOPLE | _MEASURES


def _is_day(line: Line, k: int) -> bool:
    """Says whether a noun only says when: "on Wednesday", "in the morning"."""
    return line.word(k) in DAYS or (line.word(k) in _TIMES_OF_DAY and line.word(k - 1) in ("the", "this", "that"))


def _counts(view: View, line: Line, subject: Range, verb: int, first: int, end: int) -> bool:
    """Says whether a verb with a number behind it gives it: "counts 64", "holds to 64", "has 64" and no more; a list shows what it holds."""
    lemma, between = line.lemma(verb), [line.word(k) for k in range(verb + 1, first)]
    if line.tag(verb) == "VBN" and any(line.lemma(k) == "be" for k in range(max(verb - 3, 0), verb)):
        return False
    bridge = next((w for w in reversed(between) if w in _ALONG), "")
    if bridge and lemma in _ALONG[bridge]:
        return _counts_along(line, lemma, bridge, verb, first, end)
    if lemma == "make":
        plain = (
            line.tag(end).startswith("NN") and line.lemma(end) not in COUNTED | PEOPLE and line.word(end) not in _SHORT
        )
        return between[:1] == ["it"] and not plain  # not "made it 20 paces"
    if lemma in ("write", "note", "jot", "take"):
        return between[:1] == ["down"] and line.lemma(end) == "name"
    if bridge:
        return False
    if lemma in _SHOWING and line.tag(subject[1] - 1) != "PRP" and is_paper(line, subject):
        return True
    if lemma == "take" and between[:1] == ["in"] and is_paper(line, subject):
        return True
    if lemma == "have" and is_media(view, line, subject):
        return True
    if lemma == "admit" and line.lemma(head_of(line, subject)) in _ADMITTING:
        return False  # hospitals admit patients, and say nothing by it
    return lemma in _COUNTING or (lemma in _HOLDING and _is_told(view, line, verb, end))


def _counts_along(line: Line, lemma: str, bridge: str, verb: int, first: int, end: int) -> bool:
    """Says whether a verb gives the number behind its preposition: "stopped at 34", "keeps to her 900", "left its losses unchanged at 17"."""
    if lemma == "keep" and bridge == "to":
        return True
    if lemma in _MOVING and bridge in ("to", "at"):
        return any({line.lemma(k), line.word(k)} & COUNTED for k in range(verb + 1, first))
    if lemma in ("place", "set") and bridge == "at":  # not "set the price at 40"
        return any(
            {line.lemma(k), line.word(k)} & COUNTED or line.word(k) in ("it", "them") for k in range(verb + 1, first)
        )
    if lemma == "arrive" and line.tag(verb) == "VBD":
        return line.word(end) in _SHORT  # "arrived at 12": by the clock
    if lemma in ("be", "arrive", "go"):
        money = lemma != "be" and line.lemma(end) in _MEASURES - _TIMES
        return line.tag(end) in ("", ".", ",", ":", "CC") or line.word(end) in _SHORT or money
    if lemma in ("stand", "remain", "stay", "stop") and bridge == "at":
        return not line.tag(end).startswith(("NN", "CD")) or line.word(end) in _SHORT or line.lemma(end + 1) in _TIMES
    return True


def _is_told(view: View, line: Line, verb: int, end: int) -> bool:
    """Says whether a number behind "has" or "gives" is one that was told: of people killed or hurt, "as" something, or alone where the talk
    is of such."""
    if {line.word(end), line.lemma(end)} & HURT:
        return not line.tag(end + 1).startswith("NN") or line.lemma(end + 1) in PEOPLE
    if any(line.word(k) == "as" for k in range(end, end + 6)):
        return True
    alone = line.tag(end) in ("", ".", ",", ":", "CC", "DT", "WRB") or line.word(end) in ("if", "when", "so")
    if line.lemma(verb) != "have" or line.word(end) == "from":
        return alone or line.word(end) == "from"
    near = [view.lines[k] for k in (line.index - 1, line.index) if k >= 0 and view.lines[k].block == line.block]
    return alone and any({other.lemma(k), other.word(k)} & _TOLL for other in near for k in range(len(other.tokens)))


def _from_behind(view: View, line: Line, end: int) -> Range | None:
    """Gives the source behind a number: "has 2,300 evacuated, from civil defence", "has 29 from the league", "had 12 on Friday, also from her"."""
    reach = range(end, min(end + 10, len(line.tokens) - 1))
    at = next((k for k in reach if line.word(k) in ("from", "citing")), None)
    if at is None or any(line.tag(k) in FINITE for k in range(end, at)):
        return None
    parted = line.word(at - 1) == "," or (line.word(at - 1) in ("also", "again") and line.word(at - 2) == ",")
    stop = noun_phrase_end(line, at + 1)
    return (at + 1, stop) if (parted or at == end) and stop > at + 1 and can_count(view, line, (at + 1, stop)) else None
