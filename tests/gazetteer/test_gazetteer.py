"""What the gazetteer knows, and how it is asked."""

from __future__ import annotations

import time

import pytest

from firsthand.gazetteer import Entry, Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("Norway", "state:NO"),
        ("U.S.", "state:US"),
        ("the Netherlands", "state:NL"),
        ("Côte d’Ivoire", "state:CI"),
        ("Associated Press", "outlet:ap"),
        ("The AP", "outlet:ap"),
        ("Agencia EFE", "outlet:efe"),
        ("United Nations", "body:un"),
        ("Nato", "body:nato"),
        ("Doctors Without Borders", "body:msf"),
        ("People's Republic of China", "state:CN"),
    ],
)
def test_names_and_aliases_lead_to_one_entry(gazetteer: Gazetteer, name: str, entry: str) -> None:
    assert [found.id for found in gazetteer.entries(name)] == [entry]


@pytest.mark.parametrize("word", ["us", "who", "Who", "ap", "Nosuchland"])
def test_a_small_word_is_not_an_acronym(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.entries(word) == ()


def test_a_name_of_several_gives_all_of_them_and_no_canonical_one(gazetteer: Gazetteer) -> None:
    assert {entry.id for entry in gazetteer.entries("RSF")} == {"body:rsf", "body:rsf-sd"}
    assert gazetteer.canonical("RSF") is None
    assert gazetteer.canonical("AFP") == "Agence France-Presse"


def test_every_state_has_a_capital_a_point_and_a_demonym_or_needs_none(gazetteer: Gazetteer) -> None:
    codes = [
        "AF",
        "BR",
        "CN",
        "DE",
        "FR",
        "GB",
        "ID",
        "IN",
        "JP",
        "KE",
        "KP",
        "KR",
        "MX",
        "NG",
        "RU",
        "SA",
        "TR",
        "UA",
        "US",
        "ZA",
    ]
    for code in codes:
        state = gazetteer.entry(f"state:{code}")
        assert state and state.capitals and state.demonyms and state.point


def test_capitals_and_palaces_stand_for_states(gazetteer: Gazetteer) -> None:
    assert [entry.id for entry in gazetteer.seat("Lisbon")] == ["state:PT"]
    assert [entry.id for entry in gazetteer.seat("Downing Street")] == ["state:GB"]
    assert {entry.id for entry in gazetteer.demonym("Congolese")} == {"state:CD", "state:CG"}


@pytest.mark.parametrize(
    ("host", "outlet"),
    [
        ("www.france24.com", "France 24"),
        ("edition.cnn.com", "CNN"),
        ("AMP.theguardian.com", "The Guardian"),
        ("paper.example", None),
    ],
)
def test_hosts_lead_to_outlets(gazetteer: Gazetteer, host: str, outlet: str | None) -> None:
    found = gazetteer.outlet_of_host(host)
    assert (found.name if found else None) == outlet


def test_families_and_ties_are_known(gazetteer: Gazetteer) -> None:
    assert gazetteer.family("The Sun") == gazetteer.family("thetimes.co.uk") == "News Corp"
    assert gazetteer.family("No Such Paper") is None
    assert ("outlet:ap", "member") in gazetteer.agencies_of("outlet:usa-today")


def test_who_speaks_for_whom_is_followed_to_the_end(gazetteer: Gazetteer) -> None:
    assert gazetteer.speaks_for("outlet:xinhua") == ("state:CN",)
    assert gazetteer.speaks_for("body:ofac") == ("body:us-treasury", "state:US")
    assert gazetteer.speaks_for("outlet:reuters") == ()


def test_places_come_with_points_the_most_likely_first(gazetteer: Gazetteer) -> None:
    lisbon = gazetteer.places("Lisbon")
    assert any(place.sort == "capital" and place.country == "PT" for place in lisbon)
    best = next(place for place in gazetteer.places("Munich"))
    assert best.country == "DE" and abs(best.point[0] - 48.1) < 0.2 and best.id.startswith("geonames:")
    assert gazetteer.places("Zürich") == gazetteer.places("zurich")
    assert gazetteer.places("Nosuchville-upon-Nothing") == ()


def test_looser_names_are_tried_last(gazetteer: Gazetteer) -> None:
    assert all(place.sort in ("region", "county") for place in gazetteer.places_like("Fars Province"))
    assert gazetteer.places_like("northern Norway")[0].id == "state:NO"


def test_a_case_can_add_entries_and_replace_shipped_ones(gazetteer: Gazetteer) -> None:
    added = Entry(id="body:nso", name="National Survey Office", kind="body", aliases=("NSO",))
    renamed = Entry(id="outlet:efe", name="EFE of Madrid", kind="outlet", aliases=("EFE",))
    richer = gazetteer.with_entries([added, renamed])
    assert richer.canonical("NSO") == "National Survey Office"
    assert richer.canonical("EFE") == "EFE of Madrid"
    assert gazetteer.entries("NSO") == ()


def test_looking_up_is_quick_enough_for_every_name_of_a_page(gazetteer: Gazetteer) -> None:
    started = time.process_time()
    for number in range(200):
        gazetteer.places(f"Alder{number}")
    assert time.process_time() - started < 1.0


def test_a_shared_river_belongs_to_all_its_states_and_to_none_alone(gazetteer: Gazetteer) -> None:
    (nile,) = gazetteer.places("Nile")[:1]
    assert nile.country == "" and {"EG", "SD"} <= set(nile.countries)


@pytest.mark.parametrize(("asked", "listed"), [("North Darfur", "Northern Darfur"), ("Southern Kivu", "South Kivu")])
def test_a_side_may_be_written_in_two_ways(gazetteer: Gazetteer, asked: str, listed: str) -> None:
    """ "North" and "Northern" before a division's name are the same side."""
    assert {place.region for place in gazetteer.places_like(asked)} & {
        place.region for place in gazetteer.places_like(listed)
    } - {""}
