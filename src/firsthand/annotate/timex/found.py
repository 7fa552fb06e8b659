"""How patterns of time are written and what a match gives.

In a pattern a blank stands for any white space, " ?" for none or some, and a group may be named as often as it is needed:
whichever of them took part speaks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

_PIECE = re.compile(r"(\\.)|(\[(?:\\.|[^\]\\])*\])|(\(\?<[=!])|(\(\?P<)(\w+)>|(\()|(\))| (\?)?")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern and, for each group name, the names under which it was compiled."""

    expression: re.Pattern[str]
    groups: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """One match at article offsets: `found["month"]` is the group's text, "" where it took no part."""

    match: re.Match[str]
    pattern: Pattern
    rule: str

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()

    @property
    def words(self) -> str:
        """Gives the matched words in lower case, single-spaced."""
        return " ".join(self.match.group().lower().split())

    def __getitem__(self, name: str) -> str:
        return next((text for alias in self.pattern.groups.get(name, ()) if (text := self.match[alias])), "")

    def place(self, name: str) -> int:
        """Gives where a group begins, or the start of the match where it took no part."""
        return next(
            (at for alias in self.pattern.groups.get(name, ()) if (at := self.match.start(alias)) >= 0), self.start
        )


def compile_words(source: str) -> Pattern:
    """Gives the compiled form of a pattern; case does not matter but where the pattern says so."""
    groups: dict[str, list[str]] = defaultdict(list)
    parts: list[str] = []
    behind: list[bool] = []
    position = 0
    for piece in _PIECE.finditer(source):
        parts.append(source[position : piece.start()])
        position = piece.end()
        parts.append(_translated(piece, behind, groups))
    parts.append(source[position:])
    return Pattern(
        re.compile("".join(parts), re.IGNORECASE), {name: tuple(aliases) for name, aliases in groups.items()}
    )


def _translated(piece: re.Match[str], behind: list[bool], groups: dict[str, list[str]]) -> str:
    escape, klass, look_behind, named, name, opening, closing, optional = piece.groups()
    inside = any(behind)
    if escape:
        return piece.group()
    if klass:
        return klass.replace(" ", r"\s")
    if look_behind or named or opening:
        behind.append(bool(look_behind))
        if not named:
            return piece.group()
        alias = f"{name}_{len(groups[name])}"
        groups[name].append(alias)
        return f"(?P<{alias}>"
    if closing:
        behind.pop()
        return ")"
    return r"\s*" if optional else r"\s" if inside else r"\s+"
