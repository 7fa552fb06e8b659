"""From scores to attributions: the best lawful labels, the cue each piece points at, and the source a second cue inherits."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

import numpy as np

from firsthand.annotate.attribution.network import LABELS, FloatArray, Window
from firsthand.annotate.attribution.words import Words

O_BIAS = 0.3  # taken off the log-probability of "outside": without it the tagger is too shy
FAR = 60  # words; a piece with no cue in its window looks no further than this
ROLES = ("source", "cue", "content")
Piece = tuple[int, int]


@dataclass(slots=True)
class Group:
    """The pieces (word ranges) of one attribution while it is being put together."""

    source: list[Piece] = field(default_factory=list)
    cue: list[Piece] = field(default_factory=list)
    content: list[Piece] = field(default_factory=list)
    rules: list[str] = field(default_factory=lambda: ["tagger"])

    @property
    def start(self) -> int:
        return min(piece[0] for piece in (*self.cue, *self.content, *self.source))


def decode(words: Words, labels: FloatArray, windows: list[Window]) -> list[Group]:
    """Gives the attributions of a text as groups of word ranges, in text order."""
    pieces = pieces_of(best_labels(labels))
    cues = [piece for role, piece in pieces if role == "cue"]
    groups = _join_cues(cues, windows)
    loose: list[Group] = []
    for role, piece in pieces:
        if role == "cue":
            continue
        cue, rule = _cue_for(piece, cues, windows)
        if cue is not None:
            group = groups[cue]
            getattr(group, role).append(piece)
            if rule not in group.rules:
                group.rules.append(rule)
        elif role == "content":
            loose.append(Group(content=[piece]))
    unique = {id(group): group for group in groups.values()}
    found = sorted((*unique.values(), *loose), key=lambda group: group.start)
    inherit_sources(words, found)
    return [group for group in found if group.content]


def best_labels(labels: FloatArray) -> list[int]:
    """Gives the best label a word such that an inside label only follows its own kind (Viterbi with hard transitions).

    >>> best_labels(np.log(np.array([[.1, .1, .7, .0, .0, .1, .0]], dtype=np.float32) + 1e-6))
    [1]
    """
    best: list[float] = [0.0] + [-1e9] * (len(LABELS) - 1)  # as if an O stood before the text
    back: list[list[int]] = []
    for row in labels.tolist():
        top = max(range(len(LABELS)), key=best.__getitem__)
        score = best[top]
        step, nxt = [top], [score + row[0] - O_BIAS]
        for begin in range(1, len(LABELS), 2):
            previous = begin if best[begin] >= best[begin + 1] else begin + 1
            step += [top, previous]
            nxt += [score + row[begin], best[previous] + row[begin + 1]]
        back.append(step)
        best = nxt
    path = [max(range(len(LABELS)), key=best.__getitem__)] if back else []
    for step in reversed(back[1:]):
        path.append(step[path[-1]])
    return path[::-1]


def pieces_of(path: list[int]) -> list[tuple[str, Piece]]:
    """Gives (role, word range) of every labelled run, in text order."""
    found: list[tuple[str, Piece]] = []
    start: int | None = None
    for index, label in enumerate([*path, 0]):
        if start is not None and (label == 0 or label % 2 == 1):
            found.append((ROLES[(path[start] - 1) // 2], (start, index)))
            start = None
        if label and start is None:
            start = index
    return found


def inherit_sources(words: Words, groups: list[Group]) -> None:
    """Gives a cue without a source that of the nearest earlier cue of its sentence ("X said A and added B")."""
    for index, group in enumerate(groups):
        if group.source or not group.cue:
            continue
        sentence = bisect_right(words.sentences, group.cue[0][0])
        for earlier in reversed(groups[:index]):
            if earlier.source and earlier.cue and bisect_right(words.sentences, earlier.cue[0][0]) == sentence:
                group.source = list(earlier.source)
                group.rules.append("source inherited")
                break


def _join_cues(cues: list[Piece], windows: list[Window]) -> dict[Piece, Group]:
    """Gives the group of each cue piece; pieces of one cue ("has … said") point at the same first piece and share a group."""
    points = {cue: _best_cue(cue, cues, windows)[0] or cue for cue in cues}
    groups: dict[Piece, Group] = {}
    for cue in cues:
        root = cue
        for _ in range(4):
            root = points[root]
        groups.setdefault(root, Group())
        groups.setdefault(cue, groups[root]).cue.append(cue)
        if groups[cue] is not groups[root]:
            _merge(groups, cue, root)
    return groups


def _merge(groups: dict[Piece, Group], one: Piece, other: Piece) -> None:
    kept, gone = groups[other], groups[one]
    kept.cue = sorted({*kept.cue, *gone.cue})
    for cue, group in groups.items():
        if group is gone:
            groups[cue] = kept


def _cue_for(piece: Piece, cues: list[Piece], windows: list[Window]) -> tuple[Piece | None, str]:
    best, score, nothing = _best_cue(piece, cues, windows)
    if best is None:
        near = min(cues, key=lambda cue: (_gap(cue, piece), cue), default=None)
        return (near, "nearest cue") if near and _gap(near, piece) <= FAR else (None, "")
    return best, "arc" if score > nothing else "best arc in sight"


def _best_cue(piece: Piece, cues: list[Piece], windows: list[Window]) -> tuple[Piece | None, float, float]:
    """Gives the cue the words of a piece point at most, its score, and the score of "no cue here"; None if the window has no cue."""
    middle = (piece[0] + piece[1] - 1) // 2
    window = windows[bisect_right(windows, middle, key=lambda w: w.own_start) - 1]
    start, end = max(piece[0], window.start), min(piece[1], window.end)
    row = window.arcs[start - window.start : end - window.start].mean(axis=0)
    best: Piece | None = None
    score = -np.inf
    for cue in cues[bisect_right(cues, (window.start, 0)) - 1 if bisect_right(cues, (window.start, 0)) else 0 :]:
        low, high = max(cue[0], window.start), min(cue[1], window.end)
        if cue[0] >= window.end:
            break
        if low < high:
            value = float(np.logaddexp.reduce(row[1 + low - window.start : 1 + high - window.start]))
            if value > score:
                best, score = cue, value
    return best, float(score), float(row[0])


def _gap(one: Piece, other: Piece) -> int:
    return one[0] - other[1] if one[0] >= other[1] else max(0, other[0] - one[1])
