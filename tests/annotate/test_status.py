"""Which words set a status, and how far they reach."""

from __future__ import annotations

import pytest

from firsthand.annotate.status import find_status
from firsthand.annotate.status.patterns import compile_pattern
from firsthand.annotate.status.rules import RULES
from firsthand.parse import Parser
from firsthand.records import Article, Block, Document, Span
from tests.builders import make_article


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser.load()


def cues(document: Document) -> list[tuple[str, str]]:
    return [(cue.status, cue.span.of(document.text)) for cue in find_status(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ostrava Rail plans to send two cranes to the port.", [("planned", "plans to send")]),
        ("The council is set to reopen the pier.", [("planned", "is set to reopen")]),
        ("The trial is scheduled to begin on 3 June.", [("planned", "is scheduled to")]),
        ("Ferries are to resume on Tuesday.", [("planned", "are to resume")]),
        ("The two sides agreed to exchange prisoners.", [("planned", "agreed to exchange")]),
        ("The minister will visit the valley.", [("planned", "will visit")]),
        ("The mayor said the town would pay the bill.", [("planned", "would pay")]),
        ("Traffic will grow.", [("forecast", "will grow")]),
        ("The strike is likely to last for days.", [("forecast", "is likely to")]),
        ("The ministry expects a smaller harvest.", [("forecast", "expects")]),
        ("The road will be closed until May.", [("planned", "will be")]),
        ("The drones reportedly crossed the border.", [("reported", "reportedly")]),
        ("The two men are believed to have fled.", [("reported", "are believed to have")]),
        ("The alleged raid went unseen.", [("reported", "alleged raid")]),
        ("Prices may rise.", [("possible", "may")]),
        ("Police are considering charges.", [("possible", "considering")]),
        ("If the dam breaks, the valley floods.", [("possible", "If")]),
        ("He would have joined them.", [("possible", "would have joined")]),
        ("The mayor has not ruled out a second vote.", [("possible", "has not ruled out")]),
        ("The mayor confirmed that the bridge was unsafe.", [("confirmed", "confirmed")]),
        ("Both armies have acknowledged losses.", [("confirmed", "have acknowledged")]),
        ("Neither army has commented.", [("not confirmed", "has commented")]),
        ("The firm declined to comment.", [("not confirmed", "declined to comment")]),
        ("The video could not be independently verified.", [("not confirmed", "could not be independently verified")]),
        ("The visit was not immediately confirmed.", [("not confirmed", "was not immediately confirmed")]),
        ("There was no immediate response from the ministry.", [("not confirmed", "no immediate response")]),
        ("The bank did not say when.", [("not confirmed", "did not say")]),
        ("The bank denied the report.", [("denied", "denied")]),
        ("The minister dismissed the report as fiction.", [("denied", "dismissed")]),
        ("She called the charge a lie.", [("denied", "called")]),
        ("Ms Orlan ruled out a merger.", [("denied", "ruled out")]),
        ("“We never did,” said Ms Orlan.", [("denied", "never did")]),
        ("The army withdrew its statement.", [("corrected", "withdrew")]),
        ("The toll was revised down to 12.", [("corrected", "was revised")]),
        ("Snow will close the pass.", [("forecast", "will close")]),
        ("The army will close the pass.", [("planned", "will close")]),
        ("Doctors warned that patients would die.", [("forecast", "would die")]),
        ("The rebels warned that they would strike.", [("planned", "would strike")]),
        ("The bank sees wages rising.", [("forecast", "sees wages rising")]),
        ("The town wants to sell its mill.", [("planned", "wants to sell")]),
        ("Traders would suffer without the ferry.", [("possible", "would suffer without")]),
        ("Ministers discussed whether to close the pit.", [("possible", "discussed whether")]),
        ("It appears that the guard slept.", [("possible", "It appears that")]),
        ("There were reports that looters came.", [("reported", "There were reports that")]),
        ("Rumours circulated that the bank had failed.", [("reported", "Rumours circulated that")]),
        ("The firm owned up to the leak.", [("confirmed", "owned up to")]),
        ("The mayor scoffed at the charge.", [("denied", "scoffed at")]),
        ("The ministry poured cold water on the claim.", [("denied", "poured cold water on")]),
        ("The agency has yet to confirm the loss.", [("not confirmed", "has yet to confirm")]),
        ("Investigators do not know why the gate was open.", [("not confirmed", "do not know why")]),
        ("The claim remains a mystery.", [("not confirmed", "remains a mystery")]),
        ("This story has been amended to say it was May.", [("corrected", "This story has been amended to")]),
        ("The institute lowered its estimate from 9 to 7.", [("corrected", "lowered")]),
        ("The count was brought down to 12.", [("corrected", "was brought down to")]),
        ("The agency pulled back and has withdrawn its photographs.", [("corrected", "withdrawn")]),
        ("Six were hurt, not ten as the paper reported.", [("corrected", "as the paper reported")]),
        ("Early reports reached the port that the pier was gone.", [("reported", "reports reached the port that")]),
        ("Hearsay has it that the mill is sold.", [("reported", "Hearsay has it")]),
        ("The men are reportedly planning to leave.", [("planned", "are reportedly planning to leave"), ("reported", "reportedly")]),
        ("The clerk did not return calls.", [("not confirmed", "did not return calls")]),
        ("The firm has no record of the sale.", [("not confirmed", "no record of")]),
        ("The council is toying with a toll.", [("possible", "toying with")]),
        ("The story is pure invention.", [("denied", "is pure invention")]),
        ("Rejecting the claim, she left.", [("denied", "Rejecting")]),
        ("Villagers will hold a vigil.", [("planned", "will hold")]),
        ("The ice will hold.", [("forecast", "will hold")]),
        ("Ms Orlan will be back in May.", [("planned", "will be")]),
        ("The price should be back at nine by Christmas.", [("forecast", "should be back at nine by Christmas")]),
    ],
)  # fmt: skip
def test_words_set_a_status(parser: Parser, text: str, expected: list[tuple[str, str]]) -> None:
    """the words that say how firmly something is put are found, and only they"""
    assert cues(parser(make_article(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She could hear the shots.",
        "They were denied entry.",
        "The number of confirmed cases rose to 40.",
        "The boy was admitted to hospital.",
        "He considered the plan a failure.",
        "Workers asked if the gates were open.",
        "The troops withdrew in May.",
        "We have agreed to continue our work.",
        "The driver was to blame.",
        "The gate stayed open.",
        "She left an open question on the board.",
        "He knows the valley.",
        "On Sundays you may leave your coins in a jar.",
        "He had meant to sell the mill.",
        "As anyone here will tell you, the road is bad.",
    ],
)
def test_look_alikes_set_none(parser: Parser, text: str) -> None:
    """the same words in another sense set no status"""
    assert cues(parser(make_article(text))) == []


@pytest.mark.parametrize(
    ("text", "words", "scope"),
    [
        ("The pier will reopen in May and prices may rise.", "may", "and prices may rise"),
        ("The pier will reopen in May and prices may rise.", "will reopen", "The pier will reopen in May"),
        ("The two men are believed to have fled, according to police.", "are believed to have", "The two men are believed to have fled"),
        ("The town’s plan to sell the mill angered many.", "plan to sell", "plan to sell the mill angered many"),
        ("Raiders allegedly crossed, but officials could not verify it.", "could not verify", "but officials could not verify it"),
        ("The clerk said the hall would close.", "would close", "the hall would close"),
        ("Police confirmed that 12 people had died but the mayor said little.", "confirmed", "confirmed that 12 people had died"),
    ],
)  # fmt: skip
def test_scope_is_the_clause(parser: Parser, text: str, words: str, scope: str) -> None:
    """a cue holds over its own clause and not over the next one"""
    found = {cue.span.of(text): cue.scope.of(text) for cue in find_status(parser(make_article(text)))}
    assert found[words] == scope


@pytest.mark.parametrize("headline", ["Harbour board to reopen ferry pier", "Sources: Lantern FC to sell stadium"])
def test_a_headline_infinitive_is_a_plan(parser: Parser, headline: str) -> None:
    """ "X to do Y" is a plan in a headline, and nothing in a sentence"""
    text = f"{headline}\n\nThe club said so."
    plain = make_article(text)
    blocks = (
        Block(kind="headline", span=Span(0, len(headline))),
        Block(kind="body", span=Span(len(headline) + 2, len(text))),
    )
    article = Article(id=plain.id, page=plain.page, url="", text=text, digest=plain.digest, blocks=blocks)
    assert [cue.rule for cue in find_status(parser(article))] == ["headline infinitive"]
    assert cues(parser(plain)) == []


def test_every_rule_has_a_name_and_a_pattern() -> None:
    """each row can be named to a reader"""
    assert all(rule.name and rule.pattern.expression.pattern for rule in RULES)


def test_an_empty_pattern_is_refused() -> None:
    """a row without words is a mistake"""
    with pytest.raises(ValueError, match="at least one element"):
        compile_pattern("  ")
