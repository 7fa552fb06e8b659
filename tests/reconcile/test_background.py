"""Background: numbers that everybody may know."""

from __future__ import annotations

import pytest

from firsthand.reconcile.background import is_background
from firsthand.reconcile.figures import figures_of
from tests.reconcile.builders import make_report


@pytest.mark.parametrize(
    ("text", "number", "counted", "speaker", "expected"),
    [
        ("Orsa, a town of 19,000, lies on the Tarn.", "19,000", "people", None, True),
        ("The valley is home to some 2,400 herders.", "2,400", "herders", None, True),
        ("Orsa, with 19,000 inhabitants, has no harbour.", "19,000", "inhabitants", None, True),
        ("The Drivers' League, which represents 4,100 men, said no.", "4,100", "men", "Drivers' League", True),
        ("The storm made 19,000 inhabitants flee.", "19,000", "inhabitants", None, False),
        ("The mayor said that Orsa has 19,000 inhabitants left.", "19,000", "inhabitants", "mayor", False),
        ("Hurricane Alva, which has killed 211 people, turned north.", "211", "people", None, False),
    ],
)
def test_what_only_describes_is_background(
    text: str, number: str, counted: str, speaker: str | None, expected: bool
) -> None:
    """Each row: a sentence, its number, who gives it, and whether it only tells how large a place or a body is."""
    report = make_report(text, url="https://a.example/1", speaker=speaker, numbers=(number,), counted=counted)
    (figure,) = figures_of(report)
    assert is_background(figure, text) is expected
