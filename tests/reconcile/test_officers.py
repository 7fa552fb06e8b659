"""Who counts for which body: ministers, consuls, chiefs and spokespeople, lands and their adjectives, and two states' bodies of one kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.reconcile import settle
from firsthand.reconcile.asserters import body_behind, entity_of
from firsthand.reconcile.bare import is_of_one_page, named_in_full
from firsthand.reconcile.figures import figures_of
from firsthand.reconcile.institutions import body_of
from firsthand.reconcile.lands import lands_in
from firsthand.reconcile.officers import is_officer_of
from firsthand.records import Speaker
from tests.reconcile.builders import make_claim, make_quantity, make_report
from tests.reconcile.test_castings import origins, told


@pytest.mark.parametrize(
    ("one", "other", "more", "kinds", "expected"),
    [
        ("Oda Lind", "port ministry", "Port Minister Oda Lind wept.", ("person", "body"), 1),
        ("Oda Lind", "Ministry of Ports", "The minister of ports, Oda Lind, wept.", ("person", "body"), 1),
        ("Oda Lind", "port ministry", "Deputy Port Minister Oda Lind wept.", ("person", "body"), 2),
        ("Oda Lind", "port ministry", "Former Port Minister Oda Lind wept.", ("person", "body"), 2),
        ("Oda Lind", "port ministry", "Labour Minister Oda Lind wept.", ("person", "body"), 2),
        ("Oda Lind", "port ministry", "Prime Minister Oda Lind wept.", ("person", "body"), 2),
        ("Oda Lind", "Department of Transport", "Transport Secretary Oda Lind wept.", ("person", "body"), 1),
        ("Oda Lind", "Aldrian embassy", "Consul Oda Lind wept.", ("person", "body"), 1),
        ("Oda Lind", "Lovik fire brigade", "Fire chief Oda Lind wept.", ("person", "body"), 1),
        ("Oda Lind", "Lovik fire brigade", "Police chief Oda Lind wept.", ("person", "body"), 2),
        ("Oda Lind", "Norlund navy department", "Captain Oda Lind, for the navy department, wept.", ("person", "body"), 1),
        ("Oda Lind", "Sea Front", "The Sea Front, whose candidate Oda Lind lost, is small.", ("person", "body"), 1),
        ("Oda Lind", "Sea Front", "The Sea Front, whose critic Oda Lind won, is small.", ("person", "body"), 2),
        ("Oda Lind", "UN sea rights office", "Sea rights office spokeswoman Oda Lind wept.", ("person", "body"), 1),
        ("Oda Lind", "port ministry", "The port ministry met at noon, spokeswoman Oda Lind said.", ("person", "body"), 1),
        ("Oda Lind", "port ministry", "The sailors met at noon, spokeswoman Oda Lind said.", ("person", "body"), 2),
        ("Norlundic army", "army of Norlund", "", ("body", "body"), 1),
        ("Norlund's port ministry", "Norlundic port ministry", "", ("body", "body"), 1),
        ("Norlund port board", "Norlund labour board", "", ("body", "body"), 2),
        ("Sea Commission of Norlund", "Norlund port ministry", "", ("body", "body"), 2),
        ("General Directorate of Police", "police", "", ("body", "body"), 1),
        ("Norlund defence ministry", "Norlundic military", "", ("body", "body"), 1),
        ("Norlund defence ministry", "Aldrian military", "", ("body", "body"), 2),
    ],
)  # fmt: skip
def test_who_counts_for_whom(one: str, other: str, more: str, kinds: tuple[str, str], expected: int) -> None:
    """an office at the head of a body, or a word for its land, makes one asserter of two; another office or land does not"""
    assert origins(one, other, more, kinds) == expected


def test_a_minister_whom_a_page_sets_against_his_ministry_is_himself() -> None:
    """rival numbers of one thing on one page keep the two apart"""
    text = (
        "Port Minister Oda Lind said that 31 people were killed on the Solvind off Lovik in Norlund. "
        "The port ministry said that 47 people were killed with captain Ek."
    )
    both = make_report(text, url="https://both.example/1", published="2031-05-04", speaker="Oda Lind", numbers=("31",))
    assert both.article is not None
    quantity = replace(make_quantity(both.article, "47"), counted="people")
    other = make_claim(both.article, "47 people were killed", speaker="port ministry", quantities=(quantity,))
    both = replace(both, claims=(*both.claims, other), quantities=(*both.quantities, quantity))
    assert len({r.entity for r in settle([both]).releases if r.established}) == 2


def test_of_two_states_neither_is_meant() -> None:
    """ "the port board" in a story of two lands is one of this page alone, where the page does not say which"""
    pages = [
        told(0, "Norlundic port board", "31", "Aldria wept.", "body"),
        told(1, "Aldrian port board", "47", "", "body"),
        told(1, "port board", "58", "", "body"),
    ]
    assert len({r.origin for r in settle(pages).releases}) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Norlundic port board met. The port board speaks of 58 killed. Aldrian boats left Aldria.", "norlundic port board"),
        ("The port board speaks of 58 killed. The Norlundic port board met. Aldrian boats left Aldria.", None),
        ("Both the Norlundic port board and the Aldrian port board met. The port board speaks of 58 killed.", None),
        ("The Norlundic port board met. In Aldria, the port board speaks of 58 killed.", "aldrian port board"),
    ],
)  # fmt: skip
def test_a_bare_noun_is_what_its_page_named_before(text: str, expected: str | None) -> None:
    """the one body that a page has named more fully so far, or that of the land it speaks of; else one of this page alone"""
    board = make_report(
        text, url="https://bare.example/1", published="2031-05-04", speaker="port board", numbers=("58",)
    )
    board = replace(board, claims=(replace(board.claims[0], speaker=Speaker(name="port board", kind="body")),))
    known = [told(0, "Norlundic port board", "31", "Aldria", "body"), told(1, "Aldrian port board", "47", "", "body")]
    readings = [r for r in (board, *known) if r.article is not None]
    figures = {r.article.id: figures_of(r) for r in readings if r.article}
    texts = {r.article.id: r.article.text for r in readings if r.article}
    assert board.article is not None
    (found,) = named_in_full(figures, texts, lands_in(texts.values()))[board.article.id]
    assert found.entity == expected or (expected is None and is_of_one_page(found.entity or ""))


@pytest.mark.parametrize(
    ("role", "body", "expected"),
    [
        ("Health Minister", "Ministry of Health", True),
        ("minister for health", "health ministry", True),
        ("Sarveli Health Minister", "Sarvel's health ministry", True),
        ("Aldrian Health Minister", "Sarvel's health ministry", False),
        ("health minister in the shadow cabinet", "health ministry", False),
        ("ambassador to the union", "Sarveli embassy", False),
        ("ambassador", "Sarveli embassy", True),
        ("minister", "health ministry", False),
        ("Lovik police chief", "police", False),
        ("Lovik police chief", "Lovik police", True),
        ("On Friday Health Minister", "health ministry", True),
        ("fire chief", "Fire Officers' Union", False),
    ],
)
def test_offices_at_the_head_of_a_body(role: str, body: str, expected: bool) -> None:
    """a minister of the very field and of no other land"""
    lands = lands_in(["Sarveli doctors left Sarvel for Aldria, and Aldrian doctors came."])
    found = body_of(body, lands)
    assert found is not None
    assert is_officer_of(role, found, lands) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Norlundic navy left Norlund.", {"norlundic": "norlund"}),
        ("Dorv sailors came to Dorvia, Dorvian ones left.", {"dorv": "dorvia", "dorvian": "dorvia"}),
        ("Lena Lindan met Oda Lind.", {"lindan": "lind"}),
        ("The Norlundic navy came.", {}),
    ],
)
def test_lands_and_their_adjectives(text: str, expected: dict[str, str]) -> None:
    """an adjective is one where the land's own name stands in the pages too"""
    assert lands_in([text]) == expected


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        ("spokeswoman (unnamed, for the Norlundic army)", None, "Norlundic army"),
        ("governor of Lovik (unnamed)", "Lovik", None),
        ("Norlundic doctors (unnamed)", "Norlundic", None),
        ("Norlundic officials (unnamed)", "Norlundic", "Norlundic"),
        ("head of Norlundic port intelligence (unnamed)", "Norlundic", "Norlundic port intelligence"),
        ("prisons chief (unnamed, Norlund)", "Norlund Rights Observatory", None),
        ("reader (unnamed, from Lovik)", "Lovik", None),
        ("official (unnamed, Sea Board)", "Sea Board", "Sea Board"),
    ],
)
def test_the_body_behind_somebody(name: str, body: str | None, expected: str | None) -> None:
    """a body speaks through its spokesman; a place does not through its governor, nor a land through some doctors"""
    assert body_behind(Speaker(name=name, kind="unnamed", body=body)) == expected


def test_a_governor_goes_by_his_office() -> None:
    """never by the place he governs"""
    assert (
        entity_of(Speaker(name="governor of Lovik (unnamed)", kind="unnamed", body="Lovik"))
        == "unnamed: governor of lovik"
    )


@pytest.mark.parametrize(
    ("more", "expected"),
    [("", 1), (" It counts 212 people killed in all.", 2)],
)
def test_a_word_for_those_counted_may_be_left_out(more: str, expected: int) -> None:
    """one body's 90 killed soldiers are its 90 killed, unless a page has both a number with the word and one without"""
    pages = []
    for page, (words, numbers) in enumerate(
        (
            (
                "The port board said that 90 people were killed when the ferry Solvind of captain Ek sank off Lovik.",
                ("90",),
            ),
            (
                f"Off Lovik the port board counts 90 soldiers killed with captain Ek on the Solvind.{more}",
                ("90", "212"),
            ),
        )
    ):
        told_numbers = tuple(n for n in numbers if n in words)
        report = make_report(
            words,
            url=f"https://outlet{page}.example/1",
            published="2031-05-04",
            speaker="port board",
            numbers=told_numbers,
        )
        nouns = {"90": "soldiers" if "soldiers" in words else "people", "212": "people"}
        quantities = tuple(replace(q, counted=nouns[str(q.low)]) for q in report.quantities)
        pages.append(replace(report, quantities=quantities))
    releases = [r for r in settle(pages).releases if r.low == "90"]
    assert len(releases) == expected
