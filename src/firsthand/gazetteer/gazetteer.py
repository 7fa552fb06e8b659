"""The gazetteer: one object that answers every question about names of states, bodies, outlets and places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from firsthand.gazetteer.authority import Authority
from firsthand.gazetteer.entries import Entry, PlaceEntry
from firsthand.gazetteer.handkept import hand_kept_places
from firsthand.gazetteer.own import read_own
from firsthand.gazetteer.places import PlaceFile
from firsthand.text.names import fold

_DIVISION = re.compile(
    r"\s+(?:region|oblast|province|prefecture|governorate|county|krai|state|district|municipality)$|^(?:county|province|state) of ",
    re.I,
)
_LOOSER: tuple[tuple[re.Pattern[str], str], ...] = (
    *((re.compile(rf"^{side} ", re.I), f"{side}ern ") for side in ("North", "South", "East", "West")),
    *((re.compile(rf"^{side}ern ", re.I), f"{side} ") for side in ("North", "South", "East", "West")),
    (_DIVISION, ""),
    (re.compile(r"^St\.? "), "Saint "),
    (re.compile(r"^(?:the )?(?:city|town|port|municipality) of |\s+(?:city|town|village|island|islands|coast|area|peninsula)$", re.I), ""),
    (re.compile(r"^(?:(?:north|south|east|west|central|mid)[\s-]*)?(?:north|south|east|west|central|northern|southern|eastern|western|upper|lower|greater|"
                r"downtown|rural|inner|occupied)[\s-]+", re.I), ""),
)  # fmt: skip


_own_file: Path | None = None  # one process works on one case


class Gazetteer:
    """Gives entries and places by name. Get it with `Gazetteer.load()`; it never changes, `with_entries` gives a new one."""

    def __init__(self, authority: Authority, places: PlaceFile, kept: dict[str, tuple[PlaceEntry, ...]]) -> None:
        self._authority = authority
        self._places = places
        self._kept = kept
        self._found: dict[str, tuple[PlaceEntry, ...]] = {}

    @staticmethod
    def load() -> Gazetteer:
        """Gives the gazetteer in force, the same object every time: the shipped one, with the entries of the file given to `use`."""
        return _with_own(_own_file)

    @staticmethod
    def use(path: Path | None) -> None:
        """Makes `load` add the entries of a case's own file from now on (None: the shipped ones alone). The file is read at the next
        `load`, which raises UsageError when it cannot be."""
        global _own_file
        _own_file = path
        _with_own.cache_clear()

    @staticmethod
    def own_file() -> Path | None:
        """Gives the file given to `use`, if any."""
        return _own_file

    def with_entries(self, entries: Iterable[Entry]) -> Gazetteer:
        """Gives a gazetteer that also knows these entries (a case's own); one with a known id replaces the shipped one."""
        authority = self._authority.with_entries(entries)
        return Gazetteer(authority, self._places, hand_kept_places(authority))

    def entry(self, entry_id: str) -> Entry | None:
        """Gives the entry of an id ("outlet:efe"), or None."""
        return self._authority.by_id.get(entry_id)

    def entries(self, name: str) -> tuple[Entry, ...]:
        """Gives the states, bodies and outlets of this name or alias; case, accents and a possessive do not count."""
        return self._authority.named(name)

    def canonical(self, name: str) -> str | None:
        """Gives the canonical name of the one entry that goes by this name; None for none or several."""
        found = self.entries(name)
        return found[0].name if len(found) == 1 else None

    def demonym(self, name: str) -> tuple[Entry, ...]:
        """Gives the states whose people or things are called so ("Norwegian", "Norwegians")."""
        return tuple(entry for entry, _ in self._authority.by_demonym.get(fold(name), ()))

    def seat(self, name: str) -> tuple[Entry, ...]:
        """Gives the states for which this capital or palace may speak ("Lisbon", "Downing Street")."""
        return tuple(entry for entry, _ in self._authority.by_seat.get(fold(name), ()))

    def words_from(self, word: str) -> int:
        """Gives how many words the longest name, demonym or seat has that begins with this word; 0 when none does."""
        return self._authority.longest.get(fold(word).split(" ")[0], 0)

    def outlet_of_host(self, host: str) -> Entry | None:
        """Gives the outlet that publishes under a host name or a part above it ("www.efe.com", "edition.efe.com"), or None."""
        labels = host.lower().strip().rstrip(".").split(":")[0].split(".")
        tails = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next((self._authority.by_host[tail] for tail in tails if tail in self._authority.by_host), None)

    def outlet(self, name: str) -> Entry | None:
        """Gives the one outlet of this name or host, or None."""
        found = [entry for entry in self.entries(name) if entry.kind == "outlet"]
        return found[0] if len(found) == 1 else (self.outlet_of_host(name) if "." in name else None)

    def family(self, outlet: str) -> str | None:
        """Gives the publisher family of an outlet given by name, host or id; None when it is not known."""
        found = self.entry(outlet) or self.outlet(outlet)
        return (found.family or None) if found else None

    def speaks_for(self, entry_id: str) -> tuple[str, ...]:
        """Gives the ids for which an entry speaks, nearest first: a state agency gives its state."""
        found: list[str] = []
        entry = self.entry(entry_id)
        while entry and entry.speaks_for and entry.speaks_for not in found:
            found.append(entry.speaks_for)
            entry = self.entry(entry.speaks_for)
        return tuple(found)

    def agencies_of(self, outlet_id: str) -> tuple[tuple[str, str], ...]:
        """Gives (agency id, "member" or "client") for the agencies whose copy an outlet is known to run."""
        return tuple((tie.agency, tie.tie) for tie in self._authority.ties if tie.outlet == outlet_id)

    def places(self, name: str) -> tuple[PlaceEntry, ...]:
        """Gives the places of this name: hand-kept ones and states first, then divisions and towns by population."""
        key = fold(name)
        if key not in self._found:
            if len(self._found) > 20_000:
                self._found.clear()
            self._found[key] = self._kept.get(key, ()) + self._places.find(name)
        return self._found[key]

    def places_like(self, name: str) -> tuple[PlaceEntry, ...]:
        """Gives the places of this name or, failing that, of the name without a direction or the word for its sort.

        "North Tolna" is looked up as Northern Tolna, "Eastern Norland" and "Norland province" as Norland, "St. Alder" as Saint Alder;
        a division asked for by its sort gives divisions only where there are any.
        """
        found = self.places(name)
        for pattern, replacement in _LOOSER:
            if found:
                return found
            looser = pattern.sub(replacement, name).strip()
            found = self.places(looser) if looser and looser != name else ()
            if pattern is _DIVISION:
                found = tuple(place for place in found if place.sort in ("region", "county")) or found
        return found


@lru_cache(maxsize=1)
def _shipped() -> Gazetteer:
    authority = Authority.read()
    return Gazetteer(authority, PlaceFile(), hand_kept_places(authority))


@lru_cache(maxsize=1)
def _with_own(path: Path | None) -> Gazetteer:
    return _shipped() if path is None else _shipped().with_entries(read_own(path))
