"""Two figures side by side: repeats, updates, disputes, part of, different scope, unrelated, or cannot tell, with the reason.

For a pair that somebody asks about, on whatever pages. The rules are asked in this order and the first that answers decides; what
none answers cannot be told. A lower bound beside somebody else's larger number is no dispute.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from firsthand.reconcile.compare import NOT_DONE, places_differ
from firsthand.reconcile.days import days_between
from firsthand.reconcile.facts import facts_of, fold, stem
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.kinds import KNOWN
from firsthand.reconcile.values import agreement, can_both_hold, comparable
from firsthand.records import Quantity
from firsthand.records.judgement import FigureRelation

_PART = re.compile(
    r"\b(?:of (?:those|them|whom|these)|among (?:them|those|these|the)|includ(?:es|ing|ed)|were among|of the [\w’']+[’']s|of which)\b",
    re.I,
)
_REPLACED = re.compile(
    r"\b(?:revis(?:ed|es|ing)|correct(?:ed|s)|deleted|replac(?:ed|es)|risen|rose|fallen|fell|reached|up from|down from|earlier (?:it|count|number|figure)|"
    r"now (?:counts|says|puts|stands)|taking|bringing|grown|gone up|come down|climb(?:ed|s)|raised|lowered|cut its|by (?:mid|the end))\b", re.I
)  # fmt: skip
_DENIAL = re.compile(
    r"\b(?:rejecting|denied|denies|denying|disputed|dismiss(?:ed|ing)|not (?:one|a single)|none of)\b", re.I
)
_PERIODS = tuple(
    re.compile(p, re.I)
    for p in (
        r"\b(?:first|second|third|fourth) quarter\b", r"\bin the year to \w+\b", r"\bthis year\b", r"\blast year\b", r"\bsince \w+\b", r"\bovernight\b",
        r"\bin (?:the first )?(?:a )?week\b", r"\bthis week'?s?\b", r"\bof (?:19|20)\d\d\b|\bin (?:19|20)\d\d\b", r"\bby 20\d\d\b", r"\bin a year\b",
    )
)  # fmt: skip
_SPLITS = tuple(
    (re.compile(rf"\b(?:{a})\b", re.I), re.compile(rf"\b(?:{b})\b", re.I))
    for a, b in (
        (r"verified|by name", r"real number|believes|estimate[sd]?"), (r"shot down|brought down|downed|intercepted", r"sent|launched|fired"),
        (r"detained|arrested|held", r"sentenced|charged|convicted"), (r"employees|staff", r"people work|contractors"), (r"after inflation|real wages", r"rose by|a year"),
        (r"take part|taking part", r"stationed"), (r"trained", r"brought|at the front|sent"), (r"confirmed", r"suspected"), (r"our side|one side", r"total"),
        (r"is to send|will send|to be sent|still to come", r"have been sent|has sent|sent to"), (r"civilians?", r"people were killed|soldiers"), (r"women", r"minors|children"),
        (r"north|east", r"south|west"), (r"members", r"crane drivers|drivers"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One figure with the text it stands in and whether it is dated."""

    figure: Figure
    text: str

    @property
    def sentence(self) -> str:
        start, end = self.figure.sentence
        return self.text[start:end]

    @property
    def near(self) -> str:
        """Gives the words just round the number."""
        span = self.figure.quantity.span
        return self.text[max(0, span.start - 48) : span.end + 48]


@dataclass(frozen=True, slots=True)
class Ruling:
    """The relation of two figures and its reason."""

    relation: FigureRelation
    reason: str


Rule = Callable[[Side, Side], Ruling | None]


def judge_pair(a: Side, b: Side) -> Ruling:
    """Gives how two figures stand to each other; the order of the two does not matter."""
    for rule in RULES:
        if ruling := rule(a, b) or rule(b, a):
            return ruling
    return Ruling("cannot tell", "asserter, day, place or unit is missing, or the numbers can both hold")


def _unrelated(a: Side, b: Side) -> Ruling | None:
    shared = _content(a.text) & _content(b.text)
    same_thing = a.figure.kind.name == b.figure.kind.name
    if not shared and not (same_thing and a.figure.kind.name in KNOWN and one_asserter(a.figure, b.figure)):
        return Ruling("unrelated", "nothing in common but perhaps the number")
    units = comparable(a.figure.quantity)[0], comparable(b.figure.quantity)[0]
    if len(shared) <= 1 and (units[0] != units[1] or not same_thing):
        return Ruling(
            "unrelated", f"one counts {a.figure.kind.name}, the other {b.figure.kind.name}, in different matters"
        )
    return None


def _part(a: Side, b: Side) -> Ruling | None:
    start, end = a.figure.quantity.span.start, a.figure.quantity.span.end
    near = a.text[max(0, start - 40) : end + 30]
    smaller = comparable(a.figure.quantity)[1] < comparable(b.figure.quantity)[1]
    counted = a.figure.quantity.unit != "percent" and a.figure.low > 0
    if smaller and counted and _PART.search(near) and not _REPLACED.search(a.sentence):
        return Ruling("part of", "the text gives it as some of them")
    return None


def _scope(a: Side, b: Side) -> Ruling | None:
    x, y = a.figure, b.figure
    if x.kind.name != y.kind.name and {x.kind.name, y.kind.name} <= KNOWN:
        return Ruling("different scope", f"one counts {x.kind.name}, the other {y.kind.name}")
    if (x.status in NOT_DONE) != (y.status in NOT_DONE) and not agreement(x.quantity, y.quantity):
        return Ruling("different scope", f"one is {x.status}, the other {y.status}")
    if x.kind.scopes != y.kind.scopes and not agreement(x.quantity, y.quantity):
        return Ruling("different scope", f"only one is about {' and '.join(sorted(x.kind.scopes ^ y.kind.scopes))}")
    if places_differ(x, y):
        return Ruling("different scope", f"one is for {x.place}, the other for {y.place}")
    for first, second in _SPLITS:
        if (
            first.search(a.sentence)
            and not first.search(b.sentence)
            and second.search(b.sentence)
            and not second.search(a.sentence)
        ):
            return Ruling("different scope", "another population or state of the same matter")
    mine, theirs = ({m.group().lower() for p in _PERIODS for m in p.finditer(s.sentence)} for s in (a, b))
    if mine and theirs and not mine & theirs and not agreement(x.quantity, y.quantity) and x.published == y.published:
        return Ruling("different scope", f"another period: {min(mine)}, {min(theirs)}")
    return None


def _repeats(a: Side, b: Side) -> Ruling | None:
    how = agreement(a.figure.quantity, b.figure.quantity) or _same_share(a.figure.quantity, b.figure.quantity)
    return Ruling("repeats", how) if how else None


def _same_share(a: Quantity, b: Quantity) -> str | None:
    """Three quarters and 75 percent are one."""
    if a.unit == "percent" and b.unit is None and 0 < b.low < 1 and a.low == 100 * b.low:
        return "one share, as a fraction and in percent"
    return None


def _updates(a: Side, b: Side) -> Ruling | None:
    if one_asserter(a.figure, b.figure):
        if _is_next_of_series(a, b) or _REPLACED.search(a.sentence) or _REPLACED.search(b.sentence):
            return Ruling("updates", "the same asserter, later or with another number in its place")
        if a.figure.kind.name == b.figure.kind.name and a.figure.kind.head == b.figure.kind.head:
            return Ruling("different scope", "one asserter gives two numbers at one time")
    return None


def _disputes(a: Side, b: Side) -> Ruling | None:
    x, y = a.figure, b.figure
    if not (x.asserter and y.asserter and (x.published and y.published)):
        return None
    days = days_between(x.published, y.published)
    denied = bool(_DENIAL.search(a.sentence) or _DENIAL.search(b.sentence))
    at_one_time = days == 0 or denied or bool(x.as_of and x.as_of == y.as_of)
    vague = "vague" in (x.quantity.comparator, y.quantity.comparator)
    alike = x.kind.name == y.kind.name or len(_content(a.sentence) & _content(b.sentence)) >= 2
    if at_one_time and alike and not vague and not can_both_hold(x.quantity, y.quantity):
        return Ruling("disputes", f"{x.asserter} and {y.asserter} give numbers of one thing that cannot both hold")
    return None


RULES: tuple[Rule, ...] = (_unrelated, _part, _scope, _repeats, _updates, _disputes)


def one_asserter(a: Figure, b: Figure) -> bool:
    """Says whether two figures have one asserter by key or by the words of the name; a shared title alone will do for a named body."""
    if a.entity and a.entity == b.entity:
        return True
    mine, theirs = ({stem(fold(w)) for w in re.findall(r"\w{3,}", f.asserter or "")} - _ARTICLES for f in (a, b))
    return bool(mine and theirs) and len(mine & theirs) >= min(len(mine), len(theirs), 2)


_ARTICLES = frozenset(stem(w) for w in "the same said unnamed its his her and for".split())


def _is_next_of_series(a: Side, b: Side) -> bool:
    x, y = a.figure, b.figure
    return bool(x.published and y.published and x.published != y.published) or bool(
        x.as_of and y.as_of and x.as_of != y.as_of
    )


def _content(words: str) -> set[str]:
    return {f.lstrip("@") for f in facts_of(f". {words}").first if f[0] != "#"}
