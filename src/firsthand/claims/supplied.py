"""What a later sentence adds to a statement: who had told the speaker, and through whose hands the words or the papers came.

"He had it from a guard", "Her words were carried by Reuters" and "The warning was obtained by the Herald" state nothing of their own. They
lengthen the chain of the statement before them, and of those that rest on the same paper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from firsthand.claims.draft import Draft, Link, Made
from firsthand.claims.givers import can_speak
from firsthand.claims.lexicon import DOCUMENT, INSTITUTION, PASSED_ON, UNNAMED
from firsthand.claims.relays import as_link, find_links
from firsthand.claims.speakers import resolve
from firsthand.claims.stretches import noun_phrase_end
from firsthand.claims.view import FINITE, Line, View
from firsthand.records import Span
from firsthand.text.person_nouns import is_person_noun

_LEARNED = re.compile(
    r"\b(?:had|has|have|got|heard|learn(?:ed|t)|knew|knows)(?: heard| learned)? (?:it|this|that|so|about it) from (?=[a-zA-Z])"
    r"|\b(?:was|were|(?:had|has|have) been) told (?:so|this|that|of it|about it)(?: \w+ly)? by (?=[a-zA-Z])"
)
_WORDS = re.compile(
    r"(?:The|This|That|Those|These|His|Her|Their|Its) (?:\w+ )?(?P<noun>words|remarks|comments|account|story|statement|warning|message|letter|report|claim"
    r"|interview|testimony|recording|broadcast|speech|address|post|tape|clip|voicemail|petition|dossier|video|footage|minutes|memo|email|e-mails|emails|document|documents|transcript|allegation|allegations|quote)\b(?P<rest>.*)",
    re.S,
)
_REACH = 2  # sentences back to the statement whose words are meant


def with_supplied(view: View, made: Sequence[Made]) -> list[Made]:
    """Gives the statements with what the sentences after them say of how the words came; those sentences state nothing more."""
    found = list(made)
    for line in view.lines:
        if line.kind != "body":
            continue
        found = _learned(view, line, found)
        found = _carried(view, line, found)
    return found


# --- who had told the speaker ---------------------------------------------------------------------------------------


def _learned(view: View, line: Line, made: list[Made]) -> list[Made]:
    """ "P, Lund said. He had it from a guard.": the guard is the first hand, Lund passes it on."""
    match = _LEARNED.search(view.text, line.span.start, line.span.end)
    if match is None or view.is_quoted(match.start()):
        return made
    if line.word(line.token_at(match.start()) - 1) in ("which", "who"):
        return made  # "the Herald, which had it from a guard": a hand before the Herald
    at = line.token_at(match.end())
    end = noun_phrase_end(line, at)
    while end > at and line.word(end - 1) in ("who", "which", "that"):
        end -= 1
    own = [m for m in made if m[0].line == line.index]
    back = [i for i, m in enumerate(made) if 0 < line.index - m[0].line <= _REACH and m[1] is not None and m[0].source]
    if end <= at or not back or not _is_somebody(view, line, at, end):
        return made
    while end < len(line.tokens) and line.tag(end) == "IN" and noun_phrase_end(line, end + 1) > end + 1:
        end = noun_phrase_end(line, end + 1)  # "a guard at the station"
    draft, speaker, links = made[back[-1]]
    if speaker is None or any(m[1] is not None and m[1].name != speaker.name for m in own):
        return made
    who = resolve(view, (line.span_of(at, end),))
    link = Link(
        party=draft.source[0],
        kind="relays",
        words=(*draft.source, *draft.cue),
        rule="told by another",
        name=speaker.name,
    )
    changed = (
        replace(draft, rules=(*draft.rules, "told by another")),
        replace(who, why=(*who.why, "who had told the speaker, says a later sentence")),
        (link, *links),
    )
    return [changed if i == back[-1] else m for i, m in enumerate(made) if m not in own]


def _is_somebody(view: View, line: Line, at: int, end: int) -> bool:
    """Says whether a noun phrase names somebody who can know a thing: "a captured medic", not "the start"."""
    noun = line.word(end - 1)
    person = line.tag(at) == "DT" and is_person_noun(line.word(at + 1))  # "the woman next door"
    return person or bool({noun, f"{noun}s"} & (UNNAMED | INSTITUTION)) or can_speak(view, line, (at, end))


# --- who carried the words ------------------------------------------------------------------------------------------


def _carried(view: View, line: Line, made: list[Made]) -> list[Made]:
    """ "His words were carried by Reuters", "The letter was obtained by the Herald": hands of the statement before."""
    noun = _words_meant(view, line)
    if noun is None or any(
        m[0].line == line.index and m[0].attributed and not _is_passive(view, line, m[0]) for m in made
    ):
        return made
    links = tuple(as_link(line, f) for f in find_links(view, line, [(0, len(line.tokens))]) if f.kind == "relays")
    back = [
        i
        for i, m in enumerate(made)
        if m[0].attributed
        and m[1] is not None
        and m[0].kind != "headline"
        and 0 <= line.index - m[0].line <= _REACH
        and not (m[0].line == line.index and _is_passive(view, line, m[0]))
    ]
    if not links or not back:
        return made
    start = made[back[-1]][0].line
    meant = {i for i in back if made[i][0].line == start}
    found = [(m[0], m[1], (*m[2], *links)) if i in meant else m for i, m in enumerate(made)]
    figures = any(t.tag == "CD" for t in line.tokens)
    return [
        m for m in found
        if m[0].line != line.index or figures or (m[0].attributed and not _is_passive(view, line, m[0]))
    ]  # fmt: skip


def _is_passive(view: View, line: Line, draft: Draft) -> bool:
    """Says whether a draft takes "Her letter was quoted by the Herald" for a statement of the Herald's."""
    cue = line.places_in(draft.cue)
    verb = cue[-1] if cue else 0
    passive = line.tag(verb) == "VBN" and any(line.lemma(k) == "be" for k in range(max(verb - 3, 0), verb))
    return len(draft.content) == 1 and draft.content[0].start == line.span.start and passive


def _words_meant(view: View, line: Line) -> str | None:
    """Gives the noun by which a sentence takes up words said before and tells in the passive what was done with them."""
    match = _WORDS.match(view.text, line.span.start, line.span.end)
    if match is None:
        return None
    first = next((i for i, t in enumerate(line.tokens) if t.tag in FINITE), None)
    passive = (
        first is not None
        and line.lemma(first) in ("be", "have")
        and any(
            line.tag(k) == "VBN"
            and (line.lemma(k) in PASSED_ON or line.word(k) in PASSED_ON or line.lemma(k) == "contain")
            for k in range(first + 1, min(first + 5, len(line.tokens)))
        )
    )
    return match["noun"] if passive else None


def paper_hands(view: View, noun: Span) -> tuple[Link, ...]:
    """Gives the hands through which a paper came, where the article says so of the same noun elsewhere ("emails obtained by the Herald")."""
    word = noun.of(view.text).split()[-1].lower()
    if word.rstrip("s") not in DOCUMENT and word not in DOCUMENT:
        return ()
    for line in view.lines:
        for i in range(len(line.tokens) - 2):
            if (
                line.word(i).rstrip("s") == word.rstrip("s")
                and line.tag(i + 1) in ("VBN", "VBD")
                and not noun.overlaps(line.tokens[i].span)
            ):
                links = tuple(
                    as_link(line, f)
                    for f in find_links(view, line, [(i, len(line.tokens))])
                    if f.at <= i + 2 or f.kind == "relays"
                )
                if links:
                    return links
    return ()
