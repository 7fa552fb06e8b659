"""Weights: what each row of `evidence` weighs for each relation; written by training/relations/fit.py."""

from __future__ import annotations

from firsthand.records.judgement import FigureRelation

VOTE = 0.5  # what the answer of the table weighs beside them
SURE = 0.5  # by how much a dispute must outweigh the next relation
RELATIONS: tuple[FigureRelation, ...] = (
    "repeats",
    "updates",
    "disputes",
    "part of",
    "different scope",
    "unrelated",
    "cannot tell",
)
START = (-0.74, -0.03, -1.93, -1.99, -0.03, 2.82, 1.91)  # what each relation has before anything is asked
# fmt: off
WEIGHTS: dict[str, tuple[float, ...]] = {
    "the numbers are one": (2.96, -1.85, 0.00, -0.28, 0.16, 0.81, -1.80),
    "the numbers cannot both hold": (-1.27, 0.60, 1.79, -0.10, 0.14, -0.82, -0.35),
    "how far apart they are": (-0.01, -0.13, -0.05, 0.20, 0.30, -0.09, -0.22),
    "one is more than twice the other": (-0.35, -0.96, 0.74, 0.85, 0.53, -0.51, -0.30),
    "one is more than five times the other": (0.40, 0.22, 0.31, 0.09, 0.03, -0.13, -0.94),
    "the later is the higher": (0.34, 1.33, -1.02, -0.32, -0.70, -0.04, 0.41),
    "somebody else's lower number a day later": (0.60, 0.23, -0.14, -0.08, 0.54, -0.38, -0.77),
    "one text has the other's number too": (-0.06, 0.00, -0.06, 0.71, -0.09, -0.08, -0.42),
    "a number is vague": (-0.56, 0.58, -0.23, -0.04, -0.24, -0.21, 0.70),
    "both are money": (0.24, 0.17, -0.19, 0.44, -0.93, 0.50, -0.23),
    "one noun": (0.15, 0.19, -0.39, -0.18, -0.26, 0.18, 0.31),
    "one class": (-0.11, 0.00, -0.34, -0.34, 0.10, 0.55, 0.15),
    "the same is counted": (0.56, -0.02, 0.78, -0.30, -0.11, -1.27, 0.37),
    "something else is counted": (-0.56, -0.35, 0.02, 0.26, 0.39, 0.87, -0.62),
    "a class inside another": (-0.02, -0.05, -0.61, -0.01, 0.71, -0.02, -0.01),
    "two groups": (-0.02, 0.06, -0.56, -0.01, 0.05, -0.15, 0.65),
    "of whom or where is not the same": (-0.46, -0.21, -1.08, -0.08, 2.57, -0.33, -0.41),
    "two stages of one course": (-0.15, -0.19, -0.50, -0.05, 1.24, -0.08, -0.26),
    "one stage": (-0.04, 0.08, 0.52, -0.33, 0.17, -0.61, 0.21),
    "words of scope on one side": (-0.07, -0.49, -0.75, -0.18, 1.58, 0.23, -0.32),
    "what is left, on one side": (-0.36, 0.18, 0.75, -0.08, 0.63, -0.62, -0.50),
    "another stretch of time": (0.23, -0.33, -0.84, -0.09, 1.15, 0.46, -0.59),
    "one time": (1.19, -1.32, 1.08, 0.10, 0.10, -0.82, -0.33),
    "one day": (-1.12, -1.50, 1.35, 0.17, 1.18, 0.35, -0.43),
    "a day apart": (0.25, -0.25, 0.36, 0.29, -0.36, -0.76, 0.48),
    "one asserter": (1.24, 2.56, -2.62, 0.52, 1.10, -0.60, -2.20),
    "an asserter is not named": (0.25, -0.30, -1.17, 0.48, -0.31, 0.19, 0.87),
    "a number is turned down": (-0.96, -0.05, 1.57, -0.03, 0.14, -0.45, -0.23),
    "a number takes an older one's place": (-0.04, 1.16, -0.81, -0.10, -0.49, 0.21, 0.06),
    "words in common": (0.49, 0.18, 0.67, 0.20, -0.36, -1.63, 0.44),
    "words in common beside what is counted": (0.50, 0.20, 0.15, 0.47, 0.50, -1.29, -0.53),
    "a name in common": (0.11, 0.24, 0.74, -0.52, 0.47, -0.89, -0.15),
    "names, and none in common": (-0.68, -0.71, -0.10, -0.06, 0.62, 1.63, -0.69),
}
# fmt: on
