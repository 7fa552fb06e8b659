"""Text without stops or blanks is cut where it must be, and every token still stands on its words."""

from __future__ import annotations

import pytest

from firsthand.parse import Parser
from tests.builders import make_article


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser.load()


@pytest.mark.parametrize(
    "text",
    ["x" * 5_000, '"' * 2_000 + "The ferry was stopped.", "the ferry was stopped and " * 300, "ferry-" * 800 + " was stopped " + "y" * 299],
    ids=["one word", "quotes", "no stops", "hyphens"],
)  # fmt: skip
def test_endless_text_is_cut(parser: Parser, text: str) -> None:
    document = parser(make_article(text))
    assert all(sentence.end - sentence.start <= 1500 for sentence in document.sentences)
    assert "".join(sentence.of(text).strip() for sentence in document.sentences).replace(" ", "") == text.replace(
        " ", ""
    )
    assert document.tokens and all(text[token.start : token.end] == token.text for token in document.tokens)
    assert max(token.end - token.start for token in document.tokens) < 300
