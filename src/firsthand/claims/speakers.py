"""Who is meant by the words that name a source: a person, a state behind its capital, a body, a document, or somebody unnamed.

The steps are tried in the order of the table at the end; each says in `why` what it did. Nobody is guessed: a role without a name is a
typed unnamed node, a pronoun that the parse left open stays open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from firsthand.claims.lexicon import DOCUMENT, INSTITUTION, UNNAMED, UNNAMED_BODY, words
from firsthand.claims.outlets import plain_name
from firsthand.claims.view import View
from firsthand.gazetteer import Gazetteer
from firsthand.records import Mention, Span, Spans, Speaker
from firsthand.text.names import fold

_NAMED = ("person", "body", "outlet", "state")
_POST = re.compile(r"\s+(?:who|which|that|at|in|of|on|from|with|to|near|for|familiar|close|briefed|polled|interviewed|identified|involved|working)\b|,", re.I)
_OWNED = re.compile(r"^(?P<owner>his|her|its|their|my|our)\s+(?P<thing>.+)$", re.I)
_DETERMINER = re.compile(r"^(?:an?|the|one|another|one of(?: the)?|some of(?: the)?|his|her|its|their|my|our)\s+", re.I)
_NUMBER = re.compile(r"^(?P<number>\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|several|dozens of|a dozen|some|many|both)\b", re.I)
_BOTH = words("both neither either they the_two the_pair")
_COLLECTIVE = re.compile(r"^(?:both|neither|either)(?: (?:nations|countries|sides|states|governments|capitals|men|women|leaders))?$|^(?:the two|the pair|they)(?: \w+)?$", re.I)


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


def resolve(view: View, source: Spans, *, at: int | None = None) -> Speaker:
    """Gives the speaker that a source's words stand for; `at` is the place from which pronouns look back."""
    span = Span(source[0].start, source[-1].end)
    text = " ".join(span.of(view.text).split()).strip(" ,;:")
    post = _POST.search(text)
    head = text[: post.start()] if post and post.start() > 0 else text
    relative = re.search(r"\s(?:who|which|whose|that)\b", text)
    reach = Span(span.start, span.start + len(span.of(view.text)[: relative.start()])) if relative and relative.start() > 0 else span
    asked = Asked(view, source, text, head, tuple(view.mentions_in(reach)), at if at is not None else span.start)
    for step in _STEPS:
        found = step(asked)
        if found is not None:
            return found
    return Speaker(name=plain_name(asked.words), kind="body", spans=source, why=("words as they stand",))


# --- steps ----------------------------------------------------------------------------------------------------------


def _several(asked: Asked) -> Speaker | None:
    """ "Both", "they" for two, "Lund and Berg": several speakers under one cue."""
    if _COLLECTIVE.match(asked.words):
        mention = next((m for m in asked.mentions if ";" in m.name), None)
        names = tuple(part.strip() for part in mention.name.split(";")) if mention else _pair_before(asked)
        if len(names) == 2:
            return _joined(asked, names, "the two named before")
        return None
    if " and " in asked.words:
        parts = asked.words.split(" and ")
        named = [m for m in asked.mentions if m.kind in _NAMED]
        if len(parts) == 2 and len(named) >= 2 and named[0].name != named[-1].name and named[-1].span.start > asked.spans[0].start + len(parts[0]):
            return _joined(asked, (named[0].name, named[-1].name), "two names joined by and")
        if len(parts) == 2 and all(len(p.split()) == 1 for p in parts):
            return _joined(asked, (parts[0].lower() if parts[0].lower() in ("left", "right") else parts[0], parts[1]), "two names joined by and")
    return None


def _joined(asked: Asked, names: tuple[str, ...], why: str) -> Speaker:
    kinds = {m.kind for m in asked.view.document.mentions if m.name in names}
    kind = "person" if kinds == {"person"} else "state" if "state" in kinds else "body"
    entity = "; ".join(sorted(fold(n) for n in names))
    return Speaker(name="; ".join(names), kind=kind, entity=entity, number=str(len(names)), spans=asked.spans, why=(why,))


def _pair_before(asked: Asked) -> tuple[str, ...]:
    """Gives the two parties named last before these words, where two of one kind stand close together."""
    before = [m for m in asked.view.mentions_before(asked.spans[0].start) if m.kind in _NAMED and m.entity]
    states_only = re.search(r"nation|countr|capital|government|state", asked.words, re.I)
    before = [m for m in before if m.kind == "state"] if states_only else before
    for one, other in zip(before[1:], before, strict=False):
        between = asked.view.text[one.span.end : other.span.start]
        if one.kind == other.kind and one.entity != other.entity and between.strip() in ("and", "and the", "or"):
            return (one.name, other.name)
    distinct = list(dict.fromkeys(m.name for m in before if states_only or m.kind == before[0].kind))
    return tuple(reversed(distinct[:2])) if len(distinct) >= 2 else ()


def _former_or_latter(asked: Asked) -> Speaker | None:
    which = re.match(r"^the (former|latter)$", asked.words, re.I)
    pair = _pair_before(asked) if which else ()
    if which is None or len(pair) != 2:
        return None
    name = pair[0] if which[1].lower() == "former" else pair[1]
    return _from_name(asked, name, f"the {which[1].lower()} of two")


def _from_name(asked: Asked, name: str, why: str) -> Speaker | None:
    mention = next((m for m in asked.view.document.mentions if m.name == name), None)
    return _of_mention(asked, mention, why) if mention else None


def _of_mention(asked: Asked, mention: Mention, why: str) -> Speaker:
    kind = mention.kind if mention.kind in ("person", "body", "state", "outlet") else "person"
    if mention.candidates and not mention.entity:
        return Speaker(name=mention.name, kind=_kind(kind), candidates=mention.candidates, spans=asked.spans, why=(why, mention.why or "ambiguous"))
    return Speaker(
        name=mention.name, kind=_kind(kind), entity=mention.entry or fold(mention.name), spans=asked.spans, why=tuple(w for w in (why, mention.why) if w)
    )


def _kind(kind: str) -> object:
    return kind


def _named(asked: Asked) -> Speaker | None:
    """A person named in the words, or a body, outlet or state that is their head."""
    text, start = asked.view.text, asked.spans[0].start
    end = start + len(asked.head)
    persons = [m for m in asked.mentions if m.kind == "person" and not _owns(text, m)]
    if persons and not _OWNED.match(asked.words) or (persons and "," in asked.words):
        return _of_mention(asked, persons[-1] if len(persons[-1].name.split()) >= len(persons[0].name.split()) else persons[0], "named in the words")
    for mention in reversed(asked.mentions):
        covers_head = mention.span.start < end <= mention.span.end + 1
        if mention.kind in ("body", "outlet", "state") and covers_head and not _owns(text, mention):
            if mention.kind == "state" and mention.span.start > start and asked.noun not in fold(mention.text):
                continue
            return _of_mention(asked, mention, "named in the words")
    return None


def _owns(text: str, mention: Mention) -> bool:
    """Says whether a mention is only the owner of what follows ("Norland's ministry")."""
    after = text[mention.span.end : mention.span.end + 2]
    return mention.text.endswith(("'s", "’s")) or after in ("'s", "’s") or (after[:1] in ("'", "’") and mention.text.endswith("s"))


def _metonym(asked: Asked) -> Speaker | None:
    """A capital or seat that speaks is its state; an institution named by its seat is that institution."""
    bare = re.sub(r"^the ", "", asked.words, flags=re.I)
    if not bare[:1].isupper() or len(bare.split()) > 3:
        return None
    gazetteer = Gazetteer.load()
    entries = gazetteer.seat(bare) or gazetteer.entries(bare)
    if len(entries) == 1:
        kind = entries[0].kind
        return Speaker(name=entries[0].name, kind=_kind(kind), entity=entries[0].id, spans=asked.spans, why=(f"{bare} speaks for {entries[0].name}",))
    return None


def _role_or_pronoun(asked: Asked) -> Speaker | None:
    """A role or pronoun that the parse resolved."""
    for mention in asked.mentions:
        if mention.kind in ("role", "pronoun", "group") and mention.entity and mention.span.start <= asked.spans[0].start + 4:
            owned = _OWNED.match(asked.words)
            if owned and mention.kind == "pronoun":
                continue
            if fold(mention.name) == fold(mention.text) and mention.kind != "pronoun":
                continue
            return _of_mention(asked, mention, f"{mention.text} resolved")
    return None


def _owned(asked: Asked) -> Speaker | None:
    """ "his office", "my commander": somebody or something of somebody known."""
    match = _OWNED.match(asked.words)
    if match is None:
        return None
    thing = _POST.split(match["thing"])[0].strip()
    noun = thing.split()[-1].lower()
    owner = next((m for m in asked.mentions if m.kind == "pronoun" and m.entity), None)
    name = f"{thing} of {owner.name}" if owner else thing
    typed = noun in UNNAMED and noun not in INSTITUTION
    return Speaker(
        name=f"{name} (unnamed)" if typed else name, kind="unnamed" if typed else "body", role=thing, body=owner.name if owner else None,
        entity=None if typed else fold(name), spans=asked.spans, why=("owned by somebody named" if owner else "owner not resolved",),
    )  # fmt: skip


def _document(asked: Asked) -> Speaker | None:
    """A report, letter or poll: it speaks for its maker where one is named, else it is a document without a named author."""
    if asked.noun.rstrip("s") not in DOCUMENT and asked.noun not in DOCUMENT:
        return None
    head = _DETERMINER.sub("", asked.head)
    makers = [m for m in asked.mentions if m.kind in ("body", "outlet", "person", "other") and m.span.start >= asked.spans[0].start + len(asked.head)]
    if makers:
        detail = asked.view.text[makers[0].span.start : makers[0].span.end]
        return Speaker(name=f"{head} ({detail})", kind="document", body=makers[0].name, role=head, entity=fold(f"{head} {detail}"), spans=asked.spans, why=("a document with its maker",))
    return Speaker(name=f"{head} (unnamed author)", kind="document", role=head, spans=asked.spans, why=("a document without a named author",))


def _institution(asked: Asked) -> Speaker | None:
    """An organ of state or its like: its role name is enough."""
    noun = asked.noun
    if noun in UNNAMED and noun not in INSTITUTION:
        return None
    if noun not in INSTITUTION and fold(asked.head).split()[-1] not in INSTITUTION and fold(asked.head) not in INSTITUTION:
        return None
    name = _DETERMINER.sub("", asked.head)
    name = re.sub(r"^neither ", "", name, flags=re.I)
    return Speaker(name=name, kind="body", role=noun, entity=fold(name), spans=asked.spans, why=("an institution by its role",))


def _unnamed(asked: Asked) -> Speaker | None:
    """Somebody without a name: typed by number, role and the body they belong to."""
    if asked.words.lower() in ("he", "she", "it", "they", "i", "we", "who", "his", "her"):
        return Speaker(name=f"{asked.words.lower()} (unnamed)", kind="unnamed", spans=asked.spans, why=("a pronoun that names nobody known",))
    number = _NUMBER.match(asked.words)
    head = re.sub(r"^(?:two|three|four|five|several|some|many|most) of the ", lambda m: m.group().split()[0] + " ", asked.words, flags=re.I)
    head = re.sub(r"^one of (?:them|the)\b", "one", head, flags=re.I)
    post = _POST.search(head)
    detail = head[post.start() :].strip(" ,") if post and post.start() > 0 else ""
    bare = _DETERMINER.sub("", head[: post.start()] if post and post.start() > 0 else head).strip()
    proper = [w for w in bare.split()[1:] if w[:1].isupper()]
    known = asked.noun in UNNAMED or asked.noun in UNNAMED_BODY or asked.noun.rstrip("s") in UNNAMED
    if bare == "one" or not bare:
        bare = "one of several"
    if not known and (bare[:1].isupper() and asked.head[:1].isupper() and not asked.head.split()[0].lower() in ("a", "an", "the", "some", "other") and len(bare.split()) > 1 and proper):
        return None
    if not known and bare[:1].isupper() and not asked.words[:1].isupper():
        return None
    name = bare[:1].lower() + bare[1:] if bare.split()[0].lower() in UNNAMED or asked.words[: len(bare)] != bare or known else bare
    label = f"{name} (unnamed, {detail})" if detail else f"{name} (unnamed)"
    body = next((m.name for m in asked.mentions if m.kind in ("body", "state")), None)
    return Speaker(name=label, kind="unnamed", number=number["number"] if number else None, role=asked.noun, body=body, spans=asked.spans, why=("a source without a name",))


_STEPS: tuple[Callable[[Asked], Speaker | None], ...] = (
    _former_or_latter, _several, _owned, _named, _role_or_pronoun, _metonym, _document, _institution, _unnamed,
)  # fmt: skip
