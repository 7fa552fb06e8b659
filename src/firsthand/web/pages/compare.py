"""Two figures and how they stand to each other: their words, what the case holds of them, slot by slot, and why they have no other name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from firsthand.errors import UsageError
from firsthand.pipeline import compare_figures
from firsthand.records import Release
from firsthand.web.pages.blocks import Block
from firsthand.web.visit import Visit

_MOST = 120  # releases of a figure that a list offers: the newest; on the page of a story a third of that


def compare(visit: Visit) -> dict[str, Any]:
    """Two figures, named in the address."""
    one, other = visit.asked("a"), visit.asked("b")
    if not one or not other:
        raise UsageError("Two figures are compared: choose both, on the page of a story or of a figure.")
    found = compare_figures(visit.ledger, one, other)
    sides = [
        {"name": name, "statement": statement, "sentence": sentence}
        for name, statement, sentence in zip(
            "AB", (found.held.a, found.held.b), found.sentences or ("", ""), strict=True
        )
    ]
    return {"title": "How two figures stand", "found": found, "held": found.held, "sides": sides}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The figures of one series that can be chosen, and how many older ones are not offered."""

    label: str
    releases: tuple[Release, ...]
    left: int


def choices(blocks: Sequence[Block]) -> list[Choice]:
    """Gives what can be chosen on a page of these figures; nothing where there are no two."""
    most = _MOST if len(blocks) == 1 else _MOST // 3
    found = [Choice(label=b.label, releases=tuple(b.releases[-most:]), left=max(0, len(b.releases) - most)) for b in blocks]  # fmt: skip
    return found if sum(len(choice.releases) for choice in found) > 1 else []
