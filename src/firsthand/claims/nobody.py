"""Words that stand where a speaker would and are nobody's: a bare number, the reader, the dead, a clause, a stretch that says where.

"the missing put at “ten or fewer”", "seven of you have told us", "Take off the 43 living …": to name such words as a speaker would invent one.
"""

from __future__ import annotations

import re

from firsthand.claims.lexicon import UNNAMED
from firsthand.claims.stretches import RELATIVES, Range, head_of
from firsthand.claims.view import FINITE, Line, View
from firsthand.records import Spans, Speaker
from firsthand.text.person_nouns import is_person_noun

_READER = re.compile(r"you|(?:[\w,.]+ )?(?:some|many|most|all|any|one|[\w,.-]+) of you", re.I)
_FIGURE = re.compile(r"\d[\d.,]*")  # no "34-year-old"
_COUNTED_ONLY = frozenset("missing dead death deaths toll fatality fatalities casualties".split())
_LEADS = frozenset(
    "in at on after before for than with without under over during within inside outside near off through despite until since as".split()
)
_TYPED = frozenset(("unnamed", "body"))


def is_nobody(view: View, source: Spans, speaker: Speaker) -> bool:
    """Says whether a source's words name nobody who could speak; names and titles always do."""
    line = view.line_at(source[0].start)
    if line is None or speaker.kind not in _TYPED or speaker.candidates:
        return False
    start, end = line.token_at(source[0].start), line.token_at(source[-1].end - 1) + 1
    words = source[0].of(view.text)
    if _READER.fullmatch(words):
        return not line.quoted[start]
    if line.words[start:end] == ("one",) and line.word(start - 1) == "if":
        return True  # "if one believes the ministry"
    if any(m.kind in ("person", "outlet") and m.span.start == source[0].start for m in view.mentions_in(source[0])):
        return False
    return _is_number(line, (start, end)) or _is_of_the_dead(line, (start, end)) or _is_clause(line, (start, end))


def _is_number(line: Line, part: Range) -> bool:
    """Says whether the words are a figure with or without a thing that it counts: "2,040 in the end", "427 employees on site" are no
    speakers, "12 workers" and "two" are."""
    start = part[0] + (line.tag(part[0]) == "DT")
    if line.tag(start) != "CD" or not _FIGURE.fullmatch(line.tokens[start].text) or line.word(start + 1) == "-":
        return False
    nouns = [k for k in range(start + 1, part[1]) if line.tag(k).startswith("NN")]
    return not any(line.word(k) in UNNAMED or is_person_noun(line.lemma(k)) for k in nouns[:2])


def _is_of_the_dead(line: Line, part: Range) -> bool:
    """Says whether the head is what pages count and what cannot speak: "the missing", "its dead"."""
    return line.word(head_of(line, part)) in _COUNTED_ONLY


def _is_clause(line: Line, part: Range) -> bool:
    """Says whether the words say where or when, bid somebody do something, or hold a verb of their own outside a relative clause."""
    start, end = part
    if (line.word(start) in _LEADS and line.tag(start) in ("IN", "RB")) or (
        line.tag(start) == "VB" and end - start > 2
    ):
        return True
    if any(line.tokens[k].text == ":" for k in range(start, end)):
        return True
    relative = next((k for k in range(start, end) if line.word(k) in RELATIVES | {"what", "than"}), end)
    compared = line.word(start) in ("more", "less", "fewer") and "than" in (line.word(k) for k in range(start, end))
    return compared or any(
        line.lemma(k) in ("be", "have", "do")
        and line.tag(k) in FINITE
        and line.tag(k - 1) != "PRP"  # "sources it did not identify"
        for k in range(start + 1, relative)
    )
