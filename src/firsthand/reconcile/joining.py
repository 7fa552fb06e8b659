"""Joining: which pages are compared, which of them are tied, and the circles that this makes of them.

Whether two pages are tied is decided by their sketches alone, whatever else the case holds; a circle is a connected group of tied
pages. It is one story, or falls into several (`circles.py`); everything else is judged inside a story. So a new page changes no
story but those of the circles that it is tied to.

Pages are looked up under the marks that they share. A mark that few pages have brings all of them; one that many have, only the
nearest in time, so that the work stays bounded. There a new page can come between two others that were compared for this mark alone: then
their circle is drawn again (`parted`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Protocol

from firsthand.reconcile.days import days_between
from firsthand.reconcile.groups import Groups
from firsthand.reconcile.sketches import ENOUGH, Sketch, address_of
from firsthand.reconcile.stories import FIRM, LATER, NEAR, WINDOW, overlap_of, tie_in

ALL_TO_ALL = 32  # pages of one mark that are all compared
ALL = 1_000_000_000
NEAREST = 3  # on each side, where there are more
MUCH_WORDING = 0.3  # share of the sampled shingles of the shorter page
LEAST_WORDING = 3
WHOLE_TEXT = 0.75
Place = tuple[int, int]
Card = tuple[str, int, int]  # an article, its day (0: unknown), the kinds of things it counts


class Looking(Protocol):
    """Looks pages up under a mark, where they stand by place: day, then number."""

    def holding(self, mark: int, limit: int) -> Sequence[Card]:
        """Gives the pages under a mark, at most so many."""

    def beside(self, mark: int, place: Place, limit: int) -> tuple[Sequence[Card], Sequence[Card]]:
        """Gives the pages under a mark before and after a place, the nearest first, at most so many on each side."""


class Shelf(Looking, Protocol):
    """What joining asks of a case besides: the pages' sketches, and the circles as they are stored."""

    def sketch(self, article: str) -> Sketch:
        """Gives the sketch of an article."""

    def marks_of(self, article: str) -> tuple[int, ...] | None:
        """Gives the marks under which an article is found; None for one that has no footprint yet."""

    def circle_of(self, article: str) -> str | None:
        """Gives the circle that an article is stored in."""

    def pages_in(self, circle: str) -> Sequence[str]:
        """Gives the articles of a stored circle."""


class Sketches:
    """A shelf in memory, of pages that are in no circle yet."""

    def __init__(self, sketches: Iterable[Sketch]) -> None:
        self._sketches = {sketch.article: sketch for sketch in sketches}
        self._under: defaultdict[int, list[Card]] = defaultdict(list)
        self._places: defaultdict[int, list[Place]] = defaultdict(list)
        for sketch in sorted(self._sketches.values(), key=lambda s: s.place):
            card, place = (sketch.article, sketch.place[0], sketch.kinds), sketch.place
            for mark in sketch.marks:
                self._under[mark].append(card)
                self._places[mark].append(place)

    def holding(self, mark: int, limit: int) -> Sequence[Card]:
        return self._under.get(mark, [])[:limit]

    def beside(self, mark: int, place: Place, limit: int) -> tuple[Sequence[Card], Sequence[Card]]:
        cards, places = self._under.get(mark, []), self._places.get(mark, [])
        at = bisect_left(places, place)
        past = at + (at < len(places) and places[at] == place)
        return cards[max(0, at - limit) : at][::-1], cards[past : past + limit]

    def sketch(self, article: str) -> Sketch:
        return self._sketches[article]

    def marks_of(self, article: str) -> tuple[int, ...] | None:
        return tuple(self._sketches[article].marks)

    def circle_of(self, article: str) -> str | None:
        return None

    def pages_in(self, circle: str) -> Sequence[str]:
        return ()


def join_pages(sketches: Sequence[Sketch]) -> Groups:
    """Gives the circles of pages."""
    articles = [sketch.article for sketch in sketches]
    regrouping = Regrouping(Sketches(sketches), fresh=lambda _: True, shaken=lambda _: False)
    for article in sorted(articles):
        regrouping.take_in(article)
    return regrouping.groups


class Regrouping:
    """Finds the groups that the circles of a case become. Give it articles with `take_in`; it follows them as far as they reach.

    `fresh` articles have not been compared with others yet; the pages of a stored circle have, and belong together, but for those of the
    `shaken` circles, which are compared anew. `groups` are whole: no page outside them is tied to one inside. `touched` are the stored
    circles that went into them, `inside` the articles, `compared` those that were compared.
    """

    def __init__(self, shelf: Shelf, *, fresh: Callable[[str], bool], shaken: Callable[[str], bool]) -> None:
        self.groups = Groups()
        self.inside: set[str] = set()
        self.touched: set[str] = set()
        self.compared: set[str] = set()
        self._shelf, self._fresh, self._shaken = shelf, fresh, shaken
        self._waiting: deque[str] = deque()

    def take_in(self, article: str) -> None:
        """Takes in an article with its circle, and all that they are tied to."""
        self._put(article)
        while self._waiting:
            self._compare(self._waiting.popleft())

    def take_in_circle(self, circle: str) -> None:
        """Takes in a stored circle, whatever is left of it."""
        self.touched.add(circle)
        for article in self._shelf.pages_in(circle):
            self.take_in(article)

    def _put(self, article: str) -> None:
        if article in self.inside:
            return
        circle = self._shelf.circle_of(article)
        pages = [article] if circle is None else sorted(self._shelf.pages_in(circle))
        shaken = circle is not None and self._shaken(circle)
        self.touched |= {circle} if circle is not None else set()
        for page in pages:
            self.inside.add(page)
            self.groups.top(page)
            if not shaken:
                self.groups.join(pages[0], page)
            if shaken or self._fresh(page):
                self._waiting.append(page)

    def _compare(self, article: str) -> None:
        self.compared.add(article)
        mine = self._shelf.sketch(article)
        for other in partners(mine, self._shelf):
            together = other in self.inside and self.groups.top(other) == self.groups.top(article)
            if not together and tie(mine, self._shelf.sketch(other)):
                self._put(other)
                self.groups.join(article, other)


def partners(sketch: Sketch, shelf: Shelf) -> list[str]:
    """Gives the articles that a page is compared with, those with most in common first: enough shared marks, or a single one that few
    pages have, where both count one thing within days."""
    strength: Counter[str] = Counter()
    near: set[str] = set()
    day, kinds = sketch.place[0], sketch.kinds
    for mark, weight in sketch.marks.items():
        pages, are_few = _met(mark, sketch, shelf)
        if are_few:
            near.update(
                a for a, its_day, its in pages if kinds & its and day and its_day and abs(day - its_day) <= NEAR
            )
        for other, _, _ in pages:
            strength[other] += weight
    for mark in sketch.asked:
        for other, _, _ in shelf.holding(mark, ALL):
            strength[other] += ENOUGH
    del strength[sketch.article]
    return sorted((a for a, n in strength.items() if n >= ENOUGH or a in near), key=lambda a: (-strength[a], a))


def _met(mark: int, sketch: Sketch, shelf: Shelf) -> tuple[Sequence[Card], bool]:
    """Gives the pages that a page meets under one of its marks, and whether these are all that have it."""
    pages = shelf.holding(mark, ALL_TO_ALL + 2)
    if len(pages) <= ALL_TO_ALL:
        return pages, True
    return [page for side in shelf.beside(mark, sketch.place, NEAREST) for page in side], False


def are_compared(one: Sketch, other: Sketch, shelf: Shelf) -> bool:
    """Says whether `partners` gives the other page for the one. Only marks that both have can bring them together; each says one at least."""
    both = {*(shelf.marks_of(one.article) or ())}.intersection(shelf.marks_of(other.article) or ())
    kinds, day = one.kinds & other.kinds, one.place[0]
    is_near = kinds and day and other.place[0] and abs(day - other.place[0]) <= NEAR
    met: list[int] = []
    for mark in both:
        pages, are_few = _met(mark, one, shelf)
        if any(article == other.article for article, _, _ in pages):
            met.append(mark)
            if len(met) >= ENOUGH or (are_few and is_near):
                return True
    return any(mark in both for mark in one.asked) or sum(one.marks[mark] for mark in met) >= ENOUGH


def parted(marks: Iterable[int], place: Place, article: str, shelf: Looking) -> Iterator[tuple[str, str]]:
    """Yields the pairs of pages that are compared for one of these marks when the article is not at this place, and not when it is. They may
    be compared for another mark still."""
    for mark in sorted(marks):
        pages = [a for a, _, _ in shelf.holding(mark, ALL_TO_ALL + 2) if a != article]
        if len(pages) == ALL_TO_ALL:
            yield from combinations(pages, 2)
        elif len(pages) > ALL_TO_ALL:
            before, after = shelf.beside(mark, place, NEAREST)
            yield from ((a[0], b[0]) for i, a in enumerate(before) for j, b in enumerate(after) if i + j + 1 == NEAREST)


def shaken(pairs: Iterable[tuple[str, str]], shelf: Shelf) -> set[str]:
    """Gives the stored circles that may fall apart where these pairs are compared for one mark less: both pages are in it and tied, and no
    other marks bring them together."""
    found: set[str] = set()
    for a, b in sorted(set(pairs)):
        circle = shelf.circle_of(a)
        if circle is None or circle in found or circle != shelf.circle_of(b):
            continue
        one, other = shelf.sketch(a), shelf.sketch(b)
        if not are_compared(one, other, shelf) and tie(one, other):
            found.add(circle)
    return found


def tie(a: Sketch, b: Sketch) -> float:
    """Gives how firmly two pages are tied (`tie_of`), the same for a pair and for the pair turned round."""
    return tie_of(a, b) if a.article <= b.article else tie_of(b, a)


def tie_of(a: Sketch, b: Sketch) -> float:
    """Gives how firmly two pages are tied, as `stories.tie_in` has it; firmly by versions of one address, a link between them, or much the
    same wording."""
    if a.url and a.url == b.url:
        return FIRM
    days = days_between(a.day, b.day)
    if _much_wording(a, b, days):
        return FIRM
    if days is not None and days > LATER:
        return 0.0
    if (days or 0) <= WINDOW and a.outlet != b.outlet and (_links(a, b) or _links(b, a)):
        return FIRM
    return tie_in(overlap_of(a.view, b.view, a.figures, b.figures))


def _links(a: Sketch, b: Sketch) -> bool:
    target = address_of(b.url)
    return bool(target) and any(address_of(link) == target for link in a.links)


def _much_wording(a: Sketch, b: Sketch, days: int | None) -> bool:
    """An outlet's own other page of another day, or a page of long ago, shares a formula rather than a story, unless it is nearly all of it."""
    shared = len(set(a.wording) & set(b.wording))
    if shared < LEAST_WORDING:
        return False
    share = shared / min(len(a.wording), len(b.wording))
    formula = (a.outlet == b.outlet and days != 0) or (days is not None and days > WINDOW)
    return share >= (WHOLE_TEXT if formula else MUCH_WORDING)
