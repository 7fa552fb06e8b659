"""Which words are times, and which days they mean: against the publication date, the tense, and each other."""

from __future__ import annotations

import pytest

from firsthand.annotate.timex import find_timexes
from firsthand.annotate.timex.calendar import NO_DATE, NO_DIRECTION, NO_YEAR, date_of, easter, shift
from firsthand.parse import Parser
from firsthand.records import Timex
from tests.builders import make_article

PUBLISHED = "2027-06-16"  # a Wednesday


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser.load()


def times(parser: Parser, text: str, published: str | None = PUBLISHED) -> list[Timex]:
    return list(find_timexes(parser(make_article(text, published=published))))


def values(parser: Parser, text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(timex.span.of(text), timex.value) for timex in times(parser, text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # written dates
        ("The pier closed on 4 May 2026.", [("4 May 2026", "2026-05-04")]),
        ("The pier closed on Monday, May 4, 2026.", [("Monday, May 4, 2026", "2026-05-04")]),
        ("The log ends at 2026-05-04.", [("2026-05-04", "2026-05-04")]),
        ("The mill burned down on March 3.", [("March 3", "2027-03-03")]),
        ("The mill burned down on December 3.", [("December 3", "2026-12-03")]),
        ("The court will sit on Monday, 3 January.", [("Monday, 3 January", "2028-01-03")]),
        ("The road was shut on 11-13 June.", [("11-13 June", "2027-06-11")]),
        ("It rained between 2 and 9 June.", [("2 and 9 June", "2027-06-02")]),
        # weekdays, by the tense
        ("The mayor spoke on Tuesday.", [("Tuesday", "2027-06-15")]),
        ("The mayor will speak on Tuesday.", [("Tuesday", "2027-06-22")]),
        ("Ferries are to resume on Friday.", [("Friday", "2027-06-18")]),
        ("The list, published on Friday, was short.", [("Friday", "2027-06-11")]),
        ("Ms Orlan said on Monday that the vote would be held on Thursday.", [("Monday", "2027-06-14"), ("Thursday", "2027-06-17")]),
        ("The hearing was postponed until Friday.", [("Friday", "2027-06-18")]),
        ("The hall burned on Wednesday.", [("Wednesday", "2027-06-16")]),
        ("The bridge fell late on Saturday.", [("late on Saturday", "2027-06-12TEV")]),
        ("The raid came on Sunday night.", [("Sunday night", "2027-06-13TNI")]),
        ("He left last Friday.", [("last Friday", "2027-06-11")]),
        # near days
        ("Yesterday the council met.", [("Yesterday", "2027-06-15")]),
        ("They march tomorrow morning.", [("tomorrow morning", "2027-06-17TMO")]),
        ("The siren sounded last night.", [("last night", "2027-06-15TNI")]),
        # months, quarters, seasons, years
        ("The plant opened in April.", [("April", "2027-04")]),
        ("The plant opened in October.", [("October", "2026-10")]),
        ("The plant will open in April.", [("April", "2028-04")]),
        ("In mid-October the bank closed.", [("mid-October", "2026-10")]),
        ("Sales fell in the first quarter of 2025.", [("the first quarter of 2025", "2025-Q1")]),
        ("Sales fell in the fourth quarter.", [("the fourth quarter", "2026-Q4")]),
        ("They met in the second half of last year.", [("the second half of last year", "2026-H2")]),
        ("The wall was built last autumn.", [("last autumn", "2026-FA")]),
        ("Fighting has gone on since 2019.", [("2019", "2019")]),
        ("The song dates from the 1980s.", [("the 1980s", "198")]),
        ("The mill dates from the 19th century.", [("the 19th century", "18")]),
        ("The road opens by the end of the year.", [("the end of the year", "2027")]),
        ("Fiscal 2026 was poor.", [("Fiscal 2026", "2026")]),
        # relative
        ("They met last week.", [("last week", "2027-W23")]),
        ("Earlier this month the dam was hit.", [("Earlier this month", "2027-06")]),
        ("She left two weeks ago.", [("two weeks ago", "2027-W22")]),
        ("The gate fell on 3 May. The next day it was rebuilt.", [("3 May", "2027-05-03"), ("The next day", "2027-05-04")]),
        ("The gate fell on 3 May. It had been painted a week earlier.", [("3 May", "2027-05-03"), ("a week earlier", "2027-W17")]),
        ("The gate fell in 2020 and was rebuilt three years later.", [("2020", "2020"), ("three years later", "2023")]),
        ("Profit rose in the first quarter from a loss a year earlier.", [("the first quarter", "2027-Q1"), ("a year earlier", "2026-Q1")]),
        # lengths and what recurs
        ("He spent nearly five years in prison.", [("nearly five years", "P5Y")]),
        ("It is a ten-day march.", [("ten-day", "P10D")]),
        ("The talks took two and a half hours.", [("two and a half hours", "PT2H30M")]),
        ("Prices doubled over the past six months.", [("the past six months", "P6M")]),
        ("The market is held every Monday.", [("every Monday", "XXXX-WXX-1")]),
        ("The horn sounds every night.", [("every night", "XXXX-XX-XXTNI")]),
        ("The boats leave every dawn.", [("every dawn", "XXXX-XX-XXTMO")]),
        ("They publish weekly.", [("weekly", "P1W")]),
        # vague
        ("The town is now empty.", [("now", "PRESENT_REF")]),
        ("The school recently closed.", [("recently", "PAST_REF")]),
        # hours
        ("The blast came at 4:30 a.m. on Monday.", [("4:30 a.m.", "2027-06-14T04:30"), ("Monday", "2027-06-14")]),
        ("The ship left at 10:15 UTC yesterday.", [("10:15 UTC yesterday", "2027-06-15T10:15Z")]),
    ],
)  # fmt: skip
def test_times_are_read_against_publication(parser: Parser, text: str, expected: list[tuple[str, str]]) -> None:
    """a time is found with its words and its TIMEX3 value"""
    assert values(parser, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The army may march.",
        "Some 2000 people came.",
        "The 45-year-old driver was hurt.",
        "They pay $5 a year.",
        "Jan Kober and Mark Summer resigned.",
        "A second man was hurt.",
        "Prices will fall.",
        "The film Index 2000 was shown.",
    ],
)
def test_look_alikes_are_no_times(parser: Parser, text: str) -> None:
    """numbers, names and verbs that look like times are left alone"""
    assert times(parser, text) == []


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("The agency reported on Tuesday that 12 were hurt.", "Tuesday", NO_DATE),
        ("In April, the role was acknowledged.", "April", NO_YEAR),
        ("The talks resume on 3 May.", "3 May", NO_YEAR),
        ("They met last week.", "last week", NO_DATE),
        ("Yesterday the council met.", "Yesterday", NO_DATE),
    ],
)
def test_an_undated_page_leaves_times_unresolved(parser: Parser, text: str, words: str, reason: str) -> None:
    """without a publication date "Tuesday" has no value, and the reason says so"""
    (timex,) = times(parser, text, published=None)
    assert (timex.span.of(text), timex.value, timex.earliest, timex.latest) == (words, "", None, None)
    assert timex.unresolved == reason


def test_an_undated_page_still_counts_from_written_dates(parser: Parser) -> None:
    """a full date in the text needs no publication date, nor does what is counted from it"""
    text = "The gate fell on 3 May 2020. The next day it was rebuilt."
    assert values(parser, text, None) == [("3 May 2020", "2020-05-03"), ("The next day", "2020-05-04")]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "granularity", "anchor"),
    [
        ("The mayor spoke on Tuesday.", "2027-06-15", "2027-06-15", "day", "published 2027-06-16"),
        ("The road was shut on 11-13 June.", "2027-06-11", "2027-06-13", "day", "published 2027-06-16"),
        ("The raid came on Sunday night.", "2027-06-13", "2027-06-14", "part of day", "published 2027-06-16"),
        ("They met last week.", "2027-06-07", "2027-06-13", "week", "published 2027-06-16"),
        ("Sales fell in the first quarter of 2025.", "2025-01-01", "2025-03-31", "quarter", "as written"),
        ("The song dates from the 1980s.", "1980-01-01", "1989-12-31", "decade", "as written"),
        ("Prices doubled over the past six months.", "2026-12-16", "2027-06-16", "month", "published 2027-06-16"),
    ],
)
def test_times_have_a_first_and_a_last_day(
    parser: Parser, text: str, earliest: str, latest: str, granularity: str, anchor: str
) -> None:
    """beside the value stands the stretch of days that it means, and what it was counted from"""
    (timex,) = times(parser, text)
    assert (timex.earliest, timex.latest, timex.granularity, timex.anchor) == (earliest, latest, granularity, anchor)


def test_a_guess_is_marked_and_gives_no_days(parser: Parser) -> None:
    """where no tense tells back from ahead, the value is a guess and the ledger gets no day"""
    (timex,) = times(parser, "Strike on Friday")
    assert timex.guessed and timex.value
    assert (timex.earliest, timex.latest, timex.unresolved) == (None, None, NO_DIRECTION)


def test_three_months_after_a_whole_year_is_a_guess(parser: Parser) -> None:
    """what is counted from something coarser is no exact month"""
    year, later = times(parser, "The mine closed in 2019 and reopened three months later.")
    assert year.earliest == "2019-01-01" and later.guessed and later.earliest is None


def test_what_is_counted_from_a_guess_is_a_guess(parser: Parser) -> None:
    """doubt is handed on"""
    assert all(timex.guessed for timex in times(parser, "Strike on Friday. The next day nobody came."))


@pytest.mark.parametrize("text", ["The rock formed 900 million years earlier, in 1990.", "It was 30 February 2024."])
def test_times_outside_the_calendar_say_so(parser: Parser, text: str) -> None:
    """a day that no calendar holds is unresolved, never an error"""
    assert times(parser, text)[0].unresolved


def test_every_time_is_resolved_or_says_why(parser: Parser) -> None:
    """there is no third way"""
    text = "On Tuesday, for years, every day, now, in 2020, next week, at 5 p.m., last spring, two days later, soon."
    for published in (PUBLISHED, None):
        for timex in times(parser, text, published):
            assert (timex.earliest is None) == (timex.latest is None)
            assert (timex.earliest is None) == (timex.unresolved is not None)


@pytest.mark.parametrize(
    ("stamp", "day"),
    [("2027-06-16T23:00:00+02:00", "2027-06-16"), ("2027-06", None), ("2027-02-30", None), (None, None)],
)
def test_publication_is_the_day_the_page_states(stamp: str | None, day: str | None) -> None:
    """a datetime counts by its own date; what is no day is none"""
    found = date_of(stamp)
    assert (found.isoformat() if found else None) == day


def test_calendar_arithmetic() -> None:
    """months keep their last day, and Easter falls where it does"""
    start = date_of("2024-03-31")
    assert start is not None
    assert shift(start, "month", -1).isoformat() == "2024-02-29"
    assert easter(2024) == start
