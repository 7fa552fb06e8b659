"""The chain of a claim: from the earliest known speaker through every hand named in the sentence or on the page, to this page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from firsthand.claims.asked import head_of
from firsthand.claims.draft import Draft, Link
from firsthand.claims.lexicon import OUTLET_NOUN, UNNAMED
from firsthand.claims.outlets import is_short_for_host, is_this_outlet, outlet_name, plain_name, same_outlet
from firsthand.claims.speakers import resolve
from firsthand.claims.view import View
from firsthand.records import THE_WRITER, THIS_PAGE, Article, Evidence, Hop, HopKind, Span, Spans, Speaker
from firsthand.text.given_names import gender_of
from firsthand.text.outlet_words import HEADS
from firsthand.text.person_nouns import is_person_noun

_DATELINE = re.compile(r"^(?:[A-Z][\w .,’'/-]{1,60})?\((?P<agency>[^()\n]{2,40})\)\s*[—–-]")
Basis = Literal["sentence", "page"]
_JUDGED = "writer's own judgement"


@dataclass(frozen=True, slots=True)
class Node:
    """One hand of a chain: its name, how it got the words, and the words or the page fact that say so."""

    name: str
    kind: HopKind
    spans: Spans = ()
    evidence: str | None = None


def chain_of(
    view: View, draft: Draft, speaker: Speaker | None, links: Sequence[Link], page: Sequence[Node]
) -> tuple[Hop, ...]:
    """Gives the hops of a draft, never none: at least one from the speaker or the writer to this page. `page` are the hands that the page
    itself names."""
    article = view.document.article
    own_words = draft.kind == _JUDGED or draft.status_rule == "correction notice" or _is_own_reporting(view, draft)
    page = () if own_words else page
    own = speaker is not None and is_this_outlet(article, speaker.name)
    first = speaker.name if speaker and not own else THE_WRITER
    nodes = _without_repeats(article, first, [*(n for link in links for n in _nodes(view, link)), *page])
    if (speaker is None or own) and nodes:
        first, nodes = nodes[0].name, nodes[1:]
    return tuple(_hops(article, first, speaker, nodes, draft))


# "Additional reporting by our staff: …", "From our own correspondent: …": what an agency's report on the page did not bring.
_OWN_REPORTING = re.compile(
    r"(?:(?:(?:[Aa]dditional|[Ff]urther|[Ll]ocal) )?[Rr]eporting (?:by|from) (?:our|this \w+['’]s) [\w ]+"
    r"|(?:[Ff]rom )?[Oo]ur (?:own )?(?:correspondents?|reporters?|staff)[\w ]*)\s?[:—–]\s"
)


def _is_own_reporting(view: View, draft: Draft) -> bool:
    """Says whether a paragraph says of itself that the page's own people reported it: then no agency had it in hand."""
    block = next((b for b in view.document.article.blocks if b.span.start <= draft.start < b.span.end), None)
    return block is not None and _OWN_REPORTING.match(view.text, block.span.start, block.span.end) is not None


def _hops(article: Article, first: str, speaker: Speaker | None, nodes: Sequence[Node], draft: Draft) -> list[Hop]:
    hops, giver = [], first
    own = (*draft.source, *draft.cue) or draft.content
    for node in nodes:
        basis: Basis = "page" if node.evidence else "sentence"
        hops.append(
            Hop(giver=giver, taker=node.name, kind=node.kind, basis=basis, spans=node.spans, evidence=node.evidence)
        )
        giver = node.name
    last: HopKind = "speaks" if not nodes else "rewrites" if nodes[-1].kind == "credits" else "cites"
    if not nodes and first != THE_WRITER and speaker is not None and speaker.kind in ("document", "outlet"):
        last = "cites"
    evidence = nodes[-1].evidence if nodes and nodes[-1].evidence else None
    spans = nodes[-1].spans if nodes else own
    ends: Basis = "page" if evidence else "sentence"
    hops.append(
        Hop(giver=giver, taker=article.outlet or THIS_PAGE, kind=last, basis=ends, spans=spans, evidence=evidence)
    )
    return hops


def _nodes(view: View, link: Link) -> list[Node]:
    """Gives the hands a link names: usually one, two for "the Post and the Herald"; a person who passes words on is resolved like a speaker."""
    spans = (link.party, *link.words)
    if link.name:
        return [Node(link.name, link.kind, spans)]
    text = re.sub(r"^(?:The|An?|His|Her|Its|Their)\b", lambda m: m.group().lower(), link.party.of(view.text))
    head = Span(link.party.start, link.party.start + len(re.split(r", | who | which ", text)[0]))
    if (
        head != link.party
        and " " in text
        and re.match(r"(?:an?|the|two|three|four|several) [a-z-]+(?: [a-z-]+)*$", head.of(view.text))
    ):
        return [Node(resolve(view, (link.party,)).name, link.kind, spans)]  # "two people who spoke to the Post"
    if re.match(r"(?:an?|two|three|four|several) ", text) and (
        _noun(text) in UNNAMED - OUTLET_NOUN or is_person_noun(_noun(text))
    ):
        return [Node(resolve(view, (link.party,)).name, link.kind, spans)]  # "a nurse"
    persons = (
        [
            m
            for m in view.mentions_in(link.party)
            if m.kind == "person"
            and not re.match(r" [A-Z0-9]", view.text[m.span.end : min(m.span.end + 2, link.party.end)])
        ]
        if link.kind != "tells" or text.startswith(("Dr", "Prof"))
        else []
    )
    named = [m for m in view.mentions_in(head) if m.kind in ("outlet", "body")]
    if " and " in text and len({m.name for m in named}) == 2:
        return [Node(m.name, link.kind, spans) for m in named]
    described = any(word in OUTLET_NOUN for word in text.lower().split())
    if persons and not described and (not named or persons[-1].span.end >= head.end):
        return [Node(resolve(view, (link.party,)).name, link.kind, spans)]
    kin = re.match(
        r"(?:his|her|its|their|the|my) (?:[a-z-]+ )*?(?P<role>[a-z]+) (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)$", text
    )
    if kin and is_person_noun(kin["role"]) and not named and not described:
        return [Node(kin["name"], link.kind, spans)]  # "her daughter Ada"
    role = re.match(r"the (?:[a-z-]+ )?(?P<role>[a-z]+)$", text)
    if role and is_person_noun(role["role"]):
        who = resolve(view, (link.party,))
        if who.kind == "person" and not who.candidates:
            return [Node(who.name, link.kind, spans)]  # "the sergeant", who was named before
    if re.match(r"the (?:news )?agency$", text) and _outlet_before(view, link, outlets_only=True) is None:
        return []  # the page's own agency
    if re.match(r"(?:the|his|her|their|its) (?:same (?:[a-z]+ )?|[A-Z][a-z]+ )?[a-z]+$", text):
        earlier = _outlet_before(view, link) if text.startswith("the ") and text.split()[-1] in OUTLET_NOUN else None
        return [
            Node(
                earlier or resolve(view, (link.party,)).name
                if not text.startswith("the ") or earlier
                else plain_name(text),
                link.kind,
                spans,
            )
        ]
    return [Node(outlet_name(view, link.party), link.kind, spans)]


def _noun(text: str) -> str:
    """Gives the head noun of a party's words: "dentist" of "a dentist in Aln"."""
    return head_of(text).split()[-1].lower()


def _outlet_before(view: View, link: Link, *, outlets_only: bool = False) -> str | None:
    """Gives the outlet that "the station" means: the one named last before it."""
    kinds = ("outlet",) if outlets_only else ("outlet", "body")
    return next((m.name for m in view.mentions_before(link.party.start) if m.kind in kinds and m.entity), None)


def page_nodes(view: View) -> list[Node]:
    """Gives the hands that the page itself names: dateline agency, credit lines, original source, in the order words took."""
    article = view.document.article
    found: list[Node] = []
    for block in article.blocks:
        match = _DATELINE.match(block.span.of(article.text)) if block.kind == "body" else None
        if match:
            agency = view.document.article.text[
                block.span.start + match.start("agency") : block.span.start + match.end("agency")
            ]
            agency = _known(agency) if len(agency) == 2 else agency  # "AP" alone tells a reader little
            found.append(Node(agency, "relays", evidence=f"credit: dateline ({agency})"))
            break
    found += [
        Node(name, "credits", evidence=f"byline: {article.byline}") for name in _shared_byline(article) if not found
    ]
    found += [Node(name, "credits", evidence=f"byline: {name}") for name in _byline_of_agency(article) if not found]
    found += [
        Node(_known(_without_stop(e.value)), "credits", (e.span,) if e.span else (), evidence=f"{e.name}: {e.where}")
        for e in _credits(article)
    ]
    if article.original_source and not any(same_outlet(n.name, article.original_source) for n in found):
        where = next((e for e in article.evidence if e.name == "original_source"), None)
        span = (where.span,) if where and where.span else ()
        found.append(
            Node(
                article.original_source,
                "credits",
                span,
                evidence=f"original_source: {where.where if where else 'page'}",
            )
        )
    return found


def _shared_byline(article: Article) -> list[str]:
    """Gives the other outlets of a byline that this one shares with them ("Lake Radio / Bay Wire")."""
    names = [n.strip() for n in re.split(r"\s/\s|\s\|\s", article.byline or "") if n.strip()]
    own = [n for n in names if is_this_outlet(article, n)]
    return [n for n in names if n not in own] if own and len(names) > 1 else []


_BY_LINE = re.compile(r"[Bb]y (?:the )?(?P<name>[A-Z][\w-]{3,}(?: [A-Z][\w-]+){0,3})(?: (?:staff|news desk))?\.?")
_NO_AGENCY = frozenset(
    ["staff", "admin", "editor", "editors", "newsroom", "desk", "correspondent", "reporter", "reporters"]
)


def _byline_of_agency(article: Article) -> list[str]:
    """Gives the agency of a first line "By Norwire": one word, or more that end like an outlet's name; people have two names."""
    first = next((b for b in article.blocks), None)
    match = _BY_LINE.fullmatch(first.span.of(article.text).strip()) if first is not None else None
    words_ = match["name"].split() if match else []
    lone = len(words_) == 1 and words_[0].lower() not in _NO_AGENCY and not gender_of(words_[0])
    return [match["name"]] if match and (lone or (len(words_) > 1 and words_[-1].lower() in HEADS)) else []


def _credits(article: Article) -> list[Evidence]:
    return [
        e
        for e in article.credits
        if e.value and len(e.value) < 60 and not e.value.lower().startswith(("photo", "image", "by "))
    ]


_SHORT = re.compile(r"(?:\b[A-Z]|Inc|Ltd|Corp|Co|Bros)\.$")


def _without_stop(name: str) -> str:
    """Gives a credit without the stop of its sentence ("With reporting from Bay Wire."), an abbreviation's own stop kept."""
    return name if _SHORT.search(name) else name.rstrip(".")


def _known(name: str) -> str:
    from firsthand.gazetteer import Gazetteer

    return Gazetteer.load().canonical(name) or name


def _without_repeats(article: Article, first: str, nodes: Sequence[Node]) -> list[Node]:
    """Gives the nodes without this outlet itself, without the speaker again, and each hand once."""
    kept: list[Node] = []
    for node in nodes:
        if (
            is_this_outlet(article, node.name)
            or (node.kind == "tells" and is_short_for_host(article, node.name))
            or same_outlet(node.name, first)
            or any(same_outlet(node.name, k.name) for k in kept)
        ):
            continue
        kept.append(node)
    return kept
