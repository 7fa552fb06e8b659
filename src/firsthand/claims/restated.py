"""Figures given without a speaker that the same article gives elsewhere with one: headlines, leads and restatements.

"Toll rises to 12" over "the governor told a briefing that 12 had died" is the governor's figure. The rule is narrow: the same number, of the
same kind of thing, and exactly one asserter of it in the whole article; then the statement keeps its own words, and its speaker points at
the words that name him there. Where two give the number, or nobody, it stays the writer's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from firsthand.claims.content import clean
from firsthand.claims.details import owners_of
from firsthand.claims.draft import Draft, Made
from firsthand.claims.view import View
from firsthand.records import Quantity, Span

# What is counted, by the words around the number. A number may be of two kinds at once ("killed or missing").
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("dead", re.compile(r"\b(?:dead|deaths?|kill\w*|die[ds]?|dying|bodies|body|fatalit\w+|perish\w*|toll|lives|morgue|lost their li\w+)\b", re.I)),
    ("hurt", re.compile(r"\b(?:injur\w+|hurt|wound\w+|patients?|hospitali[sz]ed)\b", re.I)),
    ("missing", re.compile(r"\b(?:missing|unaccounted|disappeared|not been found|looked for|sought)\b", re.I)),
)  # fmt: skip
_PARTS = re.compile(r"\s*(?:[,;:–—]|\s-\s|\bas\b|\bwhile\b|\bbut\b)\s*", re.I)
Number = tuple[Decimal, Decimal]
_PEOPLE = frozenset(["people", "person", "others", "victim", "victims", "men", "women", "individuals"])
_WITHOUT_ASSERTION = ("denied", "not confirmed")
_SMALL = 3  # numbers up to here are too common to be told apart without their noun
_NEAR = 45
_NAMELESS = ("unnamed", "state", "document", "outlet", "body")


@dataclass(frozen=True, slots=True)
class Given:
    """A number that somebody gives: what it is of, and who gives it through which hands."""

    quantity: Quantity
    kinds: frozenset[str]
    made: Made


def with_restated(
    view: View, made: Sequence[Made], quantities: Sequence[Quantity], status_of: Callable[[Draft], str]
) -> list[Made]:
    """Gives the statements, those whose figures have exactly one asserter elsewhere in the article with that speaker."""
    owners = owners_of(view, [m[0] for m in made], quantities)
    held = [(q, at) for q, at in zip(quantities, owners, strict=True) if at is not None and _holds(made[at][0], q.span)]
    own: dict[int, list[Quantity]] = defaultdict(list)
    for quantity, at in held:
        own[at].append(quantity)
    asserting = {at for at in own if _asserts(made[at], status_of)}
    given: dict[Number, list[Given]] = defaultdict(list)
    for quantity, at in held:
        if at in asserting:
            given[quantity.low, quantity.high].append(Given(quantity, kinds_of(view, quantity), made[at]))
    found: list[Made] = []
    for at, item in enumerate(made):
        found += _with_speakers(view, item, own[at], given) if at in own and _is_open(item) else [item]
    return found


def kinds_of(view: View, quantity: Quantity) -> frozenset[str]:
    """Gives the kinds of thing that a number counts, by its noun and the words near it; its noun's stem where none is known."""
    line = view.line_at(quantity.span.start)
    low, high = max(quantity.span.start - _NEAR, 0), quantity.span.end + _NEAR
    if line is not None:
        low, high = max(low, line.span.start), min(high, line.span.end)
    after = view.text[quantity.span.end : high]
    counted = quantity.counted or ""
    found = {name for name, pattern in _KINDS if pattern.search(counted)} | {
        name for name, pattern in _KINDS if pattern.search(_first_part(after))
    }
    if not found and (not counted or counted.split()[-1].lower() in _PEOPLE):
        found = {name for name, pattern in _KINDS if pattern.search(view.text[low:high])}
    return frozenset(found or ({_stem(counted)} if counted else ()))


def _first_part(text: str) -> str:
    return re.split(r"[,;:–—]|\band\b", text)[0]


def _stem(counted: str) -> str:
    return re.sub(r"(?:es|s)$", "", counted.split()[-1].lower())


def _asserts(item: Made, status_of: Callable[[Draft], str]) -> bool:
    draft, speaker, _ = item
    pronoun = speaker is not None and re.match(r"(?:he|she|it|they|we|who) \(", speaker.name)
    return (
        speaker is not None
        and not pronoun
        and not speaker.candidates
        and draft.kind not in ("headline", "scare quote")
        and status_of(draft) not in _WITHOUT_ASSERTION
    )


def _is_open(item: Made) -> bool:
    """Says whether a statement may take its speaker from elsewhere: it has none, or a headline names only a role or a capital."""
    draft, speaker, _ = item
    if draft.kind == "headline":
        return speaker is None or speaker.kind in _NAMELESS
    return speaker is None and draft.kind == "unattributed" and not draft.status


def _holds(draft: Draft, span: Span) -> bool:
    return any(s.overlaps(span) for s in draft.content)


def _with_speakers(
    view: View, item: Made, own: Sequence[Quantity], given: Mapping[Number, Sequence[Given]]
) -> list[Made]:
    """Gives a statement with the speaker of its figures; where they have different ones, each stretch becomes a statement of its own."""
    sole = {q.id: _sole(view, q, given, headline=item[0].kind == "headline") for q in own}
    named = {g.made[1].name: g for g in sole.values() if g is not None and g.made[1] is not None}
    if not named:
        return [item]
    if len(named) == 1 and all(sole.values()):
        return [_taken(item, next(iter(named.values())))]
    rest = [item]
    for quantity in own:
        part = _stretch(view, item[0], quantity.span)
        giver = sole[quantity.id]
        if giver is not None and part and not any(_covers(part, q.span) for q in own if sole[q.id] is not giver):
            narrowed = replace(
                item[0], content=part, source=(), cue=(), attribution=None, rules=(*item[0].rules, "stretch of its own")
            )
            rest.append(_taken((narrowed, None, ()), giver))
    return _once(rest)


def _once(items: Sequence[Made]) -> list[Made]:
    kept: dict[object, Made] = {}
    for item in items:
        kept.setdefault((item[0].content, item[0].cue), item)
    return list(kept.values())


def _covers(part: tuple[Span, ...], span: Span) -> bool:
    return any(p.overlaps(span) for p in part)


def _stretch(view: View, draft: Draft, span: Span) -> tuple[Span, ...]:
    """Gives the stretch of a statement round a number, between marks or "as" and "but"."""
    whole = next((s for s in draft.content if s.overlaps(span)), None)
    if whole is None:
        return ()
    start, end = whole.start, whole.end
    for mark in _PARTS.finditer(view.text, whole.start, whole.end):
        if mark.end() <= span.start:
            start = mark.end()
        elif mark.start() >= span.end:
            end = mark.start()
            break
    return clean(view, (Span(start, end),)) if (start, end) != (whole.start, whole.end) else ()


def _sole(view: View, quantity: Quantity, given: Mapping[Number, Sequence[Given]], *, headline: bool) -> Given | None:
    """Gives the one who gives this number elsewhere in the article, None where nobody or more than one does."""
    kinds = kinds_of(view, quantity)
    same = [
        g
        for g in given.get((quantity.low, quantity.high), ())
        if g.quantity.id != quantity.id and g.quantity.unit == quantity.unit
    ]
    fits = [g for g in same if kinds & g.kinds]
    if not fits and re.search(
        r"\b(?:the|those|these)\s+(?:\w+\s+)?$", view.text[max(quantity.span.start - 20, 0) : quantity.span.start], re.I
    ):
        fits = [g for g in same if g.quantity.span.start < quantity.span.start]  # "those six", "the 28"
    if not fits and headline and quantity.low > _SMALL and (not kinds or not quantity.counted):
        fits = same
    names = {g.made[1].name for g in fits if g.made[1] is not None}
    return fits[0] if len(names) == 1 else None


def _taken(item: Made, giver: Given) -> Made:
    draft, own, _ = item
    _, speaker, links = giver.made
    assert speaker is not None
    why = (
        "headline: whoever gives the figure in the text"
        if draft.kind == "headline"
        else "the one who gives this figure elsewhere in the article"
    )
    spans = draft.source if own is not None and draft.source else speaker.spans
    rules = tuple(dict.fromkeys((*draft.rules, "figure restated")))
    return replace(draft, rules=rules), replace(speaker, spans=spans, why=(*speaker.why, why)), links
