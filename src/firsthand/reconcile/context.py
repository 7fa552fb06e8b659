"""What the comparison of statements may know of the pages of one story: who goes back to whom, who cites, who was heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from firsthand.reconcile.access import NO_HEARING, OWN_EYES, Access, can_be_about
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.lineage import PageView
from firsthand.reconcile.outlets import squash
from firsthand.reconcile.stories import overlap_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the comparison may know of pages: prepared pages, family roots, who cites whom, which names speak for one body,
    which two asserters pages give one uncommon number to, the lands of their adjectives, and the pages that go back to each root."""

    views: Mapping[str, PageView]
    roots: Mapping[str, str]
    cites: frozenset[tuple[str, str]]
    speaks_for: Mapping[str, str]
    figures: Mapping[str, Sequence[Figure]] = field(default_factory=dict)
    partners: frozenset[tuple[str, str]] = frozenset()
    lands: Mapping[str, str] = field(default_factory=dict)
    families: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def root(self, article: str) -> str:
        return self.roots.get(article, article)

    def body(self, entity: str) -> str:
        """Gives the key of the body an asserter speaks for, or the asserter's own."""
        return self.speaks_for.get(entity, entity)

    def is_heard(self, figure: Figure) -> bool:
        """Says whether the figure's page shows that it heard this asserter itself: a sign of own access in the same or next sentence."""
        view = self.views.get(figure.article)
        if view is None or not self.is_first(figure.article) or figure.is_pointed_at:
            return False  # whom a network alone points at is no sign that anybody was heard
        first, last = figure.sentence
        others = [n for n in view.namings if n.key != view.outlet and n.span and first <= n.span.start < last]
        if others or not self.is_direct(figure):
            return False  # the sentence itself says through whom the words came
        claim = figure.claim
        start = min([figure.sentence[0], *(s.start for s in (claim.source if claim else ()))]) - 10
        end = max([figure.sentence[1], *(s.end for s in (claim.cue if claim else ()))]) + 220
        counted = figure.asserter in (view.article.byline, view.article.outlet)
        silent = NO_HEARING - {OWN_EYES} if counted else NO_HEARING
        near = [a for a in view.access if a.kind not in silent and start - 220 <= a.span.start < end]
        return any(
            not self._is_of_another(a, figure)
            and can_be_about(a, view.article.text, figure.sentence, figure.asserter or "")
            for a in near
        )

    def is_direct(self, figure: Figure) -> bool:
        """Says whether a figure's chain has nobody between the asserter and the page; the tag in its dateline is the page itself."""
        view = self.views.get(figure.article)
        own = {squash(n.words) for n in view.namings if n.key == view.outlet} if view else set()
        return all(squash(link) in own for link in figure.chain[1:-1])

    def _is_of_another(self, access: Access, figure: Figure) -> bool:
        """Says whether a sign of access is the cue of somebody else's words ("the doctor told this paper" beside the governor's number)."""
        owners = [
            f
            for f in self.figures.get(figure.article, ())
            if f.claim is not None
            and any(s.start - 10 <= access.span.start < s.end + 40 for s in (*f.claim.cue, *f.claim.source))
        ]
        return bool(owners) and all(self.body(f.entity or "") != self.body(figure.entity or "") for f in owners)

    def is_first(self, article: str) -> bool:
        """Says whether a page goes back to no other page of the case by its wording or its facts."""
        root = self.root(article)
        if root == article:
            return True
        mine, theirs = self.views.get(article), self.views.get(root)
        return bool(
            mine and theirs and mine.article.url and mine.article.url == theirs.article.url
        )  # an earlier version of it

    def is_news(self, figure: Figure) -> bool:
        """Says whether a page that goes back to another has a number that neither it has nor those that go back to it too: then the page
        has that number from elsewhere, and whom it names for it gave it."""
        family = (a for a in self.families.get(self.root(figure.article), ()) if a != figure.article)
        return not any(f.low == figure.low and f.high == figure.high for a in family for f in self.figures.get(a, ()))

    def is_second_hand(self, article: str) -> bool:
        """Says whether a page cites others of the case and shows no source of its own."""
        view = self.views.get(article)
        return view is not None and not view.access and any(child == article for child, _ in self.cites)

    def passes_on(self, figure: Figure, others: Sequence[Figure]) -> bool:
        """Says whether a page without a source of its own has a number from a page that it cites, which gives it too. What else such
        a page tells, it may have heard."""
        if figure.is_own or not self.is_second_hand(figure.article):
            return False
        mine = self.root(figure.article)
        theirs = {o.article for o in others if o.article != figure.article}
        return any((mine, self.root(a)) in self.cites or (mine, self._outlet(a)) in self.cites for a in theirs)

    def is_linked(self, a: str, b: str) -> bool:
        """Says whether one page goes back to the other, or they to one page, by wording, retelling or citation."""
        one, other = self.root(a), self.root(b)
        if one == other or (one, other) in self.cites or (other, one) in self.cites:
            return True
        return (one, self._outlet(other)) in self.cites or (other, self._outlet(one)) in self.cites

    def _outlet(self, article: str) -> str:
        """Gives the key of a page's outlet: who cites one page of an outlet on a story has the outlet's other pages at hand."""
        view = self.views.get(article)
        return f"outlet {view.outlet}" if view is not None else ""

    def is_one_event(self, a: str, b: str) -> bool:
        """Says whether two pages surely tell of one event: linked, or much in common; a shared story alone is not enough."""
        if a == b or self.is_linked(a, b):
            return True
        if a not in self.views or b not in self.views:
            return False
        shared = overlap_of(self.views[a], self.views[b], self.figures.get(a, ()), self.figures.get(b, ()))
        return shared.names >= 2 or (shared.names >= 1 and shared.topic >= 3) or shared.figures >= 0.8
