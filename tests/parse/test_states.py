"""States and peoples that only the page tells of, and names that run on: invented lands, agencies and boats."""

from __future__ import annotations

import pytest

from firsthand.parse import Parser
from firsthand.parse.name import is_people_of, root_of
from firsthand.records import Article, Block, Mention, Span, derive


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser.load()


def mentions(parser: Parser, text: str) -> tuple[Mention, ...]:
    """The mentions of a text of one paragraph."""
    block = Block(kind="body", span=Span(0, len(text)))
    return parser(Article(id=derive("r", text), page="p1", url="", text=text, digest="d", blocks=(block,))).mentions


ROWS = [
    # a people's word before a noun, and an army, make a state
    ("Dornavia denied it on Monday. The Dornavian army said nine men had died.", "Dornavia", "state", "Dornavia"),
    ("Dornavia denied it on Monday. The Dornavian army said nine men had died.", "Dornavian army", "body", "Dornavian army"),
    ("Sarvel closed the port. Sarvel's navy has two boats.", "Sarvel", "state", "Sarvel"),
    ("Nine men died, the Sarveli health ministry said. The ministry spoke of ten on Friday.", "ministry", "body", "Sarveli health ministry"),
    # a person stays a person, and a ruler's army makes him no state
    ("Velden's army slept. Velden said nothing.", "Velden", "person", "Velden"),
    ("Ada Velden came to Fenwick. Velden's troops slept.", "Velden", "person", "Ada Velden"),
    # names that run on over small words, and an agency by its last syllable
    ("Nine boats sank, according to Folha do Lago.", "Folha do Lago", "body", "Folha do Lago"),
    ("Nine boats sank, Tavriapress said.", "Tavriapress", "outlet", "Tavriapress"),
    # an acronym of the one body that has these initials
    ("The Fenwick Rescue Trust sent two boats. FRT said nine men were safe.", "FRT", "body", "Fenwick Rescue Trust"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "kind", "name"), ROWS)
def test_what_the_page_tells(parser: Parser, text: str, words: str, kind: str, name: str) -> None:
    """The last mention of these words has this kind and means this name."""
    found = [m for m in mentions(parser, text) if m.text == words]
    assert [(m.kind, m.name) for m in found][-1:] == [(kind, name)]


def test_organs_of_a_told_state_meet_across_pages(parser: Parser) -> None:
    """ "Dornavia's navy" on one page and "the Dornavian navy" on another have one key."""
    pages = ("Dornavia closed a port. Dornavia's navy slept.", "The Dornavian navy slept, the Dornavian army did not.")
    keys = [{m.entity for m in mentions(parser, text) if m.kind == "body"} for text in pages]
    assert keys[0] & keys[1] == {"organ:dornav/navy"}


def test_the_object_of_a_verb_is_not_its_subject(parser: Parser) -> None:
    """ "Bo Hansen quoted him": him is somebody else."""
    text = "President Per Lind is tired, his adviser, Bo Hansen, quoted him as saying."
    (him,) = [m for m in mentions(parser, text) if m.text == "him"]
    assert him.name == "Per Lind"


def test_roots() -> None:
    """A people goes with its state by a shared root; few letters say nothing."""
    assert is_people_of("sarveli", "sarvel") and is_people_of("dornavians", "dornavia")
    assert not is_people_of("orn", "ornavia") and not is_people_of("martin", "mart")
    assert root_of("dornavian") == root_of("dornavia") and root_of("sarveli") == root_of("sarvel")
