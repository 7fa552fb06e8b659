"""Turns marked pages into what the head that points to givers is trained on: the inputs as the product makes them, and the right words.

PYTHONPATH=src python training/givers/prepare.py PAGES.txt... --out prepared.pkl
"""

from __future__ import annotations

import argparse
import pickle
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from firsthand.models.encoder import Encoder
from firsthand.models.givers import inputs_of, stretches
from firsthand.models.words import Words
from pages import PAGE, UNNAMED, GiverPage, Range, read_pages


def prepared(page: GiverPage, encoder: Encoder) -> Iterator[dict[str, Any]]:
    """Yields one example a stretch: the inputs by name, and `goals`, for each number the outcomes that are right."""
    encoding = encoder(page.text)
    numbers = [(_words_of(encoding.words, place), who) for place, who in page.numbers]
    by_range = dict(numbers)
    for seen, here in stretches(len(encoding.words), [place for place, _ in numbers]):
        where = {int(word): 2 + i for i, word in enumerate(seen)}
        goals = [_goal(page, encoding.words, by_range[place], where) for place in here]
        if all(goals):
            yield {
                "page": page.id,
                "goals": goals,
                **inputs_of(encoding, seen, [place for place, _ in numbers], here),
            }


def _goal(page: GiverPage, words: Words, who: str, where: dict[int, int]) -> list[int]:
    if who in (PAGE, UNNAMED):
        return [0 if who == PAGE else 1]
    marked = [word for place in page.givers[who] for word in range(*_words_of(words, place))]
    return [where[word] for word in marked if word in where]


def _words_of(words: Words, place: Range) -> Range:
    return bisect_right(words.spans, place[0], key=lambda s: s[1]), bisect_left(words.spans, place[1], key=lambda s: s[0])  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    encoder = Encoder.load()
    found = [example for path in options.pages for page in read_pages(path) for example in prepared(page, encoder)]
    options.out.write_bytes(pickle.dumps(found))
    print(f"{len(found)} stretches, {sum(len(each['goals']) for each in found)} numbers")


if __name__ == "__main__":
    main()
