"""Rules for sums, what is left over, and what comes on top; sums and remainders only where the arithmetic holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from firsthand.annotate.quantity.parts import of_so_many
from firsthand.annotate.quantity.passage import Found, Passage
from firsthand.annotate.quantity.relating import HEDGE, related

_TOTAL_CUE = re.compile(
    r"\b(?:in total|in all|altogether|all told|combined|together|total|totalling|totaling|overall|sum)\b", re.IGNORECASE
)


def has_total_cue(passage: Passage, index: int) -> bool:
    """Says whether words around a quantity call it a total."""
    if passage.quantities[index].comparator == "total":
        return True
    return any(_TOTAL_CUE.search(words) is not None for words in (passage.lead(index, 40), passage.rear(index, 24)))


def _sums(passage: Passage, total: int, parts: Sequence[int]) -> bool:
    lows = sum((passage.quantities[part].low for part in parts), Decimal(0))
    highs = sum((passage.quantities[part].high for part in parts), Decimal(0))
    return len(parts) > 1 and lows == passage.quantities[total].low and highs == passage.quantities[total].high


def _addends(passage: Passage, total: int, pool: Sequence[int]) -> Sequence[int]:
    """Gives the shortest, nearest run of neighbouring figures in a pool that adds up to the total exactly."""
    for length in range(2, min(6, len(pool)) + 1):
        for start in range(len(pool) - length + 1):
            if _sums(passage, total, pool[start : start + length]):
                return pool[start : start + length]
    return ()


def adds_up(passage: Passage, index: int) -> Iterator[Found]:
    """ "1,118 here and 407 there, 1,525 in all", "640 stalls: 390 in one square and 250 in another"."""
    if passage.is_time(index) or passage.quantities[index].rule.startswith("either") or passage.value(index) < 2:
        return
    before = [other for other in passage.earlier(index, 1) if passage.alike(index, other) and passage.value(other) > 0]
    after = [other for other in passage.later(index, 2) if passage.alike(index, other) and passage.value(other) > 0]
    sums = [
        parts
        for parts in (_addends(passage, index, before), _addends(passage, index, after))
        if _is_meant(passage, index, parts)
    ]
    for parts in sums:
        yield from (related(passage, index, part) for part in parts)
    if not sums and has_total_cue(passage, index):
        yield from _adds_up_elsewhere(passage, index)


def _is_meant(passage: Passage, index: int, parts: Sequence[int]) -> bool:
    """Says whether figures that add up are said to be a sum: small numbers, other things or portions of something larger may do so by chance."""
    if not parts:
        return False
    if has_total_cue(passage, index):
        return True
    if passage.value(index) < 10 and not all(passage.quantities[part].elided for part in parts):
        return False
    if not _stand_together(passage, index, parts):
        return False
    rounded = any(
        passage.quantities[part].comparator in ("about", "nearly")
        or passage.quantities[part].rule.startswith("the rest")
        for part in parts
    )
    run = sorted([*parts, index])
    portions = any(_sums(passage, other, run) for other in passage.earlier(run[0], 1) if passage.alike(other, index))
    return not rounded and not portions and all(_addable(passage, index, part) for part in parts)


def _stand_together(passage: Passage, total: int, parts: Sequence[int]) -> bool:
    """Says whether the parts stand in one sentence, next to each other and to the total: others between them may add up by chance."""
    run = sorted([*parts, total])
    return run[-1] - run[0] == len(parts) and len({passage.sentence[part] for part in parts}) == 1


def _addable(passage: Passage, total: int, part: int) -> bool:
    """Says whether a part may count a kind of what the total counts."""
    named = passage.head(total) and passage.head(part)
    return (
        passage.same_thing(total, part)
        or not named
        or passage.quantities[part].elided
        or _breaks_down(passage, total, part)
    )


def _breaks_down(passage: Passage, total: int, part: int) -> bool:
    """Says whether a colon or dash after the total opens the list of its parts ("84 boats were lost: 60 trawlers and 24 ferries")."""
    return part > total and re.search(r":\s|\s[–—-]\s", passage.between(total, part)) is not None


def _adds_up_elsewhere(passage: Passage, index: int) -> Iterator[Found]:
    """A total announced as such ("in total, … 6,000 personnel") whose parts stand in one sentence elsewhere on the page."""
    for sentence in dict.fromkeys(passage.sentence):
        pool = [
            other
            for other in range(len(passage))
            if passage.sentence[other] == sentence and passage.alike(index, other)
        ]
        if sentence != passage.sentence[index] and (parts := _addends(passage, index, pool)):
            yield from (related(passage, index, part) for part in parts)
            return


_LEFT = re.compile(
    r"\b(?:leaving|the other|the remaining|the rest|remaining|which left|left)\s(?:\w+\s)?"
    + HEDGE
    + r"(?:(?:with\s)?(?:only\s|just\s)?)$",
    re.IGNORECASE,
)
_LEFT_BEHIND = re.compile(
    r"^(?:\s[\w’'-]+){0,2}?\s(?:(?:are|were|is|was|remain|remains|remained)\s(?:still\s)?(?:left|at large|missing|outstanding|unaccounted|feared lost|feared dead|"
    r"gone|to go|undecided)|left\b|remain\b|remains?\b)"
)


def what_is_left(passage: Passage, index: int) -> Iterator[Found]:
    """ "leaving seven", "the other two", "3,588 are left", where it is the total less the parts."""
    carried = passage.quantities[index].rule.startswith("the rest")
    if not (carried or _LEFT.search(passage.lead(index)) or _LEFT_BEHIND.match(passage.rear(index))):
        return
    pool = [other for other in passage.earlier(index, 2) if not passage.is_time(other)]
    for whole in pool:
        if not passage.is_share(whole) and _leaves(passage, index, whole, pool):
            yield related(passage, index, whole)
            return


def _leaves(passage: Passage, index: int, whole: int, pool: Sequence[int]) -> bool:
    """Says whether the whole less its parts, or less the share named beside it, is this quantity; a rounded rest may miss by a twentieth."""
    total, rest = passage.value(whole), passage.value(index)
    parts = [other for other in pool if whole < other < index and passage.alike(other, whole)]
    parts += [row.subject for row in of_so_many(passage, whole)]
    taken = sum((passage.value(part) for part in parts), Decimal(0))
    if passage.is_share(index):
        return bool(parts) and total * (1 - rest) == taken
    if not passage.alike(index, whole) or total <= rest:
        return False
    slack = total / 20 if passage.quantities[index].comparator in ("about", "nearly") else 0
    share = next((passage.value(other) for other in pool if passage.is_share(other) and abs(other - whole) == 1), None)
    return (bool(parts) and abs(total - taken - rest) <= slack) or (share is not None and (1 - share) * total == rest)


_MORE_LEAD = re.compile(r"\b(?:another|a further|an additional|an extra|plus)\s" + HEDGE + "$", re.IGNORECASE)
_MORE_BEHIND = re.compile(r"^\s(?:more|additional|extra)\b(?!\sthan)")


def on_top(passage: Passage, index: int) -> Iterator[Found]:
    """ "another 200 would follow", "900 more joined them": the later figure comes on top of the earlier."""
    if not (_MORE_LEAD.search(passage.lead(index)) or _MORE_BEHIND.match(passage.rear(index))):
        return
    for other in passage.earlier(index, 1):
        if passage.same_thing(index, other) and not passage.is_time(other):
            yield related(passage, other, index)
            return
