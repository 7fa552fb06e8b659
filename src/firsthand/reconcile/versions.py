"""Two versions of one page, statement by statement: what was added, taken out, or put in other words.

Statements are paired by their words: equal words first, then the closest pairs that share at least half of them. A pair that
differs is *changed*; the differing words are given for both sides.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from firsthand.records import Claim, Reading

_CLOSE = 0.5  # share of words that two statements need to have in common to be one statement in two versions


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between two versions. `before` and `after` are verbatim; `differs` the words that are not shared, as (before, after)."""

    kind: Literal["added", "removed", "changed", "status"]
    before: str | None = None
    after: str | None = None
    before_claim: str | None = None
    after_claim: str | None = None
    differs: tuple[str, str] | None = None


def compare_versions(before: Reading, after: Reading) -> tuple[Change, ...]:
    """Gives the differences between two readings of one address, in the order of the later text, removals last."""
    assert before.article is not None and after.article is not None
    old = [(claim, _words(claim, before.article.text)) for claim in before.claims]
    new = [(claim, _words(claim, after.article.text)) for claim in after.claims]
    pairs = _pair([words for _, words in old], [words for _, words in new])
    changes = [_change(old[pairs[j]] if j in pairs else None, new[j]) for j in range(len(new))]
    removed = [
        Change(kind="removed", before=words, before_claim=claim.id)
        for i, (claim, words) in enumerate(old)
        if i not in pairs.values()
    ]
    return (*(change for change in changes if change is not None), *removed)


def _change(old: tuple[Claim, str] | None, new: tuple[Claim, str]) -> Change | None:
    claim, words = new
    if old is None:
        return Change(kind="added", after=words, after_claim=claim.id)
    earlier, before = old
    if _fold(before) != _fold(words):
        return Change(
            kind="changed",
            before=before,
            after=words,
            before_claim=earlier.id,
            after_claim=claim.id,
            differs=differing(before, words),
        )
    if earlier.status != claim.status:
        return Change(
            kind="status",
            before=words,
            after=words,
            before_claim=earlier.id,
            after_claim=claim.id,
            differs=(earlier.status, claim.status),
        )
    return None


def _words(claim: Claim, text: str) -> str:
    return " … ".join(span.of(text) for span in claim.content)


def _fold(words: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", words.lower()))


def _pair(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Gives new index → old index: equal words first, then the closest, each statement once."""
    pairs: dict[int, int] = {}
    free = set(range(len(old)))
    for j, words in enumerate(new):
        equal = next((i for i in sorted(free) if _fold(old[i]) == _fold(words)), None)
        if equal is not None:
            pairs[j] = equal
            free.discard(equal)
    scored = sorted((-_likeness(old[i], new[j]), j, i) for j in range(len(new)) if j not in pairs for i in free)
    for score, j, i in scored:
        if -score >= _CLOSE and j not in pairs and i in free:
            pairs[j] = i
            free.discard(i)
    return pairs


def _likeness(left: str, right: str) -> float:
    return difflib.SequenceMatcher(None, _fold(left), _fold(right), autojunk=False).ratio()


def differing(before: str, after: str) -> tuple[str, str]:
    """Gives the words of each side that the other has not, in order, pieces joined by " … "."""
    left, right = before.split(), after.split()
    matcher = difflib.SequenceMatcher(None, [w.lower() for w in left], [w.lower() for w in right], autojunk=False)
    out, into = [], []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            out.append(" ".join(left[a:b]))
            into.append(" ".join(right[c:d]))
    return " … ".join(piece for piece in out if piece), " … ".join(piece for piece in into if piece)
