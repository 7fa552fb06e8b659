"""Scores the status of marked statements.

    python score.py GOLD PREDICTIONS [--errors N]

accuracy         share of the marked statements whose claim has the right status; without a claim over its words a statement counts as wrong
macro-F1         mean of the F1 of the nine statuses
false firmness   of the statements that are reported, possible, planned, forecast, not confirmed, denied or corrected, the share read as asserted or confirmed
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

FIRM = ("asserted", "confirmed")
Row = dict[str, Any]


def rows(path: Path) -> dict[str, Row]:
    return {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def claims_of(row: Row) -> list[Row]:
    """Gives the claims of a prediction; gold given as one has its statements."""
    return row.get("claims") or [{**s, "content": [[s["start"], s["end"]]]} for s in row.get("statements", [])]


def over(statement: Row, claims: list[Row]) -> Row | None:
    """Gives the claim that shares most with a statement: characters in common over characters of both."""

    def share(claim: Row) -> float:
        common = sum(max(0, min(end, statement["end"]) - max(start, statement["start"])) for start, end in claim["content"])
        whole = sum(end - start for start, end in claim["content"]) + statement["end"] - statement["start"] - common
        return common / whole

    best = max(claims, key=share, default=None)
    return best if best is not None and share(best) > 0 else None


def percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    gold, read = rows(args.gold), rows(args.predictions)
    asked: Counter[str] = Counter()
    given: Counter[str] = Counter()
    right: Counter[str] = Counter()
    firm, errors = 0, []
    for key, row in gold.items():
        for statement in row["statements"]:
            claim = over(statement, claims_of(read.get(key, {})))
            status, found = statement["status"], claim["status"] if claim else "no claim"
            asked[status] += 1
            given[found] += 1
            right[status] += found == status
            firm += status not in FIRM and found in FIRM
            if found != status:
                words = row["text"][statement["start"] : statement["end"]]
                errors.append(f"{status} read {found}: {key} [{words}] in {row['text']} | {claim and claim.get('rule')}")
    of_each = {s: 200 * right[s] / (asked[s] + given[s]) if asked[s] + given[s] else 0.0 for s in asked}
    total = sum(asked.values())
    print(f"accuracy        {percent(sum(right.values()), total)} ({sum(right.values())}/{total})")
    print(f"macro-F1        {sum(of_each.values()) / len(of_each):.1f}")
    print(f"false firmness  {percent(firm, sum(n for s, n in asked.items() if s not in FIRM))}")
    for status in sorted(of_each):
        print(f"  {status:14s} F1 {of_each[status]:5.1f}  ({right[status]} right, {given[status]} given, {asked[status]} asked)")
    print("\n".join(errors[: args.errors]))


if __name__ == "__main__":
    main()
