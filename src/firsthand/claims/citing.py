"""Sources behind sources: "A reported, citing B, that P", "According to A, which quoted C who had spoken to B, P"."""

from __future__ import annotations

from dataclasses import replace

from firsthand.claims.draft import Link
from firsthand.claims.forms import with_apposed_name
from firsthand.claims.lexicon import words
from firsthand.claims.relays import as_link, find_links
from firsthand.claims.report import Report
from firsthand.claims.stretches import Range, noun_phrase_end, segments
from firsthand.claims.view import Line, View
from firsthand.records import Span

_CITING = words("cite quote credit")


def without_citing(line: Line, reports: list[Report]) -> list[Report]:
    """Gives the reports with "A reported, citing B, that P" made one phrase of A whose content is P; `citing` is read by `cited_source`."""
    kept: list[Report] = []
    for report in reports:
        if report.form in ("participle", "relative") and line.lemma(report.verb) in _CITING and report.subject is None:
            if kept:
                content = kept[-1].content or _after_cited(line, report)
                kept[-1] = replace(kept[-1], content=content) if content else kept[-1]
        else:
            kept.append(report)
    return kept


def _after_cited(line: Line, citing: Report) -> tuple[Range, ...]:
    """Gives what follows the comma after the cited source: "citing two aides, [that] P"."""
    comma = next(
        (k for k in range(citing.end, len(line.tokens)) if line.tokens[k].text == "," and not line.quoted[k]), None
    )
    if comma is None:
        return ()
    start, stop = comma + 1, len(line.tokens)
    start += line.word(start) == "that"
    while stop > start and line.tokens[stop - 1].text in (".", ",", "!", "?"):
        stop -= 1
    return ((start, stop),) if start < stop else ()


def citing_at(line: Line) -> int | None:
    """Gives the token of "citing" or "quoting", or of "quoted" in ", which quoted"."""
    for k in range(len(line.tokens)):
        relative = line.word(k - 1) in ("which", "who") and line.word(k - 2) == ","
        if line.lemma(k) in _CITING and not line.quoted[k] and (line.tag(k) == "VBG" or relative):
            return k
        if line.words[k : k + 3] == ("with", "reference", "to"):
            return k + 2
        if line.word(k) == "attributing" and (to := _attributed_to(line, k)) is not None:
            return to
    return None


def _attributed_to(line: Line, attributing: int) -> int | None:
    """Gives the "to" of "attributing the information to an official"."""
    reach = range(attributing + 1, min(attributing + 6, len(line.tokens) - 1))
    return next((k for k in reach if line.word(k) == "to" and line.tag(k + 1) != "VB"), None)


def cited_source(view: View, line: Line, report: Report, reports: list[Report]) -> tuple[Range, list[Link]] | None:
    """Gives the deepest source behind "A reported, citing B that quoted C", and the links from it out to A."""
    at = citing_at(line)
    if at is None or report.subject is None or (report.subject[0] > at > 1):
        return None
    stop = next(
        (k for k in range(at, len(line.tokens)) if line.tokens[k].text in (",", ".", ";") and not line.quoted[k]),
        len(line.tokens),
    )
    stop = with_apposed_name(line, segments(line), at + 1, stop)
    nodes, start = [], at + 1
    for k in range(at + 1, stop):
        if line.word(k) in ("that", "which", "who") and line.lemma(k + 1) in _CITING:
            nodes.append((start, k))
            start = k + 2
    nodes.append((start, stop))
    deepest = _cut_spoken(line, nodes.pop())
    if (spoke := _spoke_to_it(line, stop)) is not None:  # "quoting the Post, to which a clerk had spoken"
        nodes.append(deepest)
        deepest = spoke
    links = [as_link(line, f) for f in find_links(view, line, [(deepest[1], stop)])]
    links += [
        Link(party=_name_in(line, node), kind="cites", words=(line.span_of(*node),), rule="citing")
        for node in reversed(nodes)
    ]
    links.append(
        Link(
            party=line.span_of(*_up_to(line, report.subject, at)),
            kind="cites",
            words=(line.span_of(*report.subject), line.span_of(at, at + 1)),
            rule="citing",
        )
    )
    return (deepest, links) if deepest[0] < deepest[1] else None


def _spoke_to_it(line: Line, stop: int) -> Range | None:
    """Gives who spoke to a cited outlet: "…, to which | a clerk | had spoken"."""
    if line.words[stop : stop + 3] not in ((",", "to", "which"), (",", "to", "whom")):
        return None
    end = noun_phrase_end(line, stop + 3)
    verb = next(
        (
            k
            for k in range(end, min(end + 4, len(line.tokens)))
            if line.lemma(k) in ("speak", "talk", "confirm", "admit")
        ),
        None,
    )
    return (stop + 3, end) if end > stop + 3 and verb is not None else None


def _up_to(line: Line, subject: Range, at: int) -> Range:
    """Gives a subject without the citing that stands inside it: "Infonor | , quoting a nurse,"."""
    comma = next((k for k in range(subject[0], min(at, subject[1])) if line.tokens[k].text == ","), subject[1])
    return (subject[0], comma if at < subject[1] else subject[1])


def _cut_spoken(line: Line, node: Range) -> Range:
    cut = next(
        (
            k
            for k in range(node[0] + 1, node[1])
            if line.word(k) in ("who", "which", "that") and line.tag(k + 1) in ("VBD", "VBZ", "VBP")
        ),
        node[1],
    )
    return (node[0], cut) if any(line.word(k) in ("to", "with") for k in range(cut, node[1])) else node


def _name_in(line: Line, node: Range) -> Span:
    names = [k for k in range(*node) if line.tokens[k].text[:1].isupper()]
    return line.span_of(names[0], names[-1] + 1) if names else line.span_of(*node)
