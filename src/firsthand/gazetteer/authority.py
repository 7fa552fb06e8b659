"""The authority file: states, bodies and outlets by name, by demonym, by seat and by host."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from firsthand.gazetteer.entries import Entry, Tie
from firsthand.text.names import fold, is_acronym

_FILE = Path(__file__).parent / "data" / "authority.json"
_LISTS = ("aliases", "demonyms", "capitals", "seats", "hosts", "point")
_PLURALS = ("ese", "ish", "ss", "ch", "s", "ench", "x")


class Authority:
    """Look-up tables over entries. Later entries of one id replace earlier ones, so a case can overlay its own."""

    def __init__(self, entries: Iterable[Entry], ties: Iterable[Tie] = ()) -> None:
        self.by_id: dict[str, Entry] = {entry.id: entry for entry in entries}
        self.ties = tuple(ties)
        self.by_name = _index(self.by_id.values(), lambda entry: (entry.name, *entry.aliases))
        self.by_demonym = _index(
            self.by_id.values(), lambda entry: tuple(f for d in entry.demonyms for f in (d, plural(d)))
        )
        self.by_seat = _index(self.by_id.values(), lambda entry: (*entry.capitals, *entry.seats))
        self.longest = _longest((*self.by_name, *self.by_demonym, *self.by_seat))
        self.by_host = {host: entry for entry in self.by_id.values() for host in entry.hosts}

    @classmethod
    def read(cls) -> Authority:
        """Gives the authority file shipped with the package."""
        data = json.loads(_FILE.read_text("utf-8"))
        return cls((entry_of(row) for row in data["entries"]), (Tie(*row) for row in data["ties"]))

    def with_entries(self, entries: Iterable[Entry]) -> Authority:
        """Gives a new authority file in which these entries are added, or replace those of the same id."""
        return Authority((*self.by_id.values(), *entries), self.ties)

    def named(self, name: str) -> tuple[Entry, ...]:
        """Gives the entries of this name or alias. An acronym must be written as one: "who" is not the WHO."""
        return tuple(entry for entry, spelling in self.by_name.get(fold(name), ()) if _written_alike(name, spelling))


def entry_of(row: Mapping[str, Any]) -> Entry:
    """Gives the entry of one row of JSON; absent fields are empty."""
    values: dict[str, Any] = {key: tuple(value) if key in _LISTS else value for key, value in row.items()}
    return Entry(**values)


def plural(demonym: str) -> str:
    """Gives the plural of a demonym, or the demonym itself where the people are called by it ("the Japanese")."""
    return demonym if demonym.endswith(_PLURALS) else f"{demonym}s"


def _longest(keys: Iterable[str]) -> dict[str, int]:
    """Gives, for each first word of a folded name, how many words the longest such name has."""
    found: dict[str, int] = {}
    for key in keys:
        words = key.split(" ")
        found[words[0]] = max(found.get(words[0], 0), len(words))
    return found


_Index = dict[str, tuple[tuple[Entry, str], ...]]


def _index(entries: Iterable[Entry], names: Any) -> _Index:
    table: dict[str, dict[str, tuple[Entry, str]]] = defaultdict(dict)
    for entry in entries:
        for name in names(entry):
            kept = table[fold(name)].setdefault(entry.id, (entry, name))
            # Of two spellings with one key the looser one counts ("Nato" beside "NATO").
            if is_acronym(kept[1]) and not is_acronym(name.removeprefix("The ")):
                table[fold(name)][entry.id] = (entry, name)
    return {key: tuple(found.values()) for key, found in table.items()}


def _written_alike(name: str, spelling: str) -> bool:
    spelling = spelling.removeprefix("The ")
    if not is_acronym(spelling):
        return not (is_acronym(name) and len(fold(name)) < 4 and fold(name) != fold(spelling))
    return sum(char.isupper() for char in name) >= sum(char.isalpha() for char in spelling)
