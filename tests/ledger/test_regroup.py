"""Views as people joined and parted them: what a decision touches, and what it leaves alone."""

from __future__ import annotations

from firsthand.ledger.regroup import regroup
from firsthand.records import Origin, Release, Review, Settlement

AT = "2031-01-01T00:00:00Z"


def release(name: str, origin: str, day: str | None) -> Release:
    return Release(
        id=f"o{name}", asserter="Ilse Marn", entity="ilse marn", established=True, origin=origin, series="s1", figures=((f"c{name}", f"q{name}"),),
        low="12", high="12", comparator=None, counted="people", place=None, as_of=day, first_published=day, articles=(f"r{name}",), reasons=("one statement",),
        words="12",
    )  # fmt: skip


def origin(name: str, *releases: Release) -> Origin:
    return Origin(id=name, asserter="Ilse Marn", established=True, releases=tuple(r.id for r in releases), articles=tuple(sorted(r.articles[0] for r in releases)), reasons=("one statement",))  # fmt: skip


LATE, EARLY = release("1", "g1", "2031-05-09"), release("2", "g1", "2031-05-04")
ONE, OTHER = release("3", "g3", "2031-05-05"), release("4", "g4", "2031-05-06")
SETTLED = Settlement(
    judgements=(), releases=(LATE, EARLY, ONE, OTHER), series=(), stories=(),
    origins=(origin("g1", EARLY, LATE), origin("g3", ONE), origin("g4", OTHER)),
)  # fmt: skip


def joined(subject: Release, other: Release) -> Review:
    return Review(subject=subject.figures[0][1], action="relate", object=other.figures[0][1], value="same origin", by="Ada", at=AT, reason="one letter")  # fmt: skip


def test_an_origin_nobody_touched() -> None:
    """its releases stay in the order of their days, whatever was decided of others"""
    after = regroup(SETTLED, [joined(ONE, OTHER)])
    assert [o.id for o in after.origins] == ["g1", "g3"]
    assert after.origins[0] == SETTLED.origins[0] and after.origins[0].releases == ("o2", "o1")


def test_joined_origins() -> None:
    """the releases of both, in the order of their days, with who decided and why"""
    after = regroup(SETTLED, [joined(OTHER, LATE)])
    assert [o.id for o in after.origins] == ["g1", "g3"]
    assert after.origins[0].releases == ("o2", "o4", "o1")
    assert "decided by Ada: one letter" in after.origins[0].reasons
    assert after.origins[1] == SETTLED.origins[1]
