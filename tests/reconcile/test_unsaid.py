"""What a bare number counts: taken from its sentence's topic, or from the number before it."""

from __future__ import annotations

import pytest

from firsthand.reconcile.figures import Figure, figures_of
from tests.reconcile.builders import make_article, make_claim, make_quantity, make_reading

Given = tuple[str, dict[str, object]]


def figures(text: str, *numbers: Given) -> tuple[Figure, ...]:
    article = make_article(text, url="https://fellwire.example/a", published="2031-04-02")
    quantities = tuple(make_quantity(article, n, **fields) for n, fields in numbers)
    claim = make_claim(article, text, quantities=quantities)
    return figures_of(make_reading(article, (claim,), quantities))


PEOPLE: dict[str, object] = {"counted": "people"}
BARE: dict[str, object] = {"elided": True}


@pytest.mark.parametrize(
    ("text", "first", "second", "kind"),
    [
        ("The mayor says 50 people drowned at Varde. The river guard stopped at 34.", ("50", PEOPLE), ("34", BARE), "killed"),
        ("The board counts 60 people missing, the guild 45.", ("60", PEOPLE), ("45", BARE), "missing"),
        ("Its gauge read 30 litres a second. Of barns, the county lists 12.", ("30", {"unit": "litre"}), ("12", BARE), "barn"),
        ("Some 3,400 families fled Varde. The reeve said that 5,000 families left.", ("3,400", {"counted": "families"}), ("5,000", {"counted": "families"}), "displaced"),
        ("Wardens put the crowd at 1,200. The Reform League spoke of 9,000.", ("1,200", PEOPLE), ("9,000", BARE), "a crowd"),
        ("The mayor says 50 people drowned. The guild says 3.", ("50", PEOPLE), ("3", BARE), "killed"),
        ("It has 12 lists. The number of sappers wounded at Varde was looked into again. It is now put at 45.", ("12", {"counted": "lists"}), ("45", BARE), "injured"),
        ("Weirmen drowned at the sluice: 40, says the guild. Seven, says the board, all of them young.", ("40", BARE), ("Seven", BARE), "killed"),
        ("It counted 300 men. Weavers would follow in spring, up to 900 by its reckoning.", ("300", {"counted": "men"}), ("900", BARE), "weav"),
        ("It counted 300 masons. Wardens had spoken of 280.", ("300", {"counted": "masons"}), ("280", BARE), "mason"),
        ("Some 900 soldiers crossed the pass.\n\nIt snowed.\n\nThe choir had 300 men.", ("900", {"counted": "soldiers"}), ("300", {"counted": "men"}), "men"),
        ("Some 900 soldiers crossed the pass. The choir had 300 men and 60 women.", ("900", {"counted": "soldiers"}), ("300", {"counted": "men"}), "men"),
        ("Some 900 soldiers crossed the pass.\n\nA guard knew of 300 men at the ford.", ("900", {"counted": "soldiers"}), ("300", {"counted": "men"}), "soldi"),
    ],
)  # fmt: skip
def test_a_bare_number_counts_what_the_page_has_just_counted(text: str, first: Given, second: Given, kind: str) -> None:
    """in the same sentence or the next, by the topic that opens the sentence, or by its own noun"""
    assert figures(text, first, second)[1].kind.name == kind


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("The mayor says 50 people drowned. Visits are stopped in Block 34.", "34"),
        ("The mayor says 3,000 people drowned. He named 5.", "5"),
        ("The mayor says 50 people drowned.\n\nThe guard reads 34.", "34"),
        ("The mayor says 50 people drowned. That is a rise of 34.", "34"),
        ("The mayor says 50 people drowned. Some 34 wandered home.", "34"),
    ],
)
def test_other_numbers_stay_open(text: str, second: str) -> None:
    """a label, a number of another size, one of another paragraph"""
    first = ("3,000" if "3,000" in text else "50", PEOPLE)
    assert figures(text, first, (second, BARE))[1].kind.name == "things"


def test_the_measure_is_taken_too() -> None:
    """ "The dairy declared 3 million" is of litres, where the page has just given litres"""
    text = "The agency puts the spill at 8 million litres. The dairy declared 3 million."
    one, other = figures(text, ("8 million", {"unit": "litre", "counted": "spill"}), ("3 million", BARE))
    assert (other.quantity.unit, other.like) == ("litre", one.quantity.id)


def test_whom_it_counts_is_taken_but_not_from_a_part() -> None:
    """the weirmen are still workers in the next number; those beside "29 were civilians" are no civilians"""
    text = "The guild counts 63 workers missing. The mill admits 45 missing."
    assert figures(text, ("63", {"counted": "workers"}), ("45", BARE))[1].kind.scopes == {"workers"}
    text = "Of 44 people killed, 29 were civilians; 15 wore a badge."
    found = figures(text, ("44", PEOPLE), ("29", {"counted": "people", "elided": True}), ("15", BARE))
    assert "civilians" not in found[2].kind.scopes


@pytest.mark.parametrize(
    ("text", "number", "counted", "kind"),
    [
        ("The warden said 312 inmates got out through the kitchen.", "312", "inmates", "escaped"),
        ("The warden said 41 were back in custody.", "41", None, "recaptured"),
        ("By noon 120 fugitives were already behind bars.", "120", "fugitives", "recaptured"),
        ("In all 40 people escaped with injuries.", "40", "people", "injured"),
        ("The board says 73 were located safe.", "73", None, "rescued"),
        ("Twelve of our riders fell at the bridge.", "Twelve", "riders", "killed"),
    ],
)
def test_classes(text: str, number: str, counted: str | None, kind: str) -> None:
    """who got out and who was caught again, who was found, who fell"""
    assert figures(text, (number, {"counted": counted}))[0].kind.name == kind


def test_who_is_caught_on_a_page_of_an_escape_is_caught_again() -> None:
    """elsewhere the word says less"""
    text = "The number of escaped inmates is 291. Some 163 had been caught."
    assert figures(text, ("291", {"counted": "inmates"}), ("163", BARE))[1].kind.name == "recaptured"
    assert figures("Some 163 had been caught.", ("163", BARE))[0].kind.name == "detained"
    fever = "Some 23 people have caught the fever."
    assert figures(fever, ("23", PEOPLE))[0].kind.name != "detained"
