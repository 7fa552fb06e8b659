"""Fits the weights that turn the tagger's scores into a probability, on articles kept apart from training, and writes them to heads.json.

    python training/attribution/calibrate.py --apart dev.jsonl --model src/firsthand/models/attribution

An attribution counts as right when a gold one shares half of its content words (intersection over union) and a word of its source, or
both have no source. Prints how the probability agrees with what was right, in ten-fold cross-validation: the curve that ships is fitted
on all of the articles.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

from firsthand.annotate.attribution.confidence import FACTS, facts_of
from firsthand.annotate.attribution.decode import decode
from firsthand.annotate.attribution.group import ROLES, Group
from firsthand.models.encoder import Encoder, Encoding
from manifest import write_manifest

FOLDS = 10
RIDGE = 1e-2


def examples(encoder: Encoder, rows: list[dict[str, Any]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gives facts (attributions, facts), whether each is right, and the number of its article."""
    facts, right, article = [], [], []
    for number, row in enumerate(rows):
        encoding = encoder(row["text"])
        gold = [{role: _words(encoding, a[role]) for role in ROLES} for a in row["attributions"]]
        for group in decode(encoding):
            if "tagger" not in group.rules:  # told by layout, not by scores
                continue
            facts.append(facts_of(encoding.labels, group))
            right.append(_is_right(group, gold))
            article.append(number)
    return np.array(facts), np.array(right), np.array(article)


def _words(encoding: Encoding, spans: list[list[int]]) -> set[int]:
    return {i for i, (start, end) in enumerate(encoding.words.spans) for s, e in spans if start < e and s < end}


def _is_right(group: Group, gold: list[dict[str, set[int]]]) -> bool:
    found = {role: {w for first, last in getattr(group, role) for w in range(first, last)} for role in ROLES}
    for one in gold:
        shared = len(found["content"] & one["content"]) / max(1, len(found["content"] | one["content"]))
        if shared >= 0.5 and (found["source"] & one["source"] or not (found["source"] or one["source"])):
            return True
    return False


def fitted(facts: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Gives the weights of a logistic curve (Newton's method, a little ridge)."""
    weights = np.zeros(facts.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-facts @ weights))
        slope = facts.T @ (right - chance) - RIDGE * weights
        curve = (facts * (chance * (1 - chance))[:, None]).T @ facts + RIDGE * np.eye(facts.shape[1])
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def crossed(facts: np.ndarray, right: np.ndarray, article: np.ndarray) -> np.ndarray:
    """Gives the probability of each example by a curve that did not see its article."""
    chance = np.zeros(len(right))
    for fold in range(FOLDS):
        held = article % FOLDS == fold
        chance[held] = 1 / (1 + np.exp(-facts[held] @ fitted(facts[~held], right[~held])))
    return chance


def reliability(chance: np.ndarray, right: np.ndarray) -> tuple[list[str], float]:
    """Gives a line for each tenth of the examples by probability, and the mean gap between said and seen."""
    lines, gap = [], 0.0
    for part in np.array_split(np.argsort(chance), 10):
        said, seen = float(chance[part].mean()), float(right[part].mean())
        gap += abs(said - seen) * len(part) / len(chance)
        lines.append(f"| {said:.2f} | {seen:.2f} | {len(part)} |")
    return lines, gap


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--apart", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    options = parser.parse_args()
    with options.apart.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    facts, right, article = examples(Encoder.load(), rows)
    table, gap = reliability(crossed(facts, right, article), right)
    print("| said | seen | attributions |\n| ---: | ---: | ---: |", *table, sep="\n")
    print(f"mean gap {gap:.3f}")
    heads = json.loads((options.model / "heads.json").read_text(encoding="utf-8"))
    heads["confidence"] = dict(zip(FACTS, (round(float(w), 4) for w in fitted(facts, right)), strict=True))
    (options.model / "heads.json").write_text(json.dumps(heads, indent=1) + "\n", encoding="utf-8")
    manifest = json.loads((options.model / "manifest.json").read_text(encoding="utf-8"))
    write_manifest(options.model, manifest["model"], manifest["version"])


if __name__ == "__main__":
    main()
