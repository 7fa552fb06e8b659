"""Annotations: what the layers found in one document, before claims are made of it."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.records.attribution import Attribution
from firsthand.records.quantity import Quantity, QuantityRelation
from firsthand.records.span import Span
from firsthand.records.status import StatusCue
from firsthand.records.time_place import Place, Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class GiverMark:
    """Words that may name who gives a figure (`quantity`, its id), and the chance that they do; `top` is the most telling of them."""

    quantity: str
    words: Span
    top: Span
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """One tuple a layer, each in text order; a figure's giver marks the likeliest first. Attributions are the outermost ones, as the tagger emits them."""

    attributions: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quantity_relations: tuple[QuantityRelation, ...] = ()
    timexes: tuple[Timex, ...] = ()
    places: tuple[Place, ...] = ()
    status_cues: tuple[StatusCue, ...] = ()
    giver_marks: tuple[GiverMark, ...] = ()
