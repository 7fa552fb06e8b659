"""States and peoples that no gazetteer lists, told from the page: who has an army and a people named after it is a state.

A small model takes the strange name of a country, a breakaway region or a tribe for a person. The page knows better: it writes "the Norlish
army" beside "Norland", and only what is governed has a health ministry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from firsthand.parse.bodies import organ_words
from firsthand.parse.name import TOLD, Name, is_people, is_people_of, is_prominent
from firsthand.parse.view import NOUN_TAGS, View
from firsthand.text.given_names import gender_of
from firsthand.text.names import fold

_KINDS = frozenset(["person", "body", "place", "other", "people"])
_CAPITAL = re.compile(r"[A-Z][a-z]{3,}")


def with_told_states(view: View, names: Sequence[Name]) -> list[Name]:
    """Gives the names, those that the page shows to be a state's turned into states, and those of its people into peoples."""
    parts = {fold(w) for name in names if name.kind == "person" and " " in name.text for w in name.text.split()}
    lone = {(name.first, name.key) for name in names if _is_open(view, name) and name.key not in parts}
    open_ = [name for name in names if (name.first, name.key) in lone]
    keys = {name.key for name in open_}
    named, called = _named_by_place(view)
    peoples = {key for key in keys & named if is_people(key)}
    states = {key for key in keys if any(is_people_of(people, key) for people in peoples | called)}
    things = {name.key for name in open_ if name.kind != "person"}
    states |= ((keys & _owners(view, _OF_RULERS | _OF_ANYBODY)) | (things & _owners(view, _OF_ANYBODY))) - peoples
    peoples |= {key for key in keys if any(is_people_of(key, state) for state in states)}
    told = {**dict.fromkeys(sorted(states - peoples), "state"), **dict.fromkeys(sorted(peoples), "people")}
    return [
        replace(name, kind=told[name.key], why=f"{TOLD}: it has an army or a people")
        if (name.first, name.key) in lone and name.key in told
        else name
        for name in names
    ]


def _is_open(view: View, name: Name) -> bool:
    """Says whether a name is one word for which only the model vouches, and no given name."""
    plain = name.why == "model" and name.entry is None and not name.rivals and name.kind in _KINDS
    return (
        plain
        and " " not in name.text
        and name.text[:1].isupper()
        and not gender_of(name.text)
        and not is_prominent(view.gazetteer.places(name.text))
    )


def _named_by_place(view: View) -> tuple[frozenset[str], frozenset[str]]:
    """Gives the folded words with a capital that stand right before an organ of state ("the Norlish army"), and those before any noun."""
    organs, nouns = set(), set()
    for index, token in enumerate(view.tokens):
        if _CAPITAL.fullmatch(token.text) and view.same_sentence(index + 1, index) and token.tag in ("JJ", *NOUN_TAGS):
            if organ_words(view, index + 1):
                organs.add(fold(token.text))
            if view.tokens[index + 1].tag in (*NOUN_TAGS, "JJ") or token.text.endswith("s"):
                nouns.add(fold(token.text))
    return frozenset(organs), frozenset(nouns)


# Organs that towns and gangs have as well, and those that are said to be a ruler's own.
_OF_ANYBODY = frozenset(["troops", "forces", "police", "security council"])
_OF_RULERS = frozenset(["army", "military", "armed forces"])


def _owners(view: View, leave_out: frozenset[str]) -> frozenset[str]:
    """Gives the folded words with a capital that own an organ of state other than those to leave out: "Norland's army"."""
    return frozenset(
        fold(token.text)
        for index, token in enumerate(view.tokens)
        if _CAPITAL.fullmatch(token.text)
        and view.same_sentence(index + 2, index)
        and view.tokens[index + 1].tag == "POS"
        and (organ_words(view, index + 2) or "troops").lower() not in leave_out
    )
