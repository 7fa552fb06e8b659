"""Every value names rules that a reader can look up by number, and the reference says what the code says."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from firsthand.annotate.place import PlaceFinder
from firsthand.annotate.place.listed import LISTED as PLACES
from firsthand.annotate.quantity import find_quantities, relate_quantities
from firsthand.annotate.quantity.listed import LISTED as QUANTITIES
from firsthand.annotate.quantity.listed import LISTED_RELATIONS as RELATIONS
from firsthand.annotate.status import find_status
from firsthand.annotate.status.listed import LISTED as STATUSES
from firsthand.annotate.timex import find_timexes
from firsthand.annotate.timex.listed import LISTED as TIMES
from firsthand.parse import Parser
from firsthand.text.rule_numbers import ListedRule, numbers_in
from tests.builders import make_article

ROOT = Path(__file__).parent.parent.parent
TEXT = (
    "At least 12 people were killed and 30 wounded when two or three rockets hit Porto on Tuesday, the mayor of Braga, Inga Torvald, said. "
    "Nine of the 30 wounded have died since, bringing the toll to 21. Dozens of houses burned, twice as many as in May. "
    "None of the trains ran. About a third of the town has no water. Springfield may be next, officials reportedly said. "
    "The village of Quellmarca, in Portugal, will rebuild its bridge by the end of 2032. Turnout fell from 61 to 54 per cent. "
    "One in five beds is free, and the rest are taken. Bread costs $2 a loaf. Several hundred men waited near Lisbon overnight."
)


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("list_rules", ROOT / "scripts" / "list_rules.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["list_rules"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["rules-quantities.md", "rules-times.md", "rules-places.md", "rules-status.md"])
def test_the_reference_lists_the_rules_of_the_code(name: str) -> None:
    """`python scripts/list_rules.py` writes the pages anew."""
    assert (ROOT / "docs" / "reference" / name).read_text("utf-8") == script().page(name)


@pytest.mark.parametrize("listed", [QUANTITIES, RELATIONS, TIMES, PLACES, STATUSES], ids="QRTPS")
def test_numbers_and_names_are_unique_and_told(listed: tuple[ListedRule, ...]) -> None:
    """No rule is without a line that says what it reads."""
    assert len({rule.number for rule in listed}) == len({rule.name for rule in listed}) == len(listed)
    assert [rule.name for rule in listed if not rule.says] == []


def test_each_value_names_rules_with_numbers() -> None:
    """Whatever an annotator gives, its rule is made of listed names only."""
    document = Parser.load()(make_article(TEXT))
    quantities = find_quantities(document)
    relations = relate_quantities(document, quantities)
    places = PlaceFinder.load(demonyms=True)(document)
    for listed, rules in (
        (QUANTITIES, {quantity.rule for quantity in quantities}),
        (RELATIONS, {relation.rule for relation in relations}),
        (TIMES, {timex.rule for timex in find_timexes(document)}),
        (PLACES, {place.rule for place in places}),
        (STATUSES, {cue.rule for cue in find_status(document)}),
    ):
        assert rules
        for rule in rules:
            numbers = numbers_in(rule, listed)
            assert len(numbers) == 1 + rule.count("; ") + rule.count(": ") or rule in {row.name for row in listed}, rule
