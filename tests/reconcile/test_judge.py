"""Two figures that somebody asks about: how they stand to each other."""

from __future__ import annotations

import pytest

from firsthand.reconcile.figures import figures_of
from firsthand.reconcile.judge import Side, judge_pair
from tests.reconcile.builders import make_report


def side(text: str, number: str, speaker: str | None, day: str | None = "2031-05-04", counted: str = "people") -> Side:
    url = f"https://post.example/{number}"
    reading = make_report(text, url=url, published=day, speaker=speaker, numbers=(number,), counted=counted)
    return Side(figure=figures_of(reading)[0], text=text)


FIRE = side("The fire in the Ossby mill killed 31 people, the fire brigade said.", "31", "fire brigade")


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (side("Thirty-one people were killed in the fire at the Ossby mill, according to the fire brigade.", "Thirty-one", "fire brigade"), "repeats"),
        (side("The fire in the Ossby mill has now killed 34 people, the fire brigade said.", "34", "fire brigade", "2031-05-06"), "updates"),
        (side("The fire in the Ossby mill killed 12 people, the owner said.", "12", "owner"), "disputes"),
        (side("The fire in the Ossby mill left 45 people dead or missing, the fire brigade said.", "45", "fire brigade"), "different scope"),
        (side("Nine of those killed in the fire at the Ossby mill were apprentices, the fire brigade said.", "Nine", "fire brigade"), "part of"),
        (side("31 sailors signed a letter about wages.", "31", "the crew", counted="sailors"), "unrelated"),
        (side("The fire in the Ossby mill has cost 40 lives.", "40", None), "cannot tell"),
    ],
)  # fmt: skip
def test_relations_of_a_pair(other: Side, relation: str) -> None:
    """each relation, in both orders"""
    assert judge_pair(FIRE, other).relation == relation
    assert judge_pair(other, FIRE).relation == relation
    assert judge_pair(FIRE, other).reason
