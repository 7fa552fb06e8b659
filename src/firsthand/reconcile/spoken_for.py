"""Pages of a body that names itself nowhere on them: its host is the beginning of the name by which the story's other pages call it.

"Thanks to you our volunteers have given out 7,400 blankets", at lanternrelief.example, where others write of the Lantern Relief Society: what
such a page gives to nobody else is the body's own word. A newsroom that says "we" is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.reconcile.asserters import key_of_body
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.givers import is_of_the_house
from firsthand.reconcile.outlets import host_of, key_of, squash
from firsthand.records import Article
from firsthand.text.press import AS_PRESS, AS_WE, PRESS_HOST, unquoted

_LEAST = 8  # letters of a host that tell a body's name from a town's
_OFTEN = 2  # times that a page must say "we" or "our"

_NAME = re.compile(r"(?!The )[A-ZÀ-Þ][\w’'-]+(?: (?:(?:of|for|and) (?:the )?)?[A-ZÀ-Þ][\w’'-]+){0,4}")

Figures = Mapping[str, tuple[Figure, ...]]


def with_bodies_that_speak(figures: Figures, articles: Sequence[Article]) -> dict[str, tuple[Figure, ...]]:
    """Gives the figures of a story's pages by article id; of a page that speaks as a body whom other pages name, what is its own under that name."""
    found = dict(figures)
    for article in articles:
        if not figures.get(article.id) or not speaks_for_itself(article):
            continue
        own = key_of(article)
        if (name := _name_elsewhere(articles, article, own)) is not None:
            found[article.id] = tuple(_own(f, name, article, own) for f in figures[article.id])
    return found


def speaks_for_itself(article: Article) -> bool:
    """Says whether a page with no issuer, no writer and no sign of a newsroom says "we"."""
    if article.issuer or article.byline or PRESS_HOST.search(host_of(article)) or len(key_of(article)) < _LEAST:
        return False
    text = unquoted(article.text)
    return len(AS_WE.findall(text)) >= _OFTEN and not AS_PRESS.search(text)


def _name_elsewhere(articles: Sequence[Article], article: Article, own: str) -> str | None:
    """Gives the name by which other pages call a body whose name begins as the host is called: the one most often written, the shorter first."""
    times: Counter[str] = Counter()
    for other in articles:
        if other.id != article.id and key_of(other) != own:
            times.update({m.group() for m in _NAME.finditer(other.text) if squash(m.group()).startswith(own)})
    return min(times, key=lambda n: (-times[n], len(n), n), default=None)


def _own(figure: Figure, name: str, article: Article, own: str) -> Figure:
    claim = figure.claim
    if claim is None or figure.borrowed or not is_of_the_house(figure.speaker, claim, own, article.text, name):
        return figure
    return replace(
        figure, entity=key_of_body(name), asserter=name, speaker=None, is_own=True, chain=(name, *figure.chain[-1:])
    )
