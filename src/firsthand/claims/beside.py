"""Figures beside somebody else's in one sentence: each has its own giver, whoever the statement around it is by.

"She spoke of 81 where the brigade has 64", "more than the 287 his own service had published", "called the company's 45 a lie", "14 if you
believe the colonel": the number in the clause, behind its owner or before a relative clause is what another party gave. Asked of every number
after speakers are known; what the rules of `counted_by` find becomes a statement of that number alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from firsthand.claims.behind import BEHIND
from firsthand.claims.content import clean
from firsthand.claims.counted_by import clause
from firsthand.claims.details import BESIDE, owners_of
from firsthand.claims.draft import Draft, Link, Made
from firsthand.claims.enumerated import according_to, by_account, gapped
from firsthand.claims.lexicon import DOCUMENT
from firsthand.claims.likely_giver import likely_giver, with_pronouns
from firsthand.claims.own_accounts import ACCOUNTS, SAME
from firsthand.claims.owned import OWNED
from firsthand.claims.speakers import resolve
from firsthand.claims.stretches import BOUNDS, Range
from firsthand.claims.turns import speaker_of
from firsthand.claims.view import Line, View
from firsthand.claims.whose import PAPERS, Beside
from firsthand.records import Annotations, GiverMark, Quantity, Speaker

_PRONOUN = re.compile(r"(?:i|he|she|it|they|we|who|you|that|this)\b|[^ ]+ it\b", re.I)
# The first that names somebody holds.
_RULES = (according_to, by_account, *ACCOUNTS, *BEHIND[:4], *OWNED, *BEHIND[4:], clause, gapped)


def with_beside(view: View, made: Sequence[Made], notes: Annotations) -> list[Made]:
    """Gives the statements, and one for each number whose giver stands beside it and is another than its statement's."""
    quantities = notes.quantities
    marks: defaultdict[str, list[GiverMark]] = defaultdict(list)
    for mark in notes.giver_marks:
        marks[mark.quantity].append(mark)
    made = with_pronouns(view, made, quantities, marks)
    owners = owners_of(view, [m[0] for m in made], quantities)
    found: list[Made] = []
    replaced = set()  # statements of the very same words: "A trader, | Oda Lind, in a note to the radio, counted 12"
    for quantity, at in zip(quantities, owners, strict=True):
        line = view.line_at(quantity.span.start)
        if at is None or line is None or line.kind not in ("body", "standfirst", "note"):
            continue
        beside = _beside(view, line, quantity)
        if beside is None:
            beside = _pointed_at(view, line, quantity, marks[quantity.id], made[at][1])
        new = _statement(view, line, quantity, beside, made[at], (*made, *found)) if beside is not None else None
        if new is not None:
            found.append(new)
            replaced |= {at} if new[0].content == made[at][0].content else set()
    kept = [m for i, m in enumerate(made) if i not in replaced]
    return sorted([*kept, *found], key=lambda m: (m[0].start, m[0].content, m[0].inner)) if found else list(made)


def _beside(view: View, line: Line, quantity: Quantity) -> Beside | None:
    start, end = line.token_at(quantity.span.start), line.token_at(quantity.span.end - 1) + 1
    numbers = [k for k in range(start, end) if line.tag(k) == "CD"]
    if not numbers or line.word(numbers[0]) == "one":
        return None
    first = _phrase_start(line, numbers[0])
    return next((found for rule in _RULES if (found := rule(view, line, first, numbers[-1] + 1))), None)


def _pointed_at(
    view: View, line: Line, quantity: Quantity, marks: Sequence[GiverMark], own: Speaker | None
) -> Beside | None:
    """Gives whom the network points at, where no words attribute a number, or an outlet that passes it on ("stays at 58, the agency says")."""
    if own is not None and own.kind != "outlet":
        return None
    found = likely_giver(view, line, quantity, marks)
    return found and replace(found, alone=own is None)


def _phrase_start(line: Line, number: int) -> int:
    """Gives where a number begins with the words that bound it: "at least", "more than", "about"."""
    k = number
    while k > 0 and (
        line.word(k - 1) in BOUNDS
        or (line.word(k - 1) in ("at", "more", "less", "fewer") and line.word(k) in ("least", "most", "than"))
    ):
        k -= 1
    return k


def _statement(
    view: View, line: Line, quantity: Quantity, beside: Beside, item: Made, made: Sequence[Made]
) -> Made | None:
    """Gives the statement of one number by its giver; None where he is the one who speaks already, or cannot be told."""
    draft, own, links = item
    there = beside.there or line
    source = there.span_of(*beside.source)
    if any(s.contains(source) or source.contains(s) for s in draft.source) and not beside.hand and not beside.alone:
        return None
    links = () if beside.alone or line.word(beside.hand[0] + 1 if beside.hand else 0) == "same" else links
    if _begins_anew(line, draft, beside):
        links = tuple(link for link in links if not link.party.overlaps(source))
    if any(link.party.overlaps(source) for link in links):
        return None  # a hand of the statement already
    if own is not None and _is_bare_paper(there, beside.source) and any(s.contains(source) for s in draft.content):
        return None  # "the port confirmed that the manifest listed 12": whoever says what a paper of nobody's holds answers for it
    asked = Draft(
        content=clean(view, (line.span_of(*_stretch(line, quantity)),)), kind="indirect", line=line.index, source=(source,),
        cue=(there.span_of(*beside.cue),), lemma="give", rules=(f"{BESIDE}: {beside.rule}",),
    )  # fmt: skip
    speaker = _speaker(view, asked, beside, made)
    known = own is not None and own.name == speaker.name
    if not asked.content or speaker.candidates or _PRONOUN.match(speaker.name) or known:
        return None
    return asked, speaker, (*_hands(view, line, quantity, beside, item), *links)


def _begins_anew(line: Line, draft: Draft, beside: Beside) -> bool:
    """Says whether a second clause begins with the giver: "The army admits 14, | the rebels boast of 23"."""
    first = beside.source[0]
    parted = line.word(first - 1) in (",", ";") and beside.there is None
    return parted and bool(draft.source) and draft.source[0].end < line.tokens[first].start


def _is_bare_paper(line: Line, source: Range) -> bool:
    return line.tag(source[0]) == "DT" and source[1] - source[0] == 2 and line.lemma(source[1] - 1) in DOCUMENT | PAPERS


def _hands(view: View, line: Line, quantity: Quantity, beside: Beside, item: Made) -> tuple[Link, ...]:
    """Gives the hand a number went through: the one that its words name, or whoever is quoted with it."""
    draft, own, links = item
    if beside.hand is not None:
        party = line.span_of(*beside.hand)
        if line.word(beside.hand[0] + 1) == "same":  # "the same agency": the hand named before
            return links[-1:] if links or own is None or own.kind != "outlet" else _by_sayer(draft, own)
        return (Link(party=party, kind="relays", words=(party,), rule="gives the figure on"),)
    if own is None or not draft.source:
        return ()
    relayed = own.kind == "outlet" and not beside.alone and any(s.overlaps(quantity.span) for s in draft.content)
    if not (beside.through or relayed or view.is_quoted(quantity.span.start)):
        return ()
    return _by_sayer(draft, own)


def _by_sayer(draft: Draft, own: Speaker) -> tuple[Link, ...]:
    words = (*draft.source, *draft.cue)
    return (Link(party=draft.source[0], kind="relays", words=words, rule="outer phrase", name=own.name),)


def _speaker(view: View, asked: Draft, beside: Beside, made: Sequence[Made]) -> Speaker:
    """Gives who is meant: whom a possessive stands for, by his words alone where they are more than a pronoun, else who spoke before."""
    if beside.of is not None:
        meant = resolve(view, (beside.of,))
        return replace(meant, spans=asked.source, why=(*meant.why, "whom the words take up"))
    if beside.rule == SAME:
        before = [(m[0].start, m[1]) for m in made if m[1] is not None and m[0].start < asked.start and m[0].source]
        nobody = Speaker(name="they (unnamed)", kind="unnamed", spans=asked.source, why=("an account of nobody known",))
        meant = max(before, key=lambda b: b[0], default=(0, nobody))[1]
        return replace(meant, spans=asked.source, why=(*meant.why, beside.rule))
    if _PRONOUN.fullmatch(asked.source[0].of(view.text)):
        return speaker_of(view, asked, [m for m in made if m[0].start < asked.source[0].start])
    return resolve(view, asked.source)


def _stretch(line: Line, quantity: Quantity) -> Range:
    """Gives the number with what it counts: the nouns behind it and the words that bound it."""
    start = _phrase_start(line, line.token_at(quantity.span.start))
    end = line.token_at(quantity.span.end - 1) + 1
    while end < len(line.tokens) and line.tag(end).startswith(("NN", "JJ", "VBN", "HYPH")) and not line.quoted[end]:
        end += 1
    return (start, end)
