"""When a figure is of: the day that its own words give it, or its claim's, and the stretch of time that it counts over."""

from __future__ import annotations

import re
from collections.abc import Mapping

from firsthand.reconcile.days import Stretch
from firsthand.records import Claim, Quantity, Timex

_THAN = re.compile(r"\b(?:than|against|compared (?:with|to)|from)\s+(?:on\s+|in\s+)?$", re.I)


def day_of(
    quantity: Quantity, claim: Claim | None, timexes: Mapping[str, Timex], text: str, sentence: tuple[int, int]
) -> str | None:
    """Gives the day a figure speaks of: its own as-of words, else the day its claim was said; None when unresolved."""
    spans = [span for name, span in quantity.slot_spans if name == "as_of"]
    own = [t for t in timexes.values() if any(t.span.overlaps(s) for s in spans)]
    said = [timexes[t.timex] for t in claim.times if t.role == "said" and t.timex in timexes] if claim else []
    # "On Tuesday it had three, on Wednesday nine": the day nearest to the number is its own.
    said.sort(key=lambda t: abs(t.span.start - quantity.span.start))
    for timex in (*own, *said):
        if timex.bound in ("since", "from", "after") or _THAN.search(
            text, max(0, timex.span.start - 24), timex.span.start
        ):
            continue  # a start, or what the number is held against ("three fewer than on Thursday")
        if timex not in own and _is_of_a_clause_behind(quantity, timex, text, sentence):
            continue
        if timex.earliest and timex.granularity in (None, "day", "hour", "minute", "part of day") and not timex.guessed:
            return (timex.latest or timex.earliest)[:10]
    return None


def period_of(
    quantity: Quantity, claim: Claim, timexes: Mapping[str, Timex], sentence: tuple[int, int], words: str
) -> Stretch | None:
    """Gives the stretch of time a figure counts over: that of its own words, else the one of its claim in the same sentence."""
    spans = [span for name, span in quantity.slot_spans if name == "as_of"]
    own = [t for t in timexes.values() if any(t.span.overlaps(s) for s in spans)]
    told = [timexes[t.timex] for t in claim.times if t.role == "happened" and t.timex in timexes]
    for timex in own or [t for t in told if sentence[0] <= t.span.start < sentence[1]]:
        if timex.earliest and timex.latest and not timex.guessed and timex.bound not in ("by", "until", "to", "before"):
            stretch = Stretch(timex.earliest[:10], timex.latest[:10], timex.bound in ("since", "from", "after"))
            if stretch.is_long:
                return stretch
    return Stretch("", "", is_open=True) if _FROM_THE_START.search(words) else None


# From a start that has no date: "since the war began".
_FROM_THE_START = re.compile(
    r"\bsince (?:the|its|his|her) (?:\w+ ){1,3}(?:began|started|broke out)\b|\bsince the (?:start|beginning|outbreak)\b",
    re.I,
)


# A clause that hangs on the rest: what it says happened on its own day ("…, as relatives came whom nobody had reached the day before").
_CLAUSE = re.compile(
    r"(?:^|,)[^,.;:]{0,40}?\b(?:who|whom|whose|which)\b|,\s+(?:as|since|because|after|before|when|where|while|though|although)\b",
    re.I,
)


def _is_of_a_clause_behind(quantity: Quantity, timex: Timex, text: str, sentence: tuple[int, int]) -> bool:
    """Says whether a time stands in a clause that hangs on the one with the number, behind it in one sentence: it dates that clause."""
    if not quantity.span.end <= timex.span.start < sentence[1]:
        return False
    return bool(_CLAUSE.search(text, quantity.span.end, timex.span.start))
