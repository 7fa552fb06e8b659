"""Stories: pages about one unfolding event. What two pages share, and the rules by which that ties them.

Which pages are compared at all is decided in `joining.py`. Pages more than `WINDOW` days apart are tied only where the
later repeats names and numbers of the earlier, and never after `LATER`, so that last year's strike at the same port stays another story.
"""

from __future__ import annotations

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
LATER = 100  # days up to which a page that repeats names and numbers of an event still tells it
NEAR = 7
ALIKE = 0.28  # likeness of two pages of one event; reports of different events of one kind mostly stay below a sixth
UNDATED = 0.22  # the same where a day is not known, and others have to bear the tie out
BESIDE = (
    0.09  # the same where a thing counted or names tie them already: two blasts of one week share the words for blasts
)
RARE = 0.125  # common ground of two pages of one event; pages of different events stay below an eighth


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """What two pages share: weight of numbers, names, stems; weight of figures of one kind and value, known kinds counted on both,
    named speakers on both; days between them (None: unknown); `told`, all that each tells."""

    numbers: float
    names: int
    words: int
    figures: float
    kinds: int
    speakers: int
    days: int | None
    told: tuple[Facts, Facts]

    @property
    def topic(self) -> float:
        return self.numbers + self.names / 2 + self.words / 12

    @property
    def likeness(self) -> float:
        """Gives the cosine of all that both tell, 0 to 1."""
        return self.told[0].likeness(self.told[1])

    @property
    def rare(self) -> float:
        """Gives the same, weighed by rarity."""
        return self.told[0].common_ground(self.told[1])


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
        lambda o: (
            o.kinds >= 1 and (o.names >= 2 or (o.names >= 1 and o.words >= 2)) and _is_near(o) and o.rare >= BESIDE
        ),
    ),
    ("shared names within days", lambda o: o.names >= 2 and o.topic >= 2 and _is_near(o) and o.rare >= BESIDE),
    ("shared names, numbers and words", lambda o: o.topic >= 2.75 and o.names >= 1 and o.days is not None),
    ("many shared names, numbers and words", lambda o: o.topic >= 3 and o.names >= 2 and o.days is not None),
    (
        "most of what both tell",
        lambda o: o.likeness >= ALIKE and o.names >= 1 and o.words + o.numbers >= 2 and o.days is not None,
    ),
    ("rare words, names and numbers in common", lambda o: o.rare >= RARE and o.names >= 1 and o.days is not None),
)
FIRM = 1.0


def is_told_later(overlap: Overlap) -> bool:
    """Says whether a page of weeks after tells an event again: it repeats its numbers with its names. Another event of the kind has others."""
    return overlap.numbers >= 1 and overlap.names >= 3 and overlap.rare >= 2 * RARE


def tie_in(overlap: Overlap) -> float:
    """Gives how firmly what two pages share ties them: FIRM for a tie that holds by itself; less, the likeness, for one of pages without
    days, which rests on their words alone and has to be borne out by others (`circles.py`); 0 for none."""
    if overlap.days is not None and overlap.days > WINDOW:
        return FIRM if is_told_later(overlap) else 0.0
    if any(holds(overlap) for _, holds in RULES):
        return FIRM
    if overlap.days is not None:
        return 0.0
    many = overlap.topic >= 3 and overlap.names >= 2
    return max(overlap.likeness, UNDATED) if many or overlap.likeness >= UNDATED else 0.0


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
        told=(facts_a, facts_b),
    )  # fmt: skip


def _kinds(figures: Sequence[Figure]) -> set[str]:
    return {f.kind.name for f in figures if f.kind.name in KNOWN}


def figure_key(figure: Figure) -> tuple[str, str, str]:
    """Gives kind and value, by which equal figures of two pages meet."""
    return figure.kind.name, str(figure.low.normalize()), str(figure.high.normalize())


def rounded_key(figure: Figure) -> tuple[str, str] | None:
    """Gives kind and value to two digits, so that a rounding meets its original; None for small numbers."""
    return (figure.kind.name, f"{figure.low:.1e}") if abs(figure.low) >= 100 else None
