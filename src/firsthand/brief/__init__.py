"""The brief: what the case says about a question, composed of verbatim spans and fixed phrases."""

from firsthand.brief.against import AGAINST, Against, fold_against
from firsthand.brief.chart import Extras, Mark, draw, marks_of
from firsthand.brief.compose import Material, compose
from firsthand.brief.newest import Newest, first_of, first_stamp, moment_of, newest
from firsthand.brief.standing import STANDINGS, Stance, stances, standings, superseded, wholes
from firsthand.brief.tally import Tally

__all__ = [
    "AGAINST",
    "STANDINGS",
    "Against",
    "Extras",
    "Mark",
    "Material",
    "Newest",
    "Stance",
    "Tally",
    "compose",
    "draw",
    "first_of",
    "first_stamp",
    "fold_against",
    "marks_of",
    "moment_of",
    "newest",
    "stances",
    "standings",
    "superseded",
    "wholes",
]
