"""Names folded for comparing."""

from __future__ import annotations

import pytest

from firsthand.text.names import acronym_of, fold, is_acronym, strip_possessive


@pytest.mark.parametrize(
    ("one", "other"),
    [("U.N.", "UN"), ("São Tomé", "sao tome"), ("The Herald’s", "Herald"), ("Łódź", "lodz"), ("N'Djamena", "Ndjamena"),
     ("Port-Alder", "port alder"), ("Türkiye", "turkiye")],
)  # fmt: skip
def test_spellings_that_mean_one_name_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_possessive_is_stripped_and_no_other_s() -> None:
    assert [strip_possessive(name) for name in ("Holt’s", "the Hales'", "Hales")] == ["Holt", "the Hales", "Hales"]


def test_acronyms_are_capitals_only() -> None:
    assert is_acronym("E.U.") and is_acronym("NSO") and not is_acronym("Nato") and not is_acronym("A")
    assert acronym_of("National Survey Office of Norland") == "NSON"
