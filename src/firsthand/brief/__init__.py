"""The brief: what the case says about a question, composed of verbatim spans and fixed phrases."""

from firsthand.brief.chart import Extras, Mark, draw, marks_of
from firsthand.brief.compose import Material, compose
from firsthand.brief.newest import Newest, first_stamp, moment_of, newest
from firsthand.brief.standing import STANDINGS, Stance, stances, standings, superseded, wholes

__all__ = [
    "STANDINGS",
    "Extras",
    "Mark",
    "Material",
    "Newest",
    "Stance",
    "compose",
    "draw",
    "first_stamp",
    "marks_of",
    "moment_of",
    "newest",
    "stances",
    "standings",
    "superseded",
    "wholes",
]
