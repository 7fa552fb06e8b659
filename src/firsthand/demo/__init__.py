"""The demo case: one invented story in some 40 pages, with gold answers, and its scoring."""

from firsthand.demo.gold import CASE, GOLD, inputs
from firsthand.demo.score import FieldScore, score

__all__ = ["CASE", "GOLD", "FieldScore", "inputs", "score"]
