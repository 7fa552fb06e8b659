"""From scores to attributions: the best lawful labels, the cue each piece points at, and the source a second cue inherits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from firsthand.models.encoder import Encoding, FloatArray, Window
from firsthand.models.words import NEW_LINE, OUTSIDE, Words

O_BIAS = 0.3  # taken off the log-probability of "outside": without it the tagger is too shy
FAR = 60  # words; a piece with no cue in its window looks no further than this
GAP, QUOTED = 1, 2  # columns of the words' features
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


def decode(encoding: Encoding) -> list[Group]:
    """Gives the attributions of a text as groups of word ranges, in text order."""
    words, windows = encoding.words, encoding.windows
    pieces = pieces_of(best_labels(encoding.labels))
    cues = [piece for role, piece in pieces if role == "cue"]
    groups = _join_cues(cues, windows)
    paragraphs = paragraphs_of(words)
    loose: list[Group] = []
    for role, piece in pieces:
        if role == "cue":
            continue
        near = [cue for cue in cues if paragraphs[cue[0]] == paragraphs[piece[0]]]
        if not near and not (role == "content" and words.features[piece[0], QUOTED] != OUTSIDE):
            continue  # only a quotation may float: other words belong to a cue of their own paragraph or to none
        cue, rule = _cue_for(piece, near or cues, windows)
        if cue is not None:
            group = groups[cue]
            getattr(group, role).append(piece)
            if rule not in group.rules:
                group.rules.append(rule)
        else:
            loose.append(Group(content=[piece]))
    unique = {id(group): group for group in groups.values()}
    found = sorted((*unique.values(), *loose), key=lambda group: group.start)
    inherit_sources(words, found)
    return [group for group in found if group.content]


def best_labels(labels: FloatArray) -> list[int]:
    """Gives the best label a word such that every piece begins and ends (Viterbi with hard transitions).

    Labels are 0 for outside, then beginning, inside, end and single word of each of ROLES in turn.

    >>> best_labels(np.log(np.array([[.4, .5, .0, .0, .1] + [.0] * 8, [.3, .0, .0, .6, .1] + [.0] * 8]) + 1e-6))
    [1, 3]
    """
    closed, opened = 0.0, [-1e9] * len(ROLES)  # the best score of a path that has no piece open, or one of each role
    back: list[tuple[int, list[bool]]] = []
    for row in labels.tolist():
        best, best_score = 0, closed + row[0] - O_BIAS
        grows = []
        for role in range(len(ROLES)):
            begin = 1 + 4 * role
            ends, single = opened[role] + row[begin + 2], closed + row[begin + 3]
            if ends > best_score:
                best, best_score = begin + 2, ends
            if single > best_score:
                best, best_score = begin + 3, single
            inside, begins = opened[role] + row[begin + 1], closed + row[begin]
            grows.append(inside > begins)
            opened[role] = max(inside, begins)
        closed = best_score
        back.append((best, grows))
    return _path(back)


def _path(back: list[tuple[int, list[bool]]]) -> list[int]:
    """Gives the labels along the best path, read from its end, where no piece is open."""
    path: list[int] = []
    role: int | None = None
    for best, grows in reversed(back):
        if role is None:
            path.append(best)
            role = (best - 1) // 4 if best and best % 4 == 3 else None
        else:
            path.append(1 + 4 * role + grows[role])
            role = role if grows[role] else None
    return path[::-1]


def pieces_of(path: list[int]) -> list[tuple[str, Piece]]:
    """Gives (role, word range) of every labelled run, in text order.

    >>> pieces_of([4, 0, 9, 10, 11])
    [('source', (0, 1)), ('content', (2, 5))]
    """
    found: list[tuple[str, Piece]] = []
    start = 0
    for index, label in enumerate(path):
        place = (label - 1) % 4
        if label and place in (0, 3):
            start = index
        if label and place in (2, 3):
            found.append((ROLES[(label - 1) // 4], (start, index + 1)))
    return found


def paragraphs_of(words: Words) -> list[int]:
    """Gives the number of the paragraph each word stands in."""
    numbers: list[int] = np.cumsum(words.features[:, GAP] == NEW_LINE).tolist()
    return numbers


def inherit_sources(words: Words, groups: list[Group]) -> None:
    """Gives a cue without a source that of the nearest earlier cue of its sentence ("X said A and added B").

    A participle that comes first takes that of the cue behind it ("Citing A, X said B").
    """
    sentence = [bisect_right(words.sentences, group.cue[0][0]) if group.cue else -1 for group in groups]
    for index, group in enumerate(groups):
        if group.source or not group.cue:
            continue
        before = [k for k in reversed(range(index)) if groups[k].source and sentence[k] == sentence[index]]
        behind = [k for k in range(index + 1, len(groups)) if groups[k].source and sentence[k] == sentence[index]]
        is_participle = words.of(group.cue[0][0]).lower().endswith("ing")
        for found in (before or (behind if is_participle else []))[:1]:
            group.source = list(groups[found].source)
            group.rules.append("source inherited")


def _join_cues(cues: list[Piece], windows: Sequence[Window]) -> dict[Piece, Group]:
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


def _cue_for(piece: Piece, cues: list[Piece], windows: Sequence[Window]) -> tuple[Piece | None, str]:
    best, score, nothing = _best_cue(piece, cues, windows)
    if best is None:
        near = min(cues, key=lambda cue: (_gap(cue, piece), cue), default=None)
        return (near, "nearest cue") if near and _gap(near, piece) <= FAR else (None, "")
    return best, "arc" if score > nothing else "best arc in sight"


def _best_cue(piece: Piece, cues: list[Piece], windows: Sequence[Window]) -> tuple[Piece | None, float, float]:
    """Gives the cue the words of a piece point at most, its score, and the score of "no cue here"; None if the window has no cue."""
    middle = (piece[0] + piece[1] - 1) // 2
    window = windows[bisect_right(windows, middle, key=lambda w: w.start) - 1]
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
