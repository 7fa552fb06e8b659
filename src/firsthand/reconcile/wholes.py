"""Numbers of a page that hang on others of it: some of those counted, of whom the page says once what befell them, and numbers in whose
place it gives another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.reconcile.kinds import CUES, KNOWN, Kind
from firsthand.reconcile.scopes import PEOPLE, SCOPES
from firsthand.records import Quantity, Reading

_OF_THEM = re.compile(r"\s+(?:of (?:them|those|these|whom)\b|(?:are|were) (?:children|minors|women|civilians)\b)")
_OF_THE = re.compile(r"\b(?:[Oo]f|[Aa]mong) (?:the|those|all)(?: the)? (?P<whole>[a-z]+(?: [a-z]+)?),?\s+$")
_RESPECTIVE = re.compile(r"\s+(?:of (?:them|those)|respectively)\b|,\s+respectively\b")


_ARE = re.compile(
    r"\s+of (?:the |those |these )?\w+(?: \w+)? (?:are|were) (?P<who>[a-z-]+(?: [a-z]+|(?: the age of)? \d+)?)"
)


def said_to_be(quantity: Quantity, text: str) -> frozenset[str]:
    """Gives the scopes of those that a number is said to be: "six of the drowned were women" is of women."""
    found = _ARE.match(text, quantity.span.end)
    return frozenset(name for name, p in SCOPES if name in PEOPLE and p.search(found["who"])) if found else frozenset()


def wholes_of(reading: Reading, text: str) -> dict[str, str]:
    """Gives for each quantity that a page gives as some of another the id of the other. Of "40 dead and 90 hurt, 3 and 7 of them in Orsa"
    the first is of the first, the second of the second."""
    found = {r.subject: r.object for r in reading.quantity_relations if r.relation == "part of"}
    spans = {q.id: q.span for q in reading.quantities}
    for r in reading.quantity_relations:
        first, last = sorted((r.subject, r.object), key=lambda i: spans[i])
        if r.relation in ("disputes", "same") and "." not in text[spans[first].end : spans[last].start]:
            found.setdefault(last, first)
    ordered = sorted(reading.quantities, key=lambda q: q.span)
    for a, b, c, d in zip(ordered, ordered[1:], ordered[2:], ordered[3:], strict=False):
        if (
            text[c.span.end : d.span.start] == " and "
            and _RESPECTIVE.match(text, d.span.end)
            and "." not in text[a.span.end : c.span.start]
        ):
            found |= {c.id: a.id, d.id: b.id}
    return found


def replaced_in(reading: Reading, sentences: Sequence[tuple[int, int]]) -> set[str]:
    """Gives the quantities of which a page gives, in the same sentence, the number that took their place."""
    spans = {q.id: q.span for q in reading.quantities}
    moved = [r for r in reading.quantity_relations if r.relation in ("change", "revision")]
    return {
        r.subject
        for r in moved
        if any(a <= spans[r.subject].start < b and a <= spans[r.object].start < b for a, b in sentences)
    }


def whole_of(
    quantity: Quantity, kinds: Mapping[str, Kind], wholes: Mapping[str, str], text: str, sentence: tuple[int, int]
) -> Kind | None:
    """Gives the class of those of whom a number is some, where its own words say nothing of what befell them ("nine of them children")."""
    own = re.split(r"[,;:.]|\b(?:and|while|but)\b", text[quantity.span.end : sentence[1]])[0]
    if any(p.search(own) for _, p in CUES):
        return None
    if named := _OF_THE.search(text, sentence[0], quantity.span.start):
        found = next((name for name, p in CUES if p.search(named["whole"])), None)
        return Kind(found, "", frozenset(), named["whole"]) if found else None
    whole = kinds.get(wholes.get(quantity.id, ""))
    is_some = _OF_THEM.match(text, quantity.span.end)
    if whole is None or whole.name not in KNOWN or not (is_some or quantity.elided):
        return None
    some = re.match(r"\sand\s[\d,.]+" + _RESPECTIVE.pattern, text[quantity.span.end : sentence[1]])
    return replace(whole, scopes=frozenset({"some of them"} if some and not is_some else ()))
