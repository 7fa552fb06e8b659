"""Which figure of a series is the newest, and how sure the order is: by the day it holds for, then by the hour it was first published.

Hours are compared only where a page states them with their zone. Of two figures of one day without such hours neither is newer:
the order stays open and is said to be.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from firsthand.records import Release

Published = Mapping[str, str | None]  # article id → when it was published, as the page states it


@dataclass(frozen=True, slots=True, kw_only=True)
class Newest:
    """The newest release somebody named gave (of all, where nobody is named).

    `at` is when it was first published, as the page states it. `tied` are those of the same day (or, like it, of none) of which it cannot be
    said whether they came before or after; `before` the one just before, where the order is known; `nameless` newer ones that name nobody. `at_once`: those tied
    were published at the same time as it.
    """

    release: Release
    at: str | None
    tied: tuple[Release, ...] = ()
    before: Release | None = None
    nameless: tuple[Release, ...] = ()
    at_once: bool = False


def first_stamp(release: Release, published: Published) -> str | None:
    """Gives the earliest time at which a page carried a release, as that page states it; one with its zone before one without."""
    stamps = [stamp for article in release.articles if (stamp := published.get(article))]
    zoned = sorted((moment, stamp) for stamp in stamps if (moment := moment_of(stamp)))
    days = sorted(stamps)
    if zoned and zoned[0][1][:10] <= days[0][:10]:
        return zoned[0][1]
    return days[0] if days else release.first_published


def moment_of(stamp: str | None) -> datetime | None:
    """Gives a stamp as a moment in UTC; None for one without an hour or without a zone.

    >>> moment_of("2031-05-04T09:00:00+02:00").hour
    7
    """
    if stamp is None or len(stamp) < 16:
        return None
    try:
        read = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return read.astimezone(UTC) if read.tzinfo else None


def newest(releases: Sequence[Release], published: Published) -> Newest:
    """Gives the newest of a series' releases (there is at least one); what pages only tell again as an earlier figure is not the newest."""
    fresh = [release for release in releases if not release.told_again] or list(releases)
    named = [release for release in fresh if release.established] or fresh
    stamps = {release.id: first_stamp(release, published) for release in releases}
    moments = {identity: moment_of(stamp) for identity, stamp in stamps.items()}

    def place(release: Release) -> tuple[str, bool, datetime, bool, str]:
        moment = moments[release.id]
        return release.day, moment is not None, moment or datetime.min.replace(tzinfo=UTC), release.is_named, release.id

    ordered = sorted(named, key=place)
    lead = ordered[-1]
    same = [release for release in ordered[:-1] if release.day == lead.day]
    tied = tuple(r for r in same if moments[r.id] is None or moments[lead.id] is None or moments[r.id] == moments[lead.id])  # fmt: skip
    known = [release for release in ordered[:-1] if release not in tied and release.day]
    nameless = tuple(r for r in fresh if not r.established and r not in named and place(r) > place(lead) and r.day)
    return Newest(
        release=lead,
        at=stamps[lead.id],
        tied=tied,
        before=known[-1] if known else None,
        nameless=nameless,
        at_once=bool(tied) and all(moments[r.id] for r in (lead, *tied)),
    )


def first_of(releases: Sequence[Release], apart: Collection[str] = ()) -> Release:
    """Gives the release a series opens with: the first that is neither set apart (a part of another) nor only told again as an earlier figure."""
    return next((r for r in releases if r.id not in apart and not r.told_again), releases[0])
