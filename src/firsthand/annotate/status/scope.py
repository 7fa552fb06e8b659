"""Clauses, roughly, from tags alone: where the words that a status cue governs begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from firsthand.annotate.status.patterns import words
from firsthand.records import Token

Scope = Literal["clause", "complement", "infinitive", "phrase", "sentence"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = ("NN", "PRP", "DT", "CD", "JJ", "EX", "WP", "PDT")
_SUBORDINATORS = words("while whereas although though because after before since when where who which whose whom once")
_REPORTING = words(
    "say tell report add state note claim allege argue insist suggest indicate announce declare warn write explain believe think hint "
    "acknowledge admit concede confirm deny promise vow pledge predict forecast understand know show find"
)
_MARKS = frozenset({";", ":", "—", "–", "--"})
_CONTRASTS = frozenset({"but", "whereas", "while"})
_REACH = 14


@dataclass(frozen=True, slots=True)
class Clauses:
    """Token indices where a clause begins. `hard` breaks part statements; `soft` ones part a clause from one inside it."""

    hard: tuple[int, ...]
    soft: tuple[int, ...]

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Clauses:
        """Gives the breaks of one sentence."""
        hard = sorted({0, *_hard_breaks(tokens)})
        soft = sorted({*hard, *_soft_breaks(tokens)})
        return cls(tuple(hard), tuple(soft))


def scope_of(scope: Scope, first: int, last: int, tokens: Sequence[Token], clauses: Clauses) -> tuple[int, int]:
    """Gives the first and last token that a cue on `first` to `last` governs, the closing stop left out."""
    end = len(tokens) - 1
    if scope == "sentence":
        return 0, _without_stop(tokens, 0, end)
    if scope == "phrase":
        return first, _noun_end(tokens, last)
    if scope == "clause":
        start = max((b for b in clauses.soft if b <= first), default=0)
        stop = min((b for b in clauses.soft if b > last), default=end + 1) - 1
    else:
        start = first
        breaks = clauses.hard if scope == "complement" else clauses.soft
        stop = min((b for b in breaks if b > last), default=end + 1) - 1
    return start, _without_stop(tokens, max(start, last), max(stop, last))


def _hard_breaks(tokens: Sequence[Token]) -> Iterator[int]:
    for i, token in enumerate(tokens):
        word = token.text.lower()
        if word in _MARKS:
            yield i + 1
        elif (
            (word in _CONTRASTS and _finite_after(tokens, i + 1))
            or (token.tag == "CC" and _finite_before(tokens, i) and _subject_follows(tokens, i + 1))
            or (word == "," and _reporting_tail(tokens, i + 1))
        ):
            yield i


def _soft_breaks(tokens: Sequence[Token]) -> Iterator[int]:
    for i, token in enumerate(tokens):
        word = token.text.lower()
        if (word in _SUBORDINATORS and _finite_after(tokens, i + 1)) or (
            word == "as" and _subject_follows(tokens, i + 1)
        ):
            yield i
            yield from _end_of_inset(tokens, i)
        elif (word == "that" and token.tag in {"IN", "WDT"}) or (_reports(token) and _subject_follows(tokens, i + 1)):
            yield i + 1


def _reports(token: Token) -> bool:
    return token.lemma in _REPORTING and token.tag.startswith("VB")


def _end_of_inset(tokens: Sequence[Token], start: int) -> Iterator[int]:
    """Gives the token after the comma that closes an inserted clause ("the convoy, which left at dawn, may …")."""
    for i in range(start + 1, min(len(tokens), start + 2 * _REACH)):
        if tokens[i].text == ",":
            if i + 1 < len(tokens):
                yield i + 1
            return


def _finite_after(tokens: Sequence[Token], start: int) -> bool:
    for token in tokens[start : start + _REACH]:
        if token.tag in _FINITE:
            return True
        if token.text in {",", ";", ":"}:
            return False
    return False


def _finite_before(tokens: Sequence[Token], stop: int) -> bool:
    return any(token.tag in _FINITE for token in tokens[:stop])


def _subject_follows(tokens: Sequence[Token], start: int) -> bool:
    """Says whether a noun phrase and then a finite verb stand here, with no other mark or link between them."""
    seen_nominal = False
    for token in tokens[start : start + 9]:
        if token.tag in _FINITE:
            return seen_nominal
        if token.tag.startswith(_NOMINAL):
            seen_nominal = True
        elif not token.tag.startswith(("RB", "POS", "IN", "TO", "VBN", "VBG", "HYPH", "``", "''", '"')):
            return False
    return False


def _reporting_tail(tokens: Sequence[Token], start: int) -> bool:
    """Says whether what follows a comma only names who says so: "according to …", "as reported by …", "the mayor said"."""
    words = [token.text.lower() for token in tokens[start : start + 3]]
    if words[:2] == ["according", "to"] or (
        words[:1] == ["as"] and tokens[start + 1 : start + 2] and tokens[start + 1].lemma in _REPORTING
    ):
        return True
    for token in tokens[start : start + 9]:
        if token.tag in _FINITE:
            return token.lemma in _REPORTING
        if not token.tag.startswith((*_NOMINAL, "POS", "IN", "RB", "``", "''", '"')):
            return False
    return False


def _noun_end(tokens: Sequence[Token], last: int) -> int:
    stop = last
    for i in range(last + 1, min(len(tokens), last + 6)):
        if not tokens[i].tag.startswith(("NN", "JJ", "CD", "HYPH", "VBN", "VBG")):
            break
        stop = i
    return stop


def _without_stop(tokens: Sequence[Token], start: int, stop: int) -> int:
    while stop > start and not any(c.isalnum() for c in tokens[stop].text):
        stop -= 1
    return stop
