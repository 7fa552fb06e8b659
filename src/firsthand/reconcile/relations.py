"""Relations between the releases of one story: updates, disputes, different scope, part of.

A table of named rules over pairs of releases that count things of one family. What no rule answers is left without a relation:
two counts by different asserters on different days may be an update, a dispute or neither, and nobody can tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from firsthand.reconcile.compare import Context, places_differ, same_class
from firsthand.reconcile.days import days_between
from firsthand.reconcile.judge import Laid
from firsthand.reconcile.kinds import FATES, KNOWN, PARTS, STATES, UNKNOWN
from firsthand.reconcile.releases import Draft
from firsthand.reconcile.sides import Side
from firsthand.reconcile.slots import clash
from firsthand.reconcile.threads import Parties, steps
from firsthand.reconcile.values import agreement, can_both_hold, comparable
from firsthand.records import Judgement, QuantityRelation

_OVERLAPPING = frozenset(
    {"killed", "killed or missing", "killed or injured", "casualties", "missing", "injured", "in care"}
)
# Scopes that mark some of those counted: who has been identified, who was a child.
_SOME = frozenset({"identified", "children", "women", "foreigners", "rescuers", "soldiers", "civilians"})
_AT_ODDS = re.compile(
    r"\b(?:cannot|can[’']t|can not|could not|couldn[’']t) be (?:squared|reconciled)\b|\bcontradict(?:s|ed|ing)?\b|\bat odds\b|\bdisput(?:e|es|ed|ing)\b|"
    r"\b(?:far |much |well )?(?:more|higher|larger|lower|fewer) than (?:the )?(?:official|government|[\w’' -]{0,20}(?:figure|count|toll|number)\b)|"
    r"\b(?:reject(?:s|ed|ing)?|den(?:y|ies|ied)|dismiss(?:es|ed)?) (?:the|that|this|as|any|its|his|her)\b|"
    r"\b(?:twice|double|triple|half|three times|\w+ (?:more|fewer) than) the (?:(?:number|figure|toll|count)\b|\d)|\bstood by\b",
    re.I,
)
_WIDER = re.compile(
    r"\b(?:wider|broader|narrower) (?:count|figure|number|tally|toll)\b|\b(?:covers?|counts?|includes?) only\b|\bdoes not (?:include|cover|count)\b|\bexclud(?:es|ing)\b",
    re.I,
)
# What each place counts for itself: two such counts that differ are no dispute.
_EACH_ITS_OWN = frozenset({"in care"})
_SMALLER = frozenset({"one place", "its own people", *_SOME})
DISPUTE_DAYS = 1
_TOGETHER = 420  # characters that two neighbouring sentences of a report have at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A relation between two drafts: subject is the later, the part, or simply the first by id."""

    subject: str
    object: str
    relation: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the rules may use: context, whose count a release is, the page-internal relations of releases, the days on which a body gave numbers of a class, the
    figures that stand for the releases, and for each release the sentences (start, end) that give it, by article."""

    context: Context
    within: Mapping[tuple[str, str], frozenset[str]]
    days: Mapping[tuple[str, str], frozenset[str]]
    places: Mapping[str, Mapping[str, Sequence[tuple[int, int]]]]
    parties: Parties
    sides: Mapping[str, Side]

    def laid(self, a: Draft, b: Draft) -> Laid:
        """Gives two releases slot by slot, as `judge` has them for any pair, with what the case knows of their parties."""
        return Laid(
            self.sides[a.id], self.sides[b.id], "same" if self.parties.of(a) == self.parties.of(b) else "different"
        )

    def at_one_time(self, a: Draft, b: Draft) -> bool:
        """Says whether two numbers are of one time: one stretch and one day, or on one page; or the later is the lower by a day, and
        neither asserter gave another number on the other's day."""
        if a.lead.period != b.lead.period:
            return False
        days = days_between(a.day, b.day)
        if days is None:
            return bool({f.article for f in a.figures} & {f.article for f in b.figures})
        first, last = sorted((a, b), key=lambda d: d.day or "")
        fell = days <= DISPUTE_DAYS and last.lead.high < first.lead.low
        return days == 0 or (fell and not self.spoke_on(a, b.day) and not self.spoke_on(b, a.day))

    def spoke_on(self, a: Draft, day: str | None) -> bool:
        """Says whether the asserter of a release gave another number of the same thing on a day."""
        return day in self.days.get((_body(a, self.context), a.lead.kind.name), ())

    def together(self, a: Draft, b: Draft) -> bool:
        """Says whether a page gives both numbers, one body does, or both are of one day; then their scopes are worth comparing."""
        pages = self.places.get(a.id, {}).keys() & self.places.get(b.id, {}).keys()
        return bool(pages) or _body(a, self.context) == _body(b, self.context) or bool(a.day and a.day == b.day)

    def words(self, a: Draft, b: Draft, pattern: re.Pattern[str]) -> str | None:
        """Gives the words by which a page that gives both numbers, within two sentences, sets them side by side; None for no such."""
        theirs = self.places.get(b.id, {})
        for article, mine in self.places.get(a.id, {}).items():
            text = self.context.views[article].article.text
            for x, y in product(mine, theirs.get(article, ())):
                start, end = min(x[0], y[0]), max(x[1], y[1])
                if end - start <= _TOGETHER and (found := pattern.search(text, start, end)):
                    return found.group()
        return None

    def said(self, a: Draft, b: Draft) -> frozenset[str]:
        """Gives the relations that a page itself states from a statement of the first release to one of the second."""
        return self.within.get((a.id, b.id), frozenset())


Rule = Callable[[Draft, Draft, Terms], Finding | None]


def relate(drafts: Sequence[Draft], within: Sequence[QuantityRelation], context: Context) -> list[Finding]:
    """Gives the relations between the releases of one story, sorted: one a pair, or "part of" with "different scope"."""
    terms = _terms(drafts, within, context)
    found: dict[tuple[str, str, str], Finding] = {}
    for a, b in _pairs(drafts, terms):
        for rule in RULES:
            if finding := rule(a, b, terms) or rule(b, a, terms):
                found[(min(a.id, b.id), max(a.id, b.id), finding.relation)] = finding
                break
        # What is part of a wider class differs from it in scope too; no other two relations go together.
        if (min(a.id, b.id), max(a.id, b.id), "part of") in found and _is_nested(a, b):
            finding = _nested_scope(*sorted((a, b), key=lambda d: d.id))
            found[(finding.subject, finding.object, finding.relation)] = finding
    judged = {key[:2] for key in found}
    kind = {d.id: d.lead.kind.name for d in drafts}
    parts = frozenset(
        f.subject for f in found.values() if f.relation == "part of" and kind[f.subject] == kind[f.object]
    )
    changed = frozenset(frozenset(pair) for pair, said in terms.within.items() if said & {"change", "revision"})
    for step in steps(drafts, parts, changed, terms.parties):
        finding = _finding(step.later, step.earlier, "updates", step.reason)
        pair = (min(finding.subject, finding.object), max(finding.subject, finding.object))
        if pair not in judged:
            found[(*pair, "updates")] = finding
    return [found[key] for key in sorted(found)]


def _terms(drafts: Sequence[Draft], within: Sequence[QuantityRelation], context: Context) -> Terms:
    days: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    places: dict[str, defaultdict[str, list[tuple[int, int]]]] = {}
    for d in drafts:
        if d.established and d.day:
            days[_body(d, context), d.lead.kind.name].add(d.day)
        sentences = places.setdefault(d.id, defaultdict(list))
        for f in d.figures:
            if f.borrowed != "denied" and f.article in context.views:
                sentences[f.article].append(f.sentence)
    sides = {d.id: Side(figure=d.lead, text=context.views[d.lead.article].article.text) for d in drafts}
    return Terms(
        sides=sides, context=context, parties=Parties(drafts, context), within=_by_release(drafts, within), days={k: frozenset(v) for k, v in days.items()}, places=places
    )  # fmt: skip


def judgements_of(findings: Sequence[Finding]) -> Iterator[Judgement]:
    """Gives the findings as judgements about releases."""
    for finding in findings:
        yield Judgement(
            about="origin", subject=finding.subject, object=finding.object, relation=finding.relation, reasons=(finding.reason,),
            checked=("what is counted", "place and group", "asserter", "day", "value with its bound"),
        )  # fmt: skip


def _by_release(drafts: Sequence[Draft], within: Sequence[QuantityRelation]) -> dict[tuple[str, str], frozenset[str]]:
    release = {f.quantity.id: d.id for d in drafts for f in d.figures}
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for r in within:
        a, b = release.get(r.subject), release.get(r.object)
        if a and b and a != b:
            found[(a, b)].add(r.relation)
    return {key: frozenset(kinds) for key, kinds in found.items()}


def _pairs(drafts: Sequence[Draft], terms: Terms) -> Iterator[tuple[Draft, Draft]]:
    """Gives pairs to judge: those a page relates itself, and numbers of one family of things within days of each other."""
    by_id = {d.id: d for d in drafts}
    pairs = {(min(k), max(k)) for k in terms.within}
    families: defaultdict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.lead.kind.name == UNKNOWN:
            continue  # two numbers of which nobody says what they count are no two numbers of one thing
        family = "people hurt" if draft.lead.kind.name in _OVERLAPPING else draft.lead.kind.name
        families[(family, str(comparable(draft.lead.quantity)[0]))].append(draft)
    for members in families.values():
        members.sort(key=lambda d: (d.day or "", d.lead.low, d.id))
        for i, a in enumerate(members):
            near = [b for b in members[i + 1 : i + 40] if (days_between(a.day, b.day) or 0) <= DISPUTE_DAYS]
            pairs |= {(min(a.id, b.id), max(a.id, b.id)) for b in near}
    yield from ((by_id[a], by_id[b]) for a, b in sorted(pairs))


def _body(draft: Draft, context: Context) -> str:
    return context.body(draft.lead.entity or "")


def _place_differs(a: Draft, b: Draft) -> bool:
    """Says whether the places differ; a part of the story's area against an unnamed place counts as different when a page sets them apart."""
    return places_differ(a.lead, b.lead) or bool(a.lead.place) != bool(b.lead.place)


def _finding(subject: Draft, other: Draft, relation: str, reason: str) -> Finding:
    return Finding(subject=subject.id, object=other.id, relation=relation, reason=reason)


def _stated_part(a: Draft, b: Draft, terms: Terms) -> Finding | None:
    said = terms.said(a, b)
    if a.lead.low > b.lead.high or _are_rivals(a, b, terms) or not _can_be_part(a, b):
        return None
    if "part of" in said or "of total" in said or "sum of" in terms.said(b, a):
        return _finding(a, b, "part of", "a page gives the one number as a part of the other")
    return None


def _are_rivals(a: Draft, b: Draft, terms: Terms) -> bool:
    """Says whether two asserters count one thing: then neither number is a part of the other, whatever the sentence looks like."""
    one = a.established and b.established and a.lead.kind.name == b.lead.kind.name
    return one and a.lead.kind.scopes <= b.lead.kind.scopes and _body(a, terms.context) != _body(b, terms.context)


def _can_be_part(a: Draft, b: Draft) -> bool:
    """Says whether those of one class can be among those of another: the missing are not among the dead, patients who died are."""
    part, whole = a.lead.kind.name, b.lead.kind.name
    if part == whole or not {part, whole} <= KNOWN or same_class(a.lead, b.lead):
        return True
    return part in PARTS.get(whole, ()) or (whole in STATES and (part in FATES or part in STATES))


def _some_of_them(a: Draft, b: Draft, terms: Terms) -> Finding | None:
    """One asserter on one occasion: the identified, the children, the firefighters among those counted."""
    some = a.lead.kind.scopes & _SOME
    if not some or b.lead.kind.scopes & _SOME or a.lead.low > b.lead.high or a.lead.kind.name != b.lead.kind.name:
        return None
    together = {f.article for f in a.figures} & {f.article for f in b.figures}
    if not (together and a.day == b.day and a.established and b.established) or _place_differs(a, b):
        return None
    if _body(a, terms.context) != _body(b, terms.context) or not same_unit(a, b):
        return None
    return _finding(
        a, b, "part of", f"{a.lead.asserter} gives both at once: all, and of them the {' and '.join(sorted(some))}"
    )


def same_unit(a: Draft, b: Draft) -> bool:
    return comparable(a.lead.quantity)[0] == comparable(b.lead.quantity)[0]


def _stated_dispute(a: Draft, b: Draft, terms: Terms) -> Finding | None:
    """A page sets two asserters' numbers of one thing against each other in so many words."""
    if (
        a.id > b.id
        or not (a.established and b.established)
        or a.lead.kind.name != b.lead.kind.name
        or not same_unit(a, b)
    ):
        return None
    if _body(a, terms.context) == _body(b, terms.context) or _can_both_hold(a, b) or _place_differs(a, b):
        return None
    if (days_between(a.day, b.day) or 0) > DISPUTE_DAYS or not (words := terms.words(a, b, _AT_ODDS)):
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
    if not said & {"change", "revision"} or a.lead.kind.name != b.lead.kind.name:
        return None
    same = not (a.entity and b.entity) or _body(a, terms.context) == _body(b, terms.context)
    return _finding(a, b, "updates", "a page says that the number went from the one to the other") if same else None


def _other_scope(a: Draft, b: Draft, terms: Terms) -> Finding | None:
    if a.id > b.id or not (a.established and b.established) or not terms.together(a, b):
        return None
    laid = terms.laid(a, b)
    if laid.thing == "nested":
        return _nested_scope(a, b)
    reason = laid.scope if laid.thing == "same" else None
    return _finding(a, b, "different scope", reason) if reason else None


def _is_nested(a: Draft, b: Draft) -> bool:
    one, other = a.lead.kind.name, b.lead.kind.name
    return other in PARTS.get(one, ()) or one in PARTS.get(other, ())


def _nested_scope(a: Draft, b: Draft) -> Finding:
    return _finding(a, b, "different scope", f"one counts {a.lead.kind.name}, the other {b.lead.kind.name}")


def _dispute(a: Draft, b: Draft, terms: Terms) -> Finding | None:
    if a.id > b.id or not (a.established and b.established) or a.lead.kind.name in _EACH_ITS_OWN:
        return None
    laid = terms.laid(a, b)
    if laid.who != "different" or laid.thing != "same" or laid.scope or not clash(laid.a, laid.b):
        return None
    if bool(a.lead.place) != bool(b.lead.place) or not terms.at_one_time(a, b):
        return None
    if not terms.context.is_one_event(a.lead.article, b.lead.article):
        return None
    reason = f"{a.lead.asserter} and {b.lead.asserter} give numbers of one thing within a day that cannot both hold"
    return _finding(a, b, "disputes", reason)


def _can_both_hold(a: Draft, b: Draft) -> bool:
    """Says whether two numbers can both be true: as numbers, or because the smaller is of one place, or of some of the people, only."""
    if can_both_hold(a.lead.quantity, b.lead.quantity):
        return True
    small, large = sorted((a, b), key=lambda d: d.lead.low)
    return bool(small.lead.kind.scopes & _SMALLER - large.lead.kind.scopes)


RULES: tuple[Rule, ...] = (
    _corrected, _stated_part, _some_of_them, _stated_update, _stated_dispute, _stated_scope, _other_scope, _dispute,
)  # fmt: skip
