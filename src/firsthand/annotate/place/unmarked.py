"""Toponyms that the parser took for somebody or passed over: they need a reading in a country of the article, and words that say "place".

Two kinds of evidence, each a named rule: a frame ("in …", "the governor of …", "… was shelled" is not one), or a list with a place
found already. A name that nothing marks at all also counts when it is that of a larger town or division of a country of the article.
A name that is part of somebody's longer name in the article is never taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firsthand.annotate.place.marked import readings_at
from firsthand.annotate.place.somebody import could_be_somebody
from firsthand.annotate.place.toponym import IN_FRAME, LIST_LINK, NATURAL, Toponym
from firsthand.annotate.place.weigh import Context
from firsthand.gazetteer import Gazetteer, PlaceEntry
from firsthand.records import Document, Mention, Span
from firsthand.text.ordered import Ordered

_WEAK_FRAME = re.compile(
    r"\b(?:from|to|for|on|above|below|beside|between|through|over|of|and|off|leaving)(?: the)? $", re.I
)
_VILLAGE_OF = re.compile(r"\b(?:village|hamlet|settlement|town|city) of $", re.I)
_THE = re.compile(r"\bthe $", re.I)
_NAMED_BY_MODEL = frozenset(["model", "name"])
_SMALL_TOWN, _KNOWN_TOWN, _LARGE_TOWN = 1_000, 10_000, 50_000
# Towns bear these names too, but they are months, days and degrees.
_NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|Ramadan|God|"
    r"Internet|Parliament|Congress|Senate|Government|State|University|Hospital|Police|Army|Church|[A-Z]\w*\.\w.*|[A-Z]{1,3})(?![\w-])"
)
_NATURAL = "name of a river, lake or range"
_BEFORE_SORT = re.compile(
    r" (?:district|quarter|neighbou?rhood|valley|forest|province|region|governorate|village|peninsula|checkpoint|border crossing|dam|reservoir|refugee camp)\b"
)
_WATER_NAME = re.compile(
    r"^(?:Lake|Mount|Cape|River) [A-Z]|\w (?:River|Lake|Mountains|Valley|Peninsula|Falls|Gulf|Strait|Reservoir|Glacier|Canyon|Bay|Hills|Island|Islands)$"
)
_ALONG = re.compile(r"\b(?:along|banks? of|mouth of|upstream on|down|up) the $", re.I)
# Frames that make even an unknown name a place's.
_SURELY_IN = re.compile(
    r"\b(?:near|outside|(?:control|siege|fall|capture|recapture|outskirts|suburbs|mayor|villages?|towns?) of)(?: the)? $",
    re.I,
)
_BANKS = re.compile(
    r" (?:burst|broke|overflowed|overtopped|spilled over|rose|crested|was to crest|flooded|swept|tore|washed|carried|surged|roared|topped|swelled|subsided)\b"
)
_IS_IN = re.compile(r", (?:in|near|on|south of|north of|west of|east of) (?:the )?[A-Z]")
_WORD = r"[A-ZÀ-ÖØ-Þ][\w’']*[\w](?:-\w+)*"
_NAME = re.compile(rf"\b{_WORD}(?: (?:(?:de|del|da|do|dos|la|al|el|upon) |(?:al|el|an|ash|as|ad|ar|at|ul)-)?{_WORD})*")
_OPENERS = ("IN", "DT", "CC", "RB", "PRP", "WRB", "WP", "TO", "EX", "UH", "WDT")
_APPOSITION = re.compile(r", an? (?:[a-z-]+ ){0,3}(?:city|town|village|port|hamlet|suburb|island|settlement|resort)\b")


def unmarked_toponyms(
    document: Document, found: Sequence[Toponym], context: Context, gazetteer: Gazetteer
) -> Iterator[Toponym]:
    """Gives toponyms besides those found, in text order."""
    taken = [toponym.span for toponym in found]
    for span, mention in _candidates(document):
        if any(span.start < other.end and other.start < span.end for other in taken):
            continue
        readings = readings_at(document, span, gazetteer)
        here = [place for place in readings if _is_here(place, context)]
        rule = _evidence(document, span, mention, readings, here, found)
        if rule:
            taken.append(span)
            natural = tuple(place for place in readings if place.sort in NATURAL or _is_here(place, context))
            yield Toponym(span, span.of(document.text), natural if rule == _NATURAL else readings, rule)


def _candidates(document: Document) -> Iterator[tuple[Span, Mention | None]]:
    """Gives the names whose sort only the model decided, whole also where it cut them in two, and the names under no mention."""
    tags = {token.start: token.tag for token in document.tokens}
    opening = {sentence.start for sentence in document.sentences}
    mentions = Ordered(document.mentions, lambda mention: (mention.span.start, mention.span.end))
    for run in _NAME.finditer(document.text):
        span = _trimmed(document.text, *run.span(), tags)
        if span is None:
            continue
        over = mentions.over(span.start, span.end)
        if not all(
            _is_guessed(mention) and span.start <= mention.span.start and mention.span.end <= span.end
            for mention in over
        ):
            yield from ((mention.span, mention) for mention in over if _is_guessed(mention))
        elif over:
            yield span, over[0]
        elif tags.get(span.start, "").startswith("NNP") or (
            span.start not in opening and IN_FRAME.search(_before(document, span))
        ):
            yield span, None


def _is_guessed(mention: Mention) -> bool:
    return mention.kind in ("person", "body", "other") and mention.why in _NAMED_BY_MODEL and not mention.entry


def _trimmed(text: str, start: int, end: int, tags: dict[int, str]) -> Span | None:
    """Gives a run of capitalised words without a word that only opens the sentence, and without a possessive."""
    while tags.get(start, "").startswith(_OPENERS):
        blank = text.find(" ", start, end)
        if blank < 0:
            return None
        start = blank + 1
    possessive = re.search(r"[’']s?$", text[start:end])
    return Span(start, end - len(possessive.group()) if possessive else end)


def _before(document: Document, span: Span) -> str:
    return document.text[max(0, span.start - 40) : span.start]


def _is_here(place: PlaceEntry, context: Context) -> bool:
    return any(context.countries[code] for code in (place.country, *place.countries) if code)


def _evidence(
    document: Document,
    span: Span,
    mention: Mention | None,
    readings: Sequence[PlaceEntry],
    here: Sequence[PlaceEntry],
    found: Sequence[Toponym],
) -> str:
    """Gives the rule by which a name is taken for a place, "" when nothing says so."""
    before = _before(document, span)
    if _NO_PLACE.match(span.of(document.text)) or _is_part_of_a_longer_name(document, span, mention):
        return ""
    if _BEFORE_SORT.match(document.text, span.end):
        return "name before a word of place"
    if _WATER_NAME.search(span.of(document.text)) or (
        _THE.search(before) and (_ALONG.search(before) or _BANKS.match(document.text, span.end))
    ):
        return _NATURAL
    if not here:
        called = _VILLAGE_OF.search(before) or _APPOSITION.match(document.text, span.end)
        unknown = not readings and _SURELY_IN.search(before) and not could_be_somebody(document, span)
        if called or unknown:
            return "name called a village"
        town = any(place.population >= _SMALL_TOWN for place in readings) and not could_be_somebody(document, span)
        return "name listed with places" if town and _is_listed(document, span, found) else ""
    if IN_FRAME.search(before):
        return "name after a word of place"
    if _APPOSITION.match(document.text, span.end):
        return "name explained as a place"
    if _THE.search(before):
        return "river or range with its article" if any(place.sort in NATURAL for place in here) else ""
    if _is_listed(document, span, found):
        return "name listed with places"
    if _WEAK_FRAME.search(before) and (
        any(_is_known(place) for place in here)
        or (any(place.population >= _SMALL_TOWN for place in here) and not could_be_somebody(document, span))
    ):
        return "name after a preposition, of a town of the article's country"
    if (mention is None or mention.kind == "body") and any(_is_known(place) for place in here):
        return "name of a town of the article's country"
    if _IS_IN.match(document.text, span.end) and any(toponym.span.start > span.end for toponym in found):
        return "name explained as a place"
    if any(_is_large(place) for place in here) and not could_be_somebody(document, span):
        return "name of a town of the article's country"
    return ""


def _is_large(place: PlaceEntry) -> bool:
    return place.population >= _LARGE_TOWN or place.sort == "region"


def _is_known(place: PlaceEntry) -> bool:
    return place.population >= _KNOWN_TOWN or place.sort not in ("town", "county")


def _is_part_of_a_longer_name(document: Document, span: Span, mention: Mention | None) -> bool:
    """Says whether the article gives somebody a longer name that holds these words, or the mention stands for one."""
    words = span.of(document.text)
    if mention is not None and mention.name not in (words, mention.text):
        return True
    persons = (other.text for other in document.mentions if other.kind == "person")
    longer = [text for text in persons if words in text and len(text) > len(words)]
    return any(re.search(rf"\b{re.escape(words)}\b", text) for text in longer)


def _is_listed(document: Document, span: Span, found: Sequence[Toponym]) -> bool:
    for toponym in found:
        first, second = sorted((toponym.span, span))
        link = document.text[first.end : second.start]
        if 0 < len(link) < 12 and (LIST_LINK.fullmatch(link) or link == " to "):
            return True
    return False
