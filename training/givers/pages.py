"""Pages in which every counted number has a known giver, as plain text: what the head that points to givers is trained on.

    === ID
    # outlet | date
    Text with <a>the ministry</a> that gives [[31|a]], <b>a monitor</b> that gives [[29|b]], a count of the page's own [[14|page]], and one that
    somebody unnamed gives [[20|?]].
    same: c = a

A mark is the one place from which a careful reader takes the giver; the last line joins marks of one party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Range = tuple[int, int]
PAGE, UNNAMED = "page", "?"
_TOKEN = re.compile(r"<([a-z])>(.*?)</\1>|\[\[([^\]|]+)\|([a-z]|page|\?)\]\]", re.S)


@dataclass(slots=True)
class GiverPage:
    """A page's text without marks; `givers` the places of each party's marks, `numbers` each with its party's letter, "page" or "?"."""

    id: str
    outlet: str
    date: str
    text: str = ""
    givers: dict[str, list[Range]] = field(default_factory=dict)
    numbers: list[tuple[Range, str]] = field(default_factory=list)


def read_pages(path: Path) -> Iterator[GiverPage]:
    """Yields the pages of a file; raises ValueError where a number's giver has no mark."""
    for block in re.split(r"^=== *", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        name, first, body = block.split("\n", 2)
        outlet, _, date = (part.strip() for part in first.lstrip("# ").partition("|"))
        yield _marked(GiverPage(name.strip(), outlet, date), *_joined(body.strip() + "\n"))


def _joined(body: str) -> tuple[str, dict[str, str]]:
    last = re.search(r"^same:(.*)$", body, re.M)
    pairs = re.findall(r"([a-z]) *= *([a-z])", last[1]) if last else []
    return (body[: last.start()] if last else body), dict(pairs)


def _marked(page: GiverPage, body: str, same: dict[str, str]) -> GiverPage:
    at = 0
    for token in _TOKEN.finditer(body):
        page.text += body[at : token.start()]
        start, at = len(page.text), token.end()
        page.text += token[2] if token[1] else token[3]
        place = (start, len(page.text))
        if token[1]:
            page.givers.setdefault(_root(token[1], same), []).append(place)
        else:
            page.numbers.append((place, token[4] if token[4] in (PAGE, UNNAMED) else _root(token[4], same)))
    page.text += body[at:]
    unknown = {who for _, who in page.numbers} - {PAGE, UNNAMED, *page.givers}
    if unknown:
        raise ValueError(f"{page.id}: no mark for {', '.join(sorted(unknown))}")
    return page


def _root(letter: str, same: dict[str, str]) -> str:
    while letter in same:
        letter = same[letter]
    return letter
