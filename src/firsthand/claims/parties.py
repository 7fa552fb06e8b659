"""Who can pass words on: an outlet, a body, or a person where the rule allows one; never an audience, a place or a day."""

from __future__ import annotations

import re

from firsthand.claims.lexicon import AUDIENCE, INSTITUTION, OUTLET_NOUN, UNNAMED, words
from firsthand.claims.stretches import Range, noun_phrase_end
from firsthand.claims.view import Line, View
from firsthand.gazetteer import Gazetteer
from firsthand.text.given_names import FEMALE, MALE, TITLES
from firsthand.text.person_nouns import is_person_noun


def party_at(view: View, line: Line, start: int, *, persons: bool = False) -> Range | None:
    """Gives the range of the outlet or body that begins here; None for an audience, a place, a day or a person."""
    if start >= len(line.tokens) or line.quoted[start]:
        return None
    end = without_day(line, (start, max(noun_phrase_end(line, start), _mention_end(view, line, start))))[1]
    if end <= start:
        return None
    return (start, end) if is_party(view, line, (start, end), persons=persons) else None


def without_day(line: Line, party: Range) -> Range:
    """Gives a noun phrase without the day that follows it ("the Aln court | yesterday")."""
    end = party[1]
    while end > party[0] and line.word(end - 1) in _CALENDAR:
        end -= 1
    return party[0], end


def is_party(view: View, line: Line, party: Range, *, persons: bool = False) -> bool:
    """Says whether a noun phrase names somebody who can pass words on."""
    party = without_day(line, party)
    if party[0] >= party[1]:
        return False  # a day alone
    head = line.lemma(party[1] - 1)
    of = next((k for k in range(party[0] + 1, party[1]) if line.word(k) == "of"), None)
    holder = line.word(of - 1) if of is not None and line.tokens[of - 1].text.islower() else ""
    if not persons and (is_person_noun(holder) or is_person_noun(holder.removesuffix("s"))):
        return False  # "told the chairman of Aln Gears": somebody merely spoken to
    if (
        not persons
        and of is None
        and line.tag(party[1] - 1) == "NNS"
        and is_person_noun(line.word(party[1] - 1).removesuffix("s"))
    ):
        return False  # "wrote to the trustees"
    named = any(line.tokens[k].text[:1].isupper() for k in range(*party)) or _small_outlet(line, party)
    kinds = {m.kind for m in view.mentions_in(line.span_of(*party))}
    if head in AUDIENCE or line.word(party[1] - 1) in AUDIENCE:
        span = line.span_of(*party)
        return any(m.kind == "outlet" and m.span.end >= span.end for m in view.mentions_in(span))
    if _is_parliament(line.span_of(*party).of(view.text)):
        return False
    if "outlet" in kinds:
        return True
    described = any(line.lemma(k) in OUTLET_NOUN for k in range(*party))
    if not described and "body" not in kinds and (_is_place(view, line, party) or "pronoun" in kinds):
        return False
    if not described and "person" in kinds and _is_person(view, line, party):
        return persons
    if line.tag(party[0]) == "CD" or line.word(party[0]) in _CALENDAR:
        return False
    return named or head in OUTLET_NOUN or head in INSTITUTION or "body" in kinds


def _is_parliament(name: str) -> bool:
    return any(e.sort == "parliament" for e in Gazetteer.load().entries(re.sub(r"^[Tt]he ", "", name)))


def _is_place(view: View, line: Line, party: Range) -> bool:
    """Says whether a place or state is all that the words name ("told Oslo" is no outlet, "the Oslo Lens" may be one)."""
    span = line.span_of(*party)
    return any(
        m.kind in ("place", "state")
        and m.span.end >= span.end
        and (m.entry or (" " not in m.text and Gazetteer.load().places(m.text)))
        and not _runs_on(m.text, span.of(view.text))
        for m in view.mentions_in(span)
    )


def _runs_on(name: str, words_: str) -> bool:
    return len(words_.removeprefix("the ").split()) > len(name.split())


def _is_person(view: View, line: Line, party: Range) -> bool:
    """Says whether the words name a person for certain: a title, a known given name, or a role before the name.

    The parse takes unknown outlets for persons ("told Orlo Vest"); whoever is told something by name alone is an outlet far more often.
    """
    if line.word(party[0]) == "the" and all(
        line.tokens[k].text[:1].isupper() or line.word(k) in _BRIDGES for k in range(party[0] + 1, party[1])
    ):
        return False  # "the Rana Post": no person is called so
    first = line.word(party[0]).rstrip(".")
    if first in TITLES or first in _TITLES or first in MALE or first in FEMALE or line.tokens[party[0]].text.islower():
        return True
    return party[0] > 0 and line.lemma(party[0] - 1) in UNNAMED


def _small_outlet(line: Line, party: Range) -> bool:
    """Says whether one word in small letters is an outlet all the same (agencies that write themselves so)."""
    return party[1] - party[0] == 1 and Gazetteer.load().outlet(line.tokens[party[0]].text) is not None


_BRIDGES = words("of de do da del der on - &")
_TITLES = words("dr professor prof captain colonel general mr mrs ms judge senator inspector sergeant major")
_CALENDAR = words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december today yesterday earlier late early last week month year morning evening night"""
)


def _mention_end(view: View, line: Line, start: int) -> int:
    """Gives the end of a name that runs on where the grammar would stop ("the Alliance to Save Wells")."""
    called = line.tag(start) == "DT" and line.word(start + 1) in OUTLET_NOUN  # "the blog | By Two Rivers"
    head = line.span_of(start, min(start + 2 + called, len(line.tokens)))
    ends = [m.span.end for m in view.mentions_in(head) if m.kind in ("outlet", "body") and line.span.contains(m.span)]
    return max((line.token_at(end) for end in ends), default=start)
