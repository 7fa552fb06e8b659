"""The founding page, retold: what a careful analyst reads out of `examples/founding.txt` is what we read, and nothing is invented."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from firsthand.records import Article, Claim, Page, Reading

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
GOLD: dict[str, Any] = json.loads((EXAMPLES / "founding.expected.json").read_text("utf-8"))
FIGURES = [row for row in GOLD["statements"] if row.get("figure")]
HEDGES = {"approximately", "about", "around", "roughly", "some"}


@pytest.fixture(scope="module")
def reading(reader) -> Reading:  # type: ignore[no-untyped-def]
    body = (EXAMPLES / "founding.txt").read_bytes()
    result: Reading = reader(Page(url="", body=body, content_type="text/plain; charset=utf-8", via="test"))
    return result


def article(reading: Reading) -> Article:
    assert reading.article is not None
    return reading.article


def words(text: str | None) -> set[str]:
    return set(re.findall(r"\w+", (text or "").lower()))


def content(claim: Claim, text: str) -> str:
    return " ".join(span.of(text) for span in claim.content)


def overlap(left: str, right: str) -> float:
    a, b = words(left), words(right)
    return len(a & b) / len(a | b)


def test_the_page_is_read_without_its_furniture(reading: Reading) -> None:
    """Title, comment count, original source and the missing date are read; furniture is not text."""
    page, gold = article(reading), GOLD["article"]
    assert (page.title, page.comment_count, page.published, page.original_source) == (
        gold["title"], gold["comment_count"], gold["published"], gold["original_source"],
    )  # fmt: skip
    assert not set(gold["not_part_of_the_article"]) & {line.strip() for line in page.text.splitlines()}


@pytest.mark.parametrize("row", FIGURES, ids=[str(row["figure"]["value"]) for row in FIGURES])
def test_each_figure_is_read(reading: Reading, row: dict[str, Any]) -> None:
    """Value, hedge and what is counted."""
    gold = row["figure"]
    [figure] = [q for q in reading.quantities if q.low == q.high == gold["value"]]
    assert (figure.comparator == "about") == (gold["modifier"] in HEDGES)
    assert words(gold["of"]) & words(figure.counted)


def test_part_and_sum_are_found(reading: Reading) -> None:
    """600 is part of 4,700; 6,000 is the sum of 1,000 and 5,000."""
    value = {q.id: int(q.low) for q in reading.quantities}
    found = {(value[r.subject], r.relation, value[r.object]) for r in reading.quantity_relations}
    assert {(600, "part of", 4700), (6000, "sum of", 1000), (6000, "sum of", 5000)} <= found


def test_the_chain_of_the_deminers(reading: Reading) -> None:
    """Sergei Shoigu, RIA Novosti, france24.com, this page: in that order."""
    text = article(reading).text
    [chain] = [claim.chain for claim in reading.claims if "1,000 deminers" in content(claim, text)]
    assert chain == ("Sergei Shoigu", "RIA Novosti", "www.france24.com", "this page")


@pytest.mark.parametrize("word", ["Tuesday", "April"])
def test_an_undated_page_dates_nothing(reading: Reading, word: str) -> None:
    """A weekday or month on a page without a date stays unresolved, with the reason."""
    [timex] = [t for t in reading.timexes if word in t.span.of(article(reading).text)]
    assert timex.unresolved and timex.earliest is None


def test_nothing_is_invented(reading: Reading) -> None:
    """Every statement put into somebody's mouth is one of the expected ones, and every number is on the page."""
    text = article(reading).text
    for claim in reading.claims:
        if claim.speaker is not None:
            said = content(claim, text)
            assert max(overlap(row["content"], said) for row in GOLD["statements"]) >= 0.3, said
    assert {int(q.low) for q in reading.quantities} <= {row["figure"]["value"] for row in FIGURES}


def test_most_statements_are_read(reading: Reading) -> None:
    """At least 16 of the statements that count, with words and speaker."""
    text = article(reading).text
    counted = [row for row in GOLD["statements"] if not row.get("optional")]
    right = [row for row in counted if any(matches(row, claim, text) for claim in reading.claims)]
    assert len(right) >= 16, [row["id"] for row in counted if row not in right]


def matches(row: dict[str, Any], claim: Claim, text: str) -> bool:
    said = content(claim, text)
    held = bool(row.get("figure")) and words(row["content"]) <= words(said)
    if overlap(row["content"], said) < 0.5 and not held:
        return False
    return (row.get("source") is None) == (claim.speaker is None)
