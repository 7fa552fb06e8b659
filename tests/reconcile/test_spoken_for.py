"""Pages of a body that names itself nowhere on them: their numbers go by the name that other pages have for it."""

from __future__ import annotations

import pytest

from firsthand.reconcile import figure_rows, settle
from firsthand.reconcile.spoken_for import speaks_for_itself
from tests.reconcile.builders import make_article, make_claim, make_quantity, make_reading

OWN = "Thanks to you our volunteers have given out 7,400 blankets in Orsa and the Tarn Valley. We go on until the Tarn Bridge is open."
OTHER = "The Fenland Relief Society was in Orsa on Monday, and in the Tarn Valley, where the Tarn Bridge is shut. Mayor Ada Berg counted 12 lorries."


def asserters(host: str, other: str = OTHER) -> set[str | None]:
    own = make_article(OWN, url=f"https://{host}/x", published="2031-04-02")
    blankets = make_quantity(own, "7,400", counted="blankets")
    there = make_article(other, url="https://orsa-post.example/y", published="2031-04-02")
    lorries = make_quantity(there, "12", counted="lorries")
    readings = [
        make_reading(own, (make_claim(own, "our volunteers have given out 7,400 blankets", quantities=(blankets,)),), (blankets,)),
        make_reading(there, (make_claim(there, "counted 12 lorries", speaker="Ada Berg", quantities=(lorries,)),), (lorries,)),
    ]  # fmt: skip
    return {row.asserter for row in figure_rows(readings, settle(readings)) if row.words == "7,400"}


def test_the_host_begins_as_the_name_does() -> None:
    assert asserters("fenlandrelief.example") == {"Fenland Relief Society"}


def test_a_name_that_no_other_page_has_is_not_made_up() -> None:
    assert asserters("tarnvalleyaid.example") == {None}
    assert asserters("fenlandrelief.example", OTHER.replace("Fenland Relief", "Upland Aid")) == {None}


@pytest.mark.parametrize(
    ("text", "url", "speaks"),
    [
        (OWN, "https://fenlandrelief.example/x", True),
        (OWN, "https://fenland-post.example/x", False),  # a newspaper
        (OWN.replace("We go", "They told us so, and we go"), "https://fenlandrelief.example/x", False),
        ("Volunteers have given out 7,400 blankets.", "https://fenlandrelief.example/x", False),
        ("“We and our friends gave out 7,400 blankets”, a man said.", "https://fenlandrelief.example/x", False),
    ],
)
def test_who_speaks_for_itself(text: str, url: str, speaks: bool) -> None:
    assert speaks_for_itself(make_article(text, url=url)) is speaks
