"""The statements that the tagger found: each attribution's sources, cue and pieces, and whether it is a statement at all.

The tagger marks attitudes ("hopes to sell"), acts ("dismissed the case") and titles too: a cue has to report words here.
"""

from __future__ import annotations

import re
from itertools import pairwise

from firsthand.claims.content import word_set
from firsthand.claims.draft import Draft
from firsthand.claims.giving import can_speak
from firsthand.claims.lexicon import (
    DOCUMENT,
    FIGURE_OF_SPEECH,
    JUDGEMENT,
    NO_STATEMENT,
    NOBODY,
    SPEECH,
    STANCE,
    is_hearsay,
    words,
)
from firsthand.claims.nesting import outside, reports_words
from firsthand.claims.relays import as_link, find_links
from firsthand.claims.stretches import after_dateline, noun_phrase_end
from firsthand.claims.view import FINITE, Line, View
from firsthand.records import Attribution, Span, Spans

_LIGHT = words("express voice convey register issue deliver")
_UNSURE = 0.25  # a probability below which nothing is taken from it alone
_SURE = 0.6  # a probability above which an unknown cue is taken for a statement


def from_tagger(view: View, attribution: Attribution) -> list[Draft]:
    """Gives the draft of one attribution, none where it is no statement or names nobody."""
    anchor = (attribution.cue or attribution.source or attribution.content)[0]
    line = view.line_at(anchor.start)
    if line is None:
        return []
    own = _own_pieces(view, line, attribution)
    if own and attribution.source and _is_statement(view, line, attribution, own):
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
    for block in view.document.article.blocks:
        low, high = max(span.start, block.span.start), min(span.end, block.span.end)
        if low < high:
            found.append(Span(low, high))
    return found


def _tagged(view: View, line: Line, attribution: Attribution, own: list[Span]) -> Draft:
    content = own
    cue = attribution.cue
    if view.is_quoted(own[0].start + 1):  # a direct statement goes on only in quotation marks
        content = [own[0], *(s for s in own[1:] if view.is_quoted(s.start + 1) or view.is_quoted(s.start))]
    lemma, at = _main_verb(line, cue)
    noun = _light_noun(line, at) if lemma in _LIGHT else None
    if noun is not None:
        content = [Span(noun, max(span.end for span in own)), *own[1:]]
        cue = (Span(cue[0].start, line.tokens[at].end),)
    if lemma in ("confirm", "verify", "acknowledge") and "by" in (line.word(at), line.word(at + 1)):
        content, cue = [_clause_of(line, attribution)], attribution.cue
    inside = [(line.token_at(s.start), line.token_at(s.end - 1) + 1) for s in content if line.span.contains(s)]
    links = tuple(as_link(line, f) for f in find_links(view, line, outside(line, inside)))
    return Draft(
        content=tuple(content), kind=attribution.kind, line=line.index, source=_antecedents(view, line, attribution.source, cue), cue=cue, links=links,
        lemma=lemma, attribution=attribution.id, rules=attribution.rules, refused=_is_negated(line, cue) and lemma in SPEECH,
    )  # fmt: skip


def _clause_of(line: Line, attribution: Attribution) -> Span:
    """Gives the whole passive clause ("details were not confirmed by X"), so that its words cannot be read the wrong way round."""
    spans = (*attribution.content, *attribution.cue, *attribution.source)
    inside = [s for s in spans if line.span.contains(s)]
    return Span(min(s.start for s in inside), max(s.end for s in inside))


def _main_verb(line: Line, cue: Spans) -> tuple[str, int]:
    """Gives the lemma and place of the last verb of the cue, or of its last word."""
    inside = [i for i, t in enumerate(line.tokens) if any(s.start <= t.start < s.end for s in cue)]
    verbs = [i for i in inside if line.tag(i).startswith("VB") and line.lemma(i) not in ("be", "have", "do")]
    first = next((i for i in verbs if line.lemma(i) in SPEECH or line.lemma(i) in STANCE), None)
    at = first if first is not None else verbs[-1] if verbs else inside[-1] if inside else -1
    return (line.lemma(at), at) if at >= 0 else ("", -1)


def _light_noun(line: Line, verb: int) -> int | None:
    """Gives where the noun of "expressed gratitude for" begins."""
    nxt = verb + 1
    return (
        line.tokens[nxt].start
        if nxt < len(line.tokens) and line.tag(nxt).startswith(("NN", "JJ", "DT", "PRP$"))
        else None
    )


def _is_negated(line: Line, cue: Spans) -> bool:
    return any(
        t.text.lower() in ("not", "n't", "n’t", "never") for t in line.tokens for s in cue if s.start <= t.start < s.end
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


# --- what counts as a statement -------------------------------------------------------------------------------------


def _is_statement(view: View, line: Line, attribution: Attribution, content: list[Span]) -> bool:
    """Says whether a tagged attribution is a statement and no attitude, act or figure of speech."""
    source = attribution.source[0].of(view.text).lower() if attribution.source else ""
    heads = re.split(r" (?:on|of|in|at|from|with|by|as) |,", source)[0].split()
    head = heads[-1] if heads else ""
    if source in ("i", "we") and not view.is_quoted(attribution.source[0].start):
        return False  # outside quotation marks "I" is the writer
    begins = view.text[content[0].start : content[0].end].lower()
    if begins.startswith(("not to be named", "not to be identified", "that they not be", "anonymity")):
        return False
    if is_hearsay(source) or any(is_hearsay(s.of(view.text)) for s in attribution.cue):
        return False
    if set(source.split()[:1]) & (NOBODY | {"no"}) or {head, head.removesuffix("s")} & FIGURE_OF_SPEECH:
        return False
    if any(re.search(r"\b(?:reported|alleged|purported|supposed)ly\b", s.of(view.text)) for s in attribution.cue):
        return False  # hearsay, not their words
    lemma, at = _main_verb(line, attribution.cue)
    named = [t for t in line.tokens for s in attribution.source if s.start <= t.start < s.end]
    if (
        not any(
            t.tag.startswith(("NN", "PRP", "CD", "WP", "JJ")) or t.text.lower() in ("both", "neither") for t in named
        )
        and named
    ):
        return False
    if line.word(at) == "asked" and at == 0:
        return False  # "Asked whether …, the minister …": nobody speaks
    if lemma == "ask" and re.match(r"(?:\w+ ){0,3}(?:whether|what|how|why|when|who|where)\b", begins):
        return False  # a question states nothing
    if lemma == "fear" and line.kind == "headline" and line.tag(at + 1) in ("JJ", "VBN", "VBG"):
        return False  # "Child feared missing"
    if not attribution.cue or attribution.cue[0].of(view.text).strip() == ":":
        return line.kind != "headline"  # the rules read a headline's colon
    if (attribution.score or 0.0) < _UNSURE and "phrase" not in "".join(attribution.rules):
        return False
    if (
        any(line.lemma(k) == "be" for k in (at - 1, at - 2))
        and line.tag(at) == "VBN"
        and lemma not in ("quote", "confirm", "deny", "verify")
    ):
        return line.word(at + 1) == "by"  # "was asked what …": the subject is not the speaker
    if line.tag(at) == "MD" or (line.word(at - 1) == "to" and line.tag(at) == "VB"):
        return False
    if line.tag(at) == "VB" and line.tag(at - 1) == "MD" and not _is_negated(line, attribution.cue):
        return False  # "will propose": no words yet
    if (
        lemma not in ("quote", "cite")
        and line.tag(at) == "VBN"
        and line.word(at - 1) == ","
        and line.word(at + 1) in ("of", "by", "in", "for", "with", "as")
    ):
        return False  # "…, accused of theft": the subject is not the speaker
    if not _reports(line, at, attribution, content):
        return False
    if not any(
        line.tag(i).startswith("VB")
        for i, t in enumerate(line.tokens)
        for s in attribution.cue
        if s.start <= t.start < s.end
    ):
        return "according to" in attribution.cue[0].of(view.text).lower() or line.kind == "headline"
    if lemma in ("promise", "offer", "give", "tell") and re.match(r"(?:it|them|him|her)\b(?! to )", begins):
        return False  # "offered it to her sister": a thing handed over, no words
    if begins in ("it", "them", "him", "her", "so", "this", "that") and lemma not in (
        "deny",
        "reject",
        "dismiss",
        "confirm",
        "admit",
        "dispute",
    ):
        return False
    if line.tag(at) == "VBG" and not _is_said_by_subject(view, line, content):
        return False
    if lemma in JUDGEMENT | {"show"} and not _is_speaker(view, line, attribution):
        return False
    if lemma in SPEECH or lemma in STANCE:
        return not (source.split()[0] in ("this", "that", "these", "those") and head not in DOCUMENT)
    words_in = word_set(view, content)
    quoted = sum(view.is_quoted(at) for at in words_in)
    if quoted >= 3 and quoted >= 0.6 * len(words_in):
        return not _is_title(view.text[content[0].start : content[-1].end])
    if lemma in _LIGHT:
        return True
    return lemma not in NO_STATEMENT and begins.startswith("that ") and (attribution.score or 0.0) > _SURE


def _is_title(text: str) -> bool:
    """Says whether quoted words are a title: every long word with a capital ("The Long Way Home")."""
    long = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
    return len(long) > 1 and all(w[:1].isupper() for w in long)


def _is_said_by_subject(view: View, line: Line, content: list[Span]) -> bool:
    """Says whether a participle's words may be somebody's: a clause, a quotation, or a sentence whose subject can speak."""
    start = after_dateline(line)
    end = noun_phrase_end(line, start) if start < len(line.tokens) else start
    words_in = [i for i, t in enumerate(line.tokens) if any(s.contains(t.span) for s in content)]
    clause = any(line.quoted[i] or line.tag(i) in FINITE for i in words_in)
    return clause or end <= start or can_speak(view, line, (start, end))


def _reports(line: Line, at: int, attribution: Attribution, content: list[Span]) -> bool:
    """Says whether a tagged verb of many uses reports words here ("dismissed the case" does not)."""
    places = [i for i, t in enumerate(line.tokens) if any(s.contains(t.span) for s in content)]
    subject = [i for i, t in enumerate(line.tokens) if any(s.contains(t.span) for s in attribution.source)]
    if not places or places[0] < at or not subject or line.lemma(at) in _LIGHT:
        return True
    return reports_words(line, at, (subject[0], subject[-1] + 1), places)


def _is_speaker(view: View, line: Line, attribution: Attribution) -> bool:
    """Says whether a tagged source can speak at all: "the offer shows …" is the writer's weighing."""
    if not attribution.source:
        return True
    span = attribution.source[0]
    part = (line.token_at(span.start), line.token_at(span.end - 1) + 1)
    quoted = any(view.is_quoted(s.start + 1) for s in attribution.content)
    alone = span.of(view.text).lower() in ("it", "this", "that", "which")
    return quoted or part[1] > len(line.tokens) or part[1] <= part[0] or (not alone and can_speak(view, line, part))
