"""Toponyms and their points."""

from __future__ import annotations

import re

import pytest

from firsthand.annotate.place import PlaceFinder
from firsthand.parse import Parser
from firsthand.records import Document, Mention, Place, Span, Token
from tests.builders import make_article, span_of


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


def read(text: str, *mentions: tuple[str, str], demonyms: bool = False) -> dict[str, Place]:
    """Gives the places of a text in which only these words were marked, as (words, kind): what the parser may get wrong is fixed here."""
    article = make_article(text)
    tokens = tuple(
        Token(m.start(), m.end(), m[0], m[0].lower(), "PROPN" if m[0][0].isupper() else "X", "")
        for m in re.finditer(r"[\w’'-]+|[^\w\s]", text)
    )
    document = Document(
        article=article, sentences=(Span(0, len(text)),), tokens=tokens, first_tokens=(0,),
        mentions=tuple(sorted((mention_of(text, words, kind) for words, kind in mentions), key=lambda m: m.span)),
    )  # fmt: skip
    return {place.span.of(text): place for place in PlaceFinder.load(demonyms=demonyms)(document)}


def mention_of(text: str, words: str, kind: str) -> Mention:
    entry = "state:PE" if kind == "state" else None
    why = "name" if kind == "person" else "model"
    return Mention(span=span_of(text, words), text=words, kind=kind, name=words, entry=entry, why=why)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rain fell in Peru. The road near Chachapoyas was cut.", "Chachapoyas"),
        ("Rain fell in Peru. Farmers from Iquitos waited.", "Iquitos"),
        ("Rain fell in Peru. Chachapoyas, a town in the hills, was cut off.", "Chachapoyas"),
        ("Rain fell in Peru. Buses to Arequipa and Puno stopped.", "Puno"),
        ("Rain fell in Peru. Mud lay below Chachapoyas.", "Chachapoyas"),
        ("Rain fell in Peru. By night the Zulmo River rose.", "Zulmo River"),
        ("Rain fell in Peru. By night the Zulmo burst its banks.", "Zulmo"),
        ("Rain fell in Peru. Trees fell along the Zulmo.", "Zulmo"),
        ("Rain fell in Peru. Nine people drowned in the Zulmo district.", "Zulmo"),
        ("Rain fell in Peru. A wall fell near Zulmota.", "Zulmota"),
    ],
)
@pytest.mark.parametrize("kind", ["person", "body"])
def test_a_town_taken_for_somebody_is_found_by_the_words_around_it(text: str, name: str, kind: str) -> None:
    """The country must be one the article speaks of, and the words must be those that stand before places."""
    assert read(text, ("Peru", "state"), (name, kind))[name].country == "PE"


def test_a_name_of_a_person_of_the_article_is_no_town() -> None:
    text = "Rain fell in Peru. Rosa Arequipa was there; a letter came from Arequipa."
    assert set(read(text, ("Peru", "state"), ("Rosa Arequipa", "person"))) == {"Peru"}
    assert "Puno" not in read("A letter came from Puno, who is ill.", ("Puno", "person"))


def test_a_river_with_its_article_is_not_the_town_of_its_name() -> None:
    """Shared rivers belong to the country of which the article speaks."""
    text = "Boats waited in Brazil. The dykes along the Madeira held."
    places = read(text, ("Brazil", "place"), ("Madeira", "body"))
    assert places["Madeira"].name == "Madeira River" and places["Madeira"].country == "BR"


def test_a_village_that_is_not_listed_takes_the_country_around_it_and_no_point() -> None:
    text = "Snow closed the pass in Peru. The village of Quellmarca lost its bridge."
    village = read(text, ("Peru", "state"), ("Quellmarca", "person"))["Quellmarca"]
    assert village.country == "PE" and village.point is None and "not in the gazetteer" in village.rule


def test_a_village_written_in_its_region_takes_the_region() -> None:
    text = "The village of Quellmarca, in Loreto, lost its bridge, officials in Peru said."
    village = read(text, ("Peru", "state"), ("Quellmarca", "place"), ("Loreto", "place"))["Quellmarca"]
    assert (village.country, village.region, village.point) == ("PE", "Loreto", None)


def test_the_nearer_of_two_namesakes_is_meant() -> None:
    """The bigger Arlington is in Texas."""
    text = "A train left Alexandria, Virginia. It passed through Arlington and stopped in the United States capital."
    places = read(
        text, ("Alexandria", "place"), ("Virginia", "place"), ("Arlington", "place"), ("United States", "place")
    )
    assert places["Arlington"].region == "Virginia"


def test_a_demonym_before_a_body_is_a_place_on_request(parser: Parser) -> None:
    text = "The Peruvian army left Puno on Sunday."
    assert find(parser, text, demonyms=True)["Peruvian"].country == "PE"
    assert "Peruvian" not in find(parser, text)


@pytest.mark.parametrize("name", ["March", "August", "Sunday"])
def test_a_month_or_day_is_no_town(name: str) -> None:
    """There are towns of these names in England, and a frame before them; still they are times."""
    assert name not in read(f"Rain fell in England. The swan was found late in {name}.", ("England", "place"))


def test_somebody_with_the_name_of_a_town_is_no_place() -> None:
    """Taken for a place, but not in the gazetteer, with a given name at its head or a verb of saying behind it."""
    text = "Trains to Virginia stood. Charlotte Boone, a passenger, said the brakes had screamed."
    assert "Charlotte Boone" not in read(text, ("Virginia", "place"), ("Charlotte Boone", "place"))


def test_the_other_end_of_a_way_is_a_place() -> None:
    """ "from X to Y": a town of a country that the article does not name otherwise"""
    found = read("Ferries from Rosslare to Fishguard stayed in port.", ("Rosslare", "place"), ("Fishguard", "body"))
    assert found["Fishguard"].country == "GB"


def test_an_unlisted_place_takes_the_division_of_several_places_of_its_sentence() -> None:
    """one place of a division beside it says too little"""
    text = "Trucks reached Zulmota from Arequipa and Camana."
    found = read(text, ("Zulmota", "place"), ("Arequipa", "place"), ("Camana", "place"))
    assert (found["Zulmota"].country, found["Zulmota"].region) == ("PE", "Arequipa")
    alone = read("Trucks reached Zulmota from Arequipa.", ("Zulmota", "place"), ("Arequipa", "place"))
    assert (alone["Zulmota"].country, alone["Zulmota"].region) == ("PE", None)


def test_a_place_called_so_is_meant_before_a_smaller_one_that_only_also_goes_by_the_name() -> None:
    """Monterey in California is written Monterrey, too; the city of Mexico is not it"""
    assert (
        read(
            "Rain fell in Peru, Chile and Texas. A team came from Monterrey.",
            ("Peru", "state"),
            ("Chile", "state"),
            ("Texas", "place"),
            ("Monterrey", "place"),
        )["Monterrey"].country
        == "MX"
    )
