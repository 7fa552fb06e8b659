"""Two figures laid beside each other, with the answer of every slot; what the answers mean is `judge`'s table and `evidence`'s weights."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from firsthand.reconcile import slots
from firsthand.reconcile.acts import other_stage
from firsthand.reconcile.days import days_between
from firsthand.reconcile.kinds import KNOWN
from firsthand.reconcile.sides import Side, stems_in
from firsthand.reconcile.slots import Thing, When, Who
from firsthand.reconcile.values import comparable

# Words by which a text says that a number takes an older one's place.
_ANEW = re.compile(
    r"\b(?:revis(?:ed|es|ing)|correct(?:ed|s|ing)|replac(?:ed|es|ing)|up from|down from|(?:has|have|had) (?:now )?(?:risen|reached|fallen|grown|climbed)|"
    r"rose|climbed|raised|lowered|cut (?:its|the) (?:count|figure|toll|estimate|number|forecast)|restated|scaled back|trimmed|gone back on|backtracked|now (?:counts?|says?|puts?|stands?|at)|taking the|bringing the|earlier (?:it|count|number|figure))\b", re.I
)  # fmt: skip


@dataclass(frozen=True)
class Laid:
    """Two sides laid beside each other, with the answer of every slot. `parties`: who gives the two, where the case knows more than
    the two texts."""

    a: Side
    b: Side
    parties: Who | None = None

    @cached_property
    def who(self) -> Who:
        found = self.parties or slots.who(self.a, self.b)
        return "different" if found == "unknown" and self.objects else found

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
    def topics(self) -> frozenset[str]:
        """Gives the words that both texts have and that are no names: two reports from one town need not be of one matter."""
        a, b = self.a, self.b
        return (a.matter & b.matter) - a.names - b.names

    @property
    def topics_beyond(self) -> frozenset[str]:
        """Gives the shared words beside what is counted and what befell it: two towns may each have a fire."""
        return (
            self.topics
            - {s.figure.kind.head for s in (self.a, self.b)}
            - {w for s in (self.a, self.b) for w in stems_in(s.figure.kind.why)}
        )

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
        units = {comparable(s.quantity)[0] for s in (self.a, self.b)}
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
    def times_apart(self) -> float:
        """Gives how many times the larger number is the smaller; 1 where one is none."""
        low, high = sorted(float(abs(comparable(s.quantity)[1])) for s in (self.a, self.b))
        return high / low if low else 1.0

    @property
    def matches(self) -> bool:
        """Says whether both surely or probably count one thing: where the nouns leave it open, two shared words must speak for it, or a
        shared name and a measure."""
        enough = 1 if self.shares_name and self.a.figure.quantity.unit else 2
        return (self.thing == "same" and self.is_tied) or (self.thing == "unclear" and self.common >= enough)

    @cached_property
    def objects(self) -> str | None:
        """Gives the words by which one text turns down a number that was out when it was written."""
        a, b = self.a.figure.published or "", self.b.figure.published or ""
        later = [
            side for side, mine, theirs in ((self.a, a, b), (self.b, b, a)) if not (mine and theirs and mine < theirs)
        ]
        return next((side.objection.strip() for side in later if side.objection), None)

    @property
    def fell_overnight(self) -> bool:
        """Says whether the page of a day later has the lower number: no newer count of what can only grow."""
        first, last = sorted((self.a.figure, self.b.figure), key=lambda f: f.published or "")
        return self.days == 1 and last.high < first.low

    @property
    def is_anew(self) -> bool:
        """Says whether a sentence gives its number in an older one's place ("revised", "up from")."""
        return bool(_ANEW.search(self.a.sentence) or _ANEW.search(self.b.sentence))
