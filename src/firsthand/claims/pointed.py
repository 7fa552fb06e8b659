"""Sentences that only say whose the words before are: "That, at least, is what his brother told them.", "This is the view of the harbour master."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from firsthand.claims.draft import Draft
from firsthand.claims.stretches import noun_phrase_end
from firsthand.claims.view import Line, View
from firsthand.records import Span

_BACK = re.compile(r"(?:That|This|So|Such|Those)\b(?:,? (?:at|in|according)[^,]{2,20},|,)? ")
_VIEW_OF = re.compile(
    _BACK.pattern
    + r"(?P<cue>(?:is|was|are|were) (?:the |at least |also )*(?:view|verdict|opinion|judge?ment|account|version|conclusion|theory|belief|hope|fear|word) of) (?P<whose>\S)"
)


def pointing_back(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives the drafts, one whose own words are a mere "that" or "so" with the sentence before as its content, and one for each "is the view of"."""
    moved = [_moved(view, d, drafts) for d in drafts]
    views = [d for line in view.lines if (d := _view_of(view, line, moved)) is not None]
    return [*moved, *views]


def _moved(view: View, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    line = view.lines[draft.line]
    opens = _BACK.match(line.span.of(view.text))
    if opens is None or not draft.source or not draft.cue or not _is_alone(view, line, draft, opens.end()):
        return draft
    before = _before(view, line, drafts)
    if before is None:
        return draft
    return replace(draft, content=(before,), rules=(*draft.rules, "the sentence before"))


def _is_alone(view: View, line: Line, draft: Draft, length: int) -> bool:
    """Says whether a draft has no clause of its own: only "That … what", or the topic of "So … describes the mood"."""
    start = line.span.start
    inside = line.tokens_in(draft.content)
    own = [t for t in inside if t.start >= start + length and t.tag.startswith(("VB", "MD"))]
    quoted = any(view.is_quoted(s.start + 1) for s in draft.content)
    what = any(s.start == start or s.of(view.text).lower() == "what" for s in draft.content)
    so = line.word(0) == "so" and draft.lemma in ("describe", "put", "see", "tell")
    return not own and not quoted and (what or so)


def _view_of(view: View, line: Line, drafts: Sequence[Draft]) -> Draft | None:
    found = _VIEW_OF.match(line.span.of(view.text)) if line.kind == "body" else None
    before = _before(view, line, drafts) if found else None
    if found is None or before is None:
        return None
    first = line.token_at(line.span.start + found.start("whose"))
    end = noun_phrase_end(line, first)
    if end <= first:
        return None
    at = line.span.start
    return Draft(
        content=(before,), kind="indirect", line=line.index, source=(line.span_of(first, end),),
        cue=(Span(at + found.start("cue"), at + found.end("cue")),), lemma="say", rules=("the sentence before",),
    )  # fmt: skip


def _before(view: View, line: Line, drafts: Sequence[Draft]) -> Span | None:
    """Gives the sentence before in the same paragraph, None where somebody else says it."""
    if not line.index or view.lines[line.index - 1].block != line.block:
        return None
    span = view.lines[line.index - 1].span
    taken = any(span.overlaps(s) for d in drafts for s in (*d.content, *d.cue) if d.line != line.index)
    return None if taken else span
