"""Whom the network of givers points at: who is believed, and who is not."""

from __future__ import annotations

import pytest

from firsthand.annotate.quantity import find_quantities
from firsthand.claims.draft import Draft
from firsthand.claims.likely_giver import LEAST, NAMELESS, SAME_SENTENCE, likely_giver, with_pronouns
from firsthand.claims.view import View
from firsthand.parse import Parser
from firsthand.records import POINTED_AT, GiverMark, Span, Speaker
from tests.claims.conftest import article_of

TEXT = (
    "The Orsa fire brigade met the press on Friday. Nine sheds are lost. In the yard of Brask Steel, 14 cars burnt. "
    "The Ossby Company lost 22 lorries. Two more boats sank. The Ule Relief League came later. Some 300 homes are on the list of the Vale Council. "
    "Counted by the Tarn Guild were 41 stalls, and 77 beds stand empty, so the Moor Clinic. "
    "The Lune Police never gave 12 as the toll. The Skerry Police held 3, more than the 8 boys of May. "
    "Operation Dry Ground was over by noon. There 26 buses stood. The rescue centre closed at ten; 31 people were safe. "
    "The scoreboard fell. Some 900 fans left. In the end 18 boats were lost (Wick Rescue League). It had 240 on board, and the Dunmore Company lists 186. "
    "The keeper left early. Orsa's shipment of 990 crates was late. "
    "In a letter to deputies Brask Steel was mild: 5 rigs failed. With the Vale Council it is 430."
)


def given(number: str, words: str, chance: float) -> str | None:
    """Gives the words of the giver of a number for one mark at these words, None where nobody is believed."""
    document = Parser.load()(article_of(TEXT))
    view = View.of(document)
    quantity = next(q for q in find_quantities(document) if q.span.of(TEXT) == number)
    at = TEXT.index(words)
    mark = GiverMark(quantity=quantity.id, words=Span(at, at + len(words)), top=Span(at + len(words) - words[::-1].index(" ") if " " in words else at, at + len(words)), chance=chance)  # fmt: skip
    line = view.line_at(quantity.span.start)
    assert line is not None
    beside = likely_giver(view, line, quantity, [mark])
    if beside is None:
        return None
    assert f"(chance {chance:.2f})" in beside.rule
    return (beside.there or line).span_of(*beside.source).of(TEXT)


@pytest.mark.parametrize(
    ("number", "words", "chance", "giver"),
    [
        ("Nine", "Orsa fire brigade", 0.95, "The Orsa fire brigade"),
        ("Nine", "Orsa fire brigade", LEAST - 0.01, None),
        ("22", "Ossby Company", SAME_SENTENCE + 0.01, "The Ossby Company"),
        ("14", "Brask Steel", 0.99, None),  # "in the yard of": in the number's own sentence, and no subject
        ("Nine", "Ule Relief League", 0.99, None),  # named in a later sentence
        ("Two", "Orsa fire brigade", 0.99, None),  # "two more" counts on from somebody's number
        ("Nine", "press", 0.99, None),
        ("300", "Vale Council", SAME_SENTENCE + 0.01, "the Vale Council"),
        ("41", "Tarn Guild", SAME_SENTENCE + 0.01, "the Tarn Guild"),
        ("12", "Lune Police", 0.99, None),  # what they did not give
        ("8", "Skerry Police", 0.99, None),  # "than the 8" was known before
        ("77", "Moor Clinic", SAME_SENTENCE + 0.01, "the Moor Clinic"),
        ("77", "Moor Clinic", SAME_SENTENCE - 0.01, None),
        ("26", "Dry Ground", 0.99, None),  # an operation
        ("31", "rescue centre", NAMELESS + 0.01, "The rescue centre"),
        ("31", "rescue centre", NAMELESS - 0.01, None),  # no name, and others may have given it
        ("900", "scoreboard", 0.99, None),
        ("18", "Wick Rescue League", 0.9, "Wick Rescue League"),  # in brackets behind the number
        ("240", "Dunmore Company", 0.9, None),  # the next clause has a number of its own
        ("990", "shipment", 0.99, None),  # what holds so many
        ("5", "Brask Steel", 0.9, "Brask Steel"),
        ("430", "Vale Council", 0.9, "the Vale Council"),
    ],
)
def test_who_is_believed(number: str, words: str, chance: float, giver: str | None) -> None:
    assert given(number, words, chance) == giver


@pytest.mark.parametrize(
    ("pronoun", "words", "chance", "speaker"),
    [
        ("it", "Orsa fire brigade", LEAST + 0.01, "Orsa fire brigade"),
        ("it", "Orsa fire brigade", LEAST - 0.01, "it (unnamed)"),
        ("he", "Orsa fire brigade", 0.99, "he (unnamed)"),  # no person
        ("they", "Orsa fire brigade", 0.99, "Orsa fire brigade"),
        ("it", "Ule Relief League", 0.99, "it (unnamed)"),  # named behind the pronoun
        ("two farmers", "Orsa fire brigade", 0.99, "two farmers (unnamed)"),
    ],
)
def test_a_pronoun_that_stands_for_nobody_known(pronoun: str, words: str, chance: float, speaker: str) -> None:
    text = f"The Orsa fire brigade met the press on Friday. By noon {pronoun} had counted 19 sheds. The Ule Relief League came later."
    view = View.of(Parser.load()(article_of(text)))
    at, asked, number = (text.index(each) for each in (words, f"{pronoun} had", "19 sheds"))
    quantity = next(q for q in find_quantities(view.document) if q.span.start == number)
    mark = GiverMark(
        quantity=quantity.id, words=Span(at, at + len(words)), top=Span(at, at + len(words)), chance=chance
    )
    source = Span(asked, asked + len(pronoun))
    draft = Draft(content=(Span(number, number + 8),), kind="indirect", line=1, source=(source,))
    nobody = Speaker(name=f"{pronoun} (unnamed)", kind="unnamed", spans=(source,))
    ((marked, found, _),) = with_pronouns(view, [(draft, nobody, ())], [quantity], {quantity.id: [mark]})
    assert found is not None and found.name == speaker and found.spans == (source,)
    assert any(POINTED_AT in rule for rule in marked.rules) == (found != nobody)
