"""By turns: one person, by name and by office."""

from __future__ import annotations

import pytest

from firsthand.reconcile.by_turns import person_of
from firsthand.records import Speaker

NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Nine boats sank, the harbour master said.\n\nOda Lind told reporters that they were old.",
            {"Oda Lind": NOBODY},
        ),
        ("Nine boats sank, the harbour master said. They were old, Oda Lind said.", {"Oda Lind": NOBODY}),
        ("Oda Lind came in late. The harbour master read out a number: nine.", {"Oda Lind": NOBODY}),
        (
            "“They were old,” Oda Lind replied. The harbour master put the loss at nine.",
            {"Oda Lind": frozenset({"harbour"})},
        ),
    ],
)
def test_a_role_and_the_name_beside_it_are_one(text: str, people: dict[str, frozenset[str]]) -> None:
    """writers vary what they call somebody from one sentence to the next"""
    assert person_of(Speaker(name="harbour master (unnamed)", kind="unnamed"), text, people) == "Oda Lind"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Nine boats sank, the harbour master said. Oda Lind told reporters so.", {"Oda Lind": frozenset({"mayor"})}),
        ("The board questioned Oda Lind on Friday. The harbour master put the loss at nine.", {"Oda Lind": NOBODY}),
        ("Its director, Dr Oda Lind, confirmed it. The harbour master put the loss at nine.", {"Oda Lind": NOBODY}),
        (
            "Oda Lind came with Per Aas. The harbour master put the loss at nine.",
            {"Oda Lind": NOBODY, "Per Aas": NOBODY},
        ),
        ("Oda Lind came in late. A harbour master put the loss at nine.", {"Oda Lind": NOBODY}),
        ("Nine boats sank, the harbour master said. The board heard Oda Lind.", {"Oda Lind": NOBODY}),
    ],
)
def test_who_may_be_somebody_else_is_not_joined(text: str, people: dict[str, frozenset[str]]) -> None:
    """another office, a person who only suffers something, two persons, any harbour master"""
    assert person_of(Speaker(name="harbour master (unnamed)", kind="unnamed"), text, people) is None
