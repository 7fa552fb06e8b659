"""Who is meant by the words that name a source: a person, a state behind its capital, a body, a document, or somebody unnamed.

The steps are tried in the order of the table at the end; each says in `why` what it did. Nobody is guessed: a role without a name is a
typed unnamed node, a pronoun that the parse left open stays open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from firsthand.claims.lexicon import DOCUMENT, INSTITUTION, UNNAMED, UNNAMED_BODY, words
from firsthand.claims.outlets import is_this_outlet, plain_name
from firsthand.claims.view import View
from firsthand.gazetteer import Gazetteer
from firsthand.records import Mention, Span, Spans, Speaker
from firsthand.text.names import fold

_NAMED = ("person", "body", "outlet", "state")
_POST = re.compile(
    r"\s+(?:who|which|that|at|in(?! (?:ten|five|three|four|two|\d))|on|from|with|to|near|familiar|close|briefed|polled|interviewed|identified|involved|working)\b|,",
    re.I,
)
_OWNED = re.compile(r"^(?P<owner>his|her|its|their|my|our)\s+(?P<thing>.+)$", re.I)
_DETERMINER = re.compile(r"^(?:an?|the|one|another|one of(?: the)?|some of(?: the)?|his|her|its|their|my|our)\s+", re.I)
_NUMBER = re.compile(
    r"^(?P<number>\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|several|dozens of|a dozen|some|many|both)\b",
    re.I,
)
_STATES_ONLY = re.compile(r"nation|countr|capital|government|state", re.I)
_COLLECTIVE = re.compile(
    r"^(?:both|neither|either)(?: (?:nations|countries|sides|states|governments|capitals|men|women|leaders))?$|^(?:the two|the pair|they)(?: \w+)?$",
    re.I,
)


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
    reach = (
        Span(span.start, span.start + len(span.of(view.text)[: relative.start()]))
        if relative and relative.start() > 0
        else span
    )
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
        told = tuple(part.strip() for part in mention.name.split(";")) if mention else ()
        names = _states_here(asked) or told or _pair_before(asked)
        if len(names) == 2:
            return _joined(asked, names, "the two named before")
        return None
    if " and " in asked.words:
        parts = asked.words.split(" and ")
        named = [m for m in asked.mentions if m.kind in _NAMED]
        if (
            len(parts) == 2
            and len(named) >= 2
            and named[0].name != named[-1].name
            and named[-1].span.start > asked.spans[0].start + len(parts[0])
        ):
            return _joined(asked, (named[0].name, named[-1].name), "two names joined by and")
        if len(parts) == 2 and all(len(p.split()) == 1 for p in parts):
            return _joined(
                asked,
                (parts[0].lower() if parts[0].lower() in ("left", "right") else parts[0], parts[1]),
                "two names joined by and",
            )
    return None


def _joined(asked: Asked, names: tuple[str, ...], why: str) -> Speaker:
    kinds = {m.kind for m in asked.view.document.mentions if m.name in names}
    kind = "person" if kinds == {"person"} else "state" if "state" in kinds else "body"
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


def _this_outlet(asked: Asked) -> Speaker | None:
    """ "The Courier" in the Lakeside Courier: the page's own outlet speaks."""
    article = asked.view.document.article
    if (
        article.outlet
        and re.match(r"(?:the |this )?[A-Z]|this ", asked.words)
        and is_this_outlet(article, re.sub(r"^The ", "the ", asked.words))
    ):
        return Speaker(
            name=article.outlet,
            kind="outlet",
            entity=fold(article.outlet),
            spans=asked.spans,
            why=("the page's own outlet",),
        )
    return None


def _former_or_latter(asked: Asked) -> Speaker | None:
    which = re.match(r"^the (former|latter)$", asked.words, re.I)
    pair = _pair_before(asked) if which else ()
    if which is None or len(pair) != 2:
        return None
    name = pair[0] if which[1].lower() == "former" else pair[1]
    return _from_name(asked, name, f"the {which[1].lower()} of two")


_NAME = re.compile(
    r"^(?P<role>.*[a-z)’']), (?P<name>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|van|von|al|el|bin|da|del|der|la))*)$"
)


def _apposition(asked: Asked) -> Speaker | None:
    """ "The harbour master, Ada Lund": the name after the comma."""
    match = _NAME.match(asked.words)
    if match is None or (match["role"][:1].isupper() and match["role"].split()[0].lower() not in _ARTICLES):
        return None
    start = asked.spans[0].start + match.start("name")
    person = next((m for m in asked.mentions if m.kind == "person" and m.span.end > start), None)
    if person is not None:
        return _of_mention(asked, person, "named in apposition")
    return Speaker(
        name=match["name"],
        kind="person",
        role=match["role"],
        entity=fold(match["name"]),
        spans=asked.spans,
        why=("named in apposition",),
    )


_ARTICLES = words("the a an his her its their my our former")


def _role_named_before(asked: Asked) -> Speaker | None:
    """ "The goalkeeper" after "Goalkeeper Ada Lund": the one person whose name the same word stood before."""
    match = re.match(r"^the (?P<noun>[a-z]+)$", asked.words, re.I)
    if match is None:
        return None
    text = asked.view.text
    named = re.compile(rf"\b(?i:{re.escape(match['noun'])}) (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)")
    found = {m["name"] for m in named.finditer(text, 0, asked.spans[0].start)}
    if len(found) != 1:
        return None
    name = found.pop()
    mention = next((m for m in asked.view.document.mentions if m.kind == "person" and m.name == name), None)
    if mention is not None:
        return _of_mention(asked, mention, f"{match['noun']} named before")
    return Speaker(
        name=name,
        kind="person",
        role=match["noun"],
        entity=fold(name),
        spans=asked.spans,
        why=(f"{match['noun']} named before",),
    )


def _it_of_sentence_before(asked: Asked) -> Speaker | None:
    """ "It" after a sentence that begins with a body's name."""
    if asked.words.lower() != "it" or any(m.entity for m in asked.mentions):
        return None
    line = asked.view.line_at(asked.spans[0].start)
    if line is None or line.index == 0:
        return None
    before = asked.view.lines[line.index - 1]
    words_ = [i for i in range(len(before.tokens)) if before.tokens[i].text[:1].isupper()]
    run = next((k for k in range(len(before.tokens)) if k not in words_), 0)
    if run and all(before.tag(k).startswith("NNP") for k in range(run)) and before.block == line.block:
        name = before.span_of(0, run).of(asked.view.text)
        return Speaker(
            name=name, kind="body", entity=fold(name), spans=asked.spans, why=("subject of the sentence before",)
        )
    return None


def _from_name(asked: Asked, name: str, why: str) -> Speaker | None:
    mention = next((m for m in asked.view.document.mentions if m.name == name), None)
    return _of_mention(asked, mention, why) if mention else None


def _of_mention(asked: Asked, mention: Mention, why: str) -> Speaker:
    if mention.kind == "outlet" and mention.span.overlaps(asked.spans[0]) and mention.text[:1].isupper():
        name = plain_name(mention.text)
        return Speaker(
            name=name, kind="outlet", entity=mention.entry or fold(name), spans=asked.spans, why=(why, mention.name)
        )
    kind = mention.kind if mention.kind in ("person", "body", "state", "outlet") else "person"
    if mention.candidates and not mention.entity:
        return Speaker(
            name=mention.name,
            kind=_kind(kind),
            candidates=mention.candidates,
            spans=asked.spans,
            why=(why, mention.why or "ambiguous"),
        )
    return Speaker(
        name=mention.name,
        kind=_kind(kind),
        entity=mention.entry or fold(mention.name),
        spans=asked.spans,
        why=tuple(w for w in (why, mention.why) if w),
    )


def _kind(kind: str) -> object:
    return kind


def _named(asked: Asked) -> Speaker | None:
    """A person named in the words, or a body, outlet or state that is their head."""
    text, start = asked.view.text, asked.spans[0].start
    end = start + len(asked.head)
    persons = [
        m
        for m in asked.mentions
        if m.kind == "person"
        and not _owns(text, m)
        and (m.span.start < end or text[start : m.span.start].rstrip().endswith(","))
    ]
    whole = _whole_name(asked, persons)
    if whole is not None:
        return whole
    if (persons and not _OWNED.match(asked.words)) or (persons and "," in asked.words):
        return _of_mention(
            asked,
            persons[-1] if len(persons[-1].name.split()) >= len(persons[0].name.split()) else persons[0],
            "named in the words",
        )
    for mention in reversed(asked.mentions):
        covers_head = mention.span.start < end <= mention.span.end + 1
        if mention.kind in ("body", "outlet", "state") and covers_head and not _owns(text, mention):
            if mention.kind == "state" and mention.span.start > start and asked.noun not in fold(mention.text):
                continue
            longer = _DETERMINER.sub("", asked.head)
            if (
                mention.kind in ("body", "outlet")
                and longer[:1].isupper()
                and longer.split()[-1][:1].isupper()
                and len(longer.split()) > len(mention.text.split()) + mention.text.lower().startswith("the ")
            ):
                name = longer  # "the Dockers' Union" where only "Union" was taken for a name
                return Speaker(
                    name=name,
                    kind=mention.kind,
                    entity=mention.entry or fold(name),
                    spans=asked.spans,
                    why=("named in the words",),
                )
            if mention.kind == "body" and re.match(r"[A-Z]\w+(?:['’]s|s['’]) [a-z]", asked.head):
                name = plain_name(asked.head)  # "Norland's foreign ministry" as it stands, known by the gazetteer's id
                return Speaker(
                    name=name,
                    kind="body",
                    entity=mention.entry or fold(mention.name),
                    spans=asked.spans,
                    why=("named in the words", mention.name),
                )
            return _of_mention(asked, mention, "named in the words")
    return None


def _whole_name(asked: Asked, persons: list[Mention]) -> Speaker | None:
    """Gives a person whose name the parse cut short or left out: capitals to the end of the head, an office or title before it dropped."""
    bare = asked.head.split()
    while len(bare) > 1 and (
        bare[0].lower().rstrip(".") in UNNAMED | _OFFICES or bare[0].lower() in ("the", "a", "an", "former", "acting")
    ):
        bare = bare[1:]
    if (
        len(bare) < 2
        or not all(
            w[:1].isupper() and w.replace("-", "").replace("’", "").replace("'", "").replace(".", "").isalpha()
            for w in bare
        )
        or len(bare) > 4
    ):
        return None
    name = " ".join(bare)
    suffix = any(name.endswith(m.text) and len(m.name.split()) < len(bare) for m in persons)
    opened = re.match(rf"{re.escape(asked.head)}, (?:the |a |an |who )?[a-z]", asked.words) is not None
    known = any(m.name == name or m.kind in ("body", "outlet", "state") for m in asked.mentions)
    titled = (
        len(bare) < len(asked.head.split())
        and bare[-1][-2:] not in ("’s", "'s")
        and asked.head.split()[0].lower() not in ("the", "a", "an")
    )
    if suffix or (not known and not persons and (opened or titled)):
        return Speaker(
            name=name, kind="person", entity=fold(name), spans=asked.spans, why=("name read from the words",)
        )
    return None


_OFFICES = words(
    "councillor councilor judge farmer sprinter prosecutor captain colonel general mayor senator inspector sergeant deputy sir dr mr mrs ms professor reverend bishop"
)


def _owns(text: str, mention: Mention) -> bool:
    """Says whether a mention is only the owner of what follows ("Norland's ministry")."""
    after = text[mention.span.end : mention.span.end + 2]
    return (
        mention.text.endswith(("'s", "’s"))
        or after in ("'s", "’s")
        or (after[:1] in ("'", "’") and mention.text.endswith("s"))
    )


def _metonym(asked: Asked) -> Speaker | None:
    """A capital or seat that speaks is its state; an institution named by its seat is that institution."""
    bare = re.sub(r"^the ", "", asked.words, flags=re.I)
    if not bare[:1].isupper() or len(bare.split()) > 3:
        return None
    gazetteer = Gazetteer.load()
    entries = gazetteer.seat(bare) or gazetteer.entries(bare)
    if len(entries) == 1:
        kind = entries[0].kind
        return Speaker(
            name=entries[0].name,
            kind=_kind(kind),
            entity=entries[0].id,
            spans=asked.spans,
            why=(f"{bare} speaks for {entries[0].name}",),
        )
    return None


def _role_or_pronoun(asked: Asked) -> Speaker | None:
    """A role or pronoun that the parse resolved."""
    for mention in asked.mentions:
        if (
            mention.kind in ("role", "pronoun", "group")
            and mention.entity
            and mention.span.start <= asked.spans[0].start + 4
        ):
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
    if "," in asked.words and any(m.kind == "person" for m in asked.mentions):
        return None
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
    after = asked.spans[0].start + len(asked.head)
    makers = [
        m for m in asked.mentions
        if m.kind in ("body", "outlet", "person", "other") and re.fullmatch(r" (?:by|of|from|in) (?:the )?", asked.view.text[after : m.span.start])
    ]  # fmt: skip
    if makers:
        detail = asked.view.text[makers[0].span.start : makers[0].span.end]
        return Speaker(
            name=f"{head} ({detail})",
            kind="document",
            body=makers[0].name,
            role=head,
            entity=fold(f"{head} {detail}"),
            spans=asked.spans,
            why=("a document with its maker",),
        )
    return Speaker(
        name=f"{head} (unnamed author)",
        kind="document",
        role=head,
        spans=asked.spans,
        why=("a document without a named author",),
    )


def _institution(asked: Asked) -> Speaker | None:
    """An organ of state or its like: its role name is enough."""
    noun = asked.noun
    if noun in UNNAMED and noun not in INSTITUTION:
        return None
    if (
        noun not in INSTITUTION
        and fold(asked.head).split()[-1] not in INSTITUTION
        and fold(asked.head) not in INSTITUTION
    ):
        return None
    name = _DETERMINER.sub("", asked.head)
    name = re.sub(r"^neither ", "", name, flags=re.I)
    return Speaker(
        name=name, kind="body", role=noun, entity=fold(name), spans=asked.spans, why=("an institution by its role",)
    )


def _unnamed(asked: Asked) -> Speaker | None:
    """Somebody without a name: typed by number, role and the body they belong to."""
    if asked.words.lower() in ("he", "she", "it", "they", "i", "we", "who", "his", "her"):
        return Speaker(
            name=f"{asked.words.lower()} (unnamed)",
            kind="unnamed",
            spans=asked.spans,
            why=("a pronoun that names nobody known",),
        )
    number = _NUMBER.match(asked.words)
    head = re.sub(
        r"^(?:two|three|four|five|several|some|many|most) of the ",
        lambda m: m.group().split()[0] + " ",
        asked.words,
        flags=re.I,
    )
    head = re.sub(r"^one of (?:them|the)\b", "one", head, flags=re.I)
    post = _POST.search(head)
    detail = head[post.start() :].strip(" ,") if post and post.start() > 0 else ""
    bare = _DETERMINER.sub("", head[: post.start()] if post and post.start() > 0 else head).strip()
    proper = [w for w in bare.split()[1:] if w[:1].isupper()]
    known = asked.noun in UNNAMED or asked.noun in UNNAMED_BODY or asked.noun.rstrip("s") in UNNAMED
    if bare == "one" or not bare:
        bare = "one of several"
    if not known and (
        bare[:1].isupper()
        and asked.head[:1].isupper()
        and asked.head.split()[0].lower() not in ("a", "an", "the", "some", "other")
        and len(bare.split()) > 1
        and proper
    ):
        return None
    if (
        bare[:1].isupper()
        and bare.split()[-1][:1].isupper()
        and (not known or len(bare.split()) > 1)
        and _is_proper(asked)
    ):
        return None
    name = (
        bare[:1].lower() + bare[1:]
        if bare.split()[0].lower() in UNNAMED or asked.words[: len(bare)] != bare or known
        else bare
    )
    label = f"{name} (unnamed, {detail})" if detail else f"{name} (unnamed)"
    body = next((m.name for m in asked.mentions if m.kind in ("body", "state")), None)
    return Speaker(
        name=label,
        kind="unnamed",
        number=number["number"] if number else None,
        role=asked.noun,
        body=body,
        spans=asked.spans,
        why=("a source without a name",),
    )


def _is_proper(asked: Asked) -> bool:
    """Says whether the head's last word is written and tagged as a name."""
    line = asked.view.line_at(asked.spans[0].start)
    last = line.token_at(asked.spans[0].start + max(len(asked.head) - 1, 0)) if line else 0
    return line is not None and line.tag(last).startswith("NNP")


_STEPS: tuple[Callable[[Asked], Speaker | None], ...] = (
    _this_outlet, _former_or_latter, _several, _apposition, _owned, _named, _role_or_pronoun, _role_named_before, _it_of_sentence_before, _metonym,
    _document, _institution, _unnamed,
)  # fmt: skip
