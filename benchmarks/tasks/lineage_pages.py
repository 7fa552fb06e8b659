"""What ties two pages of the lineage benchmark, and which pages say who speaks: the benchmark's own weaker rules, over what the
product judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product

from firsthand.reconcile.access import INQUIRY, own_access
from firsthand.reconcile.asserters import entity_of
from firsthand.reconcile.background import is_background
from firsthand.reconcile.days import days_between
from firsthand.reconcile.facts import Facts, facts_of, fold, stem
from firsthand.reconcile.figures import Figure, figures_of
from firsthand.reconcile.institutions import INSTITUTIONS
from firsthand.reconcile.kinds import KNOWN
from firsthand.reconcile.outlets import OutletNames, key_of
from firsthand.reconcile.rewrites import weigh
from firsthand.reconcile.shown import is_left_open
from firsthand.reconcile.stories import LATER
from firsthand.reconcile.values import agreement, telling
from firsthand.records import Article, Judgement, Reading, Release, Settlement
from firsthand.text.sentences import sentence_ends

TEXT = ("copy", "edited copy", "rewrite")
UNCOMMON = 0.4
LEAST = 0.15
RARE = 0.6
MANY_NUMBERS = 2
_PRONOUN = re.compile(r"(?:he|she|they)\b", re.I)
MUCH = 0.2  # common ground of two pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The pages of a settled case by article id: readings, articles, figures, facts in the text, edges between them, the root of
    each one's text, its story, the outlets it names; those with signs of own access; and for each established figure its origin."""

    readings: Mapping[str, Reading]
    articles: Mapping[str, Article]
    figures: Mapping[str, Sequence[Figure]]
    facts: Mapping[str, Facts]
    edges: Sequence[Judgement]
    root: Mapping[str, str]
    story: Mapping[str, str]
    settlement: Settlement
    named: Mapping[str, frozenset[str]]
    access: frozenset[str]
    _origin: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, readings: Sequence[Reading], settlement: Settlement) -> Pages:
        articles = {r.article.id: r.article for r in readings if r.article}
        outlets = OutletNames(list(articles.values()))
        edges = [j for j in settlement.judgements if j.about == "page"]
        parent = {j.subject: j.object for j in edges if j.relation in TEXT}
        return cls(
            readings={r.article.id: r for r in readings if r.article}, articles=articles,
            figures={r.article.id: figures_of(r) for r in readings if r.article}, edges=edges,
            facts={i: facts_of(a.text) for i, a in articles.items()},
            root={page: _root(page, parent) for page in articles},
            story={page: s.id for s in settlement.stories for page in s.articles}, settlement=settlement,
            named={r.article.id: frozenset(_heard_of(r, outlets)) for r in readings if r.article},
            access=frozenset(
                i for i, a in articles.items() if any(s.kind != INQUIRY for s in own_access(a, outlets.namings(a)))
            ), _origin={key: r.origin for r in settlement.releases if r.established for key in r.figures},
        )  # fmt: skip

    def order(self, page: str) -> tuple[str, str]:
        """Gives a sort key: the day of publication, then the id."""
        return self.articles[page].published or "9999", page

    def siblings(self, page: str) -> list[str]:
        """Gives the pages of a page's story."""
        return [p for p, s in self.story.items() if s == self.story[page]]

    def grouped(self, *kinds: str) -> dict[str, str]:
        """Gives for each page the name of its group: pages joined by edges of these kinds."""
        groups = {page: page for page in self.articles}
        for j in self.edges:
            if j.relation in kinds:
                first, second = sorted((groups[j.subject], groups[j.object]))
                groups = {key: first if top == second else top for key, top in groups.items()}
        return groups

    def figures_in(self, release: Release) -> list[Figure]:
        """Gives the statements of a release."""
        return [f for page in release.articles for f in self.figures[page] if f.key in release.figures]

    def perhaps(self, release: Release) -> Release | None:
        """Gives the established release of whose asserter an open one's number perhaps is, where its pages call him by an office or a noun alone;
        None where settling names none."""
        for f in self.figures_in(release):
            has_name = f.asserter and "(unnamed" not in f.asserter and f.asserter != f.asserter.lower()
            if has_name or is_left_open(f, self.articles[f.article].text):
                return None
        named = {why[len("perhaps ") : -len("'s number")] for why in release.reasons if why.startswith("perhaps ")}
        return next(
            (
                r
                for r in self.settlement.releases
                if r.established
                and r.asserter in named
                and abs(float(r.low) - float(release.low)) <= 0.12 * float(release.low)
            ),
            None,
        )

    def is_guessed(self, release: Release) -> bool:
        """Says whether nothing but a network points at who gives a number."""
        return all(f.is_pointed_at for f in self.figures_in(release) if f.entity)

    def is_known(self, figure: Figure) -> bool:
        """Says whether a number is one that everybody may know."""
        return is_background(figure, self.articles[figure.article].text)

    @staticmethod
    def is_own(figure: Figure) -> bool:
        """Says whether a page names who gives a number and does not say that it is another's."""
        return figure.entity is not None and figure.borrowed is None

    def ties(self) -> set[frozenset[str]]:
        """Gives the pairs of pages that carry a number of one origin, have one named person tell much, are joined by an edge, or go back by
        citing to one page or occasion."""
        carried, back = self._carried(), self._back()
        cited, own = self._cited(carried), self._carried(lent=False, least=UNCOMMON)
        heard = {page: self._persons(page) for page in self.articles}
        weighty = {page: self._persons(page, weighty=True) for page in self.articles}
        met = {
            frozenset((self.root[j.subject], self.root[j.object]))
            for j in self.edges
            if j.relation in ("same occasion", "update of")
        }
        return {
            frozenset((a, b))
            for a, b in combinations(sorted(self.articles), 2)
            if back[a] & back[b]
            or carried[a] & carried[b]
            or cited[a] & own[b]
            or cited[b] & own[a]
            or heard[a] & heard[b] & (weighty[a] | weighty[b])
            or frozenset((self.root[a], self.root[b])) in met
        }

    def is_one_matter(self, a: str, b: str) -> bool:
        """Says whether two pages are of one story, or near in time, so that they may tell of one event."""
        if self.story[a] == self.story[b]:
            return True
        dated = (self.articles[page].published or self.articles[self.root[page]].published for page in (a, b))
        days = days_between(*((day or "")[:10] or None for day in dated))
        return days is not None and days <= LATER

    def is_doubtful(self, a: str, b: str, read: set[str]) -> bool:
        """Says whether one page may hang on the other, or two asserters be one under two names: they are of one outlet, or one names the
        other's, or a person who speaks there, or cites in a ring; or else not both show own access, and they give one uncommon number, or
        half of the one's numbers stand in the other, or they have much in common and not on both (`read`) was read who speaks."""
        a, b = self.root[a], self.root[b]
        if {a, b} & self.ring() or self._mentions(a, b) or self._mentions(b, a):
            return True
        if self.outlet(b) in self.named[a] | {self.outlet(a)} or self.outlet(a) in self.named[b]:
            return True
        if {a, b} <= self.access:
            return False
        mine, theirs = (self.facts[page].of_kind("#") for page in (a, b))
        shared = weigh(mine & theirs)
        if not {a, b} <= read and (shared >= 1 or self.facts[a].common_ground(self.facts[b]) >= MUCH):
            return True
        retold = shared >= MANY_NUMBERS and shared >= 0.5 * min(weigh(mine), weigh(theirs))
        given = ([f for f in self.figures[page] if not self.is_known(f)] for page in (a, b))
        return retold or any(_is_same_number(x, y) for x, y in product(*given))

    def _persons(self, page: str, *, weighty: bool = False) -> set[str]:
        """Gives the keys of the persons with a whole name who speak on a page, or on the page that it rewrites without naming them; where
        `weighty`, of those who give a number or say most there. A minister who has a word on two pages makes them no one report."""
        pages = {page, *(self.root[j.subject] for j in self.edges if j.relation == "rewrite" and j.subject == page)}
        told = [c for p in pages for c in self.readings[p].claims if not c.is_pointed_at]
        claims = [c for c in told if c.speaker and c.speaker.kind == "person"]
        main = {who for p in pages for who in self.speakers(p)[:1]}
        found = {(entity_of(c.speaker), bool(c.quantities)) for c in claims}
        return {who for who, counts in found if who and " " in who and (not weighty or counts or who in main)}

    def _mentions(self, page: str, other: str) -> bool:
        """Says whether a page on which somebody speaks who was not made out names a person who speaks on another, with two of his names."""
        if not any(_PRONOUN.match(c.speaker.name) for c in self.readings[page].claims if c.speaker):
            return False
        told = {f.removeprefix("@") for f in self.facts[page].first}
        return any(sum(stem(name) in told for name in person.split()) > 1 for person in self._persons(other))

    def _back(self) -> dict[str, set[str]]:
        """Gives the occasions that a page goes back to: its own, and those of the outlets it cites, which may have told the story more
        than once; a rewrite does not cite with its source."""
        occasion, edited = self.grouped(*TEXT, "same occasion"), self.grouped("copy", "edited copy")
        back = {page: {occasion[page]} for page in self.articles}
        for j in self.edges:
            if self._is_source(j):
                told = {occasion[p] for p in self.siblings(j.object) if self.outlet(p) == self.outlet(j.object)}
                for page in self.articles:
                    if edited[page] == edited[j.subject]:
                        back[page] |= told
        return back

    def _is_source(self, edge: Judgement) -> bool:
        """Says whether a page cites another and says that it told something, and does not only name whose page it is."""
        if edge.relation != "cites":
            return False
        return self.outlet(edge.object) in self.named[edge.subject] or "a hyperlink leads there" in edge.reasons

    def outlet(self, page: str) -> str:
        """Gives the key of a page's outlet."""
        return key_of(self.articles[page])

    def _cited(self, carried: Mapping[str, set[str]]) -> dict[str, set[str]]:
        """Gives the origins of the pages that a page cites."""
        edited = self.grouped("copy", "edited copy")
        return {
            page: set[str]().union(
                *(carried[j.object] for j in self.edges if self._is_source(j) and edited[page] == edited[j.subject])
            )
            for page in self.articles
        }

    def _carried(self, *, lent: bool = True, least: float = 0) -> dict[str, set[str]]:
        """Gives the origins whose numbers a page carries: by its own statements, by giving numbers of the page that it goes back to, or
        by giving an uncommon number of the story without saying whose it is."""
        carried: dict[str, set[str]] = {page: set() for page in self.articles}
        known = {f.key for page in self.articles for f in self.figures[page] if self.is_known(f)}
        for release in self.settlement.releases:
            value = Decimal(release.low), Decimal(release.high)
            is_sure = release.established and not self.is_guessed(release)
            if telling(value[0]) < (least if is_sure else RARE) or not known.isdisjoint(release.figures):
                continue
            for page in self.siblings(release.articles[0]):
                retold = self.root[page] in release.articles and any(
                    (f.low, f.high) == value for f in self.figures[page]
                )
                given = any(
                    f.key in release.figures and (not f.borrowed or (lent and telling(f.low) >= UNCOMMON))
                    for f in self.figures[page]
                )
                if retold or given:
                    carried[page].add(release.origin)
        for page in self.articles if lent else ():
            for lenders in map(self.lenders, self.figures[page]):
                carried[page] |= lenders if len(lenders) == 1 else set()
        return carried

    def lenders(self, figure: Figure) -> set[str]:
        """Gives the origins of the story that give an uncommon number of which a page does not say whose it is, or any number of which it
        says that it is another's."""
        if self.is_own(figure):
            return set()
        others = (f for page in self.siblings(figure.article) for f in self.figures[page])
        return {
            origin
            for f in others
            if _is_same_number(figure, f, lent=bool(figure.borrowed)) and (origin := self._origin.get(f.key))
        }

    def is_first(self, figure: Figure) -> bool:
        """Says whether a number is of a page that goes back to no other of its story, and is not said to be another's."""
        page = figure.article
        return self.root[page] == page and not figure.borrowed and (page in self.access or len(self.siblings(page)) > 1)

    def second_hand(self) -> set[str]:
        """Gives the roots that cite other pages and show no access of their own: whom they name for a number, they may only pass on."""
        return {self.root[j.subject] for j in self.edges if j.relation == "cites"} - self.access

    def ring(self) -> set[str]:
        """Gives the pages that only cite each other."""
        return {p for j in self.edges if j.relation == "circular" for p in (j.subject, j.object)}

    def speakers(self, page: str) -> list[str]:
        """Gives the keys of those who speak on a page, those who say most first."""
        told = (c.speaker for c in self.readings[page].claims if not c.is_pointed_at)
        said = [entity for speaker in told if speaker and (entity := entity_of(speaker))]
        return sorted(dict.fromkeys(said), key=lambda entity: -said.count(entity))

    def quoting(self) -> set[str]:
        """Gives the pages on which a person speaks by name."""
        return {p for p, r in self.readings.items() if any(c.speaker and c.speaker.kind == "person" for c in r.claims)}

    def sourced(self, *, read: bool = False) -> set[str]:
        """Gives the roots of which a page cites or is cited, shows own access, or says who speaks on the story's matter: where `read`,
        only if that is a speaker whom the product found."""
        names = {i: {f[1:] for f in facts.of_kind("@")} for i, facts in self.facts.items()}
        found = {self.root[p] for j in self.edges if j.relation == "cites" for p in (j.subject, j.object)}
        for page in self.articles:
            others = set().union(*(names[p] for p in self.siblings(page) if self.root[p] != self.root[page]))
            if page in self.access or self._speaks(page, others, read):
                found.add(self.root[page])
        return found

    def _speaks(self, page: str, others: set[str], read: bool) -> bool:
        """Says whether somebody named, or a role that gives a number, speaks on the matter, or a number there is said to be another's."""
        about = _about(self.articles[page], others)
        said = [
            c.content[0].start
            for c in self.readings[page].claims
            if c.content
            and c.speaker
            and entity_of(c.speaker)
            and (c.quantities or c.speaker.kind != "unnamed")
            and not c.is_pointed_at
        ]
        lent = [f.quantity.span.start for f in self.figures[page] if f.borrowed]
        named = [
            span.start
            for a in self.readings[page].attributions
            for span in a.source
            if not read and is_somebody(span.of(self.articles[page].text))
        ]
        return any(start <= place < end for place in said + lent + named for start, end in about)


def _is_same_number(a: Figure, b: Figure, *, lent: bool = False) -> bool:
    """Says whether two figures give one uncommon number, or a rounding of it, of one thing; where the one is lent, any number above
    twelve of a known thing."""
    alike = a.kind.name == b.kind.name and (a.kind.name in KNOWN or a.quantity.unit)
    weight = min(telling(a.low), telling(b.low))
    if lent and alike and weight > LEAST:
        return agreement(a.quantity, b.quantity) is not None
    return weight >= (UNCOMMON if alike else RARE) and agreement(a.quantity, b.quantity) is not None


def is_somebody(source: str) -> bool:
    """Says whether the words to which something is attributed name somebody or a body, whatever a reader made of them.

    >>> is_somebody("the water board's last count"), is_somebody("surgeon Ada Berg"), is_somebody("Buyers")
    (True, True, False)
    """
    words = re.findall(r"[^\W\d_]{2,}", source)
    return any(w[0].isupper() for w in words[1:]) or any(stem(fold(w)) in INSTITUTIONS for w in words)


_LABEL = re.compile(r"^([A-ZÀ-Þ][\w’'-]+):")  # "Osterby: Two dams are to be raised."


def _about(article: Article, others: set[str]) -> list[tuple[int, int]]:
    """Gives the paragraphs that tell of the story and not of another item of a round-up: those that share a name with another page of
    it, those that share one with these, and those that bring no name of their own; all of them where none does."""
    spans = [m.span() for m in re.finditer(r"(?:.+\n?)+", article.text)]
    whole = [article.text[a:b] for a, b in spans]
    if not whole:
        return []
    named = [_names(w) | {stem(fold(w[1])) for w in _LABEL.finditer(w)} for w in whole]
    words = [{f.lstrip("#@") for f in facts_of(w).first} for w in [f"{article.title or ''}. {whole[0]}", *whole[1:]]]
    known, about = set(others), set[int]()
    while grown := {i for i, mine in enumerate(words) if i not in about and mine & known}:
        about |= grown
        known = set().union(*(named[i] for i in about))
    return [spans[i] for i, names in enumerate(named) if not about or i in about or not names]


def _heard_of(reading: Reading, outlets: OutletNames) -> Iterator[str]:
    """Yields the outlets that a page credits, or names in a sentence that says who told something; a company whose land is spoken of is
    no source, though it has a page of its own."""
    article = reading.article
    assert article is not None
    said = [span for a in reading.attributions for span in (*a.source, *a.cue)]
    said += [span for c in reading.claims if c.speaker and not c.is_pointed_at for span in c.content]
    for naming in outlets.namings(article):
        start, end = _sentence(article.text, naming.span.start, naming.span.end) if naming.span else (0, 0)
        if naming.is_credit or any(start <= s.start < end for s in said):
            yield naming.key


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    ends = [0, *sentence_ends(text)]
    return max(e for e in ends if e <= start), min((e for e in ends if e >= end), default=len(text))


def _names(text: str) -> set[str]:
    """Gives the names in a text, folded to stems, except the first words of sentences."""
    return {f[1:] for f in facts_of(text).of_kind("@")}


def _root(page: str, parent: Mapping[str, str]) -> str:
    seen = {page}
    while page in parent and parent[page] not in seen:
        page = parent[page]
        seen.add(page)
    return page
