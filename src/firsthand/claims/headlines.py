"""Headlines: who speaks in "Ministry: …" and "…: memo", and whose statement of the text a headline without a speaker restates.

A headline says what the article says, in fewer words. Where those words are those of one attributed statement, and the writer asserts nothing
like them in his own voice, the headline is that speaker's; else it stays open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from firsthand.claims.content import content_words
from firsthand.claims.draft import Draft, Made
from firsthand.claims.givers import can_give
from firsthand.claims.lexicon import SPEECH, UNNAMED, words
from firsthand.claims.outlets import outlet_name, same_outlet
from firsthand.claims.stretches import Range, is_mark
from firsthand.claims.view import FINITE, Line, View
from firsthand.gazetteer import Gazetteer
from firsthand.records import Speaker
from firsthand.text.names import fold

_LABELS = words(
    "review opinion analysis comment live video watch obituary interview profile feature editorial explainer recipe quiz podcast gallery"
)
_SHORTEST = 3  # words of a speaker behind its dash
_LONGEST = 5  # words of a speaker beside a headline's colon
_SHARE = 0.5  # of a headline's words that the statement it restates must have
_QUOTED = re.compile(r"[‘“'\"](?P<words>[^‘’“”\"]{4,}?)[’”'\"](?!\w)")
_NAMELESS = ("unnamed", "state", "document", "body")


# --- the colon ------------------------------------------------------------------------------------------------------


def read_colon(view: View, line: Line) -> list[Draft]:
    """Gives the statement of "SPEAKER: statement", "statement: SPEAKER" or "statement — SPEAKER", none where what stands alone there cannot speak."""
    colon = next((i for i, t in enumerate(line.tokens) if t.text == ":" and not line.quoted[i]), None)
    dash = _closing_dash(line) if colon is None else None
    colon = dash if colon is None else colon
    if line.kind != "headline" or colon is None or not 0 < colon < len(line.tokens) - 1:
        return []
    last = len(line.tokens) - 1
    if line.lemma(last) in SPEECH and line.tag(last) in FINITE:
        return []  # "Marrow Star: all hands safe, owner says": what stands before the colon is what it is about
    left, right = (0, colon), (colon + 1, len(line.tokens))
    for source, content in ((right, left),) if dash is not None else ((left, right), (right, left)):
        if source[1] - source[0] <= _LONGEST and content[1] - content[0] >= 2 and can_head(view, line, source):
            made = Draft(
                content=(line.span_of(*content),), kind="headline", line=line.index, source=(line.span_of(*source),),
                cue=(line.span_of(colon, colon + 1),), lemma="say", rules=("headline colon",),
            )  # fmt: skip
            return [made]
    return []


def _closing_dash(line: Line) -> int | None:
    """Gives the dash before the last few words of a headline: "Pier shut for a week | — mayor"."""
    dash = next(
        (
            i
            for i in range(len(line.tokens) - 2, 0, -1)
            if line.tokens[i].text in ("—", "–") or (line.tokens[i].text == "-" and is_mark(line, i))
        ),
        None,
    )
    return dash if dash is not None and len(line.tokens) - 1 - dash <= _SHORTEST and not line.quoted[dash] else None


def can_head(view: View, line: Line, part: Range) -> bool:
    """Says whether the words beside a headline's colon can speak: "Works blast: 12 dead" has a subject there, no speaker."""
    text = line.span_of(*part).of(view.text)
    if (
        text.lower() in _LABELS
        or (text.isupper() and len(text.split()) > 1)
        or any(line.tag(k) in FINITE for k in range(*part))
    ):
        return False
    gazetteer = Gazetteer.load()
    if any(e.kind == "state" for e in gazetteer.entries(text)) and not gazetteer.seat(text):
        return False  # "Norland: 50 killed" tells where; a capital speaks for its state
    surname = re.compile(rf"\b[A-Z][\w’'-]+ {re.escape(text)}\b")
    known = any(m.kind == "person" and surname.search(m.name) for m in view.document.mentions)
    return known or bool(can_give(view, line, part) or gazetteer.seat(text) or gazetteer.entries(text))


# --- what the text says ---------------------------------------------------------------------------------------------


def with_speakers(view: View, made: list[Made]) -> list[Made]:
    """Gives the statements, those of the headline with the speaker and hands of the statement in the text that they restate."""
    body = [m for m in made if m[0].kind not in ("headline", "scare quote")]
    return [_headline(view, m, body) if m[0].kind == "headline" else m for m in made]


def _headline(view: View, item: Made, body: Sequence[Made]) -> Made:
    draft, speaker, links = item
    if "figure restated" in draft.rules:
        return item
    spoken = [m for m in body if m[0].attributed and m[1] is not None]
    if speaker is None:
        found = _quoted_from(view, draft, spoken) or _restated(view, draft, body)
        rules = (*draft.rules, "statement restated")
        return (replace(draft, floating=True, rules=rules), found[1], found[2]) if found else item
    if speaker.kind == "outlet":
        through = [m for m in spoken if _came_through(view, speaker, m) and _shared(view, draft, m[0]) >= 2]
        best = max(through, key=lambda m: _shared(view, draft, m[0]), default=None)
        return (draft, best[1], best[2]) if best is not None else item
    fitting = [m for m in spoken if m[1] is not None and _stands_for(view, speaker, m)]
    if not fitting or speaker.kind not in _NAMELESS:
        return item
    fitting = [m for m in fitting if _speaks_for(view, speaker, m)] or fitting
    likest = max(fitting, key=lambda m: (_shared(view, draft, m[0]), -m[0].line))
    if likest[0].line > draft.line + 2 and not _shared(view, draft, likest[0]):
        return item
    holder = replace(likest[1] or speaker, spans=draft.source, why=("headline: whoever speaks in the text",))
    return draft, holder, links or likest[2]


def _speaks_for(view: View, state: Speaker, item: Made) -> bool:
    """Says whether the source of a statement names the state of a headline's capital, or a body that speaks for it ("the Kremlin's spokesman")."""
    gazetteer = Gazetteer.load()
    entries = {m.entry for span in item[0].source for m in view.mentions_in(span) if m.entry}
    return state.kind == "state" and any(e == state.entity or state.entity in gazetteer.speaks_for(e) for e in entries)


def _came_through(view: View, outlet: Speaker, item: Made) -> bool:
    """Says whether a statement came through the outlet that a headline names ("Minister to resign, Bay Post reports")."""
    return any(same_outlet(outlet.name, link.name or outlet_name(view, link.party)) for link in item[2])


def _stands_for(view: View, role: Speaker, item: Made) -> bool:
    """Says whether a role, a capital or a document of a headline may be the speaker of this statement in the text."""
    draft, who, _ = item
    noun = role.name.split(" (")[0].lower().split()[-1]
    known = " ".join([who.name if who else "", *(s.of(view.text) for s in draft.source)]).lower()
    return role.kind in ("unnamed", "document", "state") or noun in UNNAMED or noun in known


def _quoted_from(view: View, draft: Draft, spoken: Sequence[Made]) -> Made | None:
    """Gives the statement that holds the words a headline puts in quotation marks, or the headline's words as a whole."""
    text = " ".join(s.of(view.text) for s in draft.content)
    outer = view.text[max(draft.content[0].start - 1, 0) : draft.content[-1].end + 1]
    wanted = [fold(text), *(fold(m["words"]) for m in _QUOTED.finditer(outer))]
    for words_ in wanted:
        held = [
            m for m in spoken if len(words_) > 4 and words_ in fold(" ".join(s.of(view.text) for s in m[0].content))
        ]
        if held:
            return min(held, key=lambda m: (not m[0].inner, -_shared(view, draft, m[0])))
    return None


def _restated(view: View, draft: Draft, body: Sequence[Made]) -> Made | None:
    """Gives the attributed statement that has most of a headline's words, None where the writer's own voice has as many."""
    words_ = content_words(view, draft.content)
    best = max(
        (m for m in body if m[0].attributed and m[1] is not None),
        key=lambda m: _shared(view, draft, m[0]),
        default=None,
    )
    if best is None:
        return None
    shared = _shared(view, draft, best[0])
    own = max((_shared(view, draft, m[0]) for m in body if not m[0].attributed), default=0)
    return best if shared >= 2 and shared >= _SHARE * len(words_) and own < shared else None


def _shared(view: View, one: Draft, other: Draft) -> int:
    return len(content_words(view, one.content) & content_words(view, other.content))
