"""Who reports whom: the reporting phrases of one sentence put inside one another.

"RIA reported that Lund had said P" is one statement P by Lund that came through RIA; so is "P, Lund told RIA, the Post reported".
A phrase is *outer* when what it reports is nothing but another phrase; an outer phrase gives a link, the innermost gives the statement.
"""

from __future__ import annotations

from dataclasses import replace

from firsthand.claims.draft import Draft, Link
from firsthand.claims.lexicon import (
    CLAUSE_ONLY,
    DOCUMENT,
    FIGURE_OF_SPEECH,
    NOBODY,
    OF_WORDS,
    PASSED_ON,
    RELAYABLE,
    UNNAMED,
    WORDS_NOUN,
    words,
)
from firsthand.claims.phrases import Range, Report, find_reports, is_mark, noun_phrase_end, segments, verb_lemma
from firsthand.claims.relays import Found, as_link, find_links, is_party, names_a_link, party_at
from firsthand.claims.view import FINITE, Line, View
from firsthand.records import Span

_CITING = words("cite quote")


def read_line(view: View, line: Line) -> list[Draft]:
    """Gives the statements that a sentence reports, with the hands it names, in text order."""
    if not line.tokens or line.kind in ("note", "credit", "caption"):
        return []
    reports = [r for r in find_reports(line) if _can_speak(line, r)]
    reports = _without_citing(line, reports)
    outers = _outers(line, reports)
    inner = [r for r in reports if r not in outers and not _is_inside(r, reports, outers)]
    return [d for r in inner if (d := _draft(view, line, r, reports, [o for o in outers if _covers(o, r)])) is not None]


# --- which phrases count --------------------------------------------------------------------------------------------


def _can_speak(line: Line, report: Report) -> bool:
    """Says whether the subject can make a statement: not nobody, not a clock or a law by a figure of speech."""
    if report.subject is None:
        return True
    head = _head(line, report.subject)
    if line.lemma(head) in FIGURE_OF_SPEECH | NOBODY or line.word(report.subject[0]) in NOBODY | {"no"}:
        return False
    if line.word(report.subject[0]) in ("this", "that", "these", "those", "it") and line.lemma(
        head
    ) not in DOCUMENT | UNNAMED | {"it"}:
        return False
    return _reports_words(line, report)


def _reports_words(line: Line, report: Report) -> bool:
    """Says whether what follows the verb are words at all: acts by the same verbs ("withdrew its troops") are left out."""
    lemma, assumed = verb_lemma(line, report.verb), report.subject or (0, 1)
    if report.refused or not report.content or report.content[0][0] < report.start:
        return True
    places = [k for part in report.content for k in range(*part)]
    clause = (
        any(line.tag(k) in FINITE or line.quoted[k] for k in places) or line.word(report.content[0][0] - 1) == "that"
    )
    if lemma in CLAUSE_ONLY or (lemma in ("find", "put", "take") and line.tag(assumed[0]) == "PRP"):
        document = line.lemma(_head(line, assumed)) in DOCUMENT
        return (
            clause
            or document
            or (lemma == "see" and any(line.tag(k) == "CD" for k in places))
            or (lemma == "agree" and line.tag(places[0]) == "TO")
        )
    if lemma == "deny" and line.tag(places[0]) in ("NNP", "PRP") and len(places) > 1:
        return clause
    if lemma in OF_WORDS:
        return (
            clause
            or any(line.lemma(k) in WORDS_NOUN or line.word(k) in WORDS_NOUN for k in places)
            or line.tag(places[0]) == "PRP"
        )
    return True


def _head(line: Line, part: Range) -> int:
    """Gives the head noun of a noun phrase: the last noun before a preposition, a relative clause or a comma."""
    stop = next(
        (
            k
            for k in range(part[0] + 1, part[1])
            if line.tag(k) in ("IN", "WP", "WDT", ",", "VBN", "VBD", "VBG", "TO") or line.tokens[k].text == ","
        ),
        part[1],
    )
    return max(part[0], stop - 1)


def _without_citing(line: Line, reports: list[Report]) -> list[Report]:
    """Gives the reports with "A reported, citing B, that P" made one phrase of A whose content is P; `citing` is read by `_cited`."""
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


def _outers(line: Line, reports: list[Report]) -> list[Report]:
    """Gives the phrases whose content is nothing but another phrase."""
    return [
        r
        for r in reports
        if any(_covers(r, other) and _says_only(r, other, line) for other in reports if other is not r)
    ]


def _covers(outer: Report, inner: Report) -> bool:
    return any(start <= inner.verb < end for start, end in outer.content) and outer is not inner


def _says_only(outer: Report, inner: Report, line: Line) -> bool:
    lemma = line.lemma(inner.verb)
    phrasal = inner.cue[1] - inner.verb > 1
    if not inner.content or not (phrasal or lemma in RELAYABLE) or inner.refused:
        return False
    if inner.form in ("participle", "second verb"):
        return True
    start = outer.content[0][0]
    begin = min(inner.start, inner.content[0][0])
    return (
        begin <= start
        or all(line.tag(k) in ("RB", "CC", ",") for k in range(start, begin))
        or line.word(start) in ("in", "on")
    )


def _is_inside(report: Report, reports: list[Report], outers: list[Report]) -> bool:
    """Says whether a phrase lies in the words of another one that is kept whole."""
    return any(_covers(other, report) and other not in outers for other in reports)


# --- from a phrase to a draft ---------------------------------------------------------------------------------------


def _draft(view: View, line: Line, report: Report, reports: list[Report], outers: list[Report]) -> Draft | None:
    source = report.subject or _inherited(line, report, reports)
    content = _refusal(line, report) if report.refused else _trimmed(view, line, report)
    if source is None or not content or not _can_speak(line, replace(report, subject=source)):
        return None
    if report.form == "relative" and any(r.addressee and r.addressee[0] <= source[0] < r.addressee[1] for r in reports):
        return None  # "told her union, which informed the Post": a hand, not a statement
    found = find_links(view, line, _outside(line, content))
    links = _ordered(view, line, report, outers, found)
    cited = _cited(view, line, report, reports)
    if cited is not None:
        source, links = cited[0], [*cited[1], *links]
    elif report.form in ("according to", "as by"):
        source = _source_head(line, source)
    return Draft(
        content=tuple(line.span_of(*part) for part in content),
        kind="headline" if line.kind == "headline" else "indirect",
        line=line.index,
        source=(line.span_of(*source),),
        cue=(line.span_of(*_cue(line, report, cited is not None)),),
        links=tuple(links),
        refused=report.refused,
        lemma=verb_lemma(line, report.verb),
        rules=(f"phrase {report.form}", *(("outer phrase",) if outers else ()), *(link.rule for link in links)),
    )


def _cue(line: Line, report: Report, cited: bool) -> Range:
    if cited:
        at = _citing_at(line) or 0
        return (at, at + 1)
    return report.cue


def _citing_at(line: Line) -> int | None:
    """Gives the token of "citing" or "quoting", or of "quoted" in ", which quoted"."""
    for k in range(len(line.tokens)):
        relative = line.word(k - 1) in ("which", "who") and line.word(k - 2) == ","
        if line.lemma(k) in _CITING and not line.quoted[k] and (line.tag(k) == "VBG" or relative):
            return k
    return None


def _refusal(line: Line, report: Report) -> list[Range]:
    """Gives the words of a negated cue from the cue on, so that they cannot be read the wrong way round."""
    end = max((part[1] for part in report.content), default=0)
    if end <= report.cue[1]:
        end = next(
            (
                k
                for k in range(report.cue[1], len(line.tokens))
                if is_mark(line, k) or line.tokens[k].text in (".", "!", "?")
            ),
            len(line.tokens),
        )
    return [(report.cue[0], end)]


def _inherited(line: Line, report: Report, reports: list[Report]) -> Range | None:
    """Gives the subject of a participle, a second verb or a relative clause."""
    if report.form == "relative":
        return _antecedent(line, report.cue[0] - 1)
    earlier = [
        r.subject
        for r in reports
        if r.subject is not None and r.verb < report.verb and r.form not in ("according to", "as by")
    ]
    if earlier:
        return earlier[-1]
    start = next((k for k in range(len(line.tokens)) if line.tag(k).startswith(("NN", "PRP", "DT"))), None)
    if start is None or any(line.tag(k) == "IN" for k in range(start)):
        return None
    end = noun_phrase_end(line, start)
    return (start, end) if end < report.cue[0] else None


def _antecedent(line: Line, relative: int) -> Range | None:
    end = relative
    while end > 0 and (line.tokens[end - 1].text == "," or line.quoted[end - 1]):
        end -= 1
    start = end
    while start > 0 and (
        line.tag(start - 1).startswith(("NN", "JJ", "POS", "CD", "PRP$"))
        or line.word(start - 1) in ("of", "the", "a", "an")
    ):
        start -= 1
    return (start, end) if start < end else None


def _trimmed(view: View, line: Line, report: Report) -> list[Range]:
    """Gives the reported words without trailing stretches that only name hands."""
    kept = []
    for start, end in report.content:
        inside = [p for p in segments(line) if start < p[0] < end]
        cut = next((p[0] for p in inside if not line.quoted[p[0]] and names_a_link(view, line, (p[0], end))), end)
        cut = next((p[0] for p in inside if p[0] < cut and _is_comment(line, p)), cut)
        cut = _without_addressee(view, line, start, cut)
        cut = _label_end(line, report, start, cut)
        while cut > start and (line.tokens[cut - 1].text in (",", ";", ":") or is_mark(line, cut - 1)):
            cut -= 1
        if cut > start:
            kept.append((start, cut))
    return kept


def _is_comment(line: Line, part: Range) -> bool:
    """Says whether a stretch is the writer's remark on the words before it: ", a promise the opposition laughed at"."""
    nouns = [line.lemma(k) for k in range(part[0] + 1, min(part[0] + 3, part[1]))]
    return (
        not line.quoted[part[0]]
        and line.word(part[0]) in ("a", "an")
        and bool(set(nouns) & (WORDS_NOUN | {"promise", "line", "remark", "threat", "view"}))
    )


def _label_end(line: Line, report: Report, start: int, end: int) -> int:
    """Cuts what follows the label of "called X "Q" on a call with analysts"."""
    if line.lemma(report.verb) not in ("call", "brand", "label", "dub"):
        return end
    close = max((k for k in range(start, end) if line.quoted[k]), default=None)
    return close + 1 if close is not None and close + 1 < end and line.tag(close + 1) == "IN" else end


def _without_addressee(view: View, line: Line, start: int, end: int) -> int:
    """Cuts "to the station on Wednesday" after a pronoun: "confirmed it to the station"."""
    if line.tag(start) == "PRP" and line.word(start + 1) == "to" and party_at(view, line, start + 2):
        return start + 1
    return end


def _outside(line: Line, content: list[Range]) -> list[Range]:
    """Gives the stretches of the sentence outside the reported words."""
    found, at = [], 0
    for start, end in sorted(content):
        if at < start:
            found.append((at, start))
        at = max(at, end)
    if at < len(line.tokens):
        found.append((at, len(line.tokens)))
    return found


def _ordered(view: View, line: Line, report: Report, outers: list[Report], found: list[Found]) -> list[Link]:
    """Gives the links from the speaker outwards: whom he told, what passed it on after him, then the outer phrases."""
    items: list[tuple[int, Link]] = []
    told = report.addressee
    if told and (is_party(view, line, told) or _passes_on(line, told)):
        items.append((-1, _told(line, report, told)))
    items += [(f.at, as_link(line, f)) for f in found if not any(_within(f.party, o.subject) for o in outers)]
    for outer in outers:
        if outer.subject is None:
            continue
        at = outer.start if outer.start > report.start else 10_000 - outer.start
        items.append((at, _outer_link(view, line, report, outer)))
    return [
        link
        for _, link in sorted(items, key=lambda item: item[0])
        if link.party != line.span_of(*(report.subject or (0, 1)))
    ]


def _within(party: Range, subject: Range | None) -> bool:
    return subject is not None and subject[0] <= party[0] and party[1] <= subject[1] and party[0] == subject[0]


def _passes_on(line: Line, told: Range) -> bool:
    """Says whether an addressee hands the words on: "told her union, which informed the Post"."""
    return line.tokens[min(told[1], len(line.tokens) - 1)].text == "," and line.word(told[1] + 1) in ("which", "who") and line.lemma(told[1] + 2) in (
        "inform", "tell", "alert", "notify", "pass", "report",
    )  # fmt: skip


def _told(line: Line, report: Report, told: Range) -> Link:
    return Link(party=line.span_of(*told), kind="tells", words=(line.span_of(report.verb, told[1]),), rule="told")


def _outer_link(view: View, line: Line, report: Report, outer: Report) -> Link:
    """Gives the link of an outer phrase; where it names only a role, and the speaker told somebody by name, that is who passes it on."""
    assert outer.subject is not None
    party = outer.subject
    makers = find_links(view, line, [outer.subject]) if line.lemma(_head(line, party)) in DOCUMENT else []
    if makers:
        party = makers[0].party
    elif outer.form in ("according to", "as by"):
        party = _source_head(line, party)
    elif (
        report.addressee
        and not any(line.tokens[k].text[:1].isupper() for k in range(party[0] + 1, _head(line, party) + 1))
        and not _apposed_name(line, party)
    ):
        named = any(line.tokens[k].text[:1].isupper() for k in range(*report.addressee))
        party = report.addressee if named and line.tag(party[0]) == "DT" else party
    kind = "relays" if outer.form != "according to" else "cites"
    return Link(
        party=line.span_of(*party),
        kind=kind,
        words=(line.span_of(*party), line.span_of(*outer.cue)),
        rule="outer phrase",
    )


def _apposed_name(line: Line, party: Range) -> bool:
    """Says whether a comma and a name follow the role: "the grandmother, Ada Lund"."""
    head = _head(line, party) + 1
    return head + 1 < party[1] and line.tokens[head].text == "," and line.tag(head + 1).startswith("NNP")


def _source_head(line: Line, source: Range) -> Range:
    """Gives a source without what tells how its words came: "leaked minutes | obtained by X"."""
    cut = next(
        (
            k
            for k in range(source[0] + 1, source[1])
            if line.tag(k) in ("VBN", "VBD")
            and (line.lemma(k) in PASSED_ON or line.lemma(k) in ("leak", "share", "brief"))
        ),
        source[1],
    )
    return (source[0], cut)


def _cited(view: View, line: Line, report: Report, reports: list[Report]) -> tuple[Range, list[Link]] | None:
    """Gives the deepest source behind "A reported, citing B that quoted C", and the links from it out to A."""
    at = _citing_at(line)
    if at is None or report.subject is None or (report.subject[0] > at > 1) or report.addressee:
        return None
    stop = next(
        (k for k in range(at, len(line.tokens)) if line.tokens[k].text in (",", ".", ";") and not line.quoted[k]),
        len(line.tokens),
    )
    nodes, start = [], at + 1
    for k in range(at + 1, stop):
        if line.word(k) in ("that", "which", "who") and line.lemma(k + 1) in _CITING:
            nodes.append((start, k))
            start = k + 2
    nodes.append((start, stop))
    deepest = _cut_spoken(line, nodes.pop())
    links = [as_link(line, f) for f in find_links(view, line, [(deepest[1], stop)])]
    links += [
        Link(party=_name_in(line, node), kind="cites", words=(line.span_of(*node),), rule="citing")
        for node in reversed(nodes)
    ]
    links.append(
        Link(
            party=line.span_of(*report.subject),
            kind="cites",
            words=(line.span_of(*report.subject), line.span_of(at, at + 1)),
            rule="citing",
        )
    )
    return (deepest, links) if deepest[0] < deepest[1] else None


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
