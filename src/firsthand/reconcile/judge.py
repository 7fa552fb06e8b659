"""Two figures side by side: repeats, updates, disputes, part of, different scope, unrelated, or cannot tell, with the reason.

`Laid` holds the answers of the slots; RULES reads them as a table, asked from the top; the first row that answers decides, and what
none answers cannot be told. A lower bound beside somebody else's larger number is no dispute.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from firsthand.reconcile import slots
from firsthand.reconcile.acts import other_stage
from firsthand.reconcile.days import days_between
from firsthand.reconcile.kinds import KNOWN
from firsthand.reconcile.sides import Side
from firsthand.reconcile.slots import Thing, When, Who
from firsthand.reconcile.values import comparable
from firsthand.records.judgement import FigureRelation

_SOME_BEFORE = re.compile(
    r"(?:^|[,;:—-] |\band |\bwith )(?:of|among) (?:those|them|whom|these|which|the|its|their)\b[^.;]*$|\b(?:of whom|of which|of them)\b[^.;]*$|"
    r"\binclud(?:es|ing|ed)\b[^.;]*$|\bwere among\b[^.;]*$", re.I
)  # fmt: skip
_SOME_AFTER = re.compile(
    r"^\s*(?:of|out of|among) (?:those|them|these|the)\b(?! (?:latter|same|kind))|^[^.;,]{0,40}\b(?:is|are|was|were) among (?:those|them|these|the)\b", re.I
)  # fmt: skip
# Scopes that take some of those counted, and never more.
_SOME_OF_THEM = frozenset(
    {
        "those received",
        "one place",
        "its own people",
        "identified",
        "children",
        "women",
        "foreigners",
        "civilians",
        "soldiers",
    }
)
_ANEW = re.compile(
    r"\b(?:revis(?:ed|es|ing)|correct(?:ed|s|ing)|replac(?:ed|es|ing)|up from|down from|(?:has|have|had) (?:now )?(?:risen|reached|fallen|grown|climbed)|"
    r"rose|climbed|raised|lowered|cut (?:its|the)|now (?:counts?|says?|puts?|stands?|at)|taking the|bringing the|earlier (?:it|count|number|figure))\b", re.I
)  # fmt: skip
_DENIED = re.compile(
    r"\b(?:reject(?:ed|s|ing)|den(?:ied|ies|ying)|disputed|dismiss(?:ed|es|ing)|contradict(?:ed|s|ing))\b", re.I
)


@dataclass(frozen=True, slots=True)
class Ruling:
    """The relation of two figures and its reason."""

    relation: FigureRelation
    reason: str


@dataclass(frozen=True)
class Laid:
    """Two sides laid beside each other, with the answer of every slot. `parties`: who gives the two, where the case knows more than
    the two texts."""

    a: Side
    b: Side
    parties: Who | None = None

    @cached_property
    def who(self) -> Who:
        return self.parties or slots.who(self.a, self.b)

    @cached_property
    def thing(self) -> Thing:
        return slots.thing(self.a, self.b)

    @cached_property
    def when(self) -> When:
        return slots.when(self.a, self.b)

    @property
    def days(self) -> int | None:
        return days_between(self.a.figure.published, self.b.figure.published)

    @cached_property
    def common(self) -> int:
        """Gives how many words and names the texts share; an asserter counts where the other text speaks of him and he is not its own."""
        a, b = self.a, self.b
        return len((a.matter & b.matter) | (a.matter & b.asserter) | (b.matter & a.asserter))

    @cached_property
    def shares_name(self) -> bool:
        return bool(self.a.matter & self.b.matter & (self.a.names | self.b.names))

    @property
    def are_strangers(self) -> bool:
        """Says whether both texts name people or places of their own, and none of them in common."""
        return bool(self.a.names and self.b.names) and not self.a.names & self.b.names

    @property
    def shares_course(self) -> bool:
        """Says whether both numbers are of stages of one course of things, counted in the same sort of units."""
        units = {comparable(s.figure.quantity)[0] for s in (self.a, self.b)}
        return len(units) == 1 and other_stage(self.a.stages, self.b.stages) is not None

    @cached_property
    def scope(self) -> str | None:
        return next(slots.other_scope(self.a, self.b), None)

    @cached_property
    def alike(self) -> str | None:
        return slots.alike(self.a, self.b)

    @property
    def is_one_class(self) -> bool:
        return self.a.figure.kind.name == self.b.figure.kind.name in KNOWN

    @cached_property
    def is_tied(self) -> bool:
        """Says whether something beside the noun counted makes both of one matter: a known class, a shared word, a stated day, or two
        asserters whose names share one ("the port authority", "the port's insurer")."""
        beside = self.common > (self.a.figure.kind.head in self.a.matter & self.b.matter)
        one_day = self.a.figure.as_of is not None and self.a.figure.as_of == self.b.figure.as_of
        return self.is_one_class or beside or one_day or bool(self.a.asserter & self.b.asserter)

    @property
    def matches(self) -> bool:
        """Says whether both surely or probably count one thing: where the nouns leave it open, two shared words must speak for it, or a
        shared name and a measure."""
        enough = 1 if self.shares_name and self.a.figure.quantity.unit else 2
        return (self.thing == "same" and self.is_tied) or (self.thing == "unclear" and self.common >= enough)

    def any(self, pattern: re.Pattern[str]) -> bool:
        return bool(pattern.search(self.a.sentence) or pattern.search(self.b.sentence))


Rule = Callable[[Laid], Ruling | None]


def judge_pair(a: Side, b: Side) -> Ruling:
    """Gives how two figures stand to each other; the order of the two does not matter."""
    first, second = sorted((a, b), key=lambda s: (s.text, s.figure.quantity.span))
    laid = Laid(first, second)
    for rule in RULES:
        if ruling := rule(laid):
            return ruling
    return Ruling("cannot tell", "asserter, day, place or unit is missing, or the numbers can both hold")


def _unrelated(laid: Laid) -> Ruling | None:
    if laid.who == "same" and (laid.alike or laid.days == 0 or laid.any(_ANEW)):
        return None
    if (laid.thing == "same" or laid.is_one_class) and (laid.common or laid.who == "same" or not laid.are_strangers):
        return None
    if laid.common > 1 or (laid.common and (laid.thing != "other" or laid.shares_name)) or laid.shares_course:
        return None
    return Ruling(
        "unrelated",
        f"one counts {laid.a.figure.kind.name}, the other {laid.b.figure.kind.name}, and nothing shows one matter",
    )


def _part(laid: Laid) -> Ruling | None:
    for part, whole in ((laid.a, laid.b), (laid.b, laid.a)):
        if (
            comparable(part.figure.quantity)[1] >= comparable(whole.figure.quantity)[1]
            or part.figure.low <= 0
            or laid.alike
        ):
            continue
        if part.is_tied(whole, "part of", "of total", forward=True):
            return Ruling("part of", "a page gives the one as some of the other")
        words = _SOME_BEFORE.search(part.lead) or _SOME_AFTER.search(part.tail)
        if words and part.figure.quantity.unit != "percent":
            return Ruling("part of", f"the text gives it as some of them: “{words.group().strip()}”")
    return None


def _stated_change(laid: Laid) -> Ruling | None:
    tied = laid.a.is_tied(laid.b, "change", "revision") or laid.b.is_tied(laid.a, "change", "revision")
    return (
        Ruling("updates", "a page says that the number went from the one to the other")
        if tied and laid.who != "different"
        else None
    )


def _scope(laid: Laid) -> Ruling | None:
    if laid.thing in ("nested", "other"):
        return Ruling("different scope", f"one counts {laid.a.figure.kind.name}, the other {laid.b.figure.kind.name}")
    if laid.when == "other stretch" and not laid.alike:
        return Ruling("different scope", "the one counts over another stretch of time")
    if laid.scope and not (laid.who == "different" and laid.when == "one time" and laid.matches and _outgrows(laid)):
        return Ruling("different scope", laid.scope)
    return None


def _outgrows(laid: Laid) -> bool:
    """Says whether the count of only some of them is the larger: then the two cannot both hold, whatever their scopes."""
    for some, all_of_them in ((laid.a, laid.b), (laid.b, laid.a)):
        mine, theirs = some.figure.kind.scopes, all_of_them.figure.kind.scopes
        if (
            theirs < mine
            and mine & _SOME_OF_THEM
            and some.figure.low > all_of_them.figure.high
            and slots.clash(laid.a, laid.b)
        ):
            return slots.differs_in_scope_only(some, all_of_them)
    return False


def _denied(laid: Laid) -> Ruling | None:
    """Somebody denies the number that another gives."""
    denier = next(
        (s for s in (laid.a, laid.b) if s.figure.status == "denied" or s.figure.borrowed in ("denied", "not")), None
    )
    if denier is None or laid.who == "same" or not laid.alike or not (laid.matches or laid.common):
        return None
    return Ruling("disputes", f"{denier.figure.asserter} denies the number")


def _repeats(laid: Laid) -> Ruling | None:
    return Ruling("repeats", laid.alike) if laid.alike else None


def _updates(laid: Laid) -> Ruling | None:
    if laid.who != "same":
        return None
    if laid.when == "other times" or laid.days or laid.any(_ANEW):
        return Ruling("updates", "the same asserter, later or with another number in its place")
    if laid.when == "one time":
        return Ruling("different scope", "one asserter gives two numbers at one time")
    return None


def _disputes(laid: Laid) -> Ruling | None:
    if laid.who != "different" or not laid.matches or not slots.clash(laid.a, laid.b):
        return None
    if laid.when == "one time" or laid.any(_DENIED) or _fell_overnight(laid):
        names = laid.a.figure.asserter, laid.b.figure.asserter
        return Ruling("disputes", f"{names[0]} and {names[1]} give numbers of one thing that cannot both hold")
    return None


def _fell_overnight(laid: Laid) -> bool:
    """Says whether somebody else gives the lower number a day later: no newer count of what can only grow."""
    first, last = sorted((laid.a.figure, laid.b.figure), key=lambda f: f.published or "")
    return days_between(first.published, last.published) == 1 and last.high < first.low


RULES: tuple[Rule, ...] = (_unrelated, _part, _stated_change, _scope, _denied, _repeats, _updates, _disputes)
