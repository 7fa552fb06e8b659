"""What a statement is about: its words without those that stand in any statement, cut to rough stems."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Words that stand in any statement: what two statements share must be more than these.
_LITTLE = frozenset(
    "a about after again all also an and any are as at be because been before being between both but by can could did do does down during each few for"
    " from further had has have having he her here hers him his how i if in into is it its just me more most my no nor not now of off on once only or"
    " other our out over own said same say says she should so some still such than that the their them then there these they this those through to too"
    " under until up very was we were what when where which while who whom why will with would you your".split()
)


def content_words(words: str) -> frozenset[str]:
    """Gives the words of a statement that say what it is about, without their commonest endings.

    >>> sorted(content_words("They had warned the harbour office twice"))
    ['harbour', 'offic', 'twic', 'warn']
    """
    found = (word.casefold() for word in _WORD.findall(words))
    return frozenset(_stem(word) for word in found if word not in _LITTLE and len(word) > 2)


def _stem(word: str) -> str:
    word = word.partition("'")[0].partition("’")[0]
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
