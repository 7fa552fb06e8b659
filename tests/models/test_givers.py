"""The network that points from a number to its giver: what it is given, and that its chances are chances."""

from __future__ import annotations

import numpy as np
import pytest

from firsthand.models.encoder import Encoder
from firsthand.models.givers import AFTER, BEFORE, HEAD, STRETCH, GiverNetwork, inputs_of, stretches

TEXT = (
    "The harbour office of Orsa put the drowned at 12 on Friday.\n\nThe boatmen's union had 15. Its list is not public."
)


def test_chances_add_up() -> None:
    """the page, somebody unnamed and all words take the whole chance of each number"""
    encoding = Encoder.load()(TEXT)
    numbers = [(i, i + 1) for i in range(len(encoding.words)) if encoding.words.of(i).isdigit()]
    pointings = GiverNetwork.load()(encoding, numbers)
    assert len(pointings) == len(numbers) == 2
    for each in pointings:
        assert each.seen.tolist() == list(range(len(encoding.words))) and each.chances.shape == each.seen.shape
        assert each.page + each.unnamed + float(each.chances.sum()) == pytest.approx(1.0, abs=1e-3)


def test_each_number_points_at_its_own_giver() -> None:
    """of two rivals side by side, each is pointed at by its own number"""
    encoding = Encoder.load()(TEXT)
    words = [encoding.words.of(i) for i in range(len(encoding.words))]
    office, union = words.index("office"), words.index("union")
    one, other = GiverNetwork.load()(encoding, [(words.index("12"),) * 2, (words.index("15"),) * 2])
    assert one.chances[: office + 3].sum() > one.chances[union - 4 : union + 1].sum()
    assert other.chances[union - 4 : union + 1].sum() > other.chances[: office + 3].sum()


@pytest.mark.parametrize("words", [1, 60, HEAD + BEFORE + STRETCH + AFTER, 5000])
def test_stretches(words: int) -> None:
    """every number is asked once, and seen with the head of the page and the words round it; no stretch outgrows the limits"""
    numbers = [(i, i + 1) for i in range(0, words, 7)]
    found = list(stretches(words, numbers))
    assert [n for _, here in found for n in here] == numbers
    for seen, here in found:
        assert len(seen) <= HEAD + BEFORE + STRETCH + AFTER and len(set(seen.tolist())) == len(seen)
        assert {n[0] for n in here} <= set(seen.tolist()) and 0 in seen


def test_places_are_capped() -> None:
    """paragraphs and sentences past the last that is told apart share its place; steps stay within their tables"""
    encoding = Encoder.load()(
        "\n\n".join(f"Line {i} here. And there. So on. Then. Now. Here. There {i}." for i in range(20))
    )
    numbers = [(i, i + 1) for i in range(len(encoding.words)) if encoding.words.of(i).isdigit()]
    (seen, here), *_ = stretches(len(encoding.words), numbers)
    given = inputs_of(encoding, seen, numbers, here)
    assert given["places"].max(axis=0).tolist() == [11, 5, 5, 1]
    assert all(low >= 0 and high <= 2 * far for low, high, far in zip(given["apart"].min((1, 2)), given["apart"].max((1, 2)), (6, 7, 12), strict=True))  # fmt: skip
    assert given["states"].dtype == np.float32 and len(given["states"]) == len(seen)


def test_no_numbers() -> None:
    assert GiverNetwork.load()(Encoder.load()("Nothing is counted here."), []) == []
