"""Lineage: copies, rewrites, versions and citations are told from independent reports, with reasons."""

from __future__ import annotations

import random

import pytest

from firsthand.reconcile.lineage import trace
from firsthand.records import Article, Link
from tests.reconcile import pages
from tests.reconcile.builders import make_article


def edges(articles: list[Article]) -> dict[str, tuple[str, str]]:
    """Gives (relation, parent's url) by the child's url for text lineage."""
    url = {a.id: a.url for a in articles}
    kinds = ("copy", "edited copy", "rewrite", "version of")
    return {url[j.subject]: (j.relation, url[j.object]) for j in trace(articles).judgements if j.relation in kinds}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (pages.copy_of_wire(), "copy"),
        (pages.edited_copy(), "edited copy"),
        (pages.rewrite(), "rewrite"),
    ],
)
def test_each_derived_page_goes_back_to_the_wire(page: Article, expected: str) -> None:
    """copy, edited copy and rewrite are found among pages of the same event and look-alikes"""
    assert edges(pages.all_pages())[page.url] == (expected, "https://fellwire.example/ferry")


@pytest.mark.parametrize("page", [pages.wire(), pages.rival(), pages.lookalike(), pages.bulletin()])
def test_own_reports_and_look_alikes_have_no_parent(page: Article) -> None:
    """another ferry in the same sound years before, a rival wire and a timetable are derived from nothing"""
    assert page.url not in edges(pages.all_pages())


def test_the_order_of_pages_changes_nothing() -> None:
    """shuffled pages give the same lineage"""
    expected = trace(pages.all_pages()).judgements
    for seed in range(5):
        shuffled = pages.all_pages()
        random.Random(seed).shuffle(shuffled)
        assert set(trace(shuffled).judgements) == set(expected)


def test_other_pages_do_not_change_how_two_compare() -> None:
    """a wire and its rewrite are joined alone as they are in a crowd"""
    assert edges([pages.wire(), pages.rewrite()]) == {
        "https://seadisasters.example/solveig": ("rewrite", "https://fellwire.example/ferry")
    }


def test_a_credit_line_is_remembered() -> None:
    """`credited` says whether the page admits where it has it from"""
    articles = pages.all_pages()
    found = {j.subject: j for j in trace(articles).judgements}
    assert found[pages.edited_copy().id].credited is True
    assert any("credit line" in reason for reason in found[pages.edited_copy().id].reasons)
    assert found[pages.rewrite().id].credited is False


def test_a_source_is_never_later_than_its_copy() -> None:
    """of two pages with one wording, the one dated later is the copy"""
    early = make_article(pages.REWRITE_TEXT, url="https://one.example/a", published="2031-06-02")
    late = make_article(pages.REWRITE_TEXT + "\n\nMore follows.", url="https://two.example/b", published="2031-06-05")
    assert edges([late, early]) == {"https://two.example/b": ("copy", "https://one.example/a")}


def test_two_texts_at_one_address_are_versions() -> None:
    """a page edited after publication is a version of itself, not a copy"""
    before = make_article(pages.REWRITE_TEXT, url="https://one.example/a", published="2031-06-03")
    after = make_article(
        pages.REWRITE_TEXT.replace("Forty-seven", "Fifty"),
        url="https://one.example/a",
        published="2031-06-03",
        modified="2031-06-04",
    )
    (judgement,) = trace([after, before]).judgements
    assert (judgement.relation, judgement.subject, judgement.object) == ("version of", after.id, before.id)


def test_a_named_outlet_and_a_link_are_citations() -> None:
    """a page that names the outlet whose facts it has, or links to its page, cites it"""
    named = make_article(
        "Why do old ferries sail? The Solveig was 39 when she capsized off Norrvik with 183 on her, Fell Wire reported, "
        "quoting harbour master Ragna Tveit. Inspectors in Bergholm have asked for more money since spring.",
        url="https://safeseas.example/essay", published="2031-06-20",
    )  # fmt: skip
    linked = make_article(
        "Nobody checks the rafts. On the quays of Bergholm a retired mate explains what is wrong with them.",
        url="https://quayside.example/rafts", published="2031-06-21", links=(Link(url="https://fellwire.example/ferry/", words="sank"),),
    )  # fmt: skip
    found = {(j.subject, j.object): j for j in trace([pages.wire(), named, linked]).judgements}
    assert found[(named.id, pages.wire().id)].relation == "cites"
    assert found[(linked.id, pages.wire().id)].reasons[0] == "a hyperlink leads there"


def test_every_judgement_says_what_was_checked() -> None:
    """a reader sees reasons and what was looked at"""
    for judgement in trace(pages.all_pages()).judgements:
        assert judgement.reasons and judgement.checked


def test_a_page_of_weeks_later_looks_back_and_is_no_rewrite() -> None:
    """the same words a month and a half after the wire"""
    late = make_article(pages.REWRITE_TEXT, url="https://yearbook.example/solveig", published="2031-07-20")
    assert edges([pages.wire(), late]) == {}


def test_a_rewrite_of_a_rewrite_goes_back_to_the_nearer_page() -> None:
    """it shares words with the first rewrite that the wire does not have"""
    again = (
        "Travellers, some 183 of them, and twenty-eight trucks had put out at 6.20 in the evening on a vessel that rolled over; forty-seven lives were lost.\n\n"
        "Sixteen sea miles is the crossing from Norrvik to the isle of Hessel. Denied her papers in spring, the ship was old, 39 years, the official in charge of the port complained, "
        "and her proprietor did not care.\n\nNo trace of sixty-four. A quartet of tugs combs the waters with an aircraft from Bergholm; the skipper is held. "
        "A calamity of 1987 in the Kalm took 112, who perished."
    )
    second = make_article(again, url="https://digest.example/solveig", published="2031-06-06")
    found = edges([pages.wire(), pages.rewrite(), second])
    assert found["https://digest.example/solveig"] == ("rewrite", "https://seadisasters.example/solveig")


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("gbmaritimenews", "Gulf of Brel Maritime News"),
        ("ropesandtackle", "Ropes & Tackle"),
        ("ilpontelovik", "Il Ponte di Lovik"),
        ("safequay", "Safe Quay Bulletin"),
        ("seadigest-kalm", "Kalm Sea Digest"),
    ],
)
def test_an_outlet_is_known_by_its_name_where_its_host_shortens_it(host: str, name: str) -> None:
    """Each row: a host, and the name by which another page cites the outlet."""
    first = make_article(pages.RIVAL_TEXT, url=f"https://{host}.example/bodies", published="2031-06-03")
    text = f"According to {name}, 51 bodies lie in the fish hall of Norrvik, and Frode Aas has written each one down."
    later = make_article(text, url="https://lastpage.example/a", published="2031-06-04")
    assert [j.object for j in trace([first, later]).judgements if j.relation == "cites"] == [first.id]


FREELY = (
    "Death came to Norrvik at teatime. Nearly fifty, forty-seven to be exact, went under with a car carrier that keeled over before Hessel was in sight.\n\n"
    "It had cast off at twenty past six, one hundred and eighty-three souls and twenty-eight heavy vehicles below, sixteen sea miles to go.\n\n"
    "Thirty-nine winters old, without papers since spring: the proprietor did not mind. Sixty-four have not been seen again.\n\n"
    "A quartet of tugs and something with rotors scour the strait. The master sits in a cell. One hundred and twelve fared no better in 1987."
)
STATEMENT = (
    "The Hessel Line deeply regrets what befell the Solveig. Forty-seven of our guests have lost their lives. We had 183 on our list.\n\n"
    "Our vessel was inspected in March, and our books are open. Twenty-eight lorries were on deck. Call us at any hour."
)


def freely(**fields: object) -> Article:
    """A page that retells the wire with hardly one of its words."""
    return make_article(FREELY, url="https://seasonsandtides.example/norrvik", published="2031-06-05", **fields)  # type: ignore[arg-type]


def test_a_free_retelling_goes_back_to_the_page_that_it_is_nearest_to() -> None:
    """hardly a word is left; its facts, their order and that it adds nothing tell"""
    found = edges([pages.wire(), pages.rival(), pages.lookalike(), pages.bulletin(), freely()])
    assert found["https://seasonsandtides.example/norrvik"] == ("rewrite", "https://fellwire.example/ferry")


def test_what_a_body_says_on_its_own_page_retells_nobody() -> None:
    """the line's own statement repeats the numbers"""
    line = make_article(
        STATEMENT, url="https://hesselline.example/statement", published="2031-06-04", issuer="Hessel Line"
    )
    assert line.url not in edges([*pages.all_pages(), line])


def test_two_retellings_of_one_wire_go_back_to_the_wire() -> None:
    """neither need know the other, though one may be the more like"""
    near = make_article(
        pages.WIRE_TEXT.split(" - ", 1)[1].replace("drowned", "died").replace("capsized", "overturned").replace("searched", "combed"),
        url="https://kalmbrief.example/a", published="2031-06-04",
    )  # fmt: skip
    found = edges([pages.wire(), pages.rewrite(), near])
    assert found["https://seadisasters.example/solveig"] == ("rewrite", "https://fellwire.example/ferry")


def test_an_agency_that_writes_itself_in_small_letters_is_cited() -> None:
    """ "the agency nvp" names the outlet whose own page bears (nvp); the word alone, on no outlet's page, names nobody"""
    wire = make_article(
        "Orsa (nvp) - Three men broke into the museum of Orsa and took 38 coins, prosecutor Ada Lind said on Monday.",
        url="https://www.nvp-wire.example/orsa", published="2031-05-05",
    )  # fmt: skip
    note = make_article(
        "The prosecutor of Orsa, the agency nvp writes, misses 38 coins. Ada Lind has three men on film.",
        url="https://lockandkey.example/notes", published="2031-05-07",
    )  # fmt: skip
    cites = [(j.subject, j.object) for j in trace([wire, note]).judgements if j.relation == "cites"]
    assert cites == [(note.id, wire.id)]
