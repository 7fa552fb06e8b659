"""What pages say in words of ours: how a copy hangs on its source, what a denial denies, whose words a headline is."""

from __future__ import annotations

import re
from html import unescape

import pytest

from firsthand.ledger import Ledger
from firsthand.records import MADE_FROM, Judgement
from firsthand.web.words import told
from tests.web.visitor import Visitor


@pytest.mark.parametrize(
    ("relation", "share", "words"),
    [
        ("copy", 1.0, "is a copy of"), ("copy", 0.82, "is an edited copy of"), ("edited copy", 0.97, "is a copy of"), ("edited copy", 0.6, "is an edited copy of"),
        ("edited copy", 0.31, "has passages copied from"), ("copy", None, "is a copy of"), ("rewrite", 0.1, "is a rewrite of"), ("cites", None, "cites"),
    ],
)  # fmt: skip
def test_a_copy_is_called_by_its_measured_share(relation: str, share: float | None, words: str) -> None:
    """at 82 % nothing is word for word"""
    judgement = Judgement(about="page", subject="r1", object="r2", relation=relation, reasons=("read so",), share=share)
    assert told(judgement) == words


def test_every_copy_of_the_demo_has_its_share(demo: Ledger) -> None:
    """it is what the reason says, and none is said to be word for word"""
    judged = [(j, j.share) for j in demo.judgements(about="page", relation=MADE_FROM) if j.share is not None]
    assert judged
    for judgement, share in judged:
        said = int(judgement.reasons[0].partition("%")[0])
        assert abs(said - 100 * share) < 1 and (told(judgement) != "is a copy of" or said >= 90)


def plain(html: str) -> str:
    """Gives the text of a page."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html)))


def test_what_is_denied_is_quoted_once_for_each_who_denies(reader_of_demo: Visitor) -> None:
    """the front page has a denier's own words, and on how many pages they stand; no number is denied that nobody denied"""
    page = plain(reader_of_demo.get("/").text)
    said = re.findall(r"(Jonas Reck|Marenian Defence Ministry) denies “([^”]+)” (\d+ pages?)", page)
    assert len(said) == len({who for who, _, _ in said}) == 2
    assert not re.search(r"\bdenies the\b", page)


def test_a_headline_is_its_outlets_words(reader_of_demo: Visitor, demo: Ledger) -> None:
    """whoever's statement it goes back to"""
    row = next(row for row in demo.claims(kind="headline") if row.speaker)
    assert row.whose == f"{row.outlet}’s headline, after {row.speaker}"
    assert f"{row.outlet}’s headline, after {row.speaker}" in plain(reader_of_demo.get(f"/article/{row.article}").text)


def test_a_claim_does_not_deny_what_is_set_against_it(reader_of_demo: Visitor, demo: Ledger) -> None:
    """on both claims' pages the one is set against the other, in the right direction"""
    judgement = demo.judgements(about="claim", relation="denies")[0]
    denial, other = (plain(reader_of_demo.get(f"/claim/{i}").text) for i in (judgement.subject, judgement.object))
    assert "it is set against “" in denial and ") is set against it" in other
