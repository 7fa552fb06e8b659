"""lineage: pages of many events -> edges, pair labels, figures with their releases, and the updates that join releases."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from benchmarks.adapt import row_readings
from benchmarks.tasks.figures import number
from firsthand.reconcile import figure_rows, settle
from firsthand.records import Judgement, Reading, Settlement

TEXT = ("copy", "edited copy", "rewrite")
KINDS = {**{k: k for k in (*TEXT, "cites", "same occasion")}, "update of": "update-of"}


def run(data: Path, out: Path) -> tuple[int, str]:
    """Gives the number of pages read; writes the four kinds of row."""
    readings = row_readings(data / "pages.jsonl")
    with out.open("w", encoding="utf-8") as file:
        for row in rows(readings, settle(readings)):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return len(readings), "pages"


def rows(readings: Sequence[Reading], settlement: Settlement) -> Iterator[dict[str, object]]:
    """Yields the prediction rows of a settled case."""
    url = {r.article.id: r.article.url for r in readings if r.article}
    about_pages = [j for j in settlement.judgements if j.about == "page"]
    for j in about_pages:
        if j.relation in KINDS:
            yield {"child": url[j.subject], "parent": url[j.object], "kind": KINDS[j.relation]}
    for (a, b), label in sorted(_labels(url, about_pages, settlement).items()):
        yield {"a": url[a], "b": url[b], "label": label}
    for row in figure_rows(readings, settlement):
        yield {
            "page": row.page,
            "start": row.start,
            "end": row.end,
            "low": number(row.low),
            "high": number(row.high),
            "origin": row.origin,
        }
    for j in settlement.judgements:
        if j.about == "origin" and j.relation == "updates":
            yield {"a": j.subject, "b": j.object, "relation": "updates"}


def _labels(url: dict[str, str], judgements: Sequence[Judgement], settlement: Settlement) -> dict[tuple[str, str], str]:
    """Gives the label of each pair of pages that has one; what is not listed is not established.

    Judgements between pages hold between their families: a copy of a page stands to a third page as the page does.
    """
    family = {page: page for page in url}
    text = {page: page for page in url}
    for j in judgements:
        if j.relation in TEXT:
            _join(family, j.subject, j.object)
        if j.relation == "copy":
            _join(text, j.subject, j.object)
    tied, apart = _ties(judgements, settlement, family)
    found = {}
    for a, b in combinations(sorted(url), 2):
        pair = frozenset((family[a], family[b]))
        if text[a] == text[b]:
            found[a, b] = "same text"
        elif len(pair) == 1:
            found[a, b] = "derived"
        elif pair in tied:
            found[a, b] = "same origin different text"
        elif pair in apart:
            found[a, b] = "independent"
    return found


def _ties(
    judgements: Sequence[Judgement], settlement: Settlement, family: dict[str, str]
) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """Gives the pairs of families that share an origin or cite each other, and those judged independent."""
    tied = {
        frozenset((family[j.subject], family[j.object]))
        for j in judgements
        if j.relation in ("cites", "same occasion", "update of")
    }
    apart = {frozenset((family[j.subject], family[j.object])) for j in judgements if j.relation == "independent"}
    pages: defaultdict[str, set[str]] = defaultdict(set)
    for origin in settlement.origins:
        if origin.established:
            pages[origin.id] |= {family[a] for a in origin.articles}
    for members in pages.values():
        tied |= {frozenset(p) for p in combinations(sorted(members), 2)}
    return tied, apart - tied


def _join(groups: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((groups[one], groups[other]))
    for key, top in groups.items():
        if top == second:
            groups[key] = first
