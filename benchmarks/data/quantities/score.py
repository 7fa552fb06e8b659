"""Scores quantities as the ledger keeps them.

    python score.py GOLD PREDICTIONS [--errors N]

value         F1 of quantities found with the right low and high, paired by overlapping words
comparator    of those, the share with the right comparator
counted       of those, the share with the right measure or thing counted (last word, singular)
rate          of those that are rates, the share with the right denominator
all right     of all gold quantities, the share right in everything
false alarms  of the sentences without quantities, the share that got one
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

Row = dict[str, Any]
SAME = {"person": "people", "men": "man", "women": "woman", "fishermen": "fisherman", "children": "child", "percent": "per cent", "percentage": "per cent", "metric ton": "tonne",
        "percentage points": "percentage point", "death": "dead", "casualty": "people", "fatality": "dead", "lorries": "lorry", "houses": "house",
        "villages": "village", "times": "time", "families": "family", "injuries": "injury", "boxes": "box", "buses": "bus"}  # fmt: skip


def rows(path: Path) -> dict[str, Row]:
    return {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def plain(what: str | None) -> str:
    """Gives the last word of what is counted, singular; the words of a measure as they are."""
    words = re.sub(r"^(?:an?|per(?! cent)|each|every|the)\s", "", (what or "").lower().strip())
    if words in SAME or words in SAME.values():
        return SAME.get(words, words)
    last = words.split()[-1] if words.split() else ""
    last = SAME.get(last, last)
    last = re.sub(r"ies$", "y", last) if len(last) > 4 else last
    return SAME.get(last, last[:-1] if last.endswith("s") and not last.endswith("ss") and last not in SAME.values() else last)


def close(one: float, other: float) -> bool:
    return abs(one - other) <= 0.001 * max(1.0, abs(one))


def percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    gold, read = rows(args.gold), rows(args.predictions)
    count: Counter[str] = Counter()
    errors: list[str] = []
    for key, row in gold.items():
        found = read.get(key, {"quantities": []})["quantities"]
        count["sentences without"] += not row["quantities"]
        count["alarms"] += not row["quantities"] and bool(found)
        count["found"] += len(found)
        free = list(found)
        for want in row["quantities"]:
            count["gold"] += 1
            count["rates"] += want["per"] is not None
            near = [q for q in free if q["start"] < want["end"] and want["start"] < q["end"]]
            match = next((q for q in near if close(q["low"], want["low"]) and close(q["high"], want["high"])), None)
            if match is None:
                errors.append(f"value  {row['text']} | {want} | {near}")
                continue
            free.remove(match)
            comparator = match["comparator"] == want["comparator"]
            said = match.get("what") or [match["unit"], match["counted"]]  # gold, given as a prediction, says what
            counted = {plain(what) for what in said} & {plain(what) for what in want["what"]} - {""}
            rate = want["per"] is None or plain(match["per"]) == plain(want["per"])
            count["value"] += 1
            count["comparator"] += comparator
            count["counted"] += bool(counted)
            count["rate"] += want["per"] is not None and rate
            count["all"] += bool(comparator and counted and rate)
            if not (comparator and counted and rate):
                errors.append(f"detail {row['text']} | {want} | {match}")
        errors += [f"false  {row['text']} | {q}" for q in free if not row["quantities"]]
    precision, recall = percent(count["value"], count["found"]), percent(count["value"], count["gold"])
    print(f"value         P {precision}  R {recall}  F1 {percent(2 * count['value'], count['found'] + count['gold'])}")
    print(f"comparator    {percent(count['comparator'], count['value'])}")
    print(f"counted       {percent(count['counted'], count['value'])}")
    print(f"rate          {percent(count['rate'], count['rates'])} ({count['rate']}/{count['rates']})")
    print(f"all right     {percent(count['all'], count['gold'])} ({count['all']}/{count['gold']})")
    print(f"false alarms  {percent(count['alarms'], count['sentences without'])} ({count['alarms']}/{count['sentences without']})")
    print("\n".join(errors[: args.errors]))


if __name__ == "__main__":
    main()
