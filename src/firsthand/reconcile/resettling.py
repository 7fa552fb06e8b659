"""Settling what changed: the pages that are new, were decided on or forgotten since, and the stories that they belong to.

Gives the same as settling the whole case anew, because a story hangs on its own pages alone and the pages of a story are found by
marks (`joining.py`). It asks a desk for what it needs, and never opens a case itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from firsthand.reconcile.joining import Card, Place, Regrouping, parted, shaken
from firsthand.reconcile.rows import bare_rows
from firsthand.reconcile.settling import merged, settle_story
from firsthand.reconcile.sketches import Sketch, decode, encode, rules_digest, sketch_of
from firsthand.records import FigureRow, Reading, Settlement

MANY = 400  # pages at a time: a case that is settled for the first time is settled in parts of about so many


class Desk(Protocol):
    """What settling asks of a case. The docstrings of the ledger's desk say what each gives."""

    def waiting(self, kind: str, limit: int) -> Sequence[str]: ...
    def waits(self, kind: str, key: str) -> bool: ...
    def wait(self, kind: str, keys: Iterable[str]) -> None: ...
    def done(self, kind: str, keys: Iterable[str]) -> None: ...
    def gone(self) -> Sequence[tuple[str, Place, tuple[int, ...]]]: ...
    def rules(self) -> str | None: ...
    def restart(self, rules: str) -> None: ...
    def finish(self) -> None: ...
    def reading(self, article: str) -> Reading | None: ...
    def holding(self, mark: int, limit: int) -> Sequence[Card]: ...
    def beside(self, mark: int, place: Place, limit: int) -> tuple[Sequence[Card], Sequence[Card]]: ...
    def payload(self, article: str) -> bytes: ...
    def marks_of(self, article: str) -> tuple[int, ...] | None: ...
    def keep(
        self,
        article: str,
        place: Place,
        kinds: int,
        called: tuple[str, str | None],
        marks: Sequence[int],
        payload: bytes,
    ) -> None: ...
    def story_of(self, article: str) -> str | None: ...
    def pages_of(self, story: str) -> Sequence[str]: ...
    def related(self) -> Sequence[tuple[str, str]]: ...
    def article_of_figure(self, quantity: str) -> str | None: ...
    def regrouped(self, settlement: Settlement) -> Settlement: ...
    def replace(self, stories: Collection[str], settlement: Settlement, rows: Sequence[FigureRow]) -> None: ...


def settle_some(desk: Desk, *, whole: bool = False) -> bool:
    """Settles a part of what waits; says whether more waits. `whole` has everything settled anew; so do changed rules."""
    if whole or desk.rules() != rules_digest():
        desk.restart(rules_digest())
    shelf = _Shelf(desk)
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
    return bool(desk.waiting("page", 1) or desk.waiting("story", 1))


class _Shelf:
    """A desk's footprints as sketches; each is decoded once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._sketches: dict[str, Sketch] = {}
        self.holding, self.beside, self.story_of, self.pages_of = (
            desk.holding, desk.beside, desk.story_of, desk.pages_of,
        )  # fmt: skip

    def renew(self, sketch: Sketch) -> None:
        """Takes a sketch that was drawn anew."""
        self._sketches[sketch.article] = sketch

    def sketch(self, article: str) -> Sketch:
        if article not in self._sketches:
            self._sketches[article] = decode(self._desk.payload(article))
        return self._sketches[article]


def _sketch_articles(desk: Desk, shelf: _Shelf) -> bool:
    """Draws the sketches of articles that are new or were decided on; says whether more of them wait."""
    articles = desk.waiting("article", MANY)
    for article in articles:
        reading = desk.reading(article)
        if reading is not None:
            _put(desk, shelf, sketch_of(reading))
    desk.done("article", articles)
    return len(articles) == MANY


def _put(desk: Desk, shelf: _Shelf, sketch: Sketch) -> None:
    """Keeps a sketch, and has those pages wait that are now compared with others, or no more."""
    before, marks = desk.marks_of(sketch.article), frozenset(sketch.marks)
    desk.keep(sketch.article, sketch.place, sketch.kinds, (sketch.host, sketch.called), sorted(marks), encode(sketch))
    shelf.renew(sketch)
    old = frozenset(before or ())
    apart = parted(marks - old, sketch.place, sketch.article, desk)
    again = parted(old - marks, sketch.place, sketch.article, desk)
    own = desk.story_of(sketch.article)
    desk.wait("story", {*shaken(apart, shelf), *([own] if own else [])})
    desk.wait("page", {sketch.article, *(a for pair in again for a in pair)})


def _settle_stories(desk: Desk, shelf: _Shelf) -> None:
    """Settles stories that are to be drawn again and pages that are to be compared, as many as one piece of work has, with all they reach."""
    found = Regrouping(shelf, fresh=lambda a: desk.waits("page", a), shaken=lambda s: desk.waits("story", s))
    for story in desk.waiting("story", MANY):
        if len(found.inside) < MANY:
            found.take_in_story(story)
    for article in desk.waiting("page", MANY):
        if len(found.inside) < MANY:
            found.take_in(article)
    readings = _readings(desk, found)
    told = {article: shelf.sketch(article).facts for article in readings}
    groups = found.groups.groups()
    parts = [settle_story(name, [readings[a] for a in articles], told) for name, articles in groups.items()]
    settlement = desk.regrouped(merged(parts))
    desk.replace(found.touched, settlement, bare_rows(list(readings.values()), settlement))
    desk.done("page", found.compared)
    desk.done("story", found.touched)


def _readings(desk: Desk, found: Regrouping) -> dict[str, Reading]:
    """Gives the readings of all pages inside. Stories that a person's decision joins are settled together: those are taken in first."""
    readings: dict[str, Reading] = {}
    pairs = desk.related()
    while missing := sorted(found.inside - readings.keys()):
        readings |= {a: reading for a in missing if (reading := desk.reading(a)) is not None}
        home = {quantity.id: a for a, reading in readings.items() for quantity in reading.quantities} if pairs else {}
        for pair in pairs:
            articles = [home.get(quantity) or desk.article_of_figure(quantity) for quantity in pair]
            if None not in articles and found.inside & set(articles):
                for article in articles:
                    found.take_in(str(article))
    return readings
