"""Trains the head that points from a number to its giver, and writes its weights.

    python training/givers/train.py PREPARED.pkl... --apart PREPARED.pkl... --out head.pt

The loss of a number is how improbable all right words together are. Learns a page at a time; minutes on one core.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import logging
import math
import pickle
import random
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from network import Head

KEPT = (
    0.997  # of the running mean of the weights, a step: what ships is the mean, which fits less to the last pages seen
)
DROP_STATES = 0.1  # of the words whose states are hidden in a lesson: names must not be all that is looked at
INPUTS = ("states", "places", "at", "apart", "at_head")
Example = dict[str, Any]

log = logging.getLogger("givers")


def tensors(example: Example) -> list[Tensor]:
    return [torch.from_numpy(example[name]) for name in INPUTS]


def lesson(head: Head, example: Example) -> Tensor:
    """Gives the mean loss of an example's numbers."""
    states, *rest = tensors(example)
    hidden = torch.rand(len(states)) < DROP_STATES
    states = states.masked_fill(hidden[:, None], 0.0)
    chances = head(states, *rest)
    losses = [-torch.logsumexp(row[goal], 0) for row, goal in zip(chances, example["goals"], strict=True)]
    return torch.stack(losses).mean()


def train(head: Head, examples: list[Example], options: argparse.Namespace) -> Head:
    """Trains the head, and gives the running mean of it."""
    mean = copy.deepcopy(head)
    optimizer = torch.optim.AdamW(head.parameters(), lr=options.rate, weight_decay=0.05)
    steps, step = options.epochs * math.ceil(len(examples) / options.batch), 0
    for epoch in range(options.epochs):
        random.shuffle(examples)
        total = 0.0
        for start in range(0, len(examples), options.batch):
            for group in optimizer.param_groups:
                group["lr"] = options.rate * min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
            batch = examples[start : start + options.batch]
            loss = torch.stack([lesson(head, example) for example in batch]).mean()
            loss.backward()
            nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            kept = min(KEPT, (step + 1) / (step + 10))
            for slow, fast in zip(mean.parameters(), head.parameters(), strict=True):
                slow.data.lerp_(fast.data, 1 - kept)
            total, step = total + float(loss.detach()) * len(batch), step + 1
        log.info("pass %d: loss %.3f", epoch + 1, total / len(examples))
        for path in options.apart if options.watch else ():
            log.info("%s: named %.1f, nobody %.1f of %d", path.name, *measure(mean, pickle.loads(path.read_bytes())))
    return mean


@torch.no_grad()
def measure(head: Head, examples: list[Example]) -> tuple[float, float, int]:
    """Gives how many in a hundred numbers with a named giver, and of those without, have the right most probable outcome, and how many numbers."""
    head.eval()
    right: dict[bool, list[bool]] = {True: [], False: []}
    for example in examples:
        for row, goal in zip(head(*tensors(example)), example["goals"], strict=True):
            best = int(row.argmax())
            named = goal[0] > 1
            right[named].append(best in goal if named else best < 2)
    head.train()
    named, nobody = (100 * sum(each) / max(len(each), 1) for each in (right[True], right[False]))
    return named, nobody, sum(map(len, right.values()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("examples", type=Path, nargs="+")
    parser.add_argument("--apart", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, required=True)
    for name, default in (("epochs", 12), ("batch", 4), ("seed", 1), ("layers", 2)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--rate", type=float, default=8e-4)
    parser.add_argument("--drop", type=float, default=0.2)
    parser.add_argument("--watch", action="store_true", help="measure after every pass")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    for path in (*options.examples, *options.apart):
        log.info("%s %s", hashlib.sha256(path.read_bytes()).hexdigest()[:12], path.name)
    head = Head(options.layers, options.drop)
    head = train(head, [each for path in options.examples for each in pickle.loads(path.read_bytes())], options)
    for path in options.apart:
        log.info("%s: named %.1f, nobody %.1f of %d", path.name, *measure(head, pickle.loads(path.read_bytes())))
    torch.save(head.state_dict(), options.out)


if __name__ == "__main__":
    main()
