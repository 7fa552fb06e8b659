"""Figures: every quantity of every claim with all that is needed to compare it, drawn from the readings once.

A figure's claim is the innermost one that holds the number; its asserter is that claim's speaker. In the writer's own voice, or where
the page names nobody, there is no asserter, and none is guessed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from firsthand.reconcile.asserters import asserter_of, key_of_body, plain_name
from firsthand.reconcile.borrowing import borrowed_from
from firsthand.reconcile.by_turns import person_of
from firsthand.reconcile.dated import day_of, period_of
from firsthand.reconcile.days import Stretch
from firsthand.reconcile.givers import (
    IT,
    REACH,
    counted_by,
    giver_in,
    is_dateline,
    is_of_the_house,
    named_before,
    subject_of,
)
from firsthand.reconcile.holders import Holders, holders_of, is_office, key_of_name
from firsthand.reconcile.houses import house_of
from firsthand.reconcile.kinds import KNOWN, PARTS, SOME, Kind, among_escaped, kind_of
from firsthand.reconcile.outlets import OutletNames, key_of
from firsthand.reconcile.scopes import CALLINGS, PEOPLE
from firsthand.reconcile.told_again import told_again
from firsthand.reconcile.unsaid import Counted, what_it_counts
from firsthand.reconcile.whereabouts import place_of
from firsthand.reconcile.wholes import replaced_in, said_to_be, whole_of, wholes_of
from firsthand.records import Article, Claim, Quantity, Reading, Speaker
from firsthand.text.sentences import sentence_ends

EARLIER = "an earlier year"
MOST = 400  # figures of one page that are compared: the first; a table of thousands would hold up the case


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number in one claim of one page. `key` is (claim id, quantity id); days are ISO dates or None.

    `entity` is the asserter's key across pages (None when nobody is named), `asserter` the display name. `borrowed` tells by which
    words the page says that the asserter's number is somebody else's. `sentence` is (start, end) in the article's text. `is_again`: it only points back to a number
    that the page has given ("those six"). `told_again`: the words by which the page says that it was given before ("had earlier put").
    `period` is the stretch it counts over, where that is longer than a few days. `speaker` is who gives it in the page's own words.
    `is_own`: the page is its asserter's own, a body's bulletin or statement. `like`: the id of the page's quantity
    before it that says what a number without a noun counts.
    """

    key: tuple[str, str]
    article: str
    quantity: Quantity
    claim: Claim | None
    kind: Kind
    entity: str | None
    asserter: str | None
    chain: tuple[str, ...]
    status: str
    place: str | None
    as_of: str | None
    published: str | None
    sentence: tuple[int, int]
    borrowed: str | None = None
    words: str = ""
    is_again: bool = False
    told_again: str = ""
    period: Stretch | None = None
    speaker: Speaker | None = None
    is_own: bool = False
    like: str = ""

    @property
    def low(self) -> Decimal:
        return self.quantity.low

    @property
    def high(self) -> Decimal:
        return self.quantity.high

    @property
    def is_pointed_at(self) -> bool:
        """Says whether no words attribute the number to its asserter: a network reads the page so."""
        return self.claim is not None and self.claim.is_pointed_at

    @property
    def day(self) -> str | None:
        """Gives the day the figure speaks of, as far as known: its own, or else the page's."""
        return self.as_of or self.published


@dataclass(frozen=True, slots=True)
class Known:
    """What the case knows of names: its outlets (one that a page names as its source passes on, and is no asserter), who holds
    which office, and by the keys of outlets that are bodies' own the keys of the bodies."""

    outlets: OutletNames
    holders: Holders
    houses: Mapping[str, str] = field(default_factory=dict)

    def house(self, name: str) -> str | None:
        """Gives the key of the body of this name that publishes pages of its own in the case, or None."""
        return self.houses.get(self.outlets.look_up(name) or "") if self.houses else None


def figures_of(reading: Reading, known: Known | None = None) -> tuple[Figure, ...]:
    """Gives the figures of one reading in text order; none for a reading without an article. Without `known`, by the page alone."""
    if reading.article is None:
        return ()
    own = tuple(_figures(reading, reading.article))
    return own if known is None else figures_in(reading, own, known)


def figures_in(reading: Reading, own: Sequence[Figure], known: Known) -> tuple[Figure, ...]:
    """Gives the figures of a reading among other pages, from what they are by the page alone (their claims may be left out there)."""
    article = reading.article
    if article is None or not own:
        return ()
    claims, key = {c.id: c for c in reading.claims}, key_of(article)
    held = known.holders.on(article).items()
    holders = {name: roles for name, roles in held if not known.outlets.look_up(name)}  # a paper holds no office
    heard = {c.speaker.name for c in reading.claims if c.speaker and c.speaker.kind == "person"}
    heard = {name for name in heard if " " in name and ";" not in name and not known.outlets.look_up(name)}
    people = {name: frozenset[str]() for name in sorted(heard)} | holders

    def asserter(f: Figure) -> str | None:
        if f.speaker is None:
            return f.entity
        found = known.house(f.speaker.name) or asserter_of(f.speaker, key, holders, known.outlets)
        if found is None or not found.startswith("unnamed:"):
            return found
        name = person_of(f.speaker, article.text, people)
        return key_of_name(name) if name else found

    full = {key_of_name(name): name for name in people}
    return tuple(_resolved(replace(f, claim=claims[f.key[0]]), asserter(f), full) for f in own)


def _resolved(figure: Figure, entity: str | None, names: Mapping[str, str]) -> Figure:
    """Gives a figure under a key; one by a role whose holder the page names goes by the holder's name, unless the page leaves open who it is."""
    role, _, rest = (figure.asserter or "").partition(" (unnamed")
    name = names.get(entity or "") if rest and is_office(role) else None
    return replace(figure, entity=entity, asserter=name or figure.asserter)


def houses_of(articles: Iterable[Article], figures: Mapping[str, Sequence[Figure]]) -> dict[str, str]:
    """Gives for the outlets that are bodies' own the bodies' keys across pages. `figures` are those of each article by its page alone."""
    return {
        key_of(a): min(own)
        for a in sorted(articles, key=lambda a: a.id)
        if (own := {f.entity for f in figures[a.id] if f.is_own and f.entity})
    }


def _figures(reading: Reading, article: Article) -> Iterator[Figure]:
    holders = holders_of(article.text)
    sentences = _sentences(article.text)
    claims = {c.id: c for c in reading.claims}
    timexes = {t.id: t for t in reading.timexes}
    published = (article.published or "")[:10] or None
    own = key_of(article)
    told = _without_asserters(article.text, reading.claims)
    house = house_of(article, {p.span.of(article.text) for p in reading.places})
    asserting = [s for c in reading.claims if c.speaker is not None for s in c.source]
    replaced = replaced_in(reading, sentences)
    wholes = wholes_of(reading, article.text)
    kinds: dict[str, Kind] = {}
    counted: list[Counted] = []
    last: tuple[Kind, int] | None = None  # what the page counted last, and where
    for quantity in sorted(reading.quantities, key=lambda q: (q.span, q.id))[:MOST]:
        claim = _claim_of(quantity, reading.claims)
        if claim is None:
            continue  # a figure is a number in a claim; one outside every statement is nobody's
        start, end = next(((a, b) for a, b in sentences if a <= quantity.span.start < b), (0, len(article.text)))
        # Of a page without full stops only what stands near the number, so that it costs no more than its length.
        sentence = max(start, quantity.span.start - REACH), min(end, quantity.span.end + REACH)
        others = tuple(q for q in reading.quantities if q.id != quantity.id)
        if any(a.overlaps(b) for a in quantity.counted_spans for b in asserting):
            quantity = replace(quantity, counted=None, counted_spans=())
        source = _source_of(claim, claims)
        speaker = source.speaker if source else None
        chain = source.chain if source else (article.outlet or "this page",)
        if speaker is not None and (aged := named_before(speaker, article.text)):
            speaker, chain = aged, (aged.name, *chain[1:])
        elif speaker is not None and is_dateline(speaker, article.text):
            speaker, chain = None, chain[1:]
        if speaker is None and (
            speaker := giver_in(
                article.text[sentence[0] : quantity.span.start], article.text[quantity.span.end : sentence[1]]
            )
        ):
            chain = (speaker.name, *chain)
        elif speaker is not None and IT.match(speaker.name):
            speaker = subject_of(article.text[sentence[0] : sentence[1]]) or speaker
            chain = (plain_name(speaker.name), *chain[1:])
        is_own = house is not None and is_of_the_house(speaker, claim, own, article.text, house)
        if is_own and house is not None:
            speaker, chain = None, (house, *chain[-1:])
        own_count = (
            house
            if is_own
            else counted_by(article, article.text[sentence[0] : sentence[1]], quantity, claim, speaker, own)
        )
        kind = kind_of(told, quantity, others, sentence)
        if whole := whole_of(quantity, kinds, wholes, article.text, sentence):
            kind = replace(kind, name=whole.name, is_guess=whole.is_guess, scopes=kind.scopes | whole.scopes)
        if {"escaped", "recaptured"} & {c.kind.name for c in counted}:
            kind = among_escaped(kind)
        like = ""
        if meant := what_it_counts(quantity, kind, counted, article.text, sentence):
            quantity, kind, like = meant.quantity, meant.kind, meant.like
        whole = kinds.get(wholes.get(quantity.id, ""))
        if whole is not None and kind.name in PARTS.get(whole.name, ()):
            kind = replace(kind, scopes=kind.scopes - {SOME})  # "500 casualties, 90 of them fatal": 90 were killed
        counted.append(Counted(quantity, kind))
        kinds[quantity.id] = kind
        if _is_of_earlier_year(article.text[sentence[0] : sentence[1]], published):
            kind = replace(kind, scopes=kind.scopes | {EARLIER})
        again = told_again(*_beside(article.text, quantity, others, sentence)) or (
            _REPLACED if quantity.id in replaced else ""
        )
        if no_scopes := _NO_SCOPES.get(kind.name, _CONFIRMED):
            kind = replace(kind, scopes=kind.scopes - no_scopes | said_to_be(quantity, article.text))
        if kind.scopes & (PEOPLE - CALLINGS):
            kind = replace(kind, scopes=kind.scopes - {SOME})  # "six of them were children": which of them is said
        if (again or kind.head == "name") and kind.name not in KNOWN and last and sentence[0] - last[1] < REACH:
            kind = replace(
                last[0], is_guess=True
            )  # "had earlier put the number at 14", "has 47 names": of what the sentence before counts
        elif kind.name in KNOWN:
            last = kind, quantity.span.end
        as_of = day_of(quantity, claim, timexes, article.text, sentence)
        denied = _denied(quantity, claim, article.text)
        lent = borrowed_from(article.text, sentence, sentences, quantity.span.start)
        if lent and lent.startswith("referr") and lent not in article.text[sentence[0] : sentence[1]]:
            lent = None  # who is asked for more and refers to others has not the number from them
        yield Figure(
            key=(claim.id, quantity.id), article=article.id, quantity=quantity, claim=claim,
            kind=kind, entity=key_of_body(own_count) if own_count else asserter_of(speaker, own, holders, None),
            asserter=own_count or (plain_name(speaker.name) if speaker else None), chain=chain,
            status=_status(quantity, claim, kind, denied is not None, article.text[sentence[0] : quantity.span.start]), place=place_of(quantity, kind, speaker, article.text, sentence),
            as_of=None if again and as_of and published and as_of >= published else as_of, told_again=again, period=period_of(quantity, claim, timexes, sentence, article.text[sentence[0] : sentence[1]]), published=published, sentence=sentence,
            borrowed=denied or lent, words=quantity.span.of(article.text),
            is_again=kind.is_guess and bool(_POINTS_BACK.search(article.text, max(0, quantity.span.start - 12), quantity.span.start)),
            speaker=None if own_count else speaker, is_own=is_own, like=like,
        )  # fmt: skip


_CONFIRMED = frozenset({"confirmed", "suspected"})
# Words of scope that part nothing where this is counted: of people the confirmed and the counted are one thing, of infections two; "186
# aboard, crew included" is all that were aboard.
_NO_SCOPES = {
    "missing": _CONFIRMED | {"those received"},
    "cases": frozenset[str](),
    "aboard": _CONFIRMED | {"who is included"},
}
_REPLACED = "the page gives the number that took its place"


def _beside(text: str, quantity: Quantity, others: Sequence[Quantity], sentence: tuple[int, int]) -> tuple[str, str]:
    """Gives the words of a sentence before and after a number, up to the next other number."""
    start = max((q.span.end for q in others if q.span.end <= quantity.span.start), default=0)
    end = min((q.span.start for q in others if q.span.start >= quantity.span.end), default=len(text))
    return text[max(start, sentence[0]) : quantity.span.start], text[quantity.span.end : min(end, sentence[1])]


def _without_asserters(text: str, claims: Sequence[Claim]) -> str:
    """Gives a text with the names of those who assert blanked: what "the refugee agency" counts need not be refugees."""
    letters = list(text)
    for claim in claims:
        for span in claim.source if claim.speaker is not None else ():
            name = plain_name(
                text[span.start : span.end]
            )  # "the board, whose toll was nine by then": the toll is no name
            letters[span.start : span.start + len(name)] = " " * len(name)
    return "".join(letters)


def _denied(quantity: Quantity, claim: Claim, text: str) -> str | None:
    """Gives why a denied number is not its denier's: he speaks of somebody else's."""
    if "denied" not in (quantity.status, claim.status) or claim.speaker is None:
        return None
    cues = [s.end for s in claim.cue if s.end <= quantity.span.start]
    return None if cues and _GIVES_ANOTHER.search(text, max(cues), quantity.span.start) else "denied"


# "She contradicted this: 54 were on the list", "they denied it and claimed to have hit 18": the number is the denier's own.
_GIVES_ANOTHER = re.compile(
    r":\s|\b(?:and|but)\s(?:\w+ly\s)?(?:claim|sa(?:y|id)|put|insist|count|maintain|announc|report|told|spoke|gave|list)\w*\b"
)


_POINTS_BACK = re.compile(r"\b(?:the|those|these|all)\s+$", re.I)


# "under a treaty of 2019": the year of the treaty, not of what is counted
_YEAR = re.compile(
    r"(?P<paper>\b(?:treaty|law|act|accord|agreement|convention|contract|decree|charter|pact|truce|ceasefire|census|constitution) (?:of|from) )?"
    r"(?<![\d,.])(?<![Ss]ince )(?P<year>(?:19|20)\d\d)(?!\d|,\d)"
)


def _is_of_earlier_year(sentence: str, published: str | None) -> bool:
    """Says whether a sentence names only years before the page's own: background, not the news."""
    years = [int(m["year"]) for m in _YEAR.finditer(sentence) if not m["paper"]]
    return bool(published and years) and max(years) < int(str(published)[:4])


def _claim_of(quantity: Quantity, claims: Sequence[Claim]) -> Claim | None:
    """Gives the innermost claim that holds the quantity: by its list, else by its words."""
    holding = [c for c in claims if quantity.id in c.quantities] or [
        c for c in claims if any(s.contains(quantity.span) for s in c.content)
    ]
    return min(holding, key=lambda c: (sum(s.end - s.start for s in c.content), c.speaker is None, c.id), default=None)


def _source_of(claim: Claim | None, claims: dict[str, Claim]) -> Claim | None:
    """Gives the claim that names who asserts: the claim itself, or the nearest one round it with a speaker."""
    at, seen = claim, set[str]()
    while at is not None and at.speaker is None and at.within in claims and at.within not in seen:
        seen.add(at.id)
        at = claims[at.within]
    return at if at is not None and at.speaker is not None else claim


# "lowered its estimate of what the duke intends to send to 8,000", "raised its offer to 90,000": a plan, corrected or not.
_MEANT = re.compile(
    r"\b(?:(?:intend|plan|mean|promise|pledge)(?:s|ed)? to\b|(?:its|their|his|her) (?:offer|pledge|promise|bid)\b)[^.;,\d]{0,60}\bto\s+$"
)


def _status(quantity: Quantity, claim: Claim | None, kind: Kind, denied: bool, before: str) -> str:
    """Gives how firmly the figure is put: its own status, or its claim's.

    A count of people hurt is a forecast only where words beside the number say so: "58 dead, a toll expected to rise" counts 58.
    """
    status = quantity.status or (claim.status if claim else "asserted")
    if (
        status == "denied"
        and quantity.status is None
        and claim is not None
        and claim.speaker is not None
        and not denied
    ):
        return "asserted"  # the number that stands against the one denied
    if (
        status in ("forecast", "possible")
        and quantity.status is None
        and kind.name in KNOWN
        and "estimate" not in kind.scopes
    ):
        return "asserted"
    return "planned" if status in ("corrected", "asserted") and _MEANT.search(before) else status


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = sentence_ends(text)
    return list(zip([0, *ends[:-1]], ends, strict=True)) if ends else []
