"""A speaking turn as the steps of `turns` see it: the words that take somebody up, and the statements before them; what sort of speaker one is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.claims.draft import Draft, Made
from firsthand.claims.identified import is_office
from firsthand.claims.lexicon import INSTITUTION, OUTLET_NOUN, UNNAMED_BODY
from firsthand.claims.view import View
from firsthand.records import Span, Speaker

_CALLED_A_THING = re.compile(
    r"[A-Z][\w’'-]*(?: [A-Z&][\w’'-]*)*, (?:which|whose|an? (?:\w+ )*(?:company|firm|charity|group|maker|operator|utility))\b"
)
ROLE = re.compile(r"(?:the|this|that)(?: same)? (?:[a-z-]+ )?(?P<noun>[a-z-]+)", re.I)
REACH = 3  # sentences over which a turn or a venue holds


@dataclass(frozen=True, slots=True)
class Turn:
    """What a step sees: the draft whose source is asked for, what the words alone give, and the statements before it, the last one first."""

    view: View
    draft: Draft
    alone: Speaker
    before: tuple[Made, ...]

    @property
    def words(self) -> str:
        return self.draft.source[0].of(self.view.text).lower()

    @property
    def role(self) -> re.Match[str] | None:
        """Gives the noun of "the paper" in small letters; "the Emergency Service" is a name."""
        text = self.draft.source[0].of(self.view.text).split(",")[0]
        return ROLE.fullmatch(text) if text[1:].islower() else None

    @property
    def last(self) -> Made | None:
        """Gives the statement before with a speaker, headlines left out."""
        return next((m for m in self.before if m[1] is not None and m[0].kind != "headline"), None)

    def within(self, lines: int) -> Speaker | None:
        """Gives the last speaker, where that was at most so many sentences ago."""
        near = self.last is not None and 0 <= self.draft.line - self.last[0].line <= lines
        return self.last[1] if self.last and near else None

    def is_open(self) -> bool:
        """Says whether the words alone name nobody."""
        return self.alone.kind in ("unnamed", "document") and not self.alone.candidates and not self.alone.entity

    def named_between(self) -> bool:
        """Says whether whom the words alone give is named after the last speaker was."""
        if self.last is None:
            return False
        spans = self.last[0].source or self.last[0].content
        start, end = max(s.end for s in spans), self.draft.source[0].start
        between = self.view.mentions_in(Span(start, end)) if start < end else ()
        return any(
            start <= m.span.start and m.span.end <= end and m.name == self.alone.name and m.kind != "pronoun"
            for m in between
        )  # fmt: skip


def noun_of(who: Speaker) -> str:
    """Gives the head noun of a speaker without a name: "rower" of "41-year-old rower of the eight (unnamed)"."""
    head = re.split(r" \(| of | in | at | from | who ", who.name)[0].split()
    return head[-1].lower() if head else ""


def is_noun(who: Speaker, noun: str) -> bool:
    return stem_of(noun_of(who)) == stem_of(noun) or stem_of(noun_of(who)).endswith(f"-{stem_of(noun)}")


def stem_of(noun: str) -> str:
    return noun.removesuffix("s")


def is_plural(who: Speaker) -> bool:
    """Says whether several without a name speak: "two port officials"."""
    return (
        who.kind == "unnamed"
        and (noun_of(who).endswith("s") or noun_of(who) in ("people", "men", "women", "children"))
        and not is_office(who)
    )


def is_thing(view: View, draft: Draft, who: Speaker) -> bool:
    """Says whether a speaker is no person, whatever the parse took the name for: by its own last word or by what stands round it."""
    if who.name.split()[-1].lower() in INSTITUTION | OUTLET_NOUN:
        return True
    if not draft.source:
        return False
    start = draft.source[0].start
    lead = re.match(r"(?:[Tt]he|[Aa]n?) ((?:[a-z-]+ )+)[A-Z]", view.text[start : draft.source[0].end])
    if lead and lead[1].split()[-1] in UNNAMED_BODY | INSTITUTION | OUTLET_NOUN:
        return True
    return (
        who.kind == "person" and _CALLED_A_THING.match(view.text[start : view.lines[draft.line].span.end]) is not None
    )
