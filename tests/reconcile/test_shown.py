"""Names shown: who a page means by an office or a noun, by a name that the story's pages have."""

from __future__ import annotations

import pytest

from firsthand.reconcile.holders import is_office
from firsthand.reconcile.shown import _fits, _Name


def person(words: str) -> _Name:
    return _Name(words, words.lower(), "a", True)


def body(words: str) -> _Name:
    return _Name(words, words.lower(), "a", False)


@pytest.mark.parametrize(
    ("core", "name", "fits"),
    [
        ("governor", person("Oda Lind"), True),
        ("harbour master", person("Oda Lind"), True),
        ("governor", body("Governor's Office"), False),
        ("company", body("Fell Dairy"), True),
        ("company", person("Oda Lind"), False),
        ("union", body("Orsa Dockers' Union"), True),
        ("hospital", body("Fell Dairy"), False),
        ("Coast Guard chiefs", body("Coast Guard"), True),
        ("Coast Guard chiefs", body("Harbour Board"), False),
        ("navy", body("navy"), False),
    ],
)
def test_a_name_stands_for_what_a_page_calls_somebody(core: str, name: _Name, fits: bool) -> None:
    """An office is shown by its holder's name, the noun of a body by the body's; never the other way round."""
    assert _fits(core, name) is fits


def test_several_people_hold_no_office() -> None:
    assert is_office("harbour master") and not is_office("officers") and not is_office("company")
