"""Words and runs of words: what two texts share."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.reconcile.shingles import SIZE, profile_of, shared, shared_runs

SOURCE = "The ferry left Norrvik at noon with ninety people and turned over in the sound before two"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two ferries’ crews, café!", ["two", "ferries", "crews", "café"]),
        ("Rock 'n' roll at the captain’s", ["rock", "n", "roll", "at", "the", "captain’s"]),
        ("", []),
        ("x", ["x"]),
        ("İzmir 12,5\ud800", ["İzmir", "12", "5"]),
    ],
)
def test_words_keep_their_places(text: str, words: list[str]) -> None:
    """a word's start and end slice to the word; an apostrophe inside a word parts nothing"""
    profile = profile_of(text)
    found = [text[a:b] for a, b in zip(profile.starts.tolist(), profile.ends.tolist(), strict=True)]
    assert [w if w == "İzmir" else w.lower() for w in found] == words


def test_words_are_compared_without_case_and_shape_of_apostrophe() -> None:
    """the same words give the same numbers wherever they stand"""
    one, other = profile_of("The Captain’s LOG"), profile_of("so the captain's log")
    assert one.words.tolist() == other.words.tolist()[1:]


def test_a_short_text_has_no_shingles() -> None:
    """fewer words than a shingle holds give none, and nothing breaks"""
    assert profile_of("one two").order.tolist() == []
    assert shared_runs(profile_of("one two"), profile_of(SOURCE)) == []
    assert shared_runs(profile_of(SOURCE), profile_of("one two")) == []


@pytest.mark.parametrize(
    ("other", "longest"),
    [
        (SOURCE, 17),
        ("He said that the ferry left Norrvik at noon with ninety goats", 8),
        ("Ninety people turned over at noon before the ferry left", 0),
        (f"{SOURCE} {SOURCE} and so it was", 17),
    ],
)
def test_the_longest_shared_run_is_found(other: str, longest: int) -> None:
    """runs are whole, whatever stands round them"""
    runs = shared_runs(profile_of(SOURCE), profile_of(other))
    assert max((r.length for r in runs), default=0) == longest


def test_containment_is_asymmetric() -> None:
    """an abridged text lies inside its source, the source not inside it"""
    whole, part = profile_of(SOURCE), profile_of("The ferry left Norrvik at noon with ninety people")
    common, _ = shared(part, whole)
    assert common == len(part.values) < len(whole.values) / 2


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("abcde"), max_size=40), st.lists(st.sampled_from("abcde"), max_size=40))
def test_runs_are_shared_words_that_do_not_overlap(left: list[str], right: list[str]) -> None:
    """each run stands on both sides word for word; runs ascend; every shared run of five words is in one of them"""
    runs = shared_runs(profile_of(" ".join(left)), profile_of(" ".join(right)))
    end = 0
    for run in runs:
        assert run.left >= end and run.length >= SIZE
        assert left[run.left : run.left + run.length] == right[run.right : run.right + run.length]
        end = run.left + run.length
    joined = " ".join(right)
    anywhere = any(re.search(re.escape(" ".join(left[i : i + SIZE])), joined) for i in range(len(left) - SIZE + 1))
    assert bool(runs) == anywhere


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("abcde"), max_size=60))
def test_each_shingle_knows_its_first_place(words: list[str]) -> None:
    """every run of words leads to its number, the earliest place of that, and to whether it stands there more than once"""
    profile = profile_of(" ".join(words))
    order = profile.order.tolist()
    assert profile.values.tolist() == sorted(set(order))
    assert profile.values[profile.which].tolist() == order
    assert profile.first.tolist() == [order.index(value) for value in profile.values.tolist()]
    again = [order.count(value) > 1 for value in order]
    assert (profile.again.tolist() if profile.again is not None else [False] * len(order)) == again
