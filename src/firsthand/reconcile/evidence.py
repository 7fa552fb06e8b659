"""Evidence: what the slots of two figures weigh for each relation, as numbers that can be read.

Each row answers one question about two figures laid side by side with a number between 0 and 1. `weights` holds what an answer weighs
for each relation, fitted once to pairs that people labelled; the sum, with the vote of `judge`'s table, decides.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from firsthand.reconcile import slots
from firsthand.reconcile.acts import ANY_COURSE, other_stage
from firsthand.reconcile.laid import Laid

Row = tuple[str, Callable[[Laid], float]]
_LEFT = re.compile(r"\b(?:still|remain(?:s|ed)?|so far|left)\b", re.I)
_MONEY = frozenset({"dollar", "euro", "pound sterling", "crown", "franc"})


def _ratio(laid: Laid) -> float:
    """Gives how far apart the numbers are: 0 for one number, 1 for thirty times and more."""
    return min(math.log10(laid.times_apart) / 1.5, 1.0)


def _is_left(laid: Laid) -> float:
    return float(bool(_LEFT.search(laid.a.sentence)) != bool(_LEFT.search(laid.b.sentence)))


def _one_stage(laid: Laid) -> float:
    return float(any(course not in ANY_COURSE for course, _ in laid.a.stages & laid.b.stages))


def _grew(laid: Laid) -> float:
    if not laid.days:
        return 0.0
    first, last = sorted((laid.a.figure, laid.b.figure), key=lambda f: f.published or "")
    return float(last.low > first.low)


def _names_the_number(laid: Laid) -> float:
    return float(not laid.alike and (laid.a.names_number_of(laid.b) or laid.b.names_number_of(laid.a)))


def _is_vague(laid: Laid) -> float:
    return float("vague" in (laid.a.quantity.comparator, laid.b.quantity.comparator))


EVIDENCE: tuple[Row, ...] = (
    ("the numbers are one", lambda d: float(d.alike is not None)),
    ("the numbers cannot both hold", lambda d: float(slots.clash(d.a, d.b))),
    ("how far apart they are", _ratio),
    ("one is more than twice the other", lambda d: float(d.times_apart > 2)),
    ("one is more than five times the other", lambda d: float(d.times_apart > 5)),
    ("the later is the higher", _grew),
    ("somebody else's lower number a day later", lambda d: float(d.who == "different" and d.fell_overnight)),
    ("one text has the other's number too", _names_the_number),
    ("a number is vague", _is_vague),
    ("both are money", lambda d: float(d.a.quantity.unit in _MONEY and d.b.quantity.unit in _MONEY)),
    ("one noun", lambda d: float(d.a.figure.kind.head == d.b.figure.kind.head != "")),
    ("one class", lambda d: float(d.is_one_class)),
    ("the same is counted", lambda d: float(d.thing == "same")),
    ("something else is counted", lambda d: float(d.thing == "other")),
    ("a class inside another", lambda d: float(d.thing == "nested")),
    ("two groups", lambda d: float(d.thing == "two groups")),
    ("of whom or where is not the same", lambda d: float(next(slots.set_apart(d.a, d.b), None) is not None)),
    ("two stages of one course", lambda d: float(other_stage(d.a.stages, d.b.stages) is not None)),
    ("one stage", _one_stage),
    ("words of scope on one side", lambda d: float(next(slots.worded_apart(d.a, d.b), None) is not None)),
    ("what is left, on one side", _is_left),
    ("another stretch of time", lambda d: float(d.when == "other stretch")),
    ("one time", lambda d: float(d.when == "one time")),
    ("one day", lambda d: float(d.days == 0)),
    ("a day apart", lambda d: float(d.days == 1)),
    ("one asserter", lambda d: float(d.who == "same")),
    ("an asserter is not named", lambda d: float(d.who == "unknown")),
    ("a number is turned down", lambda d: float(d.objects is not None)),
    ("a number takes an older one's place", lambda d: float(d.is_anew)),
    ("words in common", lambda d: min(len(d.topics), 4) / 4),
    ("words in common beside what is counted", lambda d: min(len(d.topics_beyond), 3) / 3),
    ("a name in common", lambda d: float(d.shares_name)),
    ("names, and none in common", lambda d: float(d.are_strangers)),
)  # fmt: skip


def answers(laid: Laid) -> list[tuple[str, float]]:
    """Gives every row's name and answer, in order."""
    return [(name, ask(laid)) for name, ask in EVIDENCE]
