"""Fits the weights of `reconcile/weights.py` to labelled pairs, and measures them with one file left out at a time.

    PYTHONPATH=src:. python training/relations/fit.py PAIRS.jsonl... [--readings FOLDER] [--write]

A softmax over the answers of `evidence.EVIDENCE`, with a penalty on large weights; numpy alone, no randomness. Pairs that a firm row of
the table decides take no part. Reading is the slow part: with `--readings` it is kept in a folder between runs.
"""

from __future__ import annotations

import argparse
import json
import pickle
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.tasks.relations_across import reading_of, side_in
from numpy.typing import NDArray

from firsthand.pipeline import Reader
from firsthand.reconcile.evidence import EVIDENCE, answers
from firsthand.reconcile.judge import by_table
from firsthand.reconcile.laid import Laid
from firsthand.reconcile.weights import SURE, VOTE

RELATIONS = ("repeats", "updates", "disputes", "part of", "different scope", "unrelated", "cannot tell")
PENALTY = 1.0
STEPS = 4000
OUT = Path(__file__).parents[2] / "src" / "firsthand" / "reconcile" / "weights.py"
Array = NDArray[np.float64]


class Pairs:
    """The pairs of one file: evidence (pairs, rows + 1), labels and the table's answers as indices, which ones a firm row decides."""

    def __init__(self, path: Path, readings: Path | None) -> None:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        read = _readings(path, rows, readings)
        found = [_evidence(row, read) for row in rows]
        self.name = path.stem
        self.x = np.array([f[0] for f in found])
        self.table = np.array([RELATIONS.index(f[1]) for f in found])
        self.firm = np.array([f[2] for f in found])
        self.y = np.array([RELATIONS.index(row["label"].replace("_", " ")) for row in rows])

    def score(self, weights: Array, vote: float) -> tuple[float, float, float]:
        """Gives accuracy, false disputes and missed disputes in percent."""
        scores = self.x @ weights
        scores[np.arange(len(self.y)), self.table] += vote
        said = np.where(self.firm, self.table, scores.argmax(1))
        dispute = RELATIONS.index("disputes")
        look_alike = np.isin(self.y, [RELATIONS.index(r) for r in ("repeats", "updates", "different scope")])
        rival = self.y == dispute
        return (
            100 * float((said == self.y).mean()),
            100 * float((said[look_alike] == dispute).mean()),
            100 * float((said[rival] != dispute).mean()),
        )


def _readings(path: Path, rows: list[dict[str, Any]], folder: Path | None) -> dict[str, Any]:
    kept = folder / f"{path.stem}.pkl" if folder else None
    if kept and kept.is_file():
        found: dict[str, Any] = pickle.loads(kept.read_bytes())
        return found
    reader = Reader.load()
    read = {f"{row['id']}/{side}": reading_of(reader, row, side) for row in rows for side in "ab"}
    if kept:
        kept.write_bytes(pickle.dumps(read))
    return read


def _evidence(row: dict[str, Any], read: dict[str, Any]) -> tuple[list[float], str, bool]:
    a, b = (side_in(read[f"{row['id']}/{side}"], row[side]) for side in "ab")
    if a is None or b is None:
        return [0.0] * (len(EVIDENCE) + 1), "cannot tell", True
    first, second = sorted((a, b), key=lambda s: (s.text, s.figure.quantity.span))
    laid = Laid(first, second)
    ruling, is_firm = by_table(laid)
    return [*(answer for _, answer in answers(laid)), 1.0], ruling.relation, is_firm


def fit(pairs: list[Pairs]) -> Array:
    """Gives the weights (rows + 1, relations) by gradient descent with momentum from nothing."""
    x = np.concatenate([p.x[~p.firm] for p in pairs])
    y = np.eye(len(RELATIONS))[np.concatenate([p.y[~p.firm] for p in pairs])]
    step = 1.0 / (0.5 * float(np.linalg.eigvalsh(x.T @ x)[-1]) + PENALTY)
    weights = ahead = np.zeros((x.shape[1], len(RELATIONS)))
    for turn in range(1, STEPS):
        scores = x @ ahead
        chance = np.exp(scores - scores.max(1, keepdims=True))
        chance /= chance.sum(1, keepdims=True)
        slope = x.T @ (chance - y) + PENALTY * ahead * (np.arange(x.shape[1]) < x.shape[1] - 1)[:, None]
        before, weights = weights, ahead - step * slope
        ahead = weights + (turn - 1) / (turn + 2) * (weights - before)
    return weights


def text_of(weights: Array) -> str:
    """Gives the module that holds the weights, in hundredths."""
    lines = [
        '"""Weights: what each row of `evidence` weighs for each relation; written by training/relations/fit.py."""\n',
        "from __future__ import annotations\n",
        "from firsthand.records.judgement import FigureRelation\n",
        f"VOTE = {VOTE}  # what the answer of the table weighs beside them",
        f"SURE = {SURE}  # by how much a dispute must outweigh the next relation",
        f"RELATIONS: tuple[FigureRelation, ...] = ({', '.join(f'{json.dumps(r)}' for r in RELATIONS)})",
        f"START = ({', '.join(_hundredths(weights[-1]))})  # what each relation has before anything is asked",
        "# fmt: off",
        "WEIGHTS: dict[str, tuple[float, ...]] = {",
        *(
            f"    {json.dumps(name)}: ({', '.join(_hundredths(row))}),"
            for (name, _), row in zip(EVIDENCE, weights, strict=False)
        ),
    ]
    return "\n".join([*lines, "}", "# fmt: on", ""])


def _hundredths(row: Array) -> list[str]:
    return [f"{w + 0.0:.2f}" for w in np.round(row, 2)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--readings", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    files = [Pairs(path, args.readings) for path in args.pairs]
    for left_out in files:
        weights = fit([p for p in files if p is not left_out])
        for vote in (0.0, VOTE):
            accuracy, false, missed = left_out.score(weights, vote)
            print(
                f"{left_out.name:24} vote {vote}: accuracy {accuracy:.1f}, false disputes {false:.1f}, missed {missed:.1f}"
            )
    if args.write:
        OUT.write_text(text_of(fit(files)), encoding="utf-8")


if __name__ == "__main__":
    main()
