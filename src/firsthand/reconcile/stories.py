"""Stories: pages about one unfolding event, joined by lineage, by shared figures, or by shared names and words close in time.

Blocks come from an inverted index; a key that many pages share joins its pages in a chain by day instead of all to all. Pages more than
`WINDOW` days apart are never joined directly, so that last year's strike at the same port stays another story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.reconcile.days import days_between
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.groups import Groups
from firsthand.reconcile.kinds import KNOWN
from firsthand.reconcile.lineage import PageView
from firsthand.reconcile.rewrites import weigh
from firsthand.reconcile.values import telling
from firsthand.records import Judgement

WINDOW = 30
NEAR = 7
ALL_TO_ALL = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """What two pages share: weight of numbers, names, stems; weight of figures of one kind and value, known kinds counted on both,
    named speakers on both; days between them (None: unknown)."""

    numbers: float
    names: int
    words: int
    figures: float
    kinds: int
    speakers: int
    days: int | None

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
)


def join_pages(
    views: Mapping[str, PageView], figures: Mapping[str, Sequence[Figure]], edges: Sequence[Judgement]
) -> Groups:
    """Gives the groups of pages that tell one story."""
    groups = Groups(sorted(views))
    for edge in edges:
        groups.join(edge.subject, edge.object)
    for left, right in _candidates(views, figures):
        if groups.top(left) != groups.top(right):
            overlap = overlap_of(views[left], views[right], figures.get(left, ()), figures.get(right, ()))
            if (overlap.days is None or overlap.days <= WINDOW) and any(holds(overlap) for _, holds in RULES):
                groups.join(left, right)
    return groups


def overlap_of(a: PageView, b: PageView, mine: Sequence[Figure], theirs: Sequence[Figure]) -> Overlap:
    """Gives what two pages share."""
    facts_a, facts_b = a.told.facts, b.told.facts
    names = {f[1:] for f in facts_a.of_kind("@") if f in facts_b.first or f[1:] in facts_b.first}
    names |= {f[1:] for f in facts_b.of_kind("@") if f in facts_a.first or f[1:] in facts_a.first}
    shared = {_figure_key(f) for f in mine} & {_figure_key(f) for f in theirs}
    values = {f.low for f in mine if _figure_key(f) in shared}
    rounded = {_rounded_key(f) for f in mine} & {_rounded_key(f) for f in theirs}
    rounded -= {None} | {_rounded_key(f) for f in mine if _figure_key(f) in shared}
    return Overlap(
        numbers=weigh(facts_a.of_kind("#") & facts_b.of_kind("#")), names=len(names),
        words=len((facts_a.of_kind("") & facts_b.of_kind("")) - names),
        figures=sum(telling(v) for v in sorted(values)) + 0.4 * len(rounded), kinds=len(_kinds(mine) & _kinds(theirs)),
        speakers=len({f.entity for f in mine if f.entity} & {f.entity for f in theirs}), days=days_between(a.day, b.day),
    )  # fmt: skip


def _kinds(figures: Sequence[Figure]) -> set[str]:
    return {f.kind.name for f in figures if f.kind.name in KNOWN}


def _figure_key(figure: Figure) -> tuple[str, str, str]:
    return figure.kind.name, str(figure.low.normalize()), str(figure.high.normalize())


def _rounded_key(figure: Figure) -> tuple[str, str] | None:
    """Gives kind and value to two digits, so that a rounding meets its original; None for small numbers."""
    return (figure.kind.name, f"{figure.low:.1e}") if abs(figure.low) >= 100 else None


def _candidates(views: Mapping[str, PageView], figures: Mapping[str, Sequence[Figure]]) -> Iterator[tuple[str, str]]:
    postings: defaultdict[object, list[str]] = defaultdict(list)
    for key, view in views.items():
        for name in sorted(view.told.facts.of_kind("@")):
            postings[name].append(key)
        for value in sorted({_figure_key(f) for f in figures.get(key, ()) if telling(f.low) >= 0.4}):
            postings[value].append(key)
        for rounded in sorted({k for f in figures.get(key, ()) if (k := _rounded_key(f))}):
            postings[rounded].append(key)
    pairs: set[tuple[str, str]] = set()
    for ids in postings.values():
        if len(ids) <= ALL_TO_ALL:
            pairs.update((a, b) for i, a in enumerate(ids) for b in ids[i + 1 :])
        else:
            by_day = sorted(ids, key=lambda i: (views[i].day or "", i))
            pairs.update((min(a, b), max(a, b)) for k in (1, 2, 3) for a, b in zip(by_day, by_day[k:], strict=False))
    yield from sorted(pairs)
