"""The hands that a reporting phrase names, in the order the words took: whom the speaker told, who passed it on, who reported that."""

from __future__ import annotations

from firsthand.claims.draft import Link
from firsthand.claims.lexicon import DOCUMENT, OUTLET_NOUN, PASSED_ON, UNNAMED
from firsthand.claims.parties import is_party, without_day
from firsthand.claims.relays import Found, as_link, find_links
from firsthand.claims.report import Report
from firsthand.claims.stretches import Range, head_of, noun_phrase_end
from firsthand.claims.supplied import paper_hands
from firsthand.claims.view import Line, View
from firsthand.records import HopKind


def ordered_links(view: View, line: Line, report: Report, outers: list[Report], found: list[Found]) -> list[Link]:
    """Gives the links from the speaker outwards: whom he told, what passed it on after him, then the outer phrases."""
    items: list[tuple[int, Link]] = []
    told = without_day(line, report.addressee) if report.addressee else None
    if (
        told
        and told[0] < told[1]
        and (
            is_party(view, line, told)
            or _passes_on(line, told)
            or _told(line, report, told).party != line.span_of(*told)
        )
    ):
        items.append((-1, _told(line, report, told)))
    if report.through is not None:
        head = head_of(line, report.through)
        written = line.lemma(head) in DOCUMENT and not line.tag(head).startswith("NNP")  # a paper is no hand
        if find_links(view, line, [report.through]):
            written = True  # "footage aired by the Herald showed …": the hand is named in it
            papers: tuple[Link, ...] = ()
        else:
            papers = paper_hands(view, line.span_of(*report.through)) if written else ()
        items += [(report.verb, link) for link in (papers if written else (_relayed(line, report, report.through),))]
    items += [(f.at, as_link(line, f)) for f in found if not any(_within(f.party, o.subject) for o in outers)]
    for outer in outers:
        if outer.subject is None:
            continue
        at = outer.start if outer.start > report.start else 10_000 - outer.start
        items += [(at, link) for link in _outer_links(view, line, report, outer)]
    return [
        link
        for _, link in sorted(items, key=lambda item: item[0])
        if link.party != line.span_of(*(report.subject or (0, 1)))
    ]


def _relayed(line: Line, report: Report, through: Range) -> Link:
    spans = (line.span_of(*through), line.span_of(*report.cue))
    return Link(party=spans[0], kind="relays", words=spans, rule="quoted as saying")


def _within(party: Range, subject: Range | None) -> bool:
    return subject is not None and subject[0] <= party[0] and party[1] <= subject[1] and party[0] == subject[0]


def _passes_on(line: Line, told: Range) -> bool:
    """Says whether an addressee hands the words on: "told his sister, who alerted the Post"."""
    return line.tokens[min(told[1], len(line.tokens) - 1)].text == "," and line.word(told[1] + 1) in ("which", "who") and line.lemma(told[1] + 2) in (
        "inform", "tell", "alert", "notify", "pass", "report",
    )  # fmt: skip


def _told(line: Line, report: Report, told: Range) -> Link:
    owner = next((k for k in range(*told) if line.tag(k) == "POS"), None)
    if owner is not None and line.lemma(told[1] - 1) in ("interviewer", "reporter", "correspondent", "journalist"):
        told = (told[0], owner)  # "told Aln TV's reporter"
    if line.tag(told[0]) == "DT" and line.lemma(told[1] - 1) in OUTLET_NOUN and line.word(told[1]) == ",":
        end = noun_phrase_end(line, told[1] + 1)
        named = end > told[1] + 1 and all(line.tokens[k].text[:1].isupper() for k in range(told[1] + 1, end))
        told = (told[1] + 1, end) if named else told  # "told a podcast, Head Count"
    said = line.span_of(
        min(report.verb, told[0]), max(report.verb + 1, told[1])
    )  # "the charity was told" puts him before the verb
    return Link(party=line.span_of(*told), kind="tells", words=(said,), rule="told")


def _outer_links(view: View, line: Line, report: Report, outer: Report) -> tuple[Link, ...]:
    """Gives the link of an outer phrase; where it names only a role, and the speaker told somebody by name, that is who passes it on.

    A paper is no hand: in its stead stand those who obtained or published it, as far as the article names them."""
    party = outer.subject or outer.cue
    written = line.lemma(head_of(line, party)) in DOCUMENT
    makers = find_links(view, line, [party]) if written else []
    owner = _named_before(line, party, head_of(line, party)) if written else None
    if makers:
        party = makers[0].party
    elif owner is not None:
        party = owner
    elif written:
        return paper_hands(view, line.span_of(*party))
    elif outer.form in ("according to", "as by"):
        party = source_head(line, party)
    elif (
        report.addressee
        and not any(line.tokens[k].text[:1].isupper() for k in range(party[0] + 1, head_of(line, party) + 1))
        and not _apposed_name(line, party)
    ):
        named = any(line.tokens[k].text[:1].isupper() for k in range(*report.addressee))
        party = report.addressee if named and line.tag(party[0]) == "DT" else party
    kind: HopKind = "relays" if outer.form != "according to" else "cites"
    spans = (line.span_of(*party), line.span_of(*outer.cue))
    return (Link(party=spans[0], kind=kind, words=spans, rule="outer phrase"),)


def _named_before(line: Line, party: Range, head: int) -> Range | None:
    """Gives the name that a document goes by: "a | Bay Courier | report"."""
    start = next((k for k in range(party[0], head) if line.tag(k).startswith("NNP")), head)
    return (start, head) if start < head and all(line.tag(k).startswith("NNP") for k in range(start, head)) else None


def _apposed_name(line: Line, party: Range) -> bool:
    """Says whether a comma and a name follow the role: "the grandmother, Ada Lund"."""
    head = head_of(line, party) + 1
    return head + 1 < party[1] and line.tokens[head].text == "," and line.tag(head + 1).startswith("NNP")


def source_head(line: Line, source: Range) -> Range:
    """Gives a source without what tells how its words came: "stolen ledgers | obtained by X"."""
    cut = next(
        (
            k
            for k in range(source[0] + 1, source[1])
            if line.tag(k) in ("VBN", "VBD")
            and (line.lemma(k) in PASSED_ON or line.lemma(k) in ("leak", "share", "brief"))
            and not _by_its_maker(line, k, source[1])
        ),
        source[1],
    )
    return (source[0], cut)


def _by_its_maker(line: Line, k: int, end: int) -> bool:
    """Says whether somebody who writes papers, and no outlet, put it out: "a study | published on Monday by researchers at Aln"."""
    by = next((n for n in range(k + 1, min(k + 6, end)) if line.word(n) == "by"), None)
    return by is not None and any(
        line.lemma(n) in UNNAMED and line.tag(n) in ("NN", "NNS") for n in range(by + 1, min(by + 4, end))
    )
