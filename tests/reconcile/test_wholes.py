"""Numbers that hang on others of their page: some of those counted, and numbers whose place another took."""

from __future__ import annotations

import pytest

from firsthand.reconcile.figures import figures_of
from firsthand.records import QuantityRelation
from tests.reconcile.builders import make_article, make_claim, make_quantity, make_reading


def kinds_of(text: str, numbers: tuple[str, ...], relations: tuple[tuple[str, str, str], ...] = ()) -> dict[str, str]:
    article = make_article(text, url="https://fellwire.example/x", published="2031-04-02")
    found = {n: make_quantity(article, n, elided=i > 0) for i, n in enumerate(numbers)}
    said = tuple(QuantityRelation(subject=found[a].id, object=found[b].id, relation=r) for a, r, b in relations)  # type: ignore[arg-type]
    claim = make_claim(article, text, quantities=tuple(found.values()))
    figures = figures_of(make_reading(article, (claim,), tuple(found.values()), said))
    return {
        f.words: " ".join([f.kind.name, *sorted(f.kind.scopes), "(again)" * bool(f.told_again)]).strip()
        for f in figures
    }


@pytest.mark.parametrize(
    ("text", "numbers", "relations", "kinds"),
    [
        ("The Guard counts 38 villagers killed, nine of them children; it knows of injuries to 102.", ("38", "nine", "102"), (("nine", "part of", "38"),),
         {"38": "killed", "nine": "killed children", "102": "injured"}),
        ("The Guard has 40 dead and 90 hurt, 3 and 7 of them in Orsa.", ("40", "90", "3", "7"), (("7", "part of", "90"),),
         {"40": "killed", "90": "injured", "3": "killed some of them", "7": "injured some of them"}),
        ("The Guard has 158 survivors and 27 dead. Of the dead, seven were carters.", ("158", "27", "seven"), (), {"158": "rescued", "27": "killed", "seven": "killed"}),
        ("The Guard lists 38 people as missing, seven of them found alive.", ("38", "seven"), (("seven", "part of", "38"),), {"38": "missing", "seven": "rescued some of them"}),
        ("Six of the drowned were women.", ("Six",), (), {"Six": "killed women"}),
        ("The Guard cut the dead to 49 from 61.", ("49", "61"), (("61", "revision", "49"),), {"49": "killed", "61": "killed (again)"}),
    ],
)  # fmt: skip
def test_kinds(
    text: str, numbers: tuple[str, ...], relations: tuple[tuple[str, str, str], ...], kinds: dict[str, str]
) -> None:
    """what befell the whole befell its part; a number that another replaced is told again"""
    assert kinds_of(text, numbers, relations) == kinds
