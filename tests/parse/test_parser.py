"""Sentences, tokens, names, and who is who."""

from __future__ import annotations

import pytest

from firsthand.errors import ModelDamaged
from firsthand.parse import Parser
from firsthand.records import Article, Block, Document, Mention, Span, derive
from firsthand.text.mentions import mention_at


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser.load()


def article(*blocks: tuple[str, str]) -> Article:
    """An article of (kind, text) blocks."""
    text, spans = "", []
    for kind, words in blocks:
        text += "\n\n" if text else ""
        spans.append(Block(kind=kind, span=Span(len(text), len(text) + len(words))))  # type: ignore[arg-type]
        text += words
    return Article(id=derive("r", text), page="p1", url="", text=text, digest="d", blocks=tuple(spans))


def read(parser: Parser, *paragraphs: str, headline: str = "") -> Document:
    blocks = [("headline", headline)] if headline else []
    return parser(article(*blocks, *(("body", paragraph) for paragraph in paragraphs)))


def mention(document: Document, words: str, occurrence: int = 0) -> Mention:
    start = -1
    for _ in range(occurrence + 1):
        start = document.text.index(words, start + 1)
    found = mention_at(document, Span(start, start + len(words)))
    assert found is not None, f"no mention at {words!r}"
    return found


def test_tokens_lie_in_sentences_and_sentences_in_blocks(parser: Parser) -> None:
    document = parser(
        article(
            ("headline", "Bridge Falls. Two Hurt"),
            ("body", "It fell at noon. Mr. Holt ran.He hid."),
            ("caption", "The bridge"),
        )
    )
    assert [s.of(document.text) for s in document.sentences][:2] == ["Bridge Falls. Two Hurt", "It fell at noon."]
    for index, sentence in enumerate(document.sentences):
        last = document.first_tokens[index + 1] if index + 1 < len(document.first_tokens) else len(document.tokens)
        tokens = document.tokens[document.first_tokens[index] : last]
        assert tokens
        assert all(sentence.contains(token.span) and token.span.of(document.text) == token.text for token in tokens)


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [("were", "AUX", "be"), ("children", "NOUN", "child"), ("had", "AUX", "have"), ("fled", "VERB", "flee"), ("n't", "PART", "not"),
     ("Oslo", "PROPN", "oslo"), ("because", "SCONJ", "because"), ("worst", "ADJ", "bad")],
)  # fmt: skip
def test_tokens_have_part_of_speech_and_lemma(parser: Parser, word: str, pos: str, lemma: str) -> None:
    document = read(parser, "The children were in Oslo because they had fled. They didn't see the worst storm.")
    token = next(token for token in document.tokens if token.text == word)
    assert (token.pos, token.lemma) == (pos, lemma)


def test_the_same_article_gives_the_same_document(parser: Parser) -> None:
    text = "Jana Holt met Erik Lund in Oslo. She left. Norway and Sweden agreed. Both countries paid."
    assert read(parser, text) == read(parser, text)


def test_a_surname_is_led_to_the_full_name(parser: Parser) -> None:
    document = read(
        parser,
        "Interior Minister Jana Holt spoke on Monday.",
        "Holt said the road was closed. Mrs Holt’s office agreed.",
    )
    names = {mention(document, "Holt", occurrence).entity for occurrence in (0, 1, 2)}
    assert names == {"person:jana holt"}
    assert mention(document, "Holt", 1).name == "Jana Holt"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Inés Balmaceda has seen the pictures. She thinks that 20 people stood there.", "Inés Balmaceda"),
        ("José Hartung runs the mill. He counted 20 men.", "José Hartung"),
    ],
)
def test_a_given_name_with_an_accent_opens_a_name(parser: Parser, text: str, name: str) -> None:
    pronoun = "She" if "She" in text else "He"
    document = read(parser, text)
    assert mention(document, name).span.of(text) == name
    assert mention(document, pronoun).entity == mention(document, name).entity


def test_a_surname_of_two_stays_ambiguous(parser: Parser) -> None:
    document = read(parser, "Police chief Ade Bello met the mayor, Ngozi Bello, on Friday. Bello left early.")
    bello = mention(document, "Bello left".removesuffix(" left"), 2)
    assert bello.entity is None and bello.candidates == ("Ade Bello", "Ngozi Bello")


def test_a_title_case_headline_takes_its_names_from_the_body(parser: Parser) -> None:
    document = read(
        parser, "Jana Holt said in Porto that the dam held.", headline="Dam Held Firm Through The Night, Says Jana Holt"
    )
    headline = [m for m in document.mentions if m.span.end < 48]
    assert [(m.text, m.name) for m in headline] == [("Jana Holt", "Jana Holt")]


def test_an_acronym_means_what_it_was_explained_with(parser: Parser) -> None:
    document = read(
        parser,
        "The National Flood Office (NFO) sent two boats.",
        "The NFO said the boats sank. The agency gave no reason.",
    )
    assert {mention(document, words).entity for words in ("National Flood Office", ["NFO", "said"][0], "agency")} == {
        "body:national flood office"
    }


def test_roles_lead_back_to_who_holds_them(parser: Parser) -> None:
    document = read(
        parser,
        "Norwegian security chief Erik Lund flew to Lisbon.",
        "The security chief said little. Oslo’s security chief smiled.",
    )
    assert mention(document, "The security chief").entity == "person:erik lund"
    assert mention(document, "Oslo’s security chief").entity == "person:erik lund"


def test_a_role_that_nobody_named_holds_stays_unresolved(parser: Parser) -> None:
    document = read(
        parser, "Norwegian security chief Erik Lund flew to Lisbon.", "Sweden’s security chief was not there."
    )
    assert mention(document, "Sweden’s security chief").entity is None


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Jana Holt opened the dam. She said it was safe.", "She", "Jana Holt"),
        ("Erik Lund met Jana Holt in Porto. He said the talks went well.", "He", "Erik Lund"),
        ("Erik Lund met Jana Holt in Porto. She was silent.", "She", "Jana Holt"),
    ],
)
def test_pronouns_mean_the_last_fitting_person(parser: Parser, text: str, pronoun: str, name: str) -> None:
    assert mention(read(parser, text), pronoun).name == name


def test_a_pronoun_that_fits_two_keeps_both(parser: Parser) -> None:
    document = read(parser, "In Porto the guards saw Erik Lund and Peter Brandt. He waved.")
    he = mention(document, "He")
    assert he.entity is None and set(he.candidates) == {"Erik Lund", "Peter Brandt"}


def test_a_capital_is_a_state_when_it_acts_and_a_place_when_things_happen_there(parser: Parser) -> None:
    document = read(parser, "Lisbon said it would pay. Talks in Oslo ended on Friday. Madrid’s ambassador left.")
    assert (mention(document, "Lisbon").kind, mention(document, "Lisbon").entity) == ("state", "state:PT")
    assert mention(document, "Oslo").kind == "place"
    assert mention(document, "Madrid").entity == "state:ES"


def test_both_countries_are_the_two_named_last(parser: Parser) -> None:
    document = read(
        parser,
        "Norway and Sweden signed the accord. Both countries will pay. The deal raised fears in Lisbon and Madrid. Both have objected.",
    )
    pair = mention(document, "Both countries")
    assert (pair.kind, pair.name, pair.entity, pair.candidates) == (
        "group",
        "Norway; Sweden",
        None,
        ("Norway", "Sweden"),
    )
    assert mention(document, ["Both", "have"][0], 1).candidates == ("Portugal", "Spain")


def test_bodies_of_states_have_one_key_for_their_spellings(parser: Parser) -> None:
    document = read(
        parser,
        "The Norwegian defence ministry confirmed it.",
        "Norway’s Ministry of Defence said more would follow. The Norwegian government agreed.",
    )
    one = mention(document, "Norwegian defence ministry")
    other = mention(document, "Norway’s Ministry of Defence")
    assert one.entity == other.entity == "state:NO/defense ministry"
    assert mention(document, "Norwegian government").entity == "state:NO"


def test_a_mention_has_no_possessive_and_agencies_are_outlets(parser: Parser) -> None:
    document = read(parser, "Portugal’s rivers rose, Reuters reported. The Red Cross’s boats came, according to EFE.")
    assert mention(document, "Portugal").text == "Portugal"
    assert [(m.kind, m.entry) for m in document.mentions if m.kind == "outlet"] == [
        ("outlet", "outlet:reuters"),
        ("outlet", "outlet:efe"),
    ]


def test_coreference_gathers_the_spans_of_an_entity(parser: Parser) -> None:
    document = read(parser, "Jana Holt opened the dam. She said it was safe. Holt left.")
    spans = dict(document.coreference)["person:jana holt"]
    assert [span.of(document.text) for span in spans] == ["Jana Holt", "She", "Holt"]


def test_a_model_file_that_differs_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from firsthand.parse import model

    files = {**model.manifest(), "meta.json": "0" * 64}
    monkeypatch.setattr(model, "manifest", lambda: files)
    with pytest.raises(ModelDamaged, match="not the file"):
        model.check_model()


def test_a_missing_model_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from firsthand.parse import model

    monkeypatch.setattr(model, "manifest", lambda: {"nosuch/file": "0" * 64})
    with pytest.raises(ModelDamaged, match="nosuch/file"):
        model.check_model()
