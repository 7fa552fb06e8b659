"""The statements that the tagger found: each attribution's sources, cue and pieces, and whether it is a statement at all.

The tagger marks attitudes ("hopes to sell"), acts ("dismissed the case") and titles too: a cue has to report words here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from firsthand.claims.draft import Draft
from firsthand.claims.lexicon import SPEECH
from firsthand.claims.relays import as_link, find_links
from firsthand.claims.stretches import after_dateline, noun_phrase_end
from firsthand.claims.trimmed import outside
from firsthand.claims.verdicts import LIGHT, Tagged, is_negated, is_statement, main_verb
from firsthand.claims.view import Line, View
from firsthand.records import Attribution, Span, Spans


def from_tagger(view: View, attribution: Attribution) -> list[Draft]:
    """Gives the draft of one attribution, none where it is no statement or names nobody."""
    anchor = (attribution.cue or attribution.source or attribution.content)[0]
    line = view.line_at(anchor.start)
    if line is None:
        return []
    own = _own_pieces(view, line, attribution)
    if own and attribution.source and is_statement(Tagged.of(view, line, attribution, own)):
        return [_tagged(view, line, attribution, own)]
    return []


def _own_pieces(view: View, line: Line, attribution: Attribution) -> list[Span]:
    """Gives the pieces in the cue's sentence, and quotations that go on in its paragraph; others are found as quotations by themselves."""
    own = []
    for span in attribution.content:
        for piece in _by_line(view, span):
            where = view.line_at(piece.start)
            opens = after_dateline(where) if where else 0
            if where and opens and piece.start < where.tokens[opens].start:
                if piece.end <= where.tokens[opens].start:
                    continue
                piece = Span(where.tokens[opens].start, piece.end)
            if where is None:
                continue
            quoted = view.is_quoted(piece.start + 1) or view.is_quoted(piece.start)
            if where.index == line.index or (quoted and where.block == line.block):
                own.append(piece)
    return own


def _by_line(view: View, span: Span) -> list[Span]:
    """Gives a span cut at block ends."""
    found = []
    blocks = view.document.article.blocks
    first = bisect_right(blocks, span.start, key=lambda b: b.span.end)
    for block in blocks[first : bisect_left(blocks, span.end, key=lambda b: b.span.start)]:
        low, high = max(span.start, block.span.start), min(span.end, block.span.end)
        if low < high:
            found.append(Span(low, high))
    return found


def _tagged(view: View, line: Line, attribution: Attribution, own: list[Span]) -> Draft:
    content = own
    cue = attribution.cue
    source = _antecedents(view, line, attribution.source, cue)
    if (turned := _turned(line, source, cue)) is not None:
        content, source = list(source), (turned,)
    if view.is_quoted(own[0].start + 1):  # a direct statement goes on only in quotation marks
        content = [own[0], *(s for s in own[1:] if view.is_quoted(s.start + 1) or view.is_quoted(s.start))]
    elif line.span.contains(own[0]) and not any(
        view.is_quoted(t.start) for t in line.tokens if own[0].contains(t.span)
    ):
        content = [
            s for s in own if s.start < line.span.end
        ]  # a quotation behind indirect words is a statement of its own
    lemma, at = main_verb(line, cue)
    noun = _light_noun(line, at) if lemma in LIGHT else None
    if noun is not None:
        content = [Span(noun, max(span.end for span in own)), *own[1:]]
        cue = (Span(cue[0].start, line.tokens[at].end),)
    if lemma in ("confirm", "verify", "acknowledge") and "by" in (line.word(at), line.word(at + 1)):
        content, cue = [_clause_of(line, attribution)], attribution.cue
    inside = [(line.token_at(s.start), line.token_at(s.end - 1) + 1) for s in content if line.span.contains(s)]
    links = tuple(as_link(line, f) for f in find_links(view, line, outside(line, inside)))
    return Draft(
        content=tuple(content), kind=attribution.kind, line=line.index, source=source, cue=cue, links=links,
        lemma=lemma, attribution=attribution.id, rules=attribution.rules, refused=is_negated(line, cue) and lemma in SPEECH,
    )  # fmt: skip


def _turned(line: Line, source: Spans, cue: Spans) -> Span | None:
    """Gives who speaks in "Three, says the army": a number alone is what is said, and the speaker stands behind the verb."""
    if len(source) != 1 or len(cue) != 1 or not line.span.contains(cue[0]) or source[0].end > cue[0].start:
        return None
    if any(line.tag(k) != "CD" for k in line.places_in(source)):
        return None
    start = line.token_at(cue[0].end - 1) + 1
    stop = noun_phrase_end(line, start)
    return line.span_of(start, stop) if stop > start else None


def _clause_of(line: Line, attribution: Attribution) -> Span:
    """Gives the whole passive clause ("details were not confirmed by X"), so that its words cannot be read the wrong way round."""
    spans = (*attribution.content, *attribution.cue, *attribution.source)
    inside = [s for s in spans if line.span.contains(s)]
    return Span(min(s.start for s in inside), max(s.end for s in inside))


def _light_noun(line: Line, verb: int) -> int | None:
    """Gives where the noun of "expressed gratitude for" begins."""
    nxt = verb + 1
    return (
        line.tokens[nxt].start
        if nxt < len(line.tokens) and line.tag(nxt).startswith(("NN", "JJ", "DT", "PRP$"))
        else None
    )


def _antecedents(view: View, line: Line, source: Spans, cue: Spans) -> Spans:
    """Gives the source with "who" or "which" replaced by the noun phrase before it; of several the one nearest to the cue."""
    if len(source) > 1 and not _apposed(view, source):
        return (min(source, key=lambda s: abs(s.end - cue[0].start) if cue else s.start),)
    if len(source) != 1 or source[0].of(view.text).lower() not in ("who", "which", "that"):
        return source
    end = line.token_at(source[0].start)
    while end > 0 and line.tokens[end - 1].text == ",":
        end -= 1
    start = end
    while start > 0 and (
        line.tag(start - 1).startswith(("NN", "JJ", "POS", "CD", "PRP$", "DT")) or line.word(start - 1) == "of"
    ):
        start -= 1
    return (line.span_of(start, end),) if start < end else source


def _apposed(view: View, source: Spans) -> bool:
    """Says whether pieces of a source are one name in apposition, with a comma and nothing else between them."""
    return all(view.text[a.end : b.start].strip(" ,") == "" for a, b in pairwise(source))
