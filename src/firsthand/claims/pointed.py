"""Sentences that only say whose the words before are: "That, at least, is what his brother told them.", "This is the view of the harbour master."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from firsthand.claims.draft import Draft, Link
from firsthand.claims.forms import with_apposed_name
from firsthand.claims.phrases import find_reports
from firsthand.claims.relays import as_link, find_links
from firsthand.claims.report import Report
from firsthand.claims.stretches import Range, head_of, noun_phrase_end, segments
from firsthand.claims.view import Line, View
from firsthand.claims.whose import can_count
from firsthand.records import Span
from firsthand.text.person_nouns import is_person_noun

_BACK = re.compile(r"(?:That|This|So|Such|Those)\b(?:,? (?:at|in|according)[^,]{2,20},|,)? ")
_VIEW_OF = re.compile(
    _BACK.pattern
    + r"(?P<cue>(?:is|was|are|were) (?:the |at least |also )*(?:view|verdict|opinion|judge?ment|account|version|conclusion|theory|belief|hope|fear|word) of) (?P<whose>\S)"
)
_SO_SAYS = re.compile(
    r"So (?P<cue>says|said|say|writes|wrote|claims|claimed|argues|argued|reports|reported) (?P<whose>[\w])"
)
_COME_FROM = re.compile(
    r"(?:These|Those|The|All these|This|That|His|Her) (?:[\w-]+ )?(?:details|facts|particulars|account|version|story|information|description|claims?|numbers|figures|words)"
    r" (?P<cue>(?:come|comes|came|is|was|are|were|stems?|originates?)(?: all| mainly| only)? (?:from|by)) (?P<whose>\S)"
)


def pointing_back(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives the drafts, one whose own words are a mere "that" or "so" with the sentence before as its content, and one for each "is the view of"."""
    moved = [_moved(view, d, drafts) for d in drafts]
    views = [d for line in view.lines for d in (*_view_of(view, line, moved), *_sourced(view, line, moved))]
    return [*moved, *views]


def _moved(view: View, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    line = view.lines[draft.line]
    opens = _BACK.match(line.span.of(view.text))
    if opens is None or not draft.source or not draft.cue or not _is_alone(view, line, draft, opens.end()):
        return draft
    before = _before(view, line, drafts)
    if before is None:
        return draft
    told = next(
        (r for r in find_reports(line) if not r.content and r.subject and _was_told(view, line, draft, r)), None
    )
    if told is not None and told.subject:  # "That is what Lund says | an officer told her"
        hand = Link(party=draft.source[0], kind="relays", words=(*draft.source, *draft.cue), rule="outer phrase")
        source, cue = line.span_of(*told.subject), line.span_of(*told.cue)
        draft = replace(draft, source=(source,), cue=(cue,), links=(hand, *draft.links), lemma="tell")
    return replace(draft, content=(before,), rules=(*draft.rules, "the sentence before"))


def _was_told(view: View, line: Line, draft: Draft, report: Report) -> bool:
    """Says whether somebody told the speaker of a draft what he says: the verb stands behind his, with a pronoun for him."""
    after = report.subject is not None and line.span_of(*report.subject).start > draft.cue[-1].start
    return (
        after
        and line.lemma(report.verb) == "tell"
        and report.addressee is not None
        and line.tag(report.addressee[0]) == "PRP"
    )


def _is_alone(view: View, line: Line, draft: Draft, length: int) -> bool:
    """Says whether a draft has no clause of its own: only "That … what", or the topic of "So … describes the mood"."""
    start = line.span.start
    inside = line.tokens_in(draft.content)
    own = [t for t in inside if t.start >= start + length and t.tag.startswith(("VB", "MD")) and t.lemma != "be"]
    quoted = any(view.is_quoted(s.start + 1) for s in draft.content)
    what = any(s.start == start or s.of(view.text).lower() == "what" for s in draft.content)
    told = [r for r in find_reports(line) if not r.content and r.subject is not None and "what" in line.words[:8]]
    if any(s.start == line.span_of(*r.subject).start for r in told if r.subject for s in draft.content):
        return True  # "That is what the union says | a foreman told it"
    so = line.word(0) == "so" and draft.lemma in ("describe", "put", "see", "tell")
    return not own and not quoted and (what or so)


def _view_of(view: View, line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    text = line.span.of(view.text)
    found = (_VIEW_OF.match(text) or _SO_SAYS.match(text)) if line.kind == "body" else None
    before = _before(view, line, drafts) if found else None
    return _of(view, line, found, (before,)) if found is not None and before is not None else []


def _sourced(view: View, line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives the sentences that "These details come from the harbour master" means: those of its paragraph before it, else the paragraph before."""
    found = _COME_FROM.match(line.span.of(view.text)) if line.kind == "body" else None
    if found is None:
        return []
    own = [k for k in view.lines[: line.index] if k.block == line.block]
    meant = own or [k for k in view.lines[: line.index] if k.block == line.block - 1 and k.kind == "body"]
    free = [k.span for k in meant if not any(k.span.overlaps(s) for d in drafts for s in (*d.content, *d.cue))]
    return _of(view, line, found, tuple(free))


def _of(view: View, line: Line, found: re.Match[str], meant: tuple[Span, ...]) -> list[Draft]:
    first = line.token_at(line.span.start + found.start("whose"))
    parts = segments(line)
    end = with_apposed_name(line, parts, first, noun_phrase_end(line, first))
    if end <= first or not (found.re is _VIEW_OF or _can_tell(view, line, (first, end))):
        return []  # "The details come from a painting"
    at = line.span.start
    cue = Span(at + found.start("cue"), at + found.end("cue"))
    links = tuple(as_link(line, f) for f in find_links(view, line, [(end, len(line.tokens))]))
    return [
        Draft(
            content=(span,), kind="indirect", line=line.index, source=(line.span_of(first, end),), cue=(cue,), lemma="say", links=links,
            rules=("the sentence before",),
        )
        for span in meant
    ]  # fmt: skip


def _can_tell(view: View, line: Line, part: Range) -> bool:
    return can_count(view, line, part) or is_person_noun(line.lemma(head_of(line, part)))


def _before(view: View, line: Line, drafts: Sequence[Draft]) -> Span | None:
    """Gives the sentence before in the same paragraph, None where somebody else says it."""
    if not line.index or view.lines[line.index - 1].block != line.block:
        return None
    span = view.lines[line.index - 1].span
    taken = any(span.overlaps(s) for d in drafts for s in (*d.content, *d.cue) if d.line != line.index)
    return None if taken else span
