"""Outlets by the names that pages have for them."""

from __future__ import annotations

import pytest

from firsthand.reconcile.outlets import OutletNames
from tests.reconcile.builders import make_article


@pytest.mark.parametrize(
    ("host", "text", "named"),
    [
        ("tidewatchblog", "According to the blog Tide Watch, four hundred may have been there.", True),
        ("fellmonthly", "The monthly Fell has it too.", True),
        ("tidewatchblog", "The harbour keeps a tide watch at night.", False),
        ("tidewatchblog", "The group Tide Watch rowed out.", False),
        ("vivaalmar", "The travel page Viva al Mar has it in black and white.", True),
        ("soleilauport", "It stood in Soleil au Port this morning.", True),
    ],
)
def test_an_outlet_is_named_by_words_that_its_host_runs_together(host: str, text: str, named: bool) -> None:
    """what sort of outlet it is may stand before the name and in the host behind it; small words of other tongues join names"""
    page, other = (
        make_article("Nothing.", url=f"https://{host}.example/1"),
        make_article(text, url="https://orsapost.example/1"),
    )
    found = OutletNames([page, other]).namings(other)
    assert {n.key for n in found} == ({host} if named else set())
