"""The made-up cases for measuring settling are what they say they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import case_of_events as made
from benchmarks import settling
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.joining import join_pages
from firsthand.reconcile.own import own_of
from firsthand.reconcile.sketches import sketch_of


def without_why(figures: Sequence[Figure]) -> list[Figure]:
    """Gives figures without the word that shows their kind: a headline may have shown it first."""
    return [replace(figure, kind=replace(figure.kind, why="")) for figure in figures]


def test_footprints_are_those_that_reading_gives() -> None:
    """a footprint written directly leads to the same pages as one that was drawn"""
    for event in range(4):
        for place in range(made.SIZES[event]):
            reading = made.write(event, place)[1]
            written, drawn = settling.sketch_for(event, reading), sketch_of(reading)
            assert set(written.marks) == set(drawn.marks)
            assert without_why(written.figures) == without_why(drawn.figures)
            assert settling.own_for(reading) == own_of(reading)


def test_events_are_stories() -> None:
    """the pages of an event belong together, and hardly any others do"""
    pages = [(event, made.write(event, place)[1]) for event in range(12) for place in range(made.SIZES[event % 8])]
    event_of = {reading.page: event for event, reading in pages}
    sketches = [sketch_of(reading) for _, reading in pages]
    page_of = {r.article.id: r.page for _, r in pages if r.article}
    groups = join_pages(sketches).groups()
    assert len(groups) >= 10
    assert all(len({event_of[page_of[a]] for a in articles}) == 1 for articles in groups.values())


def test_a_case_is_built_and_settled(tmp_path: Path) -> None:
    """each new article is settled with its event, not with the case"""
    events = settling.build(tmp_path / "c.db", 60)
    found = settling.measure(tmp_path / "c.db", 60, events)
    assert len(found.cpu) == settling.NEW and max(found.pages) < 60
    assert "60" in settling.describe([found], (60, 1.0))
