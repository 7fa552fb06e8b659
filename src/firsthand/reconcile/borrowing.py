"""Borrowed numbers: words that say an asserter only passes on somebody else's figure.

A minister who reads out a company's number is no second origin of it. The cue stands in the sentence of the figure or in the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("citing", re.compile(r"\b(?:citing|quoting|relying on|based on|drawing on|referr(?:ed|ing) to|pointing to|attributed (?:it|the (?:figure|number|count)) to|credited)\b", re.I)),
    ("supplied by", re.compile(r"\b(?:numbers?|figures?|counts?|data|tolls?|totals?)\s+(?:was |were |is |are )?(?:supplied|provided|compiled|collected|given|released|issued|published|reported)\s+(?:to \w+ )?by\b", re.I)),
    ("another's figure", re.compile(r"\b(?:was|is|were|are) (?!not\b)(?:the |that of the )?[\w’' -]{3,40}(?:'s|’s)\s*(?:own )?(?:figures?|numbers?|counts?|tolls?|,|\.)", re.I)),
    ("read from", re.compile(r"\b(?:number|figure|count|toll|total)s?\s+(?:that |which )?(?:\w+ )?(?:read|took|taken|drawn|copied|repeated|lifted) (?:out )?from\b", re.I)),
    ("no count of its own", re.compile(r"\b(?:does(?:n't|n’t| not)|did(?:n't|n’t| not)|do not|has(?:n't| not)|had|has|have|there (?:was|were|is)) (?:do |make |keep |carry out )?(?:no |any |not )?(?:counts?|figures?|numbers?|estimates?|tally|none)\s*(?:,|of (?:its|his|her|their) own|at this time of its own)", re.I)),
    ("none of its own", re.compile(r"\b(?:none|no (?:figure|number|count|estimate)) of (?:its|his|her|their) own\b|\bthere was none\b", re.I)),
    ("not his own count", re.compile(r"\b(?:not|never) (?:his|her|its|their) own (?:counts?|figures?|numbers?|tally|toll|list|estimate)\b", re.I)),
    ("reading out", re.compile(r"\b(?:read(?:s|ing)?|quot(?:ed|ing)) (?:it |them |out )?(?:from|off) (?:a |the |an? )?[\w’' -]{3,40}(?:'s|’s)\s+(?:list|register|report|sheet|bulletin|tally)\b", re.I)),
    ("informed by", re.compile(r"\b(?:informs?|informed|tells?|told|advised|briefed) (?:me|us) (?:of|that)\b", re.I)),
    ("reported", re.compile(r"\b(?:were|was|had been) (?:reportedly|reported (?:dead|killed|injured|missing|wounded))", re.I)),
)  # fmt: skip


def borrowed_from(
    text: str, sentence: tuple[int, int], sentences: Sequence[tuple[int, int]], number: int | None = None
) -> str | None:
    """Gives the words that say the figure of this sentence is another's, or None. `number` is where the figure's number begins.

    >>> text = "The envoy spoke of 40 dead. It was the coast guard's figure, an aide said."
    >>> borrowed_from(text, (0, 27), [(0, 27), (27, len(text))])
    "was the coast guard's figure"
    """
    if number is not None and (rejected := _REJECTED.search(text, sentence[0], number)):
        return rejected.group().strip(" ,")
    following = next((s for s in sentences if s[0] >= sentence[1]), None)
    stretches = [sentence] + (
        [following] if following and "\n\n" not in text[sentence[1] - 1 : following[0] + 2] else []
    )
    for start, end in stretches:
        for name, pattern in CUES:
            match = pattern.search(text, start, end)
            if start != sentence[0] and name in _OF_THE_NEXT and match and _NUMBER.search(text, match.end(), end):
                continue  # the next sentence cites somebody for a number of its own
            if match and (name not in _ONLY_QUOTED or _is_quoted(text, match.start())):
                return match.group().strip(" ,.")
    return None


# "It was 51, not 48": the number that somebody rejects is somebody else's.
_REJECTED = re.compile(
    r"(?:,|\b(?:and|but)\b|—|–)\s+not\s+(?:the\s+)?$|\b(?:rather than|instead of)\s+(?:the\s+)?$", re.I
)
# In the page's own voice "told us" is the page's access, not the speaker's source.
_ONLY_QUOTED = frozenset(["informed by"])
_OF_THE_NEXT = frozenset(["citing"])
_NUMBER = re.compile(r"\d")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")


def _is_quoted(text: str, place: int) -> bool:
    """Says whether a place stands in a quotation of its paragraph."""
    start = text.rfind("\n\n", 0, place) + 1
    end = text.find("\n\n", place)
    return any(m.start() < place < m.end() for m in _QUOTED.finditer(text, start, end if end >= 0 else len(text)))
