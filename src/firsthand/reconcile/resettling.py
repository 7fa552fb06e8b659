"""Settling what changed: the pages that are new, were decided on or forgotten since, and the stories that they belong to.

Gives the same as settling the whole case anew, because a story hangs on its own pages alone, and the pages of its circle are found by
marks (`joining.py`). It asks a desk for what it needs, and never opens a case itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from firsthand.reconcile.circles import stories_in
from firsthand.reconcile.joining import Card, Place, Regrouping, parted, shaken
from firsthand.reconcile.own import Own, own_of
from firsthand.reconcile.own import decode as decode_own
from firsthand.reconcile.own import encode as encode_own
from firsthand.reconcile.rows import bare_rows
from firsthand.reconcile.settling import merged, settle_story
from firsthand.reconcile.sketches import Sketch, decode, encode, rules_digest, sketch_of
from firsthand.records import FigureRow, Reading, Settlement

MANY = 400  # pages at a time: a case that is settled for the first time is settled in parts of about so many


class Looks(Protocol):
    """What settling looks up in a case. The docstrings of the ledger's shelf say what each gives."""

    def waiting(self, kind: str, limit: int) -> Sequence[str]: ...
    def waits(self, kind: str, key: str) -> bool: ...
    def rules(self) -> str | None: ...
    def reading(self, article: str) -> Reading | None: ...
    def holding(self, mark: int, limit: int) -> Sequence[Card]: ...
    def beside(self, mark: int, place: Place, limit: int) -> tuple[Sequence[Card], Sequence[Card]]: ...
    def sketch(self, article: str) -> bytes: ...
    def own(self, article: str) -> bytes: ...
    def marks_of(self, article: str) -> tuple[int, ...] | None: ...
    def story_of(self, article: str) -> str | None: ...
    def pages_of(self, story: str) -> Sequence[str]: ...
    def circle_of(self, article: str) -> str | None: ...
    def pages_in(self, circle: str) -> Sequence[str]: ...


class Desk(Looks, Protocol):
    """What settling asks of a case besides. The docstrings of the ledger's desk say what each gives."""

    def wait(self, kind: str, keys: Iterable[str]) -> None: ...
    def done(self, kind: str, keys: Iterable[str]) -> None: ...
    def gone(self) -> Sequence[tuple[str, Place, tuple[int, ...]]]: ...
    def restart(self, rules: str) -> None: ...
    def finish(self) -> None: ...
    def keep(
        self,
        article: str,
        place: Place,
        kinds: int,
        called: tuple[str, str | None],
        marks: Sequence[int],
        sketch: bytes,
        own: bytes,
    ) -> None: ...
    def draw(self, circles: Mapping[str, Sequence[str]]) -> None: ...
    def related(self) -> Sequence[tuple[str, str]]: ...
    def article_of_figure(self, quantity: str) -> str | None: ...
    def regrouped(self, settlement: Settlement) -> Settlement: ...
    def replace(self, stories: Collection[str], settlement: Settlement, rows: Sequence[FigureRow]) -> None: ...


def settle_some(desk: Desk, *, whole: bool = False) -> bool:
    """Settles a part of what waits; says whether more waits. `whole` has everything settled anew; so do changed rules."""
    if whole or desk.rules() != rules_digest():
        desk.restart(rules_digest())
    shelf = Sheets(desk)
    if _sketch_articles(desk, shelf):
        return True
    for key, place, marks in desk.gone():
        desk.wait("page", (a for pair in parted(marks, place, "", desk) for a in pair))
        desk.done("gone", (key,))
    if _waits(desk):
        _settle_stories(desk, shelf)
    if not _waits(desk):
        desk.finish()
        return False
    return True


def _waits(desk: Desk) -> bool:
    return any(desk.waiting(kind, 1) for kind in ("page", "circle", "story"))


class Sheets:
    """The footprints of a case as sketches; each is decoded once."""

    def __init__(self, desk: Looks) -> None:
        self._desk = desk
        self._sketches: dict[str, Sketch] = {}
        self._own: dict[str, Own] = {}
        self._cards: dict[tuple[int, int], Sequence[Card]] = {}
        self.beside, self.marks_of = desk.beside, desk.marks_of
        self.circle_of, self.pages_in = desk.circle_of, desk.pages_in

    def renew(self, sketch: Sketch, own: Own) -> None:
        """Takes a sketch that was drawn anew, and what its page gives by itself."""
        self._sketches[sketch.article], self._own[sketch.article] = sketch, own
        self._cards.clear()

    def holding(self, mark: int, limit: int) -> Sequence[Card]:
        """Gives the pages under a mark, at most so many; pages of one story ask for the same marks."""
        if (mark, limit) not in self._cards:
            self._cards[mark, limit] = self._desk.holding(mark, limit)
        return self._cards[mark, limit]

    def sketch(self, article: str) -> Sketch:
        if article not in self._sketches:
            self._sketches[article] = decode(self._desk.sketch(article))
        return self._sketches[article]

    def own(self, article: str) -> Own:
        """Gives what a page gives by itself."""
        if article not in self._own:
            self._own[article] = decode_own(self._desk.own(article))
        return self._own[article]


def _sketch_articles(desk: Desk, shelf: Sheets) -> bool:
    """Draws the sketches of articles that are new or were decided on; says whether more of them wait."""
    articles = desk.waiting("article", MANY)
    for article in articles:
        reading = desk.reading(article)
        if reading is not None:
            own = own_of(reading)
            _put(desk, shelf, sketch_of(reading, own), own)
    desk.done("article", articles)
    return len(articles) == MANY


def _put(desk: Desk, shelf: Sheets, sketch: Sketch, own: Own) -> None:
    """Keeps a footprint, and has those pages wait that are now compared with others, or no more."""
    before, marks = desk.marks_of(sketch.article), frozenset(sketch.marks)
    desk.keep(
        sketch.article, sketch.place, sketch.kinds, (sketch.host, sketch.called), sorted(marks), encode(sketch), encode_own(own)
    )  # fmt: skip
    shelf.renew(sketch, own)
    old = frozenset(before or ())
    apart = parted(marks - old, sketch.place, sketch.article, shelf)
    again = parted(old - marks, sketch.place, sketch.article, shelf)
    circle = desk.circle_of(sketch.article)
    desk.wait("circle", {*shaken(apart, shelf), *([circle] if circle else [])})
    desk.wait("page", {sketch.article, *(a for pair in again for a in pair)})


def _settle_stories(desk: Desk, shelf: Sheets) -> None:
    """Draws circles again and compares pages that wait, as many as one piece of work has, with all they reach; settles the stories in them
    that are not what they were."""
    found = Regrouping(shelf, fresh=lambda a: desk.waits("page", a), shaken=lambda c: desk.waits("circle", c))
    touched = _take_in(desk, found)
    readings, linked = _readings(desk, found)
    changed = linked | {a for a in found.compared if desk.waits("page", a)}
    sketches = {article: shelf.sketch(article) for article in readings}
    circles = found.groups.groups()
    stories = {
        name: articles
        for circle in circles.values()
        for name, articles in stories_in([sketches[a] for a in circle]).items()
        if changed.intersection(articles) or not _stands(desk, articles, touched)
    }
    touched |= {s for articles in stories.values() for a in articles if (s := desk.story_of(a)) is not None}
    own = {a: shelf.own(a) for articles in stories.values() for a in articles}
    parts = [settle_story(name, [readings[a] for a in articles], sketches, own) for name, articles in stories.items()]
    settlement = desk.regrouped(merged(parts))
    rows = bare_rows([readings[a] for a in sorted(own)], {a: sketches[a].figures for a in own}, settlement)
    desk.replace(touched, settlement, rows)
    desk.draw(circles)
    for kind, keys in (("page", found.compared), ("circle", found.touched), ("story", touched)):
        desk.done(kind, keys)


def _take_in(desk: Desk, found: Regrouping) -> set[str]:
    """Takes in what waits, up to the size of one piece of work; gives the stories among it."""
    stories: set[str] = set()
    for story in desk.waiting("story", MANY):
        if len(found.inside) < MANY:
            stories.add(story)
            for article in desk.pages_of(story):
                found.take_in(article)
    for circle in desk.waiting("circle", MANY):
        if len(found.inside) < MANY:
            found.take_in_circle(circle)
    for article in desk.waiting("page", MANY):
        if len(found.inside) < MANY:
            found.take_in(article)
    return stories


def _stands(desk: Desk, articles: Sequence[str], touched: Collection[str]) -> bool:
    """Says whether these pages are a story already, from which none went."""
    story = desk.story_of(articles[0])
    return story is not None and story not in touched and list(articles) == list(desk.pages_of(story))


def _readings(desk: Desk, found: Regrouping) -> tuple[dict[str, Reading], set[str]]:
    """Gives the readings of all pages inside, and the pages that people related. Stories that a person's decision joins are settled
    together: those are taken in first."""
    readings: dict[str, Reading] = {}
    linked: set[str] = set()
    pairs = desk.related()
    while missing := sorted(found.inside - readings.keys()):
        readings |= {a: reading for a in missing if (reading := desk.reading(a)) is not None}
        home = {quantity.id: a for a, reading in readings.items() for quantity in reading.quantities} if pairs else {}
        for pair in pairs:
            articles = [home.get(quantity) or desk.article_of_figure(quantity) for quantity in pair]
            if None not in articles and found.inside & set(articles):
                linked |= set(map(str, articles))
                for article in articles:
                    found.take_in(str(article))
    return readings, linked
