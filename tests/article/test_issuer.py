"""Pages that a body issues itself: read from the page's words, anchored to them, and never from a host alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.article import from_text
from firsthand.article.issuer import issuer_of

BULLETIN = "BULLETIN No. 4\n\nAs of noon the Varde Lake Guard has found 27 bodies below the weir."
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
        ("Flash update No. 3: flood at Aln. Orsa Relief Agency, 4 May\n\nSome 300 families have left.", "aid.example", "Orsa Relief Agency", "masthead"),
        ("COMMUNIQUE 7. In the name of the Free Weir League. Our boats took 12 prisoners.", "voice.example", "Free Weir League", "the page says for whom it speaks"),
        ("PRESS NOTE 3/2031, 4 May\n\nThe National Water Service has closed its count: 14 are missing.", "", "National Water Service", "subject under the head of the document"),
        ("TECHNICAL NOTE 8. From pictures taken on 2 May, the Orsa Survey Office estimates the loss at 9 hectares.", "oso.example", "Orsa Survey Office", "subject under the head of the document"),
        ("NOTICE No. 2. Ossby regrets that its ferries are laid up. All 40 passengers are safe.", "ossby.example", "Ossby", "subject under the head of the document"),
        (BULLETIN, "lakeguard-varde.example", "Varde Lake Guard", HOST),
        ("We count 40 drowned. Weirmen were never warned, whatever the mill says.", "weirmen-union.example", "Weirmen", HOST),
        ("Ossby Ferries is deeply sorry. Our list shows 186 on board.", "ossbyferries.example", "Ossby Ferries", HOST),
        ("Visit Ossby Ferries for tickets. Ossby Ferries has found that 40 boats sailed.", "ossbyferries.example", "Ossby Ferries", HOST),
        ("We are glad, says President Ossby North. Manager Ossby East agreed.", "ossby.example", "Ossby", HOST),
    ],
)  # fmt: skip
def test_issuer(text: str, host: str, issuer: str, where: str) -> None:
    """a masthead, words that say for whom, the subject under the head of a document, or the host's own name on a page that speaks as it"""
    assert _read(text, host) == (issuer, where)


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
