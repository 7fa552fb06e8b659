"""What reading costs grows as the page does: counted in calls, which no machine's speed changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from firsthand.claims import assemble
from tests.builders import make_article

NAMES = "Aln Brede Corvo Darn Elsk Farne Gorm Hald".split()


def told(at: int) -> str:
    """One paragraph with figures, a speaker, a pronoun and a quotation."""
    name, number = NAMES[at % 8], at % 90 + 3
    return (
        f"In {name} {number} boats sank on {at % 27 + 1} May, the mayor, Ada {name}, said. He denied it. "
        f"“They never had {number - 1} boats,” she told the Bay Courier, {at % 50 + 2} percent of the fleet."
    )


def listed(at: int) -> str:
    """One line of a table."""
    return f"{NAMES[at % 8]}: {at % 90 + 3} dead, {at % 40 + 2} hurt, {at % 70 + 5} houses"


def calls(work: Callable[[], Any]) -> int:
    """Gives the number of calls that a piece of work makes."""
    count = 0

    def seen(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("paragraph", [told, listed])
def test_twice_the_page_costs_twice_the_steps(reader: Any, paragraph: Callable[[int], str]) -> None:
    """Notes and claims of a page of many figures: no rule walks the whole page for each of them."""

    def steps(size: int) -> int:
        document = reader.parser(make_article("\n\n".join(map(paragraph, range(size)))))
        return calls(lambda: assemble(document, reader.annotate(document)))

    steps(2)  # tables are built at the first call
    assert steps(120) < 2.6 * steps(60)
