"""Pages that a body issues itself, and whose number it is where they name nobody."""

from __future__ import annotations

import pytest

from firsthand.reconcile.figures import figures_of
from firsthand.reconcile.houses import house_of
from tests.reconcile.builders import make_article, make_claim, make_quantity, make_reading

BULLETIN = "BULLETIN No. 4\n\nAs of noon the Varde Lake Guard has found 27 bodies. Our divers saw 31."


def test_house_is_no_town() -> None:
    """a town that a site is named after publishes nothing"""
    article = make_article("Lundeport has lost 27 people.", url="https://lundeport.example/x", issuer="Lundeport")
    assert (house_of(article), house_of(article, {"Lundeport"})) == ("Lundeport", None)


@pytest.mark.parametrize(
    ("number", "words", "speaker", "asserter"),
    [
        ("27", "has found 27 bodies", None, "Varde Lake Guard"),
        ("27", "has found 27 bodies", "lakeguard-varde", "Varde Lake Guard"),
        ("27", "has found 27 bodies", "lakeguard-varde.example", "Varde Lake Guard"),
        ("27", "has found 27 bodies", "guard (unnamed)", "Varde Lake Guard"),
        ("27", "has found 27 bodies", "Lake Guard", "Varde Lake Guard"),
        ("27", "has found 27 bodies", "Varde", "Varde"),  # the town is not its guard
        ("27", "has found 27 bodies", "Mayor Berg", "Mayor Berg"),
        ("31", "Our divers saw 31", "Our divers", "Varde Lake Guard"),
    ],
)
def test_own_numbers(number: str, words: str, speaker: str | None, asserter: str) -> None:
    """what such a page gives to nobody else is the body's own word, what its own people give too"""
    article = make_article(
        BULLETIN, url="https://lakeguard-varde.example/x", published="2031-04-02", issuer="Varde Lake Guard"
    )
    quantity = make_quantity(article, number, counted="bodies")
    claim = make_claim(article, words, speaker=speaker, quantities=(quantity,))
    (figure,) = figures_of(make_reading(article, (claim,), (quantity,)))
    assert (figure.asserter, figure.is_own) == (asserter, asserter == "Varde Lake Guard")
