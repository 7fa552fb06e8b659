"""Through whose hands a speaker's words came when his sentence does not say: the venue holds until a new one is named.

"He said" after "he told the Herald" is the same interview; "told a meeting", "on Telegram" or another speaker's turn ends it. Pronouns and
short names of hands are given the names they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from firsthand.claims.draft import Draft, Link, Made
from firsthand.claims.floating import answers
from firsthand.claims.lexicon import DOCUMENT, OUTLET_NOUN, VENUE, words
from firsthand.claims.outlets import outlet_name
from firsthand.claims.owners import OWN_PAPER
from firsthand.claims.relays import as_link, find_links
from firsthand.claims.speakers import resolve
from firsthand.claims.turn import REACH, ROLE
from firsthand.claims.turns import speaker_of
from firsthand.claims.view import View
from firsthand.records import Speaker
from firsthand.text.names import fold

_BACK = re.compile(r"\b(?:in|during|from) the (?:same )?(?:interview|report|article|conversation|broadcast)\b", re.I)
_SAME_PAPER = re.compile(
    r"\b(?:in|from|during) (?:(?:the|that|this) (?:same )?(?P<noun>[a-z-]+)|(?P<it>it))\b|\b(?P<there>there)\W*$", re.I
)
_OTHER_VENUE = re.compile(
    r"\b(?:[Ii]n|[Oo]n|[Aa]t|[Vv]ia|[Bb]y)\b(?: (?:an?|the|his|her|its|their|another))?(?: [\w-]+){0,2} (?:statement|conference|briefing|hearing|speech|rally|letter|post"
    r"|tweet|e-?mail|notes|memo|report|interview|podcast|programme|broadcast)s?\b|\bon (?:Telegram|Instagram|X|Facebook|Twitter|TikTok|WhatsApp|social media)\b"
)
_PRONOUNS = words("it he she they")
_TELLS = words("tell inform assure notify")

_OF_HIM = re.compile(r"\b(?:him|his|hers?)\b|(?<=[“\"])[^”\"?]*\bs?he\b", re.I)


def links_of(view: View, draft: Draft, speaker: Speaker, made: Sequence[Made]) -> tuple[Link, ...]:
    """Gives the links of a draft: its own, or those of the speaker's statement before while no new venue is named."""
    if draft.links:
        return draft.links
    before = (m for m in reversed(made) if m[0].attributed and m[1] is not None and m[0].kind != "headline")
    beside = _beside(view, draft)
    if _BACK.search(beside) or _same_paper(view, draft, beside):
        handed = [m for m in before if m[2]]
        own = (m for m in handed if m[1] is not None and m[1].name == speaker.name)
        return next((m[2] for m in (*own, *handed)), ()) or _paper_before(view, draft, made)
    if _OTHER_VENUE.search(beside) or draft.lemma in _TELLS:
        return ()
    last = next(before, None)
    if announced := _announced(view, draft, speaker, made):
        return announced
    if last is not None and _is_out_of_paper(last, draft):
        return last[2]
    if last is None or last[1] is None or not _goes_on(last[1], speaker) or draft.line - last[0].line > REACH:
        return ()
    told = "; " not in speaker.name or any(link.kind == "tells" for link in last[2])
    paper = any("whose words these were" in why for why in speaker.why)
    return tuple(link for link in last[2] if paper or link.rule not in ("made by", "handed to")) if told else ()


def _same_paper(view: View, draft: Draft, beside: str) -> bool:
    """Says whether words stand in the paper or call that an earlier sentence named: "writes in it", "she said in the same call"."""
    match = _SAME_PAPER.search(beside)
    if match is None:
        return False
    before = [line for line in view.lines[max(draft.line - REACH, 0) : draft.line] if line.kind == "body"]
    if match["noun"]:
        noun = match["noun"].lower()
        if "same" in match.group() and noun in DOCUMENT | VENUE:
            return True
        named = re.compile(rf"\b(?:in|on|by|through|from) (?:an?|his|her|its|their) (?:[\w-]+ )*?{re.escape(noun)}\b")
        return any(named.search(view.text, line.span.start, line.span.end) for line in before)
    return bool(before) and any(
        before[-1].lemma(k) in DOCUMENT and before[-1].tag(k) == "NN" and not before[-1].quoted[k]
        for k in range(len(before[-1].tokens))
    )


def _paper_before(view: View, draft: Draft, made: Sequence[Made]) -> tuple[Link, ...]:
    """Gives the hands of a paper of which the sentence before tells, where nobody speaks there: "A letter of his was printed by the Herald"."""
    line = view.lines[draft.line - 1] if draft.line else None
    if line is None or line.kind != "body" or any(m[0].line == line.index and m[0].attributed for m in made):
        return ()
    return tuple(as_link(line, f) for f in find_links(view, line, [(0, len(line.tokens))]) if f.kind == "relays")


def _announced(view: View, draft: Draft, speaker: Speaker, made: Sequence[Made]) -> tuple[Link, ...]:
    """Gives whom the sentence before says that the speaker spoke to, where it reports nothing itself: "Lund spoke to Radio Aln. “…,” she said"."""
    line = view.lines[draft.line - 1] if draft.line else None
    if line is None or line.kind != "body" or any(m[0].line == line.index and m[0].attributed for m in made):
        return ()
    found = [f for f in find_links(view, line, [(0, len(line.tokens))]) if f.kind == "tells"]
    before = {m.name for m in view.mentions_in(line.span) if found and m.span.end <= line.tokens[found[0].at].start}
    own = speaker.name in before or (speaker.kind == "unnamed" and not any(" " in name for name in before))
    return tuple(as_link(line, f) for f in found) if found and own else ()


def _is_out_of_paper(last: Made, draft: Draft) -> bool:
    """Says whether words are quoted out of the papers just cited: "…, according to emails leaked to the Post. “Nobody knows,” one clerk wrote"."""
    paper = last[1] is not None and last[1].kind == "document"
    return paper and bool(last[2]) and draft.lemma in ("write", "read") and draft.line - last[0].line <= 1


def _goes_on(before: Speaker, now: Speaker) -> bool:
    """Says whether the same speaker goes on, or one of those without a name who spoke."""
    if any(why.endswith(OWN_PAPER) for why in now.why):
        return False  # "its first notice" came through no hand of the statement before
    one_of = "one of the speakers before" in now.why and before.kind == "unnamed"
    return before.name == now.name or one_of


def with_venues(view: View, made: Sequence[Made]) -> list[Made]:
    """Gives the statements, those of a speaker who goes on with the hands of his statement before; told the same party again is the same venue."""
    found: list[Made] = []
    for draft, speaker, links in made:
        if draft.source and not draft.inner and speaker is not None and draft.kind != "headline":
            if not links:
                links = links_of(view, draft, speaker, found)
            elif len(links) == 1:
                same = (
                    m[2] for m in reversed(found) if m[1] is not None and m[1].name == speaker.name and len(m[2]) > 1
                )
                links = next((s for s in same if _party(view, s[0]) == _party(view, links[0])), links)
            if links and links[-1].rule == "outer phrase":
                links = (*links, *_venue_of(view, draft, links[-1], found))
        found.append((draft, speaker, links))
    return found


def _venue_of(view: View, draft: Draft, hand: Link, made: Sequence[Made]) -> tuple[Link, ...]:
    """Gives the hands through which an outer speaker's own words came just before: "the driver said an officer told him" after "the
    Post wrote, quoting a driver" is the same report."""
    who = speaker_of(view, replace(draft, source=(hand.party,), links=()), made)
    last = next((m for m in reversed(made) if m[0].attributed and m[1] is not None and m[0].kind != "headline"), None)
    if last is None or last[1] is None or last[1].name != who.name or draft.line - last[0].line > REACH:
        return ()
    return () if _OTHER_VENUE.search(_beside(view, draft)) else last[2]


def _longer_name(view: View, link: Link, made: Sequence[Made]) -> str:
    """Gives "Bay Herald" for "the Herald" where words came through the Bay Herald before, "" where they did not."""
    short = re.fullmatch(r"[Tt]he (?P<name>[A-Z][\w’'-]+)", link.party.of(view.text))
    names = [outlet_name(view, k.party) for m in reversed(made) for k in m[2]] if short else []
    return next((n for n in names if short is not None and n.endswith(f" {short['name']}")), "")


def _party(view: View, link: Link) -> str:
    return fold(link.name or outlet_name(view, link.party))


def with_names(view: View, draft: Draft, links: Sequence[Link], made: Sequence[Made]) -> tuple[Link, ...]:
    """Gives the links, those of a pronoun or "the paper" with the name it stands for; a pronoun that names nobody known is no hand."""
    found = []
    for link in links:
        words_ = link.party.of(view.text)
        role = words_[1:].islower() and ROLE.fullmatch(words_.lower()) is not None
        if link.name or not (words_.lower() in _PRONOUNS or role):
            found.append(replace(link, name=link.name or _longer_name(view, link, made)))
            continue
        who = speaker_of(view, replace(draft, source=(link.party,)), made)
        if who.kind != "unnamed" or who.number or words_.lower() not in _PRONOUNS:
            media = words_.lower().split()[-1] in OUTLET_NOUN
            resolved = who.kind in ("outlet", "unnamed") or (
                who.kind == "body" and who.name[:1].isupper() and not media
            )
            known = who.name if words_.lower() in _PRONOUNS or resolved else ""
            found.append(replace(link, name=known))
    return tuple(found)


def _beside(view: View, draft: Draft) -> str:
    """Gives the words of a draft's sentence outside what is reported."""
    line = view.lines[draft.line]
    text, at = "", line.span.start
    for span in sorted(draft.content):
        text += view.text[at : max(at, min(span.start, line.span.end))] + " | "
        at = max(at, span.end)
    return text + view.text[at : line.span.end]


def _interviewed(view: View, draft: Draft) -> Speaker | None:
    """Gives whom the article is about, as the one who answers its questions: the person it names first, unless they are put about him."""
    asked = view.lines[max(draft.line - 1, 0)].span.start
    if _OF_HIM.search(view.text, asked, draft.content[-1].end):
        return None
    first = next(
        (m for m in view.document.mentions if m.kind == "person" and m.entity and m.span.end <= draft.start), None
    )
    return resolve(view, (first.span,)) if first is not None else None


def floated(view: View, draft: Draft, made: Sequence[Made]) -> Made:
    """Gives a floating quotation with the speaker that the sentence before it announces, and the outlet he gave it to."""
    line = view.lines[max(draft.line - 1, 0)]
    announced = [m for m in view.mentions_in(line.span) if m.kind in ("person", "role") and m.entity]
    links = tuple(as_link(line, f) for f in find_links(view, line, [(0, len(line.tokens))])) if draft.line else ()
    before = next((m for m in reversed(made) if m[0].attributed and m[1] is not None), None)
    if answers(view, view.text.rfind("?", 0, draft.start) + 1) and not view.text[
        view.text.rfind("?", 0, draft.start) + 1 : draft.start
    ].strip(' “"\n'):
        asked = before[1] if before is not None else _interviewed(view, draft)
        return draft, asked, before[2] if before is not None else ()
    if announced and draft.line and (before is None or before[0].line < line.index):
        return draft, resolve(view, (announced[0].span,)), links
    if before is not None and draft.line - before[0].line <= 2:
        return draft, before[1], before[2]
    return draft, None, ()
