"""Rewrites: pages that tell another page's facts in other words.

Shared wording finds none of them. What is compared instead: which numbers the later page keeps and how many of the earlier one's it
covers, whether it has names, numbers or quotations of its own, whether the facts come in the same order. How two pages compare does
not depend on the rest of the case. A page with signs of own reporting is no rewrite.

A retelling in which hardly a word is left shares too little for a sum to tell it. There the story helps: such a page is still much
nearer to its source than to any page that is no kin of the source, where a second report is as near to several (`FAR`).
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from firsthand.reconcile.facts import Facts

RARE_NUMBER_PAGES = 64
MIN_SHARED_FACTS = 6
THRESHOLD = 3.5
NEAREST = 3.0
SOURCE_FIRST = 0.25  # by how much a retelling must be nearer than what it retells to be taken for the source
MUCH = 14  # shared facts
_QUOTATION = re.compile(r"“([^”\n]{12,})”|\"([^\"\n]{12,})\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A page prepared for the comparison: its facts and the words of its quotations."""

    facts: Facts
    quotations: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retelling:
    """How far one page (`child`) can be a retelling of another (`parent`): shares 0 to 1, `score` their weighted sum; among other pages
    also by how much it is nearer than to strangers (`lead`), and whether it names another outlet."""

    parent: str
    child: str
    shared_numbers: tuple[str, ...]
    shared_names: int
    shared_facts: int
    weight: float
    kept: float
    covered: float
    new_names: float
    order: float
    words: float
    own_quotations: int
    score: float = 0.0
    lead: float = 0.0
    names_another: bool = False

    @property
    def nearness(self) -> float:
        """Gives how near the child is to this source among several: a retelling of a retelling shares most words with the latter."""
        return self.score + NEAREST * self.words

    @property
    def is_rewrite(self) -> bool:
        """Says whether every gate is passed and the sum is high enough; one strong resemblance alone is not."""
        return all(passes(self) for _, passes in GATES) and self.score >= THRESHOLD

    @property
    def is_far_rewrite(self) -> bool:
        """Says whether it is a rewrite by how it stands among the pages of the story (`set_apart`)."""
        return self.shared_facts >= MIN_SHARED_FACTS and sum((w * ask(self) for _, w, ask in FAR), FAR_START) >= 0


Weigh = Callable[[Retelling], float]
WEIGHTS: tuple[tuple[str, Weigh], ...] = (
    ("numbers kept", lambda r: 1.5 * r.kept),
    ("numbers covered", lambda r: r.covered),
    ("names of its own", lambda r: -1.5 * r.new_names),
    ("order of facts", lambda r: 2 * (r.order - 0.5)),
    ("shared words", lambda r: min(1.5, 5 * r.words)),
    ("how many numbers", lambda r: min(1.0, r.weight / 4)),
    ("quotations of its own", lambda r: -1.0 * min(2, r.own_quotations)),
    ("little in common at all", lambda r: -0.25 * max(0, MUCH - r.shared_facts)),
)
# What no sum outweighs; how telling the shared numbers are, and their order, only count towards the sum.
GATES: tuple[tuple[str, Callable[[Retelling], bool]], ...] = (
    ("more in common than an official count", lambda r: r.shared_facts >= 10),
    ("its numbers are the other's", lambda r: r.kept >= 0.5),
    ("it covers the other's numbers", lambda r: r.covered >= 0.35),
    ("few names of its own", lambda r: r.new_names <= 0.55),
)


# A retelling in which hardly a word is left, told by how it stands among the pages of its story: fitted by training/rewrites/fit.py.
FAR_START = -7.68
FAR: tuple[tuple[str, float, Weigh], ...] = (
    ("numbers covered", 4.39, lambda r: min(1.0, r.covered)),
    ("names of its own", -6.58, lambda r: r.new_names),
    ("order of facts", 6.86, lambda r: r.order),
    ("how many numbers", 0.82, lambda r: min(5.0, r.weight)),
    ("quotations of its own", -5.76, lambda r: min(2, r.own_quotations)),
    ("nearer than any page that is no kin", 0.39, lambda r: max(-2.0, min(4.0, r.lead))),
    ("it names another outlet", -3.84, lambda r: r.names_another),
)


def set_apart(found: Sequence[Retelling], best: Mapping[str, Retelling], *, names_another: bool) -> Retelling:
    """Gives the best of a page's comparisons with what the story adds to it: by how much it is nearer than those with pages that are no kin of
    this source, and whether the page names another outlet. `best` says which page retells which, as far as known."""
    nearest = max(found, key=lambda r: (r.score, r.parent))
    top = top_of(nearest.parent, best)
    strangers = (r.score for r in found if top_of(r.parent, best) != top)
    return replace(nearest, lead=nearest.score - max((0.0, *strangers)), names_another=names_another)


def nearness(retelling: Retelling) -> tuple[float, str]:
    """Gives a sort key: the nearest source last."""
    return retelling.nearness, retelling.parent


def at_source(nearest: Retelling, found: Sequence[Retelling], best: Mapping[str, Retelling]) -> Retelling:
    """Gives the nearest source, or what that itself retells if it is hardly less near: of two retellings neither need know the other."""
    above = best.get(nearest.parent)
    for r in found:
        if above and r.parent == above.parent and r.is_rewrite and r.nearness >= nearest.nearness - SOURCE_FIRST:
            return r
    return nearest


def top_of(page: str, best: Mapping[str, Retelling]) -> str:
    """Gives the page that a page goes back to by retelling."""
    seen = {page}
    while page in best and best[page].parent not in seen:
        page = best[page].parent
        seen.add(page)
    return page


def quotations_in(text: str) -> tuple[frozenset[str], ...]:
    """Gives the words of each quotation of a text."""
    quotations = [set(re.findall(r"\w{3,}", (m[1] or m[2]).lower())) for m in _QUOTATION.finditer(text)]
    return tuple(frozenset(q) for q in quotations if len(q) >= 2)


def candidates(told: Mapping[str, Told]) -> Iterator[tuple[str, str]]:
    """Gives pairs of page ids that share enough facts that few pages have: an inverted index, not all pairs."""
    postings: dict[str, list[str]] = {}
    for key in sorted(told):
        for fact in told[key].facts.first:
            postings.setdefault(fact, []).append(key)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in postings.values():
        if 1 < len(ids) <= RARE_NUMBER_PAGES:
            shared.update(combinations(ids, 2))
    yield from sorted(pair for pair, count in shared.items() if count >= MIN_SHARED_FACTS)


def compare(parent: str, child: str, told: Mapping[str, Told]) -> Retelling:
    """Gives the explained comparison of two pages, the first held to be the source."""
    a, b = told[parent], told[child]
    numbers_a, numbers_b = a.facts.of_kind("#"), b.facts.of_kind("#")
    shared = numbers_a & numbers_b
    rounded = _rounded(numbers_b - shared, numbers_a - shared)
    weight = weigh(shared) + weigh(rounded)
    names_a, names_b = a.facts.of_kind("@"), b.facts.of_kind("@")
    own = [n for n in names_b if n not in a.facts.first and n[1:] not in a.facts.first]
    stems_a, stems_b = a.facts.of_kind(""), b.facts.of_kind("")
    result = Retelling(
        parent=parent, child=child, shared_numbers=tuple(sorted(shared, key=lambda n: float(n[1:]))),
        shared_names=len(names_a & names_b),
        shared_facts=len(a.facts.first.keys() & b.facts.first.keys()), weight=weight,
        kept=weight / max(weigh(numbers_b), 1.5), covered=weight / max(weigh(numbers_a), 1.5),
        new_names=len(own) / (len(names_b) + 2), order=_order(a.facts, b.facts),
        words=len(stems_a & stems_b) / max(1, min(len(stems_a), len(stems_b))),
        own_quotations=sum(not _is_quoted(q, a.quotations) for q in b.quotations),
    )  # fmt: skip
    return _scored(result)


def _rounded(mine: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """Gives the round numbers of a page that stand for one of the other's ("almost 20" for 19, "more than 200" for 211)."""
    values = [float(n[1:]) for n in theirs]
    return frozenset(
        n for n in mine if (v := float(n[1:])) >= 20 and v == float(f"{v:.0e}")
        and any(w != float(f"{w:.0e}") and abs(v - w) <= 0.1 * w for w in values)
    )  # fmt: skip


def _scored(retelling: Retelling) -> Retelling:
    return replace(retelling, score=sum(weigh(retelling) for _, weigh in WEIGHTS))


def weigh(numbers: frozenset[str]) -> float:
    """Gives how telling numbers are together: small ones, years and round ones are shared by chance more often."""
    return sum(_telling(float(n[1:])) for n in sorted(numbers))


def _telling(value: float) -> float:
    if value <= 3:
        return 0.25
    if value <= 12:
        return 0.5
    if 1900 <= value <= 2100:
        return 0.4
    return 0.6 if value in (20, 30, 40, 50, 100, 1000) else 1.0


def _order(a: Facts, b: Facts) -> float:
    """Gives the share of pairs of shared facts that come in the same order in both (0 to 1; 0.5 is chance)."""
    shared = sorted((f for f in a.first if f in b.first), key=lambda f: (a.first[f], f))[:120]
    places = [b.first[f] for f in shared]
    pairs = len(places) * (len(places) - 1) // 2
    rising, later = 0, list[int]()
    for place in reversed(places):
        rising += len(later) - bisect_right(later, place)
        insort(later, place)
    return rising / pairs if pairs else 0.0


def _is_quoted(words: frozenset[str], others: tuple[frozenset[str], ...]) -> bool:
    """Says whether most words of a quotation stand in one of the other page's quotations."""
    return any(len(words & other) >= 0.6 * len(words) for other in others)
