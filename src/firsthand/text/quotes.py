"""Quotations in plain text: where double quotation marks open and close, also when one was forgotten.

A mark left open ends with its paragraph, so that one slip never swallows a page; where the next paragraph opens with a mark again,
the two are one quotation running on (the old newspaper rule for long quotations).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r'[“”"]|\n[ \t]*\n|\n|\Z')
_INNER = re.compile(r"(?<![\w’'])(?P<open>[‘'])(?P<words>[^‘’'\n]+(?:[’'](?=\w)[^‘’'\n]+)*)[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quoted stretch: `start:end` takes the marks in, `inner_start:inner_end` leaves them out. `runs_on`: its closing mark is missing."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    runs_on: bool = False

    def covers(self, offset: int) -> bool:
        """Says whether the character at this offset is quoted."""
        return self.inner_start <= offset < self.inner_end


def quotations(text: str) -> tuple[Quoted, ...]:
    """Gives the stretches between double quotation marks, in order, one a paragraph.

    >>> [text[q.inner_start:q.inner_end] for text in ['He said "no" and left.'] for q in quotations(text)]
    ['no']
    """
    found: list[Quoted] = []
    start: int | None = None
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark in ("“", "”", '"'):
            if start is not None and _closes(text, at):
                found.extend(_quoted(text, start, at, closed=True))
                start = None
            elif start is None and mark != "”":
                start = at
        elif start is not None:
            found.extend(_quoted(text, start, at, closed=False))
            start = None
    return tuple(found)


def inner_quotations(text: str, outer: Quoted) -> tuple[Quoted, ...]:
    """Gives the stretches between single marks inside a quotation; apostrophes are not marks."""
    return tuple(
        Quoted(match.start(), match.end(), match.start("words"), match.end("words"))
        for match in _INNER.finditer(text, outer.inner_start, outer.inner_end)
    )


def _closes(text: str, at: int) -> bool:
    if text[at] != '"':
        return text[at] == "”"
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not ((not before or before.isspace()) and after.strip())


def _quoted(text: str, start: int, end: int, *, closed: bool) -> list[Quoted]:
    inner = text[start + 1 : end]
    if not inner.strip():
        return []
    inner_start = start + 1 + len(inner) - len(inner.lstrip())
    inner_end = start + 1 + len(inner.rstrip())
    return [Quoted(start, end + 1 if closed else inner_end, inner_start, inner_end, runs_on=not closed)]
