"""Status: how firmly the page or the speaker puts it. Never our verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from firsthand.records.span import Span

Status = Literal[
    "planned", "asserted", "reported", "possible", "forecast", "confirmed", "not confirmed", "denied", "corrected"
]
STATUSES: tuple[str, ...] = get_args(Status)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCue:
    """Words that set a status, and the stretch of text over which they hold (usually a clause). `rule` names the list or rule."""

    span: Span
    scope: Span
    status: Status
    rule: str = ""
