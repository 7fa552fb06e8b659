"""How firmly a claim is put: the one place that decides which status wins.

Rows stand in the order of precedence: the first that fits decides. A withdrawal outranks a denial, a denial a refusal, a refusal a
confirmation; hearsay counts only where nobody is named; then possibility, plan and forecast; the rest is asserted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firsthand.claims.content import word_set
from firsthand.claims.draft import Draft
from firsthand.claims.givers import can_speak
from firsthand.claims.lexicon import words
from firsthand.claims.stretches import after_dateline, noun_phrase_end
from firsthand.claims.view import FINITE, Line, View
from firsthand.records import Span, Status, StatusCue, hull
from firsthand.text.ordered import Ordered

_DENYING = words("deny reject dismiss dispute refute rebut contest contradict")
_CORRECTING = words("correct retract withdraw revise clarify recant")
_CONFIRMING = words("confirm acknowledge concede admit verify")
_PLANNING = words("promise pledge vow plan threaten intend aim offer")
_FORETELLING = words("predict forecast expect anticipate project see bet")
_WEIGHING = words("float mull")
_ASSURING = words("guarantee assure swear")  # of what is to come they make a promise
_SILENT = frozenset({"stays silent", "keeps mum"})
# "Did not expect the vote" is no silence, "did not want to comment" is.
_WISHES = words("recommend believe think expect want ask")
_UNWILLING = re.compile(r"\b(?:want|wish|agree)\w* to \w+$", re.I)
_AHEAD = frozenset({"possible", "planned", "forecast"})
# Status rules that tell how the saying is meant, wherever the words themselves stand: "Rejecting the charge, she said …".
FRAMES = frozenset({"in an admission", "rejecting a charge", "backing away", "apologises and says", "not as it said"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What a row looks at: the draft, cues outside its content that govern it (`over`), and cues inside (`inside`)."""

    draft: Draft
    over: tuple[StatusCue, ...]
    inside: tuple[StatusCue, ...]
    called: Status | None = None
    saw: bool = False
    unwilling: bool = False

    def first(self, status: Status, *, over: bool = True, inside: bool = True) -> str | None:
        """Gives the rule of the first cue of this status, or None."""
        found = [*(self.over if over else ()), *(self.inside if inside else ())]
        return next((c.rule or c.status for c in found if c.status == status), None)


Row = tuple[Status, Callable[[Seen], str | None]]


def _corrected(seen: Seen) -> str | None:
    if seen.draft.lemma in _CORRECTING and not seen.draft.refused:
        return f"verb {seen.draft.lemma}"
    return seen.first("corrected")


_CALLING = words("call describe dismiss denounce brand label condemn term")
# What is called so is words, or is left to "it"; a person called a liar is only insulted.
_CALLED: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("denied", re.compile(
        r"\b(?:as )?[“‘\"']?(?:an? |the |mere |pure |outright |\w+ly )*(?:invention|fabrication|lies?|fakes?|nonsense|hoax|fiction|fantasy|falsehood|slander|provocation|rubbish|absurd|disinformation|propaganda|false|"
        r"untrue|inaccurate|incorrect|wrong|baseless|groundless|unfounded|fabricated|fake)\b", re.I)),
    ("confirmed", re.compile(r"\bas [“‘\"']?(?:\w+ly )?(?:authentic|genuine|accurate|true|correct)\b", re.I)),
)  # fmt: skip


def _denied(seen: Seen) -> str | None:
    if seen.called == "denied":
        return f"verb {seen.draft.lemma} as false"
    if seen.draft.lemma in _DENYING and not seen.draft.refused:
        return f"verb {seen.draft.lemma}"
    # "They conceded that the figures were false" vouches for just that.
    rule = None if seen.draft.refused else seen.first("denied", inside=seen.draft.lemma not in _CONFIRMING)
    long = sum(s.end - s.start for s in seen.draft.content) > 40
    return None if rule and rule.startswith("elliptical") and (long or not seen.draft.attributed) else rule


def _not_confirmed(seen: Seen) -> str | None:
    if seen.draft.refused and (seen.unwilling or seen.draft.lemma not in _WISHES):
        return "the cue itself is negated"
    return seen.first("not confirmed")


def _confirmed(seen: Seen) -> str | None:
    if seen.draft.lemma in _CONFIRMING and not seen.draft.refused:
        return f"verb {seen.draft.lemma}"
    if seen.called == "confirmed":
        return f"verb {seen.draft.lemma} as true"
    return seen.first("confirmed", inside=not seen.draft.attributed)


def _reported(seen: Seen) -> str | None:
    return None if seen.draft.attributed else seen.first("reported")


def _possible(seen: Seen) -> str | None:
    return f"verb {seen.draft.lemma}" if seen.draft.lemma in _WEIGHING else seen.first("possible")


def _planned(seen: Seen) -> str | None:
    ahead = seen.first("planned") or (seen.first("forecast") if seen.draft.lemma in _ASSURING else None)
    return (
        f"verb {seen.draft.lemma}"
        if seen.draft.lemma in _PLANNING or (ahead and seen.draft.lemma in _ASSURING)
        else ahead
    )


def _forecast(seen: Seen) -> str | None:
    foretells = seen.draft.lemma in _FORETELLING and not seen.saw
    return f"verb {seen.draft.lemma}" if foretells else seen.first("forecast")


PRECEDENCE: tuple[Row, ...] = (
    ("corrected", _corrected),
    ("denied", _denied),
    ("not confirmed", _not_confirmed),
    ("confirmed", _confirmed),
    ("reported", _reported),
    ("possible", _possible),
    ("planned", _planned),
    ("forecast", _forecast),
)


def status_of(view: View, draft: Draft, cues: Ordered[StatusCue]) -> tuple[Status, str]:
    """Gives the status of a draft and the name of the rule that decided it."""
    if draft.status is not None:
        return draft.status, draft.status_rule
    reach = hull((*draft.content, *draft.cue, view.lines[draft.line].span))
    told = [c for c in cues.over(reach.start, reach.end) if _tells(view, draft, c)]
    seen = Seen(
        draft,
        tuple(c for c in told if _governs(view, draft, c)),
        tuple(c for c in told if _inside(view, draft, c, told)),
        _called(view, draft),
        any(w in ("saw", "seen") for s in draft.cue for w in s.of(view.text).lower().split()),
        any(_UNWILLING.search(s.of(view.text)) for s in draft.cue),
    )
    for status, row in PRECEDENCE:
        rule = row(seen)
        if rule is not None:
            return status, rule
    return "asserted", "nothing weakens or strengthens it"


def _called(view: View, draft: Draft) -> Status | None:
    """Gives what calling something so makes of it: "called the report inaccurate" denies it, "described the memo as authentic" vouches for it."""
    if draft.lemma not in _CALLING or draft.refused or not draft.content:
        return None
    said = " ".join(s.of(view.text) for s in draft.content)
    status, found = next(
        ((status, found) for status, pattern in _CALLED if (found := pattern.search(said))), (None, None)
    )
    if status is None or found is None:
        return None
    topic = Span(draft.content[0].start, max(draft.content[0].start + found.start(), draft.content[0].start + 1))
    insults = not found.group().startswith("as ") and any(m.kind == "person" for m in view.mentions_in(topic))
    return None if insults else status


def _tells(view: View, draft: Draft, cue: StatusCue) -> bool:
    """Says whether a cue can be about this draft at all: "would" in somebody's own words is a habit or a wish, and only who could speak is silent."""
    if cue.rule == "calls it false" and draft.lemma in _CALLING:
        return _called(view, draft) == "denied"
    if cue.rule == "will" and draft.kind == "direct":
        return not cue.span.of(view.text).lower().startswith(("would", "'d", "’d"))
    if cue.rule.startswith("elliptical"):  # "he had not", and no more
        return all(s.end - cue.span.end <= 2 for s in draft.content if s.contains(cue.span))
    if cue.rule in _SILENT and not draft.attributed:
        line = view.lines[draft.line]
        start = after_dateline(line)
        end = noun_phrase_end(line, start) if start < len(line.tokens) else start
        return end > start and can_speak(view, line, (start, end))
    return True


def _governs(view: View, draft: Draft, cue: StatusCue) -> bool:
    """Says whether a cue outside the content rules over it: it is the reporting verb itself, or its scope takes the content in."""
    if any(cue.span.overlaps(s) for s in draft.cue):
        return True
    if any(cue.span.overlaps(s) for s in draft.content):
        return False
    line = view.lines[draft.line]
    if cue.rule in FRAMES and _frames(view, draft, cue):
        return True
    if not line.span.overlaps(cue.span) or any(cue.span.overlaps(s) for s in draft.source):
        return False
    return _share(view, draft, cue) >= 0.6 and not draft.attributed


def _frames(view: View, draft: Draft, cue: StatusCue) -> bool:
    """Says whether a cue tells how the draft is said: it opens the sentence before the speaker, or follows the statement after a comma."""
    line = view.lines[draft.line]
    if not draft.cue or not line.span.overlaps(cue.span):
        return False
    said = draft.cue[0].start
    if cue.span.end <= said:
        between = view.text[cue.span.end : min(s.start for s in (*draft.cue, *draft.source) if s.start >= cue.span.end)]
        return between.strip() == "and" or (
            line.token_at(cue.span.start) <= 2 and between.count(",") == 1 and between.rstrip().endswith(",")
        )
    before = [s.end for s in (*draft.content, *draft.cue, *draft.source) if s.end <= cue.span.start]
    return bool(before) and view.text[max(before) : cue.span.start].strip(" ,") == ""


def _inside(view: View, draft: Draft, cue: StatusCue, cues: Sequence[StatusCue]) -> bool:
    """Says whether a cue inside the content is about the content as a whole: its scope holds the beginning or most of the words."""
    if not any(s.contains(cue.span) for s in draft.content):
        return False
    first = draft.content[0]
    opening = view.line_at(first.start)
    if opening is not None and cue.status in _AHEAD and _second_verb(opening, first, cue):
        return any(c.status in _AHEAD and first.contains(c.span) and c.span.end < cue.span.start for c in cues)
    if opening is not None and cue.span.start >= opening.span.end:
        return False  # a later sentence of a long quotation does not set the status of the first
    starts = any(cue.scope.start <= s.start < cue.scope.end for s in draft.content)
    return (
        starts or _share(view, draft, cue) >= 0.5 or (opening is not None and _main_verb_is_cued(opening, first, cue))
    )


def _second_verb(line: Line, content: Span, cue: StatusCue) -> bool:
    """Says whether a cue stands on the second of two verbs ("has broken her wrist and will miss the race"): the first sets the status."""
    at = line.token_at(cue.span.start)
    link = next(
        (i for i in range(at - 1, -1, -1) if line.tag(i) == "CC" or line.word(i) == ";" or line.tag(i) in FINITE), None
    )
    if link is None or line.tag(link) in FINITE:
        return False
    # "As they work, the towns and the sea will": two nouns; ", and it will", "; it will": a second clause
    parted = line.word(link) == ";" or line.word(link - 1) == ","
    clause = -1 if parted else max((i for i in range(link) if line.word(i) == ","), default=-1)
    own = [i for i in range(clause + 1, link) if content.start <= line.tokens[i].start]
    return bool(own) and (
        line.tag(own[0]) == "VB" or any(line.tag(i) in FINITE for i in own)
    )  # an order begins with its verb


def _main_verb_is_cued(line: Line, content: Span, cue: StatusCue) -> bool:
    """Says whether no other clause but a fronted one ("As they work on, …") has a verb before the cue."""
    before = [i for i, t in enumerate(line.tokens) if content.start <= t.start < cue.span.start]
    if before and line.word(before[0]) in ("as", "while", "when", "after", "although", "if", "since"):
        comma = next((i for i in before if line.tokens[i].text == ","), None)
        before = [i for i in before if comma is not None and i > comma] if comma is not None else before
    opens = next((i for i in before if line.tag(i) in ("WP", "WDT") and line.word(i - 1) == ","), None)
    closes = next((i for i in reversed(before) if opens is not None and i > opens and line.word(i) == ","), None)
    if opens is not None and closes is not None:  # "researchers, who fitted 40 animals, will …"
        before = [i for i in before if not opens <= i <= closes]
    return not any(line.tag(i) in FINITE for i in before)


def _share(view: View, draft: Draft, cue: StatusCue) -> float:
    content = word_set(view, draft.content)
    return len(content & word_set(view, (cue.scope,))) / len(content) if content else 0.0
