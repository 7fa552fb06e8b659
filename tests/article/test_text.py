"""Text without markup: pasted pages lose their furniture, rows and bare text keep every character."""

from __future__ import annotations

import json

import pytest

from firsthand.article import extract, from_text
from firsthand.records import Article, Page
from tests.article.pages import FIRST, PASTED, SECOND, THIRD, blocks

ROW = "application/vnd.firsthand.page+json"


def pasted(text: str) -> Article:
    article, _ = extract(Page(url="", body=text.encode(), content_type="text/plain"))
    assert article is not None
    return article


def row(**fields: object) -> Article:
    article, _ = extract(Page(url=str(fields.get("url", "")), body=json.dumps(fields).encode(), content_type=ROW))
    assert article is not None
    return article


def test_a_pasted_page_is_told_from_its_furniture() -> None:
    article = pasted(PASTED)
    assert article.title == "Ferry Runs Aground off Tessel Point, All 84 Aboard Safe"
    assert [b.kind for b in article.blocks] == ["headline", "caption", "standfirst", "body", "body", "note"]
    assert (article.comment_count, article.published, article.outlet, article.language) == (0, None, None, "en")
    assert article.original_source == "www.ordleywire.example"
    assert "Leave a Reply" not in article.text and "\n0\n" not in article.text
    assert "\n\n".join(blocks(article)) == article.text


@pytest.mark.parametrize(
    ("header", "field", "value"),
    [
        ("By Mira Sandoval", "byline", "Mira Sandoval"),
        ("Published 3 May 2031", "published", "2031-05-03"),
        ("May 3, 2031 9:40 p.m. EDT", "published", "2031-05-03T21:40:00-04:00"),
        ("Updated: 3 May 2031", "modified", "2031-05-03"),
        ("12 comments", "comment_count", 12),
    ],
)
def test_lines_under_a_pasted_headline_are_facts(header: str, field: str, value: object) -> None:
    article = pasted(f"Ferry runs aground\n\n{header}\n\n{FIRST}\n\n{SECOND}")
    assert getattr(article, field) == value
    assert blocks(article) == ["Ferry runs aground", FIRST, SECOND]


def test_a_pasted_headline_may_be_followed_by_a_summary() -> None:
    article = pasted(f"Ferry runs aground\n\nPassengers walked ashore at low tide\n\n{FIRST}\n\n{SECOND}")
    assert article.standfirst == "Passengers walked ashore at low tide"


def test_pasted_sentences_need_no_headline() -> None:
    article = pasted(f"{FIRST}\n\n{SECOND}")
    assert article.title is None
    assert blocks(article, "body") == [FIRST, SECOND]


def test_wrapped_lines_are_one_paragraph_and_short_lines_are_several() -> None:
    wrapped = "The ferry Marigold ran aground off Tessel Point on\nSunday night with 84 people aboard, and the coast-\nguard said that nobody of them was hurt."
    assert len(blocks(pasted(f"Ferry aground\n\n{wrapped}\n\n{SECOND}"), "body")) == 2
    assert blocks(pasted(f"Ferry aground\n{FIRST}\n{SECOND}")) == ["Ferry aground", FIRST, SECOND]


@pytest.mark.parametrize("ending", ["\n\n(AGENCY)", "\n\nSource: Agency", "\n\nWith reporting from Agency"])
def test_a_pasted_credit_line_is_a_credit(ending: str) -> None:
    article = pasted(f"Ferry aground\n\n{FIRST}{ending}")
    assert [e.value.lower() for e in article.credits] == ["agency"]
    assert [b.kind for b in article.blocks] == ["headline", "body", "credit"]


TEXTS = (
    f"Ferry aground\n\n{FIRST}\n\n{SECOND}\n",
    f"  {FIRST}\r\n\r\n{SECOND}  \n\n\n{THIRD}",
    f"Ferry aground\n{FIRST}\n{SECOND}",
    "One line only",
    "",
    "\n\n \n",
)


@pytest.mark.parametrize("text", TEXTS)
def test_bare_text_is_kept_to_the_character(text: str) -> None:
    article = from_text(
        text, url="https://a.example/1", title="Ferry aground", published="2031-05-04", outlet="Ordley Wire"
    )
    assert article.text == text
    assert (article.published, article.outlet, article.host) == ("2031-05-04", "Ordley Wire", "a.example")
    assert all(b.span.of(text).strip() == b.span.of(text) for b in article.blocks)


def test_a_row_gives_its_fields_and_its_text_verbatim() -> None:
    text = f"Ferry aground\n\n{FIRST}\n\n{SECOND}"
    article = row(
        url="https://www.wire.example/1",
        title="A ferry runs aground",
        published="2031-05-04T08:00:00Z",
        outlet="Ordley Wire",
        text=text,
    )
    assert (article.text, article.title, article.published) == (text, "A ferry runs aground", "2031-05-04T08:00:00Z")
    assert (article.host, article.outlet) == ("wire.example", "Ordley Wire")
    assert [b.kind for b in article.blocks] == ["headline", "body", "body"]
    assert ("published", "row") in {(e.name, e.where) for e in article.evidence}


def test_a_row_with_html_is_read_as_a_page_and_its_fields_stand() -> None:
    html = f"<h1>Ferry aground</h1><p>{FIRST}</p><p>{SECOND}</p><p>3 June 2030</p>"
    article = row(
        url="https://wire.example/1", title="Ferry aground", published="2031-05-04", byline="M. Sandoval", html=html
    )
    assert (article.published, article.byline, article.outlet) == ("2031-05-04", "M. Sandoval", "wire.example")
    assert FIRST in article.text


def test_a_row_without_an_outlet_goes_by_its_host() -> None:
    assert row(url="https://www.wire.example/1", text=FIRST).outlet == "wire.example"
