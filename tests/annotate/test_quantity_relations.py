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
        ("A third of the town's 240 doctors have left.", ["A third rate of 240"]),
        ("Floods drove out 17,000 people. Two-thirds of them have returned.", ["Two-thirds rate of 17,000"]),
        ("Officers counted 600 cartons, or 120,000 cigarettes.", ["600 same 120,000"]),
        ("The column stretched for seven miles (11 km).", ["seven same 11"]),
        ("Kestria sent 1,000 sappers and 5,000 builders, a total of 6,000.", ["6,000 sum of 1,000", "6,000 sum of 5,000"]),
        ("The firm shed 3,200 posts: 1,850 in Halden and 1,350 in Mory.", ["3,200 sum of 1,350", "3,200 sum of 1,850"]),
        ("The force shrank by half of its 8,000 men, leaving 4,000.", ["4,000 remainder 8,000", "half rate of 8,000"]),
        ("Some 300 troops arrived and another 200 will follow.", ["300 increment 200"]),
        ("Arrests fell from 318 to 251.", ["318 change 251"]),
        ("Turnout was 63%, down from 71% in 2029.", ["71% change 63%"]),
        ("The toll was revised down to 17 from 25.", ["25 revision 17"]),
        ("The ministry first reported eight deaths, then corrected the figure to six.", ["eight revision six"]),
        ("Sales rose by €20m to €180m.", ["€20m delta €180m"]),
        ("Police put the crowd at 25,000; organisers claimed 100,000.", ["25,000 disputes 100,000"]),
        ("Strikers numbered 9,000 according to the union and 3,000 according to the ministry.", ["9,000 disputes 3,000"]),
        ("The clash left 4 dead and 19 wounded.", []),
        ("The bill passed by 71 votes to 69.", []),
    ],
)  # fmt: skip
def test_relations_within_a_passage(parser: Parser, text: str, expected: list[str]) -> None:
    assert relations(parser, text) == expected


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
