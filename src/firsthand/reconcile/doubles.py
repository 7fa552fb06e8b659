"""Doubles: two releases of one number that may be one party's, whom the pages call by two names. One of them is left open, so that nobody is
counted twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from firsthand.reconcile.bare import is_of_one_page
from firsthand.reconcile.compare import Context, places_differ
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.holders import is_bare_role
from firsthand.reconcile.kinds import KNOWN, UNKNOWN, is_nested
from firsthand.reconcile.releases import BY_CHANCE, UNCOMMON, Draft, is_unnamed
from firsthand.reconcile.values import comparable, telling

Rivals = frozenset[tuple[str, str]]


def with_doubles_open(drafts: Sequence[Draft], context: Context) -> Iterator[Draft]:
    """Yields the releases; one by somebody who may be the asserter of another with the same number is left open: a role without a name, a
    spokesman whose body the page leaves out, a number of which it is not said what it counts, one body's uncommon number under two nouns,
    the number of a body's own page that others give to somebody else, the less heard of two names that never gave different numbers."""
    by_number: defaultdict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for d in drafts:
        if d.established:
            by_number[tuple(map(str, comparable(d.lead.quantity)))].append(d)
    rivals = rivals_among(drafts, context)
    for d in drafts:
        others = by_number[tuple(map(str, comparable(d.lead.quantity)))] if d.established and not d.heard else []
        double = next((o for o in others if o.id != d.id and may_be_a_double(d, o, rivals, context)), None)
        if double is not None:
            d = replace(d, established=False, reasons=(*d.reasons, f"perhaps {double.lead.asserter}'s number"))
        yield d


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
    nameless = (speaks or is_unnamed(mine)) and not is_unnamed(theirs)
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
