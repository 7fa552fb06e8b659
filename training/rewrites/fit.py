"""Fits the weights of `reconcile/rewrites.py` (`FAR`) to labelled pages, and measures them with one event left out at a time.

    PYTHONPATH=src:. python training/rewrites/fit.py FOLDER...

A folder has `pages.jsonl` and `gold.json` as benchmarks/data/lineage has them. A logistic sum with a penalty on large weights; numpy alone,
no randomness. There are few retellings, and they are near their source, so each is also taken with some of its facts put into other words;
pages that report for themselves take part as if they did not say so. The rows are printed, to be put into the module.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand.article import extract
from firsthand.reconcile.facts import Facts
from firsthand.reconcile.lineage import PageView, acyclic, view_pages
from firsthand.reconcile.outlets import OutletNames
from firsthand.reconcile.rewrites import FAR, MIN_SHARED_FACTS, Retelling, Told, compare, set_apart
from firsthand.records import Article, Page

LOST = ((0, 0), (15, 15), (30, 30), (50, 15))  # percent of words and names, and of numbers, that are put otherwise
TURNS = (0, 1, 2)
PENALTY, STEPS, NOT_ONE = 3.0, 60, 3.0
SURE = 0.5  # what the sum must have beyond even odds
Array = NDArray[np.float64]
Kind = Callable[[str], str]


@dataclass(frozen=True)
class Row:
    """One page beside the page nearest to it: the event, the page's kind, how it was put otherwise, and whether it retells it."""

    event: str
    child: str
    kind: str
    lost: tuple[int, int]
    turn: int
    answers: tuple[float, ...]
    retells: bool


def rows_of(folder: Path) -> Iterator[Row]:
    """Yields the rows of one folder."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    articles = [_article(line) for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines() if line]
    views = {v.article.url: v for v in view_pages(articles, OutletNames(articles)).values()}
    for event in gold["events"]:
        edges = {e["child"]: e["kind"] for e in event["lineage"]}
        derived = {frozenset((p["a"], p["b"])) for p in event["pairs"] if p["label"] == "derived"}
        look_alikes = [n for n in gold["negatives"] if n["looks_like"] == event["id"]]
        pages = {p["id"]: views[p["url"]] for p in (*event["pages"], *look_alikes)}
        pages = {i: v for i, v in pages.items() if edges.get(i) not in ("copy", "edited copy")}
        for lost in LOST:
            for turn in TURNS if any(lost) else TURNS[:1]:
                told = {
                    i: _put_otherwise(v.told, lost, turn) if edges.get(i) == "rewrite" else v.told
                    for i, v in pages.items()
                }
                for child, r in _nearest(pages, told, derived, edges):
                    yield Row(
                        f"{folder.name} {event['id']}", child, edges.get(child, "look-alike"), lost, turn,
                        tuple(float(ask(r)) for _, _, ask in FAR), frozenset((child, r.parent)) in derived,
                    )  # fmt: skip


def _article(line: str) -> Article:
    page = Page(
        url=json.loads(line)["url"], body=line.encode(), content_type="application/vnd.firsthand.page+json", via=""
    )
    article, _ = extract(page)
    assert article is not None
    return article


def _put_otherwise(told: Told, lost: tuple[int, int], turn: int) -> Told:
    first = {}
    for fact, place in told.facts.first.items():
        is_lost = zlib.crc32(f"{turn} {fact}".encode()) % 100 < lost[fact[0] == "#"]
        other = f"#{float(fact[1:]) * 1.37 + 13:.6g}" if fact[0] == "#" else f"zz{fact.strip('@')}"
        first[other if is_lost else fact] = place
    return replace(told, facts=Facts(first))


def _nearest(
    pages: Mapping[str, PageView], told: Mapping[str, Told], derived: set[frozenset[str]], edges: Mapping[str, str]
) -> Iterator[tuple[str, Retelling]]:
    """Yields each page with its nearest source among the pages that are not later, those that retell none but are kin of it left out."""
    found: defaultdict[str, list[Retelling]] = defaultdict(list)
    for parent, p in pages.items():
        for child, c in pages.items():
            kin = frozenset((parent, child)) in derived and edges.get(child) != "rewrite"
            later = p.day and c.day and p.day > c.day
            if parent != child and p.outlet != c.outlet and not later and not kin:
                r = compare(parent, child, told)
                found[child] += [r] if r.shared_facts >= MIN_SHARED_FACTS else []
    sure = {c: max(rs, key=lambda r: r.nearness) for c, rs in found.items() if rs and not pages[c].access}
    best = acyclic({c: r for c, r in sure.items() if r.is_rewrite}, pages)
    for child, rs in found.items():
        if rs and not pages[child].article.issuer:
            names_another = any(n.key != pages[child].outlet for n in pages[child].namings)
            yield child, set_apart(rs, {c: r for c, r in best.items() if c != child}, names_another=names_another)


def fit(rows: Sequence[Row]) -> Array:
    """Gives the start and the weights."""
    x = np.array([r.answers for r in rows])
    y = np.array([r.retells for r in rows], dtype=float)
    count = np.where(y > 0, 1.0, NOT_ONE)
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[np.ones(len(x)), (x - mean) / spread]
    w = np.zeros(z.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-z @ w))
        slope = z.T @ (count * (p - y)) + PENALTY * np.r_[0, w[1:]]
        w -= np.linalg.solve((z * (count * p * (1 - p))[:, None]).T @ z + PENALTY * np.eye(len(w)), slope)
    weights: Array = np.r_[w[0] - SURE - (w[1:] * mean / spread).sum(), w[1:] / spread]
    return weights


def _taken(rows: Sequence[Row]) -> list[Row]:
    return [r for r in rows if r.kind == "rewrite" or not any(r.lost)]


def main() -> None:
    """Prints what is found and what is wrongly found with each event left out, and the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    rows = [row for folder in parser.parse_args().folders for row in rows_of(folder)]
    said: dict[tuple[int, int], list[Any]] = {lost: [0, 0, []] for lost in LOST}
    for event in sorted({r.event for r in rows}):
        w = fit(_taken([r for r in rows if r.event != event]))
        for r in _taken([r for r in rows if r.event == event]):
            is_found = w[0] + w[1:] @ np.array(r.answers) >= 0
            if r.kind == "rewrite":
                said[r.lost][0] += is_found and r.retells
                said[r.lost][1] += 1
            elif is_found:
                said[r.lost][2].append(f"{r.child} ({r.kind})")
    for lost, (hits, all_, wrong) in said.items():
        print(
            f"{lost[0]} % of words and {lost[1]} % of numbers put otherwise: {hits} of {all_} found; wrongly: {', '.join(wrong) or 'none'}"
        )
    w = fit(_taken(rows))
    print(f"FAR_START = {w[0]:.2f}")
    for (name, _, _), weight in zip(FAR, w[1:], strict=True):
        print(f'    ("{name}", {weight:.2f}, …),')


if __name__ == "__main__":
    main()
