"""Pages that a body publishes of itself, and whose number it is where they name nobody."""

from __future__ import annotations

import pytest

from firsthand.reconcile.figures import figures_of
from firsthand.reconcile.houses import house_of
from tests.reconcile.builders import make_article, make_claim, make_quantity, make_reading

BULLETIN = "BULLETIN No. 4\n\nAs of noon the Varde Lake Guard has found 27 bodies below the weir."


@pytest.mark.parametrize(
    ("host", "text", "house"),
    [
        ("lakeguard-varde.example", BULLETIN, "Varde Lake Guard"),
        ("weirmen-union.example", "We count 40 drowned. Weirmen were never warned, whatever the mill says.", "Weirmen"),
        ("ossbyferries.example", "Ossby Ferries is deeply sorry. Our list shows 186 on board.", "Ossby Ferries"),
        ("lakeguardnews.example", BULLETIN, None),  # a paper named after it
        ("lakeguard.example", "ORSA (Lake Guard) - The Lake Guard has found 27 bodies.", None),  # a wire's dateline
        (
            "lakeguard.example",
            "I watched the Lake Guard. The Lake Guard has found 27 bodies.",
            None,
        ),  # somebody's own page
        ("orsa.example", "Rain fell on Orsa for a week, and 27 people drowned.", None),
        ("", BULLETIN, None),  # pasted text
    ],
)
def test_house_of(host: str, text: str, house: str | None) -> None:
    """the host bears the body's name, and the page speaks as the body or of it"""
    article = make_article(text, url=f"https://{host}/x" if host else "")
    assert house_of(article) == house


def test_house_is_no_town() -> None:
    """a town that a site is named after publishes nothing"""
    article = make_article("Lundeport has lost 27 people.", url="https://lundeport.example/x")
    assert (house_of(article), house_of(article, {"Lundeport"})) == ("Lundeport", None)


@pytest.mark.parametrize(
    ("words", "speaker", "asserter"),
    [
        ("has found 27 bodies", None, "Varde Lake Guard"),
        ("has found 27 bodies", "lakeguard-varde", "Varde Lake Guard"),
        ("has found 27 bodies", "Mayor Berg", "Mayor Berg"),
    ],
)
def test_own_numbers(words: str, speaker: str | None, asserter: str) -> None:
    """what such a page gives to nobody else is the body's own word"""
    article = make_article(BULLETIN, url="https://lakeguard-varde.example/x", published="2031-04-02")
    quantity = make_quantity(article, "27", counted="bodies")
    claim = make_claim(article, words, speaker=speaker, quantities=(quantity,))
    (figure,) = figures_of(make_reading(article, (claim,), (quantity,)))
    assert (figure.asserter, figure.is_own) == (asserter, asserter != "Mayor Berg")
