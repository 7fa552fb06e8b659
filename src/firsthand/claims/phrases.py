"""Reporting phrases of one sentence, read from tags and marks.

There is no parse tree: commas, quotation marks and verb forms part a news sentence well enough. Each kind of phrase is a rule of the
table at the end; the first that fits a token makes the phrase.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from firsthand.claims.cues import cue_end, is_cue, is_refused, verb_group_start
from firsthand.claims.lexicon import UNNAMED, words
from firsthand.claims.report import Report
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
from firsthand.text.person_nouns import is_person_noun

_WITH_ADDRESSEE = words("tell inform assure remind warn notify advise reassure")
_HAD_IN_HAND = words("see read hear view obtain review")
_CLAIMS = words("claim allegation accusation assertion suggestion statement warning charge")
_FIRST = words("report reveal disclose publish write announce")
_HEARSAY = words("reportedly allegedly purportedly supposedly apparently")
_INVERTS = words("say report add warn find claim note show reveal suggest announce")


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
    return [
        with_content(line, parts, r, found) for r in found if not (r.addressee and line.word(r.addressee[0]) == "you")
    ]


def _in_question(line: Line, verb: int) -> bool:
    """Says whether a verb stands in the question that a sentence sets out from: "Asked whether she feared …, the judge said …"."""
    return line.word(0) == "asked" and verb > 0 and not any(line.word(k) == "," for k in range(verb))


def _report_at(line: Line, parts: list[Range], i: int, earlier: list[Report]) -> Report | None:
    for rule in _RULES:
        report = rule(line, parts, i, earlier)
        if report is not None:
            return report
    return None


def according_to(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "according to X", "in the words of X"."""
    if (line.word(i), line.word(i + 1)) == ("according", "to"):
        end = with_apposed_name(line, parts, i + 2, phrase_end(line, parts, i + 2))
        return (
            Report(form="according to", subject=(i + 2, end), cue=(i, i + 2), verb=i + 1, start=i, end=end)
            if end > i + 2
            else None
        )
    if line.word(i) == "in" and line.words[i : i + 4] == ("in", "the", "words", "of"):
        end = phrase_end(line, parts, i + 4)
        return (
            Report(form="according to", subject=(i + 4, end), cue=(i, i + 4), verb=i + 2, start=i, end=end)
            if end > i + 4
            else None
        )
    return None


def as_by(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "as reported by X", "as X put it"."""
    if line.word(i) != "as":
        return None
    verb = i + 1 + (line.tag(i + 1) == "RB")  # "as first reported by"
    if line.tag(verb) in ("VBN", "VBD") and line.word(verb + 1) == "by" and line.lemma(verb) != "illustrate":
        end = phrase_end(line, parts, verb + 2)
        if end > verb + 2:
            return Report(form="as by", subject=(verb + 2, end), cue=(i, verb + 2), verb=verb, start=i, end=end)
    return None


def first_to_report(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "P, X was the first to report"."""
    if line.words[i : i + 3] != ("the", "first", "to") or line.lemma(i + 3) not in _FIRST or line.lemma(i - 1) != "be":
        return None
    subject = subject_before(line, parts, i - 1)
    if subject is None or line.tokens[min(i + 4, len(line.tokens) - 1)].text not in (".", ","):
        return None
    return Report(form="before", subject=subject, cue=(i - 1, i + 4), verb=i + 3, start=subject[0], end=i + 4)


def heard_saying(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "X is heard to say", "X can be heard saying": the speaker on a recording."""
    if line.lemma(i) not in ("hear", "see", "record", "film") or line.tag(i) != "VBN" or line.lemma(i - 1) != "be":
        return None
    verb = i + 1 + (line.word(i + 1) == "to")
    group = verb_group_start(line, i)
    subject = subject_before(line, parts, group)
    if subject is None or line.lemma(verb) not in ("say", "tell", "shout", "ask", "order"):
        return None
    return Report(form="before", subject=subject, cue=(group, verb + 1), verb=verb, start=subject[0], end=verb + 1)


def claim_by(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "a claim by X that P": P is X's statement, whatever is done with it."""
    if line.lemma(i) not in _CLAIMS or not line.tag(i).startswith("NN") or line.word(i + 1) not in ("by", "from"):
        return None
    end = noun_phrase_end(line, i + 2)
    if end == i + 2 or line.word(end) != "that":
        return None
    return Report(form="noun", subject=(i + 2, end), cue=(i, i + 1), verb=i, start=i, end=end)


def cited_who_said(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "X cited the keeper, who said P": the keeper speaks through X."""
    if line.lemma(i) not in ("cite", "quote") or line.tag(i) not in FINITE:
        return None
    subject = subject_before(line, parts, verb_group_start(line, i))
    who = next((k for k in range(i + 2, min(i + 16, len(line.tokens) - 1)) if line.word(k) in ("who", "which")), None)
    if subject is None or who is None or line.lemma(who + 1) not in ("say", "tell") or line.quoted[who]:
        return None
    end = who - (line.tokens[who - 1].text == ",")
    return Report(
        form="before", subject=(i + 1, end), cue=(who + 1, who + 2), verb=who + 1, start=subject[0], end=who + 2, through=subject
    )  # fmt: skip


def quoted_as_saying(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "X was quoted (by OUTLET) as saying": the passive names the speaker first. "OUTLET quoted X as saying": X speaks through it."""
    if line.lemma(i) not in ("quote", "cite") or line.tag(i) not in ("VBN", "VBD", "VBZ", "VBP"):
        return None
    as_ = next((k for k in range(i + 1, min(i + 16, len(line.tokens))) if line.word(k) == "as"), 0)
    if not as_ or line.tag(as_ + 1) != "VBG" or any(line.tokens[k].text == ";" for k in range(i, as_)):
        return None
    group = verb_group_start(line, i)
    subject = subject_before(line, parts, group)
    if subject is None:
        return None
    if any(line.lemma(k) == "be" for k in range(group, i)):
        if as_ != i + 1 and line.word(i + 1) != "by":
            return None
        return Report(form="before", subject=subject, cue=(group, i + 1), verb=as_ + 1, start=subject[0], end=as_ + 2)
    quoted = (i + 1, as_)
    if as_ == i + 1 or not is_noun_phrase(line, (i + 1, noun_phrase_end(line, i + 1))):
        return None
    return Report(
        form="before", subject=quoted, cue=(as_, as_ + 2), verb=as_ + 1, start=subject[0], end=as_ + 2, through=subject
    )


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
        return replace(base, form="relative")
    inverted = _inverted_subject(line, parts, group, end_of_cue)
    if inverted is not None:
        return replace(base, form="after", subject=inverted, end=inverted[1])
    subject = subject_before(line, parts, group)
    if subject is None:
        return None
    if line.word(subject[0] - 1) in ("which", "that") and line.lemma(i) in _HAD_IN_HAND:
        return None  # "a report, which the Post has seen, lists 12 deaths"
    addressee = _addressee(line, parts, i, end_of_cue)
    end = addressee[1] if addressee else end_of_cue
    return replace(base, subject=subject, start=subject[0], addressee=addressee, end=end)


def for_somebody(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "For X, the port is "a sieve"": the quotation marks say that the view is X's own."""
    if (
        i != 0
        or line.word(0) != "for"
        or len(parts) < 2
        or not any(line.quoted)
        or not any(line.tag(k).startswith("NNP") for k in range(*parts[0]))
    ):
        return None
    return Report(form="according to", subject=(1, parts[0][1]), cue=(0, 1), verb=0, start=0, end=parts[0][1])


_RULES: tuple[Callable[[Line, list[Range], int, list[Report]], Report | None], ...] = (
    according_to, as_by, first_to_report, heard_saying, quoted_as_saying, cited_who_said, claim_by, for_somebody, verb_phrase,
)  # fmt: skip


def with_apposed_name(line: Line, parts: list[Range], start: int, end: int) -> int:
    """Gives the end of a source with the name after its comma: "the country's farm minister, Ada Lund"; only an office takes one."""
    if (
        end <= start
        or line.word(end) != ","
        or not (line.lemma(end - 1) in UNNAMED or is_person_noun(line.lemma(end - 1)))
        or line.tag(end - 1).startswith("NNP")
    ):
        return end
    following = next((p for p in parts if p[0] == end + 1), None)
    if following is None or not all(line.tag(k).startswith("NNP") or line.word(k) == "." for k in range(*following)):
        return end
    return phrase_end(line, parts, following[0])


def _is_participle(line: Line, parts: list[Range], i: int) -> bool:
    """Says whether a participle opens its stretch (", saying …") or follows "with X" ("with both sides saying …")."""
    part = part_of(parts, i)
    if part is None:
        return False
    if line.word(part[0]) == "with":
        return is_noun_phrase(line, (part[0] + 1, i)) if i > part[0] + 1 else False
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
    if any(line.tag(k) in FINITE for k in range(after, end)) and not any(
        line.word(k) in RELATIVES for k in range(after, end)
    ):
        return None
    following = next((p for p in parts if p[0] == end + 1), None)
    if (
        following
        and line.word(end) == ","
        and line.tag(following[0]).startswith("NNP")
        and is_noun_phrase(line, following)
    ):
        end = phrase_end(line, parts, following[0])  # said his partner, Ada.
    return (after, end)


def _addressee(line: Line, parts: list[Range], verb: int, after: int) -> Range | None:
    if line.lemma(verb) in _WITH_ADDRESSEE and not line.quoted[min(after, len(line.tokens) - 1)]:
        end = noun_phrase_end(line, after)
        if end > after and line.word(after) != "that" and line.tag(end) not in FINITE:
            return (after, end)
        if end > after:  # "told Fen Weekly no boats had …": the names end where a new phrase begins
            names = after
            while names < end and (line.tokens[names].text[:1].isupper() or line.tag(names) in ("DT", "PRP$", "PRP")):
                names += 1
            return (after, names) if names > after else None
    return None
