"""Who is meant by the words that name a source: a person, a state behind its capital, a body, a document, or somebody unnamed.

The steps are tried in the order of the table at the end; each says in `why` what it did. Nobody is guessed: a role without a name is a
typed unnamed node, a pronoun that the parse left open stays open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from firsthand.claims.asked import Asked, head_of
from firsthand.claims.called import (
    apposition,
    body_named_once,
    classed,
    described_outlet,
    one_of_them_named,
    role_named_before,
)
from firsthand.claims.lexicon import DOCUMENT
from firsthand.claims.named import (
    it_of_sentence_before,
    metonym,
    named,
    role_or_pronoun,
    seat_told,
    this_outlet,
)
from firsthand.claims.outlets import plain_name
from firsthand.claims.owners import OWN_PAPER, antecedent, bare_subject, of_owner
from firsthand.claims.several import former_or_latter, several
from firsthand.claims.stretches import DAYS
from firsthand.claims.unnamed import document, institution, owned, unnamed
from firsthand.claims.view import View
from firsthand.records import Span, Spans, Speaker

_PAIR = re.compile(
    r"(?P<one>(?:an?|the|two|three|four|five|several|\d+|his|her|its|their) [^,]+?) and (?P<other>(?:an?|the|two|three|four|five|several|\d+|his|her|its|their) [^,]+)",
    re.I,
)

_BY = re.compile(
    r"(?i:an?|the|one|this|that|its|their) (?:[\w-]+ ){0,3}?(?P<noun>[a-z-]+) (?:(?:led|kept|written|conducted|commissioned|compiled|prepared|issued|drafted|drawn up|carried out|produced|made|signed|given|presented|published|released) (?:(?:on|in|this|last|late|earlier|yesterday|today)(?: [\w-]+){0,2} )?)?(?:jointly )?(?:by|from) (?P<maker>[^,]+?)(?=,|$| (?:that|which|who) )"
)
_SIGNED = re.compile(
    r"(?i:an?|the|one|this|that|its|their) (?:[\w-]+ ){0,3}?(?P<noun>[a-z-]+),? .*?\b(?:signed|written|authored) by (?P<maker>[^,]+)"
)
_PASSED = re.compile(r" and(?: \w+(?:ed|en|wn)\b|$)")
_ITSELF = re.compile(r"(?<=\w) (?:itself|himself|herself|themselves)$")


def resolve(view: View, source: Spans, *, at: int | None = None) -> Speaker:
    """Gives the speaker that a source's words stand for; `at` is the place from which pronouns look back."""
    span = Span(source[0].start, source[-1].end)
    maker = _maker(view, span, at)
    if maker is not None:
        return replace(maker, spans=source)
    if (before := antecedent(view, span)) is not None:
        whose = of_owner(resolve(view, (before,), at=at), span.of(view.text), span)
        if whose is not None:
            return replace(whose, spans=source)
    if (subject := bare_subject(view, span)) is not None:
        return replace(resolve(view, (subject,), at=at), spans=source)
    pair = _PAIR.fullmatch(span.of(view.text))
    if pair is not None and not re.search(r"\b(?:who|which|that|between|both|of|at|from)\b", pair["one"]):
        parts = [Span(span.start + pair.start(g), span.start + pair.end(g)) for g in ("one", "other")]
        one, other = (resolve(view, (part,), at=at) for part in parts)
        if "unnamed" in (one.kind, other.kind) and not one.candidates and not other.candidates:
            return replace(
                one, name=f"{one.name}; {other.name}", entity=None, number="2", spans=source, why=("two joined by and",)
            )
    lead = re.match(r"(?:But|And|Yet) (?=[Tt]he |[Aa]n? |[A-Z])", span.of(view.text))
    if lead is not None and len(source) == 1:
        return replace(resolve(view, (Span(span.start + lead.end(), span.end),), at=at), spans=source)
    text = " ".join(_ITSELF.sub("", span.of(view.text)).split()).strip(" ,;:")
    head = head_of(text)
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
            return _plain(found)
    words_ = asked.head if re.match(r",", text[len(asked.head) :]) else asked.words
    return _plain(Speaker(name=plain_name(words_), kind="body", spans=source, why=("words as they stand",)))


def _maker(view: View, source: Span, at: int | None) -> Speaker | None:
    """Gives who made a document, where its words say so: "a dossier compiled by the Bay Group and shared with …" speaks for the group."""
    match = _BY.match(source.of(view.text)) or _SIGNED.match(source.of(view.text))
    if match is None and (owner := _owner_of_paper(view, source)) is not None:
        if owner.of(view.text).lower() in DAYS:
            return None  # "Sunday's police report"
        who = resolve(view, (owner,), at=at)
        known = not who.candidates and who.kind != "document" and not (who.kind == "unnamed" and who.role is None)
        return replace(who, why=(*who.why, OWN_PAPER)) if known else None
    if match is None or not {match["noun"].lower(), match["noun"].lower().removesuffix("s")} & DOCUMENT:
        return None
    end = source.start + match.end("maker")
    if apposed := re.compile(r", [A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|&))*(?=[,.]|$)").match(view.text, end, source.end):
        end = apposed.end()
    start = source.start + match.start("maker")
    if cut := _PASSED.search(view.text, start, end):
        end = cut.start()
    person = next((m for m in view.mentions_in(Span(start, end)) if m.kind == "person" and m.span.start == start), None)
    who = resolve(view, (person.span if person is not None else Span(start, end),), at=at)
    return None if who.candidates else replace(who, why=(*who.why, "a document speaks for its maker"))


_OWNED_PAPER = re.compile(
    r"(?:(?:the |an? |The |An? )?(?P<owner>[\w’'.-]+(?: [\w’'.-]+){0,4}?)(?:['’]s|(?<=s)['’])|(?P<own>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)) (?:(?:own|[a-z-]+) ){0,3}?(?P<noun>[a-z-]+)"
)
_OF_HIS = re.compile(
    r"(?:an?|the|one|that|this) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+) of (?P<own>his|hers|theirs)\b.*", re.I
)
_OWN_WORDS = frozenset(
    "letter memoir memoirs diary note message email post report draft petition statement testimony notes book submission complaint memo notice bulletin release update".split()
)


def _owner_of_paper(view: View, source: Span) -> Span | None:
    """Gives the owner's words in "the panel's draft", "her letter", "a letter of his": papers in which their owner speaks."""
    text = source.of(view.text).split(",")[0]
    match = _OWNED_PAPER.fullmatch(text) or _OF_HIS.fullmatch(text)
    if match is None or match["noun"].lower() not in _OWN_WORDS:
        return None
    group = "owner" if match.groupdict().get("owner") else "own"
    span = Span(source.start + match.start(group), source.start + match.end(group))
    if group == "own":
        pronoun = next((m for m in view.mentions_in(span) if m.kind == "pronoun" and m.entity), None)
        return pronoun.span if pronoun is not None else None
    return span


def _plain(speaker: Speaker) -> Speaker:
    """Gives the speaker with typewriter apostrophes in the display name, so that two pages' typography makes no two names."""
    return replace(speaker, name=speaker.name.replace("’", "'")) if "’" in speaker.name else speaker


_STEPS: tuple[Callable[[Asked], Speaker | None], ...] = (
    this_outlet, described_outlet, former_or_latter, several, one_of_them_named, apposition, owned, seat_told, named, classed, role_or_pronoun, role_named_before, it_of_sentence_before, metonym,
    document, body_named_once, institution, unnamed,
)  # fmt: skip
