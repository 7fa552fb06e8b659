"""Terms: what the rules about releases may ask of the case: whose count a release is, when and where it is of, which pages give it beside
another, and by what words they set the two against each other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from firsthand.reconcile.compare import Context
from firsthand.reconcile.days import days_between
from firsthand.reconcile.facts import fold
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.judge import Laid
from firsthand.reconcile.releases import Draft
from firsthand.reconcile.sides import Side
from firsthand.reconcile.threads import GROWING, Parties
from firsthand.reconcile.values import comparable
from firsthand.reconcile.whereabouts import scenes_in as scenes_in
from firsthand.records import QuantityRelation

# What was so at one moment: pages of any day count the same people.
OF_ONE_MOMENT = frozenset({"aboard"})
_HELD = re.compile(
    r"\b(?:maintain(?:s|ed|ing)?|insist(?:s|ed|ing)?|st(?:ands|ood|anding) by|st(?:icks|uck) (?:to|by)|held to|holds to|reiterat(?:es|ed)|repeat(?:s|ed))\b",
    re.I,
)
_REST_OF_NUMBER = re.compile(r"(?<=\d)(?:[.,]?\d)+")
_ARTICLE = re.compile(r"\b(?:the|its|his|her)$", re.I)
_NOUN = re.compile(r"(?: [\w-]+[’']s?)?(?: [\w-]+)?")
_AT_HOME = 3  # times so many pages may there be as name a place where the story is at home
_PAGES = 8  # pages of a release that are looked at
DISPUTE_DAYS = 1
_FAR = 1.5  # times; numbers so far apart are no two tellings of one
_OVERNIGHT = 2  # times; by less a growing count may have grown from one day to the next
TOGETHER = 420  # characters that two neighbouring sentences of a report have at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the rules may use: context, whose count a release is, the page-internal relations of releases, what a body gave numbers of a class on known days, the
    figures that stand for the releases, the places where the story is at home, and for each release the sentences (start, end) that give it, by article."""

    context: Context
    within: Mapping[tuple[str, str], frozenset[str]]
    given: Mapping[tuple[str, str], Sequence[Draft]]
    places: Mapping[str, Mapping[str, Sequence[tuple[int, int]]]]
    parties: Parties
    sides: Mapping[str, Side]
    home: frozenset[str] = frozenset()

    def laid(self, a: Draft, b: Draft) -> Laid:
        """Gives two releases slot by slot, as `judge` has them for any pair, with what the case knows of their parties."""
        return Laid(self._side(a), self._side(b), "same" if self.parties.of(a) == self.parties.of(b) else "different")

    def _side(self, draft: Draft) -> Side:
        side = self.sides[draft.id]
        return side if side.figure is draft.lead else replace(side, figure=draft.lead)

    def at_one_time(self, a: Draft, b: Draft) -> bool:
        """Says whether two numbers are of one time: one stretch and one day, or beside each other on one page; or the later is the lower by a day, and
        neither asserter gave another number on the other's day."""
        if a.lead.kind.name == b.lead.kind.name and a.lead.kind.name in OF_ONE_MOMENT:
            return a.lead.period == b.lead.period
        if self.is_likened(a, b):
            return True
        if a.lead.period != b.lead.period:
            return False
        days = days_between(a.day, b.day)
        if days is None:
            return self.is_side_by_side(a, b, TOGETHER) or self._are_far_apart(a, b)
        first, last = sorted((a, b), key=lambda d: d.day or "")
        fell = days <= DISPUTE_DAYS and last.lead.high < first.lead.low
        grew = (
            days > 0 and a.lead.kind.name in GROWING and first.lead.high < last.lead.low < _OVERNIGHT * first.lead.high
        )
        if days <= DISPUTE_DAYS and not grew and self.is_set_beside(a, b):
            return True
        if last.lead.high < first.lead.low and self.is_answered(a, b) and self.is_side_by_side(a, b, TOGETHER):
            return True
        open_ = fell and not self.spoke_on(a, b.day) and not self.spoke_on(b, a.day)
        held = self.is_held(first, last.day) and not self.spoke_on(
            first, last.day
        )  # who gave a newer number holds no older one
        return days == 0 or open_ or held

    def is_side_by_side(self, a: Draft, b: Draft, within: int | None = None) -> bool:
        """Says whether a page gives both, `within` so many characters, as numbers that stand: neither as an earlier one, nor each as of
        a day of its own."""
        theirs = {f.article: f for f in b.figures if _stands(f)}
        pairs = [(f, theirs[f.article]) for f in a.figures if f.article in theirs and _stands(f)]
        return any(_of_one_day(x, y) and (within is None or _stretch(x, y) <= within) for x, y in pairs)

    def is_set_beside(self, a: Draft, b: Draft) -> bool:
        """Says whether a page of the day of the newer number, or one without a day, sets the older beside it, as one that stands."""
        day = max(a.day or "", b.day or "")
        fresh = [replace(d, figures=tuple(f for f in d.figures if f.published in (day, None))) for d in (a, b)]
        return self.is_side_by_side(fresh[0], fresh[1], TOGETHER)

    def is_answered(self, a: Draft, b: Draft) -> bool:
        """Says whether a page of the day of the later of two numbers gives the earlier beside it, and its asserter had no other by then."""
        first, last = sorted((a, b), key=lambda d: d.day or "")
        if not (first.day and last.day) or not any(
            f.published == last.day and f.article in pages_of(last) for f in first.figures
        ):
            return False
        return not any(first.day < (d.day or "") <= last.day for d in self._of_body(first))

    def _of_body(self, draft: Draft) -> Sequence[Draft]:
        """Gives the releases of known days by which the body of a release gives numbers of its class."""
        return self.given.get((body_of(draft, self.context), draft.lead.kind.name), ())

    def _are_far_apart(self, a: Draft, b: Draft) -> bool:
        """Says whether of two numbers one has no day, nor has its body another of the class, and it is far from all that the other's body gives of
        it, whose first the other is: whatever its day, it is none of those."""
        silent, other = (a, b) if b.day else (b, a)
        theirs = self._of_body(other)
        if silent.told_again or self._of_body(silent) or not theirs or theirs[0].id != other.id:
            return False
        alike = [d for d in theirs if comparable(d.lead.quantity)[0] == comparable(silent.lead.quantity)[0]]
        return all(_times_apart(silent, d) >= _FAR for d in alike)

    def is_likened(self, a: Draft, b: Draft) -> bool:
        """Says whether a page gives the one number right after the other without saying anew what it counts: then it counts the same."""
        for one, other in ((a, b), (b, a)):
            given = {f.quantity.id: f for f in other.figures if _stands(f)}
            if any(f.like in given and _stands(f) and _of_one_day(f, given[f.like]) for f in one.figures):
                return True
        return False

    def takes_place_of(self, a: Draft, b: Draft) -> bool:
        """Says whether a page gives the number of the one without a place right after that of the one with a place, and as of the same."""
        there, open_ = (a, b) if a.lead.place else (b, a)
        given = {f.quantity.id for f in there.figures}
        return any(f.like in given for f in open_.figures)

    def is_held(self, draft: Draft, day: str | None) -> bool:
        """Says whether a page of that day says of a number that its asserter still holds it ("maintained that", "stood by")."""
        return any(
            f.published == day and f.article in self.context.views
            and _HELD.search(self.context.views[f.article].article.text, f.sentence[0], f.sentence[1])
            for f in draft.figures
        )  # fmt: skip

    def scenes(self, draft: Draft) -> frozenset[str]:
        """Gives the places where it happened by the sentences of a release, or else by the pages that carry it as a whole."""
        return self._own_scenes(draft) or self._scenes_of_pages(draft)

    def _own_scenes(self, draft: Draft) -> frozenset[str]:
        texts = self.context.views
        return frozenset(
            scene
            for f in draft.figures
            if f.article in texts
            for scene in scenes_in(texts[f.article].article.text, *f.sentence)
        )

    def _scenes_of_pages(self, draft: Draft) -> frozenset[str]:
        whole: set[str] = set()
        for f in draft.figures:
            if f.article in self.context.views:
                text = self.context.views[f.article].article.text
                named = Counter(scenes_in(text))
                opening = text.find("\n\n") if "\n\n" in text else len(text)
                whole |= set(named) if max(named.values(), default=0) > 1 else set(scenes_in(text, 0, opening))
        return frozenset(whole)

    def are_of_one_event(self, a: Draft, b: Draft) -> bool:
        """Says whether a page that carries the one surely tells of one event with a page that carries the other."""
        one, other = (sorted(pages_of(d))[:_PAGES] for d in (a, b))
        return any(self.context.is_one_event(p, q) for p in one for q in other)

    def are_of_two_places(self, a: Draft, b: Draft) -> bool:
        """Says whether it happened in two places: two shellings are no two counts of one. Both sentences name where, and no place in
        common; or the sentences of the one do, and the pages of the other never name it."""
        one, other = self.scenes(a), self.scenes(b)
        if one & other:
            return False
        mine, theirs = self._own_scenes(a), self._own_scenes(b)
        if one and other:
            return (bool(mine) or not self._is_named(other, a)) and (bool(theirs) or not self._is_named(one, b))
        named, silent = (mine, b) if one else (theirs, a)
        beside = pages_of(a) & pages_of(b)
        return bool(named) and not beside and not named & self.home and not self._is_named(named, silent)

    def _is_named(self, scenes: frozenset[str], draft: Draft) -> bool:
        """Says whether a page of a release names one of the places anywhere."""
        return any(
            scene in fold(self.context.views[f.article].article.text)
            for f in draft.figures
            if f.article in self.context.views
            for scene in scenes
        )

    def spoke_on(self, a: Draft, day: str | None) -> bool:
        """Says whether the asserter of a release gave another number of the same thing on a day."""
        return any(d.day == day for d in self._of_body(a))

    def together(self, a: Draft, b: Draft) -> bool:
        """Says whether a page gives both numbers, one body does, or both are of one day; then their scopes are worth comparing."""
        pages = self.places.get(a.id, {}).keys() & self.places.get(b.id, {}).keys()
        return bool(pages) or body_of(a, self.context) == body_of(b, self.context) or bool(a.day and a.day == b.day)

    def words(self, a: Draft, b: Draft, pattern: re.Pattern[str]) -> str | None:
        """Gives the words by which a page that gives both numbers, within two sentences, sets them side by side; None for no such."""
        theirs = self.places.get(b.id, {})
        for article, mine in self.places.get(a.id, {}).items():
            text = self.context.views[article].article.text
            for x, y in product(mine, theirs.get(article, ())):
                start, end = min(x[0], y[0]), max(x[1], y[1])
                found = pattern.search(text, start, end) if end - start <= TOGETHER else None
                if found and self._is_between(x, y, found.start(), article, text):
                    return whole_words(text, found)
        return None

    def _is_between(self, x: tuple[int, int], y: tuple[int, int], cue: int, article: str, text: str) -> bool:
        """Says whether words set the numbers of two sentences against each other: they stand in one of them, with no other number there
        of which they could speak, or between the two in one paragraph."""
        own = next((s for s in (x, y) if s[0] <= cue < s[1]), None)
        if own is None:
            return "\n\n" not in text[min(x[0], y[0]) : max(x[1], y[1])].strip()
        return x == y or sum(own in pages.get(article, ()) for pages in self.places.values()) <= 1

    def set_against(self) -> set[tuple[str, str]]:
        """Gives the pairs of releases between which a page has words that set two numbers against each other."""
        told: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for release, pages in self.places.items():
            for article, sentences in pages.items():
                told[article] += [(start, end, release) for start, end in sentences]
        pairs = set()
        for article, places in told.items():
            for cue in self.context.views[article].odds:
                near = {r for start, end, r in places if start - TOGETHER <= cue <= end + TOGETHER}
                pairs |= {(a, b) for a in near for b in near if a < b}
        return pairs

    def said(self, a: Draft, b: Draft) -> frozenset[str]:
        """Gives the relations that a page itself states from a statement of the first release to one of the second."""
        return self.within.get((a.id, b.id), frozenset())


def _times_apart(a: Draft, b: Draft) -> float:
    low, high = sorted((float(a.lead.low), float(b.lead.low)))
    return high / low if low else 0.0


def _stands(figure: Figure) -> bool:
    return not figure.told_again and figure.status != "corrected"


def _stretch(a: Figure, b: Figure) -> int:
    """Gives the characters of the shortest stretch of a page with the sentences of both."""
    return max(a.sentence[1], b.sentence[1]) - min(a.sentence[0], b.sentence[0])


def _of_one_day(a: Figure, b: Figure) -> bool:
    return a.period == b.period and (days_between(a.as_of, b.as_of) or 0) <= DISPUTE_DAYS


def whole_words(text: str, found: re.Match[str]) -> str:
    """Gives the words found, to the end of a number that they break off in, and with the noun of an article at their end."""
    rest = _REST_OF_NUMBER.match(text, found.end()) or (
        _NOUN.match(text, found.end()) if _ARTICLE.search(found[0]) else None
    )
    return text[found.start() : rest.end() if rest else found.end()]


def terms_of(drafts: Sequence[Draft], within: Sequence[QuantityRelation], context: Context) -> Terms:
    """Gives the terms of a story's releases."""
    given: defaultdict[tuple[str, str], list[Draft]] = defaultdict(list)
    places: dict[str, defaultdict[str, list[tuple[int, int]]]] = {}
    for d in sorted(drafts, key=lambda d: (d.day or "", d.id)):
        if d.established and d.day:
            given[body_of(d, context), d.lead.kind.name].append(d)
        sentences = places.setdefault(d.id, defaultdict(list))
        for f in d.figures:
            if f.borrowed != "denied" and f.article in context.views:
                sentences[f.article].append(f.sentence)
    sides = {d.id: Side(figure=d.lead, text=context.views[d.lead.article].article.text) for d in drafts}
    return Terms(
        home=_home(drafts, context), sides=sides, context=context, parties=Parties(drafts, context), within=_by_release(drafts, within), given=given, places=places
    )  # fmt: skip


def _home(drafts: Sequence[Draft], context: Context) -> frozenset[str]:
    """Gives the places that a third of the story's pages, and not one alone, name as where something happened: there a page need not name them."""
    pages = sorted({f.article for d in drafts for f in d.figures if f.article in context.views})
    named = Counter(scene for page in pages for scene in set(scenes_in(context.views[page].article.text)))
    return frozenset(scene for scene, times in named.items() if times > 1 and times * _AT_HOME >= len(pages))


def _by_release(drafts: Sequence[Draft], within: Sequence[QuantityRelation]) -> dict[tuple[str, str], frozenset[str]]:
    release = {f.quantity.id: d.id for d in drafts for f in d.figures}
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for r in within:
        a, b = release.get(r.subject), release.get(r.object)
        if a and b and a != b:
            found[(a, b)].add(r.relation)
    return {key: frozenset(kinds) for key, kinds in found.items()}


def pages_of(draft: Draft) -> frozenset[str]:
    """Gives the articles that carry a release."""
    return frozenset(f.article for f in draft.figures)


def body_of(draft: Draft, context: Context) -> str:
    """Gives the body whose count a release is, by the body that its asserter speaks for."""
    return context.body(draft.lead.entity or "")
