"""Builds src/firsthand/reconcile/rarity.txt: how common the stems of English words are, by their place in a tokenizer's vocabulary.

The vocabulary of all-MiniLM-L6-v2 (Apache-2.0, shipped with the attribution model) lists its pieces from common to rare. A stem is as
common as its commonest word. Run from the repository's root: python training/rarity/build.py
"""

from __future__ import annotations

import json
from pathlib import Path

from firsthand.reconcile.facts import stem
from firsthand.reconcile.rarity import LEVELS

SOURCE = Path("src/firsthand/models/attribution/tokenizer.json")
TARGET = Path("src/firsthand/reconcile/rarity.txt")
ENDS = (2400, 4100, 9300, 1 << 30)  # places in the vocabulary up to which a stem has a level
SHORTEST = 3


def main() -> None:
    vocabulary = json.loads(SOURCE.read_text(encoding="utf-8"))["model"]["vocab"]
    place: dict[str, int] = {}
    for word, number in vocabulary.items():
        if word.isascii() and word.isalpha() and len(word) >= SHORTEST:
            key = stem(word)
            place[key] = min(number, place.get(key, number))
    lines: list[list[str]] = [[] for _ in LEVELS]
    for key in sorted(place):
        lines[next(i for i, end in enumerate(ENDS) if place[key] < end)].append(key)
    TARGET.write_text("".join(" ".join(line) + "\n" for line in lines), encoding="ascii")


if __name__ == "__main__":
    main()
