"""Figures read before, and the nouns a number may take over from them or from a phrase."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firsthand.annotate.quantity.figure import Figure
from firsthand.annotate.quantity.nouns import Counted, normal_form
from firsthand.annotate.quantity.people import MEMBERS, counts_people
from firsthand.annotate.quantity.words import Words
from firsthand.records import Span, Token


@dataclass(frozen=True, slots=True)
class Known:
    """A figure read before this one, and what it counts."""

    figure: Figure
    counted: Counted | None


Recovery = Callable[[Words, Figure, Sequence[Known]], Counted | None]


def copy(counted: Counted) -> Counted:
    """Gives what an earlier figure counted, for one that leaves it out."""
    return Counted(counted.noun, counted.spans, True, "")


def named(tokens: tuple[Token, ...], text: str) -> Counted:
    """Gives a phrase as what is counted; a plain noun that opens a sentence loses its capital."""
    noun = normal_form(tokens, text)
    if tokens[0].tag in ("NN", "NNS") and noun[1:2].islower():
        noun = noun[0].lower() + noun[1:]
    return Counted(noun, (Span(tokens[0].start, tokens[-1].end),), True, "")


def members(words: Words, phrase: tuple[Token, ...]) -> Counted:
    """Gives the people or things behind a noun that stands for many ("a crowd", "the fleet"), or the phrase itself."""
    found = named(phrase, words.text)
    many = MEMBERS.get(found.noun.lower()) or MEMBERS.get(phrase[-1].text.lower())
    return Counted(many, found.spans, True, "") if many else found


def one_measure(one: Figure, other: Figure) -> bool:
    """Says whether two figures may count one thing: both in money or neither, a share of either."""
    money = one.unit is not None and one.unit.kind == "money"
    return (
        money == (other.unit is not None and other.unit.kind == "money")
        or (other.unit is not None and other.unit.kind == "percent")
        or other.kind == "fraction"
    )


def phrase_ending_at(words: Words, index: int, floor: int) -> tuple[Token, ...] | None:
    """Gives the noun phrase whose head is the token at `index`, or None when that is no noun."""
    if index < 0 or words.tokens[index].tag not in ("NN", "NNS", "NNP", "NNPS") or words.tokens[index].start < floor:
        return None
    first = index
    while (
        first > 0
        and words.tokens[first - 1].start >= floor
        and words.tokens[first - 1].tag in ("NN", "NNS", "NNP", "NNPS", "JJ")
    ):
        first -= 1
    return tuple(words.tokens[first : index + 1])


def is_person(counted: Counted) -> bool:
    """Says whether people are counted."""
    return counts_people(counted.noun.split()[-1].lower())


def antecedents(words: Words, figure: Figure, known: Sequence[Known]) -> list[Counted]:
    """Gives what earlier figures of this sentence and the one before counted, the likeliest first.

    Nearest first, but a figure behind a preposition of place or time ("at four ports") is only taken when no other is there.
    """
    here = words.sentence_index(figure.start)
    unit = figure.unit.name if figure.unit else None
    alike: list[Counted] = []
    strong: list[Counted] = []
    weak: list[Counted] = []
    for row in reversed(known):
        distance = here - words.sentence_index(row.figure.start)
        if distance > 2 or words.block_index(row.figure.start) < words.block_index(figure.start) - 1:
            break
        counted = row.counted
        if (
            counted is None
            or (row.figure.unit is not None and row.figure.unit.kind == "time")
            or not one_measure(row.figure, figure)
        ):
            continue
        lead = words.text[max(0, row.figure.start - 24) : row.figure.start]
        aside = (
            re.search(
                r"\b(?:in|at|through|across|over|on|within|after|with|from|between|near|including|among them|of whom)\s(?:the\s)?(?:at least\s|about\s|some\s)?$",
                lead,
            )
            and not counted.elided
        )
        measured = unit is not None and row.figure.unit is not None and row.figure.unit.name == unit
        (alike if measured else weak if aside else strong).append(counted)
    return alike + strong + weak
