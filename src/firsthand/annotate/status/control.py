"""Planned or forecast: whether a stated future lies in the hands of whoever is to act.

"The ministry will close the road" is a plan, "prices will rise" a forecast. The verb decides, then its subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from firsthand.annotate.status.patterns import words
from firsthand.records import Token

# What happens to people and things, rather than what they do.
_UNCONTROLLED = words(
    "rise fall increase decrease decline drop grow shrink slow worsen improve recover collapse climb soar plunge jump rebound average total exceed "
    "reach hit top survive die lose win fail succeed suffer face need cost last hold know see feel hear happen occur emerge prove pass benefit affect "
    "depend mean matter require cause result lead help come take become melt rain snow flood outlast struggle want like love hate regret remember forget "
    "find seem appear deserve amount belong contain understand stand disappear vanish run arise ensue lag peak outpace damage hurt harm harden deepen "
    "escalate intensify persist continue linger spread tip trigger prompt fuel boost weaken strengthen"
)
_UNDERGONE = words("hit hurt affect kill injure displace lose damage destroy surprise remember force need")
_KEPT = words("open closed shut close idle free available offline online")
_STATES = frozenset({"be", "stay", "remain", "keep"})
_COMPARED = frozenset({"more", "less", "fewer"})


def foreseen_or_planned(tokens: Sequence[Token], first: int, last: int) -> Literal["planned", "forecast"]:
    """Gives "planned" when the verb at or after the cue is something its subject can decide, and "forecast" if not."""
    if any(token.lemma in {"likely", "probably", "inevitably"} for token in tokens[first : last + 1]):
        return "forecast"
    verb = next((i for i in range(last, min(len(tokens), last + 4)) if tokens[i].tag == "VB"), None)
    if verb is None:
        return "forecast"
    if tokens[verb].lemma in _STATES:
        return "planned" if _arranged_state(tokens, verb) else "forecast"
    return "forecast" if tokens[verb].lemma in _UNCONTROLLED else "planned"


def _arranged_state(tokens: Sequence[Token], verb: int) -> bool:
    """Says whether "be" or "stay" is followed by something arranged: a passive of a deed, or "open", "closed", "in place"."""
    for token in tokens[verb + 1 : verb + 5]:
        if token.tag == "VBN":
            return token.lemma not in _UNDERGONE and token.lemma not in _UNCONTROLLED
        if token.lemma in _KEPT:
            return True
        if token.tag == "VBG":
            return token.lemma not in _UNCONTROLLED
        if token.lemma in _COMPARED or token.tag in {"JJR", "JJ", "NN", "NNS", "DT", "CD"}:
            return False
    return False
