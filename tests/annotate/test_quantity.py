"""Which numbers are quantities, how they are bounded, and what they count."""

from __future__ import annotations

from decimal import Decimal

import pytest

from firsthand.annotate.quantity import find_quantities, refused_numbers
from firsthand.parse import Parser
from firsthand.records import Quantity
from tests.builders import make_article


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser.load()


def quantities(parser: Parser, text: str) -> tuple[Quantity, ...]:
    return find_quantities(parser(make_article(text)))


def only(parser: Parser, text: str) -> Quantity:
    found = quantities(parser, text)
    assert len(found) == 1, [q.span.of(text) for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "comparator", "counted"),
    [
        ("The ferry carried 214 passengers.", "214", "214", "214", None, "passengers"),
        ("At least 20 houses burned.", "20", "20", "20", "at least", "houses"),
        ("No fewer than nine miners were trapped.", "nine", "9", "9", "at least", "miners"),
        ("Up to 300 fighters crossed.", "300", "300", "300", "up to", "fighters"),
        ("As many as 60 shells fell.", "60", "60", "60", "up to", "shells"),
        ("Nearly 5,000 military engineers arrived.", "5,000", "5000", "5000", "nearly", "military engineers"),
        ("An estimated 700 to 900 kites were lost.", "700 to 900", "700", "900", "about", "kites"),
        ("Well over two dozen lorries stood idle.", "two dozen", "24", "24", "more than", "lorries"),
        ("Fewer than ten beds are free.", "ten", "10", "10", "less than", "beds"),
        ("A load was never to be larger than 200 tonnes.", "200", "200", "200", "up to", "tonnes"),
        ("The queue never exceeded 40 lorries.", "40", "40", "40", "up to", "lorries"),
        ("The harvest was not below 300 tonnes.", "300", "300", "300", "at least", "tonnes"),
        ("A total of some 800 tents were sent.", "800", "800", "800", "about", "tents"),
        ("In total, 84 boats were lost.", "84", "84", "84", "total", "boats"),
        ("A dozen or more barns burned.", "A dozen", "12", "12", "at least", "barns"),
        ("Dozens of villagers fled.", "Dozens", "12", "120", "vague", "villagers"),
        ("Tens of thousands of people marched.", "Tens of thousands", "10000", "100000", "vague", "people"),
        ("Several hundred cadets took part.", "Several hundred", "300", "900", "vague", "cadets"),
        ("The plant makes 2 to 3 million shells.", "2 to 3 million", "2000000", "3000000", None, "shells"),
        ("Between 200 and 300 rebels remain.", "Between 200 and 300", "200", "300", None, "rebels"),
        ("The raid caused no casualties.", "no", "0", "0", None, "casualties"),
        ("One in eight households is cut off.", "One in eight", "0.125", "0.125", None, "households"),
        ("The bank gave 2.7m borrowers a rest.", "2.7m", "2700000", "2700000", None, "borrowers"),
        ("Snow cut off a score of hamlets.", "a score", "20", "20", "vague", "hamlets"),
        ("All 40 on board swam ashore.", "40", "40", "40", None, "people"),
    ],
)  # fmt: skip
def test_a_count_with_its_bound_and_noun(
    parser: Parser, text: str, words: str, low: str, high: str, comparator: str | None, counted: str
) -> None:
    found = only(parser, text)
    assert (found.span.of(text), found.low, found.high) == (words, Decimal(low), Decimal(high))
    assert (found.comparator, found.counted) == (comparator, counted)
    assert all(span.of(text) for span in found.counted_spans)


@pytest.mark.parametrize(
    ("text", "words", "unit", "per", "counted"),
    [
        ("The blaze destroyed 40 hectares of forest.", "40", "hectare", None, "forest"),
        ("Talks went on for 48 hours.", "48", "hour", None, "hours"),
        ("Turnout was 63 per cent.", "63 per cent", "percent", None, "turnout"),
        ("They paid US$4.2 billion.", "US$4.2 billion", "dollar", None, None),
        ("The fine came to 30,000 crowns.", "30,000", "crown", None, "fine"),
        ("The depot held 12km of pipe.", "12km", "kilometre", None, "pipe"),
        ("The line moves 900 barrels a day.", "900", "barrel", "a day", "barrels"),
        ("The rate is 14.2 per 100,000 people.", "14.2", None, "per 100,000 people", None),
        ("Rain of 200mm fell.", "200mm", "millimetre", None, None),
    ],
)
def test_units_and_rates(
    parser: Parser, text: str, words: str, unit: str | None, per: str | None, counted: str | None
) -> None:
    found = only(parser, text)
    assert (found.span.of(text), found.unit, found.per) == (words, unit, per)
    if counted is not None:
        assert found.counted == counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shell hit a bus, killing 12 and wounding 23.", ["people", "people"]),
        ("Three sailors died and five were hurt.", ["sailors", "sailors"]),
        ("The death toll rose to 41.", ["dead"]),
        ("The number of arrests fell from 310 in May to 190.", ["arrests", "arrests"]),
        ("Of the 44 defendants, 29 were convicted.", ["defendants", "defendants"]),
        ("Nine of the 11 victims were named.", ["victims", "victims"]),
        ("About 300 weavers left at two mills, and 40 more joined them.", ["weavers", "mills", "weavers"]),
        ("The hostel holds 85 people, of whom 40 are ill.", ["people", "people"]),
        ("The 8,000-strong garrison withdrew.", ["troops"]),
        ("The stewards put the crowd at 1,300.", ["people"]),
        ("The army fired 90 rockets; 71 were intercepted.", ["rockets", "rockets"]),
        ("The reeve has raised her estimate of the barns destroyed to 120.", ["barns"]),
        ("The guild puts the huts burnt at 90.", ["huts"]),
    ],
)
def test_a_missing_noun_is_recovered(parser: Parser, text: str, expected: list[str]) -> None:
    found = quantities(parser, text)
    assert [q.counted for q in found] == expected
    assert found[-1].elided == (found[-1].counted not in text[found[-1].span.end :])
    assert all(q.counted_spans for q in found)


def test_the_noun_of_a_number_may_stand_behind_what_counts_it(parser: Parser) -> None:
    (found,) = quantities(parser, "They gave 2,600 as the guild's number of soldiers at the ford.")
    assert (found.counted, found.elided) == ("soldiers", True)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("At least 70 riders were hurt, 25 lost and 12 found.", ["at least"] * 3),
        ("Up to 90 riders and 30 carts could be on the road.", ["up to", "up to"]),
        ("At least 17 pilgrims, including three children, drowned.", ["at least", None]),
        ("At least 30 sailors died, 20 of them recruits.", ["at least", None]),
        ("Some 80 guests fell ill; 12 went home.", ["about", None]),
    ],
)
def test_a_bound_spreads_over_a_bare_list_only(parser: Parser, text: str, bounds: list[str | None]) -> None:
    assert [q.comparator for q in quantities(parser, text)] == bounds


@pytest.mark.parametrize(
    "text",
    [
        "The treaty of 1998 lapsed in May 2031.",
        "The fair opens on 8 June at 11:30 in Hall 2.",
        "The 34-year-old driver, born on 3 March, was held.",
        "Ilka Brandt, 52, spoke first.",
        "It was the third such raid and the 22nd this year.",
        "Resolution 2711 and Article 5(2) apply to the G7.",
        "Two-seat Su-35s and a Tu-160 flew over Hill 318.",
        "The home side won 3-1 in the Super Cup.",
        "Ring 0800 555 041 or come to 6 Weir Lane.",
        "He was one of the founders of Channel 4.",
        "Ten years ago the mill closed.",
        "The ban on the two countries ends at 9.",
        "The 12-member council meets.",
    ],
)
def test_numbers_that_are_no_quantities(parser: Parser, text: str) -> None:
    assert [q.span.of(text) for q in quantities(parser, text)] == []


def test_a_refused_number_has_its_reason(parser: Parser) -> None:
    text = "On 3 May 2031 Ilka Brandt, 52, flew a Tu-160 over two bridges."
    refused = {span.of(text): reason for span, reason, _ in refused_numbers(parser(make_article(text)))}
    assert refused == {"3": "date", "2031": "date", "52": "age", "160": "designation"}


def test_the_slots_are_verbatim(parser: Parser) -> None:
    text = "About 15,000 Ankorian workers have been at work in Porto since October."
    found = only(parser, text)
    assert (found.group, found.place, found.as_of) == ("Ankorian", "Porto", "since October")
    assert {name: span.of(text) for name, span in found.slot_spans} == {
        "group": "Ankorian", "place": "Porto", "as_of": "since October",
    }  # fmt: skip


def test_the_rest_carries_the_value_that_follows(parser: Parser) -> None:
    text = "The warden penned 48 goats; 19 were sold and the rest are lame."
    assert [q.low for q in quantities(parser, text)] == [48, 19, 29]


def test_the_same_text_gives_the_same_quantities(parser: Parser) -> None:
    text = "Around 450 singers went to Orlo and 180 to Fenby."
    assert quantities(parser, text) == quantities(parser, text)


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("A barge blew up, killing seven people and injuring at least 90 others.", [None, "at least"]),
        ("Seven people were killed and at least 90 injured in the yard.", [None, "at least"]),
        ("The repair took 48 hours at most, and cost 900 crowns or so.", ["up to", "about"]),
        ("The union counted 41 dead, twice the number given by the mayor.", [None]),
        ("Twelve loads came, none of them larger than 200 tonnes.", [None, None, "up to"]),
        ("The guild counts 9,000 loads, far above the 4,000 announced in May.", [None, None]),
        ("The guild counts more than 4,000 loads.", ["more than"]),
        ("The toll rose above the 12 given on Monday.", ["more than"]),
        ("More than the 40 planned came.", ["more than"]),
    ],
)
def test_a_bound_belongs_to_the_number_it_stands_before(
    parser: Parser, text: str, comparators: list[str | None]
) -> None:
    """A bound behind a number is its own only where the clause ends; otherwise it is the next number's."""
    assert [quantity.comparator for quantity in quantities(parser, text)] == comparators


def test_one_more_sign_counts_nothing(parser: Parser) -> None:
    """ "One more sign" is a turn of phrase; "one more miner" is a count."""
    assert quantities(parser, "The visit is one more sign of the thaw.") == ()
    assert [quantity.low for quantity in quantities(parser, "One more miner was found.")] == [Decimal(1)]


@pytest.mark.parametrize(
    "text",
    [
        "The jet left runway 9 at dawn.",
        "Act two was cut.",
        "Round two of the talks failed.",
        "They fought in World War Two.",
        "The Group of Ten agreed.",
        "The Big Five met in Oslo.",
        "The Nine Elms tunnel leaked.",
        "She called 911.",
        "Zero tolerance is the rule.",
        "He lives in flat 3.",
    ],
)
def test_names_calls_and_turns_of_phrase_count_nothing(parser: Parser, text: str) -> None:
    """A capital inside a sentence makes a number word part of a name; short numbers that are called are no counts."""
    assert quantities(parser, text) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Twelve miners were freed.", 12),
        ("“Twelve miners were freed,” she said.", 12),
        ("The firm called 900 men.", 900),
        ("Runway lights failed and 9 planes circled.", 9),
    ],
)
def test_the_same_words_before_what_is_counted_count(parser: Parser, text: str, number: int) -> None:
    assert only(parser, text).low == number


def test_a_price_has_its_denominator_whatever_is_sold(parser: Parser) -> None:
    loaf = only(parser, "Bread costs 90 rupees a loaf.")
    assert (loaf.unit, loaf.per) == ("rupee", "a loaf")


def test_a_scale_word_holds_for_both_of_two_that_are_left_open(parser: Parser) -> None:
    found = only(parser, "Some two or three hundred people slept in the church.")
    assert (found.low, found.high, found.comparator) == (200, 300, "about")


def test_a_vote_counts_votes(parser: Parser) -> None:
    """what a motion is carried by is no toll"""
    assert [q.counted for q in quantities(parser, "The motion was carried by 58 to 41.")] == ["votes", "votes"]


def test_pay_is_by_the_month_also_before_tax(parser: Parser) -> None:
    """what follows the denominator is no time"""
    assert only(parser, "Nurses earn €2,100 a month before tax.").per == "a month"


def test_an_age_at_which_somebody_retired_counts_nothing(parser: Parser) -> None:
    """no figure"""
    assert not quantities(parser, "He was born in 1961 and retired at 65.")


def test_the_length_of_a_race_measures_nothing(parser: Parser) -> None:
    """the race is named by it, a road is as long"""
    assert not quantities(parser, "She finished third in the 400m.")
    assert len(quantities(parser, "They repaired the 400m of track.")) == 1


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_what_follows_a_dateline_begins_a_sentence(parser: Parser, dash: str) -> None:
    """A capital after the dash of a dateline makes no name of a number."""
    text = f"ORLO, Norland (Infonor) {dash} Fifty people were hurt on the quay."
    document = parser(make_article(text))
    assert [q.span.of(text) for q in find_quantities(document)] == ["Fifty"]
