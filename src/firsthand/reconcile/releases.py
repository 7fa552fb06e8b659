"""Releases: one asserter giving one figure on one occasion, gathered from all the statements of it.

Statements are first folded into nodes (one page family, one asserter, one value), nodes into releases by an explained comparison.
An equal number alone does not join two named asserters unless the number is too uncommon to be shared by chance in one story,
and never where each of the two is heard by a page of its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from firsthand.reconcile.compare import Context, Verdict, agrees, can_agree, compare
from firsthand.reconcile.days import moment_key
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.groups import Groups
from firsthand.reconcile.kinds import KNOWN, UNKNOWN
from firsthand.reconcile.nouns import ANYBODY
from firsthand.reconcile.scopes import CALLINGS
from firsthand.reconcile.values import agreement, comparable, softened, telling
from firsthand.records import derive

NEVER_BACK = frozenset(
    {"killed", "injured", "cases", "burnt", "detained", "displaced", "casualties", "rescued", "evacuated", "aboard"}
)
UNCOMMON = 0.8
BY_CHANCE = 0.4  # a number below this is shared by chance
# Scopes of a release that not all of its statements say, and what share of them must.
_SAID_BY = {"one place": 0.0, "estimate": 0.3, **dict.fromkeys(CALLINGS, 0.0)}
_MOSTLY = frozenset({"who is included"})  # scopes that half of its statements must say
BY_NUMBER = 2  # a join of this strength or less rests on the number, not on who goes back to whom


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Statements of one page family that give one value of one kind by one asserter. `id` is that of its first statement."""

    id: str
    figures: tuple[Figure, ...]

    @property
    def lead(self) -> Figure:
        """Gives the statement that stands for the node: one that names its asserter and is dated first."""
        return self.figures[0]


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A release in the making: its statements, who asserts, and why they belong together."""

    id: str
    story: str
    figures: tuple[Figure, ...]
    lead: Figure
    established: bool
    reasons: tuple[str, ...]
    heard: tuple[str, ...] = field(default=())

    @property
    def entity(self) -> str | None:
        return self.lead.entity if self.established else None

    @cached_property
    def day(self) -> str | None:
        """Gives the first day known of it: the earliest as-of or publication of a page that does not tell it again.

        What a page published cannot be of a later day, whatever another page takes it for.
        """
        fresh = [min(d for d in (f.as_of, f.published) if d) for f in self.figures if f.day and not f.told_again]
        days = sorted(fresh) or sorted(f.as_of for f in self.figures if f.as_of)
        return days[0] if days else None

    @property
    def told_again(self) -> str:
        """Gives the words by which its pages say that it is an earlier number; "" where one gives it as of its day."""
        return "" if any(not f.told_again for f in self.figures) else self.lead.told_again or self.figures[0].told_again

    @property
    def place_in_time(self) -> tuple[str, bool]:
        """Gives a sort key: its day, and for a number that is only told again the day of the page that does, before the numbers of that day."""
        told = sorted(f.published for f in self.figures if f.published) if not self.day and self.told_again else []
        return self.day or next(iter(told), "9999"), not told


def gather(story: str, figures: Sequence[Figure], context: Context) -> list[Draft]:
    """Gives the releases of one story, sorted by id; every figure lands in exactly one."""
    nodes = {n.id: n for n in _nodes(figures, context)}
    groups = Groups(nodes)
    reasons: defaultdict[str, set[str]] = defaultdict(set)
    apart: set[tuple[str, str]] = set()
    judged: list[tuple[bool, int, str, str, Verdict]] = []
    courses = Courses(nodes.values(), context)
    for left, right in _blocks(nodes, context):
        verdict = courses.parts(nodes[left].lead, nodes[right].lead) or compare(
            nodes[left].lead, nodes[right].lead, context
        )
        if verdict.answer == "different":
            apart.add((left, right))
        elif verdict.answer == "same":
            exact = agreement(nodes[left].lead.quantity, nodes[right].lead.quantity) == "equal numbers"
            judged.append((not exact, -verdict.strength, left, right, verdict))
    # Equal numbers are joined before roundings, strong reasons before weak ones.
    partners = _partners_of_nameless(judged, nodes)
    for _, _, left, right, verdict in sorted(judged, key=lambda j: j[:4]):
        if _is_ambiguous((left, right), partners, groups, apart):
            continue
        if _join(groups, nodes, left, right, apart, context):
            reasons[groups.top(left)].add(verdict.reason)
    merged: defaultdict[str, set[str]] = defaultdict(set)
    for name, why in reasons.items():
        merged[groups.top(name)] |= why
    drafts = [_draft(story, [nodes[i] for i in ids], merged[name], context) for name, ids in groups.groups().items()]
    return sorted(drafts, key=lambda d: d.id)


class Courses:
    """Knows which numbers an asserter gave of one thing on which days: 34 missing on Thursday and 34 on Sunday are two numbers where he
    gave 41 between."""

    def __init__(self, nodes: Iterable[Node], context: Context) -> None:
        self._context = context
        self._given: defaultdict[tuple[str, ...], list[tuple[str, Figure]]] = defaultdict(list)
        for node in nodes:
            for f in node.figures:
                if f.entity and f.day and not f.told_again:
                    self._given[self._course(f)].append((f.day, f))

    def parts(self, a: Figure, b: Figure) -> Verdict | None:
        """Gives the verdict that two equal numbers are two, or None. What can only grow does not come back: there the later is stale."""
        if a.kind.name in NEVER_BACK or telling(a.low) >= UNCOMMON or not (a.entity and b.entity and a.day and b.day):
            return None
        if self._course(a) != self._course(b):
            return None
        first, last = sorted((a.day, b.day))
        between = (f for day, f in self._given[self._course(a)] if first < day < last)
        if any(not agreement(f.quantity, a.quantity) and not softened(f.quantity, a.quantity) for f in between):
            return Verdict(answer="different", reason="its asserter gave another number between the two days")
        return None

    def _course(self, figure: Figure) -> tuple[str, ...]:
        return (
            self._context.body(figure.entity or ""),
            figure.kind.name,
            figure.place or "",
            ",".join(sorted(figure.kind.scopes)),
        )


def _nodes(figures: Sequence[Figure], context: Context) -> Iterator[Node]:
    found: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        who = figure.entity or ""
        unit, low, high = comparable(figure.quantity)
        day = figure.as_of or "" if who else ""
        key = (
            context.root(figure.article),
            who,
            day,
            figure.kind.name,
            figure.place or "",
            str(unit),
            str(low.normalize()),
            str(high.normalize()),
            str(figure.borrowed is not None),
            ",".join(sorted(figure.kind.scopes & CALLINGS)) if not who else "",
        )
        found[key].append(figure)
    for members in found.values():
        members.sort(key=lambda f: (f.entity is None, not context.is_first(f.article), *_lead_first(f)))
        yield Node(id=min(_statement(f) for f in members), figures=tuple(members))


def _statement(figure: Figure) -> str:
    return "|".join((figure.article, f"{figure.quantity.span.start:09d}", *figure.key))


def _lead_first(figure: Figure) -> tuple[bool, str, int, str]:
    return figure.entity is None, figure.published or "9999", len(figure.chain), _statement(figure)


def _blocks(nodes: Mapping[str, Node], context: Context) -> Iterator[tuple[str, str]]:
    """Gives pairs of nodes worth comparing: the same leading digits, or neighbours of them, in the same unit."""
    blocks: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, node in nodes.items():
        unit, low, high = comparable(node.lead.quantity)
        for value in {low, high}:
            for digits in {f"{value:.1e}", f"{value:.0e}"}:
                blocks[(str(unit), digits)].append(key)
    pairs = {(min(a, b), max(a, b)) for ids in blocks.values() for i, a in enumerate(ids) for b in ids[i + 1 :]}
    yield from sorted(p for p in pairs if agrees(nodes[p[0]].lead, nodes[p[1]].lead, context))


def _join(
    groups: Groups, nodes: Mapping[str, Node], left: str, right: str, apart: set[tuple[str, str]], context: Context
) -> bool:
    """Joins two groups unless a member of one was judged different from a member of the other, or their numbers do not agree.

    Every number must agree with every other: 5,180 is about 5,200 and so is 5,230, and they are not one.
    """
    one, other = groups.top(left), groups.top(right)
    if one == other:
        return True
    for a in groups.members(one):
        for b in groups.members(other):
            if (min(a, b), max(a, b)) in apart or not can_agree(nodes[a].lead, nodes[b].lead):
                return False
    groups.join(left, right)
    return True


def _partners_of_nameless(
    judged: Sequence[tuple[bool, int, str, str, Verdict]], nodes: Mapping[str, Node]
) -> dict[str, tuple[str, ...]]:
    """Gives for each node that names nobody the nodes with an asserter that it may repeat, where only the number speaks for it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for _, strength, left, right, _ in judged:
        for node, other in ((left, right), (right, left)):
            if strength >= -BY_NUMBER and nodes[node].lead.entity is None and nodes[other].lead.entity is not None:
                found[node].append(other)
    return {node: tuple(others) for node, others in found.items()}


def _is_ambiguous(
    pair: tuple[str, str], partners: Mapping[str, Sequence[str]], groups: Groups, apart: set[tuple[str, str]]
) -> bool:
    """Says whether one of a pair names nobody and its number is given by two asserters that were judged different."""
    for node, other in (pair, pair[::-1]):
        tops = {groups.top(p) for p in partners.get(node, ())} - {groups.top(other)}
        if other in partners.get(node, ()) and any(
            (min(a, b), max(a, b)) in apart
            for top in tops
            for a in groups.members(top)
            for b in groups.members(groups.top(other))
        ):
            return True
    return False


def _representative(named: Sequence[Figure], context: Context) -> Figure:
    """Gives the statement that stands for a release: the first of those that say what is counted, under its asserter's fullest name.

    A page that heard the asserter comes first among pages that say equally much.
    """
    sure = [f for f in named if f.kind.name in KNOWN or f.quantity.unit] or [f for f in named if f.kind.name != UNKNOWN]
    bodies = Counter(context.body(f.entity or "") for f in named)
    heard = {context.body(f.entity or "") for f in named if context.is_heard(f)}
    most = max(bodies.values())
    body = next(b for f in named if (b := context.body(f.entity or "")) in heard or (not heard and bodies[b] == most))
    mine = [f for f in sure or named if context.body(f.entity or "") == body] or list(named)
    # A headline drops "at least": what the text says counts before it.
    mine = [f for f in mine if f.claim is None or f.claim.kind != "headline"] or mine
    said = Counter((f.kind.name, f.quantity.comparator) for f in mine)
    lead = max(mine, key=lambda f: said[f.kind.name, f.quantity.comparator])
    names = [f for f in named if context.body(f.entity or "") == body]
    name = next((f for f in names if not is_unnamed(f)), names[0])
    level = next((f.kind.level for f in named if f.kind.level), "")
    kind = replace(lead.kind, level=lead.kind.level or level)
    return replace(lead, entity=name.entity, asserter=name.asserter, kind=kind)


def nearest_first(draft: Draft, context: Context) -> tuple[Figure, ...]:
    """Gives the statements of a release: first those that name who gave it, on pages that go back to no other, the earliest first. So a
    copy does not stand for its original."""

    def place(f: Figure) -> tuple[object, ...]:
        view = context.views.get(f.article)
        second = context.is_second_hand(f.article) or f.borrowed is not None
        far = f.entity is None, not context.is_first(f.article), second, bool(f.told_again), f.is_pointed_at
        when = moment_key(view.article.published if view else f.published)
        headline = f.claim is not None and f.claim.kind == "headline"  # a number stands in the text as it was given
        return *far, when[0], f.asserter != draft.lead.asserter, when[1], headline, len(f.chain), _statement(f)

    return tuple(sorted(draft.figures, key=place))


def is_unnamed(figure: Figure) -> bool:
    return (figure.entity or "").startswith("unnamed:") or "(unnamed" in (figure.asserter or "")


# A hospital counts those that were brought to it, an embassy its nationals.
_EMBASSY = re.compile(r"\b(?:embassy|consulate|high commission)\b", re.I)
HOSPITAL = re.compile(r"\b(?:hospital|clinic|morgue|mortuary)\b", re.I)


def _draft(story: str, nodes: Sequence[Node], reasons: set[str], context: Context) -> Draft:
    figures = sorted((f for n in nodes for f in n.figures), key=_statement)
    # A page derived from others of the case, or that has the number from one it cites, can name an asserter, but not make him an origin.
    first = [
        f
        for f in figures
        if f.is_own or ((context.is_first(f.article) or context.is_news(f)) and not context.passes_on(f, figures))
    ]
    direct = [f for f in first if f.entity and not f.borrowed]
    direct = [f for f in direct if not f.told_again] or direct  # who tells an old number again drops its "at least"
    named = sorted(direct, key=lambda f: (not context.is_heard(f), *_lead_first(f)))
    lead = (
        _representative(named, context)
        if named
        else min(figures, key=lambda f: (f.kind.name == UNKNOWN, *_lead_first(f)))
    )
    # What one page leaves out another says: that the bodies were those in one yard. That a number is a model's, a good part must say.
    told = Counter(scope for f in figures if f.kind.name != UNKNOWN for scope in f.kind.scopes)
    if any(f.kind.head in ANYBODY and not f.like and not f.kind.scopes & CALLINGS for f in figures):
        told -= Counter(scope for f in figures if f.like for scope in f.kind.scopes & CALLINGS)
    there = frozenset(s for s, share in _SAID_BY.items() if told[s] and told[s] >= share * len(figures))
    if lead.kind.scopes & CALLINGS:
        there -= CALLINGS
    rare = frozenset(s for s in _MOSTLY if told[s] * 2 < len(figures))
    scopes = lead.kind.scopes - rare | there
    if scopes & CALLINGS:
        scopes -= {"its own people"}  # their calling says whose they are
    if _EMBASSY.search(lead.asserter or "") and not scopes & CALLINGS:
        scopes = scopes | {"its own people"}
    if HOSPITAL.search(lead.asserter or ""):
        scopes = scopes | {"one place"}
    placed = sum(f.place == lead.place for f in figures)
    # A place that most statements of a number leave out is where it was told, or part of a name, and not where it was counted.
    place = lead.place if placed * 2 >= len(figures) else None
    lead = replace(lead, kind=replace(lead.kind, scopes=scopes), place=place)
    same = context.body(lead.entity or "")
    heard = sorted({f.article for f in named if context.body(f.entity or "") == same and context.is_heard(f)})
    unit, low, high = comparable(lead.quantity)
    identity = (
        story,
        lead.entity or "",
        lead.kind.name,
        lead.place or "",
        unit,
        low.normalize(),
        high.normalize(),
        _statement(figures[0]),
    )
    return Draft(
        id=derive("o", *identity), story=story, figures=tuple(figures), lead=lead, established=bool(named),
        reasons=tuple(sorted(reasons)) or ("one statement, or statements of one page and its copies",), heard=tuple(heard),
    )  # fmt: skip
