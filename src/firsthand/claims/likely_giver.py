"""Who gives a number of a plain sentence, as the network of givers points: asked where no words of the sentence attribute it and no rule tells.

Every mark is resolved as the source of a statement would be; marks of one party add up. Only a party that is named and takes most of the
chance is believed: who is only a role or a crowd, and whatever the network leaves to the page, stays open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from firsthand.claims.givers import can_give
from firsthand.claims.speakers import resolve
from firsthand.claims.stretches import Range, is_nominal, noun_phrase_end
from firsthand.claims.view import Line, View
from firsthand.claims.whose import Beside, is_place
from firsthand.records import POINTED_AT, GiverMark, Quantity, Speaker

SAME_SENTENCE = 0.85  # of the chance in the number's own sentence, where the rules have seen every word
_COUNTS_NOTHING = re.compile(r"\b(?:single|more|another|further|additional)\b", re.I)
LEAST = 0.8  # of the chance that a party must take
_SMALL = frozenset("the a an of for and in our its".split())


def likely_giver(view: View, line: Line, quantity: Quantity, marks: Sequence[GiverMark]) -> Beside | None:
    """Gives the party that takes most of the chance, by its likeliest mark; None where none takes enough or can be told, and where the number
    counts nothing ("no people", "a single page", "two more")."""
    if quantity.low == quantity.high == 0 or _COUNTS_NOTHING.search(
        view.text, quantity.span.start, quantity.span.end + 6
    ):
        return None
    shares: defaultdict[str, float] = defaultdict(float)
    first: dict[str, tuple[Line, Range]] = {}
    for mark in marks:
        found = _phrase(view, mark)
        who = _who(view, *found) if found else None
        if found is None or who is None:
            continue
        key = who.entity or who.name
        shares[key] += mark.chance
        first.setdefault(key, found)
    best = max(shares, key=lambda key: (shares[key], key), default=None)
    issuer = view.document.article.issuer
    if best is None or shares[best] < LEAST:
        return None
    there, part = first[best]
    if not _may_stand(there, line, part, quantity, shares[best]):
        return None
    if issuer and _names(there.span_of(*part).of(view.text)) <= _names(issuer):
        return None  # the issuer's own number, whatever it calls itself
    rule = f"{POINTED_AT} (chance {min(shares[best], 1.0):.2f})"
    return Beside(part, part, rule, alone=True, there=None if there is line else there)


def _may_stand(there: Line, line: Line, part: Range, quantity: Quantity, share: float) -> bool:
    """Says whether a giver may stand there: before his number; in its own sentence only as the one who acts, of whom the rules know no verb."""
    start = there.tokens[part[0]].start
    if start > quantity.span.start:
        return False
    if there is not line:
        return True
    return share >= SAME_SENTENCE and not line.tag(part[0] - 1).startswith(("IN", "TO"))


def _names(words: str) -> set[str]:
    return {word for word in words.lower().split() if word not in _SMALL}


def _phrase(view: View, mark: GiverMark) -> tuple[Line, Range] | None:
    """Gives the noun phrase round the word that a mark points at, with its sentence."""
    line = view.line_at(mark.top.start)
    if line is None:
        return None
    at = line.token_at(mark.top.start)
    if at >= len(line.tokens):
        return None
    named = [m for m in view.mentions_in(mark.top) if m.kind in ("person", "body", "outlet", "state")]
    start, end = at, at + 1
    if named:
        widest = max(named, key=lambda m: m.span.end - m.span.start)
        start, end = line.token_at(widest.span.start), line.token_at(widest.span.end - 1) + 1
        end = min(end, len(line.tokens))
    while start > 0 and _goes_before(line, start):
        start -= 1
        if line.tag(start) in ("DT", "PRP$") and line.word(start - 1) != "of":
            break
    end = max(end, noun_phrase_end(line, start))
    return (line, (start, end)) if start < end else None


def _goes_before(line: Line, start: int) -> bool:
    """Says whether the word before belongs to the phrase: a noun or its adjective, "of" between two nouns, a capital in a line of capitals."""
    before = start - 1
    if line.word(before) == "of":
        return before > 0 and line.tokens[before - 1].text[:1].isupper()
    if line.tokens[before].text.isupper() and line.tokens[start].text.isupper() and line.tokens[before].text.isalpha():
        return True
    return is_nominal(line, before) and line.tag(before) not in ("PRP", "EX", "CD", "POS")


def _who(view: View, line: Line, part: Range) -> Speaker | None:
    """Gives whom a phrase names: somebody who can count and tell, and no place; None for who stays unnamed or open."""
    if is_place(view, line, part) or not can_give(view, line, part):
        return None
    who = resolve(view, (line.span_of(*part),))
    return None if who.candidates or who.kind in ("unnamed", "document") else who
