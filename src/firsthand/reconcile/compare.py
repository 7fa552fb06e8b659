"""The explained comparison of two statements that give agreeing numbers: is it one release?

Rules stand in the order they are asked; the first that answers decides, and its words are the reason a reader sees. No answer means
that it is not established, and the two stay apart without being called independent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from firsthand.reconcile.access import NO_HEARING, OWN_EYES, Access, can_be_about
from firsthand.reconcile.days import days_between
from firsthand.reconcile.facts import fold, stem
from firsthand.reconcile.figures import EARLIER, Figure
from firsthand.reconcile.kinds import KNOWN, PARTS
from firsthand.reconcile.lineage import PageView
from firsthand.reconcile.outlets import squash
from firsthand.reconcile.stories import overlap_of
from firsthand.reconcile.values import agreement, softened, telling

NOT_DONE = frozenset({"planned", "forecast", "possible"})
Answer = Literal["same", "different", "not established"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer to a comparison, the reason, and how strong it is (joins are made strongest first)."""

    answer: Answer
    reason: str
    strength: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the comparison may know of pages: prepared pages, family roots, who cites whom, which names speak for one body,
    and which two asserters pages give one uncommon number to."""

    views: Mapping[str, PageView]
    roots: Mapping[str, str]
    cites: frozenset[tuple[str, str]]
    speaks_for: Mapping[str, str]
    figures: Mapping[str, Sequence[Figure]] = field(default_factory=dict)
    partners: frozenset[tuple[str, str]] = frozenset()

    def root(self, article: str) -> str:
        return self.roots.get(article, article)

    def body(self, entity: str) -> str:
        """Gives the key of the body an asserter speaks for, or the asserter's own."""
        return self.speaks_for.get(entity, entity)

    def is_heard(self, figure: Figure) -> bool:
        """Says whether the figure's page shows that it heard this asserter itself: a sign of own access in the same or next sentence."""
        view = self.views.get(figure.article)
        if view is None or not self.is_first(figure.article):
            return False
        first, last = figure.sentence
        others = [n for n in view.namings if n.key != view.outlet and n.span and first <= n.span.start < last]
        if others or not self.is_direct(figure):
            return False  # the sentence itself says through whom the words came
        claim = figure.claim
        start = min([figure.sentence[0], *(s.start for s in (claim.source if claim else ()))]) - 10
        end = max([figure.sentence[1], *(s.end for s in (claim.cue if claim else ()))]) + 220
        counted = figure.asserter in (view.article.byline, view.article.outlet)
        silent = NO_HEARING - {OWN_EYES} if counted else NO_HEARING
        near = [a for a in view.access if a.kind not in silent and start - 220 <= a.span.start < end]
        return any(
            not self._is_of_another(a, figure)
            and can_be_about(a, view.article.text, figure.sentence, figure.asserter or "")
            for a in near
        )

    def is_direct(self, figure: Figure) -> bool:
        """Says whether a figure's chain has nobody between the asserter and the page; the tag in its dateline is the page itself."""
        view = self.views.get(figure.article)
        own = {squash(n.words) for n in view.namings if n.key == view.outlet} if view else set()
        return all(squash(link) in own for link in figure.chain[1:-1])

    def _is_of_another(self, access: Access, figure: Figure) -> bool:
        """Says whether a sign of access is the cue of somebody else's words ("the doctor told this paper" beside the governor's number)."""
        owners = [
            f
            for f in self.figures.get(figure.article, ())
            if f.claim is not None
            and any(s.start - 10 <= access.span.start < s.end + 40 for s in (*f.claim.cue, *f.claim.source))
        ]
        return bool(owners) and all(self.body(f.entity or "") != self.body(figure.entity or "") for f in owners)

    def is_first(self, article: str) -> bool:
        """Says whether a page goes back to no other page of the case by its wording or its facts."""
        root = self.root(article)
        if root == article:
            return True
        mine, theirs = self.views.get(article), self.views.get(root)
        return bool(
            mine and theirs and mine.article.url and mine.article.url == theirs.article.url
        )  # an earlier version of it

    def is_second_hand(self, article: str) -> bool:
        """Says whether a page cites others of the case and shows no source of its own."""
        view = self.views.get(article)
        return view is not None and not view.access and any(child == article for child, _ in self.cites)

    def is_linked(self, a: str, b: str) -> bool:
        """Says whether one page goes back to the other, or they to one page, by wording, retelling or citation."""
        one, other = self.root(a), self.root(b)
        if one == other or (one, other) in self.cites or (other, one) in self.cites:
            return True
        return (one, self._outlet(other)) in self.cites or (other, self._outlet(one)) in self.cites

    def _outlet(self, article: str) -> str:
        """Gives the key of a page's outlet: who cites one page of an outlet on a story has the outlet's other pages at hand."""
        view = self.views.get(article)
        return f"outlet {view.outlet}" if view is not None else ""

    def is_one_event(self, a: str, b: str) -> bool:
        """Says whether two pages surely tell of one event: linked, or much in common; a shared story alone is not enough."""
        if a == b or self.is_linked(a, b):
            return True
        if a not in self.views or b not in self.views:
            return False
        shared = overlap_of(self.views[a], self.views[b], self.figures.get(a, ()), self.figures.get(b, ()))
        return shared.names >= 2 or (shared.names >= 1 and shared.topic >= 3) or shared.figures >= 0.8


Rule = Callable[[Figure, Figure, Context], Verdict | None]


def compare(a: Figure, b: Figure, context: Context) -> Verdict:
    """Gives the verdict on two statements; symmetric."""
    for rule in RULES:
        if verdict := rule(a, b, context):
            return verdict
    return Verdict(
        answer="not established", reason="equal numbers by different asserters, nothing shows that they are one"
    )


def _numbers(a: Figure, b: Figure, context: Context) -> Verdict | None:
    return None if agrees(a, b, context) else Verdict(answer="different", reason="the numbers do not agree")


def agrees(a: Figure, b: Figure, context: Context) -> bool:
    """Says whether two numbers can be one: they agree, or one is the other's softened rounding on a page that goes back to its page."""
    if agreement(a.quantity, b.quantity):
        return True
    return (
        softened(a.quantity, b.quantity)
        and context.root(a.article) == context.root(b.article)
        and a.article != b.article
    )


def can_agree(a: Figure, b: Figure) -> bool:
    """Says whether two numbers can stand in one release: they agree, or one is a rounding under words that say so."""
    return bool(agreement(a.quantity, b.quantity)) or softened(a.quantity, b.quantity)


def _other_time(a: Figure, b: Figure, context: Context) -> Verdict | None:
    """Background of an earlier year is not the news, however equal the numbers."""
    if (EARLIER in a.kind.scopes) == (EARLIER in b.kind.scopes):
        return None
    return Verdict(answer="different", reason="one is of an earlier year")


def _kind_changed(a: Figure, b: Figure, context: Context) -> Verdict | None:
    """A rewrite that turns "50 killed or missing" into "50 killed" still gives the same asserter's number; two versions of one
    page do not: there the asserter may have changed his count."""
    one, other = a.kind.name, b.kind.name
    if one == other or not (other in PARTS.get(one, ()) or one in PARTS.get(other, ())):
        return None
    views = [context.views.get(f.article) for f in (a, b)]
    same_address = None not in views and len({v.article.url for v in views if v}) == 1
    if a.article == b.article or same_address or not agreement(a.quantity, b.quantity):
        return None
    family = context.root(a.article) == context.root(b.article)
    retold = not (context.is_first(a.article) and context.is_first(b.article))
    one_asserter = is_one_asserter(a, b, context)
    if not (family and (one_asserter or not (a.entity and b.entity))) and not (retold and one_asserter):
        return None
    return Verdict(
        answer="same", reason=f"one number; a page that retells it made {one} of {other}, or the other way", strength=3
    )


def _said_again(a: Figure, b: Figure, context: Context) -> Verdict | None:
    """One page gives a number again without its noun ("those six"), or first by a role and then by a name."""
    if a.article != b.article or agreement(a.quantity, b.quantity) != "equal numbers" or not same_class(a, b):
        return None
    if a.is_again or b.is_again or (not (a.entity and b.entity) and (a.kind.is_guess or b.kind.is_guess)):
        return Verdict(
            answer="same", reason="the page gives the number again without saying anew what it counts", strength=3
        )
    unnamed = ["(unnamed" in (f.asserter or "") for f in (a, b)]
    if a.entity and b.entity and unnamed[0] != unnamed[1] and a.kind.name == b.kind.name:
        return Verdict(
            answer="same", reason="the page gives the number by a role first, and then by a name", strength=3
        )
    return None


def same_class(a: Figure, b: Figure) -> bool:
    """Says whether two figures are of one class, of two in which one thing is told, or one of them of a class only guessed."""
    names = a.kind.name, b.kind.name
    return names[0] == names[1] or frozenset(names) in _ALIKE or a.kind.is_guess or b.kind.is_guess


def _other_thing(a: Figure, b: Figure, context: Context) -> Verdict | None:
    """Two known classes are different things; two nouns for something uncommon may be one thing in other words, and nothing is said."""
    if _is_same_kind(a, b, context):
        return None
    sure = not (a.kind.is_guess or b.kind.is_guess) and all(
        f.kind.name in KNOWN or f.kind.name in _MEASURES or f.quantity.unit for f in (a, b)
    )
    answer: Answer = "different" if sure else "not established"
    return Verdict(answer=answer, reason=f"one counts {a.kind.name}, the other {b.kind.name}")


def _other_status(a: Figure, b: Figure, context: Context) -> Verdict | None:
    if (a.status in NOT_DONE) == (b.status in NOT_DONE) or is_one_asserter(a, b, context):
        return None
    return Verdict(answer="different", reason=f"one is {a.status}, the other {b.status}")


def _other_place(a: Figure, b: Figure, context: Context) -> Verdict | None:
    if not places_differ(a, b) or _uncommon(a) >= 0.8:
        return None
    return Verdict(answer="different", reason=f"one is for {a.place}, the other for {b.place}")


def _one_asserter(a: Figure, b: Figure, context: Context) -> Verdict | None:
    if not a.entity or not b.entity or not is_one_asserter(a, b, context):
        return None
    days = days_between(a.day, b.day)
    if a.as_of and b.as_of and days and days > 1 and _uncommon(a) < 0.8:
        return None
    return Verdict(answer="same", reason=f"one asserter: {a.asserter}", strength=5)


def is_one_asserter(a: Figure, b: Figure, context: Context) -> bool:
    """Says whether two figures of one story have one asserter: one key, one body, or one name in a longer and a shorter form.

    A role without a name ("a rescuer") is one person only on pages that go back to one another, or with an uncommon number.
    """
    one, other = context.body(a.entity or ""), context.body(b.entity or "")
    if not one or not other:
        return False
    if one.startswith("unnamed:") and other.startswith("unnamed:") and not context.is_linked(a.article, b.article):
        return one == other and _uncommon(a) >= (0.8 if _ONE_OF_MANY.search(one) else 0.4)
    mine, theirs = name_words(a), name_words(b)
    # The shorter name is the end of the longer: a surname, or a body without its epithet; "Lower Vale" is no short form of its governor.
    size = min(len(mine), len(theirs))
    return one == other or (size > 0 and mine[-size:] == theirs[-size:])


_MEASURES = frozenset(
    stem(w)
    for w in """seconds minutes hours days nights weeks months years decades times percent metres kilometres miles degrees""".split()
)
_ONE_OF_MANY = re.compile(
    r"\b(?:workers?|rescuers?|doctors?|nurses?|witness(?:es)?|residents?|soldiers?|survivors?|drivers?|m[ae]n|wom[ae]n|villagers?|volunteers?|"
    r"engineers?|employees?|lawyers?|relatives?|neighbours?|diplomats?|person|sources?|officials?|officers?|medics?)\b"
)
_TITLES = frozenset(
    """the of for and a an s unnamed spokesman spokeswoman spokesperson minister ministry president director chief
    head office official officials mr mrs ms dr general governor mayor prime deputy senior government governments
    state department agency service authority police health interior foreign defence district regional national
    former leader commander model modelling team""".split()
)


def name_words(figure: Figure) -> tuple[str, ...]:
    """Gives the words of an asserter's name that tell him from others, in order; none where only a title is left."""
    entity = figure.entity or ""
    entity = entity.removeprefix("unnamed: ")
    name = entity if entity and ":" not in entity else figure.asserter or ""
    return tuple(w for w in (fold(w) for w in re.findall(r"[^\W_]+", name)) if len(w) >= 3 and w not in _TITLES)


def _one_family(a: Figure, b: Figure, context: Context) -> Verdict | None:
    if context.root(a.article) != context.root(b.article):
        return None
    if a.entity and b.entity and a.article == b.article:
        return None
    return Verdict(answer="same", reason="one page goes back to the other, or both to a third", strength=4)


def _borrowed(a: Figure, b: Figure, context: Context) -> Verdict | None:
    if not (a.borrowed or b.borrowed):
        return None
    words = a.borrowed or b.borrowed
    return Verdict(answer="same", reason=f"the page says that the number is another's: “{words}”", strength=2)


def _both_heard(a: Figure, b: Figure, context: Context) -> Verdict | None:
    if a.entity and b.entity and context.is_heard(a) and context.is_heard(b):
        return Verdict(answer="different", reason="each of two asserters was heard by a page of its own")
    return None


def _cited(a: Figure, b: Figure, context: Context) -> Verdict | None:
    if context.is_linked(a.article, b.article):
        return Verdict(answer="same", reason="one page cites the other", strength=3)
    return None


def _partners(a: Figure, b: Figure, context: Context) -> Verdict | None:
    if not a.entity or not b.entity or (min(a.entity, b.entity), max(a.entity, b.entity)) not in context.partners:
        return None
    reason = f"{a.asserter} and {b.asserter} are given as the source of another, uncommon number of this story"
    return Verdict(answer="same", reason=reason, strength=1)


def _nobody_named(a: Figure, b: Figure, context: Context) -> Verdict | None:
    if (a.entity and b.entity) or _uncommon(a) < 0.4:
        return None
    return Verdict(
        answer="same", reason="one page names nobody and gives the number that the other attributes", strength=1
    )


def _uncommon_number(a: Figure, b: Figure, context: Context) -> Verdict | None:
    exact = min(_uncommon(a), _uncommon(b)) >= 0.8
    # A rounding under a bound ("more than 730") of an uncommon number (736) is as telling for a count of people.
    rounded = max(_uncommon(a), _uncommon(b)) >= 0.8 and a.kind.name == b.kind.name and a.kind.name in KNOWN
    if not (exact or rounded):
        return None
    return Verdict(answer="same", reason="a number too uncommon to be given twice by chance in one story", strength=2)


RULES: tuple[Rule, ...] = (
    _numbers, _other_time, _kind_changed, _said_again, _other_thing, _other_status, _other_place, _one_asserter, _one_family, _borrowed, _both_heard, _cited, _uncommon_number, _partners, _nobody_named,
)  # fmt: skip


# Classes in which one thing is told: who was admitted to a hospital after an accident was injured, in an epidemic he is a case.
_ALIKE = frozenset({frozenset({"in care", "injured"}), frozenset({"in care", "cases"})})


def _is_same_kind(a: Figure, b: Figure, context: Context) -> bool:
    """Says whether two figures can count one thing: one class, or words for it that an uncommon number or one asserter bridges."""
    if a.kind.name == b.kind.name or frozenset({a.kind.name, b.kind.name}) in _ALIKE:
        return True
    if (
        (a.kind.is_guess or b.kind.is_guess)
        and is_one_asserter(a, b, context)
        and context.is_linked(a.article, b.article)
    ):
        return True
    known = a.kind.name in KNOWN, b.kind.name in KNOWN
    if a.kind.name in _MEASURES or b.kind.name in _MEASURES:
        return False
    retold = a.article != b.article and context.is_linked(a.article, b.article) and _uncommon(a) >= 0.4
    return not all(known) and (retold or _uncommon(a) >= 0.6 or is_one_asserter(a, b, context))


def places_differ(a: Figure, b: Figure) -> bool:
    """Says whether both name a place and neither name stands in the other."""
    one, other = a.place or "", b.place or ""
    return bool(one and other) and one not in other and other not in one


def _uncommon(figure: Figure) -> float:
    return max(telling(figure.low), telling(figure.high))
