"""Own access: a page's own words that it got its news itself."""

from __future__ import annotations

import pytest

from firsthand.reconcile.access import own_access
from firsthand.reconcile.outlets import OutletNames
from tests.reconcile.builders import make_article

URL = "https://harbourpost.example/a"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The mayor told the Harbour Post that nine had died.", {"told this outlet"}),
        ("The mayor told this newspaper that nine had died.", {"told this outlet"}),
        ("“Nine,” the mayor tells us between two calls.", {"told this outlet"}),
        ("Our reporter counted nine bodies on the quay.", {"reporter on the scene"}),
        ("LOVIK, May 3 (Harbour Post) - Nine people died.", {"own dateline"}),
        ("A Harbour Post reporter saw nine bodies.", {"reporter on the scene"}),
        ("LOVIK, May 3. /Harbour Post/. Nine people died.", {"own dateline"}),
        ("LOVIK, May 3 – Harbour Post. Nine people died.", {"own dateline"}),
        ("I stood on the dam and counted what came by.", {"own count"}),
        ("“I counted them,” the widow said.", set()),
        ("The mayor told Fell Wire that nine had died.", set()),
        ("“Nobody told us anything,” the widow said.", set()),
        ("Nine people died, the mayor said.", set()),
    ],
)
def test_signs_of_own_access(text: str, kinds: set[str]) -> None:
    """only words about the page itself count, and none inside a quotation"""
    article = make_article(text, url=URL)
    namings = OutletNames([article]).namings(article)
    assert {a.kind for a in own_access(article, namings)} == kinds
