"""The attributed statements of a document: the tagger's attributions and the sentence rules, each mending the other.

The tagger knows where words begin and end; the rules know who reports whom. Where both see one statement, the rules give source and
links, the tagger its continuation over later quotations. What is no statement (an attitude, an act) is left out by its cue.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from firsthand.claims.content import clean, kind_of, overlap, word_set
from firsthand.claims.draft import Draft, Link
from firsthand.claims.giving import read_figures
from firsthand.claims.headlines import read_colon
from firsthand.claims.lexicon import SPEECH, STANCE, words
from firsthand.claims.nesting import read_line
from firsthand.claims.placed import Placed
from firsthand.claims.pointed import pointing_back
from firsthand.claims.tagged import from_tagger
from firsthand.claims.unsaid import says_nothing
from firsthand.claims.view import Line, View
from firsthand.claims.voice import notice_blocks
from firsthand.records import Attribution, Span

_TOPIC = words("on about of to")
_SAME = 0.5


def find_statements(view: View, attributions: Sequence[Attribution]) -> list[Draft]:
    """Gives the attributed statements in text order, the sources still as spans."""
    notices = notice_blocks(view)
    ruled = [d for line in view.lines if line.block not in notices for d in _ruled(view, line)]
    tagged = [d for a in attributions for d in from_tagger(view, a) if view.lines[d.line].block not in notices]
    merged = _merged(view, ruled, tagged)
    merged = [d for d in merged if not _only_topic(view, d, merged)]
    merged = [d for d in pointing_back(view, merged) if says_nothing(view, d) is None]
    finished = [_finished(view, d) for d in merged]
    return sorted((d for d in finished if d.content), key=lambda d: (d.start, d.content))


def _finished(view: View, draft: Draft) -> Draft:
    content = clean(view, [_to_closing_mark(view, _from_opening_mark(view, span)) for span in draft.content])
    headline = view.lines[draft.line].kind == "headline"
    return replace(draft, content=content, kind=kind_of(view, content, headline=headline) if content else draft.kind)


def _from_opening_mark(view: View, span: Span) -> Span:
    """Gives a piece that begins inside a quotation from its opening mark, where that stands in a sentence before it in the paragraph."""
    quote = next((q for q in view.quotes if q.inner_start < span.start < q.inner_end), None)
    line = view.line_at(span.start)
    if quote is None or line is None or quote.inner_start >= line.span.start:
        return span
    first = view.line_at(quote.inner_start)
    return Span(quote.inner_start, span.end) if first is not None and first.block == line.block else span


def _to_closing_mark(view: View, span: Span) -> Span:
    """Gives a piece that ends inside a quotation up to its closing mark, where the quotation holds more sentences."""
    quote = next(
        (q for q in view.quotes if q.inner_start <= span.end - 1 < q.inner_end and span.start <= q.inner_start), None
    )
    line = view.line_at(span.end - 1)
    if quote is None or line is None or quote.inner_end <= line.span.end:
        return span
    return Span(span.start, quote.inner_end)


def _ruled(view: View, line: Line) -> list[Draft]:
    """Gives what the rules read in a sentence; a figure passed on ("gives the ministry's 12") outranks the verb that passes it on."""
    headed = read_colon(view, line)
    if headed:
        return headed
    reported, given = read_line(view, line), read_figures(view, line)
    given = [replace(g, links=(*g.links, *_through(given=g, reported=reported))) for g in given]
    deeper = [g for g in given if g.links or not any(_same(view, r, g) for r in reported)]
    return [*(r for r in reported if not any(_same(view, r, g) for g in deeper)), *deeper]


def _through(given: Draft, reported: Sequence[Draft]) -> tuple[Link, ...]:
    """Gives the links of "The Post says the port has 12": who reports the one that gives the figure."""
    for draft in reported:
        start = draft.content[0].start
        if draft.source and start <= given.source[0].start <= start + 2 and draft.passes_on:
            return (
                Link(party=draft.source[0], kind="relays", words=(*draft.source, *draft.cue), rule="outer phrase"),
                *draft.links,
            )
    return ()


def _only_topic(view: View, draft: Draft, drafts: list[Draft]) -> bool:
    """Says whether a draft names only the subject of a speech whose words follow ("remarked on the bridge, saying …")."""
    first = draft.content[0].of(view.text).split()[:1]
    rest = [
        d
        for d in drafts
        if d is not draft
        and d.line == draft.line
        and d.source == draft.source
        and d.content[0].start > draft.content[0].start
    ]
    topical = bool(first) and (first[0].lower() in _TOPIC or draft.lemma in ("remark", "comment", "speak"))
    return topical and bool(rest) and not view.is_quoted(draft.content[0].start + 1)


# --- merging --------------------------------------------------------------------------------------------------------


def _merged(view: View, ruled: list[Draft], tagged: Iterable[Draft]) -> list[Draft]:
    """Gives one draft a statement."""
    kept = Placed(view, ruled)
    for draft in sorted(tagged, key=lambda d: (d.floating, d.start)):
        near = kept.near((*draft.content, *draft.cue))
        others = [ruled[at] for at in near if at < len(ruled)] if draft.cue else ruled
        if any(_is_taken(view, other, draft) for other in others):
            continue
        same = next((at for at in near if _same(view, kept.drafts[at], draft)), None)
        if same is None:
            kept.put(draft)
        elif not draft.floating:
            kept.change(same, _joined(view, kept.drafts[same], draft, kept.drafts))
    return kept.drafts


def _is_taken(view: View, ruled: Draft, tagged: Draft) -> bool:
    """Says whether what the tagger found is a source in the rules' reading, or lies in a refusal."""
    if overlap(view, tagged.content, ruled.source) > 0.8:
        return True
    if any(overlap(view, tagged.content, (link.party,)) > 0.8 for link in ruled.links):
        return True
    inside = bool(tagged.cue) and all(any(s.contains(c) for s in ruled.content) for c in tagged.cue)
    if inside and tagged.lemma not in SPEECH | STANCE and tagged.lemma:
        return True  # "he saw a light" within what a fisherman is quoted as saying
    return (
        ruled.refused and all(any(s.contains(c) for s in ruled.content) for c in tagged.cue) and ruled.cue != tagged.cue
    )


def _same(view: View, one: Draft, other: Draft) -> bool:
    cue = any(a.overlaps(b) for a in one.cue for b in other.cue)
    return (cue and one.line == other.line) or overlap(view, one.content, other.content) >= _SAME


def _joined(view: View, ruled: Draft, tagged: Draft, drafts: list[Draft]) -> Draft:
    """Gives the rules' draft with the tagger's continuation; its boundaries where the sentence holds one statement only."""
    line = view.lines[ruled.line]
    later = tuple(
        s
        for s in tagged.content
        if s.start >= line.span.end and not any(s.overlaps(o) for d in drafts if d is not ruled for o in d.content)
    )
    alone = (
        not ruled.links
        and not ruled.refused
        and sum(d.line == ruled.line for d in drafts) == 1
        and len(tagged.cue) == 1
    )
    inside = tuple(s for s in tagged.content if line.span.contains(s))
    one_piece = len(inside) <= 1 or view.is_quoted(inside[0].start + 1)
    reads_more = (
        inside and one_piece and alone and ruled.lemma == tagged.lemma and overlap(view, inside, ruled.source) == 0
    )
    goes_on = any(";" in s.of(view.text) or view.text[: s.start].rstrip().endswith(":") for s in ruled.content)
    content = inside if reads_more and not goes_on and len(word_set(view, inside)) > 1 else ruled.content
    rules = tuple(dict.fromkeys((*ruled.rules, *tagged.rules)))
    return replace(ruled, content=(*content, *later), attribution=tagged.attribution, rules=rules)
