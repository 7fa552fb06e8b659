"""The source graph: from who speaks, through whose hands, to the pages that carry it; drawn in layers, earlier hands to the left."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from firsthand.records import FigureRow

_ROW, _BOX, _GAP, _PAD, _PASS = 30, 176, 84, 12, 9
_PLACE = "\0"  # begins the name of a place a line passes; no name of a hand holds it
_MOST = 36  # names in a picture: beyond it the least used hands are left out, and the picture says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn graph and the same in words."""

    svg: str
    paths: tuple[tuple[str, str, int], ...]
    left_out: int


def source_graph(rows: Sequence[FigureRow]) -> Picture | None:
    """Gives the picture of the hands behind these statements; None when no words were handed on."""
    edges = Counter(edge for row in rows for edge in pairwise(row.chain) if edge[0] != edge[1])
    if not edges:
        return None
    weight: Counter[str] = Counter()
    for (giver, taker), count in edges.items():
        weight[giver] += count
        weight[taker] += count
    kept = {name for name, _ in sorted(weight.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]}
    shown = {edge: count for edge, count in edges.items() if set(edge) <= kept}
    speakers = {row.chain[0] for row in rows if row.asserter}
    paths = tuple((giver, taker, count) for (giver, taker), count in sorted(edges.items(), key=lambda e: (-e[1], e[0])))
    return Picture(svg=_draw(shown, speakers), paths=paths, left_out=len(weight) - len(kept))


def _layers(edges: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """Gives each name its layer: one after the latest of those that hand to it. Circles are cut where they close."""
    takers: defaultdict[str, list[str]] = defaultdict(list)
    for giver, taker in sorted(edges):
        takers[giver].append(taker)
    names = sorted({name for edge in edges for name in edge})
    back = _closing(names, takers)
    layer = dict.fromkeys(names, 0)
    for _ in names:
        changed = False
        for giver, taker in sorted(edges):
            if (giver, taker) not in back and layer[taker] <= layer[giver]:
                layer[taker] = layer[giver] + 1
                changed = True
        if not changed:
            break
    return layer


def _closing(names: Sequence[str], takers: Mapping[str, list[str]]) -> set[tuple[str, str]]:
    """Gives the edges that close a circle, walking from each name in order."""
    state: dict[str, int] = {}
    back: set[tuple[str, str]] = set()
    for root in names:
        stack: list[tuple[str, int]] = [(root, 0)]
        while stack:
            name, place = stack.pop()
            if place == 0:
                if state.get(name):
                    continue
                state[name] = 1
            following = takers.get(name, [])
            if place < len(following):
                stack.append((name, place + 1))
                after = following[place]
                if state.get(after) == 1:
                    back.add((name, after))
                elif not state.get(after):
                    stack.append((after, 0))
            else:
                state[name] = 2
    return back


def _ways(edges: Iterable[tuple[str, str]], layer: dict[str, int]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Gives each edge the points it passes; one that skips layers gets a place of its own in each of them, so that no line runs behind a box.

    The places are added to `layer`.
    """
    ways = {}
    for giver, taker in sorted(edges):
        between = tuple(
            f"{_PLACE}{giver}{_PLACE}{taker}{_PLACE}{depth}" for depth in range(layer[giver] + 1, layer[taker])
        )
        layer |= {place: layer[giver] + 1 + number for number, place in enumerate(between)}
        ways[giver, taker] = (giver, *between, taker)
    return ways


def _order(layer: Mapping[str, int], ways: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """Gives each name its row in its layer: beside those it has to do with, so that lines cross little; what is not connected stays apart."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for giver, taker in (pair for way in ways for pair in pairwise(way)):
        near[giver].append(taker)
        near[taker].append(giver)
    group = _connected(sorted(layer), near)
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(layer, key=lambda name: (group[name], name)):
        columns[layer[name]].append(name)
    row = {name: place for names in columns.values() for place, name in enumerate(names)}
    for _ in range(6):
        for depth in sorted(columns):
            columns[depth].sort(
                key=lambda name: (group[name], sum(row[n] for n in near[name]) / max(1, len(near[name])), name)
            )
            row.update({name: place for place, name in enumerate(columns[depth])})
    return row


def _connected(names: Sequence[str], near: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Gives each name the number of the part of the graph it belongs to, the largest part first."""
    parts: list[list[str]] = []
    seen: set[str] = set()
    for name in names:
        part, waiting = [], [name]
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                part.append(at)
                waiting += near.get(at, ())
        if part:
            parts.append(part)
    parts.sort(key=lambda part: (-len(part), min(part)))
    return {name: number for number, part in enumerate(parts) for name in part}


def _draw(edges: Mapping[tuple[str, str], int], speakers: set[str]) -> str:
    layer = _layers(edges)
    ways = _ways(edges, layer)
    place, tall = _places(layer, _order(layer, ways.values()))
    width = _PAD * 2 + (max(layer.values(), default=0) + 1) * (_BOX + _GAP) - _GAP
    height = _PAD * 2 + tall
    parts = [f'<svg class="graph" viewBox="0 0 {width} {height:.0f}" width="{width}" height="{height:.0f}" role="img" aria-label="Who handed the words to whom; the list below says the same">']  # fmt: skip
    for (giver, taker), count in sorted(edges.items()):
        way = [place[name] for name in ways[giver, taker]]
        parts.append(_line(way, count, f"{giver} → {taker}: {count}"))
    for name in sorted(layer):
        if not name.startswith(_PLACE):
            parts.append(_node(place[name], name, name in speakers))
    return "".join(parts) + "</svg>"


def _places(layer: Mapping[str, int], row: Mapping[str, int]) -> tuple[dict[str, tuple[float, float]], float]:
    """Gives each name the upper left corner of its box, and the height of the tallest layer; layers stand centred."""
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(layer, key=row.__getitem__):
        columns[layer[name]].append(name)
    heights = {depth: sum((_tall(name) for name in names), 0.0) for depth, names in columns.items()}
    tall = max(heights.values(), default=0.0)
    places: dict[str, tuple[float, float]] = {}
    for depth, names in columns.items():
        y = _PAD + (tall - heights[depth]) / 2
        for name in names:
            places[name] = (_PAD + depth * (_BOX + _GAP), y)
            y += _tall(name)
    return places, tall


def _tall(name: str) -> float:
    return _PASS if name.startswith(_PLACE) else _ROW


def _line(way: Sequence[tuple[float, float]], count: int, said: str) -> str:
    kind = "thick" if count > 4 else "middle" if count > 1 else "thin"
    middle = [(x, y + (_PASS / 2 if 0 < number < len(way) - 1 else _ROW / 2 - 3)) for number, (x, y) in enumerate(way)]
    (x1, y1), (x2, y2) = (middle[0][0] + _BOX, middle[0][1]), middle[-1]
    if x2 <= middle[0][0]:  # against the order of the layers: the line that closes a circle, around below
        x1, y1, x2, y2 = middle[0][0] + _BOX / 2, y1 + _ROW / 2 - 4, middle[-1][0] + _BOX / 2, y2 + _ROW / 2 - 4
        path = f"M{x1:.0f} {y1:.0f}C{x1:.0f} {y1 + 34:.0f} {x2:.0f} {y2 + 34:.0f} {x2:.0f} {y2:.0f}"
        return f'<path class="edge {kind} back" d="{path}"><title>{escape(said)}</title></path>'
    path = f"M{x1:.0f} {y1:.0f}"
    for x, y in middle[1:-1]:
        path += f"{_bend(x1, y1, x, y)}H{x + _BOX:.0f}"
        x1, y1 = x + _BOX, y
    return f'<path class="edge {kind}" d="{path}{_bend(x1, y1, x2, y2)}"><title>{escape(said)}</title></path>'


def _bend(x1: float, y1: float, x2: float, y2: float) -> str:
    half = (x1 + x2) / 2
    return f"C{half:.0f} {y1:.0f} {half:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"


def _node(at: tuple[float, float], name: str, speaks: bool) -> str:
    short = name if len(name) <= 24 else name[:23] + "…"
    kind = "speaks" if speaks else "hand"
    return (
        f'<g class="node {kind}"><title>{escape(name)}</title><rect x="{at[0]:.0f}" y="{at[1]:.0f}" width="{_BOX}" height="{_ROW - 6}" rx="3"/>'
        f'<text x="{at[0] + 9:.0f}" y="{at[1] + 16.5:.1f}">{escape(short)}</text></g>'
    )
