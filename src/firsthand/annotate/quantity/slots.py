"""Of which group, where, as of when, and per what: the words beside a quantity that narrow it."""

from __future__ import annotations

import re
from bisect import bisect_left

from firsthand.annotate.quantity.figure import Figure
from firsthand.annotate.quantity.lists import word_set
from firsthand.annotate.quantity.nouns import Counted, phrase_at
from firsthand.annotate.quantity.words import Words
from firsthand.records import Document, Span

_CLAUSE_END = re.compile(
    r"[;:()“”\"]|,?\s(?:and|but|while|who|which|that|according to|including|after|when)\s|,\s(?!(?:the|a)?\s?[A-Z])|[.!?](?:\s|$)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
_DATE = rf"(?:(?:late |early |mid-)?{_WEEKDAY}(?:\s(?:morning|afternoon|evening|night))?|(?:\d{{1,2}}\s)?{_MONTH}(?:\s\d{{1,2}})?(?:,?\s\d{{4}})?|(?:19|20)\d\d)"
_AS_OF = re.compile(
    rf"\b(?:(?:on|since|by|until|in|as of|during|before|from|late on|early on|as at)\s(?:the\s)?{_DATE}"
    r"|(?:so far\s)?(?:this|last|next|the previous|the past)\s(?:year|month|week|quarter|season|winter|summer|spring|autumn)"
    r"|(?:in|over|during|for|within)\sthe\s(?:past|last|previous|first)\s(?:[\w-]+\s)?(?:hours?|days?|weeks?|months?|years?|quarter|decade)"
    r"|(?:today|yesterday|overnight|so far|to date|at the weekend|at present|currently|in the afternoon|in the morning|a (?:day|week|month|year) (?:earlier|later|ago)))\b"
)
_OPENINGS = (
    re.compile(rf"(?:{_AS_OF.pattern})(?=,?\s)"),
    re.compile(rf"(?:(?:In|On|Since|By|As of|During|Until)\s{_DATE}|(?:Last|This)\s(?:year|month|week))"),
)
_GROUP = re.compile(
    r"\s(?:of\s(?:them|whom|those)\s)?(?:were|are|was|is)?\s?(?P<group>foreigners|foreign nationals|children|women|civilians|soldiers|minors|babies|conscripts|prisoners)\b"
)
_PLACE = re.compile(
    r"\b(?P<joint>in|at|near|to|around|across|inside|outside|from|of|for|on)\s(?:the\s(?:\w+\s){0,2}?(?:of|in)\s)?(?P<place>(?:the\s)?(?:[A-Z][\w'’-]+)(?:\s(?:of\s|al-|de\s)?[A-Z][\w'’-]+)*(?:\s(?:province|region|district|camp|oblast|city|county|state|village|town|valley|island|border|suburb))?)"
)
_PER = re.compile(
    r"\s*(?:,\s*)?(?P<per>(?:per|for every|for each|every)\s\d[\d,]*(?:\s(?:million|thousand))?(?:\s[a-z]+)?|(?:an?|per|each|every)[\s-](?:head|capita|second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|person|share|barrel|"
    r"ounce|tonne|ton|pound|kilogram|kilo|kg|litre|liter|gallon|gram|household|family|capita|unit|vote|mile|kilometre|km|km/h|square metre|square foot|hectare|acre|"
    r"pupil|patient|child|bottle|copy|ticket|night|dose|exchange|trip|journey|mmBTU|hundred|thousand|million|megawatt hour|MWh|kWh)\b(?!\s(?:earlier|later|ago|(?:before|after)(?! tax)|on)\b)|a-year\b|apiece\b|each\b|daily\b|annually\b|a head\b)",
    re.IGNORECASE,
)
# What a price is of, whatever it is: "90 rupees a loaf".
_PRICE_OF = re.compile(
    r"\s(?P<per>(?:an?|per|each|every)\s(?!(?:day|week|month|year)\s(?:ago|earlier|later|before|after)\b)[a-z]+)(?=[.,;:)]|\s*$|\s(?:in|on|at|from|to|and|but|for|by|since|last|this|now)\b)"
)
_OF = re.compile(r"\sof\s")
_DEMONYM = re.compile(
    r"(?:North |South |East |West )?[A-Z][a-z]+(?:ese|ian|ish|an|i|ch|ean|sh|ic)s?$|(?:North|South)\s[A-Z][a-z]+ns?$"
)


def slots_of(document: Document, words: Words, figure: Figure, counted: Counted | None) -> tuple[tuple[str, Span], ...]:
    """Gives (slot, span) rows in a fixed order: group, place, as_of, per; only those the words give."""
    rows = (
        ("group", _group(words, figure, counted)),
        ("place", _place(document, words, figure)),
        ("as_of", _as_of(words, figure)),
        ("per", per_of(words, figure, counted)),
    )
    return tuple((name, span) for name, span in rows if span is not None)


def _clause(words: Words, figure: Figure) -> Span:
    """Gives the stretch in which words belong to this figure: from its end to the next break of the sentence."""
    sentence = words.sentence(figure.start)
    match = _CLAUSE_END.search(words.text, figure.after, sentence.end)
    return Span(figure.start, max(figure.end, match.start() if match else sentence.end))


def _group(words: Words, figure: Figure, counted: Counted | None) -> Span | None:
    if counted is not None and not counted.elided and counted.spans:
        for index in words.token_range(counted.spans[0].start, counted.spans[0].end):
            token = words.tokens[index]
            if (
                token.text[:1].isupper()
                and _DEMONYM.search(token.text)
                and token.start > words.sentence(figure.start).start
            ):
                before = words.tokens[index - 1]
                start = (
                    before.start
                    if before.text in ("North", "South", "East", "West") and before.start >= counted.spans[0].start
                    else token.start
                )
                return Span(start, token.end)
    match = _GROUP.match(words.text, figure.after)
    if match and counted is not None and counted.elided:
        return Span(match.start("group"), match.end("group"))
    return None


def _place(document: Document, words: Words, figure: Figure) -> Span | None:
    clause = _clause(words, figure)
    for match in _PLACE.finditer(words.text, figure.after, clause.end):
        name = re.sub(r"^the\s|[’']s?$", "", match["place"])
        start = match.start("place") + match["place"].index(name)
        span = Span(start, start + len(name))
        if (
            not _NO_PLACE.match(span.of(words.text))
            and not words.text[span.end : span.end + 2].strip().isdigit()
            and _may_be_place(document, span, match["joint"])
        ):
            return span
    return None


_NO_PLACE = re.compile(
    rf"(?:{_WEEKDAY}|{_MONTH})|(?:Mr|Mrs|Ms|Dr|President|Minister|General|King|Queen)\b|[A-Z]{{2,}}s\b|[A-Z]+\d"
)


_NOT_PLACES = word_set("body outlet role")


def _may_be_place(document: Document, span: Span, joint: str) -> bool:
    """Says whether no mention tells that a capitalised name is a body, an outlet or, behind "to" or "from", a person."""
    refused = _NOT_PLACES if joint in ("in", "at", "near", "across", "inside", "outside") else _NOT_PLACES | {"person"}
    at = bisect_left(document.mentions, span.start, key=lambda mention: mention.span.start)
    near = document.mentions[max(0, at - 1) : at + 2]
    return not any(mention.span.overlaps(span) and mention.kind in refused for mention in near)


def _as_of(words: Words, figure: Figure) -> Span | None:
    clause = _clause(words, figure)
    if match := _AS_OF.search(words.text, figure.after, clause.end):
        return Span(match.start(), match.end())
    sentence = words.sentence(figure.start)
    lead = next(
        (m for opening in _OPENINGS if (m := opening.match(words.text, sentence.start, figure.start)) is not None), None
    )
    return Span(lead.start(), lead.end()) if lead else None


def per_of(words: Words, figure: Figure, counted: Counted | None) -> Span | None:
    """Gives the denominator of a rate, "a day", "per 100,000", beside the number, its unit or its noun."""
    ends = [figure.after]
    if counted is not None and not counted.elided and counted.spans:
        ends.append(counted.spans[-1].end)
    elif figure.unit is not None and (of := _OF.match(words.text, figure.after)):
        phrase = phrase_at(words, of.end(), words.sentence(figure.start).end)
        ends += [phrase[-1].end] if phrase else []
    priced = figure.unit is not None and figure.unit.kind == "money"
    for end in ends:
        if match := _PER.match(words.text, end) or (_PRICE_OF.match(words.text, end) if priced else None):
            return Span(match.start("per"), match.end("per"))
    return None
