"""A page that hangs, explodes or kills its process costs itself and nothing else; order and answers stay as they were."""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Iterator
from typing import cast

import pytest

from firsthand.article import extract
from firsthand.article.worker import Extractor
from firsthand.records import Page

WORDS = "The mayor of Tarn, Ilse Brandt, said on Monday that {} boats had been lost in the storm, and that crews were at work. "


def story(number: int) -> Page:
    words = WORDS.format(number)
    body = f"<html><head><title>Storm in Tarn</title></head><body><article><h1>Storm in Tarn</h1><p>{words}</p></article></body></html>"
    return Page(url=f"https://harbour.example/{number}", body=body.encode(), content_type="text/html; charset=utf-8")


class Hanging:
    """Stands for a page over which the child hangs: it sleeps where it unpacks what it was sent."""

    url = "https://harbour.example/slow"

    def __reduce__(self) -> tuple[object, ...]:
        return time.sleep, (120,)


def slow() -> Page:
    return cast(Page, Hanging())


def large() -> Page:
    """A short story in a long page, as those with their pictures inside are."""
    body = story(9).body + b"<!--" + b"x" * 3_000_000 + b"-->"
    return Page(url="https://harbour.example/large", body=body, content_type="text/html; charset=utf-8")


def long_text(number: int) -> Page:
    """More text than fits into a pipe, both on the way in and on the way out."""
    text = "\n\n".join(WORDS.format(number) for _ in range(9_000))
    return Page(url=f"https://harbour.example/long/{number}", body=text.encode(), content_type="text/plain")


def reasons(extractor: Extractor, pages: list[Page]) -> list[str]:
    """Gives for each page "read", or why it was not."""
    return ["read" if article else omissions[-1].reason for _, (article, omissions) in extractor.map(iter(pages))]


@pytest.fixture(scope="module")
def shared() -> Iterator[Extractor]:
    with Extractor(60.0) as extractor:
        yield extractor


def test_the_child_gives_what_extract_gives(shared: Extractor) -> None:
    """In the order of the pages."""
    pages = [story(number) for number in range(5)]
    answers = list(shared.map(pages))
    assert [page for page, _ in answers] == pages
    assert [answer for _, answer in answers] == [extract(page) for page in pages]


def test_long_pages_one_after_another_do_not_block_the_pipe(shared: Extractor) -> None:
    """The parent hands over the next page while the child hands back a long article: neither may wait for the other."""
    assert reasons(shared, [long_text(number) for number in range(4)]) == ["read"] * 4


def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    """Also when the next page is too large for the pipe, of which a child that hangs reads nothing."""
    with Extractor(2.0) as extractor:
        assert reasons(extractor, [story(1), slow(), story(2), slow(), large(), story(3)]) == [
            "read", "extraction timed out", "read", "extraction timed out", "read", "read",
        ]  # fmt: skip


def test_what_was_met_and_the_way_out_are_said() -> None:
    with Extractor(0.2) as extractor:
        article, (omission,) = extractor(slow())
    assert article is None
    assert (omission.stage, omission.subject) == ("article", "https://harbour.example/slow")
    assert omission.detail == "the page was given up after 0.2 s; raise page_seconds to wait longer"


def test_a_child_that_is_killed_costs_the_page_it_was_on() -> None:
    before = set(multiprocessing.active_children())
    with Extractor(60.0) as extractor:
        found = extractor.map(iter([story(1), slow(), story(2), story(3)]))
        assert next(found)[1][0] is not None
        (child,) = set(multiprocessing.active_children()) - before
        child.kill()
        rest = [(article is not None, omissions) for _, (article, omissions) in found]
    assert [read for read, _ in rest] == [False, True, True]
    assert rest[0][1][0].reason == "extraction crashed"


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux only")
def test_a_page_that_needs_too_much_memory_costs_itself() -> None:
    body = b"<body>" + b"<p><b>x</b>" * 270_000
    greedy = Page(url="https://harbour.example/greedy", body=body, content_type="text/html")
    with Extractor(60.0, memory=_just_enough()) as extractor:
        assert reasons(extractor, [story(1), greedy, story(2)]) == ["read", "extraction crashed", "read"]


def _just_enough() -> int:
    """Gives the address space in which a small page can be read, with a little to spare."""
    before = set(multiprocessing.active_children())
    with Extractor(60.0) as extractor:
        extractor(story(1))
        (child,) = set(multiprocessing.active_children()) - before
        with open(f"/proc/{child.pid}/status") as status:
            peak = next(int(line.split()[1]) for line in status if line.startswith("VmPeak"))
    return peak * 1024 + (24 << 20)
