"""How many origins stand behind figures: those with a name, those known by a role alone, and the figures whose giver is not established."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.records import Release


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Origins behind figures, releases joined by updates counted once. `open` are those of which no giver is established."""

    named: int
    unnamed: int
    open: int

    @classmethod
    def of(cls, releases: Iterable[Release]) -> Tally:
        """Counts the origins of these releases; one that any page names has a name."""
        origins: defaultdict[str, list[Release]] = defaultdict(list)
        for release in releases:
            origins[release.origin].append(release)
        named = sum(any(r.is_named for r in own) for own in origins.values())
        given = sum(any(r.established for r in own) for own in origins.values())
        return cls(named=named, unnamed=given - named, open=len(origins) - given)

    @property
    def origins(self) -> str:
        """Gives the origins that somebody stands for, in words.

        >>> Tally(named=2, unnamed=1, open=4).origins, Tally(named=0, unnamed=1, open=0).origins
        ('2 named origins, 1 unnamed', 'no named origin, 1 unnamed')
        """
        named = f"{self.named or 'no'} named origin{'s' if self.named > 1 else ''}"
        return f"{named}, {self.unnamed} unnamed" if self.unnamed else named

    @property
    def left_open(self) -> str:
        """Gives how many figures have no giver that is established, in words; "" for none.

        >>> Tally(named=1, unnamed=0, open=1).left_open
        '1 not established'
        """
        return f"{self.open} not established" if self.open else ""
