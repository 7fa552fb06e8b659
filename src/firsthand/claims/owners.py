"""Whose a source without a name is: "its spokesman", "the mission, whose observers", "its army spokesman", "an official there"."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.claims.lexicon import DOCUMENT, INSTITUTION, UNNAMED
from firsthand.claims.stretches import noun_phrase_end
from firsthand.claims.view import FINITE, View
from firsthand.records import Span, Speaker
from firsthand.text.given_names import gender_of
from firsthand.text.person_nouns import is_person_noun

_WHOSE = re.compile(r"whose (?P<thing>[a-z-]+(?: [a-z-]+)*)$", re.I)
KIN = frozenset(
    "families family relatives parents mothers fathers wives widows husbands children sons daughters brothers sisters".split()
)
OWN_PAPER = "in a paper of its own"
_REACH = 12  # tokens that a phrase before "whose" may have


def antecedent(view: View, source: Span) -> Span | None:
    """Gives the words that "whose spokesman" goes back to: the longest noun phrase that ends right before it."""
    line = view.line_at(source.start)
    if line is None or not _WHOSE.match(source.of(view.text)):
        return None
    at = line.token_at(source.start)
    end = at - (line.word(at - 1) == ",")
    starts = range(max(end - _REACH, 0), end)
    start = next(
        (k for k in starts if noun_phrase_end(line, k) == end and line.tag(k) not in ("POS", "IN", "HYPH")), None
    )
    return line.span_of(start, end) if start is not None else None


def leading_role(view: View, source: Span, meant: str) -> str | None:
    """Gives the role without a name with which the sentence begins, for "The governor will build houses, her | office said"; None where
    the pronoun's own person (`meant`) is named in the sentence, or one behind the role."""
    line = view.line_at(source.start)
    end = noun_phrase_end(line, 0) if line is not None and line.tokens else 0
    if line is None or end < 2 or line.word(0) != "the" or line.span_of(0, end).end > source.start:
        return None
    here = [
        m
        for m in view.mentions_in(Span(line.span.start, source.start))
        if m.kind in ("person", "role") and (m.entity or m.kind == "person")
    ]
    alone = line.tag(end) in FINITE and line.tag(end - 1) == "NN" and is_person_noun(line.word(end - 1))
    return line.span_of(1, end).of(view.text) if alone and not here and meant not in line.span.of(view.text) else None


def bare_subject(view: View, source: Span) -> Span | None:
    """Gives the words that speak where a source holds more: "the union | stood by it and", "a loss | the army in Aln"; None otherwise."""
    line = view.line_at(source.start)
    if line is None or source.end > line.span.end:
        return None
    first, last = line.token_at(source.start), line.token_at(source.end)
    end = noun_phrase_end(line, first)
    if not first < end < last:
        return None
    if line.tag(end) in FINITE and line.tag(last - 1) == "CC" and line.tag(end - 1).startswith("NN"):
        return line.span_of(first, end)
    if (
        line.word(first) in ("a", "an")
        and line.tag(end) == "DT"
        and line.tag(end - 1) == "NN"
        and line.tag(end + 1).startswith(("NN", "JJ"))
    ):
        return line.span_of(end, last)
    return None


def of_owner(owner: Speaker, words: str, source: Span) -> Speaker | None:
    """Gives "whose spokesman" as the spokesman of this body or person; None where that is nobody by name."""
    match = _WHOSE.match(words)
    name = re.sub(r" \(unnamed\)$", "", owner.name)
    nameless = owner.kind == "unnamed" and (owner.number or is_person_noun(name.split()[-1]) or "(" in name)
    if match is None or owner.candidates or nameless or owner.kind == "document":
        return None
    return owned_by(name, match["thing"], source, "whose: the name right before it")


def owned_by(owner: str, thing: str, source: Span, why: str) -> Speaker:
    """Gives "spokesman" of a body, person or state; of "army spokesman" the owner is the state's army.

    >>> owned_by("Norland", "army spokesman", Span(0, 3), "").name
    "spokesman of Norland's army (unnamed)"
    """
    organ, _, noun = thing.rpartition(" ")
    if organ and organ.split()[-1] in INSTITUTION and is_person_noun(noun):
        owner, thing = f"{owner}'{'' if owner.endswith('s') else 's'} {organ}", noun
    name = f"{thing} of {owner} (unnamed)"
    return Speaker(name=name, kind="unnamed", role=thing, body=owner, spans=(source,), why=(why,))


def _may_own(owner: Speaker) -> bool:
    """Says whether "its" may go back to a speaker: a body, or one lone strange name that the parse took for a person's."""
    strange = owner.kind == "person" and " " not in owner.name and not gender_of(owner.name)
    return (owner.kind in ("body", "state", "outlet") or strange) and "; " not in owner.name


def with_owner(alone: Speaker, owner: Speaker, words: str) -> Speaker | None:
    """Gives "its spokesman" as that of the body that spoke before, and "its first notice" as that body itself."""
    match = re.match(r"(?:its|their) (?P<thing>[a-z-]+(?: [a-z-]+)*)$", words)
    if match is None or owner.candidates or not _may_own(owner):
        return None
    if match["thing"].split()[-1] in KIN:
        return None  # "their families" are those of people, whatever body spoke last
    noun, why = match["thing"].split()[-1], f"{words}: of the body that spoke before"
    if {noun, noun.removesuffix("s")} & DOCUMENT:
        return replace(owner, spans=alone.spans, why=(*owner.why, f"{words}: {OWN_PAPER}"))
    if not (is_person_noun(noun) or is_person_noun(noun.removesuffix("s")) or noun in UNNAMED):
        return None
    return replace(owned_by(owner.name, match["thing"], alone.spans[0], why), spans=alone.spans)
