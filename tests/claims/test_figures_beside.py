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
    ("In a letter to shareholders Tarn Mining writes of eight dead, all on its books.", "eight", "Tarn Mining", []),
    ("Nobody asks twice: Brask Steel stays with the 66 on its roster.", "66", "Brask Steel", []),
    ("The Aln Board spoke of 2 billion crowns; Brask Steel went beyond 3 billion crowns.", "3 billion", "Brask Steel", []),
    ("The firm Lund & Berg finds the estimate low. Its model arrives at 2.1 billion crowns.", "2.1 billion", "Lund & Berg", []),
    ("The health office will not follow and stays at 58 dead, the Fen Post reports.", "58", "health office", ["Fen Post"]),
    ("The brigade gave up its own reckoning. It, too, arrives at 34 dead.", "34", "brigade", []),
    # by an account of one's own, by a total that somebody gave
    ("By its own count, read out later, Sound Grid had 800 homes without power.", "800", "Sound Grid", []),
    ("Ada Lund, the minister, met the press. The death toll she gave was 13.", "13", "Ada Lund", []),
    ("The first count, from the brigade, was seven.", "seven", "brigade", []),
    ("Ada Lund said that wards would close. They hold 260 patients, as she put it, who will be moved.", "260", "Ada Lund", []),
    # behind its owner
    ("The coastguard would not accept the 37 dead of Governor Maren Tolk.", "37", "Maren Tolk", []),
    ("The police are at 17 dead; nobody has checked the 26 of the elders.", "26", "elders (unnamed)", []),
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
    ("Twelve miners are missing in all, if one goes by the Aln Board.", "Twelve", "Aln Board", []),
    ("Nearly 1,300 tents burnt, if one trusts the Relief Agency's pictures.", "1,300", "Relief Agency", []),
    ("The river board's map shows 94 flooded farms.", "94", "river board (unnamed)", []),
    ("The pamphlets issued by the Front, with a list of 40 prisoners, were burnt.", "40", "Front", []),
    ("Brokers had heard 12 million from the Aln Bank.", "12 million", "Aln Bank", []),
    ("Reuters has 2,300 evacuated, from civil defence.", "2,300", "civil defence", ["Reuters"]),
    # what a paper of nobody's holds is said by whoever says so
    ("The Aln Port Office confirmed that the manifest listed 12 crates.", "12", "Aln Port Office", []),
    # in an enumeration: the verb is meant again, or each number has its giver behind it
    ("The Security Bureau of Tarn speaks of 70 soldiers killed and the General Staff of 210.", "210", "General Staff", []),
    ("Boats: the Orsan army speaks of six, the Tarnese army of nine.", "nine", "Tarnese army", []),
    ("The police estimate the crowd at 4,000, the organisers at 15,000.", "15,000", "organisers (unnamed)", []),
    ("The police say 4,000, the party 60,000, the geographers of Aln University 17,000.", "17,000", "geographers of Aln University (unnamed)", []),
    ("Killed at the weir: 41 according to the Orsa Health Office and 33 verified by the Lake Mission.", "33", "Lake Mission", []),
    ("There are 1,500 by the count of the Survey Office, 900 by that of the Weir League.", "900", "Weir League", []),
    ("Toll so far: 31 (Orsa Health Office), 29 (Weir League).", "31", "Orsa Health Office", []),
    ("The toll was 14 by the governor's account, nobody else's.", "14", "governor (unnamed)", []),
    ("It was a raid in which 61 people lost their lives by the account of the Water Office.", "61", "Water Office", []),
    # behind its owner, whatever is done with it
    ("The Election Board's 64 percent, critics agree, cannot be true.", "64 percent", "Election Board", []),
    ("People laughed at the Orsan army's talk of 18 dead.", "18", "Orsan army", []),
    ("The Weir League's finding of 14 dead has been printed by the Valley Voice.", "14", "Weir League", ["Valley Voice"]),
    ("The Front's 50,000 of the first evening needs a bigger square, and the 9,000 of the police a smaller one.", "9,000", "police", []),
    ("The Labour Office's toll, issued later, is 40.", "40", "Labour Office", []),
    ("Some sites go on printing the Harbour Office's first number, 110, as if it were new.", "110", "Harbour Office", []),
    ("The claim of the Orsan army that 3,200 foreign soldiers crossed is untrue.", "3,200", "Orsan army", []),
    ("Lists that go round under the name of the nurses' union, with 51 dead, are invented.", "51", "nurses' union (unnamed)", []),
    ("Of the 50 buses promised by the Transport Office, 12 came.", "50", "Transport Office", []),
    ("Some 12,000 people marched, and not 90,000 as the organisers claim.", "90,000", "organisers (unnamed)", []),
    ("Pinned to the door is a sheet with 41 names. It is the list of the Weir Committee.", "41", "Weir Committee", []),
    # over what is inserted, with any object, with a day
    ("Mayor Ada Lund came at noon. She puts the flooded houses in the town at 230, after a walk.", "230", "Ada Lund", []),
    ("The Labour Office spoke on Wednesday of 37 missing.", "37", "Labour Office", []),
    ("The monitoring group NetProbe, quoted by Reuters, measured traffic at 14 percent.", "14 percent", "NetProbe", ["Reuters"]),
    ("A geographer, Petra Holm, who paced out the square, arrives at 23,000.", "23,000", "Petra Holm", []),
    # through an outlet that has it from somebody
    ("The Valley Herald has it from the Tarnese embassy that 41 people were at work.", "41", "Tarnese embassy", ["Valley Herald"]),
    ("That fits neither the map nor the six rockets that Reuters has from the Orsan army.", "six", "Orsan army", ["Reuters"]),
    ("Reuters on Tuesday had three dead, from the Water Office.", "three", "Water Office", ["Reuters"]),
    ("Close to 4,000 soldiers are there, if the Orsan army, quoted by Reuters, is right.", "4,000", "Orsan army", ["Reuters"]),
    ("The rights group Lake Watch published a leaked contract under which 7,000 labourers would go.", "7,000", "leaked contract (unnamed)", ["Lake Watch"]),
    # the name in apposition, and not the noun before it
    ("A fisherman, Odo Lind, in a note to Radio Tarn, counted 16 boats.", "16", "Odo Lind", ["note"]),
    # brackets beside a toll hold a body; people in them are no givers
    ("The police said 17 (two officers) were hurt.", "17", "police", []),
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
        ("The 12 of the committee who had voted left the room.", "12"),
        ("The governor arrived at 12 villages in one day.", "12"),
        ("The hospital (40 beds) is full.", "40"),
        ("The minister's 14 aides, the union's 20 stewards and the police met.", "20"),
        ("The party won 40 seats, the front 12.", "12"),
        ("Twelve of the committee's 30 members voted.", "30"),
        ("The army took 12 villages, the militia nine.", "nine"),
        ("The band played 12 songs (Mira Dolan) and 4 encores.", "12"),
        ("The relay was won in 44 seconds (Norland), 45 (Aln) and 46 (Sund).", "45"),
        ("About 40 (the brigade, two clubs) took part.", "40"),
        ("The ambulance arrived at 12, the fire brigade at 14.", "14"),
        ("The firm measured the depth at 12 places along the river.", "12"),
        ("The firm's number, 12, is on the door.", "12"),
        ("He wore the shirt with 10. It is the number of Lund.", "10"),
        ("The police never gave 12 as the toll.", "12"),
        (
            "A contract between the League and the port provides for 9,000 hands, above the 4,000 that the governor announced.",
            "9,000",
        ),
    ],
)
def test_what_somebody_has_he_does_not_give(read: Read, text: str, number: str) -> None:
    """Belongings, members and deeds are the writer's to tell; so is a clause of its own beside a statement."""
    document, claims, _, _ = read(text)
    for figure in (q for q in find_quantities(document) if number in q.span.of(text)):
        assert all(c.speaker is None for c in claims if figure.id in c.quantities)


@pytest.mark.parametrize(
    ("text", "number", "not_by"),
    [
        ("The army has 19 dead, from the Herald.", "19", "Herald"),
        ("The mayor counted 19 from the union.", "19", "union (unnamed)"),
        ("The firm published a plan under which 400 jobs would go.", "400", "plan (unnamed)"),
        ("Sunday's police report named 12.", "12", "Sunday"),
    ],
)
def test_what_stands_beside_is_not_whom_it_is_from(read: Read, text: str, number: str, not_by: str) -> None:
    """Only an outlet passes a count on "from" somebody; whoever publishes a plan may have made it; a day owns no report."""
    document, claims, _, _ = read(text)
    (figure,) = [q for q in find_quantities(document) if number in q.span.of(text)]
    assert not_by not in {c.speaker.name for c in claims if c.speaker and figure.id in c.quantities}


def test_the_rule_is_told(read: Read) -> None:
    """The claim of such a number says by which words it was given."""
    _, claims, _, _ = read("Mayor Ada Lund spoke of 81 injured where the brigade has 64.")
    assert any("figure beside another's: the subject of a verb of counting" in c.rules for c in claims)
