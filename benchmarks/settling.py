"""Measures what settling one new article costs in cases of different sizes, and writes the section on it into benchmarks/results.md.

    .venv/bin/python benchmarks/settling.py [--sizes 1000 10000 100000] [--folder FOLDER] [--keep]

A case of the size is made of events (`case_of_events.py`): pages, claims and footprints are written, nothing is read and nothing judged; every
event is stored as one story. Then articles are added one by one, each to another event or to a new one, and the CPU time of settling is taken.
Never asserted in tests: machines differ. The largest case takes minutes to write and about a gigabyte.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks import case_of_events as made  # noqa: E402
from benchmarks import results  # noqa: E402
from benchmarks.scores import JOBS  # noqa: E402
from firsthand.ledger import Ledger  # noqa: E402
from firsthand.pipeline import settle  # noqa: E402
from firsthand.reconcile.figures import Figure, figures_of  # noqa: E402
from firsthand.reconcile.holders import holders_of  # noqa: E402
from firsthand.reconcile.lineage import raw_facts  # noqa: E402
from firsthand.reconcile.matters import common_nouns  # noqa: E402
from firsthand.reconcile.outlets import key_of, places_in  # noqa: E402
from firsthand.reconcile.own import Own  # noqa: E402
from firsthand.reconcile.own import encode as encode_own  # noqa: E402
from firsthand.reconcile.reuse import wording_of  # noqa: E402
from firsthand.reconcile.sketches import Sketch, encode, number_of, rules_digest  # noqa: E402
from firsthand.reconcile.statements import Statement  # noqa: E402
from firsthand.reconcile.wording import keys_of  # noqa: E402
from firsthand.records import Page, Reading, Run, Settlement, Story, derive  # noqa: E402

HEADING = "Settling one new article"
SIZES = (1_000, 10_000, 100_000)
CHUNK = 1_000
NEW = 24  # articles added to each case, in turn a copy or an update or what comes next in its event, and every fourth a new event
AT = "2035-01-01T00:00:00Z"
RUN = Run(id="run-synthetic", version="0", model_digests=(), settings=(("source", "synthetic"),), started_at=AT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What settling cost in a case: CPU and wall milliseconds an article, pages of the stories that were settled, size of the file in MB."""

    articles: int
    cpu: tuple[float, ...]
    wall: tuple[float, ...]
    pages: tuple[int, ...]
    size: float

    @property
    def median(self) -> float:
        return statistics.median(self.cpu)

    @property
    def late(self) -> float:
        """Gives the time that nineteen of twenty articles stay below."""
        return sorted(self.cpu)[max(0, round(0.95 * len(self.cpu)) - 1)]


def build(path: Path, articles: int) -> int:
    """Writes the case into a new file; gives the number of the first event that it does not hold."""
    left, chunk = articles, list[tuple[int, Page, Reading]]()
    with Ledger(path) as ledger:
        ledger._db.execute("PRAGMA synchronous = OFF")
        ledger.begin(RUN)
        with ledger.desk(RUN.id, AT) as desk:
            desk.restart(rules_digest())
        for event in count():
            if not left or len(chunk) >= CHUNK:
                write(ledger, chunk)
                chunk = []
            if not left:
                return event
            size = min(left, made.SIZES[event % len(made.SIZES)])
            chunk += [(event, *made.write(event, place)) for place in range(size)]
            left -= size
    return 0


def write(ledger: Ledger, chunk: Sequence[tuple[int, Page, Reading]]) -> None:
    """Writes the pages of some events, their footprints, and each event as a story."""
    ledger.add_many(((page, reading) for _, page, reading in chunk), RUN.id, AT)
    stories: dict[int, list[str]] = {}
    with ledger.desk(RUN.id, AT) as desk:
        for event, _, reading in chunk:
            sketch = sketch_for(event, reading)
            stories.setdefault(event, []).append(sketch.article)
            desk.keep(
                sketch.article, sketch.place, sketch.kinds, (sketch.host, sketch.called), sorted(sketch.marks), encode(sketch),
                encode_own(own_for(reading)),
            )  # fmt: skip
        found = tuple(
            Story(id=derive("y", min(a)), label=f"event {e}", articles=tuple(a), series=()) for e, a in stories.items()
        )
        desk.replace((), Settlement(judgements=(), releases=(), origins=(), series=(), stories=found), ())
        desk.draw({min(a): a for a in stories.values()})
        desk.done("article", [article for articles in stories.values() for article in articles])


def sketch_for(event: int, reading: Reading) -> Sketch:
    """Gives what `sketch_of` gives, without looking for what is known of a made-up page."""
    article = reading.article
    assert article is not None and article.outlet is not None
    lead = reading.claims[1].content[0].of(article.text)
    figures = tuple(
        replace(
            f,
            article=article.id,
            key=(reading.claims[1].id, q.id),
            quantity=q,
            published=article.published,
            speaker=reading.claims[1].speaker,
            chain=reading.claims[1].chain,
            sentence=(0, reading.claims[1].content[0].end),
        )
        for f, q in zip(figures_in(lead, reading), reading.quantities, strict=True)
    )
    return Sketch(
        article=article.id, number=number_of(article.id), url=article.url, outlet=key_of(article), host=article.host or "", called=article.outlet,
        day=article.published, facts=raw_facts(article), names=tuple(article.outlet.split()), figures=figures,
        wording=tuple(w & (1 << 63) - 1 for w in wording_of(article.text)), links=(),
    )  # fmt: skip


def own_for(reading: Reading) -> Own:
    """Gives what `own_of` gives, without looking for answers and signs of own reporting: no made-up page has any."""
    assert reading.article is not None
    text = reading.article.text
    told = (" ".join(span.of(text) for span in claim.content) for claim in reading.claims)
    return Own(
        statements=tuple(Statement(facts=keys_of(words), reply=None, may_answer=False) for words in told),
        holders=holders_of(text), signs=(), quotations=(), nouns=common_nouns(text), places=places_in(text), odds=(),
    )  # fmt: skip


_leads: dict[str, tuple[Figure, ...]] = {}


def figures_in(lead: str, reading: Reading) -> tuple[Figure, ...]:
    """Gives the figures of a page; pages with one lead have the same."""
    if lead not in _leads:
        if len(_leads) > 1_000:
            _leads.clear()
        _leads[lead] = tuple(replace(f, claim=None) for f in figures_of(reading))
    return _leads[lead]


def new_articles(events: int) -> Iterator[tuple[Page, Reading]]:
    """Yields articles that a case of so many events does not hold: what comes next in events from all over it, and new events."""
    for n in range(NEW + 1):  # the first is not counted
        kind = n % len(made.SIZES)  # the same sizes of events in every case
        event = (
            events + n
            if n % 4 == 3
            else n * (events - len(made.SIZES)) // NEW // len(made.SIZES) * len(made.SIZES) + kind
        )
        place = 0 if n % 4 == 3 else made.SIZES[event % len(made.SIZES)] + n % 3
        yield made.write(event, place)


def measure(path: Path, articles: int, events: int) -> Measured:
    """Gives the costs of settling after each new article."""
    cpu, wall, pages = [], [], []
    with Ledger(path, create=False) as ledger:
        for page, reading in new_articles(events):
            assert reading.article is not None
            if not ledger.add(page, reading, RUN.id, AT):
                raise ValueError(f"{page.url} is in the case already: measure a fresh one")
            started = time.process_time(), time.perf_counter()
            settle(ledger, RUN.id, AT)
            cpu.append((time.process_time() - started[0]) * 1000)
            wall.append((time.perf_counter() - started[1]) * 1000)
            pages.append(len(story_with(ledger, reading.article.id)))
    return Measured(
        articles=articles,
        cpu=tuple(cpu[1:]),
        wall=tuple(wall[1:]),
        pages=tuple(pages[1:]),
        size=path.stat().st_size / 1e6,
    )


def story_with(ledger: Ledger, article: str) -> list[str]:
    with ledger.desk(RUN.id, AT) as desk:
        return desk.pages_of(desk.story_of(article) or "")


def measure_whole(path: Path) -> float:
    """Gives the CPU seconds of settling a whole case anew."""
    with Ledger(path, create=False) as ledger:
        started = time.process_time()
        settle(ledger, RUN.id, AT, whole=True)
        return time.process_time() - started


def describe(found: Sequence[Measured], whole: tuple[int, float] | None) -> str:
    """Gives the section."""
    rows = [
        [f"{m.articles:,}", f"{m.median:.0f}", f"{m.late:.0f}", f"{statistics.median(m.wall):.0f}", f"{statistics.median(m.pages):.0f}", f"{m.size:,.0f}"]
        for m in found
    ]  # fmt: skip
    head = [
        "articles in the case",
        "CPU ms, median",
        "CPU ms, 95 of 100 below",
        "wall ms, median",
        "pages in its story, median",
        "case, MB",
    ]
    lines = [
        f"{results.measured_at()} · Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        f"A made-up case, its pages and footprints written directly; then {NEW} articles one by one (copies, updates, rewrites, new events), each settled:",
        results.table(head, rows),
        f"The last is {found[-1].median / found[0].median:.2f} of the first (goal: at most 2); goal for each: 50 ms.",
    ]
    if whole:
        lines.append(f"Settling the whole case of {whole[0]:,} anew takes {whole[1]:.1f} s of CPU time.")
    return "\n\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument(
        "--folder", type=Path, help="where the cases are written, and kept (default: a temporary folder)"
    )
    args = parser.parse_args()
    found, whole = [], None
    with tempfile.TemporaryDirectory() as temporary:
        for size in args.sizes:
            path = (args.folder or Path(temporary)) / f"{size}.db"
            started = time.process_time()
            events = build(path, size)
            print(f"{size:,} articles written in {time.process_time() - started:.0f} s of CPU time", flush=True)
            found.append(measure(path, size, events))
            if size == min(args.sizes):
                whole = (size, measure_whole(path))
            print(describe(found, whole), flush=True)
    results.put_section(results.RESULTS, HEADING, describe(found, whole), [job.name for job in JOBS])
    return 0


if __name__ == "__main__":
    sys.exit(main())
