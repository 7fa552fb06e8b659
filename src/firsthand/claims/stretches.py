"""Stretches of a sentence between marks, and the noun phrases in them, read from tags: ranges are token indices, end exclusive."""

from __future__ import annotations

import re

from firsthand.claims.lexicon import words
from firsthand.claims.view import FINITE, NOMINAL, Line

Range = tuple[int, int]
MARKS = frozenset({",", ";", ":", "—", "–", "--", "(", ")"})
_TIME_NOUNS = words(
    "week month year night morning evening afternoon spring summer autumn fall winter weekend day season"
)
_BESIDE = words("in on through via by at during")  # "The office, in an email to the Herald, denied"
_SAYING = words("say claim report add write suggest believe think insist testify argue note recall explain")
_SPEAKING = words("speak write address appear talk")  # ", writing in the Post,"
RELATIVES = words("who which whose whom that where when")
NOMINATIVE = words("he she they we i")
MONTHS = words("january february march april may june july august september october november december")
BOUNDS = words("least most than about around nearly almost over some only just roughly approximately above under below")
DAYS = words("monday tuesday wednesday thursday friday saturday sunday yesterday today")


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
    return token.text in MARKS


def after_dateline(line: Line) -> int:
    """Gives the first token after a dateline ("OSLO (NTB) —", "OSLO, 3 May -"), 0 where there is none."""
    if line.tokens and re.fullmatch(r"\d{1,2}[:.]\d\d", line.tokens[0].text):
        return 1  # the time of an entry
    bullet = len(line.tokens) > 4 and line.tokens[0].text in ("-", "–", "—", "•", "*")
    if bullet:
        label = next((k for k in range(1, 5) if line.tokens[k].text == ":"), 0)
        return label + 1 if label else 1
    if line.tokens and line.tokens[0].text == "(":
        close = next((i for i in range(1, min(len(line.tokens) - 1, 6)) if line.tokens[i].text == ")"), 0)
        return close + 2 if close and line.tokens[close + 1].text in ("—", "–", "--", "-") else 0
    if not line.tokens or not (line.tokens[0].text.isupper() and len(line.tokens[0].text) > 2):
        return 0
    for i in range(1, min(len(line.tokens), 14)):
        if line.tokens[i].text in ("—", "–", "--") or (line.tokens[i].text == "-" and is_mark(line, i)):
            return i + 1
        if line.tag(i) in FINITE:
            return 0
    return 0


def part_of(parts: list[Range], i: int) -> Range | None:
    return next((p for p in parts if p[0] <= i < p[1]), None)


def phrase_end(line: Line, parts: list[Range], start: int) -> int:
    """Gives the end of a noun phrase with what follows it in its stretch, the closing stop left out."""
    part = part_of(parts, start)
    end = part[1] if part else start
    while end > start and line.tokens[end - 1].text in (".", "!", "?", '"', "”", "''"):
        end -= 1
    return end


def is_noun_phrase(line: Line, part: Range) -> bool:
    """Says whether a stretch is one noun phrase; verbs are allowed in a relative clause or as participles after the noun."""
    start, end = part
    if end <= start or not any(is_nominal(line, k) for k in range(start, end)):
        return False
    if line.tag(start) in ("IN", "TO", "WRB", "MD", "VBD", "VBZ", "VBP", "VBG", "VBN", "RB") and line.lemma(
        start
    ) not in ("leak", "so"):
        return False
    relative = False
    for k in range(start, end):
        relative = relative or (k > start and line.word(k) in RELATIVES and line.tag(k).startswith("W"))
        # aides informed of the plan; not "she wrote to"
        reduced = line.tag(k) == "VBD" and line.tag(k + 1) == "IN" and k > start and line.word(k - 1) not in NOMINATIVE
        if line.tag(k) in FINITE and not relative and not reduced:
            return False
    return True


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
            is_nominal(line, k)
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


def subject_before(line: Line, parts: list[Range], group: int) -> Range | None:
    """Gives the noun phrase that is the subject of a verb group, with its apposition or relative clause."""
    part = part_of(parts, group)
    if part is None:
        return None
    found = appositive_subject(line, parts, group) if part[0] == group else _subject_inside(line, part[0], group)
    return _trimmed_subject(line, found) if found else None


def _trimmed_subject(line: Line, subject: Range) -> Range | None:
    """Gives the subject without "then" or "on Wednesday" between it and its verb."""
    start, end = subject
    if line.word(start) in DAYS and start + 1 < end and line.tag(start + 1) in ("PRP", "DT", "PRP$"):
        start += 1  # "Today | it"
    if (
        line.word(start) in ("last", "this", "next", "earlier", "later", "that")
        and line.word(start + 1) in _TIME_NOUNS
        and start + 2 < end
    ):
        start += 2  # "Last week | the mayor"
    later = next((k for k in range(start + 1, end - 1) if line.word(k) in ("later", "earlier")), end)
    if later < end and line.tag(later + 1) in ("DT", "PRP$", "NNP") and line.lemma(later - 1) in _TIME_NOUNS:
        start = later + 1  # "Two days later | the mayor"
    if line.word(end - 1) in ("morning", "evening", "night", "afternoon") and line.word(end - 2) in DAYS:
        end -= 1
    it = line.word(end - 1) == "it" and line.tag(end - 2) not in ("IN", "TO")
    if line.tag(end - 1) == "PRP" and (it or line.word(end - 1) in NOMINATIVE) and end - start > 1:
        return (end - 1, end)  # "A week later | he"
    while end > start and (
        line.tag(end - 1) == "RB" or (line.word(end - 1) in DAYS and line.tokens[end - 1].text != "Today")
    ):
        end -= 2 if line.word(end - 2) == "on" else 1
    return (start, end) if end > start else None


def appositive_subject(line: Line, parts: list[Range], group: int) -> Range | None:
    """Gives "the mayor, Ada Lund," or "Ada Lund, who was there," before a verb that opens its stretch."""
    before = [p for p in parts if p[1] <= group]
    if (
        len(before) >= 2
        and (
            _is_relative(line, before[-1])
            or is_noun_phrase(line, before[-1])
            or line.tag(before[-1][0]) in ("VBN", "VBG")
            or line.lemma(before[-1][0]) in _SPEAKING
            or line.word(before[-1][0]) == "asked"
            or (line.word(before[-1][0]) in _BESIDE and before[-2][0] == after_dateline(line))
        )
        and not line.quoted[before[-1][0]]
    ):
        aged = len(before) > 2 and line.tag(before[-2][0]) == "CD" and before[-2][1] - before[-2][0] == 1
        head = _np_suffix(line, before[-3 if aged else -2])  # "The skipper, 52, who swam ashore,"
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
    if (
        inside
        and inside[0] > part[0] + 1
        and line.lemma(inside[0] - 1) in _SAYING
        and line.tag(inside[0] - 1) in FINITE
    ):
        return inside[0]  # "Lund said | a neighbour, Bo Berg, had told her"
    return (
        inside[0]
        if inside and line.tag(part[0]) in ("IN", "RB", "TO", "CC") and not _has_finite(line, part[0], inside[0])
        else None
    )


def _subject_inside(line: Line, start: int, group: int) -> Range | None:
    """Gives the noun phrase at the end of a stretch, leaving out what comes before it ("Later that day | her staff")."""
    while start < group and line.tag(start) in ("CC", "RB", "RBR", "UH", "WDT", "``", "''", '"'):
        start += 1
    relative = next((k for k in range(start + 1, group - 1) if line.word(k) in ("who", "which")), group)
    start = max((k + 1 for k in range(start, min(group - 1, relative)) if _is_boundary(line, k)), default=start)
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
    return (begin, group) if begin < group and is_nominal(line, group - 1) else None


def _is_boundary(line: Line, k: int) -> bool:
    """Says whether a clause begins after this token: "that", "while", "in which"."""
    if line.word(k) in ("which", "whom") and line.tag(k - 1) in ("IN", "TO") and k > 0:
        return True
    return line.word(k) in ("that", "while", "when", "because", "after", "although", "if") and line.tag(k) in (
        "IN",
        "WRB",
        "WDT",
    )


def _last_phrase_start(line: Line, start: int, end: int) -> int:
    """Gives where the last simple noun phrase before `end` begins."""
    k = end
    while k > start and (is_nominal(line, k - 1) or line.tag(k - 1) in ("POS", "HYPH") or line.word(k - 1) == "of"):
        k -= 1
        if line.tag(k) in ("DT", "PRP$", "PRP") and line.word(k - 1) != "of":
            return k
    while k < end and line.word(k) in ("of",):
        k += 1
    return k


def is_nominal(line: Line, k: int) -> bool:
    return line.tag(k).startswith(NOMINAL)


def _is_relative(line: Line, part: Range) -> bool:
    return line.word(part[0]) in RELATIVES or (
        line.tag(part[0]) == "IN" and line.word(part[0] + 1) in ("whom", "whose", "which")
    )


def _has_finite(line: Line, start: int, end: int) -> bool:
    return any(line.tag(k) in FINITE for k in range(start, end))


def head_of(line: Line, part: Range) -> int:
    """Gives the head noun of a noun phrase: the last noun before a preposition, a relative clause or a comma."""
    stop = next(
        (
            k
            for k in range(part[0] + 1, part[1])
            if line.tag(k) in ("IN", "WP", "WDT", ",", "VBN", "VBD", "VBG", "TO")
            or line.tokens[k].text == ","
            or (line.tag(k) == "DT" and line.tag(k - 1) == "NN")  # "a transcript | the regulator published"
        ),
        part[1],
    )
    return max(part[0], stop - 1)
