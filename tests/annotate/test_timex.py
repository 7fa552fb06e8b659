"""Which words are times, and which days they mean: against the publication date, the tense, and each other."""

from __future__ import annotations

import pytest

from firsthand.annotate.timex import find_timexes, places_of_times
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
        ("In the first nine months profit rose from a loss a year earlier.", [("the first nine months", "P9M"), ("a year earlier", "2026")]),
        ("It lost money in the first quarter of 2025 and in the whole year.", [("the first quarter of 2025", "2025-Q1"), ("the whole year", "2025")]),
        ("She fled on the day after Sunday.", [("the day after Sunday", "2027-06-14")]),
        ("A May accord ended the war.", [("May", "2027-05")]),
        ("A June accord ended the war.", [("June", "2027-06")]),
        ("A July accord ended the war.", [("July", "2026-07")]),
        ("By mid-afternoon the town had fallen.", [("mid-afternoon", "2027-06-16TAF")]),
        ("The port was shut for a third consecutive day.", [("a third consecutive day", "2027-06-16")]),
        # lengths and what recurs
        ("He spent nearly five years in prison.", [("nearly five years", "P5Y")]),
        ("It is a ten-day march.", [("ten-day", "P10D")]),
        ("The talks took two and a half hours.", [("two and a half hours", "PT2H30M")]),
        ("Prices doubled over the past six months.", [("the past six months", "P6M")]),
        ("The market is held every Monday.", [("every Monday", "XXXX-WXX-1")]),
        ("The horn sounds every night.", [("every night", "XXXX-XX-XXTNI")]),
        ("The boats leave every dawn.", [("every dawn", "XXXX-XX-XXTMO")]),
        ("They publish weekly.", [("weekly", "P1W")]),
        ("The three-week-old truce held.", [("three-week-old", "P3W")]),
        ("Trucks will arrive within two to three weeks.", [("two to three weeks", "PXW")]),
        ("It rained for the first time in years.", [("years", "PXY")]),
        # vague
        ("The bank will soon reopen.", [("soon", "FUTURE_REF")]),
        ("Weeks ago the mill was sold.", [("Weeks ago", "PAST_REF")]),
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
        "The shop soon closed.",
        "This is the problem of today's youth.",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She has run the mill since 2022.", [("2022", "since", "since")]),
        ("The pass stays shut until Friday.", [("Friday", "until", "until")]),
        ("The pass must be open by the end of the year.", [("the end of the year", "by", "By")]),
        ("Nobody lived there before 2020.", [("2020", "before", "before")]),
        ("He ran the yard from May 2019 onwards.", [("May 2019", "since", "from")]),
        ("The fair ran from Monday to Wednesday.", [("Monday", "from", "from"), ("Wednesday", "to", "to")]),
        ("Rain fell Sunday through Tuesday.", [("Sunday", "from", "through"), ("Tuesday", "to", "through")]),
        ("In 2019–2021 the river rose.", [("2019", "from", "–"), ("2021", "to", "–")]),
        ("They left after Tuesday’s vote.", [("Tuesday", None, None)]),
        ("The mill burned on Monday and Tuesday.", [("Monday", None, None), ("Tuesday", None, None)]),
    ],
)
def test_an_end_of_a_stretch_is_marked_with_its_words(
    parser: Parser, text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    """The expression keeps its own days; the bound says which side is open, and its words can be pointed at."""
    found = [
        (timex.span.of(text), timex.bound, timex.bound_span.of(text) if timex.bound_span else None)
        for timex in times(parser, text)
    ]
    assert found == [(words, bound, said and said.lower()) for words, bound, said in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between March and May 2023 the mill stood still.", ["2023-03", "2023-05"]),
        ("The lease runs from 1 November through 30 June 2030.", ["2029-11-01", "2030-06-30"]),
        ("The fair will run from Friday to Tuesday.", ["2027-06-18", "2027-06-22"]),
    ],
)
def test_the_two_ends_of_a_stretch_agree(parser: Parser, text: str, expected: list[str]) -> None:
    """A year written once holds for both ends, and the second is not before the first."""
    assert [timex.value for timex in times(parser, text)] == expected


@pytest.mark.parametrize(
    ("text", "words", "value", "days"),
    [
        ("A barn burned overnight.", "overnight", "2027-06-15TNI", ("2027-06-15", "2027-06-16")),
        ("It rained overnight into Sunday.", "overnight into Sunday", "2027-06-12TNI", ("2027-06-12", "2027-06-13")),
        ("They left on the night of 12 to 13 May.", "the night of 12 to 13 May", "2027-05-12TNI", ("2027-05-12", "2027-05-13")),
        ("They left overnight on Sunday.", "overnight on Sunday", "2027-06-12TNI", (None, None)),
        ("The road was cut on 5 and 9 May.", "5 and 9 May", "2027-05-05", (None, None)),
        ("The road was cut on 5 and 6 May.", "5 and 6 May", "2027-05-05", ("2027-05-05", "2027-05-06")),
        ("The road was cut between 5 and 9 May.", "5 and 9 May", "2027-05-05", ("2027-05-05", "2027-05-09")),
    ],
)  # fmt: skip
def test_nights_cross_midnight_and_single_days_are_no_run(
    parser: Parser, text: str, words: str, value: str, days: tuple[str | None, str | None]
) -> None:
    """A night ends on the next day; which of two nights is meant, or what lies between two days of a list, is not made up."""
    (timex,) = times(parser, text)
    assert (timex.span.of(text), timex.value, (timex.earliest, timex.latest)) == (words, value, days)


def test_a_quarter_is_the_one_that_ends_on_the_day_named(parser: Parser) -> None:
    found = times(parser, "In the quarter ended March 31 sales fell.")
    assert (found[0].value, found[0].earliest, found[0].latest) == ("2027-Q1", "2027-01-01", "2027-03-31")
    other = times(parser, "In the quarter ended Jan. 31 sales fell.")[0]
    assert other.guessed and other.earliest is None


def test_the_zone_of_an_hour_is_kept_as_written(parser: Parser) -> None:
    zones = [timex.zone for timex in times(parser, "The alarm went off at 04:12 local time (0112 GMT) on Monday.")]
    assert zones[:2] == ["local time", "GMT"]


def test_a_page_stamped_near_midnight_of_universal_time_does_not_fix_whose_friday(parser: Parser) -> None:
    """Thursday 23:50 in universal time is Friday further east: last week's Friday is not simply taken."""
    (late,) = times(parser, "The dam broke on Friday.", published="2027-06-17T23:50:00Z")
    assert late.guessed and late.earliest is None and late.unresolved
    (local,) = times(parser, "The dam broke on Friday.", published="2027-06-18T08:50:00+09:00")
    assert local.earliest == "2027-06-18"


def test_that_time_is_the_time_spoken_of(parser: Parser) -> None:
    found = times(parser, "Terms are to be agreed on by 10 July. If not, the yard closes by that time.")
    assert found[-1].value == "2027-07-10" and found[-1].bound == "by"


def test_what_came_of_a_day_lies_behind_whatever_is_planned_about_it(parser: Parser) -> None:
    """ "Would get around Tuesday's ruling" speaks of a ruling that stands; "Tuesday's ruling will" of one to come."""
    (stands,) = times(parser, "The firm will get around Friday’s ruling.")
    (to_come,) = times(parser, "Friday’s ruling will decide.")
    assert (stands.value, to_come.value) == ("2027-06-11", "2027-06-18")


def test_a_feast_close_by_needs_no_tense(parser: Parser) -> None:
    """Easter a week ahead is meant, whatever the verb beside it"""
    assert values(parser, "Prayers began before Easter.", "2027-03-22") == [("Easter", "2027-03-28")]


def test_the_places_of_times_are_known_before_any_parse() -> None:
    """a sentence without one needs no tags"""
    text = "The mill closed. On Monday it was sold."
    assert places_of_times(make_article(text)) == (text.index("Monday"),)
