"""Rules that tell who gives a number by the words next to it: its owner, the clause it is the object of, the relative clause behind it.

Each is asked of one number in one sentence and gives its giver, or leaves it. A number that somebody has, sells or writes ("the army has 40
lorries") is none that he gives: the verb counts, or the number stands alone where the talk is of the dead, hurt or missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from firsthand.claims.givers import is_media
from firsthand.claims.lexicon import words
from firsthand.claims.stretches import Range, head_of, is_noun_phrase, noun_phrase_end
from firsthand.claims.view import FINITE, Line, View
from firsthand.claims.whose import (
    COUNTED,
    HURT,
    PAPERS,
    Beside,
    can_count,
    is_paper,
    is_possessive,
    named_by,
    owned_by,
    phrase_before,
    sentence_giver,
    subject_of,
)

_SHORT = words("dead wounded injured missing killed hurt percent")  # what a number may be called by one adjective
_TOLL = HURT | words("toll kill die drown evacuate evacuated bury rescue displace")
_PEOPLE = words(
    "civilian soldier person worker child man woman officer fighter resident employee policeman passenger villager inmate"
)
_TIMES = words("minute hour day week month year")
_COUNTING = words(
    "count list record tally report claim admit acknowledge concede register estimate verify confirm document publish announce declare state"
)
_ADMITTING = words("hospital clinic ward infirmary school university college museum prison jail club department unit")
_HOLDING = words("have give name say tell quote")  # these count only before a number that stands alone, or of the hurt
_SHOWING = words("show have give list name hold")  # what a list or map does
_ALONG = {
    "at": words("stop stand remain stay stick put place set leave keep hold"),
    "to": words("keep hold stick cut raise lower reduce revise"),
    "by": words("stand"),
    "of": words("speak talk"),
}
_MOVING = words("cut raise lower reduce revise leave keep")
_PUBLISHED = words(
    "announce give report confirm list count name publish issue release admit acknowledge claim state cite declare"
)
_ISSUED = words("circulate issue publish release spread distribute post leak")
_PRINTED = PAPERS | words("statement leaflet pamphlet poster figure")
_SAID_OF = words("claim report boast figure count tally estimate toll list total assertion allegation")
_TOTALS = words("own count figure tally estimate list total")
_CONTRAST = words("where while whereas although though against but than ;")
_WEIGHING = words("keep stick hold stand dispute doubt question contradict")  # what is done to a number
_VERDICT = words("call dismiss reject dispute doubt deny question contradict ridicule mock brush")
_AGAINST = words("against than beside")
_BELIEF = words("believe trust ask follow credit")
_BETWEEN = ("RB", "DT", "PRP$", "JJ", "CC", "IN", "TO", "NN", "RP", "VBN", "POS")
_DONE = HURT | words("kill wound injure evacuate displace unchanged")  # participles that only describe what is counted
_BREAKS = words("if because after when and from")

# A rule sees the number from its first token (with "at least") to the one behind it.
Rule = Callable[[View, Line, int, int], Beside | None]


def if_believed(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "14 if you believe the colonel"."""
    at = next((k for k in range(end, end + 4) if line.word(k) == "if"), None)
    if at is None or line.word(at + 1) not in ("you", "we", "one") or line.lemma(at + 2) not in _BELIEF:
        return None
    stop = noun_phrase_end(line, at + 3)
    if stop == at + 3 or any(line.tag(k) == "CD" for k in range(end, at)) or not can_count(view, line, (at + 3, stop)):
        return None  # "at 12 if you trust the clock"
    inside = noun_phrase_end(line, stop + 1) if line.word(stop) in ("in", "on") else stop
    hand = (stop + 1, inside) if inside > stop + 1 and is_media(view, line, (stop + 1, inside)) else None
    return Beside((at + 3, stop), (at, at + 3), "if one believes him", hand=_name_in(line, hand) if hand else None)


def published(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "the 287 his own prison service had published the evening before": a relative clause, its pronoun left out or not."""
    k = end
    while k < end + 3 and line.tag(k).startswith(("NN", "JJ", "VBN")) and not line.tag(k).startswith("NNP"):
        k += 1
    k += line.word(k) in ("that", "which", "whom")
    if line.tag(k) not in ("DT", "PRP$") and not line.tag(k).startswith("NNP"):
        return None
    stop = noun_phrase_end(line, k)
    verb = stop + (line.lemma(stop) == "have")
    verb += line.tag(verb).startswith("RB")
    if stop == k or line.tag(verb) not in FINITE | {"VBN"} or line.word(verb + 1) == "by":
        return None
    return (
        named_by(view, line, (k, stop), (verb, verb + 1), "who published it")
        if line.lemma(verb) in _PUBLISHED
        else None
    )


def given_by(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "would not confirm the 640 reported by the league": a participle behind the number."""
    k = end
    while k < end + 3 and line.tag(k).startswith(("NN", "JJ")):
        k += 1
    if (
        line.word(first - 1) != "the"
        or line.word(k + 1) != "by"
        or line.lemma(k) not in _PUBLISHED | {"forecast", "estimate"}
    ):
        return None
    stop = noun_phrase_end(line, k + 2)
    return named_by(view, line, (k + 2, stop), (k, k + 2), "who published it") if stop > k + 2 else None


def said_of(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "The rebels' claim of 46 was a fairy tale": whose claim it is."""
    if line.word(first - 1) != "of" or line.lemma(first - 2) not in _SAID_OF:
        return None
    owner = next((k for k in range(first - 3, max(first - 6, -1), -1) if is_possessive(line, k)), None)
    return owned_by(view, line, owner, (first - 2, first), "whose count it is") if owner is not None else None


def own_count(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "its count is 30", "The army's own figure is 17": whose count is so many."""
    verb = next((k for k in range(first - 1, max(first - 4, 0), -1) if line.tag(k) in FINITE), None)
    if verb is None or line.lemma(verb) not in ("be", "stand", "remain") or line.lemma(verb - 1) not in _TOTALS:
        return None
    owner = next((k for k in range(verb - 2, max(verb - 5, -1), -1) if is_possessive(line, k)), None)
    return owned_by(view, line, owner, (verb - 1, verb + 1), "whose count it is") if owner is not None else None


def owned(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "called the company's 45 missing a lie", "Until then its 11 dead is all there is", "their 197 holds …": a number that somebody gave."""
    k = first
    while k > 1 and line.word(k - 1) in ("own", "latest", "official", "earlier", "first", "initial", "claimed"):
        k -= 1
    if not is_possessive(line, k - 1) or not _is_given(line, end, k - 1):
        return None
    return owned_by(view, line, k - 1, (k - 1, k), "whose number it is")


def _is_given(line: Line, end: int, owner: int) -> bool:
    """Says whether an owned number is a number that was given and no belonging: nothing counted stands behind it, or it is weighed."""
    short = line.word(end) in _SHORT
    after = end + short
    if line.tag(after).startswith(("NN", "JJ")) and line.word(after) not in ("a", "an"):
        return any(line.lemma(k) in _WEIGHING for k in range(max(owner - 4, 0), owner))
    if not short:
        return line.tag(after) in FINITE | {"", ".", ",", ":", "CC", "''"} or line.word(after) in (
            "a",
            "an",
            "as",
            "and",
        )
    one = line.tag(after) == "VBZ" or line.word(after) == "was"  # "its 11 dead is": the number, not the people
    verdict = any(line.lemma(k) in _VERDICT for k in range(max(owner - 6, 0), owner))
    against = any(line.word(k) in _AGAINST for k in range(max(owner - 4, 0), owner))
    return one or verdict or (against and line.tag(after) not in FINITE)


def of_somebody(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "against the 1,400 of the relief office": a number set against another, and whose it is."""
    if line.word(end) != "of" or line.word(first - 1) != "the" or line.word(first - 2) not in _AGAINST | {"not", "to"}:
        return None
    stop = noun_phrase_end(line, end + 1)
    return named_by(view, line, (end + 1, stop), (end, end + 1), "whose number it is") if stop > end + 1 else None


def heard_from(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "creditors had heard 12 million from the company"."""
    if line.lemma(first - 1) not in ("hear", "learn"):
        return None
    source = next((k + 1 for k in range(end, min(end + 6, len(line.tokens))) if line.word(k) == "from"), None)
    stop = noun_phrase_end(line, source) if source is not None else 0
    if source is None or stop <= source or any(line.tag(k) in FINITE for k in range(end, source)):
        return None
    if line.tag(end) == "NNS" and line.lemma(end) not in COUNTED | _PEOPLE:
        return None  # "heard 12 speeches from the company"
    found = named_by(view, line, (source, stop), (source - 1, source), "from whom it was heard")
    return replace(found, through=True) if found is not None else None


def listed_by(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "The lists circulated by the League, with the names of 23 drivers, …": who put out the paper that holds the number."""
    reach = range(first - 1, max(first - 14, 0), -1)
    by = next((k for k in reach if line.word(k) == "by" and line.lemma(k - 1) in _ISSUED), None)
    if by is None or not any(line.lemma(k) in _PRINTED for k in range(max(by - 4, 0), by)):
        return None
    so_called = [line.word(k) for k in range(by + 2, by + 5)] == ["so", "-", "called"]
    stop = noun_phrase_end(line, by + 5 if so_called else by + 1)
    holds = any(line.word(k) in ("with", "of", "giving", "naming", "putting") for k in range(stop, first))
    if stop <= by + 1 or not holds or any(line.tag(k) in FINITE for k in range(stop, first)):
        return None
    return named_by(view, line, (by + 1, stop), (by - 1, by + 1), "who put out the paper")


# --- the clause -----------------------------------------------------------------------------------------------------


def clause(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "where the brigade has 64", "the mayor said 21", "He gave 118 as missing", "the army left its losses unchanged at 17": the subject of
    the verb of counting nearest before the number."""
    told = _clause_of(view, line, first, end)
    if told is None:
        return None
    subject, verb = told
    cue, rule = (verb, verb + 1), "the subject of a verb of counting"
    if line.tag(subject[1] - 1) == "PRP":
        return _by_pronoun(view, line, subject, cue, rule)
    if line.lemma(verb) == "make" and is_noun_phrase(line, subject):
        return Beside(subject, cue, "makes it so many")
    found = named_by(view, line, subject, cue, rule)
    deeper = _from_behind(view, line, end) if found is not None and is_media(view, line, subject) else None
    if deeper is not None:
        return Beside(deeper, (deeper[0] - 1, deeper[0]), "from whom an outlet has it", hand=subject)
    own = any(
        line.tag(k) == "PRP$" for k in range(verb + 1, first)
    )  # "has cut its own list to 183": its count, told by another
    return replace(found, through=own and line.word(subject[0] - 1) not in _CONTRAST) if found is not None else None


def _clause_of(view: View, line: Line, first: int, end: int) -> tuple[Range, int] | None:
    """Gives the subject and the verb of the clause that a number is given in."""
    verb = _verb_before(line, first)
    if verb is None or line.quoted[verb] != line.quoted[first]:
        return None
    subject = subject_of(line, _first_verb(line, _group_start(line, verb)))
    return (subject, verb) if subject is not None and _counts(view, line, subject, verb, first, end) else None


def gapped(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "The owner gives 186, the coastguard 226": the verb before is meant again."""
    part = phrase_before(line, first)
    if part is None or line.word(part[0] - 1) not in (",", ";", "and") or line.quoted[first]:
        return None
    told = any(line.tag(k) == "CD" and _clause_of(view, line, k, k + 1) is not None for k in range(2, part[0]))
    if not told or line.tag(end).startswith("NN") or line.tag(end) in FINITE:
        return None
    return named_by(view, line, part, (first, end), "the verb before is meant again")


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
    verb = next((k for k in range(group - 2, -1, -1) if line.tag(k) in FINITE), None)
    return group if verb is None else _group_start(line, verb)


def _verb_before(line: Line, first: int) -> int | None:
    """Gives the verb of the clause a number is the object of: between them only what counts and the words that lead to it."""
    for k in range(first - 1, max(first - 9, -1), -1):
        participle = line.tag(k) == "VBN" and not {line.lemma(k), line.word(k)} & _DONE
        if line.tag(k) in FINITE or participle:
            return k
        pointing = line.word(k) in ("it", "them") and line.lemma(k - 1) in ("make", "put", "place", "set")
        plain = line.tag(k).startswith(_BETWEEN) and line.word(k) not in _BREAKS
        noun = line.tag(k).startswith("NN") and not {line.lemma(k), line.word(k)} & COUNTED
        if not pointing and (not plain or noun):
            return None
    return None


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
            line.tag(end).startswith("NN") and line.lemma(end) not in COUNTED | _PEOPLE and line.word(end) not in _SHORT
        )
        return between[:1] == ["it"] and not plain  # not "made it 20 paces"
    if lemma in ("write", "note", "jot"):
        return between[:1] == ["down"] and line.lemma(end) == "name"
    if bridge:
        return False
    if lemma in _SHOWING and line.tag(subject[1] - 1) != "PRP" and is_paper(line, subject):
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
    if lemma in ("stand", "remain", "stay", "stop") and bridge == "at":
        return not line.tag(end).startswith(("NN", "CD")) or line.word(end) in _SHORT or line.lemma(end + 1) in _TIMES
    return True


def _is_told(view: View, line: Line, verb: int, end: int) -> bool:
    """Says whether a number behind "has" or "gives" is one that was told: of people killed or hurt, "as" something, or alone where the talk
    is of such."""
    if {line.word(end), line.lemma(end)} & HURT:
        return not line.tag(end + 1).startswith("NN") or line.lemma(end + 1) in _PEOPLE
    if any(line.word(k) == "as" for k in range(end, end + 6)):
        return True
    alone = line.tag(end) in ("", ".", ",", ":", "CC", "DT", "WRB") or line.word(end) in ("if", "when", "so")
    if line.lemma(verb) != "have":
        return alone
    near = [view.lines[k] for k in (line.index - 1, line.index) if k >= 0 and view.lines[k].block == line.block]
    return alone and any({other.lemma(k), other.word(k)} & _TOLL for other in near for k in range(len(other.tokens)))


def _from_behind(view: View, line: Line, end: int) -> Range | None:
    """Gives the source behind a number: "has 2,300 evacuated, from civil defence"."""
    reach = range(end, min(end + 6, len(line.tokens) - 1))
    at = next((k for k in reach if line.word(k) == "," and line.word(k + 1) in ("from", "citing")), None)
    stop = noun_phrase_end(line, at + 2) if at is not None else 0
    return (at + 2, stop) if at is not None and stop > at + 2 and can_count(view, line, (at + 2, stop)) else None


def _name_in(line: Line, part: Range) -> Range:
    """Gives the capitalised name in "the Herald copy"; the whole where there is none."""
    named = [k for k in range(*part) if line.tag(k).startswith("NNP")]
    return (named[0], named[-1] + 1) if named else part


# The first that names somebody holds.
RULES: tuple[Rule, ...] = (
    if_believed, published, given_by, said_of, own_count, owned, of_somebody, heard_from, listed_by, clause, gapped,
)  # fmt: skip
