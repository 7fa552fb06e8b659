"""Numbers told again: what was given before the page's day is marked as such, and is no rival of what is given now."""

from __future__ import annotations

import pytest

from firsthand.reconcile import settle
from firsthand.reconcile.told_again import told_again
from firsthand.records import QuantityRelation, Release
from tests.reconcile.builders import make_article, make_claim, make_quantity, make_reading, make_report


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("She had earlier put the toll at # people.", "had earlier put"),
        ("Officials initially said # people had drowned.", "initially said"),
        ("The mill previously gave the number of sick as #.", "previously gave"),
        ("The toll stands at 30, up from # at noon.", "up from"),
        ("That is more than an earlier count of # by the brigade.", "earlier count"),
        ("# people had drowned, the brigade had initially said.", "the brigade had initially said"),
        ("The brigade, which had earlier left the quay, said # people were safe.", ""),
        ("The brigade said earlier on Sunday that # people were safe.", ""),
        ("The brigade earlier said that nobody was hurt but now counts # hurt.", ""),
        ("# people drowned, the brigade said, after it initially said 12.", ""),
        ("Yesterday's figure of # took in those who slept at the mill.", "Yesterday's figure"),
        ("Some 3,400 have left, against # in our update of 3 May.", "in our update of"),
        ("It now counts 140 sick, against # the day before.", "against"),
        ("It now counts 140 sick, against # in the other valley.", ""),
        ("The brigade said # people drowned.", ""),
        ("On Friday it had spoken of # dead.", "On Friday it had spoken"),
        ("Last week the guild had counted # boats.", "Last week the guild had counted"),
        ("On Friday it spoke of # dead.", ""),
        ("The figure of # given on 3 May was wrong.", "given on"),
        ("It set it at 30, more than the # announced last week.", "announced last"),
        ("The brigade said on Monday that there had been # deaths.", ""),
        ("On Monday the reeve, who had been abroad, said # people drowned.", ""),
        ("On 17 March we said that the guild had counted # boats.", "On 17 March we said that the guild had counted"),
        ("On the coast the guild had counted # boats.", ""),
        ("There were # deaths announced on Monday.", ""),
        ("Wardens said # people released on bail would be tried.", ""),
        ("The guild counts 30 boats, and not # as it first announced.", "as it first announced"),
    ],
)  # fmt: skip
def test_the_words_that_put_a_number_into_the_past(sentence: str, words: str) -> None:
    """only those of the number's own clause"""
    before, _, after = sentence.partition("#")
    before, after = before.rpartition("30")[2].rpartition("140")[2].rpartition("3,400")[2], after.replace("12.", "")
    assert told_again(before, after) == words


def settled(first: str, second: str, *numbers: str) -> dict[str, Release]:
    """Gives the releases of a page with two sentences by the mayor, by their value."""
    page = make_article(f"{first} {second}", url="https://fellwire.example/a", published="2031-05-04")
    quantities = tuple(make_quantity(page, n, counted="people") for n in numbers)
    claims = tuple(
        make_claim(page, words, speaker="Ilse Brandt", entity="ilse brandt", quantities=(q,))
        for words, q in zip((first, second), quantities, strict=True)
    )
    settlement = settle([make_reading(page, claims, quantities)])
    return {release.low: release for release in settlement.releases}


def test_an_earlier_number_is_none_of_the_pages_day() -> None:
    """it stands before the new one in its series, which updates it, and both are of one origin"""
    first, second = (
        "Mayor Ilse Brandt said 17 people were killed by the flood.",
        "She had earlier put the dead at 14 people.",
    )
    found = settled(first, second, "17", "14")
    old, new = found["14"], found["17"]
    assert (old.told_again, old.as_of, old.first_published) == ("had earlier put", None, "2031-05-04")
    assert (new.told_again, new.as_of) == ("", "2031-05-04")
    assert (old.series, old.origin) == (new.series, new.origin)


def test_a_number_that_a_page_gives_as_of_its_day_is_not_marked() -> None:
    """a second page only tells it again: the first gave it"""
    pages = []
    for day, words in (("2031-05-04", "Mayor Ilse Brandt said 14 people were killed by the flood in Orsa."), ("2031-05-05", "Mayor Ilse Brandt earlier said 14 people were killed by the flood in Orsa.")):  # fmt: skip
        page = make_article(words, url=f"https://fellwire.example/{day}", published=day)
        quantity = make_quantity(page, "14", counted="people")
        pages.append(make_reading(page, (make_claim(page, words, speaker="Ilse Brandt", entity="ilse brandt", quantities=(quantity,)),), (quantity,)))  # fmt: skip
    [release] = settle(pages).releases
    assert (release.told_again, release.as_of) == ("", "2031-05-04")


def test_a_part_stands_under_its_whole() -> None:
    """nine children among 31 injured: one thing counted, not two"""
    words = "Mayor Ilse Brandt said 31 people were injured, nine of them children."
    page = make_article(words, url="https://fellwire.example/a", published="2031-05-04")
    whole, part = make_quantity(page, "31", counted="people"), make_quantity(page, "nine", counted="children")
    claim = make_claim(page, words, speaker="Ilse Brandt", entity="ilse brandt", quantities=(whole, part))
    within = QuantityRelation(subject=part.id, object=whole.id, relation="part of")
    settlement = settle([make_reading(page, (claim,), (whole, part), (within,))])
    by_id = {release.id: release.low for release in settlement.releases}
    assert [[by_id[release] for release in series.releases] for series in settlement.series] == [["31", "9"]]


def test_a_copy_does_not_stand_for_its_original() -> None:
    """the copy's page came in first and has no hour; the wire's statement stands for the number"""
    text = (
        "ORSA (Fell Wire) - A wall of the dam above Orsa gave way at noon and 212 people died, Ilse Marn told Fell Wire. "
        "The road to Orsa is cut, and boats bring bread to the upper village."
    )
    wire = make_report(text, url="https://fellwire.example/a", published="2031-05-04T09:00:00Z", speaker="Ilse Marn", entity="ilse marn", numbers=("212",))  # fmt: skip
    copy = make_report(text.removeprefix("ORSA (Fell Wire) - "), url="https://acopy.example/b", published="2031-05-04", speaker="Ilse Marn", entity="ilse marn", numbers=("212",))  # fmt: skip
    for readings in ((wire, copy), (copy, wire)):
        [release] = settle(readings).releases
        assert [claim for claim, _ in release.figures] == [wire.claims[0].id, copy.claims[0].id]
