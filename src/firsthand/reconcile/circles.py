"""Circles: groups of tied pages, and the stories that they fall into.

Pages that are firmly tied tell one story. A tie of pages without days rests on their words alone: it holds where others bear it out.
Groups are joined, those most alike first, as long as their pages are alike on average; pairs without a tie count as not alike at all.
Two events of one kind are alike enough for that: a group is parted where its pages tell of two (`parting.py`). A page left
alone goes to the story whose pages it is like. What a circle falls into hangs on its pages alone, in whatever order they came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from firsthand.reconcile.facts import Facts, likeness_within, mean_likeness, mean_of
from firsthand.reconcile.groups import Groups
from firsthand.reconcile.joining import Sketches, join_pages, partners, tie
from firsthand.reconcile.parting import MANY, part
from firsthand.reconcile.sketches import Sketch
from firsthand.reconcile.stories import FIRM

BORNE_OUT = 0.04  # mean likeness of the pages of two groups that are one story: about a seventh of their pairs are tied
ALONE = 0.33  # the same of two single pages, where nothing else bears the tie out
LEFT_OVER = 0.5  # how like a story's pages a page left alone is at least, where they are so like one another as one
NEAREST = 1.2  # how many times its likeness to the pages of any other story
Pages = list[tuple[str, Facts]]  # articles with what they tell


def stories_among(sketches: Sequence[Sketch]) -> dict[str, tuple[str, ...]]:
    """Gives the articles of each story that these pages make, sorted, by the story's first article."""
    by_article = {sketch.article: sketch for sketch in sketches}
    circles = join_pages(sketches).groups().values()
    return {name: story for circle in circles for name, story in stories_in([by_article[a] for a in circle]).items()}


def stories_in(circle: Sequence[Sketch]) -> dict[str, tuple[str, ...]]:
    """Gives the articles of each story of a circle, sorted, by the story's first article."""
    groups = Groups(sketch.article for sketch in circle)
    dated = [sketch.article for sketch in circle if sketch.day]
    if len(dated) == len(circle):  # between pages with days all ties are firm
        for article in dated:
            groups.join(dated[0], article)
        return groups.groups()
    shelf = Sketches(circle)
    _join_dated(groups, dated, shelf)
    loose = _loose_ties(groups, sorted({s.article for s in circle}.difference(dated)), shelf)
    units = {
        name: [(article, shelf.sketch(article).view.told.facts) for article in articles]
        for name, articles in groups.groups().items()
    }
    _join_borne_out(groups, loose)
    found = ([units[name] for name in members if name in units] for members in groups.groups().values())
    stories = _with_left_over([side for group in found for side in _sides(group)], dated)
    return {story[0]: story for story in sorted(tuple(sorted(article for article, _ in pages)) for pages in stories)}


def _sides(units: list[Pages]) -> list[Pages]:
    """Gives the pages of each event that a group tells of; firmly tied ones (a unit) stay together."""
    side = part([[facts for _, facts in unit] for unit in units])
    if side is None:
        return [[page for unit in units for page in unit]]
    return [
        pages for here in (True, False) for pages in _sides([u for i, u in enumerate(units) if (i in side) is here])
    ]


def _with_left_over(stories: list[Pages], dated: Sequence[str]) -> list[Pages]:
    """Gives the stories where a page without a day that was left alone has gone to the one that it is like: half as much as the pages of that
    are like one another, and far more than it is like any other."""
    found = [list(pages) for pages in stories if len(pages) >= MANY]
    means = [mean_of([facts for _, facts in pages]) for pages in found]
    within = [likeness_within(mean, [facts for _, facts in pages]) for mean, pages in zip(means, found, strict=True)]
    for few in (pages for pages in stories if len(pages) < MANY):
        mine = mean_of([facts for _, facts in few])
        likeness = [mean_likeness(mine, mean) for mean in means]
        best, *others = sorted(likeness, reverse=True) or [0.0]
        at = likeness.index(best) if len(few) == 1 and few[0][0] not in dated and best else None
        if at is not None and best >= max(LEFT_OVER * within[at], NEAREST * max(others, default=0.0)):
            found[at] += few
        else:
            found.append(few)
    return found


def _join_dated(groups: Groups, dated: Sequence[str], shelf: Sketches) -> None:
    """Joins the pages with days that are tied to one another."""
    left = set(dated)
    for article in sorted(dated):
        if len({groups.top(other) for other in left}) == 1:
            return
        for other in partners(shelf.sketch(article), shelf):
            if (
                other in left
                and groups.top(other) != groups.top(article)
                and tie(shelf.sketch(article), shelf.sketch(other))
            ):
                groups.join(article, other)


def _loose_ties(groups: Groups, undated: Sequence[str], shelf: Sketches) -> list[tuple[str, str, float]]:
    """Gives the loose ties of pages without days, each once; joins those that are firmly tied."""
    loose = []
    for article in undated:
        for other in sorted(partners(shelf.sketch(article), shelf)):
            if groups.top(other) == groups.top(article) or (other < article and not shelf.sketch(other).day):
                continue  # one story already, or looked at from the other side
            firmness = tie(shelf.sketch(article), shelf.sketch(other))
            if firmness >= FIRM:
                groups.join(article, other)
            elif firmness:
                loose.append((article, other, firmness))
    return loose


def _join_borne_out(groups: Groups, loose: Sequence[tuple[str, str, float]]) -> None:
    """Joins the groups that loose ties bear out, by mean likeness of all pairs of their pages."""
    near: defaultdict[str, dict[str, float]] = defaultdict(dict)  # for each group the sum of likeness to others
    for one, other, likeness in loose:
        a, b = groups.top(one), groups.top(other)
        if a != b:
            near[a][b] = near[b][a] = near[a].get(b, 0.0) + likeness
    size = {name: len(groups.members(name)) for name in near}
    queue = [(-near[a][b] / (size[a] * size[b]), a, b) for a in near for b in near[a] if a < b]
    heapify(queue)
    while queue and -queue[0][0] >= BORNE_OUT:
        mean, a, b = heappop(queue)
        if b not in near.get(a, ()) or -near[a][b] / (size[a] * size[b]) != mean:
            continue  # one of the two has grown since
        if size[a] == size[b] == 1 and -mean < ALONE:
            continue  # until one of them has grown
        groups.join(a, b)  # a, the smaller name, is that of both
        size[a] += size.pop(b)
        for other, likeness in near.pop(b).items():
            del near[other][b]
            if other != a:
                near[a][other] = near[other][a] = near[a].get(other, 0.0) + likeness
        for other in near[a]:
            heappush(queue, (-near[a][other] / (size[a] * size[other]), min(a, other), max(a, other)))
