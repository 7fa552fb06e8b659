"""Numbers that are no quantities are told by the words around them, wherever on a page they stand."""

from __future__ import annotations

import pytest

from firsthand.annotate.quantity import find_quantities
from firsthand.annotate.quantity.mask_patterns import PATTERNS
from firsthand.annotate.quantity.masks import masked_spans
from firsthand.parse import Parser
from firsthand.text.numbers import find_numerals
from tests.claims.conftest import article_of

FILLER = "The ferry went out again and nobody on the quay had a word for the crew. " * 4
SENTENCES = (
    "They met on 3 May at 9:30 a.m. near 12 Harbour Street.",
    "The keeper, aged 41, had left two years ago.",
    f"See https://quay.example/{'long/' * 60}2031/14/7 for more.",
    "Closed by 12" + " " * 250 + "people stood outside.",
    "The first half was lost 3-2, and one of the boats sank.",
)


@pytest.mark.parametrize("gap", ["", FILLER, "\n\n", " " * 400], ids=["none", "words", "paragraphs", "blanks"])
def test_looking_around_numbers_finds_what_looking_everywhere_finds(gap: str) -> None:
    """Every stretch that holds a number is found, with its reason."""
    text = gap.join((*SENTENCES, FILLER))
    numerals = list(find_numerals(text))
    everywhere = {(m.start(), m.end(), reason) for reason, pattern in PATTERNS for m in pattern.finditer(text)}
    holding = {mask for mask in everywhere if any(n.start < mask[1] and mask[0] < n.end for n in numerals)}
    assert len(holding) > 8
    assert holding <= set(masked_spans(text, numerals))


def test_where_no_number_stands_nothing_is_masked() -> None:
    """A page of words is not searched at all."""
    assert masked_spans(FILLER, find_numerals(FILLER)) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Since 7 September 14 servicemen have fallen.", ["14"]),
        ("The toll could top 200 by night, and the club ranked in the top 20.", ["200"]),
        ("The minister has 240, the Health Secretariat 287. More are feared.", ["240", "287"]),
        ("The talks at Hall 5 went on.", []),
        ("In Arun 21 died.", ["21"]),
        ("At Vale General 41 of the injured are left.", ["41"]),
        ("The dead of the fire number 17 since Monday; bus number 7 was lost.", ["17"]),
        ("He spoke of 58 dead at Arun, 34 of them women, and left.", ["58", "34"]),
        ("Ada Lund, 34, and her brother left.", []),
        ("Thirteen Norlandis came home.", ["Thirteen"]),
        ("They stood at the gate. Five drones passed.", ["Five"]),
        ("A first group of 2,500 labourers will leave.", ["2,500"]),
    ],
)
def test_what_is_counted_and_what_bears_a_number(text: str, numbers: list[str]) -> None:
    document = Parser.load()(article_of(text))
    assert [q.span.of(text) for q in find_quantities(document)] == numbers
