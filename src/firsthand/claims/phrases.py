"""Reporting phrases of one sentence, read from tags and marks: who (subject), with which verb, to whom, and which words are reported.

There is no parse tree: commas, quotation marks and verb forms part a news sentence well enough. Ranges are token indices, end exclusive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from firsthand.claims.lexicon import DOCUMENT, REFUSAL, SPEECH, STANCE, UNNAMED, words
from firsthand.claims.view import FINITE, NOMINAL, Line

Range = tuple[int, int]
Form = Literal["before", "after", "participle", "second verb", "relative", "according to", "as by"]

_MARKS = frozenset({",", ";", ":", "—", "–", "--", "(", ")"})
_RELATIVES = words("who which whose whom that where when")
_AUXILIARIES = words(
    "be have do will would can could may might shall should must is are was were been has had does did 's 've 'd wo ca"
)
_WITH_ADDRESSEE = words("tell inform assure remind warn notify advise reassure")
_PHRASAL = {
    "rule": "out", "let": "slip", "shoot": "back", "hit": "back out", "fire": "back", "laugh": "off", "brush": "off aside", "play": "down",
    "wave": "away off", "shrug": "off", "speak": "of", "call": "for", "point": "out", "go": "public", "back": "away",
}  # fmt: skip
_CLOSING = words("show shows suggest suggests say says claim claims report reports state states")
_INVERTS = words("say report add warn find claim note show reveal suggest announce")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One reporting phrase. `form` says where it stands to its content: before or after it, as a participle, a second verb,
    a relative clause, or as "according to X" / "as reported by X". `start:end` is the phrase without its content."""

    form: Form
    subject: Range | None
    cue: Range
    verb: int
    addressee: Range | None = None
    start: int
    end: int
    content: tuple[Range, ...] = ()
    refused: bool = False


def segments(line: Line) -> list[Range]:
    """Gives the stretches between marks that stand outside quotations; a quotation is a stretch of its own."""
    found: list[Range] = []
    start = after_dateline(line)
    for i in range(start, len(line.tokens)):
        turned = i > start and line.quoted[i] != line.quoted[i - 1]
        if turned and i > start:
            found.append((start, i))
            start = i
        if not line.quoted[i] and is_mark(line, i):
            if i > start:
                found.append((start, i))
            start = i + 1
    if start < len(line.tokens):
        found.append((start, len(line.tokens)))
    return found


def is_mark(line: Line, i: int) -> bool:
    """Says whether a token parts stretches; a hyphen does so only with blanks around it."""
    token = line.tokens[i]
    if token.text == "-":
        return (
            0 < i < len(line.tokens) - 1
            and line.tokens[i - 1].end < token.start
            and token.end < line.tokens[i + 1].start
        )
    return token.text in _MARKS


def after_dateline(line: Line) -> int:
    """Gives the first token after a dateline ("OSLO (NTB) —", "OSLO, 3 May -"), 0 where there is none."""
    if not line.tokens or not (line.tokens[0].text.isupper() and len(line.tokens[0].text) > 2):
        return 0
    for i in range(1, min(len(line.tokens), 14)):
        if line.tokens[i].text in ("—", "–", "--") or (line.tokens[i].text == "-" and is_mark(line, i)):
            return i + 1
        if line.tag(i) in FINITE:
            return 0
    return 0


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
    found = [r for r in found if not any(o.subject and o.subject[0] <= r.verb < o.subject[1] for o in found)]
    return [
        _with_content(line, parts, r, found) for r in found if not (r.addressee and line.word(r.addressee[0]) == "you")
    ]


def _report_at(line: Line, parts: list[Range], i: int, earlier: list[Report]) -> Report | None:
    for rule in _RULES:
        report = rule(line, parts, i, earlier)
        if report is not None:
            return report
    return None


# --- the kinds of phrases -------------------------------------------------------------------------------------------


def according_to(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "according to X", "in the words of X"."""
    if (line.word(i), line.word(i + 1)) == ("according", "to"):
        end = phrase_end(line, parts, i + 2)
        return (
            Report(form="according to", subject=(i + 2, end), cue=(i, i + 2), verb=i + 1, start=i, end=end)
            if end > i + 2
            else None
        )
    if [line.word(i + k) for k in range(4)] == ["in", "the", "words", "of"]:
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
    if line.tag(i + 1) in ("VBN", "VBD") and line.word(i + 2) == "by" and line.lemma(i + 1) != "illustrate":
        end = phrase_end(line, parts, i + 3)
        return (
            Report(form="as by", subject=(i + 3, end), cue=(i, i + 3), verb=i + 1, start=i, end=end)
            if end > i + 3
            else None
        )
    return None


def quoted_as_saying(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "X was quoted as saying (by OUTLET)": the passive names the speaker first."""
    if line.lemma(i) != "quote" or line.tag(i) != "VBN" or line.word(i + 1) != "as" or line.tag(i + 2) != "VBG":
        return None
    group = verb_group_start(line, i)
    subject = subject_before(line, parts, group)
    if subject is None:
        return None
    return Report(form="before", subject=subject, cue=(group, i + 1), verb=i + 2, start=subject[0], end=i + 3)


def verb_phrase(line: Line, parts: list[Range], i: int, earlier: list[Report]) -> Report | None:
    """A finite verb of saying or thinking with its subject, in either order; or a participle, or a second verb."""
    if not is_cue(line, i):
        return None
    group = verb_group_start(line, i)
    cue_end = _cue_end(line, i)
    base = Report(
        form="before",
        subject=None,
        cue=(group, cue_end),
        verb=i,
        start=group,
        end=cue_end,
        refused=_is_refused(line, group, i),
    )
    if line.tag(i) == "VBG" and group == i:
        if not _is_participle(line, parts, i):
            return None
        start = next(p[0] for p in parts if p[0] <= i < p[1])
        own = (start + 1, i) if line.word(start) == "with" and i > start + 1 else None
        return replace(base, form="participle", subject=own, start=start if own else i)
    if line.word(group - 1) == "-" or line.word(group - 1) == "to":
        return None
    if line.lemma(group - 1) in ("and", "but", "or", "then", "also") and _has_subject_earlier(line, earlier, group):
        return replace(base, form="second verb")
    if line.word(group - 1) in ("who", "which") and line.tag(group - 1).startswith("W"):
        return replace(base, form="relative")
    inverted = _inverted_subject(line, parts, group, cue_end)
    if inverted is not None:
        return replace(base, form="after", subject=inverted, end=inverted[1])
    subject = subject_before(line, parts, group)
    if subject is None:
        return None
    addressee = _addressee(line, parts, i, cue_end)
    end = addressee[1] if addressee else cue_end
    return replace(base, subject=subject, start=subject[0], addressee=addressee, end=end)


def for_somebody(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "For X, the league is "a museum"": the quotation marks say that the view is X's own."""
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
    according_to, as_by, quoted_as_saying, for_somebody, verb_phrase,
)  # fmt: skip


# --- verbs ----------------------------------------------------------------------------------------------------------


def is_cue(line: Line, i: int) -> bool:
    """Says whether the token is a verb of saying or thinking in a form that can report."""
    if line.word(i) == "forecast" and line.tag(i - 1).startswith("NNP") and line.word(i + 1) in ("", ".", ","):
        return True  # the taggers take the verb at the end of a sentence for the noun
    known = is_known(line, i) or _phrasal(line, i) or _is_refusing(line, i)
    if known and _mistagged(line, i):
        return True
    if not line.tag(i).startswith("VB") or not known or (line.word(i) == "asked" and line.word(i + 1) == "not"):
        return False
    aux = _aux_before(line, i)
    if (
        aux is not None
        and line.lemma(aux) == "have"
        and _aux_before(line, aux) is not None
        and line.tag(_aux_before(line, aux) or 0) == "MD"
    ):
        return _is_refused(line, verb_group_start(line, i), i)
    if line.tag(i) == "VB" and aux is None:
        return line.tag(i - 1).startswith("NN") and line.word(i - 1) not in _AUXILIARIES
    if aux is not None and (line.tag(aux) == "MD" or _is_refusing(line, i)):
        return _is_refused(line, verb_group_start(line, i), i)
    if line.tag(i) == "VBN":
        return line.lemma(aux) == "have" if aux is not None else _stands_for_past(line, i)
    return line.word(i - 1) not in ("to", "of", "for", "by", "without", "from", "in", "on") or line.tag(i) != "VBG"


def is_known(line: Line, i: int) -> bool:
    """Says whether the word is a form of a verb of saying or thinking, also where the tagger gave it no verb's lemma."""
    return verb_lemma(line, i) in SPEECH or line.lemma(i) in STANCE


def verb_lemma(line: Line, i: int) -> str:
    """Gives the lemma of a verb; a form that was tagged as another word is cut by hand."""
    lemma, word = line.lemma(i), line.word(i)
    if line.tag(i).startswith("VB") or lemma in SPEECH or lemma in STANCE:
        return lemma
    guesses = (word.removesuffix("ed"), word.removesuffix("d"), word.removesuffix("s"), word.removesuffix("es"))
    return next((guess for guess in guesses if guess in SPEECH or guess in STANCE), lemma)


def _mistagged(line: Line, i: int) -> bool:
    """Says whether a reporting verb was taken for a noun or adjective: after a quotation, or closing the sentence after a name."""
    word, tag = line.word(i), line.tag(i)
    if (
        tag in ("JJ", "NN", "VBN")
        and word.endswith("ed")
        and i > 0
        and line.quoted[i - 1]
        and line.tag(i + 1).startswith(("NN", "DT", "PRP", "JJ"))
    ):
        return True
    if tag == "NNS" and line.tag(i - 1).startswith("NNP") and line.tokens[i + 1 : i + 2] and line.word(i + 1) == ".":
        return True
    if (
        tag.startswith("NN")
        and word in _CLOSING
        and line.word(i + 1) in (".", "")
        and any(line.word(k) == "," for k in range(i))
    ):
        comma = max(k for k in range(i) if line.word(k) == ",")
        known = any(line.lemma(k) in DOCUMENT | UNNAMED for k in range(comma, i)) or line.tag(comma + 1) in (
            "DT",
            "PRP$",
        )
        return known and i - comma >= 3 and not any(line.tag(k) in FINITE for k in range(comma, i))
    return (
        tag == "NN"
        and i > 0
        and line.tag(i - 1) in ("NNS", "NNPS")
        and i == 1
        and line.tag(i + 1) in ("DT", "IN", "PRP")
    )


def _stands_for_past(line: Line, i: int) -> bool:
    """Says whether a form tagged as a participle must be the past tense: after a quotation, or between a name and the end of its stretch."""
    if i > 0 and (line.quoted[i - 1] or line.word(i - 1) in ("shot", "hit")):
        return True
    if line.word(i - 1) == "," and not any(t.tag in FINITE for t in line.tokens):
        return True
    return (
        line.tag(i - 1).startswith("NN")
        and line.word(i + 1) in (".", ",", "in", "on", "that", "")
        and line.word(i + 2) != "by"
    )


def _phrasal(line: Line, i: int) -> bool:
    return line.word(i + 1) in _PHRASAL.get(line.lemma(i), "").split()


def _is_refusing(line: Line, i: int) -> bool:
    """Says whether the verb refuses words: "declined to comment", "hung up"."""
    if line.lemma(i) in ("reach", "contact") and line.tag(i) == "VBN" and line.word(i - 1) == "be":
        return any(line.word(k) in ("not", "n't") for k in range(max(0, i - 4), i))
    if line.lemma(i) == "return" and {line.word(i + 1), line.word(i + 2)} & {"calls", "requests", "messages"}:
        return any(line.word(k) in ("not", "n't") for k in range(max(0, i - 3), i))
    if line.lemma(i) in ("decline", "refuse"):
        speech = line.lemma(i) == "decline" or line.lemma(i + 2) in REFUSAL | {
            "accept",
            "answer",
            "give",
            "provide",
            "name",
        }
        return line.word(i + 1) in ("comment", "further", "requests") or (line.word(i + 1) == "to" and speech)
    if line.lemma(i) == "have" and line.word(i + 1) == "no":
        return any(line.word(k) in ("comment", "knowledge", "information") for k in (i + 2, i + 3, i + 4))
    return line.lemma(i) == "hang" and line.word(i + 1) == "up"


def _cue_end(line: Line, i: int) -> int:
    if line.lemma(i) in ("decline", "refuse"):
        return i + 3 if line.word(i + 1) == "to" else i + 2
    return i + 2 if _phrasal(line, i) or line.lemma(i) == "hang" else i + 1


def verb_group_start(line: Line, i: int) -> int:
    """Gives the first token of the verb group: auxiliaries, negation and adverbs before the verb belong to it."""
    start = i
    while (
        start > 0
        and not line.quoted[start - 1]
        and (
            line.word(start - 1) in _AUXILIARIES
            or line.tag(start - 1) == "MD"
            or line.word(start - 1) == "longer"
            or (line.tag(start - 1) == "RB" and line.word(start - 1) not in ("then", "also", "only", "even"))
        )
    ):
        start -= 1
    while start < i and line.tag(start) == "RB" and line.word(start) not in ("not", "never", "no"):
        start += 1
    return start - 1 if line.word(start) == "longer" and line.word(start - 1) == "no" else start


def _aux_before(line: Line, i: int) -> int | None:
    for k in range(i - 1, max(-1, i - 4), -1):
        if line.word(k) in _AUXILIARIES or line.tag(k) == "MD":
            return k
        if line.tag(k) != "RB":
            return None
    return None


def _is_refused(line: Line, group: int, i: int) -> bool:
    """Says whether the cue itself is negated: "has not commented", "declined to say", "would not confirm"."""
    if _is_refusing(line, i):
        return True
    negated = (
        any(line.word(k) in ("not", "n't", "never") for k in range(group, i))
        or line.word(group) == "no"
        or line.word(group - 1) == "neither"
        or (any(line.word(k) == "neither" for k in range(max(0, group - 4), group)))
    )
    return (negated or line.word(i + 1) == "nothing") and (line.lemma(i) in REFUSAL or line.lemma(i) in SPEECH)


def _is_participle(line: Line, parts: list[Range], i: int) -> bool:
    """Says whether a participle opens its stretch (", saying …") or follows "with X" ("with both sides saying …")."""
    part = _part_of(parts, i)
    if part is None:
        return False
    if line.word(part[0]) == "with":
        return is_noun_phrase(line, (part[0] + 1, i)) if i > part[0] + 1 else False
    return i - part[0] <= 1 and line.tag(part[0]) in ("VBG", "RB", "IN", "CC")


def _has_subject_earlier(line: Line, earlier: list[Report], group: int) -> bool:
    return any(r.subject is not None and r.start < group for r in earlier)


def _inverted_subject(line: Line, parts: list[Range], group: int, after: int) -> Range | None:
    """Gives the subject of "… ," said Dr X: the verb opens its stretch, after words that are complete."""
    part = _part_of(parts, group)
    if part is None or part[0] != group or group == 0:
        return None
    if not line.quoted[group - 1] and line.lemma(after - 1) not in _INVERTS:
        return None
    if (
        not line.quoted[group - 1]
        and not line.quoted[max(group - 2, 0)]
        and _appositive_subject(line, parts, group) is not None
    ):
        return None
    if (
        line.tag(after) not in ("DT", "NNP", "NNPS", "NN", "NNS", "PRP$", "PRP", "JJ", "CD")
        or line.quoted[min(after, len(line.tokens) - 1)]
    ):
        return None
    end = phrase_end(line, parts, after)
    if any(line.tag(k) in FINITE for k in range(after, end)) and not any(
        line.word(k) in _RELATIVES for k in range(after, end)
    ):
        return None
    following = next((p for p in parts if p[0] == end + 1), None)
    if (
        following
        and line.word(end) == ","
        and line.tag(following[0]).startswith("NNP")
        and is_noun_phrase(line, following)
    ):
        end = phrase_end(line, parts, following[0])  # said his widow, Esther.
    return (after, end)


def _addressee(line: Line, parts: list[Range], verb: int, after: int) -> Range | None:
    if line.lemma(verb) in _WITH_ADDRESSEE and not line.quoted[min(after, len(line.tokens) - 1)]:
        end = noun_phrase_end(line, after)
        if end > after and line.word(after) != "that" and line.tag(end) not in FINITE:
            return (after, end)
        if end > after:  # "told Kompas Timur no flights had …": the names end where a new phrase begins
            names = after
            while names < end and (line.tokens[names].text[:1].isupper() or line.tag(names) in ("DT", "PRP$", "PRP")):
                names += 1
            return (after, names) if names > after else None
    return None


_DAYS = words("monday tuesday wednesday thursday friday saturday sunday yesterday today")


# --- noun phrases ---------------------------------------------------------------------------------------------------


def subject_before(line: Line, parts: list[Range], group: int) -> Range | None:
    """Gives the noun phrase that is the subject of a verb group, with its apposition or relative clause."""
    part = _part_of(parts, group)
    if part is None:
        return None
    found = _appositive_subject(line, parts, group) if part[0] == group else _subject_inside(line, part[0], group)
    return _trimmed_subject(line, found) if found else None


def _trimmed_subject(line: Line, subject: Range) -> Range | None:
    """Gives the subject without "then" or "on Wednesday" between it and its verb."""
    start, end = subject
    while end > start and (line.tag(end - 1) == "RB" or line.word(end - 1) in _DAYS):
        end -= 2 if line.word(end - 2) == "on" else 1
    return (start, end) if end > start else None


def _appositive_subject(line: Line, parts: list[Range], group: int) -> Range | None:
    """Gives "the mayor, Ada Lund," or "Ada Lund, who was there," before a verb that opens its stretch."""
    before = [p for p in parts if p[1] <= group]
    if (
        len(before) >= 2
        and (_is_relative(line, before[-1]) or is_noun_phrase(line, before[-1]) or line.tag(before[-1][0]) == "VBN")
        and not line.quoted[before[-1][0]]
    ):
        head = _np_suffix(line, before[-2])
        if head is not None:
            return (head, before[-1][1])
    return None


def _np_suffix(line: Line, part: Range) -> int | None:
    """Gives where the noun phrase begins that a stretch ends in, None when the stretch is no noun phrase."""
    if line.quoted[part[0]]:
        return None
    that = max((k + 1 for k in range(*part) if line.word(k) == "that" and line.tag(k) == "IN"), default=part[1])
    if that < part[1] and is_noun_phrase(line, (that, part[1])):
        return that
    if is_noun_phrase(line, part):
        return part[0]
    inside = _subject_inside(line, part[0], part[1])
    return (
        inside[0]
        if inside and line.tag(part[0]) in ("IN", "RB", "TO", "CC") and not _has_finite(line, part[0], inside[0])
        else None
    )


def _subject_inside(line: Line, start: int, group: int) -> Range | None:
    """Gives the noun phrase at the end of a stretch, leaving out what comes before it ("By noon | his office")."""
    while start < group and line.tag(start) in ("CC", "RB", "UH", "``", "''", '"'):
        start += 1
    start = max((k + 1 for k in range(start, group - 1) if _is_boundary(line, k)), default=start)
    if start >= group:
        return None
    if is_noun_phrase(line, (start, group)):
        begin = (
            _last_phrase_start(line, start, group)
            if line.tag(start) in ("IN", "TO") or line.word(start) in ("after", "before")
            else start
        )
        return (begin, group) if begin < group else None
    begin = _last_phrase_start(line, start, group)
    return (begin, group) if begin < group and _is_nominal(line, group - 1) else None


def _is_boundary(line: Line, k: int) -> bool:
    """Says whether a clause begins after this token: "that", "while", or a verb that is no part of a relative clause."""
    return line.word(k) in ("that", "while", "when", "because", "after", "although", "if") and line.tag(k) in (
        "IN",
        "WRB",
        "WDT",
    )


def is_noun_phrase(line: Line, part: Range) -> bool:
    """Says whether a stretch is one noun phrase; verbs are allowed in a relative clause or as participles after the noun."""
    start, end = part
    if end <= start or not any(_is_nominal(line, k) for k in range(start, end)):
        return False
    if line.tag(start) in ("IN", "TO", "WRB", "MD", "VBD", "VBZ", "VBP", "VBG", "VBN", "RB") and line.lemma(
        start
    ) not in ("leak", "so"):
        return False
    relative = False
    for k in range(start, end):
        relative = relative or (k > start and line.word(k) in _RELATIVES and line.tag(k).startswith("W"))
        reduced = line.tag(k) == "VBD" and line.tag(k + 1) == "IN" and k > start  # officials briefed on the matter
        if line.tag(k) in FINITE and not relative and not reduced:
            return False
    return True


def _last_phrase_start(line: Line, start: int, end: int) -> int:
    """Gives where the last simple noun phrase before `end` begins."""
    k = end
    while k > start and (_is_nominal(line, k - 1) or line.tag(k - 1) in ("POS", "HYPH") or line.word(k - 1) == "of"):
        k -= 1
        if line.tag(k) in ("DT", "PRP$", "PRP") and line.word(k - 1) != "of":
            return k
    while k < end and line.word(k) in ("of",):
        k += 1
    return k


def noun_phrase_end(line: Line, start: int) -> int:
    """Gives the end of the simple noun phrase that begins here: names, nouns and what stands before them, "of" and "for" inside names."""
    k = start
    while k < len(line.tokens) and not line.quoted[k]:
        capital = line.tokens[k].text[:1].isupper()
        if (
            k > start
            and line.tag(k) in ("DT", "PRP$", "PRP", "EX")
            and line.tag(k - 1) not in ("PDT",)
            and line.word(k - 1) != "of"
        ):
            break
        if (
            _is_nominal(line, k)
            or (capital and line.tag(k) not in ("MD",))
            or line.tag(k) in ("POS", "HYPH")
            or (k > start and line.word(k) in ("-", "&"))
        ):
            k += 1
        elif k > start and line.word(k) in ("of", "for", "to", "del", "da", "do", "and") and k + 1 < len(line.tokens):
            bridge = line.word(k) == "of" or (
                line.tokens[k - 1].text[:1].isupper()
                and line.tokens[k + 1].text[:1].isupper()
                and line.word(k) != "and"
            )
            if not bridge:
                break
            k += 1
        else:
            break
    while k > start and (
        line.word(k - 1) in ("of", "for", "to", "-", "and", ",")
        or (
            line.tag(k - 1) in ("VBN", "VBD")
            and line.tokens[k - 1].text.islower()
            and line.word(k - 2) != "the"
            and k - 1 > start
        )
    ):
        k -= 1
    return k


def phrase_end(line: Line, parts: list[Range], start: int) -> int:
    """Gives the end of a noun phrase with what follows it in its stretch, the closing stop left out."""
    part = _part_of(parts, start)
    end = part[1] if part else start
    while end > start and line.tokens[end - 1].text in (".", "!", "?", '"', "”", "''"):
        end -= 1
    return end


def _is_nominal(line: Line, k: int) -> bool:
    return line.tag(k).startswith(NOMINAL)


def _is_relative(line: Line, part: Range) -> bool:
    return line.word(part[0]) in _RELATIVES


def _has_finite(line: Line, start: int, end: int) -> bool:
    return any(line.tag(k) in FINITE for k in range(start, end))


def _part_of(parts: list[Range], i: int) -> Range | None:
    return next((p for p in parts if p[0] <= i < p[1]), None)


# --- what is reported -----------------------------------------------------------------------------------------------


def _with_content(line: Line, parts: list[Range], report: Report, reports: list[Report]) -> Report:
    """Gives the report with the words it reports: those after it if a clause follows, or else those before it."""
    right = _content_right(line, parts, report, reports)
    left = _content_left(line, parts, report)
    if report.form in ("according to", "as by"):
        chosen = left if left else [*_subject_left(line, report), *right]
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
        chosen = left
    else:
        chosen = right or (
            left if report.form == "before" and _adjacent(line, left[-1][1] if left else -9, report.start) else []
        )
    form: Form = "after" if chosen and report.form == "before" and chosen[0][0] < report.start else report.form
    return replace(report, content=tuple(chosen), form=form)


def _subject_left(line: Line, report: Report) -> list[Range]:
    """Gives the subject that stands before an inserted phrase: "The guard, according to the charge sheet, lost two teeth"."""
    stop = report.start - 1
    start = after_dateline(line)
    words_ = stop > start and line.tokens[stop].text == ","
    return [(start, stop)] if words_ and (is_noun_phrase(line, (start, stop)) or stop - start <= 3) else []


_SUBORDINATORS = words(
    "while after before when although though as if since because whereas days weeks months hours two three until once"
)


def _main_clause(line: Line, part: Range) -> bool:
    """Says whether words before a reporting phrase are a statement of their own, not its setting ("After the raid, the army said …")."""
    opens = line.tag(part[0]) in ("IN", "WRB", "VBG", "TO") or line.word(part[0]) in _SUBORDINATORS
    commas = [k for k in range(*part) if line.tokens[k].text == "," and not line.quoted[k]]
    return not opens or any(line.tag(k) in FINITE for k in range(commas[0] if commas else part[1], part[1]))


def _adjacent(line: Line, end: int, start: int) -> bool:
    """Says whether marks, and nothing but marks, stand between the end of one stretch and the start of another."""
    return (0 <= end < start or (end == start > 0 and line.quoted[end - 1])) and all(
        line.tokens[k].text in _MARKS or line.tokens[k].text in '"”“' or line.tag(k) in ("``", "''", ",")
        for k in range(end, start)
    )


def _content_right(line: Line, parts: list[Range], report: Report, reports: list[Report]) -> list[Range]:
    start = report.end
    stop = _right_stop(line, parts, report, reports)
    start = _skip_adverbials(line, start, stop, report)
    while start < stop and line.tokens[start].text in (",", ":", "that", "—", "–") and not line.quoted[start]:
        start += 1
    if start >= stop or not _is_statement(line, report, start, stop):
        return []
    return [(start, stop)]


def _right_stop(line: Line, parts: list[Range], report: Report, reports: list[Report]) -> int:
    """Gives where reported words must end: at the next reporting phrase that stands beside this one, or at the end of the sentence."""
    stop = len(line.tokens)
    while stop > report.end and line.tokens[stop - 1].text in (".", "!", "?", "…"):
        stop -= 1
    semicolon = next((k for k in range(report.end, stop) if line.tokens[k].text == ";" and not line.quoted[k]), stop)
    if not _goes_on(line, semicolon + 1, stop, reports):
        stop = min(stop, semicolon)
    for other in reports:
        if other.verb <= report.verb:
            continue
        beside = (
            other.form in ("participle", "second verb", "according to", "as by")
            or _is_tail(line, parts, other, stop)
            or (_in_subordinate(line, report) and other.form == "before" and line.word(other.start - 1) == ",")
        )
        if beside and other.start > report.end:
            stop = min(stop, other.start)
            break
    while stop > report.end and (
        line.tokens[stop - 1].text in (",", ";", "—", "–") or line.word(stop - 1) in ("and", "but")
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
    """Says whether the phrase stands in a clause before the main one ("Two days after the paper reported …, the army …")."""
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
    after = _skip_adverbials(line, report.end, stop, report)
    return after >= stop or line.tokens[after].text in (",", ";", ".") or line.word(after) == "in"


_ADVERBIAL_STARTS = words(
    "on in at to during after before through via from by with under for following earlier later last this again also minutes hours days weeks of late"
)


def _skip_adverbials(line: Line, start: int, stop: int, report: Report) -> int:
    """Gives the first token after adverbials of time and place that stand between a verb and what it reports."""
    adverbial = (
        line.word(start) in _ADVERBIAL_STARTS or line.tag(start) in ("RB", "VBN") or report.addressee is not None
    )
    for k in range(start, min(stop, start + 14)):
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
                _is_nominal(line, k)
                or line.tag(k) in ("POS", "HYPH", "VBN")
                or line.word(k) in ("of", "on", "in", "at", "to", "by", "and", "with", "after")
            )
        ):
            k += 1
    return k


_TAKES_PREPOSITION = {
    "ask": "for",
    "caution": "against",
    "warn": "against of",
    "put": "at",
    "call": "for",
    "bet": "on",
    "remark": "on",
    "comment": "on",
}


def _object_preposition(line: Line, k: int, report: Report) -> bool:
    return line.word(k) in _TAKES_PREPOSITION.get(line.lemma(report.verb), "").split()


def _is_statement(line: Line, report: Report, start: int, stop: int) -> bool:
    """Says whether words after a reporting verb are what it reports: a clause, a quotation, or an object of a verb that takes one."""
    if line.word(start) in ("which", "who", "where") or line.word(start) == "by":
        return False
    if any(line.quoted[k] for k in range(start, stop)):
        return True
    if any(line.tag(k) in FINITE for k in range(start, stop)) or line.tag(start) == "TO":
        return True
    return line.lemma(report.verb) not in ("say", "tell") and any(_is_nominal(line, k) for k in range(start, stop))


def _content_left(line: Line, parts: list[Range], report: Report) -> list[Range]:
    stop = report.start
    while stop > 0 and (line.tokens[stop - 1].text in (",", "—", "–", "-") and not line.quoted[stop - 1]):
        stop -= 1
    start = after_dateline(line)
    if stop <= start or not any(line.tag(k).startswith(("VB", "MD")) or line.quoted[k] for k in range(start, stop)):
        return [] if line.kind != "headline" or stop <= 0 else [(0, stop)]
    return [(start, stop)]


def iter_words(line: Line, part: Range) -> Iterator[str]:
    """Gives the words of a range in lower case."""
    return (line.word(k) for k in range(*part))
