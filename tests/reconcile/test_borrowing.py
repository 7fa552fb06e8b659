"""Borrowed numbers: a page says that its asserter's figure is somebody else's."""

from __future__ import annotations

import pytest

from firsthand.reconcile.borrowing import borrowed_from
from firsthand.text.sentences import sentence_ends


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister spoke of 40 dead, citing the coast guard.", True),
        ("She spoke of three dead sailors; they are not in the coast guard's figure.", False),
        ("The envoy put the dead at 40. It was the coast guard's figure, an aide said.", True),
        ("The agency gave 40 dead. It does not make counts of its own.", True),
        ("He gave 710 tonnes, a number he read from the harbour board's list.", True),
        ("The envoy put the dead at 40. It was not his own count, he added.", True),
        ("The envoy gave 40: he was reading from the coast guard's list.", True),
        ('"The harbour master informs me of 40 dead," she told the council.', True),
        ("A nurse, Tove Rask, told us that she had seen 40 dead.", False),
        ("The coast guard counted 40 dead. The search goes on.", False),
        ("The envoy put the dead at 40. The Fell Wire, citing the coast guard, writes that 18 were crew.", False),
        ("Forty people died, the governor said. He flew home in the evening.", False),
    ],
)
def test_cues_of_borrowing(text: str, expected: bool) -> None:
    """in the sentence of the figure or in the next one"""
    ends = sentence_ends(text)
    sentences = list(zip([0, *ends[:-1]], ends, strict=True))
    assert (borrowed_from(text, sentences[0], sentences) is not None) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 51 barrels, not 48, the owner said.", ", not"),
        ("The owner spoke of 51 barrels rather than the 48 of the police.", "rather than the"),
        ("The owner did not say whether 48 were gone.", None),
    ],
)
def test_a_rejected_number_is_anothers(text: str, expected: str | None) -> None:
    """who says "not 48" answers somebody who said 48"""
    found = borrowed_from(text, (0, len(text)), [(0, len(text))], text.index("48"))
    assert (found or "") == (expected or "").strip(" ,")
