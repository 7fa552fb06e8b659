"""The rules of quantities, numbered as the reference lists them: how the number is written, where its noun stands, how two figures belong together."""

from __future__ import annotations

from firsthand.annotate.quantity.elided import RECOVERIES
from firsthand.annotate.quantity.joins import JOINS
from firsthand.annotate.quantity.rules import RULES
from firsthand.annotate.quantity.word_figures import FORMS
from firsthand.text.rule_numbers import numbered

_NUMBERS = (
    ("digits number", "digits, with sign, scale and unit", "1,200 · $3bn · 4.5 per cent"),
    ("words number", "number words", "twenty-eight thousand"),
    ("fraction number", "a share", "two thirds · half of"),
)
_FORMS = {
    "vague count": "a range for a count without a number",
    "few of a scale": "a range for a few of a scale word",
    "a score of": "about twenty",
    "several": "three to nine, where people or things are counted",
    "a single": "one",
    "zero in words": "nought",
}
_JOINS = {
    "between and": "two numbers as the ends of a range",
    "range": "two numbers joined by a dash or “to”; a scale or unit written once holds for both",
    "either or": "two neighbouring numbers that leave it open",
    "one in so many": "a share of one in so many",
}
_CARRIED = (
    ("as many", "the number of the figure before", "as many again"),
    ("the rest", "what is left of a total named before", "the rest"),
    ("a multiple of the one before", "a multiple of the figure before", "twice as many"),
)
_NOUNS = (
    ("noun after", "the noun phrase after the number", "12 soldiers"),
    ("noun after of", "the noun phrase after “of”", "dozens of soldiers"),
    ("noun inside", "the noun inside the number's words", "one convoy in four"),
    ("time unit", "the unit of time is what is counted", "three weeks"),
    ("measure itself", "area, volume and weight count themselves", "2,000 hectares"),
    ("people by their state", "an adjective or participle that stands for people", "12 wounded"),
)
_TOLD = (
    "bound spread over the list",
    "the bound before the first number of a list holds for the list",
    "at least 12 dead and 30 hurt",
)


def _doc(rule: object) -> str:
    return (getattr(rule, "__doc__", "") or "").splitlines()[0] if getattr(rule, "__doc__", "") else ""


LISTED = numbered(
    "Q",
    (
        *_NUMBERS,
        *((name, _FORMS[name], "") for name in FORMS),
        *((name, _JOINS[name], "") for name, _ in JOINS),
        *_CARRIED,
        *_NOUNS,
        *((name, f"the noun is missing: {_doc(rule)}", "") for name, rule in RECOVERIES),
        _TOLD,
    ),
)  # fmt: skip
LISTED_RELATIONS = numbered("R", ((name, f"{relation}: {_doc(rule)}", "") for name, relation, rule in RULES))
