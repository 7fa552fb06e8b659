"""Days between ISO dates, where both are known."""

from __future__ import annotations

from datetime import date


def days_between(a: str | None, b: str | None) -> int | None:
    """Gives the days between two ISO dates; None when one is unknown or unreadable.

    >>> days_between("2031-05-30", "2031-06-02T10:00:00Z"), days_between("2031-05-30", None)
    (3, None)
    """
    try:
        return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days) if a and b else None
    except ValueError:
        return None
