"""The cast of a story: everybody who gives numbers in it, under which names, and which of them are bodies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.reconcile.asserters import body_behind
from firsthand.reconcile.compare import places_differ
from firsthand.reconcile.context import Context
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.holders import key_of_name
from firsthand.reconcile.kinds import KNOWN
from firsthand.reconcile.releases import Draft
from firsthand.reconcile.values import agreement


@dataclass(frozen=True, slots=True)
class Cast:
    """Who gives numbers in a story: the names that pages have for each key, which keys are bodies, the pages' texts, the lands of their
    adjectives, and the figures of each key."""

    names: Mapping[str, Sequence[str]]
    leads: Mapping[str, Figure]
    bodies: Sequence[tuple[str, str]]
    institutions: frozenset[str]
    texts: Sequence[str]
    lands: Mapping[str, str]
    figures: Mapping[str, Sequence[Figure]]

    def person(self, entity: str) -> str | None:
        """Gives the name of the person whose numbers go by a key, also where they are told of his people; None for what is no person."""
        name = self.names[entity][0]
        if self.is_person(entity):
            return name
        his = _HIS_PEOPLE.match(name)
        return his["who"] if his and entity not in self.institutions else None

    def are_rivals(self, one: str, other: str) -> bool:
        """Says whether a page has the two give different numbers of one thing, as of one time."""
        theirs: defaultdict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures[other]:
            theirs[figure.article].append(figure)
        return any(are_rival(a, b) for a in self.figures[one] for b in theirs[a.article])

    def is_person(self, entity: str) -> bool:
        return any(
            f.speaker is not None and f.speaker.kind == "person" and re.match(r"[A-ZÀ-Þ]", f.asserter or "")
            for f in self.figures.get(entity) or (self.leads[entity],)
        )


def _called(figure: Figure) -> str:
    """Gives the name by which a page calls who gives a number: the body's, where one of its desks or people does."""
    body = body_behind(figure.speaker) if figure.speaker and figure.speaker.kind == "unnamed" else None
    plain = re.sub(r"\s*\(unnamed.*", "", figure.asserter or "")
    return body if body and key_of_name(body) == figure.entity and _PROPER.fullmatch(body) else plain


def _is_called_a_body(figure: Figure) -> bool:
    """Says whether the page has somebody for a body by a name of several capitalised words: the Civic Front."""
    name = figure.asserter or ""
    return figure.speaker is not None and figure.speaker.kind == "body" and bool(_PROPER.fullmatch(name))


_PROPER = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: (?:of |for |the )*[A-ZÀ-Þ][\w’'-]+)+")
# "officers of Oda Lind": his word
_HIS_PEOPLE = re.compile(
    r"(?:officers|officials|people|staff|aides|men) of (?P<who>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)+)$"
)


def are_rival(a: Figure, b: Figure) -> bool:
    """Says whether two figures are different numbers of one thing, as of one time."""
    same = a.kind.name == b.kind.name and a.kind.name in KNOWN and a.kind.scopes == b.kind.scopes and a.day == b.day
    stands = not (a.told_again or b.told_again or "corrected" in (a.status, b.status))
    return same and stands and not places_differ(a, b) and not agreement(a.quantity, b.quantity)


def cast_of(
    drafts: Sequence[Draft], leads: Mapping[str, Figure], context: Context, is_body: Callable[[str], bool]
) -> Cast:
    """Gives who gives numbers in a story; `is_body` says whether a name is of an institution."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    own = set()
    figures: defaultdict[str, list[Figure]] = defaultdict(list)
    for draft in drafts:
        for figure in draft.figures:
            if figure.entity and not figure.borrowed:
                figures[figure.entity].append(figure)
                found[figure.entity].add(_called(figure))
                own |= {figure.entity} if figure.is_own else set()
    names = {entity: sorted(ns, key=lambda n: (-len(n), n)) for entity, ns in sorted(found.items())}
    institutions = frozenset(e for e, ns in names.items() if e.startswith("body:") or any(map(is_body, ns)))
    lands = {*context.lands, *context.lands.values()}
    called = {e for e, f in leads.items() if _is_called_a_body(f) and not set(e.split()) & lands}
    bodies = [(e, n) for e, ns in names.items() if e in own | institutions | called for n in ns]
    bodies += [(e, short) for e, n in bodies if (short := CORPORATE.sub("", n)) != n]
    texts = [view.article.text for _, view in sorted(context.views.items())]
    return Cast(names, leads, bodies, institutions, texts, context.lands, figures)


CORPORATE = re.compile(r"\s(?:Corporation|Company|Co|Ltd|Limited|Inc|Incorporated|plc|PLC|AG|SA|GmbH|Holdings?)\.?$")
