"""Two claims without the words of an answer, and words of an answer that are none: who knows, who only passes on, who takes back."""

from __future__ import annotations

import pytest

from firsthand.reconcile.accounts import day_of
from firsthand.reconcile.answers import turn_of
from firsthand.reconcile.exchange import classify
from firsthand.reconcile.parties import Turn
from tests.builders import span_of
from tests.reconcile.test_replies import passage


def turn(text: str, words: str, speaker: str | None, day: str = "2031-03-02", outlet: str = "Tarn Echo", source: str = "") -> Turn:  # fmt: skip
    return Turn(passage=passage(text, words), outlet=outlet, day=day, speaker=speaker, source=source or speaker or "")


REPORT = turn("Anglers say the Ossby mill dumped 40 barrels of dye in the Tarn.", "the Ossby mill dumped 40 barrels of dye in the Tarn", "anglers (unnamed)", "2031-03-01", "Vale Post")  # fmt: skip
NOBODY = turn("Anglers say nobody from the Ossby mill warned them.", "nobody from the Ossby mill warned them", "anglers (unnamed)", "2031-03-01", "Vale Post")  # fmt: skip


def related(text: str, words: str, speaker: str | None, to: Turn = REPORT, **fields: str) -> str:
    one, other = classify(to, turn(text, words, speaker, **fields)), classify(turn(text, words, speaker, **fields), to)
    assert one.relation == other.relation
    return one.relation


@pytest.mark.parametrize(
    ("text", "words", "speaker", "relation"),
    [
        ("Warden Per Moe said he had watched men of the Ossby mill tip dye into the Tarn.", "he had watched men of the Ossby mill tip dye into the Tarn", "Per Moe", "confirms"),
        ("Warden Per Moe counted 9 barrels of dye by the Tarn.", "counted 9 barrels of dye by the Tarn", "Per Moe", "contradicts"),
        ("Dye in the Tarn: mill men \"seen\" at it.", "mill men \"seen\" at it", None, "repeats"),
        ("The board confirmed having read a letter in which anglers say the Ossby mill dumped dye.", "anglers say the Ossby mill dumped dye", "board", "repeats"),
        ("The Ossby mill confirmed that it had bought 12 barrels of dye in the Tarn valley.", "confirmed that it had bought 12 barrels of dye in the Tarn valley", "Ossby mill", "unrelated"),
    ],
)  # fmt: skip
def test_who_confirms(text: str, words: str, speaker: str | None, relation: str) -> None:
    """one who was there; not one with another number, nobody in particular, a reader of letters, nor one who grants another thing"""
    assert related(text, words, speaker) == relation


@pytest.mark.parametrize(
    ("text", "words", "relation"),
    [
        ("The Ossby mill laughed off the anglers' story. \"Our barrels are all in the yard,\" Ida Moe of the mill said.", "Our barrels are all in the yard", "denies"),
        ("The Ossby mill was asked about dye. \"Our barrels are all in the yard,\" Ida Moe of the mill said.", "Our barrels are all in the yard", "responds"),
        ("Ida Moe of the Ossby mill denied that it aims at fouling the Tarn on purpose with dye.", "denied that it aims at fouling the Tarn on purpose with dye", "responds"),
        ("Ida Moe of the Ossby mill dismissed the anglers' figures as plucked out of the air.", "dismissed the anglers' figures as plucked out of the air", "denies"),
        ("Ida Moe of the Ossby mill rejects the new dye as a burden on the Tarn.", "rejects the new dye as a burden on the Tarn", "responds"),
    ],
)  # fmt: skip
def test_another_account_denies_where_the_page_says_so(text: str, words: str, relation: str) -> None:
    """a story of one's own beside a rejection; intent, or a thing one is against, is no denial"""
    assert related(text, words, "Ida Moe", source="Ida Moe of the Ossby mill") == relation


@pytest.mark.parametrize(
    ("text", "words", "relation"),
    [
        ("\"Every angler had a letter from us,\" the Ossby mill replied to the anglers.", "Every angler had a letter from us", "denies"),
        ("The Ossby mill said it was untrue that nobody had been warned.", "it was untrue that nobody had been warned", "denies"),
    ],
)  # fmt: skip
def test_what_was_said_of_nobody_is_denied_of_all(text: str, words: str, relation: str) -> None:
    """a positive sentence can deny, and so can one that denies a denial"""
    assert related(text, words, "Ossby mill", to=NOBODY) == relation


SAID = turn("The river board said the Tarn was clean below the Ossby mill.", "the Tarn was clean below the Ossby mill", "river board", "2031-03-01", "Vale Post")  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "relation"),
    [
        ("The river board said again that the Tarn was clean below the mill.", "the Tarn was clean below the mill", "repeats"),
        ("The river board said dye from a broken pipe had poisoned the trout in the Tarn.", "dye from a broken pipe had poisoned the trout in the Tarn", "corrects"),
        ("The river board said the Tarn was clean below the Ossby mill, apart from the weir.", "the Tarn was clean below the Ossby mill, apart from the weir", "qualifies"),
        ("The river board no longer describes the Tarn as clean.", "no longer describes the Tarn as clean", "retracts"),
        ("The river board said it should be heard more often.", "it should be heard more often", "unrelated"),
    ],
)  # fmt: skip
def test_the_same_asserter_later(text: str, words: str, relation: str) -> None:
    """the same again, another thing in its place, an exception, taken back; a wish is of nothing that was said"""
    assert related(text, words, "river board", to=SAID) == relation


def test_a_dropped_denial_is_taken_back() -> None:
    """who denied and no longer disputes it takes his denial back"""
    denial = turn("The Ossby mill denied dumping dye in the Tarn.", "denied dumping dye in the Tarn", "Ossby mill", "2031-03-01")  # fmt: skip
    assert related("The Ossby mill no longer disputes that dye ran into the Tarn.", "no longer disputes that dye ran into the Tarn", "Ossby mill", to=denial) == "retracts"  # fmt: skip


def test_neighbouring_towns_are_two() -> None:
    """ "Port Ossby" is not "East Ossby" """
    port = turn("The mayor said nobody had fallen ill in Port Ossby.", "nobody had fallen ill in Port Ossby", "mayor", "2031-03-01")  # fmt: skip
    assert related("East Ossby found no dye in its wells.", "found no dye in its wells", "East Ossby", to=port) == "unrelated"  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Correction: the mill dumped four barrels, not 40.", "the mill dumped four barrels, not 40", None),
        ("A slip led us astray: the mill dumped four barrels, not 40.", "the mill dumped four barrels, not 40", None),
        (
            "Warden Per Moe measured dye forty times above the limit.",
            "dye forty times above the limit",
            "Warden Per Moe",
        ),
    ],
)
def test_whose_words_without_a_claim(text: str, words: str, speaker: str | None) -> None:
    """an outlet's note is its own; who measured something is the one who says so"""
    found = turn_of(None, span_of(text, words), text, outlet="Vale Post", day="2031-03-02")
    assert (found.speaker or "").startswith(speaker or "") and bool(found.speaker) is bool(speaker)


def test_an_outlet_puts_its_own_report_right() -> None:
    """though the report named those who had told it"""
    note = turn_of(None, span_of("Correction: the Ossby mill dumped four barrels, not 40.", "the Ossby mill dumped four barrels, not 40"), "Correction: the Ossby mill dumped four barrels, not 40.", outlet="Vale Post", day="2031-03-04")  # fmt: skip
    assert classify(REPORT, note).relation == "corrects"


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("The mill said on 30 December that it dumped no dye.", "2031-01-02", "2030-12-30"),
        ("The mill said on 28 February that it dumped no dye.", "2031-03-02", "2031-02-28"),
        ("The mill said that it dumped no dye.", "", ""),
    ],
)
def test_the_day_on_which_something_was_said(text: str, day: str, said: str) -> None:
    """never a day to come: a page of January tells what was said in December"""
    assert day_of(turn(text, "it dumped no dye", "mill", day=day)) == said


def test_two_pages_without_an_outlet_are_not_of_one() -> None:
    """nobody takes back what an unknown page said"""
    report = turn("Anglers say the Ossby mill dumped 40 barrels of dye.", "the Ossby mill dumped 40 barrels of dye", "anglers (unnamed)", outlet="")  # fmt: skip
    text = "The mill dumped four barrels of dye, not 40."
    note = turn_of(None, span_of(text, "The mill dumped four barrels of dye, not 40"), text, outlet="", day="2031-03-04")  # fmt: skip
    assert classify(report, note).relation != "corrects"


@pytest.mark.parametrize(
    ("text", "words", "relation"),
    [
        ('"We have never owned a barrel of dye," Ida Moe of the Ossby mill said of the report.', "We have never owned a barrel of dye", "denies"),
        ('"Somebody is after our good name," Ida Moe of the Ossby mill said of the report.', "Somebody is after our good name", "responds"),
        ('"We regret what has befallen the trout," Ida Moe of the Ossby mill said of the report.', "We regret what has befallen the trout", "responds"),
        ('"We have never owned a barrel of dye," Ida Moe of the Ossby mill said.', "We have never owned a barrel of dye", "denies"),
    ],
)  # fmt: skip
def test_a_party_that_answers_what_is_said_of_it(text: str, words: str, relation: str) -> None:
    """how things were with itself is a denial; an attack on motives or an assurance is none"""
    assert related(text, words, "Ida Moe", source="Ida Moe of the Ossby mill") == relation


def test_a_confirmation_shares_more_than_one_word() -> None:
    """ "confirmed that the mill would close in June" vouches for no dye"""
    text = "Per Moe confirmed that the mill would close for a week."
    assert related(text, "confirmed that the mill would close for a week", "Per Moe") == "unrelated"


def test_two_things_of_one_kind() -> None:
    """the trawler Ossa is not the trawler Tarn"""
    one = turn("Fishermen say the trawler Ossa cut their nets.", "the trawler Ossa cut their nets", "fishermen (unnamed)", "2031-03-01")  # fmt: skip
    assert related("The trawler Lind cut its crew by three, its owner said.", "The trawler Lind cut its crew by three", "owner (unnamed)", to=one) == "unrelated"  # fmt: skip


LIMITS = turn("The river board said the Ossby mill had kept within its limits.", "the Ossby mill had kept within its limits", "river board", "2031-03-01")  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "speaker", "relation"),
    [
        ("Warden Per Moe said he had measured dye over the limit by the Ossby mill.", "he had measured dye over the limit by the Ossby mill", "Per Moe", "contradicts"),
        ("Warden Per Moe said he had found no breach of the limits by the Ossby mill.", "he had found no breach of the limits by the Ossby mill", "Per Moe", "confirms"),
        ("The river board said the Ossby mill had gone over its limits.", "the Ossby mill had gone over its limits", "river board", "corrects"),
        ("No breach of the limits at the Ossby mill, the river board said.", "No breach of the limits at the Ossby mill", "river board", "repeats"),
    ],
)  # fmt: skip
def test_opposites_count_as_a_negation(text: str, words: str, speaker: str, relation: str) -> None:
    """over the limit is not within it, and no breach is"""
    assert related(text, words, speaker, to=LIMITS) == relation


def test_a_doctor_speaks_for_whom_he_treats() -> None:
    """ "the mayor's doctor" is a party to what is said of the mayor, and denies the thing that is said to have been"""
    ill = turn("Ida Moe said the mayor had a stroke in May.", "the mayor had a stroke in May", "Ida Moe", "2031-03-01")
    text = "The mayor's doctor, Per Lind, said his patient had suffered no stroke."
    found = related(
        text, "his patient had suffered no stroke", "Per Lind", to=ill, source="The mayor's doctor, Per Lind"
    )
    assert found == "denies"
