"""Doubles: two releases of one number that may be one party's, whom the pages call by two names. One of them is left open, so that nobody is
counted twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from firsthand.reconcile.bare import is_of_one_page
from firsthand.reconcile.compare import Context, name_words, places_differ
from firsthand.reconcile.days import days_between
from firsthand.reconcile.facts import stem
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.holders import is_bare_role
from firsthand.reconcile.kinds import KNOWN, UNKNOWN, Kind, is_nested
from firsthand.reconcile.releases import BY_CHANCE, UNCOMMON, Draft, is_unnamed
from firsthand.reconcile.values import agreement, comparable, softened, telling

Rivals = frozenset[tuple[str, str]]


def with_doubles_open(drafts: Sequence[Draft], context: Context, *, is_cast: bool = True) -> Iterator[Draft]:
    """Yields the releases; one by somebody who may be the asserter of another with the same number is left open: a role without a name, a
    spokesman whose body the page leaves out, a number of which it is not said what it counts, one body's uncommon number under two nouns,
    the number of a body's own page that others give to somebody else, the less heard of two names that never gave different numbers. Once
    it is known who is who (`is_cast`), also one that agrees with the number of somebody of fuller name, and one of which its page is less
    sure what it counts than another page of the same body."""
    by_number: defaultdict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for d in drafts:
        if d.established:
            by_number[tuple(map(str, comparable(d.lead.quantity)))].append(d)
    rivals, near = rivals_among(drafts, context), Neighbours(drafts)
    kept = {d.id for d in drafts if d.established}
    for d in drafts:
        others = by_number[tuple(map(str, comparable(d.lead.quantity)))] if d.established and not d.heard else []
        double = next((o for o in others if o.id in kept - {d.id} and may_be_a_double(d, o, rivals, context)), None)
        if double is None and d.established and is_cast:
            near_by = [o for o in near.to(d) if o.id in kept]
            double = next((o for o in near_by if may_be_of_fuller_name(d, o, rivals, context)), None)
            double = double or next((o for o in near_by if is_told_loosely(d, o, context)), None)
        if double is not None:
            kept.discard(d.id)
            d = replace(d, established=False, reasons=(*d.reasons, f"perhaps {double.lead.asserter}'s number"))
        yield d


class Neighbours:
    """Knows for each established release the others whose numbers lie within a tenth of its own."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._by_unit: defaultdict[str, list[tuple[Decimal, str, Draft]]] = defaultdict(list)
        for d in drafts:
            if d.established:
                unit, low, _ = comparable(d.lead.quantity)
                self._by_unit[str(unit)].append((low, d.id, d))
        for found in self._by_unit.values():
            found.sort(key=lambda n: n[:2])

    def to(self, draft: Draft) -> Iterator[Draft]:
        unit, low, _ = comparable(draft.lead.quantity)
        found = self._by_unit[str(unit)]
        first = bisect_left(found, low * _LOWEST, key=lambda n: n[0])
        last = bisect_right(found, low * _HIGHEST, key=lambda n: n[0])
        yield from (d for _, key, d in found[first:last] if key != draft.id)


_LOWEST, _HIGHEST = Decimal("0.9"), Decimal("1.12")


def may_be_of_fuller_name(d: Draft, other: Draft, rivals: Rivals, context: Context) -> bool:
    """Says whether the first of two agreeing numbers of what may be one thing is by somebody of less name who may be the asserter of the
    second: an office or a noun alone ("the colonel", "the camp management"), or a shorter name ("Brahim")."""
    mine, theirs = d.lead, other.lead
    if {f.article for f in d.figures} & {f.article for f in other.figures} or places_differ(mine, theirs):
        return False
    if not (agreement(mine.quantity, theirs.quantity) or _is_softened(mine, theirs)):
        return False
    if mine.kind.name != theirs.kind.name and not _is_unsure(mine.kind) and not _is_unsure(theirs.kind):
        return False
    if (context.body(mine.entity or ""), context.body(theirs.entity or "")) in rivals:
        return False
    return all(has_less_name(f, theirs) for f in d.figures if f.entity and not f.borrowed)


def is_told_loosely(d: Draft, other: Draft, context: Context) -> bool:
    """Says whether the first of two agreeing numbers of one body is the less sure of what it counts, or a rounding of the second."""
    mine, theirs = d.lead, other.lead
    if context.body(mine.entity or "") != context.body(theirs.entity or "") or places_differ(mine, theirs):
        return False
    if {f.article for f in d.figures} & {f.article for f in other.figures}:
        return False
    rounded = _is_softened(mine, theirs)
    if mine.kind.name == theirs.kind.name:
        late = (days_between(d.day, other.day) or 0) > 1  # those of a day are put together as one number, see `slips`
        return rounded and late and len({f.article for f in d.figures}) == 1 and _is_coarser(mine, theirs)
    unsure = _is_unsure(mine.kind), _is_unsure(theirs.kind)
    if not any(unsure) or not (rounded or agreement(mine.quantity, theirs.quantity)):
        return False
    return unsure == (True, False) or (
        unsure[0] == unsure[1] and (len(d.figures), d.id) < (len(other.figures), other.id)
    )


def _is_softened(mine: Figure, theirs: Figure) -> bool:
    """Says whether one number is the other's under words that soften it: a rounding, or put to within a hundredth by "nearly", "more than"."""
    one, other = mine.quantity, theirs.quantity
    loosely = {one.comparator, other.comparator} & {
        "nearly",
        "about",
        "more than",
    } and one.comparator != other.comparator
    near = abs(mine.low - theirs.low) * 100 <= max(mine.low, theirs.low) and one.unit == other.unit
    return softened(one, other) or agreement(one, other) not in (None, "equal numbers") or bool(loosely and near)


def _is_coarser(mine: Figure, theirs: Figure) -> bool:
    one, other = (len(f.low.normalize().as_tuple().digits) for f in (mine, theirs))
    return (one, mine.quantity.comparator is None) < (other, theirs.quantity.comparator is None)


def _is_unsure(kind: Kind) -> bool:
    return kind.is_guess or kind.name == UNKNOWN or kind.name not in KNOWN


def has_less_name(mine: Figure, theirs: Figure) -> bool:
    """Says whether the first is known by an office or a noun and may be the second, or by a part of the second's name."""
    name, other = (re.sub(r"\s*\(unnamed.*", "", f.asserter or "") for f in (mine, theirs))
    words, fuller = (set(name_words(f)) for f in (mine, theirs))
    if words and words < fuller:
        return True
    nameless, more = _is_nameless(mine) and not _OF_STATE.search(name), not _is_nameless(theirs)
    plain, others = (_nouns(n) for n in (name, other))
    share = bool(plain & others)
    return (nameless and (more or share)) or (name == name.lower() and share and (more or plain <= others))


def _is_nameless(figure: Figure) -> bool:
    return "(unnamed" in (figure.asserter or "") or is_bare_role(figure.asserter or "")


_OF_STATE = re.compile(r"\b(?:media|television|tv|radio)$", re.I)  # "state media" is one outlet's name as good as any


def _nouns(name: str) -> set[str]:
    return {stem(w) for w in re.findall(r"[^\W\d_]{4,}", re.sub(r"['’]s\b", "", name.lower()))}


def rivals_among(drafts: Sequence[Draft], context: Context) -> Rivals:
    """Gives the pairs of parties that once gave different numbers of one thing for one day: they are two."""
    given: defaultdict[tuple[str, ...], defaultdict[str, set[Decimal]]] = defaultdict(lambda: defaultdict(set))
    for d in drafts:
        who = context.body(d.lead.entity or "")
        if d.established and who and d.lead.day:
            given[d.lead.kind.name, d.lead.place or "", d.lead.day][who].add(d.lead.low)
    return frozenset(
        (one, other)
        for parties in given.values()
        for one, mine in parties.items()
        for other, theirs in parties.items()
        if not mine & theirs
    )


def may_be_a_double(d: Draft, other: Draft, rivals: Rivals, context: Context) -> bool:
    """Says whether the asserter of the first of two releases of one number may be that of the second."""
    mine, theirs = d.lead, other.lead
    if places_differ(mine, theirs):
        return False
    if context.body(mine.entity or "") == context.body(theirs.entity or ""):
        return _is_one_under_two_nouns(d, other)
    if _is_less_sure(d, other, rivals, context):
        return True
    if _is_handed_on(mine) and any(context.is_linked(mine.article, f.article) for f in other.figures):
        return mine.kind.name == theirs.kind.name or telling(mine.low) >= BY_CHANCE
    loose = UNKNOWN in (mine.kind.name, theirs.kind.name) or mine.kind.is_guess or theirs.kind.is_guess
    if is_of_one_page(mine.entity or "") and (mine.asserter or "").split()[-1] in (theirs.asserter or "").split():
        return not {mine.kind.name, theirs.kind.name} <= KNOWN or mine.kind.name == theirs.kind.name
    if not (mine.kind.name == theirs.kind.name or (loose and telling(mine.low) >= BY_CHANCE)):
        return False
    speaks = mine.speaker is not None and "spokes" in (mine.speaker.role or "")
    nobody = is_unnamed(mine) and all(is_unnamed(f) and _is_nameless(f) for f in d.figures if f.entity)
    nameless = (speaks or nobody) and not is_unnamed(theirs)
    return nameless or (mine.kind.name == UNKNOWN and theirs.kind.name != UNKNOWN)


def _is_one_under_two_nouns(d: Draft, other: Draft) -> bool:
    """Says whether one body's number of one thing is told as of another: "12 dead", "12 people hit"."""
    mine, theirs = d.lead, other.lead
    if d.told_again and not other.told_again and is_nested(mine.kind, theirs.kind):
        return True  # who tells an old number again may make killed of casualties
    fewer = (len(d.figures), d.id) < (len(other.figures), other.id)
    sure = {mine.kind.name, theirs.kind.name} <= KNOWN or mine.quantity.unit or theirs.quantity.unit
    return fewer and mine.kind.name != theirs.kind.name and telling(mine.low) >= (UNCOMMON if sure else BY_CHANCE)


def _is_less_sure(d: Draft, other: Draft, rivals: Rivals, context: Context) -> bool:
    """Says whether, of two names with one number of one thing that no page gives both, the first is the less sure: its own page's word or
    a pointed giver against words that attribute, or the less heard of two that never gave different numbers."""
    mine, theirs = d.lead, other.lead
    if mine.kind.name != theirs.kind.name or telling(mine.low) < BY_CHANCE:
        return False
    if {f.article for f in d.figures} & {f.article for f in other.figures}:
        return False
    if (mine.is_own and not theirs.is_own) or (mine.is_pointed_at and not theirs.is_pointed_at):
        return True
    are_two = (context.body(mine.entity or ""), context.body(theirs.entity or "")) in rivals
    return len(d.figures) < len(other.figures) and not are_two


def _is_handed_on(figure: Figure) -> bool:
    """Says whether a number is of somebody without a name, as another outlet told of him ("the agency quotes a survivor")."""
    return len(figure.chain) > 2 and (is_unnamed(figure) or is_bare_role(figure.asserter or ""))
