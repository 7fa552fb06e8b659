"""Words that say the opposite of each other without a negation."""

from __future__ import annotations

import pytest

from firsthand.reconcile.opposites import say_opposites


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The Ossby mill kept within its limits.", "The Ossby mill was over the limit in May.", True),
        ("The board opened the sluice at two.", "The sluice remained shut all night.", True),
        ("The mayor will resign.", "In June I shall still be your mayor: I am staying on.", True),
        ("The boat came apart by itself.", "The boat was bombed.", True),
        ("The well is safe.", "The well was poisoned.", True),
        ("The Ossby mill kept within its limits.", "There was no breach of the limits.", True),
        ("Sales rose in May.", "Sales rose and then fell.", False),
        ("The mayor left the hall.", "The mayor stayed on.", False),
        ("Dye ran into the Tarn.", "Dye was dumped in the Tarn.", False),
    ],
)
def test_opposites(one: str, other: str, expected: bool) -> None:
    """one answer on each side; a negation is counted elsewhere, and who says both says neither"""
    assert say_opposites(one, other) is expected
    assert say_opposites(other, one) is expected
