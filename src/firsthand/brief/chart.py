"""Draws a figure series as steps over time: one mark a release, a range as a bar, the undated apart, nothing interpolated.

Figures of one day stand side by side in the order in which they were published, as far as the pages state hours. A figure that
a page calls a part of another is a mark of its own kind, tied to its whole, and no step of anybody's line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from html import escape

from firsthand.brief.newest import moment_of
from firsthand.records import Chart, Release, Series

Up = Callable[[float], float]  # a value to its place from the top
Box = tuple[float, float, float, float]  # left, top, right, bottom
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 720, 330, 44, 64, 22, 34
_SLOT, _LETTER, _LINE = 17.0, 7.6, 15.0  # pixels between figures of one day; a label's letter and line


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What a chart knows of releases beyond themselves, by their ids: what each is to the others in words, when it was first
    published, the whole it is a part of; and the newest of all."""

    relations: Mapping[str, Sequence[str]] = field(default_factory=dict)
    stamps: Mapping[str, str | None] = field(default_factory=dict)
    wholes: Mapping[str, Release] = field(default_factory=dict)
    newest: str = ""

    def kind(self, release: Release) -> str:
        """Gives how a release is drawn."""
        if release.id in self.wholes:
            return "part"
        if not release.established:
            return "open"
        said = self.relations.get(release.id, ())
        return "disputed" if any(word.startswith(("disputed", "denial")) for word in said) else "named"

    def said(self, release: Release) -> str:
        """Gives what stands beside a release in the table: what it is to the others, and of which it is a part."""
        whole = self.wholes.get(release.id)
        part = (f"part of {whole.shown}, {whole.giver}",) if whole else ()
        return "; ".join((*part, *self.relations.get(release.id, ())))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A release as a drawing in the browser needs it: `slot` is its place within its day (−1 to 1), `whole` the place in the list of what it is a part of."""

    day: str
    slot: float
    low: float
    high: float
    shown: str
    who: str
    said: str
    kind: str
    origin: str
    whole: int
    newest: bool
    claim: str


def marks_of(releases: Sequence[Release], extras: Extras) -> tuple[Mark, ...]:
    """Gives the marks of a series, in the order of their time; none for what has no day or no number."""
    days = _by_day([release for release in releases if release.comparator != "vague" and release.day], extras)
    ordered = [(release, number, len(given)) for given in days.values() for number, release in enumerate(given)]
    place = {release.id: at for at, (release, _, _) in enumerate(ordered)}
    return tuple(
        Mark(
            day=r.day, slot=(2 * number / (of - 1) - 1) if of > 1 else 0.0, low=float(r.low), high=float(r.high), shown=r.shown,
            who=r.giver, said=extras.said(r), kind=extras.kind(r), origin=r.origin,
            whole=place.get(extras.wholes[r.id].id, -1) if r.id in extras.wholes else -1, newest=r.id == extras.newest, claim=r.figures[0][0],
        )
        for r, number, of in ordered
    )  # fmt: skip


def _by_day(dated: Sequence[Release], extras: Extras) -> dict[str, list[Release]]:
    """Gives the figures of each day in the order in which they were published, those without a known hour first."""
    days: defaultdict[str, list[Release]] = defaultdict(list)
    for release in dated:
        days[release.day].append(release)
    never = datetime.min.replace(tzinfo=UTC)
    for given in days.values():
        given.sort(key=lambda r: (moment_of(extras.stamps.get(r.id)) or never, r.id))
    return {day: days[day] for day in sorted(days)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A release with where it stands in the picture."""

    release: Release
    x: float
    low: float
    high: float

    @property
    def y(self) -> float:
        return (self.low + self.high) / 2


def draw(series: Series, releases: Sequence[Release], extras: Extras | None = None) -> Chart:
    """Gives the chart of a series."""
    extras = extras or Extras()
    title = series.label or series.counted
    numbers = [release for release in releases if release.comparator != "vague"]  # "dozens" has no place on an axis
    dated = [release for release in numbers if release.day]
    rows = tuple((r.when, r.shown, r.giver, extras.said(r)) for r in releases)
    described = "; ".join(f"{when}: {value}, {who}{f' ({what})' if what else ''}" for when, value, who, what in rows)
    return Chart(
        series=series.id, title=title, svg=_picture(title, dated, extras) if dated else "", description=f"{title}. {described}.", rows=rows,
    )  # fmt: skip


def _picture(title: str, dated: Sequence[Release], extras: Extras) -> str:
    top = max(float(release.high) for release in dated) * 1.12 or 1.0

    def up(value: float) -> float:
        return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * value / top

    places, centres = _across(dated, extras)
    spots = [_Spot(release=r, x=places[r.id], low=up(float(r.low)), high=up(float(r.high))) for r in dated]
    by_id = {spot.release.id: spot for spot in spots}
    marks = [
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title, quote=True)}: the table beside it holds the same numbers" xmlns="http://www.w3.org/2000/svg">',
        *_axis(top, up),
        *_dates(centres),
        *_steps(spots, extras),
        *(_tie(spot, by_id[whole.id]) for spot in spots if (whole := extras.wholes.get(spot.release.id)) and whole.id in by_id),
        *_labels(spots, extras),
        *(_mark(spot, extras) for spot in spots),
    ]  # fmt: skip
    return "".join(marks) + "</svg>"


def _across(dated: Sequence[Release], extras: Extras) -> tuple[dict[str, float], dict[str, float]]:
    """Gives each release its place from the left, and each day the middle of its figures."""
    days = _by_day(dated, extras)
    first, last = (date.fromisoformat(day).toordinal() for day in (min(days), max(days)))
    width = (_WIDTH - _LEFT - _RIGHT) / max(last - first, 1)
    places, centres = {}, {}
    for day, given in days.items():
        start = _LEFT + 14 + width * (date.fromisoformat(day).toordinal() - first) if last > first else _WIDTH / 2
        gap = min(_SLOT, width * 0.7 / len(given))
        shift = gap * (len(given) - 1) if day == max(days) and last > first else 0  # the last day ends at the edge
        for number, release in enumerate(given):
            places[release.id] = start + gap * number - min(shift, 26)
        centres[day] = start + gap * (len(given) - 1) / 2 - min(shift, 26)
    return places, centres


def _axis(top: float, up: Up) -> list[str]:
    step = _nice(top / 4)
    lines = []
    value = 0.0
    while value <= top:
        y = up(value)
        lines.append(f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - 8}" y1="{y:.1f}" y2="{y:.1f}"/>')
        if step >= 1:
            lines.append(f'<text class="tick" x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value:,.0f}</text>')
        value += step
    return lines


def _nice(raw: float) -> float:
    scale = 1.0
    while raw >= 10:
        raw, scale = raw / 10, scale * 10
    while 0 < raw < 1:
        raw, scale = raw * 10, scale / 10
    return next((nice for nice in (1, 2, 2.5, 5, 10) if raw <= nice), 10) * scale


def _dates(centres: Mapping[str, float]) -> list[str]:
    shown: list[str] = []
    edge = -1e9
    for day in sorted(centres):
        if centres[day] - edge >= 64:
            edge = centres[day]
            shown.append(f'<text class="tick" x="{edge:.1f}" y="{_HEIGHT - _BOTTOM + 20}" text-anchor="middle">{day[5:]}</text>')  # fmt: skip
    return shown


def _steps(spots: Sequence[_Spot], extras: Extras) -> list[str]:
    """Gives one line an origin, through its whole figures in the order of their time."""
    lines: defaultdict[str, list[_Spot]] = defaultdict(list)
    for spot in spots:
        if spot.release.established and spot.release.id not in extras.wholes:
            lines[spot.release.origin].append(spot)
    return [_line(sorted(own, key=lambda s: (s.x, s.release.id))) for own in lines.values() if len(own) > 1]


def _line(own: Sequence[_Spot]) -> str:
    path = f"M{own[0].x:.1f} {own[0].low:.1f}" + "".join(f"H{spot.x:.1f}V{spot.low:.1f}" for spot in own[1:])
    return f'<path class="steps" d="{path}"/>'


def _tie(part: _Spot, whole: _Spot) -> str:
    return f'<path class="tie" d="M{part.x:.1f} {part.y:.1f}L{whole.x:.1f} {whole.y:.1f}"/>'


def _labels(spots: Sequence[_Spot], extras: Extras) -> list[str]:
    """Gives the value beside each mark, where there is room for it, the newest first; titles and the table hold them all."""
    taken: list[Box] = [(spot.x - 6, spot.y - 6, spot.x + 6, spot.y + 6) for spot in spots]
    found = []
    for spot in sorted(spots, key=lambda s: (s.release.id != extras.newest, not s.release.established, -s.x)):
        words = spot.release.shown
        for x, y, anchor in ((9, -6, "start"), (-9, -6, "end"), (0, -10, "middle"), (0, 20, "middle"), (9, 16, "start"), (-9, 16, "end")):  # fmt: skip
            box = _box(spot.x + x, spot.y + y, anchor, len(words))
            if box[0] >= 0 and box[2] <= _WIDTH and box[1] >= 0 and not any(_meet(box, other) for other in taken):
                taken.append(box)
                kind = "tick label newest" if spot.release.id == extras.newest else "tick label"
                found.append(f'<text class="{kind}" x="{spot.x + x:.1f}" y="{spot.y + y:.1f}" text-anchor="{anchor}">{escape(words)}</text>')  # fmt: skip
                break
    return found


def _box(x: float, y: float, anchor: str, letters: int) -> Box:
    width = letters * _LETTER
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return left, y - _LINE + 4, left + width, y + 3


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _mark(spot: _Spot, extras: Extras) -> str:
    release, kind = spot.release, extras.kind(spot.release)
    what = extras.said(release)
    said = f"{release.day}: {release.shown}, {release.giver}{f' ({what})' if what else ''}"
    bar = f'<line class="range" x1="{spot.x:.1f}" x2="{spot.x:.1f}" y1="{spot.low:.1f}" y2="{spot.high:.1f}"/>' if spot.low != spot.high else ""  # fmt: skip
    if kind == "part":
        shape = f'<rect x="{spot.x - 4:.1f}" y="{spot.y - 4:.1f}" width="8" height="8"/>'
    else:
        shape = f'<circle cx="{spot.x:.1f}" cy="{spot.y:.1f}" r="5"/>'
    ring = f'<circle class="ring" cx="{spot.x:.1f}" cy="{spot.y:.1f}" r="9"/>' if release.id == extras.newest else ""
    return f'<g class="mark {kind}"><title>{escape(said)}</title>{bar}{ring}{shape}</g>'
