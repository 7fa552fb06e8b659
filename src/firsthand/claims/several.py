"""Several speakers under one cue: "both", "they", "Lund and Berg", "the former"."""

from __future__ import annotations

import re

from firsthand.claims.asked import NAMED, Asked, from_name, of_mention
from firsthand.gazetteer import Gazetteer
from firsthand.records import Mention, Speaker, SpeakerKind
from firsthand.text.names import fold
from firsthand.text.person_nouns import is_person_noun

_STATES_ONLY = re.compile(r"nation|countr|capital|government|state", re.I)
_COLLECTIVE = re.compile(
    r"^(?:both|neither|either)(?: (?:nations|countries|sides|states|governments|capitals|governments|men|women|leaders))?$|^(?:the two|the pair|they)(?: \w+)?$",
    re.I,
)


def several(asked: Asked) -> Speaker | None:
    """ "Both", "they" for two, "Lund and Berg": several speakers under one cue."""
    if _COLLECTIVE.match(asked.words):
        mention = next((m for m in asked.mentions if ";" in m.name), None)
        if mention is None and any(m.kind in ("pronoun", "group") and len(m.candidates) == 1 for m in asked.mentions):
            return None  # people without names: `unnamed` types them
        told = tuple(part.strip() for part in mention.name.split(";")) if mention else ()
        if (chiefs := _plural_body(asked)) is not None:
            return chiefs
        names = _states_here(asked) or told or _pair_before(asked)
        if len(names) == 2:
            return _joined(asked, names, "the two named before")
        return None
    if " and " in asked.words:
        parts = asked.words.split(" and ")
        named = [m for m in asked.mentions if m.kind in NAMED]
        if (
            len(parts) == 2
            and len(named) >= 2
            and named[0].name != named[-1].name
            and named[-1].span.start > asked.spans[0].start + len(parts[0])
        ):
            return _joined(asked, (named[0].name, named[-1].name), "two names joined by and")
        if len(parts) == 2 and all(len(p.split()) == 1 for p in parts):
            names = tuple(_display(part) for part in parts)
            return _joined(asked, names, "two names joined by and")
    return None


def _plural_body(asked: Asked) -> Speaker | None:
    """Gives the body in the plural that "they" is, of the sentence or the one before: "the Joint Chiefs", "the Border Guards"."""
    line = asked.view.line_at(asked.spans[0].start)
    if line is None or asked.words.lower() != "they":
        return None
    start = asked.view.lines[max(line.index - 1, 0)].span.start
    near = [m for m in asked.view.mentions_before(asked.spans[0].start) if m.span.start >= start and m.kind == "body"]
    last = next((m for m in near if m.entity), None)
    noun = last.text.split()[-1].lower() if last is not None else ""
    plural = noun.endswith("s") and (is_person_noun(noun.removesuffix("s")) or noun in ("forces", "authorities"))
    return (
        of_mention(asked, last, "they: the body in the plural")
        if last is not None and plural and not last.entry
        else None
    )


def _display(word: str) -> str:
    """Gives a state for its capital, a common noun in small letters, any other name as it stands."""
    seats = Gazetteer.load().seat(word)
    if len(seats) == 1:
        return seats[0].name
    return word.lower() if word.lower() in ("left", "right") else word


def _joined(asked: Asked, names: tuple[str, ...], why: str) -> Speaker:
    kinds = {m.kind for m in asked.view.document.mentions if m.name in names}
    states = all(e.kind == "state" for n in names for e in Gazetteer.load().entries(n)[:1]) and all(
        Gazetteer.load().entries(n) for n in names
    )
    kind: SpeakerKind = "person" if kinds == {"person"} else "state" if "state" in kinds or states else "body"
    entity = "; ".join(sorted(fold(n) for n in names))
    return Speaker(
        name="; ".join(names), kind=kind, entity=entity, number=str(len(names)), spans=asked.spans, why=(why,)
    )


def _pair_before(asked: Asked) -> tuple[str, ...]:
    """Gives the two parties named last before these words, where two of one kind stand close together."""
    before = [
        m
        for m in asked.view.mentions_before(asked.spans[0].start)
        if m.entity and (m.kind in ("person", "body", "state") or _is_state(m))
    ]
    states_only = _STATES_ONLY.search(asked.words)
    if states_only:
        before = [m for m in before if _is_state(m)]
    for one, other in zip(before[1:], before, strict=False):
        between = asked.view.text[one.span.end : other.span.start]
        if one.kind == other.kind and one.entity != other.entity and between.strip() in ("and", "and the", "or"):
            return (one.name, other.name)
    distinct = list(dict.fromkeys(m.name for m in before if states_only or m.kind == before[0].kind))
    return tuple(reversed(distinct[:2])) if len(distinct) >= 2 else ()


def _states_here(asked: Asked) -> tuple[str, ...]:
    """Gives the two states that "both nations" means when exactly two stand before it in the sentence."""
    line = asked.view.line_at(asked.spans[0].start)
    if line is None or not _STATES_ONLY.search(asked.words):
        return ()
    here = [
        m.name
        for m in asked.view.mentions_in(line.span)
        if _is_state(m) and m.kind != "group" and m.span.end <= asked.spans[0].start and ";" not in m.name
    ]
    names = tuple(dict.fromkeys(here))
    return names if len(names) == 2 else ()


def _is_state(mention: Mention) -> bool:
    return mention.kind == "state" or (mention.entry or "").startswith("state:")


def former_or_latter(asked: Asked) -> Speaker | None:
    which = re.match(r"^the (former|latter)$", asked.words, re.I)
    pair = _pair_before(asked) if which else ()
    if which is None or len(pair) != 2:
        return None
    name = pair[0] if which[1].lower() == "former" else pair[1]
    return from_name(asked, name, f"the {which[1].lower()} of two")
