"""Trains a pruned network by what the full one says and holds: its probabilities on every head, its states layer by layer.

    python training/attribution/distil.py --full full.pt --narrow narrow.pt --texts train.jsonl --silver silver.jsonl --more pages.jsonl \
        --more-silver pages.silver.jsonl --items items.jsonl --items-silver items.silver.jsonl --base MINILM_FOLDER --out weights.pt

Where a text has labels, a share of the goal is the label (`--said`): the full network smooths what one annotator chose, the labels correct what
it never learned. All texts are read once a pass, without dropout: the goals are soft, and a narrow network has nothing to spare.
"""

from __future__ import annotations

import argparse
import logging
import random
import time
from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from corpus import LABELS, UNKNOWN
from network import Network, saved_network
from train import (
    WEIGHTS,
    Cutter,
    Reading,
    Renamer,
    Window,
    arguments,
    batches,
    optimizer_of,
    padded,
    prepared,
    schedule,
)

STATES = 1.0  # weight of the distance of the states
LABELLED = {
    "label": "labels",
    "arc": "arcs",
}  # tags and names are another tagger's opinion: the full network's own will do

log = logging.getLogger("distil")


def lesson(narrow: Network, full: Network, batch: list[Window], share: float) -> dict[str, Tensor]:
    """Gives how far the narrow network's probabilities are from the goals, head by head, and how far its states; labels are a share of the goals."""
    ids, features, first = (padded([getattr(w, key) for w in batch], 0) for key in ("ids", "features", "first"))
    mask = padded([np.ones_like(w.ids) for w in batch], 0)
    real = padded([np.ones_like(w.first) for w in batch], 0).bool()
    with torch.no_grad():
        states_wanted = full.states(ids, mask, features)
        said = dict(zip(WEIGHTS, full.scores(states_wanted[-1], first), strict=True))
    states = narrow.states(ids, mask, features)
    found = {}
    for key, scores in zip(WEIGHTS, narrow.scores(states[-1], first), strict=True):
        mine, theirs = (log_chances(each, real) for each in (scores, said[key]))
        goal = corrected(theirs.exp(), batch, key, real, share)
        found[key] = nn.functional.kl_div(mine, goal, reduction="batchmean")
    apart = [distance(s, g, mask.bool()) for s, g in zip(states, states_wanted, strict=True)]
    return found | {"states": torch.stack(apart).mean()}


def log_chances(scores: Tensor, real: Tensor) -> Tensor:
    """Gives log-probabilities (real words, outcomes) of scores (batch, words, outcomes); arcs point at real words only."""
    if scores.shape[2] == real.shape[1] + 1:
        blind = ~nn.functional.pad(real, (1, 0), value=True)[:, None, :]
        scores = scores.masked_fill(blind, -1e4)
    return scores[real].log_softmax(-1)


def corrected(goal: Tensor, batch: list[Window], key: str, real: Tensor, share: float) -> Tensor:
    """Gives the goal (real words, outcomes), of which the label is a share where a word has one."""
    if key not in LABELLED:
        return goal
    label = padded([getattr(w, LABELLED[key]) for w in batch], UNKNOWN)[real]
    known = label != UNKNOWN
    goal = goal.clone()
    goal[known] *= 1 - share
    goal[known, label[known]] += share
    return goal


def distance(mine: Tensor, theirs: Tensor, real: Tensor) -> Tensor:
    return (mine[real] - theirs[real]).square().mean() / theirs[real].var(0).mean()


def lessons(reading: Reading, cutter: Cutter, renamer: Renamer, options: argparse.Namespace) -> list[list[Window]]:
    """Gives the batches of all passes; every pass cuts and renames the texts afresh."""
    rng = random.Random(options.seed)
    reading.items_from = 0
    passes = (batches(reading.windows(0, 1, cutter, renamer, rng), rng) for _ in range(options.epochs))
    return [batch for one in passes for batch in one][: options.steps or None]


def distil(narrow: Network, full: Network, read: Sequence[list[Window]], options: argparse.Namespace) -> None:
    """Trains the narrow network, one step a batch, and saves it."""
    narrow.pieces.weight.requires_grad = False
    optimizer = optimizer_of(narrow, options.rate)
    sums: Counter[str] = Counter()
    began = time.monotonic()
    for step, batch in enumerate(read):
        for group in optimizer.param_groups:  # one rate for all: the heads are no longer new
            group["lr"] = options.rate * schedule(step, len(read))
        parts = lesson(narrow, full, batch, options.said)
        torch.stack([(WEIGHTS | {"states": STATES})[key] * value for key, value in parts.items()]).sum().backward()
        nn.utils.clip_grad_norm_([p for p in narrow.parameters() if p.requires_grad], 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        sums.update({key: float(value.detach()) for key, value in parts.items()})
        if step % 50 == 49 or step + 1 == len(read):
            shown = " ".join(f"{key} {value / (step % 50 + 1):.3f}" for key, value in sums.items())
            log.info("%d of %d: %s; %.0f s", step + 1, len(read), shown, time.monotonic() - began)
            sums.clear()
            torch.save(narrow.state_dict(), options.out)


def main() -> None:
    options = arguments(__doc__, "full", "narrow", steps=0, said=0.5)
    reading, cutter, renamer = prepared(options)
    full, narrow = (
        saved_network(path, len(LABELS), len(reading.tags), len(reading.names)).eval()
        for path in (options.full, options.narrow)
    )
    distil(narrow, full, lessons(reading, cutter, renamer, options), options)


if __name__ == "__main__":
    main()
