"""Makes a trained network narrower without training it again: what of it the rest can stand in for is taken out.

    python training/attribution/prune.py --full full.pt --texts train.jsonl --silver silver.jsonl --more pages.jsonl --more-silver pages.silver.jsonl \
        --items items.jsonl --items-silver items.silver.jsonl --base MINILM_FOLDER --out weights.pt

Layer after layer, on windows of the training texts: the matrix that sums over attention heads, or over inner neurons, is solved such that its
sums come nearest to those of the full network (least squares, on what the layers before, already narrow, hand on). Then the head or the
neuron whose loss costs least goes, the others making up for it as well as they can, until as many are left as SHAPE has (optimal brain surgeon).
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from corpus import LABELS
from network import HEAD, Layer, Network, Shape, saved_network
from train import Cutter, Reading, Renamer, Window, arguments, prepared

# Early layers do most of the work: how much the loss moves with a neuron falls by a half to two thirds from layer to layer.
SHAPE: Shape = ((8, 1536), (10, 1472), (8, 1280), (6, 960), (4, 640), (1, 512))
WINDOWS = 320  # that the sums are compared on
PAGES = 3  # a third of the pages is drawn from
RIDGE = 1e-3  # pulls solved matrices towards the old ones; a share of the mean variance of what they sum over
AT_ONCE = 8  # neurons that go before the others are weighed again

log = logging.getLogger("prune")


@torch.no_grad()
def narrowed(network: Network, shape: Shape, windows: Sequence[Window]) -> Network:
    """Gives a network of the shape whose states come near to the given one's on the windows."""
    network.eval()
    narrow = Network(
        network.label.out_features, network.tag.out_features, network.name.out_features, shape=shape
    ).eval()
    rest = {name: value for name, value in network.state_dict().items() if not name.startswith("layers.")}
    narrow.load_state_dict(rest, strict=False)
    goals = [network.embedded(torch.from_numpy(w.ids)[None], torch.from_numpy(w.features)[None]) for w in windows]
    states = goals
    for at, (old, new) in enumerate(zip(network.layers, narrow.layers, strict=True)):
        if isinstance(old, Layer) and isinstance(new, Layer):
            states, goals = narrow_layer(old, new, states, goals)
        log.info("layer %d: %.4f of the variance of its states is lost", at, _lost(states, goals))
    return narrow


def narrow_layer(
    old: Layer, new: Layer, states: list[Tensor], goals: list[Tensor]
) -> tuple[list[Tensor], list[Tensor]]:
    """Fills a narrow layer from the full one; gives what it makes of the `states`, and what the full one makes of its own, the `goals`."""
    wanted = [goal + old.out(old.mixed(goal, None)) for goal in goals]
    sums = Sums.of(lambda state: old.mixed(state, None), states, wanted)
    kept, new.out.weight.data, new.out.bias.data = sums.narrowed(old.out, old.norm, new.heads, HEAD, 1)
    parts = torch.cat([kept + third * old.out.in_features for third in range(3)])
    _copy(new.query_key_value, old.query_key_value, parts)
    new.norm.load_state_dict(old.norm.state_dict())
    states = [new.norm(state + new.out(new.mixed(state, None))) for state in states]
    goals = [old.norm(goal) for goal in wanted]

    wanted = [goal + old.down(old.inner(goal)) for goal in goals]
    sums = Sums.of(old.inner, states, wanted)
    kept, new.down.weight.data, new.down.bias.data = sums.narrowed(
        old.down, old.norm_out, new.down.in_features, 1, AT_ONCE
    )
    _copy(new.up, old.up, kept)
    new.norm_out.load_state_dict(old.norm_out.state_dict())
    return [new.norm_out(s + new.down(new.inner(s))) for s in states], [old.norm_out(goal) for goal in wanted]


@dataclass(frozen=True, slots=True)
class Sums:
    """What a matrix sums over and should give: means, variances (in, in) and covariances (in, out)."""

    given: Tensor
    wanted: Tensor
    square: Tensor
    cross: Tensor

    @classmethod
    def of(cls, inputs: Callable[[Tensor], Tensor], states: list[Tensor], wanted: list[Tensor]) -> Sums:
        """Gives the sums over all windows; what is wanted of the matrix is what a state lacks."""
        given, lacking, square, cross, count = (torch.zeros((), dtype=torch.double) for _ in range(5))
        for state, goal in zip(states, wanted, strict=True):
            x, y = inputs(state)[0], (goal - state)[0]
            given, lacking, count = given + x.sum(0).double(), lacking + y.sum(0).double(), count + len(x)
            square, cross = square + (x.T @ x).double(), cross + (x.T @ y).double()
        given, lacking = given / count, lacking / count
        return cls(
            given, lacking, square / count - torch.outer(given, given), cross / count - torch.outer(given, lacking)
        )

    def narrowed(
        self, old: nn.Linear, norm: nn.LayerNorm, count: int, block: int, at_once: int
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Gives the inputs that are kept, `count` blocks of them, and a weight and a bias for them."""
        square = self.square + RIDGE * self.square.diagonal().mean() * torch.eye(len(self.square), dtype=torch.double)
        before = old.weight.T.double()
        weight = before + torch.linalg.solve(square, self.cross - self.square @ before)
        kept, weight = spared(square, weight, norm.weight.double() ** 2, count, block, at_once)
        bias = self.wanted - self.given[kept] @ weight[kept]
        return kept, weight[kept].T.float().contiguous(), bias.float()


def spared(
    square: Tensor, weight: Tensor, matters: Tensor, count: int, block: int, at_once: int
) -> tuple[Tensor, Tensor]:
    """Gives the inputs that are left when blocks that cost least went until `count` remain, and the weight (in, out) that makes up for them.

    `square` is (in, in); `matters` says how much an output counts.
    """
    inverse, weight = torch.linalg.inv(square), weight.clone()
    left = torch.arange(len(square)).view(-1, block)
    while len(left) > count:
        cores = torch.linalg.inv(inverse[left[:, :, None], left[:, None, :]])
        costs = torch.einsum("kbo,kbc,kco,o->k", weight[left], cores, weight[left], matters)
        going = costs.topk(min(at_once, len(left) - count), largest=False).indices
        gone = left[going].flatten()
        reach = inverse[:, gone] @ torch.linalg.inv(inverse[gone[:, None], gone])
        weight -= reach @ weight[gone]
        inverse -= reach @ inverse[gone]
        left = left[torch.isin(torch.arange(len(left)), going, invert=True)]
    return left.flatten(), weight


def _copy(new: nn.Linear, old: nn.Linear, rows: Tensor) -> None:
    new.weight.data, new.bias.data = old.weight[rows].clone(), old.bias[rows].clone()


def _lost(states: list[Tensor], goals: list[Tensor]) -> float:
    apart = sum(float((state - goal).square().sum()) for state, goal in zip(states, goals, strict=True))
    return apart / sum(float((goal - goal.mean(1, keepdim=True)).square().sum()) for goal in goals)


def sample(reading: Reading, cutter: Cutter, renamer: Renamer, seed: int) -> list[Window]:
    """Gives windows of everything that the network was trained on, drawn at random."""
    rng = random.Random(seed)
    reading.items_from = 0
    return rng.sample(reading.windows(0, PAGES, cutter, renamer, rng), WINDOWS)


def main() -> None:
    options = arguments(__doc__, "full")
    reading, cutter, renamer = prepared(options)
    full = saved_network(options.full, len(LABELS), len(reading.tags), len(reading.names))
    narrow = narrowed(full, SHAPE, sample(reading, cutter, renamer, options.seed))
    torch.save(narrow.state_dict(), options.out)


if __name__ == "__main__":
    main()
