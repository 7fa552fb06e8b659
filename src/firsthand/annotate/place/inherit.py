"""A place that the gazetteer does not list takes its country, never a point, from the places around it.

Two rules: what is written beside it ("Alder, in Tolna province"), else the one country of all places of its sentence (and their one division,
where they are several), or of the whole article where its sentence names none. Seats of government and demonyms are no places for this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.annotate.place.toponym import Toponym
from firsthand.records import Document, Place

_WITHIN = re.compile(r"\s*,\s*|\s*\(\s*|,? in (?:the )?(?:[\w-]+ ){0,2}|[\w ,]{0,20} in the (?:[a-z]+ ){0,2}of ", re.I)
_ONLY_WORDS_OF_STATE = frozenset(["seat of government", "demonym", "possessor"])


def located(document: Document, places: Sequence[Place], toponyms: Sequence[Toponym]) -> Iterator[Place]:
    """Gives the places, the unlisted ones with the country that their surroundings leave no doubt about."""
    for at, place in enumerate(places):
        if place.gazetteer_id or place.alternatives:
            yield place
            continue
        yield _beside(document, places, at) or _of_the_surroundings(document, places, toponyms, at) or place


def _beside(document: Document, places: Sequence[Place], at: int) -> Place | None:
    """Gives the place with country and division of the one it is written in, when that follows at once."""
    if at + 1 == len(places):
        return None
    place, outer = places[at], places[at + 1]
    if not outer.country or not _WITHIN.fullmatch(document.text[place.span.end : outer.span.start]):
        return None
    return replace(
        place, country=outer.country, region=outer.region, rule=f"{place.rule}; placed by the place written beside it"
    )


def _of_the_surroundings(
    document: Document, places: Sequence[Place], toponyms: Sequence[Toponym], at: int
) -> Place | None:
    sentence = next((span for span in document.sentences if span.start <= places[at].span.start < span.end), None)
    named = [
        place
        for place, toponym in zip(places, toponyms, strict=True)
        if place.country and place.gazetteer_id and toponym.rule not in _ONLY_WORDS_OF_STATE
    ]
    near = [place for place in named if sentence and sentence.start <= place.span.start < sentence.end]
    countries = {place.country for place in near or named}
    if len(countries) != 1:
        return None
    where = "its sentence" if near else "the article"
    divisions = {place.region for place in near if place.region} if len(near) > 1 else set()
    return replace(
        places[at], country=countries.pop(), region=divisions.pop() if len(divisions) == 1 else None,
        rule=f"{places[at].rule}; in the one country of {where}",
    )  # fmt: skip
