"""How firmly a claim is put: the one place that decides which status wins.

Rows stand in the order of precedence: the first that fits decides. A withdrawal outranks a denial, a denial a refusal, a refusal a
confirmation; hearsay counts only where nobody is named; then possibility, plan and forecast; the rest is asserted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firsthand.claims.content import word_set
from firsthand.claims.draft import Draft
from firsthand.claims.lexicon import words
from firsthand.claims.view import FINITE, Line, View
from firsthand.records import Span, Status, StatusCue

_DENYING = words("deny reject dismiss dispute refute rebut contest contradict")
_CORRECTING = words("correct retract withdraw revise clarify recant")
_CONFIRMING = words("confirm acknowledge concede admit verify")
_PLANNING = words("promise pledge vow plan threaten intend aim offer")
_FORETELLING = words("predict forecast expect anticipate project see bet")
_WEIGHING = words("float mull")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a row looks at: the draft, cues outside its content that govern it (`over`), and cues inside (`inside`)."""

    draft: Draft
    over: tuple[StatusCue, ...]
    inside: tuple[StatusCue, ...]
    called_false: bool = False

    def first(self, status: Status, *, over: bool = True, inside: bool = True) -> str | None:
        """Gives the rule of the first cue of this status, or None."""
        found = [*(self.over if over else ()), *(self.inside if inside else ())]
        return next((c.rule or c.status for c in found if c.status == status), None)


Row = tuple[Status, Callable[[Seen], str | None]]


def _corrected(seen: Seen) -> str | None:
    if seen.draft.lemma in _CORRECTING and not seen.draft.refused:
        return f"verb {seen.draft.lemma}"
    return seen.first("corrected")


_CALLED_FALSE = re.compile(
    r"\bas [“‘\"']?(?:an? |the |mere |pure |outright |\w+ly )*(?:invention|fabrication|lies?|fakes?|nonsense|hoax|fiction|falsehood|slander|provocation|false|untrue|"
    r"baseless|unfounded|fabricated|fake)\b",
    re.I,
)


def _denied(seen: Seen) -> str | None:
    if (
        seen.draft.lemma in ("describe", "dismiss", "denounce", "brand", "condemn")
        and not seen.draft.refused
        and seen.called_false
    ):
        return f"verb {seen.draft.lemma} as false"
    if seen.draft.lemma in _DENYING and not seen.draft.refused:
        return f"verb {seen.draft.lemma}"
    rule = None if seen.draft.refused else seen.first("denied")
    long = sum(s.end - s.start for s in seen.draft.content) > 40
    return None if rule and rule.startswith("elliptical") and long else rule


def _not_confirmed(seen: Seen) -> str | None:
    if seen.draft.refused and seen.draft.lemma not in words("recommend believe think expect want ask"):
        return "the cue itself is negated"
    return seen.first("not confirmed")


def _confirmed(seen: Seen) -> str | None:
    if seen.draft.lemma in _CONFIRMING and not seen.draft.refused:
        return f"verb {seen.draft.lemma}"
    return seen.first("confirmed", inside=not seen.draft.attributed)


def _reported(seen: Seen) -> str | None:
    return None if seen.draft.attributed else seen.first("reported")


def _possible(seen: Seen) -> str | None:
    return f"verb {seen.draft.lemma}" if seen.draft.lemma in _WEIGHING else seen.first("possible")


def _planned(seen: Seen) -> str | None:
    return f"verb {seen.draft.lemma}" if seen.draft.lemma in _PLANNING else seen.first("planned")


def _forecast(seen: Seen) -> str | None:
    return f"verb {seen.draft.lemma}" if seen.draft.lemma in _FORETELLING else seen.first("forecast")


PRECEDENCE: tuple[Row, ...] = (
    ("corrected", _corrected),
    ("denied", _denied),
    ("not confirmed", _not_confirmed),
    ("confirmed", _confirmed),
    ("reported", _reported),
    ("possible", _possible),
    ("planned", _planned),
    ("forecast", _forecast),
)


def status_of(view: View, draft: Draft, cues: Sequence[StatusCue]) -> tuple[Status, str]:
    """Gives the status of a draft and the name of the rule that decided it."""
    if draft.status is not None:
        return draft.status, draft.status_rule
    seen = Seen(
        draft,
        tuple(c for c in cues if _governs(view, draft, c)),
        tuple(c for c in cues if _inside(view, draft, c)),
        any(_CALLED_FALSE.search(s.of(view.text)) for s in draft.content),
    )
    for status, row in PRECEDENCE:
        rule = row(seen)
        if rule is not None:
            return status, rule
    return "asserted", "nothing weakens or strengthens it"


def _governs(view: View, draft: Draft, cue: StatusCue) -> bool:
    """Says whether a cue outside the content rules over it: it is the reporting verb itself, or its scope takes the content in."""
    if any(cue.span.overlaps(s) for s in draft.cue):
        return True
    if any(cue.span.overlaps(s) for s in draft.content):
        return False
    line = view.lines[draft.line]
    if not line.span.overlaps(cue.span) or any(cue.span.overlaps(s) for s in draft.source):
        return False
    return _share(view, draft, cue) >= 0.6 and not draft.attributed


def _inside(view: View, draft: Draft, cue: StatusCue) -> bool:
    """Says whether a cue inside the content is about the content as a whole: its scope holds the beginning or most of the words."""
    if not any(s.contains(cue.span) for s in draft.content):
        return False
    first = draft.content[0]
    opening = view.line_at(first.start)
    if opening is not None and cue.span.start >= opening.span.end and first.contains(cue.span):
        return False  # a later sentence of a long quotation does not set the status of the first
    starts = any(cue.scope.start <= s.start < cue.scope.end for s in draft.content)
    return (
        starts or _share(view, draft, cue) >= 0.5 or (opening is not None and _main_verb_is_cued(opening, first, cue))
    )


def _main_verb_is_cued(line: Line, content: Span, cue: StatusCue) -> bool:
    """Says whether no other clause but a fronted one ("As they work on, …") has a verb before the cue."""
    before = [i for i, t in enumerate(line.tokens) if content.start <= t.start < cue.span.start]
    if before and line.word(before[0]) in ("as", "while", "when", "after", "although", "if", "since"):
        comma = next((i for i in before if line.tokens[i].text == ","), None)
        before = [i for i in before if comma is not None and i > comma] if comma is not None else before
    return not any(line.tag(i) in FINITE for i in before)


def _share(view: View, draft: Draft, cue: StatusCue) -> float:
    content = word_set(view, draft.content)
    return len(content & word_set(view, (cue.scope,))) / len(content) if content else 0.0
