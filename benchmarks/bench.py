"""Runs the tasks on their development halves and rewrites benchmarks/results.md: scores, rate, peers side by side.

    .venv/bin/python benchmarks/bench.py --data FOLDER [--task TASK …] [--out FOLDER]

Where FOLDER is missing or lacks a set, our own sets below benchmarks/data are taken; what needs other data is skipped and keeps the
row it had. Each task runs in a process of its own. Predictions stay in --out for a look at the errors. Exit 1 when a task failed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks import results, run  # noqa: E402
from benchmarks.scores import JOBS, Job, Measure, Rate, rate_of, scores_of  # noqa: E402

OWN = ROOT / "benchmarks" / "data"
PEERS = ROOT / "benchmarks" / "peers.json"
LIMIT = 3600  # seconds of wall time after which a task is given up
SKIPPED = "skipped: no data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a job gave: scores by measure, those of its splits, the rate, or what went wrong."""

    scores: Mapping[str, str]
    splits: Mapping[str, Mapping[str, str]]
    rate: Rate | None
    failure: str = ""


def find_data(job: Job, folder: Path) -> Path | None:
    """Gives a job's data below the folder, or below our own sets, or None."""
    return next((place / job.data for place in (folder, OWN) if (place / job.data).exists()), None)


def perform(job: Job, data: Path, out: Path) -> Outcome:
    """Runs a job in a process of its own; its errors go to the terminal."""
    predictions = out / job.name.replace(", ", "-").replace(" ", "-") / "predictions.jsonl"
    predictions.parent.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable,
        str(ROOT / "benchmarks" / "run.py"),
        job.task,
        "--data",
        str(data),
        "--out",
        str(predictions),
        "--score",
    ]
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return Outcome(scores={}, splits={}, rate=None, failure=f"given up after {LIMIT} seconds")
    print(done.stdout, flush=True)
    failure = f"exit code {done.returncode}" if done.returncode else ""
    splits = (
        {} if failure else {split.name: score_split(job, data, predictions, split.arguments) for split in job.splits}
    )
    return Outcome(
        scores=scores_of(job.measures, done.stdout), splits=splits, rate=rate_of(done.stdout), failure=failure
    )


def score_split(job: Job, data: Path, predictions: Path, arguments: Sequence[str]) -> dict[str, str]:
    """Gives the scores of a part of a set, from the predictions that stand already."""
    command = run.score_command(job.task, data, predictions)
    if command is None:
        return {}
    done = subprocess.run([*command, *arguments], stdout=subprocess.PIPE, text=True, check=False)
    return scores_of(job.measures, done.stdout)


def peers_of(job: Job, path: Path = PEERS) -> dict[str, dict[str, str]]:
    """Gives the peers of a job as columns: a heading with system and half, figures by measure."""
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["peers"].get(job.name, [])
    return {
        f"{row['system']} ({row['half']})": {name: str(shown) for name, shown in row["scores"].items()} for row in rows
    }


def describe(job: Job, outcome: Outcome, peers: Mapping[str, Mapping[str, str]]) -> str:
    """Gives a job's section: when, how fast, and the table."""
    lines = [results.measured_at()]
    if outcome.failure:
        lines.append(f"**failed**: {outcome.failure}")
    columns: dict[str, Mapping[str, str]] = {"firsthand": dict(outcome.scores)}
    names = [measure.name for measure in job.measures]
    if outcome.rate is not None:
        rate = f"{outcome.rate.unit} per CPU-second"
        columns["firsthand"] = {**outcome.scores, rate: outcome.rate.amount}
        names.append(rate)
    columns |= {f"firsthand on {name}": scores for name, scores in outcome.splits.items()}
    shown = results.side_by_side(
        [marked(name, job.measures) for name in names],
        {c: relabel(s, job.measures) for c, s in (columns | dict(peers)).items()},
    )
    note = "Peers: measured elsewhere, on the half in parentheses." if peers else ""
    return "\n\n".join(part for part in (" · ".join(lines), shown, note) if part)


def marked(name: str, measures: Sequence[Measure]) -> str:
    """Gives a measure's name with a mark when it should be low."""
    return f"{name} ↓" if any(m.name == name and m.lower_is_better for m in measures) else name


def relabel(scores: Mapping[str, str], measures: Sequence[Measure]) -> dict[str, str]:
    """Gives scores under their marked names."""
    return {marked(name, measures): shown for name, shown in scores.items()}


def skip(job: Job, path: Path, order: Sequence[str]) -> None:
    """Says that a job's data is absent; a section measured earlier stays."""
    print(f"{job.name}: {SKIPPED}", flush=True)
    known = results.read_sections(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if job.name not in known:
        results.put_section(path, job.name, SKIPPED, order)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=OWN, help="the folder of benchmarks (default: our own sets)")
    parser.add_argument("--task", action="append", choices=run.TASKS, help="only this task; may be repeated")
    parser.add_argument("--out", type=Path, default=ROOT / "predictions", help="where predictions stay")
    args = parser.parse_args()
    order, failed = [job.name for job in JOBS], 0
    for job in (job for job in JOBS if not args.task or job.task in args.task):
        data = find_data(job, args.data)
        if data is None:
            skip(job, results.RESULTS, order)
            continue
        print(f"== {job.name}", flush=True)
        outcome = perform(job, data, args.out)
        failed += bool(outcome.failure)
        results.put_section(results.RESULTS, job.name, describe(job, outcome, peers_of(job)), order)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
