"""Claims without figures, joined by what they assert; invented people and harbours."""

from __future__ import annotations

import pytest

from firsthand.records import ClaimRow
from firsthand.text.content import content_words
from firsthand.web.pages.asserted import grouped


def row(
    number: int, words: str, speaker: str | None = "Ilse Brandt", *, page: str = "", kind: str = "indirect"
) -> ClaimRow:
    return ClaimRow(
        id=f"c{number}", article=f"r{number}", page=page or f"https://p{number}.example/", outlet=f"Paper {number}", title=None, published="2031-05-04", start=0, end=1,
        words=words, source=None, cue=None, speaker=speaker, speaker_kind=None, kind=kind, status="asserted", chain=("x",), figures=0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (("the harbour gates had been left open overnight", "Odo Fenn"), ("the gates of the harbour were left open", "Odo Fenn"), True),
        (("the harbour gates had been left open overnight", "Odo Fenn"), ("the harbour gates had been left open overnight", None), True),
        (("the harbour gates had been left open overnight", "Odo Fenn"), ("somebody left the harbour gates open overnight", "the union"), True),
        (("declined to comment", "Odo Fenn"), ("declined to comment on the cargo", "the union"), False),
        (("the harbour gates had been left open overnight", "Odo Fenn"), ("the gates will be mended before winter", "Odo Fenn"), False),
        (("ferries will not sail", "Odo Fenn"), ("schools will not open", "Odo Fenn"), False),
    ],
    ids=["reworded", "without its speaker", "two speakers", "a stock phrase of two speakers", "one word in common", "nothing in common"],
)  # fmt: skip
def test_what_is_one_assertion(one: tuple[str, str], other: tuple[str, str | None], joined: bool) -> None:
    """Shared words of content join statements, more of them where two speakers are named."""
    assert len(grouped([row(1, *one), row(2, *other)])) == (1 if joined else 2)


def test_those_on_most_pages_come_first_and_versions_count_once() -> None:
    """A page in two versions is one page; headlines are left to the claims they head."""
    rows = [
        row(1, "the school is closed for a week", page="https://a.example/"),
        row(2, "the school is closed for a week", page="https://a.example/"),
        row(3, "nobody opened the gates in time"),
        row(4, "nobody opened the gates in time at all", "Odo Fenn"),
        row(5, "Nobody opened gates in time", kind="headline"),
    ]
    found = grouped(rows)
    assert [(a.pages, [r.id for r in a.rows]) for a in found] == [(2, ["c3", "c4"]), (1, ["c1", "c2"])]
    assert found[0].speakers == [("Ilse Brandt", 1), ("Odo Fenn", 1)] or sorted(found[0].speakers) == [
        ("Ilse Brandt", 1),
        ("Odo Fenn", 1),
    ]
    first, second = found[0].sayings
    assert first.own and not second.own and [p.text for p in second.pieces if p.kind == "new"] == [" at all"]


def test_words_of_content() -> None:
    """Small words and common endings do not count."""
    assert content_words("They had been warning the Harbours") == content_words("warned harbour")
