"""Numbers of one thing by one party, in time; and slips of pages that are no numbers of their own."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

from firsthand.reconcile import settle
from firsthand.reconcile.days import Stretch
from firsthand.reconcile.threads import _period
from firsthand.records import QuantityRelation, Reading, Settlement
from tests.reconcile.test_relations import make_page, relations, release_of

PLACES = ("after the Lunde dam broke above Varde", "when water from the Lunde reservoir came down on Varde",
          "below the broken Lunde dam in Varde", "in Varde under what had been the Lunde dam")  # fmt: skip
WORDS = (
    "{who} said {dead} people were killed {where}. {who} also said {hurt} people were injured.",
    "By now {dead} people were killed {where}, {who} said on the radio. Then {who} said {hurt} people were injured.",
    "{where}, {dead} people were killed, and {hurt} people were injured: so {who} said.",
    "In the hall {who} said that {dead} people were killed {where}; then, that {hurt} people were injured.",
)


def report(index: int, who: str, dead: str, hurt: str, day: str | None) -> Reading:
    """Gives a page on which one asserter counts dead and injured, worded unlike the other pages."""
    text = WORDS[index].format(who=who, dead=dead, hurt=hurt, where=PLACES[index])
    said = ((who, f"{dead} people were killed", dead, "people"), (who, f"{hurt} people were injured", hurt, "people"))
    return make_page(f"paper{index}", text, said, day=day)  # type: ignore[arg-type]


def updates(settlement: Settlement) -> set[tuple[str, str]]:
    """Gives the (later, earlier) values that the settlement calls an update."""
    low = {r.id: r.low for r in settlement.releases}
    return {(low[j.subject], low[j.object]) for j in settlement.judgements if j.about == "origin" and j.relation == "updates"}  # fmt: skip


def test_each_number_updates_the_one_before_it() -> None:
    """neighbours in time only, a falling count too"""
    pages = (report(0, "Ilse Marn", "431", "912", "2031-04-02"), report(1, "Ilse Marn", "512", "1408", "2031-04-03"), report(2, "Ilse Marn", "638", "1377", "2031-04-04"))  # fmt: skip
    assert updates(settle(pages)) == {("512", "431"), ("638", "512"), ("1408", "912"), ("1377", "1408")}


def test_pages_without_a_day_are_placed_by_a_growing_count() -> None:
    """the dead tell the time for the injured that the same pages give, though these fell"""
    pages = (report(0, "Ilse Marn", "431", "912", None), report(1, "Ilse Marn", "512", "1408", None), report(2, "Ilse Marn", "638", "1377", None))  # fmt: skip
    assert updates(settle(pages)) == {("512", "431"), ("638", "512"), ("1408", "912"), ("1377", "1408")}


def test_who_speaks_for_one_state_is_one_party() -> None:
    """junta and minister move one count on; a shadow government stands against it"""
    government = report(0, "the ruling junta", "431", "912", "2031-04-02")
    minister = report(1, "the interior minister", "512", "1408", "2031-04-03")
    shadow = report(2, "the shadow government", "831", "2214", "2031-04-03")
    settlement = settle((government, minister, shadow))
    assert ("512", "431") in updates(settlement)
    assert relations(settlement, (minister, 512), (shadow, 831)) == {"disputes"}


def test_exchanged_digits_on_one_occasion_are_a_slip() -> None:
    """one asserter, the same uncommon count of the dead, 1408 injured here and 1480 there: one number"""
    right, slip = (
        report(0, "Ilse Marn", "5127", "1408", "2031-04-02"),
        report(1, "Ilse Marn", "5127", "1480", "2031-04-02"),
    )
    settlement = settle((right, slip))
    assert release_of(settlement, right, 1408) == release_of(settlement, slip, 1480)
    other = report(1, "Ilse Marn", "5127", "1533", "2031-04-02")
    settlement = settle((right, other))
    assert release_of(settlement, right, 1408) != release_of(settlement, other, 1533)


def test_a_rounding_under_a_bound_is_the_number_it_rounds() -> None:
    """“more than 500” of the day on which the same asserter counts 512"""
    exact = report(0, "Ilse Marn", "512", "1408", "2031-04-02")
    bound = make_page(
        "paper3",
        f"Ilse Marn said more than 500 people were killed {PLACES[3]}.",
        (("Ilse Marn", "more than 500 people were killed", "500", "people"),),
    )
    loose = replace(bound, quantities=tuple(replace(q, comparator="more than") for q in bound.quantities))
    settlement = settle((exact, loose))
    assert release_of(settlement, exact, 512) == release_of(settlement, loose, 500)


def count(
    index: int, words: str, number: str, counted: str, day: str, who: str = "Ilse Marn", **fields: object
) -> Reading:
    """Gives a page on which one asserter gives one number, worded unlike the other pages."""
    text = (f"{who} said that {words} {PLACES[index]}.", f"{PLACES[index].capitalize()}, {words}: so {who} said.",
            f"On the radio {who} said {words} {PLACES[index]}.", f"{words.capitalize()} {PLACES[index]}, {who} said.")[index]  # fmt: skip
    said = words if words in text else words.capitalize()
    return make_page(f"paper{index}", text, ((who, said, number, counted),), day=day, **fields)  # type: ignore[arg-type]


def test_a_count_that_can_only_grow_does_not_fall_to_less_than_half() -> None:
    """the eleven are of another place or of fewer people, and the next number follows the one before them"""
    pages = (count(0, "431 people were killed", "431", "people", "2031-04-02"), count(1, "111 people were killed", "111", "people", "2031-04-03"),
             count(2, "512 people were killed", "512", "people", "2031-04-04"))  # fmt: skip
    assert updates(settle(pages)) == {("512", "431")}


def test_some_of_those_counted_have_a_thread_of_their_own() -> None:
    """the children among the dead, on two days"""
    first = "Ilse Marn said 431 people were killed after the Lunde dam broke above Varde, 66 children among them."
    second = "In the hall Ilse Marn said that 512 people were killed, 88 children among them, when water from the Lunde reservoir came down on Varde."
    pages = tuple(
        make_page(name, text, (("Ilse Marn", f"{dead} people were killed", dead, "people"), ("Ilse Marn", f"{young} children among them", young, "children")),
                  day=day, part=(young, dead))
        for name, text, dead, young, day in (("fellwire", first, "431", "66", "2031-04-02"), ("isknet", second, "512", "88", "2031-04-03"))
    )  # fmt: skip
    assert ("88", "66") in updates(settle(pages))


def test_a_release_with_two_names_joins_the_threads_of_both() -> None:
    """who are citizens on one page and surveyors on the next are followed by surveyors"""
    pages = (count(0, "2,317 citizens were there", "2,317", "citizens", "2031-04-02"), count(1, "2,317 surveyors were there", "2,317", "surveyors", "2031-04-02"),
             count(2, "4,309 surveyors were there", "4,309", "surveyors", "2031-04-05"))  # fmt: skip
    assert ("4309", "2317") in updates(settle(pages))


def test_ministries_of_two_nations_are_two_parties() -> None:
    """whether a gazetteer knows them or not"""
    one = count(0, "431 people were killed", "431", "people", "2031-04-02", who="the Orsan health ministry")
    other = count(2, "512 people were killed", "512", "people", "2031-04-03", who="the Tarnese interior ministry")
    assert not updates(settle((one, other)))


def test_a_number_that_does_not_fit_stands_outside_the_thread() -> None:
    """the 911 are of something else: the run that grows the least leaves them out"""
    pages = (count(0, "91 people were killed", "91", "people", "2031-04-02"), count(1, "911 people were killed", "911", "people", "2031-04-03"),
             count(2, "163 people were killed", "163", "people", "2031-04-05"))  # fmt: skip
    assert updates(settle(pages)) == {("163", "91")}


def test_what_the_next_page_leaves_unsaid_is_of_the_same_thread() -> None:
    """suspected cases on one day, cases on the next; of two provinces each is a thread of its own"""
    pages = (count(0, "214 suspected cases were found", "214", "suspected cases", "2031-04-02"), count(1, "272 cases were found", "272", "cases", "2031-04-03"))  # fmt: skip
    assert updates(settle(pages)) == {("272", "214")}


def test_a_number_that_another_took_the_place_of_stands_right_before_it() -> None:
    """ "lowered to 438 from 499", a day after 272: from 272 to 499, and from 499 to 438"""
    first = count(0, "272 cases were found", "272", "cases", "2031-04-02")
    text = "Ilse Marn said the cases were lowered to 438 from 499 below the broken Lunde dam in Varde."
    last = make_page("paper2", text, (("Ilse Marn", "the cases were lowered to 438", "438", "cases"), ("Ilse Marn", "from 499", "499", "cases")), day="2031-04-05")  # fmt: skip
    new, old = last.quantities
    changed = replace(last, quantity_relations=(QuantityRelation(subject=old.id, object=new.id, relation="revision"),))
    assert updates(settle((first, changed))) == {("499", "272"), ("438", "499")}


def test_a_stretch_that_began_with_the_story_and_goes_on_is_all_so_far() -> None:
    """ "since Monday", "since the beginning": the next number need not say so; a week of last year is another matter"""
    first = SimpleNamespace(day="2031-04-05", period=Stretch("2031-04-02", "2031-04-05", is_open=True))
    other = SimpleNamespace(day="2031-04-05", period=Stretch("2031-01-01", "2031-04-05", is_open=True))
    closed = SimpleNamespace(day="2031-04-05", period=Stretch("2031-04-02", "2031-04-03"))
    assert _period(cast(Any, first)) == "" == _period(cast(Any, SimpleNamespace(day=None, period=None)))
    assert _period(cast(Any, other)) and _period(cast(Any, closed))


def test_a_loose_number_of_nobody_knows_what_is_no_rounding_days_later() -> None:
    """ "some 430 others were feared caught", and two days later 438 are dead"""
    loose = make_page("paper0", "Ilse Marn said about 430 others were caught after the Lunde dam broke above Varde.",
                      (("Ilse Marn", "about 430 others were caught", "430", "others"),), day="2031-04-02")  # fmt: skip
    loose = replace(loose, quantities=tuple(replace(q, comparator="about") for q in loose.quantities))
    exact = count(1, "438 people were killed", "438", "people", "2031-04-05")
    settlement = settle((loose, exact))
    assert release_of(settlement, loose, 430) != release_of(settlement, exact, 438)


def test_a_larger_number_of_days_before_is_told_again_beside_the_later() -> None:
    """ "4,300 wait, says the grid, which had 28,000 last week": the 4,300 are no part of the 28,000"""
    first = count(0, "28000 homes were dark", "28000", "homes", "2031-04-02", "Tarn Grid")
    text = "Tarn Grid said that 4300 homes were dark below the broken Lunde dam in Varde. Tarn Grid had 28000 homes on its books."
    said = (
        ("Tarn Grid", "4300 homes were dark", "4300", "homes"),
        ("Tarn Grid", "28000 homes on its books", "28000", "homes"),
    )
    assert ("4300", "28000") in updates(settle((first, make_page("paper2", text, said, day="2031-04-06"))))


def test_a_change_that_a_page_states_is_an_update_where_one_side_is_only_guessed() -> None:
    """ "raised from 11 to 19" says it, whatever the page leaves to be guessed"""
    text = "Ilse Marn said 19 people were killed, raised from 11, after the Lunde dam broke above Varde."
    page = make_page("paper0", text, (("Ilse Marn", "19 people were killed", "19", "people"), ("Ilse Marn", "raised from 11", "11", "")), day="2031-04-05")  # fmt: skip
    new, old = page.quantities
    changed = replace(page, quantity_relations=(QuantityRelation(subject=old.id, object=new.id, relation="change"),))
    assert updates(settle((changed,))) == {("19", "11")}
