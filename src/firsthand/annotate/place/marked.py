"""Toponyms from the parser's mentions: names of places and states, owners of state bodies, on request demonyms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.annotate.place.somebody import could_be_somebody
from firsthand.annotate.place.toponym import IN_FRAME, NATURAL, Toponym
from firsthand.gazetteer import Gazetteer, PlaceEntry
from firsthand.records import Document, Mention, Span

_POSSESSOR = re.compile(r"(?P<name>.+?)(?:['’]s|(?<=s)['’])\s")
_THE = re.compile(r"\bthe $", re.I)
_WATERS = ("River", "Mountains")
_MORE = re.compile(r"(?:[-–]\w+)+|(?: (?:(?:de|del|da|do|dos|la|al|el|upon|on) )?[A-ZÀ-ÖØ-Þ][\w’'-]+){1,2}")


def marked_toponyms(document: Document, gazetteer: Gazetteer, *, demonyms: bool) -> Iterator[Toponym]:
    """Gives the toponyms of mentions, in text order, none over another."""
    end = 0
    for mention in document.mentions:
        if mention.span.start < end:
            continue
        toponym = _toponym(document, mention, gazetteer, demonyms)
        if toponym:
            end = toponym.span.end
            yield toponym


def readings_at(document: Document, span: Span, gazetteer: Gazetteer) -> tuple[PlaceEntry, ...]:
    """Gives the readings of a name where it stands: "the Tolna" is the river, also where a town has the name."""
    name = span.of(document.text)
    if _THE.search(document.text[max(0, span.start - 4) : span.start]):
        for word in _WATERS:
            found = tuple(place for place in gazetteer.places(f"{name} {word}") if place.sort in NATURAL)
            if found and not name.endswith(word):
                return found
    return gazetteer.places_like(name)


def _toponym(document: Document, mention: Mention, gazetteer: Gazetteer, demonyms: bool) -> Toponym | None:
    """Gives the toponym of a mention of a place or state; a demonym only when asked for."""
    if mention.why == "demonym":
        return _demonym(mention, gazetteer) if demonyms else None
    if mention.why == "state body":
        return _owner(mention, gazetteer) or (_adjective(mention, gazetteer) if demonyms else None)
    if mention.kind not in ("place", "state"):
        return None
    if mention.why.startswith("metonym"):
        return Toponym(mention.span, mention.text, gazetteer.places_like(mention.text), "seat of government")
    span = _whole(document, mention.span, gazetteer)
    readings = readings_at(document, span, gazetteer)
    framed = IN_FRAME.search(document.text[max(0, span.start - 40) : span.start])
    if not readings and not framed and mention.why == "model" and could_be_somebody(document, span):
        return None
    return Toponym(span, span.of(document.text), readings, "name")


def _whole(document: Document, span: Span, gazetteer: Gazetteer) -> Span:
    """Gives the span with the words after it that the gazetteer knows as one name with it ("Alder-on-Tolna", "Rio Alder do Sul")."""
    rest = _MORE.match(document.text, span.end)
    whole = Span(span.start, rest.end()) if rest else span
    return whole if rest and gazetteer.places(whole.of(document.text)) else span


def _demonym(mention: Mention, gazetteer: Gazetteer) -> Toponym | None:
    state = gazetteer.entry(mention.entry or "")
    places = _state_places(state.name, gazetteer) if state else ()
    return Toponym(mention.span, mention.text, places, "demonym") if places and mention.kind != "group" else None


def _owner(mention: Mention, gazetteer: Gazetteer) -> Toponym | None:
    """Gives the state whose possessive begins a body ("Norland's coast guard")."""
    owner = _POSSESSOR.match(mention.text)
    places = _state_places(owner["name"], gazetteer) if owner else ()
    if owner is None or not places:
        return None
    span = Span(mention.span.start, mention.span.start + owner.end("name"))
    return Toponym(span, owner["name"], places, "possessor")


def _adjective(mention: Mention, gazetteer: Gazetteer) -> Toponym | None:
    """Gives the state whose demonym begins a body ("Norlandish coast guard"), the longest one."""
    words = mention.text.split(" ")
    for length in range(len(words) - 1, 0, -1):
        name = " ".join(words[:length])
        states = gazetteer.demonym(name)
        if len(states) == 1:
            span = Span(mention.span.start, mention.span.start + len(name))
            return Toponym(span, name, _state_places(states[0].name, gazetteer), "demonym")
    return None


def _state_places(name: str, gazetteer: Gazetteer) -> tuple[PlaceEntry, ...]:
    return tuple(place for place in gazetteer.places(name) if place.sort == "country")
