"""Bare nouns: which body a page means by "the ministry" or "the health ministry" where the story has several that go by it.

A page's own words say it: the one such body that the page names more fully, or the land that the sentence is about ("In Norlund, the
health ministry ..."). Where they do not, it may be any of them, and is one asserter on this page alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.reconcile.facts import fold
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.institutions import Body, body_of, phrases_with

_IN_LAND = re.compile(r"(?:^|[.;:!?”\"\n]\s*|\b)[Ii]n (?P<land>[A-ZÀ-Þ][\w-]+),? ")


_MINISTER = re.compile(r"\bminister\b", re.I)
_ON_PAGE = ", page "
Name = tuple[str, str]  # a body's key, and its name for readers


def named_in_full(
    figures: Mapping[str, Sequence[Figure]], texts: Mapping[str, str], lands: Mapping[str, str]
) -> dict[str, tuple[Figure, ...]]:
    """Gives the figures of a story, by article, each under the body that its page means; `texts` are those of the articles."""
    known: defaultdict[Body, set[Name]] = defaultdict(set)
    for own in figures.values():
        for figure in own:
            if figure.entity and (body := _body(figure, lands)):
                known[body].add((figure.entity, figure.asserter or ""))
    names = {body: min(found) for body, found in known.items()}
    return {
        article: tuple(_in_full(f, names, texts.get(article, ""), lands) for f in own)
        for article, own in figures.items()
    }


def is_of_one_page(entity: str) -> bool:
    """Says whether a key is of an asserter who is known by a bare noun that may be any of several bodies'."""
    return entity.startswith("unnamed:") and _ON_PAGE in entity


def _body(figure: Figure, lands: Mapping[str, str]) -> Body | None:
    is_person = figure.speaker is not None and figure.speaker.kind == "person"
    return None if is_person else body_of(figure.asserter or "", lands)


def _in_full(figure: Figure, names: Mapping[Body, Name], text: str, lands: Mapping[str, str]) -> Figure:
    body = _body(figure, lands) if figure.entity else None
    if body is None or (figure.entity or "").startswith("body:"):
        return figure
    fuller = [b for b in names if b.head == body.head and body.words < b.words]
    fuller = [b for b in fuller if not any(b.words < other.words for other in fuller)]
    if not fuller or (len(fuller) == 1 and len(body.words) > 1):
        return figure  # a shorter name of the only one, see `aliases`
    meant = _of_land(figure, fuller, text, lands) or _on_page(body, fuller, text[: figure.sentence[1]], lands)
    if len(meant) == 1:
        return replace(figure, entity=names[meant[0]][0], asserter=names[meant[0]][1])
    if len(_lands_of(fuller, lands)) > 1:
        return replace(
            figure, entity=f"unnamed: {(figure.entity or '').removeprefix('unnamed: ')}{_ON_PAGE}{figure.article}"
        )
    return figure


def _lands_of(bodies: Sequence[Body], lands: Mapping[str, str]) -> set[str]:
    return {w for b in bodies for w in b.words & set(lands.values())}


def _of_land(figure: Figure, fuller: Sequence[Body], text: str, lands: Mapping[str, str]) -> list[Body]:
    """Gives the bodies of the land that the words before the figure's asserter put it in."""
    start = figure.sentence[0]
    named = {lands.get(w, w) for m in _IN_LAND.finditer(text[start : figure.sentence[1]]) for w in (fold(m["land"]),)}
    return [b for b in fuller if b.words & named]


def _on_page(body: Body, fuller: Sequence[Body], text: str, lands: Mapping[str, str]) -> list[Body]:
    """Gives the bodies that a page has named so far by more of their words than the bare noun: who writes of "the army" and only then of
    the Norlundic army means his own."""
    told = _MINISTER.sub("ministry", text) if body.noun == "ministry" else text  # whose minister it speaks of
    phrases = [p.words for p in phrases_with(body.noun, told, lands)]
    everything = {w for b in fuller for w in b.words}
    return [
        b
        for b in fuller
        if any((words & everything) - body.words and words & everything <= b.words for words in phrases)
    ]
