"""What cannot be read is said, with its reason; nothing raises and nothing is silent."""

from __future__ import annotations

import json

import pytest

from firsthand.article import extract
from firsthand.records import Page

ROW = "application/vnd.firsthand.page+json"


@pytest.mark.parametrize(
    ("body", "content_type", "reason"),
    [
        (b"", "text/html", "empty page"),
        (b" \n\t ", "text/plain", "empty page"),
        (b"<html></html>", "text/html", "no article found"),
        (b"<!doctype html>", "text/html", "no article found"),
        (b"<html><frameset><frame src=a></frameset></html>", "text/html", "no article found"),
        (b"<html><body><ul><li><a href=/>Home</a><li><a href=/a>News</a></ul></body></html>", "text/html", "no article found"),
        (b"Home\n\nMenu\n", "text/plain", "no article found"),
        (bytes(range(256)) * 20, "text/html", "unsupported content"),
        (b"%PDF-1.7 and so on", "text/html", "unsupported content"),
        (b"\x89PNG\r\n\x1a\n", "image/png", "unsupported content"),
        (b"{}", "application/json", "unsupported content"),
        (b"x" * 20_000_001, "text/html", "page too large"),
        (b"not json", ROW, "broken row"),
        (b"[1, 2]", ROW, "broken row"),
        (b'{"url": "https://a.example", "text": "  "}', ROW, "broken row"),
        (b"[" * 100_000, ROW, "broken row"),
    ],
)  # fmt: skip
def test_a_page_without_an_article_says_why(body: bytes, content_type: str, reason: str) -> None:
    article, omissions = extract(Page(url="https://a.example/x", body=body, content_type=content_type))
    assert article is None
    assert (omissions[-1].stage, omissions[-1].subject, omissions[-1].reason) == (
        "article",
        "https://a.example/x",
        reason,
    )
    assert omissions[-1].detail


SENTENCE = "<p>The ferry was an hour late on Monday, its captain told the harbour office.</p>"


@pytest.mark.parametrize(
    "markup",
    [
        "<script>" * 20_000 + SENTENCE,
        "<!--" * 20_000 + SENTENCE,
        "<div " * 20_000 + ">" + SENTENCE,
        "<x-box>" * 50_000 + SENTENCE,
        "<table><tr><td>" * 150 + SENTENCE,
        '<script type="application/ld+json">' + '{"a":' * 20_000 + "</script>" + SENTENCE,
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": [null, 3, {"name": ["x"]}], "datePublished": 7}</script>' + SENTENCE,
        "<h1>" + "12/12/" * 10_000 + "</h1>" + SENTENCE,
        "<p>" + "<a href=/x>link</a> " * 20_000 + "</p>" + SENTENCE,
        "<link rel=canonical href='http://[broken'><a href='http://[broken'>x</a>" + SENTENCE,
        "<p>\x00\ud800</p>".encode("utf-8", "surrogatepass").decode("utf-8", "replace") + SENTENCE,
    ],
    ids=range(11),
)  # fmt: skip
def test_broken_markup_is_read_as_far_as_it_goes(markup: str) -> None:
    article, omissions = extract(Page(url="", body=markup.encode(), content_type="text/html"))
    assert article is not None or omissions


def test_a_page_larger_than_any_is_cut_and_says_so() -> None:
    markup = "<html><body><article>" + SENTENCE * 40_000 + "</article></body></html>"
    article, omissions = extract(Page(url="", body=markup.encode(), content_type="text/html"))
    assert article is not None
    assert [o.reason for o in omissions] == ["page cut"]


def test_bytes_that_are_no_text_of_the_stated_kind_are_reported() -> None:
    body = SENTENCE.encode() * 3 + b"<p>\x81\x8d\x8f\xfe\xff and more words follow here, he said.</p>"
    article, omissions = extract(Page(url="", body=body, content_type="text/html; charset=shift_jis"))
    assert article is not None
    assert all(o.reason == "undecodable bytes" for o in omissions)


def test_a_row_of_odd_values_is_read_by_its_text() -> None:
    row = {"url": None, "title": 3, "published": ["x"], "outlet": {}, "text": "The ferry was late, its captain said."}
    article, _ = extract(Page(url="", body=json.dumps(row).encode(), content_type=ROW))
    assert article is not None and article.text == row["text"]
    assert (article.title, article.published, article.outlet) == (None, None, None)
