"""Who is meant by an office, an acronym, or a noun for what somebody is: settled over invented stories of one event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.reconcile import settle
from firsthand.reconcile.institutions import body_of
from firsthand.reconcile.introduced import fitting, introductions, sentences_with, speaks_for
from firsthand.records import Reading, Speaker
from tests.reconcile.builders import make_report

WORDS = (
    "{} said on Friday that {} people were killed when the ferry Solvind of captain Ek went down off Lovik in Norlund. {}",
    "In Lovik on the coast of Norlund {} counts {} killed with captain Ek on the Solvind; the sea was high all night. {}",
)


def told(page: int, asserter: str, number: str, more: str, kind: str) -> Reading:
    reading = make_report(
        WORDS[page].format(asserter, number, more), url=f"https://outlet{page}.example/{number}", published="2031-05-04", speaker=asserter, numbers=(number,),
    )  # fmt: skip
    claim = reading.claims[0]
    name = f"{asserter} (unnamed)" if kind == "unnamed" else asserter
    speaker = replace(claim.speaker or Speaker(name=name, kind="person"), name=name, kind=kind)  # type: ignore[arg-type]
    return replace(reading, claims=(replace(claim, speaker=speaker),))


def origins(one: str, other: str, more: str = "", kinds: tuple[str, str] = ("body", "body")) -> int:
    pages = [told(0, one, "31", more, kinds[0]), told(1, other, "47", "", kinds[1])]
    return len({r.origin for r in settle(pages).releases if r.established})


@pytest.mark.parametrize(
    ("one", "other", "more", "kinds", "expected"),
    [
        ("Kessel River Observatory", "KRO", "", ("body", "body"), 1),
        ("Kessel River Observatory", "KRA", "", ("body", "body"), 2),
        ("Norlund army", "general staff", "", ("body", "body"), 1),
        ("Norlund army", "Aldrian army", "", ("body", "body"), 2),
        ("Fell Dairy", "Fell Dairy Ltd", "", ("person", "body"), 1),
        ("Fell Dairy", "company", "The dock is run by Fell Dairy.", ("body", "unnamed"), 1),
        ("Oda Lind", "company", "The dock is run by the county.", ("person", "unnamed"), 2),
        ("state fire brigade", "Norlund Fire Brigade", "", ("body", "body"), 1),
        ("National Pilot Service", "service", "", ("body", "body"), 1),
        ("Oda Lind", "Pilots' Union", "Oda Lind, secretary of the pilots' union, wept.", ("person", "body"), 1),
        ("Oda Lind", "Pilots' Union", "Oda Lind, a friend of the captain, wept.", ("person", "body"), 2),
        ("Oda Lind", "mayor's office", "The mayor, Oda Lind, wept.", ("person", "body"), 1),
        ("general staff", "rebel army", "", ("body", "body"), 2),
        ("army", "army's press directorate", "", ("body", "unnamed"), 1),
        ("Tarn Liberation Front", "separatists", "", ("body", "unnamed"), 1),
        ("Oda Lind", "coastal minister", "Then came Oda Lind, the coastal harbour minister.", ("person", "unnamed"), 1),
        ("Oda Lind", "coastal minister", "Then came Oda Lind, the harbour master.", ("person", "unnamed"), 2),
        ("Salvation Army", "general staff", "", ("body", "body"), 2),
        ("Tarn Front Hotel", "rebels", "", ("body", "unnamed"), 2),
        ("Tarn Bank", "railway", "Tarn Bank's shares fell.", ("body", "unnamed"), 2),
        ("Fell Dairy", "ferry operator", "The dock cafe is run by Fell Dairy.", ("body", "unnamed"), 2),
        ("Fell Dairy", "ferry operator", "The ferry is run by Fell Dairy.", ("body", "unnamed"), 1),
        (
            "Oda Lind",
            "Pilots' Union",
            "Oda Lind, a former secretary of the pilots' union, wept.",
            ("person", "body"),
            2,
        ),
        ("Oda Lind", "Pilots' Union", "Oda Lind, head of a rival of the pilots' union, wept.", ("person", "body"), 2),
        ("Oda Lind", "Pilots' Union", "Per Lind, secretary of the pilots' union, wept.", ("person", "body"), 2),
        ("Oda Lind", "Pilots' Union", "But Lind, secretary of the pilots' union, wept.", ("person", "body"), 1),
        ("Oda Lind", "Tarn police", "Lovik police chief Oda Lind wept.", ("person", "body"), 2),
        ("Oda Lind", "Tarn police", "Tarn police chief Oda Lind wept.", ("person", "body"), 1),
        ("Oda Lind", "port office", "Oda Lind, a former head of the port office, wept.", ("person", "body"), 2),
        ("Oda Lind", "port office", "Oda Lind, head of the port office, wept.", ("person", "body"), 1),
        ("Oda Lind", "mayor of Tarn", "Mayor Oda Lind wept.", ("person", "unnamed"), 2),
        ("Oda Lind", "mayor of Lovik", "Mayor Oda Lind wept.", ("person", "unnamed"), 1),
        ("Oda Lind", "Dockers' Union", "Oda Lind of the Free Dockers' Union wept.", ("person", "body"), 2),
        ("Oda Lind", "colonel", "Retired Colonel Oda Lind wept.", ("person", "unnamed"), 2),
        ("Oda Lind", "company", "At the company, Oda Lind saw the lists.", ("person", "unnamed"), 2),
        ("Oda Lind", "company", "Oda Lind, a ferry company clerk, wept.", ("person", "unnamed"), 2),
        ("Fell Dairy", "company", "The company, Fell Dairy, wept.", ("body", "unnamed"), 1),
        ("Oda Lind", "hospital", "In the hospital, Oda Lind wept.", ("person", "unnamed"), 2),
        ("Tarn Watch", "monitor", "The monitor, Tarn Watch, wept.", ("body", "unnamed"), 1),
        ("district prosecutor", "prosecutors", "", ("unnamed", "body"), 1),
        ("prosecutors", "Oda Lind", "Prosecutor Oda Lind spoke in the morning.", ("body", "person"), 1),
        ("district prosecutor", "federal prosecutor", "", ("unnamed", "unnamed"), 2),
        ("Governor's Office", "governor", "", ("body", "unnamed"), 1),
        ("office of Oda Lind", "Governor's Office", "Governor Oda Lind spoke in the morning.", ("body", "body"), 1),
        ("Governor's Office", "mayor", "", ("body", "unnamed"), 2),
        ("Governor's Office", "Oda Lind", "Mayor Oda Lind spoke in the morning.", ("body", "person"), 2),
    ],
)
def test_who_is_meant(one: str, other: str, more: str, kinds: tuple[str, str], expected: int) -> None:
    """one asserter where the pages leave just one that can be meant, else two"""
    assert origins(one, other, more, kinds) == expected


@pytest.mark.parametrize(
    ("one", "other", "third", "kinds"),
    [
        ("Norlund defence ministry", "Aldrian army", "general staff", ("body", "body", "body")),
        ("Lovik town hall", "Tarn town hall", "mayor", ("body", "body", "unnamed")),
    ],
)
def test_of_two_neither_is_meant(one: str, other: str, third: str, kinds: tuple[str, str, str]) -> None:
    """where two of a kind are in a story, a third is joined with neither"""
    pages = [told(0, one, "31", "", kinds[0]), told(1, other, "47", "", kinds[1]), told(1, third, "58", "", kinds[2])]
    assert len({r.origin for r in settle(pages).releases}) == 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Ossby hospital is full. Its director, Oda Lind, said so.", {"hospital"}),
        ("Captain Oda Lind, who leads the search for the brigade, said so.", {"brigade"}),
        ("Oda Lind of the brigade said so.", {"brigade"}),
        ("The mayor, Oda Lind, thanked the brigade.", set()),
        ("Oda Lind, a baker from Ossby, saw the brigade.", set()),
    ],
)
def test_introductions(text: str, found: set[str]) -> None:
    """a role of the body, a pronoun for it, or its name behind the person's; a mayor speaks for an office of her own"""
    bodies = [("hospital", "Ossby hospital"), ("brigade", "brigade")]
    assert {k for i in introductions("Oda Lind", text) for k in speaks_for(i, bodies, text)} == found


def test_odd_names_have_no_introduction() -> None:
    """an empty name, and a name that is only a stop"""
    assert introductions("", "Oda Lind wept.") == introductions(" ", "Oda Lind wept.") == ()
    assert list(sentences_with("", "Oda Lind wept.")) == []


def test_sentences_with_a_word_take_no_square_of_their_time() -> None:
    """a line of as many sentences as one likes"""
    text = "Lind wept. " * 20_000
    assert len(list(sentences_with("Lind", text))) == 20_000


def test_a_role_fits_who_holds_it() -> None:
    """all its words, "officer" aside, are among those of the role"""
    people = [("lind", "Captain who leads the search for the brigade"), ("aas", "baker")]
    assert fitting("officer who leads the search", people) == {"lind"}


def test_a_press_service_is_a_mouthpiece_and_a_prison_service_is_none() -> None:
    """the noun is a body's where no word for the press stands before it"""
    assert body_of("prison service") is not None
    assert body_of("ministry press service") == body_of("ministry")
