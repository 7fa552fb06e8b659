"""The place of a number: what its sentence says, what "there" points to, and not where those counted came from."""

from __future__ import annotations

import pytest

from firsthand.reconcile.figures import figures_of
from tests.reconcile.builders import make_article, make_claim, make_quantity, make_reading


@pytest.mark.parametrize(
    ("text", "fields", "place"),
    [
        ("Rockets fell on the quay at Varde. The colonel spoke of nine men killed there on Friday.", {"counted": "men"}, "varde"),
        ("Rockets fell on the quay at Varde. The colonel said there were nine men killed.", {"counted": "men"}, None),
        ("Nine weavers from Orsa were killed.", {"counted": "weavers", "place": "Orsa"}, None),
        ("Nine weavers were killed in Orsa.", {"counted": "weavers", "place": "Orsa"}, "orsa"),
        ("The board counts nine people killed in the Orsa flood.", {"counted": "people", "place": "Orsa"}, None),  # the flood's name
        ("In Orsa, shelled on Friday, the watch counted nine people killed.", {"counted": "people"}, "orsa"),
        ("In Orsa, aid groups said nine people were killed.", {"counted": "people"}, None),
        ("In Orsa, residents said nine people were killed.", {"counted": "people"}, "orsa"),
        ("In Orsa, Colonel Oda Lind said nine people were killed.", {"counted": "people"}, None),
    ],
)  # fmt: skip
def test_the_place_of_a_number(text: str, fields: dict[str, object], place: str | None) -> None:
    """where they died; not where they came from, nor where a speaker sits"""
    article = make_article(text, url="https://fellwire.example/a", published="2031-04-02")
    quantity = make_quantity(article, "nine" if "nine" in text else "Nine", **fields)
    (found,) = figures_of(make_reading(article, (make_claim(article, text, quantities=(quantity,)),), (quantity,)))
    assert found.place == place
