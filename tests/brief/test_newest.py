"""Which figure is the newest, what the others are to it, and how a chart shows parts and order: invented floods."""

from __future__ import annotations

import re
from typing import Any

import pytest

from firsthand.brief import (
    Extras,
    Material,
    Tally,
    compose,
    draw,
    first_of,
    first_stamp,
    marks_of,
    moment_of,
    newest,
    standings,
    superseded,
    wholes,
)
from firsthand.records import Judgement, Release, Series
from tests.brief.test_against import row


def release(identity: str, value: int, day: str | None, *, who: str | None = "Ada Fenn", **more: Any) -> Release:
    """A figure given out on a day, carried by one page named after it."""
    return Release(
        **{
            "id": identity, "asserter": who, "entity": who, "established": who is not None, "origin": f"g-{who}", "series": "s", "figures": ((f"c-{identity}", f"q-{identity}"),),
            "low": str(value), "high": str(value), "comparator": None, "counted": "drowned", "place": None, "as_of": None, "first_published": day,
            "articles": (f"r-{identity}",), **more,
        }
    )  # fmt: skip


def judged(subject: str, relation: str, other: str) -> Judgement:
    return Judgement(about="origin", subject=subject, object=other, relation=relation, reasons=("read so",))


MORNING, EVENING, WEST, NAIVE, BARE = "2031-03-02T08:00:00+02:00", "2031-03-02T19:30:00+02:00", "2031-03-02T14:00:00-06:00", "2031-03-02T23:00:00", "2031-03-02"  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "lead", "tied"),
    [
        (MORNING, EVENING, "b", ()), (EVENING, MORNING, "a", ()), (EVENING, WEST, "b", ()), (MORNING, BARE, "a", ("b",)), (BARE, BARE, "b", ("a",)),
        (NAIVE, EVENING, "b", ("a",)), (MORNING, MORNING, "b", ("a",)),
    ],
    ids=["later hour", "earlier hour", "another zone", "no hour", "neither has an hour", "an hour without a zone", "one moment"],
)  # fmt: skip
def test_figures_of_one_day(one: str, other: str, lead: str, tied: tuple[str, ...]) -> None:
    """Hours decide where both are stated with their zones; else the order is open, and both are named."""
    found = newest([release("a", 3, BARE), release("b", 5, BARE)], {"r-a": one, "r-b": other})
    assert (found.release.id, tuple(each.id for each in found.tied)) == (lead, tied)
    assert found.before is None or found.before.id != lead


def test_the_day_a_figure_holds_for_comes_first() -> None:
    """A page of today that repeats yesterday's count does not make it today's."""
    old, new = release("old", 3, "2031-03-04", as_of="2031-03-01"), release("new", 5, "2031-03-02")
    found = newest([old, new], {"r-old": "2031-03-04T09:00:00+00:00", "r-new": "2031-03-02"})
    assert found.release is new and found.before is old and not found.tied


def test_what_names_nobody_is_not_the_newest_but_is_told() -> None:
    """A newer number without a giver stands beside the newest that has one; alone, it is all there is."""
    named, bare = release("a", 3, "2031-03-01"), release("b", 9, "2031-03-02", who=None)
    found = newest([named, bare], {"r-a": "2031-03-01", "r-b": "2031-03-02"})
    assert found.release is named and found.nameless == (bare,)
    assert newest([bare], {}).release is bare


def test_a_release_on_several_pages_is_as_old_as_the_first_that_states_its_hour() -> None:
    """The earliest stamp with a zone on its first day; a page of an earlier day wins over it."""
    many = release("a", 3, BARE, articles=("r1", "r2", "r3"))
    assert first_stamp(many, {"r1": BARE, "r2": EVENING, "r3": MORNING}) == MORNING
    assert first_stamp(many, {"r1": "2031-03-01", "r2": EVENING, "r3": None}) == "2031-03-01"
    assert moment_of("2031-13-77T99:99:00+00:00") is None and moment_of(NAIVE) is None


def test_who_disputes_whom_is_said_on_both_sides() -> None:
    """The word stands with the other's figure and giver; an update names nobody, since it is the line's own."""
    own = {"a": release("a", 3, BARE), "b": release("b", 9, BARE, who="Union"), "c": release("c", 5, "2031-03-03")}
    said = standings([judged("a", "disputes", "b"), judged("c", "updates", "a"), judged("c", "corrects", "b")], own)
    assert said == {
        "a": ("disputed: against 9, Union",),
        "b": ("disputed: against 3, Ada Fenn",),
        "c": ("correction of 9, Union", "update"),
    }
    assert superseded([judged("c", "corrects", "b")]) == {"b"}
    assert standings([judged("a", "disputes", "gone")], own)["a"] == (
        "disputed",
    )  # the other one stands in another series


def test_a_part_is_drawn_apart() -> None:
    """Six of the 28 is a mark of its own kind, tied to its whole, and no step of the line of who gave both."""
    first, whole, part = release("a", 20, "2031-03-01"), release("b", 28, BARE), release("p", 6, BARE)
    parts = wholes(
        [judged("p", "part of", "b"), judged("p", "part of", "elsewhere")], {r.id: r for r in (first, whole, part)}
    )
    extras = Extras(wholes=parts, newest="b", stamps={"b": MORNING, "p": EVENING})
    chart = draw(Series(id="s", counted="drowned", place=None, releases=("a", "b", "p")), (first, whole, part), extras)
    assert chart.svg.count('class="mark part"') == 1 and chart.svg.count('class="tie"') == 1
    [steps] = re.findall(r'class="steps" d="([^"]*)"', chart.svg)
    assert steps.count("V") == 1  # from 20 to 28, and not on to 6
    assert chart.rows[2][3] == "part of 28, Ada Fenn" and chart.svg.count('class="ring"') == 1
    marks = marks_of((part, whole, first), extras)
    assert [(m.shown, m.kind, m.whole) for m in marks] == [("20", "named", -1), ("28", "named", -1), ("6", "part", 1)]
    assert [m.slot for m in marks] == [0.0, -1.0, 1.0] and [m.newest for m in marks] == [False, True, False]


def test_every_value_has_a_label_where_there_is_room() -> None:
    """Thirteen figures of three days, six of one of them, all keep their values, none over another."""
    releases = [release(f"r{n}", 10 + 7 * n, f"2031-03-0{1 + n // 6}", who=f"Speaker {n}") for n in range(13)]
    svg = draw(Series(id="s", counted="drowned", place=None, releases=tuple(r.id for r in releases)), releases).svg
    labels = [(float(x), float(y)) for x, y in re.findall(r'class="tick label[^"]*" x="([\d.]+)" y="([\d.]+)"', svg)]
    assert len(labels) == 13 and len(set(labels)) == 13


def test_an_earlier_figure_told_again_is_neither_the_first_nor_the_newest() -> None:
    """“had earlier put the toll at 3”: it stands on a page of the newest day, and is of none"""
    old = release("old", 3, "2031-03-04", told_again="had earlier put")
    new, part = release("new", 5, "2031-03-03"), release("part", 2, "2031-03-03")
    assert newest([old, new], {}).release is new
    assert first_of([old, part, new], {"part"}) is new
    assert (old.day, old.when, new.when) == ("", "by 2031-03-04", "2031-03-03")
    assert standings([], {"old": old, "new": new}) == {"old": ("an earlier figure, told again: “had earlier put”",)}
    assert [mark.shown for mark in marks_of([old, new], Extras())] == ["5"]


def test_of_figures_without_a_day_nobody_says_that_they_are_of_one() -> None:
    """two pasted pages: their order is open, and no day is claimed"""
    pair = {each.id: each for each in (release("a", 3, None), release("b", 5, None))}
    assert newest(list(pair.values()), {}).tied == (pair["a"],)
    rows = {f"c-{each}": row(f"c-{each}", f"{each} drowned") for each in pair}
    series = Series(id="s", counted="drowned", place=None, releases=tuple(pair))
    made = compose(
        "q",
        Material(
            claims=(),
            series=(series,),
            releases=pair,
            rows=rows,
            judgements=(),
            digests={f"r-c-{e}": "d" for e in pair},
        ),
    )
    said = "".join(part.text for finding in made.summary for part in finding.parts)
    assert "; in an order that is not known, " in said and "same day" not in said


def test_where_everything_is_told_again_the_latest_is_shown() -> None:
    """no page of the case gives it as of its day"""
    only = release("old", 3, "2031-03-04", told_again="initially said")
    assert newest([only], {}).release is only and first_of([only]) is only


def test_origins_with_a_name_without_and_nobody_are_counted_apart() -> None:
    """a mayor with two values, a hospital official, a doctor, and a page that names nobody"""
    releases = [
        release("a", 3, "2031-03-01"), release("b", 5, "2031-03-02"), release("c", 4, "2031-03-02", who="hospital official (unnamed)"),
        release("d", 4, "2031-03-02", who="doctor", entity="unnamed: doctor"), release("e", 9, "2031-03-02", who=None),
    ]  # fmt: skip
    tally = Tally.of(releases)
    assert (tally.named, tally.unnamed, tally.open) == (1, 2, 1)
    assert (tally.origins, tally.left_open) == ("1 named origin, 2 unnamed", "1 not established")


@pytest.mark.parametrize(("one", "other", "at_once"), [(MORNING, MORNING, True), (BARE, BARE, False), (MORNING, BARE, False)], ids=["one moment", "no hours", "one hour"])  # fmt: skip
def test_figures_of_one_moment_are_said_to_be_of_one_moment(one: str, other: str, at_once: bool) -> None:
    """a page that gives two figures states its hour: it is not said that no page does; the one with a name leads"""
    named, role = release("a", 3, BARE), release("z", 5, BARE, who="hospital official (unnamed)")
    found = newest([named, role], {"r-a": one, "r-z": other})
    assert found.at_once is at_once and found.tied
    assert found.release is named or one != other
