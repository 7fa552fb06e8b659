"""A brief says nothing of its own: its words are spans, names and fixed phrases, and every finding is footnoted."""

from __future__ import annotations

import re

from firsthand.brief import phrases
from firsthand.export.as_csv import as_csv
from firsthand.export.as_html import as_html
from firsthand.export.as_markdown import as_markdown
from firsthand.ledger import Ledger
from firsthand.pipeline import summarise
from firsthand.records import Brief, Chart, Finding, Footnote, Part, Section


def test_every_finding_stands_on_its_words(demo: Ledger) -> None:
    """Each footnote's words are the characters of the stored text at its place, and each quoted part is one claim's words."""
    brief = summarise(demo)
    assert brief.footnotes and brief.charts
    for note in brief.footnotes:
        row = demo.claim_row(note.claim)
        article = demo.article(row.article)
        assert article.digest == note.text_digest and article.text[note.start : note.end]
        assert all(piece in article.text for piece in note.words.split(" … "))
    for section in brief.sections:
        for finding in section.findings:
            assert finding.notes
            assert all(
                part.text == demo.claim_row(part.claim).words for part in finding.parts if part.quoted and part.claim
            )


def test_no_verdict_is_given(demo: Ledger) -> None:
    """No finding says true, false, confirmed by, reliable or credible in our own voice."""
    brief = summarise(demo)
    ours = [
        part.text
        for section in brief.sections
        for finding in section.findings
        for part in finding.parts
        if part.claim is None
    ]
    assert not [
        text
        for text in ours
        if re.search(r"\b(true|false|reliable|credible|likely|confirmed by)\b", text.split(" (")[0])
    ]


def test_a_chart_says_in_words_what_it_shows(demo: Ledger) -> None:
    """The text alternative holds every value of the rows; the picture has no script and no reference."""
    for chart in summarise(demo).charts:
        assert all(value in chart.description for _, value, _, _ in chart.rows)
        assert "<script" not in chart.svg and "href" not in chart.svg


HOSTILE = Brief(
    question="<b>who</b> [x](http://evil.example)",
    summary=(
        Finding(
            parts=(Part(text="<img src=x onerror=alert(1)>", claim="c1", quoted=True), Part(text=" | a")),
            claims=("c1",),
            notes=(1,),
        ),
    ),
    charts=(Chart(series="s", title="<i>t</i>", svg="", description="d", rows=(("a", "|b|", "<u>c</u>", ""),)),),
    sections=(Section(heading=phrases.HEADINGS["claims"], findings=()),),
    footnotes=(
        Footnote(
            number=1,
            claim="c1",
            words="w",
            outlet="<o>",
            title=None,
            url="http://x.example/<y>",
            published=None,
            start=0,
            end=1,
            text_digest="0" * 64,
        ),
    ),
    scope="s",
)


def test_hostile_words_stay_words() -> None:
    """Markup in page text reaches neither Markdown nor HTML as markup."""
    html, markdown = as_html(HOSTILE), as_markdown(HOSTILE)
    assert "<img" not in html and "<b>who" not in html and "<o>" not in html and "<u>" not in html
    assert not re.search(r"(?<!\\)(\[x|<img|<u>|<y>)", markdown)


def test_a_cell_never_runs_as_a_formula() -> None:
    """A value that a spreadsheet would calculate is quoted; lists become arrows."""
    text = as_csv([{"a": "=HYPERLINK(1)", "b": ["x", "y"], "c": 3}])
    assert text == "a,b,c\n'=HYPERLINK(1),x → y,3\n"
