"""Relations between releases: updates, disputes, different scope, part of, corrections, across the pages of one invented flood."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.reconcile import figure_rows, settle
from firsthand.records import QuantityRelation, Reading, Settlement
from tests.reconcile.builders import make_article, make_claim, make_quantity, make_reading

RELATIONS = {"updates", "disputes", "different scope", "part of", "corrects"}
Said = tuple[str | None, str, str, str | None]  # speaker, words of the claim, the number in it, what is counted


def make_page(
    name: str,
    text: str,
    said: tuple[Said, ...],
    *,
    day: str = "2031-04-02",
    part: tuple[str, str] | None = None,
    status: str = "asserted",
    **fields: object,
) -> Reading:
    """Gives the reading of a page with one claim a number; `part` are two numbers of which it makes the first a part of the second."""
    article = make_article(text, url=f"https://{name}.example/{len(text)}", published=day, **fields)  # type: ignore[arg-type]
    claims, quantities = [], {}
    for speaker, words, number, counted in said:
        quantity = make_quantity(article, number, counted=counted)
        quantities[number] = quantity
        entity = speaker.lower() if speaker else None
        claim = make_claim(article, words, speaker=speaker, quantities=(quantity,), status=status, entity=entity)
        claims.append(replace(claim, speaker=replace(claim.speaker, kind="unnamed", entity=None) if speaker and "(unnamed" in speaker and claim.speaker else claim.speaker))  # fmt: skip
    relations = (QuantityRelation(subject=quantities[part[0]].id, object=quantities[part[1]].id, relation="part of"),) if part else ()  # fmt: skip
    return make_reading(article, tuple(claims), tuple(quantities.values()), relations)


def release_of(settlement: Settlement, reading: Reading, number: int) -> str:
    keys = {
        (c.id, q.id)
        for c in reading.claims
        for q in reading.quantities
        if q.id in c.quantities and q.low == number
    }  # fmt: skip
    return next(r.id for r in settlement.releases if keys & set(r.figures))


def relations(settlement: Settlement, a: tuple[Reading, int], b: tuple[Reading, int]) -> set[str]:
    pair = {release_of(settlement, *a), release_of(settlement, *b)}
    return {j.relation for j in settlement.judgements if {j.subject, j.object} == pair} & RELATIONS


# One event in several wordings, so that no page looks like a copy of another.
FLOOD = "after the Lunde dam broke above Varde"
WATER = "when water from the Lunde reservoir came down on Varde"
GOVERNOR = make_page(
    "fellwire",
    f"Governor Ilse Marn said 30 people were killed {FLOOD} in Varde. The Rescue Board lists 44 people as missing; Rescue Board spokesman Odd Rask read out the list.",
    (
        ("Ilse Marn", "30 people were killed", "30", "people"),
        ("Rescue Board", "44 people as missing", "44", "people"),
    ),
)
NEXT_DAY = make_page(
    "fellwire",
    f"On Thursday Odd Rask still listed 37 people as missing {WATER}. Ilse Marn was silent.",
    (("Odd Rask", "37 people as missing", "37", "people"),),
    day="2031-04-03",
)
UNION = make_page(
    "valleypost",
    f"The Millers' Union said 52 people were killed {WATER}. For Ilse Marn the dead are 30.",
    (
        ("Millers' Union", "52 people were killed", "52", "people"),
        ("Ilse Marn", "the dead are 30", "30", "dead"),
    ),
)


def test_a_spokesman_and_his_body_are_one_asserter() -> None:
    """the board's list, then its spokesman's smaller number a day later: an update"""
    settlement = settle((GOVERNOR, NEXT_DAY))
    assert relations(settlement, (NEXT_DAY, 37), (GOVERNOR, 44)) == {"updates"}


def test_two_asserters_numbers_of_one_day_are_disputed_and_neither_is_part_of_the_other() -> None:
    """also where the sentence looks as if the one were among the other"""
    within = replace(
        UNION,
        quantity_relations=(QuantityRelation(subject=UNION.quantities[1].id, object=UNION.quantities[0].id, relation="part of"),),
    )  # fmt: skip
    for page in (UNION, within):
        assert relations(settle((GOVERNOR, page)), (page, 52), (GOVERNOR, 30)) == {"disputes"}


@pytest.mark.parametrize(("number", "expected"), [("52", set()), ("19", {"disputes"})])
def test_a_day_later_only_a_lower_number_is_disputed(number: str, expected: set[str]) -> None:
    """a higher one may be the newer count"""
    words = f"{number} people were killed"
    page = make_page("valleypost", f"The Millers' Union said {words} {WATER}.", (("Millers' Union", words, number, "people"),), day="2031-04-03")  # fmt: skip
    assert relations(settle((GOVERNOR, page)), (page, int(number)), (GOVERNOR, 30)) == expected


def test_a_number_since_a_start_is_no_rival_of_one_days() -> None:
    """all the dead since the rains began, and the dead of the dam"""
    words = "52 people were killed since the rains began"
    page = make_page(
        "valleypost", f"The Millers' Union said {words} {WATER}.", (("Millers' Union", words, "52", "people"),)
    )
    assert "disputes" not in relations(settle((GOVERNOR, page)), (page, 52), (GOVERNOR, 30))


def test_a_denied_number_is_not_its_deniers() -> None:
    """the governor's aide rejects the union's 52; it stays the union's"""
    denial = make_page(
        "marktblad",
        f"Per Aas rejected the claim that 52 people were killed {FLOOD}.",
        (("Per Aas", "52 people were killed", "52", "people"),),
        status="denied",
    )
    settlement = settle((UNION, denial))
    assert release_of(settlement, denial, 52) == release_of(settlement, UNION, 52)
    assert {r.asserter for r in settlement.releases if r.id == release_of(settlement, UNION, 52)} == {"Millers' Union"}


def test_a_count_at_one_place_differs_in_scope_unless_a_page_sets_it_against_the_toll() -> None:
    """28 at one gate are not all the dead; 41 in one morgue “cannot be squared” with 30"""
    text = f"I counted 34 bodies at the mill {FLOOD} in Varde. Ilse Marn said 30 people were killed."
    seen = make_page(
        "valleypost",
        text,
        (
            (None, "I counted 34 bodies at the mill", "34", "bodies"),
            ("Ilse Marn", "30 people were killed", "30", "people"),
        ),
        byline="Tove Lind",
    )
    settlement = settle((GOVERNOR, seen))
    assert relations(settlement, (seen, 34), (GOVERNOR, 30)) == {"different scope"}
    assert {r.asserter for r in settlement.releases if r.id == release_of(settlement, seen, 34)} == {"Tove Lind"}
    words = f"Emil Torp said his morgue alone had received 41 people killed {FLOOD} in Varde, a number that cannot be squared with the 30 people killed of whom Ilse Marn spoke."
    odds = make_page(
        "marktblad",
        words,
        (("Emil Torp", "his morgue alone had received 41 people killed", "41", "people"), ("Ilse Marn", "the 30 people killed", "30", "people")),
    )  # fmt: skip
    assert relations(settle((GOVERNOR, odds)), (odds, 41), (GOVERNOR, 30)) == {"disputes"}


def test_counts_of_two_widths_differ_in_scope() -> None:
    """the city's hospitals and the whole province"""
    city = make_page(
        "fellwire",
        f"The city's hospitals admitted 164 injured people {FLOOD} in Varde, the City Clinic Board said.",
        (("City Clinic Board", "The city's hospitals admitted 164 injured people", "164", "injured people"),),
    )
    province = make_page(
        "valleypost",
        f"Doctors treated 211 injured people across the province {WATER}, the Lunde Health Office said.",
        (("Lunde Health Office", "Doctors treated 211 injured people across the province", "211", "injured people"),),
    )
    assert relations(settle((city, province)), (city, 164), (province, 211)) == {"different scope"}


def test_killed_is_part_of_killed_or_missing_and_differs_from_it_in_scope() -> None:
    """both are said: 30 of the 74, and another thing than they"""
    both = make_page(
        "fellwire",
        f"Minister Knut Bale said 74 people were killed or are missing {FLOOD} in Varde. Ilse Marn said 30 people were killed.",
        (
            ("Knut Bale", "74 people were killed or are missing", "74", "people"),
            ("Ilse Marn", "30 people were killed", "30", "people"),
        ),
        part=("30", "74"),
    )
    assert relations(settle((GOVERNOR, both)), (both, 30), (both, 74)) == {"part of", "different scope"}


def test_the_missing_are_no_part_of_the_dead() -> None:
    """whatever stands in one sentence"""
    page = make_page(
        "fellwire",
        f"Emil Torp said 28 people were killed {FLOOD} in Varde. Eighteen people are missing, Odd Rask said.",
        (
            ("Emil Torp", "28 people were killed", "28", "people"),
            ("Odd Rask", "Eighteen people are missing", "Eighteen", "people"),
        ),
        part=("Eighteen", "28"),
    )
    assert relations(settle((page,)), (page, 18), (page, 28)) == set()


def test_those_identified_are_part_of_those_counted() -> None:
    """one asserter gives both at once"""
    page = make_page(
        "fellwire",
        f"Ilse Marn said 30 people were killed {FLOOD} in Varde. Eleven of the dead have been identified, Marn said.",
        (
            ("Ilse Marn", "30 people were killed", "30", "people"),
            ("Ilse Marn", "Eleven of the dead have been identified", "Eleven", "dead"),
        ),
    )
    assert relations(settle((page,)), (page, 11), (page, 30)) == {"part of"}


def test_background_of_an_earlier_year_joins_no_toll() -> None:
    """“a weir burst there in 2011, killing 30” is not the governor's 30"""
    page = make_page(
        "valleypost",
        f"Ilse Marn said 30 people were killed {FLOOD} in Varde.\n\nA weir burst there in 2011, killing thirty workers.",
        (
            ("Ilse Marn", "30 people were killed", "30", "people"),
            (None, "A weir burst there in 2011, killing thirty workers", "thirty", "workers"),
        ),
    )
    settlement = settle((GOVERNOR, page))
    background = next(r for r in settlement.releases if (page.claims[1].id, page.quantities[1].id) in r.figures)
    named = next(r for r in settlement.releases if (page.claims[0].id, page.quantities[0].id) in r.figures)
    assert background.id != named.id and background.series != named.series and not background.established


def test_a_number_given_again_without_its_noun_is_the_same_number() -> None:
    """“those six” points back"""
    page = make_page(
        "fellwire",
        f"Emil Torp said six people were killed {FLOOD} in Varde. They were named. Those 6 lay by the weir.",
        (("Emil Torp", "six people were killed", "six", "people"), (None, "Those 6 lay by the weir", "6", None)),
    )
    assert len(settle((page,)).releases) == 1


@pytest.mark.parametrize("changed", [False, True], ids=["the rewrite keeps the kind", "the rewrite makes killed of it"])
def test_a_rewrite_that_changes_the_kind_keeps_the_asserter(changed: bool) -> None:
    """“74 killed” in a copy of “74 killed or missing” is still the minister's number"""
    tail = (
        " Divers from Orsa searched the lower mill until dusk, the road to Brekke was cut in two places, and 19 bridges were "
        "closed to lorries. Sigrun Dahl of the water board walked along the crest with engineers who had measured it in March."
    )
    kind = "were killed" if changed else "were killed or are missing"
    source = f"VARDE, April 2 (Fell Wire) - Minister Knut Bale said 74 people were killed or are missing {FLOOD}.{tail}"
    copy = f"Minister Knut Bale said 74 people {kind} {FLOOD}.{tail}"
    wire = make_page("fellwire", source, (("Knut Bale", "74 people were killed or are missing", "74", "people"),))
    other = make_page("digest", copy, (("Knut Bale", f"74 people {kind}", "74", "people"),))
    settlement = settle((wire, other))
    assert release_of(settlement, wire, 74) == release_of(settlement, other, 74)


def test_a_number_that_nobody_could_check_is_not_called_independent() -> None:
    """the union told the paper itself, and would not say how it counted"""
    clinic = make_page(
        "fellwire",
        f"Emil Torp told Fell Wire that 28 people were killed {FLOOD} in Varde.",
        (("Emil Torp", "28 people were killed", "28", "people"),),
    )
    for closing, expected in (("It names them all.", "independent"), ("It would not say how it had reached its figure.", "not established")):  # fmt: skip
        union = make_page(
            "valleypost",
            f"The Millers' Union told this newspaper that 52 people were killed {WATER}. {closing}",
            (("Millers' Union", "52 people were killed", "52", "people"),),
        )
        pair = {release_of(settled := settle((clinic, union)), clinic, 28), release_of(settled, union, 52)}
        answers = {j.relation for j in settled.judgements if {j.subject, j.object} == pair} - RELATIONS
        assert answers == {expected}


def test_two_outlets_at_one_briefing_share_the_occasion() -> None:
    """no shared wording, no citation: each heard the governor say it to several"""
    one = make_page(
        "fellwire",
        "Governor Ilse Marn told a briefing in Varde that 30 people were killed when the Lunde dam broke.\n\nThe road is cut.",
        (("Ilse Marn", "30 people were killed", "30", "people"),),
    )
    other = make_page(
        "radiovarde",
        "At the Lunde dam, thirty people were killed, Ilse Marn told reporters in Varde, with her coat still wet.",
        (("Ilse Marn", "thirty people were killed", "thirty", "people"),),
    )
    quiet = make_page(
        "marktblad",
        "At the Lunde dam, thirty people were killed, Ilse Marn said. Varde has no water.",
        (("Ilse Marn", "thirty people were killed", "thirty", "people"),),
    )
    assert "same occasion" in {j.relation for j in settle((one, other)).judgements}
    assert "same occasion" not in {j.relation for j in settle((one, quiet)).judgements}


def test_a_number_without_a_noun_names_its_series_so() -> None:
    """a reader is told that what is counted is not said"""
    page = make_page("fellwire", "Ilse Marn put it at 74.", (("Ilse Marn", "Ilse Marn put it at 74", "74", None),))
    assert [s.counted for s in settle((page,)).series] == ["what is counted is not said"]


def test_a_host_in_a_chain_is_shown_by_its_outlets_name() -> None:
    """another page of the case says how the host calls itself"""
    named = make_page("fellwire", "Rain fell on Varde.", (), outlet="Fell Wire")
    page = make_page("digest", "Ilse Marn said 74 people were killed.", (("Ilse Marn", "74 people were killed", "74", "people"),))  # fmt: skip
    claim = page.claims[0]
    hops = (replace(claim.hops[0], taker="www.fellwire.example"), replace(claim.hops[0], giver="www.fellwire.example"))
    relayed = replace(page, claims=(replace(claim, hops=hops),))
    rows = figure_rows((named, relayed), settle((named, relayed)))
    assert rows[0].chain == ("Ilse Marn", "Fell Wire", "digest.example")


def test_numbers_likened_on_a_page_are_of_one_thing_and_time() -> None:
    """a page of Friday has the guild's nine of its own, "where the service admits five": two counts of one thing, days apart or not"""
    text = f"The Weirmen's Guild says nine of its members were killed {WATER}, where the Rescue Board admits five."
    page = make_page(
        "marktblad", text, (("Weirmen's Guild", "nine of its members were killed", "nine", "members"), ("Rescue Board", "admits five", "five", None)), day="2031-04-04",
    )  # fmt: skip
    page = replace(page, quantities=(page.quantities[0], replace(page.quantities[1], elided=True)))
    board = make_page(
        "fellwire", f"Odd Rask of the Rescue Board said five weirmen were killed {FLOOD} in Varde.", (("Rescue Board", "five weirmen were killed", "five", "weirmen"),),
    )  # fmt: skip
    assert relations(settle((board, page)), (page, 9), (page, 5)) == {"disputes"}


def test_people_of_two_callings_are_no_two_counts() -> None:
    """40 fighters and 12 soldiers: the army's numbers of a day later update each its own"""
    first = make_page(
        "fellwire", f"The army said 12 soldiers were killed {FLOOD} in Varde. It counts 40 fighters killed.",
        (("Army", "12 soldiers were killed", "12", "soldiers"), ("Army", "40 fighters killed", "40", "fighters")),
    )  # fmt: skip
    later = make_page(
        "valleypost", f"The army said 17 soldiers were killed {WATER}, and 55 fighters killed.",
        (("Army", "17 soldiers were killed", "17", "soldiers"), ("Army", "55 fighters killed", "55", "fighters")), day="2031-04-03",
    )  # fmt: skip
    settled = settle((first, later))
    assert relations(settled, (later, 17), (first, 12)) == {"updates"}
    assert relations(settled, (later, 55), (first, 40)) == {"updates"}
    assert not relations(settled, (later, 17), (first, 40)) & {"updates", "disputes"}


def test_who_one_page_leaves_out_sets_two_numbers_of_one_body_not_apart() -> None:
    """ "seven of its men" on Wednesday and "nine killed" on Thursday are one count of the guild's"""
    first = make_page(
        "fellwire", f"The Weirmen's Guild said seven of its members were killed {FLOOD} in Varde.", (("Weirmen's Guild", "seven of its members were killed", "seven", "members"),)
    )  # fmt: skip
    later = make_page(
        "valleypost", f"The Weirmen's Guild said nine people were killed {WATER}.", (("Weirmen's Guild", "nine people were killed", "nine", "people"),), day="2031-04-03"
    )  # fmt: skip
    assert relations(settle((first, later)), (later, 9), (first, 7)) == {"updates"}


def rivals(
    first: str, second: str, numbers: tuple[str, str], counted: tuple[str, str], day: str = "2031-04-02"
) -> set[str]:
    """Gives the relations of the numbers of two pages, one by the governor and one, of `day`, by the union."""
    a = make_page(
        "fellwire",
        f"Governor Ilse Marn said {first} {FLOOD} in Varde.",
        (("Ilse Marn", first, numbers[0], counted[0]),),
    )
    b = make_page(
        "valleypost",
        f"The Millers' Union of Varde said {second} {WATER}.",
        (("Millers' Union", second, numbers[1], counted[1]),),
        day=day,
    )
    return relations(settle([a, b]), (a, int(numbers[0])), (b, int(numbers[1])))


@pytest.mark.parametrize(
    ("second", "number", "counted", "disputed"),
    [
        ("52 people were killed", "52", "people", True),
        ("the dead may pass 52 people", "52", "people", False),
        ("there could be 52 people dead", "52", "people", False),
        ("2 carters were killed", "2", "carters", False),
        ("24 carters were killed", "24", "carters", True),
        ("8 bodies were found", "8", "bodies", False),
    ],
)  # fmt: skip
def test_a_fear_and_a_few_of_one_sort_dispute_no_toll(second: str, number: str, counted: str, disputed: bool) -> None:
    """what may come is no rival of what is counted, and two carters may be among the thirty"""
    assert ("disputes" in rivals("30 people were killed", second, ("30", number), ("people", counted))) == disputed


def test_numbers_days_apart_dispute_where_the_later_page_holds_the_earlier_against_its_own() -> None:
    """and nobody else gave a newer one; without such words days apart leave it open"""
    second = "Days later the Millers' Union counted 52 people killed {water}, {odds} the 30 people killed that Ilse Marn lists."
    for odds, found in (("far above", {"disputes"}), ("after", set())):
        text = second.format(water=WATER, odds=odds)
        a = make_page(
            "fellwire",
            f"Governor Ilse Marn said 30 people were killed {FLOOD} in Varde.",
            (("Ilse Marn", "30 people were killed", "30", "people"),),
        )
        b = make_page(
            "valleypost",
            text,
            (("Millers' Union", "52 people killed", "52", "people"), ("Ilse Marn", "30 people killed", "30", "people")),
            day="2031-04-07",
        )
        assert relations(settle([a, b]), (a, 30), (b, 52)) == found, odds


@pytest.mark.parametrize(("counted", "expected"), [("people", {"disputes"}), ("sheep", set())])
def test_two_who_count_people_beside_each_other_dispute(counted: str, expected: set[str]) -> None:
    """81,000 and 68,000 people live there, on one page; sheep and people are no two counts of one"""
    text = f"The refugee office reckons with 68,000 people in the Lunde camp. The camp committee says 81,000 {counted} live there."
    said = (
        ("refugee office", "68,000 people", "68,000", "people"),
        ("camp committee", f"81,000 {counted} live there", "81,000", counted),
    )
    page = make_page("fellwire", text, said)
    assert relations(settle((page,)), (page, 68000), (page, 81000)) & {"disputes"} == expected


@pytest.mark.parametrize(("number", "expected"), [("19", {"disputes"}), ("33", set())])
def test_an_undated_number_far_from_all_of_a_rivals_is_disputed(number: str, expected: set[str]) -> None:
    """19 is no telling of 30 on any day; 33 may be tomorrow's"""
    words = f"{number} people were killed"
    page = make_page("valleypost", f"The Millers' Union said {words} {FLOOD} in Varde. Governor Ilse Marn and the Rescue Board were silent.", (("Millers' Union", words, number, "people"),), day=None)  # type: ignore[arg-type]  # fmt: skip
    assert relations(settle((GOVERNOR, page)), (page, int(number)), (GOVERNOR, 30)) & {"disputes"} == expected


@pytest.mark.parametrize(("number", "expected"), [("900", {"disputes"}), ("90,000", set())])
def test_a_noun_counted_many_times_over_is_no_rival(number: str, expected: set[str]) -> None:
    """600 houses and 900 on two pages are rivals; 90,000 are of a wider stretch of land"""
    one = make_page("fellwire", f"Ilse Marn said 600 houses stood empty {FLOOD} in Varde.", (("Ilse Marn", "600 houses stood empty", "600", "houses"),))  # fmt: skip
    other = make_page("valleynews", f"The Tenants' League put it at {number} houses that stood empty {WATER} with Ilse Marn there.", (("Tenants' League", f"{number} houses that stood empty", number, "houses"),))  # fmt: skip
    found = relations(settle([one, other]), (one, 600), (other, int(number.replace(",", ""))))
    assert found == expected
