"""Status: the words that say how firmly something is put, and the stretch over which they hold.

Only the words are read here. Which of several cues wins over one claim, and what a plain negation denies, is decided
in `claims`, which sees the attributions too. A cue of the scope `complement` ("confirmed", "ruled out") starts its
scope at itself: where it is also the cue of an attribution, it speaks for that attribution's content wherever it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from firsthand.annotate.status.control import foreseen_or_planned
from firsthand.annotate.status.patterns import Sentence
from firsthand.annotate.status.rules import HEARSAY, RULES, Rule
from firsthand.annotate.status.scope import Clauses, scope_of
from firsthand.records import Document, Span, StatusCue, Token

__all__ = ["find_status"]


class Hit(NamedTuple):
    """One rule that fired on the tokens `first` to `last` (inclusive) of a sentence; `order` is its row in the table."""

    first: int
    last: int
    order: int
    rule: Rule


def find_status(document: Document) -> tuple[StatusCue, ...]:
    """Gives the status cues of a document in text order, each with the stretch over which it holds.

    Of cues that share words, the longest is kept ("could not be verified" over "could"), then the earlier row; an adverb of hearsay
    stands beside the cue it is part of ("are reportedly planning to").
    """
    headlines = [block.span for block in document.article.blocks if block.kind == "headline"]
    cues: list[StatusCue] = []
    for tokens in _sentences(document):
        in_headline = any(span.start <= tokens[0].start < span.end for span in headlines)
        cues.extend(_cues(tokens, in_headline))
    return tuple(cues)


def _sentences(document: Document) -> Iterator[tuple[Token, ...]]:
    for first, last in pairwise((*document.first_tokens, len(document.tokens))):
        if first < last:
            yield document.tokens[first:last]


def _cues(tokens: Sequence[Token], in_headline: bool) -> Iterator[StatusCue]:
    hits = _longest(_hits(Sentence.of(tokens), in_headline))
    if not hits:
        return
    clauses = Clauses.of(tokens)
    for hit in hits:
        if hit.rule.status == "asserted":
            continue
        first, last = scope_of(hit.rule.scope, hit.first, hit.last, tokens, clauses)
        status = hit.rule.status or foreseen_or_planned(tokens, hit.first, hit.last)
        yield StatusCue(
            span=Span(tokens[hit.first].start, tokens[hit.last].end),
            scope=Span(tokens[first].start, tokens[last].end),
            status=status,
            rule=hit.rule.name,
        )


def _by_word() -> dict[str, list[int]]:
    """Gives the rows of the rules by the words of which their patterns need one; those that need none stand under ""."""
    rows: dict[str, list[int]] = defaultdict(list)
    for order, rule in enumerate(RULES):
        for word in rule.pattern.needs[0] if rule.pattern.needs else ("",):
            rows[word].append(order)
    return dict(rows)


_BY_WORD = _by_word()


def _hits(sentence: Sentence, in_headline: bool) -> Iterator[Hit]:
    for order in sorted({order for word in ("", *sentence.words) for order in _BY_WORD.get(word, ())}):
        rule = RULES[order]
        if rule.headline_only and not in_headline:
            continue
        for first, last in sentence.find(rule.pattern):
            yield Hit(first, last, order, rule)


def _longest(hits: Iterator[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.first - h.last, h.order, h.first)):
        if hit.rule.name == HEARSAY or all(hit.last < other.first or other.last < hit.first for other in kept):
            kept.append(hit)
    return sorted(kept)
