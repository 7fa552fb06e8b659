"""results.md as sections under headings: one is written anew, the others stay as they were measured."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results.md"
TITLE = "# Results"
INTRODUCTION = """Written by `make bench` (`benchmarks/bench.py`) and `benchmarks/speed.py`; each section says when and at which commit it was measured.
All sets are development halves: rules and thresholds were made while looking at them, so they flatter. The other halves are kept back.
Per cent where nothing else is said; ↓ marks what should be low. Peers stand beside ours as *measured elsewhere*: by the same scorers, on the half named,
on another day and a noisy machine, so rates compare as orders of magnitude only. What each set asks and what limits it: [README](README.md)."""


def read_sections(text: str) -> dict[str, str]:
    """Gives the sections of a results file by heading, in their order, without the introduction."""
    pieces = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return {heading: body.strip() for heading, body in zip(pieces[1::2], pieces[2::2], strict=True)}


def put_section(path: Path, heading: str, body: str, order: Sequence[str] = ()) -> None:
    """Writes one section; the others stay, in the given order of headings, unnamed ones last."""
    sections = read_sections(path.read_text(encoding="utf-8")) if path.is_file() else {}
    sections[heading] = body
    ranked = sorted(sections, key=lambda name: order.index(name) if name in order else len(order))
    parts = [TITLE, INTRODUCTION, *(f"## {name}\n\n{sections[name]}" for name in ranked)]
    path.write_text("\n\n".join(part.strip() for part in parts) + "\n", encoding="utf-8")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Gives a Markdown table; the first column is words, the others figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(cell or "–" for cell in line) + " |" for line in lines)


def measured_at() -> str:
    """Gives the day and the commit of a measurement, and whether the tree differed from that commit."""
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    commit = _git("rev-parse", "--short", "HEAD") or "unknown"
    changed = " with uncommitted changes" if _git("status", "--porcelain", "--", "src") else ""
    return f"{day} · commit {commit}{changed}"


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def side_by_side(rows: Sequence[str], columns: Mapping[str, Mapping[str, str]]) -> str:
    """Gives a table with a row for each name and a column for each system; what a system does not give is a dash."""
    return table(
        ["measure", *columns], [[name, *(column.get(name, "") for column in columns.values())] for name in rows]
    )
