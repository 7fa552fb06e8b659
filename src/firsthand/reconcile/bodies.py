"""Who speaks for whom, and which publishers are one family: looked up in the gazetteer, or read from the speakers themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from firsthand.gazetteer import Gazetteer
from firsthand.reconcile.asserters import body_behind, entity_of
from firsthand.reconcile.facts import fold
from firsthand.reconcile.lineage import PageView
from firsthand.records import Reading, Speaker

_MOUTHPIECE = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|officials?|representatives?|press (?:office|service|secretary))\b", re.I
)

# A body's document speaks for the body: "the UN report".
_DOCUMENT = re.compile(r"\s+(?:reports?|data|figures|statements?|bulletins?|updates?|notices?|press release)$", re.I)


def bodies_of(readings: Iterable[Reading]) -> dict[str, str]:
    """Gives for an asserter's key the key of the body whose word it is: a spokesman's body, a state broadcaster's state.

    A person with an office of his own stays himself: a minister and his ministry are joined only where pages name him for it.
    """
    gazetteer = Gazetteer.load()
    said: defaultdict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for claim in reading.claims:
            entity = entity_of(claim.speaker)
            if claim.speaker is None or entity is None:
                continue
            if body := _body(claim.speaker, entity, gazetteer):
                said[entity].add(body)
    return {entity: min(bodies) for entity, bodies in sorted(said.items()) if len(bodies) == 1 and entity not in bodies}


def _body(speaker: Speaker, entity: str, gazetteer: Gazetteer) -> str | None:
    body = body_behind(speaker)
    name = _DOCUMENT.sub("", body or re.sub(r" \(unnamed(?: author)?\)$", "", speaker.name))
    found = gazetteer.entries(name) if not speaker.entity else ()
    if len(found) == 1 and found[0].id != entity:
        return found[0].id
    entry = gazetteer.entry(entity)
    if entry is not None and entry.kind != "state" and (above := gazetteer.speaks_for(entity)):
        return above[0]
    if body and (speaker.kind == "unnamed" or _MOUTHPIECE.search(f"{speaker.name} {speaker.role or ''}")):
        return " ".join(fold(w) for w in re.findall(r"\w[\w'’]*", body))
    return None


def publisher_families(views: Mapping[str, PageView]) -> dict[str, str]:
    """Gives the publisher family of each outlet key that the gazetteer knows one for."""
    gazetteer = Gazetteer.load()
    found = {}
    for view in views.values():
        for name in (view.article.host, view.article.outlet):
            if view.outlet and name and (family := gazetteer.family(name)):
                found[view.outlet] = family
                break
    return found
