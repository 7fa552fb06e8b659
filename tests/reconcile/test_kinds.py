"""What a number counts, read from its slot and from the nearest words."""

from __future__ import annotations

import pytest

from firsthand.reconcile.kinds import kind_of
from firsthand.reconcile.nouns import head_of
from firsthand.reconcile.scopes import level_of
from tests.reconcile.builders import make_article, make_quantity


@pytest.mark.parametrize(
    ("text", "number", "counted", "kind"),
    [
        ("The landslide killed 31 people and injured 74.", "31", "people", "killed"),
        ("The landslide killed 31 people and injured 74.", "74", "people", "injured"),
        ("Five drivers were killed and 26 others hurt.", "26", "drivers", "injured"),
        ("Five drivers were killed and 26 others hurt.", "Five", "drivers", "killed"),
        ("A gale off Varde left 74 people dead or missing.", "74", "people", "killed or missing"),
        ("Some 88 people are missing still.", "88", "people", "missing"),
        ("The toll has reached 47.", "47", None, "killed"),
        ("The army put its casualties at 900.", "900", None, "casualties"),
        ("Forty people were killed or are missing, the mayor said.", "Forty", "people", "killed or missing"),
        ("Sixty people had been killed or were missing.", "Sixty", "people", "killed or missing"),
        ("Divers were still being sent for; 26 people were still being looked for.", "26", "people", "missing"),
        ("Two clinics admitted 88 people.", "88", "people", "in care"),
        ("The mayor admitted to only 14.", "14", None, "things"),
        ("Five patients died on the way.", "Five", "patients", "killed"),
        ("She bought 12 chairs for the hall.", "12", "chairs", "chair"),
        ("The mill has 900 employees.", "900", "employees", "employed"),
        ("At the mill 12 employees were killed or are missing.", "12", "employees", "killed or missing"),
        ("Forty carters stayed away from work.", "Forty", "carters", "striking"),
        ("Sixty men were taken away at night.", "Sixty", "men", "detained"),
        ("One child died: the count was 12.", "12", None, "killed"),
        ("Some 90 men were let go in the night.", "90", "men", "released"),
        ("Some 90 weavers walked out over pay.", "90", "weavers", "striking"),
        ("Some 90 weavers walked out of the mill.", "90", "weavers", "striking"),
        ("Some 90 weavers walked out of the jail.", "90", "weavers", "released"),
        ("Some 90 men walked out of the gates at dawn.", "90", "men", "released"),
        ("Some 90 weavers walked out of the gates on strike.", "90", "weavers", "striking"),
        ("The song was released by 90 masons.", "90", "masons", "mason"),
        ("Some 90 detainees are at home again.", "90", "detainees", "released"),
        ("Some 90 people were at home when the storm came.", "90", "people", "peopl"),
        ("The reeve said 90 tenants were home.", "90", "tenants", "tenant"),
        ("Wardens said 90 people at the rally in Orsa were killed.", "90", "people", "killed"),
        ("Some 90 people who marched through Orsa were arrested.", "90", "people", "detained"),
        ("It turned out that 90 people had fled.", "90", "people", "displaced"),
        ("The guild counted 700 people who marched for the dead of the pit.", "700", "people", "a crowd"),
        ("A total of 222 passengers were freed.", "222", "passengers", "released"),
        ("They had released 80 passengers on the first day.", "80", "passengers", "released"),
        ("Divers had brought 333 passengers out of the hull by dawn.", "333", "passengers", "rescued"),
        ("The reeve registered 55 passengers as missing.", "55", "passengers", "missing"),
        ("The ferry was carrying 404 passengers in three halls.", "404", "passengers", "aboard"),
        ("The raiders hold 60 hostages.", "60", "hostages", "detained"),
        ("At the ford 40 Norlandians died.", "40", "Norlandians", "killed"),
        ("She puts the sappers at 4,100 and their dead at about 160.", "4,100", "sappers", "sapp"),
    ],
)
def test_kind_of_count(text: str, number: str, counted: str | None, kind: str) -> None:
    """killed, injured, missing and their mixtures are kept apart"""
    article = make_article(text)
    quantities = [
        make_quantity(article, n, counted=counted)
        for n in (
            "31",
            "74",
            "47",
            "900",
            "12",
            "Forty",
            "Sixty",
            "26",
            "88",
            "14",
            "Five",
            "90",
            "700",
            "4,100",
            "160",
            "222",
            "80",
            "333",
            "55",
            "404",
            "60",
            "40",
        )
        if n in text
    ]
    mine = next(q for q in quantities if q.span.of(text) == number)
    others = tuple(q for q in quantities if q is not mine)
    assert kind_of(text, mine, others, (0, len(text))).name == kind


def test_what_follows_at_once_beats_a_noun_left_out() -> None:
    """“nineteen dead, an official speaks of 50 killed or missing”: the 50 are not dead"""
    article = make_article("Nineteen dead in Orsa, an official speaks of 50 killed or missing.")
    spoken = make_quantity(article, "50", counted="dead", elided=True)
    assert kind_of(article.text, spoken, (), (0, len(article.text))).name == "killed or missing"


def test_a_cue_right_before_a_number_beats_a_noun_left_out() -> None:
    """“the dead are 40, while injured are 90”: the 90 are not dead"""
    article = make_article("The mayor raised the dead to 40, while injured are 90.")
    hurt = make_quantity(article, "90", counted="dead", elided=True)
    assert kind_of(article.text, hurt, (), (0, len(article.text))).name == "injured"


@pytest.mark.parametrize(
    ("text", "number", "counted", "scope"),
    [
        ("After inflation pay rose by 12 percent.", "12", "pay", "after inflation"),
        ("Twelve of them had no coats.", "Twelve", None, "some of them"),
        ("Twelve of the dead were sappers.", "Twelve", None, "some of them"),
        ("The first 12 masons came.", "12", "masons", "some of them"),
        ("Twelve died, and three since our last bulletin.", "three", None, "that day"),
        ("In Orsa alone 31 people died.", "31", "people", "one place"),
        ("Seventy people were badly hurt.", "Seventy", "people", "serious"),
        ("There may be up to 12 dead.", "12", "dead", "estimate"),
        ("Forty work there, cooks included.", "Forty", None, "who is included"),
    ],
)
def test_scopes(text: str, number: str, counted: str | None, scope: str) -> None:
    """words that make two counts of one class different things"""
    article = make_article(text)
    found = kind_of(text, make_quantity(article, number, counted=counted), (), (0, len(text)))
    assert scope in found.scopes


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("On Sunday alone 12 people died.", "one place"),
        ("Some 12 people died and the bridge could be shut.", "estimate"),
    ],
)
def test_no_scopes(text: str, scope: str) -> None:
    """a day is no place, and what may be done to a bridge makes no count a guess"""
    article = make_article(text)
    assert scope not in kind_of(text, make_quantity(article, "12", counted="people"), (), (0, len(text))).scopes


@pytest.mark.parametrize(
    ("one", "other"), [("lorries", "trucks"), ("child", "children"), ("soldiers", "troops"), ("jets", "aircraft")]
)
def test_one_thing_in_two_nouns(one: str, other: str) -> None:
    """synonyms and short plurals have one head"""
    assert head_of(one) == head_of(other)


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("The city's hospitals took in 164 hurt.", "the city"),
        ("In clinics across the province 211 were treated.", "the province"),
        ("Nationwide 900 were hurt.", "the country"),
        ("She lies in the county hospital.", ""),
        ("Across the province and in the city hospitals they wait.", ""),
    ],
)
def test_how_wide_a_count_is(sentence: str, level: str) -> None:
    """city, province and country are told apart by the words; two at once say nothing"""
    assert level_of(sentence) == level


@pytest.mark.parametrize(
    ("text", "number", "scope"),
    [
        ("I counted 15 bodies at the ramp.", "15", "one place"),
        ("His morgue alone had received 28 people.", "28", "one place"),
        ("The dairy lost 12 of its employees.", "12", "its own people"),
        ("Nine of the dead have been identified.", "Nine", "identified"),
        ("The flood killed 12 people.", "12", None),
    ],
)
def test_scopes_of_a_part(text: str, number: str, scope: str | None) -> None:
    """a count at one place, of one firm's people or of those identified is not the count of all"""
    article = make_article(text)
    kind = kind_of(text, make_quantity(article, number, counted="people"), (), (0, len(text)))
    assert scope in kind.scopes if scope else not kind.scopes
