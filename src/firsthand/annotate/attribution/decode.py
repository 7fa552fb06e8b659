"""From scores to attributions: the best lawful labels, the cue each piece points at, and the source a second cue inherits."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from firsthand.annotate.attribution.group import ROLES, Group, Piece
from firsthand.annotate.attribution.lines import speaker_lines
from firsthand.models.encoder import Encoding, FloatArray, Window
from firsthand.models.words import NEW_LINE, OUTSIDE, Words

O_BIAS = 0.6  # taken off the log-probability of "outside": without it the tagger is too shy
FAR = 60  # words; a piece with no cue in its window looks no further than this
NEARLY = (
    1.5  # in log-probability: a piece that points this much less at a cue may still be its content, if it has no other
)
GAP, QUOTED = 1, 2  # columns of the words' features
Scores = dict[Piece, float]


def decode(encoding: Encoding) -> list[Group]:
    """Gives the attributions of a text as groups of word ranges, in text order."""
    words = encoding.words
    lines = speaker_lines(words)
    paragraphs = paragraphs_of(words)
    taken = {paragraphs[piece[0]] for line in lines for piece in (*line.source, *line.content)}
    pieces = [
        (role, piece) for role, piece in pieces_of(best_labels(encoding.labels)) if paragraphs[piece[0]] not in taken
    ]
    found = sorted((*_linked(encoding, pieces, paragraphs), *lines), key=lambda group: group.start)
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


def _linked(encoding: Encoding, pieces: list[tuple[str, Piece]], paragraphs: list[int]) -> list[Group]:
    """Gives a group for each cue with the pieces that belong to it, and one for each quotation that belongs to none."""
    groups = {piece: Group(cue=[piece]) for role, piece in pieces if role == "cue"}
    near: defaultdict[int, list[Piece]] = defaultdict(list)
    for cue in groups:
        near[paragraphs[cue[0]]].append(cue)
    arcs: dict[Piece, Scores] = {}
    floating = []
    for role, piece in pieces:
        own = near[paragraphs[piece[0]]]
        if role == "cue":
            continue
        if own:
            arcs[piece] = _link(groups, role, piece, own, encoding.windows)
        elif role == "content" and encoding.words.features[piece[0], QUOTED] != OUTSIDE:
            floating.append(piece)  # other words belong to a cue of their own paragraph or to none
    share_contents(groups, arcs)
    loose = [Group(content=[piece]) for piece in floating if not _float(groups, piece, encoding.windows)]
    return [*groups.values(), *loose]


def _link(groups: dict[Piece, Group], role: str, piece: Piece, cues: list[Piece], windows: Sequence[Window]) -> Scores:
    """Adds a piece to the group of the cue it points at most, else of the nearest; gives how much it points at each."""
    scores, nothing = arcs_of(piece, cues, windows)
    if scores:
        best = max(scores, key=scores.__getitem__)
        groups[best].add(role, piece, "arc" if scores[best] > nothing else "best arc in sight")
    elif near := [cue for cue in cues if _gap(cue, piece) <= FAR]:
        groups[min(near, key=lambda cue: (_gap(cue, piece), cue))].add(role, piece, "nearest cue")
    return scores


def _float(groups: dict[Piece, Group], piece: Piece, windows: Sequence[Window]) -> bool:
    """Adds a quotation to a cue of another paragraph, of a later one only if nothing is said there; says whether there was one."""
    cues = [cue for cue, group in groups.items() if cue < piece or not group.content]
    _link(groups, "content", piece, cues, windows)
    return any(piece in group.content for group in groups.values())


def arcs_of(piece: Piece, cues: list[Piece], windows: Sequence[Window]) -> tuple[Scores, float]:
    """Gives how much the words of a piece point at each cue that its window holds, and at none (log-probabilities)."""
    middle = (piece[0] + piece[1] - 1) // 2
    window = windows[bisect_right(windows, middle, key=lambda w: w.start) - 1]
    start, end = max(piece[0], window.start), min(piece[1], window.end)
    row = window.arcs[start - window.start : end - window.start].mean(axis=0)
    scores: Scores = {}
    for cue in cues:
        low, high = max(cue[0], window.start), min(cue[1], window.end)
        if low < high:
            scores[cue] = float(np.logaddexp.reduce(row[1 + low - window.start : 1 + high - window.start]))
    return scores, float(row[0])


def share_contents(groups: dict[Piece, Group], arcs: dict[Piece, Scores]) -> None:
    """Gives a cue without content a piece of a cue with several, if it points at both nearly alike ("said A and warned B")."""
    for cue, group in groups.items():
        if group.content:
            continue
        offers = [
            (scores[other] - scores[cue], piece, other)
            for piece, scores in arcs.items()
            for other in scores
            if cue in scores and piece in groups[other].content and len(groups[other].content) > 1
        ]
        loss, piece, other = min(offers, default=(NEARLY, cue, cue))
        if loss < NEARLY:
            groups[other].content.remove(piece)
            group.add("content", piece, "content shared out")


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


def _gap(one: Piece, other: Piece) -> int:
    return one[0] - other[1] if one[0] >= other[1] else max(0, other[0] - one[1])
