"""Two figures that somebody asks about: how they stand to each other."""

from __future__ import annotations

import pytest

from firsthand.reconcile.figures import figures_of
from firsthand.reconcile.judge import judge_pair
from firsthand.reconcile.sides import Side, side_of
from tests.reconcile.builders import make_report


def side(
    text: str, number: str, speaker: str | None, day: str | None = "2031-05-04", counted: str | None = "people", **fields: object
) -> Side:  # fmt: skip
    url = f"https://post.example/{number}"
    reading = make_report(text, url=url, published=day, speaker=speaker, numbers=(number,), counted=counted, **fields)  # type: ignore[arg-type]
    return side_of(reading, figures_of(reading)[0])


FIRE = side("The fire in the Ossby mill killed 31 people, the fire brigade said.", "31", "fire brigade")


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (side("Thirty-one people were killed in the fire at the Ossby mill, according to the fire brigade.", "Thirty-one", "fire brigade"), "repeats"),
        (side("The fire in the Ossby mill has now killed 34 people, the fire brigade said.", "34", "fire brigade", "2031-05-06"), "updates"),
        (side("The fire in the Ossby mill has now killed 34 people, the fire chief said.", "34", "fire chief", "2031-05-06"), "updates"),
        (side("The fire in the Ossby mill killed 12 people, the owner said.", "12", "owner"), "disputes"),
        (side("The fire in the Ossby mill killed 12 people, the owner said.", "12", "owner", "2031-05-05"), "disputes"),
        (side("The fire in the Ossby mill killed 40 people, the owner said.", "40", "owner", "2031-05-05"), "cannot tell"),
        (side("The fire in the Ossby mill left 45 people dead or missing, the fire brigade said.", "45", "fire brigade"), "different scope"),
        (side("Nine of those killed in the fire at the Ossby mill were apprentices, the fire brigade said.", "Nine", "fire brigade"), "part of"),
        (side("31 sailors signed a letter about wages.", "31", "the crew", counted="sailors"), "unrelated"),
        (side("The fire in the Ossby mill has cost 40 lives.", "40", None), "cannot tell"),
        (side("The fire in the Ossby mill killed 12 people, an official said.", "12", "official"), "cannot tell"),
    ],
)  # fmt: skip
def test_relations_of_a_pair(other: Side, relation: str) -> None:
    """each relation, in both orders"""
    assert judge_pair(FIRE, other).relation == relation
    assert judge_pair(other, FIRE).relation == relation
    assert judge_pair(FIRE, other).reason


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (side("A slide at Tarn Head buried 44 houses, the relief office said.", "44", "relief office", counted="houses"),
         side("A slide near Varde buried 8 houses, the prefect said.", "8", "prefect", counted="houses"), "unrelated"),
        (side("The Ossby mill had 800 people at work, it said.", "800", "Ossby mill"),
         side("Counting those lent by other firms, the Ossby mill had 1,300 people at work, the union said.", "1,300", "union"), "different scope"),
        (side("The crofters had asked for 88 million crowns from the Ossby mill, their lawyer said.", "88 million", "lawyer", counted="crowns"),
         side("A court ordered the Ossby mill to pay the crofters 12 million crowns, the mill said.", "12 million", "mill", counted="crowns"), "different scope"),
        (side("Tarn Grid said the storm had cut off 2,000 homes in Varde.", "2,000", "Tarn Grid", counted="homes"),
         side("Tarn Grid said that the number of homes in Varde still without power is down to 300.", "300", "Tarn Grid", "2031-05-06", counted="homes"), "updates"),
        (side("Of its sluices in the Varde valley, 17 failed, the water board said.", "17", "water board", counted="sluices"),
         side("Farmers in the Varde valley said 60 sluices had failed.", "60", "farmers", counted="sluices"), "disputes"),
        (side("Ten lorries reached Varde, the relief office said.", "Ten", "relief office", counted="lorries"),
         side("The relief office said 16 lorries had left for Varde.", "16", "relief office", counted="lorries"), "different scope"),
        (side("Guards arrested 40 marchers in Varde.", "40", "guards", counted="marchers"),
         side("A court sentenced 6 marchers from Varde.", "6", "court", counted="marchers"), "different scope"),
        (side("Wages in Varde rose by 7 percent, the bureau said.", "7", "bureau", counted="wages", unit="percent"),
         side("After inflation wages in Varde rose by 2 percent, the union said.", "2", "union", counted="wages", unit="percent"), "different scope"),
        (side("Clinics took in 51 dead from the Varde fire, the morgue said.", "51", "morgue", counted="dead"),
         side("The Varde fire killed 46 people, the fire chief said.", "46", "fire chief"), "disputes"),
        (side("The bureau said 812 clerks were detained in Varde.", "812", "bureau", counted="clerks"),
         side("In Varde 540 drivers were detained, the league said.", "540", "league", counted="drivers"), "cannot tell"),
    ],
)  # fmt: skip
def test_other_stage_basis_and_population(one: Side, other: Side, relation: str) -> None:
    """a stage, a basis or a group of its own is another scope; but "some of them" cannot outgrow all; two trades may be one group or two"""
    assert judge_pair(one, other).relation == relation
    assert judge_pair(other, one).relation == relation


def test_a_denial_disputes_over_days() -> None:
    """who rejects a number gives his own against it, even three days later"""
    claim = side("The league said 60 wells in Varde were fouled.", "60", "league", counted="wells")
    denial = side(
        "The mill rejected that: 4 wells in Varde were fouled, it said.", "4", "mill", "2031-05-07", counted="wells"
    )
    later = side("The mill said 64 wells in Varde were fouled.", "64", "mill", "2031-05-07", counted="wells")
    assert judge_pair(claim, denial).relation == "disputes"
    assert judge_pair(claim, later).relation == "cannot tell"
