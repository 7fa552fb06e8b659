"""Wordings side by side: differing words, closest wordings, shared passages; invented sentences."""

from __future__ import annotations

import pytest

from firsthand.web.pages.lineage import stretches
from firsthand.web.wording import closest, differing, folded, passages

SOURCE = (
    "The river Tarn left its bed on Monday night and flooded the lower town of Ossby. Mayor Ilse Brandt said 12 people were missing. "
    "Boats of the fire brigade took 300 residents to the school on the hill, where they were given blankets and soup."
)
COPY = (
    "OSSBY – The river Tarn left its bed on Monday night and flooded the old town of Ossby. Nobody could say why the gates stood open. "
    "Boats of the fire brigade took 300 residents to the school on the hill."
)


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("seven people died", "seven people died", [("same", "seven people died")]),
        ("seven people died", "eight people died", [("gone", "seven"), ("new", "eight"), ("same", " people died")]),
        ("“Seven” people – died.", "seven people — died", [("same", "seven people — died")]),
        ("people died", "seven people died", [("new", "seven"), ("same", " people died")]),
        ("seven people died", "people died", [("gone", "seven"), ("same", "people died")]),
    ],
    ids=["alike", "another word", "marks and case alone", "added", "dropped"],
)
def test_differing_words(before: str, after: str, pieces: list[tuple[str, str]]) -> None:
    """What is not shared is marked, on both sides; signs and capitals are no other words."""
    assert [(p.kind, p.text) for p in differing(before, after)] == pieces


def test_the_later_wording_is_kept_letter_by_letter() -> None:
    """The pieces that are not dropped make the later text again."""
    assert "".join(p.text for p in differing(SOURCE, COPY) if p.kind != "gone") == COPY


def test_wordings_that_share_too_little_are_not_compared() -> None:
    """Marks on every word would tell nothing."""
    assert closest("the school on the hill is full", ["nobody was hurt at sea", "the school on the hill was full"]) == "the school on the hill was full"  # fmt: skip
    assert closest("nobody was hurt at sea", ["the school is full"]) is None and closest("x", []) is None
    assert folded("“Seven” people, he said") == folded("seven people he said")


def test_passages_stand_in_both_texts() -> None:
    """Each stretch is the same words in both; a changed word inside is within the passage, a new sentence parts two."""
    first, second = passages(COPY, SOURCE)
    assert COPY[slice(*first.mine)].startswith("The river Tarn") and COPY[slice(*first.mine)].endswith(
        "old town of Ossby"
    )
    assert SOURCE[slice(*first.theirs)].endswith("lower town of Ossby")
    assert COPY[slice(*second.mine)] == SOURCE[slice(*second.theirs)] and second.words == 14
    assert not passages("A short line of six words.", SOURCE) and not passages("", SOURCE)


def test_two_texts_stretch_by_stretch() -> None:
    """Every word of the first text is there once; shared stretches stand beside their words, the others beside what the second has there."""
    made = stretches(COPY, SOURCE, passages(COPY, SOURCE))
    assert [each.shared for each in made] == [False, True, False, True, False]
    assert "".join("".join(p.text for p in each.mine).split()[0] for each in made if each.mine) == "OSSBYTheNobodyBoats"
    assert ("new", " old") in [(p.kind, p.text) for p in made[1].mine] and ("gone", " lower") in [
        (p.kind, p.text) for p in made[1].theirs
    ]
    assert "Ilse Brandt" in "".join(p.text for p in made[2].theirs)
