"""Runs one benchmark task: reads its data, writes predictions, measures CPU time, and scores on request.

    .venv/bin/python benchmarks/run.py TASK --data FILE_OR_FOLDER --out PREDICTIONS [--score]

The last line is the rate: `1,234 words per CPU-second`. With --score the task's own score.py (beside its data) is run first.
"""

from __future__ import annotations

import argparse
import importlib
import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

TASKS = (
    "mission", "attribution", "chains", "quantity", "relations", "time", "articles", "duplicates", "lineage", "denials",
    "figures", "crossdoc", "geo", "places", "status", "quantities",
)  # fmt: skip


def score_command(task: str, data: Path, out: Path) -> list[str] | None:
    """Gives the command that scores predictions, or None when no score.py stands beside the data."""
    folder = data if data.is_dir() else data.parent
    for place in (folder, folder.parent):
        if (place / "score.py").is_file():
            script = place / "score.py"
            break
    else:
        return None
    arguments = {
        "mission": [str(out), "--errors"],
        "figures": [str(folder), str(out), "--relations", str(out.parent / "relations.jsonl")],
        "lineage": [str(folder), str(out)],
        "articles": [str(out), "--set", folder.name],
        "duplicates": [str(out)],
    }.get(task, [str(data), str(out)])
    return [sys.executable, str(script), *arguments]


def cpu_seconds() -> float:
    """Gives the CPU time of this process and of its children that have ended."""
    return sum(
        use.ru_utime + use.ru_stime for use in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--score", action="store_true")
    args = parser.parse_args()
    if not args.data.exists():
        parser.error(f"no such file or folder: {args.data}")
    args.out.parent.mkdir(parents=True, exist_ok=True)
    task = importlib.import_module(f"benchmarks.tasks.{args.task}")
    started = cpu_seconds()
    amount, unit = task.run(args.data, args.out)
    seconds = max(cpu_seconds() - started, 1e-9)
    failed = 0
    if args.score:
        command = score_command(args.task, args.data, args.out)
        if command is None:
            print(f"no score.py beside {args.data}: predictions written, not scored")
        else:
            failed = subprocess.run(command, check=False).returncode
    print(f"{amount / seconds:,.0f} {unit} per CPU-second")
    return failed


if __name__ == "__main__":
    sys.exit(main())
