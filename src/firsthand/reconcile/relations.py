"""Relations between the releases of one story: updates, disputes, different scope, part of.

A table of named rules over pairs of releases that count things of one family. What no rule answers is left without a relation:
two counts by different asserters on different days may be an update, a dispute or neither, and nobody can tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.reconcile.compare import NOT_DONE, Context, places_differ, same_class
from firsthand.reconcile.days import days_between
from firsthand.reconcile.kinds import EMPLOYED, KNOWN, UNKNOWN, is_nested
from firsthand.reconcile.nouns import ANYBODY
from firsthand.reconcile.objections import AT_ODDS
from firsthand.reconcile.releases import Draft
from firsthand.reconcile.same_thing import (
    OF_ONE_SIZE,
    SOME,
    all_and_some,
    are_of_two_callings,
    are_others,
    can_be_part,
    can_both_hold,
    may_be_one_thing,
    may_be_some_of,
    place_differs,
    same_unit,
)
from firsthand.reconcile.slots import clash, set_apart
from firsthand.reconcile.terms import DISPUTE_DAYS, OF_ONE_MOMENT, TOGETHER, Terms, body_of, pages_of, terms_of
from firsthand.reconcile.threads import LEFT_UNSAID, names_of, steps
from firsthand.reconcile.unsaid import OF_ONE_SIZE as HARDLY_COMPARED
from firsthand.reconcile.values import agreement, comparable
from firsthand.records import Judgement, QuantityRelation

_OVERLAPPING = frozenset(
    {"killed", "killed or missing", "killed or injured", "casualties", "missing", "injured", "in care"}
)
_WIDER = re.compile(
    r"\b(?:wider|broader|narrower) (?:count|figure|number|tally|toll)\b|\b(?:covers?|counts?|includes?) only\b|\bdoes not (?:include|cover|count)\b|\bexclud(?:es|ing)\b",
    re.I,
)
# What each place counts for itself: two such counts that differ are no dispute.
_EACH_ITS_OWN = frozenset({"in care"})
_NO_CLASS = ANYBODY | {UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A relation between two drafts: subject is the later, the part, or simply the first by id."""

    subject: str
    object: str
    relation: str
    reason: str


Rule = Callable[[Draft, Draft, Terms], Finding | None]


def relate(drafts: Sequence[Draft], within: Sequence[QuantityRelation], context: Context) -> list[Finding]:
    """Gives the relations between the releases of one story, sorted: one a pair, or "part of" with "different scope"."""
    terms = terms_of(drafts, within, context)
    found: dict[tuple[str, str, str], Finding] = {}
    for one, other in _pairs(drafts, terms):
        a, b = _by_one_name(one, other)
        for rule in RULES:
            if finding := rule(a, b, terms) or rule(b, a, terms):
                found[(min(a.id, b.id), max(a.id, b.id), finding.relation)] = finding
                break
        # What is part of a wider class differs from it in scope too; no other two relations go together.
        if (min(a.id, b.id), max(a.id, b.id), "part of") in found and is_nested(a.lead.kind, b.lead.kind):
            finding = _nested_scope(*sorted((a, b), key=lambda d: d.id))
            found[(finding.subject, finding.object, finding.relation)] = finding
    judged = {key[:2] for key in found}
    kind = {d.id: d.lead.kind.name for d in drafts}
    parts = frozenset(
        f.subject for f in found.values() if f.relation == "part of" and kind[f.subject] == kind[f.object]
    )
    changed = frozenset(pair for pair, said in terms.within.items() if said & {"change", "revision"})
    for step in steps(drafts, parts, changed, terms.parties):
        finding = _finding(step.later, step.earlier, "updates", step.reason)
        pair = (min(finding.subject, finding.object), max(finding.subject, finding.object))
        one_day = step.later.day is not None and step.later.day == step.earlier.day
        if one_day and pages_of(step.later) & pages_of(step.earlier) and not step.earlier.told_again:
            continue  # a page gives both side by side: of two things, or of two places
        if one_day and bool(step.later.lead.place) != bool(step.earlier.lead.place):
            continue  # on one day the count of one place and that of all are two
        one_body = body_of(step.later, context) == body_of(step.earlier, context)
        if pair not in judged and (one_body or not terms.are_of_two_places(step.later, step.earlier)):
            found[(*pair, "updates")] = finding
    return [found[key] for key in sorted(found)]


def _by_one_name(a: Draft, b: Draft) -> tuple[Draft, Draft]:
    """Gives two releases under one name for what they count, where a page of the one calls it as the other does: 112 are "employees" here
    and "workers" there, and so is the rival's 138."""
    for one, other in ((a, b), (b, a)):
        name = other.lead.kind.name
        if name == one.lead.kind.name or name not in names_of(one):
            continue
        kind = next((f.kind for f in one.figures if f.kind.name == name and not f.kind.is_guess), None)
        if kind is None:
            continue
        same = replace(one, lead=replace(one.lead, kind=replace(kind, scopes=one.lead.kind.scopes)))
        return (same, b) if one is a else (a, same)
    return a, b


def judgements_of(findings: Sequence[Finding]) -> Iterator[Judgement]:
    """Gives the findings as judgements about releases."""
    for finding in findings:
        yield Judgement(
            about="origin", subject=finding.subject, object=finding.object, relation=finding.relation, reasons=(finding.reason,),
            checked=("what is counted", "place and group", "asserter", "day", "value with its bound"),
        )  # fmt: skip


def _pairs(drafts: Sequence[Draft], terms: Terms) -> Iterator[tuple[Draft, Draft]]:
    """Gives pairs to judge: those a page relates itself, and numbers of one family of things within days of each other."""
    by_id = {d.id: d for d in drafts}
    pairs = {(min(k), max(k)) for k in terms.within}
    families: defaultdict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.lead.kind.name in _BARE_HEADS:
            families[("people", str(comparable(draft.lead.quantity)[0]))].append(draft)
        if draft.lead.kind.name == UNKNOWN:
            continue  # two numbers of which nobody says what they count are no two numbers of one thing
        for name in {"people hurt" if n in _OVERLAPPING else n for n in names_of(draft)}:
            families[(name, str(comparable(draft.lead.quantity)[0]))].append(draft)
    for members in families.values():
        members.sort(key=lambda d: (d.day or "", d.lead.low, d.id))
        for i, a in enumerate(members):
            near = [b for b in members[i + 1 : i + 40] if _may_be_of_one_time(a, b, terms)]
            pairs |= {(min(a.id, b.id), max(a.id, b.id)) for b in near}
    pairs |= terms.set_against()
    yield from ((by_id[a], by_id[b]) for a, b in sorted(pairs))


def _may_be_of_one_time(a: Draft, b: Draft, terms: Terms) -> bool:
    if (days_between(a.day, b.day) or 0) <= DISPUTE_DAYS or a.lead.kind.name in OF_ONE_MOMENT:
        return True
    first, last = sorted((a, b), key=lambda d: d.day or "")
    return terms.is_side_by_side(a, b) or terms.is_held(first, last.day)


def _finding(subject: Draft, other: Draft, relation: str, reason: str) -> Finding:
    return Finding(subject=subject.id, object=other.id, relation=relation, reason=reason)


def _stated_part(a: Draft, b: Draft, terms: Terms) -> Finding | None:
    said = terms.said(a, b)
    if a.lead.low > b.lead.high or not can_be_part(a, b) or ("of total" not in said and _are_rivals(a, b, terms)):
        return None
    if "part of" in said or "of total" in said or "sum of" in terms.said(b, a):
        return _finding(a, b, "part of", "a page gives the one number as a part of the other")
    return None


def _are_rivals(a: Draft, b: Draft, terms: Terms) -> bool:
    """Says whether two asserters count one thing: then neither number is a part of the other, whatever the sentence looks like."""
    one = a.established and b.established and a.lead.kind.name == b.lead.kind.name
    return one and a.lead.kind.scopes <= b.lead.kind.scopes and body_of(a, terms.context) != body_of(b, terms.context)


def _some_of_them(a: Draft, b: Draft, terms: Terms) -> Finding | None:
    """One asserter on one occasion: the identified, the children, the firefighters among those counted."""
    some = a.lead.kind.scopes & SOME
    if not some or b.lead.kind.scopes & SOME or a.lead.low > b.lead.high or a.lead.kind.name != b.lead.kind.name:
        return None
    together = {f.article for f in a.figures} & {f.article for f in b.figures}
    if not (together and a.day == b.day and a.established and b.established) or place_differs(a, b):
        return None
    if body_of(a, terms.context) != body_of(b, terms.context) or not same_unit(a, b) or are_of_two_callings(a, b):
        return None
    return _finding(
        a, b, "part of", f"{a.lead.asserter} gives both at once: all, and of them the {' and '.join(sorted(some))}"
    )


def _stated_dispute(a: Draft, b: Draft, terms: Terms) -> Finding | None:
    """A page sets two asserters' numbers of one thing against each other in so many words."""
    if a.id > b.id or not (a.established and b.established) or not may_be_one_thing(a, b) or not same_unit(a, b):
        return None
    if body_of(a, terms.context) == body_of(b, terms.context) or can_both_hold(a, b) or places_differ(a.lead, b.lead):
        return None
    if not (words := terms.words(a, b, AT_ODDS)):
        return None
    if (days_between(a.day, b.day) or 0) > DISPUTE_DAYS and not terms.is_answered(a, b):
        return None
    return _finding(a, b, "disputes", f"a page sets the two against each other: “{words}”")


def _corrected(a: Draft, b: Draft, terms: Terms) -> Finding | None:
    """A later version of a page replaces a number that its earlier version gave, and a note says so."""
    if not same_class(a.lead, b.lead) or agreement(a.lead.quantity, b.lead.quantity):
        return None
    views = terms.context.views
    for x in a.figures:
        if x.status == "corrected" and x.article in views:
            address = views[x.article].article.url
            others = [
                y
                for y in b.figures
                if y.article in views and y.article != x.article and views[y.article].article.url == address
            ]
            if address and others:
                return _finding(a, b, "corrects", f"a later version of {address} gives the number anew, with a note")
    return None


def _stated_scope(a: Draft, b: Draft, terms: Terms) -> Finding | None:
    """A page says that one of two counts is the wider one."""
    if (
        a.id > b.id
        or not same_class(a.lead, b.lead)
        or not same_unit(a, b)
        or agreement(a.lead.quantity, b.lead.quantity)
    ):
        return None
    words = terms.words(a, b, _WIDER)
    return _finding(a, b, "different scope", f"a page says so: “{words}”") if words else None


def _stated_update(a: Draft, b: Draft, terms: Terms) -> Finding | None:
    """A page that says "up from" or "corrected to" relates an earlier number (subject there) to a later one."""
    said = terms.said(b, a)
    if not said & {"change", "revision"} or not same_class(a.lead, b.lead) or are_of_two_callings(a, b):
        return None
    if not same_unit(a, b):
        return None
    same = not (a.entity and b.entity) or body_of(a, terms.context) == body_of(b, terms.context)
    return _finding(a, b, "updates", "a page says that the number went from the one to the other") if same else None


def _told_again(a: Draft, b: Draft, terms: Terms) -> Finding | None:
    """A page gives one asserter's number, and beside it an earlier one of his told again."""
    if a.told_again or not b.told_again or a.lead.kind.name != b.lead.kind.name or not same_unit(a, b):
        return None
    if not (a.established and b.established) or body_of(a, terms.context) != body_of(b, terms.context):
        return None
    if places_differ(a.lead, b.lead) or a.lead.kind.scopes != b.lead.kind.scopes or can_both_hold(a, b):
        return None
    if not {f.article for f in a.figures} & {f.article for f in b.figures}:
        return None
    return _finding(a, b, "updates", f"a page tells the other again as an earlier number: “{b.told_again}”")


def _other_scope(a: Draft, b: Draft, terms: Terms) -> Finding | None:
    if a.id > b.id or not (a.established and b.established) or not terms.together(a, b):
        return None
    laid = terms.laid(a, b)
    if laid.thing == "nested":
        return _nested_scope(a, b)
    reason = laid.scope if laid.thing == "same" else None
    differ = a.lead.kind.scopes ^ b.lead.kind.scopes
    unsaid = (differ <= LEFT_UNSAID and not place_differs(a, b)) or not are_others(a, b)
    if reason and laid.who == "same" and unsaid and not terms.is_side_by_side(a, b):
        reason = next(
            set_apart(laid.a, laid.b), None
        )  # what one page leaves out sets two numbers of one body not apart
    if reason and laid.who == "different" and terms.is_likened(a, b) and not are_others(a, b):
        return None
    return _finding(a, b, "different scope", reason) if reason else None


def _nested_scope(a: Draft, b: Draft) -> Finding:
    return _finding(a, b, "different scope", f"one counts {a.lead.kind.name}, the other {b.lead.kind.name}")


def _dispute(a: Draft, b: Draft, terms: Terms) -> Finding | None:
    if a.id > b.id or not (a.established and b.established) or a.lead.kind.name in _EACH_ITS_OWN:
        return None
    if a.told_again or b.told_again:
        return None  # what was said before is no rival of what is said now
    laid = terms.laid(a, b)
    if laid.who != "different" or not clash(laid.a, laid.b) or not same_unit(a, b):
        return None
    if _is_to_come(a) != _is_to_come(b) or may_be_some_of(a, b):
        return None
    likened = (
        terms.is_likened(a, b) and a.lead.kind.name == b.lead.kind.name and not (are_others(a, b) or all_and_some(a, b))
    )
    if not likened and _is_out_of_scale(a, b):
        return None
    if not likened and (laid.thing != "same" or laid.scope or {a.lead.kind.name, b.lead.kind.name} & _NO_CLASS):
        return None
    if bool(a.lead.place) != bool(b.lead.place) and not (likened and terms.takes_place_of(a, b)):
        return None
    if not terms.at_one_time(a, b):
        return None
    if not terms.are_of_one_event(a, b) or terms.are_of_two_places(a, b):
        return None
    days = days_between(a.day, b.day)
    apart = " within a day" if days is not None and days <= DISPUTE_DAYS else ""
    reason = f"{a.lead.asserter} and {b.lead.asserter} give numbers of one thing{apart} that cannot both hold"
    return _finding(a, b, "disputes", reason)


def _is_out_of_scale(a: Draft, b: Draft) -> bool:
    """Says whether of what one of two numbers counts only a noun is read, or a guess, and it is many times the other: then it is of more.
    Two numbers of one noun on one page can lie that far apart: police and marchers count a march."""
    if pages_of(a) & pages_of(b) and a.lead.kind.head == b.lead.kind.head:
        return False
    sure = all(d.lead.kind.name in KNOWN and not d.lead.kind.is_guess for d in (a, b))
    low, high = sorted((a.lead.low, b.lead.low))
    return not sure and high > HARDLY_COMPARED * low


_BARE_HEADS = ANYBODY | {UNKNOWN, EMPLOYED}


def _people_beside(a: Draft, b: Draft, terms: Terms) -> Finding | None:
    """A page sets beside each other how many people there were by two who counted them: nothing befell them that could tell two counts apart."""
    names = {a.lead.kind.name, b.lead.kind.name}
    if a.id > b.id or not (a.established and b.established) or not names <= _BARE_HEADS or names == {UNKNOWN}:
        return None
    if not same_unit(a, b) or a.lead.quantity.unit or a.told_again or b.told_again or _is_to_come(a) != _is_to_come(b):
        return None
    laid = terms.laid(a, b)
    if laid.who != "different" or laid.scope or laid.times_apart > OF_ONE_SIZE or not clash(laid.a, laid.b):
        return None
    if not terms.is_side_by_side(a, b, TOGETHER):
        return None
    who = f"{a.lead.asserter} and {b.lead.asserter}"
    return _finding(a, b, "disputes", f"a page sets beside each other how many people {who} count")


def _is_to_come(draft: Draft) -> bool:
    """Says whether a number is of what will be or may come: "could pass 60" does not dispute a count of 40."""
    lead = draft.lead
    # What one page tells as a plan another tells as announced: it is a plan all the same. Of those killed or hurt each page says anew.
    planned = lead.kind.name not in KNOWN and any(f.status in NOT_DONE for f in draft.figures)
    return planned or lead.status in NOT_DONE or (lead.status != "corrected" and "estimate" in lead.kind.scopes)


RULES: tuple[Rule, ...] = (
    _corrected, _stated_part, _some_of_them, _stated_update, _told_again, _stated_dispute, _stated_scope, _other_scope, _dispute, _people_beside,
)  # fmt: skip
