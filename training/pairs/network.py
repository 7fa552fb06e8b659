"""The network that reads two passages side by side, in torch: a MiniLM encoder, and three heads on its first state and the means of the marked words."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

ANSWERS, RELATIONS, FACTS = 11, 7, 51  # outcomes, and facts about a pair that are known beside its words


class Network(nn.Module):
    """Scores of how one marked claim answers the other, which side answers, and what one marked figure is to the other."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(base, add_pooling_layer=False, attn_implementation="eager")
        self.drop = nn.Dropout(0.1)
        wide = 3 * self.bert.config.hidden_size
        self.direction = nn.Linear(wide, 2)
        self.answers, self.relations = nn.Linear(wide + FACTS, ANSWERS), nn.Linear(wide + FACTS, RELATIONS)

    def forward(
        self, ids: Tensor, mask: Tensor, types: Tensor, marked: Tensor, facts: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """`ids`, `mask`, `types` and `marked` (batch, pieces): `types` is 1 for the second side, `marked` 1 for marked words; `facts` (batch, FACTS)."""
        states = self.bert(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        means = [self._mean(states, marked * side) for side in (1 - types.float(), types.float())]
        read = self.drop(torch.cat([states[:, 0], *means], dim=-1))
        both = torch.cat([read, facts], dim=-1)
        return self.answers(both), self.direction(read), self.relations(both)

    @staticmethod
    def _mean(states: Tensor, weight: Tensor) -> Tensor:
        return (states * weight.unsqueeze(-1)).sum(1) / weight.sum(1, keepdim=True).clamp(min=1)
