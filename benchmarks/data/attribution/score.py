"""Scores attributions: `score.py GOLD.jsonl PREDICTIONS.jsonl`. Standard library only; measures are explained in the README beside it."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROLES = ("source", "cue", "content")
WORD = re.compile(r"\w+(?:['’.&-]\w+)*")
SPEECH = re.compile(
    r"\b(?:said|says?|saying|told|tell|according|add|ask|announc|argu|call|claim|comment|compla|conced|confirm|contend|cit(?:e|ing)|declar"
    r"|den(?:y|ied)|describ|explain|insist|not(?:e|ed|es|ing)\b|promis|quot|recall|refer|remark|repeat|repl|report|respon|reveal"
    r"|stat(?:e|ed|ing|es)\b|statement|suggest|testif|tweet|urg|vow|warn|writ|wrote|acknowledg|admit|accus|alleg|criticiz|prais"
    r"|mention|assert)",
    re.IGNORECASE,
)
SHARED = 0.5  # of the content words of both together

Words = dict[str, frozenset[int]]


def read(path: str) -> dict[str, dict[str, Any]]:
    with Path(path).open(encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, filter(str.strip, lines))}


def words_of(text: str, attribution: dict[str, Any], places: list[tuple[int, int]]) -> Words:
    """Gives, for each role, the numbers of the words that a span of it touches."""
    return {
        role: frozenset(i for i, (s, e) in enumerate(places) for a, b in attribution[role] if a < e and s < b)
        for role in ROLES
    }


def is_speech(text: str, attribution: dict[str, Any]) -> bool:
    return bool(SPEECH.search(" ".join(text[a:b] for a, b in attribution["cue"])))


def is_direct(text: str, words: Words, places: list[tuple[int, int]]) -> bool:
    """Says whether nine tenths of the content stand between double quotation marks of one line."""
    marked = [m.span() for m in re.finditer(r"[\"“][^\"”\n]*[\"”]?", text)]
    inside = sum(any(a < places[i][0] < b for a, b in marked) for i in words["content"])
    return inside >= 0.9 * len(words["content"])


def pairs_of(gold: list[Words], found: list[Words]) -> dict[int, int]:
    """Gives gold number → found number: the greatest share of content words first, of equals the pair with a common source word."""
    ranked = sorted(
        (
            (-len(g["content"] & f["content"]) / len(g["content"] | f["content"]), not g["source"] & f["source"], i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if len(g["content"] & f["content"]) >= SHARED * len(g["content"] | f["content"])
        ),
    )
    pairs: dict[int, int] = {}
    for _, _, i, j in ranked:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def score(gold: dict[str, dict[str, Any]], found: dict[str, dict[str, Any]]) -> Counter[str]:
    """Counts what the report divides."""
    count: Counter[str] = Counter()
    for key, row in gold.items():
        text, places = row["text"], [m.span() for m in WORD.finditer(row["text"])]
        both = []
        for side in (row["attributions"], found.get(key, {}).get("attributions", [])):
            read_side = [(a, words_of(text, a, places)) for a in side]
            both.append([(a, w) for a, w in read_side if w["content"]])
        wanted, given = both
        for role in ROLES:
            sets = [frozenset().union(*(w[role] for _, w in side)) for side in both]
            spans = [Counter(w[role] for _, w in side if w[role]) for side in both]
            for name, left, right, common in (
                ("token", len(sets[0]), len(sets[1]), len(sets[0] & sets[1])),
                ("exact", spans[0].total(), spans[1].total(), (spans[0] & spans[1]).total()),
            ):
                count.update({f"{role} {name} gold": left, f"{role} {name} found": right, f"{role} {name} right": common})
        _count_pairs(count, text, places, wanted, given)
    return count


def _count_pairs(count: Counter[str], text: str, places: list[tuple[int, int]], wanted: Any, given: Any) -> None:
    pairs = pairs_of([w for _, w in wanted], [w for _, w in given])
    right = set()
    for i, (attribution, words) in enumerate(wanted):
        source = given[pairs[i]][1]["source"] if i in pairs else frozenset()
        ok = i in pairs and (bool(words["source"] & source) if words["source"] else not source)
        if ok:
            right.add(pairs[i])
        speech, direct = is_speech(text, attribution), is_direct(text, words, places)
        count.update({"gold": 1, "matched": i in pairs, "right": ok, "speech gold": speech, "speech recalled": speech and ok})
        count.update({"direct gold": direct, "direct matched": direct and i in pairs, "direct right": direct and ok})
        count.update({"sourced": i in pairs and bool(words["source"]), "speaker": ok and bool(words["source"])})
    for j, (attribution, _) in enumerate(given):
        speech = is_speech(text, attribution) or not attribution["cue"]
        count.update({"found": 1, "speech found": speech, "speech right": speech and j in right})


def main(gold_path: str, found_path: str) -> None:
    count = score(read(gold_path), read(found_path))

    def line(name: str, precise: str, of: str, recalled: str, all_: str) -> None:
        p, r = (100 * count[a] / max(1, count[b]) for a, b in ((precise, of), (recalled, all_)))
        print(f"{name:22s}{p:7.1f}{r:7.1f}{2 * p * r / (p + r) if p + r else 0.0:7.1f}")

    print(f"{'':22s}{'P':>7s}{'R':>7s}{'F1':>7s}")
    for role in ROLES:
        for kind in ("token", "exact"):
            key = f"{role} {kind}"
            line(key, f"{key} right", f"{key} found", f"{key} right", f"{key} gold")
    line("content match", "matched", "found", "matched", "gold")
    line("attribution", "right", "found", "right", "gold")
    line("speech attribution", "speech right", "speech found", "speech recalled", "speech gold")
    print(f"{'speaker accuracy':22s}{100 * count['speaker'] / max(1, count['sourced']):7.1f}")
    shares = [100 * count[name] / max(1, count["direct gold"]) for name in ("direct matched", "direct right")]
    print("recall of direct quotations (content match / attribution):")
    print(f"  {'direct':24s}{count['direct gold']:4d} {shares[0]:6.1f} {shares[1]:6.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
