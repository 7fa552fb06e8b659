"""lineage: pages of many events -> edges, pair labels, and figures with their origins.

The benchmark's *independent* is weaker than the product's: no key figure of the one page goes back to an origin of the other. The
product asks for positive evidence on both sides and says *not established* without it. Here two pages of one story, or of the same weeks
(only pairs of one event are asked about), are independent when nothing ties them (`Pages.ties`) and each says who speaks on the matter
(`Pages.sourced`); where one names nobody at all, or two asserters of one number may be one, it stays not established. An origin is whoever is behind a number, with all his releases.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from benchmarks.adapt import row_readings
from benchmarks.tasks.figures import number
from benchmarks.tasks.lineage_pages import Pages
from firsthand.reconcile import figure_rows, settle
from firsthand.reconcile.groups import Groups
from firsthand.reconcile.outlets import squash
from firsthand.records import Reading, Settlement

KINDS = {
    **{k: k for k in ("copy", "edited copy", "rewrite", "cites", "same occasion")},
    "update of": "update-of",
}


def run(data: Path, out: Path) -> tuple[int, str]:
    """Gives the number of pages read; writes edges, pairs and figures."""
    readings = row_readings(data / "pages.jsonl")
    with out.open("w", encoding="utf-8") as file:
        for row in rows(readings, settle(readings)):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return len(readings), "pages"


def rows(readings: Sequence[Reading], settlement: Settlement) -> Iterator[dict[str, object]]:
    """Yields the prediction rows of a settled case."""
    pages = Pages.of(readings, settlement)
    url = {i: a.url for i, a in pages.articles.items()}
    for j in pages.edges:
        if j.relation in KINDS:
            yield {"child": url[j.subject], "parent": url[j.object], "kind": KINDS[j.relation]}
        if j.relation == "same occasion":  # neither page goes back to the other
            yield {"child": url[j.object], "parent": url[j.subject], "kind": KINDS[j.relation]}
    for (a, b), label in sorted(labels(pages).items()):
        yield {"a": url[a], "b": url[b], "label": label}
    origin = origins(pages)
    for row in figure_rows(readings, settlement):
        yield {
            "page": row.page, "start": row.start, "end": row.end, "low": number(row.low), "high": number(row.high),
            "origin": origin.get(row.release or ""),
        }  # fmt: skip


def labels(pages: Pages) -> dict[tuple[str, str], str]:
    """Gives the label of each pair of pages that has one; what is not listed is not established."""
    text, tied, sourced, read = pages.grouped("copy"), pages.ties(), pages.sourced(), pages.sourced(read=True)
    found = {}
    for a, b in combinations(sorted(pages.articles), 2):
        if text[a] == text[b]:
            found[a, b] = "same text"
        elif pages.root[a] == pages.root[b]:
            found[a, b] = "derived"
        elif not {pages.root[a], pages.root[b]} <= sourced or not pages.is_one_matter(a, b):
            continue
        elif frozenset((a, b)) in tied:
            found[a, b] = "same origin different text"
        elif not pages.is_doubtful(a, b, read):
            found[a, b] = "independent"
    return found


def origins(pages: Pages) -> dict[str, str]:
    """Gives the origin of each release as the benchmark counts origins: whoever is behind the number, all his releases together.

    A release that the product leaves open as perhaps another asserter's number goes to him. One of which the product found no asserter goes to the one whom a page names that goes back to no other (where it cites, only to
    one who is an asserter of the story anyhow); to the asserter of an equal, uncommon number, if the story has just one; else to whoever
    speaks most on the first page that reports for itself and says who speaks on the matter, or to that page with those of its occasion;
    else to nobody. What is said to be another's number makes no origin of its own.
    """
    releases = pages.settlement.releases
    groups = Groups(sorted({r.origin for r in releases}))
    by_asserter: dict[tuple[str, str], str] = {}
    for r in releases:
        if r.established:
            groups.join(r.origin, by_asserter.setdefault((pages.story[r.articles[0]], r.entity or ""), r.origin))
    for r in releases:  # somebody who gives a number of the body that he speaks for, and none of his own
        for f in pages.figures_in(r) if r.established else ():
            if pages.is_own(f):
                by_asserter.setdefault((pages.story[f.article], f.entity or ""), r.origin)
    occasion = pages.grouped("copy", "edited copy", "rewrite", "same occasion")
    by_outlet = {squash(r.asserter): r.origin for r in releases if r.established and r.asserter}
    second = pages.second_hand()
    sources = pages.sourced() - (second - pages.quoting()) - pages.ring()
    found = {}
    for r in releases:
        first = [
            f
            for p in sorted(r.articles, key=pages.order)
            for f in pages.figures[p]
            if f.key in r.figures and pages.is_first(f)
        ]
        named = [
            by_asserter.get(who) or " ".join(who)
            for f in first
            if f.entity
            and not f.is_pointed_at
            and ((who := (pages.story[f.article], f.entity)) in by_asserter or f.article not in second)
        ]
        lent = {groups.top(o) for f in pages.figures_in(r) for o in pages.lenders(f)}
        own = [f.article for f in first if f.article in sources]
        if r.established and not pages.is_guessed(r):
            found[r.id] = groups.top(r.origin)
        elif (other := pages.perhaps(r)) is not None:
            found[r.id] = groups.top(other.origin)
        elif named:
            found[r.id] = groups.top(named[0])
        elif len(lent) == 1:
            found[r.id] = min(lent)
        elif own and not lent:
            main = by_outlet.get(pages.outlet(own[0])) or next(
                (o for who in pages.speakers(own[0]) if (o := by_asserter.get((pages.story[own[0]], who)))), None
            )
            found[r.id] = groups.top(main) if main else f"page {occasion[own[0]]}"
    return found
