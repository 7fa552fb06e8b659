"""The parts that decide: characters, dates, lines, titles, alignment."""

from __future__ import annotations

import pytest

from firsthand.article.byline import clean_name, is_by_line
from firsthand.article.choose import align
from firsthand.article.dates import read_date, read_stamp, url_date
from firsthand.article.decode import decode
from firsthand.article.lines import comment_count, credit, furniture, is_correction, original_source
from firsthand.article.names import strip_site
from firsthand.article.paragraphs import find_paragraphs
from firsthand.article.tree import parse


@pytest.mark.parametrize(
    ("body", "content_type", "text", "where"),
    [
        ("\ufeffé".encode(), "text/html; charset=latin-1", "é", "byte order mark"),
        ("é".encode("utf-16"), "text/html", "é", "byte order mark"),
        ("é".encode("latin-1"), "text/html; charset=ISO-8859-1", "é", "HTTP header"),
        ("“é”".encode("cp1252"), "text/html; charset=iso-8859-1", "“é”", "HTTP header"),
        ("привет".encode("cp1251"), 'text/html; charset="windows-1251"', "привет", "HTTP header"),
        ("<meta charset=windows-1251>привет".encode("cp1251"), "text/html", "<meta charset=windows-1251>привет", "meta charset"),
        ("<meta charset=utf-16>é".encode(), "text/html", "<meta charset=utf-16>é", "meta charset"),
        ("été".encode(), "text/html; charset=iso-8859-1", "été", "bytes (HTTP header says cp1252)"),
        ("été".encode(), "text/html; charset=no-such-thing", "été", "detection"),
        ("été".encode(), "", "été", "detection"),
        (b"plain", "text/html; charset=hex", "plain", "detection"),
    ],
)  # fmt: skip
def test_characters_are_read_in_the_order_of_trust(body: bytes, content_type: str, text: str, where: str) -> None:
    decoded = decode(body, content_type)
    assert (decoded.text, decoded.where, decoded.whole) == (text, where, True)


def test_unlabelled_western_bytes_are_detected() -> None:
    words = "Größere Straßen führten früher über die Brücke, sagte der Bürgermeister höflich. " * 4
    assert decode(words.encode("cp1252"), "text/html").text == words


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Published 3 May 2031", "2031-05-03"),
        ("Sunday, May 3rd, 2031", "2031-05-03"),
        ("3. Mai 2031", "2031-05-03"),
        ("le 3 mai 2031", "2031-05-03"),
        ("12 May 2031, 23:50", "2031-05-12T23:50:00"),
        ("May 13, 2031 00:40 GMT+2", "2031-05-13T00:40:00+02:00"),
        ("2031-05-03T08:05:00+02:00", "2031-05-03T08:05:00+02:00"),
        ("2031-05-03 08:05", "2031-05-03T08:05"),
        ("2031 May 3", "2031-05-03"),
        ("25/12/2031", "2031-12-25"),
        ("12/25/2031", "2031-12-25"),
        ("3.4.2031", "2031-04-03"),
        ("03/04/2031", None),
        ("31 February 2031", None),
        ("© 2031", None),
        ("May 2031", None),
        ("", None),
    ],
)
def test_a_date_is_read_or_left_alone(words: str, day: str | None) -> None:
    assert read_date(words) == day


def test_machine_stamps_and_addresses_carry_dates_too() -> None:
    assert read_stamp("Sat, 03 May 2031 08:05:00 +0200") == "2031-05-03T08:05:00+02:00"
    assert url_date("https://a.example/news/2031/05/03/ferry") == "2031-05-03"
    assert url_date("https://a.example/ferry-20310503-0040") == "2031-05-03"
    assert url_date("https://a.example/2031/may/03/ferry") == "2031-05-03"
    assert url_date("https://2031-05-03.example/ferry/12345678") is None


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Leave a Reply", "comment form"),
        ("Your email address will not be published. Required fields are marked *", "comment form"),
        ("Sign up for our daily newsletter", "newsletter box"),
        ("Share this article on Facebook", "share bar"),
        ("READ MORE: Storm sinks trawler", "read more"),
        ("Related stories", "read more"),
        ("Advertisement", "advertisement"),
        ("We use cookies to improve the site.", "cookie banner"),
        ("•", "ornament"),
        ("Subscribers to the daily said the price was too high.", None),
        ("Shares fell after the ferry ran aground.", None),
        ("Read the ship's log, the judge told him.", None),
        ("Comments by the captain were not recorded.", None),
        ("Home owners on the point were told to leave.", None),
    ],
)
def test_furniture_is_known_by_the_whole_line(line: str, rule: str | None) -> None:
    assert furniture(line) == rule


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Comments (3)", 3),
        ("3 comments:", 3),
        ("No comments yet", 0),
        ("1,204 Comments", 1204),
        ("3 men said no", None),
    ],
)
def test_comment_counts(line: str, count: int | None) -> None:
    assert comment_count(line) == count


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("(AGENCY)", "AGENCY"),
        ("With reporting from Ordley Wire", "Ordley Wire"),
        ("Source: Ordley Wire", "Ordley Wire"),
        ("This article was first published by The Tessel Courier.", "Tessel Courier"),
        ("This story originally appeared in Tessel Courier and is republished with permission.", "Tessel Courier"),
        ("Republished from Orbit Daily.", "Orbit Daily"),
        ("With agencies", "agencies"),
        ("From the Ordley News Agency", "Ordley News Agency"),
        ("From Reuters", "Reuters"),
        ("From the Press", None),
        ("With this, he left the room.", None),
        ("(He was later released.)", None),
    ],
)
def test_credit_lines_name_whose_work_it_is(line: str, name: str | None) -> None:
    found = credit(line)
    assert (line[found[1] : found[2]] if found else None) == name


def test_original_sources_and_corrections() -> None:
    line = "Original Source: www.ordleywire.example"
    span = original_source(line)
    assert span and line[slice(*span)] == "www.ordleywire.example"
    assert original_source("The original source of the fire is not known.") is None
    assert is_correction("Editor's note: this piece was changed on Monday.")
    assert is_correction("This article was amended on 4 May to correct a name.")
    assert not is_correction("Note: the ferry does not run on Sundays.")
    assert not is_correction("The article was a long one, he said.")


@pytest.mark.parametrize(
    ("title", "known", "left"),
    [
        ("Ferry aground | Ordley Wire", [], "Ferry aground"),
        ("Ferry aground - The Ordley Wire", [], "Ferry aground"),
        ("Ordley Wire: Ferry aground", [], "Ferry aground"),
        ("Ferry aground - no one hurt", [], "Ferry aground - no one hurt"),
        ("Ferry aground - News - Ordley Wire", ["Ferry aground"], "Ferry aground"),
        ("Ferry &amp; tide", [], "Ferry & tide"),
    ],
)
def test_the_site_is_taken_off_the_title(title: str, known: list[str], left: str) -> None:
    assert strip_site(title, ["Ordley Wire"], known) == left


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("By Mira Sandoval", "Mira Sandoval"),
        ("Mira Sandoval | 3 May 2031", "Mira Sandoval"),
        ("Mira Sandoval, publié le 3 mai", "Mira Sandoval"),
        ("admin", None),
        ("https://a.example/m.sandoval", None),
        ("Sat, 3 May 2031", None),
        ("user_8821", None),
    ],
)
def test_names_are_cleaned(words: str, name: str | None) -> None:
    assert clean_name(words) == name


def test_a_byline_is_not_any_line_that_begins_with_by() -> None:
    assert is_by_line("By Mira Sandoval and Otto Brandt in Ordley")
    assert not is_by_line("By noon the ferry had left and nobody knew where to")


def test_short_lines_are_aligned_only_where_they_stand() -> None:
    texts = [
        "Share",
        "The ferry ran aground at night.",
        "Share",
        "Divers",
        "Divers looked at the rudder in the morning.",
    ]
    words = "The ferry ran aground at night.\nDivers looked at the rudder in the morning."
    assert align(texts, words) == [1, 4]


def test_a_teaser_of_the_last_paragraph_does_not_swallow_the_story() -> None:
    story = [f"Paragraph number {n} of the long story tells what happened next." for n in range(6)]
    assert align([story[-1], *story], "\n".join(story)) == [1, 2, 3, 4, 5, 6]


def test_paragraphs_follow_what_a_reader_sees() -> None:
    markup = "<div>One <b>bold</b>\n word<br>same<br><br>Two<table><tr><td>Dead</td><td>12</td></tr></table><p hidden>No</p><p>x<i>y</i>z</p></div>"
    assert [p.text for p in find_paragraphs(parse(markup).root)] == ["One bold word same", "Two", "Dead 12", "xyz"]
