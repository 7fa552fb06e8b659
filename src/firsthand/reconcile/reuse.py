"""Shared wording between pages: an inverted index over sampled shingles proposes pairs, exact containment measures them.

Sampling keeps one shingle in four by its number, so the same ones are kept in every page. A shingle that stands in very many
pages (a furniture line, a much-copied wire) joins its pages in a chain instead of all to all: the work stays linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from firsthand.reconcile.shingles import SIZE, Profile, profile_of, runs_of, shared
from firsthand.records import Article, Span

if TYPE_CHECKING:
    from firsthand.reconcile.shingles import Flags, Numbers, Places

SAMPLE = 4
ALL_TO_ALL = 16
SHORT_TEXT = 120
COPY_SHARE = 0.2
LONG_RUN = 10
QUOTED_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """How much of two pages is one wording. Ids in sorted order; shares are 5-word containment of each side in the other (0 to 1).

    `long_share` is the share of the side with more of it that lies in shared runs of ten words or more: whole sentences carried
    over, where a near rewrite only shares fragments. `passages` are those stretches in the left page's text, longest first.
    """

    left: str
    right: str
    left_share: float
    right_share: float
    long_share: float
    longest: int
    passages: tuple[Span, ...]

    @property
    def share(self) -> float:
        """Gives the larger of the two shares: an abridged copy lies inside its source."""
        return max(self.left_share, self.right_share)

    @property
    def is_text_reuse(self) -> bool:
        """Says whether one page carries enough of the other's wording to be a copy or an edited copy."""
        return self.share >= COPY_SHARE


def find_reuse(articles: Sequence[Article], least: float = 0.0) -> list[Reuse]:
    """Gives every pair of pages that shares wording, down to one sentence quoted by both; sorted by their ids. `least` leaves out those that
    share less than that."""
    import numpy as np

    ordered = sorted(articles, key=lambda a: a.id)
    if len(ordered) < 2:
        return []
    profiles = [_profile(article.text) for article in ordered]
    values, which = np.unique(np.concatenate([p.values for p in profiles]), return_inverse=True)
    codes = np.split(which.reshape(-1), np.cumsum([len(p.values) for p in profiles])[:-1])
    first = np.full(len(values), -1, dtype=np.int64)  # where each shingle first stands in the right page of the pair
    found: list[Reuse | None] = []
    for right, pairs in groupby(_candidates(profiles, codes, values), key=lambda pair: pair[1]):
        first[codes[right]] = profiles[right].first
        for left, _ in pairs:
            places = first.take(codes[left])
            common = int(np.count_nonzero(places >= 0))
            if common / min(len(codes[left]), len(codes[right])) >= least:
                found.append(_measured(ordered[left], ordered[right], common, places))
        first[codes[right]] = -1
    return sorted((r for r in found if r is not None), key=lambda r: (r.left, r.right))


def wording_of(text: str) -> tuple[int, ...]:
    """Gives a few of a text's shingles, the same ones in every text that has them: one in sixteen, of a short text every other."""
    values = _profile(text).values
    step = SAMPLE // 2 if len(values) < SHORT_TEXT else SAMPLE * 4
    kept: list[int] = values[values % step == 0].tolist()
    return tuple(kept)


def sampled(profile: Profile) -> Flags:
    """Says for each shingle of a text whether it is looked up: one in four by its number, all of a short text."""
    flags: Flags = (profile.values % SAMPLE == 0) | (len(profile.values) < SHORT_TEXT)
    return flags


def _candidates(profiles: Sequence[Profile], codes: Sequence[Places], values: Numbers) -> list[tuple[int, int]]:
    """Gives pairs (left, right) of places in the sequence that share a looked-up shingle, sorted by the right one."""
    import numpy as np

    kept = [mine[sampled(profile)] for profile, mine in zip(profiles, codes, strict=True)]
    owner = np.repeat(np.arange(len(kept)), [len(mine) for mine in kept])
    shingle = np.concatenate(kept)
    few = np.bincount(shingle, minlength=len(values)) <= ALL_TO_ALL
    order = np.argsort(shingle, kind="stable")
    owner, shingle = owner[order], shingle[order]
    pairs = []
    for step in range(1, ALL_TO_ALL):
        same = shingle[step:] == shingle[:-step]
        if step > 1:
            same &= few[shingle[step:]]
        pairs.append(owner[step:][same] * len(kept) + owner[:-step][same])
    return [(pair % len(kept), pair // len(kept)) for pair in np.unique(np.concatenate(pairs)).tolist()]


@lru_cache(maxsize=2048)
def _profile(text: str) -> Profile:
    return profile_of(text)


def measure(left: Article, right: Article) -> Reuse | None:
    """Gives how much of two pages is one wording; None where not even a quoted sentence is."""
    return _measured(left, right, *shared(_profile(left.text), _profile(right.text)))


def _measured(left: Article, right: Article, common: int, places: Places) -> Reuse | None:
    if common <= QUOTED_WORDS - SIZE:
        return None
    a, b = _profile(left.text), _profile(right.text)
    runs = runs_of(places, a, b, QUOTED_WORDS)
    if not runs:
        return None
    long = [r for r in runs if r.length >= LONG_RUN]
    smaller = min(len(a.words), len(b.words))
    ranked = sorted(long or runs, key=lambda r: (-r.length, r.left))
    starts, ends = a.starts[[r.left for r in ranked]], a.ends[[r.left + r.length - 1 for r in ranked]]
    return Reuse(
        left=left.id, right=right.id, left_share=common / len(a.values), right_share=common / len(b.values),
        long_share=min(1.0, sum(r.length for r in long) / smaller), longest=max(r.length for r in runs),
        passages=tuple(map(Span, starts.tolist(), ends.tolist())),
    )  # fmt: skip
