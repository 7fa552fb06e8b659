"""What the steps of speaker resolution look at, and the speaker that a mention stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from firsthand.claims.lexicon import OFFICES, UNNAMED
from firsthand.claims.outlets import plain_name
from firsthand.claims.view import View
from firsthand.records import Mention, Spans, Speaker, SpeakerKind
from firsthand.text.names import fold

_KINDS: tuple[SpeakerKind, ...] = ("person", "body", "state", "outlet")
NAMED = ("person", "body", "outlet", "state")
POST = re.compile(
    r"\s+(?:who|which|that|at|in(?! (?:ten|five|three|four|two|\d))|on|from|with|to|near|by|led by|kept by|for(?= (?:the|its|his|her|their|an?)\b)|reviewed|seen|obtained|viewed|familiar|close|briefed|polled|interviewed|reached|contacted|quoted|surveyed|identified|involved|working)\b|,",
    re.I,
)
OWNED = re.compile(r"^(?P<owner>his|her|its|their|my|our)\s+(?P<thing>.+)$", re.I)
DETERMINER = re.compile(r"^(?:an?|the|one|another|one of(?: the)?|some of(?: the)?|his|her|its|their|my|our)\s+", re.I)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a step sees: the document, the source's spans, its words, its head words (without what follows the noun), its mentions."""

    view: View
    spans: Spans
    words: str
    head: str
    mentions: tuple[Mention, ...]
    at: int

    @property
    def noun(self) -> str:
        """Gives the last word of the head, lower case."""
        return self.head.split()[-1].lower().strip("’'") if self.head.split() else ""


def from_name(asked: Asked, name: str, why: str) -> Speaker | None:
    mention = next((m for m in asked.view.document.mentions if m.name == name), None)
    return of_mention(asked, mention, why) if mention else None


def sort_of(kind: str) -> SpeakerKind:
    """Gives the kind of speaker that a mention's or entry's kind makes: whoever is none of the others is a person."""
    for known in _KINDS:
        if kind == known:
            return known
    return "person"


def of_mention(asked: Asked, mention: Mention, why: str) -> Speaker:
    if mention.kind == "outlet" and mention.span.overlaps(asked.spans[0]) and mention.text[:1].isupper():
        name = plain_name(mention.text)
        return Speaker(
            name=name, kind="outlet", entity=mention.entry or fold(name), spans=asked.spans, why=(why, mention.name)
        )
    kind = mention.kind
    if kind in ("person", "role", "pronoun") and mention.name != bare_person(mention.name):
        mention = replace(mention, name=bare_person(mention.name))
    if mention.candidates and not mention.entity:
        return Speaker(
            name=mention.name,
            kind=sort_of(kind),
            candidates=mention.candidates,
            spans=asked.spans,
            why=(why, mention.why or "ambiguous"),
        )
    return Speaker(
        name=mention.name,
        kind=sort_of(kind),
        entity=mention.entry or fold(mention.name),
        spans=asked.spans,
        why=tuple(w for w in (why, mention.why) if w),
    )


def bare_person(name: str) -> str:
    """Gives a person's name without an office that the parse took into it; at least two words stay.

    >>> bare_person("Councillor Ada Lund"), bare_person("Ada Lund")
    ('Ada Lund', 'Ada Lund')
    """
    words_ = name.split()
    while len(words_) > 2 and words_[0].lower().rstrip(".") in UNNAMED | OFFICES:
        words_ = words_[1:]
    return " ".join(words_)


def owns(text: str, mention: Mention) -> bool:
    """Says whether a mention is only the owner of what follows ("Norland's ministry")."""
    after = text[mention.span.end : mention.span.end + 2]
    return (
        mention.text.endswith(("'s", "’s"))
        or after in ("'s", "’s")
        or (after[:1] in ("'", "’") and mention.text.endswith("s"))
    )
