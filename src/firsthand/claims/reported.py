"""What a reporting phrase reports: the words after it if a clause follows, or else those before it, and where they end."""

from __future__ import annotations

from dataclasses import replace

from firsthand.claims.lexicon import words
from firsthand.claims.report import Form, Report
from firsthand.claims.stretches import (
    BOUNDS,
    MARKS,
    MONTHS,
    Range,
    after_dateline,
    is_nominal,
    is_noun_phrase,
    noun_phrase_end,
)
from firsthand.claims.view import FINITE, Line

_SUBORDINATORS = words(
    "while after before when although though as if since because whereas days weeks months hours two three until once"
)
_ADVERBIAL_STARTS = words(
    "on in at to during after before through via from by with under for following earlier later last this again also minutes hours days weeks of late"
)
_DAYS = words("monday tuesday wednesday thursday friday saturday sunday today yesterday")
_DROPPED = {"ask": "for", "warn": "of"}  # prepositions that belong to the verb
_OPEN_COUNTS = BOUNDS | words("at more fewer less up to")
_COUNT_ALONE = 9  # words, at most, of a count without a verb
_FEELS = words("fear hope think believe worry")
_TAKES_PREPOSITION = {
    "ask": "for",
    "appeal": "for to",
    "caution": "against",
    "warn": "against of",
    "put": "at",
    "call": "for",
    "bet": "on",
    "remark": "on",
    "comment": "on",
}


def with_content(line: Line, parts: list[Range], report: Report, reports: list[Report]) -> Report:
    """Gives the report with the words it reports: those after it if a clause follows, or else those before it."""
    right = _content_right(line, parts, report, reports)
    left = _content_left(line, parts, report, reports)
    if report.form in ("according to", "as by"):
        inserted = line.word(report.end) == "," and right
        chosen = [*(left or _subject_left(line, report)), *right] if inserted or not left else left
    elif report.form == "after":
        chosen = left + [r for r in right if line.quoted[r[0]]]
    elif (
        left
        and any(line.quoted[k] for k in range(left[-1][0], left[-1][1]))
        and _adjacent(line, left[-1][1], report.start)
    ):
        chosen = left + [r for r in right if line.quoted[min(r[0] + 1, r[1] - 1)] or line.quoted[r[0]]]
    elif (report.cue[1] - report.cue[0] > 1 and line.word(report.verb - 1) == "as") or (
        left and _adjacent(line, left[-1][1], report.start) and report.form == "before" and _main_clause(line, left[0])
    ):
        chosen = left + _goes_on_behind(line, parts, report, reports, right) if left else right
    elif (
        right
        and report.form != "participle"
        and line.word(report.start - 1) == ","
        and line.word(_behind_told(line, report)) == ","
        and _subject_left(line, report)
    ):
        chosen = [*_subject_left(line, report), *right]  # "Voters, the pollster said, are …"
    else:
        chosen = right or (
            left if report.form == "before" and _adjacent(line, left[-1][1] if left else -9, report.start) else []
        )
    form: Form = "after" if chosen and report.form == "before" and chosen[0][0] < report.start else report.form
    return replace(report, content=tuple(chosen), form=form)


_RUNS_ON = words("from for because if unless until when once by than even not but to")


def _goes_on_behind(
    line: Line, parts: list[Range], report: Report, reports: list[Report], right: list[Range]
) -> list[Range]:
    """Gives what follows an inserted phrase and belongs to the words before it: "He heard the news, she says, | from a neighbour", "It was wrong, she said: “…”"."""
    if line.word(report.end) == ":":
        return [r for r in right if line.quoted[r[0]] or line.quoted[min(r[0] + 1, r[1] - 1)]]
    start, stop = report.end + 1, _right_stop(line, parts, report, reports)
    runs_on = line.word(report.end) == "," and line.word(start) in _RUNS_ON and not line.quoted[start]
    return [(start, stop)] if runs_on and start < stop and report.start and line.word(report.start - 1) == "," else []


def _behind_told(line: Line, report: Report) -> int:
    """Gives the end of a phrase with whom it tells behind it: "she wrote | to the trustees"."""
    if line.word(report.end) in ("to", "through") and line.tag(report.end + 1) in ("DT", "NNP", "PRP", "PRP$", "NNPS"):
        return noun_phrase_end(line, report.end + 1)
    return report.end


def _subject_left(line: Line, report: Report) -> list[Range]:
    """Gives the subject that stands before an inserted phrase: "The guard, according to the charge sheet, lost two teeth"."""
    stop = report.start - 1
    start = max(
        (k + 1 for k in range(stop) if line.tokens[k].text == ";" and not line.quoted[k]), default=after_dateline(line)
    )
    words_ = stop > start and line.tokens[stop].text == ","
    return [(start, stop)] if words_ and (is_noun_phrase(line, (start, stop)) or stop - start <= 3) else []


def _main_clause(line: Line, part: Range) -> bool:
    """Says whether words before a reporting phrase are a statement of their own, not its setting ("After the raid, the army said …")."""
    opens = (
        line.tag(part[0]) in ("IN", "WRB", "VBG", "VBN", "TO")
        or line.word(part[0]) == "asked"
        or line.word(part[0]) in _SUBORDINATORS
    )
    commas = [k for k in range(*part) if line.tokens[k].text == "," and not line.quoted[k]]
    return not opens or any(line.tag(k) in FINITE for k in range(commas[0] if commas else part[1], part[1]))


def _adjacent(line: Line, end: int, start: int) -> bool:
    """Says whether marks, and nothing but marks, stand between the end of one stretch and the start of another."""
    return (0 <= end < start or (end == start > 0 and line.quoted[end - 1])) and all(
        line.tokens[k].text in MARKS or line.tokens[k].text in '"”“' or line.tag(k) in ("``", "''", ",")
        for k in range(end, start)
    )


def _content_right(line: Line, parts: list[Range], report: Report, reports: list[Report]) -> list[Range]:
    start = report.end
    stop = _right_stop(line, parts, report, reports)
    start = _skip_adverbials(line, start, stop, report)
    while start < stop and line.tokens[start].text in (",", ":", "that", "—", "–") and not line.quoted[start]:
        if line.tag(start) == "DT" and line.tag(start + 1) == "IN":
            break  # "denied that | in evidence"
        start += 1
    if report.form == "according to" and line.tag(start) == "VBN" and line.word(report.end) == ",":
        start = next(
            (k + 1 for k in range(start, stop) if line.tokens[k].text == ","), start
        )  # ", carried by Aln Press, P"
    if line.word(start) == _DROPPED.get(line.lemma(report.verb)) and start < stop:
        start += 1
    if start >= stop or not _is_statement(line, report, start, stop):
        return []
    return [(start, stop)]


def _right_stop(line: Line, parts: list[Range], report: Report, reports: list[Report]) -> int:
    """Gives where reported words must end: at the next reporting phrase that stands beside this one, or at the end of the sentence."""
    stop = len(line.tokens)
    while stop > report.end and line.tokens[stop - 1].text in (".", "!", "?", "…"):
        stop -= 1
    if report.form == "relative" or (report.subject and line.word(report.subject[0] - 1) in ("which", "whom")):
        closed = next(
            (
                k
                for k in range(report.end, stop)
                if line.tokens[k].text == ","
                and not line.quoted[k]
                and (line.tag(k + 1) in FINITE or (line.tag(k + 1) == "RB" and line.tag(k + 2) in FINITE))
            ),
            stop,
        )
        stop = min(stop, closed)
    if report.form == "according to":  # "By their own count 45 are lost: 23 dead, says the mayor, …"
        stop = next((k for k in range(report.end, stop) if line.tokens[k].text == ":" and not line.quoted[k]), stop)
    semicolon = next((k for k in range(report.end, stop) if line.tokens[k].text == ";" and not line.quoted[k]), stop)
    if not _goes_on(line, semicolon + 1, stop, reports):
        stop = min(stop, semicolon)
    for other in reports:
        if other.verb <= report.verb:
            continue
        beside = (
            other.form in ("participle", "second verb", "according to", "as by")
            or _is_tail(line, parts, other, stop)
            or (other.form == "before" and line.word(other.start - 1) in ("as", "while", "but"))
            or (_in_subordinate(line, report) and other.form == "before" and line.word(other.start - 1) == ",")
        )
        if beside and other.start > report.end:
            stop = min(stop, other.start)
            break
    while stop > report.end and (
        line.tokens[stop - 1].text in (",", ";", "—", "–") or line.word(stop - 1) in ("and", "but", "as", "while")
    ):
        stop -= 1
    return stop


def _goes_on(line: Line, start: int, stop: int, reports: list[Report]) -> bool:
    """Says whether the report goes on after a semicolon: no phrase of its own there, and the tense of reported words ("had ended")."""
    if any(start <= other.verb < stop for other in reports):
        return False
    first = next((k for k in range(start, stop) if line.tag(k) in FINITE), stop)
    return line.word(first) in ("had", "would", "could")


def _in_subordinate(line: Line, report: Report) -> bool:
    """Says whether the phrase stands in a clause before the main one ("After the Post wrote that …, the port …")."""
    return (
        any(line.word(k) in _SUBORDINATORS and line.tag(k) in ("IN", "WRB") for k in range(report.start))
        and report.start < 6
    )


def _is_tail(line: Line, parts: list[Range], report: Report, stop: int) -> bool:
    """Says whether a phrase only closes what was said before it: ", the agency said on Monday"."""
    if (
        report.subject is None
        or report.form != "before"
        or report.start == 0
        or line.tokens[report.start - 1].text not in (",", ";", "”", '"', "''")
    ):
        return False
    after = report.end
    while line.word(after) in _DAYS or (
        line.word(after) in ("late", "early", "earlier", "last") and line.word(after + 1) in _DAYS
    ):
        after += 1  # "the Post reported late Wednesday"
    after = _skip_adverbials(line, after, stop, report)
    return after >= stop or line.tokens[after].text in (",", ";", ".") or line.word(after) == "in"


def _skip_adverbials(line: Line, start: int, stop: int, report: Report) -> int:
    """Gives the first token after adverbials of time and place that stand between a verb and what it reports."""
    adverbial = (
        line.word(start) in _ADVERBIAL_STARTS or line.tag(start) in ("RB", "VBN") or report.addressee is not None
    )
    for k in range(start, min(stop, start + 14) if not _object_preposition(line, start, report) else start):
        if (
            line.word(k) == "that"
            and line.tag(k) in ("IN", "WDT", "DT")
            and not any(line.tag(j) in FINITE for j in range(start, k))
        ):
            if (adverbial or k == start) and (line.tag(k + 1) not in FINITE or k == start):
                return k
            break
        if line.quoted[k] or line.tokens[k].text in (":",):
            break
    k = start
    while (
        k < stop
        and not line.quoted[k]
        and line.word(k) in _ADVERBIAL_STARTS
        and not _object_preposition(line, k, report)
    ):
        if line.tag(k) == "TO" and line.tag(k + 1).startswith(("VB", "RB")):
            break
        k += 1
        while (
            k < stop
            and not line.quoted[k]
            and (
                is_nominal(line, k)
                or line.tag(k) in ("POS", "HYPH", "VBN")
                or line.word(k) in ("of", "on", "in", "at", "to", "by", "and", "with", "after")
            )
        ):
            k += 1
    return k


def _object_preposition(line: Line, k: int, report: Report) -> bool:
    return line.word(k) in _TAKES_PREPOSITION.get(line.lemma(report.verb), "").split()


def _is_statement(line: Line, report: Report, start: int, stop: int) -> bool:
    """Says whether words after a reporting verb are what it reports: a clause, a quotation, or an object of a verb that takes one."""
    counted = line.word(start + 1) in ("many", "much", "few", "little")  # "as many as 40 were lost"
    if line.word(start) in ("which", "who", "where", "by"):
        return False
    if line.word(start) == "as" and not line.quoted[start] and not counted:
        return False
    if any(line.quoted[k] for k in range(start, stop)):
        return True
    if line.lemma(report.verb) in _FEELS and line.tag(start) == "IN" and line.word(start) not in ("that", "if"):
        return False  # "feared for her life"
    if any(line.tag(k) in FINITE for k in range(start, stop)) or line.tag(start) == "TO":
        return True
    if line.tag(start) == "CD" and line.word(start) != "one":
        return True  # "the prefect said fifteen"
    if report.addressee is not None and any(
        line.tag(k) == "TO" and line.tag(k + 1).startswith("VB") for k in range(start, stop)
    ):
        return True  # "told all boats near the lock to turn"
    if line.kind == "headline" and any(line.tag(k) == "CD" for k in range(start, stop)):
        return True  # "mayor says 23"
    return line.lemma(report.verb) not in ("say", "tell") and any(is_nominal(line, k) for k in range(start, stop))


def _left_start(line: Line, report: Report, reports: list[Report]) -> int:
    """Gives where words before a reporting phrase begin: after another one that "and" or ";" parts from it, after a colon before figures
    ("45 are dead or missing: 23 dead, says the mayor, and 22 missing, says the port")."""
    start = after_dateline(line)
    for other in reports:
        k = other.end + (line.word(other.end) == ",")
        if other.end <= report.start and line.word(k) in ("and", "but", ";") and k < report.start:
            start = max(start, k + 1)
    parted = (
        k + 1
        for k in range(start, report.start)
        if line.word(k) == ";" and any(start <= other.verb < k for other in reports)
    )
    start = max(parted, default=start)
    colon = next((k for k in range(start, report.start) if line.tokens[k].text == ":" and not line.quoted[k]), None)
    clause = colon is not None and any(line.tag(k) in FINITE for k in range(start, colon))
    if (
        colon is not None
        and clause
        and any(line.tag(k) == "CD" or line.tag(k) in FINITE for k in range(colon + 1, report.start))
    ):
        start = colon + 1
    return start


def _is_count_alone(line: Line, start: int, stop: int) -> bool:
    """Says whether the words are a count without a verb: "Above 350, says the army", "Nine dead, the police said"."""
    number = start
    while number < stop and line.word(number) in _OPEN_COUNTS:
        number += 1
    dated = any(line.word(k) in MONTHS for k in range(start, stop))
    return number < stop <= start + _COUNT_ALONE and line.tag(number) == "CD" and not dated and not line.quoted[number]


def _content_left(line: Line, parts: list[Range], report: Report, reports: list[Report]) -> list[Range]:
    stop = report.start
    while stop > 0 and (line.tokens[stop - 1].text in (",", "—", "–", "-") and not line.quoted[stop - 1]):
        stop -= 1
    start = _left_start(line, report, reports)
    counts = start > after_dateline(line) and any(line.tag(k) == "CD" for k in range(start, stop))
    if counts or _is_count_alone(line, start, stop):
        return [(start, stop)]
    if stop <= start or not any(line.tag(k).startswith(("VB", "MD")) or line.quoted[k] for k in range(start, stop)):
        return [] if line.kind != "headline" or stop <= 0 else [(0, stop)]
    return [(start, stop)]
