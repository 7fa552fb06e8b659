"""Stories: pages about one unfolding event. What two pages share, and the rules by which that makes them one story.

Which pages are compared at all is decided in `joining.py`. Pages more than `WINDOW` days apart are never joined directly, so that last
year's strike at the same port stays another story.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firsthand.reconcile.days import days_between
from firsthand.reconcile.facts import Facts
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.kinds import KNOWN
from firsthand.reconcile.lineage import PageView
from firsthand.reconcile.rewrites import weigh
from firsthand.reconcile.values import telling

WINDOW = 30
NEAR = 7
ALIKE = 0.28  # likeness of two pages of one event; reports of different events of one kind mostly stay below a sixth
TELLING = 1.5  # what a name or a number counts, where a stem counts one
UNTOLD = 6  # what every page is taken to tell besides, so that a page of one line is like few others


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """What two pages share: weight of numbers, names, stems; weight of figures of one kind and value, known kinds counted on both,
    named speakers on both; days between them (None: unknown); `likeness`, the cosine of all that both tell, 0 to 1."""

    numbers: float
    names: int
    words: int
    figures: float
    kinds: int
    speakers: int
    days: int | None
    likeness: float = 0.0

    @property
    def topic(self) -> float:
        return self.numbers + self.names / 2 + self.words / 12


def _is_near(overlap: Overlap) -> bool:
    return overlap.days is not None and overlap.days <= NEAR


Rule = Callable[[Overlap], bool]
RULES: tuple[tuple[str, Rule], ...] = (
    ("the same figures", lambda o: o.figures >= 1.6 and o.names + o.words >= 1),
    ("an uncommon figure and a word", lambda o: o.figures >= 1 and o.names + o.words >= 1),
    ("a shared figure and name", lambda o: o.figures >= 0.8 and o.names >= 1),
    ("a shared speaker, figure and word", lambda o: o.speakers >= 1 and o.figures >= 0.3 and o.names + o.words >= 1),
    ("a shared speaker and name", lambda o: o.speakers >= 1 and o.names >= 2),
    # One name is not enough: two accidents in one country in one week share it.
    (
        "one thing counted within days",
        lambda o: o.kinds >= 1 and (o.names >= 2 or (o.names >= 1 and o.words >= 2)) and _is_near(o),
    ),
    ("shared names within days", lambda o: o.names >= 2 and o.topic >= 2 and _is_near(o)),
    ("shared names, numbers and words", lambda o: o.topic >= 2.75 and o.names >= 1 and o.days is not None),
    ("many shared names, numbers and words", lambda o: o.topic >= 3 and o.names >= 2),
    ("most of what both tell", lambda o: o.likeness >= ALIKE and o.names >= 1 and o.words + o.numbers >= 2),
)


def overlap_of(a: PageView, b: PageView, mine: Sequence[Figure], theirs: Sequence[Figure]) -> Overlap:
    """Gives what two pages share."""
    facts_a, facts_b = a.told.facts, b.told.facts
    names = {f[1:] for f in facts_a.of_kind("@") if f in facts_b.first or f[1:] in facts_b.first}
    names |= {f[1:] for f in facts_b.of_kind("@") if f in facts_a.first or f[1:] in facts_a.first}
    shared = {figure_key(f) for f in mine} & {figure_key(f) for f in theirs}
    values = {f.low for f in mine if figure_key(f) in shared}
    rounded = {rounded_key(f) for f in mine} & {rounded_key(f) for f in theirs}
    rounded -= {None} | {rounded_key(f) for f in mine if figure_key(f) in shared}
    return Overlap(
        numbers=weigh(facts_a.of_kind("#") & facts_b.of_kind("#")), names=len(names),
        words=len((facts_a.of_kind("") & facts_b.of_kind("")) - names),
        figures=sum(telling(v) for v in sorted(values)) + 0.4 * len(rounded), kinds=len(_kinds(mine) & _kinds(theirs)),
        speakers=len({f.entity for f in mine if f.entity} & {f.entity for f in theirs}), days=days_between(a.day, b.day),
        likeness=likeness(facts_a, facts_b),
    )  # fmt: skip


def likeness(a: Facts, b: Facts) -> float:
    """Gives the cosine of what two pages tell: each number, name and stem once, numbers and names counting half as much again.

    Short pages share few things, but then most of what they tell. How common a word is in the case does not go into it, so that
    no third page has a say.
    """
    mine, theirs = _weights(a), _weights(b)
    shared = sum(weight * theirs[key] for key, weight in mine.items() if key in theirs)
    return shared / math.sqrt(_square(mine) * _square(theirs))


def _square(weights: dict[str, float]) -> float:
    return UNTOLD + sum(w * w for w in weights.values())


def _weights(facts: Facts) -> dict[str, float]:
    weights: dict[str, float] = {}
    for fact in facts.first:
        key = fact.removeprefix("@")
        weights[key] = max(weights.get(key, 0.0), TELLING if fact[0] in "@#" else 1.0)
    return weights


def _kinds(figures: Sequence[Figure]) -> set[str]:
    return {f.kind.name for f in figures if f.kind.name in KNOWN}


def figure_key(figure: Figure) -> tuple[str, str, str]:
    """Gives kind and value, by which equal figures of two pages meet."""
    return figure.kind.name, str(figure.low.normalize()), str(figure.high.normalize())


def rounded_key(figure: Figure) -> tuple[str, str] | None:
    """Gives kind and value to two digits, so that a rounding meets its original; None for small numbers."""
    return (figure.kind.name, f"{figure.low:.1e}") if abs(figure.low) >= 100 else None
