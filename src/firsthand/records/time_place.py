"""When and where: timexes and places, resolved or with the reason why not."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.records.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A temporal expression. Either `earliest` and `latest` (ISO dates, inclusive) or `unresolved` says why not.

    `type` is DATE, TIME, DURATION or SET; `value` the TIMEX3 value ("" when unresolved). `granularity` is day, week, month, quarter,
    year, hour …; `anchor` what it was counted from ("published 2024-03-14", "2024-03-12 (earlier expression)"). A guess is marked
    in `guessed`: the value may be scored, the ledger shows it as unresolved.
    `bound` is set where the words before it make it one end of a stretch: since, from and after open at `earliest` (after: the day
    past `latest`), until, to, by and before close at `latest` (before: the day ahead of `earliest`); from and to stand in pairs, any other
    leaves the far end open. `bound_span` are those words. `zone` is the zone of an hour as written ("EST", "local time").
    """

    id: str
    span: Span
    type: str
    value: str
    earliest: str | None = None
    latest: str | None = None
    granularity: str | None = None
    anchor: str | None = None
    unresolved: str | None = None
    guessed: bool = False
    rule: str = ""
    bound: str | None = None
    bound_span: Span | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A toponym. `point` is (latitude, longitude) in degrees; None with `alternatives` when the name stays ambiguous."""

    id: str
    span: Span
    name: str
    gazetteer_id: str | None = None
    point: tuple[float, float] | None = None
    country: str | None = None
    region: str | None = None
    alternatives: tuple[str, ...] = ()
    rule: str = ""
