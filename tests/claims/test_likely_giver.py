"""Whom the network of givers points at: who is believed, and who is not."""

from __future__ import annotations

import pytest

from firsthand.annotate.quantity import find_quantities
from firsthand.claims.likely_giver import LEAST, SAME_SENTENCE, likely_giver
from firsthand.claims.view import View
from firsthand.parse import Parser
from firsthand.records import GiverMark, Span
from tests.claims.conftest import article_of

TEXT = (
    "The Orsa fire brigade met the press on Friday. Nine sheds are lost. In the yard of Brask Steel, 14 cars burnt. "
    "The Ossby Company lost 22 lorries. Two more boats sank. The Ule Relief League came later."
)


def given(number: str, words: str, chance: float) -> str | None:
    """Gives the words of the giver of a number for one mark at these words, None where nobody is believed."""
    document = Parser.load()(article_of(TEXT))
    view = View.of(document)
    quantity = next(q for q in find_quantities(document) if q.span.of(TEXT) == number)
    at = TEXT.index(words)
    mark = GiverMark(quantity=quantity.id, words=Span(at, at + len(words)), top=Span(at + len(words) - words[::-1].index(" ") if " " in words else at, at + len(words)), chance=chance)  # fmt: skip
    line = view.line_at(quantity.span.start)
    assert line is not None
    beside = likely_giver(view, line, quantity, [mark])
    if beside is None:
        return None
    assert f"(chance {chance:.2f})" in beside.rule
    return (beside.there or line).span_of(*beside.source).of(TEXT)


@pytest.mark.parametrize(
    ("number", "words", "chance", "giver"),
    [
        ("Nine", "Orsa fire brigade", 0.95, "The Orsa fire brigade"),
        ("Nine", "Orsa fire brigade", LEAST - 0.01, None),
        ("22", "Ossby Company", SAME_SENTENCE + 0.01, "The Ossby Company"),
        ("14", "Brask Steel", 0.99, None),  # "in the yard of": in the number's own sentence, and no subject
        ("Nine", "Ule Relief League", 0.99, None),  # named after the number
        ("Two", "Orsa fire brigade", 0.99, None),  # "two more" counts on from somebody's number
        ("Nine", "press", 0.99, None),
    ],
)
def test_who_is_believed(number: str, words: str, chance: float, giver: str | None) -> None:
    assert given(number, words, chance) == giver
