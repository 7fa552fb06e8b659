"""The source graph: from who speaks, through whose hands, to the pages that carry it; drawn in layers, earlier hands to the left."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from firsthand.records import FigureRow

_ROW, _BOX, _GAP, _PAD = 30, 176, 84, 12
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


def _order(layer: Mapping[str, int], edges: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """Gives each name its row in its layer: beside those it has to do with, so that lines cross little."""
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(layer):
        columns[layer[name]].append(name)
    row = {name: place for names in columns.values() for place, name in enumerate(names)}
    near: defaultdict[str, list[str]] = defaultdict(list)
    for giver, taker in edges:
        near[giver].append(taker)
        near[taker].append(giver)
    for _ in range(4):
        for depth in sorted(columns):
            columns[depth].sort(key=lambda name: (sum(row[n] for n in near[name]) / len(near[name]), name))
            row.update({name: place for place, name in enumerate(columns[depth])})
    return row


def _draw(edges: Mapping[tuple[str, str], int], speakers: set[str]) -> str:
    layer = _layers(edges)
    row = _order(layer, edges)
    tall = max(Counter(layer.values()).values(), default=1)
    sizes = Counter(layer.values())
    width = _PAD * 2 + (max(layer.values(), default=0) + 1) * (_BOX + _GAP) - _GAP
    height = _PAD * 2 + tall * _ROW

    def place(name: str) -> tuple[float, float]:
        indent = (tall - sizes[layer[name]]) / 2
        return _PAD + layer[name] * (_BOX + _GAP), _PAD + (row[name] + indent) * _ROW

    parts = [f'<svg class="graph" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="Who handed the words to whom; the list below says the same">']  # fmt: skip
    for (giver, taker), count in sorted(edges.items()):
        parts.append(_line(place(giver), place(taker), count, f"{giver} → {taker}: {count}"))
    for name in sorted(layer):
        parts.append(_node(place(name), name, name in speakers))
    return "".join(parts) + "</svg>"


def _line(start: tuple[float, float], end: tuple[float, float], count: int, said: str) -> str:
    x1, y1 = start[0] + _BOX, start[1] + _ROW / 2 - 3
    x2, y2 = end[0], end[1] + _ROW / 2 - 3
    bend = max(30.0, abs(x2 - x1) / 2)
    kind = "thick" if count > 4 else "middle" if count > 1 else "thin"
    if end[0] <= start[0]:  # against the order of the layers: the line that closes a circle
        x1, x2, y1, y2, bend, kind = start[0], end[0] + _BOX, y1 + 5, y2 + 5, -bend, f"{kind} back"
    return f'<path class="edge {kind}" d="M{x1:.0f} {y1:.0f}C{x1 + bend:.0f} {y1:.0f} {x2 - bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"><title>{escape(said)}</title></path>'


def _node(at: tuple[float, float], name: str, speaks: bool) -> str:
    short = name if len(name) <= 24 else name[:23] + "…"
    kind = "speaks" if speaks else "hand"
    return (
        f'<g class="node {kind}"><title>{escape(name)}</title><rect x="{at[0]:.0f}" y="{at[1]:.0f}" width="{_BOX}" height="{_ROW - 6}" rx="3"/>'
        f'<text x="{at[0] + 9:.0f}" y="{at[1] + 16.5:.1f}">{escape(short)}</text></g>'
    )
