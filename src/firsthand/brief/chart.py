"""Draws a figure series as steps over time: one mark a release, a range as a bar, the undated apart, nothing interpolated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from html import escape

from firsthand.records import Chart, Release, Series

Across = Callable[[int], float]  # a day to its place from the left
Up = Callable[[float], float]  # a value to its place from the top
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 720, 260, 56, 34, 18, 40


def draw(series: Series, releases: Sequence[Release], relations: Mapping[str, Sequence[str]] | None = None) -> Chart:
    """Gives the chart of a series. `relations` says for a release what it is to the others, in words (`standings`)."""
    relations = relations or {}
    title = series.label or series.counted
    numbers = [release for release in releases if release.comparator != "vague"]  # "dozens" has no place on an axis
    dated = [(stamp[:10], release) for release in numbers if (stamp := release.as_of or release.first_published)]
    rows = tuple(
        (stamp_of(r), r.shown, r.asserter or "nobody named", ", ".join(relations.get(r.id, ()))) for r in releases
    )
    described = "; ".join(f"{when}: {value}, {who}{f' ({what})' if what else ''}" for when, value, who, what in rows)
    return Chart(
        series=series.id,
        title=title,
        svg=_picture(title, dated, relations) if dated else "",
        description=f"{title}. {described}.",
        rows=rows,
    )


def stamp_of(release: Release) -> str:
    """Gives the day a release is placed at, or "undated"."""
    return (release.as_of or release.first_published or "undated")[:10]


def _picture(title: str, dated: Sequence[tuple[str, Release]], relations: Mapping[str, Sequence[str]]) -> str:
    days = [_ordinal(stamp) for stamp, _ in dated]
    first, last = min(days), max(days)
    top = max(float(release.high) for _, release in dated) * 1.1 or 1.0

    def across(day: int) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * ((day - first) / (last - first) if last > first else 0.5)

    def up(value: float) -> float:
        return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * value / top

    marks = [
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title, quote=True)}: the table beside it holds the same numbers" xmlns="http://www.w3.org/2000/svg">',
        *_axis(top, up),
        *_dates(sorted(set(days)), across),
    ]
    for origin in dict.fromkeys(release.origin for _, release in dated if release.established):
        own = [(day, release) for day, (_, release) in zip(days, dated, strict=True) if release.origin == origin]
        marks.append(_steps(own, across, up))
    taken: list[tuple[float, float]] = []
    for day, (_, release) in zip(days, dated, strict=True):
        marks.append(_label(across(day), up((float(release.low) + float(release.high)) / 2), release, taken))
    for day, (stamp, release) in zip(days, dated, strict=True):
        marks.append(
            _mark(
                across(day),
                up(float(release.low)),
                up(float(release.high)),
                stamp,
                release,
                relations.get(release.id, ()),
            )
        )
    return "".join(marks) + "</svg>"


def _ordinal(stamp: str) -> int:
    return date.fromisoformat(stamp).toordinal()


def _axis(top: float, up: Up) -> list[str]:
    step = _nice(top / 4)
    lines = []
    value = 0.0
    while value <= top:
        y = up(value)
        lines.append(f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        lines.append(
            f'<text class="tick" x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value:,.0f}</text>'
            if step >= 1
            else ""
        )
        value += step
    return lines


def _nice(raw: float) -> float:
    scale = 1.0
    while raw >= 10:
        raw, scale = raw / 10, scale * 10
    while 0 < raw < 1:
        raw, scale = raw * 10, scale / 10
    return next((nice for nice in (1, 2, 5, 10) if raw <= nice), 10) * scale


def _dates(days: Sequence[int], across: Across) -> list[str]:
    shown: list[str] = []
    edge = -1e9
    for day in days:
        x = across(day)
        if x - edge < 64:
            continue
        edge = x
        shown.append(
            f'<text class="tick" x="{x:.1f}" y="{_HEIGHT - _BOTTOM + 20}" text-anchor="middle">{date.fromordinal(day).isoformat()[5:]}</text>'
        )
    return shown


def _steps(own: Sequence[tuple[int, Release]], across: Across, up: Up) -> str:
    ordered = sorted(own, key=lambda pair: (pair[0], pair[1].id))
    path = ""
    for day, release in ordered:
        x, y = across(day), up(float(release.low))
        path += f"H{x:.1f}V{y:.1f}" if path else f"M{x:.1f} {y:.1f}"
    return f'<path class="steps" d="{path}"/>' if len(ordered) > 1 else ""


def _label(x: float, y: float, release: Release, taken: list[tuple[float, float]]) -> str:
    """Gives the value beside its mark, where there is room for it; the marks' titles and the table hold them all."""
    if any(abs(x - left) < 40 and abs(y - top) < 12 for left, top in taken):
        return ""
    taken.append((x, y))
    side, anchor = (-9, "end") if x > _WIDTH - _RIGHT - 40 else (9, "start")
    return f'<text class="tick label" x="{x + side:.1f}" y="{y - 5:.1f}" text-anchor="{anchor}">{escape(release.shown)}</text>'


def _mark(x: float, low: float, high: float, stamp: str, release: Release, relation: Sequence[str]) -> str:
    kind = "open" if not release.established else "disputed" if {"disputed", "denial"} & set(relation) else "named"
    said = f"{stamp}: {release.shown}, {release.asserter or 'nobody named'}{''.join(f', {word}' for word in relation)}"
    bar = f'<line class="range" x1="{x:.1f}" x2="{x:.1f}" y1="{low:.1f}" y2="{high:.1f}"/>' if low != high else ""
    return f'<g class="mark {kind}"><title>{escape(said)}</title>{bar}<circle cx="{x:.1f}" cy="{(low + high) / 2:.1f}" r="5"/></g>'
