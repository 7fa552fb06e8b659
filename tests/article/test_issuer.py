"""Pages that a body issues itself: read from the page's words, anchored to them, and never from a host alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.article import from_text
from firsthand.article.issuer import issuer_of

BULLETIN = "BULLETIN No. 4\n\nAs of noon the Varde Lake Guard has found 27 bodies below the weir."
DATED = "masthead: a body’s name and a day"
FIELD = "what the page calls itself under the head of a document, after a word of the host"
MEMBERS = "the host’s kind of body, and the page says “our members”"
HOST = "name that the host bears, and the page speaks as it or of it"


def _read(text: str, host: str) -> tuple[str | None, str]:
    article = from_text(text, url=f"https://{host}/x" if host else "")
    found = next((e for e in article.evidence if e.name == "issuer"), None)
    if found is not None and found.span is not None:
        assert found.span.of(text).lower().startswith(found.value.lower()[:3])
    return article.issuer, found.where if found else ""


@pytest.mark.parametrize(
    ("text", "host", "issuer", "where"),
    [
        ("VARDE LAKE GUARD - SEARCH AT THE WEIR - BULLETIN No. 4, 3 May, 18:00\n\nFound so far: 27 bodies.", "", "Varde Lake Guard", "masthead"),
        ("Third list of the Weirmen’s Committee, Sunday. Those who came home are struck out; 19 names remain.", "weir.example", "Weirmen’s Committee", "masthead"),
        ("WATER COMMAND. COMMUNIQUE No. 9. 4 May\n\nTwelve sluices have been closed.", "aln.example", "Water Command", "masthead"),
        ("COMMUNIQUE No. 14 OF THE WATER MINISTRY\n\nOperation Dry Ground was carried out on 8 May. Some 40 sluices were shut.", "water.example", "Water Ministry", "masthead"),
        ("Flash update No. 3: flood at Aln. Orsa Relief Agency, 4 May\n\nSome 300 families have left.", "aid.example", "Orsa Relief Agency", "masthead"),
        ("COMMUNIQUE 7. In the name of the Free Weir League. Our boats took 12 prisoners.", "voice.example", "Free Weir League", "the page says for whom it speaks"),
        ("PRESS NOTE 3/2031, 4 May\n\nThe National Water Service has closed its count: 14 are missing.", "", "National Water Service", "subject under the head of the document"),
        ("TECHNICAL NOTE 8. From pictures taken on 2 May, the Orsa Survey Office estimates the loss at 9 hectares.", "oso.example", "Orsa Survey Office", "subject under the head of the document"),
        ("NOTICE No. 2. Ossby regrets that its ferries are laid up. All 40 passengers are safe.", "ossby.example", "Ossby", "subject under the head of the document"),
        ("Nineteen names stand on our list. None of them is a number.\n\nOda Lind, secretary, Weirmen’s Union", "aln.example", "Weirmen’s Union", "signature of a page that says “we”"),
        (BULLETIN, "lakeguard-varde.example", "Varde Lake Guard", HOST),
        ("We count 40 drowned. Weirmen were never warned, whatever the mill says.", "weirmen-union.example", "Weirmen", HOST),
        ("Ossby Ferries is deeply sorry. Our list shows 186 on board.", "ossbyferries.example", "Ossby Ferries", HOST),
        ("Visit Ossby Ferries for tickets. Ossby Ferries has found that 40 boats sailed.", "ossbyferries.example", "Ossby Ferries", HOST),
        ("We are glad, says President Ossby North. Manager Ossby East agreed.", "ossby.example", "Ossby", HOST),
        ("GENERAL STAFF OF THE ARMY OF TARN, STATEMENT 214, 12 May 2031\n\nFive boats were used.", "staff-tarn.example", "General Staff of the Army of Tarn", "masthead"),
        ("STATEMENT OF THE MINISTRY OF WATER OF TARN, 10 March 2031\n\nAs of today 230 gates are open.", "water.tarn.example", "Ministry of Water of Tarn", "masthead"),
        ("UN HARBOUR MISSION IN THE TARN VALLEY\nFlash update 2, 14 May 2031\n\nThe Mission has verified 27 deaths.", "uhmtv.field.example", "UN Harbour Mission in the Tarn Valley", "masthead"),
        ("PORT OF ALN AUTHORITY: NOTICE TO SHIPPING No. 12\n\nSix vessels are waiting.", "aln.example", "Port of Aln Authority", "masthead"),
        ("National Flood Agency (NFA). Situation report 6, 3 May\n\nHouses lost: 410.", "nfa.example", "National Flood Agency", "masthead"),
        ("Ministry of Water, press desk, 17 October 2031\n\nAs of noon 14 gates have failed.", "water-tarn.example", "Ministry of Water", DATED),
        ("Orsa Hill Rescue Association\nMission diary, 3 March 2031\n\nTwelve climbers were brought down. Our teams go up again.", "rescue.example", "Orsa Hill Rescue Association", DATED),
        ("COMMUNIQUÉ No. 2, 13 May 2031\n\nThe Ministry of Water, acting through its wardens, has established that 26 drowned.", "tarn.example", "Ministry of Water", "subject under the head of the document"),
        ("OCHA flash update 3: storm at Aln, 12 March 2031\n\nSome 900 people need help.", "hub.example", "OCHA", "signs taken together: the word for a document +1.5, a day +0.5, a number +1, in the head +1"),
        ("Bulletin of the Weir Institute, 6.00 p.m.\n\nGusts of 190 km/h are expected.", "weir.example", "Weir Institute", "signs taken together: the word for a document +1, the host +1, in the head +1"),
        ("Varde Shipping regrets the loss of 12 boats.", "varde.example", "Varde Shipping", HOST),
        ("From the Weir Front of Aln, communiqué no. 7\n\nWe hold 180 people.", "wfa.example", "Weir Front of Aln", "masthead"),
        ("We, the nurses of Aln Central Hospital, have counted 61 dead.", "aln-wards.example", "nurses of Aln Central Hospital", "the page says for whom it speaks"),
    ],
)  # fmt: skip
def test_issuer(text: str, host: str, issuer: str, where: str) -> None:
    """a masthead, words that say for whom, the subject under the head of a document, or the host's own name on a page that speaks as it"""
    assert _read(text, host) == (issuer, where)


@pytest.mark.parametrize(
    ("text", "host", "issuer", "where"),
    [
        ("SITUATION REPORT 5, Mirren works, 14 May 2031\n\nBodies found: 28. The brigade stands by its estimate.", "fire.varde.example", "fire brigade", FIELD),
        ("Our stewards counted 160 people. Nineteen of our members are dead. We demand an inquiry.", "wch-union.example", "wch-union.example", MEMBERS),
    ],
)  # fmt: skip
def test_issuer_without_a_name(text: str, host: str, issuer: str, where: str) -> None:
    """a body that the page does not name is called what the page calls itself, or by its address"""
    found = issuer_of(from_text(text, url=f"https://{host}/x"))
    assert found is not None and (found.value, found.where) == (issuer, where)


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("The Varde Lake Guard has found 27 bodies, it said in a statement. We will report more.", "varde-courier.example"),
        ("Lake Guard raises toll\n\nThe Varde Lake Guard has found 27 bodies, its bulletin says.", "orsa.example"),
        ("Ministry Statement Draws Fire\n\nThe Water Board has rejected it.", "orsa.example"),  # a headline about one
        ("COURT REJECTS POLICE STATEMENT\n\nThe Orsa Court has called it a lie.", ""),
        ("List of the Bank’s Losses\n\nThe bank lost 3 million.", "orsa.example"),
        ("Press release in doubt\n\nThe Water Board denied that it had sent one.", "orsa.example"),
        ("VARDE LAKE GUARD - BULLETIN No. 4, 3 May\n\nFound so far: 27 bodies.", "lakenews.example"),  # a paper's page
        (BULLETIN, "lakeguardnews.example"),  # a paper named after it
        ("We are alarmed. Our Office has verified 24 deaths.", "rights-office-notes.example"),  # no name stands on the page
        (BULLETIN, ""),  # a bulletin may be anybody's, and no host tells whose
        ("ORSA (Lake Guard) - The Lake Guard has found 27 bodies.", "lakeguard.example"),  # a wire's dateline
        ("I watched the Lake Guard. The Lake Guard has found 27 bodies.", "lakeguard.example"),  # somebody's own page
        ("Wavetop has tried 40 rods. Our testers liked two.", "wavetop.example"),  # a magazine
        ("Wavetop has more. “It was dark,” Ada Lund told Wavetop.", "wavetop.example"),  # an outlet is told things
        ("Tarn Police: Notice stolen from wall\n\nThe police say 12 saw it.", "tarn.example"),  # no number, no notice
        ("Water Ministry of Tarn, wards at odds over toll, 7 May 2031\n\nThe ministry says 12 died.", "orsa.example"),  # a headline
        ("Tarn Council\nA reader’s guide, 6 June 2031\n\nThe council has 40 members.", "guide.example"),
        ("Our members write: the council has lost 12 trees.", "gardens.example"),  # the host is no body's
        ("Fire at Mirren: update 5\n\nThe brigade has found 12 bodies, it says.", "fireside-notes.example"),
        ("National Weir Police report 12 arrests\n\nThe Weir Police has arrested 12 men.", "cronica.example"),  # a headline
        ("Open letter to the Ministry of Water\n\nWe, the parents of 40 children, ask for help.", "letters.example"),  # to whom it is
        ("COUNCIL UPDATE\n\nThe council has voted for a school. We asked 12 parents.", "varde.example"),  # no body's name
        ("STATEMENT: what the Front wants\n\nThe Weir Front has named 12 demands. We spell them out.", "varde.example"),
        ("UPDATE 3: Strike at Varde Hospital\n\nOur team is there. We saw 12 pickets.", "tarn.example"),
        ("Weir Union has learned that 12 men are gone.", "weir-union.example"),  # a newsroom's words
        ("Weir Union, Monday 4 May 2031\n\nThe council has sold 12 houses, we can reveal.", "weir-union.example"),
        ("Lake Council, 4 May 2031\n\nWe are the students’ own newspaper. 12 rooms are shut.", "lake-council.example"),
        ("Varde Police have arrested 12 men.\n\nThey were found in the port.", "varde.example"),  # a paper named after its town
        ("WEATHER UPDATE, 3 May\n\nVarde Council has shut 12 roads.", "varde.example"),
        ("From the Weir Assembly: 12 members walk out\n\nThe Assembly has risen. We tell why.", "theweir.example"),
        ("VARDE GUARDIAN - MORNING UPDATE No. 3\n\nThe guard has lost 12 votes. We follow it.", "guardian-varde.example"),
        ("Nineteen names stand on the list.\n\nOda Lind, secretary, Weirmen’s Union", "aln.example"),  # no “we”: a caption, a letter’s head
        ("Rain fell on Orsa for a week, and 27 people drowned. We got wet.", "relief-orsa.example"),  # the host alone
    ],
)  # fmt: skip
def test_no_issuer(text: str, host: str) -> None:
    """news with "we", a story about a statement, a paper, a wire, a blog, and a host's name that the page does not use"""
    assert _read(text, host) == (None, "")


def test_byline_outranks() -> None:
    """a page with a writer is the writer's"""
    article = from_text(BULLETIN, url="https://lakeguard-varde.example/x")
    assert issuer_of(article) is not None
    assert issuer_of(replace(article, byline="Ada Lund")) is None
