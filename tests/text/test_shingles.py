"""Words and runs of words: what two texts share."""

from __future__ import annotations

import pytest

from firsthand.text.shingles import containment, profile_of, shared_runs, shingles, words_of

SOURCE = "The ferry left Norrvik at noon with ninety people and turned over in the sound before two"


def test_words_keep_their_places() -> None:
    """a word's start and end slice to the word"""
    words = words_of("Two ferries’ crews, café!")
    assert words.forms == ("two", "ferries", "crews", "café")
    assert words.starts[3] == 20 and words.ends[3] == 24


def test_a_short_text_has_no_shingles() -> None:
    """fewer words than a shingle holds give none, and nothing breaks"""
    assert shingles(["one", "two"]) == []
    assert shared_runs(profile_of("one two"), profile_of(SOURCE)) == []
    assert containment(set(), {1}) == 0.0


@pytest.mark.parametrize(
    ("other", "longest"),
    [
        (SOURCE, 17),
        ("He said that the ferry left Norrvik at noon with ninety goats", 8),
        ("Ninety people turned over at noon before the ferry left", 0),
    ],
)
def test_the_longest_shared_run_is_found(other: str, longest: int) -> None:
    """runs are whole, whatever stands round them"""
    runs = shared_runs(profile_of(SOURCE), profile_of(other))
    assert max((r.length for r in runs), default=0) == longest


def test_containment_is_asymmetric() -> None:
    """an abridged text lies inside its source, the source not inside it"""
    whole, part = profile_of(SOURCE), profile_of("The ferry left Norrvik at noon with ninety people")
    assert containment(part.places.keys(), whole.places.keys()) == 1.0
    assert containment(whole.places.keys(), part.places.keys()) < 0.5
