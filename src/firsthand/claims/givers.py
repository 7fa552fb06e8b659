"""Who can give a figure or speak at all: the head of a noun phrase is an office, an organ, an outlet or a name."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.claims.lexicon import DOCUMENT, INSTITUTION, OUTLET_NOUN, UNNAMED, words
from firsthand.claims.stretches import Range, head_of
from firsthand.claims.view import Line, View

MEDIA = OUTLET_NOUN | words("media medium television tv radio daily mouthpiece outlets agencies press")
COUNT_NOUN = words(
    "figure figures count number numbers tally estimate estimates toll statement total announcement deaths"
)
_CASUALTIES = words("dead wounded injured missing killed death fatality body casualty name")
_ROLE_ENDINGS = (
    "master",
    "chief",
    "keeper",
    "leader",
    "minister",
    "spokesman",
    "spokeswoman",
    "official",
    "warden",
    "head",
)


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gives a figure in a sentence: the source, the hands after it in order, and where the figure's words begin. `narrow`: he gives
    that number and none beside it ("the 24 whom the governor announced")."""

    source: Range
    hands: tuple[Range, ...]
    cue: Range
    start: int
    end: int | None = None
    narrow: bool = False


def can_give(view: View, line: Line, part: Range) -> bool:
    """Says whether a noun phrase names somebody who can count and tell."""
    head = line.lemma(head_of(line, part))
    if head in UNNAMED | INSTITUTION | DOCUMENT | MEDIA or (head.endswith(_ROLE_ENDINGS) and line.tag(part[0]) == "DT"):
        return True
    if head in ("figure", "count") or line.tag(part[0]) == "EX":
        return any(line.lemma(k) in MEDIA | INSTITUTION for k in range(*part))
    if (
        line.lemma(part[0]) in UNNAMED
        and part[1] - part[0] > 2
        and all(line.tag(k).startswith("NNP") for k in range(*part))
    ):
        return True  # "Governor Ada Lund", where the parse found no name
    span = line.span_of(*part)
    return any(
        m.kind in ("person", "body", "outlet", "state") and m.span.end >= line.tokens[head_of(line, part)].end
        for m in view.mentions_in(span)
    )


def can_speak(view: View, line: Line, part: Range) -> bool:
    """Says whether the head of a noun phrase names somebody who can speak; names behind it ("the port's offer for Norland") do not count."""
    at = head_of(line, part)
    if (
        line.lemma(at) in UNNAMED | INSTITUTION | DOCUMENT | MEDIA
        or line.word(at) in DOCUMENT
        or line.tag(at) in ("PRP", "WP", "WDT")
    ):
        return True
    token = line.tokens[at]
    covered = any(
        m.kind in ("person", "body", "outlet", "state", "place", "group", "role") and m.span.contains(token.span)
        for m in view.mentions_in(token.span)
    )
    return covered or line.tag(at).startswith("NNP") or (token.text[:1].isupper() and at > 0)


def is_media(view: View, line: Line, part: Range) -> bool:
    named = any(m.kind == "outlet" for m in view.mentions_in(line.span_of(*part)))
    return named or any(line.lemma(k) in MEDIA or line.word(k) in MEDIA for k in range(*part))


def has_toll(line: Line, verb: int) -> bool:
    """Says whether what somebody "has" is a toll: "The clinic had four dead at noon", not "four dead trees"."""
    number = next((k for k in range(verb + 1, min(verb + 5, len(line.tokens))) if line.tag(k) == "CD"), None)
    if number is None:
        return False
    after = next((k for k in (number + 1, number + 2) if {line.lemma(k), line.word(k)} & _CASUALTIES), None)
    return after is not None and not line.tag(after + 1).startswith("NN")
