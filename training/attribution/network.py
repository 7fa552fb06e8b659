"""The network in torch: a MiniLM encoder with three more input embeddings a wordpiece, and four heads on the words.

Written out plainly, so that it exports to ONNX as it stands and needs no other library to load its base weights.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

FEATURES = (6, 3, 4)  # letter case, gap before, quotation state: as `firsthand.models.words` counts them
ARC, FAR = 128, 16
HEAD = 32  # the width of one attention head
Shape = tuple[tuple[int, int], ...]  # attention heads and inner neurons of each layer
FULL: Shape = ((12, 1536),) * 6


class Layer(nn.Module):
    """One encoder layer, post-norm, as BERT has it."""

    def __init__(self, wide: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.query_key_value = nn.Linear(wide, 3 * heads * HEAD)
        self.out = nn.Linear(heads * HEAD, wide)
        self.norm = nn.LayerNorm(wide, eps=1e-12)
        self.up = nn.Linear(wide, inner)
        self.down = nn.Linear(inner, wide)
        self.norm_out = nn.LayerNorm(wide, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, blind: Tensor | None) -> Tensor:
        """`x` is (batch, pieces, wide); `blind` (batch, 1, 1, pieces), if there is any padding, is added to the attention scores."""
        x = self.norm(x + self.drop(self.out(self.mixed(x, blind))))
        hidden: Tensor = self.norm_out(x + self.drop(self.down(self.inner(x))))
        return hidden

    def mixed(self, x: Tensor, blind: Tensor | None) -> Tensor:
        """Gives what each head takes from the pieces it attends to, side by side."""
        batch, pieces, _ = x.shape
        query, key, value = (
            part.view(batch, pieces, self.heads, HEAD).transpose(1, 2)
            for part in self.query_key_value(x).split(self.heads * HEAD, dim=-1)
        )
        scores = (query * HEAD**-0.5) @ key.transpose(-1, -2)
        seen = torch.softmax(scores if blind is None else scores + blind, dim=-1)
        return (seen @ value).transpose(1, 2).reshape(batch, pieces, self.heads * HEAD)

    def inner(self, x: Tensor) -> Tensor:
        """Gives the inner neurons."""
        return nn.functional.gelu(self.up(x))


class Network(nn.Module):
    """Scores for every word: attribution labels, arcs to the cue's first word, part-of-speech tags, names."""

    def __init__(self, labels: int, tags: int, names: int, *, wide: int = 384, shape: Shape = FULL,
                 pieces: int = 30522, places: int = 512) -> None:  # fmt: skip
        super().__init__()
        self.pieces = nn.Embedding(pieces, wide)
        self.places = nn.Embedding(places, wide)
        self.features = nn.ModuleList(nn.Embedding(count, wide) for count in FEATURES)
        self.norm = nn.LayerNorm(wide, eps=1e-12)
        self.layers = nn.ModuleList(Layer(wide, heads, inner) for heads, inner in shape)
        self.drop = nn.Dropout(0.1)
        self.label, self.tag, self.name = nn.Linear(wide, labels), nn.Linear(wide, tags), nn.Linear(wide, names)
        self.dependent, self.head = nn.Linear(wide, ARC), nn.Linear(wide, ARC)
        self.no_cue = nn.Linear(ARC, 1, bias=False)
        self.distance = nn.Embedding(2 * FAR + 1, 1)
        for embedding in (*self.features, self.distance):
            nn.init.zeros_(embedding.weight)
        nn.init.zeros_(self.no_cue.weight)
        self.pieces.weight.requires_grad = False

    def forward(
        self, ids: Tensor, mask: Tensor | None, features: Tensor, first: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Gives label, arc, tag and name scores.

        `ids`, `mask` (batch, pieces), None where nothing is padding; `features` (batch, pieces, 3); `first` (batch, words): the first piece of each word.
        Arc scores are (batch, words, 1 + words): no cue in sight, then each word as the cue's first.
        """
        return self.scores(self.states(ids, mask, features)[-1], first)

    def states(self, ids: Tensor, mask: Tensor | None, features: Tensor) -> list[Tensor]:
        """Gives what each layer makes of the wordpieces, each (batch, pieces, wide)."""
        x = self.embedded(ids, features)
        blind = None if mask is None else (1 - mask.to(x.dtype))[:, None, None, :] * -1e4
        found = []
        for layer in self.layers:
            x = layer(x, blind)
            found.append(x)
        return found

    def embedded(self, ids: Tensor, features: Tensor) -> Tensor:
        """Gives what goes into the first layer."""
        x = self.pieces(ids) + self.places.weight[: ids.shape[1]]
        for at, embedding in enumerate(self.features):
            x = x + embedding(features[..., at])
        embedded: Tensor = self.drop(self.norm(x))
        return embedded

    def scores(self, state: Tensor, first: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Gives what the heads say of the words, from the last layer's state."""
        words = torch.gather(self.drop(state), 1, first.unsqueeze(-1).expand(-1, -1, state.shape[-1]))
        return self.label(words), self._arcs(words), self.tag(words), self.name(words)

    def _arcs(self, words: Tensor) -> Tensor:
        dependent, head = self.dependent(words), self.head(words)
        scale = ARC**-0.5
        place = torch.arange(words.shape[1], device=words.device)
        apart = (place[None, :] - place[:, None]).float()
        step = (torch.sign(apart) * torch.log2(apart.abs() + 1) * 2).round().clamp(-FAR, FAR).long() + FAR
        arcs = dependent @ head.transpose(1, 2) * scale + self.distance(step).squeeze(-1)
        return torch.cat([self.no_cue(dependent) * scale, arcs], dim=-1)


def base_network(folder: Path, labels: int, tags: int, names: int) -> Network:
    """Gives a network with the encoder weights of a BERT-shaped safetensors file; the heads are new."""
    from safetensors.torch import load_file

    weights = {name.removeprefix("bert."): value for name, value in load_file(folder / "model.safetensors").items()}
    network = Network(labels, tags, names)
    given = {
        "pieces.weight": weights["embeddings.word_embeddings.weight"],
        "places.weight": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for at in range(len(network.layers)):
        old, new = f"encoder.layer.{at}", f"layers.{at}"
        for kind in ("weight", "bias"):
            parts = [weights[f"{old}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            given[f"{new}.query_key_value.{kind}"] = torch.cat(parts)
            given[f"{new}.out.{kind}"] = weights[f"{old}.attention.output.dense.{kind}"]
            given[f"{new}.norm.{kind}"] = weights[f"{old}.attention.output.LayerNorm.{kind}"]
            given[f"{new}.up.{kind}"] = weights[f"{old}.intermediate.dense.{kind}"]
            given[f"{new}.down.{kind}"] = weights[f"{old}.output.dense.{kind}"]
            given[f"{new}.norm_out.{kind}"] = weights[f"{old}.output.LayerNorm.{kind}"]
    missing = network.load_state_dict(given, strict=False).missing_keys
    unexpected = [key for key in missing if key.startswith(("layers", "pieces", "places", "norm"))]
    if unexpected:
        raise ValueError(f"{folder}: the base weights lack {unexpected[:3]}")
    return network


def shape_of(weights: dict[str, Tensor]) -> Shape:
    """Gives the shape of the network that the weights were saved from."""
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    wide = [
        (weights[f"layers.{at}.out.weight"].shape[1], weights[f"layers.{at}.down.weight"].shape[1])
        for at in range(layers)
    ]
    return tuple((mixed // HEAD, inner) for mixed, inner in wide)


def saved_network(path: Path, labels: int, tags: int, names: int) -> Network:
    """Gives the network that was saved in a file, whatever its shape."""
    weights = torch.load(path)
    network = Network(labels, tags, names, shape=shape_of(weights))
    network.load_state_dict(weights)
    return network
