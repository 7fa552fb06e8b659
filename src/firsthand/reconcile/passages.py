"""What was read in one passage for each slot of its figure, and the words of the page it was read from; "" where nothing was.

Two of these side by side are `beside`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from firsthand.reconcile.acts import STAGES, other_stage
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.kinds import KNOWN, UNKNOWN
from firsthand.reconcile.scopes import LEVELS, MARKED, SCOPES
from firsthand.reconcile.sides import Side, side_of
from firsthand.records import Quantity, Reading, Release, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A figure on its page, and the release that the case counts it to."""

    side: Side
    reading: Reading
    release: Release | None = None

    @classmethod
    def of(cls, reading: Reading, figure: Figure, release: Release | None = None) -> Stand:
        return cls(side=side_of(reading, figure), reading=reading, release=release)

    @property
    def figure(self) -> Figure:
        return self.side.figure

    @property
    def sentence(self) -> str:
        """Gives the sentence of the number on one line, within its paragraph: a headline before it has no full stop."""
        (start, end), span, text = self.figure.sentence, self.figure.quantity.span, self.side.text
        start = max(start, text.rfind("\n\n", start, span.start))
        stop = text.find("\n\n", span.end, end)
        return " ".join(text[start : stop if stop >= 0 else end].split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was read in one passage for a slot: the value ("": none), the words of the page it was read from, what is to be known of it."""

    value: str = ""
    words: tuple[str, ...] = ()
    note: str = ""


def asserter(stand: Stand) -> Answer:
    """Gives who gives the number, by the passage: a name, a role, or whom the words round it name."""
    figure, text = stand.figure, stand.side.text
    name = stand.side.voice
    spans = figure.speaker.spans if figure.speaker else ()
    words = _words(text, spans) or ((name,) if name and name in text else ())
    notes = [*_notes_on_asserter(stand, name)]
    if name and not words and not figure.is_own:
        notes.append("read from the page, not from words of the passage")
    return Answer(value=name, words=words, note="; ".join(notes))


def is_denial(figure: Figure) -> bool:
    """Says whether who gives the figure speaks of somebody else's number, and denies it."""
    return figure.borrowed in ("denied", "not")


def _notes_on_asserter(stand: Stand, name: str) -> Iterator[str]:
    figure, release = stand.figure, stand.release
    yield from (why for why in (figure.speaker.why if figure.speaker else ()) if why.startswith(_DECIDED))
    if figure.is_own:
        yield "the page is its own"
    if is_denial(figure):
        yield "speaks of somebody else's number, and denies it"
    elif figure.borrowed:
        yield f"as read, the number is somebody else's: “{figure.borrowed}”"
    if release is not None and not release.established and name:
        yield "the case leaves open whose it is" + _because(release)
    elif release is not None and release.asserter and release.asserter != name:
        yield f"the case gives the number to {release.asserter}"


def _because(release: Release) -> str:
    perhaps = [reason for reason in release.reasons if reason.startswith("perhaps ")]
    return f": {perhaps[0]}" if perhaps else ""


def counted(stand: Stand) -> Answer:
    """Gives what is counted: its class where it is a known one, else its noun or measure."""
    figure, text, kind = stand.figure, stand.side.text, stand.figure.kind
    named = kind.name if kind.name in KNOWN else figure.quantity.counted or figure.quantity.unit or ""
    value = "" if kind.name == UNKNOWN and not figure.quantity.counted else named
    words = _words(text, figure.quantity.counted_spans)
    why = (kind.why,) if kind.why in stand.side.sentence and not any(kind.why in word for word in words) else ()
    return Answer(value=value, words=words + why, note="read from words further off" if value and kind.is_guess else "")


def place(stand: Stand) -> Answer:
    """Gives where the count is of: its own place, the state that counts at home, or how wide the sentence says that it is."""
    figure, side = stand.figure, stand.side
    own = _slot_words(figure.quantity, "place", side.text)
    if figure.place:
        name = r"\W+".join(map(re.escape, figure.place.split()))
        found = re.search(rf"\b{name}\b", side.sentence, re.I)
        words = own or ((found.group(),) if found else ())
        return Answer(value=words[0] if words else figure.place, words=words, note="" if words else "that of the one who gives it")  # fmt: skip
    if level := figure.kind.level:
        words = _found_in(side, (p for name, p in LEVELS if name == level), _NAME)
        return Answer(value=f"for {level}", words=words)
    if own:
        return Answer(note=f"“{own[0]}” is where the one who gives it sits")
    names = dict.fromkeys(_words(side.text, tuple(p.span for p in stand.reading.places)))
    named = [f"“{name}”" for name in names if re.search(rf"\b{re.escape(name)}\b", stand.sentence)]
    return Answer(note=f"the sentence names {', '.join(named)}, not read as where the count is of" if named else "")


_NAME = re.compile(r"(?: [A-ZÀ-Þ][\w’'-]*)*")  # "in the port of" leads to a name


def group(stand: Stand, other: Stand) -> Answer:
    """Gives whom the count takes in by the words round it, how it is put, and at which stage of things it is, where that parts the two."""
    figure, side = stand.figure, stand.side
    group, whole = figure.quantity.group, whole_of(stand)
    parted = other_stage(side.stages, other.side.stages)
    put = figure.status if _NOT_SIMPLY & {figure.status, other.figure.status} else ""
    scopes = sorted(figure.kind.scopes)
    words = [*_slot_words(figure.quantity, "group", side.text), *((whole.span.of(side.text),) if whole else ())]
    for scope in scopes:
        words += _found_in(side, (p for name, p in _SCOPE_WORDS if name == scope))
    if parted:
        words += _found_in(side, (p for _, stage, p in STAGES if stage == parted[0]))
    value = (
        group or "",
        f"part of {plain(whole)}" if whole else "",
        *scopes,
        f"put as {put}" if put else "",
        f"stage: {parted[0]}" if parted else "",
    )
    rule = figure.claim.status_rule if put and figure.claim else ""
    note = (
        (rule if rule.startswith(_DECIDED) else f"so put by the rule “{rule}”")
        if rule and figure.status == (figure.claim and figure.claim.status)
        else ""
    )
    return Answer(value=", ".join(dict.fromkeys(v for v in value if v)), words=tuple(dict.fromkeys(words)), note=note)


def whole_of(stand: Stand) -> Quantity | None:
    """Gives the number of its page as a part of which a figure is given; None for none."""
    wholes = (tie.other for tie in stand.side.ties if tie.forward and tie.relation in ("part of", "of total"))
    return next(wholes, None)


_DECIDED = "decided by "  # a person, whose answer stands in the machine's place
_NOT_SIMPLY = frozenset({"planned", "forecast", "possible", "denied", "not confirmed"})
_SCOPE_WORDS = (*SCOPES, *((name, pattern) for name, _, pattern in MARKED))


def is_to_come(figure: Figure) -> bool:
    """Says whether the day that a figure speaks of was still ahead when its page was published."""
    return bool(figure.as_of and figure.published and figure.as_of > figure.published)


def day(stand: Stand) -> Answer:
    """Gives the day or stretch that the number is of; where the passage gives none, its page's day is noted."""
    figure = stand.figure
    notes = [
        f"the page is of {figure.published}" if figure.published else "the page has no date",
        *_notes_on_day(stand),
    ]
    if period := stand.side.period:
        start = f"from {period.earliest}" if period.earliest else "from a start without a date"
        return Answer(value=f"{start} on" if period.is_open else f"{start} to {period.latest}", words=_time_words(stand), note="; ".join(notes))  # fmt: skip
    if figure.as_of:
        return Answer(value=figure.as_of, words=_time_words(stand), note="; ".join(notes))
    return Answer(note="; ".join(notes))


def _notes_on_day(stand: Stand) -> Iterator[str]:
    figure, release = stand.figure, stand.release
    if figure.told_again:
        yield f"told again as an earlier figure: “{figure.told_again}”"
    if release is not None and release.day and release.day != (figure.as_of or figure.published):
        yield f"the case has this figure from {release.day} on"


def _time_words(stand: Stand) -> tuple[str, ...]:
    figure, text = stand.figure, stand.side.text
    if own := _slot_words(figure.quantity, "as_of", text):
        return own
    roles = {time.timex for time in figure.claim.times} if figure.claim else set()
    start, end = figure.sentence
    found = [t for t in stand.reading.timexes if t.id in roles and t.earliest]
    exact = [t for t in found if (t.latest or t.earliest or "")[:10] == figure.as_of]
    return _words(text, tuple(t.span for t in exact or [t for t in found if start <= t.span.start < end])[:1])


def amount(stand: Stand) -> Answer:
    """Gives the number as read, with its bound and measure."""
    quantity, text = stand.figure.quantity, stand.side.text
    words = _words(text, _joined(quantity.comparator_span, quantity.span))
    if quantity.comparator == "vague":
        return Answer(value=f"vague, {plain(quantity)} as a word", words=words)
    value = " ".join(w for w in (quantity.comparator or "", plain(quantity), quantity.unit or "") if w)
    return Answer(value=value, words=words)


def _joined(bound: Span | None, number: Span) -> tuple[Span, ...]:
    """Gives the words of a bound and of its number, as one where they stand together."""
    if bound is None:
        return (number,)
    first, last = sorted((bound, number))
    return (Span(first.start, max(first.end, last.end)),) if last.start - first.end <= 1 else (first, last)


def plain(quantity: Quantity) -> str:
    """Gives the bare number, or both ends of a range."""
    low, high = (f"{bound.normalize():,f}" for bound in (quantity.low, quantity.high))
    return low if low == high else f"{low} to {high}"


def _words(text: str, spans: tuple[Span, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(span.of(text).split()) for span in spans))


def _slot_words(quantity: Quantity, name: str, text: str) -> tuple[str, ...]:
    return _words(text, tuple(span for slot, span in quantity.slot_spans if slot == name))


def _found_in(side: Side, patterns: Iterable[re.Pattern[str]], rest: re.Pattern[str] | None = None) -> tuple[str, ...]:
    """Gives the first words of the sentence that one of the patterns finds, those beside the number before others, with the `rest` that
    follows them."""
    for pattern in patterns:
        for stretch in (side.tail, side.lead, side.sentence):
            if match := pattern.search(stretch):
                more = rest.match(stretch, match.end()) if rest else None
                return (" ".join(stretch[match.start() : more.end() if more else match.end()].split()),)
    return ()
