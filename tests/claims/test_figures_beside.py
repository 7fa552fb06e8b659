"""Figures beside somebody else's in one sentence: each has its own giver; a number that somebody has, sells or owns has none."""

from __future__ import annotations

import pytest

from firsthand.annotate.quantity import find_quantities
from tests.claims.conftest import Read

PAGE = "Lakeside Courier"

BESIDE = [
    # a clause of its own
    ("The port authority has 14 dead where the unions speak of 31.", "31", "unions (unnamed)", []),
    ("Mayor Ada Lund spoke of 81 injured where the brigade has 64.", "64", "brigade", []),
    ("Mayor Ada Lund spoke of 81 injured where the brigade has 64.", "81", "Ada Lund", []),
    ("Ada Lund told the council 64 schools were shut, though the inspectorate's register shows 51.", "51", "inspectorate", []),
    ("Police counted 3,000 marchers; the organisers counted 20,000.", "20,000", "organisers (unnamed)", []),
    ("The coastguard stopped at 27 on Friday. The navy makes it 31.", "31", "navy", []),
    ("The Orsa Relief League, whose lorries were held at the bridge, now counts 77 dead.", "77", "Orsa Relief League", []),
    ("The board lists 41 cases, and gives 12 of the sick as grave.", "12", "board (unnamed)", []),
    ("The ship's owner gives 186, the coastguard 226.", "226", "coastguard", []),
    ("Wardens reported 90 absent, the union 230.", "230", "union (unnamed)", []),
    # behind its owner
    ("The tally has reached 640; the ministry's own stands at 388.", "388", "ministry", []),
    ("The general called the league's 63 missing a lie.", "63", "league (unnamed)", []),
    ("Neither the ministry's nine nor the union's 14 could be checked.", "nine", "ministry", []),
    ("The union's claim of 63 missing was false, the firm said.", "63", "union (unnamed)", []),
    ("The brigade speaks again at six. Until then its 11 dead is all there is.", "11", "brigade", []),
    ("In the capital the ministry conceded 15. Its earlier figure was nine.", "nine", "ministry", []),
    ("The mayor keeps to her 900 evacuees, against the 1,400 of the relief office.", "1,400", "relief office", []),
    # before a relative clause
    ("Ada Lund put the loss at 40 million, twice the 20 million his own finance office had announced in May.", "20 million", "finance office", []),
    ("Ada Lund said the toll was 12, not the 30 the opposition had claimed.", "30", "opposition", []),
    ("The premier's office would not confirm the 640 reported by the league.", "640", "league (unnamed)", []),
    # by a condition, by a paper, by hearing, through an outlet
    ("It was 88 if you trust the general, 19 if you trust the nurses.", "19", "nurses (unnamed)", []),
    ("The river board's map shows 94 flooded farms.", "94", "river board (unnamed)", []),
    ("The pamphlets issued by the Front, with a list of 40 prisoners, were burnt.", "40", "Front", []),
    ("Brokers had heard 12 million from the Aln Bank.", "12 million", "Aln Bank", []),
    ("Reuters has 2,300 evacuated, from civil defence.", "2,300", "civil defence", ["Reuters"]),
    # what a paper of nobody's holds is said by whoever says so
    ("The Aln Port Office confirmed that the manifest listed 12 crates.", "12", "Aln Port Office", []),
    # quoted by whoever turns it down
    ("The governor rejected the list of the committee. “Their 63 includes men on leave,” he said.", "63", "committee", ["governor (unnamed)"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "speaker", "hands"), BESIDE)
def test_each_figure_has_its_own_giver(read: Read, text: str, number: str, speaker: str, hands: list[str]) -> None:
    """The clause, the owner or the relative clause at a number names who gives it, whoever the sentence is by."""
    document, claims, _, _ = read(text)
    figure = next(q for q in find_quantities(document) if number in q.span.of(text))
    (claim,) = [c for c in claims if figure.id in c.quantities]
    assert claim.speaker is not None and list(claim.chain) == [speaker, *hands, PAGE]
    assert claim.speaker.name == speaker


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The army has 40 lorries in the valley, and the police have 12.", "40"),
        ("The army has 40 lorries in the valley, and the police have 12.", "12"),
        ("The town's 45 dead were buried on Sunday.", "45"),
        ("The brigade's 12 lorries got stuck behind the weir.", "12"),
        ("It gave 12 interviews that week.", "12"),
        ("The railway has 3,000 workers and the union has 900 members.", "900"),
        ("The club has 12 points and the visitors have nine.", "nine"),
        ("The ship had 240 people on board, and the manifest shows 186.", "240"),
        ("Seven members of the guard have given their lives since 12 May.", "Seven"),
        ("You would believe 40 if you saw it.", "40"),
        ("The train leaves at 12 if you trust the clock.", "12"),
        ("Lenders heard 12 speeches from the company.", "12"),
        ("The old man made it 20 paces before he fell.", "20"),
    ],
)
def test_what_somebody_has_he_does_not_give(read: Read, text: str, number: str) -> None:
    """Belongings, members and deeds are the writer's to tell; so is a clause of its own beside a statement."""
    document, claims, _, _ = read(text)
    for figure in (q for q in find_quantities(document) if number in q.span.of(text)):
        assert all(c.speaker is None for c in claims if figure.id in c.quantities)


def test_the_rule_is_told(read: Read) -> None:
    """The claim of such a number says by which words it was given."""
    _, claims, _, _ = read("Mayor Ada Lund spoke of 81 injured where the brigade has 64.")
    assert any("figure beside another's: the subject of a verb of counting" in c.rules for c in claims)
