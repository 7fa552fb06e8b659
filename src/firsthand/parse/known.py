"""The gazetteer's names: the longest at each capital letter, headlines included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from firsthand.gazetteer import Entry
from firsthand.parse.name import Name, is_prominent
from firsthand.parse.view import View
from firsthand.text.names import fold, is_acronym

# Names of outlets and bodies that are ordinary words too: they need a second sign.
_ORDINARY = frozenset(
    [
        "time",
        "times",
        "stuff",
        "metro",
        "mirror",
        "independent",
        "guardian",
        "observer",
        "express",
        "telegraph",
        "star",
        "standard",
        "sun",
        "punch",
        "hill",
        "wire",
        "national",
        "nation",
        "vox",
        "vice",
        "meta",
        "apple",
        "amazon",
        "x",
        "congress",
        "dawn",
        "welt",
        "bild",
        "tempo",
        "sabah",
        "saba",
        "geo",
        "kan",
        "atlantic",
        "care",
        "mit",
        "raw",
        "ice",
        "age",
        "hindu",
        "economist",
        "forbes",
        "spiegel",
        "zeit",
        "andina",
        "mehr",
        "fars",
        "beta",
        "efe",
        "memorial",
        "amnesty",
        "hur",
        "duma",
        "who",
        "rt",
        "dr",
        "vg",
        "dn",
        "time",
        "life",
        "globe",
        "post",
        "asahi",
        "apa",
        "map",
        "petra",
        "emirates",
        "elysee",
        "beehive",
        "matignon",
        "westminster",
        "number",
        "10",
        "reform",
        "reforma",
        "wagner",
        "publico",
        "rada",
        "abc",
        "nos",
        "err",
        "ten",
        "sec",
        "fed",
    ]
)
# Words that begin the names of places; with them the longer name is looked up ("New Jersey" is not Jersey).
_PREFIXES = frozenset(
    [
        "new",
        "north",
        "south",
        "east",
        "west",
        "upper",
        "lower",
        "san",
        "santa",
        "st",
        "saint",
        "fort",
        "port",
        "mount",
        "lake",
        "gulf",
        "cape",
        "el",
        "los",
        "las",
        "la",
    ]
)
_EDGE = re.compile(r"^[\W_]+$")


def known_names(view: View, model: dict[tuple[int, int], str]) -> Iterator[Name]:
    """Gives the longest names, demonyms and seats of the gazetteer at each capital letter, headlines included."""
    index = 0
    while index < len(view.tokens):
        found = _longest_at(view, index, model)
        if found:
            yield found
        index = found.last if found else index + 1


def _longest_at(view: View, first: int, model: dict[tuple[int, int], str]) -> Name | None:
    token = view.tokens[first]
    if not (token.text[0].isupper() or token.text[0].isdigit() or token.text[0] == "+"):
        return None
    longer = _prefixed(view, first)
    if longer:
        return longer
    reach = view.gazetteer.words_from(token.text)
    if view.same_sentence(first + 1, first) and view.tokens[first + 1].tag == "POS":
        reach = max(reach, view.gazetteer.words_from(f"{token.text}s"))
    if not reach:
        return None
    for last in range(min(first + 2 * reach, len(view.tokens)), first, -1):
        if (
            view.same_sentence(first, last - 1)
            and view.tokens[last - 1].tag != "POS"
            and not _EDGE.match(view.tokens[last - 1].text)
        ):
            found = _known(view, first, last, model)
            if found:
                return found
    return None


def _prefixed(view: View, first: int) -> Name | None:
    """Gives the place whose name begins with a word like "New", if the words after it make one."""
    if view.tokens[first].text.lower().rstrip(".") not in _PREFIXES:
        return None
    for last in range(first + 4, first + 1, -1):
        if not view.same_sentence(last - 1, first) or not view.tokens[last - 1].text[0].isupper():
            continue
        text = view.words(first, last)
        if view.gazetteer.entries(text) or view.gazetteer.seat(text) or view.gazetteer.demonym(text):
            return None
        if is_prominent(view.gazetteer.places(text)):
            return Name(first, last, "place", text, why="gazetteer")
    return None


def _known(view: View, first: int, last: int, model: dict[tuple[int, int], str]) -> Name | None:
    text = view.words(first, last)
    name = Name(first, last, "", text)
    gazetteer = view.gazetteer
    entries = gazetteer.entries(text)
    if entries and (fold(text) not in _ORDINARY or _is_signed(view, first, last, model)):
        return as_entry(name, entries)
    demonyms = gazetteer.demonym(text)
    if demonyms:
        return replace(
            name, kind="people", entry=demonyms[0] if len(demonyms) == 1 else None, rivals=demonyms, why="demonym"
        )
    if gazetteer.seat(text) and (fold(text) not in _ORDINARY or model.get((first, last)) in ("place", "body")):
        return replace(name, kind="place", why="gazetteer")
    return None


def as_entry(name: Name, entries: tuple[Entry, ...]) -> Name:
    single = len(entries) == 1
    return replace(
        name,
        kind=entries[0].kind,
        entry=entries[0] if single else None,
        rivals=() if single else entries,
        why="gazetteer",
    )


def _is_signed(view: View, first: int, last: int, model: dict[tuple[int, int], str]) -> bool:
    """Says whether an ordinary word is meant as a name here: the model says so, or it is an acronym or has a capital The."""
    if view.sentence_of[first] in view.title_case:
        return last - first > 1
    said = model.get((first, last), "")
    preceded = (
        first > 0
        and view.tokens[first - 1].text == "The"
        and view.tokens[first - 1].start > view.sentences[view.sentence_of[first]].start
    )
    return (
        said == "body"
        or preceded
        or (
            is_acronym(view.words(first, last))
            and last - first == 1
            and len(view.words(first, last)) > 1
            and said != "person"
        )
    )
