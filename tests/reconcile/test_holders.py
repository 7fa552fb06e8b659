"""Office-holders and aliases: different words for one asserter."""

from __future__ import annotations

import pytest

from firsthand.reconcile.holders import Holders, holder_of, holders_of, is_bare_role
from tests.reconcile.builders import make_article


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("They asked harbour master Oda Lind.", "Oda Lind", "harbour"),
        ("District Governor Ilse Marn flew home.", "Ilse Marn", "governor"),
        ("Emil Torp, who runs the Ansk Hospital, was silent.", "Emil Torp", "hospital"),
        ("Joost Vik, who chairs the union, was silent.", "Joost Vik", "union"),
        ("It was counted by Pelle Brun, a Red Cross coordinator, on Monday.", "Pelle Brun", "coordinator"),
    ],
)
def test_roles_beside_names(text: str, name: str, role: str) -> None:
    """a role stands before the name or after it"""
    assert role in holders_of(text)[name]


def test_a_place_before_a_speech_verb_is_no_office_holder() -> None:
    """“Republic of Orsa, an official said” gives nobody"""
    assert holders_of("It sank off the Republic of Orsa, a parish clerk said on Friday.") == {}


def test_a_headline_lends_nobody_its_words() -> None:
    """ "Fire in Varde" over "Mayor Ilse Brandt" makes the mayor nobody of the fire union"""
    found = holders_of("Fire in Varde\n\nMayor Ilse Brandt told the Tarn Post of 12 dead.")
    assert found["Ilse Brandt"] == {"mayor"}
    assert holder_of("fire union", found) is None


def test_a_role_goes_to_the_only_one_who_fits() -> None:
    """two governors on a page leave the governor unnamed"""
    one = {"Ilse Marn": frozenset({"district", "governor"}), "Per Aas": frozenset({"teach"})}
    assert holder_of("the governor", one) == "Ilse Marn"
    assert holder_of("the governor", {**one, "Knut Bale": frozenset({"governor"})}) is None
    assert holder_of("a fisherman", one) is None


def test_an_office_named_on_one_page_holds_on_another() -> None:
    """the case knows the governor once any page names her"""
    named = make_article("District governor Ilse Marn came.", url="https://a.example/1")
    later = make_article("Ilse Marn was silent.", url="https://b.example/2")
    known = Holders(holders_of(article.text) for article in (named, later))
    assert "governor" in known.on(later)["Ilse Marn"]


def test_the_director_of_a_hospital_is_who_runs_it() -> None:
    """a verb of leading gives the office"""
    found = holders_of("Emil Torp, who runs the Ansk Hospital, was silent.")
    assert holder_of("director of the hospital", found) == "Emil Torp"


def test_a_title_in_common_is_not_an_office_in_common() -> None:
    """the interior minister is not the prime minister"""
    assert holder_of("the interior minister", {"Knut Bale": frozenset({"prim", "minist"})}) is None


@pytest.mark.parametrize(
    ("name", "expected"), [("coordinator", True), ("harbour master", True), ("Oda Lind", False), ("coast guard", False)]
)
def test_an_office_alone_is_no_name(name: str, expected: bool) -> None:
    """who is only "coordinator" may be anybody whom the page names"""
    assert is_bare_role(name) is expected
