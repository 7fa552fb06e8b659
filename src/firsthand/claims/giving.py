"""Figures given without a verb of saying: "The army gave 12 dead", "the Post has the minister on 40", "the ministry's figures were …".

A digest passes numbers on in half sentences, and the asserter stands in a possessive or after "from". Only sentences with a number are
looked at, and only somebody who can count and tell is taken for a source.
"""

from __future__ import annotations

from dataclasses import replace

from firsthand.claims.counts import COUNTS, NARROW_COUNTS
from firsthand.claims.details import NARROW
from firsthand.claims.draft import Draft, Link
from firsthand.claims.givers import COUNT_NOUN, Giver, can_give, has_toll, is_media
from firsthand.claims.lexicon import is_hearsay, words
from firsthand.claims.stretches import MONTHS, Range, noun_phrase_end, phrase_end, segments, subject_before
from firsthand.claims.view import FINITE, Line, View
from firsthand.claims.whose import COUNTED
from firsthand.records import HopKind

_GIVES = words(
    "verify document establish identify confirm give count tally register record list total raise lower put cite carry quote print have report relay repeat reword update publish run place set name stick stand hold reduce cut revise"
)
_OWN_COUNT = words(
    "verify document establish identify give count tally register record raise lower put total update place set name stick stand hold reduce cut revise"
)
_HOLDS_TO = {"stick": "to with", "stand": "by", "hold": "to"}
_TIMES = words("second minute hour day week month year")
_MOVES = words("reduce cut revise")
_BRIDGE = words("on at saying with down")


def read_figures(view: View, line: Line) -> list[Draft]:
    """Gives the statements of a sentence that give figures in one of these forms, at most one a verb."""
    if line.kind not in ("body", "standfirst") or not any(t.tag == "CD" for t in line.tokens):
        return []
    listed = _listed(view, line)
    if listed:
        return [_draft(line, g) for g in listed]
    givers = [g for i in range(len(line.tokens)) if (g := _giver_at(view, line, i)) is not None]
    return [_draft(line, g) for g in givers[:1]]


def _listed(view: View, line: Line) -> list[Giver]:
    """Gives the givers of a fragment without a verb: "Governor 23, union 41, the fire chief 28."."""
    if any(t.tag in FINITE for t in line.tokens):
        return []
    found = []
    for start, end in segments(line):
        end -= line.tokens[end - 1].text == "."
        if end - start < 2 or line.tag(end - 1) != "CD" or line.word(end - 1) == "one":
            continue
        if not line.tag(end - 2).startswith("IN") and can_give(view, line, (start, end - 1)):
            found.append(Giver((start, end - 1), (), (end - 1, end), end - 1, end))
    return found if len(found) > 1 else []


def _giver_at(view: View, line: Line, i: int) -> Giver | None:
    if line.quoted[i]:
        return None
    for rule in (_by_verb, *COUNTS, _by_lead):
        found = rule(view, line, i)
        if found is not None and rule in NARROW_COUNTS:
            found = replace(found, narrow=True)
        rumour = found is not None and any(
            is_hearsay(line.span_of(*p).of(view.text)) or line.word(p[0]) == "unconfirmed"
            for p in (found.source, *found.hands)
        )
        if found is not None and not rumour and _number_after(line, found.start):
            return found
    return None


def _by_verb(view: View, line: Line, i: int) -> Giver | None:
    """ "X gave 12 dead", "X gives the ministry's 12", "X has the minister on 12", "X, from Y, reports 12"."""
    if line.lemma(i) not in _GIVES or line.tag(i) == "MD" or not (line.tag(i) in FINITE or _is_compound(line, i)):
        return None
    if not _fits_object(line, i):
        return None
    parts = segments(line)
    inserted = _inserted(view, line, parts, i)
    subject = _subject(line, parts, i, inserted)
    if subject is None:
        return None
    inner = _owner_in_object(view, line, i) or _bridged(view, line, i)
    named = line.tag(subject[1] - 1).startswith("NNP")
    if not can_give(view, line, subject) and not (inner and named):
        return None
    if inner is not None:
        source, start = inner
        return Giver(source, (*(p for _, p in inserted), subject), (i, i + 1), start)
    deeper = next((p for word, p in inserted if word in ("from", "citing", "by")), None)
    if deeper is not None:
        return Giver(deeper, (subject,), (i, i + 1), i + 1)
    if line.lemma(i) in _OWN_COUNT or (
        line.lemma(i) == "have" and line.tag(i + 1) != "VBN" and (is_media(view, line, subject) or has_toll(line, i))
    ):
        return Giver(subject, tuple(p for _, p in inserted), (i, i + 1), i + 1)
    return None


def _is_compound(line: Line, i: int) -> bool:
    """Says whether a participle stands with its helper: "had earlier put", "is sticking"."""
    k = i - 1
    while k > 0 and line.tag(k).startswith("RB"):
        k -= 1
    if line.tag(k) in ("NN", "NNS", "RBR", "JJR") and line.word(k) in ("earlier", "before", "ago", "previously"):
        k = next(
            (n for n in range(k, max(k - 6, -1), -1) if line.lemma(n) == "have"), k
        )  # "had some days before given"
    if (
        line.lemma(i) not in _HOLDS_TO
        and line.tag(i) == "VBN"
        and any(line.lemma(n) == "be" for n in range(max(i - 3, 0), i))
    ):
        return False  # "the number is now put at 12": somebody else puts it
    return (line.tag(i) == "VBN" and line.lemma(k) == "have") or (line.lemma(i) in _HOLDS_TO and line.lemma(k) == "be")


def _fits_object(line: Line, i: int) -> bool:
    """Says whether what follows a verb of many uses is a count: "sticks to 12", "named all 12", "cut its list to 22", "placed it at 9"."""
    lemma, reach = line.lemma(i), range(i + 1, min(i + 12, len(line.tokens)))
    number = next((k for k in reach if line.tag(k) == "CD"), None)
    if number is None:
        return lemma not in _HOLDS_TO
    if line.lemma(number + 1) in _TIMES:
        return False  # "gave reporters four minutes"
    if lemma in _HOLDS_TO:
        return line.word(i + 1) in _HOLDS_TO[lemma].split() and number - i <= 5
    if lemma == "name":
        return number - i <= 3
    if lemma in ("place", "set"):
        counts = any({line.lemma(k), line.word(k)} & COUNTED for k in range(i + 1, number))
        return counts and any(line.word(k) == "at" for k in range(i + 1, number))  # not "set the price at 40"
    if lemma in _MOVES:
        counts = any(line.lemma(k) in COUNT_NOUN | {"list", "total"} for k in range(i + 1, number))
        return counts and any(line.word(k) == "to" for k in range(i + 1, number + 3))
    return True


def _by_lead(view: View, line: Line, i: int) -> Giver | None:
    """ "By state media, 12 died": a source in front."""
    if i != 0 or line.word(0) not in ("by", "from"):
        return None
    parts = segments(line)
    source = (1, parts[0][1])
    rest = [p for p in parts if p[0] > source[1]]
    if not rest or not is_media(view, line, source):
        return None
    says = rest[0] if len(rest) > 1 and line.lemma(rest[0][1] - 1) in ("say", "report", "write") else None
    start = rest[1][0] if says else rest[0][0]
    return Giver(source, ((says[0], says[1] - 1),) if says else (), (0, 1), start)


# --- who ------------------------------------------------------------------------------------------------------------


def _subject(line: Line, parts: list[Range], i: int, inserted: list[tuple[str, Range]]) -> Range | None:
    if inserted:
        first = parts[0]
        return (first[0], first[1]) if first[1] < i and not any(line.tag(k) in FINITE for k in range(*first)) else None
    group = i
    while group > 0 and (
        line.tag(group - 1).startswith("RB")
        or line.word(group - 1) in ("itself", "himself", "herself", "themselves")
        or (line.lemma(group - 1) in ("have", "be") and line.tag(i) in ("VBN", "VBG"))
        or (group == i and line.tag(i) == "VBN")
    ):
        group -= 1
    subject = subject_before(line, parts, group)
    lead = subject and line.tag(subject[0]) == "IN" and any(line.tag(k).startswith("NNP") for k in range(*subject))
    if subject and lead:  # "On television Ada Lund gave …": the names at the end
        start = subject[1]
        while start > subject[0] and line.tag(start - 1).startswith("NNP"):
            start -= 1
        return (start, subject[1])
    return subject


def _inserted(view: View, line: Line, parts: list[Range], i: int) -> list[tuple[str, Range]]:
    """Gives (preposition, party) of stretches between subject and verb: "AP, from the ministry, reports"."""
    found = []
    for part in parts[1:]:
        word = line.word(part[0])
        if part[1] <= i and word in ("from", "in", "via", "by", "citing") and parts[0][0] == 0:
            start = part[0] + (3 if [line.word(part[0] + k) for k in (1, 2)] == ["way", "of"] else 1)
            owner = next((k for k in range(start, part[1]) if line.tag(k) == "POS"), None)  # "in the Post's words"
            end = owner if owner is not None else noun_phrase_end(line, start)
            if start < end and can_give(view, line, (start, end)):
                found.append((word, (start, end)))
    return found


def _owner_in_object(view: View, line: Line, i: int) -> tuple[Range, int] | None:
    """Gives the owner of the figures in "gives the ministry's 12 dead", and where the figures begin."""
    for k in range(i + 2, min(i + 10, len(line.tokens))):
        if line.tag(k) in FINITE | {"CD", "CC"} or line.tokens[k].text in (",", ";"):
            return None
        if line.tag(k) == "POS":
            between = range(k + 1, min(k + 8, len(line.tokens)))
            number = next((n for n in between if line.tag(n) == "CD"), None)
            noun = any(line.lemma(n) in COUNT_NOUN for n in between)
            if (number is not None or noun) and can_give(view, line, (i + 1, k)):
                return (i + 1, k), k + 1
    return None


def _bridged(view: View, line: Line, i: int) -> tuple[Range, int] | None:
    """Gives the speaker in "has the minister on 12 dead", and where the figures begin."""
    if line.lemma(i) != "have":
        return None
    end = noun_phrase_end(line, i + 1)
    if (
        end > i + 1
        and line.tag(i + 1) != "VBN"
        and line.word(end) in _BRIDGE
        and line.tag(i + 1) != "CD"
        and can_give(view, line, (i + 1, end))
        and line.lemma(end - 1) not in ("death", "toll", "dead", "count")
    ):
        return (i + 1, end), end + 1
    return None


def _number_after(line: Line, start: int) -> bool:
    reach = range(start, min(start + 16, len(line.tokens)))
    return any(
        line.tag(k) == "CD" and line.word(k) != "one" and not line.quoted[k] and not _is_day(line, k) for k in reach
    )


def _is_day(line: Line, k: int) -> bool:
    """Says whether a number is a day's: "since 12 May", "on May 12"."""
    return line.word(k + 1) in MONTHS or line.word(k - 1) in MONTHS


# --- to a draft -----------------------------------------------------------------------------------------------------


def _draft(line: Line, giver: Giver) -> Draft:
    turn = next(
        (
            k
            for k in range(giver.start + 1, len(line.tokens) - 1)
            if line.tokens[k].text == "," and line.word(k + 1) in ("while", "but", "although")
        ),
        None,
    )
    end = giver.end or turn or phrase_end(line, [(giver.start, len(line.tokens))], giver.start)
    kind: HopKind = "relays"
    links = tuple(
        Link(party=line.span_of(*p), kind=kind, words=(line.span_of(*p),), rule="gives the figure on")
        for p in giver.hands
    )
    source = giver.source
    if [line.tag(source[0]), line.word(source[0] + 1)] == ["PRP$", "own"] and source[1] - source[0] > 2:
        source = (source[0] + 2, source[1])  # "her own coastguard counts 12"
    return Draft(
        content=(line.span_of(giver.start, max(end, giver.start + 1)),),
        kind="indirect",
        line=line.index,
        source=(line.span_of(*source),),
        cue=(line.span_of(*giver.cue),),
        links=links,
        lemma="give",
        rules=(NARROW if giver.narrow else "gives a figure",),
    )
