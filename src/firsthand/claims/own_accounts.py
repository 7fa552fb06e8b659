"""Rules that tell who gives a number by an account that a pronoun calls somebody's own, or by a count that words before it say somebody gave.

"By its own count, read out later, the grid had 800", "3 billion crowns in its view", "The toll he gave was 13", "The first count, from the
manager, was seven": asked of one number in one sentence, as the rules of `counted_by` are.
"""

from __future__ import annotations

from firsthand.claims.lexicon import DOCUMENT, words
from firsthand.claims.stretches import after_dateline, noun_phrase_end
from firsthand.claims.view import FINITE, Line, View
from firsthand.claims.whose import Beside, can_count, is_person, is_place, named_by, subject_of, whose

_ACCOUNTS = words("count tally reckoning estimate figure account telling calculation view")
_GIVEN = words("give announce report publish offer cite quote name read mention issue release")
_LISTS = words("list register roll log roster")
_KEEPING = words("keep have hold pin hang nail publish compile draw carry post show print make")
_PASSING = words("give have carry print report put show")
SAME = "the account of the statement before"
_REACH = 9  # tokens between a number and the words that say whose it is


def own_account(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "By its own count, … Sound Grid had 800": whom the sentence goes on with; "3 billion crowns in its view": whom the pronoun takes up."""
    start = after_dateline(line)
    if (stop := _account_end(line, start)) and stop <= first:
        return _subject_behind(view, line, stop, first)
    reach = range(end, min(end + _REACH, len(line.tokens) - 1))
    at = next((k for k in reach if _account_end(line, k)), None)
    if at is None or any(line.tag(k) == "CD" or line.word(k) in (";", ":") for k in range(end, at)):
        return None
    of = whose(view, line, at + 1)
    return (
        Beside((at + 1, at + 2), (at, _account_end(line, at)), "by whose account it is", of) if of is not None else None
    )


def _account_end(line: Line, k: int) -> int:
    """Gives the end of "by its own count", 0 where no such words begin; "our" account is the page's."""
    if line.word(k) not in ("by", "in", "on") or line.word(k + 1) not in ("its", "his", "her", "their"):
        return 0
    noun = k + 2 + (line.word(k + 2) == "own")
    return noun + 1 if line.lemma(noun) in _ACCOUNTS else 0


def _subject_behind(view: View, line: Line, start: int, first: int) -> Beside | None:
    verb = next(
        (k for k in range(start, first) if line.tag(k) in FINITE and line.word(k - 1) not in ("who", "which")), None
    )
    part = subject_of(line, verb) if verb is not None else None
    if verb is None or part is None or part[0] < start or not can_count(view, line, part) or is_place(view, line, part):
        return None
    return Beside(part, (verb, verb + 1), "by whose account it is")


def given_total(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "The death toll he gave was 13", "The first count, from the manager by way of the agency, was seven"."""
    verb = next(
        (k for k in range(first - 1, max(first - 3, 0), -1) if line.lemma(k) == "be" and line.tag(k) in FINITE), None
    )
    if verb is None:
        return None
    if line.lemma(verb - 1) in _GIVEN and line.tag(verb - 1) in FINITE:
        part = subject_of(line, verb - 1)
        if part is None or not _is_total(line, part[0] - 1 - (line.word(part[0] - 1) in ("that", "which"))):
            return None
        if line.tag(part[0]) == "PRP":
            return Beside(part, (verb - 1, verb + 1), "who gave the count")
        return named_by(view, line, part, (verb - 1, verb + 1), "who gave the count")
    return _from_inserted(view, line, verb)


def _from_inserted(view: View, line: Line, verb: int) -> Beside | None:
    if line.word(verb - 1) != ",":
        return None
    opens = next((k for k in range(verb - 2, max(verb - 16, 0), -1) if line.word(k) == ","), 0)
    if not opens or line.word(opens + 1) not in ("from", "by") or not _is_total(line, opens - 1):
        return None
    stop = noun_phrase_end(line, opens + 2)
    hand = None
    if [line.word(k) for k in range(stop, stop + 3)] == ["by", "way", "of"] and noun_phrase_end(
        line, stop + 3
    ) > stop + 3:
        hand = (stop + 3, noun_phrase_end(line, stop + 3))
    found = (
        named_by(view, line, (opens + 2, stop), (opens + 1, opens + 2), "who gave the count")
        if stop > opens + 2
        else None
    )
    return found and Beside(found.source, found.cue, found.rule, found.of, hand=hand)


def _is_total(line: Line, k: int) -> bool:
    return k >= 0 and line.lemma(k) in _ACCOUNTS | {"toll", "number", "total"} and line.tag(k).startswith("NN")


def on_a_list(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "The union keeps a list with 29 names", "has pinned up a list of 430 hulls", "the supporters' list with its 44 names": whose list holds
    the number."""
    k = first - 1 - (line.word(first - 1) in ("its", "the"))
    if line.word(k) not in ("of", "with") or line.lemma(k - 1) not in _LISTS:
        return None
    start = k - 1
    while line.tag(start - 1).startswith(("NN", "JJ", "POS", "DT", "PRP$")):
        start -= 1
    paper = (start, k)
    if any(line.tag(n) == "POS" for n in range(*paper)):
        return named_by(view, line, paper, (k, first), "on whose list it is")
    verb = next((n for n in range(start - 1, max(start - 5, 0), -1) if line.tag(n) in FINITE | {"VBN"}), None)
    if verb is None or line.lemma(verb) not in _KEEPING or line.tag(start) not in ("DT", "PRP$"):
        return None
    group = verb - (line.tag(verb) == "VBN" and line.lemma(verb - 1) == "have")
    part = subject_of(line, group)
    if part is None or line.tag(part[0]) == "PRP":
        return None
    return named_by(view, line, part, (verb, k + 1), "on whose list it is")


def same_account(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "Sixteen were dug out by the same account": whose account it is, the statement before tells."""
    reach = range(end, min(end + _REACH, len(line.tokens) - 2))
    at = next(
        (
            k
            for k in reach
            if [line.word(k), line.word(k + 1)] == ["the", "same"] and line.word(k - 1) in ("by", "in", "on")
        ),
        None,
    )
    if at is None or line.lemma(at + 2) not in _ACCOUNTS or any(line.word(k) in (";", ":") for k in range(end, at)):
        return None
    return Beside((at, at + 3), (at - 1, at), SAME)


def by_paper_from(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "a message from the prosecutor's office, by which 36 people are dead": who sent the paper that says so."""
    reach = range(first - 1, max(first - 4, 3), -1)
    which = next(
        (
            k
            for k in reach
            if line.word(k) == "which" and line.word(k - 1) in ("by", "under") and line.word(k - 2) == ","
        ),
        None,
    )
    source = next((k for k in range((which or 0) - 3, max((which or 0) - 12, 0), -1) if line.word(k) == "from"), None)
    if which is None or source is None or line.lemma(source - 1) not in DOCUMENT:
        return None
    return named_by(view, line, (source + 1, which - 2), (source - 1, source), "who sent the paper that says so")


def from_whom(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "The Herald gives a crowd of some 450, from the police", "still has 23 dead on its front page, from the brigade": from whom an outlet has it."""
    at = next(
        (
            k
            for k in range(end, min(end + _REACH, len(line.tokens) - 1))
            if line.word(k) == "from" and line.word(k - 1) == ","
        ),
        None,
    )
    if at is None or any(line.tag(k) == "CD" or line.tag(k) in FINITE for k in range(end, at)):
        return None
    stop = noun_phrase_end(line, at + 1)
    verb = next((k for k in range(first - 1, max(first - 8, 0), -1) if line.tag(k) in FINITE), None)
    closed = line.tag(stop) in ("", ".", ",", ":")
    if verb is None or line.lemma(verb) not in _PASSING or stop == at + 1 or not closed:
        return None
    part = subject_of(line, verb - line.tag(verb - 1).startswith("RB"))
    if (
        part is None
        or not line.tag(part[1] - 1).startswith("NNP")
        or is_person(view, line, part)
        or not can_count(view, line, (at + 1, stop))
    ):
        return None
    return Beside((at + 1, stop), (at, at + 1), "from whom an outlet has it", hand=part)


ACCOUNTS = (own_account, given_total, on_a_list, same_account, by_paper_from, from_whom)
