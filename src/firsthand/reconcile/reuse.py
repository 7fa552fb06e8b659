"""Shared wording between pages: an inverted index over sampled shingles proposes pairs, exact containment measures them.

Sampling keeps one shingle in four by its hash, so the same ones are kept in every page. A shingle that stands in very many
pages (a furniture line, a much-copied wire) joins its pages in a chain instead of all to all: the work stays linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

from firsthand.records import Article, Span
from firsthand.text.shingles import Profile, containment, profile_of, shared_runs

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


def find_reuse(articles: Sequence[Article]) -> list[Reuse]:
    """Gives every pair of pages that shares wording, down to one sentence quoted by both; sorted by their ids."""
    texts = {a.id: a for a in articles}
    found = (measure(texts[left], texts[right]) for left, right in _candidates(articles))
    return sorted((r for r in found if r is not None), key=lambda r: (r.left, r.right))


def _candidates(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
    postings: dict[int, list[str]] = {}
    for article in sorted(articles, key=lambda a: a.id):
        values = _profile(article.text).places
        for value in sorted(values):
            if value % SAMPLE == 0 or len(values) < SHORT_TEXT:
                postings.setdefault(value, []).append(article.id)
    pairs: Counter[tuple[str, str]] = Counter()
    for ids in postings.values():
        pairs.update(combinations(ids, 2) if len(ids) <= ALL_TO_ALL else pairwise(ids))
    yield from sorted(pairs)


@lru_cache(maxsize=2048)
def _profile(text: str) -> Profile:
    return profile_of(text)


def measure(left: Article, right: Article) -> Reuse | None:
    a, b = _profile(left.text), _profile(right.text)
    left_share, right_share = (
        containment(a.places.keys(), b.places.keys()),
        containment(b.places.keys(), a.places.keys()),
    )
    words, others = a.words, b.words
    runs = shared_runs(a, b)
    longest = max((r.length for r in runs), default=0)
    if longest < QUOTED_WORDS:
        return None
    long = [r for r in runs if r.length >= LONG_RUN]
    smaller = min(len(words.forms), len(others.forms))
    ranked = sorted(long or runs, key=lambda r: (-r.length, r.left))
    return Reuse(
        left=left.id, right=right.id, left_share=left_share, right_share=right_share,
        long_share=min(1.0, sum(r.length for r in long) / smaller), longest=longest,
        passages=tuple(Span(words.starts[r.left], words.ends[r.left + r.length - 1]) for r in ranked),
    )  # fmt: skip
