"""How the quantities of one article belong together."""

from __future__ import annotations

import pytest

from firsthand.annotate.quantity import find_quantities, relate_quantities
from firsthand.parse import Parser
from tests.builders import make_article


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser.load()


def relations(parser: Parser, text: str) -> list[str]:
    document = parser(make_article(text))
    found = find_quantities(document)
    words = {quantity.id: quantity.span.of(text) for quantity in found}
    return sorted(f"{words[r.subject]} {r.relation} {words[r.object]}" for r in relate_quantities(document, found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lost 4,700 men, including around 600 officers.", ["600 part of 4,700"]),
        ("They hold 19 hostages, of whom seven are women.", ["seven part of 19"]),
        ("The gale sank 70 boats, among them 15 trawlers and 22 ferries.", ["15 part of 70", "22 part of 70"]),
        ("A mine killed three scouts, bringing the toll this month to 44.", ["three part of 44"]),
        ("A boat with 90 migrants sank; 54 were rescued.", ["54 part of 90"]),
        ("Three of the five guards were charged.", ["Three of total five"]),
        ("Of 318 passengers, 300 stayed aboard.", ["300 of total 318"]),
        ("A quarter of the valley's 80 mills have closed.", ["A quarter rate of 80"]),
        ("Floods drove out 17,000 people. Two-thirds of them have returned.", ["Two-thirds rate of 17,000"]),
        ("The grocer had 50 crates, or 1,200 bottles.", ["50 same 1,200"]),
        ("The column stretched for seven miles (11 km).", ["seven same 11"]),
        ("Kestria sent 1,000 sappers and 5,000 builders, a total of 6,000.", ["6,000 sum of 1,000", "6,000 sum of 5,000"]),
        ("The town let 640 stalls: 390 in Halden and 250 in Mory.", ["640 sum of 250", "640 sum of 390"]),
        ("The force shrank by half of its 8,000 men, leaving 4,000.", ["4,000 remainder 8,000", "half rate of 8,000"]),
        ("Some 300 troops arrived and another 200 will follow.", ["300 increment 200"]),
        ("Arrests fell from 318 to 251.", ["318 change 251"]),
        ("Attendance was 48%, down from 55% in 2029.", ["55% change 48%"]),
        ("The toll was revised up to 38 from 33.", ["33 revision 38"]),
        ("The verger first reported nine deaths, then corrected the number to seven.", ["nine revision seven"]),
        ("Sales rose by €20m to €180m.", ["€20m delta €180m"]),
        ("Stewards put the crowd at 1,300; singers claimed 4,000.", ["1,300 disputes 4,000"]),
        ("Pilgrims numbered 850 according to the abbey and 400 according to the inn.", ["850 disputes 400"]),
        ("The clash left 4 dead and 19 wounded.", []),
        ("The motion passed by 18 votes to 15.", []),
    ],
)  # fmt: skip
def test_relations_within_a_passage(parser: Parser, text: str, expected: list[str]) -> None:
    assert relations(parser, text) == expected


def test_numbers_with_others_between_add_up_by_chance(parser: Parser) -> None:
    found = relations(parser, "It killed 12 soldiers. The board lists 31 dead. Eight drowned and four were shot.")
    assert not any("sum of" in row for row in found)


def test_a_total_finds_its_parts_in_another_paragraph(parser: Parser) -> None:
    text = (
        "In total, Kestria will send 6,000 personnel.\n\nMarshal Odo Vesk said that Kestria would send 1,000 deminers "
        "alongside approximately 5,000 military builders."
    )
    assert relations(parser, text) == ["6,000 sum of 1,000", "6,000 sum of 5,000"]


def test_the_licence_is_short_and_verbatim(parser: Parser) -> None:
    text = "It lost 4,700 men, including around 600 officers."
    document = parser(make_article(text))
    (relation,) = relate_quantities(document, find_quantities(document))
    assert [span.of(text) for span in relation.spans] == ["men, including around"]
    assert relation.rule == "named part"
