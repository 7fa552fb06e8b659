"""Which expressions are one end of a stretch: "since 2022", "by the end of March", "from Monday to Wednesday".

TIMEX3 has no value for a stretch with an open end, so the expression keeps its own value and days, and the words before it say
which side is open. The two ends of a pair are read together: "between March and May 2023" puts both into 2023, and the
second end of "from Friday to Tuesday" is never before the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from firsthand.annotate.timex import calendar as cal
from firsthand.records import Document, Span, Timex

# "By Friday" is a limit, "by 12 March" too; "after Tuesday's vote" counts from the vote and not from the day.
_OPEN_ENDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?P<word>{words}) (?:the |about |around |at least |late |early )?$", re.I))
    for name, words in (
        (
            "since",
            "since|ever since|starting|starting on|beginning|beginning on|effective|effective from|from (?=.{0,12}on(?:wards?)?$)",
        ),
        ("until", "until|till|up to|up until|through|valid through|expires? (?:on|in|at)|expiring (?:on|in|at)"),
        ("by", "by|no later than|not later than"),
        ("before", "before|prior to|ahead of"),
        ("after", "after|following"),
    )
)
_FROM = re.compile(r"\b(?P<word>from|between) (?:the |late |early )?$", re.I)
_TO = re.compile(r"\s*(?P<word>to|through|until|till|into|up to|and|[–—-])\s*(?:the |late |early )?", re.I)
_ONWARDS = re.compile(r" on(?:wards?)?\b(?! \w+day)", re.I)
_POSSESSIVE = re.compile(r"[’']s?\b")
_DASHES = frozenset("-–—")
_LOOK = 24
_BORROWERS = frozenset(["month", "day"])


def with_bounds(document: Document, timexes: Sequence[Timex]) -> tuple[Timex, ...]:
    """Gives the expressions with their bounds; the days of a pair agree with one another."""
    marked = [_open_end(document, timex) for timex in timexes]
    for index, (first, second) in enumerate(pairwise(marked)):
        words = _pair(document, first, second)
        if words:
            marked[index : index + 2] = _agreed(first, second, *words)
    return tuple(marked)


def _open_end(document: Document, timex: Timex) -> Timex:
    if timex.type not in ("DATE", "TIME") or _POSSESSIVE.match(document.text, timex.span.end):
        return timex
    before = document.text[max(0, timex.span.start - _LOOK) : timex.span.start]
    for name, pattern in _OPEN_ENDS:
        if match := pattern.search(before):
            return replace(timex, bound=name, bound_span=_span(timex.span.start - len(before), match))
    match = _FROM.search(before)
    if match and match["word"].lower() == "from" and _ONWARDS.match(document.text, timex.span.end):
        return replace(timex, bound="since", bound_span=_span(timex.span.start - len(before), match))
    return timex


def _span(offset: int, match: re.Match[str]) -> Span:
    return Span(offset + match.start("word"), offset + match.end("word"))


def _pair(document: Document, first: Timex, second: Timex) -> tuple[Span | None, Span] | None:
    """Gives the words that make two neighbours the ends of one stretch; the first may lack one ("Sunday through Tuesday")."""
    if first.type not in ("DATE", "TIME") or second.type not in ("DATE", "TIME"):
        return None
    link = _TO.fullmatch(document.text[first.span.end : second.span.start])
    if link is None:
        return None
    before = document.text[max(0, first.span.start - _LOOK) : first.span.start]
    opening = _FROM.search(before)
    word = link["word"].lower()
    wanted = {"and": "between"}.get(word)
    said = opening["word"].lower() if opening else None
    is_dash = word in _DASHES and first.granularity == second.granularity == "year"
    if (wanted and said != wanted) or (said is None and word not in ("through", "until", "till") and not is_dash):
        return None
    at = first.span.end
    return (
        _span(first.span.start - len(before), opening) if opening else None,
        Span(at + link.start("word"), at + link.end("word")),
    )


def _agreed(first: Timex, second: Timex, opening: Span | None, link: Span) -> Iterator[Timex]:
    first = _in_the_year_of(first, second)
    second = _not_before(first, second)
    yield replace(first, bound="from", bound_span=opening or link)
    yield replace(second, bound="to", bound_span=link)


def _in_the_year_of(first: Timex, second: Timex) -> Timex:
    """Gives the first end in the year that is written only beside the second ("between March and May 2023")."""
    if first.anchor == cal.AS_WRITTEN or second.anchor != cal.AS_WRITTEN or first.granularity not in _BORROWERS:
        return first
    if not second.earliest or not re.match(r"\d{4}-\d\d", first.value):
        return first
    month, year = int(first.value[5:7]), int(second.earliest[:4])
    year -= month > int(second.earliest[5:7]) and second.granularity in _BORROWERS
    reading = (
        cal.month(year, month) if first.granularity == "month" else cal.day_of(year, month, int(first.value[8:10]))
    )
    return _with_days(first, reading.value, reading.first, reading.last, f"{second.value} (the other end)")


def _not_before(first: Timex, second: Timex) -> Timex:
    """Gives the second end a week or a year later where it would lie before the first."""
    if not (first.earliest and second.earliest and second.latest) or second.earliest >= first.earliest:
        return second
    if second.anchor == cal.AS_WRITTEN or second.granularity not in ("day", "month"):
        return second
    begin, end = date.fromisoformat(second.earliest), date.fromisoformat(second.latest)
    if second.granularity == "day" and (date.fromisoformat(first.earliest) - begin).days < 7:
        begin, end = begin + timedelta(days=7), end + timedelta(days=7)
        value = begin.isoformat()
    else:
        begin, end = cal.shift(begin, "year", 1), cal.shift(end, "year", 1)
        value = begin.isoformat()[: len(second.value)]
    return _with_days(second, value, begin, end, f"{first.value} (the other end)")


def _with_days(timex: Timex, value: str, first: date | None, last: date | None, anchor: str) -> Timex:
    if first is None or last is None:
        return timex
    return replace(
        timex, value=value, earliest=first.isoformat(), latest=last.isoformat(), anchor=anchor, unresolved=None, guessed=False
    )  # fmt: skip
