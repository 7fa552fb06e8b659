"""Slips: two values that pages give for one number of one asserter on one occasion, where one is a slip or a rounding of a page.

An occasion shows in the other numbers: pages that give the same uncommon count of the dead from the same asserter carry one report of
his, and where they then differ in the injured by exchanged digits or by a rounding, it is not he who gave two numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from firsthand.reconcile.compare import NOT_DONE, Context
from firsthand.reconcile.days import days_between
from firsthand.reconcile.kinds import KNOWN, UNKNOWN
from firsthand.reconcile.releases import Draft
from firsthand.reconcile.values import agreement, comparable, is_near_rounding, softened, telling

UNCOMMON = 0.8


def fold_slips(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """Gives the releases with slips and roundings put to the number they are of, sorted by id."""
    by_id = {d.id: d for d in drafts}
    reports = _reports(drafts, context)
    for a, b in _pairs(drafts, context):
        a, b = by_id.get(a.id, a), by_id.get(b.id, b)
        if a.id in by_id and b.id in by_id and (reason := _slip(a, b, reports, context)):
            keep, slip = sorted((a, b), key=lambda d: (-len({f.article for f in d.figures}), -_digits(d), d.id))
            figures = tuple(
                sorted((*keep.figures, *slip.figures), key=lambda f: (f.article, f.quantity.span.start, f.key))
            )
            heard = tuple(sorted({*keep.heard, *slip.heard}))
            by_id[keep.id] = replace(
                keep, figures=figures, heard=heard, reasons=tuple(sorted({*keep.reasons, *slip.reasons, reason}))
            )
            del by_id[slip.id]
    return [by_id[key] for key in sorted(by_id)]


def _pairs(drafts: Sequence[Draft], context: Context) -> list[tuple[Draft, Draft]]:
    same: defaultdict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for d in drafts:
        lead = d.lead
        if d.established and lead.kind.name != UNKNOWN:
            scopes = ",".join(sorted(lead.kind.scopes))
            done = str(
                lead.status not in NOT_DONE - {"possible"}
            )  # "close to 5,000 may have come" is 4,700 told loosely
            key = (
                context.body(lead.entity or ""),
                lead.kind.name,
                str(comparable(lead.quantity)[0]),
                lead.place or "",
                scopes,
                done,
            )
            same[key].append(d)
    pairs = [pair for key in sorted(same) for pair in combinations(sorted(same[key], key=lambda d: d.id), 2)]
    return [*pairs, *_with_digits_exchanged(drafts, context)]


def _with_digits_exchanged(drafts: Sequence[Draft], context: Context) -> list[tuple[Draft, Draft]]:
    """Gives the pairs of one asserter's numbers of the same digits, whatever the pages say that they count."""
    same: defaultdict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for d in drafts:
        if d.established:
            unit, low, _ = comparable(d.lead.quantity)
            same[context.body(d.lead.entity or ""), str(unit), "".join(sorted(str(low.normalize())))].append(d)
    return [pair for key in sorted(same) for pair in combinations(sorted(same[key], key=lambda d: d.id), 2)]


def _reports(drafts: Sequence[Draft], context: Context) -> dict[str, frozenset[str]]:
    """Gives for each release the other uncommon releases of its asserter that stand on a page with it."""
    on: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for d in drafts:
        if d.established and telling(d.lead.low) >= UNCOMMON:
            for f in d.figures:
                on[context.body(d.lead.entity or ""), f.article].add(d.id)
    return {
        d.id: frozenset(i for f in d.figures for i in on[context.body(d.lead.entity or ""), f.article]) - {d.id}
        for d in drafts
    }


def _slip(a: Draft, b: Draft, reports: dict[str, frozenset[str]], context: Context) -> str | None:
    """Gives the reason why two values are one number, or None."""
    x, y = a.lead.quantity, b.lead.quantity
    if {f.article for f in a.figures} & {f.article for f in b.figures} or agreement(x, y):
        return None
    if _are_of_one_thing(a, b) and _takes_from(a, b, context) and _is_turned_round(str(x.low), str(y.low)):
        return "one asserter, and a page that takes the number from another exchanged its digits"
    if a.lead.kind.name != b.lead.kind.name:
        return None
    one_report = bool(reports.get(a.id, frozenset()) & reports.get(b.id, frozenset()))
    if one_report and _are_exchanged(str(x.low), str(y.low)):
        return "one asserter on one occasion, and a page exchanged digits of the number"
    if one_report and is_near_rounding(x, y):
        return "one asserter on one occasion, and a page rounded the number"
    if softened(x, y) and (days_between(a.day, b.day) or 0) <= 1:
        return "one asserter within a day; one is the other's number under words that soften it"
    if {x.comparator, y.comparator} <= _LOOSE and _are_near(a, b) and (days_between(a.day, b.day) or 0) <= 1:
        return "one asserter within a day; both numbers are put loosely and lie side by side"
    return None


def _are_of_one_thing(a: Draft, b: Draft) -> bool:
    """Says whether two numbers may count one thing: of one class, or one of them of none that its page says."""
    one, other = a.lead.kind, b.lead.kind
    return one.name == other.name or one.is_guess or other.is_guess or not {one.name, other.name} <= KNOWN


def _takes_from(a: Draft, b: Draft, context: Context) -> bool:
    """Says whether all pages of the one go back to, or cite, a page of the other."""
    for slip, source in ((a, b), (b, a)):
        if all(any(context.is_linked(f.article, g.article) for g in source.figures) for f in slip.figures):
            return True
    return False


def _is_turned_round(one: str, other: str) -> bool:
    return one != other and len(one) >= 2 and sorted(one) == sorted(other)


_LOOSE = frozenset({"about", "nearly"})
_SIDE_BY_SIDE = Decimal("0.03")


def _are_near(a: Draft, b: Draft) -> bool:
    low, high = sorted((comparable(a.lead.quantity)[1], comparable(b.lead.quantity)[1]))
    return high - low <= high * _SIDE_BY_SIDE


def _are_exchanged(one: str, other: str) -> bool:
    return one != other and len(one) >= 3 and one[0] == other[0] and sorted(one) == sorted(other)


def _digits(draft: Draft) -> int:
    return len(draft.lead.low.normalize().as_tuple().digits)
