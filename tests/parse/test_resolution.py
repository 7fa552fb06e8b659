"""Whom words mean: for each rule texts in which it answers, and texts in which it must not."""

from __future__ import annotations

import pytest

from firsthand.parse import Parser
from firsthand.records import Article, Block, Document, Span, derive
from firsthand.text.mentions import mentions_in


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser.load()


def read(parser: Parser, text: str) -> Document:
    """The document of a text; a first paragraph without a final stop is its headline."""
    blocks, start = [], 0
    for number, words in enumerate(text.split("\n\n")):
        kind = "headline" if number == 0 and words[-1] not in '.”"' else "body"
        blocks.append(Block(kind=kind, span=Span(start, start + len(words))))  # type: ignore[arg-type]
        start += len(words) + 2
    return parser(Article(id=derive("r", text), page="p1", url="", text=text, digest="d", blocks=tuple(blocks)))


def meant(document: Document, words: str) -> tuple[str | None, tuple[str, ...], str]:
    """(name or None, candidates, kind) of the last mention that lies in the last occurrence of the words."""
    start = document.text.rindex(words)
    inside = [m for m in mentions_in(document, Span(start, start + len(words))) if m.span.end <= start + len(words)]
    if not inside:
        return None, (), ""
    best = max(inside, key=lambda m: (m.span.end, m.span.end - m.span.start))
    return (best.name if best.entity else None), best.candidates, best.kind


NAMES = [
    # a family's name goes only to the kin of whom the owner is
    ("Ada Lund and her brother Leo won.", "Leo", "Leo", "person"),
    ("Ada Lund beat Mia Strand. The coach's brother Leo wept.", "Leo", "Leo", "person"),
    ("Peter Orr lost on Sunday. Her mother Ann cheered.", "Ann", "Ann", "person"),
    # the whole name
    ("Runoff is rising, the Tolna Reed Trust said on Monday.", "Tolna Reed Trust", "Tolna Reed Trust", "body"),
    ("The lock failed, the daily Lerby Abend reported.", "Lerby Abend", "Lerby Abend", "outlet"),
    ("Pupils of St Orla's Academy marched on Friday.", "St Orla's Academy", "St Orla's Academy", "body"),
    # what a name is
    ("The charity Sorrel Hands said two wells were dry.", "Sorrel Hands", "Sorrel Hands", "body"),
    ("He told Vesti Ostrava that he would resign.", "Vesti Ostrava", "Vesti Ostrava", "outlet"),
    ("Fighters held the town of Kumbiri on Sunday.", "Kumbiri", "Kumbiri", "place"),
    ("Tove Aas, 61, keeps bees.", "Tove Aas", "Tove Aas", "person"),
    ("Landlord Neve Okoro said the flood had spared the cellar.", "Neve Okoro", "Neve Okoro", "person"),
    # he and she go on speaking
    ("Striker Bo Amadi is out for a month, coach Rui Falk said. “It is a pity,” he said.", "he", "Rui Falk", "pronoun"),
    ("Jana Holt saw it. “It was huge. It shone. It sang,” she said.", "she", "Jana Holt", "pronoun"),
    ("Asked whether she was afraid, Jana Holt said no.", "she", "Jana Holt", "pronoun"),
    ("Bo Amadi will leave, his agent Kai Holm said. “He told me so,” Holm said.", "He", "Bo Amadi", "pronoun"),
    # it
    ("Norway has opened a resort, the news agency Sentra said. The beds were soft, it reported.", "it", "Sentra", "pronoun"),
    ("A fire in Norway was put out, the Tolna Reed Trust said. It will reopen the marsh.", "It", "Tolna Reed Trust", "pronoun"),
    # roles
    ("The harbour master, Tove Aas, closed the quay. The harbour master said it was old.", "The harbour master", "Tove Aas", "role"),
    ("Bo Amadi, the landlord, was fined. Kai Holm, the tenant, was not. “I paid,” the landlord said.", "landlord", "Bo Amadi", "role"),
    ("Quay was rotten, prosecutor says\n\nProsecutor Tove Aas said the quay was rotten.", "prosecutor", "Tove Aas", "role"),
    ("Its managing director spoke on Monday. The director, Kai Holm, said nothing would change.", "managing director", "Kai Holm", "role"),
    ("Joep Falk will stay, his father, Harm Falk, said. “He is happy,” the elder Falk said.", "Falk", "Harm Falk", "person"),
    # bodies
    ("The medical charity Sorrela has two clinics. The charity will open a third.", "charity", "Sorrela", "body"),
    ("Shares in Odun Cement fell. The company did not comment.", "company", "Odun Cement", "body"),
    ("The weekly Lerby Abend printed the letter. The weekly did not say who wrote it.", "weekly", "Lerby Abend", "outlet"),
    ("The central bank will act, Tove Aas said. The bank gave no date.", "bank", "central bank", "body"),
    ("Bo Amadi told Radio Tolna he was well. The station aired it twice.", "station", "Radio Tolna", "outlet"),
    ("Talks with the TDQ union failed. The union will strike.", "union", "TDQ", "body"),
    ("Toyama Motors recalled vans. The carmaker found a loose bolt.", "carmaker", "Toyama Motors", "body"),
    # capitals
    ("Oslo on Friday morning rejected the claim.", "Oslo", "Norway", "state"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name", "kind"), NAMES)
def test_words_mean_one(parser: Parser, text: str, words: str, name: str, kind: str) -> None:
    assert meant(read(parser, text), words)[::2] == (name, kind)


OPEN = [
    # nobody fits: a place, a body or a thing is no "he" or "she"
    ("A magistrate in Wenlow dismissed the case against her.", "her", ()),
    ("The daily Lerby Abend had the story. He would not talk.", "He", ()),
    # somebody without a name speaks, not who is named beside him
    ("A survivor of the Sitra boat told Tove Aas of the storm. The crew hid, she said.", "she", None),
    ("A Norwegian surgeon told the Harbour Ledger of the wounds. He was hoarse.", "He", ("Norwegian surgeon",)),
    # several fit
    ("The landlord, Bo Amadi, sued the landlord, Kai Holm. The landlord won.", "The landlord", ("Bo Amadi", "Kai Holm")),
    ("Joep Falk met his cousin Harm Falk. Falk was late.", "Falk", ("Harm Falk", "Joep Falk")),
    # the article does not say which
    ("The deputy director spoke on Monday. The director, Kai Holm, was away.", "deputy director", ()),
    ("Tolna University raised its fees on Monday. The company declined to comment.", "company", ()),
    ("The daily Lerby Abend had the story. The station had none.", "station", ()),
    ("Rivermouth Bank raised rates. The union was angry.", "union", ()),
    ("The central bank met the savings bank. The bank gave no date.", "bank", ()),
    # those meant have no names
    ("Two companies hold shares. Neither answered.", "Neither", ("two companies",)),
    ("Three deputy governors were held on Monday. All three denied it.", "All three", ("three deputy governors",)),
    ("Residents left the island. They were tired.", "They", ("residents",)),
    ("The Tolna Reed Trust paid for the boats. Fishermen said they were late.", "they", ("fishermen",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "candidates"), OPEN)
def test_words_stay_open(parser: Parser, text: str, words: str, candidates: tuple[str, ...] | None) -> None:
    """No name is given; whoever may be meant is listed."""
    name, listed, _ = meant(read(parser, text), words)
    assert name is None and (candidates is None or listed == candidates)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Malnutrition screening found one child in six ill.", "Malnutrition"),
        ("Importers in the port have begun to look elsewhere.", "Importers"),
        ("Pensioner Merle Tully swears she saw a panther.", "Pensioner"),
    ],
)
def test_a_capital_that_begins_a_sentence_makes_no_name(parser: Parser, text: str, word: str) -> None:
    assert not any(m.text == word and m.entity for m in read(parser, text).mentions)
