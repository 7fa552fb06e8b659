"""Headlines: whose statement of the text they restate, and which stay the writer's."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Read

BODY = "\n\nFerry captain Ada Lund may miss the island regatta in June, coach Bo Hansen told the Fen Gazette. The regatta is in its tenth year."

ROWS = [
    ("Lund could miss island regatta" + BODY, ["Bo Hansen", "Fen Gazette"]),
    ("Coach: Lund may miss regatta" + BODY, ["Bo Hansen", "Fen Gazette"]),
    ("Lund may miss regatta: coach" + BODY, ["Bo Hansen", "Fen Gazette"]),
    ("Lock ‘leaks like a sieve’\n\nThe lock “leaks like a sieve”, keeper Ada Lund said. It was built in 1904.", ["Ada Lund"]),
    ("WHO: fever in Orlo contained\n\nThe fever in Orlo has been contained, the World Health Organization said.", ["World Health Organization"]),
    ("Marrow Star: 14 of 17 crew safe, owner says\n\nFourteen of the crew are safe, Fen Shipping, the owner, said on Monday.", ["Fen Shipping"]),
]  # fmt: skip

OPEN = [
    "Island regatta in tenth year" + BODY,
    "Ferry ablaze: all safe\n\nA ferry burned in the harbour on Monday. The fire was out by noon, the mayor said.",
    "Child feared missing as wall falls\n\nA wall fell in Orlo on Monday. The mayor said the river was high.",
    "Route saved after sit-in\n\nA bus route has been saved after a sit-in. “We had tea,” said Ada Lund.",
]


@pytest.mark.parametrize(("text", "hands"), ROWS)
def test_a_headline_that_restates_a_statement_is_its_speakers(read: Read, text: str, hands: list[str]) -> None:
    """Fewer words, the same statement, the same hands."""
    _, claims, _, _ = read(text)
    (headline,) = [c for c in claims if c.kind == "headline"]
    assert list(headline.chain) == [*hands, "Lakeside Courier"]


@pytest.mark.parametrize("text", OPEN)
def test_a_headline_that_the_writer_asserts_has_no_speaker(read: Read, text: str) -> None:
    """What the text tells in the writer's voice, or nobody says, stays open."""
    _, claims, _, _ = read(text)
    assert all(c.speaker is None for c in claims if c.kind == "headline")
