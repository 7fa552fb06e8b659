"""Reporting phrases of one sentence, read from tags and marks.

There is no parse tree: commas, quotation marks and verb forms part a news sentence well enough. Each kind of phrase is a rule of the
table at the end; the first that fits a token makes the phrase.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from firsthand.claims.content import is_title
from firsthand.claims.cues import CUES, cue_end, is_cue, is_refused, verb_group_start
from firsthand.claims.forms import (
    ADDRESSING,
    CLAIMS,
    SHOWING,
    WITH_ADDRESSEE,
    according_to,
    as_by,
    cited_who_said,
    claim_by,
    first_to_report,
    for_somebody,
    heard_saying,
    in_the_view_of,
    learned_from,
    quoted_as_saying,
    shown_saying,
    told_by,
    word_from,
)
from firsthand.claims.lexicon import DOCUMENT, SPEECH, VENUE, words
from firsthand.claims.report import Form, Report
from firsthand.claims.reported import with_content
from firsthand.claims.stretches import (
    RELATIVES,
    Range,
    appositive_subject,
    is_noun_phrase,
    noun_phrase_end,
    part_of,
    phrase_end,
    segments,
    subject_before,
)
from firsthand.claims.view import FINITE, Line

_HAD_IN_HAND = words("see read hear view obtain review")
_HEARSAY = words("reportedly allegedly purportedly supposedly apparently")
# Verbs that stand before their subject without quotation marks: those of telling, and those that take no person or thing as object.
_INVERTS = words(
    """say report add warn find claim note show reveal suggest announce complain joke quip boast lament reply respond argue insist explain
    testify muse grumble promise predict concede recall disclose confide vow"""
)


def find_reports(line: Line) -> list[Report]:
    """Gives the reporting phrases of a sentence in the order of their verbs."""
    parts = segments(line)
    found: list[Report] = []
    i = 0
    while i < len(line.tokens):
        report = None if line.quoted[i] else _report_at(line, parts, i, found)
        if report is not None:
            found.append(report)
            i = max(i + 1, report.verb + 1)
        else:
            i += 1
    found = [r for r in found if not _in_question(line, r.verb)]
    found = [r for r in found if not any(o.subject and o.subject[0] <= r.verb < o.subject[1] for o in found)]
    made = [
        with_content(line, parts, r, found) for r in found if not (r.addressee and line.word(r.addressee[0]) == "you")
    ]
    return [_round_insertion(line, r, made) for r in made]


def _round_insertion(line: Line, report: Report, reports: list[Report]) -> Report:
    """Gives a phrase whose words come behind one put into it: "Lund had assured her, she said, | that the dam was safe"."""
    if any(line.tag(k) in FINITE or line.tag(k) == "TO" for part in report.content for k in range(*part)):
        return report
    put_in = next(
        (
            o
            for o in reports
            if report.end <= o.start <= report.end + 8 and o.form in ("before", "after") and o is not report
        ),
        None,
    )
    if (
        put_in is None
        or line.word(put_in.start - 1) != ","
        or (line.word(put_in.end), line.word(put_in.end + 1)) != (",", "that")
    ):
        return report
    stop = len(line.tokens) - (line.tokens[-1].text == ".")
    return replace(report, content=((put_in.end + 2, stop),)) if put_in.end + 2 < stop else report


def _in_question(line: Line, verb: int) -> bool:
    """Says whether a verb stands in the question that a sentence sets out from: "Asked whether she feared …, the judge said …"."""
    return line.word(0) == "asked" and verb > 0 and not any(line.word(k) == "," for k in range(verb))


def _report_at(line: Line, parts: list[Range], i: int, earlier: list[Report]) -> Report | None:
    word, lemma = line.word(i), line.lemma(i)
    for rule, begins in _RULES:
        if word in begins or lemma in begins:
            report = rule(line, parts, i, earlier)
            if report is not None:
                return report
    return beside_quotation(line, parts, i)


def beside_quotation(line: Line, parts: list[Range], i: int) -> Report | None:
    """ "“Do not come,” the harbour master radioed": after words in quotation marks that end with a comma any verb with its subject reports."""
    if line.tag(i) not in ("VBD", "VBZ") or line.lemma(i) in ("be", "have", "do") or i in (0, len(line.tokens) - 1):
        return None
    part = part_of(parts, i)
    if (
        part is None
        or part[0] < 2
        or not line.quoted[part[0] - 1]
        or line.tokens[part[0] - 1].text not in (*"\"”'’", "''")
    ):
        return None
    if not any(line.tokens[part[0] - k].text in (",", "?", "!") for k in (2, 1)) or any(
        line.tag(k) in FINITE for k in range(part[0], i)
    ):
        return None
    if not all(line.quoted[: part[0]]) or is_title(t.text for t in line.tokens[: part[0]]):
        return None  # "In “Blue Harbour,” Ada Lund plays a nurse", "“Blue Harbour,” the novel, won"
    subject = (part[0], i) if part[0] < i else (i + 1, noun_phrase_end(line, i + 1))
    if subject[0] >= subject[1] or not is_noun_phrase(line, subject):
        return None
    form: Form = "before" if part[0] < i else "after"
    return Report(form=form, subject=subject, cue=(i, i + 1), verb=i, start=part[0], end=max(subject[1], i + 1))


def verb_phrase(line: Line, parts: list[Range], i: int, earlier: list[Report]) -> Report | None:
    """A finite verb of saying or thinking with its subject, in either order; or a participle, or a second verb."""
    if not is_cue(line, i):
        return None
    group = verb_group_start(line, i)
    end_of_cue = cue_end(line, i)
    base = Report(
        form="before",
        subject=None,
        cue=(group, end_of_cue),
        verb=i,
        start=group,
        end=end_of_cue,
        refused=is_refused(line, group, i),
    )
    if line.tag(i) == "VBG" and group == i:
        if not _is_participle(line, parts, i):
            return None
        start = next(p[0] for p in parts if p[0] <= i < p[1])
        own = (start + 1, i) if line.word(start) == "with" and i > start + 1 else None
        return replace(base, form="participle", subject=own, start=start if own else i)
    if any(line.word(k) in _HEARSAY for k in range(group - 1, i + 1)):
        return None  # "are reportedly planning": hearsay, not their words
    if line.word(group - 1) == "-" or line.word(group - 1) == "to":
        return None
    if line.lemma(group - 1) in ("and", "but", "or", "then", "also") and _has_subject_earlier(line, earlier, group):
        return replace(base, form="second verb")
    if (
        line.word(group - 1) in ("who", "which")
        and line.tag(group - 1).startswith("W")
        and line.tokens[group - 1].text.islower()
    ):
        told = _addressee(line, parts, i, end_of_cue)
        return replace(base, form="relative", addressee=told, end=told[1] if told else end_of_cue)
    inverted = _inverted_subject(line, parts, group, end_of_cue)
    if inverted is not None:
        return replace(base, form="after", subject=inverted, end=inverted[1])
    subject = subject_before(line, parts, group)
    if subject is None:
        return None
    if line.word(subject[0] - 1) in ("which", "that") and line.lemma(i) in _HAD_IN_HAND:
        return None  # "a report, which the Post has seen, lists 12 deaths"
    addressee = _addressee(line, parts, i, end_of_cue)
    if addressee and line.word(addressee[1] + (line.word(addressee[1]) == "not")) == "to":
        addressee = None  # "told everybody to leave": whom belongs to the request
    end = addressee[1] if addressee else end_of_cue
    return replace(base, subject=subject, start=subject[0], addressee=addressee, end=end)


# Each rule with the words and lemmas at which it may begin.
_RULES: tuple[tuple[Callable[[Line, list[Range], int, list[Report]], Report | None], frozenset[str]], ...] = (
    (according_to, words("according in")), (in_the_view_of, words("in by per on")), (told_by, ADDRESSING), (word_from, words("word view message line verdict argument advice")),
    (learned_from, words("learn hear understand")), (as_by, words("as")), (first_to_report, words("the")), (heard_saying, words("hear see record film")),
    (quoted_as_saying, words("quote cite")), (shown_saying, SHOWING), (cited_who_said, words("cite quote")), (claim_by, CLAIMS), (for_somebody, words("for")),
    (verb_phrase, CUES),
)  # fmt: skip


def _is_participle(line: Line, parts: list[Range], i: int) -> bool:
    """Says whether a participle opens its stretch (", saying …") or follows "with X" ("with both sides saying …")."""
    part = part_of(parts, i)
    if part is None:
        return False
    if line.word(part[0]) == "with":
        return is_noun_phrase(line, (part[0] + 1, i)) if i > part[0] + 1 else False
    written = any(line.lemma(k) in DOCUMENT for k in range(max(part[0], i - 6), i)) and not any(
        line.tag(k) in FINITE for k in range(i - 4, i)
    )
    if written and line.lemma(i) in SPEECH and line.word(i + 1) == "that":
        return True  # "issued a statement denying that …"
    return i - part[0] <= 1 and line.tag(part[0]) in ("VBG", "RB", "IN", "CC")


def _has_subject_earlier(line: Line, earlier: list[Report], group: int) -> bool:
    return any(r.subject is not None and r.start < group for r in earlier)


def _inverted_subject(line: Line, parts: list[Range], group: int, after: int) -> Range | None:
    """Gives the subject of "… ," said Dr X: the verb opens its stretch, after words that are complete."""
    part = part_of(parts, group)
    if part is None or part[0] != group or group == 0:
        return None
    if not line.quoted[group - 1] and line.lemma(after - 1) not in _INVERTS:
        return None
    if (
        not line.quoted[group - 1]
        and not line.quoted[max(group - 2, 0)]
        and appositive_subject(line, parts, group) is not None
    ):
        return None
    if (
        line.tag(after) not in ("DT", "NNP", "NNPS", "NN", "NNS", "PRP$", "PRP", "JJ", "CD")
        or line.quoted[min(after, len(line.tokens) - 1)]
    ):
        return None
    end = phrase_end(line, parts, after)
    channel = next(
        (k for k in range(after + 1, end - 1) if line.word(k) in ("in", "on", "through") and _is_channel(line, k + 1)),
        None,
    )
    if channel is not None:
        return (after, channel)  # "said the board | in a bulletin read out by its secretary, Ada Lund"
    if any(line.tag(k) in FINITE for k in range(after, end)) and not any(
        line.word(k) in RELATIVES for k in range(after, end)
    ):
        return None
    following = next((p for p in parts if p[0] == end + 1), None)
    if (
        following
        and line.word(end) == ","
        and (line.tag(following[0]).startswith("NNP") or (line.word(after) == "one" and line.tag(following[0]) == "DT"))
        and is_noun_phrase(line, following)
    ):
        end = phrase_end(line, parts, following[0])  # said his partner, Ada; said one of them, a lawyer
    return (after, end)


def _is_channel(line: Line, start: int) -> bool:
    """Says whether a noun phrase is a paper or a talk: "a voice note", "an interview"."""
    end = noun_phrase_end(line, start)
    return line.tag(start) in ("DT", "PRP$") and end > start and line.lemma(end - 1) in DOCUMENT | VENUE


def _addressee(line: Line, parts: list[Range], verb: int, after: int) -> Range | None:
    if (
        line.lemma(verb) == "promise"
        and line.tag(after) == "PRP"
        and any(line.tag(k) in FINITE for k in range(after + 1, len(line.tokens)))
    ):
        return (after, after + 1)  # "had promised her | no school would close"
    if line.lemma(verb) in WITH_ADDRESSEE and not line.quoted[min(after, len(line.tokens) - 1)]:
        end = noun_phrase_end(line, after)
        of = next((k for k in range(after + 1, end) if line.word(k) == "of"), 0)
        if of and line.tag(of - 1).startswith("NNP") and not line.tokens[of + 1].text[:1].isupper():
            return (after, of)  # "told the Herald | of two fires"
        if end > after and line.word(after) != "that" and line.tag(end) not in FINITE:
            return (after, end)
        if end > after:  # "told Fen Weekly no boats had …": the names end where a new phrase begins
            names = after
            while names < end and (line.tokens[names].text[:1].isupper() or line.tag(names) in ("DT", "PRP$", "PRP")):
                names += 1
            return (after, names) if names > after else None
    return None
