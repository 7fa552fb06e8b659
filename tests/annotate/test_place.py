"""Toponyms and their points."""

from __future__ import annotations

import pytest

from firsthand.annotate.place import PlaceFinder
from firsthand.parse import Parser
from firsthand.records import Place
from tests.builders import make_article


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser.load()


def find(parser: Parser, text: str, *, demonyms: bool = False) -> dict[str, Place]:
    places = PlaceFinder.load(demonyms=demonyms)(parser(make_article(text)))
    return {place.span.of(text): place for place in places}


def test_a_country_in_the_article_decides_between_namesakes(parser: Parser) -> None:
    there = find(
        parser, "The storm crossed Canada on Friday. In London, Ontario, two roofs fell. Schools in London were shut."
    )
    assert there["London"].country == "CA"
    here = find(parser, "The storm crossed England on Friday. Two roofs fell in London.")
    assert here["London"].country == "GB"


def test_a_region_written_beside_a_town_decides(parser: Parser) -> None:
    places = find(parser, "The plant in Springfield, Illinois, was closed, the owner said.")
    assert places["Springfield"].region == "Illinois" and places["Springfield"].country == "US"
    assert places["Springfield"].point is not None


def test_a_name_that_nothing_decides_keeps_its_alternatives(parser: Parser) -> None:
    places = find(parser, "The two brothers grew up in Springfield and went to sea.")
    assert places["Springfield"].point is None and len(places["Springfield"].alternatives) > 1


def test_demonyms_are_places_only_on_request(parser: Parser) -> None:
    text = "A Norwegian ship left Porto."
    assert "Norwegian" not in find(parser, text)
    assert find(parser, text, demonyms=True)["Norwegian"].country == "NO"


def test_places_of_a_list_are_all_found(parser: Parser) -> None:
    places = find(parser, "Rain fell in Porto, Braga, Coimbra and Faro on Sunday, the weather office of Portugal said.")
    assert {"Porto", "Braga", "Coimbra", "Faro"} <= set(places)
    assert {place.country for place in places.values()} == {"PT"}


def test_a_longer_name_is_not_the_shorter_one(parser: Parser) -> None:
    places = find(parser, "The train from New Jersey was late.")
    assert places["New Jersey"].country == "US"


def test_a_dateline_is_a_place(parser: Parser) -> None:
    assert find(parser, "LISBON (EFE) — The river rose again on Sunday.")["LISBON"].country == "PT"


def test_a_virus_named_after_a_place_is_no_place(parser: Parser) -> None:
    assert "Marburg" not in find(parser, "Nurses fear the Marburg virus more than the flu.")


def test_the_same_document_gives_the_same_ids(parser: Parser) -> None:
    text = "Rain fell in Porto and Braga."
    assert find(parser, text) == find(parser, text)
