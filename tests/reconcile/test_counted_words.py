"""Words from which it is read what a bare number counts, and who gives it."""

from __future__ import annotations

from firsthand.reconcile.givers import giver_in
from firsthand.reconcile.institutions import body_of
from firsthand.reconcile.kinds import CUES
from firsthand.reconcile.unsaid import _the_number_of, _what_numbers


def first_class(words: str) -> str | None:
    return next((name for name, pattern in CUES if pattern.search(words)), None)


def test_cues_of_fates() -> None:
    assert first_class("three could not be saved") == "killed"
    assert first_class("five people never found") == "missing"
    assert first_class("brought out alive: 74") == "rescued"
    assert first_class("people who left their homes") == "displaced"
    assert first_class("people who left their homes on our instruction") == "evacuated"
    assert first_class("the board admitted to ") is None


def test_the_subject_of_a_verb_of_number_is_counted() -> None:
    kind = _what_numbers("Claims so far number ")
    assert kind is not None and kind.head == "claim"


def test_what_is_put_at_a_number_stands_in_the_sentence_before() -> None:
    text = "The list of the dead grew longer. The board put it at 19."
    kind = _the_number_of(text, (text.index("The board"), len(text)), text.index("19"))
    assert kind is not None and kind.name == "killed"


def test_where_a_count_stands_it_is_somebodys() -> None:
    found = giver_in("The harbour board had stopped at ", " by noon.")
    assert found is not None and found.name == "harbour board"
    assert giver_in("The harbour board had stopped at ", " piers.") is None


def test_other_words_for_bodies() -> None:
    assert body_of("cops (unnamed)") == body_of("police") and body_of("Health Secretariat") is not None
