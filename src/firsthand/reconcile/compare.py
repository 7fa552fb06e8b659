"""The explained comparison of two statements that give agreeing numbers: is it one release?

Rules stand in the order they are asked; the first that answers decides, and its words are the reason a reader sees. No answer means
that it is not established, and the two stay apart without being called independent.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from firsthand.reconcile.context import Context as Context
from firsthand.reconcile.days import days_between
from firsthand.reconcile.facts import fold, stem
from firsthand.reconcile.figures import EARLIER, Figure
from firsthand.reconcile.institutions import body_of
from firsthand.reconcile.kinds import KNOWN, PARTS, UNKNOWN
from firsthand.reconcile.scopes import CALLINGS
from firsthand.reconcile.values import agreement, softened, telling

NOT_DONE = frozenset({"planned", "forecast", "possible"})
Answer = Literal["same", "different", "not established"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer to a comparison, the reason, and how strong it is (joins are made strongest first)."""

    answer: Answer
    reason: str
    strength: int = 0


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
    if a.article == b.article or not softened(a.quantity, b.quantity):
        return False
    bounds = {a.quantity.comparator, b.quantity.comparator} & {"nearly", "about"}
    same = bool(a.entity and b.entity) and context.body(a.entity or "") == context.body(b.entity or "")
    near = a.kind.name == b.kind.name or (days_between(a.day, b.day) or 0) <= 1
    one_asserter = same and near and bool(bounds) and (a.status in NOT_DONE) == (b.status in NOT_DONE)
    return one_asserter or context.root(a.article) == context.root(b.article)


def can_agree(a: Figure, b: Figure) -> bool:
    """Says whether two numbers can stand in one release: they agree, or one is a rounding under words that say so."""
    return bool(agreement(a.quantity, b.quantity)) or softened(a.quantity, b.quantity)


def _other_time(a: Figure, b: Figure, context: Context) -> Verdict | None:
    """Background of an earlier year, or of a month long over, is not the news, however equal the numbers."""
    is_over = _is_long_ago(a) != _is_long_ago(b) and not is_one_asserter(a, b, context)
    if (EARLIER in a.kind.scopes) == (EARLIER in b.kind.scopes) and not is_over:
        return None
    return Verdict(answer="different", reason="one is of an earlier time")


_LONG_AGO = 30  # days between the end of the stretch that a figure counts over and its page


def _is_long_ago(figure: Figure) -> bool:
    """Says whether a page gives a number of a stretch long over: "an attack in August left 13 dead", in March."""
    stretch = figure.period
    if stretch is None or stretch.is_open or not figure.published or stretch.latest >= figure.published:
        return False
    return (days_between(stretch.latest, figure.published) or 0) > _LONG_AGO


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
    retold = retold or (_uncommon(a) >= 0.4 and context.is_linked(a.article, b.article))
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
    person = any(f.speaker is not None and f.speaker.kind == "person" for f in (a, b))
    nouns = [
        {stem(w) for w in re.findall(r"[^\W\d_]{4,}", (f.asserter or "").lower()) if w != "unnamed"} for f in (a, b)
    ]
    if (
        a.entity
        and b.entity
        and unnamed[0] != unnamed[1]
        and a.kind.name == b.kind.name
        and (person or (_uncommon(a) >= 0.4 and nouns[0] & nouns[1]))
    ):
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
    sure = _are_two_nouns(a, b) or (
        not (a.kind.is_guess or b.kind.is_guess)
        and all(f.kind.name in KNOWN or f.kind.name in _MEASURES or f.quantity.unit for f in (a, b))
    )
    answer: Answer = "different" if sure else "not established"
    return Verdict(answer=answer, reason=f"one counts {a.kind.name}, the other {b.kind.name}")


# Words that take some of those counted: with a small number they set two counts apart ("nine dead", "six of the drowned were women").
_SOME = frozenset(
    {
        "children",
        "women",
        "foreigners",
        "rescuers",
        "soldiers",
        "civilians",
        "its own people",
        "some of them",
        "on top",
        "that day",
    }
)


_LOOSE = frozenset({"some of them", "that day", "on top"})


def _other_people(a: Figure, b: Figure, context: Context) -> Verdict | None:
    one, other = a.kind.scopes & CALLINGS, b.kind.scopes & CALLINGS
    if one and other and not one & other:
        return Verdict(answer="different", reason=f"one is of {min(one)}, the other of {min(other)}")
    others = (a.kind.scopes ^ b.kind.scopes) & _SOME
    points_back = UNKNOWN in (a.kind.name, b.kind.name) or a.told_again or b.told_again
    if points_back and a.article != b.article and others <= _LOOSE and is_one_asserter(a, b, context):
        return None  # "4,000 of them", "corrected from 60": who gave it says more than such words
    if others and others <= CALLINGS and not (one and other) and _is_left_out(a, b, context):
        return None
    if (
        not others
        or _uncommon(a) >= 0.4
        or (context.root(a.article) == context.root(b.article) and a.article != b.article)
    ):
        return None
    return Verdict(answer="different", reason=f"only one is about {' and '.join(sorted(others))}")


def _is_left_out(a: Figure, b: Figure, context: Context) -> bool:
    """Says whether a word for those counted ("soldiers") is one that a page uses and the next leaves out: one asserter, and neither page has
    him give another number of that kind with the word, or without it."""
    if a.article == b.article or not is_one_asserter(a, b, context):
        return False
    for mine in (a, b):
        for f in context.figures.get(mine.article, ()):
            same = (
                f.kind.name == mine.kind.name
                and f.day == mine.day
                and context.body(f.entity or "") == context.body(mine.entity or "")
            )
            if same and bool(f.kind.scopes & CALLINGS) != bool(mine.kind.scopes & CALLINGS) and not f.told_again:
                return False
    return True


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
    if one == other:
        return True
    bodies = [body_of(f.asserter or "", context.lands) for f in (a, b)]
    if bodies[0] or bodies[1]:
        return bodies[0] == bodies[1]  # a shorter name of a body: only where the story has no other, see `aliases`
    mine, theirs = name_words(a), name_words(b)
    # The shorter name is the end of the longer: a surname, or a body without its epithet; "Lower Vale" is no short form of its governor.
    size = min(len(mine), len(theirs))
    shared = set(mine[-size:]) if size else set()
    return mine[-size:] == theirs[-size:] and bool(shared - {*context.lands, *context.lands.values()})


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
    former leader commander model modelling team rear vice admiral colonel captain commodore brigadier lieutenant
    sergeant major""".split()
)


def name_words(figure: Figure) -> tuple[str, ...]:
    """Gives the words of an asserter's name that tell him from others, in order; none where only a title is left."""
    entity = figure.entity or ""
    entity = re.sub(r"^own (.+) of .+", r"\1", entity.removeprefix("unnamed: "))  # "her own civil defence"
    name = re.split(r"\bin\b", entity if entity and ":" not in entity else figure.asserter or "")[0]
    return tuple(w for w in (fold(w) for w in re.findall(r"[^\W_]+", name)) if len(w) >= 3 and w not in _TITLES)


def _one_family(a: Figure, b: Figure, context: Context) -> Verdict | None:
    if context.root(a.article) != context.root(b.article):
        return None
    if a.entity and b.entity and a.article == b.article:
        return None
    return Verdict(answer="same", reason="one page goes back to the other, or both to a third", strength=4)


def _by_its_noun(a: Figure, b: Figure, context: Context) -> Verdict | None:
    """One page calls by an office or a noun alone ("the state's police chief", "the camp management") who the other names by a name that has
    the noun; whom a page leaves open ("a police officer") may be anybody."""
    if not (a.entity and b.entity) or a.article == b.article or _uncommon(a) < 0.4 or a.kind.name != b.kind.name:
        return None
    if agreement(a.quantity, b.quantity) != "equal numbers":
        return None
    for one, other in ((a, b), (b, a)):
        name = one.asserter or ""
        if name == name.lower() and _nouns(name) & _nouns(other.asserter or "") and not _leaves_open(one, context):
            return Verdict(
                answer="same", reason=f"{name} and {other.asserter}: one number, and a noun in common", strength=2
            )
    return None


def _nouns(name: str) -> set[str]:
    plain = re.sub(r"\(unnamed[^)]*\)|['’]s\b", "", name).lower()
    return {stem(w) for w in re.findall(r"[^\W\d_]{4,}", plain) if w not in _TITLES or w in _FIELDS}


_FIELDS = frozenset("police health interior foreign defence camp fire".split())
_OPEN = re.compile(r"(?:an?|one|some|another|any|two|three|four|five|several|many|other)\s", re.I)


def _leaves_open(figure: Figure, context: Context) -> bool:
    """Says whether the page does not say who it is: "a police officer", "two officials"."""
    view = context.views.get(figure.article)
    start = min((s.start for s in figure.speaker.spans), default=None) if figure.speaker is not None else None
    return (
        view is None
        or start is None
        or bool(_OPEN.match(view.article.text, start) or _OPEN.match(view.article.text, max(0, start - 2)))
    )


def _borrowed(a: Figure, b: Figure, context: Context) -> Verdict | None:
    if not (a.borrowed or b.borrowed) or (_uncommon(a) < 0.4 and not context.is_linked(a.article, b.article)):
        return None
    words = a.borrowed or b.borrowed
    return Verdict(answer="same", reason=f"the page says that the number is another's: “{words}”", strength=2)


def _both_heard(a: Figure, b: Figure, context: Context) -> Verdict | None:
    if a.entity and b.entity and context.is_heard(a) and context.is_heard(b):
        return Verdict(answer="different", reason="each of two asserters was heard by a page of its own")
    return None


def _cited(a: Figure, b: Figure, context: Context) -> Verdict | None:
    if a.entity and b.entity and _uncommon(a) < 0.6:
        return None  # a page that cites another may well have the same small number from somebody else
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
    if not (exact or (rounded and not (a.entity and b.entity))):
        return None
    return Verdict(answer="same", reason="a number too uncommon to be given twice by chance in one story", strength=2)


RULES: tuple[Rule, ...] = (
    _numbers, _other_time, _kind_changed, _said_again, _other_thing, _other_people, _other_status, _other_place, _one_asserter, _one_family, _by_its_noun, _borrowed, _both_heard, _cited, _uncommon_number, _partners, _nobody_named,
)  # fmt: skip


# Classes in which one thing is told: who was admitted to a hospital after an accident was injured, in an epidemic he is a case.
_ALIKE = frozenset({frozenset({"in care", "injured"}), frozenset({"in care", "cases"})})


# What one page tells in full another may shorten: "340 prisoners", of those who got away; "losses", of the dead.
_LOOSELY_TOLD = frozenset(
    map(frozenset, (("detained", "escaped"), ("detained", "recaptured"), ("casualties", "killed")))
)


def _is_same_kind(a: Figure, b: Figure, context: Context) -> bool:
    """Says whether two figures can count one thing: one class, or words for it that an uncommon number or one asserter bridges."""
    if a.kind.name == b.kind.name or frozenset({a.kind.name, b.kind.name}) in _ALIKE:
        return True
    if is_one_asserter(a, b, context):
        if frozenset({a.kind.name, b.kind.name}) in _LOOSELY_TOLD and _uncommon(a) >= 0.4:
            return True
        if (a.kind.is_guess or b.kind.is_guess) and context.is_linked(a.article, b.article):
            return True
        near = _uncommon(a) >= 0.4 or (days_between(a.day, b.day) or 0) <= 1
        if a.kind.is_guess != b.kind.is_guess and a.article != b.article and near and bool(a.place) == bool(b.place):
            return True  # what one page leaves to be guessed the other says
        if a.article != b.article and (_is_taken_over(a) or _is_taken_over(b)):
            return True
    known = a.kind.name in KNOWN, b.kind.name in KNOWN
    if a.kind.name in _MEASURES or b.kind.name in _MEASURES:
        return False
    if _are_two_nouns(a, b):
        return False
    retold = a.article != b.article and context.is_linked(a.article, b.article) and _uncommon(a) >= 0.4
    return not all(known) and (retold or _uncommon(a) >= 0.6 or is_one_asserter(a, b, context))


def _is_taken_over(figure: Figure) -> bool:
    """Says whether what an earlier number counts is only guessed, where it is told again: the page that had it first says it better."""
    return figure.kind.is_guess and bool(figure.told_again)


def _are_two_nouns(a: Figure, b: Figure) -> bool:
    """Says whether one page gives a small number of two things: two shells, and two soldiers."""
    told = a.kind.head and b.kind.head and not (a.kind.is_guess or b.kind.is_guess)
    return a.article == b.article and bool(told) and a.kind.head != b.kind.head and _uncommon(a) < 0.4


def places_differ(a: Figure, b: Figure) -> bool:
    """Says whether both name a place and neither name stands in the other."""
    one, other = a.place or "", b.place or ""
    return bool(one and other) and one not in other and other not in one


def _uncommon(figure: Figure) -> float:
    return max(telling(figure.low), telling(figure.high))
