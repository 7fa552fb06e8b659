"""Quotations that no cue claims: running on from the one before, floating in a paragraph of their own, or quoting one word with tongs."""

from __future__ import annotations

from dataclasses import replace

from firsthand.claims.content import overlap, quote_span, quoted_words
from firsthand.claims.draft import Draft
from firsthand.claims.lexicon import words
from firsthand.claims.nesting import read_line
from firsthand.claims.placed import Placed
from firsthand.claims.stretches import noun_phrase_end
from firsthand.claims.view import FINITE, Line, View
from firsthand.records import Span, hull
from firsthand.text.quotes import Quoted, inner_quotations

_TOLD = words("tell promise assure warn inform")
_SAYS = words("say tell read write ask add reply shout go answer state")


def add_quotations(view: View, drafts: list[Draft]) -> list[Draft]:
    """Gives the drafts with every further quotation in its place: joined to its turn, floating, or a scare quote."""
    placed = Placed(view, drafts)
    for quote in view.quotes:
        line, words_ = view.line_at(quote.inner_start), (quote_span(quote),)
        if line is None:
            continue
        taking = [d for at in placed.near(words_) if overlap(view, (d := placed.drafts[at]).content, words_) > 0.5]
        if quote.start in view.labels and not any(d.kind == "direct" for d in taking):
            placed.put(Draft(content=words_, kind="scare quote", line=line.index, rules=("scare quote",)))
        elif not taking and _is_whole_sentence(view, quote) and line.kind in ("body", "standfirst"):
            _place(view, line, quote, placed)
    found = placed.drafts
    for draft in tuple(found):
        nested = _nested(view, draft)
        told = [d for d in _told(view, draft) if not any(overlap(view, d.content, n.content) > 0.5 for n in nested)]
        found += [*nested, *told]
    return found


def _place(view: View, line: Line, quote: Quoted, placed: Placed) -> None:
    """Joins this quotation to the turn it continues, or puts it as a floating statement."""
    turn = _turn_before(view, quote, placed.drafts)
    if turn is not None:
        joined = replace(
            turn,
            content=(*turn.content, quote_span(quote)),
            rules=tuple(dict.fromkeys((*turn.rules, "quotation runs on"))),
        )
        placed.change(next(at for at, d in enumerate(placed.drafts) if d is turn), joined)
        return
    source = _before_colon(line) if _after_colon(view, quote) else ()
    made = Draft(
        content=(quote_span(quote),),
        kind="direct",
        line=line.index,
        source=source,
        floating=not source,
        rules=("floating quotation",),
    )
    placed.put(made)


def _after_colon(view: View, quote: Quoted) -> bool:
    return (
        view.text[: quote.start].rstrip().endswith(":") and "\n" not in view.text[max(quote.start - 2, 0) : quote.start]
    )


def _before_colon(line: Line) -> tuple[Span, ...]:
    """Gives the subject of a sentence that introduces a quotation by a colon."""
    end = noun_phrase_end(line, 0)
    return (line.span_of(0, end),) if end else ()


def _turn_before(view: View, quote: Quoted, drafts: list[Draft]) -> Draft | None:
    """Gives the direct statement that this quotation continues: the same paragraph with nothing in between, or the mark left open before."""
    before = [
        d
        for d in drafts
        if d.kind in ("direct", "mixed") and d.attributed and max(s.end for s in d.content) <= quote.start
    ]
    if not before:
        return None
    turn = max(before, key=lambda d: max(s.end for s in d.content))
    end = max(s.end for s in (*turn.content, *turn.cue, *turn.source))
    between = view.text[end : quote.start]
    line, own = view.line_at(quote.inner_start), view.lines[turn.line]
    same_block = line is not None and line.block == own.block and len(between.split()) <= 8 and "\n" not in between
    last = max(s.end for s in turn.content)
    previous = next((q for q in view.quotes if q.inner_start < last <= q.inner_end), None)
    runs_on = previous is not None and previous.runs_on and not between.strip(' \n.,!?”“"')
    adjacent = turn.kind == "direct" and not between.strip('\n .,!?”“"')
    return turn if same_block or runs_on or adjacent else None


def _is_whole_sentence(view: View, quote: Quoted) -> bool:
    """Says whether a quotation is a statement by itself: it begins its sentence and ends one, with a verb inside."""
    line = view.line_at(quote.inner_start)
    led_in = _after_colon(view, quote)
    if line is None or quoted_words(view, quote) < (2 if led_in or answers(view, quote.start) else 3):
        return False
    opens = quote.start <= line.span.start + 1 or _after_colon(view, quote)
    closes = view.text[quote.inner_end - 1] in ".!?…," or quote.runs_on
    lines = view.lines_over(quote_span(quote))
    verb = any(t.tag in FINITE for line in lines for t in line.tokens if quote.covers(t.start))
    return opens and closes and (verb or quoted_words(view, quote) >= 6 or answers(view, quote.start))


def answers(view: View, start: int) -> bool:
    """Says whether what begins here follows a question of the writer's own: "Why now? “Because …”"."""
    before = view.text[:start].rstrip()
    return before.endswith("?") and not view.is_quoted(len(before) - 1)


def _quotes_of(view: View, draft: Draft) -> list[Quoted]:
    """Gives the quotations that a direct statement has words of."""
    if draft.kind != "direct":
        return []
    spread = hull(draft.content)
    near = view.quotes_over(spread.start, spread.end)
    return [q for q in near if any(s.overlaps(quote_span(q)) for s in draft.content)]


def _nested(view: View, draft: Draft) -> list[Draft]:
    """Gives the quotations inside a quotation that follow a verb of saying ("He said, 'Leave'"): the inner speaker's own statement."""
    found = []
    for quote in _quotes_of(view, draft):
        for inner in inner_quotations(view.text, quote):
            source = _says_before(view, inner.start, quote.inner_start)
            if source is not None and quoted_words(view, inner) >= 2:
                found.append(
                    Draft(
                        content=(Span(inner.inner_start, inner.inner_end),),
                        kind="direct",
                        line=draft.line,
                        source=(source[0],),
                        cue=(source[1],),
                        lemma="say",
                        inner=True,
                        rules=("quotation inside a quotation",),
                    )
                )
    return found


def _told(view: View, draft: Draft) -> list[Draft]:
    """Gives what a quoted speaker says that others said ("They told us the wells were dry"): a third person's own statement."""
    found = []
    for quote in _quotes_of(view, draft):
        for line in view.lines_over(quote_span(quote)):
            inside = _inside(line, quote)
            if inside is not None:
                found += [
                    replace(d, kind="direct", inner=True, line=draft.line)
                    for d in read_line(view, inside)
                    if _is_told(view, inside, d)
                ]
    return found


def _inside(line: Line, quote: Quoted) -> Line | None:
    """Gives the part of a sentence that stands in a quotation as a sentence of its own, the marks left out."""
    kept = [i for i, t in enumerate(line.tokens) if quote.inner_start <= t.start < quote.inner_end]
    if not kept:
        return None
    tokens, said = tuple(line.tokens[i] for i in kept), tuple(line.words[i] for i in kept)
    return replace(line, kind="body", tokens=tokens, words=said, quoted=(False,) * len(kept))


def _is_told(view: View, line: Line, draft: Draft) -> bool:
    """Says whether a third person speaks, by a verb of saying and in a clause of his own."""
    inside = line.tokens_in(draft.content)
    third = draft.source[0].of(view.text).lower() in ("he", "she", "they")
    us = any(line.word(i) in ("me", "us") for i in range(1, len(line.tokens)) if line.lemma(i - 1) in _TOLD)
    return third and us and draft.lemma in _TOLD and not draft.refused and any(t.tag in FINITE for t in inside)


def _says_before(view: View, at: int, floor: int) -> tuple[Span, Span] | None:
    """Gives (subject, verb) where the words just before are "X said," or "X said:"."""
    line = view.line_at(at)
    if line is None:
        return None
    k = line.token_at(at) - 1
    while k >= 0 and line.tokens[k].text in (",", ":", "'", "‘"):
        k -= 1
    if k <= 0 or line.lemma(k) not in _SAYS or line.tokens[k].start < floor:
        return None
    end = start = k
    while (
        start > 0
        and line.tokens[start - 1].start >= floor
        and line.tag(start - 1).startswith(("NN", "PRP", "DT", "JJ", "POS"))
    ):
        start -= 1
    if start == end:  # "She turned and asked": the subject opens the quotation
        start = line.token_at(floor)
        end = next((i for i in range(start, k) if not line.tag(i).startswith(("NN", "PRP", "DT", "JJ", "POS"))), start)
    return (line.span_of(start, end), line.span_of(k, k + 1)) if start < end else None
