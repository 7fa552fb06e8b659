"""Turns the gold of figure stories into marked pages: what the head that points to givers is trained on beside the pages written for it.

    python training/givers/from_figures.py benchmarks/data/figures/own_ferry --out ferry.txt

A figure's giver is marked where the page names him nearest before the number; in its own sentence, where only there; else where he is first
named. A figure that nobody is named for is the page's; one whose giver the page does not name is left out.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pages import PAGE, Range

_NUMBER = re.compile(r"\d[\d.,]*\d|\d|[A-Za-z-]+$")
_SENTENCE_END = re.compile(r"[.!?][\"”]?\s|\n")
_SHORT = 4  # letters up to which a name is an acronym and must be written as it is
Aliases = dict[str, list[str]]
Row = dict[str, Any]


def marked_pages(folder: Path) -> Iterator[str]:
    """Yields each page of a story in the format of `pages.py`."""
    entities = json.loads((folder / "aliases.json").read_text(encoding="utf-8"))["entities"]
    figures: defaultdict[str, list[Row]] = defaultdict(list)
    for figure in _rows(folder / "gold.jsonl"):
        figures[figure["page"]].append(figure)
    for number, page in enumerate(_rows(folder / "pages.jsonl")):
        text = _marked(page["text"], figures[page["url"]], entities)
        yield f"=== {number}\n# {page.get('outlet') or 'site'} | {page.get('published') or ''}\n{text}\n"


def _rows(path: Path) -> Iterator[Row]:
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _marked(text: str, figures: Iterable[Row], entities: Aliases) -> str:
    letters: dict[Range, str] = {}
    numbers: dict[Range, str] = {}
    for figure in figures:
        match = _NUMBER.search(text, figure["start"], figure["end"])
        number = match.span() if match else (figure["start"], figure["end"])
        place = _named_at(text, number, figure, entities) if figure.get("named") else None
        if place is not None and not any(a < place[1] and place[0] < b for a, b in numbers):
            near = next((letter for (a, b), letter in letters.items() if a < place[1] and place[0] < b), None)
            numbers[number] = near or letters.setdefault(place, chr(ord("a") + len(letters)))
        elif not figure.get("named"):
            numbers[number] = PAGE
    out, at = "", 0
    for (start, end), mark in sorted([*letters.items(), *numbers.items()]):
        if start >= at:
            words = text[start:end]
            is_number = (start, end) in numbers
            out += text[at:start] + (f"[[{words}|{mark}]]" if is_number else f"<{mark}>{words}</{mark}>")
            at = end
    return out + text[at:]


def _named_at(text: str, number: Range, figure: Row, entities: Aliases) -> Range | None:
    accepted = figure.get("asserter_accept") or [figure["asserter"]]
    found: list[Range] = []
    for name in (_entity(each, entities) for each in accepted if each):
        for words in sorted((name, *entities.get(name, ())), key=len, reverse=True):
            for match in re.finditer(rf"\b{re.escape(words)}\b", text, re.I if len(words) > _SHORT else 0):
                if not any(a <= match.start() < b for a, b in found):
                    found.append(match.span())
    before = max((f for f in found if f[1] <= number[0]), default=None)
    sentence = _sentence(text, number[0])
    behind = min((f for f in found if f[0] >= number[1] and _sentence(text, f[0]) == sentence), default=None)
    if behind is not None and (before is None or _sentence(text, before[0]) != sentence):
        return behind
    return before or min(found, default=None)


def _sentence(text: str, at: int) -> int:
    return sum(1 for match in _SENTENCE_END.finditer(text) if match.end() <= at)


def _entity(words: str, entities: Aliases) -> str:
    """Gives the entity with the longest name that stands in the words; the words themselves if none does."""
    names = ((len(alias), name) for name, aliases in entities.items() for alias in (name, *aliases)
             if re.search(rf"\b{re.escape(alias)}\b", words, re.I))  # fmt: skip
    return max(names, default=(0, words))[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("story", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.write_text("\n".join(marked_pages(options.story)), encoding="utf-8")


if __name__ == "__main__":
    main()
