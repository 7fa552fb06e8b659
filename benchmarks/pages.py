"""Reads a folder of real pages as `firsthand add` does, and says what it cost: crashes, the slowest page, time, memory, whether it adds up.

    .venv/bin/python benchmarks/pages.py --data FOLDER [--seconds 10] [--memory 800] [--no-settle] [--trace]

FOLDER holds pages at any depth, as `NAME.html` or `NAME.html.gz`, or is one file (a pages.jsonl). The case is made in a folder that is
removed again. --trace prints the traceback of what failed while a page was read. Exit 1 when a promise is broken: a crash, a page slower
than --seconds, more resident memory than --memory (in MB, parent and extracting child together), counts that do not add up, or a case
that `firsthand verify` does not pass.
"""

from __future__ import annotations

import argparse
import gzip
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):  # before numpy: small matrices are slower on several threads
    os.environ.setdefault(_name, "1")
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from firsthand.cli.add_command import Tally  # noqa: E402
from firsthand.cli.context import now  # noqa: E402
from firsthand.ingest import IngestOptions, gather  # noqa: E402
from firsthand.ledger import Ledger, verify  # noqa: E402
from firsthand.pipeline import Reader, add, settle  # noqa: E402
from firsthand.records import Omission, Run  # noqa: E402
from firsthand.settings import load_settings  # noqa: E402

# Reasons that mean a fault of ours or of a library, not of the page.
CRASHES = frozenset(
    {"extraction crashed", "extraction failed", "extraction timed out", "reading failed", "could not be read"}
)


@dataclass(slots=True)
class Cost:
    """What was met while reading: seconds by page (the slowest first once sorted), crashes, and the tally of the command line."""

    tally: Tally = field(default_factory=Tally)
    seconds: list[tuple[float, str]] = field(default_factory=list)
    crashes: list[Omission] = field(default_factory=list)


def unpacked(data: Path, folder: Path) -> list[str]:
    """Gives the names to add: a file itself, or the folder into which a folder's pages were unpacked (sub/a.html.gz as sub_a.html)."""
    if data.is_file():
        return [str(data)]
    for path in sorted(data.rglob("*.html*")):
        name = "_".join(path.relative_to(data).parts)
        if path.suffix == ".gz":
            (folder / name.removesuffix(".gz")).write_bytes(gzip.decompress(path.read_bytes()))
        elif path.suffix == ".html":
            shutil.copy(path, folder / name)
    return [str(folder)]


def read_all(ledger: Ledger, reader: Reader, names: Sequence[str], run: Run) -> Cost:
    """Reads and stores everything the names hold, page by page."""
    cost, run_at = Cost(), run.started_at
    options = IngestOptions(page_bytes=reader.settings.page_bytes)
    last = time.perf_counter()
    for item, reading in add(ledger, reader, cost.tally.counting(gather(names, options=options)), run, run_at):
        at = time.perf_counter()
        cost.seconds.append((at - last, item.subject if isinstance(item, Omission) else item.via))
        last = at
        cost.tally.note(item, reading)
        omissions = (item,) if isinstance(item, Omission) else reading.omissions if reading else ()
        cost.crashes += [omission for omission in omissions if omission.reason in CRASHES]
    cost.seconds.sort(reverse=True)
    return cost


def peak_memory() -> tuple[float, float]:
    """Gives the most memory that was resident, in MB: of this process, and of the largest child that has ended."""
    if sys.platform == "win32":
        return 0.0, 0.0
    import resource

    unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes
    return tuple(resource.getrusage(who).ru_maxrss / unit for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))  # type: ignore[return-value]


def broken(cost: Cost, ledger: Ledger, memory: float, most_seconds: float, most_memory: float) -> Iterator[str]:
    """Names each promise that was broken."""
    tally, counts = cost.tally, ledger.counts()
    for crash in cost.crashes:
        yield f"crash: {crash.subject}: {crash.reason} ({crash.detail})"
    for seconds, name in cost.seconds:
        if seconds > most_seconds:
            yield f"slow: {name} took {seconds:.1f} s"
    if memory > most_memory:
        yield f"memory: {memory:,.0f} MB"
    if tally.given != tally.articles + tally.known + tally.without + tally.beside:
        yield f"counts: {tally.given} given, but the closing line says: {tally.line()}"
    if counts.articles < tally.articles or counts.claims < tally.claims:
        yield f"counts: {tally.articles} articles and {tally.claims} claims reported, {counts.articles} and {counts.claims} stored"
    for problem in verify(ledger):
        yield f"verify: {problem}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--memory", type=float, default=800.0)
    parser.add_argument("--no-settle", action="store_true")
    parser.add_argument("--trace", action="store_true")
    args = parser.parse_args()
    if args.trace:
        logging.basicConfig()
        logging.getLogger("firsthand.pipeline").setLevel(logging.DEBUG)
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder, "case.db")) as ledger:
        pages = Path(folder, "pages")
        pages.mkdir()
        names = unpacked(args.data, pages)
        reader, started = Reader.load(load_settings()), time.perf_counter()
        run = reader.run(now())
        cost = read_all(ledger, reader, names, run)
        parent, child = peak_memory()
        report(cost, time.perf_counter() - started, parent, child)
        if not args.no_settle and cost.tally.new:
            started = time.perf_counter()
            settle(ledger, run.id, now())
            print(f"settled in {time.perf_counter() - started:.1f} s; peak memory with that {peak_memory()[0]:,.0f} MB")
        problems = list(broken(cost, ledger, parent + child, args.seconds, args.memory))
    print("\n".join(problems) or "no promise broken")
    return 1 if problems else 0


def report(cost: Cost, seconds: float, parent: float, child: float) -> None:
    """Prints what was read and what it cost."""
    spent = sum(os.times()[:4])
    print(cost.tally.line())
    for reason, count in sorted(cost.tally.reasons.items()):
        print(f"  {count} × {reason}")
    print("slowest: " + ", ".join(f"{name} {took:.2f} s" for took, name in cost.seconds[:5]))
    rate = cost.tally.words / max(spent, 1e-9)
    print(f"read in {seconds:.0f} s ({spent:.0f} CPU-seconds, {rate:,.0f} words a CPU-second)")
    print(f"peak memory: {parent:,.0f} MB reading, {child:,.0f} MB extracting", flush=True)


if __name__ == "__main__":
    sys.exit(main())
