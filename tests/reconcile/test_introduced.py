"""Introductions by a body that the page has just named."""

from __future__ import annotations

import pytest

from firsthand.reconcile.introduced import introductions, speaks_for

BODIES = (("relief", "Tarn Relief Society"), ("guard", "Coast Watch"), ("navy", "navy"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Nine died, said Coast Watch.\n\nThe director of the service, Oda Lind, wept.", {"guard"}),
        ("Volunteers of the Tarn Relief Society gave soup, its boss Oda Lind said.", {"relief"}),
        ("Nine died, says Coast Watch.\n\nThe helpers gave soup, its boss Oda Lind said.", set()),
        ("Nine died, says Coast Watch. Helpers of the Orsa Aid Union gave soup, its boss Oda Lind said.", set()),
        ("It came from the navy's Rear Admiral Oda Lind.", {"navy"}),
        ("Coast Watch counts nine. Police have held two, spokesman Oda Lind said.", set()),
    ],
)
def test_who_is_introduced_by_a_noun_speaks_for_the_body_just_named(text: str, meant: set[str]) -> None:
    """And for none where another body stands between, or the page names none that gives numbers."""
    found = {key for intro in introductions("Oda Lind", text) for key in speaks_for(intro, BODIES, text)}
    assert found == meant
