"""Groups: keys joined pair by pair; a group is named by its smallest key, whatever the order of joining."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Knows which keys belong together."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self._top = {key: key for key in keys}
        self._members = {key: [key] for key in self._top}

    def top(self, key: str) -> str:
        """Gives the name of a key's group: its smallest key."""
        if key not in self._top:
            self._top[key] = key
            self._members[key] = [key]
        return self._top[key]

    def members(self, key: str) -> tuple[str, ...]:
        """Gives the keys of the group a key is in, in no promised order."""
        return tuple(self._members[self.top(key)])

    def join(self, one: str, other: str) -> None:
        """Puts the groups of two keys together."""
        first, second = self.top(one), self.top(other)
        if first == second:
            return
        # The smaller list moves, so that many joins stay cheap; the name is the smallest key all the same.
        keep, move = sorted((first, second), key=lambda name: (-len(self._members[name]), name))
        moved = self._members.pop(move)
        members = self._members.pop(keep) + moved
        name = min(first, second)
        self._members[name] = members
        for key in moved if name == keep else members:
            self._top[key] = name

    def groups(self) -> dict[str, tuple[str, ...]]:
        """Gives the members of each group, sorted, by the group's name."""
        return {name: tuple(sorted(self._members[name])) for name in sorted(self._members)}
