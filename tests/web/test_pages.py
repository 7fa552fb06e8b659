"""What pages say: notes, grades, sourcing sentences, graphs, maps, drafts, and our own wording."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from firsthand.cli.group import run
from firsthand.ledger import Ledger
from firsthand.records import FigureRow, Place, Series, Span, Story
from firsthand.web.atlas import Spot, _draw, _supported
from firsthand.web.graph import source_graph
from firsthand.web.pages.blocks import block_of
from firsthand.web.pages.claim import lead_in, lead_out
from firsthand.web.pages.sourcing import figure_with_footnotes
from tests.web.visitor import Visitor

WEB = Path(__file__).parents[2] / "src/firsthand/web"


def test_notes_on_each_thing(small: Path, visitor: Visitor) -> None:
    """A name and a text make a note on a story, a figure, a claim or an article; it is shown there, counted, and can be answered."""
    with Ledger(small, create=False) as ledger:
        row = ledger.figures()[0]
        story = ledger.views(Story)[0]
        places = {"story": (f"/story/{story.id}", story.articles[0]), "figure": (f"/series/{row.series}", row.quantity), "claim": (f"/claim/{row.claim}", row.claim), "article": (f"/article/{row.article}", row.article)}  # fmt: skip
    for about, (page, subject) in places.items():
        answer = visitor.post(
            "/note", {"about": about, "subject": subject, "text": f"on the {about}", "by": "Ada", "back": page}
        )
        assert answer.status_code == 303 and answer.headers["location"].startswith(f"{page}#note-")
        number = answer.headers["location"].rpartition("-")[2]
        visitor.post(
            "/note",
            {"about": about, "subject": subject, "text": "an answer", "by": "Ben", "back": page, "answers": number},
        )
        html = visitor.get(page).text
        assert f"on the {about}" in html and "an answer" in html and '<span class="count">2</span>' in html
        assert 'type="email"' not in html


@pytest.mark.parametrize(("fields", "named"), [({}, "your name, the text of the note"), ({"by": "Ada"}, "the text of the note"), ({"text": "t"}, "your name")])  # fmt: skip
def test_missing_fields_of_a_note_are_named(visitor: Visitor, fields: dict[str, str], named: str) -> None:
    """Nothing is stored, and what was typed is still there."""
    answer = visitor.post("/note", {"about": "article", "subject": "r1", "back": "/", **fields})
    assert answer.status_code == 422 and f"Still needed: {named}." in answer.text
    assert all(value in answer.text for value in fields.values())


@pytest.mark.parametrize("about", ["story", "claim", "figure", "article"])
def test_a_note_is_about_something_that_is_there(visitor: Visitor, about: str) -> None:
    """A note on a thing that this case does not hold is refused."""
    answer = visitor.post("/note", {"about": about, "subject": "x1", "text": "t", "by": "Ada", "back": "/"})
    assert answer.status_code == 404 and visitor.get("/notes.csv").text == ""


def test_people_grade_and_the_machine_does_not(visitor: Visitor) -> None:
    """A grade is on the source's page with who gave it and why; nothing is graded before."""
    page = "/source?name=Ilse%20Brandt"
    assert "Nobody graded this source" in visitor.get(page).text
    fields = {
        "scale": "reliability",
        "subject": "Ilse Brandt",
        "value": "B",
        "reason": "first-hand access",
        "by": "Ada",
        "back": page,
    }
    assert visitor.post("/grade", fields).status_code == 303
    assert "first-hand access" in visitor.get(page).text
    assert visitor.post("/grade", {**fields, "value": ""}).status_code == 422
    assert visitor.post("/grade", {**fields, "value": "Z"}).status_code == 400


def row(*chain: str) -> FigureRow:
    return FigureRow(
        page="", article="r", claim="c", quantity="q", start=0, end=1, words="1", low="1", high="1", modifier=None, unit=None, counted=None, kind=None,
        group=None, place=None, as_of=None, published=None, outlet=chain[-1], status="asserted", asserter=chain[0], chain=chain, release=None, origin=None,
        origin_group=None, series=None,
    )  # fmt: skip


def test_the_graph_runs_from_speakers_to_pages() -> None:
    """Each hand stands to the right of those it takes from; a circle is cut, and names are text."""
    graph = source_graph(
        [
            row("Ada", "Wire", "Paper"),
            row("Ada", "Wire", "Radio"),
            row("Paper", "Radio"),
            row("Radio", "Paper"),
            row("<b>", "Paper"),
        ]
    )
    assert graph is not None and ("Ada", "Wire", 2) in graph.paths and "<b>" not in graph.svg
    across = {name: int(x) for name, x in re.findall(r"<title>([^<]*)</title><rect x=\"(\d+)\"", graph.svg)}
    assert across["Ada"] < across["Wire"] < min(across["Paper"], across["Radio"])
    assert source_graph([row("Ada")]) is None


def test_places_are_drawn_where_they_are_known() -> None:
    """A place with a point is a mark; what is known of it stands beside it."""
    spot = Spot(place=Place(id="l1", span=Span(0, 1), name="Tarn <b>", point=(48.0, 2.0), country="FR"), count=3)
    svg = _draw([spot])
    assert 'cx="2.00" cy="-48.00"' in svg and "<b>" not in svg and spot.precision == "a point in FR"
    assert "not in the gazetteer" in Spot(place=Place(id="l2", span=Span(0, 1), name="Nowhere"), count=1).precision


def test_a_lone_name_is_not_drawn() -> None:
    """A point that no other place of the story bears out stays off the map: a lone name is too easily mistaken."""

    def spot(name: str, country: str | None, point: tuple[float, float] | None = (1.0, 2.0)) -> Spot:
        return Spot(place=Place(id=name, span=Span(0, 1), name=name, point=point, country=country), count=1)

    drawn = _supported(
        (
            spot("Tarn", "FR"),
            spot("Albi", "FR"),
            spot("Upper Town", "VC"),
            spot("Somewhere", "FR", None),
            spot("Nowhere", None),
        )
    )
    assert [each.place.name for each in drawn] == ["Tarn", "Albi"]


def test_quoted_surroundings_begin_and_end_with_words() -> None:
    """What stands around a span is cut between words."""
    text = "Governor Ilse Varnay said on Monday that twelve people were killed."
    at = text.index("twelve")
    assert lead_in(text, at, 14) == "Monday that " and lead_in(text, at, 500) == text[:at]
    assert lead_out(text, at + 6, 12) == " people" and lead_out(text, at + 6, 500) == " people were killed."


def test_the_sourcing_sentence(small: Path) -> None:
    """A figure's origins with their values, each with a footnote that names page and characters."""
    with Ledger(small, create=False) as ledger:
        text = figure_with_footnotes(ledger, block_of(ledger, ledger.views(Series)[0]))
    assert text.startswith("killed: 2 pages, ") and "Ilse Brandt: 12" in text and "[1] The Paper, 2031-05-04, https://one.example/a, characters 23–25 of text sha256:" in text  # fmt: skip


def test_a_draft_is_held_against_the_ledger(reader_of_demo: Visitor, demo: Ledger) -> None:
    """A figure that the pages do not give is named; nothing of the draft is stored."""
    before = demo.counts()
    answer = reader_of_demo.post(
        "/draft", {"draft": "At least 97 people were killed in the explosion at the port of Haldrin, Ilse Varnay said."}
    )
    assert answer.status_code == 200 and "97" in answer.text and "draft-note" in answer.text
    assert reader_of_demo.post("/draft", {"draft": " "}).status_code == 422
    assert demo.counts() == before


def test_the_hand_off_file_is_checked(
    small: Path, visitor: Visitor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`verify FILE` finds a changed word, and words that the case does not have."""
    with Ledger(small, create=False) as ledger:
        story = ledger.views(Story)[0].id
    file = tmp_path / "handoff.html"
    file.write_bytes(visitor.get(f"/handoff.html?story={story}").content)
    assert run(["--case", str(small), "verify", str(file)]) == 0 and "unchanged" in capsys.readouterr().out
    assert (
        run(["--case", str(tmp_path / "none.db"), "verify", str(file)]) == 0
        and "no case here" in capsys.readouterr().out
    )
    text = file.read_text("utf-8")
    file.write_text(text.replace("killed", "harmed"), "utf-8")
    assert run(["--case", str(small), "verify", str(file)]) == 1
    file.write_text(text[:-80], "utf-8")
    assert run(["--case", str(small), "verify", str(file)]) == 1 and "cut short" in capsys.readouterr().out


_VERDICTS = re.compile(
    r"\b(true|false|verified|confirmed|debunked|proven|fake|credible|reliable|trustworthy|accurate)\b", re.I
)


def _template_words() -> list[tuple[str, str]]:
    found = []
    for path in sorted((WEB / "templates").glob("*")):
        text = re.sub(r"\{[{%#].*?[}%#]\}", " ", path.read_text("utf-8"), flags=re.S).replace('="true"', "")
        attributes = " ".join(re.findall(r'(?:aria-label|placeholder|title|alt)="([^"]*)"', text))
        found.append((path.name, unescape(re.sub(r"<[^>]*>", " ", text)) + " " + attributes))
    return found


@pytest.mark.parametrize(("name", "words"), _template_words(), ids=[name for name, _ in _template_words()])
def test_our_own_wording_gives_no_verdicts(name: str, words: str) -> None:
    """No template says that something is true, false, verified or confirmed: status names and quoted words come from elsewhere."""
    assert not _VERDICTS.findall(words)


def test_messages_give_no_verdicts() -> None:
    """Nor does any sentence that the pages' code or scripts hold."""
    for path in sorted([*WEB.rglob("*.py"), WEB / "static/app.js", *(WEB.parent / "brief").glob("phrases.py")]):
        text = re.sub(r'"""[\s\S]*?"""|#.*|//.*', " ", path.read_text("utf-8"))
        said = [words for words in re.findall(r'"([^"\n]*)"', text) if " " in words]
        assert not [words for words in said if _VERDICTS.search(re.sub(r"[\w ]*\bnot confirmed\b", "", words))], (
            path.name
        )
