"""Words that stand where a speaker would and are nobody's."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Read


@pytest.mark.parametrize(
    "text",
    [
        "Final state: 43 saved, 38 dead, the missing put at about ten.",
        "Please be patient; seven of you have told us of the noise.",
        "Fourteen warnings went out, if one believes the 12 of the Aln Board.",
        "In wing C, they say, all 180 cells are full.",
    ],
)
def test_nobody_is_named(read: Read, text: str) -> None:
    """No bare number, no reader, no dead and no place becomes a speaker."""
    _, claims, _, _ = read(text)
    names = [c.speaker.name for c in claims if c.speaker is not None]
    assert not any(word in name for name in names for word in ("missing", "of you", "wing", "one of several"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two said on Friday that the bridge was shut.", "two (unnamed)"),
        ("The 12 workers told the court that nobody had warned them.", "12 workers (unnamed)"),
        ("A 34-year-old from Arun said that the bridge was shut.", "34-year-old (unnamed, from Arun)"),
        ("The bridge is shut, said officials it did not name.", "officials (unnamed)"),
        ("Relatives of the missing said that nobody had called.", "relatives of the missing (unnamed)"),
        ("The wounded said that the roof fell at noon.", "wounded (unnamed)"),
    ],
)
def test_who_has_no_name_can_speak(read: Read, text: str, name: str) -> None:
    _, claims, _, _ = read(text)
    assert name in {c.speaker.name for c in claims if c.speaker is not None}
