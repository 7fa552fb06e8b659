"""Where and when a story is at home: what its pages leave unsaid because it goes without saying."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from firsthand.reconcile.days import Stretch, days_between
from firsthand.reconcile.facts import fold
from firsthand.reconcile.figures import Figure

HOME_TIMES = 3
HOME_SHARE = 0.4
HOME_SHARE_OF_PAGES = 0.6


def at_home(figures: Sequence[Figure], texts: Collection[str] = ()) -> list[Figure]:
    """Gives the figures of one story with the story's own place and time taken as said: "19 dead in Orsa" and "19 dead" are of one place
    there, and so is a count since the day on which it began. `texts` are those of its pages."""
    home, began = _home(figures, texts), min((f.published for f in figures if f.published), default=None)
    return [
        replace(f, place=None if f.place == home else f.place, period=None if _is_all_along(f, began) else f.period)
        for f in figures
    ]


def _home(figures: Sequence[Figure], texts: Collection[str]) -> str | None:
    """Gives the place that many numbers are given for, or that most of the pages name; None for no such place."""
    named = Counter(f.place for f in figures if f.place and f.quantity.place)
    if not named:
        return None
    home, times = min(named.items(), key=lambda n: (-n[1], n[0]))
    if times >= HOME_TIMES:
        return home if times >= HOME_SHARE * named.total() else None
    there = sum(home in " ".join(map(fold, re.findall(r"\w+", text))) for text in texts)
    return home if len(texts) >= HOME_TIMES and there > HOME_SHARE_OF_PAGES * len(texts) else None


def _is_all_along(figure: Figure, began: str | None) -> bool:
    """Says whether a number counts from the first days of the story on: then it counts all of it."""
    period = figure.period
    if period is None or not period.earliest or not (period.is_open or _is_up_to_now(period, figure)):
        return False
    return (days_between(period.earliest, began) or 0) <= 1 if began else False


def _is_up_to_now(period: Stretch, figure: Figure) -> bool:
    """Says whether a stretch ends on the day of its page or the day before: "between 13 and 17 October" told on the 18th."""
    return (days_between(period.latest, figure.published) or 0) <= 1 if figure.published else False
