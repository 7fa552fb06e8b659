"""Figures: every quantity of every claim with all that is needed to compare it, drawn from the readings once.

A figure's claim is the innermost one that holds the number; its asserter is that claim's speaker. In the writer's own voice, or where
the page names nobody, there is no asserter, and none is guessed here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from firsthand.gazetteer import Gazetteer
from firsthand.reconcile.borrowing import borrowed_from
from firsthand.reconcile.facts import fold
from firsthand.reconcile.holders import Holders, holder_of, holders_of, key_of_name
from firsthand.reconcile.kinds import KNOWN, Kind, kind_of
from firsthand.reconcile.outlets import OutletNames, key_of, squash
from firsthand.records import Article, Claim, Quantity, Reading, Speaker, Timex
from firsthand.text.sentences import sentence_ends

_GENERIC = frozenset(
    [
        "the",
        "a",
        "an",
        "some",
        "many",
        "several",
        "two",
        "three",
        "four",
        "five",
        "local",
        "state",
        "government",
        "provincial",
        "district",
        "city",
        "senior",
        "top",
        "regional",
        "federal",
        "national",
        "other",
        "unnamed",
        "official",
        "officials",
        "authority",
        "authorities",
        "source",
        "sources",
        "report",
        "reports",
        "media",
        "people",
        "witness",
        "witnesses",
        "expert",
        "experts",
        "analyst",
        "analysts",
        "resident",
        "residents",
        "observers",
        "figures",
        "data",
        "it",
        "he",
        "she",
        "they",
        "who",
        "which",
        "that",
        "one",
        "this",
        "these",
        "those",
        "i",
        "we",
        "me",
        "us",
    ]
)

EARLIER = "an earlier year"
MAX_NAME = 8
HOME_TIMES = 3
HOME_SHARE = 0.4
_OFFICIALS = re.compile(r"^(?:\w+ )?(?:officials|authorities)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number in one claim of one page. `key` is (claim id, quantity id); days are ISO dates or None.

    `entity` is the asserter's key across pages (None when nobody is named), `asserter` the display name. `borrowed` tells by which
    words the page says that the asserter's number is somebody else's. `sentence` is (start, end) in the article's text. `is_again`: it only points back to a number
    that the page has given ("those six").
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

    @property
    def low(self) -> Decimal:
        return self.quantity.low

    @property
    def high(self) -> Decimal:
        return self.quantity.high

    @property
    def day(self) -> str | None:
        """Gives the day the figure speaks of, as far as known: its own, or else the page's."""
        return self.as_of or self.published


@dataclass(frozen=True, slots=True)
class Known:
    """What the case knows of names: its outlets (one that a page names as its source passes on, and is no asserter) and who holds
    which office."""

    outlets: OutletNames
    holders: Holders


def figures_of(reading: Reading, known: Known | None = None) -> tuple[Figure, ...]:
    """Gives the figures of one reading in text order; none for a reading without an article."""
    if reading.article is None:
        return ()
    return tuple(_figures(reading, reading.article, known))


def at_home(figures: Sequence[Figure]) -> list[Figure]:
    """Gives the figures of one story with the story's own place taken as said: "19 dead in Orsa" and "19 dead" are of one place there."""
    named = Counter(f.place for f in figures if f.place and f.quantity.place)
    if not named:
        return list(figures)
    home, times = min(named.items(), key=lambda n: (-n[1], n[0]))
    if times < HOME_TIMES or times < HOME_SHARE * named.total():
        return list(figures)
    return [replace(f, place=None) if f.place == home else f for f in figures]


def _figures(reading: Reading, article: Article, known: Known | None) -> Iterator[Figure]:
    outlets, holders = (known.outlets, known.holders.on(article)) if known else (None, holders_of(article.text))
    sentences = _sentences(article.text)
    claims = {c.id: c for c in reading.claims}
    timexes = {t.id: t for t in reading.timexes}
    published = (article.published or "")[:10] or None
    own = key_of(article)
    for quantity in sorted(reading.quantities, key=lambda q: (q.span, q.id)):
        claim = _claim_of(quantity, reading.claims)
        if claim is None:
            continue  # a figure is a number in a claim; one outside every statement is nobody's
        sentence = next(((a, b) for a, b in sentences if a <= quantity.span.start < b), (0, len(article.text)))
        others = tuple(q for q in reading.quantities if q.id != quantity.id)
        source = _source_of(claim, claims)
        speaker = source.speaker if source else None
        own_count = counted_by(article, article.text[sentence[0] : sentence[1]], quantity, claim, speaker, own)
        kind = kind_of(article.text, quantity, others, sentence)
        if _is_of_earlier_year(article.text[sentence[0] : sentence[1]], published):
            kind = replace(kind, scopes=kind.scopes | {EARLIER})
        yield Figure(
            key=(claim.id, quantity.id), article=article.id, quantity=quantity, claim=claim,
            kind=kind, entity=key_of_name(own_count) if own_count else asserter_of(speaker, own, holders, outlets),
            asserter=own_count or (_plain_name(speaker.name) if speaker else None), chain=source.chain if source else (article.outlet or "this page",),
            status=_status(quantity, claim, kind), place=_place(quantity, speaker),
            as_of=_as_of(quantity, claim, timexes), published=published, sentence=sentence,
            borrowed=_denied(quantity, claim) or borrowed_from(article.text, sentence, sentences), words=quantity.span.of(article.text),
            is_again=kind.is_guess and bool(_POINTS_BACK.search(article.text, max(0, quantity.span.start - 12), quantity.span.start)),
        )  # fmt: skip


# The writer or the newsroom found the number out themselves, in words that are not quoted.
_COUNTS = r"(?:counted|confirmed|verified|established|tallied|documented|identified|compiled|collected|recorded)"
_WRITER_COUNTS = re.compile(rf"\bI (?:have |had |then )?{_COUNTS}\b")
_ROOM_COUNTS = re.compile(
    rf"\b(?:[Ww]e|[Oo]ur (?:own )?(?:reporters?|correspondents?|team|staff|newsroom)) (?:have |has |had )?(?:now |so far |also )?{_COUNTS}\b"
)
_HAS_COUNTED = re.compile(rf"^(?:has |have |had )?(?:now |so far |also |independently )?{_COUNTS}$")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")


def counted_by(
    article: Article, sentence: str, quantity: Quantity, claim: Claim, speaker: Speaker | None, own: str
) -> str | None:
    """Gives who counted where the page says that it did so itself ("I counted 15", "the Courier has confirmed 26"): the writer of a
    page with one byline, else the outlet. None where somebody else is named, or nobody counted."""
    if not article.outlet or quantity.status == "denied" or claim.status == "denied":
        return None
    is_self = speaker is not None and bool(own) and squash(speaker.name) == own
    if speaker is not None and not is_self and not re.match(r"(?:i|we)\b", speaker.name):
        return None
    cue = " ".join(span.of(article.text) for span in claim.cue)
    plain = _QUOTED.sub(" ", sentence)
    if _WRITER_COUNTS.search(plain):
        return (
            article.byline
            if article.byline and re.fullmatch(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}", article.byline)
            else article.outlet
        )
    return article.outlet if _ROOM_COUNTS.search(plain) or (is_self and _HAS_COUNTED.match(cue)) else None


def _denied(quantity: Quantity, claim: Claim) -> str | None:
    """Gives why a denied number is not its denier's: he speaks of somebody else's."""
    return "denied" if "denied" in (quantity.status, claim.status) and claim.speaker is not None else None


def _plain_name(name: str) -> str:
    """Gives a name without the clause that a page hangs on it: "Fell Dairy, whose roof came down" is Fell Dairy."""
    return re.split(r",\s+(?:whose|which|who|where|that)\b", name)[0]


_POINTS_BACK = re.compile(r"\b(?:the|those|these|all)\s+$", re.I)


def _is_of_earlier_year(sentence: str, published: str | None) -> bool:
    """Says whether a sentence names only years before the page's own: background, not the news."""
    years = [int(y) for y in re.findall(r"(?<![\d,.])(?:19|20)\d\d(?!\d|,\d)", sentence)]
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


def entity_of(speaker: Speaker | None) -> str | None:
    """Gives the key of an asserter across pages; None for nobody, for an ambiguous name, for an outlet that only passes on, and for
    words that name nobody ("officials", "local media").

    An unnamed speaker of a named body goes under the body; one known by a role alone is "unnamed: ROLE", which is one asserter
    only within a page and what goes back to it.
    """
    if speaker is None or speaker.candidates or speaker.kind == "outlet":
        return None
    if speaker.entity and ":" in speaker.entity:
        return speaker.entity
    name = re.sub(r"\s*\(unnamed\)$", "", speaker.body if speaker.kind == "unnamed" and speaker.body else speaker.name)
    name = _plain_name(re.sub(r"\s*\(unnamed,[^)]*\)$", "", name))
    if speaker.kind == "unnamed" and speaker.body and len(found := Gazetteer.load().entries(speaker.body)) == 1:
        return found[0].id
    words = key_of_name(name).split()
    # Words that are no name: nothing but generic ones, a number among them, or half a sentence.
    if all(w in _GENERIC for w in words) or len(words) > MAX_NAME or any(w.isdigit() for w in words):
        return None
    if speaker.entity:
        return speaker.entity if _plain_name(speaker.name) == speaker.name else key_of_name(name)
    return f"unnamed: {' '.join(words)}" if speaker.kind == "unnamed" and not speaker.body else " ".join(words)


def asserter_of(
    speaker: Speaker | None, own: str, holders: Mapping[str, frozenset[str]], outlets: OutletNames | None
) -> str | None:
    """Gives the asserter's key on this page. A page that only names itself, or another outlet of the case, names nobody;
    a role goes under the name of its holder where the page gives one."""
    entity = entity_of(speaker)
    if speaker is None or (own and squash(speaker.name) == own):
        return None
    if entity is None:
        # "Officials said" on a page that quotes one office-holder and no other: his word, so that he is not counted twice.
        return key_of_name(next(iter(holders))) if len(holders) == 1 and _OFFICIALS.match(speaker.name) else None
    if outlets is not None and outlets.look_up(speaker.name):
        return None
    if speaker.kind == "unnamed" and (name := holder_of(re.sub(r"\s*\([^)]*\)", "", speaker.name), holders)):
        return key_of_name(name)
    return entity


def _status(quantity: Quantity, claim: Claim | None, kind: Kind) -> str:
    """Gives how firmly the figure is put: its own status, or its claim's.

    A count of people hurt is a forecast only where words beside the number say so: "58 dead, a toll expected to rise" counts 58.
    """
    status = quantity.status or (claim.status if claim else "asserted")
    if (
        status in ("forecast", "possible")
        and quantity.status is None
        and kind.name in KNOWN
        and "estimate" not in kind.scopes
    ):
        return "asserted"
    return status


def _place(quantity: Quantity, speaker: Speaker | None) -> str | None:
    """Gives where: the figure's own place, or the state that gives it, which counts at home unless it says otherwise."""
    place = quantity.place or (
        speaker.name if speaker and speaker.entity and speaker.entity.startswith("state:") else None
    )
    return " ".join(fold(w) for w in re.findall(r"\w+", place)) if place else None


def _as_of(quantity: Quantity, claim: Claim | None, timexes: dict[str, Timex]) -> str | None:
    """Gives the day a figure speaks of: its own as-of words, else the day its claim was said; None when unresolved."""
    spans = [span for name, span in quantity.slot_spans if name == "as_of"]
    own = [t for t in timexes.values() if any(t.span.overlaps(s) for s in spans)]
    said = [timexes[t.timex] for t in claim.times if t.role == "said" and t.timex in timexes] if claim else []
    for timex in (*own, *said):
        if timex.earliest and timex.granularity in (None, "day", "hour", "minute", "part of day") and not timex.guessed:
            return (timex.latest or timex.earliest)[:10]
    return None


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = sentence_ends(text)
    return list(zip([0, *ends[:-1]], ends, strict=True)) if ends else []
