"""Two figures of two lone passages: repeats, updates, disputes, part of, different scope, unrelated, or cannot tell, with the reason.

Where a story is known, `relations` judges its releases, over the same slots. `Laid` holds the answers of the slots; RULES reads them
as a table, asked from the top; the first row that answers decides, and what none answers cannot be told. A lower bound beside somebody
else's larger number is no dispute. A table fits the sentences it was made for better than those it was not: below its firm rows its
answer is one voice, and is weighed with the slots one by one (`evidence`). `explain A B` shows the answer where a case has none of its own
and no slot speaks against it (`needs`); settling does not ask it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from firsthand.reconcile import slots
from firsthand.reconcile.breadth import parted_by_place
from firsthand.reconcile.evidence import answers
from firsthand.reconcile.laid import Laid
from firsthand.reconcile.sides import Side
from firsthand.reconcile.values import comparable
from firsthand.reconcile.weights import RELATIONS, START, SURE, VOTE, WEIGHTS
from firsthand.records.judgement import FigureRelation

__all__ = ["FIRM", "RULES", "Laid", "Ruling", "by_table", "judge_pair"]

_SOME_BEFORE = re.compile(
    r"(?:^|[,;:—-] |\band |\bwith )(?:of|among) (?:those|them|whom|these|which|the|its|their)\b[^.;]*$|\b(?:of whom|of which|of them)\b[^.;]*$|"
    r"\binclud(?:es|ing|ed)\b[^.;]*$|\bwere among\b[^.;]*$", re.I
)  # fmt: skip
_SOME_AFTER = re.compile(
    r"^\s*(?:of|out of|among) (?:those|them|these|the)\b(?! (?:latter|same|kind))|^[^.;,]{0,40}\b(?:is|are|was|were) among (?:those|them|these|the)\b", re.I
)  # fmt: skip
_OF_A_CLASS = re.compile(r"\b(?:of|among) (?:the|its|their) (?!\d|latter|same|others|rest)[a-z]", re.I)
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


@dataclass(frozen=True, slots=True)
class Ruling:
    """The relation of two figures and its reason."""

    relation: FigureRelation
    reason: str


Rule = Callable[[Laid], Ruling | None]


def judge_pair(a: Side, b: Side) -> Ruling:
    """Gives how two figures stand to each other; the order of the two does not matter."""
    first, second = sorted((a, b), key=lambda s: (s.text, s.figure.quantity.span))
    laid = Laid(first, second)
    table, is_firm = by_table(laid)
    return table if is_firm else _weighed(laid, table)


def by_table(laid: Laid) -> tuple[Ruling, bool]:
    """Gives the answer of the table, and whether it is from a firm row: one where a text itself says how the two stand."""
    for rule in RULES:
        if ruling := rule(laid):
            return ruling, rule in FIRM
    return Ruling("cannot tell", "asserter, day, place or unit is missing, or the numbers can both hold"), False


def _weighed(laid: Laid, table: Ruling) -> Ruling:
    """Gives the relation that the evidence and the table's answer speak for together, with what weighed most against the table."""
    gains = [(WEIGHTS[name], answer, name) for name, answer in answers(laid)]
    weight = {
        relation: START[i]
        + sum(row[i] * answer for row, answer, _ in gains)
        + (VOTE if relation == table.relation else 0.0)
        for i, relation in enumerate(RELATIONS)
    }
    first, second = sorted(weight, key=lambda r: (-weight[r], r))[:2]
    if first == "disputes" and first != table.relation and not _can_dispute(laid):
        return table
    if first == "disputes" and weight[first] - weight[second] < SURE:
        return Ruling("cannot tell", "a dispute or not: the slots do not decide")
    if first == table.relation:
        return table
    new, old = RELATIONS.index(first), RELATIONS.index(table.relation)
    spoke = sorted(((row[new] - row[old]) * answer, name) for row, answer, name in gains)
    return Ruling(first, f"what weighed most: {'; '.join(name for gain, name in reversed(spoke[-3:]) if gain > 0)}")


def _can_dispute(laid: Laid) -> bool:
    """Says whether nothing stands against a dispute that only the weights see: two asserters, one thing, numbers that clash."""
    is_one = laid.thing in ("same", "unclear") and next(slots.set_apart(laid.a, laid.b), None) is None
    return laid.who == "different" and is_one and slots.clash(laid.a, laid.b)


def _unrelated(laid: Laid) -> Ruling | None:
    ruling = Ruling(
        "unrelated",
        f"one counts {laid.a.figure.kind.name}, the other {laid.b.figure.kind.name}, and nothing shows one matter",
    )
    if laid.are_strangers and not laid.topics_beyond and (laid.days or not laid.common):
        return ruling
    if laid.who == "same" and laid.thing != "other" and (laid.alike or laid.days == 0 or laid.is_anew):
        return None
    if laid.thing == "same" or laid.is_one_class or laid.common > len(laid.topics) + 1:
        return None
    if (
        len(laid.topics) > 1
        or (laid.common and laid.thing != "other")
        or (laid.topics and laid.shares_name)
        or laid.shares_course
    ):
        return None
    return ruling


def _part(laid: Laid) -> Ruling | None:
    for part, whole in ((laid.a, laid.b), (laid.b, laid.a)):
        if comparable(part.quantity)[1] >= comparable(whole.quantity)[1] or part.figure.low <= 0 or laid.alike:
            continue
        if part.is_tied(whole, "part of", "of total", forward=True):
            return Ruling("part of", "a page gives the one as some of the other")
        words = _SOME_BEFORE.search(part.lead) or _SOME_AFTER.search(part.tail)
        if words and laid.who == "different" and _OF_A_CLASS.search(words.group()):
            continue  # "of the polling stations in Orsa, 17": of all of them, not of those that somebody else counts
        if words and part.quantity.unit != "percent" and not part.is_of_another_whole(whole):
            return Ruling("part of", f"the text gives it as some of them: “{words.group().strip()}”")
    return None


def _stated_change(laid: Laid) -> Ruling | None:
    tied = laid.a.is_tied(laid.b, "change", "revision") or laid.b.is_tied(laid.a, "change", "revision")
    return (
        Ruling("updates", "a page says that the number went from the one to the other")
        if tied and laid.who != "different"
        else None
    )


def _objected(laid: Laid) -> Ruling | None:
    """One turns the other's number down and gives his own of the same matter, or takes up the number itself."""
    if not laid.objects or laid.who == "same" or laid.thing in ("nested", "other") or not slots.clash(laid.a, laid.b):
        return None
    if not laid.common or next(slots.set_apart(laid.a, laid.b), None):
        return None
    return Ruling("disputes", f"one turns the other's number down: “{laid.objects}”")


def _elsewhere(laid: Laid) -> Ruling | None:
    """Two who give counts of two places, and no text of the one names the other's."""
    reason = parted_by_place(laid.a.sentence, laid.b.sentence, (laid.a.text, laid.b.text))
    if reason is None or laid.who == "same" or laid.alike or laid.a.names & laid.b.names:
        return None
    return Ruling("different scope" if len(laid.topics_beyond) > 2 else "unrelated", reason)


def _taken_on(laid: Laid) -> Ruling | None:
    """The same asserter says on a later day that its count has moved on, whatever words of stage or scope stand there."""
    if laid.who != "same" or not laid.days or laid.alike or laid.thing in ("nested", "other"):
        return None
    last = max((laid.a, laid.b), key=lambda s: s.figure.published or "")
    words = _MOVED.search(last.sentence)
    return Ruling("updates", f"the same asserter, of a count that has moved on: “{words.group()}”") if words else None


_MOVED = re.compile(
    r"\b(?:is|are|was|were|now) (?:down|up) to\b|\b(?:has|have|had) (?:since )?(?:swollen|shrunk|dwindled|doubled|halved|tripled|risen|fallen|climbed|grown|dropped)\b|\bnow (?:names?|lists?|speaks? of|counts?|puts?)\b", re.I
)  # fmt: skip


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
    if laid.when == "other times" or laid.days or laid.is_anew:
        return Ruling("updates", "the same asserter, later or with another number in its place")
    if laid.when == "one time" or laid.days == 0:
        return Ruling("different scope", "one asserter gives two numbers at one time")
    return None


def _disputes(laid: Laid) -> Ruling | None:
    if laid.who != "different" or not laid.matches or not slots.clash(laid.a, laid.b):
        return None
    if laid.when == "one time" or laid.fell_overnight:
        names = laid.a.figure.asserter, laid.b.figure.asserter
        return Ruling("disputes", f"{names[0]} and {names[1]} give numbers of one thing that cannot both hold")
    return None


RULES: tuple[Rule, ...] = (
    _unrelated,
    _part,
    _stated_change,
    _objected,
    _elsewhere,
    _taken_on,
    _scope,
    _denied,
    _repeats,
    _updates,
    _disputes,
)
FIRM: frozenset[Rule] = frozenset({_part, _stated_change, _objected, _elsewhere, _taken_on})
