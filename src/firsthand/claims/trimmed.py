"""Reported words without what only tells of their way: hands, venues, days, the writer's remarks."""

from __future__ import annotations

from firsthand.claims.lexicon import OF_WORDS, WORDS_NOUN, words
from firsthand.claims.parties import party_at
from firsthand.claims.relays import names_a_link
from firsthand.claims.report import Report
from firsthand.claims.stretches import DAYS, Range, is_mark, segments
from firsthand.claims.view import FINITE, Line, View

_AFTERWARDS = words("after before during following amid")
_POINTING = words("it this that these those")


def trimmed(view: View, line: Line, report: Report) -> list[Range]:
    """Gives the reported words without trailing stretches that only name hands."""
    kept = []
    for start, end in _without_venues(view, line, report.content):
        start = _behind_report(line, start, end)
        inside = [p for p in segments(line) if start < p[0] < end]
        cut = next((p[0] for p in inside if not line.quoted[p[0]] and names_a_link(view, line, (p[0], end))), end)
        cut = next((p[0] for p in inside if p[0] < cut and _is_comment(line, p)), cut)
        cut = _without_addressee(view, line, start, cut)
        cut = _adjunct_start(line, start, _label_end(line, report, start, cut))
        takes_back = line.lemma(report.verb) in OF_WORDS | {"deny"}
        if takes_back and line.word(start) in _POINTING and line.tag(start + 1) in ("IN", "RB"):
            cut = start + 1  # "denied it | in court"
        while cut > start and (line.tokens[cut - 1].text in (",", ";", ":") or is_mark(line, cut - 1)):
            cut -= 1
        if cut > start:
            kept.append((start, cut))
    return kept


def _behind_report(line: Line, start: int, end: int) -> int:
    """Gives where the words begin in "a report in the Herald | that P"."""
    if (
        line.tag(start) != "DT"
        or line.lemma(start + 1) not in ("report", "claim", "story", "article")
        or line.word(start + 2) not in ("in", "by", "on")
    ):
        return start
    that = next((k for k in range(start + 3, min(start + 9, end)) if line.word(k) == "that"), None)
    named = that is not None and line.tag(that - 1).startswith("NNP")
    return that + 1 if that is not None and named else start


def _without_venues(view: View, line: Line, content: tuple[Range, ...]) -> list[Range]:
    """Gives reported words without what is put into them between commas and only tells to whom: "the report, in a comment to X, as idle"."""
    found = []
    for start, end in content:
        part = next(
            (
                p for p in segments(line)
                if start <= p[0] and p[1] < end and line.word(p[0]) in ("in", "on") and not line.quoted[p[0]] and line.tokens[p[0] - 1].text == ","
                and line.tokens[p[1]].text == "," and names_a_link(view, line, p)
            ),
            None,
        )  # fmt: skip
        if part is None:
            found.append((start, end))
            continue
        if start < part[0] - 1:
            found.append((start, part[0] - 1))
        found.append((part[1] + 1, end))
    return found


def _is_comment(line: Line, part: Range) -> bool:
    """Says whether a stretch is the writer's remark on the words before it: ", a promise the opposition laughed at"."""
    nouns = [line.lemma(k) for k in range(part[0] + 1, min(part[0] + 3, part[1]))]
    return (
        not line.quoted[part[0]]
        and line.word(part[0]) in ("a", "an")
        and bool(set(nouns) & (WORDS_NOUN | {"promise", "line", "remark", "threat", "view"}))
    )


def _label_end(line: Line, report: Report, start: int, end: int) -> int:
    """Cuts what follows the label of "called X "Q" at a hearing"."""
    if line.lemma(report.verb) not in ("call", "brand", "label", "dub"):
        return end
    close = max((k for k in range(start, end) if line.quoted[k]), default=None)
    return close + 1 if close is not None and close + 1 < end and line.tag(close + 1) == "IN" else end


def _adjunct_start(line: Line, start: int, end: int) -> int:
    """Cuts what tells when, after a quotation that ends its clause or a bare noun: "he was “sorry” | after the match"."""
    close = max((k for k in range(start, end) if line.quoted[k]), default=None)
    if close is None and not any(line.tag(k) in FINITE or line.tag(k) == "TO" for k in range(start, end)):
        return next((k for k in range(start + 1, end) if line.word(k) == "on" and line.word(k + 1) in DAYS), end)
    asked = next((k for k in range(start + 1, end) if line.word(k) == "when"), 0) if close is None else 0
    if asked and not any(line.tag(k) in FINITE or line.tag(k) == "TO" for k in range(start, asked)):
        return asked  # "spoke of two men | when she was asked"
    rest = range(close + 1, end) if close is not None else range(0)
    when = bool(rest) and line.word(rest[0]) in _AFTERWARDS and not any(line.tag(k) in FINITE for k in rest)
    return rest[0] if when and not line.quoted[start] else end


def _without_addressee(view: View, line: Line, start: int, end: int) -> int:
    """Cuts the addressee after a pronoun: "admitted it | to the paper on Friday"."""
    if line.tag(start) == "PRP" and line.word(start + 1) == "to" and party_at(view, line, start + 2):
        return start + 1
    return end


def outside(line: Line, content: list[Range]) -> list[Range]:
    """Gives the stretches of the sentence outside the reported words."""
    found, at = [], 0
    for start, end in sorted(content):
        if at < start:
            found.append((at, start))
        at = max(at, end)
    if at < len(line.tokens):
        found.append((at, len(line.tokens)))
    return found
