"""Numbers that are no quantities are told by the words around them, wherever on a page they stand."""

from __future__ import annotations

import pytest

from firsthand.annotate.quantity.mask_patterns import PATTERNS
from firsthand.annotate.quantity.masks import masked_spans
from firsthand.text.numbers import find_numerals

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
