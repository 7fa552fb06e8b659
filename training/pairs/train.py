"""Trains the pair network on prepared pairs, and writes its weights.

    python training/pairs/train.py PREPARED.pkl... --base MINILM_FOLDER --out pairs.pt

One schedule, seed recorded; every pass sees each pair in one order, drawn by lot. Two cores: about 35 minutes for 5,200 pairs and five passes.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import math
import pickle
import random
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from network import Network

SMOOTHED, DIRECTION = 0.05, 0.5
FORGOTTEN = 0.1  # of the pairs that do without the rules' answer
RULED = 18  # facts that are the rules' answer: 11 answers, 7 relations
Example = dict[str, Any]

log = logging.getLogger("pairs")


def padded(batch: list[Example], name: str) -> Tensor:
    width = max(each["ids"].shape[1] for each in batch)
    rows = [np.pad(each[name][0], (0, width - each[name].shape[1])) for each in batch]
    return torch.from_numpy(np.stack(rows))


def loss_of(network: Network, batch: list[Example]) -> Tensor:
    ids, types, marked = (padded(batch, name) for name in ("ids", "types", "marked"))
    facts = torch.from_numpy(np.concatenate([each["facts"] for each in batch]))
    facts[torch.rand(len(batch)) < FORGOTTEN, :RULED] = 0
    goals = torch.tensor([each["goal"] for each in batch])
    figures = torch.tensor([each["is_figures"] for each in batch])
    direction = torch.tensor([each["direction"] for each in batch])
    answers, way, relations = network(ids, (ids > 0).long(), types, marked, facts)
    total = torch.zeros(())
    for scores, chosen in ((answers, ~figures), (relations, figures)):
        if chosen.any():
            loss = nn.functional.cross_entropy(scores[chosen], goals[chosen], label_smoothing=SMOOTHED)
            total = total + loss * chosen.float().mean()
    if (direction >= 0).any():
        total = total + DIRECTION * nn.functional.cross_entropy(way, direction, ignore_index=-1)
    return total


def batches(pairs: list[list[Example]], size: int) -> list[list[Example]]:
    """Gives one pass: each pair in one order, batches of like length, in any order."""
    random.shuffle(pairs)
    drawn = [random.choice(pair) for pair in pairs]
    found = []
    for start in range(0, len(drawn), size * 16):
        chunk = sorted(drawn[start : start + size * 16], key=lambda each: each["ids"].shape[1])
        found += [chunk[at : at + size] for at in range(0, len(chunk), size)]
    random.shuffle(found)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, nargs="+")
    for name in ("base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    for name, default in (("epochs", 5), ("batch", 16), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    for path in options.pairs:
        log.info("%s %s", hashlib.sha256(path.read_bytes()).hexdigest()[:12], path.name)
    flat = [each for path in options.pairs for each in pickle.loads(path.read_bytes())]
    pairs = [flat[at : at + 2] for at in range(0, len(flat), 2)]
    network = Network(options.base).train()
    if options.start:
        network.load_state_dict(torch.load(options.start, weights_only=True))
    heads = [p for name, p in network.named_parameters() if not name.startswith("bert.")]
    groups = [{"params": network.bert.parameters(), "lr": options.rate}, {"params": heads, "lr": 10 * options.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rates = [group["lr"] for group in optimizer.param_groups]
    steps, step = options.epochs * math.ceil(len(pairs) / options.batch), 0
    for epoch in range(options.epochs):
        total, order = 0.0, batches(pairs, options.batch)
        for batch in order:
            share = min(1.0, (step + 1) / (0.1 * steps)) * max(0.0, 1 - step / steps)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * share
            loss = loss_of(network, batch)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            total, step = total + float(loss.detach()), step + 1
        log.info("pass %d: loss %.3f", epoch + 1, total / len(order))
        torch.save(network.state_dict(), options.out)


if __name__ == "__main__":
    main()
