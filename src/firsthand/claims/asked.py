"""What the steps of speaker resolution look at, and the speaker that a mention stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from firsthand.claims.lexicon import OFFICES, UNNAMED
from firsthand.claims.outlets import plain_name
from firsthand.claims.view import View
from firsthand.gazetteer import Gazetteer
from firsthand.records import Mention, Spans, Speaker, SpeakerKind
from firsthand.text.given_names import gender_of
from firsthand.text.names import fold
from firsthand.text.person_nouns import is_person_noun

_KINDS: tuple[SpeakerKind, ...] = ("person", "body", "state", "outlet")
NAMED = ("person", "body", "outlet", "state")
POST = re.compile(
    r"(?<!\s)\s+(?:who|whom|which|that|at|in(?! (?:ten|five|three|four|two|\d))|on|from|with|to|near|by(?!-)|led by|kept by|for(?= (?:the|its|his|her|their|an?)\b)|reviewed|seen|obtained|viewed|familiar|close|briefed|polled|interviewed|reached|contacted|quoted|surveyed|identified|involved|working|captured|compiled|written|signed|released|unsealed|photographed|taken|held|wounded|trapped|based|dated|sent|addressed|leaked|shared)\b|,(?!\d)",
    re.I,
)
_NO_NOUN_YET = re.compile(
    r"(?:an?|the|one|another|two|three|four|five|several|some|many|\d+|his|her|its|their|other|newly|recently)(?: (?:newly|recently|other))?",
    re.I,
)
# A role in small letters before "for" and a name: "a spokesman | for Aln Marine"; "the Centre for Boats" is a name.
_SPEAKS_FOR = re.compile(
    r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Tt]wo|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:[a-z-]+ )*?[a-z-]+(?= for [A-Z])"
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

    @property
    def role(self) -> str:
        """Gives the noun that says what somebody is: "governor" of "the governor of Aln", "official" of "an official there"."""
        words = re.split(r" (?:of|there|here)\b", self.head)[0].split()
        return words[-1].lower().strip("’'") if words else self.noun


def head_of(words: str) -> str:
    """Gives a source's words without what follows the noun: "two officials" of "two officials at the port".

    >>> head_of("a spokesman for Aln Marine"), head_of("the mayor, Ada Lund"), head_of("8,000 people")
    ('a spokesman', 'the mayor', '8,000 people')
    """
    role = _SPEAKS_FOR.match(words)
    post = next((m for m in POST.finditer(words) if not _NO_NOUN_YET.fullmatch(words[: m.start()])), None)
    if role is not None and (post is None or role.end() < post.start()):
        return role.group()
    return words[: post.start()] if post and post.start() > 0 else words


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
    if kind == "state" and "metonym" in mention.why and (seat := _institution(mention)):
        return Speaker(
            name=seat, kind="body", entity=mention.entry or fold(seat), spans=asked.spans, why=(why, mention.why)
        )
    if kind == "body" and mention.entity:
        mention = replace(mention, name=_as_written(asked, mention))
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
        kind=_sort_behind(mention),
        entity=key_of(mention),
        spans=asked.spans,
        why=tuple(w for w in (why, mention.why) if w),
    )


def _sort_behind(mention: Mention) -> SpeakerKind:
    """Gives what sort of speaker a mention means, a pronoun or role by whom it was led back to."""
    sort = (mention.entity or "").partition(":")[0] if mention.kind in ("pronoun", "role", "group") else mention.kind
    return "body" if sort == "organ" else sort_of(sort)


def key_of(mention: Mention) -> str:
    """Gives the key across articles of whom a mention means: the gazetteer's id, an organ's of a state, else a normal form of the name."""
    organ = mention.entity if mention.entity and mention.entity.startswith("organ:") else None
    return mention.entry or organ or fold(mention.name)


def _institution(mention: Mention) -> str:
    """Gives the palace or street that a state's government is named by ("Downing Street"), "" for a capital, which is its state."""
    name = plain_name(mention.text)
    seats = Gazetteer.load().seat(name)
    return (
        name if seats and not any(fold(name) == fold(capital) for entry in seats for capital in entry.capitals) else ""
    )


def _as_written(asked: Asked, mention: Mention) -> str:
    """Gives a body's name in the page's own words: the fullest way in which the article names it; its canonical name where it never does."""
    named = [
        m
        for m in asked.view.document.mentions
        if m.entity == mention.entity and m.kind == "body" and m.text[:1].isupper() and "metonym" not in m.why
    ]
    fullest = max(named, key=lambda m: (len(m.text), -m.span.start), default=None)
    return plain_name(fullest.text) if fullest is not None else mention.name


def bare_person(name: str) -> str:
    """Gives a person's name without an office that the parse took into it; at least two words stay.

    >>> bare_person("Councillor Ada Lund"), bare_person("Ada Lund")
    ('Ada Lund', 'Ada Lund')
    """
    words_ = re.sub(r",? (?:[KQ]C|SC|MPs?|MEP|MSP|PhD|MD|OBE|MBE|CBE|Jr\.?|Sr\.?)$", "", name).split()
    while len(words_) > 2 and (
        words_[0].lower().rstrip(".") in UNNAMED | OFFICES
        or (is_person_noun(words_[0].lower()) and not gender_of(" ".join(words_)))
    ):
        words_ = words_[1:]  # "Detective Ada Lund"
    if len(words_) > 3 and not gender_of(name):  # "Environment Secretary Ada Lund"
        at = next(
            (k for k in range(len(words_) - 2, 0, -1) if words_[k - 1].lower().rstrip(".") in UNNAMED | OFFICES), 0
        )
        words_ = words_[at:]
    return " ".join(words_)


def owns(text: str, mention: Mention) -> bool:
    """Says whether a mention is only the owner of what follows ("Norland's ministry")."""
    after = text[mention.span.end : mention.span.end + 2]
    return (
        mention.text.endswith(("'s", "’s"))
        or after in ("'s", "’s")
        or (after[:1] in ("'", "’") and mention.text.endswith("s"))
    )
