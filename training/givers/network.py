"""The head that points from a number to the words that name who gives it, in torch; what it reads are the states of the attribution network.

Two pre-norm layers over the words of a page, then one score a number and word: how well the two fit, and how far apart they stand in
paragraphs, sentences and words. Two more outcomes stand for nobody: the page itself, and somebody unnamed.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

STATE, WIDE, HEADS, POINT = 768, 192, 6, 128
PARAGRAPHS, SENTENCES, CASES = 12, 6, 6  # of a word: its paragraph, its sentence in that paragraph, its letter case
APART = (6, 7, 12)  # the farthest steps apart that are told from one another: paragraphs, sentences, words


class Layer(nn.Module):
    """One layer: every word takes from all others, then changes by itself."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.norm, self.norm_inner = nn.LayerNorm(WIDE), nn.LayerNorm(WIDE)
        self.query_key_value, self.out = nn.Linear(WIDE, 3 * WIDE), nn.Linear(WIDE, WIDE)
        self.up, self.down = nn.Linear(WIDE, 2 * WIDE), nn.Linear(2 * WIDE, WIDE)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor) -> Tensor:
        """`x` is (words, WIDE)."""
        query, key, value = (
            part.view(-1, HEADS, WIDE // HEADS).transpose(0, 1)
            for part in self.query_key_value(self.norm(x)).split(WIDE, dim=-1)
        )
        seen = self.drop(torch.softmax(query @ key.transpose(-1, -2) * (WIDE // HEADS) ** -0.5, dim=-1))
        mixed = (seen @ value).transpose(0, 1).reshape(-1, WIDE)
        x = x + self.drop(self.out(mixed))
        changed: Tensor = x + self.drop(self.down(self.drop(nn.functional.gelu(self.up(self.norm_inner(x))))))
        return changed


class Head(nn.Module):
    """Log-probabilities (numbers, 2 + words) of who gives each number: the page, somebody unnamed, or whom each word names."""

    def __init__(self, layers: int = 2, drop: float = 0.2) -> None:
        super().__init__()
        self.norm_in, self.into = nn.LayerNorm(STATE), nn.Linear(STATE, WIDE)
        self.places = nn.ModuleList(nn.Embedding(n, WIDE) for n in (PARAGRAPHS, SENTENCES, CASES, 2))
        self.layers = nn.ModuleList(Layer(drop) for _ in range(layers))
        self.norm = nn.LayerNorm(WIDE)
        self.number, self.giver, self.nobody = nn.Linear(WIDE, POINT), nn.Linear(WIDE, POINT), nn.Linear(WIDE, 2)
        self.apart = nn.ModuleList(nn.Embedding(2 * far + 1, 1) for far in APART)
        self.at_head = nn.Embedding(2, 1)
        self.drop = nn.Dropout(drop)
        for embedding in (*self.apart, self.at_head):
            nn.init.zeros_(embedding.weight)

    def forward(self, states: Tensor, places: Tensor, at: Tensor, apart: Tensor, at_head: Tensor) -> Tensor:
        """`states` (words, STATE); `places` (words, 4); `at` (numbers,) the first word of each number; `apart` (3, numbers, words); `at_head` (words,)."""
        x = self.into(self.drop(self.norm_in(states)))
        for column, embedding in enumerate(self.places):
            x = x + embedding(places[:, column])
        for layer in self.layers:
            x = layer(x)
        x = self.norm(x)
        numbers = x[at]
        scores = self.number(numbers) @ self.giver(x).transpose(0, 1) * POINT**-0.5 + self.at_head(at_head).squeeze(-1)
        for steps, embedding in zip(apart, self.apart, strict=True):
            scores = scores + embedding(steps).squeeze(-1)
        return torch.log_softmax(torch.cat([self.nobody(numbers), scores], dim=-1), dim=-1)
