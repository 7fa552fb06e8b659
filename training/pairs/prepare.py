"""Turns labelled pairs into what the pair network is trained on: both orders of each pair as the product hands them over, and the label.

    PYTHONPATH=src:. python training/pairs/prepare.py STORIES.txt... PAIRS.jsonl... --out prepared.pkl

The rules' answer is a fact that the network is given only for stories that the rules were not made with (the plain text files): on the others
they are right too often, and it would learn to believe them.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.adapt import article_of
from benchmarks.tasks.denials import turn_in
from benchmarks.tasks.relations_across import side_in
from stories import pairs_of

from firsthand.models.pairs import ANSWERS, RELATIONS, Pair, PairNetwork
from firsthand.pipeline import Reader
from firsthand.reconcile.exchange import classify
from firsthand.reconcile.judge import judge_pair
from firsthand.reconcile.side_by_side import pair_of_claims, pair_of_figures
from firsthand.records import Page, Reading

RENAMED = {"not confirmed": "does not confirm", "no comment": "declines to comment"}
Row = dict[str, Any]


def rows_of(path: Path) -> Iterator[Row]:
    """Yields the pairs of a file of stories, or of a benchmark's file."""
    if path.suffix == ".txt":
        yield from pairs_of(path)
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        label = (row.get("relation") or row["label"]).replace("_", " ")
        sides = {
            key: row[key] | {at: (row[key].get("claim") or row[key]["figure"])[at] for at in ("start", "end")}
            for key in "ab"
        }
        yield {"id": row["id"], "label": label, "direction": row.get("direction", "none"), **sides}


def examples(path: Path, reader: Reader, network: PairNetwork) -> Iterator[Row]:
    """Yields an example for each order of each pair; a figure that was not read makes none."""
    is_fresh, read = path.suffix == ".txt", {}
    for row in rows_of(path):
        label = RENAMED.get(row["label"], row["label"])
        for key in "ab":
            side = row[key]
            name = f"{side['outlet']}/{side['date']}/{side['text']}"
            read[name] = read.get(name) or _reading(reader, name[:80], side)
            side["reading"] = read[name]
        is_figures = "figures" in path.stem or path.parent.name == "relations"
        pair = (_figures if is_figures else _claims)(row, is_fresh)
        if pair is None:
            continue
        for swapped, direction in ((False, 0), (True, 1)):
            each = pair.turned if swapped else pair
            answering = {"a>b": direction, "b>a": 1 - direction}.get(row["direction"], -1)
            goal = (RELATIONS if is_figures else ANSWERS).index(label)
            yield {
                "story": row["id"],
                "goal": goal,
                "is_figures": is_figures,
                "direction": answering,
                **network.inputs(each),
            }


def _claims(row: Row, is_fresh: bool) -> Pair | None:
    a, b = (turn_in(row[key]["reading"], row[key]) for key in "ab")
    return pair_of_claims(a, b, classify(a, b).relation if is_fresh else "")


def _figures(row: Row, is_fresh: bool) -> Pair | None:
    a, b = (side_in(row[key]["reading"], {"figure": row[key]}) for key in "ab")
    if a is None or b is None:
        return None
    return pair_of_figures(a, b, judge_pair(a, b).relation if is_fresh else "")


def _reading(reader: Reader, key: str, side: Row) -> Reading:
    article = article_of(key, side["text"], published=side["date"], outlet=side["outlet"], headline=False)
    return reader.read_document(
        Page(url=key, body=side["text"].encode(), content_type="text/plain"), reader.parser(article)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    reader, network = Reader.load(), PairNetwork.load()
    found = [example for path in options.pairs for example in examples(path, reader, network)]
    options.out.write_bytes(pickle.dumps(found))
    print(f"{len(found) // 2} pairs")


if __name__ == "__main__":
    main()
