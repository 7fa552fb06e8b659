"""Parting: two events of one kind that were taken for one. Their pages share the words for such events; but each has names, numbers and words of its own.

Pages are dealt into two sides, so that what they tell is least mixed: each page to the side whose pages tell what it tells. Any pages can be
dealt so; they tell of two events where knowing its side says much of what a page tells, names and numbers before words.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from firsthand.reconcile.facts import Facts
from firsthand.reconcile.rarity import weights

MANY = 4  # pages that an event needs to be told from another: fewer have words of their own by chance
TOLD_APART = (
    2.0  # what the sides say of one name, number or word on average, in nats: mostly less in pages of one event
)
OF_A_PAGE = 0.06  # the same for each page: an event that many pages tell has turns with words of their own
RARELY = 20  # what one page in so many tells, or fewer, says little of the sides
_SEEDS = 16  # names, numbers or words from which the dealing starts, those that are nearest to half of the pages
_ROUNDS = 10
_UNSEEN = 0.3  # of a page


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dealing:
    """The first side of two, as places in the row of pages, and what the sides say of all that the pages tell."""

    side: frozenset[int]
    gain: float


def part(pages: Sequence[Collection[Facts]]) -> frozenset[int] | None:
    """Gives the places of the pages of one of two events; None where they tell of one. Copies of one page stand together, and count once."""
    if len(pages) < 2 * MANY:
        return None
    weighed = [weights(fact for copy in page for fact in copy.first) for page in pages]
    counts = Counter(key for page in weighed for key in page)
    often = {key: n for key, n in sorted(counts.items()) if n > 1 and n * RARELY >= len(pages)}
    shared = {key: sum(page.get(key, 0.0) for page in weighed) / n for key, n in often.items()}
    told = [sorted(page.keys() & shared.keys()) for page in weighed]
    dealings = [d for key in _seeds(counts, shared, len(told)) if (d := _dealt(told, key, shared))]
    best = max(dealings, key=lambda d: (d.gain, sorted(d.side)), default=None)
    least = max(TOLD_APART, OF_A_PAGE * len(pages)) * sum(shared.values())
    return best.side if best and best.gain >= least else None


def _seeds(counts: Mapping[str, int], weighed: Mapping[str, float], pages: int) -> list[str]:
    divided = (key for key in weighed if counts[key] <= pages - 2)
    return sorted(divided, key=lambda key: (abs(2 * counts[key] - pages), key))[:_SEEDS]


def _dealt(told: Sequence[Sequence[str]], seed: str, weighed: Mapping[str, float]) -> _Dealing | None:
    """Gives the sides that come of a start with the pages that tell one thing; None where one of them has too few pages."""
    side = frozenset(i for i, page in enumerate(told) if seed in page)
    for _ in range(_ROUNDS):
        odds, even = _odds(told, side, weighed)
        fitting = frozenset(i for i, page in enumerate(told) if even + sum(odds[key] for key in page) > 0)
        if fitting == side or not fitting or len(fitting) == len(told):
            break
        side = fitting
    if not MANY <= len(side) <= len(told) - MANY:
        return None
    return _Dealing(side=side, gain=_gain(told, side, weighed))


def _odds(
    told: Sequence[Sequence[str]], side: frozenset[int], weighed: Mapping[str, float]
) -> tuple[dict[str, float], float]:
    """Gives how far telling a thing speaks for the first side, and how far telling nothing does."""
    here, there = _counts(told, side)
    odds, even = {}, 0.0
    for key, weight in weighed.items():
        p = (here[key] + _UNSEEN) / (len(side) + 1)
        q = (there[key] + _UNSEEN) / (len(told) - len(side) + 1)
        silent = weight * math.log((1 - p) / (1 - q))
        odds[key] = weight * math.log(p / q) - silent
        even += silent
    return odds, even


def _gain(told: Sequence[Sequence[str]], side: frozenset[int], weighed: Mapping[str, float]) -> float:
    """Gives how much less is open of what the pages tell once their side is known, in nats."""
    here, there = _counts(told, side)
    return sum(
        weight * (_open(here[key] + there[key], len(told)) - _open(here[key], len(side)) - _open(there[key], len(told) - len(side)))
        for key, weight in weighed.items()
    )  # fmt: skip


def _counts(told: Sequence[Sequence[str]], side: frozenset[int]) -> tuple[Counter[str], Counter[str]]:
    here, there = Counter[str](), Counter[str]()
    for i, page in enumerate(told):
        (here if i in side else there).update(page)
    return here, there


def _open(count: int, of: int) -> float:
    """Gives what is open, in nats, of which pages tell a thing that so many do."""
    if count in (0, of):
        return 0.0
    return of * math.log(of) - count * math.log(count) - (of - count) * math.log(of - count)
