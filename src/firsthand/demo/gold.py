"""The gold answers of the demo case, found again in the texts that were read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from firsthand.ledger import Ledger
from firsthand.records import Article

CASE = Path(__file__).parent / "case"
GOLD = CASE / "gold"

GoldRow = dict[str, Any]


def inputs() -> list[str]:
    """Gives what `add` is given: the saved pages, the feed and the archive."""
    return [str(CASE / "pages"), str(CASE / "feed.xml"), str(CASE / "capture.wacz")]


def rows(name: str) -> list[GoldRow]:
    """Gives the rows of one gold file."""
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines() if line.strip()]


def findings() -> GoldRow:
    """Gives what a reader wants to know at the end."""
    found: GoldRow = json.loads((GOLD / "findings.json").read_text("utf-8"))
    return found


class Captures:
    """Finds the article that a gold row means: by address and by the file it was captured in."""

    def __init__(self, ledger: Ledger) -> None:
        self._by_key: dict[tuple[str, str], Article] = {}
        for facts in ledger.articles():
            page = ledger.page(facts.page)
            self._by_key[facts.url, _file(page.via)] = ledger.article(facts.id)

    def article(self, row: GoldRow) -> Article | None:
        """Gives the article of a row, or None when it was not read."""
        return self._by_key.get((row.get("page") or row.get("url") or "", row["file"]))

    def __iter__(self) -> Iterator[tuple[tuple[str, str], Article]]:
        return iter(self._by_key.items())


def _file(via: str) -> str:
    """Gives the file name in a page's `via` ("file:…/a.html", "wacz:…/capture.wacz!archive/data.warc.gz")."""
    match = re.search(r"(\d\d-[\w-]+\.html|capture\.wacz|feed\.xml)", via)
    return match.group(1) if match else via


def locate(text: str, words: str, context: str | None = None) -> tuple[int, int] | None:
    """Gives where words stand in a text, white space folded, inside their context if one is given."""
    start, end = 0, len(text)
    if context is not None:
        around = re.search(_loose(context), text)
        if around is None:
            return None
        start, end = around.span()
    found = re.compile(rf"(?<!\w){_loose(words)}(?!\w)").search(text, start, end) or re.compile(_loose(words)).search(
        text, start, end
    )
    return found.span() if found else None


def _loose(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split())
