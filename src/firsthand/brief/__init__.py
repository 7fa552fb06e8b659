"""The brief: what the case says about a question, composed of verbatim spans and fixed phrases."""

from firsthand.brief.chart import draw
from firsthand.brief.compose import Material, compose
from firsthand.brief.standing import STANDINGS, standings

__all__ = ["STANDINGS", "Material", "compose", "draw", "standings"]
