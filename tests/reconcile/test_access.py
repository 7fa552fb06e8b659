"""Own access: a page's own words that it got its news itself."""

from __future__ import annotations

import pytest

from firsthand.reconcile.access import can_be_about, own_access
from firsthand.reconcile.outlets import OutletNames
from tests.reconcile.builders import make_article

URL = "https://harbourpost.example/a"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The mayor told the Harbour Post that nine had died.", {"told this outlet"}),
        ("The mayor told this newspaper that nine had died.", {"told this outlet"}),
        ("“Nine,” the mayor tells us between two calls.", {"told this outlet"}),
        ("The owner told the Post on Monday that he would pay.", {"told this outlet"}),
        ("A list shared with the Harbour Post has nine names.", {"told this outlet"}),
        ("The widow confirmed the number to the Harbour Post.", {"told this outlet"}),
        ("In reply to questions from this newspaper the board gave nine.", {"told this outlet"}),
        ("The log, which this magazine was able to consult, has nine names.", {"reporter on the scene"}),
        ("She let us read the ward's book.", {"told this outlet"}),
        ("Our reporter counted nine bodies on the quay.", {"reporter on the scene"}),
        ("When our correspondent arrived, nine lay on the quay.", {"reporter on the scene"}),
        ("At a briefing which the Post attended, the mayor spoke of nine.", {"reporter on the scene"}),
        ("Our correspondent in the harbour noted nine empty berths.", {"reporter on the scene"}),
        ("The mayor would explain to the Harbour Post why nine had died.", {"told this outlet"}),
        ("From our correspondent in Lovik: the bridge has gone.", {"reporter on the scene"}),
        ("When we reached the quay, the gate was locked.", {"reporter on the scene"}),
        ("LOVIK, May 3 (Harbour Post) - Nine people died.", {"own dateline"}),
        ("A Harbour Post reporter saw nine bodies.", {"reporter on the scene"}),
        ("LOVIK, May 3. /Harbour Post/. Nine people died.", {"own dateline"}),
        ("LOVIK, May 3 – Harbour Post. Nine people died.", {"own dateline"}),
        ("I stood on the dam and counted what came by.", {"own count"}),
        ("Our reporter Ida Holm walked the quay on Friday.", {"reporter on the scene"}),
        ("We bought two pictures of the quay, and marked the roofs in both.", {"own count"}),
        ("Our tally gives nine.", {"own count"}),
        ("The values of the board differ from ours.", {"own count"}),
        ("Their quay is longer than ours.", set()),
        ("Photo: Ida Holm / Harbour Post", {"own photograph"}),
        ("The Harbour Post could not reach the owner.", {"own inquiry"}),
        ("We were unable to check the number.", {"own inquiry"}),
        ("“I counted them,” the widow said.", set()),
        ("The mayor told Fell Wire that nine had died.", set()),
        ("“Nobody told us anything,” the widow said.", set()),
        ("The letter was written to us all, the widow said.", set()),
        ("The post told police that a parcel was open.", set()),
        ("Subscribe to this newspaper for more.", set()),
        ("Let us hope for better news.", set()),
        ("Nine people died, the mayor said.", set()),
    ],
)
def test_signs_of_own_access(text: str, kinds: set[str]) -> None:
    """only words about the page itself count, and none inside a quotation"""
    article = make_article(text, url=URL)
    namings = OutletNames([article]).namings(article)
    assert {a.kind for a in own_access(article, namings)} == kinds


@pytest.mark.parametrize(
    ("asserter", "expected"), [("Ilse Marn", False), ("Oda Lind", True), ("teacher (unnamed)", True)]
)
def test_a_sign_of_access_belongs_to_whom_its_sentence_names(asserter: str, expected: bool) -> None:
    """ "the baker Oda Lind told the Harbour Post" says nothing about the governor's number in the sentence before"""
    text = "Governor Ilse Marn counts nine dead. The baker Oda Lind told the Harbour Post that her oven fell."
    article = make_article(text, url=URL)
    (access,) = own_access(article, OutletNames([article]).namings(article))
    assert can_be_about(access, text, (0, text.index(".") + 1), asserter) is expected
