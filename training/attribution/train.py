"""Trains the network on one schedule and writes its weights.

    python training/attribution/train.py --texts train.jsonl --silver silver.jsonl --more pages.jsonl --more-silver pages.silver.jsonl \
        --items items.jsonl --items-silver items.silver.jsonl --base MINILM_FOLDER --out weights.pt

Every epoch reads all texts, a different share of the pages (tags and names only), and from the third epoch on our own items, several
times over: they are few, and the rest of the corpus is one election in one country.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from corpus import LABELS, NO_CUE, UNKNOWN, IntArray, Renamer, Text, read_texts, with_straight_marks
from network import Network, base_network

WINDOW = 190  # wordpieces, without [CLS] and [SEP]; the package reads 254 at a time, where fewer quotations lose their speaker
BATCH = 8  # windows
ITEMS_FROM, ITEMS_TIMES = 2, 3  # epoch (from 0), and how often an item is read in each
RENAMED, STRAIGHTENED = 0.25, 0.25  # share of texts
WEIGHTS = {"label": 1.0, "arc": 0.3, "tag": 0.2, "name": 0.3}
_BEGIN, _END, _UNKNOWN_PIECE = 101, 102, 100

log = logging.getLogger("train")


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """One training example: wordpieces, their features, first pieces of the words, targets a word."""

    ids: IntArray
    features: IntArray
    first: IntArray
    labels: IntArray
    arcs: IntArray
    tags: IntArray
    names: IntArray


class Cutter:
    """Cuts texts into windows of whole sentences."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}

    def pieces(self, word: str) -> list[int]:
        if word not in self._known:
            self._known[word] = self._tokenizer.encode(word, add_special_tokens=False).ids or [_UNKNOWN_PIECE]
        return self._known[word]

    def __call__(self, text: Text, renamed: dict[str, str], start: int) -> Iterator[Window]:
        """Yields the windows of a text; the first holds at most `start` wordpieces, so that the cuts fall elsewhere each time."""
        words = [text.words.of(i) for i in range(len(text.words))]
        pieces = [self.pieces(renamed.get(word.lower(), word)) for word in words]
        first = np.cumsum([0, *map(len, pieces)])
        flat = np.array([piece for word in pieces for piece in word])
        limit, begin = start, 0
        while begin < len(words):
            full = max(int(np.searchsorted(first, first[begin] + limit, side="right")) - 1, begin + 1)
            breaks = [at for at in text.words.sentences if begin < at <= full]
            end = len(words) if full >= len(words) else breaks[-1] if breaks else full
            yield _window(text, flat, first, begin, end)
            begin, limit = end, WINDOW


def _window(text: Text, flat: IntArray, first: IntArray, begin: int, end: int) -> Window:
    low, high = first[begin], first[end]
    features = np.zeros((high - low + 2, 3), dtype=np.int64)
    features[1:-1] = np.repeat(text.words.features[begin:end], np.diff(first[begin : end + 1]), axis=0)
    cues = text.cues[begin:end]
    arcs = np.where(cues == UNKNOWN, UNKNOWN, np.where((cues >= begin) & (cues < end), cues - begin + 1, NO_CUE))
    return Window(np.r_[_BEGIN, flat[low:high], _END], features, first[begin:end] - low + 1, text.labels[begin:end],
                  arcs, text.tags[begin:end], text.names[begin:end])  # fmt: skip


def batches(windows: list[Window], rng: random.Random) -> Iterator[list[Window]]:
    """Yields batches of windows of like length, in random order."""
    rng.shuffle(windows)
    grouped: list[list[Window]] = []
    for low in range(0, len(windows), 50 * BATCH):
        chunk = sorted(windows[low : low + 50 * BATCH], key=lambda window: len(window.ids))
        grouped += [chunk[at : at + BATCH] for at in range(0, len(chunk), BATCH)]
    rng.shuffle(grouped)
    yield from grouped


def padded(rows: list[IntArray], fill: int) -> Tensor:
    width = max(len(row) for row in rows)
    filled = np.full((len(rows), width, *rows[0].shape[1:]), fill)
    for at, row in enumerate(rows):
        filled[at, : len(row)] = row
    return torch.from_numpy(filled)


def losses(network: Network, batch: list[Window]) -> dict[str, Tensor]:
    """Gives the mean cross-entropy of each head over the words that have a target."""
    ids = padded([w.ids for w in batch], 0)
    mask = padded([np.ones_like(w.ids) for w in batch], 0)
    first = padded([w.first for w in batch], 0)
    label, arc, tag, name = network(ids, mask, padded([w.features for w in batch], 0), first)
    real = padded([np.ones_like(w.first) for w in batch], 0).bool()
    arc = arc.masked_fill(~torch.cat([torch.ones(len(batch), 1, dtype=torch.bool), real], 1)[:, None, :], -1e4)
    targets = {"label": (label, [w.labels for w in batch]), "arc": (arc, [w.arcs for w in batch]),
               "tag": (tag, [w.tags for w in batch]), "name": (name, [w.names for w in batch])}  # fmt: skip
    return {key: _cross_entropy(scores, padded(rows, UNKNOWN)) for key, (scores, rows) in targets.items()}


def _cross_entropy(scores: Tensor, target: Tensor) -> Tensor:
    if not (target != UNKNOWN).any():
        return scores.sum() * 0
    return nn.functional.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=UNKNOWN)


def optimizer_of(network: Network, rate: float) -> torch.optim.AdamW:
    """Gives AdamW with decay on the encoder's matrices, and five times the rate for the new heads and embeddings."""
    new = ("label", "tag", "name", "dependent", "head", "no_cue", "distance", "features")
    groups: dict[str, list[nn.Parameter]] = {"matrices": [], "rest": [], "new": []}
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            key = "new" if name.split(".")[0] in new else "matrices" if parameter.ndim > 1 else "rest"
            groups[key].append(parameter)
    return torch.optim.AdamW(
        [{"params": groups["matrices"], "lr": rate, "weight_decay": 0.01},
         {"params": groups["rest"], "lr": rate, "weight_decay": 0.0},
         {"params": groups["new"], "lr": 5 * rate, "weight_decay": 0.0}], betas=(0.9, 0.98), eps=1e-6)  # fmt: skip


def schedule(step: int, total: int) -> float:
    """Gives the share of the full rate: six hundredths of warm-up, then straight down to nothing."""
    warm = max(1, total * 6 // 100)
    return min(1.0, (step + 1) / warm) * max(0.0, 1 - max(0, step - warm) / (total - warm))


@dataclass(slots=True)
class Reading:
    """What the epochs read."""

    texts: list[Text]
    pages: list[Text]
    items: Path | None
    items_silver: Path | None
    tags: list[str]
    names: list[str]
    items_from: int = ITEMS_FROM

    def windows(self, epoch: int, epochs: int, cutter: Cutter, renamer: Renamer, rng: random.Random) -> list[Window]:
        texts = [*self.texts, *self.pages[epoch::epochs]]
        if epoch >= self.items_from and self.items and self.items.exists() and self.items_silver:
            texts += read_texts(self.items, self.items_silver, self.tags, self.names) * ITEMS_TIMES
        found: list[Window] = []
        for text in texts:
            seen = with_straight_marks(text) if rng.random() < STRAIGHTENED else text
            renamed = renamer(text, rng) if rng.random() < RENAMED else {}
            found.extend(cutter(seen, renamed, rng.randint(WINDOW // 3, WINDOW)))
        return found


def train(network: Network, reading: Reading, cutter: Cutter, renamer: Renamer, options: argparse.Namespace) -> None:
    rng = random.Random(options.seed)
    optimizer = optimizer_of(network, options.rate)
    full = [group["lr"] for group in optimizer.param_groups]
    step, total, began = 0, 0, time.monotonic()
    for epoch in range(options.epochs):
        epoch_batches = list(batches(reading.windows(epoch, options.epochs, cutter, renamer, rng), rng))
        total = total or len(epoch_batches) * options.epochs
        network.train()
        sums: Counter[str] = Counter()
        for number, batch in enumerate(epoch_batches, 1):
            for group, rate in zip(optimizer.param_groups, full, strict=True):
                group["lr"] = rate * schedule(step, total)
            parts = losses(network, batch)
            torch.stack([WEIGHTS[key] * value for key, value in parts.items()]).sum().backward()
            nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            sums.update({key: float(value.detach()) for key, value in parts.items()})
            if number % 100 == 0 or number == len(epoch_batches):
                shown = " ".join(f"{key} {value / (number % 100 or 100):.3f}" for key, value in sums.items())
                log.info(
                    "epoch %d, %d of %d: %s; %.0f s",
                    epoch + 1,
                    number,
                    len(epoch_batches),
                    shown,
                    time.monotonic() - began,
                )
                sums.clear()
        torch.save(network.state_dict(), options.out)
        torch.save(network.state_dict(), options.out.with_suffix(f".{epoch + 1}.pt"))


def arguments(described: str | None, *more: str, **numbers: float) -> argparse.Namespace:
    """Gives the options of the command line, `more` being further files that are needed, `numbers` further options with what they are if not given."""
    parser = argparse.ArgumentParser(description=described, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("texts", "silver", "base", "out", *more):
        parser.add_argument(f"--{name}", type=Path, required=True)
    for name in ("more", "more-silver", "items", "items-silver"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--names", type=Path, default=Path(__file__).parent / "surnames.txt")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int)
    for name, default in numbers.items():
        parser.add_argument(f"--{name}", type=type(default), default=default)
    return parser.parse_args()


def prepared(options: argparse.Namespace) -> tuple[Reading, Cutter, Renamer]:
    """Gives what is read and by what; logs the seed, the version of torch and the hashes of the data."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.manual_seed(options.seed)
    torch.set_num_threads(2)
    heads = json.loads((Path(__file__).parent / "heads.json").read_text(encoding="utf-8"))
    tags, names = heads["tags"], heads["names"]
    texts = read_texts(options.texts, options.silver, tags, names)[: options.limit]
    pages = read_texts(options.more, options.more_silver, tags, names)[: options.limit] if options.more else []
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    renamer = Renamer(options.names.read_text(encoding="utf-8").split(), frequent_names(texts, names))
    digests = {str(path.name): hashlib.sha256(path.read_bytes()).hexdigest()
               for path in (options.texts, options.more, options.items) if path and path.exists()}  # fmt: skip
    log.info(
        "seed %d, %d texts, %d pages, torch %s, data %s",
        options.seed,
        len(texts),
        len(pages),
        torch.__version__,
        digests,
    )
    return Reading(texts, pages, options.items, options.items_silver, tags, names), Cutter(tokenizer), renamer


def main() -> None:
    options = arguments(__doc__)
    reading, cutter, renamer = prepared(options)
    network = base_network(options.base, len(LABELS), len(reading.tags), len(reading.names))
    train(network, reading, cutter, renamer, options)


def frequent_names(texts: list[Text], names: list[str]) -> set[str]:
    """Gives the lower-cased words that stand in persons' names in at least twenty texts."""
    person = {names.index("B-PERSON"), names.index("I-PERSON")}
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({text.words.of(i).lower() for i in np.flatnonzero(np.isin(text.names, list(person)))})
    return {word for word, count in counts.items() if count >= 20 and word.isalpha() and len(word) > 2}


if __name__ == "__main__":
    main()
